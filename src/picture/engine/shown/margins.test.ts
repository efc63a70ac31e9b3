import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { withMargins } from "./margins.ts";

const counties = { "0301": "03", "0305": "03", "2101": "21" };

describe("a table with its margins", () => {
  test("sums codes under codes, and the whole", () => {
    const table = withMargins(
      [
        { name: "place", codes: ["0301", "0305", "2101"], above: counties },
        { name: "kind", codes: ["theft", "fire"] },
      ],
      [
        [["0301", "theft"], 4],
        [["0305", "theft"], 3],
        [["2101", "fire"], 2],
        [["0301", "theft"], 1],
      ],
    );
    expect(table.nodes).toEqual([
      ["", "03", "0301", "0305", "21", "2101"],
      ["", "theft", "fire"],
    ]);
    const of = (place: string, kind: string) =>
      table.values[table.cellOf([table.nodes[0]!.indexOf(place), table.nodes[1]!.indexOf(kind)])];
    expect([of("03", "theft"), of("21", ""), of("", "theft"), of("", "")]).toEqual([8, 2, 8, 10]);
  });

  test("does not take a count for a code that has codes under it, or a code that lies under itself", () => {
    const of = (above: Record<string, string>, code: string) => () =>
      withMargins([{ name: "place", codes: ["a", "b"], above }], [[[code], 1]]);
    expect(of({ a: "b" }, "b")).toThrow("b has codes under it");
    expect(of({ a: "b", b: "a" }, "a")).toThrow("lies under itself");
    expect(of({}, "c")).toThrow("c is not one of its codes");
  });

  test("adds up in every direction, and every cell knows its codes", () => {
    const counts = fc.array(fc.tuple(fc.nat(3), fc.nat(2), fc.nat(2), fc.nat(9)), { maxLength: 30 });
    fc.assert(
      fc.property(counts, (rows) => {
        const codes = (many: number) => Array.from({ length: many }, (_, i) => `c${i}`);
        const table = withMargins(
          [
            { name: "a", codes: codes(4), above: { c0: "low", c1: "low", low: "lower" } },
            { name: "b", codes: codes(3) },
            { name: "c", codes: codes(3) },
          ],
          rows.map(([a, b, c, count]) => [[`c${a}`, `c${b}`, `c${c}`], count] as const),
        );
        expect(table.values[0]).toBe(rows.reduce((sum, [, , , count]) => sum + count, 0));
        for (const { total, parts } of table.sums)
          expect(parts.reduce((sum, part) => sum + table.values[part]!, 0)).toBe(table.values[total]);
        for (const cell of table.values.keys()) expect(table.cellOf(table.nodesOf(cell))).toBe(cell);
      }),
    );
  });
});
