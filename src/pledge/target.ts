// How much, how often: what a promise of eight checks a year means in numbers, and what of it is due in a part of a year (domain.md 1.8, 11.4).
import { z } from "zod";
import { countField } from "../ground/count.ts";
import { schoolTermsWithin } from "../ground/swedish-calendar.ts";
import { addDays, addMonths, dayField, daysBetween, type Day } from "../ground/time.ts";
import { readSeason, type Season, seasonWithin, type Stretch } from "./season.ts";

export const COMPARATORS = ["at-least", "exactly", "at-most"] as const;
/** Periods a number is promised for. There are two school terms a year, and what lies between them is none. */
export const PERIODS = ["total", "day", "week", "month", "quarter", "term", "year"] as const;
export type Per = (typeof PERIODS)[number];

/**
 * A measurable part of an activity. `value` is missing where a unit is named but no number was promised ("trafikkontroller").
 * `perEntity` multiplies: once a term *for each school*. `perText` holds a rhythm that is none of `PERIODS` ("helgfri torsdag").
 */
export const targetField = z.object({
  comparator: z.enum(COMPARATORS).exactOptional(),
  value: z.number().min(0).max(1e6).exactOptional(),
  unit: z.string().trim().min(1).max(120).exactOptional(),
  per: z.enum(PERIODS).exactOptional(),
  perText: z.string().trim().min(1).max(120).exactOptional(),
  perEntity: z
    .object({ name: z.string().trim().min(1).max(120), count: z.int().min(1).max(10_000).exactOptional() })
    .exactOptional(),
  places: z.array(z.string().trim().min(1).max(200)).max(50).exactOptional(),
  /** How the places are chosen, where they are not fixed: «där klagomål kommit in», «på VEST-mötena» (P9, P24). */
  placesBy: z.string().trim().min(1).max(300).exactOptional(),
  time: z.string().trim().min(1).max(120).exactOptional(),
});
export type Target = z.infer<typeof targetField>;

export const baselineField = z.object({
  value: countField,
  unit: z.string().trim().min(1).max(120),
  on: dayField.exactOptional(),
  source: z.string().trim().min(1).max(300),
});

/** Months from one day to another, both included: each calendar month counts by the share of its days, so that February is a whole month too. */
function monthsIn({ from, to }: Stretch): number {
  let months = 0;
  for (let first = `${from.slice(0, 7)}-01` as Day; first <= to; first = addMonths(first, 1)) {
    const next = addMonths(first, 1);
    const [start, end] = [from > first ? from : first, addDays(next, -1) < to ? addDays(next, -1) : to];
    months += (daysBetween(start, end) + 1) / daysBetween(first, next);
  }
  return months;
}

const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);
const daysIn = (parts: readonly Stretch[]) => sum(parts.map(({ from, to }) => daysBetween(from, to) + 1));

/** The share of a whole's days in season that lie within a time; nothing of a whole that has no such day. */
function shareOf(whole: Stretch, within: Stretch, season: Season | undefined): number {
  const from = whole.from > within.from ? whole.from : within.from;
  const to = whole.to < within.to ? whole.to : within.to;
  const days = daysIn(seasonWithin(season, whole.from, whole.to));
  return days === 0 ? 0 : daysIn(seasonWithin(season, from, to)) / days;
}

/**
 * How many of the periods fit within a time; a total is one period as long as the document's span. By the day, week, month and quarter only what lies in the season counts;
 * a year, a term and a total fall within the season whole.
 */
function periodsIn(per: Per, within: Stretch, span: Span): number {
  const season = readSeason(span.season);
  const inSeason = () => seasonWithin(season, within.from, within.to);
  switch (per) {
    case "day":
      return daysIn(inSeason());
    case "week":
      return daysIn(inSeason()) / 7;
    case "month":
      return sum(inSeason().map(monthsIn));
    case "quarter":
      return sum(inSeason().map(monthsIn)) / 3;
    case "term":
      return sum(schoolTermsWithin(within.from, within.to).map((term) => shareOf(term, within, season)));
    case "year":
      return season === undefined
        ? monthsIn(within) / 12
        : sum(yearsOf(within).map((year) => shareOf(year, within, season)));
    case "total":
      // A season that the document never meets says nothing of when.
      return shareOf(span, within, seasonWithin(season, span.from, span.to).length === 0 ? undefined : season);
  }
}

function yearsOf({ from, to }: Stretch): readonly Stretch[] {
  const first = Number(from.slice(0, 4));
  return Array.from({ length: Number(to.slice(0, 4)) - first + 1 }, (_none, place) => ({
    from: `${first + place}-01-01` as Day,
    to: `${first + place}-12-31` as Day,
  }));
}

/** The document's own days, and the time of year it is promised for, in the promise's words. */
export type Span = Stretch & {
  readonly season: string | undefined;
  /** The last day that was promised for the thing itself («senast den 31 oktober»). */
  readonly deadline?: Day | undefined;
};

/** What a target amounts to over a span of days, and whether a part of a period had to be counted as a part. */
export type Expected = { readonly count: number; readonly prorated: boolean };

/**
 * How many are expected from `from` to `to`, both days included, within the document's own span. Parts of a period count as parts, rounded to the
 * nearest whole in favour of those who promised. A total is spread evenly over the document's span, but one with a last day is owed on that day and whole: before it
 * nothing is behind. Undefined where nothing countable was promised.
 */
export function expectedBetween(target: Target, from: Day, to: Day, span: Span): Expected | undefined {
  const { value, per } = target;
  if (value === undefined || (per === undefined && target.perText !== undefined)) return undefined;
  const within = { from: from > span.from ? from : span.from, to: to < span.to ? to : span.to };
  if (within.to < within.from) return { count: 0, prorated: false };
  const times = value * (target.perEntity?.count ?? 1);
  const lastDay = lastDayOf(target, span);
  if (lastDay !== undefined)
    return { count: within.from <= lastDay && lastDay <= within.to ? times : 0, prorated: false };
  const periods = periodsIn(per ?? "total", within, span);
  const whole = Math.abs(periods - Math.round(periods)) < 1e-9;
  return whole
    ? { count: times * Math.round(periods), prorated: false }
    : { count: Math.round(times * periods - 1e-9), prorated: true };
}

/** The day within the document's span that a total is owed on; undefined for what comes back, and where no last day was promised. */
export function lastDayOf(target: Target | undefined, { from, to, deadline }: Span): Day | undefined {
  if (deadline === undefined || (target?.per ?? "total") !== "total") return undefined;
  if (deadline < from) return from;
  return deadline < to ? deadline : to;
}

/** Is the promise kept, as far as a number can tell? Undefined where no number was promised. */
export function isMet(target: Target, done: number, expected: number): boolean | undefined {
  if (target.value === undefined) return undefined;
  switch (target.comparator ?? "at-least") {
    case "at-least":
      return done >= expected;
    case "exactly":
      return done === expected;
    case "at-most":
      return done <= expected;
  }
}
