import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, type Day } from "../ground/time.ts";
import { expectedBetween, isMet, type Target } from "./target.ts";

const span = { from: "2025-01-01" as Day, to: "2027-12-31" as Day };
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

  test("never shrinks when the time grows, and never passes the promise", () => {
    const pers = fc.constantFrom("total", "day", "week", "month", "quarter", "term", "year");
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 50 }), pers, fc.nat(1094), (value, per, days) => {
        const target = { value, per: per as NonNullable<Target["per"]> };
        const [less, more] = [days, Math.min(days + 40, 1094)].map(
          (n) => expectedBetween(target, span.from, addDays(span.from, n), span)!.count,
        );
        expect(more).toBeGreaterThanOrEqual(less!);
        expect(
          expectedBetween({ value, per: "total" }, span.from, addDays(span.from, days), span)!.count,
        ).toBeLessThanOrEqual(value);
      }),
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
