import sharp from "sharp";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { comeIn, openBrowser, serveBuilt, type Served } from "./served.ts";

let served: Served;
let browser: Browser;
beforeAll(async () => {
  served = await serveBuilt();
  browser = await openBrowser();
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await served?.stop();
});

describe("the picture", { timeout: 120_000 }, () => {
  test("is drawn by ourselves: a map with something on it, under the strict policy, from nobody else's server", async () => {
    const { page, context } = await comeIn(browser, served.origin, "Karin");
    const complaints: string[] = [];
    const elsewhere: string[] = [];
    let basemaps = 0;
    page.on("console", (message) => {
      if (message.type() === "error") complaints.push(message.text());
    });
    page.on("request", (request) => {
      const url = request.url();
      if (url.endsWith("/basemap/2101.json")) basemaps += 1;
      if (!url.startsWith(served.origin) && !/^(blob|data):/.test(url)) elsewhere.push(url);
    });
    await page.goto(`${served.origin}/lagesbild/ockelbo?ort=ockelbo`);
    const map = page.getByRole("region", { name: /^Karta över Ockelbo, \d+ iakttagelser ritade/ });
    await map.waitFor();
    // Land alone is one colour; roads, cells and marks are many.
    await expect
      .poll(async () => (await sharp(await map.screenshot()).stats()).entropy, { timeout: 20_000 })
      .toBeGreaterThan(0.5);
    expect(complaints).toEqual([]);
    expect(elsewhere).toEqual([]);
    expect(basemaps).toBe(1);
    await map.focus();
    expect(await map.evaluate((element) => element === document.activeElement)).toBe(true);
    await context.close();
  });

  test("asks by its address, says what it did not understand, and has a table that holds the same", async () => {
    const { page, context } = await comeIn(browser, served.origin, "Karin");
    await page.goto(`${served.origin}/lagesbild/ockelbo?kategori=kometer`);
    await page.getByText("kategori=kometer").waitFor();
    await page.locator("summary").filter({ hasText: "Slag" }).click();
    await page.getByLabel("Trafik", { exact: true }).first().check();
    await page.locator("summary").filter({ hasText: "Plats" }).click();
    await page.getByLabel("Åmot", { exact: true }).first().check();
    await page.waitForURL(/\?kategori=trafik&ort=amot$/);
    await page.keyboard.press("Escape");
    await page.getByText("2 iakttagelser i urvalet. Det är för få", { exact: false }).first().waitFor();
    await page.getByText("Tabell", { exact: true }).first().click();
    await expect.poll(() => page.getByRole("region", { name: "Iakttagelser" }).getByRole("row").count()).toBe(1 + 2);
    await context.close();
  });

  test("is brushed by keyboard: the sentence and the address change, Back goes back, and the address opened again says the same", async () => {
    const { page, context } = await comeIn(browser, served.origin, "Karin");
    await page.goto(`${served.origin}/lagesbild/ockelbo`);
    const sentence = page
      .getByRole("complementary", { name: "Iakttagelser" })
      .getByRole("heading", { level: 2 })
      .first();
    await expect.poll(() => sentence.textContent()).toMatch(/^\d+ iakttagelser i urvalet/);
    const whole = await sentence.textContent();
    const from = page.getByRole("slider", { name: "Från och med" });
    await from.focus();
    for (let step = 0; step < 5; step++) await page.keyboard.press("ArrowRight");
    await page.waitForURL(/\?fran=\d{4}-\d{2}(-\d{2})?/);
    await expect.poll(() => sentence.textContent()).not.toBe(whole);
    expect(await from.evaluate((handle) => handle === document.activeElement)).toBe(true);
    const brushed = await sentence.textContent();
    const address = page.url();
    await page.goBack();
    await page.waitForURL(/\/lagesbild\/ockelbo$/);
    await expect.poll(() => sentence.textContent()).toBe(whole);
    await page.goto(address);
    await expect.poll(() => sentence.textContent()).toBe(brushed);
    await context.close();
  });

  test("hours of the week are part of the question, and the tables hold what the charts hold", async () => {
    const { page, context } = await comeIn(browser, served.origin, "Karin");
    await page.goto(`${served.origin}/lagesbild/ockelbo?tid=fre18-22`);
    const sentence = page
      .getByRole("complementary", { name: "Iakttagelser" })
      .getByRole("heading", { level: 2 })
      .first();
    await expect.poll(() => sentence.textContent()).toMatch(/^\d+ iakttagelser i urvalet/);
    const total = Number(/^\d+/.exec((await sentence.textContent()) ?? "")?.[0]);
    // Two hours a cell: eighteen and twenty on a Friday are chosen, and no others.
    const chosen = page.getByRole("grid").getByRole("gridcell", { selected: true });
    await expect.poll(() => chosen.count()).toBe(2);
    const shown = (await chosen.allTextContents()).map(Number);
    expect(shown.reduce((sum, count) => sum + count, 0)).toBe(total);
    const time = page.getByRole("region", { name: "Över tid" });
    await time.getByText("Tabell", { exact: true }).first().click();
    const counts = await time.getByRole("table").first().getByRole("cell").allTextContents();
    expect(counts.map(Number).reduce((sum, count) => sum + count, 0)).toBe(total);
    await context.close();
  });

  test("by area, paints the ground of each village, says what the colours mean, and the table counts the same", async () => {
    const { page, context } = await comeIn(browser, served.origin, "Karin");
    await page.goto(`${served.origin}/lagesbild/ockelbo`);
    const shows = page.getByRole("group", { name: "Kartan visar" });
    const map = page.getByRole("region", { name: /^Karta över Ockelbo, \d+ iakttagelser ritade/ });
    await map.waitFor();
    await shows.getByRole("radio", { name: "Rutor" }).focus();
    await page.keyboard.press("ArrowRight");
    await page.waitForURL(/\?karta=omraden$/);
    await page.getByRole("heading", { name: "Iakttagelser per område", exact: true }).waitFor();
    await page.getByText("17 eller fler", { exact: true }).waitFor();
    // The darkest class covers a village: cells and marks would leave no colour so much room.
    const darkest = async () => {
      const { data, info } = await sharp(await map.screenshot())
        .removeAlpha()
        .raw()
        .toBuffer({ resolveWithObject: true });
      const colour = await page.evaluate(() =>
        getComputedStyle(document.documentElement).getPropertyValue("--seq-5").trim(),
      );
      const wanted = [1, 3, 5].map((from) => Number.parseInt(colour.slice(from, from + 2), 16));
      let painted = 0;
      for (let at = 0; at < data.length; at += info.channels)
        if (wanted.every((channel, place) => Math.abs(data[at + place]! - channel) <= 2)) painted++;
      return painted / (data.length / info.channels);
    };
    await expect.poll(darkest, { timeout: 20_000 }).toBeGreaterThan(0.005);
    await page.getByText("Tabell", { exact: true }).first().click();
    const table = page.getByRole("region", { name: "Iakttagelser per område på kartan" });
    const counts = (await table.getByRole("row").allTextContents()).slice(1);
    expect(counts[0]).toMatch(/^Ockelbo\d+2\s984$/u);
    const inVillage = /^Ockelbo(\d+)2\s984$/u.exec(counts[0] ?? "")?.[1];
    const tally = page.getByRole("table", { name: "Var", exact: true });
    expect(await tally.getByRole("row").filter({ hasText: "Ockelbo" }).textContent()).toContain(`${inVillage}`);
    await context.close();
  });

  test("in a meeting shows nothing that is not shared", async () => {
    const { page, context } = await comeIn(browser, served.origin, "Karin");
    await page.goto(`${served.origin}/lagesbild/ockelbo`);
    const sentence = page
      .getByRole("complementary", { name: "Iakttagelser" })
      .getByRole("heading", { level: 2 })
      .first();
    await expect.poll(() => sentence.textContent()).toMatch(/^\d+ iakttagelser/);
    await page.getByText("Mötesläge", { exact: true }).click();
    await page.waitForURL(/delning=gemensamt/);
    await page.getByText("Bara det som båda parter har delat visas på skärmen.").waitFor();
    const answer = await page.request.get(`${served.origin}/api/picture/ockelbo?delning=gemensamt`);
    const told = (await answer.json()) as { list: { sharing: string }[]; counts: { total: number } };
    expect(told.list.every(({ sharing }) => sharing !== "own")).toBe(true);
    await expect
      .poll(async () => Number(/^\d+/.exec((await sentence.textContent()) ?? "")?.[0]))
      .toBe(told.counts.total);
    await context.close();
  });

  test("says so when what counts has died, and counts again when asked to", async () => {
    const { page, context } = await comeIn(browser, served.origin, "Karin");
    await page.goto(`${served.origin}/lagesbild/ockelbo`);
    await page.getByRole("slider", { name: "Från och med" }).waitFor();
    const counting = page.workers().find((worker) => /explorer-worker/.test(worker.url()));
    await counting?.evaluate('void setTimeout(() => { throw new Error("died") })');
    const told = page.getByRole("alert").filter({ hasText: "Räkningen avbröts. Inget är borta." });
    await told.getByRole("button", { name: "Försök igen" }).click();
    await told.waitFor({ state: "detached" });
    await page.getByRole("slider", { name: "Från och med" }).waitFor();
    expect(page.workers().filter((worker) => /explorer-worker/.test(worker.url()))).toHaveLength(1);
    await context.close();
  });

  test("opens a file of one's own, which goes nowhere", async () => {
    const { page, context } = await comeIn(browser, served.origin, "Karin");
    await page.goto(`${served.origin}/lagesbild/ockelbo/fil`);
    const sent: string[] = [];
    page.on("request", (request) => {
      if (request.method() !== "GET") sent.push(request.url());
    });
    const rows = Array.from({ length: 40 }, (_, at) =>
      [
        `2024-0${1 + (at % 3)}-1${at % 10} 2${at % 4}:15`,
        16.7 + at / 1000,
        60.88 + at / 2000,
        at % 4 === 0 ? "Klotter" : "Buller",
      ].join(";"),
    );
    await page.getByLabel("Fil med händelser").setInputFiles({
      name: "mina.csv",
      mimeType: "text/csv",
      buffer: Buffer.from(`Tid;Longitud;Latitud;Slag\n${rows.join("\n")}\nfel;16.7;60.9;Buller\n`),
    });
    await page.getByRole("heading", { level: 1, name: "mina.csv" }).waitFor();
    await page.getByText("41 händelser i urvalet. Flest om Buller: 31 av 41.").first().waitFor();
    await page.getByText("1 uppgift i filen går inte att lita på").waitFor();
    await page.getByText("Rad 42, Tid: «fel» är ingen dag.").waitFor();
    await page
      .getByRole("table", { name: "Vad det handlar om" })
      .last()
      .getByRole("checkbox", { name: /Klotter/ })
      .check();
    await page.waitForURL(/kategori=Klotter/);
    await page.getByText("10 händelser i urvalet.").first().waitFor();
    expect(sent).toEqual([]);
    await context.close();
  });
});
