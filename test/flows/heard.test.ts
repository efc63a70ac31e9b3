// Who has not been heard: from Statistics Sweden's own file to the comparison, by keyboard, with what is refused on the way.
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { BOTH, type At, type Given, jsonStat, YEARLY } from "../population-table.ts";
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

const file = (name: string, given: Given, at: At) => ({
  name,
  mimeType: "application/json",
  buffer: Buffer.from(JSON.stringify(jsonStat(given, at))),
});
const people: At = ({ Alder, Kon }) => (Number.parseInt(Alder!, 10) < 65 ? 30 : 26) - (Kon === "2" ? 1 : 0);
const GROUPS = file(
  "folkmangd.json",
  {
    age: YEARLY,
    sex: BOTH,
    time: { "2022": "2022", "2023": "2023" },
    region: { "2101": "2101 Ockelbo", "2104": "2104 Hofors" },
    refPeriod: "31 december respektive år",
  },
  people,
);
const LOCALITIES = file(
  "tatorter.json",
  {
    region: { "2101TC103": "2101TC103 Ockelbo", "2101TB104": "2101TB104 Åmot", "2101SB110": "2101SB110 Wij" },
    title: "Folkmängd per tätort",
  },
  ({ Region }) => (Region === "2101TB104" ? 199 : Region === "2101SB110" ? 61 : 3010),
);

describe("who has not been heard", { timeout: 300_000 }, () => {
  test("from the file to the comparison", async () => {
    const { page, context } = await comeIn(browser, served.origin, "Karin");
    await page.goto(`${served.origin}/lyssna/ockelbo/vem-har-inte-horts`);
    await page.getByText(/Räknat är huvuden vid varje tillfälle, inte personer/).waitFor();
    expect(await problemsAtWidths(page, "heard")).toEqual([]);
    const drop = (given: { name: string; mimeType: string; buffer: Buffer }) =>
      page.getByLabel("Fil", { exact: true }).setInputFiles(given);
    const show = page.getByRole("button", { name: "Visa vad filen ger" });

    await show.focus();
    await page.keyboard.press("Enter");
    await page.getByText("Välj en fil.").waitFor();
    await page.getByText("Välj vilken dag filen hämtades.").waitFor();
    await drop({ name: "lista.csv", mimeType: "text/csv", buffer: Buffer.from("region;ålder\nOckelbo;3\n") });
    await show.press("Enter");
    await page.getByRole("alert").getByText("Filen är ingen tabell ur SCB:s statistikdatabas.").waitFor();
    await drop(file("hofors.json", { sex: BOTH, region: { "2104": "2104 Hofors" } }, people));
    await show.press("Enter");
    await page.getByRole("alert").getByText("Filen har inget om Ockelbo. Den har: Hofors.").waitFor();
    expect(await problemsAtWidths(page, "heard")).toEqual([]);

    await drop(GROUPS);
    await show.press("Enter");
    await page
      .getByRole("heading", { name: /^2023: 5\s671 invånare, 101 åldersgrupper, 2 kön\. Inget är intaget än\./ })
      .waitFor();
    await page.getByText("Filen har 2 år. Bara det senaste, 2023, tas in.").waitFor();
    await page.getByText("1 annan plats i filen tas inte in.").waitFor();
    expect(await problemsAtWidths(page, "heard")).toEqual([]);
    await page.getByRole("button", { name: "Ta in", exact: true }).press("Enter");
    await page.getByRole("heading", { name: "Folkmängden 2023 är intagen" }).waitFor();
    await page
      .getByText(
        /Bor här: SCB, Folkmängd 31 december 2023, tabell TAB638, uppdaterad hos källan 22 februari 2024, hämtad /,
      )
      .first()
      .waitFor();
    await page.getByRole("columnheader", { name: "Bor här 2023" }).waitFor();
    expect(await page.getByText("Påhittad fördelning").count()).toBe(0);

    await drop(LOCALITIES);
    await show.press("Enter");
    await page.getByRole("heading", { name: "2023, 3 orter. Inget är intaget än." }).waitFor();
    expect(await problemsAtWidths(page, "heard")).toEqual([]);
    await page.getByRole("button", { name: "Ta in", exact: true }).press("Enter");
    await page.getByText("Ingen har hörts i Wij än.").waitFor();
    await page.getByText("199 (2023)").waitFor();
    await page.getByText(/^Invånare i orterna: SCB, Folkmängd 2023/).waitFor();
    expect(await problemsAtWidths(page, "heard")).toEqual([]);

    // By hand it is still filled in, and says that it is.
    await page.getByText("Skriv in för hand").press("Enter");
    await page.getByLabel("Kvinnor", { exact: true }).fill("2880");
    await page.getByLabel("År", { exact: true }).fill("2024");
    await page.getByLabel("Källa", { exact: true }).fill("SCB, folkmängd");
    await page.keyboard.press("Enter");
    await page.getByText("Bor här: 2024, inskrivet för hand. Källa: SCB, folkmängd.").first().waitFor();
    await page.getByText("Sparat. Jämförelsen är räknad på nytt.").waitFor();
    expect(await problemsAtWidths(page, "heard")).toEqual([]);
    await context.close();
  });

  test("whoever does not keep the figures sees where they come from, and is offered nothing", async () => {
    const { page, context } = await comeIn(browser, served.origin, "Amina");
    await page.goto(`${served.origin}/lyssna/ockelbo/vem-har-inte-horts`);
    await page.getByText("Samordnaren eller kommunpolisen fyller i vilka som bor här.").waitFor();
    expect(await page.getByRole("button", { name: "Visa vad filen ger" }).count()).toBe(0);
    expect(await page.getByText("Skriv in för hand").count()).toBe(0);
    expect(await problemsAtWidths(page, "heard")).toEqual([]);
    await context.close();
  });
});
