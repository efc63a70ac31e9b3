import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { gammaQuantile, poissonQuantile } from "../numbers/distributions.ts";
import { chanceOf } from "../numbers/random.ts";
import { seasonality, wholeYears } from "./seasonality.ts";

const LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Years of months, each year with its own level. */
const drawn = (stream: number, years: number, mean: (month: number, year: number) => number, dispersion = 1) => {
  const chance = chanceOf(43, stream);
  return Array.from({ length: years }, (_, year) =>
    Array.from({ length: 12 }, (__, month) => {
      const expected = mean(month, year);
      const rate =
        dispersion === 1
          ? expected
          : (dispersion - 1) * gammaQuantile(Math.max(chance.uniform(), 1e-12), expected / (dispersion - 1));
      return poissonQuantile(chance.uniform(), rate);
    }),
  );
};

describe("a season", () => {
  test("of July with twice as many is seen, and July's index is two", () => {
    const found = seasonality(drawn(1, 5, (month) => (month === 6 ? 40 : 20)))!;
    expect(found.p).toBeLessThan(0.001);
    expect(found.parts[6]!.low).toBeGreaterThan(1.4);
    expect(found.parts[6]!.high).toBeLessThan(2.4);
    expect(found.parts[6]!.value).toBeCloseTo(24 / 13, 0);
  });

  test("is not made of February being short", () => {
    const counts = [1, 2].map(() => LENGTHS.map((days) => days * 10));
    const found = seasonality(counts, LENGTHS)!;
    for (const { value } of found.parts) expect(value).toBeCloseTo(1, 12);
    expect(found.p).toBe(1);
    expect(seasonality(counts)!.parts[1]!.value).toBeLessThan(0.93);
  });

  test.each([
    ["a year and eleven months", 23, undefined],
    ["two years", 24, 2],
    ["three years less a month", 35, 2],
  ])("%s have %s whole years to tell it by", (_, months, years) => {
    expect(wholeYears(Array.from({ length: months }, () => 1))?.length).toBe(years);
  });

  test("counts whole years back from the last month, so that the newest months are used", () => {
    const months = Array.from({ length: 26 }, (_, i) => i);
    expect(wholeYears(months)![1]!.at(-1)).toBe(25);
    expect(wholeYears(months)![0]![0]).toBe(2);
  });

  test("is not told of one year, nor of fewer events than months", () => {
    expect(seasonality([LENGTHS])).toBeUndefined();
    expect(seasonality([1, 2].map(() => LENGTHS.map((_, month) => (month < 3 ? 1 : 0))))).toBeUndefined();
  });

  test("has shares that are one together, and does not change when all years are larger", () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 6 }), fc.integer({ min: 1, max: 1000 }), (years, stream) => {
        const counts = drawn(stream, years, () => 8);
        const found = seasonality(counts, LENGTHS)!;
        const together = found.parts.reduce((sum, { value }, month) => sum + (value * LENGTHS[month]!) / 365, 0);
        expect(together).toBeCloseTo(1, 9);
        for (const { value, low, high } of found.parts) {
          expect(low).toBeLessThanOrEqual(value);
          expect(high).toBeGreaterThanOrEqual(value);
        }
      }),
      { numRuns: 30 },
    );
  });

  test("is called falsely no oftener than one time of twenty, also where months vary twice as much as chance and years differ", () => {
    const rounds = 500;
    for (const dispersion of [1, 2]) {
      let [called, covered] = [0, 0];
      for (let round = 0; round < rounds; round++) {
        const found = seasonality(drawn(1000 * dispersion + round, 4, (_, year) => 12 + 4 * year, dispersion))!;
        if (found.p <= 0.05) called++;
        if (found.parts[3]!.low <= 1 && found.parts[3]!.high >= 1) covered++;
      }
      expect(called / rounds).toBeGreaterThan(0.004);
      expect(called / rounds).toBeLessThan(0.075);
      expect(covered / rounds).toBeGreaterThan(0.91);
    }
  });
});
