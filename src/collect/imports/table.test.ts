import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { must, why } from "../../../test/people.ts";
import { workbookOf } from "../../../test/workbook.ts";
import { mappingField } from "./mapping.ts";
import { readyFor } from "./ready-mapping.ts";
import { headingOf, peekTable, refusedTable } from "./table.ts";
import { bytesInMemory } from "./zip.ts";

const bytesOf = (text: string, encoding: BufferEncoding = "utf8") => new Uint8Array(Buffer.from(text, encoding));
const peek = async (bytes: Uint8Array | string, how?: Parameters<typeof peekTable>[1]) =>
  must(await peekTable(bytesInMemory(typeof bytes === "string" ? bytesOf(bytes) : bytes), how));

const TABLE = "när;x;y;vad\n2024-01-02 10:00;16,718;60,8985;Klotter i Åmot\n2024-01-03 10:00;16,7;60,9;Hål\n";
const PLAIN = { heading: ["när", "x", "y", "vad"], headingLine: 1, separator: ";", decimal: "," };

describe("looking at a file", () => {
  test.each<[what: string, bytes: Uint8Array, found: object]>([
    ["UTF-8", bytesOf(TABLE), { ...PLAIN, encoding: "utf-8" }],
    ["UTF-8 with a mark", bytesOf(`\ufeff${TABLE}`), { ...PLAIN, encoding: "utf-8" }],
    ["Windows-1252", bytesOf(TABLE, "latin1"), { ...PLAIN, encoding: "windows-1252" }],
    [
      "UTF-16 as Excel saves it",
      bytesOf(`\ufeff${TABLE.replaceAll(";", "\t")}`, "utf16le"),
      { ...PLAIN, separator: "\t", encoding: "utf-16le" },
    ],
    ["packed", new Uint8Array(gzipSync(bytesOf(TABLE))), PLAIN],
    [
      "with points and commas",
      bytesOf(TABLE.replaceAll(",", ".").replaceAll(";", ",")),
      { ...PLAIN, separator: ",", decimal: "." },
    ],
    ["with bars", bytesOf(TABLE.replaceAll(";", "|")), { ...PLAIN, separator: "|" }],
    [
      "with a title, a day and an empty line above",
      bytesOf(`Felanmälan 2024\nUttag 2024-02-01\n\n${TABLE}`),
      { ...PLAIN, headingLine: 4 },
    ],
    [
      "with a title that has all the separators",
      bytesOf(`Felanmälan 2024;;;\n;;;\n${TABLE}`),
      { ...PLAIN, headingLine: 3 },
    ],
    [
      "JSON",
      bytesOf('{"när":"2024-01-02","x":16.7}\n{"när":"2024-01-03","x":16.8}\n'),
      { form: "json", heading: ["när", "x"], decimal: "." },
    ],
    [
      "a workbook with the table on its second sheet",
      workbookOf([
        { name: "Om", rows: [["Läs detta"]], state: "hidden" },
        {
          name: "Händelser",
          rows: [["Kommunens lista"], [], ["Datum", "Plats"], [{ xml: '<c s="1"><v>46350</v></c>' }, "Åmot"]],
        },
      ]),
      {
        form: "workbook",
        sheets: ["Om", "Händelser"],
        sheet: "Händelser",
        headingLine: 3,
        heading: ["Datum", "Plats"],
        rows: [["2026-11-24", "Åmot"]],
      },
    ],
  ])("finds out how it is written: %s", async (_what, bytes, found) => {
    expect(await peek(bytes)).toMatchObject(found);
  });

  test("shows the top of the file, and takes the heading from wherever a person points", async () => {
    const text = "a;b\nNamn;Antal\nx;1\n";
    const { top } = await peek(text);
    expect(top.map(({ line }) => line)).toEqual([1, 2, 3]);
    expect(await peek(text, { headingLine: 2 })).toMatchObject({ heading: ["Namn", "Antal"], rows: [["x", "1"]] });
  });

  test("knows the heading by the mapping that was kept, also where another row looks more like one", async () => {
    const mapping = mappingField.parse({
      time: { kind: "day", column: "2024", format: "iso" },
      place: { kind: "none" },
      category: {},
    });
    expect(await peek("Namn;Plats\n2024;2025\nx;1\n", { mapping })).toMatchObject({ headingLine: 2 });
  });

  test("gives each column a name of its own", () => {
    expect(headingOf([" Datum ", "Datum", "", "Datum", "", ""])).toEqual(["Datum", "Datum (2)", "", "Datum (3)"]);
    expect(headingOf(["Datum (2)", "Datum", "Datum"])).toEqual(["Datum (2)", "Datum", "Datum (3)"]);
    // Made to keep a server busy, and done in a moment.
    expect(new Set(headingOf(Array.from({ length: 20_000 }, () => "a"))).size).toBe(20_000);
  });

  test("long cells are shown short, and a row that is broken is left out", async () => {
    const { rows } = await peek(`a;b\n${"x".repeat(900)};1\n"öppet;2\n`);
    expect(rows).toHaveLength(1);
    expect(rows[0]![0]).toHaveLength(200);
  });

  test("what cannot be opened is told", async () => {
    const older = Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0, 0, 0, 0]);
    expect(why(await peekTable(bytesInMemory(older)))).toBe("older-workbook");
    expect(why(await peekTable(bytesInMemory(bytesOf("PK\u0003\u0004 och sedan inget"))))).toBe("not-a-workbook");
  });
});

describe("a table", () => {
  const mapping = mappingField.parse({
    time: { kind: "day", column: "när", format: "iso" },
    place: { kind: "none" },
    category: { column: "vad" },
  });
  test.each([
    ["an empty file", "", "file-is-empty"],
    ["a picture", "\u0089PNG\u0000\u0001,b\n", "not-a-table"],
    ["a missing column", "när;x;y;typ\n", "column-missing"],
  ])("%s is refused before anything is read", async (_name, text, expected) => {
    expect(refusedTable(mapping, text === "" ? undefined : await peek(text))).toMatchObject({ why: expected });
  });
  test("a table nobody has said anything of is asked about", async () =>
    expect(refusedTable(undefined, await peek(TABLE))).toMatchObject({ why: "mapping-needed" }));
});

describe("files of a known make", () => {
  test.each([
    [
      "police-uk",
      "Crime ID,Month,Reported by,Falls within,Longitude,Latitude,Location,LSOA code,LSOA name,Crime type,Last outcome category,Context",
    ],
    ["police-uk-short", "month,force,lon,lat,lsoa_code,crime_type,last_outcome"],
    [undefined, "month,lon,lat"],
  ])("%s is known by its heading", (name, heading) => {
    expect(readyFor(heading.split(","))?.name).toBe(name);
  });
});
