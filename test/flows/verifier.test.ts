// Whether a promise is what both signed, found out by a stranger: from the promise's own page, and from a page on disk that has no network.
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { execFile } from "node:child_process";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { writeBundle } from "../../src/pledge/bundle.ts";
import { overalls, sayStatement } from "../../src/pledge/verify-words.ts";
import { verify } from "../../src/pledge/verify.ts";
import { bundleWith, goodBundle, logWith, paperBundle } from "../evidence.ts";
import { spoiledBundles } from "../spoiled-evidence.ts";
import { Hand } from "./hand.ts";
import { problemsOf } from "./looked.ts";
import { comeIn, openBrowser, serveBuilt, type Served } from "./served.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
let served: Served;
let browser: Browser;
let folder: string;

beforeAll(async () => {
  [served, browser, folder] = await Promise.all([serveBuilt(), openBrowser(), mkdtemp(join(tmpdir(), "samsyn-disk-"))]);
});
afterAll(async () => {
  await browser.close();
  await served.stop();
  await rm(folder, { recursive: true, force: true });
});

const fileOf = (text: string, name = "lofte.samsyn") => ({
  name,
  mimeType: "application/json",
  buffer: Buffer.from(text),
});

/** The page as somebody has it at home: the one the server gives, opened from disk, with no network at all. */
async function openFromDisk(): Promise<{ page: Page; context: BrowserContext; asked: string[] }> {
  const path = join(folder, "samsyn-granska.html");
  await writeFile(path, await (await fetch(`${served.origin}/granska`)).text());
  const { page, context } = await comeIn(browser, served.origin, undefined, { width: 320, height: 800 });
  await context.setOffline(true);
  const asked: string[] = [];
  page.on("request", (request) => {
    if (!/^(file|data):/.test(request.url())) asked.push(request.url());
  });
  page.on("console", (message) => {
    if (message.type() === "error") asked.push(message.text());
  });
  await page.goto(pathToFileURL(path).href);
  return { page, context, asked };
}

/** Light and dark, on a phone and at a desk. */
async function lookedAt(page: Page, where: string): Promise<string[]> {
  const found: string[] = [];
  for (const colorScheme of ["light", "dark"] as const)
    for (const width of [320, 1280]) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 800 });
      found.push(...(await problemsOf(page)).map((problem) => `${where}, ${colorScheme} ${width}: ${problem}`));
    }
  return found;
}

describe("a page on disk", () => {
  test(
    "says by keyboard alone that a good file is genuine, what it proves and what not",
    { timeout: 120_000 },
    async () => {
      const { page, context, asked } = await openFromDisk();
      const problems = await lookedAt(page, "nothing chosen");
      const chosen = page.waitForEvent("filechooser");
      const input = page.getByLabel("Filen med underskrifter");
      for (let press = 0; press < 6 && !(await input.evaluate((one) => one === document.activeElement)); press++)
        await page.keyboard.press("Tab");
      await page.keyboard.press("Enter");
      await (await chosen).setFiles(fileOf(writeBundle(bundleWith(goodBundle().signatures, await logWith()))));
      await page.getByRole("heading", { level: 1, name: overalls.genuine.sv }).waitFor();
      expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(overalls.genuine.sv);
      for (const sentence of ["Kommunens underskrift stämmer", "Post 7, 8, 9 i loggen", "Vems nycklarna är"])
        await page.getByText(sentence).first().waitFor();
      problems.push(...(await lookedAt(page, "genuine")));
      await page.getByRole("button", { name: "In English" }).focus();
      await page.keyboard.press("Enter");
      await page.getByRole("heading", { level: 1, name: overalls.genuine.en }).waitFor();
      problems.push(...(await lookedAt(page, "in English")));
      expect(problems).toEqual([]);
      expect(asked).toEqual([]);
      await context.close();
    },
  );

  test("names what is wrong with every spoiled file", { timeout: 300_000 }, async () => {
    const { page, context, asked } = await openFromDisk();
    const wrong: string[] = [];
    const spoiled = await spoiledBundles();
    expect(spoiled.length).toBeGreaterThanOrEqual(35);
    for (const [number, { what, why, file }] of spoiled.entries()) {
      const name = `fil-${number}.samsyn`;
      const expected = (await verify(file)).statements.find((statement) => statement.why === why);
      await page.getByLabel(/Filen med underskrifter|Kontrollera en annan fil/).setInputFiles(fileOf(file, name));
      await page.locator(".verdict").getByText(name).waitFor();
      const text = await page.locator("main").innerText();
      if (expected === undefined || !text.includes(sayStatement(expected, "sv").sentence)) wrong.push(what);
      if (text.includes("Äkta")) wrong.push(`${what}: told as genuine`);
    }
    expect(wrong).toEqual([]);
    expect(await lookedAt(page, "spoiled")).toEqual([]);
    expect(asked).toEqual([]);
    await context.close();
  });

  test(
    "tells a paper as weaker, and compares with what somebody else has published",
    { timeout: 120_000 },
    async () => {
      const { page, context } = await openFromDisk();
      await page.getByLabel("Filen med underskrifter").setInputFiles(fileOf(writeBundle(paperBundle())));
      await page.getByRole("heading", { level: 1, name: overalls.weaker.sv }).waitFor();
      const compare = page.getByRole("button", { name: "Jämför", exact: true });
      await compare.click();
      await page.getByText("Klistra in en text först.").waitFor();
      const other = `Medborgarlöfte 2025–2027 Det här lovar vi tillsammans. Det ska gå långsammare förbi skolan. Polisen kontrollerar
      hastigheten tio gånger om året. Gångvägen ska ha ljus hela vägen. Gatuenheten sätter upp fjorton lyktstolpar.`;
      await page.getByLabel("Den andra texten").fill(other);
      await compare.click();
      await page.getByText("1 ord skiljer, i löfte 1.").waitFor();
      expect(await lookedAt(page, "compared")).toEqual([]);
      await context.close();
    },
  );
});

test("from the promise's page to the verdict, and home with the file and the page", { timeout: 120_000 }, async () => {
  const { page, context } = await comeIn(browser, served.origin);
  const reporter = new Hand(page, served.origin);
  await reporter.opens("/ockelbo/medborgarlofte/2025-2027", /./);
  const download = page.waitForEvent("download");
  await reporter.presses(page.getByRole("link", { name: "Ladda ner filen med underskrifter" }));
  const bundle = await download;
  expect(bundle.suggestedFilename()).toBe("lofte-ockelbo-2025-2027.samsyn");
  await bundle.saveAs(join(folder, "lofte.samsyn"));
  const downloadPdf = page.waitForEvent("download");
  await page.getByRole("link", { name: "Ladda ner som PDF" }).click();
  const pdf = await downloadPdf;
  expect(pdf.suggestedFilename()).toBe("lofte-ockelbo-2025-2027.pdf");
  await pdf.saveAs(join(folder, "lofte.pdf"));
  await reporter.presses(page.getByRole("link", { name: "Kontrollera underskrifterna" }));
  await reporter.isTold(page.getByRole("heading", { level: 1, name: overalls.genuine.sv }));
  // From the page to the sentence in two minutes (journey 17); to read all that is proven and all that is not takes longer, and is told beside it.
  console.info(reporter.told("to the verdict's sentence"));
  expect(reporter.taps).toBeLessThanOrEqual(4);
  expect(reporter.workSeconds).toBeLessThanOrEqual(2 * 60);
  reporter.reads(await page.getByRole("main").innerText());
  console.info(reporter.told("with all that the verdict says read through"));
  expect(await lookedAt(page, "served")).toEqual([]);
  await page.getByLabel("Kontrollera en annan fil").setInputFiles(join(folder, "lofte.pdf"));
  await page.getByText("Kontrollen gäller filen som ligger i PDF:en").waitFor();
  await page.getByRole("heading", { level: 1, name: overalls.genuine.sv }).waitFor();
  const taken = page.waitForEvent("download");
  await page.getByRole("link", { name: "Ladda ner sidan" }).click();
  expect((await taken).suggestedFilename()).toBe("samsyn-granska.html");
  await page.goto(`${served.origin}/granska/ockelbo/2025-2027?lang=en`);
  await page.getByRole("heading", { level: 1, name: overalls.genuine.en }).waitFor();
  expect((await fetch(`${served.origin}/granska/ockelbo/2031-2033`)).status).toBe(404);

  const bytes = await readFile(join(folder, "lofte.samsyn"), "utf8");
  expect(bytes).not.toMatch(/personId|credentialId|vouched/);
  const command = (file: string) =>
    new Promise<{ code: number; out: string }>((resolve) =>
      execFile(process.execPath, [join(root, "dist/cli.js"), "verify", file], (error, out) =>
        resolve({ code: typeof error?.code === "number" ? error.code : 0, out }),
      ),
    );
  expect(await command(join(folder, "lofte.samsyn"))).toMatchObject({ code: 0 });
  expect(await command(join(folder, "lofte.pdf"))).toMatchObject({ code: 0 });
  await writeFile(join(folder, "other.samsyn"), bytes.replace("fjorton", "femton"));
  const told = await command(join(folder, "other.samsyn"));
  expect(told.code).toBe(1);
  expect(told.out).toContain("Något i löfte 2 har ändrats efter undertecknandet.");
  await context.close();
});
