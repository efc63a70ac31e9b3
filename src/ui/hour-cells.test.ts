import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  cellByKey,
  cellCounts,
  cellsWithin,
  classFloors,
  classOf,
  columnsOf,
  hoursInWords,
  hoursOfCell,
  hoursOfRectangle,
  type CellHours,
  type CellPlace,
} from "./hour-cells.ts";

const FRIDAY = 4;
const cellSizes = fc.constantFrom<CellHours>(1, 2, 3);
const places = fc.record({ row: fc.integer({ min: -1, max: 6 }), column: fc.integer({ min: -1, max: 7 }) });

describe("the hours of a rectangle", () => {
  it.each<[string, CellPlace, CellPlace, CellHours, readonly number[]]>([
    ["a cell of two hours", { row: 0, column: 11 }, { row: 0, column: 11 }, 2, [22, 23]],
    ["Friday and Saturday 21 to 24", { row: 4, column: 7 }, { row: 5, column: 7 }, 3, [117, 118, 119, 141, 142, 143]],
    ["drawn the other way", { row: 5, column: 7 }, { row: 4, column: 7 }, 3, [117, 118, 119, 141, 142, 143]],
    ["the last hour of the week", { row: 6, column: 23 }, { row: 6, column: 23 }, 1, [167]],
  ])("%s", (_, one, other, cellHours, hours) => {
    expect(hoursOfRectangle(one, other, cellHours)).toEqual(hours);
  });

  it("of a day's heading are all its hours, of an hour's heading that hour on all days", () => {
    expect(hoursOfCell({ row: FRIDAY, column: -1 }, 2)).toEqual(Array.from({ length: 24 }, (_, hour) => 96 + hour));
    expect(hoursOfCell({ row: -1, column: 0 }, 1)).toEqual([0, 24, 48, 72, 96, 120, 144]);
  });

  it("rise, are in the week, and fill whole cells", () => {
    fc.assert(
      fc.property(places, places, cellSizes, (one, other, cellHours) => {
        const hours = hoursOfRectangle(one, other, cellHours);
        expect(hours).toEqual([...new Set(hours)].toSorted((a, b) => a - b));
        expect(hours.every((hour) => hour >= 0 && hour < 168)).toBe(true);
        expect(cellsWithin(hours, cellHours).filter(Boolean).length * cellHours).toBe(hours.length);
      }),
    );
  });
});

describe("the counts of the cells", () => {
  it("sum to the hours, whatever the size of the cells", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(9), { minLength: 168, maxLength: 168 }), cellSizes, (hours, cellHours) => {
        const counts = cellCounts(hours, cellHours);
        expect(counts).toHaveLength(7 * columnsOf(cellHours));
        expect(counts.reduce((a, b) => a + b, 0)).toBe(hours.reduce((a, b) => a + b, 0));
      }),
    );
  });
});

describe("the classes", () => {
  it.each([
    ["none where nothing reaches five", [0, 3, 4], []],
    ["one for each number while they are few", [5, 6, 8], [5, 6, 7, 8]],
    ["five of two", [14, 2], [5, 7, 9, 11, 13]],
    ["no more than reach the greatest", [16], [5, 8, 11, 14]],
  ])("are %s", (_, counts, floors) => {
    expect(classFloors(counts)).toEqual(floors);
  });

  it("are at most five, the greatest count is in the darkest, one to four in none, and more is never lighter", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(400), { minLength: 1 }), (counts) => {
        const floors = classFloors(counts);
        expect(floors.length).toBeLessThanOrEqual(5);
        const most = Math.max(...counts);
        expect(classOf(most, floors)).toBe(most >= 5 ? 5 : most > 0 ? "few" : 0);
        const few = counts.filter((count) => count > 0 && count < 5);
        expect(few.every((count) => classOf(count, floors) === "few")).toBe(true);
        const told = counts.filter((count) => count >= 5).toSorted((a, b) => a - b);
        const dark = told.map((count) => Number(classOf(count, floors)));
        expect(dark.every((one) => one >= 1)).toBe(true);
        expect(dark).toEqual(dark.toSorted((a, b) => a - b));
      }),
    );
  });
});

describe("the way through the cells", () => {
  it.each<[string, CellPlace, string, CellPlace | undefined]>([
    ["right", { row: 0, column: 0 }, "ArrowRight", { row: 0, column: 1 }],
    ["left to the day's heading", { row: 0, column: 0 }, "ArrowLeft", { row: 0, column: -1 }],
    ["up to the hour's heading", { row: 0, column: 3 }, "ArrowUp", { row: -1, column: 3 }],
    ["not into the corner from a day", { row: 0, column: -1 }, "ArrowUp", { row: 0, column: -1 }],
    ["not into the corner from an hour", { row: -1, column: 0 }, "ArrowLeft", { row: -1, column: 0 }],
    ["no further down than Sunday", { row: 6, column: 3 }, "ArrowDown", { row: 6, column: 3 }],
    ["to the last hour", { row: 2, column: 3 }, "End", { row: 2, column: 11 }],
    ["nowhere by a letter", { row: 2, column: 3 }, "x", undefined],
  ])("%s", (_, from, key, to) => {
    expect(cellByKey(from, key, 2)).toEqual(to);
  });
});

describe("hours in words", () => {
  it.each([
    ["fredag–lördag 21–24", hoursOfRectangle({ row: 4, column: 7 }, { row: 5, column: 7 }, 3)],
    ["söndag", hoursOfCell({ row: 6, column: -1 }, 2)],
    ["måndag–söndag 00–02", hoursOfCell({ row: -1, column: 0 }, 2)],
    ["måndag 07–09 och 15–17", [7, 8, 15, 16]],
    ["måndag 00–01 och onsdag 00–01", [0, 48]],
    ["", []],
  ])("%s", (said, hours) => {
    expect(hoursInWords(hours, "sv")).toBe(said);
  });

  it("are the same in whatever order the hours come", () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(167)), (hours) => {
        expect(hoursInWords(hours, "en")).toBe(hoursInWords(hours.toReversed(), "en"));
      }),
    );
  });
});
