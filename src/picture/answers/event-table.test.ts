import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { csvStore } from "../columns/csv-store.ts";
import { dayWritten } from "../columns/local-time.ts";
import { areaIndex } from "../columns/polygons.ts";
import { EVERYTHING } from "../columns/question.ts";
import type { Day } from "../../ground/time.ts";
import { byArea, eventsOf, readEvents } from "./event-table.ts";

const rows = (...cells: readonly Record<string, string>[]) => cells.map((row, i) => ({ line: i + 2, cells: row }));
const columns = { lon: "lon", lat: "lat", time: "när", category: "slag" };

describe("rows of a file", () => {
  test("become columns; what is missing is missing, and what is wrong is told by line, column and what stood there", () => {
    const table = readEvents(
      rows(
        { lon: "16.7185", lat: "60.8897", när: "2022-04-21", slag: "trafik" },
        { lon: "16,72", lat: "60,89", när: "2022-04-21T22:30:00Z", slag: " trafik " },
        { lon: "", lat: "", när: "", slag: "" },
        { lon: "x", lat: "60.9", när: "i våras" },
        { lon: "60.88", lat: "16.71", när: "2022-02-30" },
        { lon: "16.7", lat: "608.9", när: "2022/05/01" },
        { lon: "16.7", lat: "", när: "2022-05-01 14:20" },
      ),
      columns,
    );
    expect([...table.day].map((day) => (Number.isNaN(day) ? "" : dayWritten(day)))).toEqual([
      "2022-04-21",
      "2022-04-22",
      "",
      "",
      "",
      "2022-05-01",
      "2022-05-01",
    ]);
    expect(table.category.slice(0, 2)).toEqual(["trafik", "trafik"]);
    expect([...table.x].map(Number.isNaN)).toEqual([false, false, true, true, true, true, true]);
    expect(table.problems).toEqual([
      { line: 5, column: "lon", read: "x", wrong: "not-a-number" },
      { line: 5, column: "när", read: "i våras", wrong: "not-a-day" },
      { line: 6, column: "lon", read: "60.88", wrong: "maybe-swapped" },
      { line: 6, column: "när", read: "2022-02-30", wrong: "not-a-day" },
      { line: 7, column: "lon", read: "16.7", wrong: "not-on-earth" },
      { line: 8, column: "lat", read: "", wrong: "not-a-number" },
    ]);
  });

  test("are in metres: a hundredth of a degree in Ockelbo is 541 metres east and 1 112 north, and back again", () => {
    const table = readEvents(rows({ lon: "16.71", lat: "60.88" }, { lon: "16.72", lat: "60.89" }), columns);
    expect(table.x[1]! - table.x[0]!).toBeCloseTo(541, -1);
    expect(table.y[1]! - table.y[0]!).toBeCloseTo(1112, 0);
    const [lon, lat] = table.positionOf(table.x[1]!, table.y[1]!);
    expect([lon.toFixed(9), lat.toFixed(9)]).toEqual(["16.720000000", "60.890000000"]);
    const metres = readEvents(rows({ x: "590000", y: "6750000" }, { x: "590100", y: "6750000" }), { x: "x", y: "y" });
    expect(metres.x[1]! - metres.x[0]!).toBe(100);
  });

  test("have the calendar's days, every one", () => {
    fc.assert(
      fc.property(fc.integer({ min: -200_000, max: 200_000 }), (days) => {
        const written = dayWritten(days);
        expect(written).toBe(new Date(days * 86_400_000).toISOString().slice(0, 10));
        expect(readEvents(rows({ när: written }), { time: "när" }).day[0]).toBe(days);
      }),
    );
  });

  test.each([
    [
      "in the hour that the clock skips is the hour after, and told of",
      "2024-03-31 02:30",
      "2024-03-31",
      "missing-hour",
    ],
    ["in the hour that came twice is told of", "2024-10-27T02:30", "2024-10-27", "twice-hour"],
    ["with an offset is no question", "2024-10-27T02:30:00+01:00", "2024-10-27", undefined],
    ["by its month is its first day", "2024-03", "2024-03-01", undefined],
    ["late in the evening in UTC is the day after in Sweden", "2024-07-01T22:30:00Z", "2024-07-02", undefined],
  ])("a time %s", (_name, när, day, wrong) => {
    const table = readEvents(rows({ när }), { time: "när" });
    expect(dayWritten(table.day[0]!)).toBe(day);
    expect(table.problems).toEqual(wrong === undefined ? [] : [{ line: 2, column: "när", read: när, wrong }]);
  });

  test("may have the day or the month first, where that is said", () => {
    const day = (order: "day-first" | "month-first") =>
      dayWritten(readEvents(rows({ när: "3/1/2024" }), { time: "när" }, order).day[0]!);
    expect([day("day-first"), day("month-first")]).toEqual(["2024-01-03", "2024-03-01"]);
    expect(readEvents(rows({ när: "3/1/2024" }), { time: "när" }).problems).toMatchObject([{ wrong: "not-a-day" }]);
  });
});

describe("events chosen from a store", () => {
  const square = (west: number) => [
    [
      [
        [west, 60],
        [west + 1, 60],
        [west + 1, 61],
        [west, 61],
        [west, 60],
      ] as const,
    ],
  ];
  const areas = {
    entries: [
      { code: "a", name: "A", parent: undefined },
      { code: "b", name: "B", parent: undefined },
    ],
    index: areaIndex([square(16), square(17)]),
  };
  const reading = csvStore({ columns, areas });
  reading.feed(
    new TextEncoder().encode(
      "lon,lat,när,slag\n17.5,60.5,2024-03-02,buller\n16.5,60.5,2024-03-01,klotter\n,,2024-03-03,\n20,60.5,,klotter\n",
    ),
  );
  const { store } = reading.end();

  test("are in the order of the file, with what the rows of the file would give", () => {
    const chosen = eventsOf(store, EVERYTHING);
    expect(chosen.category).toEqual(["buller", "klotter", "", "klotter"]);
    expect([...chosen.day].map((day) => (Number.isNaN(day) ? "" : dayWritten(day)))).toEqual([
      "2024-03-02",
      "2024-03-01",
      "2024-03-03",
      "",
    ]);
    expect([...chosen.x].map(Number.isNaN)).toEqual([false, false, true, false]);
    const [lon, lat] = chosen.positionOf(chosen.x[1]!, chosen.y[1]!);
    expect([lon.toFixed(6), lat.toFixed(6)]).toEqual(["16.500000", "60.500000"]);
  });

  test("are those that the question asks for, and none where it asks for what is not there", () => {
    expect(eventsOf(store, { ...EVERYTHING, categories: ["klotter"], to: "2024-03-01" as Day }).category).toEqual([
      "klotter",
    ]);
    expect(eventsOf(store, { ...EVERYTHING, from: "2030-01-01" as Day }).x).toHaveLength(0);
  });

  test("by the area they lie in; what is outside and what has no place are in none", () => {
    expect(byArea(store, eventsOf(store, EVERYTHING)).category).toEqual(["b", "a", "", ""]);
  });
});
