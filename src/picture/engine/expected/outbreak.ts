// Is this week more than was to be expected? Farrington's algorithm and EARS, as public health has used them for thirty years (statistics.md section 1).
// Every answer says what was expected and the bound that would be crossed by chance; how many such questions were asked must stand beside them.
import { normalCdf, normalQuantile, studentCdf } from "../numbers/distributions.ts";
import { expectedAt, type Fit, NotFittable, poissonFit } from "../numbers/regression.ts";

/** What was expected at a time, and what would have been too many. `expected` and `upper` are counts; `score` above 1 is over the bound. */
export type Expectation = {
  readonly observed: number;
  readonly expected: number;
  readonly upper: number;
  readonly score: number;
  readonly alarm: boolean;
  readonly trend: boolean;
  /** The chance of this many or more when nothing has changed. */
  readonly p: number;
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
 * where there is not history enough. Weeks in which nobody counted are NaN and take no part. Where none of the earlier weeks had a case nothing is expected and the bound is 0; R's fit stops a
 * little above nothing there, which on the square-root scale (power 1/2) puts its bound near one.
 */
export function farrington(
  series: ArrayLike<number>,
  at: number,
  options: FarringtonOptions = {},
): Expectation | undefined {
  const { years = 4, halfWindow = 3, alpha = 0.01, power = "2/3", weeksInYear = 52 } = options;
  if (at - years * weeksInYear - halfWindow < 0) return undefined;
  // Told from this week, so that a long series does not make the line and the level look alike.
  const times: number[] = [];
  for (let year = years; year >= 1; year--)
    for (let week = -halfWindow; week <= halfWindow; week++) {
      const time = week - year * weeksInYear;
      if (!Number.isNaN(series[at + time]!)) times.push(time);
    }
  const counts = times.map((time) => series[at + time]!);
  const observed = series[at]!;
  if (times.length === 0 || Number.isNaN(observed)) return undefined;
  const enough = enoughLately(series, at, options.fewest);
  if (counts.every((count) => count === 0)) return nothingBefore(observed, enough);
  const sloped = years >= 3 ? withTrend(counts, times) : undefined;
  const trend = sloped !== undefined;
  const { fit, dispersion } = sloped ?? reweighted(counts, [counts.map(() => 1)]);
  const { mean, standardError } = expectedAt(fit, trend ? [1, 0] : [1], dispersion);
  const { upper, chanceAbove } = predictionBounds(mean, standardError, dispersion, alpha / 2, power);
  const score = (observed - mean) / (upper - mean);
  const alarm = score > 1 && enough;
  return { observed, expected: mean, upper, score, alarm, trend, p: chanceAbove(observed) };
}

/** Whether there have been cases enough in the last weeks for an alarm. */
export function enoughLately(
  series: ArrayLike<number>,
  at: number,
  { cases, weeks }: { readonly cases: number; readonly weeks: number } = { cases: 5, weeks: 4 },
): boolean {
  let recent = 0;
  for (let week = Math.max(at - weeks + 1, 0); week <= at; week++) recent += series[week]! || 0;
  return recent >= cases;
}

/** Years of nothing expect nothing: one case is beyond all measure, and an alarm when there are enough of them. */
export function nothingBefore(observed: number, enough: boolean): Expectation {
  const some = observed > 0;
  return {
    observed,
    expected: 0,
    upper: 0,
    score: some ? Infinity : 0,
    alarm: some && enough,
    trend: false,
    p: some ? 0 : 1,
  };
}

type Reweighted = { readonly fit: Fit; readonly dispersion: number };

/** With a line in time; undefined where it cannot be fitted, is not significant, or reaches beyond all that has been seen. Times are told from the week that is asked about. */
function withTrend(counts: readonly number[], times: readonly number[]): Reweighted | undefined {
  const sloped = fittedOrNot(counts, [counts.map(() => 1), times]);
  if (sloped === undefined || !sloped.fit.converged) return undefined;
  const { fit, dispersion } = sloped;
  const error = Math.sqrt(fit.dispersion * fit.unscaledCovariance[1]![1]!);
  // Of counts that never vary the line is rounding, and so is its error.
  if (Math.abs(fit.coefficients[1]! * times[0]!) < 1e-9) return undefined;
  const significant = 2 * studentCdf(-Math.abs(fit.coefficients[1]! / error), fit.degreesOfFreedom) < 0.05;
  const reach = expectedAt(fit, [1, 0], dispersion).mean;
  return significant && reach <= Math.max(...counts) * (1 + 1e-9) ? sloped : undefined;
}

function fittedOrNot(counts: readonly number[], columns: readonly (readonly number[])[]): Reweighted | undefined {
  try {
    return reweighted(counts, columns);
  } catch (error) {
    if (error instanceof NotFittable) return undefined;
    throw error;
  }
}

/** The fit, and again with past outbreaks weighed down so that they do not raise the bound for years. */
function reweighted(counts: readonly number[], columns: readonly (readonly number[])[]): Reweighted {
  const first = poissonFit(counts, columns);
  const weights = outbreakWeights(anscombeResiduals(counts, first), 1);
  const fit = poissonFit(counts, columns, { weights });
  return { fit, dispersion: Math.max(fit.dispersion || 1, 1) };
}

/** Residuals that are near normal for Poisson counts, standardised. An observation that decides its own fitted value has none. */
export function anscombeResiduals(
  counts: ArrayLike<number>,
  fit: Pick<Fit, "fitted" | "leverages" | "dispersion">,
): Float64Array {
  const dispersion = Math.max(fit.dispersion, 1);
  const residuals = new Float64Array(counts.length);
  for (let i = 0; i < residuals.length; i++) {
    const free = 1 - fit.leverages[i]!;
    if (free < 1e-9) continue;
    const [count, root] = [counts[i]!, Math.sqrt(fit.fitted[i]!)];
    // count^(2/3) over mean^(1/6), by cube roots: they are faster than powers.
    const scaled = count === 0 ? 0 : Math.cbrt((count * count) / root);
    residuals[i] = (1.5 * (scaled - root)) / Math.sqrt(dispersion * free);
  }
  return residuals;
}

/** Weights that sum to the number of observations; those beyond the threshold weigh as one over their square. */
export function outbreakWeights(residuals: Float64Array, threshold: number): Float64Array {
  const weights = new Float64Array(residuals.length);
  let sum = 0;
  for (let i = 0; i < weights.length; i++) {
    const residual = residuals[i]!;
    sum += weights[i] = residual > threshold ? 1 / (residual * residual) : 1;
  }
  for (let i = 0; i < weights.length; i++) weights[i]! *= weights.length / sum;
  return weights;
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

export type EarsOptions = {
  /** Times looked back on. */
  readonly baseline?: number;
  /** One-sided. */
  readonly alpha?: number;
  /** The deviation is taken as at least this: with many zeros 0.5 or 1 keeps one case from being an alarm (Burkom). */
  readonly leastDeviation?: number;
  /**
   * C3's bound. surveillance 1.20 documents mean + deviation × (z − what the two times before exceeded by), and computes count + deviation × (z − …), so that the present time takes no
   * part. `as-surveillance` is what it computes, so that whoever checks a bound against R finds the same; `published` is what it documents.
   */
  readonly thirdBound?: "published" | "as-surveillance";
};

/**
 * EARS (Hutwagner et al. 2003) for the time at `at`: C1 looks at the seven times just before, C2 leaves two between, C3 adds what the two times before exceeded theirs by, beyond one
 * deviation. Undefined where there is not history enough, or where a time that is needed was not counted (NaN).
 */
export function ears(
  series: ArrayLike<number>,
  at: number,
  method: "C1" | "C2" | "C3",
  { baseline = 7, alpha = 0.001, leastDeviation = 0, thirdBound = "as-surveillance" }: EarsOptions = {},
): Expectation | undefined {
  const lag = method === "C1" ? 0 : 2;
  const reach = method === "C3" ? 2 : 0;
  if (at - lag - baseline - reach < 0) return undefined;
  const before = (time: number) => meanAndDeviation(series, time - lag - baseline, baseline, leastDeviation);
  const observed = series[at]!;
  const { mean, deviation } = before(at);
  if (Number.isNaN(observed + mean)) return undefined;
  const z = normalQuantile(1 - alpha);
  const beyond = (time: number) => {
    const then = before(time);
    return Math.max(deviationsFrom(series[time]!, then.mean, then.deviation) - 1, 0);
  };
  const carried = method === "C3" ? beyond(at - 1) + beyond(at - 2) : 0;
  if (Number.isNaN(carried)) return undefined;
  const from = method === "C3" && thirdBound === "as-surveillance" ? observed : mean;
  const upper = deviation === 0 ? from : Math.max(from + deviation * (z - carried), 0);
  const score = upper > mean ? (observed - mean) / (upper - mean) : observed > upper ? Infinity : 0;
  const p = normalCdf(-deviationsFrom(observed, mean, deviation) - carried);
  return { observed, expected: mean, upper, score, alarm: observed > upper, trend: false, p };
}

function meanAndDeviation(series: ArrayLike<number>, from: number, length: number, leastDeviation: number) {
  let sum = 0;
  for (let time = from; time < from + length; time++) sum += series[time]!;
  const mean = sum / length;
  let squares = 0;
  for (let time = from; time < from + length; time++) squares += (series[time]! - mean) ** 2;
  return { mean, deviation: Math.max(Math.sqrt(squares / (length - 1)), leastDeviation) };
}

/** Any step from what never varied is without end. */
function deviationsFrom(count: number, mean: number, deviation: number): number {
  if (deviation > 0) return (count - mean) / deviation;
  return count === mean ? 0 : count > mean ? Infinity : -Infinity;
}

/**
 * How long one waits, by chance alone, for an alarm as strong as this: "once in N". `p` is the chance of it at one time in one series; `series` how many are asked each time: the list
 * is waited for, not the cell. In times (weeks, when the series are weekly).
 */
export function recurrenceInterval(p: number, series: number): number {
  return p <= 0 ? Infinity : 1 / Math.min(p * series, 1);
}

/**
 * How small p must be in one series, for a list of so many that is read once a time to call falsely no oftener than once in `times` (52: a year, weekly). The list's false
 * alarms in a year are then one at most, however long the list is.
 */
export function alarmLevel(series: number, times: number): number {
  return 1 / (Math.max(series, 1) * times);
}
