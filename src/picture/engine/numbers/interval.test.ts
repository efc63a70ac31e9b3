import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sharedData } from "../../../../test/shared-data.ts";
import { poissonMass } from "./distributions.ts";
import { comparedCounts, poissonInterval, ratePer1000, shareInterval } from "./interval.ts";

const REFERENCE = sharedData("reference/wdd-ptools/expected_poisson_ci.json");
const EFFECTS = sharedData("reference/wdd-ptools/expected.json");

describe("an interval", () => {
  test.skipIf(REFERENCE === undefined)("of a count is R's exact Poisson interval, at 95 and 90 per cent", () => {
    const r = JSON.parse(readFileSync(REFERENCE ?? "", "utf8")) as Record<string, number[]>;
    for (const [i, count] of r["k"]!.entries())
      for (const [level, low, high] of [
        [0.95, r["lo95"]![i]!, r["hi95"]![i]!],
        [0.9, r["lo90"]![i]!, r["hi90"]![i]!],
      ] as const) {
        expect(poissonInterval(count, level).low).toBeCloseTo(low, 10);
        expect(poissonInterval(count, level).high).toBeCloseTo(high, 10);
      }
  });

  test.each([
    [1, "0.0–5.6"],
    [3, "0.6–8.8"],
    [5, "1.6–11.7"],
    [10, "4.8–18.4"],
    [20, "12.2–30.9"],
    [50, "37.1–65.9"],
    [100, "81.4–121.6"],
  ])("of %d reports is %s", (count, said) => {
    const { low, high } = poissonInterval(count);
    expect(`${low.toFixed(1)}–${high.toFixed(1)}`).toBe(said);
  });

  test.each([
    [6, 60, 4, 21],
    [3, 30, 2, 27],
    [100, 200, 43, 57],
    [0, 10, 0, 31],
    [10, 10, 69, 100],
  ])("of %d of %d is %d to %d per cent", (count, of, low, high) => {
    const share = shareInterval(count, of);
    expect([Math.round(share.low * 100), Math.round(share.high * 100)]).toEqual([low, high]);
    expect(share.n).toBe(of);
  });

  test("of a rate has the count's own width", () => {
    const rate = ratePer1000(12, 5904);
    expect(rate.value).toBeCloseTo(2.0325, 4);
    expect([rate.low.toFixed(3), rate.high.toFixed(3)]).toEqual(["1.050", "3.550"]);
  });

  test("of a count covers the mean it was drawn from at least as often as it says", () => {
    fc.assert(
      fc.property(fc.double({ min: 0.1, max: 60, noNaN: true }), (mean) => {
        let covered = 0;
        for (let count = 0; count < mean + 12 * Math.sqrt(mean) + 30; count++) {
          const { low, high } = poissonInterval(count);
          if (low <= mean && mean <= high) covered += poissonMass(count, mean);
        }
        expect(covered).toBeGreaterThanOrEqual(0.95 - 1e-9);
      }),
      { numRuns: 40 },
    );
  });
});

describe("two counts compared", () => {
  test.skipIf(EFFECTS === undefined)("have the E-test's p", () => {
    const { etest_exact: exact } = JSON.parse(readFileSync(EFFECTS ?? "", "utf8")) as { etest_exact: number[] };
    expect(comparedCounts(0, 3)).toBeCloseTo(exact[0]!, 10);
    expect(comparedCounts(6, 2)).toBeCloseTo(exact[1]!, 10);
  });
  test("are the same whichever comes first, and equal ones are never apart", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 40 }), (a, b) => {
        expect(comparedCounts(a, b)).toBeCloseTo(comparedCounts(b, a), 12);
        expect(comparedCounts(a, a)).toBeCloseTo(1, 10);
      }),
      { numRuns: 40 },
    );
  });
});
