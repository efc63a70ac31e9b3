// Two measurements of one place: how much V85 changed, and whether the change is more than chance among the vehicles. Why it changed no two measurements
// of one road can say; a road where nothing was done, measured at the same two times, can say something of it.
import { dayOf, daysBetween, type Instant } from "../../ground/time.ts";
import { slugOf } from "../../ground/words.ts";
import type { Flag } from "./flags.ts";
import type { Estimate, Summary } from "./speed.ts";

export type Comparable = {
  readonly summary: Pick<Summary, "n" | "v85" | "limit" | "kind">;
  readonly direction: string;
  readonly flags: readonly Flag[];
};
export type Incomparable =
  | "flagged"
  | "no-v85"
  | "no-interval"
  | "other-limit"
  | "other-direction"
  | "other-kind"
  | "other-time";
export type Comparison =
  | { readonly can: false; readonly because: Incomparable }
  | {
      readonly can: true;
      readonly before: Estimate;
      readonly after: Estimate;
      /** After minus before, with the ends that both intervals leave: from lowest after less highest before, to the other way round. */
      readonly change: { readonly value: number; readonly low: number; readonly high: number };
      /** The intervals do not touch: a stricter demand than 95 % on the difference. */
      readonly sure: boolean;
      readonly leastVehicles: number;
    };

export function compare(before: Comparable, after: Comparable): Comparison {
  const [old, now] = [before.summary.v85, after.summary.v85];
  if (before.flags.length > 0 || after.flags.length > 0) return { can: false, because: "flagged" };
  if (before.summary.limit !== after.summary.limit) return { can: false, because: "other-limit" };
  if (before.direction !== after.direction) return { can: false, because: "other-direction" };
  if (before.summary.kind !== after.summary.kind) return { can: false, because: "other-kind" };
  if (old === undefined || now === undefined) return { can: false, because: "no-v85" };
  if (old.low === undefined || old.high === undefined || now.low === undefined || now.high === undefined)
    return { can: false, because: "no-interval" };
  const change = { value: now.value - old.value, low: now.low - old.high, high: now.high - old.low };
  const sure = change.high < 0 || change.low > 0;
  return {
    can: true,
    before: old,
    after: now,
    change,
    sure,
    leastVehicles: Math.min(before.summary.n, after.summary.n),
  };
}

/** A measurement as far as comparing goes. */
export type Measurement = Comparable & {
  readonly summary: {
    readonly from: string;
    readonly directions: readonly (Pick<Summary, "n" | "v85"> & { readonly direction: string })[];
  };
  /** A road where nothing was done; undefined for the stretch itself. */
  readonly comparisonRoad?: string | undefined;
};
export type RoadComparison = { readonly road: string } & (
  | { readonly can: false; readonly because: Incomparable }
  | {
      readonly can: true;
      readonly before: Estimate;
      readonly after: Estimate;
      /** The stretch's change less the road's, with the ends that all four intervals leave. */
      readonly more: { readonly value: number; readonly low: number; readonly high: number };
      readonly sure: boolean;
    }
);
export type Compared = {
  /** The first beside the last. */
  readonly stretch: Comparison;
  /** Each way by itself, where the meter told the ways apart both times. */
  readonly directions: readonly { readonly direction: string; readonly comparison: Comparison }[];
  readonly roads: readonly RoadComparison[];
};

/** Everything that the measurements of a thread say beside one another; undefined before the stretch has been measured twice. */
export function comparedIn(measurements: readonly Measurement[]): Compared | undefined {
  const own = firstAndLast(measurements.filter(({ comparisonRoad }) => comparisonRoad === undefined));
  if (own === undefined) return undefined;
  const roads = new Map<string, Measurement[]>();
  for (const one of measurements) {
    if (one.comparisonRoad === undefined) continue;
    const key = slugOf(one.comparisonRoad);
    roads.set(key, [...(roads.get(key) ?? []), one]);
  }
  return {
    stretch: compare(...own),
    directions: compareDirections(...own),
    roads: [...roads.values()].flatMap((both) => {
      const pair = firstAndLast(both);
      return pair === undefined ? [] : [compareWithRoad(own, pair)];
    }),
  };
}

function firstAndLast(measurements: readonly Measurement[]): readonly [Measurement, Measurement] | undefined {
  const [before, after] = [measurements[0], measurements.at(-1)];
  return before === undefined || after === undefined || before === after ? undefined : [before, after];
}

function compareDirections(before: Measurement, after: Measurement): Compared["directions"] {
  return before.summary.directions.flatMap((old) => {
    const now = after.summary.directions.find(({ direction }) => direction === old.direction);
    if (now === undefined || old.direction === "") return [];
    const oneWay = (whole: Measurement, way: typeof old) => ({
      ...whole,
      summary: { ...whole.summary, n: way.n, v85: way.v85 },
    });
    return [{ direction: old.direction, comparison: compare(oneWay(before, old), oneWay(after, now)) }];
  });
}

/** Measured so many days apart at most, two roads had the same season, weather and traffic. */
const SAME_TIME_DAYS = 21;

const dayBegun = ({ summary }: Measurement) => dayOf(summary.from as Instant);

function compareWithRoad(
  stretch: readonly [Measurement, Measurement],
  road: readonly [Measurement, Measurement],
): RoadComparison {
  const name = road[0].comparisonRoad ?? "";
  const isSameTime = stretch.every(
    (one, place) => Math.abs(daysBetween(dayBegun(one), dayBegun(road[place]!))) <= SAME_TIME_DAYS,
  );
  if (!isSameTime) return { road: name, can: false, because: "other-time" };
  const [ours, theirs] = [compare(...stretch), compare(...road)];
  if (!ours.can) return { road: name, ...ours };
  if (!theirs.can) return { road: name, ...theirs };
  const more = {
    value: ours.change.value - theirs.change.value,
    low: ours.change.low - theirs.change.high,
    high: ours.change.high - theirs.change.low,
  };
  const { before, after } = theirs;
  return { road: name, can: true, before, after, more, sure: more.high < 0 || more.low > 0 };
}

/** Whether a text may say what a change came of: only where the stretch changed surely more than a road where nothing was done. */
export function mayNameCause(measurements: readonly Measurement[]): boolean {
  return comparedIn(measurements)?.roads.some((road) => road.can && road.sure) ?? false;
}

/** "Fler än 4 500": the last whole five hundred below, or hundred, or ten. */
export function moreThan(count: number): number {
  const step = count > 1000 ? 500 : count > 100 ? 100 : 10;
  return Math.max(0, Math.floor((count - 1) / step) * step);
}
