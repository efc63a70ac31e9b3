import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, describe, expect, test } from "vitest";
import { countAnswer } from "../../picture/answers/counted.ts";
import { clusterAnswer, densityAnswer, hotspotAnswer } from "../../picture/answers/concentrated.ts";
import { outbreakAnswer } from "../../picture/answers/expected.ts";
import { snapshotOf } from "../../picture/columns/snapshot.ts";
import { areaAround } from "./areas.ts";
import { readAsked, readStore } from "./file.ts";
import type { Options } from "./options.ts";
import { inAreas } from "./scan.ts";

const folder = mkdtempSync(join(tmpdir(), "samsyn-file-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let written = 0;
function fileOf(content: string | Uint8Array, ending = "csv"): string {
  const path = join(folder, `${++written}.${ending}`);
  writeFileSync(path, content);
  return path;
}
const COLUMNS = { lon: "lon", lat: "lat", time: "dag", category: "slag" };
async function asked(content: string | Uint8Array, options: Options = {}) {
  const said: string[] = [];
  const read = await readAsked({ in: fileOf(content), ...COLUMNS, ...options }, (sentence) => said.push(sentence));
  return { ...read, said };
}
/** What is said where it cannot be read, both languages on one line. */
async function refused(content: string | Uint8Array, options: Options = {}): Promise<string> {
  const error: unknown = await asked(content, options).catch((caught: unknown) => caught);
  return error instanceof Error ? error.message : "";
}
const HEADING = "lon,lat,dag,slag\n";
const ROW = "16.71,60.88,2024-03-01,trafik\n";
const square = (west: number, code: string) => ({
  type: "Feature",
  properties: { code, name: `${code} by` },
  geometry: {
    type: "Polygon",
    coordinates: [
      [
        [west, 60],
        [west + 1, 60],
        [west + 1, 61],
        [west, 61],
        [west, 60],
      ],
    ],
  },
});
const AREAS = JSON.stringify({ type: "FeatureCollection", features: [square(16, "a"), square(17, "b")] });

describe("a file of events", () => {
  test.each([
    ["as it is", `${HEADING}${ROW}`],
    ["with a mark first and lines that end as in Windows", `\uFEFF${HEADING}${ROW}`.replaceAll("\n", "\r\n")],
    ["with semicolons and decimal commas", "lon;lat;dag;slag\n16,71;60,88;2024-03-01;trafik\n"],
    ["with tabs, and its columns in capitals", `${HEADING.toUpperCase()}${ROW}`.replaceAll(",", "\t")],
    ["packed, whatever it is called", gzipSync(`${HEADING}${ROW}`)],
  ])("%s is read", async (_name, content) => {
    const { events, said } = await asked(content);
    expect(said).toEqual([]);
    expect(events.category).toEqual(["trafik"]);
    expect(events.positionOf(events.x[0]!, events.y[0]!).map((one) => one.toFixed(5))).toEqual([
      "16.71000",
      "60.88000",
    ]);
  });

  test("in Windows-1252 is read, and that is said", async () => {
    const { events, said } = await asked(Buffer.from(`${HEADING}16.71,60.88,2024-03-01,st\u00f6ld\n`, "latin1"));
    expect(events.category).toEqual(["stöld"]);
    expect(said).toEqual([expect.stringContaining("läses som Windows-1252")]);
    const metres = fileOf(Buffer.from("öst,norr,slag\n1,2,stöld\n", "latin1"));
    const read = await readAsked({ in: metres, x: "öst", y: "norr", category: "slag" }, () => {});
    expect(read.events.category).toEqual(["stöld"]);
  });

  test("that was saved gives the answers of the file, chosen from in the same words", async () => {
    const csv = fileOf(`${HEADING}${ROW}16.9,60.7,2024-04-01,klotter\n`);
    const { store } = await readStore({ in: csv, ...COLUMNS }, () => {});
    const saved = fileOf(snapshotOf(store), "samsyn");
    const { events } = await readAsked({ in: saved, only: ["klotter"] }, () => {});
    expect(events.category).toEqual(["klotter"]);
    await expect(readAsked({ in: saved, lon: "lon", lat: "lat" }, () => {})).rejects.toThrow("Ta bort --lon, --lat");
    const cut = fileOf(snapshotOf(store).slice(0, 300), "samsyn");
    await expect(readAsked({ in: cut }, () => {})).rejects.toThrow("slutar mitt i");
  });

  test.each([
    ["empty", "", {}, "är tom"],
    ["a spreadsheet", "PK\u0003\u0004xl/workbook", {}, "Spara bladet som CSV"],
    ["JSON", '{"features":[]}', {}, "är ingen CSV"],
    ["full of zeros", "a\0b\0c", {}, "är ingen CSV"],
    ["in UTF-16", Buffer.from(`\uFEFF${HEADING}`, "utf16le"), {}, "UTF-16"],
    [
      "packed and cut",
      gzipSync(`${HEADING}${ROW.repeat(500)}`).subarray(0, 60),
      {},
      "slutar mitt i: den packade filen är inte hel",
    ],
    [
      "without the column",
      `${HEADING}${ROW}`,
      { time: "datum" },
      "har ingen kolumn «datum». Den har: lon, lat, dag, slag.",
    ],
    ["one column wide", "lon/lat/dag\n", {}, "Ange det med --separator"],
  ] as const)("%s is refused by a sentence", async (_name, content, options, sentence) => {
    expect(await refused(content, options)).toContain(sentence);
  });

  test.each([
    ["a path to nothing", join(folder, "finns-inte.csv"), "finns inte. Kontrollera sökvägen"],
    ["a folder", folder, "är en mapp"],
  ])("%s is refused by a sentence", async (_name, path, sentence) => {
    await expect(readAsked({ in: path, ...COLUMNS }, () => {})).rejects.toThrow(sentence);
  });
});

describe("a row", () => {
  test.each([
    ["without anything is counted", ",,,\n", [], { unplaced: 1, undated: 1 }],
    [
      "with null is told of",
      "null,60.88,2024-03-01,a\n",
      [/rad 2, lon: «null» är inget tal/],
      { unplaced: 1, undated: 0 },
    ],
    ["with NaN is told of", "16.7,NaN,2024-03-01,a\n", [/rad 2, lat: «NaN» är inget tal/], { unplaced: 1, undated: 0 }],
    [
      "with longitude and latitude swapped is told of",
      "60.88,16.71,2024-03-01,a\n",
      [/Har --lon och --lat bytt plats/],
      { unplaced: 1, undated: 0 },
    ],
    ["in metres is told of", "590000,6750000,2024-03-01,a\n", [/Är det meter\?/], { unplaced: 1, undated: 0 }],
    [
      "in the hour that the clock skipped is told of",
      "16.7,60.8,2024-03-31 02:30,a\n",
      [/finns inte: klockan ställdes fram/],
      { unplaced: 0, undated: 0 },
    ],
    [
      "in the hour that came twice is told of",
      "16.7,60.8,2024-10-27 02:30,a\n",
      [/kom två gånger/],
      { unplaced: 0, undated: 0 },
    ],
    ["with a day of no calendar is told of", "16.7,60.8,2023-02-29,a\n", [/är ingen dag/], { unplaced: 0, undated: 1 }],
    ["that ends too early is told of", "16.7,60.8\n", [/raden slutar före kolumnen/], { unplaced: 0, undated: 1 }],
    [
      "with a quotation mark too many is told of",
      '16.7,60.8,2024-03-01,"a\n',
      [/citattecken öppnas men stängs aldrig/],
      { unplaced: 0, undated: 0 },
    ],
  ] as const)("%s", async (_name, row, sentences, counts) => {
    const { events, said } = await asked(`${HEADING}${row}`);
    expect(said).toHaveLength(sentences.length);
    for (const [at, sentence] of sentences.entries()) expect(said[at]).toMatch(sentence);
    expect(countAnswer(events)).toMatchObject({ n: 1, ...counts });
  });

  test("the twentieth that is wrong is told of, and those after are counted by kind", async () => {
    const { said } = await asked(`${HEADING}${"x,60.8,2024-03-01,a\n".repeat(24)}${"16.7,60.8,i våras,a\n".repeat(3)}`);
    expect(said).toHaveLength(21);
    expect(said[19]).toContain("rad 21, lon");
    expect(said[20]).toBe(
      "  … och 4 som inte är tal, 3 som inte är en dag till / and 4 that are not numbers, 3 that are not a day more",
    );
  });
});

describe("a question", () => {
  const MANY = `${HEADING}${ROW}16.75,60.89,2024-03-02 22:30,klotter\n17.5,60.5,2024-05-01,klotter\n,,2024-03-02,klotter\n16.7,60.88,,klotter\n`;
  test.each([
    ["days", { from: "2024-03-02", to: "2024-03-31" }, ["klotter", "klotter"], "1 utan dag"],
    ["hours", { hours: [5 * 24 + 22] }, ["klotter"], "3 utan klockslag"],
    [
      "a box",
      { box: { west: 16.7, south: 60.8, east: 16.8, north: 60.9 } },
      ["trafik", "klotter", "klotter"],
      "1 utan plats",
    ],
    ["categories that come midway", { only: ["klotter"] }, ["klotter", "klotter", "klotter", "klotter"], ""],
    ["an empty time", { from: "2030-01-01" }, [], "1 utan dag"],
  ])("about %s chooses, and says how many nobody knows of", async (_name, options, categories, left) => {
    const { events, said } = await asked(MANY, options);
    expect(events.category).toEqual(categories);
    expect(said.join("\n")).toContain(left);
    expect(said).toHaveLength(left === "" ? 0 : 1);
  });

  test("about an area chooses what lies in it, and its events are told by area", async () => {
    const areas = fileOf(AREAS, "geojson");
    expect((await asked(MANY, { areas, area: "b" })).events.category).toEqual(["klotter"]);
    expect(inAreas(await asked(MANY, { areas })).category).toEqual(["a", "a", "b", "", "a"]);
  });

  test.each([
    ["a category that is not there", { only: ["kloter"] }, "har inget «kloter» för --only. Det finns: trafik, klotter"],
    ["an area without areas", { area: "a" }, "--area behöver områden"],
    ["a box and an area", { box: { west: 1, south: 1, east: 2, north: 2 }, area: "a" }, "inte båda"],
    ["an end before its beginning", { from: "2024-02-01", to: "2024-01-01" }, "ligger före --from"],
    ["half a position", { lat: undefined }, "hör ihop: ange båda"],
    ["degrees and metres at once", { x: "lon", y: "lat" }, "går inte ihop med --x och --y"],
    ["areas that are no areas", { areas: "csv" }, "har inga områden"],
    ["areas without a code", { areas: "geojson", areaCode: "kod" }, "saknar «kod». Det har: code, name"],
  ])("with %s is refused by a sentence", async (_name, options: Options, sentence) => {
    const { areas } = options;
    const named = areas === "geojson" ? fileOf(AREAS, "geojson") : areas === "csv" ? fileOf(HEADING) : undefined;
    expect(await refused(MANY, { ...options, ...(named === undefined ? {} : { areas: named }) })).toContain(sentence);
  });
});

describe("hard files", () => {
  test.each([
    ["no rows", 0],
    ["one event", 1],
    ["two thousand events at one point and one instant", 2000],
  ])("of %s have an answer to everything, with no figure that is none", async (_name, count) => {
    const { events } = await asked(`${HEADING}${ROW.repeat(count)}`);
    for (const answer of [
      countAnswer(events),
      hotspotAnswer(events, 250),
      densityAnswer(events),
      clusterAnswer(events, 100, 5),
      outbreakAnswer(events),
    ]) {
      expect(answer.n).toBe(count);
      expect(`${answer.sentence.sv} ${answer.sentence.en}`).not.toMatch(/NaN|Infinity|∞|undefined|\{/);
    }
  });

  test("of two hundred thousand events at one instant take no time", { timeout: 20_000 }, async () => {
    const { events } = await asked(`${HEADING}${ROW.repeat(200_000)}`);
    expect(clusterAnswer(events, 100, 5).groups).toMatchObject([{ count: 200_000 }]);
  });
});

describe("areas", () => {
  test("around events are in the events' metres", async () => {
    const { events } = await asked(`${HEADING}16.2,60.5,,\n16.4,60.5,,\n`);
    const around = await areaAround(fileOf(JSON.stringify(square(16, "a").geometry), "geojson"), events);
    // A degree of longitude at 60.5° north is 54.8 kilometres.
    expect((around.east - around.west) / 1000).toBeCloseTo(54.8, 0);
    expect(around.inside(0, 0)).toBe(true);
    expect(around.inside(60_000, 0)).toBe(false);
  });
});
