// A file on its way in, by browser: looked at, its columns chosen, tried, read in while one watches, reported line by line, and taken back.
import { writeFile, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { workbookOf } from "../workbook.ts";
import { problemsAtWidths } from "./looked.ts";
import { comeIn, openBrowser, serveBuilt, type Served } from "./served.ts";

let served: Served;
let browser: Browser;
let folder: string;

beforeAll(async () => {
  [served, browser, folder] = await Promise.all([
    serveBuilt(),
    openBrowser(),
    mkdtemp(join(tmpdir(), "samsyn-imports-")),
  ]);
});
afterAll(async () => {
  await browser.close();
  await served.stop();
  await rm(folder, { recursive: true, force: true });
});

/** As the administration's system writes it: Windows-1252, semicolons, decimal comma, a title above, and three rows with faults. */
function faultyList(rows: number): Buffer {
  const day = (row: number) => `2026-0${(row % 9) + 1}-${String((row % 28) + 1).padStart(2, "0")}`;
  const lines = Array.from({ length: rows }, (_, row) => {
    const word = ["Klotter", "Skräp", "Trasig lampa"][row % 3]!;
    return `${row + 1};${day(row)} 21:30;${(16.7 + row * 1e-5).toFixed(6).replace(".", ",")};60,8985;${word};Vid Åmot skola`;
  });
  lines[4] = lines[4]!.replace("21:30", "25:30");
  lines[9] = lines[9]!.replace("60,8985", "960,8985");
  lines[14] = "15;2026-01-15 21:30";
  return Buffer.from(
    ["Felanmälan 2026;;;;;", "", "Nr;Inkom;Longitud;Latitud;Ärendetyp;Plats", ...lines].join("\r\n"),
    "latin1",
  );
}

const fact = (page: Page, name: string) =>
  page
    .locator("dl.facts > div")
    .filter({ has: page.locator("dt", { hasText: name }) })
    .locator("dd");

describe("a file is read in", { timeout: 240_000 }, () => {
  test("from looking at it to taking it back", async () => {
    const { page, context } = await comeIn(browser, served.origin, "Karin");
    await page.goto(`${served.origin}/lyssna/ockelbo/las-in`);
    await page.getByRole("heading", { level: 1, name: "Läs in händelser" }).waitFor();
    expect(await problemsAtWidths(page, "imports-1-empty")).toEqual([]);
    const path = join(folder, "felanmalan.csv");
    await writeFile(path, faultyList(20_000));
    await page.getByLabel("Fil", { exact: true }).setInputFiles(path);

    // Looked at: how it is written, where its heading is, what its columns probably are.
    await page
      .getByText("6 kolumner, teckenkodning Windows-1252, åtskilda med «;». Decimalerna står efter komma.")
      .waitFor();
    expect(await page.getByLabel("Rubrikrad").inputValue()).toBe("3");
    expect(await page.getByRole("columnheader").allTextContents()).toEqual(
      expect.arrayContaining(["Nr", "Inkom", "Longitud", "Latitud", "Ärendetyp", "Plats"]),
    );
    const chosen = async (label: string) => page.getByLabel(label, { exact: true }).inputValue();
    expect(await chosen("Tid")).toBe("Inkom");
    expect(await chosen("Longitud")).toBe("Longitud");
    expect(await chosen("Kategori")).toBe("Ärendetyp");
    expect(await chosen("Radens eget nummer")).toBe("Nr");
    expect(await problemsAtWidths(page, "imports-2-looked-at")).toEqual([]);

    // Tried, by keyboard.
    await page.getByLabel("Vad ska källan heta?").fill("Kommunens felanmälan");
    await page.getByRole("button", { name: "Prova utan att läsa in" }).focus();
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "Så blir det om felanmalan.csv läses in" }).waitFor();
    await page.getByText("Inget är inläst och inget är ändrat.").waitFor();
    expect(await fact(page, "Lästa").textContent()).toMatch(/^20\s000$/);
    expect(await fact(page, "Nya").textContent()).toMatch(/^19\s997$/);
    expect(await fact(page, "Gick inte att läsa").textContent()).toBe("3");
    await page.getByText("Rad 8, Inkom: där står «2026-05-05 25:30», väntade en tid i det valda formatet.").waitFor();
    await page.getByText(/^Rad 13, Latitud: där står «960,8985»/).waitFor();
    await page.getByText(/^Rad 18: .*väntade lika många kolumner som rubrikraden/).waitFor();

    // The file's own words become ours; what has been changed is tried again before it is read.
    await page.getByLabel(/^Klotter \(/).selectOption("vandalism.graffiti");
    await page.getByText("Du har ändrat något sedan provet.").waitFor();
    expect(await problemsAtWidths(page, "imports-3-tried")).toEqual([]);
    await page.getByRole("button", { name: "Prova igen" }).click();
    const read = page.getByRole("button", { name: "Läs in", exact: true });
    await read.waitFor();
    await read.click();

    // Read in, while one watches how far it has come.
    const bar = page.getByRole("progressbar", { name: "Läser in felanmalan.csv" });
    await bar.waitFor();
    expect(await bar.getAttribute("max")).toBe("20000");
    expect(await problemsAtWidths(page, "imports-4-reading")).toEqual([]);
    await page.getByRole("heading", { name: "Klart: felanmalan.csv" }).waitFor({ timeout: 60_000 });
    expect(await fact(page, "Nya").textContent()).toMatch(/^19\s997$/);
    expect(await problemsAtWidths(page, "imports-5-read")).toEqual([]);

    // Known again the next time, where nothing of it is new.
    await page.getByRole("button", { name: "Välj en annan fil" }).click();
    await page.getByLabel("Fil", { exact: true }).setInputFiles(path);
    await page.getByText(/^Kolumnerna känns igen från källan Kommunens felanmälan/).waitFor();
    await page.getByRole("button", { name: "Prova utan att läsa in" }).click();
    await page.getByRole("heading", { name: "Så blir det om felanmalan.csv läses in" }).waitFor();
    await expect.poll(() => fact(page, "Oförändrade").textContent()).toMatch(/^19\s997$/);
    expect(await fact(page, "Nya").textContent()).toBe("0");

    // Taken back from the list of what has been read in, after being asked.
    await page.getByRole("button", { name: "Ångra inläsningen: felanmalan.csv" }).click();
    await page.getByRole("button", { name: "Ja, ta tillbaka" }).click();
    await page.getByRole("heading", { name: "Ångrat: felanmalan.csv" }).waitFor({ timeout: 60_000 });
    await page.getByText(/^19\s997 nya är borta igen, 0 ändrade står som förut/).waitFor();
    expect(await problemsAtWidths(page, "imports-6-undone")).toEqual([]);
    await context.close();
  });

  test("a workbook is looked at by sheet; what is no workbook is told with what to do", async () => {
    const { page, context } = await comeIn(browser, served.origin, "Karin", { width: 320 });
    await page.goto(`${served.origin}/lyssna/ockelbo/las-in`);
    const file = page.getByLabel("Fil", { exact: true });
    await file.setInputFiles({
      name: "gammal.xls",
      mimeType: "application/vnd.ms-excel",
      buffer: Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0, 0, 0, 0]),
    });
    await page.getByText(/^Det här är en äldre Excel-fil \(.xls\) eller en med lösenord\./).waitFor();
    await page.getByRole("button", { name: "Välj en annan fil" }).click();
    const book = workbookOf([
      { name: "Läs mig", rows: [["Uttag ur systemet"]] },
      {
        name: "Händelser",
        rows: [
          ["Datum", "Typ"],
          [{ xml: '<c s="1"><v>46350</v></c>' }, "Klotter"],
        ],
      },
    ]);
    await file.setInputFiles({ name: "lista.xlsx", mimeType: "application/octet-stream", buffer: Buffer.from(book) });
    await page.getByLabel("Blad").selectOption("Händelser");
    await page.getByRole("cell", { name: "2026-11-24" }).waitFor();
    await expect.poll(() => page.getByLabel("Tid", { exact: true }).inputValue()).toBe("Datum");
    expect(await problemsAtWidths(page, "imports-7-workbook")).toEqual([]);
    await context.close();
  });
});
