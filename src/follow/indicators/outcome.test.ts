import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Day } from "../../ground/time.ts";
import { changeOf, NEEDED_ANSWERS, PERCENT_FROM, verdictOf, type Reading } from "./outcome.ts";

function reading(on: string, value: number, more: Partial<Reading> = {}): Reading {
  return {
    on: on as Day,
    value,
    low: value - 2,
    high: value + 2,
    n: 400,
    method: "enkät",
    baseline: false,
    comparable: true,
    ...more,
  };
}
const before = reading("2025-05-01", 40, { baseline: true });

describe("what was measured before and after", () => {
  test.each<[string, readonly Reading[], "up" | "down", object]>([
    ["more of what is wanted is better", [before, reading("2026-05-01", 50)], "up", { kind: "better" }],
    ["less of what is wanted is worse", [before, reading("2026-05-01", 30)], "up", { kind: "worse" }],
    ["less of what is not wanted is better", [before, reading("2026-05-01", 30)], "down", { kind: "better" }],
    ["more of what is not wanted is worse", [before, reading("2026-05-01", 50)], "down", { kind: "worse" }],
    [
      "intervals that overlap show no clear change",
      [before, reading("2026-05-01", 44)],
      "up",
      { kind: "no-clear-change", change: { absolute: 4, percent: 10 } },
    ],
    [
      "without a value before nothing can be known",
      [reading("2026-05-01", 50)],
      "up",
      { kind: "cannot-be-known", because: "no-baseline" },
    ],
    ["nor without one after", [before], "up", { kind: "cannot-be-known", because: "nothing-after" }],
    [
      "nor from a handful of answers, before or after",
      [before, reading("2026-05-01", 50, { n: 29 })],
      "up",
      { kind: "cannot-be-known", because: "too-few", n: 29, needed: NEEDED_ANSWERS },
    ],
    [
      "nor over a question that was asked in another way, though the last two are alike",
      [before, reading("2026-05-01", 50, { comparable: false }), reading("2027-05-01", 51)],
      "up",
      { kind: "cannot-be-known", because: "line-broken" },
    ],
    [
      "the last of several is what counts, in whatever order they come",
      [reading("2027-05-01", 60), before, reading("2026-05-01", 30)],
      "up",
      { kind: "better", now: { on: "2027-05-01" } },
    ],
    [
      "the latest baseline is the one that is compared with",
      [before, reading("2026-01-01", 60, { baseline: true }), reading("2026-05-01", 50)],
      "up",
      { kind: "worse", before: { on: "2026-01-01" } },
    ],
  ])("%s", (_sentence, readings, wanted, verdict) => expect(verdictOf({ readings, wanted })).toMatchObject(verdict));

  const may = reading("2025-05-31", 40, { from: "2025-05-01" as Day, baseline: true });
  const month = (from: string, on: string, value: number) => reading(on, value, { from: from as Day });
  test.each<[string, readonly Reading[], object]>([
    ["a May beside a May", [may, month("2026-05-01", "2026-05-31", 20)], { kind: "better" }],
    [
      "the last May, though autumn has come",
      [may, month("2026-05-01", "2026-05-31", 20), month("2026-10-01", "2026-10-31", 90)],
      { kind: "better", now: { on: "2026-05-31" } },
    ],
    [
      "not a November",
      [may, month("2025-11-01", "2025-11-30", 20)],
      { kind: "cannot-be-known", because: "other-time" },
    ],
    [
      "nor a half year",
      [may, month("2026-05-01", "2026-10-31", 20)],
      { kind: "cannot-be-known", because: "other-time" },
    ],
    ["nor a single day", [may, reading("2026-05-31", 20)], { kind: "cannot-be-known", because: "other-time" }],
    [
      "but a whole year beside one, wherever it begins",
      [month("2024-07-01", "2025-06-30", 40), month("2025-10-01", "2026-09-30", 20)].map((one, place) => ({
        ...one,
        baseline: place === 0,
      })),
      { kind: "better" },
    ],
    [
      "a December beside the one that begins a day later",
      [month("2024-12-30", "2025-01-26", 40), month("2026-01-01", "2026-01-28", 20)].map((one, place) => ({
        ...one,
        baseline: place === 0,
      })),
      { kind: "better" },
    ],
  ])("what is counted over a time is held beside a like time: %s", (_sentence, readings, verdict) =>
    expect(verdictOf({ readings, wanted: "down", measure: "count" })).toMatchObject(verdict),
  );

  test.each([
    ["a large value on many answers", 40, 50, 400, { absolute: 10, percent: 25 }],
    ["few answers", 40, 50, 29, { absolute: 10 }],
    ["a small value before", 9, 50, 400, { absolute: 41 }],
    ["a small value after", 40, 9, 400, { absolute: -31 }],
    ["nothing before", 0, 5, 400, { absolute: 5 }],
  ])("a change on %s", (_sentence, from, to, n, change) => expect(changeOf(from, to, n)).toEqual(change));

  test("a percentage is never said of little, and turning the wish around turns the verdict around", () => {
    const value = fc.integer({ min: 0, max: 100 });
    fc.assert(
      fc.property(value, value, fc.integer({ min: 1, max: 100 }), (from, to, n) => {
        const percent = changeOf(from, to, n).percent;
        const enough = n >= NEEDED_ANSWERS && from >= PERCENT_FROM && to >= PERCENT_FROM;
        expect(percent !== undefined).toBe(enough);
        const readings = [reading("2025-05-01", from, { baseline: true, n }), reading("2026-05-01", to, { n })];
        const turned = { better: "worse", worse: "better" } as Record<string, string>;
        const up = verdictOf({ readings, wanted: "up" }).kind;
        expect(verdictOf({ readings, wanted: "down" }).kind).toBe(turned[up] ?? up);
      }),
    );
  });
});
