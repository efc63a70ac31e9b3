import { describe, expect, test } from "vitest";
import { chanceOfAlarm, chanceOfApparentFall, chanceOfSeeing, smallestVisibleFall } from "./power.ts";

// The figures of statistics.md 5.1, which were simulated; ours are worked through.
describe("what could be seen", () => {
  test.each([
    [5, 0.04, 0.01],
    [10, 0.18, 0.05],
    [20, 0.39, 0.18],
    [40, 0.7, 0.4],
    [80, 0.95, 0.7],
  ])(
    "of a halving from %d events: %d, and %d where counts vary twice as much as chance",
    (baseline, plain, dispersed) => {
      expect(Math.abs(chanceOfSeeing(0.5, { baseline, comparison: 10 }) - plain)).toBeLessThan(0.02);
      expect(Math.abs(chanceOfSeeing(0.5, { baseline, comparison: 10, dispersion: 2 }) - dispersed)).toBeLessThan(0.02);
    },
  );
  test("a quarter less needs hundreds of events", () => {
    expect(chanceOfSeeing(0.75, { baseline: 160, comparison: 10 })).toBeCloseTo(0.62, 1);
    expect(chanceOfSeeing(0.75, { baseline: 500, comparison: 10 })).toBeCloseTo(0.98, 2);
  });
  test("without a change it is the level, or less at small counts", () => {
    expect(chanceOfSeeing(1, { baseline: 80, comparison: 10 })).toBeLessThan(0.03);
  });
  test.each([
    [10, 0.28],
    [20, 0.19],
    [40, 0.11],
    [100, 0.02],
  ])("chance alone makes %d fall by a quarter with chance %d", (mean, chance) => {
    expect(Math.abs(chanceOfApparentFall(mean, 0.25) - chance)).toBeLessThan(0.01);
  });
  test.each([
    [1, 0.14],
    [2, 0.21],
    [4, 0.41],
    [8, 0.73],
    [16, 0.94],
  ])(
    "a doubling over a weekly mean of %d is called with chance %d, and more seldom where counts vary more",
    (mean, chance) => {
      expect(Math.abs(chanceOfAlarm(mean, 2) - chance)).toBeLessThan(0.01);
      expect(chanceOfAlarm(mean, 2, { dispersion: 2 })).toBeLessThan(chanceOfAlarm(mean, 2) + 0.01);
      expect(chanceOfAlarm(mean, 1)).toBeLessThanOrEqual(0.05);
    },
  );
  test("a handful of events shows no fall at all, and more events show smaller ones", () => {
    expect(smallestVisibleFall({ baseline: 5, comparison: 10 })).toBeUndefined();
    const falls = [20, 40, 80].map((baseline) => smallestVisibleFall({ baseline, comparison: 10 }) ?? 0);
    expect(falls).toEqual(falls.toSorted((a, b) => a - b));
    expect(chanceOfSeeing(falls[2]!, { baseline: 80, comparison: 10 })).toBeGreaterThanOrEqual(0.8);
  });
});
