// The days by which something is to be done, as a calendar has them: where they come at a steady pace one day that comes again, else each by itself.
import type { Repeats } from "../../ground/icalendar.ts";
import { addDays, addMonths, type Day, monthsBetween, weekdayOf } from "../../ground/time.ts";
import { expectedBetween, type Per } from "../../pledge/target.ts";
import { doneWithin, periodsOf, type Promised, towardTarget } from "../month.ts";
import type { Occasion } from "../occasion.ts";

/** The first of days that come again, or a day by itself. */
export type Due = { readonly on: Day; readonly repeats?: Repeats };

type Pace = Pick<Repeats, "every" | "interval">;
/** How the last days of periods follow each other; terms and wholes follow no pace that a calendar knows. Weeks are taken together by month (month.ts). */
const PACES: Readonly<Partial<Record<Per, Pace>>> = {
  day: { every: "month-end", interval: 1 },
  week: { every: "last-sunday", interval: 1 },
  month: { every: "month-end", interval: 1 },
  quarter: { every: "month-end", interval: 3 },
  year: { every: "month-end", interval: 12 },
};

/** The last days of the periods that something is promised in, without those in which it is done. None of «högst två», and none where no number was promised. */
export function openDays(promised: Promised, occasions: readonly Occasion[]): readonly Day[] {
  const { target } = promised;
  if (target === undefined || target.comparator === "at-most") return [];
  const standing = towardTarget(promised, occasions);
  return periodsOf(promised)
    .filter((period) => {
      const due = expectedBetween(target, period.from, period.to, promised)?.count ?? 0;
      return due > 0 && doneWithin(standing, period).value < due;
    })
    .map(({ to }) => to);
}

/** The same days as few entries as they can be. */
export function duesOf(promised: Promised, occasions: readonly Occasion[]): readonly Due[] {
  const days = openDays(promised, occasions);
  const pace = PACES[promised.target?.per ?? "total"];
  if (pace === undefined) return days.map((on) => ({ on }));
  const dues: Due[] = [];
  let run: Day[] = [];
  for (const day of days) {
    const before = run.at(-1);
    if (before !== undefined && isLater(before, day, pace)) run.push(day);
    else {
      dues.push(...entryOf(run, pace));
      run = [day];
    }
  }
  return [...dues, ...entryOf(run, pace)];
}

function entryOf(run: readonly Day[], pace: Pace): readonly Due[] {
  const [first, ...rest] = run;
  if (first === undefined) return [];
  const until = rest.at(-1);
  if (until === undefined) return [{ on: first }];
  return [
    { on: first, repeats: { ...pace, until, except: between(first, until, pace).filter((day) => !run.includes(day)) } },
  ];
}

/** Whether one day is of the same pace as an earlier one, however many have been done between them. */
function isLater(before: Day, day: Day, pace: Pace): boolean {
  return (
    isAt(before, pace) &&
    isAt(day, pace) &&
    monthsBetween(monthOfFirst(before), monthOfFirst(day)) % pace.interval === 0
  );
}

function between(first: Day, last: Day, { every, interval }: Pace): readonly Day[] {
  const days: Day[] = [];
  for (let month = monthOfFirst(first); month <= last; month = addMonths(month, interval))
    days.push(dayIn(month, every));
  return days;
}

const monthOfFirst = (day: Day) => `${day.slice(0, 7)}-01` as Day;
const isAt = (day: Day, { every }: Pace) => day === dayIn(monthOfFirst(day), every);

function dayIn(firstOfMonth: Day, every: Pace["every"]): Day {
  const last = addDays(addMonths(firstOfMonth, 1), -1);
  return every === "last-sunday" ? addDays(last, -(weekdayOf(last) % 7)) : last;
}

/** Each day that an entry stands for, within a time. */
export function daysOf({ on, repeats }: Due, from: Day, to: Day): readonly Day[] {
  const days =
    repeats === undefined
      ? [on]
      : repeats.every === "year"
        ? yearly(on, repeats, to)
        : between(on, repeats.until ?? to, repeats);
  const left = new Set(repeats?.except);
  return days.filter((day) => day >= from && day <= to && !left.has(day));
}

function yearly(on: Day, { interval }: Repeats, to: Day): readonly Day[] {
  const days: Day[] = [];
  for (let day = on; day <= to; day = addMonths(day, 12 * interval)) days.push(day);
  return days;
}
