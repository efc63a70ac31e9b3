import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { tableOf } from "../../../test/reference-table.ts";
import { sharedData } from "../../../test/shared-data.ts";
import { normalCdf } from "./distributions.ts";
import { gi, giStar, hotspots, permutationP, within } from "./hotspot.ts";
import { chanceOf } from "./random.ts";

const GRID = sharedData("reference/getisord-spdep/getisord.csv");
const ANSWERS = sharedData("reference/getisord-spdep/expected.json");

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
