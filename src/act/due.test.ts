import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { done, promised } from "../../test/occasions.ts";
import { addDays, type Day, type Month } from "../ground/time.ts";
import { groupOf, inGroups, lateOf, leftOf, type Listed, plannedOf, type Said, workdayIn } from "./due.ts";
import { periodsOf, progressOf, type Promised } from "./month.ts";
import type { Occasion } from "./occasion.ts";

const today = "2026-11-24" as Day;
const quarterly = promised({ value: 2, per: "quarter" });
const none = (on: string): Said => ({ activityId: "a", on: on as Day, next: { kind: "none", because: "vakans" } });
const moved = (on: string, day: string): Said => ({
  activityId: "a",
  on: on as Day,
  next: { kind: "new-day", day: day as Day },
});
const allButOne = [done("2026-02-01", 2), done("2026-05-01", 2), done("2026-08-01", 1)];

const lastDay = promised({ value: 14, per: "total" }, undefined, "2026-01-01", "2026-10-31");

describe("what is late", () => {
  test.each<[string, Promised, readonly Occasion[], readonly Said[], { missing: number; since: string } | undefined]>([
    ["nothing where all was done", quarterly, [...allButOne, done("2026-09-01")], [], undefined],
    ["one that the third quarter lacks", quarterly, allButOne, [], { missing: 1, since: "2026-09-30" }],
    ["all of three quarters, since the first", quarterly, [], [], { missing: 6, since: "2026-03-31" }],
    [
      "what was done beyond an earlier quarter's number is no later quarter's",
      quarterly,
      [done("2026-02-01", 4), done("2026-08-01", 2)],
      [],
      { missing: 2, since: "2026-06-30" },
    ],
    [
      "but is made good by what is done beyond a later one's",
      quarterly,
      [...allButOne, done("2026-11-01", 3)],
      [],
      undefined,
    ],
    ["the oldest first", quarterly, [done("2026-08-01", 4)], [], { missing: 2, since: "2026-06-30" }],
    [
      "not what this quarter's number takes",
      quarterly,
      [...allButOne, done("2026-11-01", 2)],
      [],
      { missing: 1, since: "2026-09-30" },
    ],
    ["not where a deviation in the quarter says why", quarterly, allButOne, [none("2026-09-10")], undefined],
    ["nor where it was said when it was late", quarterly, allButOne, [none("2026-10-12")], undefined],
    [
      "a deviation of another activity says nothing of it",
      quarterly,
      allButOne,
      [{ ...none("2026-09-10"), activityId: "b" }],
      { missing: 1, since: "2026-09-30" },
    ],
    [
      "one before the quarter says nothing of it",
      quarterly,
      allButOne,
      [none("2026-06-10")],
      { missing: 1, since: "2026-09-30" },
    ],
    ["a new day answers until it has been", quarterly, allButOne, [moved("2026-09-10", "2026-12-01")], undefined],
    ["and no longer", quarterly, allButOne, [moved("2026-09-10", "2026-10-20")], { missing: 1, since: "2026-09-30" }],
    [
      "unless something was done since",
      quarterly,
      [...allButOne, done("2026-10-20")],
      [moved("2026-09-10", "2026-10-20")],
      undefined,
    ],
    ["a spring term", promised({ value: 1, per: "term" }), [], [], { missing: 1, since: "2026-06-10" }],
    [
      "a season that was",
      promised({ value: 3, per: "year" }, "vår"),
      [done("2026-04-01")],
      [],
      { missing: 2, since: "2026-05-31" },
    ],
    ["a last day that has been", lastDay, [done("2026-06-01", 4)], [], { missing: 10, since: "2026-10-31" }],
    ["not what was done after it", lastDay, [done("2026-11-10", 14)], [], undefined],
    ["nor where it was said why", lastDay, [], [none("2026-10-20")], undefined],
    [
      "nothing before the last day",
      promised({ value: 14, per: "total" }, undefined, "2026-01-01", "2026-12-31"),
      [],
      [],
      undefined,
    ],
    ["nothing of a year that is not over", promised({ value: 8, per: "year" }), [], [], undefined],
    ["nothing of at most two", promised({ value: 2, per: "quarter", comparator: "at-most" }), [], [], undefined],
    ["nothing where no number was promised", promised({ unit: "kontroller" }), [], [], undefined],
    ["nothing where no measure was promised", promised(undefined), [], [], undefined],
  ])("%s", (_sentence, activity, occasions, deviations, expected) =>
    expect(lateOf(activity, { occasions, deviations }, today)).toEqual(expected),
  );

  test("is never more than the whole number that periods before today lack, and one more done never makes it more", () => {
    const days = fc.array(fc.tuple(fc.nat(320), fc.integer({ min: 1, max: 4 })), { maxLength: 12 });
    fc.assert(
      fc.property(fc.constantFrom("week", "month", "quarter", "term"), days, fc.nat(320), (per, list, more) => {
        const activity = promised({ value: 2, per: per as "week" });
        const on = (offset: number) => addDays("2026-01-01" as Day, offset);
        const occasions = list.map(([offset, value]) => done(on(offset), value));
        const late = (log: readonly Occasion[]) =>
          lateOf(activity, { occasions: log, deviations: [] }, today)?.missing ?? 0;
        const lacking = periodsOf(activity)
          .filter(({ to }) => to < today)
          .reduce((sum, period) => sum + progressOf(activity, occasions, today, period).left, 0);
        expect(late(occasions)).toBeLessThanOrEqual(lacking);
        expect(late([...occasions, done(on(more))])).toBeLessThanOrEqual(late(occasions));
      }),
    );
  });
});

test.each<[string, readonly Occasion[], readonly Said[], readonly string[]]>([
  [
    "the days to come, each once, in order",
    [],
    [moved("2026-11-02", "2026-12-03"), moved("2026-11-09", "2026-11-30"), moved("2026-11-10", "2026-12-03")],
    ["2026-11-30", "2026-12-03"],
  ],
  ["today until it is done", [], [moved("2026-11-02", "2026-11-24")], ["2026-11-24"]],
  ["and then no longer", [done("2026-11-24")], [moved("2026-11-02", "2026-11-24")], []],
  [
    "no day that has been, no other's and none where there is none",
    [],
    [moved("2026-11-02", "2026-11-23"), { ...moved("2026-11-02", "2026-12-03"), activityId: "b" }, none("2026-11-02")],
    [],
  ],
])("planned are %s", (_sentence, occasions, deviations, expected) =>
  expect(plannedOf(quarterly, { occasions, deviations }, today)).toEqual(expected),
);

test.each([
  ["2026-10-01", "2026-12-31", "2026-11-24", "2026-12-30"],
  ["2026-04-01", "2026-06-30", "2026-05-01", undefined],
  ["2026-05-01", "2026-05-31", "2026-05-30", undefined],
  ["2026-05-30", "2026-05-31", "2026-05-01", undefined],
])("the last working day of %s to %s, on %s, is %s", (from, to, on, expected) =>
  expect(workdayIn({ from: from as Day, to: to as Day }, on as Day)).toBe(expected),
);

const month = "2026-11" as Month;
const listed = (more: Partial<Listed> & { to?: string } = {}): Listed => ({
  period: { from: "2026-10-01", to: more.to ?? "2026-12-31" },
  expected: 2,
  left: 1,
  late: null,
  ...more,
});
test.each<[string, Listed, string]>([
  ["late, also where this period is done", listed({ late: { missing: 1 }, left: 0 }), "late"],
  ["to be done", listed(), "left"],
  ["done", listed({ left: 0 }), "done"],
  ["without a number", listed({ expected: null, left: 0 }), "other"],
  ["due by no number of this period", listed({ expected: 0, left: 0 }), "other"],
  ["not begun", listed({ period: { from: "2027-01-09", to: "2027-06-10" } }), "other"],
])("%s", (_sentence, one, group) => expect(groupOf(one, month)).toBe(group));

test("groups are in order, with what is due soonest first, and say how many have something left", () => {
  const list = [
    listed({ left: 0 }),
    listed(),
    listed({ to: "2026-11-30" }),
    listed({ late: { missing: 2 } }),
    listed({ expected: null }),
  ];
  expect(inGroups(list, month).map(({ group, list: of }) => [group, of.map(({ period }) => period.to)])).toEqual([
    ["late", ["2026-12-31"]],
    ["left", ["2026-11-30", "2026-12-31"]],
    ["done", ["2026-12-31"]],
    ["other", ["2026-12-31"]],
  ]);
  expect(leftOf(list, month)).toEqual({ left: 3, total: 4 });
});
