import { latLngToCell } from "h3-js";
import { describe, expect, test } from "vitest";
import { chanceOf } from "../engine/numbers/random.ts";
import { beginStore } from "./build.ts";
import { addEvents } from "./change.ts";
import type { EventStore, NewEvent } from "./event-store.ts";
import { cellsOf, placesOf, tileOf } from "./places.ts";
import { EVERYTHING } from "./question.ts";
import { latOf, lonOf, worldX, worldY } from "./world.ts";

const chance = chanceOf(7, 1);
const events = Array.from({ length: 3000 }, (_, key): NewEvent => {
  // Every second one where another already is, every fiftieth nowhere, every seventieth an interval.
  const at = key % 2 === 0 ? key : key - 1;
  const place = chanceOf(7, 1000 + at);
  const placed = key % 50 !== 0;
  return {
    key,
    x: placed ? worldX(16 + place.uniform()) : undefined,
    y: placed ? worldY(60.5 + place.uniform()) : undefined,
    granularity: placed ? "point" : "municipality",
    area: undefined,
    minute: 28_488_780 + chance.below(10_000),
    day: 19_783,
    hour: 5,
    precision: key % 70 === 0 ? "interval" : "minute",
    span: key % 70 === 0 ? 300 : 0,
    recurs: [],
    category: "a",
    source: "walk",
    sharing: "shared",
    count: 1,
    qualifier: "exact",
  };
});

function storeOf(some: readonly NewEvent[]): EventStore {
  const building = beginStore();
  for (const one of some) building.add(one);
  return building.finish();
}

const placed = events.filter(({ x }) => x !== undefined);

describe("places", () => {
  test("are the positions there are, each with what happened there", () => {
    const { x, y, counts } = placesOf(storeOf(events), EVERYTHING);
    const distinct = new Set(placed.map((one) => `${one.x} ${one.y}`));
    expect(new Set([...x].map((across, at) => `${across} ${y[at]}`))).toEqual(distinct);
    expect(counts.reduce((sum, one) => sum + one, 0)).toBe(placed.length);
  });

  test("lie in the cells that h3-js puts them in, counted and told apart", () => {
    const store = storeOf(events);
    for (const resolution of [5, 9]) {
      const expected = new Map<string, number>();
      for (const { x, y } of placed) {
        const at = latLngToCell(latOf(y!), lonOf(x!), resolution);
        expected.set(at, (expected.get(at) ?? 0) + 1);
      }
      const found = cellsOf(store, EVERYTHING, resolution);
      expect(new Map(found.map(({ cell, count }) => [cell, count]))).toEqual(expected);
      for (const { count, places } of found) expect(places).toBeLessThanOrEqual(count);
    }
  });

  test("fill a tile of the map as reading every event does, whenever they came", () => {
    const store = storeOf(events.slice(0, 2500));
    addEvents(store, events.slice(2500));
    for (const [z, tx, ty] of [
      [0, 0, 0],
      [5, 17, 9],
      [9, 279, 146],
      [14, Math.floor(placed[7]!.x! / 2 ** 18), Math.floor(placed[7]!.y! / 2 ** 18)],
      [20, Math.floor(placed[7]!.x! / 2 ** 12), Math.floor(placed[7]!.y! / 2 ** 12)],
    ] as const) {
      const expected = new Uint32Array(65_536);
      const side = 2 ** (24 - z);
      for (const { x, y } of placed) {
        const [column, line] = [Math.floor(x! / side) - tx * 256, Math.floor(y! / side) - ty * 256];
        if (column >= 0 && column < 256 && line >= 0 && line < 256) expected[line * 256 + column]!++;
      }
      expect(tileOf(store, z, tx, ty)).toEqual(expected);
    }
  });
});
