import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { chromium, type Browser, type Page } from "playwright-core";
import { createElement, type FunctionComponent } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findChromium } from "../../test/chromium.ts";
import { recordSkip } from "../../test/shared-data.ts";
import { ChartsPage } from "./gallery-charts.tsx";
import { DeskPage, PromisePage, WalkPage } from "./gallery-pages.tsx";
import { Gallery } from "./gallery.tsx";

const pages: Readonly<Record<string, FunctionComponent>> = {
  parts: Gallery,
  charts: ChartsPage,
  promise: PromisePage,
  desk: DeskPage,
  walk: WalkPage,
};
const themes = ["light", "dark", "night"] as const;
/** A theme changes colours and nothing else: how a page lies is looked at in one of them. */
const widthsIn = { light: [320, 768, 1280], dark: [1280], night: [320] } as const;
const ORIGIN = "http://gallery.invalid";
/** The house's own policy for styles: nothing inline. */
const POLICY = "default-src 'none'; style-src 'self'; font-src 'self'; script-src 'self'; img-src 'self'";

const found = await findChromium();
if ("missing" in found) recordSkip(`the parts in a browser: ${found.missing}`);
/** Where to keep the pictures for a person to look at; none are kept unless asked for. */
const keep = process.env["SAMSYN_PICTURES"];

type Axe = {
  run: (
    options: object,
  ) => Promise<{ violations: { id: string; help: string; nodes: { html: string; failureSummary?: string }[] }[] }>;
};

describe.skipIf("missing" in found)("the parts in a browser", () => {
  let browser: Browser;
  let axe: string;
  const files = new Map<string, { body: Uint8Array | string; contentType: string }>();

  beforeAll(async () => {
    if ("missing" in found) return;
    browser = await chromium.launch({ executablePath: found.path, args: found.args });
    axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
    for (const file of await bundled()) files.set(file.path, file);
    for (const [name, page] of Object.entries(pages))
      for (const theme of themes)
        files.set(`/${name}/${theme}`, { body: html(page, name, theme), contentType: "text/html; charset=utf-8" });
  });
  afterAll(async () => {
    await browser?.close();
  });

  async function open(width: number, path: string): Promise<{ page: Page; complaints: string[] }> {
    const page = await browser.newPage({ viewport: { width, height: 900 }, reducedMotion: "reduce" });
    const complaints: string[] = [];
    page.on("console", (line) => {
      if (line.type() === "error") complaints.push(line.text());
    });
    page.on("pageerror", (problem) => complaints.push(problem.message));
    await page.route("**/*", (route) => {
      const file = files.get(new URL(route.request().url()).pathname);
      if (file === undefined) return route.fulfill({ status: 404, body: "" });
      const body = typeof file.body === "string" ? file.body : Buffer.from(file.body);
      return route.fulfill({
        body,
        contentType: file.contentType,
        headers: { "content-security-policy": POLICY },
      });
    });
    await page.goto(`${ORIGIN}${path}`);
    await page.evaluate(() => document.fonts.ready.then(() => undefined));
    return { page, complaints };
  }

  for (const name of Object.keys(pages))
    for (const theme of themes)
      for (const width of widthsIn[theme])
        it(`${name}, ${theme}, ${width} px: axe finds nothing, the page does not scroll sideways, nothing inline`, async () => {
          const { page, complaints } = await open(width, `/${name}/${theme}`);
          if (keep !== undefined)
            await page.screenshot({ path: `${keep}/${name}-${theme}-${width}.png`, fullPage: true });
          const room = await page.evaluate(() => ({
            wide: document.documentElement.scrollWidth,
            over: [...document.querySelectorAll("body *")]
              .filter((part) => part.closest(".table-scroll, .visually-hidden, svg") === null)
              .filter((part) => part.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
              .map((part) => `${part.tagName} ${part.className}`),
          }));
          expect(room).toEqual({ wide: width, over: [] });
          await page.evaluate(axe);
          const result = await page.evaluate(() =>
            (globalThis as unknown as { axe: Axe }).axe.run({
              runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
              resultTypes: ["violations"],
            }),
          );
          const violations = result.violations.flatMap((violation) =>
            violation.nodes.map((node) => `${violation.id}: ${node.html.slice(0, 160)} ${node.failureSummary ?? ""}`),
          );
          expect(violations).toEqual([]);
          expect(complaints).toEqual([]);
          await page.close();
        });

  it("targets are at least 24 px, and 56 px for the choices of a walk", async () => {
    const { page } = await open(320, "/walk/night");
    const heights = await page.evaluate(() =>
      [...document.querySelectorAll(".choice, .button")].map((part) => part.getBoundingClientRect().height),
    );
    expect(Math.min(...heights)).toBeGreaterThanOrEqual(56);
    await page.close();
  });

  it("the switch between chart and table works without script", async () => {
    const { page } = await open(1280, "/parts/light");
    const chart = page.locator("figure.chart").first();
    expect(await chart.locator("table").isVisible()).toBe(false);
    await chart.getByText("Tabell").click();
    expect(await chart.locator("table").isVisible()).toBe(true);
    expect(await chart.locator("svg.chart-drawing").isVisible()).toBe(false);
    await page.close();
  });

  it("a dialog holds the focus, closes on Escape and gives the focus back, under the content policy", async () => {
    files.set("/dialog", {
      body: wholePage("light", "desk", '<div id="app"></div><script type="module" src="/dialog.js"></script>'),
      contentType: "text/html; charset=utf-8",
    });
    const { page, complaints } = await open(768, "/dialog");
    await page.getByRole("button", { name: "Ta bort utkastet" }).click();
    const dialog = page.getByRole("dialog", { name: "Ta bort utkastet?" });
    await dialog.waitFor();
    if (keep !== undefined) await page.screenshot({ path: `${keep}/dialog.png` });
    for (let press = 0; press < 6; press += 1) {
      await page.keyboard.press("Tab");
      expect(await dialog.evaluate((box) => box.contains(box.ownerDocument.activeElement))).toBe(true);
    }
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "detached" });
    // The focus goes back a frame after the dialog is gone.
    await expect
      .poll(() => page.evaluate(() => globalThis.document.activeElement?.textContent))
      .toBe("Ta bort utkastet");
    expect(complaints).toEqual([]);
    await page.close();
  });

  it("the stepper counts up, down and not below its least", async () => {
    files.set("/stepper", {
      body: wholePage("light", "desk", '<div id="app"></div><script type="module" src="/dialog.js"></script>'),
      contentType: "text/html; charset=utf-8",
    });
    const { page } = await open(768, "/stepper");
    const count = page.getByRole("spinbutton", { name: "Deltagare" });
    await page.getByRole("button", { name: "Öka Deltagare" }).click();
    expect(await count.inputValue()).toBe("2");
    for (let press = 0; press < 4; press += 1) await page.getByRole("button", { name: "Minska Deltagare" }).click();
    expect(await count.inputValue()).toBe("0");
    await count.fill("14");
    expect(await count.inputValue()).toBe("14");
    await page.close();
  });

  describe("the charts, alive", () => {
    async function charts() {
      files.set("/charts-live", {
        body: wholePage("light", "desk", '<div id="charts"></div><script type="module" src="/dialog.js"></script>'),
        contentType: "text/html; charset=utf-8",
      });
      const { page, complaints } = await open(1280, "/charts-live");
      const said = (id: string) => page.locator(`#${id}`).textContent();
      const strip = page.getByRole("group", { name: "Välj en tid" }).first();
      await strip.waitFor();
      return { page, complaints, said, strip };
    }

    it("a span is drawn with the pointer, its handle dragged, the whole moved; it is told on the way and once at last", async () => {
      const { page, complaints, said, strip } = await charts();
      const box = (await strip.boundingBox())!;
      const bar = (place: number) => box.x + ((place + 0.5) / 46) * box.width;
      const drag = async (from: number, to: number) => {
        await page.mouse.move(from, box.y + 30);
        await page.mouse.down();
        await page.mouse.move((from + to) / 2, box.y + 30, { steps: 4 });
        await page.mouse.move(to, box.y + 30, { steps: 4 });
        await page.mouse.up();
      };
      await drag(bar(10), bar(14));
      await expect.poll(() => said("span")).toBe("till sist 2026-03-09 2026-04-12");
      expect(await said("settled")).toBe("1");
      await drag(box.x + (15 / 46) * box.width, box.x + (20 / 46) * box.width);
      await expect.poll(() => said("span")).toBe("till sist 2026-03-09 2026-05-17");
      await drag(bar(12), bar(13));
      await expect.poll(() => said("span")).toBe("till sist 2026-03-16 2026-05-24");
      expect(await said("settled")).toBe("3");
      await page.getByRole("button", { name: "Visa hela tiden" }).click();
      await expect.poll(() => said("span")).toBe("till sist allt");
      expect(complaints).toEqual([]);
      await page.close();
    });

    it("the handles are sliders: arrows, Page, Shift and Escape", async () => {
      const { page, said } = await charts();
      const from = page.getByRole("slider", { name: "Från och med" }).first();
      await from.focus();
      await page.keyboard.press("PageUp");
      await page.keyboard.press("ArrowRight");
      await expect.poll(() => said("span")).toBe("till sist 2026-03-16 2026-11-14");
      expect(await from.getAttribute("aria-valuetext")).toBe("16 mars 2026");
      await page.keyboard.press("Tab");
      await page.keyboard.press("PageDown");
      await page.keyboard.press("Shift+ArrowLeft");
      await expect.poll(() => said("span")).toBe("till sist 2026-03-09 2026-08-30");
      await page.keyboard.press("Escape");
      await expect.poll(() => said("span")).toBe("till sist allt");
      await page.close();
    });

    it("hours are chosen by a rectangle, by a heading, and by keyboard; one stop for Tab", async () => {
      const { page, said } = await charts();
      const cell = (row: number, column: number) => page.locator(`[data-row="${row}"][data-column="${column}"]`);
      await cell(4, 10).hover();
      await page.mouse.down();
      await cell(5, 11).hover();
      await page.mouse.up();
      await expect.poll(() => said("hours")).toBe("116 117 118 119 140 141 142 143");
      await cell(6, -1).click();
      await expect.poll(async () => (await said("hours"))?.split(" ").length).toBe(24);
      await page.keyboard.press("Escape");
      await expect.poll(() => said("hours")).toBe("");
      await page.keyboard.press("ArrowRight");
      await page.keyboard.press("Enter");
      await expect.poll(() => said("hours")).toBe("144 145");
      await page.keyboard.press("Shift+ArrowUp");
      await expect.poll(() => said("hours")).toBe("120 121 144 145");
      expect(await page.locator('table[role="grid"] [tabindex="0"]').count()).toBe(1);
      await page.close();
    });

    it("a list's lines are ticked, its groups whole, and folded away", async () => {
      const { page, said } = await charts();
      await page.getByRole("checkbox", { name: "Trafik" }).check();
      await expect.poll(() => said("kinds")).toBe("speed overtaking parking");
      await page.getByRole("checkbox", { name: "Parkering" }).uncheck();
      await expect.poll(() => said("kinds")).toBe("speed overtaking");
      const group = page.getByRole("checkbox", { name: "Trafik" });
      expect(await group.evaluate((box) => (box as unknown as { indeterminate: boolean }).indeterminate)).toBe(true);
      const fold = page.getByRole("button", { name: "Delarna av Trafik" });
      await fold.click();
      expect(await fold.getAttribute("aria-expanded")).toBe("false");
      expect(await page.getByRole("checkbox", { name: "Parkering" }).count()).toBe(0);
      await page.close();
    });
  });

  it("a blocked button says why when pressed", async () => {
    files.set("/blocked", {
      body: wholePage("light", "desk", '<div id="app"></div><script type="module" src="/dialog.js"></script>'),
      contentType: "text/html; charset=utf-8",
    });
    const { page } = await open(768, "/blocked");
    await page.getByRole("button", { name: "Publicera" }).click();
    expect(await page.getByText("Två anmärkningar är kvar").isVisible()).toBe(true);
    await page.close();
  });
});

describe("the parts as text", () => {
  it("write no inline style anywhere: the content policy forbids it", () => {
    for (const page of Object.values(pages)) expect(renderToStaticMarkup(createElement(page))).not.toMatch(/ style="/);
  });

  it("have every target of aria-describedby and label on the page", () => {
    for (const page of Object.values(pages)) {
      const markup = renderToStaticMarkup(createElement(page));
      const ids = new Set([...markup.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]));
      const wanted = [...markup.matchAll(/ (?:for|aria-describedby|aria-labelledby)="([^"]+)"/g)].flatMap((match) =>
        (match[1] ?? "").split(" "),
      );
      expect(wanted.filter((id) => !ids.has(id))).toEqual([]);
    }
  });
});

function wholePage(theme: string, density: string, body: string): string {
  return `<!doctype html><html lang="sv" data-theme="${theme}" data-density="${density}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Delar</title><link rel="stylesheet" href="/app.css"></head><body>${body}</body></html>`;
}

function html(page: FunctionComponent, name: string, theme: string): string {
  const density = name === "promise" ? "public" : name === "walk" ? "field" : "desk";
  const markup = renderToStaticMarkup(createElement(page));
  const body = wholePage(theme, density, markup);
  return name === "promise" ? body.replace("/app.css", "/public.css") : body;
}

/** The style sheets with their fonts, and a small live screen, as the build would make them. */
async function bundled() {
  const here = fileURLToPath(new URL(".", import.meta.url));
  const output = await build({
    absWorkingDir: here,
    entryPoints: { app: "styles/app.css", public: "styles/public.css", dialog: "gallery-live.tsx" },
    outdir: "/",
    bundle: true,
    write: false,
    minify: true,
    format: "esm",
    jsx: "automatic",
    loader: { ".woff2": "file" },
    assetNames: "[name]",
    logLevel: "silent",
    define: { "process.env.NODE_ENV": '"production"' },
  });
  return output.outputFiles.map((file) => ({
    path: file.path,
    body: file.contents,
    contentType: file.path.endsWith(".css")
      ? "text/css; charset=utf-8"
      : file.path.endsWith(".js")
        ? "text/javascript; charset=utf-8"
        : "font/woff2",
  }));
}
