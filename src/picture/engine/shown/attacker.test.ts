import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { attackerOf, type Interval } from "./attacker.ts";
import { withMargins } from "./margins.ts";

const tableOf = (rows: readonly (readonly number[])[]) =>
  withMargins(
    [
      { name: "row", codes: rows.map((_, i) => `${i}`) },
      { name: "column", codes: rows[0]!.map((_, i) => `${i}`) },
    ],
    rows.flatMap((row, i) => row.map((count, j) => [[`${i}`, `${j}`], count] as const)),
  );

describe("the attacker", () => {
  const rows = [
    [20, 50, 10],
    [8, 19, 22],
    [17, 32, 12],
  ];
  const table = tableOf(rows);
  const hidden = [
    [2, 3],
    [2, 1],
    [3, 1],
    [3, 3],
  ].map(table.cellOf);
  const target = hidden[0]!;

  test("knows of Fischetti and Salazar's four hidden cells that the first lies from 5 to 30", () => {
    const attacker = attackerOf(table);
    for (const cell of hidden) attacker.hide(cell, 1);
    expect(attacker.interval(target)).toEqual({ lower: 5, upper: 30 });
  });

  test("knows the cell that is hidden alone, and everything when all is shown again", () => {
    const attacker = attackerOf(table);
    attacker.hide(target, 1);
    expect(attacker.interval(target)).toEqual({ lower: 22, upper: 22 });
    for (const cell of hidden) attacker.hide(cell, 1);
    for (const cell of hidden.slice(1)) attacker.hide(cell, 0);
    expect(attacker.interval(target)).toEqual({ lower: 22, upper: 22 });
  });

  test("uses what was published before, and what everybody knows", () => {
    const before = attackerOf({ ...table, earlier: [{ cells: [target], lower: 20, upper: 25 }] });
    for (const cell of hidden) before.hide(cell, 1);
    expect(before.interval(target)).toEqual({ lower: 20, upper: 25 });
    const difference = attackerOf({
      ...table,
      earlier: [{ cells: [hidden[0]!, hidden[3]!], coefficients: [1, -1], lower: 10, upper: 10 }],
    });
    for (const cell of hidden) difference.hide(cell, 1);
    expect(difference.interval(target)).toEqual({ lower: 22, upper: 22 });
    const known = attackerOf({ ...table, highest: table.values.map((value) => value + 3) });
    for (const cell of hidden) known.hide(cell, 1);
    expect(known.interval(target)).toEqual({ lower: 19, upper: 25 });
  });

  test("is not asked about a table that contradicts itself, or what was published before", () => {
    expect(() => attackerOf({ ...table, values: table.values.map((value, i) => value + Number(i === 0)) })).toThrow(
      "not the sum of its parts",
    );
    expect(() => attackerOf({ ...table, earlier: [{ cells: [target], lower: 1, upper: 2 }] })).toThrow(
      "published before says 1 to 2, and the table 22",
    );
  });

  test("of a small table finds just the ends that trying every table finds", () => {
    const rowsOf = fc.array(fc.array(fc.nat(3), { minLength: 3, maxLength: 3 }), { minLength: 2, maxLength: 2 });
    const masks = fc.array(fc.boolean(), { minLength: 6, maxLength: 6 });
    fc.assert(
      fc.property(rowsOf, masks, (counts, mask) => {
        const small = tableOf(counts);
        const inner = [...small.inner.keys()].filter((cell) => small.inner[cell] === 1);
        const open = inner.filter((_, i) => mask[i]);
        const attacker = attackerOf(small);
        for (const cell of open) attacker.hide(cell, 1);
        const ends = triedEnds(small, open);
        for (const [i, cell] of open.entries()) expect(attacker.interval(cell)).toEqual(ends[i]);
      }),
      { numRuns: 60 },
    );
  });
});

/** The least and the most of each open cell over all tables with the same published cells and sums. */
function triedEnds({ values, sums }: ReturnType<typeof withMargins>, open: readonly number[]): Interval[] {
  const ends = open.map(() => ({ lower: Infinity, upper: -Infinity }));
  const tried = Float64Array.from(values);
  const go = (i: number) => {
    if (i === open.length) {
      if (sums.some(({ total, parts }) => parts.reduce((sum, part) => sum + tried[part]!, 0) !== tried[total])) return;
      for (const [j, cell] of open.entries())
        ends[j] = { lower: Math.min(ends[j]!.lower, tried[cell]!), upper: Math.max(ends[j]!.upper, tried[cell]!) };
      return;
    }
    for (let value = 0; value <= 9; value++) {
      tried[open[i]!] = value;
      if (sums.every(({ total, parts }) => !parts.includes(open[i]!) || value <= tried[total]!)) go(i + 1);
    }
    tried[open[i]!] = values[open[i]!]!;
  };
  go(0);
  return ends;
}
