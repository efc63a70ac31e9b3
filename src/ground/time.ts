import { z } from "zod";

/** A moment in UTC, ISO 8601 with Z and milliseconds: "2022-04-21T12:07:00.000Z". Sorts as text. */
export type Instant = string & { readonly __instant: true };

/** A calendar day in Sweden, "2022-04-21". Sorts as text. */
export type Day = string & { readonly __day: true };

/** A calendar month in Sweden, "2022-04". */
export type Month = string & { readonly __month: true };

/** The clock of the law, of the meetings and of the people. */
export const SWEDISH_TIME = "Europe/Stockholm";

/** ISO weekday, Monday 1 … Sunday 7. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** When something happened, as precisely as somebody knows and no more. */
export type When =
  | { readonly kind: "instant"; readonly at: Instant }
  | { readonly kind: "interval"; readonly from: Instant; readonly to: Instant }
  | {
      readonly kind: "recurring";
      readonly weekdays: readonly Weekday[];
      readonly fromHour: number;
      readonly toHour: number;
      readonly note?: string;
    }
  | { readonly kind: "unknown" };

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;
/** There is no year 0, and a database has none. */
const DAY = /^(?!0000)\d{4}-\d{2}-\d{2}$/;

/** Reads an instant; undefined for anything that is not a real moment. Accepts any ISO 8601 with an offset. */
export function readInstant(text: string): Instant | undefined {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/.test(text)) return undefined;
  const milliseconds = Date.parse(text);
  return Number.isNaN(milliseconds) ? undefined : instantOf(milliseconds);
}

export function instantOf(milliseconds: number): Instant {
  return new Date(milliseconds).toISOString() as Instant;
}

export function millisecondsOf(at: Instant): number {
  return Date.parse(at);
}

/** Reads a day that exists in the calendar ("2023-02-29" does not). */
export function readDay(text: string): Day | undefined {
  if (!DAY.test(text)) return undefined;
  const milliseconds = Date.parse(`${text}T00:00:00.000Z`);
  if (Number.isNaN(milliseconds)) return undefined;
  return new Date(milliseconds).toISOString().slice(0, 10) === text ? (text as Day) : undefined;
}

const swedishParts = new Intl.DateTimeFormat("sv-SE", {
  timeZone: SWEDISH_TIME,
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
  hour: "2-digit",
  minute: "2-digit",
  second: "2-digit",
  hourCycle: "h23",
});

/** Swedish wall-clock parts of an instant, daylight saving included. */
export function swedishClock(at: Instant): { day: Day; hour: number; minute: number; weekday: Weekday } {
  const parts: Record<string, string> = {};
  for (const part of swedishParts.formatToParts(new Date(at))) parts[part.type] = part.value;
  const day = `${parts["year"]}-${parts["month"]}-${parts["day"]}` as Day;
  return { day, hour: Number(parts["hour"]), minute: Number(parts["minute"]), weekday: weekdayOf(day) };
}

/** How many minutes the Swedish clock is ahead of UTC at a moment in milliseconds since 1970: 60 in winter, 120 in summer. */
export function swedishOffsetMinutes(milliseconds: number): number {
  const parts: Record<string, number> = {};
  for (const part of swedishParts.formatToParts(milliseconds)) parts[part.type] = Number(part.value);
  const { year = 1970, month = 1, day = 1, hour = 0, minute = 0 } = parts;
  return Math.round(Date.UTC(year, month - 1, day, hour, minute) / 60_000 - Math.floor(milliseconds / 60_000));
}

export function dayOf(at: Instant): Day {
  return swedishClock(at).day;
}

export function monthOf(day: Day): Month {
  return day.slice(0, 7) as Month;
}

export function weekdayOf(day: Day): Weekday {
  return (((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7) + 1) as Weekday;
}

export function addDays(day: Day, days: number): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10) as Day;
}

/** Whole days from the first to the second, negative when the second comes before. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

/** Whole months from the first day to the second; negative when the second comes before. */
export function monthsBetween(from: Day, to: Day): number {
  if (to < from) return 0 - monthsBetween(to, from);
  const months =
    (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(to.slice(5, 7)) - Number(from.slice(5, 7));
  return addMonths(from, months) > to ? months - 1 : months;
}

/** The day some months later; the last of the month where the day does not exist (31 January + 1 = 28 February). */
export function addMonths(day: Day, months: number): Day {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  const first = new Date(Date.UTC(year, month - 1 + months, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  first.setUTCDate(Math.min(date, last));
  return first.toISOString().slice(0, 10) as Day;
}

/**
 * The instant of a Swedish wall-clock time. In the hour that autumn repeats the first (summer time) is meant;
 * in the hour that spring skips the clock has been moved forward an hour.
 */
export function fromSwedishClock(day: Day, hour: number, minute = 0, second = 0): Instant {
  const wall = Date.parse(`${day}T00:00:00Z`) + ((hour * 60 + minute) * 60 + second) * 1000;
  for (const offsetHours of [2, 1]) {
    const candidate = instantOf(wall - offsetHours * 3_600_000);
    const clock = swedishClock(candidate);
    if (clock.day === dayOfUtc(wall) && clock.hour === hour && clock.minute === minute) return candidate;
  }
  return instantOf(wall - 3_600_000);
}

function dayOfUtc(milliseconds: number): Day {
  return new Date(milliseconds).toISOString().slice(0, 10) as Day;
}

export const instantField = z
  .string()
  .regex(INSTANT, "not-an-instant")
  .refine((text) => readInstant(text) === text, "not-an-instant")
  .transform((text) => text as Instant);

export const dayField = z
  .string()
  .refine((text) => readDay(text) !== undefined, "not-a-day")
  .transform((text) => text as Day);

const weekdayField = z.union([
  z.literal(1),
  z.literal(2),
  z.literal(3),
  z.literal(4),
  z.literal(5),
  z.literal(6),
  z.literal(7),
]);

export const whenField = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("instant"), at: instantField }),
  z.object({ kind: z.literal("interval"), from: instantField, to: instantField }),
  z.object({
    kind: z.literal("recurring"),
    weekdays: z.array(weekdayField).readonly(),
    fromHour: z.int().min(0).max(23),
    toHour: z.int().min(1).max(24),
    note: z.string().max(200).exactOptional(),
  }),
  z.object({ kind: z.literal("unknown") }),
]);
