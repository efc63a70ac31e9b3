import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sharedData } from "../../../test/shared-data.ts";
import { type GivenSheet, workbookOf, zipOf } from "../../../test/workbook.ts";
import { openWorkbook, textOfCell, WORKBOOK_LIMITS, type WorkbookLimits } from "./xlsx.ts";
import { bytesInMemory } from "./zip.ts";

async function read(bytes: Uint8Array, sheet?: string, limits: Partial<WorkbookLimits> = {}) {
  const opened = await openWorkbook(bytesInMemory(bytes), { ...WORKBOOK_LIMITS, ...limits });
  if (!opened.ok) return { why: opened.refusal.why };
  const { sheets, rows } = opened.value;
  const read = [];
  let why: string | undefined;
  for await (const row of rows(sheet ?? sheets[0]!.name)) {
    if (row.cells === undefined) why = row.why;
    else read.push({ number: row.number, texts: row.cells.map(textOfCell), cells: row.cells });
  }
  return { sheets, rows: read, why };
}
const texts = async (rows: GivenSheet["rows"], more?: Parameters<typeof workbookOf>[1]) =>
  (await read(workbookOf([{ name: "Blad1", rows }], more))).rows?.map((row) => row.texts);

describe("a workbook", () => {
  test("gives its sheets in the order of their tabs, hidden ones too, and the rows of each", async () => {
    const bytes = workbookOf([
      {
        name: "Händelser & annat",
        rows: [
          ["Datum", "Plats"],
          ["2026-11-24", "Åmot"],
        ],
      },
      { name: "Dold", rows: [["x"]], state: "hidden" },
    ]);
    const { sheets, rows } = await read(bytes, "Dold");
    expect(sheets).toEqual([
      { name: "Händelser & annat", isHidden: false },
      { name: "Dold", isHidden: true },
    ]);
    expect(rows?.map((row) => row.texts)).toEqual([["x"]]);
    expect((await read(bytes)).rows?.map((row) => row.texts)).toEqual([
      ["Datum", "Plats"],
      ["2026-11-24", "Åmot"],
    ]);
    expect((await read(bytes, "finns inte")).rows).toEqual([]);
  });

  test("says which row it is, also after empty ones, and where in it a cell stands", async () => {
    const { rows } = await read(workbookOf([{ name: "Blad1", rows: [[], [], [undefined, undefined, "C3"]] }]));
    expect(rows?.map(({ number, texts }) => ({ number, texts }))).toEqual([{ number: 3, texts: ["", "", "C3"] }]);
  });

  test.each<[what: string, xml: string, text: string]>([
    ["a text of its own", '<c t="inlineStr"><is><t>till </t><r><t>vänster</t></r></is></c>', "till vänster"],
    ["a text with how it is said beside it", '<c t="inlineStr"><is><t>東</t><rPh><t>ひがし</t></rPh></is></c>', "東"],
    ["what a formula came to", "<c><f>A1*2</f><v>42</v></c>", "42"],
    ["the text a formula came to", '<c t="str"><f>A1&amp;"x"</f><v>Åmot</v></c>', "Åmot"],
    ["a formula nobody has reckoned", "<c><f>A1*2</f></c>", ""],
    ["a formula without an answer", '<c t="e"><f>1/0</f><v>#DIV/0!</v></c>', "#DIV/0!"],
    ["truth", '<c t="b"><v>1</v></c>', "true"],
    ["a number with a tail of binary", "<c><v>0.30000000000000004</v></c>", "0.3"],
    ["a large number as it is written", "<c><v>1.5E3</v></c>", "1500"],
    ["a day", '<c s="1"><v>46350</v></c>', "2026-11-24"],
    ["a day and a clock", '<c s="2"><v>46350.770833333336</v></c>', "2026-11-24 18:30"],
    ["a clock", '<c s="3"><v>0.77083333333333337</v></c>', "18:30:00"],
    ["a day shown by its clock", '<c s="3"><v>46350.770833333336</v></c>', "2026-11-24 18:30"],
    ["thirty hours worked", '<c s="4"><v>1.25</v></c>', "1.25"],
    ["days with a word after them", '<c s="5"><v>46350</v></c>', "46350"],
    ["the day before the leap day that never was", '<c s="1"><v>59</v></c>', "1900-02-28"],
    ["the day after it", '<c s="1"><v>61</v></c>', "1900-03-01"],
    ["a day by ISO 8601", '<c t="d"><v>2026-11-24T18:30:00Z</v></c>', "2026-11-24 18:30:00"],
    ["what XML cannot hold", '<c t="str"><v>a_x000A_b</v></c>', "a\nb"],
    ["a name of another prefix", '<c t="str"><x:v xmlns:x="urn:x">x</x:v></c>', "x"],
  ])("shows %s", async (_what, xml, text) => {
    expect(await texts([["före", { xml }, "efter"]])).toEqual([["före", text, "efter"]]);
  });

  test("of an older Mac counts its days from 1904", async () => {
    expect(await texts([[{ xml: '<c s="1"><v>44888</v></c>' }]], { book: '<workbookPr date1904="1"/>' })).toEqual([
      ["2026-11-24"],
    ]);
  });

  test("holds any texts and numbers as they were written", async () => {
    const cell = fc.oneof(
      fc
        .string({ unit: "grapheme", minLength: 1 })
        .filter(
          (text) =>
            /^[^\p{Cc}\p{Cs}\p{Cn}]+$/u.test(text) &&
            !text.includes("_x") &&
            !text.includes("\ufffe") &&
            !text.includes("\uffff"),
        ),
      fc.double({ noNaN: true, noDefaultInfinity: true }).filter((value) => Number(value.toPrecision(15)) === value),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(cell, { minLength: 1, maxLength: 30 }), { minLength: 1, maxLength: 8 }),
        async (rows) => {
          expect(await texts(rows)).toEqual(
            rows.map((row) => row.map((value) => (typeof value === "number" ? String(value) : value))),
          );
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe("what is no workbook, or means no good, is told and never thrown", () => {
  test.each<[what: string, bytes: Uint8Array, why: string]>([
    ["nothing", new Uint8Array(), "not-a-workbook"],
    ["a text", new TextEncoder().encode("Datum;Plats\n2026-11-24;Åmot"), "not-a-workbook"],
    [
      "a zip of something else",
      zipOf([{ name: "mimetype", text: "application/vnd.oasis.opendocument.spreadsheet" }]),
      "not-a-workbook",
    ],
    ["an .xls, or one with a password", Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]), "older-workbook"],
    ["a zip with a password", zipOf([{ name: "_rels/.rels", text: "" }], { flags: 1 }), "older-workbook"],
    ["a list of more than there is", zipOf([{ name: "a", text: "" }], { entries: 7 }), "workbook-is-broken"],
    ["more files than a workbook has", zipOf([{ name: "a", text: "" }], { entries: 60_000 }), "workbook-too-large"],
    ["no XML", zipOf([{ name: "_rels/.rels", text: "hej <" }]), "workbook-is-broken"],
    [
      "a document type with something in mind",
      zipOf([{ name: "_rels/.rels", text: '<!DOCTYPE r [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><r>&b;</r>' }]),
      "workbook-is-broken",
    ],
  ])("%s", async (_what, bytes, why) => {
    expect((await read(bytes)).why).toBe(why);
  });

  test("a sheet that unpacks to far more than it takes is left where that is seen", async () => {
    const bomb = workbookOf([
      { name: "Blad1", rows: [["x"], [{ xml: `<c t="inlineStr"><is><t>${"a".repeat(8_000_000)}</t></is></c>` }]] },
    ]);
    expect(bomb.length).toBeLessThan(20_000);
    const { rows, why } = await read(bomb);
    expect(why).toBe("workbook-too-large");
    expect(rows?.map((row) => row.texts)).toEqual([["x"]]);
  });

  test("a sheet longer than is allowed is read that far", async () => {
    const rows = Array.from({ length: 5000 }, (_, n) => [`rad ${n}`, Math.sin(n)]);
    const bytes = workbookOf([{ name: "Blad1", rows }]);
    const { rows: came, why } = await read(bytes, undefined, { unpacked: 300_000 });
    expect(why).toBe("workbook-too-large");
    expect(came!.length).toBeGreaterThan(100);
    expect(came!.every(({ texts }, n) => texts[0] === `rad ${n}`)).toBe(true);
  });

  test("a list of texts beyond what may be held, and a cell too far to the right", async () => {
    const bytes = workbookOf([{ name: "Blad1", rows: [["x".repeat(2000)]] }]);
    expect((await read(bytes, undefined, { sharedText: 1000 })).why).toBe("workbook-too-large");
    const wide = workbookOf([{ name: "Blad1", rows: [Array.from({ length: 40 }, (_, n) => n)] }]);
    expect((await read(wide, undefined, { columns: 39 })).why).toBe("workbook-too-large");
  });

  test("a file cut off anywhere, or with any byte of it changed", async () => {
    const bytes = workbookOf([{ name: "Blad1", rows: Array.from({ length: 20 }, (_, n) => [`rad ${n}`, n]) }]);
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length - 1), fc.nat(255), async (at, byte) => {
        expect((await read(bytes.subarray(0, at))).why).toBeDefined();
        const changed = bytes.slice();
        changed[at] = byte;
        await read(changed);
      }),
      { numRuns: 150 },
    );
  });
});

const REAL = [
  ["odk/all-question-types-v2024091201-3", "survey", undefined],
  ["xlsform/xlsform_spec_test", "survey", undefined],
  ["xlsform/choice_filter_test", "choices", undefined],
  ["xlsform/loop", "survey", undefined],
  // Called .xlsx by whoever put it there, and an .xls inside.
  ["odk/ifrc-distribution-site-assessment-v1", "survey", "older-workbook"],
] as const;
test.skipIf(sharedData("forms") === undefined).each(REAL)(
  "%s.xlsx, as people made it",
  async (name, sheet, expected) => {
    const { sheets, rows, why } = await read(new Uint8Array(readFileSync(sharedData(`forms/${name}.xlsx`)!)), sheet);
    expect(why).toBe(expected);
    if (expected !== undefined) return;
    expect(sheets!.map(({ name: called }) => called)).toContain(sheet);
    expect(rows![0]!.texts.slice(0, 2)).toEqual(sheet === "survey" ? ["type", "name"] : ["list_name", "name"]);
    expect(rows!.length).toBeGreaterThan(3);
  },
);
