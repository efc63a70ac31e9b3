// Did it help? Counts before and after, in the place and in a comparison place (statistics.md 5.4). The answer is a number with an interval; "cannot be known" is
// what an interval on both sides of no change says.
import type { Estimate } from "../../../ground/count.ts";
import { normalQuantile } from "../numbers/distributions.ts";

/** A count before and a count after, over equally long times. */
export type BeforeAfter = { readonly before: number; readonly after: number };

const Z = normalQuantile(0.975);

/** What travels with each of them: what lies beyond 95 % of what chance makes, and how many standard errors from nothing. */
export type Difference = Estimate & { readonly standardError: number; readonly z: number };

function difference(value: number, variance: number, n: number, method: string): Difference {
  const standardError = Math.sqrt(variance);
  return {
    value,
    low: value - Z * standardError,
    high: value + Z * standardError,
    n,
    method,
    standardError,
    z: standardError === 0 ? 0 : value / standardError,
  };
}

/** Exposure of a place relative to the treated one: how long its times are beside the treated one's, or how large its ground. */
export type DisplacementWeights = {
  readonly beforeTime?: number;
  readonly afterTime?: number;
  /** Areas of the treated place, its comparison, the surroundings and their comparison. */
  readonly areas?: readonly [treated: number, comparison: number, surrounding?: number, surroundingComparison?: number];
};

export type WeightedDisplacement = {
  readonly local: Difference;
  readonly displaced: Difference;
  readonly total: Difference;
};

/**
 * Weighted displacement difference (Wheeler & Ratcliffe 2018): the change in the treated place less the change in its comparison, plus the same for the
 * surroundings, so that what only moved round the corner is not called gone. Its variance is the sum of the counts, each with its weight squared.
 */
export function weightedDisplacement(
  treated: BeforeAfter,
  comparison: BeforeAfter,
  surrounding: BeforeAfter = { before: 0, after: 0 },
  surroundingComparison: BeforeAfter = { before: 0, after: 0 },
  { beforeTime = 1, afterTime = 1, areas = [1, 1, 1, 1] }: DisplacementWeights = {},
): WeightedDisplacement {
  const [treatedArea, comparisonArea, surroundingArea = 1, surroundingComparisonArea = 1] = areas;
  const change = ({ before, after }: BeforeAfter, area: number) => (after / afterTime - before / beforeTime) / area;
  const variance = ({ before, after }: BeforeAfter, area: number) =>
    (after / afterTime ** 2 + before / beforeTime ** 2) / area ** 2;
  const sum = (...places: readonly BeforeAfter[]) => places.reduce((all, { before, after }) => all + before + after, 0);
  const localChange = change(treated, treatedArea) - change(comparison, comparisonArea);
  const localVariance = variance(treated, treatedArea) + variance(comparison, comparisonArea);
  const moved = change(surrounding, surroundingArea) - change(surroundingComparison, surroundingComparisonArea);
  const movedVariance =
    variance(surrounding, surroundingArea) + variance(surroundingComparison, surroundingComparisonArea);
  const near = sum(treated, comparison);
  const around = sum(surrounding, surroundingComparison);
  return {
    local: difference(localChange, localVariance, near, "wdd-local"),
    displaced: difference(moved, movedVariance, around, "wdd-displaced"),
    total: difference(localChange + moved, localVariance + movedVariance, near + around, "wdd"),
  };
}

/**
 * Weighted displacement quotient (Bowers & Johnson 2003), only ever beside the difference: a ratio of ratios has no usable variance at such counts. Above zero: benefits spread;
 * below −1: more moved than was gained. Undefined where nothing changed in the treated place, since there is nothing to have moved.
 */
export function displacementQuotient(
  treated: BeforeAfter,
  surrounding: BeforeAfter,
  comparison: BeforeAfter,
): number | undefined {
  if (comparison.before === 0 || comparison.after === 0) return undefined;
  const share = (part: BeforeAfter) => part.after / comparison.after - part.before / comparison.before;
  const gained = share(treated);
  return gained === 0 ? undefined : share(surrounding) / gained;
}

/** What the quotient is made of, as counts (POP Center's Tool Guide 10, appendix B). Undefined where the comparison was zero before or after. */
export function displacementParts(
  treated: BeforeAfter,
  surrounding: BeforeAfter,
  comparison: BeforeAfter,
):
  | {
      /** Fewer in the treated place, whatever happened elsewhere. */
      readonly grossEffect: number;
      /** The fall of the treated place's share of its comparison. */
      readonly netEffect: number;
      /** Fewer in the place and its surroundings together than if both had gone as the comparison did. */
      readonly totalNetEffect: number;
    }
  | undefined {
  if (comparison.before === 0 || comparison.after === 0) return undefined;
  const growth = comparison.after / comparison.before;
  const spared = ({ before, after }: BeforeAfter) => before * growth - after;
  return {
    grossEffect: treated.before - treated.after,
    netEffect: treated.before / comparison.before - treated.after / comparison.after,
    totalNetEffect: spared(treated) + spared(surrounding),
  };
}

/** Several differences as one, each weighing as much as its kind of crime harms (Wheeler 2020): their weighted sum. */
export function harmWeighted(differences: readonly Difference[], harms: readonly number[]): Difference {
  let [value, variance, n] = [0, 0, 0];
  for (const [i, one] of differences.entries()) {
    value += one.value * harms[i]!;
    variance += (one.standardError * harms[i]!) ** 2;
    n += one.n;
  }
  return difference(value, variance, n, "wdd-harm");
}

/**
 * The incidence rate ratio of a difference in differences for counts: (treated after / before) / (comparison after / before), with its interval on the logarithm.
 * `dispersion` above one widens it when counts vary more than chance. Undefined where a count is zero: a logarithm of nothing says nothing.
 */
export function rateRatio(
  treated: BeforeAfter,
  comparison: BeforeAfter,
  dispersion = 1,
): (Estimate & { readonly lnStandardError: number }) | undefined {
  const counts = [treated.before, treated.after, comparison.before, comparison.after];
  if (counts.some((count) => count === 0)) return undefined;
  const ln = Math.log(treated.after / treated.before) - Math.log(comparison.after / comparison.before);
  const lnStandardError = Math.sqrt(dispersion * counts.reduce((sum, count) => sum + 1 / count, 0));
  return {
    value: Math.exp(ln),
    low: Math.exp(ln - Z * lnStandardError),
    high: Math.exp(ln + Z * lnStandardError),
    n: counts.reduce((sum, count) => sum + count, 0),
    method: "irr-did",
    lnStandardError,
  };
}

/** Relative effect size (Welsh & Farrington): the same ratio turned over, so that above one is a fall in the treated place. */
export function relativeEffectSize(
  treated: BeforeAfter,
  comparison: BeforeAfter,
): (Estimate & { readonly lnStandardError: number }) | undefined {
  const ratio = rateRatio(treated, comparison);
  if (ratio === undefined) return undefined;
  return { ...ratio, value: 1 / ratio.value, low: 1 / ratio.high, high: 1 / ratio.low, method: "relative-effect-size" };
}
