// Is one area's rate unusual beside others of its kind? A funnel plot with exact Poisson limits (Spiegelhalter 2005): small areas have wide limits, large ones narrow, and nobody is ranked.
import {
  negativeBinomialCdf,
  negativeBinomialQuantile,
  normalQuantile,
  poissonCdf,
  poissonQuantile,
} from "../numbers/distributions.ts";

/** Inside; outside 95 % (one area in twenty is, by chance); outside 99.8 % (one in five hundred). */
export type FunnelPlace = "within" | "outside-95" | "outside-99.8";
export type FunnelArea = {
  readonly count: number;
  readonly expected: number;
  /** Count over expected: 1 is as the others. Undefined where nothing was to be expected. */
  readonly ratio: number | undefined;
  readonly place: FunnelPlace;
  /** The chance of so many or more, or so few or fewer, whichever is less. */
  readonly tail: number;
};
/** Limits as counts, between whole numbers as well, so that they draw as smooth lines. */
export type FunnelLimits = {
  readonly low95: number;
  readonly high95: number;
  readonly low998: number;
  readonly high998: number;
};

/**
 * The limits where `expected` are expected: the count whose chance is the tail, with a straight line between whole numbers (Spiegelhalter 2005, appendix A.1.1). A `dispersion`
 * above 1 takes negative binomial counts of that variance over mean.
 */
export function funnelLimits(expected: number, dispersion = 1): FunnelLimits {
  return {
    low95: limitAt(0.025, expected, dispersion),
    high95: limitAt(0.975, expected, dispersion),
    low998: limitAt(0.001, expected, dispersion),
    high998: limitAt(0.999, expected, dispersion),
  };
}

function limitAt(p: number, expected: number, dispersion: number): number {
  if (expected <= 0) return 0;
  const count = quantile(p, expected, dispersion);
  const [here, below] = [cdf(count, expected, dispersion), cdf(count - 1, expected, dispersion)];
  return Math.max(count - (here - p) / (here - below), 0);
}

function quantile(p: number, mean: number, dispersion: number): number {
  return dispersion > 1 ? negativeBinomialQuantile(p, mean / (dispersion - 1), mean) : poissonQuantile(p, mean);
}

function cdf(count: number, mean: number, dispersion: number): number {
  return dispersion > 1 ? negativeBinomialCdf(count, mean / (dispersion - 1), mean) : poissonCdf(count, mean);
}

/** Where an area lies: by the exact chance of its count, not by the drawn line. */
export function funnelPlace(count: number, expected: number, dispersion = 1): FunnelArea {
  if (expected <= 0)
    return { count, expected, ratio: undefined, place: count > 0 ? "outside-99.8" : "within", tail: count > 0 ? 0 : 1 };
  const tail = Math.min(cdf(count, expected, dispersion), 1 - cdf(count - 1, expected, dispersion));
  const place = tail < 0.001 ? "outside-99.8" : tail < 0.025 ? "outside-95" : "within";
  return { count, expected, ratio: count / expected, place, tail };
}

/**
 * How much more the areas differ than chance makes them: the mean squared z, the outermost tenth at each end drawn in to the next (Spiegelhalter 2005, section 3.2), so that the very
 * areas one looks for do not hide themselves. At least 1. Far above it the limits say more about what the rate leaves out than about the areas.
 */
export function funnelDispersion(counts: ArrayLike<number>, expected: ArrayLike<number>): number {
  const scores: number[] = [];
  for (let i = 0; i < counts.length; i++)
    if (expected[i]! > 0) scores.push(2 * (Math.sqrt(counts[i]! + 3 / 8) - Math.sqrt(expected[i]! + 3 / 8)));
  if (scores.length < 10) return 1;
  const inOrder = scores.toSorted((a, b) => a - b);
  const cut = Math.floor(scores.length / 10);
  const [least, most] = [inOrder[cut]!, inOrder[inOrder.length - 1 - cut]!];
  const squares = scores.reduce((sum, z) => sum + Math.min(Math.max(z, least), most) ** 2, 0);
  return Math.max(squares / scores.length / WINSORISED, 1);
}

/** What the mean square of a standard normal becomes when its outer tenths are drawn in: without it chance itself would look like less than chance. */
const WINSORISED = ((): number => {
  const z = normalQuantile(0.9);
  const density = Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
  return 0.8 - 2 * z * density + 0.2 * z * z;
})();
