import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { tableOf } from "../../../../test/reference-table.ts";
import { sharedData } from "../../../../test/shared-data.ts";
import { normalCdf, poissonQuantile } from "../numbers/distributions.ts";
import { gi, giStar, hotspots, permutationP, within } from "./hotspot.ts";
import { cellsAround, giStarOnGrid, permutationPOnGrid, sumsAround } from "./hotspot-grid.ts";
import { chanceOf } from "../numbers/random.ts";

const GRID = sharedData("reference/getisord-spdep/getisord.csv");
const ANSWERS = sharedData("reference/getisord-spdep/expected.json");

const places = (side: number): [number[], number[]] => [
  Array.from({ length: side * side }, (_, i) => i % side),
  Array.from({ length: side * side }, (_, i) => Math.floor(i / side)),
];

describe("where it concentrates", () => {
  test.skipIf(GRID === undefined || ANSWERS === undefined)(
    "is Getis and Ord's own grid as R's spdep reads it, all 256 cells",
    () => {
      const rows = tableOf(GRID ?? "").map((row) => row.map(Number));
      const [x, y, values] = [0, 1, 2].map((place) => rows.map((row) => row[place]!)) as [number[], number[], number[]];
      const r = JSON.parse(readFileSync(ANSWERS ?? "", "utf8")) as Record<string, number[]> & {
        doc_example: { index1: number; d: number[]; G: number[] };
      };
      for (const distance of [30, 60, 90, 120]) {
        const near = within(distance, x, y);
        const [plain, star] = [gi(values, near), giStar(values, near)];
        for (let cell = 0; cell < 256; cell++) {
          expect(plain[cell]).toBeCloseTo(r[`Gi_${distance}`]![cell]!, 9);
          expect(star[cell]).toBeCloseTo(r[`Gistar_${distance}`]![cell]!, 9);
        }
      }
      for (const [i, distance] of r.doc_example.d.entries())
        expect(gi(values, within(distance, x, y))[r.doc_example.index1 - 1]).toBeCloseTo(r.doc_example.G[i]!, 9);
      // The book prints 1.447943, with a variance over n − 1; ours is over n.
      expect(giStar(values, within(30, x, y))[119]).toBeCloseTo(1.45078, 5);
    },
  );

  const [side, map] = [8, fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 64, maxLength: 64 })];
  const near = within(
    1,
    Array.from({ length: 64 }, (_, i) => i % side),
    Array.from({ length: 64 }, (_, i) => Math.floor(i / side)),
  );
  test("does not care what the counts are measured in, nor what the same everywhere is called", () => {
    fc.assert(
      fc.property(
        map,
        fc.double({ min: 0.1, max: 40, noNaN: true }),
        fc.double({ min: 0, max: 9, noNaN: true }),
        (values, scale, shift) => {
          const [once, again] = [
            giStar(values, near),
            giStar(
              values.map((value) => value * scale + shift),
              near,
            ),
          ];
          for (let cell = 0; cell < 64; cell++) expect(again[cell]).toBeCloseTo(once[cell]!, 4);
        },
      ),
    );
    expect(
      [
        ...giStar(
          Array.from({ length: 64 }, () => 3),
          near,
        ),
      ].every((z) => z === 0),
    ).toBe(true);
    expect(
      [
        ...gi(
          Array.from({ length: 64 }, () => 3),
          near,
        ),
      ].every((z) => z === 0),
    ).toBe(true);
  });

  test("tells the same of large numbers as of how they differ, on lists and on square cells", () => {
    const [x, y] = places(6);
    const values = x.map((one, i) => (one * 7 + y[i]! * 5 + one * y[i]!) % 11);
    const large = values.map((value) => value + 1e7);
    const near = within(1.5, x, y);
    const grid = { columns: 6, rows: 6 };
    for (const [small, same] of [
      [giStar(values, near), giStar(large, near)],
      [gi(values, near), gi(large, near)],
      [giStarOnGrid(values, grid), giStarOnGrid(large, grid)],
    ] as const)
      for (const [cell, z] of small.entries()) expect(same[cell]).toBeCloseTo(z, 6);
    expect(
      [
        ...giStar(
          values.map(() => 1e7 + 0.1),
          near,
        ),
      ].every((z) => z === 0),
    ).toBe(true);
  });

  test("by permutation is the same for the same seed, and near the normal p on a map without ties", () => {
    const chance = chanceOf(3, 0);
    const values = Array.from({ length: 64 }, () => chance.uniform());
    const p = permutationP(values, near, { draws: 999, seed: 5 });
    expect(permutationP(values, near, { draws: 999, seed: 5 })).toEqual(p);
    const z = gi(values, near);
    for (let cell = 0; cell < 64; cell++) expect(Math.abs(p[cell]! - normalCdf(-z[cell]!))).toBeLessThan(0.12);
  });

  test("is not said of fewer than ten events or three places, however high it stands", () => {
    const values = Array.from({ length: 64 }, () => 0);
    values[27] = 40;
    const ask = (events: number, places: number) =>
      hotspots(
        values,
        near,
        Array.from({ length: 64 }, () => events),
        Array.from({ length: 64 }, () => places),
      )[27]!;
    expect(ask(40, 5)).toMatchObject({ significant: true, withheld: undefined });
    expect(ask(9, 5)).toMatchObject({ significant: false, withheld: "too-few-events" });
    expect(ask(40, 2)).toMatchObject({ significant: false, withheld: "too-few-places" });
  });

  test("does not care whether weights are scaled, all or each cell's own, as when rows sum to one", () => {
    fc.assert(
      fc.property(map, fc.double({ min: 0.1, max: 40, noNaN: true }), (values, scale) => {
        const binary = [gi(values, near), giStar(values, near)] as const;
        for (const weightOf of [() => scale, (cell: number) => 1 / (near[cell]!.length + 1)]) {
          const weights = {
            own: near.map((_, cell) => weightOf(cell)),
            others: near.map((others, cell) => others.map(() => weightOf(cell))),
          };
          const weighted = [gi(values, near, weights), giStar(values, near, weights)] as const;
          for (let cell = 0; cell < 64; cell++) {
            expect(weighted[0][cell]).toBeCloseTo(binary[0][cell]!, 6);
            expect(weighted[1][cell]).toBeCloseTo(binary[1][cell]!, 6);
          }
        }
      }),
      { numRuns: 15 },
    );
  });

  test("on square cells is the same by running sums as by lists, with holes in the map or none", () => {
    fc.assert(
      fc.property(
        map,
        fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 64, maxLength: 64 }),
        fc.integer({ min: 1, max: 3 }),
        (values, holes, reach) => {
          const inside = holes.map((one) => (one === 0 ? 0 : 1));
          const cells = [...inside.keys()].filter((cell) => inside[cell] === 1);
          fc.pre(cells.length > 2);
          const at = new Map(cells.map((cell, i) => [cell, i]));
          const lists = cells.map((cell) =>
            cells.flatMap((other) =>
              other !== cell &&
              Math.abs((other % side) - (cell % side)) <= reach &&
              Math.abs(Math.floor(other / side) - Math.floor(cell / side)) <= reach
                ? [at.get(other)!]
                : [],
            ),
          );
          const counts = cells.map((cell) => values[cell]!);
          const grid = { columns: side, rows: side, reach, inside };
          const [z, p] = [giStarOnGrid(values, grid), permutationPOnGrid(values, grid, { draws: 19 })];
          const [asList, pAsList] = [giStar(counts, lists), permutationP(counts, lists, { draws: 19 })];
          expect(Array.from(cells, (cell) => p[cell])).toEqual([...pAsList]);
          for (const [i, cell] of cells.entries()) expect(z[cell]).toBeCloseTo(asList[i]!, 6);
          expect(z.filter(Number.isNaN)).toHaveLength(64 - cells.length);
        },
      ),
      { numRuns: 40 },
    );
  });

  test("seldom cries wolf on maps where few events fall anywhere", () => {
    // The normal distribution alone would on a quarter of them.
    let [maps, byNormal] = [0, 0];
    const grid = { columns: 30, rows: 30 };
    const [lists, cells] = [within(Math.SQRT2, ...places(30)), cellsAround(grid)];
    for (let seed = 0; seed < 100; seed++) {
      const chance = chanceOf(seed, 12);
      const counts = Float64Array.from({ length: 900 }, () => poissonQuantile(chance.uniform(), 0.5));
      const found = hotspots(counts, lists, sumsAround(counts, grid), sumsAround(counts, grid));
      if (found.some(({ significant }) => significant)) maps++;
      const least = giStar(counts, lists).reduce((most, z) => Math.max(most, z), 0);
      if (normalCdf(-least) * 900 <= 0.05) byNormal++;
    }
    expect(cells[0]).toBe(4);
    expect(maps).toBeLessThan(11);
    expect(byNormal).toBeGreaterThan(20);
  });

  test("finds nothing on most maps where there is nothing", () => {
    let maps = 0;
    for (let seed = 0; seed < 200; seed++) {
      const chance = chanceOf(seed, 9);
      const values = Array.from({ length: 64 }, () => chance.uniform() + chance.uniform() + chance.uniform());
      if (
        hotspots(
          values,
          near,
          Array.from({ length: 64 }, () => 99),
          Array.from({ length: 64 }, () => 9),
        ).some(({ significant }) => significant)
      )
        maps++;
    }
    expect(maps / 200).toBeLessThan(0.09);
  });
});
