// What a unit has promised this month, and how far it has come: from the target and the calendar, with parts of periods counted as parts.
import type { Count } from "../ground/count.ts";
import { sumOfCounts } from "../ground/count.ts";
import { schoolTermsWithin } from "../ground/swedish-calendar.ts";
import { addDays, addMonths, type Day, type Month, monthOf, weekdayOf } from "../ground/time.ts";
import { readSeason, seasonWithin, type Stretch } from "../pledge/season.ts";
import { expectedBetween, lastDayOf, type Target } from "../pledge/target.ts";
import type { Occasion } from "./occasion.ts";

/** A promised activity as far as its month needs it. */
export type Promised = {
  readonly id: string;
  readonly target: Target | undefined;
  readonly from: Day;
  readonly to: Day;
  /** The time of year it is promised for, in the promise's words. */
  readonly season: string | undefined;
  /** The last day that was promised for it. */
  readonly deadline?: Day | undefined;
};
/** `period` is the span the count is for: the target's own (a quarter), or the whole document where the target is a total or nothing. */
export type Progress = {
  readonly period: Stretch;
  readonly done: Count;
  /** What is due in the period; undefined where nothing countable was promised. */
  readonly expected: number | undefined;
  readonly prorated: boolean;
  readonly left: number;
  readonly doneInAll: Count;
  readonly expectedInAll: number | undefined;
  readonly expectedByNow: number | undefined;
};

/** An activity as it is laid out when it is promised. */
export function promisedOf(row: {
  readonly id: string;
  readonly target: Target | null;
  readonly valid_from: Day;
  readonly valid_to: Day;
  readonly season: string | null;
  readonly deadline: Day | null;
}): Promised {
  return {
    id: row.id,
    target: row.target ?? undefined,
    from: row.valid_from,
    to: row.valid_to,
    season: row.season ?? undefined,
    deadline: row.deadline ?? undefined,
  };
}

const MONTHS = { month: 1, day: 1, quarter: 3, year: 12 } as const;

/** A target's own periods from one day to another, each whole. Weeks, which begin on Monday, are taken together by the month that their Sunday lies in. */
function wholePeriods(promised: Promised, from: Day, to: Day): readonly Stretch[] {
  const per = promised.target?.per ?? "total";
  const lastDay = lastDayOf(promised.target, promised);
  // What is done after the last day makes it good, and is owed by no later one.
  if (lastDay !== undefined && lastDay < to)
    return [
      { from, to: lastDay },
      { from: addDays(lastDay, 1), to },
    ];
  if (per === "total") return [{ from, to }];
  if (per === "term") return schoolTermsWithin(from, to);
  const months = per === "week" ? 1 : MONTHS[per];
  const periods: Stretch[] = [];
  const month = Number(from.slice(5, 7));
  let first = `${from.slice(0, 4)}-${String(month - ((month - 1) % months)).padStart(2, "0")}-01` as Day;
  // One more than the last month: the week that a document ends in may have its Sunday there.
  for (; first <= addMonths(to, 1); first = addMonths(first, months)) {
    const next = addMonths(first, months);
    periods.push(
      per === "week"
        ? { from: addDays(first, 1 - weekdayOf(first)), to: addDays(next, -weekdayOf(next)) }
        : { from: first, to: addDays(next, -1) },
    );
  }
  return periods;
}

/** The periods that a target is due in, in order, as far as they lie within the document and the season; the whole document where there are none. */
export function periodsOf(promised: Promised): readonly Stretch[] {
  // A day says more than a time of year.
  const season = lastDayOf(promised.target, promised) === undefined ? readSeason(promised.season) : undefined;
  const periods = wholePeriods(promised, promised.from, promised.to).flatMap((period): Stretch[] => {
    const from = period.from > promised.from ? period.from : promised.from;
    const to = period.to < promised.to ? period.to : promised.to;
    const days = seasonWithin(season, from, to);
    return days.length === 0 ? [] : [{ from: days[0]!.from, to: days.at(-1)!.to }];
  });
  return periods.length === 0 ? [{ from: promised.from, to: promised.to }] : periods;
}

/** The period that a day lies in; between two terms or seasons the one to come, and after the last that one. */
export function periodOf(promised: Promised, day: Day): Stretch {
  const periods = periodsOf(promised);
  return periods.find(({ to }) => to >= day) ?? periods.at(-1)!;
}

/** The period that a month's page is about: on this month's page that of today, on another's the one that ends in it, or goes on through it. */
export function periodIn(promised: Promised, month: Month, today: Day): Stretch {
  if (month === monthOf(today)) return periodOf(promised, today);
  const ending = periodsOf(promised).findLast(({ to }) => monthOf(to) === month);
  return ending ?? periodOf(promised, addDays(addMonths(`${month}-01` as Day, 1), -1));
}

/** What was done towards the target, of lines that stand. */
export function towardTarget(promised: Promised, occasions: readonly Occasion[]): readonly Occasion[] {
  return occasions.filter(
    (occasion) => occasion.activityId === promised.id && occasion.state === "stands" && occasion.towardTarget,
  );
}

export function doneWithin(standing: readonly Occasion[], { from, to }: Stretch): Count {
  return sumOfCounts(standing.filter(({ on }) => on >= from && on <= to).map(({ count }) => count));
}

export function progressOf(
  promised: Promised,
  occasions: readonly Occasion[],
  today: Day,
  period: Stretch = periodOf(promised, today),
): Progress {
  const standing = towardTarget(promised, occasions);
  const due = (from: Day, to: Day) =>
    promised.target === undefined ? undefined : expectedBetween(promised.target, from, to, promised);
  const expected = due(period.from, period.to);
  const done = doneWithin(standing, period);
  // Of «högst två» nothing is ever left to do.
  const owed = promised.target?.comparator === "at-most" ? 0 : (expected?.count ?? 0);
  return {
    period,
    done,
    expected: expected?.count,
    prorated: expected?.prorated ?? false,
    left: Math.max(0, owed - done.value),
    doneInAll: sumOfCounts(standing.map(({ count }) => count)),
    expectedInAll: due(promised.from, promised.to)?.count,
    expectedByNow: due(promised.from, today < promised.to ? today : promised.to)?.count,
  };
}
