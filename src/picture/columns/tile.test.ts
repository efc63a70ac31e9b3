import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { chanceOf } from "../engine/numbers/random.ts";
import { heatGrid, heatTile, LAST_ZOOM, TILE_CELLS } from "./tile.ts";
import { mortonOrder } from "./z-order.ts";

type Events = { readonly x: Uint32Array; readonly y: Uint32Array };

function inOrder({ x, y }: Events): Events {
  const order = mortonOrder(x, y);
  return { x: Uint32Array.from(order, (row) => x[row]!), y: Uint32Array.from(order, (row) => y[row]!) };
}

/** Clusters of all sizes around some places, many events at one and the same. */
function events(count: number, seed: number): Events {
  const chance = chanceOf(seed, 0);
  const [x, y] = [new Uint32Array(count), new Uint32Array(count)];
  for (let i = 0; i < count; i++) {
    const spread = 2 ** (32 * chance.uniform());
    x[i] = 2 ** 31 + (chance.uniform() - 0.5) * spread;
    y[i] = 2 ** 30 + (chance.uniform() - 0.5) * spread;
  }
  return inOrder({ x, y });
}

/** The definition: one event after the other. */
function plainly({ x, y }: Events, chosen: (row: number) => boolean, z: number, tx: number, ty: number): Uint32Array {
  const grid = new Uint32Array(TILE_CELLS ** 2);
  for (let row = 0; row < x.length; row++) {
    const across = Math.floor(x[row]! / 2 ** (24 - z)) - tx * TILE_CELLS;
    const down = Math.floor(y[row]! / 2 ** (24 - z)) - ty * TILE_CELLS;
    if (chosen(row) && Math.min(across, down) >= 0 && Math.max(across, down) < TILE_CELLS)
      grid[down * TILE_CELLS + across]!++;
  }
  return grid;
}

/** The first cells that two grids have differently: what to look at, and fast. */
const differing = (a: Uint32Array, b: Uint32Array): readonly (readonly number[])[] => {
  const cells = [];
  for (let cell = 0; cell < a.length && cells.length < 5; cell++)
    if (a[cell] !== b[cell]) cells.push([cell, a[cell]!, b[cell]!]);
  return cells;
};

type Field = { readonly field: number; readonly number: number; readonly bytes: Uint8Array };

function varints(bytes: Uint8Array): number[] {
  const numbers = [];
  let [number, unit] = [0, 1];
  for (const byte of bytes) {
    number += (byte & 127) * unit;
    unit *= 128;
    if (byte < 128) {
      numbers.push(number);
      [number, unit] = [0, 1];
    }
  }
  return numbers;
}

/** A protocol buffer's fields: whole numbers and what has a length are all a tile of ours has. */
function fieldsOf(bytes: Uint8Array): Field[] {
  const fields: Field[] = [];
  for (let at = 0; at < bytes.length;) {
    const take = () => {
      const from = at;
      while (bytes[at++]! > 127);
      return varints(bytes.subarray(from, at))[0]!;
    };
    const key = take();
    const number = take();
    const length = (key & 7) === 2 ? number : 0;
    fields.push({ field: key >> 3, number, bytes: bytes.subarray(at, at + length) });
    at += length;
  }
  return fields;
}

const only = (fields: readonly Field[], field: number): Field => {
  const found = fields.filter((one) => one.field === field);
  expect(found).toHaveLength(1);
  return found[0]!;
};
const text = ({ bytes }: Field): string => new TextDecoder().decode(bytes);
const unzigzag = (number: number): number => (number % 2 === 0 ? number / 2 : -(number + 1) / 2);

/** A tile read back as the specification has it. */
function decoded(tile: Uint8Array) {
  const layer = fieldsOf(only(fieldsOf(tile), 3).bytes);
  const values = layer.filter(({ field }) => field === 4).map(({ bytes }) => only(fieldsOf(bytes), 5).number);
  const features = layer
    .filter(({ field }) => field === 2)
    .map(({ bytes }) => {
      const feature = fieldsOf(bytes);
      const [key, value] = varints(only(feature, 2).bytes);
      const [command = 0, ...steps] = varints(only(feature, 4).bytes).map((n, i) => (i === 0 ? n : unzigzag(n)));
      expect([key, only(feature, 3).number, command & 7, command >> 3].join()).toBe(`0,1,1,${steps.length / 2}`);
      let [x, y] = [0, 0];
      const points = [];
      for (let i = 0; i < steps.length; i += 2) {
        [x, y] = [x + steps[i]!, y + steps[i + 1]!];
        points.push({ x, y });
      }
      return { count: values[value!]!, points };
    });
  return {
    name: text(only(layer, 1)),
    key: text(only(layer, 3)),
    extent: only(layer, 5).number,
    version: only(layer, 15).number,
    features,
  };
}

describe("a heat grid", () => {
  const all = events(4000, 256);

  test("counts each event where it lies, at every zoom, of all events and of chosen ones", () => {
    const bits = Uint8Array.from({ length: 501 }, (_, i) => chanceOf(1, i).bits());
    const isChosen = (row: number) => ((bits[row >> 3]! >> (row & 7)) & 1) === 1;
    for (let z = 0; z <= LAST_ZOOM; z++) {
      const [tx, ty] = [Math.floor(2 ** (z - 1)), Math.floor(2 ** (z - 2))];
      const [each, some] = [() => true, isChosen].map((chosen) => plainly(all, chosen, z, tx, ty));
      expect(differing(heatGrid(all.x, all.y, 0, 4000, undefined, z, tx, ty), each!)).toEqual([]);
      expect(differing(heatGrid(all.x, all.y, 0, 4000, bits, z, tx, ty), some!)).toEqual([]);
    }
  });

  test("looks at its rows only, and adds to what it is given", () => {
    const bits = new Uint8Array(501).fill(0b10110101);
    const isChosen = (row: number) => row >= 1003 && row < 2998 && ((0b10110101 >> (row & 7)) & 1) === 1;
    const grid = heatGrid(all.x, all.y, 1003, 2001, bits, 1, 1, 0);
    heatGrid(all.x, all.y, 2001, 2998, bits, 1, 1, 0, grid);
    expect(differing(grid, plainly(all, isChosen, 1, 1, 0))).toEqual([]);
    expect(grid.some((count) => count > 0)).toBe(true);
  });

  test.each([-1, 25, 1.5])("there is none at zoom %d", (z) => {
    expect(() => heatGrid(all.x, all.y, 0, 1, undefined, z, 0, 0)).toThrow(RangeError);
  });
});

describe("a heat tile", () => {
  test("of nothing is no bytes", () => expect(heatTile(new Uint32Array(TILE_CELLS ** 2))).toHaveLength(0));

  test("is small: one cell takes 38 bytes", () => {
    const grid = new Uint32Array(TILE_CELLS ** 2);
    grid[3 * TILE_CELLS + 5] = 300;
    expect(heatTile(grid)).toHaveLength(38);
    expect(decoded(heatTile(grid))).toEqual({
      name: "heat",
      key: "count",
      extent: 512,
      version: 2,
      features: [{ count: 300, points: [{ x: 11, y: 7 }] }],
    });
  });

  test("says every cell's count once, by rising count", () => {
    const count = fc.oneof(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 2 ** 32 - 1 }));
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat({ max: TILE_CELLS ** 2 - 1 }), count), { minLength: 1 }), (cells) => {
        const grid = new Uint32Array(TILE_CELLS ** 2);
        for (const [cell, count] of cells) grid[cell] = count;
        const read = new Uint32Array(TILE_CELLS ** 2);
        const { features } = decoded(heatTile(grid));
        for (const { count, points } of features)
          for (const { x, y } of points) read[((y - 1) / 2) * TILE_CELLS + (x - 1) / 2]! += count;
        expect(differing(read, grid)).toEqual([]);
        expect(features.map(({ count }) => count)).toEqual(
          [...new Set(cells.map(([cell]) => grid[cell]!))].toSorted((a, b) => a - b),
        );
      }),
      { seed: 256, numRuns: 40 },
    );
  });

  test("holds every cell there is", () => {
    const grid = Uint32Array.from({ length: TILE_CELLS ** 2 }, (_, cell) => 1 + (cell % 3000));
    const { features } = decoded(heatTile(grid));
    expect(features.reduce((points, feature) => points + feature.points.length, 0)).toBe(TILE_CELLS ** 2);
  });
});
