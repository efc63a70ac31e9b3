// Is this week more than was to be expected? Farrington's algorithm and EARS, as public health has used them for thirty years (statistics.md section 1).
// Every answer says what was expected and the bound that would be crossed by chance; how many such questions were asked must stand beside them.
import { normalCdf, normalQuantile, studentCdf } from "./distributions.ts";
import { expectedAt, type Fit, poissonFit } from "./regression.ts";

/** What was expected at a time, and what would have been too many. `expected` and `upper` are counts; `score` above 1 is over the bound. */
export type Expectation = {
  readonly observed: number;
  readonly expected: number;
  readonly upper: number;
  readonly score: number;
  readonly alarm: boolean;
  readonly trend: boolean;
};

export type FarringtonOptions = {
  /** Years looked back on. */
  readonly years?: number;
  /** Weeks on either side of the same week in those years. */
  readonly halfWindow?: number;
  /** Two-sided. */
  readonly alpha?: number;
  readonly power?: PowerTransform;
  /** No alarm with fewer cases than `cases` in the last `weeks`. */
  readonly fewest?: { readonly cases: number; readonly weeks: number };
  readonly weeksInYear?: number;
};
export type PowerTransform = "none" | "1/2" | "2/3";

/**
 * Farrington et al. 1996 for the week at `at` of a weekly series: a quasi-Poisson fit to the same weeks of earlier years, with earlier outbreaks weighed down by
 * their Anscombe residuals, a trend only where it is significant and does not reach beyond what has been seen, and a bound on the 2/3-power scale. Undefined
 * where there is not history enough.
 */
export function farrington(
  series: ArrayLike<number>,
  at: number,
  options: FarringtonOptions = {},
): Expectation | undefined {
  const { years = 4, halfWindow = 3, alpha = 0.01, power = "2/3", weeksInYear = 52 } = options;
  const { cases, weeks } = options.fewest ?? { cases: 5, weeks: 4 };
  const times: number[] = [];
  for (let year = years; year >= 1; year--)
    for (let week = -halfWindow; week <= halfWindow; week++) times.push(at - year * weeksInYear + week);
  if (times[0]! < 0) return undefined;
  const counts = times.map((time) => series[time]!);
  const observed = series[at]!;
  let recent = 0;
  for (let week = Math.max(at - weeks + 1, 0); week <= at; week++) recent += series[week]!;
  if (counts.every((count) => count === 0))
    return {
      observed,
      expected: 0,
      upper: 0,
      score: observed > 0 ? Infinity : 0,
      alarm: observed > 0 && recent >= cases,
      trend: false,
    };
  const withTrend = reweighted(counts, [counts.map(() => 1), times]);
  const reach = expectedAt(withTrend.fit, [1, at], withTrend.dispersion).mean;
  const slope = withTrend.fit.coefficients[1]!;
  const slopeError = Math.sqrt(withTrend.fit.dispersion * withTrend.fit.unscaledCovariance[1]![1]!);
  const significant = 2 * studentCdf(-Math.abs(slope / slopeError), withTrend.fit.degreesOfFreedom) < 0.05;
  const trend = years >= 3 && significant && reach <= Math.max(...counts);
  const { fit, dispersion } = trend ? withTrend : reweighted(counts, [counts.map(() => 1)]);
  const { mean, standardError } = expectedAt(fit, trend ? [1, at] : [1], dispersion);
  const { upper } = predictionBounds(mean, standardError, dispersion, alpha / 2, power);
  const score = (observed - mean) / (upper - mean);
  return { observed, expected: mean, upper, score, alarm: score > 1 && recent >= cases, trend };
}

/** The fit, and again with past outbreaks weighed down so that they do not raise the bound for years. */
function reweighted(
  counts: readonly number[],
  columns: readonly (readonly number[])[],
): { readonly fit: Fit; readonly dispersion: number } {
  const first = poissonFit(counts, columns);
  const weights = outbreakWeights(anscombeResiduals(counts, first), 1);
  const fit = poissonFit(counts, columns, { weights });
  return { fit, dispersion: Math.max(fit.dispersion, 1) };
}

/** Residuals that are near normal for Poisson counts, standardised. */
export function anscombeResiduals(counts: readonly number[], fit: Fit): Float64Array {
  const dispersion = Math.max(fit.dispersion, 1);
  return Float64Array.from(counts, (count, i) => {
    const mean = fit.fitted[i]!;
    const residual = 1.5 * (count ** (2 / 3) * mean ** (-1 / 6) - Math.sqrt(mean));
    return residual / Math.sqrt(dispersion * (1 - fit.leverages[i]!));
  });
}

/** Weights that sum to the number of observations; those beyond the threshold weigh as one over their square. */
export function outbreakWeights(residuals: Float64Array, threshold: number): Float64Array {
  const raw = residuals.map((residual) => (residual > threshold ? residual ** -2 : 1));
  const scale = raw.length / raw.reduce((sum, one) => sum + one, 0);
  return raw.map((one) => one * scale);
}

/** The interval a new count would fall outside of with chance `tail` at either end, on a power scale where counts are less skew. */
export function predictionBounds(
  mean: number,
  standardError: number,
  dispersion: number,
  tail: number,
  power: PowerTransform,
): { readonly lower: number; readonly upper: number; readonly chanceAbove: (count: number) => number } {
  const spread = dispersion + standardError ** 2 / mean;
  const [exponent, deviation] = ((): [number, number] => {
    switch (power) {
      case "none":
        return [1, Math.sqrt(mean * spread)];
      case "1/2":
        return [1 / 2, Math.sqrt(spread / 4)];
      case "2/3":
        return [2 / 3, Math.sqrt((4 / 9) * mean ** (1 / 3) * spread)];
    }
  })();
  const middle = mean ** exponent;
  const z = normalQuantile(1 - tail);
  return {
    lower: Math.max(middle - z * deviation, 0) ** (1 / exponent),
    upper: (middle + z * deviation) ** (1 / exponent),
    chanceAbove: (count) => normalCdf((middle - count ** exponent) / deviation),
  };
}

/**
 * EARS (Hutwagner et al. 2003) for the time at `at`: C1 looks at the seven times just before, C2 leaves two between, C3 adds up how much the last three exceeded theirs.
 * `baseline` times are looked back on. Undefined where there is not history enough.
 */
export function ears(
  series: ArrayLike<number>,
  at: number,
  method: "C1" | "C2" | "C3",
  { baseline = 7, alpha = 0.001 }: { readonly baseline?: number; readonly alpha?: number } = {},
): Expectation | undefined {
  const lag = method === "C1" ? 0 : 2;
  const before = (time: number) => {
    const past = Array.from({ length: baseline }, (_, i) => series[time - lag - baseline + i]!);
    const mean = past.reduce((sum, count) => sum + count, 0) / baseline;
    const variance = past.reduce((sum, count) => sum + (count - mean) ** 2, 0) / (baseline - 1);
    return { mean, deviation: Math.sqrt(variance) };
  };
  const reach = method === "C3" ? 2 : 0;
  if (at - lag - baseline - reach < 0) return undefined;
  const observed = series[at]!;
  const { mean, deviation } = before(at);
  const z = normalQuantile(1 - alpha);
  let upper = mean + z * deviation;
  if (method === "C3") {
    // What the two times before had of excess beyond one deviation is carried over.
    let carried = 0;
    for (const time of [at - 1, at - 2]) {
      const then = before(time);
      if (then.deviation > 0) carried += Math.max((series[time]! - then.mean) / then.deviation - 1, 0);
    }
    upper = mean + deviation * (z - carried);
  }
  const score = upper > mean ? (observed - mean) / (upper - mean) : observed > upper ? Infinity : 0;
  return { observed, expected: mean, upper, score, alarm: observed > upper, trend: false };
}

/**
 * How long one waits, by chance alone, for an alarm as strong as this: "once in N". `p` is the chance of it at one time in one series; `series` how many are asked each time.
 * In times (weeks, when the series are weekly).
 */
export function recurrenceInterval(p: number, series: number): number {
  return p <= 0 ? Infinity : 1 / Math.min(p * series, 1);
}
