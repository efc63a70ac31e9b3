// What is to be done of a promised activity: until which day, what is late since earlier periods, what has been moved to a day that is still to come.
import { workdayUntil } from "../ground/swedish-calendar.ts";
import { type Day, type Month, monthOf } from "../ground/time.ts";
import type { Stretch } from "../pledge/season.ts";
import { expectedBetween } from "../pledge/target.ts";
import type { Deviation } from "./deviation.ts";
import { doneWithin, periodsOf, type Promised, towardTarget } from "./month.ts";
import type { Occasion } from "./occasion.ts";

/** How many are missing, and the last day of the first period they were promised in. */
export type Late = { readonly missing: number; readonly since: Day };
export type Said = Pick<Deviation, "activityId" | "on" | "next">;

/**
 * What earlier periods lack. What is done beyond a later period's number makes it good, the oldest first. A deviation answers for all that is late on its day, and
 * otherwise for its own period: a new day only until that day, unless something was done since.
 */
export function lateOf(
  promised: Promised,
  { occasions, deviations }: { readonly occasions: readonly Occasion[]; readonly deviations: readonly Said[] },
  today: Day,
): Late | undefined {
  const { target } = promised;
  if (target === undefined || target.comparator === "at-most") return undefined;
  const standing = towardTarget(promised, occasions);
  const answers = deviations
    .filter(
      ({ activityId, on, next }) =>
        activityId === promised.id &&
        (next.kind === "none" || next.day >= today || standing.some((occasion) => occasion.on > on)),
    )
    .toSorted((a, b) => (a.on < b.on ? -1 : 1));
  let owed: Late[] = [];
  let from = "" as Day;
  const answered = (to: Day) => {
    let period = false;
    for (const { on } of answers) {
      if (on < from || on > to) continue;
      if (owed.length === 0) period = true;
      owed = [];
    }
    from = to;
    return period;
  };
  for (const period of periodsOf(promised).filter((one) => one.from <= today)) {
    const isExplained = answered(period.to < today ? period.to : today);
    const due = expectedBetween(target, period.from, period.to, promised)?.count ?? 0;
    const missing = due - doneWithin(standing, period).value;
    if (missing < 0) owed = madeGood(owed, -missing);
    else if (missing > 0 && period.to < today && !isExplained) owed.push({ missing, since: period.to });
  }
  answered(today);
  const [first] = owed;
  return first && { missing: owed.reduce((sum, one) => sum + one.missing, 0), since: first.since };
}

function madeGood(owed: readonly Late[], beyond: number): Late[] {
  let rest = beyond;
  return owed.flatMap((one) => {
    const paid = Math.min(rest, one.missing);
    rest -= paid;
    return one.missing > paid ? [{ ...one, missing: one.missing - paid }] : [];
  });
}

/** The days something has been moved to that are still to come, each once, in order; today is one until it is done. */
export function plannedOf(
  promised: Promised,
  { occasions, deviations }: { readonly occasions: readonly Occasion[]; readonly deviations: readonly Said[] },
  today: Day,
): readonly Day[] {
  const standing = towardTarget(promised, occasions);
  const days = deviations.flatMap(({ activityId, next }) =>
    activityId === promised.id &&
    next.kind === "new-day" &&
    next.day >= today &&
    !standing.some(({ on }) => on === next.day)
      ? [next.day]
      : [],
  );
  return [...new Set(days)].toSorted();
}

/** The last working day of a period, where its last day is none and that day is still to come. */
export function workdayIn({ from, to }: Stretch, today: Day): Day | undefined {
  const day = workdayUntil(to);
  return day < to && day >= from && day >= today ? day : undefined;
}

/** What is late comes first, then what is to be done, then what is done; last what no number is due of now. */
export const GROUPS = ["late", "left", "done", "other"] as const;
export type Group = (typeof GROUPS)[number];
export type Listed = {
  readonly period: { readonly from: string; readonly to: string };
  readonly expected: number | null;
  readonly left: number;
  readonly late: { readonly missing: number } | null;
};

export function groupOf({ late, left, expected, period }: Listed, month: Month): Group {
  if (late !== null) return "late";
  if (expected === null || expected === 0 || monthOf(period.from as Day) > month) return "other";
  return left > 0 ? "left" : "done";
}

/** Each group, what is due soonest first. */
export function inGroups<L extends Listed>(
  list: readonly L[],
  month: Month,
): readonly { readonly group: Group; readonly list: readonly L[] }[] {
  return GROUPS.map((group) => ({
    group,
    list: list
      .filter((one) => groupOf(one, month) === group)
      .toSorted((a, b) => (a.period.to === b.period.to ? 0 : a.period.to < b.period.to ? -1 : 1)),
  })).filter((one) => one.list.length > 0);
}

/** How many of those with a number have something left, late or due. */
export function leftOf(list: readonly Listed[], month: Month): { readonly left: number; readonly total: number } {
  const groups = list.map((one) => groupOf(one, month)).filter((group) => group !== "other");
  return { left: groups.filter((group) => group !== "done").length, total: groups.length };
}
