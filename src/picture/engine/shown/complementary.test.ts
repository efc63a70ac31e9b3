import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { sharedData } from "../../../../test/shared-data.ts";
import { suppress, type Suppression } from "./complementary.ts";
import { withMargins } from "./margins.ts";

const REFERENCE = sharedData("reference/cellsupp-fischetti/expected.json");
type Optimum = { readonly cost: number } | null;
type Reference = {
  readonly fischetti_salazar: {
    readonly table: readonly (readonly number[])[];
    readonly primary: readonly (readonly [number, number])[];
    readonly min_cost_pattern_20pct: readonly [readonly (readonly [number, number])[], number];
  };
  readonly random_small_tables: readonly {
    readonly table: readonly (readonly number[])[];
    readonly primary: readonly (readonly [number, number])[];
    readonly opt_sum_value: Optimum;
    readonly opt_n_cells: Optimum;
  }[];
};
const reference = REFERENCE === undefined ? undefined : (JSON.parse(readFileSync(REFERENCE, "utf8")) as Reference);

/** The inner cells of a table whose margins are all published. */
function innerSuppressed(
  rows: readonly (readonly number[])[],
  primary: readonly (readonly [number, number])[],
  ends: (value: number) => readonly [lower: number, upper: number],
  cost: (value: number) => number,
) {
  const table = withMargins(
    [
      { name: "row", codes: rows.map((_, i) => `${i}`) },
      { name: "column", codes: rows[0]!.map((_, i) => `${i}`) },
    ],
    rows.flatMap((row, i) => row.map((count, j) => [[`${i}`, `${j}`], count] as const)),
  );
  const suppression = suppress({
    ...table,
    cost: table.values.map(cost),
    fixed: [...table.inner.keys()].filter((cell) => table.inner[cell] === 0),
    protect: primary.map(([i, j]) => {
      const cell = table.cellOf([i + 1, j + 1]);
      const [lower, upper] = ends(table.values[cell]!);
      return { cell, lower, upper };
    }),
  });
  return { table, suppression };
}
const optimum = ({ cost, gap, unprotected }: Suppression) =>
  unprotected.length > 0 ? undefined : { cost, known: gap === 0 };

describe("complementary suppression", () => {
  test.skipIf(reference === undefined)("hides the three cells of Fischetti and Salazar's table, at 37", () => {
    const { table: rows, primary, min_cost_pattern_20pct: pattern } = reference!.fischetti_salazar;
    const { table, suppression } = innerSuppressed(
      rows,
      primary,
      (value) => [0.8 * value, 1.2 * value],
      (value) => value,
    );
    const complementary = suppression.hidden.filter(({ role }) => role === "complementary").map(({ cell }) => cell);
    expect(complementary).toEqual(pattern[0].map(([i, j]) => table.cellOf([i + 1, j + 1])).toSorted((a, b) => a - b));
    expect(suppression).toMatchObject({ cost: pattern[1], bound: pattern[1], gap: 0, unprotected: [] });
    expect(suppression.hidden.find(({ role }) => role === "primary")?.attacker).toEqual({ lower: 5, upper: 30 });
  });

  test.skipIf(reference === undefined)(
    "finds what trying every choice found, by what cells hold and by how many",
    () => {
      const few = (value: number) => [Math.max(0, value - 1), 5] as const;
      for (const { table, primary, opt_sum_value: byValue, opt_n_cells: byCells } of reference!.random_small_tables) {
        const of = (cost: (value: number) => number) => optimum(innerSuppressed(table, primary, few, cost).suppression);
        const known = (best: Optimum) => (best === null ? undefined : { cost: best.cost, known: true });
        expect(of((value) => value)).toEqual(known(byValue));
        expect(of(() => 1)).toEqual(known(byCells));
      }
    },
  );

  const square = [
    [20, 50, 10],
    [8, 19, 22],
    [17, 32, 12],
  ];
  const asItIs = (value: number) => value;

  test("can be asked for the width of what the attacker knows, without saying where", () => {
    const wide = (width: number) => {
      const table = withMargins(
        [{ name: "all", codes: ["a", "b", "c"] }],
        [
          [["a"], 4],
          [["b"], 6],
          [["c"], 100],
        ],
      );
      return suppress({
        ...table,
        cost: table.values,
        fixed: [0],
        protect: [{ cell: 1, lower: 4, upper: 4, width }],
      });
    };
    expect(wide(0).hidden).toEqual([{ cell: 1, role: "primary", attacker: { lower: 4, upper: 4 } }]);
    expect(wide(10)).toMatchObject({ cost: 6, gap: 0, hidden: [{ attacker: { lower: 0, upper: 10 } }, { cell: 2 }] });
    expect(wide(11)).toMatchObject({ cost: 100, gap: 0 });
    expect(wide(111).unprotected).toEqual([1]);
  });

  test("says which cells nothing can protect, and protects the others", () => {
    const { table, suppression } = innerSuppressed(
      [
        [1, 2],
        [9, 30],
        [8, 30],
      ],
      [
        [0, 0],
        [1, 0],
      ],
      (value) => [value - 1, value + 8],
      asItIs,
    );
    expect(suppression.unprotected).toEqual([table.cellOf([1, 1])]);
    const second = suppression.hidden.find(({ cell }) => cell === table.cellOf([2, 1]))!.attacker;
    expect(second.upper).toBeGreaterThanOrEqual(17);
  });

  test("hides nothing more where nothing is to be protected", () => {
    const { suppression } = innerSuppressed(square, [], () => [0, 0], asItIs);
    expect(suppression).toEqual({ hidden: [], cost: 0, bound: 0, gap: 0, unprotected: [] });
  });

  test("with few steps still protects, and tells how much too dear it may be", () => {
    const rows = Array.from({ length: 9 }, (_, i) => Array.from({ length: 8 }, (__, j) => ((i * 7 + j * 5) % 11) + 4));
    const table = withMargins(
      [
        { name: "row", codes: rows.map((_, i) => `${i}`) },
        { name: "column", codes: rows[0]!.map((_, i) => `${i}`) },
      ],
      rows.flatMap((row, i) => row.map((count, j) => [[`${i}`, `${j}`], count] as const)),
    );
    const protect = [...table.values.keys()]
      .filter((cell) => table.values[cell]! < 5)
      .map((cell) => ({ cell, lower: table.values[cell]! - 3, upper: table.values[cell]! + 9 }));
    const of = (mostSteps: number) => suppress({ ...table, cost: table.values, protect }, { mostSteps });
    const [hasty, whole] = [of(1), of(20_000)];
    expect(hasty.cost).toBeGreaterThanOrEqual(whole.cost);
    expect(hasty.bound).toBeLessThanOrEqual(whole.bound);
    expect(whole.bound).toBeLessThanOrEqual(whole.cost);
    for (const { hidden } of [hasty, whole])
      for (const { cell, lower, upper } of protect) {
        const { attacker } = hidden.find((each) => each.cell === cell)!;
        expect(attacker.lower).toBeLessThanOrEqual(lower);
        expect(attacker.upper).toBeGreaterThanOrEqual(upper);
      }
  });
});
