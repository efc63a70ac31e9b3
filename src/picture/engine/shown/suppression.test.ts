import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { attackerOf } from "./attacker.ts";
import { type Margins, withMargins } from "./margins.ts";
import { chanceOf } from "../numbers/random.ts";
import { type CountRule, dominanceNeed, groupsAlike, suppressCounts } from "./suppression.ts";

const FEW: CountRule = { fewest: 5, zeros: "shown", told: "fewer-than" };
const ALIKE: CountRule = { ...FEW, told: "alike" };

/** A table by its counts in order, the last dimension turning fastest. */
function tableOf(sizes: readonly number[], counts: readonly number[], above: Record<string, string> = {}): Margins {
  const codesAt = (place: number) =>
    sizes.map((size, d) => `c${Math.floor(place / sizes.slice(d + 1).reduce((a, b) => a * b, 1)) % size}`);
  return withMargins(
    sizes.map((size, d) => ({
      name: `d${d}`,
      codes: Array.from({ length: size }, (_, i) => `c${i}`),
      above: d === 0 ? above : {},
    })),
    counts.map((count, place) => [codesAt(place), count] as const),
  );
}

describe("the suppression of counts", () => {
  test("hides a single cell of few for what it is", () => {
    const { hidden, cost } = suppressCounts(tableOf([1], [3]), FEW);
    expect(hidden.map(({ role, attacker }) => ({ role, attacker }))).toEqual([
      { role: "primary", attacker: { lower: 1, upper: 4 } },
      { role: "primary", attacker: { lower: 1, upper: 4 } },
    ]);
    expect(cost).toBe(0);
  });

  test("knows that two of «fewer than five» with the sum eight are four each", () => {
    const table = tableOf([3], [4, 4, 20]);
    const alike = suppressCounts(table, ALIKE);
    expect(alike.hidden.filter(({ role }) => role === "complementary")).toEqual([]);
    const told = suppressCounts(table, FEW);
    expect(told.hidden.filter(({ role }) => role === "complementary").map(({ cell }) => cell)).toEqual([3]);
    expect(told.hidden.filter(({ role }) => role === "primary").map(({ attacker }) => attacker)).toEqual([
      { lower: 1, upper: 4 },
      { lower: 1, upper: 4 },
    ]);
  });

  test("does not say «fewer than five» where that would say how many", () => {
    const { hidden, fewerThan, unprotected } = suppressCounts(tableOf([4], [1, 1, 1, 1]), FEW);
    expect(unprotected).toEqual([]);
    expect(hidden.map(({ attacker }) => attacker)).toEqual([
      { lower: 4, upper: 16 },
      ...Array.from({ length: 4 }, () => ({ lower: 1, upper: 4 })),
    ]);
    expect([...fewerThan]).toEqual([1, 2, 3, 4]);
  });

  test("shows a table where all are enough, and none is none", () => {
    expect(suppressCounts(tableOf([2, 2], [9, 0, 7, 30]), FEW).hidden).toEqual([]);
    const hidden = suppressCounts(tableOf([2, 2], [9, 0, 7, 30]), { ...FEW, zeros: "hidden" }).hidden;
    expect(hidden.find(({ role }) => role === "primary")?.attacker).toEqual({ lower: 0, upper: 4 });
  });

  test("hides that everybody in a group is the same", () => {
    // Rows are villages, columns what they answered: all of the second village answered the same.
    const table = tableOf([2, 3], [9, 8, 30, 0, 0, 12]);
    expect(suppressCounts(table, FEW).hidden).toEqual([]);
    const alike = groupsAlike(table, [1]);
    expect([...alike].map((cell) => table.nodesOf(cell))).toEqual([
      [2, 1],
      [2, 2],
      [2, 3],
    ]);
    expect(groupsAlike(table, [0]).size).toBe(4);
    const { hidden } = suppressCounts(table, { ...FEW, attributes: [1] });
    const [none, other, all] = [...alike].map((cell) => hidden.find((each) => each.cell === cell)!.attacker);
    expect([none!.lower, other!.lower]).toEqual([0, 0]);
    expect(none!.upper).toBeGreaterThanOrEqual(1);
    expect(other!.upper).toBeGreaterThanOrEqual(1);
    expect(all!.lower).toBeLessThanOrEqual(11);
  });

  test("cannot protect what was published before, and says so", () => {
    const table = tableOf([3], [3, 6, 20]);
    const earlier = [{ cells: [1], lower: 3, upper: 3 }];
    expect(suppressCounts(table, FEW, { earlier }).unprotected).toEqual([1]);
  });

  test("uses an earlier table over the same records: a total told then is as good as one told now", () => {
    const table = tableOf([4], [3, 3, 6, 20]);
    const of = (earlier: readonly { cells: readonly number[]; lower: number; upper: number }[]) =>
      suppressCounts(table, FEW, { earlier, isPublished: (cell) => cell > 0 }).hidden.filter(
        ({ role }) => role === "complementary",
      );
    expect(of([])).toEqual([]);
    expect(of([{ cells: [1, 3], lower: 9, upper: 9 }]).map(({ cell }) => cell)).toEqual([3]);
  });

  test("takes counts only", () => {
    expect(() => suppressCounts(tableOf([2], [1.5, 3]), FEW)).toThrow("Counts are whole");
  });

  const rules = fc.record({
    fewest: fc.integer({ min: 2, max: 6 }),
    zeros: fc.constantFrom("shown" as const, "hidden" as const),
    told: fc.constantFrom("alike" as const, "fewer-than" as const),
    attributes: fc.constantFrom<number[]>([], [1], [0, 1]),
  });
  const shapes = fc.constantFrom<number[]>([1, 1], [1, 5], [4, 1], [3, 4], [5, 3], [2, 3, 2], [3, 3, 2]);

  test("never lets the attacker come nearer than the rule, whatever the table", () => {
    fc.assert(
      fc.property(rules, shapes, fc.integer({ min: 0, max: 9999 }), fc.boolean(), (rule, sizes, seed, grouped) => {
        const chance = chanceOf(seed, 1);
        const counts = Array.from({ length: sizes.reduce((a, b) => a * b, 1) }, () =>
          Math.floor(chance.uniform() ** 2 * 14),
        );
        const table = tableOf(sizes, counts, grouped && sizes[0]! > 2 ? { c0: "low", c1: "low" } : {});
        const { hidden, fewerThan, unprotected, gap, cost } = suppressCounts(table, rule, { mostSteps: 400 });
        expect(unprotected).toEqual([]);
        expect(gap).toBeGreaterThanOrEqual(0);
        expect(cost).toBe(
          hidden.reduce(
            (s, { cell, role }) => s + (role === "complementary" ? Math.max(1, table.values[cell]!) : 0),
            0,
          ),
        );
        const shown = new Set(hidden.map(({ cell }) => cell));
        const few = (value: number) => value < rule.fewest && (value > 0 || rule.zeros === "hidden");
        // Anew, and with all that the reader sees: the sums, the shown cells and the words on the others.
        const leastFew = rule.zeros === "hidden" ? 0 : 1;
        const leastHidden = rule.attributes.length > 0 ? 0 : leastFew;
        const least = (cell: number) => (table.values[cell] === 0 ? 0 : fewerThan.has(cell) ? leastFew : leastHidden);
        const attacker = attackerOf({
          ...table,
          lowest: table.values.map((_, cell) => least(cell)),
          highest: table.values.map((_, cell) => (fewerThan.has(cell) ? rule.fewest - 1 : Infinity)),
        });
        for (const cell of shown) attacker.hide(cell, 1);
        for (const [cell, value] of table.values.entries()) {
          if (!few(value)) continue;
          expect(shown.has(cell)).toBe(true);
          const { lower, upper } = attacker.interval(cell);
          expect(lower).toBeLessThanOrEqual(Math.max(leastOf(table, cell, least), value - 1));
          expect(upper - lower).toBeGreaterThanOrEqual(1);
          expect(upper).toBeGreaterThanOrEqual(fewerThan.has(cell) ? rule.fewest - 1 : rule.fewest);
        }
        for (const { cell, attacker: told } of hidden) {
          expect(told.lower).toBeLessThanOrEqual(table.values[cell]!);
          expect(told.upper).toBeGreaterThanOrEqual(table.values[cell]!);
        }
      }),
      { numRuns: 60 },
    );
  });
});

/** What a cell is at the least because its parts are. */
function leastOf({ sums }: Margins, cell: number, least: (cell: number) => number): number {
  return sums
    .filter(({ total }) => total === cell)
    .reduce(
      (most, { parts }) =>
        Math.max(
          most,
          parts.reduce((sum, part) => sum + leastOf({ sums } as Margins, part, least), 0),
        ),
      least(cell),
    );
}

describe("dominance", () => {
  test.each([
    [
      "the largest is more than 75 per cent: 100/75 of it, less the sum",
      [90, 6, 4],
      { rule: "n-k", largest: 1, percent: 75 },
      20,
    ],
    ["two together are less than 90 per cent", [40, 40, 20], { rule: "n-k", largest: 2, percent: 90 }, 0],
    ["the second could know the first to within 10 per cent", [90, 6, 4], { rule: "p-percent", percent: 10 }, 5],
    ["the rest is 10 per cent of the first", [90, 6, 9, 3], { rule: "p-percent", percent: 10 }, 0],
    ["one contributor alone", [50], { rule: "p-percent", percent: 10 }, 5],
  ] as const)("%s", (_, contributions, rule, need) => {
    expect(dominanceNeed(contributions, rule)).toBeCloseTo(need, 12);
  });
});
