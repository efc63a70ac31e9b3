// How much, how often: what a promise of eight checks a year means in numbers, and what of it is due in a part of a year (domain.md 1.8, 11.4).
import { z } from "zod";
import { countField } from "../ground/count.ts";
import { addDays, addMonths, dayField, daysBetween, type Day } from "../ground/time.ts";

export const COMPARATORS = ["at-least", "exactly", "at-most"] as const;
/** Periods a number is promised for. A school term is half a year: two a year (skollagen). */
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

const MONTHS: Readonly<Partial<Record<Per, number>>> = { month: 1, quarter: 3, term: 6, year: 12 };

/** Months from one day to another, both included: each calendar month counts by the share of its days, so that February is a whole month too. */
function monthsIn(from: Day, to: Day): number {
  let months = 0;
  for (let first = `${from.slice(0, 7)}-01` as Day; first <= to; first = addMonths(first, 1)) {
    const next = addMonths(first, 1);
    const [start, end] = [from > first ? from : first, addDays(next, -1) < to ? addDays(next, -1) : to];
    months += (daysBetween(start, end) + 1) / daysBetween(first, next);
  }
  return months;
}

/** How many of the periods fit between two days, both included; a total is one period as long as the document's span. */
function periodsIn(per: Per, from: Day, to: Day, span: { readonly from: Day; readonly to: Day }): number {
  const days = daysBetween(from, to) + 1;
  if (per === "total") return days / (daysBetween(span.from, span.to) + 1);
  if (per === "day" || per === "week") return per === "day" ? days : days / 7;
  return monthsIn(from, to) / (MONTHS[per] ?? 1);
}

/** What a target amounts to over a span of days, and whether a part of a period had to be counted as a part. */
export type Expected = { readonly count: number; readonly prorated: boolean };

/**
 * How many are expected from `from` to `to`, both days included, within the document's own span. Parts of a period count as parts, rounded to the
 * nearest whole in favour of those who promised. A total is spread evenly over the document's span. Undefined where nothing countable was promised.
 */
export function expectedBetween(
  target: Target,
  from: Day,
  to: Day,
  span: { readonly from: Day; readonly to: Day },
): Expected | undefined {
  const { value, per } = target;
  if (value === undefined || (per === undefined && target.perText !== undefined)) return undefined;
  const [start, end] = [from > span.from ? from : span.from, to < span.to ? to : span.to];
  if (end < start) return { count: 0, prorated: false };
  const times = value * (target.perEntity?.count ?? 1);
  const periods = periodsIn(per ?? "total", start, end, span);
  const whole = Math.abs(periods - Math.round(periods)) < 1e-9;
  return whole
    ? { count: times * Math.round(periods), prorated: false }
    : { count: Math.round(times * periods - 1e-9), prorated: true };
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
