import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  addDays,
  type Day,
  daysBetween,
  fromSwedishClock,
  instantOf,
  millisecondsOf,
  swedishClock,
} from "../../ground/time.ts";
import {
  dayNumber,
  daysOfMonth,
  hourOfWeek,
  hourOfWeekOf,
  localDay,
  localDayOf,
  minuteOfWall,
  monthIndex,
  NO_HOUR,
  UNDATED_MINUTE,
  wallKind,
} from "./local-time.ts";

const EPOCH = "1970-01-01" as Day;
const minuteAt = (instant: string) => Date.parse(instant) / 60_000;
const wallAt = (text: string) => Date.parse(`${text}Z`) / 60_000;
const aMinute = fc.integer({ min: minuteAt("1980-01-01T00:00Z"), max: minuteAt("2040-12-31T00:00Z") });

describe("hours of the week", () => {
  test.each([
    ["a Monday at midnight in winter", "2025-01-05T23:00Z", 0],
    ["the minute before is Sunday's last hour", "2025-01-05T22:59Z", 167],
    ["before the spring change", "2025-03-30T00:59Z", 6 * 24 + 1],
    ["after it", "2025-03-30T01:00Z", 6 * 24 + 3],
    ["the autumn hour, first time", "2025-10-26T00:30Z", 6 * 24 + 2],
    ["the autumn hour, second time", "2025-10-26T01:30Z", 6 * 24 + 2],
    ["summer 1980, the first", "1980-07-01T10:00Z", 24 + 12],
    ["summer 1979, without summer time", "1979-07-01T10:00Z", 6 * 24 + 11],
    ["the summer of 1916, which had it", "1916-07-03T10:00Z", 12],
    ["before 1970", "1969-12-31T22:30Z", 2 * 24 + 23],
    ["before the table", "1850-01-07T05:00Z", 6],
    ["after the table", "2150-07-06T05:00Z", 6],
  ])("%s", (_, instant, expected) => {
    const out = new Uint8Array(1);
    hourOfWeekOf(Int32Array.of(minuteAt(instant)), out);
    expect([hourOfWeek(minuteAt(instant)), out[0]]).toEqual([expected, expected]);
  });

  test("what is undated has none", () => {
    const [hours, days] = [new Uint8Array(2), new Int32Array(2)];
    hourOfWeekOf(Int32Array.of(UNDATED_MINUTE, 0), hours);
    localDayOf(Int32Array.of(UNDATED_MINUTE, 0), days);
    expect([...hours, ...days]).toEqual([NO_HOUR, 73, UNDATED_MINUTE, 0]);
  });

  test("are what Intl says, and so are days and months", () => {
    fc.assert(
      fc.property(aMinute, (minute) => {
        const { day, hour, weekday } = swedishClock(instantOf(minute * 60_000));
        const [hours, days] = [new Uint8Array(1), new Int32Array(1)];
        hourOfWeekOf(Int32Array.of(minute), hours);
        localDayOf(Int32Array.of(minute), days);
        const [year = 0, month = 0] = day.split("-").map(Number);
        expect([hours[0], days[0], localDay(minute), monthIndex(localDay(minute))]).toEqual([
          (weekday - 1) * 24 + hour,
          daysBetween(EPOCH, day),
          daysBetween(EPOCH, day),
          (year - 1970) * 12 + month - 1,
        ]);
      }),
      { seed: 1980, numRuns: 2000 },
    );
  });
});

describe("days", () => {
  test("are numbered as the calendar has them, leap years and centuries included", () => {
    fc.assert(
      fc.property(fc.integer({ min: -60_000, max: 60_000 }), (number) => {
        const [year = 0, month = 0, day = 0] = addDays(EPOCH, number).split("-").map(Number);
        expect([dayNumber(year, month, day), monthIndex(number)]).toEqual([number, (year - 1970) * 12 + month - 1]);
      }),
      { seed: 1970 },
    );
  });

  test.each([
    [2024, 2, 29],
    [1900, 2, 28],
    [2000, 2, 29],
    [2025, 12, 31],
    [2025, 4, 30],
  ])("%d-%d has %d", (year, month, days) => expect(daysOfMonth(year, month)).toBe(days));
});

describe("wall time", () => {
  test.each([
    ["an ordinary winter time", "2024-03-01T14:20", "once", "2024-03-01T13:20Z"],
    ["an ordinary summer time", "2024-07-01T14:20", "once", "2024-07-01T12:20Z"],
    ["the hour that spring skips is the hour after", "2025-03-30T02:30", "missing", "2025-03-30T01:30Z"],
    ["just before it", "2025-03-30T01:59", "once", "2025-03-30T00:59Z"],
    ["just after it", "2025-03-30T03:00", "once", "2025-03-30T01:00Z"],
    ["the hour that autumn repeats is the first", "2025-10-26T02:30", "twice", "2025-10-26T00:30Z"],
    ["just before it", "2025-10-26T01:59", "once", "2025-10-25T23:59Z"],
    ["just after it", "2025-10-26T03:00", "once", "2025-10-26T02:00Z"],
    ["the spring of 1981", "1981-03-29T02:30", "missing", "1981-03-29T01:30Z"],
    ["the autumn of 1995, a month earlier than now", "1995-09-24T02:30", "twice", "1995-09-24T00:30Z"],
  ])("%s", (_, wall, kind, instant) =>
    expect([wallKind(wallAt(wall)), minuteOfWall(wallAt(wall))]).toEqual([kind, minuteAt(instant)]),
  );

  test("is read as fromSwedishClock reads it", () => {
    fc.assert(
      fc.property(aMinute, (wall) => {
        const minuteOfDay = wall % 1440;
        const day = addDays(EPOCH, (wall - minuteOfDay) / 1440);
        const slow = fromSwedishClock(day, Math.floor(minuteOfDay / 60), minuteOfDay % 60);
        expect(minuteOfWall(wall)).toBe(millisecondsOf(slow) / 60_000);
      }),
      { seed: 1980, numRuns: 1000 },
    );
  });
});
