// Rates of small places, drawn towards what they have in common: a village of two hundred has a rate of zero or of a great deal, and neither is its nature.
// The shrunk rate stands beside the raw one, never instead of it (statistics.md 5.3).
import { digammaDifference } from "./digamma.ts";
import { gammaLower, gammaQuantile, gammaUpper, lnGamma } from "./distributions.ts";

/** Relative risks are gamma distributed around the mean level: shape `alpha`, mean `level`. */
export type GammaPrior = { readonly alpha: number; readonly level: number };

/**
 * Empirical Bayes for counts and expected counts (Clayton & Kaldor 1987): the gamma distribution under which the counts, negative binomial each, are most
 * likely. `alpha` grows without end when the counts vary no more than chance; it is stopped at 1e8, where everything is drawn to the level.
 */
export function gammaPoissonPrior(counts: ArrayLike<number>, expected: ArrayLike<number>): GammaPrior {
  let lnAlpha = 0;
  let low = Math.log(1e-4);
  let high = Math.log(1e8);
  // For a given alpha the level has one answer; over alpha the likelihood has one top, found by its slope.
  const slope = (ln: number) => {
    const alpha = Math.exp(ln);
    const level = levelFor(alpha, counts, expected);
    let sum = 0;
    for (let i = 0; i < counts.length; i++) {
      const [count, mean] = [counts[i]!, expected[i]! * level];
      sum += digammaDifference(alpha, count) + Math.log(alpha / (alpha + mean)) + (mean - count) / (alpha + mean);
    }
    return sum;
  };
  if (slope(high) > 0) return { alpha: Math.exp(high), level: levelFor(Math.exp(high), counts, expected) };
  for (let step = 0; step < 200 && high - low > 1e-13; step++) {
    lnAlpha = (low + high) / 2;
    if (slope(lnAlpha) > 0) low = lnAlpha;
    else high = lnAlpha;
  }
  return { alpha: Math.exp(lnAlpha), level: levelFor(Math.exp(lnAlpha), counts, expected) };
}

/** The mean relative risk that is most likely where the shape is known: solves Σ (count − mean) / (alpha + mean) = 0 by Newton in its logarithm. */
function levelFor(alpha: number, counts: ArrayLike<number>, expected: ArrayLike<number>): number {
  let total = 0;
  let basis = 0;
  for (let i = 0; i < counts.length; i++) {
    total += counts[i]!;
    basis += expected[i]!;
  }
  if (total === 0) return 0;
  let level = total / basis;
  for (let step = 0; step < 100; step++) {
    let score = 0;
    let curvature = 0;
    for (let i = 0; i < counts.length; i++) {
      const mean = expected[i]! * level;
      score += (counts[i]! - mean) / (alpha + mean);
      curvature += (mean * (alpha + counts[i]!)) / (alpha + mean) ** 2;
    }
    const change = score / curvature;
    level *= Math.exp(Math.max(-1, Math.min(1, change)));
    if (Math.abs(change) < 1e-14) break;
  }
  return level;
}

/** The shrunk relative risk of a place: what it showed, weighed with what all showed. */
export function shrunkRisk(count: number, expected: number, { alpha, level }: GammaPrior): number {
  return (alpha + count) / (alpha / level + expected);
}

/** The relative risk that the place's true one is as likely to lie below as above. */
export function shrunkMedian(count: number, expected: number, { alpha, level }: GammaPrior): number {
  return gammaQuantile(0.5, alpha + count) / (alpha / level + expected);
}

/** The chance that the place's true relative risk is above `threshold`, by what it and all the others showed. */
export function chanceAbove(threshold: number, count: number, expected: number, { alpha, level }: GammaPrior): number {
  return gammaUpper(alpha + count, (alpha / level + expected) * threshold);
}

/** The chance that it is below. */
export function chanceBelow(threshold: number, count: number, expected: number, { alpha, level }: GammaPrior): number {
  return gammaLower(alpha + count, (alpha / level + expected) * threshold);
}

/** Log-likelihood of the counts under the prior; how `gammaPoissonPrior` is told from another answer. */
export function logLikelihood(
  counts: ArrayLike<number>,
  expected: ArrayLike<number>,
  { alpha, level }: GammaPrior,
): number {
  let sum = 0;
  for (let i = 0; i < counts.length; i++) {
    const [count, mean] = [counts[i]!, expected[i]! * level];
    sum +=
      lnGamma(alpha + count) -
      lnGamma(alpha) -
      lnGamma(count + 1) +
      alpha * Math.log(alpha / (alpha + mean)) +
      (count === 0 ? 0 : count * Math.log(mean / (alpha + mean)));
  }
  return sum;
}

/**
 * Marshall's moment estimates (1991), for crude rates count / population: no distribution is assumed. `spread` is the variance between places that chance does not
 * explain, `mean` the common rate; a spread that comes out negative is none.
 */
export function marshall(
  counts: ArrayLike<number>,
  populations: ArrayLike<number>,
): { readonly mean: number; readonly spread: number; readonly rates: Float64Array } {
  let cases = 0;
  let people = 0;
  for (let i = 0; i < counts.length; i++) {
    cases += counts[i]!;
    people += populations[i]!;
  }
  const mean = cases / people;
  let weighted = 0;
  for (let i = 0; i < counts.length; i++) weighted += populations[i]! * (counts[i]! / populations[i]! - mean) ** 2;
  const spread = Math.max(weighted / people - mean / (people / counts.length), 0);
  const rates = new Float64Array(counts.length);
  for (let i = 0; i < counts.length; i++) {
    const own = counts[i]! / populations[i]!;
    const weight = spread === 0 ? 0 : spread / (spread + mean / populations[i]!);
    rates[i] = mean + weight * (own - mean);
  }
  return { mean, spread, rates };
}

/**
 * The same, each place beside its neighbours only (and itself): what is common and how much it varies are the neighbourhood's own (Marshall 1991, section 4). A place without neighbours
 * keeps its rate. `spreadFrom` says from which mean a neighbour's rate is told: the neighbourhood's (Marshall, GeoDa), or the neighbour's own neighbourhood's, as spdep's EBlocal does
 * unless it is asked for GeoDa's.
 */
export function marshallLocal(
  counts: ArrayLike<number>,
  populations: ArrayLike<number>,
  neighbours: readonly (readonly number[])[],
  spreadFrom: "neighbourhood" | "own-neighbourhood" = "neighbourhood",
): Float64Array {
  const around = neighbours.map((near, place) => [...new Set([place, ...near])]);
  const sum = (of: ArrayLike<number>, places: readonly number[]) => places.reduce((all, one) => all + of[one]!, 0);
  const means = Float64Array.from(around, (places) => sum(counts, places) / sum(populations, places));
  return Float64Array.from(around, (places, place) => {
    const people = sum(populations, places);
    const mean = means[place]!;
    let weighted = 0;
    for (const one of places) {
      const from = spreadFrom === "neighbourhood" ? mean : means[one]!;
      weighted += populations[one]! * (counts[one]! / populations[one]! - from) ** 2;
    }
    const spread = Math.max(weighted / people - mean / (people / places.length), 0);
    const own = counts[place]! / populations[place]!;
    if (places.length === 1) return own;
    return spread === 0 ? mean : mean + (spread / (spread + mean / populations[place]!)) * (own - mean);
  });
}
