import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { done, promised as promisedFrom } from "../../test/occasions.ts";
import { addDays, type Day, type Month } from "../ground/time.ts";
import { PERIODS } from "../pledge/target.ts";
import { periodIn, periodOf, periodsOf, progressOf, type Promised } from "./month.ts";

const promised = (target: Promised["target"], season?: string) => promisedFrom(target, season, "2025-05-15");
const promisedBy = promisedFrom({ value: 14, per: "total" }, "sommar", "2025-05-15", "2026-10-31");

describe("my month", () => {
  test.each<[string, Promised, string, string, string]>([
    ["a quarter", promised({ value: 2, per: "quarter" }), "2026-11-24", "2026-10-01", "2026-12-31"],
    ["a spring term", promised({ value: 1, per: "term" }), "2026-03-02", "2026-01-09", "2026-06-10"],
    ["in the summer the term to come", promised({ value: 1, per: "term" }), "2026-07-15", "2026-08-18", "2026-12-19"],
    ["at Christmas as well", promised({ value: 1, per: "term" }), "2026-12-24", "2027-01-09", "2027-06-10"],
    ["after the last term that one", promised({ value: 1, per: "term" }), "2027-12-24", "2027-08-18", "2027-12-19"],
    [
      "weeks by the month of their Sundays",
      promised({ value: 2, per: "week" }),
      "2026-11-24",
      "2026-10-26",
      "2026-11-29",
    ],
    [
      "so that a Monday may be the next month's",
      promised({ value: 2, per: "week" }),
      "2026-11-30",
      "2026-11-30",
      "2026-12-27",
    ],
    [
      "a year that the document begins in",
      promised({ value: 8, per: "year" }),
      "2025-06-01",
      "2025-05-15",
      "2025-12-31",
    ],
    [
      "a year's season",
      promised({ value: 4, per: "year" }, "oktober–november"),
      "2026-03-02",
      "2026-10-01",
      "2026-11-30",
    ],
    [
      "a month out of season is the season's first",
      promised({ value: 4, per: "month" }, "sommar"),
      "2026-11-24",
      "2027-06-01",
      "2027-06-30",
    ],
    ["in all", promised({ value: 8, per: "total" }), "2026-03-02", "2025-05-15", "2027-12-31"],
    ["in all, by a last day", promisedBy, "2026-03-02", "2025-05-15", "2026-10-31"],
    ["after its last day, what is left of the promise", promisedBy, "2026-11-01", "2026-11-01", "2027-12-31"],
    ["nothing countable", promised(undefined), "2026-03-02", "2025-05-15", "2027-12-31"],
  ])("%s is shown over its own period", (_name, activity, today, from, to) =>
    expect(periodOf(activity, today as Day)).toEqual({ from, to }),
  );

  test.each<[string, string, string, string]>([
    ["a month that was, by what ended in it", "2026-06", "2026-01-09", "2026-06-10"],
    ["a month within a term", "2026-03", "2026-01-09", "2026-06-10"],
    ["this month, by today", "2026-12", "2027-01-09", "2027-06-10"],
    ["the summer, by what comes", "2026-07", "2026-08-18", "2026-12-19"],
  ])("another month's page: %s", (_name, month, from, to) =>
    expect(periodIn(promised({ value: 1, per: "term" }), month as Month, "2026-12-22" as Day)).toEqual({ from, to }),
  );

  test("a promise too short to meet a term is shown over its own days", () => {
    const short = { ...promised({ value: 1, per: "term" }), from: "2026-06-15" as Day, to: "2026-07-15" as Day };
    expect(periodsOf(short)).toEqual([{ from: "2026-06-15", to: "2026-07-15" }]);
    expect(progressOf(short, [], "2026-07-01" as Day)).toMatchObject({ expected: 0, left: 0 });
  });

  test("periods follow each other within the promise, and come to all of it", () => {
    const per = fc.constantFrom(...PERIODS);
    const season = fc.constantFrom(undefined, "vinter", "oktober–november", "läsåret");
    fc.assert(
      fc.property(per, season, fc.nat(700), fc.nat(700), (per, season, start, days) => {
        const from = addDays("2025-01-01" as Day, start);
        const activity = { ...promised({ value: 6, per }, season), from, to: addDays(from, days) };
        const periods = periodsOf(activity);
        expect(periods[0]!.from >= from && periods.at(-1)!.to <= activity.to).toBe(true);
        expect(periods.every((one, place) => place === 0 || one.from > periods[place - 1]!.to)).toBe(true);
        const dues = periods.map((period) => progressOf(activity, [], from, period));
        const lost = dues.filter(({ prorated }) => prorated).length;
        const inAll = dues.reduce((sum, { expected }) => sum + expected!, 0);
        expect(Math.abs(inAll - dues[0]!.expectedInAll!)).toBeLessThanOrEqual(lost);
      }),
    );
  });

  test("of at most two nothing is left to do", () => {
    expect(
      progressOf(promised({ value: 2, per: "quarter", comparator: "at-most" }), [], "2026-11-24" as Day),
    ).toMatchObject({
      expected: 2,
      left: 0,
    });
  });

  test("one of two in the quarter leaves one", () => {
    const progress = progressOf(
      promised({ value: 2, per: "quarter" }),
      [done("2026-10-07", 1), done("2026-09-30", 5)],
      "2026-11-24" as Day,
    );
    expect(progress).toMatchObject({ expected: 2, left: 1, done: { value: 1 } });
  });

  test("what was done beside the promise is not counted against it", () => {
    expect(
      progressOf(promised({ value: 2, per: "quarter" }), [done("2026-10-07", 9, false)], "2026-11-24" as Day).done
        .value,
    ).toBe(0);
  });

  test.each<[string, string, { expectedByNow: number; expected: number; left: number }]>([
    ["before its last day nothing is behind", "2026-10-30", { expectedByNow: 0, expected: 14, left: 10 }],
    ["on its last day it is owed whole", "2026-10-31", { expectedByNow: 14, expected: 14, left: 10 }],
    ["after it no later time owes it again", "2026-11-01", { expectedByNow: 14, expected: 0, left: 0 }],
  ])("what has a last day: %s", (_sentence, today, expected) =>
    expect(progressOf(promisedBy, [done("2026-06-01", 4)], today as Day)).toMatchObject(expected),
  );

  test("part of a first year is prorated and says so", () => {
    const progress = progressOf(promised({ value: 12, per: "year" }), [], "2025-06-01" as Day);
    expect(progress).toMatchObject({ prorated: true });
    expect(progress.expected).toBeLessThan(12);
  });

  test("what is left and what is done never miss what is due", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(5), { maxLength: 12 }), (values) => {
        const progress = progressOf(
          promised({ value: 8, per: "year" }),
          values.map((value, place) => done(`2026-${String(place + 1).padStart(2, "0")}-10`, value)),
          "2026-11-24" as Day,
        );
        expect(progress.left + Math.min(progress.done.value, progress.expected!)).toBe(progress.expected);
      }),
    );
  });
});
