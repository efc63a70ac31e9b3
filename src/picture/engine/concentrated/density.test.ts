import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { tableOf } from "../../../../test/reference-table.ts";
import { sharedData } from "../../../../test/shared-data.ts";
import { chanceOf } from "../numbers/random.ts";
import { binnedDensity, density, normalScale, oversmoothing, ruleOfThumb, type Grid } from "./density.ts";
import { smoothed } from "./gaussian-smoothing.ts";

const GEYSER = sharedData("reference/kde-geyser/geyser.csv");
const PBC = sharedData("reference/kde-geyser/pbc_cases.csv");
const ANSWERS = sharedData("reference/kde-geyser/expected.json");

function columns(path: string): [number[], number[]] {
  const rows = tableOf(path).map((row) => row.map(Number));
  return [rows.map(([x = NaN]) => x), rows.map(([, y = NaN]) => y)];
}

describe("a density", () => {
  test.skipIf(GEYSER === undefined || PBC === undefined || ANSWERS === undefined)(
    "is MASS's of the old faithful geyser, and its bandwidths MASS's and sparr's",
    () => {
      const r = JSON.parse(readFileSync(ANSWERS ?? "", "utf8")) as {
        geyser: { bandwidth_nrd: number[]; x: number[]; y: number[]; z: number[][]; max: number };
        pbc: { OS: number; NS: number };
      };
      const [waiting, duration] = columns(GEYSER ?? "");
      const [byDuration, byWaiting] = [ruleOfThumb(duration), ruleOfThumb(waiting)];
      expect(byDuration * 4).toBeCloseTo(r.geyser.bandwidth_nrd[0]!, 8);
      expect(byWaiting * 4).toBeCloseTo(r.geyser.bandwidth_nrd[1]!, 8);
      const grid: Grid = {
        west: r.geyser.x[0]!,
        east: r.geyser.x[49]!,
        columns: 50,
        south: r.geyser.y[0]!,
        north: r.geyser.y[49]!,
        rows: 50,
      };
      const surface = density(duration, waiting, { x: byDuration, y: byWaiting }, grid);
      for (const [column, line] of r.geyser.z.entries())
        for (const [row, value] of line.entries()) expect(surface[row * 50 + column]).toBeCloseTo(value, 9);
      expect(Math.max(...surface)).toBeCloseTo(r.geyser.max, 9);
      const [x, y] = columns(PBC ?? "");
      expect(oversmoothing(x, y)).toBeCloseTo(r.pbc.OS, 6);
      expect(normalScale(x, y)).toBeCloseTo(r.pbc.NS, 6);
    },
  );

  test.skipIf(PBC === undefined || ANSWERS === undefined)(
    "of liver disease in the north of England is sparr's, with its edge corrected and without",
    () => {
      type Surface = { xcol: number[]; yrow: number[]; v: (number | null)[][] };
      const { pbc } = JSON.parse(readFileSync(ANSWERS ?? "", "utf8")) as {
        pbc: { h0: number; noedge: Surface; edge: Surface };
      };
      const [x, y] = columns(PBC ?? "");
      const { xcol, yrow } = pbc.edge;
      const map: Grid = { west: xcol[0]!, east: xcol[63]!, columns: 64, south: yrow[0]!, north: yrow[63]!, rows: 64 };
      const bandwidth = { x: pbc.h0, y: pbc.h0 };
      const inside = Float64Array.from(pbc.edge.v.flat(), (value) => (value === null ? 0 : 1));
      // sparr moves the cases to its cells' middles and scales what is inside to one; so a middling cell is the same, and each is about.
      const compared = (ours: Float64Array, theirs: Surface) => {
        const held = ours.reduce((all, value, cell) => all + (inside[cell] === 1 ? value : 0), 0);
        const sparr = theirs.v.flat();
        const total = sparr.reduce<number>((all, value) => all + (value ?? 0), 0);
        const ratios = [...ours]
          .flatMap((value, cell) => ((sparr[cell] ?? 0) > 1e-4 ? [value / held / (sparr[cell]! / total)] : []))
          .toSorted((a, b) => a - b);
        expect(ratios.length).toBeGreaterThan(500);
        expect(Math.abs(ratios[Math.floor(ratios.length / 2)]! - 1)).toBeLessThan(0.01);
        expect(ratios[0]).toBeGreaterThan(0.88);
        expect(ratios.at(-1)).toBeLessThan(1.14);
      };
      compared(density(x, y, bandwidth, map), pbc.noedge);
      compared(binnedDensity(x, y, bandwidth, map, inside), pbc.edge);
    },
  );

  const point = fc.tuple(fc.double({ min: 20, max: 80, noNaN: true }), fc.double({ min: 20, max: 80, noNaN: true }));
  const grid: Grid = { west: 0, east: 100, columns: 101, south: 0, north: 100, rows: 101 };
  const sum = (surface: Float64Array) => surface.reduce((all, one) => all + (Number.isNaN(one) ? 0 : one), 0);
  test("is one in all, and sharing the points out over the grid changes it little", () => {
    fc.assert(
      fc.property(fc.array(point, { minLength: 1, maxLength: 30 }), (points) => {
        const [x, y] = [points.map(([one]) => one), points.map(([, one]) => one)];
        const exact = density(x, y, { x: 4, y: 4 }, grid);
        const binned = binnedDensity(x, y, { x: 4, y: 4 }, grid);
        expect(sum(exact)).toBeCloseTo(1, 3);
        expect(sum(binned)).toBeCloseTo(1, 3);
        const top = Math.max(...exact);
        expect(Math.max(...exact.map((value, cell) => Math.abs(value - binned[cell]!)))).toBeLessThan(0.025 * top);
      }),
      { numRuns: 15 },
    );
  });

  test("at the edge of where anything can be is not half as high for lying at the edge", () => {
    // The same everywhere in the western half: corrected, the edge is as high as the middle; uncorrected it is half.
    const [x, y]: [number[], number[]] = [[], []];
    for (let i = 0; i <= 50; i++)
      for (let j = 0; j <= 100; j++) {
        x.push(i);
        y.push(j);
      }
    const inside = Float64Array.from({ length: 101 * 101 }, (_, cell) => (cell % 101 <= 50 ? 1 : 0));
    const [plain, corrected] = [
      binnedDensity(x, y, { x: 3, y: 3 }, grid),
      binnedDensity(x, y, { x: 3, y: 3 }, grid, inside),
    ];
    const at = (surface: Float64Array, column: number) => surface[50 * 101 + column]!;
    expect(at(corrected, 50) / at(corrected, 25)).toBeCloseTo(1, 6);
    expect(at(plain, 50) / at(plain, 25)).toBeLessThan(0.6);
    expect(at(corrected, 51)).toBeNaN();
  });

  test.each([
    [2, 0.006],
    [4, 0.0006],
    [9, 3e-5],
    [24, 2e-6],
  ])(
    "shared out over a grid with %d steps to the bandwidth is off by less than %d of the top",
    (deviation, tolerance) => {
      const chance = chanceOf(8, deviation);
      // Some lie outside the grid, and reach into it.
      const [x, y] = [0, 1].map(() => Array.from({ length: 80 }, () => chance.uniform() * 140 - 20)) as [
        number[],
        number[],
      ];
      const bandwidth = { x: deviation, y: deviation * 1.4 };
      const uneven: Grid = { west: 0, east: 100, columns: 101, south: 0, north: 60, rows: 61 };
      const [exact, binned] = [density(x, y, bandwidth, uneven), binnedDensity(x, y, bandwidth, uneven)];
      const top = Math.max(...exact);
      expect(Math.max(...exact.map((value, cell) => Math.abs(value - binned[cell]!))) / top).toBeLessThan(tolerance);
      expect(Math.min(...binned) / top).toBeGreaterThan(-1e-5);
    },
  );

  test("by Jones's and Diggle's correction holds exactly the events inside, and a kernel wider than the map is level", () => {
    const chance = chanceOf(9, 0);
    const [x, y] = [0, 1].map(() => Array.from({ length: 50 }, () => Math.round(chance.uniform() * 100))) as [
      number[],
      number[],
    ];
    const inside = Float64Array.from({ length: 101 * 101 }, (_, cell) => ((cell % 101) + cell / 101 < 90 ? 1 : 0));
    const held = binnedDensity(x, y, { x: 6, y: 6 }, grid, inside, "jones-diggle");
    expect(sum(held)).toBeCloseTo(1, 6);
    const wide = binnedDensity(x, y, { x: 4000, y: 4000 }, grid, inside);
    const known = wide.filter((value) => !Number.isNaN(value));
    expect(Math.max(...known) / Math.min(...known)).toBeLessThan(1.002);
    expect(sum(wide)).toBeCloseTo(1, 3);
  });

  test("is smoothed by the kernel as by its twin, wide and narrow", () => {
    const chance = chanceOf(10, 0);
    const raster = {
      values: new Float64Array(90 * 70).map(() => Math.max(chance.uniform() - 0.6, 0)),
      columns: 90,
      rows: 70,
    };
    for (const deviation of [0.4, 1, 3.3, 4.5, 11, 30, 200]) {
      const [across, along] = [
        { first: -7, deviation, cells: 80 },
        { first: 3, deviation: deviation * 1.5, cells: 75 },
      ];
      expect(smoothed(raster, across, along)).toEqual(smoothed(raster, across, along, false));
    }
  });

  test("leaves out who has no place", () => {
    const surface = binnedDensity([50, NaN, 50], [50, 50, Infinity], { x: 5, y: 5 }, grid);
    expect(surface).toEqual(binnedDensity([50], [50], { x: 5, y: 5 }, grid));
  });

  test("of nothing is nothing", () => {
    expect(sum(density([], [], { x: 1, y: 1 }, grid))).toBe(0);
    expect(sum(binnedDensity([], [], { x: 1, y: 1 }, grid))).toBe(0);
  });
});
