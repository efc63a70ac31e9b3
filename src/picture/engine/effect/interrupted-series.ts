// Did the level or the direction of a series change when something was done? Segmented regression of counts (Wagner et al. 2002; Lopez Bernal et al. 2017): a step, a change of
// slope, season by harmonics, residents as offset, and intervals as wide as the counts' own variation makes them.
import type { Estimate } from "../../../ground/count.ts";
import { normalQuantile } from "../numbers/distributions.ts";
import { negativeBinomialFit } from "../numbers/negative-binomial.ts";
import {
  expectedAt,
  type Fit,
  type FitOptions,
  harmonics,
  NotFittable,
  poissonFit,
  rateRatioOf,
} from "../numbers/regression.ts";

export type InterruptedSeries = {
  /** One count a time (month, week), in order, none left out. */
  readonly counts: ArrayLike<number>;
  /** The first place in `counts` that is after. */
  readonly firstAfter: number;
  readonly timesPerYear: number;
  /** What is exposed, time by time. */
  readonly exposure?: ArrayLike<number>;
  /** When in the year the first count lies, from 1: 1 for January of a monthly series. */
  readonly firstInYear?: number;
  /** Pairs of sine and cosine: 0 is no season, 2 is usual. */
  readonly harmonicPairs?: number;
  /** The slope may change too. */
  readonly slopeChange?: boolean;
  readonly variation?: "poisson" | "quasi-poisson" | "negative-binomial";
};

/** Fewer than these and no such series can be judged (statistics.md 5.4). */
export const FEWEST_BEFORE = 24;
export const FEWEST_AFTER = 12;
export const FEWEST_EVENTS_EACH = 80;
export type TooLittle = "few-times-before" | "few-times-after" | "few-events-before" | "few-events-after" | "no-fit";

export type Ratio = Estimate & { readonly lnStandardError: number };
export type InterruptedResult = {
  /** After over before, at the break: 0.9 is a tenth fewer. */
  readonly step: Ratio;
  /** How much a year multiplied by before, and by how much that itself was multiplied after (where asked for). */
  readonly trendPerYear: Ratio;
  readonly slopeChangePerYear: Ratio | undefined;
  readonly dispersion: number;
  /** glm.nb's theta, where the negative binomial was asked for. */
  readonly size: number | undefined;
  /** Counts after, and what the time before would have had them be. */
  readonly observedAfter: number;
  readonly expectedAfter: Estimate;
  readonly fit: Fit;
};

/** What the series is too short or too empty for; empty where it may be judged. */
export function tooLittle({ counts, firstAfter }: InterruptedSeries): readonly TooLittle[] {
  let [before, after] = [0, 0];
  for (let i = 0; i < counts.length; i++) {
    if (i < firstAfter) before += counts[i]!;
    else after += counts[i]!;
  }
  return (
    [
      ["few-times-before", firstAfter < FEWEST_BEFORE],
      ["few-times-after", counts.length - firstAfter < FEWEST_AFTER],
      ["few-events-before", before < FEWEST_EVENTS_EACH],
      ["few-events-after", after < FEWEST_EVENTS_EACH],
    ] as const
  ).flatMap(([why, lacks]) => (lacks ? [why] : []));
}

/**
 * The segmented fit. Time runs by ones; a changed slope is counted from the last time before the break, so that the step is the jump there. Says what the series says however
 * short it is: ask `tooLittle` before believing it. Throws `NotFittable` where the columns cannot be told apart.
 */
export function interruptedSeries(series: InterruptedSeries): InterruptedResult {
  const { counts, firstAfter, timesPerYear, variation = "quasi-poisson" } = series;
  if (!(firstAfter > 0 && firstAfter < counts.length)) throw new NotFittable("the break lies outside the series");
  const { columns, untouched } = designOf(series);
  const offset = series.exposure && Float64Array.from(series.exposure, Math.log);
  const options: FitOptions = offset === undefined ? {} : { offset };
  const negative = variation === "negative-binomial" ? negativeBinomialFit(counts, columns, options) : undefined;
  const fit = negative ?? poissonFit(counts, columns, options);
  const dispersion = variation === "quasi-poisson" ? fit.dispersion : 1;
  const method = `interrupted-series-${variation}`;
  const ratio = (place: number, times: number): Ratio => ({
    ...powered(rateRatioOf(fit, place, dispersion), times),
    method,
  });
  let observedAfter = 0;
  for (let i = firstAfter; i < counts.length; i++) observedAfter += counts[i]!;
  return {
    step: ratio(1, 1),
    trendPerYear: ratio(2, timesPerYear),
    slopeChangePerYear: series.slopeChange === true ? ratio(columns.length - 1, timesPerYear) : undefined,
    dispersion: fit.dispersion,
    size: negative?.size,
    observedAfter,
    expectedAfter: { ...expectedTogether(fit, untouched, dispersion, offset, firstAfter), n: observedAfter, method },
    fit,
  };
}

/** Columns: constant, step, time, season, changed slope; and the rows after the break as they would be without it. */
function designOf({ counts, firstAfter, timesPerYear, ...series }: InterruptedSeries) {
  const { harmonicPairs = 0, firstInYear = 1, slopeChange = false } = series;
  const times = Array.from({ length: counts.length }, (_, i) => i + 1);
  const step = times.map((time) => (time > firstAfter ? 1 : 0));
  const season = harmonics(
    times.map((time) => time - 1 + firstInYear),
    harmonicPairs,
    timesPerYear,
  );
  const changed = times.map((time) => Math.max(time - firstAfter, 0));
  const columns = [times.map(() => 1), step, times, ...season, ...(slopeChange ? [changed] : [])];
  const untouched = times
    .slice(firstAfter)
    .map((time) => [1, 0, time, ...season.map((column) => column[time - 1]!), ...(slopeChange ? [0] : [])]);
  return { columns, untouched };
}

/** A ratio a time as a ratio over many. */
function powered({ value, low, high, lnStandardError, ...rest }: Ratio, times: number): Ratio {
  return {
    ...rest,
    value: value ** times,
    low: low ** times,
    high: high ** times,
    lnStandardError: lnStandardError * times,
  };
}

/** The sum of what was to be expected after, with the interval that the fit's own uncertainty gives it (delta method on the logarithm). */
function expectedTogether(
  fit: Fit,
  rows: readonly (readonly number[])[],
  dispersion: number,
  offset: Float64Array | undefined,
  firstAfter: number,
) {
  const gradient = new Float64Array(fit.coefficients.length);
  let sum = 0;
  for (const [i, row] of rows.entries()) {
    const { mean } = expectedAt(fit, row, dispersion, offset?.[firstAfter + i] ?? 0);
    sum += mean;
    for (let j = 0; j < gradient.length; j++) gradient[j]! += mean * row[j]!;
  }
  let variance = 0;
  for (let j = 0; j < gradient.length; j++)
    for (let k = 0; k < gradient.length; k++)
      variance += dispersion * gradient[j]! * gradient[k]! * fit.unscaledCovariance[j]![k]!;
  const spread = Math.exp((normalQuantile(0.975) * Math.sqrt(variance)) / sum);
  return { value: sum, low: sum / spread, high: sum * spread };
}
