// Official statistics from a fetched file to a series beside the county's and the country's: tried out, read in, corrected, broken, taken back.
import { readFileSync } from "node:fs";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { sharedData } from "../shared-data.ts";
import { problemsAtWidths } from "./looked.ts";
import { comeIn, openBrowser, serveBuilt, type Served } from "./served.ts";

let served: Served;
let browser: Browser;

beforeAll(async () => {
  [served, browser] = await Promise.all([serveBuilt(), openBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await served.stop();
});

/** As Brå's search page gives it: ten years of Ockelbo, its county and the country, the last preliminary, one without a figure. */
function searched(): Buffer {
  const counts = [61, 55, 48, 52, 41, 38, 44, 41, 38, 12];
  const years = counts.map((count, place) => ({ count, year: 2016 + place }));
  const rows = years.flatMap(({ count, year }) => {
    const written = year === 2025 ? "2025 prel." : String(year);
    const own = year === 2018 ? "..;-555" : `${count};${Math.round((count / 5850) * 100_000)}`;
    return [
      `Ockelbo;Skadegörelsebrott;År;${written};${own};`,
      `Gävleborgs län;Skadegörelsebrott;År;${written};${3000 - (year - 2016) * 40};${1050 - (year - 2016) * 9};`,
      `Hela landet;Skadegörelsebrott;År;${written};${101_000 - (year - 2016) * 500};${1000 - (year - 2016) * 6};`,
    ];
  });
  const text = ["Region;Brott;År;Period;Antal;/100 000 inv", ...rows, "Ockelbo;Skadegörelsebrott;År;i fjol;1;1;"].join(
    "\r\n",
  );
  return Buffer.from(text, "latin1");
}

const REAL = sharedData("statistics/bra/anmalda-brott-boden-2026-08.csv");

describe("statistics", { timeout: 300_000 }, () => {
  test("from a file to a series with its breaks and what stands beside it, and back", async () => {
    const { page, context } = await comeIn(browser, served.origin, "Karin");
    await page.goto(`${served.origin}/lyssna/ockelbo`);
    await page.getByRole("link", { name: "Statistik", exact: true }).click();
    // The example: a survey with its intervals, a gap and a break the file itself tells of; the county beside it.
    await page.getByRole("link", { name: "Otrygg utomhus sent på kvällen" }).click();
    await page.getByText("2023–2024: 19 procent av befolkningen 16–84 år, Ockelbo.").first().waitFor();
    expect(await page.locator("line.line-interval").count()).toBe(3);
    expect(await page.locator("line.strip-break").count()).toBe(1);
    await page.getByText("Varje värde lägger ihop 2 år för att fler ska ligga bakom.").waitFor();
    await page.getByText("Sagt av källan").waitFor();
    expect(await problemsAtWidths(page, "series")).toEqual([]);
    await page.getByRole("link", { name: "All statistik" }).click();
    await page.getByRole("link", { name: "Läs in statistik" }).first().click();
    await page.getByRole("button", { name: "Visa vad filen ger" }).click();
    await page.getByText("Välj en fil.").waitFor();
    expect(await problemsAtWidths(page, "series")).toEqual([]);

    // A file that is none of these says what to do.
    const drop = (name: string, buffer: Buffer) =>
      page.getByLabel("Fil", { exact: true }).setInputFiles({ name, mimeType: "text/plain", buffer });
    await drop("lista.csv", Buffer.from("namn;antal\nlampor;3\n"));
    await page.getByRole("button", { name: "Visa vad filen ger" }).click();
    await page.getByRole("alert").getByText("Filen har ingen form som känns igen.").waitFor();

    await drop("skadegorelse.txt", searched());
    await page.getByRole("button", { name: "Visa vad filen ger" }).click();
    await page.getByRole("heading", { name: "Brå: anmälda brott. Inget är inläst än." }).waitFor();
    await page.getByText("Rad 32, Period: där står «År i fjol»").waitFor();
    expect(await problemsAtWidths(page, "series")).toEqual([]);
    await page.getByRole("button", { name: "Läs in", exact: true }).click();
    await page.getByRole("heading", { name: "skadegorelse.txt är inläst" }).waitFor();
    expect(await problemsAtWidths(page, "series")).toEqual([]);

    await page.getByRole("link", { name: "Se serierna" }).click();
    await page.getByLabel("Sök bland serierna").fill("skadegörelsebrott 100");
    await expect.poll(() => page.getByRole("row").filter({ hasText: "per 100 000" }).count()).toBe(1);
    expect(await problemsAtWidths(page, "series")).toEqual([]);
    await page.getByRole("link", { name: "Skadegörelsebrott" }).click();
    await page
      .getByText(/2025, preliminärt: 205 anmälda brott per 100\s000 invånare, Ockelbo\./)
      .first()
      .waitFor();
    const drawing = page.locator("svg.chart-drawing");
    await drawing.waitFor();
    // Ten values, one of which is not there: no line to it and none from it.
    expect(await drawing.locator("circle").count()).toBe(9);
    expect(await drawing.locator("line.line-own").count()).toBe(7);
    expect(await drawing.locator("line.line-other").count()).toBe(18);
    expect(await drawing.locator("circle.line-dot-open").count()).toBe(1);

    // By keyboard alone: a break is noted, and the line is cut where it lies.
    await page.getByText("Anteckna ett jämförbarhetsbrott").focus();
    await page.keyboard.press("Enter");
    await page.getByLabel("Från och med").fill("2021-01-01");
    await page.getByLabel("Vad blev annorlunda?").fill("Polisen bytte blankett");
    await page.keyboard.press("Enter");
    await page.getByText("Från 1 januari 2021: Polisen bytte blankett").first().waitFor();
    await expect.poll(() => drawing.locator("line.line-own").count()).toBe(6);
    expect(await drawing.locator("line.line-other").count()).toBe(16);
    expect(await problemsAtWidths(page, "series")).toEqual([]);
    await page.getByLabel("Tabell").first().check({ force: true });
    const missing = page.getByRole("row").filter({ hasText: "2018" }).first();
    await missing.getByText("uppgift saknas (-555)").waitFor();
    expect(await missing.getByRole("cell", { name: "0", exact: true }).count()).toBe(0);

    // The same file twice changes nothing; the police see it, and only who read it takes it back.
    const police = await comeIn(browser, served.origin, "Johan");
    await police.page.goto(`${served.origin}/lyssna/ockelbo/statistik`);
    await police.page.getByRole("button", { name: "Ta tillbaka inläsningen av skadegorelse.txt" }).click();
    await police.page.getByText("Du får inte").or(police.page.locator(".form-error")).first().waitFor();
    await police.context.close();
    await page.goto(`${served.origin}/lyssna/ockelbo/las-in-statistik`);
    await drop("skadegorelse.txt", searched());
    await page.getByRole("button", { name: "Visa vad filen ger" }).click();
    await page.getByRole("alert").getByText("Filen är redan inläst.").waitFor();
    await page.goto(`${served.origin}/lyssna/ockelbo/statistik`);
    await page.getByRole("button", { name: "Ta tillbaka inläsningen av skadegorelse.txt" }).click();
    await page.getByText("Tillbakatagen").waitFor();
    expect(await page.getByRole("link", { name: "Skadegörelsebrott" }).count()).toBe(0);
    await context.close();
  });

  test.skipIf(REAL === undefined)("Brå's own file of August 2026, 41 categories of another municipality", async () => {
    const { page, context } = await comeIn(browser, served.origin, "Karin");
    await page.goto(`${served.origin}/lyssna/ockelbo/las-in-statistik`);
    await page
      .getByLabel("Fil", { exact: true })
      .setInputFiles({ name: "anmalda-brott-boden.csv", mimeType: "text/csv", buffer: readFileSync(REAL!) });
    await page.getByRole("button", { name: "Visa vad filen ger" }).click();
    await page.getByRole("alert").getByText("Den har: Boden.").waitFor();
    await page.getByLabel("Allt i filen").check();
    const started = Date.now();
    await page.getByRole("button", { name: "Visa vad filen ger" }).click();
    await page.getByRole("heading", { name: "Brå: anmälda brott. Inget är inläst än." }).waitFor();
    await page.getByRole("button", { name: "Läs in", exact: true }).click();
    await page.getByRole("heading", { name: "anmalda-brott-boden.csv är inläst" }).waitFor();
    console.log(`82 series tried out and read in within ${((Date.now() - started) / 1000).toFixed(1)} s`);
    await page.getByRole("link", { name: "Se serierna" }).click();
    await page.getByText(/(\d+) av \1 serier/).waitFor();
    await page.getByLabel("Sök bland serierna").fill("fickstöld 100");
    await page.getByRole("link", { name: /därav fickstöld/ }).click();
    await page.getByText("Delarna är inte hela kategorin och läggs inte ihop.").waitFor();
    await page.getByText("Små tal").waitFor();
    expect(await problemsAtWidths(page, "series")).toEqual([]);
    await context.close();
  });
});
