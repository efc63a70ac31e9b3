// How large must a change be to be seen? Asked of what is known before anything is promised, so that nobody promises what no figure could show
// (statistics.md 5.1 and 5.4). Seen is always told apart from chance at five per cent, two-sided; the smallest change is the one that is seen eight times of ten.
import {
  negativeBinomialCdf,
  negativeBinomialQuantile,
  normalQuantile,
  poissonCdf,
  poissonMass,
  poissonQuantile,
} from "../numbers/distributions.ts";
import { chanceOfSeeing } from "./power.ts";
import { chanceOfSeeingShare } from "./power-share.ts";

export type Wanted = "down" | "up";

/**
 * `seenAt`: the first value after that would itself be told apart from the one before. `level`: what it must truly come to for that to happen eight times of ten, since what is
 * counted lies on both sides of what is true. Either is undefined where no value suffices: it cannot be told with these figures.
 */
export type Detectable = { readonly seenAt: number | undefined; readonly level: number | undefined };

/** Eight times of ten. */
export const POWER = 0.8;
const Z = normalQuantile(0.975);

export type CountDesign = {
  /** What was counted before. */
  readonly before: number;
  /** How many times as long the time after is. */
  readonly longer?: number;
  /** What was counted in a comparison area in the same time before; it is taken to stay as it is. */
  readonly comparison?: number;
  /** Variance over mean; 1 is pure chance. */
  readonly dispersion?: number;
  readonly wanted?: Wanted;
};

/**
 * Of counts. Beside a comparison area by the rate ratio of a difference in differences, as the effect is judged afterwards (`rateRatio`). Without one by the score test of two Poisson
 * rates (Przyborowski & Wilenski 1940; Gu, Ng, Tang & Schucany 2008): z = (r·b − a) / √(φ·r·(a + b)), b before, a after, r how many times as long the time after is, φ the dispersion. It
 * has an answer also where none is left, and of equal times is the statistic of the E-test. Counts that vary more than chance are negative binomial with variance φ·mean.
 */
export function detectableCount(design: CountDesign): Detectable {
  const { before, longer = 1, wanted = "down" } = design;
  // Of nothing there is nothing to see less of, and how much more is a question of what chance makes of nothing.
  if (before <= 0) return { seenAt: undefined, level: undefined };
  const chance = (level: number) => chanceOfSeeingCount(level, design);
  const level = levelSeen(chance, before * longer, wanted);
  const first = firstSeen(before, design);
  return {
    seenAt: first === undefined || (wanted === "up" && first > 20 * before * longer) ? undefined : first,
    level: level === undefined ? undefined : wanted === "down" ? Math.floor(level + 1e-6) : Math.ceil(level - 1e-6),
  };
}

/** The chance that a change to this many in the time after is seen. */
export function chanceOfSeeingCount(level: number, design: CountDesign): number {
  const { before, longer = 1, comparison, dispersion = 1, wanted = "down" } = design;
  if (before <= 0) return 0;
  if (comparison !== undefined)
    return comparison <= 0
      ? 0
      : chanceOfSeeing(level / (before * longer), {
          baseline: before,
          comparison: comparison / before,
          longer,
          dispersion,
        });
  const [least, most] = [quantileOf(1e-6, before, dispersion), quantileOf(1 - 1e-6, before, dispersion)];
  // Of a large count every so many stands for its neighbours.
  const step = Math.max(1, Math.floor((most - least) / 400));
  let [seen, all] = [0, 0];
  for (let count = least; count <= most; count += step) {
    const likely =
      dispersion === 1
        ? poissonMass(count, before)
        : cdfOf(count, before, dispersion) - cdfOf(count - 1, before, dispersion);
    const first = firstSeen(count, { ...design, comparison: undefined });
    all += likely;
    if (first === undefined) continue;
    seen += likely * (wanted === "down" ? cdfOf(first, level, dispersion) : 1 - cdfOf(first - 1, level, dispersion));
  }
  return seen / all;
}

/** The first count after that is told apart from this count before. The score test solved for the count after; beside a comparison area searched for, with the area as it was. */
function firstSeen(
  before: number,
  {
    longer = 1,
    comparison,
    dispersion = 1,
    wanted = "down",
  }: Partial<Omit<CountDesign, "comparison">> & { comparison?: number | undefined },
): number | undefined {
  const bar = Z ** 2 * dispersion;
  if (comparison === undefined) {
    const middle = longer * before + (bar * longer) / 2;
    const reach = Math.sqrt((bar * longer) ** 2 / 4 + bar * longer * before * (longer + 1));
    const first = wanted === "down" ? Math.floor(middle - reach + 1e-9) : Math.ceil(middle + reach - 1e-9);
    return first < 0 ? undefined : first;
  }
  if (before <= 0 || comparison <= 0) return undefined;
  const isSeen = (after: number) =>
    Math.log(after / (before * longer)) ** 2 >
    bar * (1 / after + 1 / before + 1 / comparison + 1 / (comparison * longer));
  const expected = before * longer;
  if (wanted === "up") {
    for (let after = Math.ceil(expected); after <= 20 * expected; after++) if (isSeen(after)) return after;
    return undefined;
  }
  for (let after = Math.floor(expected); after >= 1; after--) if (isSeen(after)) return after;
  return undefined;
}

/** Halves the way between no change and the largest there can be, until the change is found that is seen eight times of ten. */
function levelSeen(chance: (level: number) => number, expected: number, wanted: Wanted): number | undefined {
  if (expected <= 0) return undefined;
  // A ratio has no answer where nothing is left, so the largest fall is looked for a little above nought as well.
  const ends = wanted === "down" ? [0, 0.05, 0.1, 0.15, 0.2, 0.3].map((share) => share * expected) : [20 * expected];
  const end = ends.find((level) => chance(level) >= POWER);
  if (end === undefined) return undefined;
  let [seen, unseen] = [end, expected];
  for (let turn = 0; turn < 40 && Math.abs(unseen - seen) > Math.max(expected * 0.0005, 1e-6); turn++) {
    const middle = (seen + unseen) / 2;
    if (chance(middle) >= POWER) seen = middle;
    else unseen = middle;
  }
  return seen;
}

function cdfOf(count: number, mean: number, dispersion: number): number {
  if (count < 0) return 0;
  if (mean <= 0) return 1;
  return dispersion === 1 ? poissonCdf(count, mean) : negativeBinomialCdf(count, mean / (dispersion - 1), mean);
}

function quantileOf(p: number, mean: number, dispersion: number): number {
  return dispersion === 1 ? poissonQuantile(p, mean) : negativeBinomialQuantile(p, mean / (dispersion - 1), mean);
}

/** Fewer months than this do not say how much they vary. */
const FEWEST_MONTHS = 6;

/**
 * How much more the months vary than chance makes them: variance over mean (Fisher's index of dispersion, Pearson's χ² over its degrees of freedom), never below 1, so that what is counted is never taken to be
 * steadier than chance. Season counts in: without knowing better, a change between two halves of a year may be the season's.
 */
export function dispersionOf(months: readonly number[]): number {
  const n = months.length;
  const mean = months.reduce((sum, count) => sum + count, 0) / n;
  if (n < FEWEST_MONTHS || mean === 0) return 1;
  return Math.max(1, months.reduce((sum, count) => sum + (count - mean) ** 2, 0) / (n - 1) / mean);
}

export type ShareDesign = {
  /** The share before, as a share of one. */
  readonly share: number;
  readonly answersBefore: number;
  readonly answersAfter?: number;
  /** How many there are to ask, where that is known: a class, a school. */
  readonly everybody?: number;
  readonly wanted?: Wanted;
};

/**
 * Of shares in two rounds of a survey, by the pooled two-sample test worked through answer by answer (`chanceOfSeeingShare`). Where so many of all there are to ask have answered, chance has
 * less room: the finite population correction (Cochran 1977, 2.5) makes n answers of N worth n·(N − 1)/(N − n). Where everybody answered both times, each answer that changes is a change.
 */
export function detectableShare(design: ShareDesign): Detectable {
  const { share, everybody, wanted = "down" } = design;
  const rounds = roundsOf(design);
  if (rounds === undefined) {
    const one = 1 / everybody!;
    const first = wanted === "down" ? share - one : share + one;
    const seen = first < -1e-9 || first > 1 + 1e-9 ? undefined : first;
    return { seenAt: seen, level: seen };
  }
  const [n, m] = rounds;
  const chance = (after: number) => chanceOfSeeingShare(after, { share, perRound: n, perRoundAfter: m });
  const error = (after: number) => {
    const pooled = (share * n + after * m) / (n + m);
    return Math.sqrt(pooled * (1 - pooled) * (1 / n + 1 / m));
  };
  const answers = Math.round(m);
  const counted = Array.from({ length: answers + 1 }, (_, yes) => yes / answers);
  const apart = counted.filter((after) => Math.abs(after - share) > Z * error(after));
  return {
    seenAt: wanted === "down" ? apart.findLast((after) => after < share) : apart.find((after) => after > share),
    level: shareSeen(chance, share, wanted),
  };
}

/** Rounds of as many answers as they are worth; undefined where everybody answered both times. */
function roundsOf({
  answersBefore,
  answersAfter = answersBefore,
  everybody,
}: ShareDesign): readonly [number, number] | undefined {
  if (everybody === undefined) return [answersBefore, answersAfter];
  if (Math.min(answersBefore, answersAfter) >= everybody) return undefined;
  // Where all but none are asked, the worth has no bound; a hundred thousand answers are as good.
  const worth = (n: number) => (n >= everybody ? 1e5 : Math.min((n * (everybody - 1)) / (everybody - n), 1e5));
  return [worth(answersBefore), worth(answersAfter)];
}

function shareSeen(chance: (share: number) => number, share: number, wanted: Wanted): number | undefined {
  let [seen, unseen] = [wanted === "down" ? 0 : 1, share];
  if (chance(seen) < POWER) return undefined;
  while (Math.abs(unseen - seen) > 0.0005) {
    const middle = (seen + unseen) / 2;
    if (chance(middle) >= POWER) seen = middle;
    else unseen = middle;
  }
  return seen;
}

/** Standard error of a mean of n values that differ so much from one another. */
export function meanError(deviation: number, n: number): number {
  return deviation / Math.sqrt(n);
}

/**
 * Standard error of a percentile of n values that lie as a normal distribution (speeds nearly do): √(p(1 − p)/n) over the density there (Stuart & Ord 1994, 10.10). For V85 1.53 times that of the mean.
 */
export function percentileError(p: number, deviation: number, n: number): number {
  const z = normalQuantile(p);
  const density = Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI) / deviation;
  return Math.sqrt((p * (1 - p)) / n) / density;
}

/** The same out of a 95 % interval, however the values lie (Woodruff 1952): half its width over 1.96. */
export function intervalError(low: number, high: number): number {
  return (high - low) / 2 / Z;
}

/**
 * The smallest change of something measured, of the standard errors of every measurement that it is reckoned from: the place before and after, and a comparison road before and after where there is one.
 * As the difference is tested, (1.96 + 0.84)·√Σs². `apart` asks more, as measurements of a road are compared here (`compare`): that the intervals do not touch, 1.96·Σs + 0.84·√Σs².
 */
export function detectableShift(
  errors: readonly number[],
  { apart = false } = {},
): { readonly seenAt: number; readonly level: number } {
  const together = Math.hypot(...errors);
  const seenAt = Z * (apart ? errors.reduce((sum, error) => sum + error, 0) : together);
  return { seenAt, level: seenAt + normalQuantile(POWER) * together };
}
