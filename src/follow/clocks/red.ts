// The red list: everything that is late or soon will be, with since when, whom it waits for and the place where it is mended. A clock that has been red for two weeks is
// told to those who lead the organisation as well; that is reckoned from its days and stored nowhere.
import { answerBy } from "../../collect/campaigns/dispute.ts";
import { addDays, addMonths, daysBetween, type Day } from "../../ground/time.ts";
import type { Late } from "../../act/due.ts";
import { EXPIRY_WARNINGS } from "../../pledge/renewal/expiry.ts";
import type { Clock } from "../clock.ts";

export const RED_KINDS = [
  "situation-report",
  "action-plan",
  "document",
  "report",
  "silence",
  "owner",
  "activity",
  "disputes",
  "themes",
  "points",
  "proposals",
  "complaints",
  "unowned",
  "late-items",
] as const;
export type RedKind = (typeof RED_KINDS)[number];

/** The median and the oldest, in days, of several that wait together. */
export type Ages = { readonly median: number; readonly oldest: number };
export type Red = {
  readonly kind: RedKind;
  /** What it is about in its own words; empty where several are told together. */
  readonly title: string;
  /** The organisations it waits for, and the unit where it is one unit's. */
  readonly organisationIds: readonly string[];
  readonly unit: string;
  readonly state: "soon" | "late";
  readonly due: Day;
  /** Days past the day when late, days left when soon. */
  readonly days: number;
  readonly count: number;
  readonly ages?: Ages | undefined;
  readonly href: string;
};
type About = Pick<Red, "kind" | "organisationIds" | "href"> & Partial<Pick<Red, "title" | "unit" | "count" | "ages">>;

/** A row of the list, from the day it is soon; nothing while it is calm. */
export function redOf(about: About, due: Day, soonFrom: Day, today: Day): Red[] {
  const left = daysBetween(today, due);
  if (left >= 0 && today < soonFrom) return [];
  const state = left < 0 ? "late" : "soon";
  return [{ title: "", unit: "", count: 1, ...about, state, due, days: Math.abs(left) }];
}

/** A clock that runs, from when it warns. */
export function redClock(about: About, clock: Clock, today: Day): Red[] {
  return clock.state === "unset" || clock.state === "calm" ? [] : redOf(about, clock.due, today, today);
}

/** A promise that runs out, from the first warning on. */
export function redExpiry(about: About, to: Day, today: Day): Red[] {
  return redOf(about, to, addDays(to, -EXPIRY_WARNINGS[0]), today);
}

/** A unit has two weeks to answer whether it takes what it is proposed for, and is reminded after one. */
const OWNER_DAYS = 14;
export function redOwner(about: About, askedOn: Day, today: Day): Red[] {
  return redOf(about, addDays(askedOn, OWNER_DAYS), addDays(askedOn, OWNER_DAYS / 2), today);
}

/** Nothing is logged, or too little, for a period that is over, and nobody has said why. */
export function redActivity(about: About, late: Late | undefined, today: Day): Red[] {
  return late === undefined ? [] : redOf({ ...about, count: Math.ceil(late.missing) }, late.since, late.since, today);
}

/** What was done is told within two months of each year of a promise, and of its end. */
const REPORT_DAYS = 60;
export function redReport(
  about: About,
  { from, to, toldTo }: { readonly from: Day; readonly to: Day; readonly toldTo: Day | undefined },
  today: Day,
): Red[] {
  const first = toldTo === undefined || toldTo < from ? from : addDays(toldTo, 1);
  if (first > to) return [];
  const yearOn = addDays(addMonths(first, 12), -1);
  const end = yearOn < to ? yearOn : to;
  return redOf(about, addDays(end, REPORT_DAYS), end, today);
}

/** Whoever has said that it is not done has two weeks to wait (journeys.md 4). */
export function redDisputes(about: About, openSince: readonly Day[], today: Day): Red[] {
  const [first] = openSince.toSorted();
  return first === undefined
    ? []
    : redOf({ ...about, ...together(openSince, today) }, answerBy(first), addDays(first, 7), today);
}

/** What was heard is answered within six weeks (domain.md 4.4); from four it is soon. */
const ANSWER_DAYS = 42;
export function redUnanswered(about: About, since: readonly Day[], today: Day): Red[] {
  const [first] = since.toSorted();
  return first === undefined
    ? []
    : redOf({ ...about, ...together(since, today) }, addDays(first, ANSWER_DAYS), addDays(first, 28), today);
}

/** «Ingen har tagit emot punkt 12 på 10 dagar» (journeys.md 3). */
const TAKE_DAYS = 10;
export function redUnowned(about: About, since: readonly Day[], today: Day): Red[] {
  const [first] = since.toSorted();
  return first === undefined
    ? []
    : redOf({ ...about, ...together(since, today) }, addDays(first, TAKE_DAYS), addDays(first, TAKE_DAYS), today);
}

/** Planned to a day that has passed. */
export function redLateItems(about: About, plannedTo: readonly Day[], today: Day): Red[] {
  const [first] = plannedTo.toSorted();
  return first === undefined || first >= today
    ? []
    : redOf({ ...about, count: plannedTo.filter((day) => day < today).length }, first, first, today);
}

function together(since: readonly Day[], today: Day): { readonly count: number; readonly ages: Ages } {
  const days = since.map((day) => Math.max(0, daysBetween(day, today))).toSorted((a, b) => a - b);
  const middle = Math.floor(days.length / 2);
  const median = days.length % 2 === 1 ? days[middle]! : Math.round((days[middle - 1]! + days[middle]!) / 2);
  return { count: since.length, ages: { median, oldest: days.at(-1) ?? 0 } };
}

/** Late first, the longest first; then what is soon, the nearest first. */
export function inTurn(rows: readonly Red[]): readonly Red[] {
  return rows.toSorted((a, b) =>
    a.state === b.state ? (a.state === "late" ? b.days - a.days : a.days - b.days) : a.state === "late" ? -1 : 1,
  );
}

/** After so many days in red those who lead the organisation are told too (journeys.md 20). */
export const LEADERS_AFTER_DAYS = 14;
export function isForLeaders({ state, days }: Pick<Red, "state" | "days">): boolean {
  return state === "late" && days >= LEADERS_AFTER_DAYS;
}
