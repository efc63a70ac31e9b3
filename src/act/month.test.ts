import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Day, Instant } from "../ground/time.ts";
import { periodOf, progressOf, type Promised } from "./month.ts";
import type { StandingOccasion } from "./occasion.ts";

const promised = (target: Promised["target"]): Promised => ({
  id: "a",
  target,
  from: "2025-05-15" as Day,
  to: "2027-12-31" as Day,
});
const occasion = (on: string, value: number, towardTarget = true): StandingOccasion => ({
  id: on,
  activityId: "a",
  organisationId: "o",
  unitName: "",
  on: on as Day,
  count: { value, qualifier: "exact" },
  counted: "kontroller",
  towardTarget,
  place: { kind: "unknown" },
  note: "",
  source: "own-log",
  outputs: [],
  loggedAt: "2026-01-01T00:00:00.000Z" as Instant,
  corrects: undefined,
  example: false,
  state: "stands",
});

describe("my month", () => {
  test.each<[string, Promised["target"], string, { from: string; to: string }]>([
    ["a quarter", { value: 2, per: "quarter" }, "2026-11-24", { from: "2026-10-01", to: "2026-12-31" }],
    ["a term", { value: 1, per: "term" }, "2026-03-02", { from: "2026-01-01", to: "2026-06-30" }],
    [
      "a year that the document begins in",
      { value: 8, per: "year" },
      "2025-06-01",
      { from: "2025-05-15", to: "2025-12-31" },
    ],
    ["in all", { value: 8, per: "total" }, "2026-03-02", { from: "2025-05-15", to: "2027-12-31" }],
    ["nothing countable", undefined, "2026-03-02", { from: "2025-05-15", to: "2027-12-31" }],
  ])("%s is shown over its own period", (_name, target, today, period) =>
    expect(periodOf(promised(target), today as Day)).toEqual(period),
  );

  test("one of two in the quarter leaves one", () => {
    const progress = progressOf(
      promised({ value: 2, per: "quarter" }),
      [occasion("2026-10-07", 1), occasion("2026-09-30", 5)],
      "2026-11-24" as Day,
    );
    expect(progress).toMatchObject({ expected: 2, left: 1, done: { value: 1 } });
  });

  test("what was done beside the promise is not counted against it", () => {
    expect(
      progressOf(promised({ value: 2, per: "quarter" }), [occasion("2026-10-07", 9, false)], "2026-11-24" as Day).done
        .value,
    ).toBe(0);
  });

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
          values.map((value, place) => occasion(`2026-${String(place + 1).padStart(2, "0")}-10`, value)),
          "2026-11-24" as Day,
        );
        expect(progress.left + Math.min(progress.done.value, progress.expected!)).toBe(progress.expected);
      }),
    );
  });
});
