import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sharedData } from "../../../test/shared-data.ts";
import { readEvents } from "./event-rows.ts";
import { jsonRows, type JsonRow } from "./json-rows.ts";
import { mappingField } from "./mapping.ts";
import { peekTable } from "./table.ts";
import { bytesInMemory } from "./zip.ts";

async function rowsIn(text: string, size = text.length): Promise<JsonRow[]> {
  const pieces = (async function* () {
    for (let from = 0; from < text.length; from += size) yield text.slice(from, from + size);
  })();
  const rows: JsonRow[] = [];
  for await (const row of jsonRows(pieces)) rows.push(row);
  return rows;
}
const POINT = {
  type: "Feature",
  properties: { typ: "Klotter }" },
  geometry: { type: "Point", coordinates: [16.7, 60.9] },
};

describe("things in JSON", () => {
  test.each([
    [
      "one a line",
      '{"a":1,"b":{"c":"x\\"}"}}\n{"a":2}\n',
      [
        ["a", "b.c"],
        ["1", 'x"}'],
        ["2", ""],
      ],
    ],
    ["a list", '[\n {"a": 1},\n {"a": [1, {"b": 2}]}\n]', [["a"], ["1"], ['[1,{"b":2}]']]],
    ["nothing in a list", "[]", []],
    [
      "the features of a map",
      `{"type":"FeatureCollection","name":"x","features":[${JSON.stringify(POINT)}]}`,
      [
        ["typ", "longitude", "latitude"],
        ["Klotter }", "16.7", "60.9"],
      ],
    ],
    [
      "features, one a line",
      `${JSON.stringify(POINT)}\n${JSON.stringify({ ...POINT, geometry: null })}\n`,
      [
        ["typ", "longitude", "latitude"],
        ["Klotter }", "16.7", "60.9"],
        ["Klotter }", "", ""],
      ],
    ],
  ])("are read as rows: %s", async (_name, text, cells) => {
    for (const size of [1, 3, 1000]) expect((await rowsIn(text, size)).map((row) => row.cells)).toEqual(cells);
  });

  test("a line that is none is told where it stands, and takes nothing with it", async () => {
    expect(await rowsIn('{"a":1}\nhej\n\n{"a":\n{"a":2}\n')).toEqual([
      { line: 1, cells: ["a"] },
      { line: 1, cells: ["1"] },
      { line: 2, raw: "hej" },
      { line: 4, raw: '{"a":' },
      { line: 5, cells: ["2"] },
    ]);
  });

  test("any list comes out as it went in, however it is cut", async () => {
    const text = fc.string({ maxLength: 12 });
    const things = fc.array(fc.record({ a: text, b: text }), { minLength: 1, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(things, fc.integer({ min: 1, max: 40 }), async (all, size) => {
        const rows = await rowsIn(JSON.stringify(all, undefined, 1), size);
        expect(rows.slice(1).map((row) => row.cells)).toEqual(all.map(({ a, b }) => [a, b]));
      }),
      { numRuns: 200 },
    );
  });

  test("are mapped and read as any table, with the line of what is wrong", async () => {
    const lines = ["2026-11-01", "igår", "2026-11-03"].map((dag) =>
      JSON.stringify({ dag, plats: { x: 16.7, y: 60.9 } }),
    );
    const bytes = bytesInMemory(new TextEncoder().encode(lines.join("\n")));
    expect(await peekTable(bytes)).toMatchObject({ value: { heading: ["dag", "plats.x", "plats.y"] } });
    const mapping = mappingField.parse({
      time: { kind: "day", column: "dag", format: "yyyy-MM-dd" },
      place: { kind: "position", lon: "plats.x", lat: "plats.y" },
      category: {},
    });
    const readings = [];
    for await (const reading of readEvents(bytes, mapping)) readings.push(reading);
    expect(readings).toMatchObject([
      { incident: { place: { kind: "point", position: [16.7, 60.9] } }, problems: [] },
      { problems: [{ line: 2, column: "dag", read: "igår" }] },
      { problems: [] },
    ]);
  });

  const geojson = sharedData("forms/odk/geodataGeoJson.geojson");
  test.skipIf(geojson === undefined)("a real map's features have the columns of their properties", async () => {
    const rows = await rowsIn(readFileSync(geojson!, "utf8"), 700);
    expect(rows.length).toBeGreaterThan(2);
    expect(rows.every(({ cells }) => cells !== undefined)).toBe(true);
  });
});

test("a thing and a million empty lines after it is one thing", async () => {
  expect(await rowsIn(`{"a":1}${"\n".repeat(1_000_000)}`)).toEqual([
    { line: 1, cells: ["a"] },
    { line: 1, cells: ["1"] },
  ]);
});
