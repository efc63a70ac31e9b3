// Is this week more than was to be expected, with a season of its own: the flexible Farrington method (Noufaily et al. 2013), as R's surveillance::farringtonFlexible computes it.
// All weeks of the years before take part, in ten parts of the year; the last half year does not, so that what is growing now does not hide itself; only what stood out far is weighed down.
import {
  negativeBinomialCdf,
  negativeBinomialQuantile,
  normalQuantile,
  poissonCdf,
  poissonQuantile,
  studentCdf,
} from "../numbers/distributions.ts";
import {
  anscombeResiduals,
  enoughLately,
  type Expectation,
  nothingBefore,
  outbreakWeights,
  type PowerTransform,
  predictionBounds,
} from "./outbreak.ts";
import { fitLevels, type LevelFit, type LevelledSeries } from "./seasonal-level-fit.ts";

export type FlexibleOptions = LayoutOptions & {
  /** One-sided chance of a count above the bound. */
  readonly alpha?: number;
  /** Standardised Anscombe residuals above this are past outbreaks and weigh as one over their square. `Infinity`: nothing is weighed down. */
  readonly outbreakAbove?: number;
  /** `always` keeps the line unless it reaches beyond all that has been seen; both need three years. */
  readonly trend?: "always" | "where-significant" | "never";
  readonly trendLevel?: number;
  /** The bound: by a power scale, by the negative binomial at the expected mean, or at the mean's own upper bound (Muan). */
  readonly bound?: "delta" | "nb-plug-in" | "muan";
  readonly power?: PowerTransform;
  /** No alarm with fewer cases than `cases` in the last `weeks`. */
  readonly fewest?: { readonly cases: number; readonly weeks: number };
  /** Who could have been counted, week by week. */
  readonly population?: ArrayLike<number>;
  /**
   * With which dispersion the mean's own error is told. surveillance 1.20 overwrites the fit's working weights, and so takes weight × (relative residual)² where Pearson's is
   * meant; it is the default, so that whoever checks a bound against R finds the same bound (delta and Muan; the plug-in does not use it).
   */
  readonly errorOfMean?: "as-surveillance" | "pearson";
};

export type LayoutOptions = {
  /** Years looked back on. */
  readonly years?: number;
  /** Weeks on either side of the same week in those years. */
  readonly halfWindow?: number;
  /** Parts of the year, the window itself being one. */
  readonly periods?: number;
  /** So many weeks before this one say nothing about what is usual. */
  readonly weeksLeftOut?: number;
  readonly weeksInYear?: number;
  /** This week and the same week one, two, … years before, as places in the series; by the calendar with `sameWeeks`, without it every `weeksInYear`. */
  readonly referenceWeeks?: readonly number[];
};

/** Which weeks of a series take part, part of the year by part of the year; those of a part lie from `starts[part]`. The window is the last part. */
export type FlexibleLayout = {
  readonly at: number;
  readonly weeks: Int32Array;
  readonly starts: Int32Array;
  readonly years: number;
};

/** Undefined where the series does not reach back far enough, or where a year is too short for its parts. */
export function flexibleLayout(at: number, options: LayoutOptions = {}): FlexibleLayout | undefined {
  const { years = 5, halfWindow = 3, periods = 10, weeksLeftOut = 26, weeksInYear = 52 } = options;
  const reference = options.referenceWeeks ?? Array.from({ length: years + 1 }, (_, year) => at - year * weeksInYear);
  const first = reference[years]! - halfWindow;
  if (!(first >= 0)) return undefined;
  const levelOf = new Int16Array(at - first + 1).fill(-1);
  const inWindow = (week: number) =>
    levelOf.fill(periods - 1, week - halfWindow - first, week + halfWindow + 1 - first);
  for (let year = 1; year <= years; year++) {
    const week = reference[year]!;
    inWindow(week);
    if (periods === 1) continue;
    const between = reference[year - 1]! - week - 2 * halfWindow - 1;
    if (between < periods - 1) return undefined;
    // What does not divide evenly goes to the first parts.
    const [share, rest] = [Math.floor(between / (periods - 1)), between % (periods - 1)];
    let next = week + halfWindow + 1 - first;
    for (let part = 0; part < periods - 1; part++) {
      const length = share + (part < rest ? 1 : 0);
      levelOf.fill(part, next, next + length);
      next += length;
    }
  }
  // Where less than half a window is left out, the weeks just before belong to the window too.
  levelOf.fill(periods - 1, at - halfWindow - first, at - first);
  levelOf.fill(-1, Math.max(at - weeksLeftOut - first, 0));
  const weeks: number[] = [];
  const starts = new Int32Array(periods + 1);
  for (let part = 0; part < periods; part++) {
    for (const [place, level] of levelOf.entries()) if (level === part) weeks.push(place + first);
    starts[part + 1] = weeks.length;
  }
  return { at, weeks: Int32Array.from(weeks), starts, years };
}

/**
 * What was to be expected of a weekly series in the week at `at`. Undefined where there is not history enough, or where no fit can be found.
 * A series may have NaN for weeks in which nobody counted; of the last weeks they add nothing to `fewest` (surveillance answers nothing there, and where the very first week of all is such a
 * one tells the line in time as many weeks too early).
 */
export function farringtonFlexible(
  series: ArrayLike<number>,
  at: number,
  options: FlexibleOptions = {},
): Expectation | undefined {
  const layout = flexibleLayout(at, options);
  return layout && expectedBy(layout, series, options);
}

/** The same for many series at once: which weeks take part is found once. In their order. */
export function farringtonFlexibleOfAll(
  series: readonly ArrayLike<number>[],
  at: number,
  options: FlexibleOptions = {},
): readonly (Expectation | undefined)[] {
  const layout = flexibleLayout(at, options);
  return series.map((one) => layout && expectedBy(layout, one, options));
}

function expectedBy(
  layout: FlexibleLayout,
  series: ArrayLike<number>,
  options: FlexibleOptions,
): Expectation | undefined {
  const { alpha = 0.01, bound = "delta", power = "2/3" } = options;
  const observed = series[layout.at]!;
  const past = weeksOf(layout, series, options.population);
  let most = 0;
  for (const count of past.counts) if (count > most) most = count;
  const enough = enoughLately(series, layout.at, options.fewest);
  if (most === 0) return nothingBefore(observed, enough);
  const exposure = options.population?.[layout.at] ?? 1;
  const chosen = chooseTrend(past, layout, most, exposure, options);
  if (chosen === undefined) return undefined;
  const { fit, dispersion, dispersionOfMean, trend } = chosen;
  const linear = linearAt(fit, layout, exposure);
  const linearError = Math.sqrt(dispersionOfMean * fit.varianceAt(layout.starts.length - 2, 0));
  const expected = Math.exp(linear);
  const { upper, chanceOf } =
    bound === "delta"
      ? deltaBounds(expected, expected * linearError, dispersion, alpha, power)
      : countBounds(linear, linearError, dispersion, alpha, bound);
  const alarm = enough && observed > upper && observed > 0;
  return { observed, expected, upper, score: scoreOf(observed, expected, upper), alarm, trend, p: chanceOf(observed) };
}

/** Over the whole bound is above one; where the bound lies at the mean itself, anything over it is without end. */
function scoreOf(observed: number, expected: number, upper: number): number {
  if (upper === Infinity) return 0;
  if (upper > expected) return (observed - expected) / (upper - expected);
  return observed > upper ? Infinity : 0;
}

function deltaBounds(mean: number, error: number, dispersion: number, alpha: number, power: PowerTransform) {
  const { upper, chanceAbove } = predictionBounds(mean, error, dispersion, alpha, power);
  return { upper, chanceOf: chanceAbove };
}

function weeksOf(
  { at, weeks, starts }: FlexibleLayout,
  series: ArrayLike<number>,
  population: ArrayLike<number> | undefined,
): LevelledSeries {
  const counts = new Float64Array(weeks.length);
  const time = new Float64Array(weeks.length);
  const usedStarts = new Int32Array(starts.length);
  const exposure = population && new Float64Array(weeks.length);
  let used = 0;
  for (let part = 0; part + 1 < starts.length; part++) {
    for (let place = starts[part]!; place < starts[part + 1]!; place++) {
      const week = weeks[place]!;
      const count = series[week]!;
      if (Number.isNaN(count)) continue;
      counts[used] = count;
      time[used] = week - at;
      if (exposure !== undefined) exposure[used] = population![week]!;
      used++;
    }
    usedStarts[part + 1] = used;
  }
  return {
    counts: counts.subarray(0, used),
    starts: usedStarts,
    time: time.subarray(0, used),
    exposure: exposure?.subarray(0, used),
  };
}

type Fitted = { readonly fit: LevelFit; readonly dispersion: number; readonly dispersionOfMean: number };

/** With a line in time where it may stand, else without. */
function chooseTrend(
  past: LevelledSeries,
  layout: FlexibleLayout,
  most: number,
  exposure: number,
  options: FlexibleOptions,
): (Fitted & { readonly trend: boolean }) | undefined {
  const { trend = "always", trendLevel = 0.05 } = options;
  const sloped = trend === "never" || layout.years < 3 ? undefined : reweighted(past, true, options);
  if (sloped !== undefined) {
    const reach = Math.exp(linearAt(sloped.fit, layout, exposure));
    const stands = trend === "always" || slopeP(sloped) < trendLevel;
    if (stands && reach <= most * (1 + 1e-9)) return { ...sloped, trend: true };
  }
  const level = reweighted(past, false, options);
  return level && { ...level, trend: false };
}

function slopeP({ fit, dispersionOfMean }: Fitted): number {
  const error = Math.sqrt(dispersionOfMean * fit.slopeVariance);
  return error > 0 ? 2 * studentCdf(-Math.abs(fit.slope / error), fit.degreesOfFreedom) : 1;
}

/** The linear predictor this week: the window is the last part of the year, and time is counted from this week. */
function linearAt(fit: LevelFit, { starts }: FlexibleLayout, exposure: number): number {
  return fit.level[starts.length - 2]! + Math.log(exposure);
}

/** The fit, and again with past outbreaks weighed down so that they do not raise the bound for years. */
function reweighted(past: LevelledSeries, withSlope: boolean, options: FlexibleOptions): Fitted | undefined {
  const { outbreakAbove = 2.58, errorOfMean = "as-surveillance" } = options;
  const first = fitLevels(past, withSlope, new Float64Array(past.counts.length).fill(1));
  if (!first.converged || first.degreesOfFreedom < 1) return undefined;
  const dispersion = Math.max(first.dispersion, 1);
  if (outbreakAbove === Infinity) return { fit: first, dispersion, dispersionOfMean: first.dispersion };
  const weights = outbreakWeights(anscombeResiduals(past.counts, first), outbreakAbove);
  const fit = fitLevels(past, withSlope, weights);
  return {
    fit,
    dispersion: Math.max(fit.dispersion, 1),
    dispersionOfMean: errorOfMean === "pearson" ? Math.max(fit.dispersion, 1) : relativeDispersion(past, fit, weights),
  };
}

function relativeDispersion({ counts }: LevelledSeries, fit: LevelFit, weights: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < counts.length; i++) {
    const relative = (counts[i]! - fit.fitted[i]!) / fit.fitted[i]!;
    sum += weights[i]! * relative * relative;
  }
  return sum / fit.degreesOfFreedom;
}

/**
 * Whole counts that chance leaves below and above with `tail` at either end, where the linear predictor and its error are these: the quantiles of a negative binomial whose variance is
 * `dispersion` times its mean (Poisson at 1). `muan` takes the mean at its own upper bound; `nb-plug-in` as it was estimated. `chanceOf` a count is that of it or more.
 */
export function countBounds(
  linear: number,
  linearError: number,
  dispersion: number,
  tail: number,
  bound: "nb-plug-in" | "muan",
): { readonly lower: number; readonly upper: number; readonly chanceOf: (count: number) => number } {
  const mean = Math.exp(bound === "muan" ? linear + normalQuantile(1 - tail) * linearError : linear);
  // A level without a case may have an error so large that every count is within it.
  if (!(mean < 1e9)) return { lower: 0, upper: Infinity, chanceOf: () => 1 };
  if (!(dispersion > 1))
    return {
      lower: poissonQuantile(tail, mean),
      upper: poissonQuantile(1 - tail, mean),
      chanceOf: (count) => 1 - poissonCdf(count - 1, mean),
    };
  const size = mean / (dispersion - 1);
  return {
    lower: negativeBinomialQuantile(tail, size, mean),
    upper: negativeBinomialQuantile(1 - tail, size, mean),
    chanceOf: (count) => 1 - negativeBinomialCdf(count - 1, size, mean),
  };
}
