import { gunzipSync } from "node:zlib";
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { sharedData } from "../../../test/shared-data.ts";
import { csvStore } from "./csv-store.ts";
import { explore } from "./explore.ts";
import { areaIndex, type LonLat } from "./polygons.ts";
import { EVERYTHING } from "./question.ts";
import { finestResolution, seriesOf } from "./series.ts";

const THEFTS = sharedData("points/nyc-vehicle-thefts-intervals.csv.gz");
const POLICE_UK = sharedData("points/police-uk-2018-10_2018-11.csv.gz");
const text = (rows: string) => new TextEncoder().encode(rows);

describe("a file as a store", () => {
  test("has what the file has: places, times as precisely as they stand, words, lines", () => {
    const reading = csvStore({ columns: { lon: "lon", lat: "lat", time: "tid", category: "vad" } });
    reading.feed(text("lon,lat,tid,vad\n16.7,60.9,2024-03-01T20:30:00Z,klotter\n"));
    reading.feed(text("16.8,60.8,2024-03,\n,,2024-03-02,klotter\n16.9,6"));
    reading.feed(text("0.7,,buller\n"));
    const { store, report } = reading.end();
    expect(report).toMatchObject({ rows: 4, problems: [] });
    const answer = explore(store, EVERYTHING);
    expect(answer).toMatchObject({ total: 4, unplaced: 1, undated: 1, withoutHour: 2 });
    expect(answer.byPrecision).toMatchObject({ minute: 1, day: 1, month: 1, unknown: 1 });
    expect(finestResolution(answer)).toBe("month");
    // A Friday at half past nine in the evening, Swedish time.
    expect(answer.hours[4 * 24 + 21]).toBe(1);
    const word = (name: string) => answer.categories[store.words.category.indexOf(name)];
    expect([word("klotter"), word("buller"), word("")]).toEqual([2, 1, 1]);
  });

  test("puts points into areas, and says which lie in none", () => {
    const square: LonLat[] = [
      [16, 60],
      [17, 60],
      [17, 61],
      [16, 61],
      [16, 60],
    ];
    const areas = { entries: [{ code: "a", name: "A", parent: undefined }], index: areaIndex([[[square]]]) };
    const reading = csvStore({ columns: { lon: "lon", lat: "lat" }, areas });
    reading.feed(text("lon,lat\n16.5,60.5\n18,60.5\n,\n"));
    const { store } = reading.end();
    expect([...explore(store, EVERYTHING).areas]).toEqual([1, 1, 1]);
    expect(explore(store, { ...EVERYTHING, where: { area: "a" } })).toMatchObject({ total: 1, notPlaced: 1 });
  });

  test.skipIf(THEFTS === undefined)(
    "thefts that happened between two moments are spread over them, and all of them are there",
    () => {
      const reading = csvStore({
        columns: { lon: "longitude", lat: "latitude", time: "date_start", until: "date_end" },
      });
      reading.feed(gunzipSync(readFileSync(THEFTS!)));
      const { store, report } = reading.end();
      expect(report.rows).toBe(35_746);
      const answer = explore(store, EVERYTHING);
      expect(answer.total).toBeCloseTo(35_746, 3);
      // 512 end when they begin, 2 852 have no end, and two are over in an hour that the Swedish clock skips.
      expect(answer.spread).toBe(32_380);
      const timed = answer.hours.reduce((sum, one) => sum + one, 0);
      expect(timed + answer.withoutHour + answer.undated).toBeCloseTo(35_746, 3);
      // Cars vanish in the night: the small hours have more than the early afternoon, which the starting moments alone would not show.
      const at = (hour: number) =>
        Array.from({ length: 7 }, (_, day) => answer.hours[day * 24 + hour]!).reduce((sum, one) => sum + one, 0);
      expect(at(3)).toBeGreaterThan(at(14));
    },
  );

  test.skipIf(POLICE_UK === undefined)(
    "727,000 rows known by the month are told by the month, and those without a position are not placed",
    () => {
      const reading = csvStore({
        columns: { lon: "lon", lat: "lat", time: "month", category: "crime_type", source: "force" },
      });
      reading.feed(gunzipSync(readFileSync(POLICE_UK!)));
      const { store } = reading.end();
      const answer = explore(store, EVERYTHING);
      expect(answer.total).toBe(727_269);
      expect(store.words.category.filter((word) => word !== "")).toHaveLength(14);
      expect(finestResolution(answer)).toBe("month");
      expect(seriesOf(answer, "month").counts).toHaveLength(2);
      expect(answer.unplaced).toBeGreaterThan(10_000);
    },
  );
});
