import { describe, expect, test } from "vitest";
import { normalQuantile } from "../numbers/distributions.ts";
import { chanceOf } from "../numbers/random.ts";
import { comparedCounts } from "../numbers/interval.ts";
import {
  chanceOfSeeingCount,
  type CountDesign,
  detectableCount,
  detectableShare,
  detectableShift,
  dispersionOf,
  intervalError,
  meanError,
  percentileError,
} from "./detectable.ts";
import { smallestVisibleFall } from "./power.ts";

/** Chance is handed in: the same seed draws the same. */
const drawing = (seed: number) => {
  const chance = chanceOf(seed, 0);
  const uniform = () => chance.uniform();
  const normal = () => normalQuantile(Math.min(Math.max(uniform(), 1e-12), 1 - 1e-12));
  const poisson = (mean: number) => {
    let count = -1;
    const left = Math.exp(-mean);
    for (let product = 1; product > left; count++) product *= uniform();
    return count;
  };
  /** Gamma by its sum of exponentials, for a whole shape; then Poisson: a negative binomial count. */
  const dispersed = (mean: number, dispersion: number) => {
    const size = Math.round(mean / (dispersion - 1));
    let sum = 0;
    for (let k = 0; k < size; k++) sum -= Math.log(Math.max(uniform(), 1e-300));
    return poisson((sum * mean) / size);
  };
  return { uniform, normal, poisson, dispersed };
};

describe("counts", () => {
  test("eleven a year are told apart from three and from none of four, as the E-test says", () => {
    expect(detectableCount({ before: 11 }).seenAt).toBe(3);
    expect(comparedCounts(11, 3)).toBeLessThan(0.05);
    expect(comparedCounts(11, 4)).toBeGreaterThan(0.05);
  });

  test.each([6, 9, 11, 20, 40, 80])("of %d: the first count that is seen is the E-test's", (before) => {
    const { seenAt } = detectableCount({ before });
    expect(comparedCounts(before, seenAt!)).toBeLessThan(0.053);
    expect(comparedCounts(before, seenAt! + 1)).toBeGreaterThan(0.045);
  });

  // The roots of counts vary alike (variance 1/4): seen eight times of ten where √before − √after = (1.96 + 0.84) / √2.
  test.each([100, 400, 1600])("of %d as the roots say", (before) => {
    expect(detectableCount({ before }).level! / (Math.sqrt(before) - 2.8016 / Math.SQRT2) ** 2).toBeCloseTo(1, 1.7);
    expect(
      detectableCount({ before, wanted: "up" }).level! / (Math.sqrt(before) + 2.8016 / Math.SQRT2) ** 2,
    ).toBeCloseTo(1, 1.7);
  });

  test("a handful cannot tell, and a large count sees a small change", () => {
    expect(detectableCount({ before: 0 })).toEqual({ seenAt: undefined, level: undefined });
    expect(detectableCount({ before: 3 })).toEqual({ seenAt: undefined, level: undefined });
    expect(detectableCount({ before: 5 }).level).toBeUndefined();
    const falls = [11, 40, 200, 1000].map((before) => detectableCount({ before }).level! / before);
    expect(falls).toEqual(falls.toSorted((a, b) => a - b));
  });

  // statistics.md 5.1 has a comparison area ten times as large; power.test.ts holds its figures.
  test("beside a comparison area the smallest fall is that of the effect's own test", () => {
    for (const before of [20, 40, 80]) {
      const fall = smallestVisibleFall({ baseline: before, comparison: 10 })!;
      expect(Math.abs(detectableCount({ before, comparison: before * 10 }).level! - before * fall)).toBeLessThanOrEqual(
        1.5,
      );
    }
    expect(detectableCount({ before: 5, comparison: 50 }).level).toBeUndefined();
    // A small area beside tells less than none at all; without one, what happened everywhere is taken for the place's own.
    expect(detectableCount({ before: 40, comparison: 40 }).level!).toBeLessThan(detectableCount({ before: 40 }).level!);
  });

  test("counts that vary twice as much as chance show less, and a longer time after shows more", () => {
    const plain = detectableCount({ before: 40 }).level!;
    expect(detectableCount({ before: 40, dispersion: 2 }).level!).toBeLessThan(plain);
    expect(detectableCount({ before: 40, longer: 3 }).level! / 3).toBeGreaterThan(plain);
  });

  test.each([10, 40, 160])("nothing changed is called a change no oftener than about the level says: %d", (before) => {
    for (const wanted of ["down", "up"] as const)
      expect(chanceOfSeeingCount(before, { before, wanted })).toBeLessThan(0.035);
  });

  /** What is drawn, counted with the test written out anew. */
  const isSeen = (b: number, a: number, r: number, dispersion: number) =>
    a + b > 0 && Math.abs(r * b - a) / Math.sqrt(dispersion * r * (a + b)) > 1.959964;

  test.each<[string, CountDesign]>([
    ["forty", { before: 40 }],
    ["forty, three times as long after", { before: 40, longer: 3 }],
    ["a hundred, upwards", { before: 100, wanted: "up" }],
    ["sixty that vary twice as much as chance", { before: 60, dispersion: 2 }],
  ])("the smallest change is seen eight times of ten: %s", (_name, design) => {
    const { before, longer = 1, dispersion = 1 } = design;
    const level = detectableCount(design).level!;
    const { poisson, dispersed } = drawing(7);
    const draw = (mean: number) => (dispersion === 1 ? poisson(mean) : dispersed(mean, dispersion));
    let seen = 0;
    for (let turn = 0; turn < 6000; turn++) if (isSeen(draw(before), draw(level), longer, dispersion)) seen++;
    // A whole count is up to one better than what is seen eight times of ten exactly.
    expect(seen / 6000).toBeGreaterThan(0.78);
    expect(seen / 6000).toBeLessThan(0.87);
  });
});

describe("how much months vary", () => {
  test("is variance over mean, and never less than chance", () => {
    expect(dispersionOf([4, 4, 4, 4, 4, 4])).toBe(1);
    // Mean 5, squares 9 + 9 + 4 + 4 + 9 + 9 = 44, over 5 degrees of freedom 8.8, over the mean 1.76.
    expect(dispersionOf([2, 8, 3, 7, 2, 8])).toBeCloseTo(1.76, 10);
    expect(dispersionOf([0, 9, 0])).toBe(1);
    expect(dispersionOf([0, 0, 0, 0, 0, 0])).toBe(1);
  });
});

describe("shares of two rounds", () => {
  // R's power.prop.test(n = 388, p1 = .5, p2 = .4) is 0.80; with 400 it is 0.8125 (power-share.test.ts).
  test("four hundred answers tell a half from two fifths or so", () => {
    expect(detectableShare({ share: 0.5, answersBefore: 388 }).level).toBeCloseTo(0.4, 2);
    expect(detectableShare({ share: 0.5, answersBefore: 388, wanted: "up" }).level).toBeCloseTo(0.6, 2);
  });

  test("fewer the second time tell less, and most of a school more", () => {
    const both = detectableShare({ share: 0.5, answersBefore: 388 }).level!;
    expect(detectableShare({ share: 0.5, answersBefore: 388, answersAfter: 100 }).level!).toBeLessThan(both);
    expect(detectableShare({ share: 0.5, answersBefore: 388, everybody: 420 }).level!).toBeGreaterThan(both);
  });

  test("where everybody answered both times, one answer is a change; sixty pupils otherwise show no fall from a tenth but to nought", () => {
    expect(detectableShare({ share: 0.25, answersBefore: 28, everybody: 28 }).level).toBeCloseTo(0.25 - 1 / 28, 10);
    expect(detectableShare({ share: 0.1, answersBefore: 60 }).level).toBeLessThan(0.005);
    expect(detectableShare({ share: 0.1, answersBefore: 40 }).level).toBeUndefined();
  });

  test("the smallest change is seen eight times of ten", () => {
    const [share, n, m] = [0.3, 300, 200];
    const level = detectableShare({ share, answersBefore: n, answersAfter: m }).level!;
    const { uniform } = drawing(11);
    const yes = (of: number, chance: number) => Array.from({ length: of }, uniform).filter((u) => u < chance).length;
    let seen = 0;
    for (let turn = 0; turn < 4000; turn++) {
      const [a, b] = [yes(n, share), yes(m, level)];
      const pooled = (a + b) / (n + m);
      if (Math.abs(a / n - b / m) / Math.sqrt(pooled * (1 - pooled) * (1 / n + 1 / m)) > 1.959964) seen++;
    }
    expect(Math.abs(seen / 4000 - 0.8)).toBeLessThan(0.025);
  });
});

describe("what is measured", () => {
  // R's power.t.test(n = 200, sd = 8, power = .8): delta 2.2466, which knows the spread a little less well than we take it.
  test("a mean of two hundred speeds that differ by eight must move by 2.24 km/h", () => {
    const error = meanError(8, 200);
    expect(detectableShift([error, error]).level).toBeCloseTo(2.2413, 3);
  });

  test("V85 needs half as much again as the mean, and an interval says the same", () => {
    const error = percentileError(0.85, 8, 1000);
    expect(error / meanError(8, 1000)).toBeCloseTo(1.5316, 3);
    expect(intervalError(50 - 1.959964 * error, 50 + 1.959964 * error)).toBeCloseTo(error, 6);
  });

  test("a comparison road makes it larger, and intervals that may not touch larger still", () => {
    const [own, beside] = [detectableShift([0.3, 0.3]), detectableShift([0.3, 0.3, 0.4, 0.4])];
    expect(beside.level).toBeGreaterThan(own.level);
    expect(detectableShift([0.3, 0.3], { apart: true }).seenAt).toBeCloseTo(1.959964 * 0.6, 5);
  });

  test("the smallest change of V85 is seen eight times of ten", () => {
    const n = 400;
    const error = percentileError(0.85, 8, n);
    const { level } = detectableShift([error, error]);
    const { normal } = drawing(3);
    const v85 = (mean: number) => Array.from({ length: n }, () => mean + 8 * normal()).toSorted((a, b) => a - b)[339]!;
    let seen = 0;
    for (let turn = 0; turn < 1500; turn++)
      if (Math.abs(v85(50) - v85(50 - level)) > 1.959964 * Math.hypot(error, error)) seen++;
    expect(Math.abs(seen / 1500 - 0.8)).toBeLessThan(0.04);
  });
});
