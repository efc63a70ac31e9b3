import fc from "fast-check";
import ICAL from "ical.js";
import { rrulestr } from "rrule";
import { convertIcsCalendar } from "ts-ics";
import { describe, expect, test } from "vitest";
import { done, promised } from "../../../test/occasions.ts";
import { icalendarOf } from "../../ground/icalendar.ts";
import { addDays, type Day, type Instant } from "../../ground/time.ts";
import { PERIODS } from "../../pledge/target.ts";
import type { Promised } from "../month.ts";
import { type Due, daysOf, duesOf, openDays } from "./dues.ts";

const day = (text: string) => text as Day;
/** The file as others read it: every day of every event, in order. */
const fileOf = (dues: readonly Due[]) =>
  new TextDecoder().decode(
    icalendarOf(
      dues.map(({ on, repeats }) => ({
        uid: `${on}@samsyn`,
        when: { kind: "days", from: on, to: on },
        ...(repeats === undefined ? {} : { repeats }),
        title: "Sista dag",
        place: "",
        about: "",
        sequence: 0,
      })),
      "2026-01-01T00:00:00.000Z" as Instant,
    ),
  );
const inIcalJs = (file: string) =>
  new ICAL.Component(ICAL.parse(file) as string).getAllSubcomponents("vevent").flatMap((one) => {
    const event = new ICAL.Event(one);
    if (!event.isRecurring()) return [event.startDate.toString()];
    const days: string[] = [];
    const each = event.iterator();
    for (let next = each.next(); next; next = each.next()) days.push(next.toString());
    return days;
  });
/** Read by one and reckoned by another: the parser's own reckoning takes the last of a month wrong. */
const inOthers = (file: string) =>
  (convertIcsCalendar(undefined, file).events ?? []).flatMap(({ start, recurrenceRule, exceptionDates = [] }) => {
    if (recurrenceRule === undefined) return [dayIn(start.date)];
    const rule = /RRULE:(.*)/.exec(file.split(`UID:${dayIn(start.date)}@`)[1]!)![0];
    const left = new Set(exceptionDates.map(({ date }) => dayIn(date)));
    return rrulestr(rule, { dtstart: start.date })
      .all()
      .map(dayIn)
      .filter((on) => !left.has(on));
  });
const dayIn = (date: Date) => date.toISOString().slice(0, 10);
const sorted = (days: readonly string[]) => days.toSorted();

describe("last days in a calendar", () => {
  test.each<[string, Promised["target"], string | undefined, Due[]]>([
    [
      "two a quarter is one day that comes again",
      { value: 2, per: "quarter" },
      undefined,
      [{ on: day("2026-03-31"), repeats: { every: "month-end", interval: 3, until: day("2027-12-31"), except: [] } }],
    ],
    [
      "so is one a year",
      { value: 8, per: "year" },
      undefined,
      [{ on: day("2026-12-31"), repeats: { every: "month-end", interval: 12, until: day("2027-12-31"), except: [] } }],
    ],
    [
      "weeks end on the last Sunday of a month, and where the promise ends",
      { value: 2, per: "week" },
      undefined,
      [
        { on: day("2026-01-25"), repeats: { every: "last-sunday", interval: 1, until: day("2027-12-26"), except: [] } },
        { on: day("2027-12-31") },
      ],
    ],
    [
      "a term is a day by itself",
      { value: 1, per: "term" },
      undefined,
      [{ on: day("2026-06-10") }, { on: day("2026-12-19") }, { on: day("2027-06-10") }, { on: day("2027-12-19") }],
    ],
    ["as is all of a promise", { value: 40 }, undefined, [{ on: day("2027-12-31") }]],
    ["no number, no day", { unit: "vandringar" }, undefined, []],
    ["of at most two nothing is ever due", { comparator: "at-most", value: 2, per: "month" }, undefined, []],
  ])("%s", (_said, target, season, dues) => {
    expect(duesOf(promised(target, season), [])).toEqual(dues);
  });

  test("what was promised by a day stands on that day", () =>
    expect(duesOf(promised({ value: 14 }, undefined, "2026-01-01", "2026-10-31"), [])).toEqual([{ on: "2026-10-31" }]));

  test("what is done leaves the calendar: in the middle by name, at the ends altogether", () => {
    const monthly = promised({ value: 1, per: "month" });
    const log = [done("2026-01-10"), done("2026-02-03"), done("2026-05-05"), done("2027-12-01")];
    expect(duesOf(monthly, log)).toEqual([
      {
        on: "2026-03-31",
        repeats: { every: "month-end", interval: 1, until: "2027-11-30", except: ["2026-05-31"] },
      },
    ]);
    expect(duesOf(promised({ value: 4 }), [done("2026-02-03", 4)])).toEqual([]);
  });

  test("in others' calendars the days are those that are open, whatever was promised and done", () => {
    const target = fc.record({ value: fc.integer({ min: 1, max: 3 }), per: fc.constantFrom(...PERIODS) });
    const from = fc.integer({ min: 0, max: 700 }).map((days) => addDays(day("2025-01-01"), days));
    const log = fc.array(
      fc.integer({ min: 0, max: 1200 }).map((days) => addDays(day("2025-01-01"), days)),
      { maxLength: 20 },
    );
    fc.assert(
      fc.property(target, from, fc.integer({ min: 1, max: 900 }), log, (given, start, length, days) => {
        const one = { ...promised(given), from: start, to: addDays(start, length) };
        const occasions = days.map((on, place) => ({ ...done(on), id: String(place) }));
        const [open, dues] = [openDays(one, occasions), duesOf(one, occasions)];
        const file = fileOf(dues);
        expect(sorted(inIcalJs(file))).toEqual(open);
        expect(sorted(inOthers(file))).toEqual(open);
        expect(sorted(dues.flatMap((due) => daysOf(due, start, one.to)))).toEqual(open);
      }),
      { numRuns: 60 },
    );
  });

  test("what comes back every year goes on, without the years it is done in", () => {
    const due: Due = { on: day("2026-02-01"), repeats: { every: "year", interval: 1, except: [day("2026-02-01")] } };
    expect(daysOf(due, day("2026-01-01"), day("2028-12-31"))).toEqual(["2027-02-01", "2028-02-01"]);
    expect(fileOf([due])).toContain("RRULE:FREQ=YEARLY;INTERVAL=1\r\nEXDATE;VALUE=DATE:20260201\r\n");
  });
});
