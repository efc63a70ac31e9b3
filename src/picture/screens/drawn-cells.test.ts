import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { worldX, worldY } from "../columns/world.ts";
import {
  boxOf,
  breaksOf,
  cellMetres,
  classesOf,
  coarsened,
  countedCells,
  countIn,
  covers,
  presentIn,
  windowOver,
} from "./drawn-cells.ts";

const ockelbo = { west: 16.6, south: 60.8, east: 16.9, north: 60.95 };
const heatOf = (cells: Readonly<Record<number, number>>) => {
  const heat = new Float64Array(65_536);
  for (const [cell, count] of Object.entries(cells)) heat[Number(cell)] = count;
  return heat;
};

describe("the grid of cells", () => {
  test("covers what is seen, whatever is seen", () => {
    const seen = fc
      .tuple(
        fc.double({ min: -179, max: 178, noNaN: true }),
        fc.double({ min: -84, max: 83, noNaN: true }),
        fc.double({ min: 0.001, max: 60, noNaN: true }),
        fc.double({ min: 0, max: 17, noNaN: true }),
      )
      .map(([west, south, wide, zoom]) => ({
        seen: { west, south, east: Math.min(west + wide, 179.9), north: Math.min(south + wide / 2, 84.9) },
        zoom,
      }));
    fc.assert(
      fc.property(seen, ({ seen: box, zoom }) => {
        const window = windowOver(box, zoom);
        expect(window.west % 2 ** window.shift).toBe(0);
        expect(window.north % 2 ** window.shift).toBe(0);
        expect(covers(window, box, zoom)).toBe(true);
      }),
    );
  });

  test("has cells near 250 metres in a town, and larger ones from afar", () => {
    const [near, far] = [windowOver(ockelbo, 13), windowOver({ west: 10, south: 55, east: 25, north: 69 }, 4)];
    expect(cellMetres(near.shift, 60.9)).toBeGreaterThan(175);
    expect(cellMetres(near.shift, 60.9)).toBeLessThan(355);
    expect(far.shift).toBeGreaterThan(near.shift + 4);
  });

  test("gives a cell the box that its events lie in", () => {
    const window = windowOver(ockelbo, 13);
    const [x, y] = [worldX(16.717), worldY(60.89)];
    const side = 2 ** window.shift;
    const cell = Math.floor((y - window.north) / side) * 256 + Math.floor((x - window.west) / side);
    const box = boxOf(window, cell);
    expect(box.west <= 16.717 && box.east >= 16.717 && box.south <= 60.89 && box.north >= 60.89).toBe(true);
    expect(countIn(window, heatOf({ [cell]: 7 }), ockelbo)).toBe(7);
    expect(countedCells(window, heatOf({ [cell]: 7 }), ockelbo, 10)).toEqual([{ box, count: 7 }]);
    expect(countedCells(window, heatOf({ [cell]: 7, [cell + 1]: 1 }), ockelbo, 1)).toEqual([]);
  });
});

describe("the classes", () => {
  test("are the legend's own with few events: one to four a few, then 5, 8, 12, 17", () => {
    const heat = heatOf({ 0: 1, 1: 4, 2: 5, 3: 8, 4: 12, 5: 17, 6: 30 });
    expect([...classesOf(heat, breaksOf(heat)).subarray(0, 8)]).toEqual([1, 1, 2, 3, 4, 5, 5, 0]);
  });

  test("are explained where they are seen, and not for what lies beside the screen", () => {
    const window = windowOver(ockelbo, 13);
    const classes = new Uint8Array(65_536);
    const middle = 128 * 256 + 128;
    [classes[middle], classes[0]] = [3, 5];
    const { west, east, north, south } = boxOf(window, middle);
    const inside = { west: west + 1e-6, east: east - 1e-6, north: north - 1e-6, south: south + 1e-6 };
    expect(presentIn(window, classes, inside)).toEqual([false, false, false, true, false, false]);
  });

  test("rise with many events, each from a number one can say", () => {
    const heat = Float64Array.from({ length: 65_536 }, (_, cell) => cell);
    const breaks = breaksOf(heat);
    expect(breaks[0]).toBe(5);
    expect(breaks.every((low, at) => at === 0 || low > breaks[at - 1]!)).toBe(true);
    expect(breaks.at(-1)).toBeGreaterThan(10_000);
  });
});

describe("as everybody may see it", () => {
  test("a cell that holds enough events at enough places stands by itself", () => {
    const places = new Uint32Array(65_536);
    places[0] = 3;
    expect([...coarsened(heatOf({ 0: 6 }), places).subarray(0, 3)]).toEqual([6, 0, 0]);
  });

  test("one that does not is told together with those around it", () => {
    const places = new Uint32Array(65_536);
    places[0] = 3;
    places[1] = 1;
    const told = coarsened(heatOf({ 0: 6, 1: 2 }), places);
    expect([told[0], told[1], told[256], told[257]]).toEqual([8, 8, 8, 8]);
  });

  test("five events at one address are too little", () => {
    const places = new Uint32Array(65_536);
    places[0] = 1;
    expect(Math.max(...coarsened(heatOf({ 0: 50 }), places))).toBe(1);
  });

  test("no number is told of fewer than five", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(1000), fc.integer({ min: 1, max: 9 })), { maxLength: 30 }), (cells) => {
        const heat = heatOf(Object.fromEntries(cells));
        const told = coarsened(heat, Uint32Array.from(heat));
        expect(told.every((count) => count === 0 || count === 1 || count >= 5)).toBe(true);
      }),
      { numRuns: 30 },
    );
  });
});
