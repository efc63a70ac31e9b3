import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import fc from "fast-check";
import { tableOf } from "../../../../test/reference-table.ts";
import { sharedData } from "../../../../test/shared-data.ts";
import {
  chanceAbove,
  chanceBelow,
  gammaPoissonPrior,
  logLikelihood,
  marshall,
  marshallLocal,
  shrunkMedian,
  shrunkRisk,
} from "./shrinkage.ts";

const SCOTLAND = sharedData("reference/eb-scotland/scotland.csv");
const SCOTLAND_ANSWERS = sharedData("reference/eb-scotland/expected_scotland.json");
const AUCKLAND = sharedData("reference/eb-scotland/auckland.csv");
const AUCKLAND_ANSWERS = sharedData("reference/eb-scotland/expected_auckland_marshall.json");

const columns = (path: string, ...places: readonly number[]) => {
  const rows = tableOf(path);
  return places.map((place) => rows.map((row) => Number(row[place])));
};

describe("small places", () => {
  test.skipIf(SCOTLAND === undefined || SCOTLAND_ANSWERS === undefined)(
    "are shrunk as Clayton and Kaldor did Scotland's lip cancer",
    () => {
      const [counts = [], expected = []] = columns(SCOTLAND ?? "", 1, 2);
      const r = JSON.parse(readFileSync(SCOTLAND_ANSWERS ?? "", "utf8")) as {
        gamma_poisson: { alpha: number; beta: number; RR: number[]; RRmed: number[] };
        thresh2: number[];
      };
      const prior = gammaPoissonPrior(counts, expected);
      // The reference's own search stopped at four or five digits; ours goes to the top of the same likelihood.
      expect(prior.alpha).toBeCloseTo(r.gamma_poisson.alpha, 3);
      expect(Math.log(prior.level)).toBeCloseTo(r.gamma_poisson.beta, 4);
      for (const [i, risk] of r.gamma_poisson.RR.entries())
        expect(shrunkRisk(counts[i]!, expected[i]!, prior)).toBeCloseTo(risk, 3);
      const printed = { alpha: r.gamma_poisson.alpha, level: Math.exp(r.gamma_poisson.beta) };
      for (const [i, median] of r.gamma_poisson.RRmed.entries()) {
        expect(shrunkMedian(counts[i]!, expected[i]!, printed)).toBeCloseTo(median, 9);
        expect(chanceAbove(2, counts[i]!, expected[i]!, printed)).toBeCloseTo(r.thresh2[i]!, 9);
      }
      for (const off of [0.999, 1.001]) {
        expect(logLikelihood(counts, expected, { ...prior, alpha: prior.alpha * off })).toBeLessThan(
          logLikelihood(counts, expected, prior),
        );
        expect(logLikelihood(counts, expected, { ...prior, level: prior.level * off })).toBeLessThan(
          logLikelihood(counts, expected, prior),
        );
      }
    },
  );

  test.skipIf(AUCKLAND === undefined || AUCKLAND_ANSWERS === undefined)(
    "are shrunk as Marshall did Auckland's child deaths",
    () => {
      const [deaths = [], people = []] = columns(AUCKLAND ?? "", 0, 1);
      const r = JSON.parse(readFileSync(AUCKLAND_ANSWERS ?? "", "utf8")) as {
        par: { a: number; b: number };
        estmm: number[];
      };
      const { mean, spread, rates } = marshall(deaths, people);
      expect(spread).toBeCloseTo(r.par.a, 15);
      expect(mean).toBeCloseTo(r.par.b, 15);
      for (const [i, rate] of r.estmm.entries()) expect(rates[i]).toBeCloseTo(rate, 14);
    },
  );

  test("that vary no more than chance are all drawn to the common level", () => {
    const prior = gammaPoissonPrior([2, 2, 2, 2], [2, 2, 2, 2]);
    expect(prior.level).toBeCloseTo(1, 9);
    expect(shrunkRisk(2, 2, prior)).toBeCloseTo(1, 6);
    expect(gammaPoissonPrior([0, 0], [1, 3]).level).toBe(0);
  });

  test("beside their neighbours only: with everybody as neighbours it is the same for all, alone it is one's own", () => {
    const counts = [8, 2, 5, 0, 9];
    const people = [1000, 400, 2000, 300, 800];
    const everybody = counts.map((_, i) => counts.map((__, j) => j).filter((j) => j !== i));
    for (const way of ["neighbourhood", "own-neighbourhood"] as const)
      for (const [i, rate] of marshallLocal(counts, people, everybody, way).entries())
        expect(rate).toBeCloseTo(marshall(counts, people).rates[i]!, 14);
    expect([...marshallLocal(counts, people, [[], [], [], [], []])]).toEqual(
      counts.map((count, i) => count / people[i]!),
    );
    // Places 0 and 1: mean 10/1400, and by hand: spread (1000 (.008 − m)² + 400 (.005 − m)²)/1400 − m/700 below nothing, so both are the mean.
    const pairs = marshallLocal(counts, people, [[1], [0], [3, 4], [2], [2]]);
    expect(pairs[0]).toBeCloseTo(10 / 1400, 14);
    const mean = 14 / 3100;
    const spread =
      (2000 * (0.0025 - mean) ** 2 + 300 * mean ** 2 + 800 * (9 / 800 - mean) ** 2) / 3100 - mean / (3100 / 3);
    expect(pairs[2]).toBeCloseTo(mean + (spread / (spread + mean / 2000)) * (0.0025 - mean), 14);
  });

  test("lie between what they showed and what all showed, and the chances on either side are one", () => {
    const prior = { alpha: 3, level: 1.2 };
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60 }), fc.double({ min: 0.1, max: 50, noNaN: true }), (count, expected) => {
        const risk = shrunkRisk(count, expected, prior);
        const raw = count / expected;
        expect(risk).toBeGreaterThanOrEqual(Math.min(raw, prior.level) - 1e-12);
        expect(risk).toBeLessThanOrEqual(Math.max(raw, prior.level) + 1e-12);
        expect(chanceAbove(2, count, expected, prior) + chanceBelow(2, count, expected, prior)).toBeCloseTo(1, 12);
      }),
    );
  });
});
