import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { tableOf } from "../../../../test/reference-table.ts";
import { sharedData } from "../../../../test/shared-data.ts";
import { dbscan } from "./cluster.ts";

const IRIS = sharedData("reference/dbscan-hdbscan/iris.csv");
const DS3 = sharedData("reference/dbscan-hdbscan/DS3.csv");
const ANSWERS = sharedData("reference/dbscan-hdbscan/expected.json");

function columns(path: string): number[][] {
  const rows = tableOf(path).map((row) => row.map(Number));
  return rows[0]!.map((_, place) => rows.map((row) => row[place]!));
}

/** The same groups under other numbers; a point on the border of two groups may be in either. */
function differing(got: Int32Array, wanted: readonly number[]): number {
  const names = new Map<number, Map<number, number>>();
  for (const [i, group] of got.entries()) {
    const seen = names.get(group) ?? new Map<number, number>();
    names.set(group, seen.set(wanted[i]!, (seen.get(wanted[i]!) ?? 0) + 1));
  }
  const called = new Map([...names].map(([group, seen]) => [group, [...seen].toSorted((a, b) => b[1] - a[1])[0]![0]]));
  return got.reduce((sum, group, i) => sum + (called.get(group) === wanted[i] ? 0 : 1), 0);
}
const sizes = (groups: Int32Array) => {
  const counts = new Map<number, number>();
  for (const group of groups) counts.set(group, (counts.get(group) ?? 0) + 1);
  return counts;
};

describe("groups of points", () => {
  test.skipIf(IRIS === undefined || DS3 === undefined || ANSWERS === undefined)(
    "are R dbscan's: iris in four dimensions, and eight thousand points with noise",
    () => {
      const r = JSON.parse(readFileSync(ANSWERS ?? "", "utf8")) as Record<
        "iris_eps042_min5" | "DS3_dbscan_eps12_min20",
        number[]
      >;
      const iris = dbscan(columns(IRIS ?? "").slice(0, 4), 0.42, 5);
      expect(differing(iris, r.iris_eps042_min5)).toBe(0);
      expect([...sizes(iris).values()].toSorted((a, b) => a - b)).toEqual([29, 36, 37, 48]);
      const many = dbscan(columns(DS3 ?? ""), 12, 20);
      expect(sizes(many).get(0)).toBe(531);
      expect(sizes(many).size).toBe(6);
      expect(differing(many, r.DS3_dbscan_eps12_min20)).toBe(0);
    },
  );

  test("follow from their definition, whatever the points", () => {
    const points = fc.array(fc.tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 40 })), {
      maxLength: 60,
    });
    fc.assert(
      fc.property(points, fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 6 }), (all, reach, fewest) => {
        const groups = dbscan([all.map(([x]) => x), all.map(([, y]) => y)], reach, fewest);
        const near = (i: number) =>
          all.flatMap(([x, y], j) => ((x - all[i]![0]) ** 2 + (y - all[i]![1]) ** 2 <= reach ** 2 ? [j] : []));
        const core = all.map((_, i) => near(i).length >= fewest);
        for (const i of all.keys()) {
          // Cores within reach are of one group; noise is what no core reaches; everybody in a group is reached by a core of it.
          const cores = near(i).filter((j) => core[j]);
          expect(groups[i] === 0).toBe(cores.length === 0);
          expect(
            core[i]
              ? cores.every((j) => groups[j] === groups[i])
              : cores.length === 0 || cores.some((j) => groups[j] === groups[i]),
          ).toBe(true);
        }
      }),
    );
  });

  const scattered = fc.array(
    fc.tuple(fc.double({ min: 0, max: 60, noNaN: true }), fc.double({ min: 0, max: 60, noNaN: true })),
    {
      minLength: 1,
      maxLength: 120,
    },
  );
  test("are the same by cells and by tree, and stay when the map is moved", () => {
    fc.assert(
      fc.property(scattered, fc.integer({ min: 2, max: 12 }), fc.integer({ min: 1, max: 8 }), (all, reach, fewest) => {
        const [x, y] = [all.map(([one]) => one), all.map(([, one]) => one)];
        const plane = dbscan([x, y], reach, fewest);
        // A third dimension in which nothing differs asks the tree instead.
        const space = dbscan([x, y, x.map(() => 0)], reach, fewest);
        expect([...plane]).toEqual([...space]);
        const moved = dbscan([x.map((one) => 4096 + one), y.map((one) => one - 512)], reach, fewest);
        expect(sizes(moved).get(0) ?? 0).toBe(sizes(plane).get(0) ?? 0);
      }),
      { numRuns: 60 },
    );
  });

  test("stay in whatever order the points come and however the map is turned, but for who stands on the border of two", () => {
    fc.assert(
      fc.property(scattered, fc.double({ min: 0, max: 6, noNaN: true }), (all, angle) => {
        const [x, y] = [all.map(([one]) => one), all.map(([, one]) => one)];
        const groups = dbscan([x, y], 6.123, 4);
        const backwards = dbscan([x.toReversed(), y.toReversed()], 6.123, 4).toReversed();
        const turned = dbscan(
          [
            all.map(([a, b]) => a * Math.cos(angle) - b * Math.sin(angle)),
            all.map(([a, b]) => a * Math.sin(angle) + b * Math.cos(angle)),
          ],
          6.123,
          4,
        );
        for (const other of [backwards, turned]) {
          expect(new Set(other).size).toBe(new Set(groups).size);
          for (const i of groups.keys()) expect(other[i] === 0).toBe(groups[i] === 0);
        }
      }),
      { numRuns: 60 },
    );
  });

  test("of heaps of events at two addresses out of reach of each other are found at once; who has no place is in none", () => {
    const x = new Float64Array(100_000).map((_, i) => (i % 2) * 31);
    x[7] = NaN;
    const groups = dbscan([x, new Float64Array(x.length)], 30, 10);
    expect([...sizes(groups)].toSorted((a, b) => a[0] - b[0])).toEqual([
      [0, 1],
      [1, 50_000],
      [2, 49_999],
    ]);
  });

  test("are found although one point lies on the other side of the earth", () => {
    const x = [0, 1, 2, 1e12];
    expect([...dbscan([x, x], 3, 3)]).toEqual([1, 1, 1, 0]);
  });

  test("of no points are none, of one point is noise, and a thousand at one place are one", () => {
    expect([...dbscan([[], []], 1, 2)]).toEqual([]);
    expect([...dbscan([[3], [3]], 1, 2)]).toEqual([0]);
    const same = Array.from({ length: 1000 }, () => 7);
    expect(new Set(dbscan([same, same], 1, 5))).toEqual(new Set([1]));
  });
});
