import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, type Day } from "../ground/time.ts";
import { expectedBetween, isMet, PERIODS, type Target } from "./target.ts";

const span = { from: "2025-01-01" as Day, to: "2027-12-31" as Day, season: undefined };
const day = (text: string) => text as Day;

describe("what is due", () => {
  test.each<[string, Target, string, string, { count: number; prorated: boolean } | undefined]>([
    [
      "eight a year over three years",
      { value: 8, per: "year" },
      "2025-01-01",
      "2027-12-31",
      { count: 24, prorated: false },
    ],
    ["eight in a year", { value: 8, per: "year" }, "2026-01-01", "2026-12-31", { count: 8, prorated: false }],
    [
      "two a quarter, one quarter",
      { value: 2, per: "quarter" },
      "2025-01-01",
      "2025-03-31",
      { count: 2, prorated: false },
    ],
    [
      "forty a month, one month",
      { value: 40, per: "month" },
      "2025-02-01",
      "2025-02-28",
      { count: 40, prorated: false },
    ],
    ["forty a month, a year", { value: 40, per: "month" }, "2025-01-01", "2025-12-31", { count: 480, prorated: false }],
    [
      "forty a month, half a month",
      { value: 40, per: "month" },
      "2025-01-01",
      "2025-01-15",
      { count: 19, prorated: true },
    ],
    [
      "once a term for each of three schools, a year",
      { value: 1, per: "term", perEntity: { name: "skola", count: 3 } },
      "2025-01-01",
      "2025-12-31",
      { count: 6, prorated: false },
    ],
    ["a term in the spring", { value: 2, per: "term" }, "2026-01-09", "2026-06-10", { count: 2, prorated: false }],
    [
      "and not one more over the summer",
      { value: 2, per: "term" },
      "2026-01-01",
      "2026-08-17",
      { count: 2, prorated: false },
    ],
    ["nothing between the terms", { value: 2, per: "term" }, "2026-06-11", "2026-08-17", { count: 0, prorated: false }],
    ["half an autumn term", { value: 2, per: "term" }, "2026-08-18", "2026-10-18", { count: 1, prorated: true }],
    [
      "twelve in all, a third of the time",
      { value: 12, per: "total" },
      "2025-01-01",
      "2025-12-31",
      { count: 4, prorated: true },
    ],
    ["before it began", { value: 12, per: "year" }, "2023-01-01", "2023-12-31", { count: 0, prorated: false }],
    ["nothing countable", { unit: "trafikkontroller" }, "2025-01-01", "2025-12-31", undefined],
    ["a rhythm in words", { value: 1, perText: "helgfri torsdag" }, "2025-01-01", "2025-12-31", undefined],
  ])("%s", (_sentence, target, from, to, expected) =>
    expect(expectedBetween(target, day(from), day(to), span)).toEqual(expected),
  );

  test.each<[string, Target, string, string, string, { count: number; prorated: boolean }]>([
    [
      "two a week, none in the autumn",
      { value: 2, per: "week" },
      "sommar",
      "2026-09-01",
      "2026-11-30",
      { count: 0, prorated: false },
    ],
    [
      "two a month in the summer, a year",
      { value: 2, per: "month" },
      "sommar",
      "2026-01-01",
      "2026-12-31",
      { count: 6, prorated: false },
    ],
    [
      "three a quarter in the winter: a quarter's months",
      { value: 3, per: "quarter" },
      "vinter",
      "2026-01-01",
      "2026-12-31",
      { count: 3, prorated: false },
    ],
    [
      "four a year in the winter, all of them",
      { value: 4, per: "year" },
      "vinter",
      "2026-01-01",
      "2026-12-31",
      { count: 4, prorated: false },
    ],
    [
      "none of them by the autumn is left",
      { value: 4, per: "year" },
      "oktober–november",
      "2026-01-01",
      "2026-09-30",
      { count: 0, prorated: false },
    ],
    [
      "all by the end of the season",
      { value: 4, per: "year" },
      "mörkervandringar oktober–november",
      "2026-01-01",
      "2026-11-30",
      { count: 4, prorated: false },
    ],
    [
      "one a term in the autumn term",
      { value: 1, per: "term" },
      "höstterminen",
      "2026-01-01",
      "2026-12-31",
      { count: 1, prorated: false },
    ],
    [
      "six in all, in three summers",
      { value: 6, per: "total" },
      "sommaren",
      "2025-01-01",
      "2026-08-31",
      { count: 4, prorated: true },
    ],
    [
      "words that are no season count as none",
      { value: 4, per: "year" },
      "när det är mörkt",
      "2026-01-01",
      "2026-12-31",
      { count: 4, prorated: false },
    ],
  ])("%s", (_sentence, target, season, from, to, expected) =>
    expect(expectedBetween(target, day(from), day(to), { ...span, season })).toEqual(expected),
  );

  test("a season that the promise never meets leaves a total as it was", () => {
    const winter = { from: day("2026-05-01"), to: day("2026-08-31"), season: "vinter" };
    expect(expectedBetween({ value: 6 }, winter.from, winter.to, winter)).toEqual({ count: 6, prorated: false });
  });

  const pers = fc.constantFrom(...PERIODS);
  const seasons = fc.constantFrom(
    undefined,
    "vinter",
    "oktober–november",
    "höstterminen",
    "läsåret",
    "när det är mörkt",
  );

  test("never shrinks when the time grows, and never passes the promise", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 50 }), pers, seasons, fc.nat(1094), (value, per, season, days) => {
        const due = (n: number, target: Target) =>
          expectedBetween(target, span.from, addDays(span.from, n), { ...span, season })!.count;
        expect(due(Math.min(days + 40, 1094), { value, per })).toBeGreaterThanOrEqual(due(days, { value, per }));
        expect(due(days, { value, per })).toBeLessThanOrEqual(due(1094, { value, per }));
        expect(due(days, { value, per: "total" })).toBeLessThanOrEqual(value);
      }),
    );
  });

  test("two neighbouring times that are whole periods amount to what they do together", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 50 }),
        pers,
        seasons,
        fc.integer({ min: 0, max: 4 }),
        (value, per, season, half) => {
          // Half-years are whole days, months, quarters and terms.
          const middle = `${2025 + Math.floor(half / 2)}-${half % 2 === 0 ? "06-30" : "12-31"}` as Day;
          const due = (from: Day, to: Day) => expectedBetween({ value, per }, from, to, { ...span, season })!;
          const [first, second] = [due(span.from, middle), due(addDays(middle, 1), span.to)];
          // Where parts were rounded, at most one is lost of each.
          const lost = [first, second].filter(({ prorated }) => prorated).length;
          const apart = due(span.from, span.to).count - first.count - second.count;
          expect(Math.abs(apart)).toBeLessThanOrEqual(lost);
        },
      ),
    );
  });

  test.each<[Target, number, number, boolean | undefined]>([
    [{ value: 8, comparator: "at-least" }, 8, 8, true],
    [{ value: 8, comparator: "at-least" }, 7, 8, false],
    [{ value: 8, comparator: "at-most" }, 9, 8, false],
    [{ value: 8 }, 9, 8, true],
    [{}, 9, 8, undefined],
  ])("%j with %i done of %i is kept: %s", (target, done, due, kept) => expect(isMet(target, done, due)).toBe(kept));
});
