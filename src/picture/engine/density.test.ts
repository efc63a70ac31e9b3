import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { tableOf } from "../../../test/reference-table.ts";
import { sharedData } from "../../../test/shared-data.ts";
import { binnedDensity, density, normalScale, oversmoothing, ruleOfThumb, type Grid } from "./density.ts";

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

  test("of nothing is nothing", () => {
    expect(sum(density([], [], { x: 1, y: 1 }, grid))).toBe(0);
    expect(sum(binnedDensity([], [], { x: 1, y: 1 }, grid))).toBe(0);
  });
});
