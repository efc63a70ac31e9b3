// Counts that vary more than chance, with the extra variation growing by the square of the mean: negative binomial regression by maximum likelihood, as MASS's glm.nb
// (Venables & Ripley 2002, 7.4). Beside quasi-Poisson, whose extra variation grows by the mean itself.
import { digammaDifference, trigammaDifference } from "./digamma.ts";
import { lnGamma } from "./distributions.ts";
import { type Fit, type FitOptions, poissonFit } from "./regression.ts";

export type NegativeBinomialFit = Fit & {
  /** glm.nb's theta: variance = mean + mean² / size. Infinity where the counts vary no more than chance makes them. */
  readonly size: number;
  readonly sizeStandardError: number;
  /** ln of the likelihood, constants included: with −2 and R's AIC comparable. */
  readonly logLikelihood: number;
};

/** Beyond this the distribution cannot be told from Poisson. */
const LARGEST_SIZE = 1e7;

/** Coefficients and size in turn, until neither moves. `columns` as in `poissonFit`; the size is not given but found. */
export function negativeBinomialFit(
  counts: ArrayLike<number>,
  columns: readonly ArrayLike<number>[],
  { tolerance = 1e-12, ...given }: Omit<FitOptions, "size"> = {},
): NegativeBinomialFit {
  // Closer than R's own stop: each turn's fit begins anew, and the size would be told from coefficients that are not yet there.
  const options = { ...given, tolerance };
  const { weights } = given;
  const weight = (i: number) => (weights === undefined ? 1 : weights[i]!);
  let fit = poissonFit(counts, columns, options);
  let size = Infinity;
  for (let turn = 0; turn < 100; turn++) {
    const next = likeliestSize(counts, fit.fitted, weight);
    const still = next === size || Math.abs(next - size) < 1e-10 * next;
    size = next;
    fit = poissonFit(counts, columns, { ...options, size });
    if (still) break;
  }
  return {
    ...fit,
    size,
    sizeStandardError: size === Infinity ? NaN : 1 / Math.sqrt(slopeAt(size, counts, fit.fitted, weight).information),
    logLikelihood: logLikelihoodOf(size, counts, fit.fitted, weight),
  };
}

/** The size under which the counts are likeliest where their means are known: the likelihood's slope is zero there. Bisection in the logarithm, then Newton. */
function likeliestSize(counts: ArrayLike<number>, means: Float64Array, weight: (i: number) => number): number {
  let [low, high] = [1e-6, LARGEST_SIZE];
  if (slopeAt(high, counts, means, weight).slope >= 0) return Infinity;
  while (high / low > 1.01) {
    const middle = Math.sqrt(low * high);
    if (slopeAt(middle, counts, means, weight).slope > 0) low = middle;
    else high = middle;
  }
  let size = Math.sqrt(low * high);
  for (let step = 0; step < 20; step++) {
    const { slope, information } = slopeAt(size, counts, means, weight);
    const change = information > 0 ? slope / information : 0;
    size = Math.min(Math.max(size + change, low), high);
    if (Math.abs(change) < 1e-13 * size) break;
  }
  return size;
}

/** The slope of the log-likelihood over size, and how it bends. */
function slopeAt(size: number, counts: ArrayLike<number>, means: Float64Array, weight: (i: number) => number) {
  let [slope, information] = [0, 0];
  for (let i = 0; i < counts.length; i++) {
    const [count, mean] = [counts[i]!, means[i]!];
    const together = mean + size;
    slope += weight(i) * (digammaDifference(size, count) - Math.log1p(mean / size) + (mean - count) / together);
    information +=
      weight(i) * (trigammaDifference(size, count) - 1 / size + 2 / together - (count + size) / together ** 2);
  }
  return { slope, information };
}

function logLikelihoodOf(
  size: number,
  counts: ArrayLike<number>,
  means: Float64Array,
  weight: (i: number) => number,
): number {
  let sum = 0;
  for (let i = 0; i < counts.length; i++) {
    const [count, mean] = [counts[i]!, means[i]!];
    const ofCount = count === 0 ? 0 : count * Math.log(mean);
    sum +=
      size === Infinity
        ? weight(i) * (ofCount - mean - lnGamma(count + 1))
        : weight(i) *
          (lnGamma(size + count) -
            lnGamma(size) -
            lnGamma(count + 1) -
            size * Math.log1p(mean / size) +
            ofCount -
            count * Math.log(mean + size));
  }
  return sum;
}
