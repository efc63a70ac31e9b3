// What a unit has promised this month, and how far it has come: from the target and the calendar, with parts of periods counted as parts.
import type { Count } from "../ground/count.ts";
import { sumOfCounts } from "../ground/count.ts";
import { addDays, addMonths, type Day } from "../ground/time.ts";
import { expectedBetween, type Target } from "../pledge/target.ts";
import type { Occasion } from "./occasion.ts";

/** A promised activity as far as its month needs it. */
export type Promised = {
  readonly id: string;
  readonly target: Target | undefined;
  readonly from: Day;
  readonly to: Day;
};
/** `period` is the span the count is for: the target's own (a quarter), or the whole document where the target is a total or nothing. */
export type Progress = {
  readonly period: { readonly from: Day; readonly to: Day };
  readonly done: Count;
  /** What is due in the period; undefined where nothing countable was promised. */
  readonly expected: number | undefined;
  readonly prorated: boolean;
  readonly left: number;
  readonly doneInAll: Count;
  readonly expectedInAll: number | undefined;
  readonly expectedByNow: number | undefined;
};

/** The calendar period that `today` lies in, for a target's rhythm. Weeks begin on Monday in the count, and are shown by the month. */
export function periodOf(promised: Promised, today: Day): { readonly from: Day; readonly to: Day } {
  const months = { month: 1, week: 1, day: 1, quarter: 3, term: 6, year: 12, total: 0 }[
    promised.target?.per ?? "total"
  ];
  if (months === 0) return { from: promised.from, to: promised.to };
  const month = Number(today.slice(5, 7));
  const first = `${today.slice(0, 4)}-${String(month - ((month - 1) % months)).padStart(2, "0")}-01` as Day;
  const last = addDays(addMonths(first, months), -1);
  return { from: first > promised.from ? first : promised.from, to: last < promised.to ? last : promised.to };
}

export function progressOf(promised: Promised, occasions: readonly Occasion[], today: Day): Progress {
  const standing = occasions.filter(
    (occasion) => occasion.activityId === promised.id && occasion.state === "stands" && occasion.towardTarget,
  );
  const period = periodOf(promised, today);
  const span = { from: promised.from, to: promised.to };
  const within = standing.filter(({ on }) => on >= period.from && on <= period.to);
  const due = (from: Day, to: Day) =>
    promised.target === undefined ? undefined : expectedBetween(promised.target, from, to, span);
  const expected = due(period.from, period.to);
  const done = sumOfCounts(within.map(({ count }) => count));
  return {
    period,
    done,
    expected: expected?.count,
    prorated: expected?.prorated ?? false,
    left: expected === undefined ? 0 : Math.max(0, expected.count - done.value),
    doneInAll: sumOfCounts(standing.map(({ count }) => count)),
    expectedInAll: due(span.from, span.to)?.count,
    expectedByNow: due(span.from, today < span.to ? today : span.to)?.count,
  };
}
