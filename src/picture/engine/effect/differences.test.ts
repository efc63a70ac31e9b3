import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { tableOf } from "../../../../test/reference-table.ts";
import { sharedData } from "../../../../test/shared-data.ts";
import { type BeforeAfter, rateRatio } from "./before-after.ts";
import {
  changeDispersion,
  differenceOfChanges,
  differenceOfMeans,
  type Measured,
  placeboTest,
  pooledRateRatio,
} from "./differences.ts";
import { gammaQuantile, poissonQuantile } from "../numbers/distributions.ts";
import { chanceOf } from "../numbers/random.ts";

const STORES = sharedData("reference/did/card-krueger.csv");
const ID = 0;
const NEW_JERSEY = 1;
const AFTER = 2;
const FULL_TIME_EQUIVALENT = 13;

const counted = (before: number, after: number): BeforeAfter => ({ before, after });

describe("a difference in differences of means", () => {
  test.skipIf(STORES === undefined)("is Card and Krueger's 2.7536 full-time posts a restaurant", () => {
    const measured = tableOf(STORES ?? "").map((row): Measured => ({
      unit: row[ID]!,
      treated: row[NEW_JERSEY] === "1",
      after: row[AFTER] === "1",
      value: Number(row[FULL_TIME_EQUIVALENT]),
    }));
    const { value, standardError, unequalStandardError, clusteredStandardError, n } = differenceOfMeans(measured)!;
    expect(value.toFixed(4)).toBe("2.7536");
    // The cells' own formulas, worked out apart; ordinary least squares gives the first.
    expect([standardError, unequalStandardError, clusteredStandardError].map((one) => one.toFixed(4))).toEqual([
      "1.6884",
      "1.8012",
      "1.3025",
    ]);
    expect(n).toBe(794);
    const changes = (newJersey: boolean) => {
      const both = new Map<Measured["unit"], Measured[]>();
      for (const one of measured)
        if (one.treated === newJersey && Number.isFinite(one.value))
          both.set(one.unit, [...(both.get(one.unit) ?? []), one]);
      return [...both.values()].flatMap((pair) =>
        pair.length === 2 ? [pair.find((one) => one.after)!.value - pair.find((one) => !one.after)!.value] : [],
      );
    };
    // The book's own row for restaurants measured both times: 2.75 (1.34).
    const balanced = differenceOfChanges(changes(true), changes(false))!;
    expect([balanced.value.toFixed(2), balanced.standardError.toFixed(2), balanced.n]).toEqual(["2.75", "1.34", 384]);
  });

  test("is nothing without all four groups", () => {
    expect(differenceOfMeans([{ unit: 1, treated: true, after: true, value: 1 }])).toBeUndefined();
    expect(differenceOfChanges([1], [1, 2])).toBeUndefined();
  });

  test("does not move when everybody moves, and scales with the measure", () => {
    const values = fc.array(fc.double({ min: -100, max: 100, noNaN: true }), { minLength: 12, maxLength: 12 });
    fc.assert(
      fc.property(values, fc.double({ min: -9, max: 9, noNaN: true }), (drawn, moved) => {
        const of = (change: (value: number, after: boolean) => number) =>
          differenceOfMeans(
            drawn.map((value, i) => ({
              unit: i % 6,
              treated: i % 2 === 0,
              after: i >= 6,
              value: change(value, i >= 6),
            })),
          )!;
        const plain = of((value) => value);
        expect(of((value, after) => value + (after ? moved : 0)).value).toBeCloseTo(plain.value, 9);
        expect(of((value) => 3 * value).standardError).toBeCloseTo(3 * plain.standardError, 9);
      }),
    );
  });
});

describe("a place beside a pool of others", () => {
  test("is the rate ratio to their sum, widened by how much they differ among themselves", () => {
    const pool = [counted(40, 44), counted(55, 30), counted(30, 52), counted(80, 70)];
    const plain = rateRatio(counted(90, 60), counted(205, 196))!;
    const pooled = pooledRateRatio(counted(90, 60), pool)!;
    expect(pooled.value).toBeCloseTo(plain.value, 12);
    // Pearson's χ² of the 4 × 2 table over 3 degrees of freedom, worked out apart.
    expect(pooled.dispersion).toBeCloseTo(13.9175387 / 3, 6);
    expect(pooled.lnStandardError).toBeCloseTo(plain.lnStandardError * Math.sqrt(pooled.dispersion), 12);
  });

  test.each([
    [[counted(10, 10), counted(20, 20), counted(30, 30)], 1],
    [[counted(10, 90), counted(90, 10)], 1],
    [[counted(0, 0), counted(0, 0), counted(0, 0), counted(0, 0)], 1],
  ])("%j differ by %d", (pool, dispersion) => {
    expect(changeDispersion(pool)).toBe(dispersion);
  });

  test("cannot be called unusual among three, and is one of twenty when it fell most", () => {
    const pool = Array.from({ length: 19 }, (_, i) => counted(100 + i, 100 + ((i * 7) % 5)));
    expect(placeboTest(counted(100, 20), pool)).toEqual({ p: 0.05, pOfFall: 0.05, areas: 19 });
    expect(placeboTest(counted(100, 20), pool.slice(0, 3)).p).toBe(0.25);
    expect(placeboTest(counted(100, 300), pool)).toMatchObject({ p: 0.05, pOfFall: 1 });
  });

  test("ties count against it: areas that all did the same are none of them unusual", () => {
    expect(
      placeboTest(
        counted(50, 40),
        Array.from({ length: 9 }, () => counted(50, 40)),
      ).p,
    ).toBe(1);
  });

  test("covers no effect nineteen times of twenty where counts vary twice as much as chance, and the placebo calls one in twenty", () => {
    const rounds = 600;
    let [covered, called] = [0, 0];
    for (let round = 0; round < rounds; round++) {
      const chance = chanceOf(17, round);
      // Variance twice the mean.
      const count = (mean: number) =>
        poissonQuantile(chance.uniform(), gammaQuantile(Math.min(Math.max(chance.uniform(), 1e-9), 1 - 1e-9), mean));
      const pool = Array.from({ length: 19 }, (_, i) => counted(count(30 + i), count(30 + i)));
      const treated = counted(count(40), count(40));
      const { low, high } = pooledRateRatio(treated, pool) ?? { low: 0, high: Infinity };
      if (low <= 1 && high >= 1) covered++;
      if (placeboTest(treated, pool).p <= 0.05) called++;
    }
    expect(covered / rounds).toBeGreaterThan(0.92);
    expect(covered / rounds).toBeLessThan(0.98);
    expect(called / rounds).toBeGreaterThan(0.025);
    expect(called / rounds).toBeLessThan(0.08);
  });
});
