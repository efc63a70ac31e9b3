// A form made for ODK on its way through the house, by browser: read in as a dialogue with what did not come along told first, opened, sent out as a form again,
// and what was filled in with it read in as answers that wait in the queue. Then a walk from a form.
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { campaignForm } from "../../src/collect/xlsform/campaign-form.ts";
import { readForm } from "../../src/collect/xlsform/form.ts";
import { readSheets } from "../../src/collect/xlsform/sheets.ts";
import { writeWorkbook } from "../../src/platform/server/workbook.ts";
import { problemsAtWidths } from "./looked.ts";
import { comeIn, openBrowser, serveBuilt, type Served } from "./served.ts";

let served: Served;
let browser: Browser;
let folder: string;

beforeAll(async () => {
  [served, browser, folder] = await Promise.all([
    serveBuilt(),
    openBrowser(),
    mkdtemp(join(tmpdir(), "samsyn-xlsform-")),
  ]);
});
afterAll(async () => {
  await browser.close();
  await served.stop();
  await rm(folder, { recursive: true, force: true });
});

const COLUMNS = ["type", "name", "label::Svenska (sv)", "label::English (en)", "relevant", "required"];
const sheet = (name: string, columns: readonly string[], rows: readonly (readonly string[])[]) => ({
  name,
  columns,
  rows: rows.map((cells) => Object.fromEntries(columns.map((column, place) => [column, cells[place] ?? ""]))),
});
const choices = sheet(
  "choices",
  ["list_name", "name", "label::Svenska (sv)", "label::English (en)"],
  [
    ["ja_nej", "1", "Ja", "Yes"],
    ["ja_nej", "2", "Nej", "No"],
    ["varfor", "mörkt", "Det är mörkt", "It is dark"],
    ["varfor", "ödsligt", "Det är ödsligt", "It is desolate"],
  ],
);
const settings = sheet(
  "settings",
  ["form_title", "form_id", "default_language"],
  [["Ute i mörkret", "ute", "Svenska (sv)"]],
);
const asked = [
  ["start", "start"],
  ["note", "inledning", "Frågorna gäller Åmot efter klockan 18.", "The questions are about Åmot after six."],
  ["select_one ja_nej", "ute", "Går du ut när det är mörkt?", "Do you go out when it is dark?", "", "yes"],
  ["begin_group", "varfor_inte", "", "", "${ute} = '2'"],
  ["select_multiple varfor", "varfor", "Varför inte?", "Why not?"],
  ["end_group"],
  ["text", "battre", "Vad skulle göra det bättre?", "What would make it better?"],
];

const fact = (page: Page, name: string) =>
  page
    .locator("dl.facts > div")
    .filter({ has: page.locator("dt", { hasText: name }) })
    .locator("dd");

describe("a form for ODK", { timeout: 300_000 }, () => {
  test("becomes a dialogue, goes out as a form, and comes back as answers", async () => {
    const { page, context } = await comeIn(browser, served.origin, "Karin");
    await page.goto(`${served.origin}/lyssna/ockelbo/ny-kampanj`);
    const field = page.getByLabel("Läs in ett formulär (XLSForm)");
    await field.waitFor();

    // Faults first: told by row, with what to do, and nothing is filled in.
    const faulty = join(folder, "fel.xlsx");
    const wrong = [
      ...asked,
      ["select_one ja nej", "ute", "Igen?"],
      ["text", "sist", "Och sen?", "", "${finns_inte} = '1'"],
    ];
    await writeFile(faulty, await writeWorkbook([sheet("survey", COLUMNS, wrong), choices, settings]));
    await field.setInputFiles(faulty);
    await page.getByRole("heading", { name: "Formuläret kan inte läsas in än. 3 fel att rätta:" }).waitFor();
    await page.getByText("Rad 9: namnet «ute» finns redan på rad 4. Ge en av frågorna ett annat namn.").waitFor();
    await page.getByText("Rad 9: listan «ja nej» finns inte på bladet choices.").waitFor();
    await page.getByText("Rad 10: kolumnen relevant nämner frågan «finns_inte», som inte finns.").waitFor();
    expect(await problemsAtWidths(page, "xlsform-1-faults")).toEqual([]);

    // Then the form as it was meant, with what does not come along.
    const right = join(folder, "ute.xlsx");
    const survey = sheet("survey", COLUMNS, [...asked, ["audio", "ljud", "Spela in"], ["geopoint", "var", "Var?"]]);
    await writeFile(right, await writeWorkbook([survey, choices, settings]));
    await field.setInputFiles(right);
    await page
      .getByRole("heading", { name: "3 frågor är inlästa. Läs igenom dem nedanför innan du planerar." })
      .waitFor();
    await page.getByText("Inget är sparat än.").waitFor();
    await page.getByText("Rad 9: frågetypen audio finns inte här; frågan är utelämnad.").waitFor();
    await page.getByText("Rad 10: en punkt på kartan (geopoint) är ingen fråga här; den är utelämnad.").waitFor();
    await page.getByText("Rad 4: «ute» blir frivillig: här är inga frågor obligatoriska.").waitFor();
    expect(await page.getByLabel("Namn", { exact: true }).inputValue()).toBe("Ute i mörkret");
    expect(
      await page
        .getByLabel("Frågan", { exact: true })
        .evaluateAll((all) => all.map((one) => (one as HTMLInputElement).value)),
    ).toEqual(["Går du ut när det är mörkt?", "Varför inte?", "Vad skulle göra det bättre?"]);
    expect(await problemsAtWidths(page, "xlsform-2-read")).toEqual([]);

    await page.getByLabel("Första dag").fill("2026-11-01");
    await page.getByLabel("Sista dag").fill("2030-12-24");
    await page.getByLabel("Det här kan du påverka", { exact: true }).fill("Belysningen");
    await page.getByLabel("Det här kan vi inte ändra", { exact: true }).fill("Busstiderna");
    await page.getByRole("button", { name: "Spara kampanjen" }).click();
    await page.getByRole("button", { name: "Öppna för svar" }).click();
    await page.getByRole("link", { name: "Hämta som formulär (XLSForm)" }).waitFor();
    expect(await problemsAtWidths(page, "xlsform-3-dialogue")).toEqual([]);

    // Out: what is fetched asks the same.
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("link", { name: "Hämta som formulär (XLSForm)" }).click(),
    ]);
    expect(download.suggestedFilename()).toBe("formular-ute-i-morkret.xlsx");
    const sheets = await readSheets(new Uint8Array(await readFile(await download.path())));
    const again = campaignForm(readForm(sheets.ok ? sheets.value : (undefined as never)));
    expect([again.faults, again.left]).toEqual([[], []]);
    expect(again.items.map(({ called }) => called.key)).toEqual(["ute", "varfor", "battre"]);

    // The note before a question stands under it, to whoever answers.
    await page.goto(`${served.origin}/svara/ute-i-morkret`);
    await page.getByRole("button", { name: "Börja" }).click();
    await page.getByText("Frågorna gäller Åmot efter klockan 18.").waitFor();
    expect(await problemsAtWidths(page, "xlsform-3-public")).toEqual([]);

    // In: three forms, one of them with a telephone number, one with an answer there is not.
    const filled = join(folder, "svar.csv");
    await writeFile(
      filled,
      [
        "SubmissionDate,ute,varfor_inte-varfor,battre,samsyn_om_dig-samsyn_alder,meta-instanceID,KEY,SubmitterName",
        "2026-11-20T17:05:00.000Z,2,mörkt ödsligt,Laga lamporna vid bron,65-up,uuid:1,uuid:1,Kalle",
        "2026-11-20T17:15:00.000Z,1,,Ring mig på 070-123 45 67,18-29,uuid:2,uuid:2,Kalle",
        "2026-11-20T17:25:00.000Z,kanske,,,18-29,uuid:3,uuid:3,Kalle",
      ].join("\n"),
    );
    await page.goto(`${served.origin}/lyssna/ockelbo/las-in`);
    await page.getByLabel("Fil", { exact: true }).setInputFiles(filled);
    await page.getByText("Filen känns igen som ifyllda formulär till en dialog.").waitFor();
    await expect.poll(() => page.getByLabel("Vilken dialog?").inputValue(), { timeout: 20_000 }).toBe("ute-i-morkret");
    expect(await problemsAtWidths(page, "xlsform-4-known")).toEqual([]);
    await page.getByRole("button", { name: "Prova utan att läsa in" }).click();
    await page.getByRole("heading", { name: "Så blir det om svar.csv läses in" }).waitFor();
    expect(await fact(page, "Nya").textContent()).toBe("2");
    await page
      .getByText("Rad 4, ute: där står «kanske», väntade ett av frågans svar; resten av formuläret är läst.")
      .waitFor();
    expect(await problemsAtWidths(page, "xlsform-5-tried")).toEqual([]);
    await page.getByRole("button", { name: "Läs in", exact: true }).click();
    await page.getByRole("heading", { name: "Klart: svar.csv" }).waitFor({ timeout: 60_000 });
    await page.goto(`${served.origin}/lyssna/ockelbo/kampanj-ute-i-morkret`);
    await page.getByText("Det är mörkt · Det är ödsligt").waitFor();
    await page.getByText("Ring mig på [telefonnummer]").waitFor();
    expect(await problemsAtWidths(page, "xlsform-6-queue")).toEqual([]);

    // Taken back whole.
    await page.goto(`${served.origin}/lyssna/ockelbo/las-in`);
    await page.getByRole("button", { name: "Ångra inläsningen: svar.csv" }).click();
    await page.getByRole("button", { name: "Ja, ta tillbaka" }).click();
    await page.getByText("2 nya är borta igen, 0 ändrade står som förut.").waitFor();
    await expect
      .poll(
        async () => {
          await page.goto(`${served.origin}/lyssna/ockelbo/kampanj-ute-i-morkret`);
          await page.getByRole("heading", { level: 1, name: "Ute i mörkret" }).waitFor();
          return page.getByText("Det är mörkt · Det är ödsligt").count();
        },
        { timeout: 60_000 },
      )
      .toBe(0);
    await context.close();
  });

  test("becomes the stops of a walk", async () => {
    const { page, context } = await comeIn(browser, served.origin, "Karin");
    await page.goto(`${served.origin}/lyssna/ockelbo/ny-vandring`);
    const path = join(folder, "vandring.xlsx");
    await writeFile(
      path,
      await writeWorkbook([
        sheet("survey", COLUMNS, [
          ["begin_group", "s1", "Skolan"],
          ["text", "s1q", "Hur är det här när skolan slutar?"],
          ["end_group"],
          ["begin_group", "s2", "Bron"],
          ["end_group"],
          ["decimal", "antal", "Hur många gick med?"],
        ]),
        settings,
      ]),
    );
    await page.getByLabel("Läs in ett formulär (XLSForm)").setInputFiles(path);
    await page
      .getByRole("heading", { name: "2 stopp är inlästa. Läs igenom dem nedanför innan du planerar." })
      .waitFor();
    await page.getByText(/^Rad 7: tal \(decimal\) finns inte här/).waitFor();
    expect(await page.getByRole("textbox", { name: /Stopp/ }).first().inputValue()).toBe(
      "Skolan: Hur är det här när skolan slutar?\nBron",
    );
    expect(await problemsAtWidths(page, "xlsform-7-walk")).toEqual([]);
    await context.close();
  });
});
