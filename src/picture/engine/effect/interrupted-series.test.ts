import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { tableOf } from "../../../../test/reference-table.ts";
import { sharedData } from "../../../../test/shared-data.ts";
import { poissonQuantile } from "../numbers/distributions.ts";
import { interruptedSeries, type InterruptedSeries, tooLittle } from "./interrupted-series.ts";
import { chanceOf } from "../numbers/random.ts";

const SICILY = sharedData("reference/its-sicily/sicily.csv");
const ANSWERS = sharedData("reference/its-sicily/expected.json");
type Printed = { smokban: { RR: number; lo: number; hi: number; dispersion: number }; time?: { RR: number } };

const drawn = (means: readonly number[], stream: number) => {
  const chance = chanceOf(13, stream);
  return means.map((mean) => poissonQuantile(chance.uniform(), mean));
};

describe("an interrupted series", () => {
  test.skipIf(SICILY === undefined || ANSWERS === undefined).each([
    ["model1_poisson", { variation: "poisson" }],
    ["model2_quasi", {}],
    ["model3_quasi_harmonic", { harmonicPairs: 2 }],
    ["model4_slope", { harmonicPairs: 2, slopeChange: true }],
  ] as const)("is told as R tells Sicily's smoking ban: %s", (name, options) => {
    const rows = tableOf(SICILY ?? "").map((row) => row.map(Number));
    const series: InterruptedSeries = {
      counts: rows.map((row) => row[2]!),
      firstAfter: rows.findIndex((row) => row[4] === 1),
      timesPerYear: 12,
      exposure: rows.map((row) => row[6]!),
      ...options,
    };
    const printed = (JSON.parse(readFileSync(ANSWERS ?? "", "utf8")) as Record<typeof name, Printed>)[name];
    const { step, trendPerYear, dispersion, fit } = interruptedSeries(series);
    expect(tooLittle(series)).toEqual([]);
    expect([step.value, step.low, step.high].map((one) => one.toFixed(8))).toEqual(
      [printed.smokban.RR, printed.smokban.lo, printed.smokban.hi].map((one) => one.toFixed(8)),
    );
    expect(trendPerYear.value).toBeCloseTo((printed.time?.RR ?? Math.exp(fit.coefficients[2]!)) ** 12, 8);
    // R prints 1 for the plain Poisson fit, whatever the counts do.
    expect(name === "model1_poisson" ? 1 : dispersion).toBeCloseTo(printed.smokban.dispersion, 7);
  });

  test.each([
    [23, 12, 5, 7, ["few-times-before"]],
    [24, 11, 5, 8, ["few-times-after"]],
    [24, 12, 3, 7, ["few-events-before"]],
    [24, 12, 4, 6, ["few-events-after"]],
    [2, 1, 1, 1, ["few-times-before", "few-times-after", "few-events-before", "few-events-after"]],
    [24, 12, 4, 7, []],
  ])("of %d before and %d after with %d and %d a time lacks %o", (before, after, each, eachAfter, lacks) => {
    const counts = [...Array.from({ length: before }, () => each), ...Array.from({ length: after }, () => eachAfter)];
    expect(tooLittle({ counts, firstAfter: before, timesPerYear: 12 })).toEqual(lacks);
  });

  test("says what would have been without it: a fifth fewer is a fifth fewer than expected", () => {
    const counts = Array.from({ length: 48 }, (_, i) => (i < 30 ? 100 : 80));
    const { step, observedAfter, expectedAfter } = interruptedSeries({ counts, firstAfter: 30, timesPerYear: 12 });
    expect(step.value).toBeCloseTo(0.8, 6);
    expect(observedAfter).toBe(18 * 80);
    expect(expectedAfter.value).toBeCloseTo(1800, 3);
  });

  test("ten times the residents changes no ratio", () => {
    const counts = drawn(
      Array.from({ length: 60 }, (_, i) => 20 + (i % 12)),
      1,
    );
    const ask = (exposure: number) =>
      interruptedSeries({
        counts,
        firstAfter: 36,
        timesPerYear: 12,
        harmonicPairs: 1,
        exposure: counts.map((_, i) => exposure * (1 + i / 100)),
      });
    expect(ask(1000).step.value).toBeCloseTo(ask(100).step.value, 9);
    expect(ask(1000).expectedAfter.value).toBeCloseTo(ask(100).expectedAfter.value, 6);
  });

  test("covers a step of nothing nineteen times of twenty, whichever way the variation is told", () => {
    const rounds = 300;
    for (const variation of ["poisson", "negative-binomial"] as const) {
      let covered = 0;
      for (let round = 0; round < rounds; round++) {
        const counts = drawn(
          Array.from({ length: 48 }, (_, i) => 12 * Math.exp(0.005 * i)),
          1000 + round,
        );
        const { step } = interruptedSeries({ counts, firstAfter: 30, timesPerYear: 12, variation });
        if (step.low <= 1 && step.high >= 1) covered++;
      }
      expect(covered / rounds).toBeGreaterThan(0.91);
      expect(covered / rounds).toBeLessThan(0.985);
    }
  });

  test("a break outside the series is refused", () => {
    expect(() => interruptedSeries({ counts: [1, 2, 3], firstAfter: 3, timesPerYear: 12 })).toThrow(
      "outside the series",
    );
  });
});
