import { describe, expect, test } from "vitest";
import { chanceOf } from "../engine/numbers/random.ts";
import {
  clusterAnswer,
  densityAnswer,
  hierarchicalClusterAnswer,
  hotspotAnswer,
  persistenceAnswer,
} from "./concentrated.ts";
import { type EventTable, readEvents } from "./event-table.ts";

type At = readonly [x: number, y: number, day?: number];
const tableOf = (events: readonly At[]): EventTable => ({
  ...readEvents([], {}),
  x: Float64Array.from(events, ([x]) => x),
  y: Float64Array.from(events, ([, y]) => y),
  day: Float64Array.from(events, ([, , day = NaN]) => day),
  category: events.map(() => ""),
  positionOf: (x, y) => [x, y],
});
const heap = (count: number, x: number, y: number, width: number, day?: number): At[] => {
  const chance = chanceOf(count, x);
  return Array.from({ length: count }, () => {
    const [east, north] = [x + chance.uniform() * width, y + chance.uniform() * width];
    return day === undefined ? ([east, north] as const) : ([east, north, day] as const);
  });
};
const wish = { cellMetres: 250, chosen: 3, periods: 3 };

describe("where it concentrates", () => {
  test.each<[string, At[]]>([
    ["nothing", []],
    ["one event", [[5, 5, 1]]],
    ["events at one point", Array.from({ length: 40 }, () => [5, 5, 1] as const)],
    [
      "events without places",
      [
        [NaN, NaN, 1],
        [NaN, NaN],
      ],
    ],
    ["events in a line", Array.from({ length: 30 }, (_, i) => [i * 10, 0, i] as const)],
    ["one far away", [...heap(20, 0, 0, 500, 3), [8e6, 8e6, 9]]],
  ])("has an answer to everything of %s, and no figure that is not one", (_, events) => {
    const table = tableOf(events);
    for (const answer of [
      hotspotAnswer(table, 250),
      densityAnswer(table),
      densityAnswer(table, 100),
      clusterAnswer(table, 100, 5),
      hierarchicalClusterAnswer(table, 5),
      persistenceAnswer(table, wish),
    ]) {
      expect(`${answer.sentence.sv} ${answer.sentence.en}`).not.toMatch(/NaN|Infinity|∞|undefined|\{/);
      expect(answer.n).toBe(events.length);
    }
    expect(hotspotAnswer(table, 250).cells.some(({ significant }) => significant)).toBe(false);
  });

  test("colours what is significant and outlines the rest, and never a place of two addresses", () => {
    const spread = heap(200, 0, 0, 5000);
    const dense = hotspotAnswer(tableOf([...spread, ...heap(60, 2510, 2510, 200)]), 250);
    expect(dense.cells.filter(({ shown }) => shown === "filled").length).toBeGreaterThan(0);
    expect(dense.cells.every(({ shown, significant }) => (shown === "filled") === significant)).toBe(true);
    const twoAddresses = Array.from({ length: 60 }, (_, i) => [2600 + (i % 2) * 30, 2600] as const);
    const one = hotspotAnswer(tableOf([...heap(30, 0, 0, 600), ...heap(30, 4400, 4400, 600), ...twoAddresses]), 250);
    const there = one.cells.find(({ count }) => count === 60)!;
    expect(there).toMatchObject({ significant: false, withheld: "too-few-places", shown: "outlined" });
  });

  test("takes p from drawn maps where that is asked, and finds the same place, with no p below what so many maps can give", () => {
    const table = tableOf([...heap(200, 0, 0, 5000), ...heap(60, 2510, 2510, 200)]);
    const drawn = hotspotAnswer(table, 250, undefined, { draws: 9999, seed: 1 });
    const normal = hotspotAnswer(table, 250);
    const filled = ({ cells }: typeof drawn) => cells.filter(({ significant }) => significant);
    expect(drawn).toMatchObject({ method: "gi-star-permutation-bh", draws: 9999, seed: 1, family: normal.family });
    expect(filled(drawn).map(({ position }) => position)).toContainEqual(filled(normal)[0]!.position);
    expect(Math.min(...drawn.cells.map(({ p }) => p))).toBeGreaterThanOrEqual(1 / 10_000);
    expect(normal).not.toHaveProperty("draws");
  });

  const west = { west: 0, east: 4000, south: 0, north: 4000, inside: (x: number) => x < 2000 };
  test("tests the cells of the area that is asked about, and smooths no further than its edge", () => {
    const table = tableOf(heap(300, 0, 0, 1999));
    expect(hotspotAnswer(table, 250, west).family).toBe(8 * 17);
    const surface = densityAnswer(table, 400, west);
    expect(surface).toMatchObject({ edge: "uniform", bandwidthMetres: 400 });
    expect(surface.sentence.sv).toContain("utjämnade över 400 meter");
    const cell = (4000 / 127) ** 2;
    for (const correction of ["uniform", "jones-diggle"] as const) {
      const corrected = densityAnswer(table, 400, west, correction).perSquareKilometre;
      expect(corrected[127]).toBeNaN();
      const held = corrected.reduce((sum, one) => sum + (Number.isNaN(one) ? 0 : (one * cell) / 1e6), 0);
      expect(Math.abs(held - 300)).toBeLessThan(correction === "uniform" ? 20 : 0.5);
    }
  });

  test("finds the groups that were put there, by reach and without", () => {
    const table = tableOf([...heap(40, 0, 0, 60), ...heap(40, 3000, 0, 600), ...heap(6, -9000, 5000, 9000)]);
    expect(clusterAnswer(table, 60, 5).groups[0]).toMatchObject({ count: 40 });
    const any = hierarchicalClusterAnswer(table, 10);
    expect(any.groups).toHaveLength(2);
    expect(any.sentence.sv).toMatch(/^2 grupper som ligger tätare/);
    expect(hierarchicalClusterAnswer(table, 100).sentence.sv).toContain("skiljer sig inga grupper");
    expect(clusterAnswer(table, 1, 30).sentence.en).toContain("Nowhere do 30");
  });

  test("says of the places with most whether they came back, beside what chance gives", () => {
    const usual = Array.from({ length: 400 }, (_, i) => [(i * 613) % 5000, (i * 379) % 5000, i % 100] as const);
    const always = Array.from({ length: 90 }, (_, i) => [1010 + (i % 3) * 1000, 1010, i] as const);
    const answer = persistenceAnswer(tableOf([...usual, ...always]), wish);
    expect(answer.persistence).toMatchObject({ chosen: 3, still: 3 });
    expect(answer.persistence!.expectedStill).toBeLessThan(0.1);
    expect(answer.atLeast[3]).toBe(3);
    expect(answer.cells.filter(({ times }) => times === 3)).toHaveLength(3);
    expect(answer.sentence.sv).toContain("3 rutor hade flest händelser");
    expect(persistenceAnswer(tableOf(usual.slice(0, 8)), wish).sentence.sv).toContain("räcker inte");
  });
});
