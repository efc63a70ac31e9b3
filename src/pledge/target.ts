// How much, how often: what a promise of eight checks a year means in numbers, and what of it is due in a part of a year (domain.md 1.8, 11.4).
import { z } from "zod";
import { countField } from "../ground/count.ts";
import { dayField, daysBetween, type Day } from "../ground/time.ts";

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
  time: z.string().trim().min(1).max(120).exactOptional(),
});
export type Target = z.infer<typeof targetField>;

export const baselineField = z.object({
  value: countField,
  unit: z.string().trim().min(1).max(120),
  on: dayField.exactOptional(),
  source: z.string().trim().min(1).max(300),
});
export type Baseline = z.infer<typeof baselineField>;

/** Mean days of each period over the 400-year cycle of the calendar (146 097 days). */
const DAYS: Readonly<Record<Exclude<Per, "total">, number>> = {
  day: 1,
  week: 7,
  month: 30.436875,
  quarter: 91.310625,
  term: 182.62125,
  year: 365.2425,
};

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
  const days = daysBetween(start, end) + 1;
  if (days <= 0) return { count: 0, prorated: false };
  const times = value * (target.perEntity?.count ?? 1);
  const length = per === undefined || per === "total" ? daysBetween(span.from, span.to) + 1 : DAYS[per];
  const periods = days / length;
  // A year of 365 or 366 days is one year, and a month of 28 to 31 one month: the calendar is not a fraction.
  const whole = Math.abs(periods - Math.round(periods)) < 1.6 / length + 1e-9 ? Math.round(periods) : undefined;
  return whole !== undefined
    ? { count: times * whole, prorated: false }
    : { count: Math.floor(times * periods + 0.5 - 1e-9), prorated: true };
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
