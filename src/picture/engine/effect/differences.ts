// Did it help, beside those where nothing was done: difference in differences for means (Card & Krueger 1994) and for counts with a pool of comparison areas, and the same question put
// to every area that nothing was done in (placebo): how often does chance alone do as much? (statistics.md 5.4)
import type { Estimate } from "../../../ground/count.ts";
import { type BeforeAfter, rateRatio } from "./before-after.ts";
import { normalQuantile } from "../numbers/distributions.ts";
import { rankP } from "../numbers/random.ts";

export type Measured = {
  readonly unit: string | number;
  readonly treated: boolean;
  readonly after: boolean;
  readonly value: number;
};
export type MeanDifference = Estimate & {
  /** Four independent samples with one variance in common: ordinary least squares' own. */
  readonly standardError: number;
  /** The same without the one variance (Welch). */
  readonly unequalStandardError: number;
  /** Allowing for that the same unit is measured twice (Liang & Zeger, without small-sample factor). `low` and `high` are by this one. */
  readonly clusteredStandardError: number;
};

/** (treated after − before) − (comparison after − before) of means; measurements that are not numbers take no part. Undefined where one of the four is empty. */
export function differenceOfMeans(measured: readonly Measured[]): MeanDifference | undefined {
  const known = measured.filter(({ value }) => Number.isFinite(value));
  const cells = [false, true].flatMap((treated) =>
    [false, true].map((after) => {
      const values = known.filter((one) => one.treated === treated && one.after === after).map(({ value }) => value);
      const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
      const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
      return { treated, after, n: values.length, mean, squares, sign: treated === after ? 1 : -1 };
    }),
  );
  if (cells.some(({ n }) => n === 0)) return undefined;
  const value = cells.reduce((sum, { sign, mean }) => sum + sign * mean, 0);
  const squares = cells.reduce((sum, cell) => sum + cell.squares, 0);
  const inverse = cells.reduce((sum, { n }) => sum + 1 / n, 0);
  const standardError = Math.sqrt((squares / (known.length - 4)) * inverse);
  const unequal = cells.reduce((sum, cell) => sum + cell.squares / (cell.n - 1) / cell.n, 0);
  const scores = new Map<string | number, number>();
  for (const { unit, treated, after, value: one } of known) {
    const { sign, mean, n } = cells[(treated ? 2 : 0) + (after ? 1 : 0)]!;
    scores.set(unit, (scores.get(unit) ?? 0) + (sign * (one - mean)) / n);
  }
  const clusteredStandardError = Math.sqrt([...scores.values()].reduce((sum, score) => sum + score ** 2, 0));
  const reach = normalQuantile(0.975) * clusteredStandardError;
  return {
    value,
    low: value - reach,
    high: value + reach,
    n: known.length,
    method: "did-means",
    standardError,
    unequalStandardError: Math.sqrt(unequal),
    clusteredStandardError,
  };
}

/** The difference of mean changes where every unit was measured both times: two samples of changes, each with its own variance. */
export function differenceOfChanges(
  treated: readonly number[],
  comparison: readonly number[],
): (Estimate & { readonly standardError: number }) | undefined {
  if (treated.length < 2 || comparison.length < 2) return undefined;
  const describe = (changes: readonly number[]) => {
    const mean = changes.reduce((sum, one) => sum + one, 0) / changes.length;
    const variance = changes.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (changes.length - 1);
    return { mean, ofMean: variance / changes.length };
  };
  const [own, other] = [describe(treated), describe(comparison)];
  const value = own.mean - other.mean;
  const standardError = Math.sqrt(own.ofMean + other.ofMean);
  const reach = normalQuantile(0.975) * standardError;
  const n = treated.length + comparison.length;
  return { value, low: value - reach, high: value + reach, n, method: "did-changes", standardError };
}

/** The counts of several areas as if they were one. */
export const together = (areas: readonly BeforeAfter[]): BeforeAfter => ({
  before: areas.reduce((sum, { before }) => sum + before, 0),
  after: areas.reduce((sum, { after }) => sum + after, 0),
});

/**
 * How much more comparison areas' changes differ from each other than chance makes them: each area's share after is held against the common share, χ² over degrees of freedom.
 * 1 is chance, and the least that is answered; with fewer than three areas it cannot be known and is 1.
 */
export function changeDispersion(areas: readonly BeforeAfter[]): number {
  const counted = areas.filter(({ before, after }) => before + after > 0);
  const { before, after } = together(counted);
  if (counted.length < 3 || before === 0 || after === 0) return 1;
  const share = after / (before + after);
  const chi = counted.reduce((sum, area) => {
    const all = area.before + area.after;
    return sum + (area.after - all * share) ** 2 / (all * share * (1 - share));
  }, 0);
  return Math.max(chi / (counted.length - 1), 1);
}

export type PooledRatio = Estimate & {
  readonly lnStandardError: number;
  readonly dispersion: number;
  readonly comparison: BeforeAfter;
};

/**
 * The rate ratio of the treated place beside a pool of comparison areas: ln IRR = ln(T1/T0) − ln(C1/C0), its variance Σ 1/n times the pool's own dispersion. Undefined where
 * one of the four counts is zero.
 */
export function pooledRateRatio(
  treated: BeforeAfter,
  pool: readonly BeforeAfter[],
  dispersion: number = changeDispersion(pool),
): PooledRatio | undefined {
  const comparison = together(pool);
  const ratio = rateRatio(treated, comparison, dispersion);
  return ratio && { ...ratio, method: "irr-did-pooled", dispersion, comparison };
}

export type Placebo = {
  /** The share of areas, the treated one among them, in which as much or more happened in either direction. */
  readonly p: number;
  /** The same counting falls only. */
  readonly pOfFall: number;
  readonly areas: number;
};

/**
 * Every comparison area in turn plays the treated one beside all the others; the treated place is ranked among them, ties against it. What is ranked is ln IRR over its standard
 * error, a half added to each area's counts so that one with a zero takes part too. With k comparison areas no p is below 1 / (k + 1).
 */
export function placeboTest(treated: BeforeAfter, pool: readonly BeforeAfter[]): Placebo {
  const areas = [treated, ...pool].map(({ before, after }) => ({ before: before + 0.5, after: after + 0.5 }));
  const all = together(areas);
  const [own = 0, ...played] = areas.map((area) => standardised(area, all));
  return {
    p: rankP(Math.abs(own), played.map(Math.abs)),
    pOfFall: rankP(
      -own,
      played.map((one) => -one),
    ),
    areas: pool.length,
  };
}

function standardised(one: BeforeAfter, all: BeforeAfter): number {
  const others = { before: all.before - one.before, after: all.after - one.after };
  if (others.before === 0) return 0;
  const ln = Math.log(one.after / one.before) - Math.log(others.after / others.before);
  const variance = 1 / one.before + 1 / one.after + 1 / others.before + 1 / others.after;
  // Areas that changed alike are ties although their last digits differ, and around nothing no relative tolerance says so.
  return Math.round((ln / Math.sqrt(variance)) * 1e9) / 1e9;
}
