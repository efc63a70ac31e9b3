// What a speed measurement says: how many, how fast, how many too fast, and how sure that is. Definitions as they are used on Swedish roads
// (domain.md 7); each stands over its function and is held to cases reckoned by hand.
import { instantOf, millisecondsOf, swedishClock, type Instant } from "../../ground/time.ts";

/** One vehicle that passed. A row without a speed is a vehicle all the same. */
export type Passage = { readonly at: Instant; readonly speed: number | undefined; readonly direction: string };
/** From and up to, in km/h; the last may be open. */
export type Bin = { readonly from: number; readonly to: number | undefined };
/** Vehicles of a stretch of time, counted by speed. `without` is how many had no speed. */
export type BinnedRow = {
  readonly at: Instant;
  readonly direction: string;
  readonly counts: readonly number[];
  readonly without: number;
};

/** What a meter's file held: every vehicle, or counts by speed for so many minutes at a time. */
export type Measured =
  | { readonly kind: "vehicles"; readonly passages: readonly Passage[] }
  | {
      readonly kind: "bins";
      readonly bins: readonly Bin[];
      readonly minutes: number;
      readonly rows: readonly BinnedRow[];
    };

/** A number with the ends of its 95 % interval; an end that cannot be known is left out. */
export type Estimate = {
  readonly value: number;
  readonly low?: number | undefined;
  readonly high?: number | undefined;
};
/** How many drove more than so much over the limit. Where bins do not tell, there are two ends and no value. */
export type Share = {
  readonly above: number;
  readonly count?: number | undefined;
  readonly value?: number | undefined;
  readonly low: number;
  readonly high: number;
};
export type Figures = {
  readonly n: number;
  readonly withSpeed: number;
  readonly mean?: number | undefined;
  readonly median?: number | undefined;
  readonly v85?: Estimate | undefined;
  /** The bin V85 lies in, where only bins are known. */
  readonly v85Within?: Bin | undefined;
  readonly over: readonly Share[];
};
export type Summary = Figures & {
  readonly limit: number;
  readonly kind: Measured["kind"];
  readonly from: Instant;
  readonly to: Instant;
  /** Twenty-four hours each, one decimal. */
  readonly days: number;
  readonly hours: readonly (Figures & { readonly hour: number })[];
  readonly directions: readonly (Figures & { readonly direction: string })[];
  /** So many more the file names; no road has them, and they are counted among all only. */
  readonly otherDirections?: number | undefined;
  /** Vehicles a day, the mean of the week; undefined where some hour of the week was never measured. */
  readonly perDay?: number | undefined;
  /** The longest time without a vehicle, in whole hours. */
  readonly longestGapHours: number;
};

export const ABOVE = [0, 10, 20, 30] as const;
const MOST_DIRECTIONS = 8;
/** Longer than that is no measurement, and no mean of a week is reckoned of it. */
const LONGEST = 400;
const Z = 1.959_963_985;
const DAY = 86_400_000;
const HOUR = 3_600_000;

/** Everything that is said of a measurement under a limit; undefined when nothing passed. */
export function summarise(measured: Measured, limit: number): Summary | undefined {
  const moments = momentsOf(measured);
  if (moments.length === 0) return undefined;
  const [from, last] = [moments[0]!.at, moments.at(-1)!.at];
  const to = measured.kind === "bins" ? last + measured.minutes * 60_000 : last;
  const hourAt = hourReader();
  const within = (keep: (at: number, direction: string) => boolean) => figuresOf(speedsOf(measured, keep), limit);
  const ways = waysOf(moments);
  const directions = ways.slice(0, MOST_DIRECTIONS).toSorted();
  return {
    ...within(() => true),
    limit,
    kind: measured.kind,
    from: instantOf(from),
    to: instantOf(to),
    days: Math.round(((to - from) / DAY) * 10) / 10,
    hours: Array.from({ length: 24 }, (_, hour) => ({ hour, ...within((at) => hourAt(at) % 24 === hour) })),
    directions:
      directions.length < 2
        ? []
        : directions.map((direction) => ({ direction, ...within((_at, one) => one === direction) })),
    ...(ways.length > MOST_DIRECTIONS && { otherDirections: ways.length - MOST_DIRECTIONS }),
    perDay: to - from > LONGEST * DAY ? undefined : vehiclesPerDay(moments, from, to, hourAt),
    longestGapHours: Math.floor(longestGap(moments, to) / HOUR),
  };
}

/**
 * A quantile of single speeds by linear interpolation between neighbours (type 7 of Hyndman and Fan, what PERCENTIL.INK of a spreadsheet gives): at place
 * (n − 1)·p of the sorted speeds, counted from nought. V85 is p = 0.85: the speed that 85 of 100 stay under.
 */
export function quantile(sorted: readonly number[], p: number): number {
  const place = (sorted.length - 1) * p;
  const [below, above] = [sorted[Math.floor(place)]!, sorted[Math.ceil(place)]!];
  return below + (above - below) * (place - Math.floor(place));
}

/**
 * Between which of n sorted speeds (counted from one) the true quantile lies, with at least 95 % certainty: how many of n fall below it is binomial
 * (n, p), whatever the speeds look like. Low is the last rank with P(B < rank) ≤ 2.5 %, high the first with P(B ≥ rank) ≤ 2.5 %; an end that
 * no rank reaches is left out (for V85 high needs 23 vehicles). Vehicles are taken to be independent; in queues they are not quite, and the true interval is a little wider.
 */
export function ranksAround(n: number, p: number): { readonly low?: number; readonly high?: number } {
  let logarithm = n * Math.log(1 - p);
  let below = 0;
  let [low, high] = [0, 0];
  for (let k = 0; k <= n && high === 0; k++) {
    // `below` is P(B < k).
    if (k > 0 && below <= 0.025) low = k;
    if (k > 0 && 1 - below <= 0.025) high = k;
    below += Math.exp(logarithm);
    logarithm += Math.log((n - k) / (k + 1)) + Math.log(p / (1 - p));
  }
  return { ...(low > 0 ? { low } : {}), ...(high > 0 ? { high } : {}) };
}

/** Wilson's 95 % interval for a share: never below nought or above one, and right also when none or all did. */
export function wilson(count: number, n: number): { readonly low: number; readonly high: number } {
  if (n === 0) return { low: 0, high: 1 };
  const [share, z2] = [count / n, Z * Z];
  const middle = (share + z2 / (2 * n)) / (1 + z2 / n);
  const half = (Z * Math.sqrt((share * (1 - share)) / n + z2 / (4 * n * n))) / (1 + z2 / n);
  return { low: count === 0 ? 0 : middle - half, high: count === n ? 1 : middle + half };
}

type Speeds = { readonly n: number } & (
  | { readonly kind: "vehicles"; readonly sorted: readonly number[] }
  | { readonly kind: "bins"; readonly bins: readonly Bin[]; readonly counts: readonly number[] }
);

function speedsOf(measured: Measured, keep: (at: number, direction: string) => boolean): Speeds {
  if (measured.kind === "vehicles") {
    const kept = measured.passages.filter(({ at, direction }) => keep(millisecondsOf(at), direction));
    const sorted = kept.flatMap(({ speed }) => speed ?? []).toSorted((a, b) => a - b);
    return { kind: "vehicles", n: kept.length, sorted };
  }
  const kept = measured.rows.filter(({ at, direction }) => keep(millisecondsOf(at), direction));
  const counts = measured.bins.map((_bin, place) => sum(kept.map((row) => row.counts[place] ?? 0)));
  return { kind: "bins", bins: measured.bins, counts, n: sum(counts) + sum(kept.map(({ without }) => without)) };
}

/** Vehicles without a speed are among n, and in nothing else. */
function figuresOf(speeds: Speeds, limit: number): Figures {
  return speeds.kind === "vehicles" ? ofVehicles(speeds, limit) : ofBins(speeds, limit);
}

function ofVehicles({ n, sorted }: Extract<Speeds, { kind: "vehicles" }>, limit: number): Figures {
  const withSpeed = sorted.length;
  const over = ABOVE.map((above): Share => {
    const count = sorted.filter((speed) => speed > limit + above).length;
    return { above, count, value: withSpeed === 0 ? undefined : count / withSpeed, ...wilson(count, withSpeed) };
  });
  if (withSpeed === 0) return { n, withSpeed, over };
  const ranks = ranksAround(withSpeed, 0.85);
  const at = (rank: number | undefined) => (rank === undefined ? undefined : sorted[rank - 1]);
  return {
    n,
    withSpeed,
    mean: sum(sorted) / withSpeed,
    median: quantile(sorted, 0.5),
    v85: { value: quantile(sorted, 0.85), low: at(ranks.low), high: at(ranks.high) },
    over,
  };
}

/**
 * From bins: a quantile lies where the counted share is reached, on a straight line through its bin, and is known no better than its bin. The interval goes
 * from the foot of the bin that holds the low rank to the top of the bin that holds the high one. The mean takes the middle of each bin. What reaches into the open
 * bin at the end has no value.
 */
function ofBins({ n, bins, counts }: Extract<Speeds, { kind: "bins" }>, limit: number): Figures {
  const withSpeed = sum(counts);
  const over = ABOVE.map((above) => shareOfBins(bins, counts, limit, above));
  if (withSpeed === 0) return { n, withSpeed, over };
  const binOf = (rank: number) => bins[counts.findIndex((_, place) => sum(counts.slice(0, place + 1)) >= rank)]!;
  const reached = (p: number) => {
    const bin = binOf(withSpeed * p);
    const place = bins.indexOf(bin);
    const before = sum(counts.slice(0, place));
    const value =
      bin.to === undefined
        ? undefined
        : bin.from + ((bin.to - bin.from) * (withSpeed * p - before)) / (counts[place] ?? 1);
    return { bin, value };
  };
  const isOpen = bins.some(({ to }, place) => to === undefined && counts[place]! > 0);
  const middles = bins.map(({ from, to }, place) => ((from + (to ?? from)) / 2) * counts[place]!);
  const { bin, value } = reached(0.85);
  const ranks = ranksAround(withSpeed, 0.85);
  return {
    n,
    withSpeed,
    mean: isOpen ? undefined : sum(middles) / withSpeed,
    median: reached(0.5).value,
    v85:
      value === undefined
        ? undefined
        : {
            value,
            low: ranks.low === undefined ? undefined : binOf(ranks.low).from,
            high: ranks.high === undefined ? undefined : binOf(ranks.high).to,
          },
    v85Within: bin,
    over,
  };
}

/** A bin counts as over when it begins at the limit or the next whole kilometre; one that reaches across leaves two ends. */
function shareOfBins(bins: readonly Bin[], counts: readonly number[], limit: number, above: number): Share {
  const n = sum(counts);
  const line = limit + above;
  const surely = sum(counts.filter((_, place) => bins[place]!.from >= line));
  const perhaps = sum(
    counts.filter((_, place) => bins[place]!.from < line && (bins[place]!.to ?? Number.POSITIVE_INFINITY) > line + 1),
  );
  if (perhaps > 0 || n === 0) return { above, low: wilson(surely, n).low, high: wilson(surely + perhaps, n).high };
  return { above, count: surely, value: surely / n, ...wilson(surely, n) };
}

/** The directions the file names, the one with most vehicles first. */
function waysOf(moments: readonly MomentOf[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const { direction, count } of moments) counts.set(direction, (counts.get(direction) ?? 0) + count);
  return [...counts].toSorted(([, a], [, b]) => b - a).map(([direction]) => direction);
}

type MomentOf = { readonly at: number; readonly direction: string; readonly count: number };

/** In order of time; empty bins are moments as well: they were measured. */
function momentsOf(measured: Measured): readonly MomentOf[] {
  const moments =
    measured.kind === "vehicles"
      ? measured.passages.map(({ at, direction }) => ({ at: millisecondsOf(at), direction, count: 1 }))
      : measured.rows.map(({ at, direction, counts, without }) => ({
          at: millisecondsOf(at),
          direction,
          count: sum(counts) + without,
        }));
  return moments.toSorted((a, b) => a.at - b.at);
}

/**
 * Vehicles a day as the mean of a week: for each of the 168 hours of the week, vehicles divided by the time that hour was measured, added up and divided by seven. No
 * whole week, no answer. As an estimate of ÅDT (the year's traffic divided by 365) it stands for the weeks that were measured: nothing is added for season,
 * weather or trend, and that uncertainty is not in any interval.
 */
function vehiclesPerDay(
  moments: readonly MomentOf[],
  from: number,
  to: number,
  hourAt: (at: number) => number,
): number | undefined {
  const [vehicles, measured] = [new Float64Array(168), new Float64Array(168)];
  for (const { at, count } of moments) vehicles[hourAt(at)]! += count;
  for (let start = Math.floor(from / HOUR) * HOUR; start < to; start += HOUR)
    measured[hourAt(start)]! += Math.min(start + HOUR, to) - Math.max(start, from);
  if (measured.some((time) => time < HOUR / 2)) return undefined;
  return sum([...vehicles].map((count, hour) => (count * HOUR) / measured[hour]!)) / 7;
}

/** The hour of the week by the Swedish clock, Monday 00 is 0. Asked once an hour: the clock of Sweden is slow to ask, and differs from UTC by whole hours. */
function hourReader(): (at: number) => number {
  const known = new Map<number, number>();
  return (at) => {
    const whole = Math.floor(at / HOUR);
    const before = known.get(whole);
    if (before !== undefined) return before;
    const { weekday, hour } = swedishClock(instantOf(whole * HOUR));
    known.set(whole, (weekday - 1) * 24 + hour);
    return (weekday - 1) * 24 + hour;
  };
}

function longestGap(moments: readonly MomentOf[], to: number): number {
  const passed = moments.filter(({ count }) => count > 0);
  return passed.reduce((longest, { at }, place) => Math.max(longest, (passed[place + 1]?.at ?? to) - at), 0);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
