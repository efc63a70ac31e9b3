import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sharedData } from "../../../../test/shared-data.ts";
import { cellKeyOf, cellKeysOf, noised, noiseTable } from "./cell-key.ts";
import { withMargins } from "./margins.ts";
import { chanceOf } from "../numbers/random.ts";

const REFERENCE = sharedData("reference/ckm-ptable/expected.json");
type Reference = {
  readonly tables: readonly {
    readonly D: number;
    readonly V: number;
    readonly js: number;
    readonly rows: readonly { readonly i: number; readonly v: readonly number[]; readonly p: readonly number[] }[];
  }[];
};

describe("the noise of a count", () => {
  test.skipIf(REFERENCE === undefined)("is ptable's, to ten digits", () => {
    const { tables } = JSON.parse(readFileSync(REFERENCE!, "utf8")) as Reference;
    expect(tables.length).toBe(4);
    for (const { D, V, js, rows } of tables) {
      const table = noiseTable({ most: D, variance: V, noSmall: js });
      expect(table.map(({ noise }) => noise)).toEqual(rows.map(({ v }) => v));
      for (const { i, p } of rows)
        for (const [place, probability] of p.entries())
          expect(table[i]!.probability[place]).toBeCloseTo(probability, 10);
    }
  });

  const rules = fc.integer({ min: 1, max: 8 }).chain((most) =>
    fc.record({
      most: fc.constant(most),
      variance: fc.double({ min: 0.2, max: most, noNaN: true }),
      noSmall: fc.integer({ min: 0, max: Math.min(3, most - 1) }),
      stays: fc.option(fc.double({ min: 0, max: 0.8, noNaN: true }), { nil: undefined }),
    }),
  );

  test("has no bias, leaves none as none, and never makes a count small or less than none", () => {
    fc.assert(
      fc.property(rules, ({ stays, ...rule }) => {
        const table = noiseTable(stays === undefined ? rule : { ...rule, stays });
        for (const [count, { noise, probability }] of table.entries()) {
          expect(probability.reduce((sum, each) => sum + each, 0)).toBeCloseTo(1, 9);
          expect(noise.reduce((sum, each, i) => sum + each * probability[i]!, 0)).toBeCloseTo(0, 7);
          expect(Math.max(...noise.map(Math.abs))).toBeLessThanOrEqual(rule.most);
          expect(Math.min(...probability)).toBeGreaterThanOrEqual(0);
          for (const each of noise) expect(count === 0 || count + each === 0 || count + each > rule.noSmall).toBe(true);
        }
        expect(table[0]).toEqual({ noise: [0], probability: [1], variance: 0 });
      }),
      { numRuns: 60 },
    );
  });

  test("has the variance that is asked for, or says which it has", () => {
    const rows = noiseTable({ most: 5, variance: 3, noSmall: 2 });
    for (const { variance } of rows.slice(1)) expect(variance).toBeCloseTo(3, 9);
    // A one that becomes nothing or three at the least varies by two, whatever is asked.
    expect(noiseTable({ most: 5, variance: 1, noSmall: 2 })[1]).toEqual({
      noise: [-1, 2, 3, 4, 5],
      probability: [2 / 3, 1 / 3, 0, 0, 0],
      variance: 2,
    });
    expect(noiseTable({ most: 2, variance: 50 })[2]!.variance).toBe(4);
  });

  test("leaves a count as it is as often as is asked for", () => {
    for (const { noise, probability, variance } of noiseTable({ most: 3, variance: 1.5, stays: 0.4 }).slice(1)) {
      expect(probability[noise.indexOf(0)]).toBe(0.4);
      expect(variance).toBeCloseTo(1.5, 9);
    }
  });

  test("of a rule that nothing can keep is none", () => {
    expect(() => noiseTable({ most: 0, variance: 1 })).toThrow(RangeError);
    expect(() => noiseTable({ most: 2, variance: 0 })).toThrow(RangeError);
    expect(() => noiseTable({ most: 2, variance: 1, noSmall: 2 })).toThrow(RangeError);
    expect(() => noiseTable({ most: 2, variance: 1, stays: 1 })).toThrow(RangeError);
  });
});

describe("a cell's key", () => {
  const keys = fc.array(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), { maxLength: 40 });

  test("is what is left of the sum, whatever the order and the table", () => {
    expect(cellKeyOf([0.25, 0.5, 0.75])).toBe(0.5);
    expect(cellKeyOf([])).toBe(0);
    fc.assert(
      fc.property(keys, fc.nat(), (all, seed) => {
        const shuffled = Float64Array.from(all);
        chanceOf(seed, 1).shuffle(shuffled);
        expect(cellKeyOf(shuffled)).toBe(cellKeyOf(all));
        const [first, second] = [all.slice(0, seed % 7), all.slice(seed % 7)];
        expect(cellKeyOf([cellKeyOf(first), cellKeyOf(second)])).toBe(cellKeyOf(all));
        const sum = all.reduce((so, key) => so + key, 0);
        const apart = Math.abs(cellKeyOf(all) - (sum - Math.floor(sum)));
        expect(Math.min(apart, 1 - apart)).toBeLessThan(1e-12);
      }),
    );
    expect(() => cellKeyOf([1])).toThrow(RangeError);
  });

  test("gives the same cell the same noise in every table, and the difference of two nothing but noise", () => {
    const chance = chanceOf(7, 1);
    const records = Array.from({ length: 400 }, () => ({ place: `p${chance.below(6)}`, key: chance.uniform() }));
    const table = noiseTable({ most: 4, variance: 3 });
    const of = (some: typeof records) => noised(some.length, cellKeyOf(some.map(({ key }) => key)), table);
    const places = ["p0", "p1", "p2", "p3", "p4", "p5"];
    const margins = withMargins(
      [{ name: "place", codes: places }],
      records.map(({ place }) => [[place], 1] as const),
    );
    const inner = [
      0,
      ...places.map((each) => cellKeyOf(records.filter(({ place }) => place === each).map(({ key }) => key))),
    ];
    const cellKeys = cellKeysOf(margins, inner);
    const values = [...margins.values.entries()].map(([cell, count]) => noised(count, cellKeys[cell]!, table));
    expect(values[0]).toBe(of(records));
    for (const [i, place] of places.entries())
      expect(values[i + 1]).toBe(of(records.filter((each) => each.place === place)));
    // All but one, each time another one: what the difference tells of that one is as far off as the noise goes, and as often above as below.
    const differences = records.map((_, i) => of(records.toSpliced(i, 1)) - (records.length - 1));
    expect(new Set(differences).size).toBeGreaterThan(6);
    const mean = differences.reduce((sum, each) => sum + each, 0) / differences.length;
    expect(Math.abs(mean)).toBeLessThan(4 * Math.sqrt(3 / differences.length));
  });

  test("is looked up where the probabilities before it end", () => {
    const [, one] = noiseTable({ most: 2, variance: 1 });
    const [first] = one!.probability;
    const table = noiseTable({ most: 2, variance: 1 });
    expect(noised(1, first! - 1e-9, table)).toBe(0);
    expect(noised(1, first! + 1e-9, table)).toBe(1);
    expect(noised(1, 1 - 2 ** -48, table)).toBe(3);
    expect(noised(0, 0.999, table)).toBe(0);
    expect(noised(1000, 0, table)).toBe(998);
  });
});
