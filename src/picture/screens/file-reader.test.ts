import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { explore } from "../columns/explore.ts";
import { EVERYTHING } from "../columns/question.ts";
import { snapshotOf } from "../columns/snapshot.ts";
import { factsOf } from "./explorer-desk.ts";
import { readFile } from "./file-reader.ts";
import { guessColumns, shapeOf } from "./file-shape.ts";

const CSV =
  "time,lon,lat,type\n2024-03-01 14:20,16.7,60.89,graffiti\n2024-03-02,16.71,60.9,noise\nno day,16.7,60.9,noise\n";
const read = (content: string | Uint8Array<ArrayBuffer>) => readFile(new Blob([content]), undefined, () => {});

describe("the columns of a file are guessed by their headings", () => {
  test.each([
    [
      "month,force,lon,lat,lsoa_code,crime_type,last_outcome",
      { lon: "lon", lat: "lat", time: "month", category: "crime_type", source: "force" },
    ],
    [
      "uid,date_single,date_start,date_end,longitude,latitude,location_type",
      { lon: "longitude", lat: "latitude", time: "date_start", until: "date_end", category: "location_type" },
    ],
    [
      "date_us,hour_local,offense,premise_location,address_block,beat,lon,lat",
      { lon: "lon", lat: "lat", time: "date_us", hour: "hour_local", category: "offense" },
    ],
    ["Tid,Longitud,Latitud,Slag", { lon: "Longitud", lat: "Latitud", time: "Tid", category: "Slag" }],
  ])("%s", (heading, columns) => {
    expect(guessColumns(heading.split(","))).toEqual(columns);
  });

  test("by semicolon where that is what parts them", () => {
    expect(shapeOf(["Tid;Longitud", "2024-01-01;16,7"]).separator).toBe(";");
  });

  test.each([
    [["1/13/2010", "1/14/2010"], "month-first"],
    [["13/1/2010", "1/2/2010"], "day-first"],
    [["2010-01-13"], undefined],
  ])("days %j are %s", (days, order) => {
    expect(shapeOf(["date", ...days]).dayOrder).toBe(order);
  });
});

describe("a file of one's own", () => {
  test("becomes a store, and what could not be read is told by line", async () => {
    const found = await read(CSV);
    if (found.store === undefined) throw new Error(found.trouble);
    expect(explore(found.store, EVERYTHING)).toMatchObject({ total: 3, undated: 1, unplaced: 0, withoutHour: 1 });
    expect(found.problems).toEqual([{ line: 4, column: "time", read: "no day", wrong: "not-a-day" }]);
  });

  test("may be packed", async () => {
    const [plain, packed] = await Promise.all([read(CSV), read(new Uint8Array(gzipSync(CSV)))]);
    expect(packed.store?.size).toBe(plain.store?.size);
  });

  test("may be a store that was saved", async () => {
    const found = await read(CSV);
    if (found.store === undefined) throw new Error(found.trouble);
    const again = await read(snapshotOf(found.store));
    if (again.store === undefined) throw new Error(again.trouble);
    expect(explore(again.store, EVERYTHING)).toEqual(explore(found.store, EVERYTHING));
  });

  test.each([
    ["Windows-1252", Buffer.from("tid,slag\n2024-03-01,stöld\n", "latin1")],
    ["UTF-16", Buffer.from("\uFEFFtid,slag\n2024-03-01,stöld\n", "utf16le")],
  ])("may be written in %s", async (_name, bytes) => {
    expect((await read(new Uint8Array(bytes))).store?.words.category).toContain("stöld");
  });

  test("a packed file that is not whole is damaged", async () => {
    const packed = gzipSync(CSV.repeat(50));
    expect((await read(new Uint8Array(packed.subarray(0, packed.length - 20)))).trouble).toBe("damaged");
  });

  test("the map is fitted to the middle of it, and what lies far away is counted", async () => {
    const near = Array.from({ length: 999 }, (_, at) => `2024-03-01,${16 + at / 5000},${60 + (at % 50) / 500}`);
    const found = await read(["time,lon,lat", ...near, "2024-03-01,-95,29"].join("\n"));
    if (found.store === undefined) throw new Error(found.trouble);
    const { extent, outside } = factsOf(found.store);
    expect(outside).toBe(1);
    expect(extent?.west).toBeGreaterThan(15);
    expect(extent?.east).toBeLessThan(17);
  });

  test.each([
    ["time,lon\n", "no-rows"],
    ["", "no-rows"],
  ])("%j is %s", async (content, trouble) => {
    expect((await read(content)).trouble).toBe(trouble);
  });
});
