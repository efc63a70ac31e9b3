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
    await page.getByLabel("Kategori", { exact: true }).selectOption({ label: "Trafik" });
    await page.getByLabel("Ort", { exact: true }).selectOption({ label: "Åmot" });
    await page.getByRole("button", { name: "Visa urvalet" }).click();
    await page.waitForURL(/\?kategori=trafik&ort=amot$/);
    await page.getByText("2 iakttagelser i urvalet. Det är för få", { exact: false }).waitFor();
    await page.getByText("Tabell", { exact: true }).first().click();
    await expect.poll(() => page.getByRole("region", { name: "Iakttagelser" }).getByRole("row").count()).toBe(1 + 2);
    await context.close();
  });
});
