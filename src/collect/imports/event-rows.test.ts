import fc from "fast-check";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { must } from "../../../test/people.ts";
import { sharedData } from "../../../test/shared-data.ts";
import { workbookOf } from "../../../test/workbook.ts";
import { isKeepable } from "../../ground/keepable.ts";
import { fileAt } from "../../platform/server/files.ts";
import { readEvents } from "./event-rows.ts";
import { importAll } from "./importer.ts";
import { type Mapping, mappingField } from "./mapping.ts";
import { readyFor } from "./ready-mapping.ts";
import { peekTable } from "./table.ts";
import { bytesInMemory } from "./zip.ts";
import type { Imported } from "../observation.ts";

const bytesOf = (text: string, encoding: BufferEncoding = "utf8") => new Uint8Array(Buffer.from(text, encoding));
const mapping = (more: object = {}): Mapping =>
  mappingField.parse({
    time: { kind: "instant", column: "när", format: "yyyy-MM-dd HH:mm" },
    place: { kind: "position", lon: "x", lat: "y" },
    category: { column: "vad", values: { Klotter: "vandalism.graffiti" } },
    text: ["vad"],
    ...more,
  });

async function readAll(bytes: Uint8Array, by: Mapping = mapping()) {
  const landed: Imported[] = [];
  const report = await importAll(readEvents(bytesInMemory(bytes), by), {
    prepare: (incident) => incident,
    land: async (batch) => {
      landed.push(...batch);
      return { added: batch.length, changed: 0 };
    },
  });
  return { landed, report };
}

const TABLE = "när;x;y;vad\n2024-01-02 10:00;16,718;60,8985;Klotter i Åmot\n";

describe("an event table", () => {
  test.each([
    ["UTF-8", bytesOf(TABLE)],
    ["UTF-8 with a mark", bytesOf(`\ufeff${TABLE}`)],
    ["Latin-1", bytesOf(TABLE, "latin1")],
    ["UTF-16", bytesOf(TABLE, "utf16le")],
    ["UTF-16 with a mark", bytesOf(`\ufeff${TABLE}`, "utf16le")],
    ["packed", new Uint8Array(gzipSync(bytesOf(TABLE)))],
    ["Windows line ends", bytesOf(TABLE.replaceAll("\n", "\r\n"))],
    ["no last line end", bytesOf(TABLE.trimEnd())],
  ])("is read in %s", async (_name, bytes) => {
    const { landed, report } = await readAll(bytes);
    expect(report.problems).toEqual([]);
    expect(landed).toMatchObject([
      {
        text: "Klotter i Åmot",
        place: { kind: "point", position: [16.718, 60.8985] },
        when: { at: "2024-01-02T09:00:00.000Z" },
      },
    ]);
  });

  test("brings nobody in: not by what it is called, where it was, what kind it was or what was written", async () => {
    const table = [
      "nr;när;plats;vad;text",
      "850709-9805;2024-01-02 10:00;Kyrkogatan 12 lgh 1201, Anna Svensson;Klotter;Ring 070-123 45 67",
      "2;2024-01-02 10:00;Torget;Kalle Svensson 850709-9805 slår;Larm",
      "3;2024-01-02 10:00;Torget;Klotter;Larm",
    ].join("\n");
    const { landed, report } = await readAll(
      bytesOf(table),
      mapping({ foreignId: "nr", place: { kind: "name", column: "plats" }, text: ["text"] }),
    );
    expect(JSON.stringify(landed)).not.toMatch(/Anna|Kalle|Svensson|850709|070|1201/);
    expect(landed[0]).toMatchObject({ category: "vandalism.graffiti", text: "Klotter" });
    expect(landed[2]).toMatchObject({ foreignId: "3", text: "Larm", place: { name: "Torget" } });
    expect(report).toMatchObject({ added: 3, unreadable: 0 });
    expect(report.problems).toEqual([
      { line: 2, column: "plats", read: "…", expected: "nobody-pointed-out" },
      { line: 2, column: "text", read: "…", expected: "nobody-pointed-out" },
      { line: 3, column: "vad", read: "…", expected: "nobody-pointed-out" },
    ]);
  });

  test("says what could not be read without whom it is about", async () => {
    const { report } = await readAll(bytesOf("när;x;y;vad\nAnna Svensson 850709-9805;16;60;Klotter\n"));
    expect(report.problems).toEqual([{ line: 2, column: "när", read: "[namn] [personnummer]", expected: "a-time" }]);
  });

  test("is read in Excel: days, numbers and cells that are empty as they stand there", async () => {
    const [heading, ...rows] = [
      ["Uttag ur systemet 2026-11-24"],
      [],
      ["när", "x", "y", "vad", "anmärkning"],
      [{ xml: '<c s="2"><v>45293.416666666664</v></c>' }, 16.718, 60.8985, "Klotter i Åmot"],
      [{ xml: '<c s="2"><v>45294.416666666664</v></c>' }, undefined, undefined, "Klotter", "sett"],
      [{ xml: '<c t="e"><v>#REF!</v></c>' }, 16.7, 60.9, "Klotter"],
    ] as const;
    const { landed, report } = await readAll(
      workbookOf([
        { name: "Läs mig", rows: [["Här står inget"]] },
        { name: "Data", rows: [heading, ...rows] },
      ]),
      mapping({ time: { kind: "instant", column: "när", format: "iso" }, sheet: "Data" }),
    );
    expect(landed).toMatchObject([
      {
        text: "Klotter i Åmot",
        place: { kind: "point", position: [16.718, 60.8985] },
        when: { at: "2024-01-02T09:00:00.000Z" },
      },
      { place: { kind: "unknown" } },
    ]);
    expect(report).toMatchObject({
      read: 3,
      problems: [{ line: 6, column: "när", read: "#REF!", expected: "a-time" }],
    });
  });

  test("may have a title over its heading, another one next month, and columns in another order", async () => {
    const first = await readAll(bytesOf(`Utdrag;;;\n\n${TABLE}`));
    const second = await readAll(bytesOf("Gatukontoret\n\nvad;y;x;när\nKlotter;60,8985;16,718;2024-01-02 10:00\n"));
    const place = { kind: "point", position: [16.718, 60.8985] };
    expect([first.landed, second.landed].map(([one]) => one?.place)).toEqual([place, place]);
    expect([first.report, second.report].map(({ read, unreadable }) => [read, unreadable])).toEqual([
      [1, 0],
      [1, 0],
    ]);
  });

  test("tells each line that cannot be read, and reads the others", async () => {
    const { landed, report } = await readAll(
      bytesOf(
        [
          "när;x;y;vad",
          "2024-01-02 10:00;16,7;60,9;ett",
          "2024-13-02 10:00;16,7;60,9;två",
          "",
          "2024-01-02 10:00;500;60,9;tre",
          "2024-01-02;16",
          '2024-01-05 10:00;16,7;60,9;"fyra\nrader"',
          "2024-01-06 10:00;;;fem",
        ].join("\r\n"),
      ),
    );
    expect(landed.map(({ text }) => text)).toEqual(["ett", "fyra\nrader", "fem"]);
    expect(landed[2]?.place).toEqual({ kind: "unknown" });
    expect(report.problems).toEqual([
      { line: 3, column: "när", read: "2024-13-02 10:00", expected: "a-time" },
      { line: 5, column: "x", read: "500", expected: "a-longitude" },
      { line: 6, read: "2024-01-02, 16", expected: "as-many-columns-as-the-heading" },
    ]);
    expect(report).toMatchObject({ read: 6, added: 3, unreadable: 3 });
  });

  test("keeps of a text what a note may hold, and looks through no more", async () => {
    const long = `${"Klotter på väggen. ".repeat(210)}${"😀".repeat(50_000)}`;
    const { landed } = await readAll(bytesOf(`när;x;y;vad\n2024-01-02 10:00;16,718;60,8985;${long}\n`));
    expect(landed).toHaveLength(1);
    expect(long.startsWith(landed[0]!.text)).toBe(true);
    expect(landed[0]!.text.length).toBeGreaterThan(3990);
    expect(landed[0]!.text.length).toBeLessThanOrEqual(4000);
    expect(isKeepable(landed[0]!.text)).toBe(true);
  });
  test("tells where a quote was opened and never closed", async () => {
    const { report } = await readAll(
      bytesOf(`${TABLE}2024-01-03 10:00;16,7;60,9;"öppet\n2024-01-04 10:00;16,7;60,9;x\n`),
    );
    expect(report).toMatchObject({ added: 1, problems: [{ line: 3, expected: "a-closed-quote" }] });
  });

  test("tells a line that was written in another encoding than the rest", async () => {
    const { report } = await readAll(
      Buffer.concat([bytesOf(TABLE), bytesOf("2024-01-03 10:00;16,7;60,9;Åmot\n", "latin1")]),
    );
    expect(report).toMatchObject({
      added: 1,
      problems: [{ line: 3, column: "vad", expected: "text-in-one-encoding" }],
    });
  });

  test("a packed file that was cut off is told, with what came before it", async () => {
    const rows = Array.from({ length: 20_000 }, (_, index) => `2024-01-02 10:00;16,7;60,9;${index * 7919}`);
    const packed = gzipSync(bytesOf(`när;x;y;vad\n${rows.join("\n")}\n`));
    const { report } = await readAll(new Uint8Array(packed.subarray(0, packed.length / 2)));
    expect(report.added).toBeGreaterThan(100);
    expect(report.problems.at(-1)?.expected).toBe("a-whole-file");
  });

  test("the same row twice is two events, and the same two the next time", async () => {
    const [row = ""] = TABLE.split("\n").slice(1);
    const twice = bytesOf(`${TABLE}${row}\n`);
    const ids = (await readAll(twice)).landed.map(({ foreignId }) => foreignId);
    expect(new Set(ids).size).toBe(2);
    expect((await readAll(twice)).landed.map(({ foreignId }) => foreignId)).toEqual(ids);
  });

  test.each([
    [
      "a day",
      { kind: "day", column: "när", format: "M/d/yyyy" },
      "1/31/2024",
      "2024-01-30T23:00:00.000Z",
      "2024-01-31T22:59:59.999Z",
      "day",
    ],
    [
      "a month",
      { kind: "month", column: "när", format: "yyyy-MM" },
      "2024-02",
      "2024-01-31T23:00:00.000Z",
      "2024-02-29T22:59:59.999Z",
      "month",
    ],
  ])("knows %s as no more than that", async (_name, time, written, from, to, precision) => {
    const { landed } = await readAll(bytesOf(`när;vad\n${written};x\n`), mapping({ time, place: { kind: "none" } }));
    expect(landed).toMatchObject([{ when: { kind: "interval", from, to }, precision }]);
  });

  test("an interval is between its ends; with one end known it is that", async () => {
    const time = { kind: "interval", from: "från", to: "till", format: "yyyy-MM-dd HH:mm", zone: "UTC" };
    const { landed, report } = await readAll(
      bytesOf(
        "från;till;vad\n2024-01-01 10:00;2024-01-02 10:00;a\n;2024-01-02 10:00;b\n2024-01-03 10:00;2024-01-02 10:00;c\n",
      ),
      mapping({ time, place: { kind: "none" } }),
    );
    expect(landed.map(({ when }) => when.kind)).toEqual(["interval", "instant"]);
    expect(report.problems).toMatchObject([{ line: 4, column: "till", expected: "an-end-after-the-start" }]);
  });

  test("whatever stands in the cells, every row is accounted for", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(fc.string(), { minLength: 1, maxLength: 5 }), { maxLength: 20 }),
        async (rows) => {
          const quoted = rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(";"));
          const { landed, report } = await readAll(bytesOf(["när;x;y;vad", ...quoted].join("\n")));
          const said = rows.filter((cells) => cells.some((cell) => cell !== "")).length;
          expect(report.read).toBe(said);
          expect(landed.length + report.unreadable).toBe(said);
        },
      ),
      { numRuns: 50 },
    );
  });
});

const THEFTS = sharedData("points/nyc-vehicle-thefts-intervals.csv.gz");

test.skipIf(THEFTS === undefined)(
  "35,746 thefts with a start and an end are read, each of them",
  { timeout: 120_000 },
  async () => {
    const by = mappingField.parse({
      foreignId: "uid",
      time: { kind: "interval", from: "date_start", to: "date_end", format: "yyyy-MM-dd HH:mm", zone: "UTC" },
      place: { kind: "position", lon: "longitude", lat: "latitude" },
      category: { otherwise: "theft.vehicle" },
    });
    let intervals = 0;
    const report = await importAll(readEvents(fileAt(THEFTS!), by), {
      prepare: (incident) => incident,
      land: async (batch) => {
        intervals += batch.filter(({ when }) => when.kind === "interval").length;
        return { added: batch.length, changed: 0 };
      },
    });
    expect(report).toMatchObject({ read: 35_746, added: 35_746, unreadable: 0 });
    expect(intervals).toBe(32_382);
  },
);

const STREET = sharedData("points/police-uk-raw/2018-10-dyfed-powys-street.csv");

test.skipIf(STREET === undefined)("a street file of data.police.uk is read by what its heading tells", async () => {
  const file = fileAt(STREET!);
  const { heading } = must(await peekTable(file));
  const landed: Imported[] = [];
  const report = await importAll(readEvents(file, readyFor(heading)!.mapping), {
    prepare: (incident) => incident,
    land: async (batch) => {
      landed.push(...batch);
      return { added: batch.length, changed: 0 };
    },
  });
  expect(report).toMatchObject({ read: landed.length, unreadable: 0 });
  expect(landed.length).toBeGreaterThan(3000);
  const named = landed.filter(({ foreignId }) => /^[0-9a-f]{64}$/.test(foreignId));
  const unnamed = landed.filter(({ foreignId }) => foreignId.startsWith("row-"));
  // Disorder has no number of its own, and many rows of it say the same: each is an event.
  expect(named.length + unnamed.length).toBe(landed.length);
  expect(unnamed.length).toBeGreaterThan(500);
  expect(unnamed.every(({ category }) => category === "disorder.other")).toBe(true);
  expect(new Set(unnamed.map(({ foreignId }) => foreignId)).size).toBe(unnamed.length);
  expect(new Set(landed.map(({ precision }) => precision))).toEqual(new Set(["month"]));
  expect(landed[0]).toMatchObject({
    category: "violence.assault",
    place: { kind: "point", position: [-3.206606, 51.53886], name: "On or near Thornhill Road" },
    when: { kind: "interval", from: "2018-09-30T22:00:00.000Z", to: "2018-10-31T22:59:59.999Z" },
  });
});
