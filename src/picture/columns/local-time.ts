// What the Swedish clock said: minutes since 1970-01-01T00:00Z to hour of the week, day and month, and wall time back to minutes. Every change of the clock since 1900 has come on a whole UTC hour, so one
// byte an hour holds all there is to know; a question to Intl costs some microseconds, a look in the table one nanosecond.
import { addDays, type Day, daysBetween, swedishOffsetMinutes } from "../../ground/time.ts";

/** The minute of an event of which nobody knows when. */
export const UNDATED_MINUTE = -2_147_483_648;

/** The hour of the week of what has no time. */
export const NO_HOUR = 255;

export const HOURS_IN_WEEK = 168;

/** The years that the tables know. */
export const FIRST_YEAR = 1900;
export const LAST_YEAR = 2100;

/** Beyond the table's years there is winter time only. */
const WINTER_HOURS = 1;

export type WallKind = "once" | "missing" | "twice";

/** Days from 1970-01-01 to a day of the Gregorian calendar (month 1 … 12), which need not exist: the 31st of February is the 3rd of March, or the 2nd. */
export function dayNumber(year: number, month: number, day: number): number {
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  return (
    era * 146_097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719_468
  );
}

/** Days of a month (1 … 12). */
export function daysOfMonth(year: number, month: number): number {
  return dayNumber(month === 12 ? year + 1 : year, month === 12 ? 1 : month + 1, 1) - dayNumber(year, month, 1);
}

/** Months from January 1970 to the month of a day (days since 1970-01-01): 2024-03-01 is 650. */
export function monthIndex(day: number): number {
  const era = Math.floor((day + 719_468) / 146_097);
  const dayOfEra = day + 719_468 - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  // The year begins in March here, so that the leap day comes last.
  return (era * 400 + yearOfEra - 1970) * 12 + Math.floor((5 * dayOfYear + 2) / 153) + 2;
}

const FIRST_HOUR = dayNumber(FIRST_YEAR, 1, 1) * 24;
const FIRST_MINUTE = FIRST_HOUR * 60;
const HOURS = (dayNumber(LAST_YEAR + 1, 1, 1) - dayNumber(FIRST_YEAR, 1, 1)) * 24;

/** Bits of a wall hour's byte: the hours to take away to come to UTC, and whether the hour was skipped or came twice. */
const MISSING = 16;
const TWICE = 32;

type Tables = {
  /** By UTC hour since FIRST_HOUR. */
  readonly offsetHours: Uint8Array;
  readonly hourOfWeek: Uint8Array;
  /** By wall hour since FIRST_HOUR. */
  readonly wall: Uint8Array;
};

let made: Tables | undefined;

function tables(): Tables {
  made ??= tablesFrom(offsetsByHour());
  return made;
}

const offsetHoursAt = (hour: number): number => Math.round(swedishOffsetMinutes(hour * 3_600_000) / 60);

/** No stretch of one offset has been shorter than a month: asks once a month, and halves where two answers differ. */
function offsetsByHour(): Uint8Array {
  const offsets = new Uint8Array(HOURS);
  const last = FIRST_HOUR + HOURS;
  let from = FIRST_HOUR;
  let offset = offsetHoursAt(from);
  for (let next = from; next < last;) {
    const asked = next;
    next = Math.min(next + 28 * 24, last);
    const then = offsetHoursAt(next);
    if (then !== offset) {
      const change = changeBetween(asked, next, offset);
      offsets.fill(offset, from - FIRST_HOUR, change - FIRST_HOUR);
      [from, offset] = [change, then];
    }
  }
  return offsets.fill(offset, from - FIRST_HOUR);
}

/** The first hour whose offset is no longer `before`. */
function changeBetween(low: number, high: number, before: number): number {
  let [still, changed] = [low, high];
  while (changed - still > 1) {
    const middle = (still + changed) >> 1;
    if (offsetHoursAt(middle) === before) still = middle;
    else changed = middle;
  }
  return changed;
}

function tablesFrom(offsetHours: Uint8Array): Tables {
  const hourOfWeek = new Uint8Array(HOURS);
  const wall = new Uint8Array(HOURS).fill(MISSING);
  let week = weekHour(FIRST_HOUR);
  for (let hour = 0; hour < HOURS; hour++) {
    const offset = offsetHours[hour]!;
    hourOfWeek[hour] = (week + offset) % HOURS_IN_WEEK;
    week = week === HOURS_IN_WEEK - 1 ? 0 : week + 1;
    if (hour + offset < HOURS)
      wall[hour + offset] = wall[hour + offset] === MISSING ? offset : wall[hour + offset]! | TWICE;
  }
  // A skipped hour is read by the clock that was about to be changed: it becomes the hour after.
  for (let hour = 0; hour < HOURS; hour++)
    if (wall[hour] === MISSING) wall[hour] = MISSING | (hour === 0 ? WINTER_HOURS : wall[hour - 1]! & 15);
  return { offsetHours, hourOfWeek, wall };
}

/** 1970-01-01 was a Thursday. */
const weekHour = (wallHour: number): number => {
  const hour = (wallHour + 72) % HOURS_IN_WEEK;
  return hour < 0 ? hour + HOURS_IN_WEEK : hour;
};

/** Minutes the Swedish clock is ahead of UTC at a minute since 1970-01-01T00:00Z. Before 1900 and after 2100: winter time. */
export function offsetMinutes(minute: number): number {
  const hour = Math.floor((minute - FIRST_MINUTE) / 60);
  return 60 * (hour >= 0 && hour < HOURS ? tables().offsetHours[hour]! : WINTER_HOURS);
}

/** The hour of the week on the Swedish clock, Monday 00 = 0 … Sunday 23 = 167; NO_HOUR for UNDATED_MINUTE. */
export function hourOfWeek(minute: number): number {
  return minute === UNDATED_MINUTE ? NO_HOUR : weekHour(Math.floor((minute + offsetMinutes(minute)) / 60));
}

/** The Swedish day, as days since 1970-01-01, of a minute. */
export function localDay(minute: number): number {
  return Math.floor((minute + offsetMinutes(minute)) / 1440);
}

/** Hours of the week of many minutes: `hourOfWeek` of each, into `out`. */
export function hourOfWeekOf(minutes: Int32Array, out: Uint8Array): void {
  const table = tables().hourOfWeek;
  const count = minutes.length;
  for (let i = 0; i < count; i++) {
    // What lies before the table wraps round to beyond it.
    const hour = (((minutes[i]! - FIRST_MINUTE) >>> 0) / 60) >>> 0;
    out[i] = hour < HOURS ? table[hour]! : hourOfWeek(minutes[i]!);
  }
}

/** Swedish days of many minutes, as days since 1970-01-01, into `out`; what is undated stays UNDATED_MINUTE. */
export function localDayOf(minutes: Int32Array, out: Int32Array): void {
  const { offsetHours } = tables();
  const count = minutes.length;
  for (let i = 0; i < count; i++) {
    const minute = minutes[i]!;
    const hour = (((minute - FIRST_MINUTE) >>> 0) / 60) >>> 0;
    if (hour < HOURS) out[i] = (((hour + offsetHours[hour]!) / 24) | 0) + FIRST_HOUR / 24;
    else out[i] = minute === UNDATED_MINUTE ? UNDATED_MINUTE : localDay(minute);
  }
}

/** Whether a wall time, in minutes since 1970-01-01 00:00 on the Swedish clock, came once, was skipped by summer time's beginning, or came twice at its end. */
export function wallKind(wallMinute: number): WallKind {
  const byte = wallByte(wallMinute);
  return byte & MISSING ? "missing" : byte & TWICE ? "twice" : "once";
}

/**
 * Swedish wall time (minutes since 1970-01-01 00:00 on that clock) to minutes since 1970-01-01T00:00Z. A time that came twice is the first of the two; one that was skipped
 * is the hour after: what `fromSwedishClock` says, fast.
 */
export function minuteOfWall(wallMinute: number): number {
  return wallMinute - (wallByte(wallMinute) & 15) * 60;
}

function wallByte(wallMinute: number): number {
  const hour = Math.floor((wallMinute - FIRST_MINUTE) / 60);
  return hour >= 0 && hour < HOURS ? tables().wall[hour]! : WINTER_HOURS;
}

const FIRST_DAY = "1970-01-01" as Day;

/** "2024-03-01" of days since 1970-01-01. */
export function dayWritten(day: number): Day {
  return addDays(FIRST_DAY, day);
}

/** Days since 1970-01-01 of "2024-03-01". */
export function dayCounted(day: Day): number {
  return daysBetween(FIRST_DAY, day);
}
