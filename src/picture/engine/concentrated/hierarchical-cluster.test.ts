import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { tableOf } from "../../../../test/reference-table.ts";
import { sharedData } from "../../../../test/shared-data.ts";
import { hdbscan } from "./hierarchical-cluster.ts";
import { kdTree } from "./kd-tree.ts";
import { chanceOf } from "../numbers/random.ts";
import { reachabilityTree } from "./reachability-tree.ts";

const MOONS = sharedData("reference/dbscan-hdbscan/moons.csv");
const DS3 = sharedData("reference/dbscan-hdbscan/DS3.csv");
const ANSWERS = sharedData("reference/dbscan-hdbscan/expected.json");

type Reference = { cluster: number[]; scores: number[]; prob: number[]; outlier: number[]; mst_height_sum: number };

function columns(path: string): [number[], number[]] {
  const rows = tableOf(path).map((row) => row.map(Number));
  return [rows.map(([x = NaN]) => x), rows.map(([, y = NaN]) => y)];
}

/** Which of the reference's groups each of ours is; fails where they cut otherwise. */
function named(group: Int32Array, wanted: ArrayLike<number>): Map<number, number> {
  const names = new Map([...group].map((one, i) => [one, wanted[i]!]));
  expect(group.filter((one, i) => names.get(one) !== wanted[i])).toHaveLength(0);
  expect(new Set(names.values()).size).toBe(names.size);
  return names;
}

describe("groups of any density", () => {
  test.skipIf(MOONS === undefined || DS3 === undefined || ANSWERS === undefined)(
    "are R dbscan's: two moons and two blobs, and eight thousand points with noise",
    () => {
      const r = JSON.parse(readFileSync(ANSWERS ?? "", "utf8")) as Record<
        "moons_hdbscan_min5" | "DS3_hdbscan_min25",
        Reference
      >;
      const moons = hdbscan(columns(MOONS ?? ""), 5, { smallBunches: "stay" });
      const names = named(moons.group, r.moons_hdbscan_min5.cluster);
      expect(moons.groups.map(({ points }) => points).toSorted((a, b) => a - b)).toEqual([25, 25, 50]);
      expect(moons.treeLength).toBeCloseTo(r.moons_hdbscan_min5.mst_height_sum, 9);
      for (const [at, { stability }] of moons.groups.entries())
        expect(stability).toBeCloseTo(r.moons_hdbscan_min5.scores[names.get(at + 1)! - 1]!, 9);
      for (let i = 0; i < 100; i++) {
        expect(moons.membership[i]).toBeCloseTo(r.moons_hdbscan_min5.prob[i]!, 9);
        expect(moons.outlier[i]).toBeCloseTo(r.moons_hdbscan_min5.outlier[i]!, 9);
      }
      const many = hdbscan(columns(DS3 ?? ""), 25, { smallBunches: "stay" });
      const called = named(many.group, r.DS3_hdbscan_min25.cluster);
      expect(many.group.filter((one) => one === 0)).toHaveLength(815);
      for (const [at, { stability }] of many.groups.entries())
        expect(stability).toBeCloseTo(r.DS3_hdbscan_min25.scores[called.get(at + 1)! - 1]!, 9);
      // As the papers have it, small bunches leave: the same groups.
      named(hdbscan(columns(DS3 ?? ""), 25).group, r.DS3_hdbscan_min25.cluster);
    },
  );

  const points = fc.array(fc.tuple(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 30 })), {
    minLength: 2,
    maxLength: 50,
  });
  test("stand on the shortest tree there is, found by looking at every pair", () => {
    fc.assert(
      fc.property(points, fc.integer({ min: 2, max: 5 }), (all, fewest) => {
        const tree = kdTree([all.map(([x]) => x), all.map(([, y]) => y)]);
        const core = tree.nearestSquares(fewest);
        const squares = all.map(([x, y]) => all.map(([a, b]) => (x - a) ** 2 + (y - b) ** 2));
        expect([...core]).toEqual(squares.map((row) => row.toSorted((a, b) => a - b)[fewest - 1] ?? Infinity));
        if (all.length < fewest) return;
        const reach = (i: number, j: number) => Math.max(squares[i]![j]!, core[i]!, core[j]!);
        // Prim's tree, one point at a time.
        const apart = all.map((_, i) => reach(0, i));
        const left = new Set(all.keys());
        left.delete(0);
        const lengths: number[] = [];
        while (left.size > 0) {
          const next = [...left].reduce((a, b) => (apart[b]! < apart[a]! ? b : a));
          lengths.push(apart[next]!);
          left.delete(next);
          for (const i of left) apart[i] = Math.min(apart[i]!, reach(next, i));
        }
        const rising = (values: Iterable<number>) => [...values].toSorted((a, b) => a - b);
        expect(rising(reachabilityTree(tree, core).square)).toEqual(rising(lengths));
      }),
      { numRuns: 80 },
    );
  });

  test("do not depend on the order of the points, ties or not, nor on the unit", () => {
    fc.assert(
      fc.property(points, fc.integer({ min: 2, max: 5 }), (all, fewest) => {
        const [x, y] = [all.map(([one]) => one), all.map(([, one]) => one)];
        const once = hdbscan([x, y], fewest);
        const again = hdbscan([x.toReversed(), y.toReversed()], fewest);
        named(once.group, again.group.toReversed());
        named(once.group, hdbscan([x.map((one) => one * 8 + 512), y.map((one) => one * 8)], fewest).group);
        expect(once.groups.every(({ points: held }) => held >= fewest)).toBe(true);
        expect(once.outlier.every((one) => one >= 0 && one <= 1)).toBe(true);
      }),
      { numRuns: 80 },
    );
  });

  test("are found where they were put, loose and tight, and thousands in a moment", () => {
    const chance = chanceOf(4, 0);
    const around = (middle: number, width: number, many: number) =>
      Array.from(
        { length: many },
        () => middle + (chance.uniform() + chance.uniform() + chance.uniform() - 1.5) * width,
      );
    const x = [...around(0, 10, 1000), ...around(300, 60, 1000)];
    const y = [...around(0, 10, 1000), ...around(300, 60, 1000)];
    const { groups, group } = hdbscan([x, y], 60);
    expect(groups).toHaveLength(2);
    expect(group[0]).not.toBe(group[1999]);
  });

  test("of too few points are none; a hundred at one place are one, and who has no place is in none", () => {
    expect([...hdbscan([[], []], 5).group]).toEqual([]);
    expect([
      ...hdbscan(
        [
          [1, 2],
          [1, 2],
        ],
        5,
      ).group,
    ]).toEqual([0, 0]);
    const x = [...Array.from({ length: 100 }, () => 7), 50, NaN];
    const { group, groups } = hdbscan([x, x], 5);
    expect([group[0], group[99], group[100], group[101]]).toEqual([1, 1, 0, 0]);
    expect(groups).toEqual([{ points: 100, stability: Infinity }]);
  });
});
