import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { tableOf } from "../../../../test/reference-table.ts";
import { sharedData } from "../../../../test/shared-data.ts";
import { gammaQuantile, poissonQuantile } from "./distributions.ts";
import { negativeBinomialFit } from "./negative-binomial.ts";
import { chanceOf } from "./random.ts";
import { poissonFit } from "./regression.ts";
import { shrunkRisk } from "./shrinkage.ts";

const SCOTLAND = sharedData("reference/eb-scotland/scotland.csv");
const ANSWERS = sharedData("reference/eb-scotland/expected_scotland.json");

const drawn = (size: number, means: readonly number[], stream: number) => {
  const chance = chanceOf(11, stream);
  return means.map((mean) => poissonQuantile(chance.uniform(), (mean / size) * gammaQuantile(chance.uniform(), size)));
};

describe("a negative binomial fit", () => {
  test.skipIf(SCOTLAND === undefined || ANSWERS === undefined)(
    "is R's glm.nb of Scotland's lip cancer, alone and beside how many work outdoors",
    () => {
      const rows = tableOf(SCOTLAND ?? "").map((row) => row.map(Number));
      const counts = rows.map((row) => row[1]!);
      const offset = rows.map((row) => Math.log(row[2]!));
      const outdoors = rows.map((row) => row[3]!);
      const one = counts.map(() => 1);
      const r = JSON.parse(readFileSync(ANSWERS ?? "", "utf8")) as {
        gamma_poisson: { alpha: number; beta: number };
        with_AFF: { alpha: number; beta: number[]; RR: number[] };
      };
      // glm.nb stops its search for theta at four or five digits; ours goes to the top of the same likelihood.
      const alone = negativeBinomialFit(counts, [one], { offset });
      expect(alone.size / r.gamma_poisson.alpha).toBeCloseTo(1, 4);
      expect(alone.coefficients[0]).toBeCloseTo(r.gamma_poisson.beta, 5);
      const beside = negativeBinomialFit(counts, [one, outdoors], { offset });
      expect(beside.size / r.with_AFF.alpha).toBeCloseTo(1, 4);
      for (const [place, beta] of r.with_AFF.beta.entries())
        expect(beside.coefficients[place]! / beta).toBeCloseTo(1, 4);
      // The same fit is the empirical Bayes prior of an area with that many outdoors.
      for (const [i, risk] of r.with_AFF.RR.entries()) {
        const level = beside.fitted[i]! / rows[i]![2]!;
        expect(shrunkRisk(counts[i]!, rows[i]![2]!, { alpha: beside.size, level })).toBeCloseTo(risk, 3);
      }
    },
  );

  test("is run to the top of the likelihood, not only until it hardly rises", () => {
    const days = [2, 0, 31, 5, 14, 81, 3, 0, 7, 22, 11, 1, 40, 0, 9, 16, 2, 6, 54, 13];
    const columns = [days.map(() => 1), days.map((_, i) => i % 2), days.map((_, i) => i / 20)];
    const { logLikelihood } = negativeBinomialFit(days, columns);
    // The top: nearer to it nothing more is gained.
    const further = negativeBinomialFit(days, columns, { tolerance: 1e-15 });
    expect(Math.abs(further.logLikelihood - logLikelihood)).toBeLessThan(1e-11);
    expect(logLikelihood).toBeGreaterThanOrEqual(
      negativeBinomialFit(days, columns, { tolerance: 1e-4 }).logLikelihood - 1e-11,
    );
  });

  test("of one group has the group's mean, and the size at which the likelihood has its top", () => {
    const counts = [0, 0, 1, 2, 2, 3, 4, 5, 9, 14];
    const fit = negativeBinomialFit(counts, [counts.map(() => 1)]);
    expect(Math.exp(fit.coefficients[0]!)).toBeCloseTo(4, 8);
    // Found with scipy's minimiser of the negative binomial likelihood; the standard error by its second difference there.
    expect(fit.size).toBeCloseTo(1.072345, 5);
    expect(fit.sizeStandardError).toBeCloseTo(0.65859, 4);
    expect(fit.logLikelihood).toBeCloseTo(-25.013630936, 8);
  });

  test("finds the slope and the size that were put there", () => {
    const x = Array.from({ length: 1000 }, (_, i) => (i % 50) / 50);
    const counts = drawn(
      2.5,
      x.map((at) => Math.exp(1.2 + 0.8 * at)),
      1,
    );
    const fit = negativeBinomialFit(counts, [x.map(() => 1), x]);
    expect(fit.converged).toBe(true);
    expect(Math.abs(fit.coefficients[1]! - 0.8)).toBeLessThan(3 * Math.sqrt(fit.unscaledCovariance[1]![1]!));
    expect(Math.abs(fit.size - 2.5)).toBeLessThan(3 * fit.sizeStandardError);
    expect(fit.dispersion).toBeCloseTo(1, 0);
  });

  test("of counts that vary no more than chance is the Poisson fit", () => {
    const counts = [4, 5, 4, 6, 5, 4, 5, 6];
    const columns = [counts.map(() => 1), counts.map((_, i) => i)];
    const fit = negativeBinomialFit(counts, columns);
    expect(fit.size).toBe(Infinity);
    expect([...fit.coefficients]).toEqual([...poissonFit(counts, columns).coefficients]);
  });

  test("is likelier than with any other size", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 6, maxLength: 30 }), (counts) => {
        counts[0] = 1;
        const one = counts.map(() => 1);
        const best = negativeBinomialFit(counts, [one]);
        const poisson = poissonFit(counts, [one]);
        let poissonLikely = 0;
        for (const [i, count] of counts.entries()) {
          poissonLikely += count * Math.log(poisson.fitted[i]!) - poisson.fitted[i]!;
          for (let k = 2; k <= count; k++) poissonLikely -= Math.log(k);
        }
        expect(best.logLikelihood).toBeGreaterThanOrEqual(poissonLikely - 1e-6);
      }),
      { numRuns: 50 },
    );
  });
});
