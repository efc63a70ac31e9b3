// An outcome: what was measured before and after. Two readings say that something changed only when the change is larger than chance would make it,
// and with a handful of answers they say nothing at all (statistics.md 5.1; journeys.md "Thresholds").
import { FEWEST_ANSWERS } from "../../ground/fewest.ts";
import { type Day, daysBetween } from "../../ground/time.ts";

/** What a figure is: things counted, so many per inhabitant, a share of those asked, or what an instrument shows. */
export const MEASURES = ["count", "rate", "share", "measured"] as const;
export type Measure = (typeof MEASURES)[number];

export type Reading = {
  /** The first day of its period, where it has one. */
  readonly from?: Day | undefined;
  /** Its last day. */
  readonly on: Day;
  readonly value: number;
  /** Ends of a 95 % interval; null where none is known, and then no change can be told from chance. */
  readonly low: number | null;
  readonly high: number | null;
  /** What it rests on: answers or vehicles, or of counts and rates how many were counted. */
  readonly n: number | null;
  readonly method: string;
  readonly baseline: boolean;
  /** False where the question or the way of measuring changed. */ readonly comparable: boolean;
};
export const COLUMNS = ["output", "outcome", "experience"] as const;
/** An output is done; an outcome is measured or recorded; an experience is what people answer. They stand in different columns and never merge. */
export type Column = (typeof COLUMNS)[number];
export const WANTED = ["down", "up", "level"] as const;
/** Which way is better; level is as it was, and then any change is for the worse. */
export type Wanted = (typeof WANTED)[number];

export const VERDICTS = ["better", "worse", "no-clear-change", "cannot-be-known"] as const;
export type VerdictKind = (typeof VERDICTS)[number];

/** `cannot-be-known` is a verdict like the others, and is set as large. */
export type Verdict =
  | {
      readonly kind: Exclude<VerdictKind, "cannot-be-known">;
      readonly before: Reading;
      readonly now: Reading;
      readonly change: Change;
    }
  | {
      readonly kind: "cannot-be-known";
      readonly because: "no-baseline" | "nothing-after" | "other-time" | "too-few" | "line-broken" | "no-interval";
      readonly n?: number;
      readonly needed?: number;
    };

/** `percent` is only there when both sides are large enough to bear one. */
export type Change = { readonly absolute: number; readonly percent?: number };

/** Answers a reading must rest on to be compared (journeys.md: published survey cell ≥ 30). */
export const NEEDED_ANSWERS = FEWEST_ANSWERS;
/** Both values must be at least this for a change in per cent to be said. */
export const PERCENT_FROM = 10;

/** How many a reading of this measure must rest on to be compared. */
export function neededFor(measure: Measure): number {
  return measure === "count" || measure === "rate" ? PERCENT_FROM : NEEDED_ANSWERS;
}

type Judging = {
  readonly readings: readonly Reading[];
  readonly wanted: Wanted;
  readonly measure?: Measure;
  /** Days from which the figures mean something else. */
  readonly breaks?: readonly Day[];
};

export type Time = { readonly from?: Day | undefined; readonly on: Day };
/** Days that two times may differ in length or in where in the year they begin: months are not equally long, and weeks begin on Mondays. */
const SLACK_DAYS = 7;
const WHOLE_YEAR_DAYS = 364;
const dayOfYear = (day: Day) => daysBetween(`${day.slice(0, 4)}-01-01` as Day, day);

/** Whether as much may be counted in the one as in the other, were nothing changed: times of equal length, in the same part of the year where they are shorter than one. */
export function isLikeTime(one: Time, other: Time): boolean {
  if (one.from === undefined || other.from === undefined) return one.from === other.from;
  const days = daysBetween(one.from, one.on) + 1;
  if (Math.abs(days - daysBetween(other.from, other.on) - 1) > Math.min(SLACK_DAYS, days / 8)) return false;
  if (days >= WHOLE_YEAR_DAYS) return true;
  const apart = Math.abs(dayOfYear(one.from) - dayOfYear(other.from));
  return Math.min(apart, 365 - apart) <= SLACK_DAYS;
}

/**
 * What the baseline and the last reading since say together; whatever order they come in. What is counted over a time is held beside a like time: a summer beside a
 * summer, a whole year beside a whole year.
 */
export function verdictOf({ readings, wanted, measure = "measured", breaks = [] }: Judging): Verdict {
  const inOrder = readings.toSorted((a, b) => (a.on < b.on ? -1 : 1));
  const before = inOrder.findLast(({ baseline }) => baseline);
  if (before === undefined) return { kind: "cannot-be-known", because: "no-baseline" };
  const later = inOrder.filter(({ on, baseline }) => !baseline && on > before.on);
  if (later.length === 0) return { kind: "cannot-be-known", because: "nothing-after" };
  const isOverTime = measure === "count" || measure === "rate";
  const now = isOverTime ? later.findLast((one) => isLikeTime(before, one)) : later.at(-1);
  if (now === undefined) return { kind: "cannot-be-known", because: "other-time" };
  if (
    later.some(({ comparable }) => !comparable) ||
    breaks.some((day) => day > (before.from ?? before.on) && day <= now.on)
  )
    return { kind: "cannot-be-known", because: "line-broken" };
  const needed = neededFor(measure);
  const n = Math.min(before.n ?? Infinity, now.n ?? Infinity);
  if (n < needed) return { kind: "cannot-be-known", because: "too-few", n, needed };
  if (before.low === null || before.high === null || now.low === null || now.high === null)
    return { kind: "cannot-be-known", because: "no-interval" };
  const change = changeOf(before.value, now.value, n, measure);
  // Two 95 % intervals that overlap may still differ; saying nothing then is the careful side to err on.
  if (now.low <= before.high && before.low <= now.high) return { kind: "no-clear-change", before, now, change };
  return { kind: judged(now.value > before.value ? "rose" : "fell", wanted), before, now, change };
}

/** A change that is there, by what was wanted. */
export function judged(went: "rose" | "fell", wanted: Wanted): "better" | "worse" {
  if (wanted === "level") return "worse";
  return (went === "rose") === (wanted === "up") ? "better" : "worse";
}

/** Never a percentage on a handful: not of few answers, and not of a small value. Nor of what is a percentage already. */
export function changeOf(before: number, now: number, n: number, measure: Measure = "measured"): Change {
  const absolute = now - before;
  const isEnough = Number.isFinite(n) && n >= neededFor(measure) && before >= PERCENT_FROM && now >= PERCENT_FROM;
  return isEnough ? { absolute, percent: (absolute / before) * 100 } : { absolute };
}
