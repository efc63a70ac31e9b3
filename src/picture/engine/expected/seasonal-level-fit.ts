// Poisson regression for one design only, and fast: every week belongs to one level of the season, and a straight line in time may run through them all. The normal equations are
// then a diagonal with one border, so that a step is one pass over the weeks without a matrix: a country's 5 800 series are fitted up to four times each, every week.
// The path is R's glm, step by step, as in `poissonFit`: the reference implementation's printed digits hang on where it stops.

/** Weeks of a series as the fit reads them, level by level: those of level l lie from `starts[l]` up to, not with, `starts[l + 1]`. A level may be empty: then it is no parameter. */
export type LevelledSeries = {
  readonly counts: Float64Array;
  readonly starts: Int32Array;
  /** Whole weeks, rising within a level. Counted from somewhere near, so that no digits are lost. */
  readonly time: Float64Array;
  /** What is exposed, residents for instance; without it every week weighs alike. */
  readonly exposure?: Float64Array | undefined;
};

export type LevelFit = {
  /** Of the linear predictor, where time is 0 and exposure 1. */
  readonly level: Float64Array;
  /** A week, on the logarithm; 0 where no line was asked for. */
  readonly slope: number;
  readonly slopeVariance: number;
  readonly fitted: Float64Array;
  /** How much each week decides its own fitted value. */
  readonly leverages: Float64Array;
  /** Pearson's χ² over degrees of freedom. */
  readonly dispersion: number;
  readonly degreesOfFreedom: number;
  readonly converged: boolean;
  /** Of the linear predictor at a level and a time, at dispersion 1. */
  readonly varianceAt: (level: number, time: number) => number;
};

/** Where R's glm gives up, and where it is content. */
const MOST_STEPS = 25;
const TOLERANCE = 1e-8;

/** The normal equations: a diagonal of levels with time as border, and what the counts ask to be changed. */
type Normal = {
  readonly weight: Float64Array;
  readonly weightTime: Float64Array;
  readonly wanted: Float64Array;
  weightTimeTime: number;
  wantedOfTime: number;
  /** The weighted sum of the means these equations were made at. */
  total: number;
};

/** Counts explained by level and, `withSlope`, time. `weights` are above 0. */
export function fitLevels(series: LevelledSeries, withSlope: boolean, weights: Float64Array): LevelFit {
  const levels = series.starts.length - 1;
  const fixed = fixedPartOf(series, weights);
  const level = new Float64Array(levels);
  const before = new Float64Array(levels);
  const change = new Float64Array(levels);
  let [fitted, working] = [new Float64Array(series.counts.length), new Float64Array(series.counts.length)];
  let [next, solved] = [emptyEquations(levels), emptyEquations(levels)];
  let slope = 0;
  let deviance = fixed.startDeviance;
  let converged = false;
  let step = 0;
  startingEquations(series, weights, fitted, next);
  for (; step < MOST_STEPS && !converged; step++) {
    before.set(level);
    slope += solve(next, withSlope, change);
    for (let l = 0; l < levels; l++) level[l]! += change[l]!;
    [fitted, working] = [working, fitted];
    [next, solved] = [solved, next];
    if (withSlope) equationsAt(series, weights, { level, slope, fitted }, next);
    else levelEquationsAt(fixed, level, next);
    let half = fixed.countsAlone - slope * fixed.countTime + next.total;
    for (let l = 0; l < levels; l++) half -= level[l]! * fixed.countOfLevel[l]!;
    if (!Number.isFinite(half)) break;
    converged = Math.abs(2 * half - deviance) / (Math.abs(2 * half) + 0.1) < TOLERANCE;
    deviance = 2 * half;
  }
  if (!withSlope) {
    levelMeans(series, level, fitted);
    if (step > 1) levelMeans(series, before, working);
  }
  return described(series, weights, { level, slope, fitted, working, normal: solved, converged, withSlope });
}

function emptyEquations(levels: number): Normal {
  return {
    weight: new Float64Array(levels),
    weightTime: new Float64Array(levels),
    wanted: new Float64Array(levels),
    weightTimeTime: 0,
    wantedOfTime: 0,
    total: 0,
  };
}

/** What of the deviance stays the same from step to step. */
function fixedPartOf({ counts, starts, time, exposure }: LevelledSeries, weights: Float64Array) {
  const countOfLevel = new Float64Array(starts.length - 1);
  const exposureOfLevel = new Float64Array(starts.length - 1);
  let [countsAlone, countTime, startDeviance] = [0, 0, 0];
  for (let l = 0; l < countOfLevel.length; l++)
    for (let i = starts[l]!; i < starts[l + 1]!; i++) {
      const count = counts[i]!;
      startDeviance += 2 * weights[i]! * 0.1;
      exposureOfLevel[l]! += exposure === undefined ? weights[i]! : weights[i]! * exposure[i]!;
      if (count === 0) continue;
      const weighed = weights[i]! * count;
      const logarithm = Math.log(count);
      countOfLevel[l]! += weighed;
      countTime += weighed * time[i]!;
      countsAlone += weighed * (logarithm - 1 - (exposure === undefined ? 0 : Math.log(exposure[i]!)));
      startDeviance += 2 * weighed * (logarithm - Math.log(count + 0.1));
    }
  return { countOfLevel, exposureOfLevel, countsAlone, countTime, startDeviance };
}

/** R starts at count + 0.1 for each week by itself (filled in here), so the first step asks for a whole predictor and not for a change. */
function startingEquations(
  { counts, starts, time, exposure }: LevelledSeries,
  weights: Float64Array,
  fitted: Float64Array,
  normal: Normal,
): void {
  for (let l = 0; l < normal.weight.length; l++)
    for (let i = starts[l]!; i < starts[l + 1]!; i++) {
      const mean = (fitted[i] = counts[i]! + 0.1);
      const weight = weights[i]! * mean;
      const offset = exposure === undefined ? 0 : Math.log(exposure[i]!);
      const wanted = weight * (Math.log(mean) - offset + (counts[i]! - mean) / mean);
      normal.weight[l]! += weight;
      normal.weightTime[l]! += weight * time[i]!;
      normal.weightTimeTime += weight * time[i]! * time[i]!;
      normal.wanted[l]! += wanted;
      normal.wantedOfTime += wanted * time[i]!;
    }
}

/** Fills in the means, exp(level + slope × time) × exposure, and the equations there: one multiplication a week instead of one exponential, and one pass for all. */
function equationsAt(
  { counts, starts, time, exposure }: LevelledSeries,
  weights: Float64Array,
  { level, slope, fitted }: { readonly level: Float64Array; readonly slope: number; readonly fitted: Float64Array },
  normal: Normal,
): void {
  const growth = Math.exp(slope);
  let [weightTimeTime, wantedOfTime, total] = [0, 0, 0];
  for (let l = 0; l < level.length; l++) {
    let [weight, weightTime, wanted, grown, at] = [0, 0, 0, 0, NaN];
    for (let i = starts[l]!; i < starts[l + 1]!; i++) {
      const when = time[i]!;
      grown = when === at + 1 ? grown * growth : Math.exp(level[l]! + slope * when);
      at = when;
      // A level without a single case goes to nothing by a factor e a step; it must not reach zero, by which is divided.
      const mean = Math.max(exposure === undefined ? grown : grown * exposure[i]!, 1e-300);
      fitted[i] = mean;
      const weighed = weights[i]! * mean;
      const lacking = weights[i]! * (counts[i]! - mean);
      weight += weighed;
      weightTime += weighed * when;
      weightTimeTime += weighed * when * when;
      wanted += lacking;
      wantedOfTime += lacking * when;
    }
    normal.weight[l] = weight;
    normal.weightTime[l] = weightTime;
    normal.wanted[l] = wanted;
    total += weight;
  }
  normal.weightTimeTime = weightTimeTime;
  normal.wantedOfTime = wantedOfTime;
  normal.total = total;
}

/** The equations without a line in time: all weeks of a level have one mean, so that a step is one exponential a level. */
function levelEquationsAt(
  { countOfLevel, exposureOfLevel }: { readonly countOfLevel: Float64Array; readonly exposureOfLevel: Float64Array },
  level: Float64Array,
  normal: Normal,
): void {
  normal.total = 0;
  for (let l = 0; l < level.length; l++) {
    const weight = exposureOfLevel[l]! * Math.exp(level[l]!);
    normal.weight[l] = weight;
    normal.wanted[l] = countOfLevel[l]! - weight;
    normal.weightTime[l] = 0;
    normal.total += weight;
  }
}

function levelMeans({ starts, exposure }: LevelledSeries, level: Float64Array, into: Float64Array): void {
  for (let l = 0; l < level.length; l++) {
    const mean = Math.exp(level[l]!);
    for (let i = starts[l]!; i < starts[l + 1]!; i++)
      into[i] = Math.max(exposure === undefined ? mean : mean * exposure[i]!, 1e-300);
  }
}

/** What time explains that the levels do not: the border's Schur complement. 0 where time says nothing new. */
function timeLeft({ weight, weightTime, weightTimeTime }: Normal): number {
  let left = weightTimeTime;
  for (let l = 0; l < weight.length; l++) if (weight[l]! > 0) left -= weightTime[l]! ** 2 / weight[l]!;
  return left > 1e-11 * weightTimeTime ? left : 0;
}

/** Fills in the levels' changes and returns the slope's. */
function solve(normal: Normal, withSlope: boolean, change: Float64Array): number {
  const { weight, weightTime, wanted } = normal;
  let slope = 0;
  const left = withSlope ? timeLeft(normal) : 0;
  if (left > 0) {
    slope = normal.wantedOfTime;
    for (let l = 0; l < weight.length; l++) if (weight[l]! > 0) slope -= (weightTime[l]! * wanted[l]!) / weight[l]!;
    slope /= left;
  }
  for (let l = 0; l < weight.length; l++)
    change[l] = weight[l]! > 0 ? (wanted[l]! - weightTime[l]! * slope) / weight[l]! : 0;
  return slope;
}

type Ended = {
  readonly level: Float64Array;
  readonly slope: number;
  readonly fitted: Float64Array;
  /** The means that the last step weighed with: R tells dispersion, leverages and variances by these. */
  readonly working: Float64Array;
  readonly normal: Normal;
  readonly converged: boolean;
  readonly withSlope: boolean;
};

function described(series: LevelledSeries, weights: Float64Array, ended: Ended): LevelFit {
  const { counts, starts, time } = series;
  const { level, slope, fitted, working, normal, converged } = ended;
  const { weight, weightTime } = normal;
  const left = ended.withSlope ? timeLeft(normal) : 0;
  const perLeft = left > 0 ? 1 / left : 0;
  const mean = new Float64Array(weight.length);
  const leverages = new Float64Array(counts.length);
  let pearson = 0;
  for (let l = 0; l < weight.length; l++) {
    if (weight[l]! > 0) mean[l] = weightTime[l]! / weight[l]!;
    for (let i = starts[l]!; i < starts[l + 1]!; i++) {
      const off = time[i]! - mean[l]!;
      const weighed = weights[i]! * working[i]!;
      leverages[i] = weighed * (1 / weight[l]! + off * off * perLeft);
      const residual = (counts[i]! - fitted[i]!) / fitted[i]!;
      pearson += weighed * residual * residual;
    }
  }
  let parameters = left > 0 ? 1 : 0;
  for (const one of weight) if (one > 0) parameters++;
  const degreesOfFreedom = counts.length - parameters;
  return {
    level,
    slope,
    slopeVariance: perLeft,
    fitted,
    leverages,
    dispersion: degreesOfFreedom > 0 ? pearson / degreesOfFreedom : NaN,
    degreesOfFreedom,
    converged,
    varianceAt: (at, when) => 1 / weight[at]! + (when - mean[at]!) ** 2 * perLeft,
  };
}
