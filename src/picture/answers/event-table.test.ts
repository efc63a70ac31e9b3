import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dayWritten, readEvents } from "./event-table.ts";

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
});
