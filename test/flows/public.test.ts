// Every page a stranger can reach, found by following links as a stranger would: without script, on a phone and at a desk, in both languages.
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { axeFinds, problemsAtWidths } from "./looked.ts";
import { comeIn, openBrowser, serveBuilt, type Served } from "./served.ts";

let served: Served;
let browser: Browser;
let addresses: string[] = [];

beforeAll(async () => {
  [served, browser] = await Promise.all([serveBuilt(), openBrowser()]);
  addresses = await everyAddress();
});
afterAll(async () => {
  await browser.close();
  await served.stop();
});

/** First words that belong to the staff app. */
const STAFF =
  /^\/(lyssna|lagesbild|prioritera|lova|gora|folj-upp|beratta|oversikt|min-manad|falt|logga-in|installning|drift|start|signera)\b/;

/** No page to read but a program, which has a walk of its own (verifier.test.ts). */
const PROGRAM = /^\/granska\b/;

async function everyAddress(): Promise<string[]> {
  const found = new Set(["/"]);
  for (const address of found) {
    const answer = await fetch(served.origin + address);
    // What is for programs to read is no page: the log's checkpoint, a proof.
    if (answer.headers.get("content-type")?.startsWith("text/html") !== true) {
      found.delete(address);
      continue;
    }
    const html = await answer.text();
    for (const [, link = ""] of html.matchAll(/href="(\/[^"#]*)/g)) {
      const [path = ""] = link.split("?");
      if (!path.startsWith("/assets/") && !/[.]\w+$/.test(path) && !STAFF.test(path) && !PROGRAM.test(path))
        found.add(path);
    }
  }
  // The datasets' pages are one page with other words: that with most on it is walked.
  return [...found].filter((path) => !/^\/oppna-data\/(?!vandringar$)/.test(path)).toSorted();
}

async function problemsOf(page: Page): Promise<string[]> {
  const problems: string[] = [];
  const look = await page.evaluate(() => ({
    headings: document.querySelectorAll("h1").length,
    // A page to read has none. A form may have one of ours, and does without it.
    scripts: [...document.scripts].filter(
      ({ src }) => document.forms.length === 0 || !src.startsWith(`${location.origin}/assets/`),
    ).length,
    styles: document.querySelectorAll("[style]").length,
    main: document.querySelectorAll("main").length,
    sideways: document.documentElement.scrollWidth - document.documentElement.clientWidth,
    text: document.body.innerText,
    // A list of links is read without what stands around them: the same words must not lead to two places.
    ambiguous: [...document.querySelectorAll("a")]
      .map((link) => ({ words: (link.textContent ?? "").replace(/\s+/g, " ").trim(), to: link.getAttribute("href") }))
      .filter(({ words, to }, place, all) =>
        all.some((one, other) => other < place && one.words === words && one.to !== to),
      )
      .map(({ words }) => words),
  }));
  if (look.headings !== 1) problems.push(`${look.headings} main headings`);
  if (look.scripts > 0) problems.push("has a script, and is no form or has another's");
  if (look.styles > 0) problems.push("has inline styles");
  if (look.main !== 1) problems.push(`${look.main} main landmarks`);
  if (look.sideways > 0) problems.push(`scrolls ${look.sideways} px sideways`);
  for (const words of look.ambiguous) problems.push(`has two links called «${words}»`);
  for (const leak of ["undefined", "[object", "NaN", "{name}", "{day}", "{count}"])
    if (look.text.includes(leak)) problems.push(`says ${leak}`);
  return problems;
}

describe("the public pages", () => {
  test("are all there to be found by following links", () => {
    for (const expected of [
      "/",
      "/ockelbo",
      "/ockelbo/medborgarlofte",
      "/ockelbo/medborgarlofte/2018-2019",
      "/ockelbo/medborgarlofte/2022-2024",
      "/ockelbo/medborgarlofte/2025-2027",
      "/ockelbo/du-sa",
      "/ockelbo/om",
      "/ockelbo/kalender",
      "/ockelbo/folj",
      "/ockelbo/ruta",
      "/ockelbo/ruta/om",
      "/ockelbo/vag/infarten-soderifran-skylten-till-bron-9",
      "/rundtur",
      "/oppna-data",
      "/oppna-data/vandringar",
    ])
      expect(addresses, expected).toContain(expected);
    // Those that were walked; the planned one is linked to until its day has passed.
    const walks = addresses.filter((address) => address.startsWith("/ockelbo/vandring/"));
    expect(walks.filter((address) => !address.endsWith("/amot-2026"))).toHaveLength(5);
  });

  test("work without script in both languages, on a phone, a tablet and at a desk", { timeout: 600_000 }, async () => {
    const problems: string[] = [];
    const { page, context } = await comeIn(browser, served.origin, undefined, { javaScriptEnabled: false });
    const foreign: string[] = [];
    page.on("request", (request) => {
      if (!request.url().startsWith(served.origin) && !request.url().startsWith("data:")) foreign.push(request.url());
    });
    for (const address of addresses)
      for (const lang of ["", "?lang=en"])
        for (const width of [320, 768, 1280]) {
          await page.setViewportSize({ width, height: 800 });
          const response = await page.goto(served.origin + address + lang);
          for (const problem of [
            ...(response?.status() === 200 ? [] : [`status ${response?.status()}`]),
            ...(await problemsOf(page)),
          ])
            problems.push(`${address}${lang} at ${width}: ${problem}`);
        }
    await context.close();
    expect(foreign).toEqual([]);
    expect(problems).toEqual([]);
  });

  test("have nothing that axe finds, light and dark", { timeout: 600_000 }, async () => {
    const found: string[] = [];
    for (const colorScheme of ["light", "dark"] as const) {
      // Script is on so that axe can run; the pages have none of their own.
      const { page, context } = await comeIn(browser, served.origin);
      await page.emulateMedia({ colorScheme });
      for (const address of [...addresses, "/ockelbo?lang=en", "/finns-inte"]) {
        await page.goto(served.origin + address);
        const violations = await axeFinds(page);
        found.push(...violations.map((violation) => `${address} (${colorScheme}): ${violation}`));
      }
      await context.close();
    }
    expect(found).toEqual([]);
  });

  test("weigh little and are not sent twice", async () => {
    const first = await fetch(`${served.origin}/ockelbo`);
    const html = await first.text();
    const again = await fetch(`${served.origin}/ockelbo`, {
      headers: { "if-none-match": first.headers.get("etag") ?? "" },
    });
    console.log(`/ockelbo: ${html.length} bytes of html`);
    expect(html.length).toBeLessThan(60_000);
    expect(again.status).toBe(304);
    expect(first.headers.get("set-cookie")).toBeNull();
  });

  test("have a calendar and feeds beside them, for programs that ask again and again", async () => {
    for (const [address, type] of [
      ["/ockelbo/kalender.ics", "text/calendar; charset=utf-8"],
      ["/ockelbo/folj.atom?tema=trafiksakerhet", "application/atom+xml; charset=utf-8"],
    ] as const) {
      const first = await fetch(served.origin + address);
      expect(first.headers.get("content-type"), address).toBe(type);
      expect(await first.text()).toContain("Ockelbo");
      const etag = first.headers.get("etag") ?? "";
      expect((await fetch(served.origin + address, { headers: { "if-none-match": etag } })).status).toBe(304);
    }
  });

  test("have a box and a picture that stand on somebody else's site, and nothing else does", async () => {
    const { page, context } = await comeIn(browser, served.origin, undefined, { javaScriptEnabled: false });
    const frame = (path: string) =>
      `<iframe title="${path}" src="${served.origin}${path}" width="320" height="900"></iframe>`;
    const body = `<title>Kommunen</title>${frame("/ockelbo/ruta")}${frame("/ockelbo")}<img alt="" src="${served.origin}/ockelbo/ruta.svg">`;
    // On a machine of its own, as far as the browser knows.
    const theirs = createServer((_ask, answer) => answer.setHeader("content-type", "text/html").end(body));
    await new Promise<void>((listens) => theirs.listen(0, "127.0.0.1", listens));
    const { port } = theirs.address() as AddressInfo;
    await page.goto(`http://127.0.0.1:${port}/`);
    await page
      .frameLocator("[title='/ockelbo/ruta']")
      .getByRole("heading", { level: 1 })
      .getByText("Ockelbo")
      .waitFor();
    expect(await page.frameLocator("[title='/ockelbo']").getByText("Ockelbo").count()).toBe(0);
    await page.waitForFunction(() => document.images[0]?.naturalWidth === 480);
    await context.close();
    theirs.close();
    const withPictures = await comeIn(browser, served.origin);
    for (const [address, name] of [
      ["/ockelbo/ruta", "ruta"],
      ["/ockelbo/ruta/om", "ruta-om"],
    ] as const) {
      await withPictures.page.goto(served.origin + address);
      expect(await problemsAtWidths(withPictures.page, name), address).toEqual([]);
    }
    await withPictures.context.close();
  });

  test("say that a page is not there in the look of the others", async () => {
    for (const address of ["/finns-inte", "/ockelbo/lofte/finns-inte", "/hofors/vandring/x", "/%E0%A4%A"]) {
      const answer = await fetch(served.origin + address);
      expect(answer.status, address).toBe(404);
      expect(await answer.text()).toContain("Sidan finns inte");
    }
  });
});
