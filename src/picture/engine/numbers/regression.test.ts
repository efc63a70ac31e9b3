import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { tableOf } from "../../../../test/reference-table.ts";
import { sharedData } from "../../../../test/shared-data.ts";
import { expectedAt, harmonics, NotFittable, poissonFit, rateRatioOf } from "./regression.ts";

const SICILY = sharedData("reference/its-sicily/sicily.csv");
const ANSWERS = sharedData("reference/its-sicily/expected.json");

type Ratio = { RR: number; lo: number; hi: number; beta: number; se: number; dispersion: number };
type Model = { smokban: Ratio; time?: Ratio; coef: number[]; deviance: number };

describe("an interrupted series", () => {
  test.skipIf(SICILY === undefined || ANSWERS === undefined)(
    "is fitted as R fits Sicily's smoking ban, with and without season and slope",
    () => {
      const rows = tableOf(SICILY ?? "").map((row) => row.map(Number));
      const column = (place: number) => rows.map((row) => row[place]!);
      const [months, counts, time, ban] = [column(1), column(2), column(3), column(4)];
      const offset = column(6).map(Math.log);
      const answers = JSON.parse(readFileSync(ANSWERS ?? "", "utf8")) as Record<string, Model>;
      const one = time.map(() => 1);
      const agrees = (wanted: Ratio, got: ReturnType<typeof rateRatioOf>) => {
        expect(Math.log(got.value)).toBeCloseTo(wanted.beta, 9);
        expect(got.lnStandardError).toBeCloseTo(wanted.se, 9);
        expect([got.low, got.high].map((end) => end.toFixed(7))).toEqual([wanted.lo.toFixed(7), wanted.hi.toFixed(7)]);
      };
      const plain = poissonFit(counts, [one, ban, time], { offset });
      agrees(answers["model1_poisson"]!.smokban, rateRatioOf(plain, 1, 1));
      agrees(answers["model1_poisson"]!.time!, rateRatioOf(plain, 2, 1));
      expect(plain.deviance).toBeCloseTo(answers["model1_poisson"]!.deviance, 8);
      expect(plain.dispersion).toBeCloseTo(answers["model2_quasi"]!.smokban.dispersion, 6);
      agrees(answers["model2_quasi"]!.smokban, rateRatioOf(plain, 1, plain.dispersion));
      const seasonal = poissonFit(counts, [one, ban, time, ...harmonics(months, 2, 12)], { offset });
      agrees(answers["model3_quasi_harmonic"]!.smokban, rateRatioOf(seasonal, 1, seasonal.dispersion));
      const sloped = poissonFit(
        counts,
        [one, ban, time, ...harmonics(months, 2, 12), time.map((t, i) => ban[i]! * (t - 36))],
        { offset },
      );
      agrees(answers["model4_slope"]!.smokban, rateRatioOf(sloped, 1, sloped.dispersion));
      // R has both sines before both cosines.
      for (const [i, place] of [0, 1, 2, 3, 5, 4, 6, 7].entries())
        expect(sloped.coefficients[place]).toBeCloseTo(answers["model4_slope"]!.coef[i]!, 8);
    },
  );

  test("with one group is its mean, and a step is the ratio of two", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 4, maxLength: 30 }), (counts) => {
        const half = Math.floor(counts.length / 2);
        const mean = (part: number[]) => part.reduce((sum, count) => sum + count, 0) / part.length;
        const step = counts.map((_, i) => (i < half ? 0 : 1));
        const fit = poissonFit(counts, [counts.map(() => 1), step]);
        expect(fit.converged).toBe(true);
        expect(rateRatioOf(fit, 1, 1).value).toBeCloseTo(mean(counts.slice(half)) / mean(counts.slice(0, half)), 3);
        expect(expectedAt(fit, [1, 0], 1).mean).toBeCloseTo(mean(counts.slice(0, half)), 3);
        // Each observation decides part of its own fit; together as many parts as there are coefficients.
        expect(fit.leverages.reduce((sum, one) => sum + one, 0)).toBeCloseTo(2, 9);
      }),
    );
  });

  test("whose columns say the same thing twice is refused with which", () => {
    expect(() =>
      poissonFit(
        [1, 2, 3],
        [
          [1, 1, 1],
          [2, 2, 2],
        ],
      ),
    ).toThrow(NotFittable);
    expect(() =>
      poissonFit(
        [1, 2, 3],
        [
          [1, 1, 1],
          [2, 2, 2],
        ],
      ),
    ).toThrow("column 2");
  });
});
