// The cells of the map: how large they are where, and where the classes of their counts begin (design.md 7 and 8: five classes at most, 1–4 is hatched).
import type { HeatWindow } from "../columns/plan.ts";
import type { Box } from "../columns/question.ts";
import { latOf, lonOf, WORLD_SIDE, worldX, worldY } from "../columns/world.ts";
import { type CountedCell, LEAST_PUBLIC } from "./explorer-messages.ts";

const SIDE = 256;
/** What a cell is meant to be in a town, in metres; sides are the nearest power of two world units. */
const CELL_METRES = 250;
/** On the screen a cell is never smaller, in pixels. */
const LEAST_PIXELS = 16;
const EQUATOR_METRES = 40_075_016.686;
/** Below this a cell says nothing for certain. */
export const FEW_IN_CELL = 5;
const SMALL_BREAKS = [5, 8, 12, 17] as const;

/** Metres on the ground along the side of a cell at this latitude. */
export function cellMetres(shift: number, latitude: number): number {
  return (2 ** shift / WORLD_SIDE) * EQUATOR_METRES * Math.cos((latitude * Math.PI) / 180);
}

/** The grid that covers what is seen, with as much again around it as there is room for. `zoom` is the map's, in tiles of 512 pixels. */
export function windowOver(seen: Box, zoom: number): HeatWindow {
  const latitude = (seen.south + seen.north) / 2;
  const town = Math.round(Math.log2(CELL_METRES / cellMetres(0, latitude)));
  const legible = Math.ceil(Math.log2((LEAST_PIXELS * WORLD_SIDE) / (512 * 2 ** zoom)));
  const [west, east, north, south] = [worldX(seen.west), worldX(seen.east), worldY(seen.north), worldY(seen.south)];
  const across = Math.ceil(Math.log2(Math.max(east - west, south - north, 1) / (SIDE - 2)));
  // 2^24 is the whole world in 256 cells.
  const shift = Math.min(Math.max(town, legible, across, 8), 24);
  const cell = 2 ** shift;
  const from = (least: number, most: number) => {
    const spare = Math.floor((SIDE - Math.ceil((most - least) / cell)) / 2);
    const first = (Math.floor(least / cell) - Math.max(spare, 0)) * cell;
    return Math.min(Math.max(first, 0), WORLD_SIDE - SIDE * cell);
  };
  return { west: from(west, east), north: from(north, south), shift };
}

/** Whether the grid covers what is seen, in cells that are neither too small nor needlessly large. */
export function covers(window: HeatWindow, seen: Box, zoom: number): boolean {
  const side = SIDE * 2 ** window.shift;
  return (
    windowOver(seen, zoom).shift === window.shift &&
    worldX(seen.west) >= window.west &&
    worldX(seen.east) < window.west + side &&
    worldY(seen.north) >= window.north &&
    worldY(seen.south) < window.north + side
  );
}

export function boxOf({ west, north, shift }: HeatWindow, cell: number): Box {
  const side = 2 ** shift;
  const [left, top] = [west + (cell % SIDE) * side, north + Math.floor(cell / SIDE) * side];
  return {
    west: lonOf(left),
    east: lonOf(Math.min(left + side, WORLD_SIDE - 1)),
    north: latOf(top),
    south: latOf(Math.min(top + side, WORLD_SIDE - 1)),
  };
}

/**
 * Where the classes begin. With few events the legend's own (5, 8, 12, 17); with many, steps that one can say, from 5 and each at least twice the one before, so
 * that the upper twentieth of the cells has the last.
 */
export function breaksOf(heat: Float64Array): readonly number[] {
  const counted = heat.filter((count) => count >= FEW_IN_CELL).toSorted();
  const high = counted[Math.floor((counted.length - 1) * 0.95)] ?? 0;
  if (high <= 2 * SMALL_BREAKS[3]) return SMALL_BREAKS;
  const step = (high / FEW_IN_CELL) ** (1 / 3);
  return [0, 1, 2, 3].map((power) => (power === 0 ? FEW_IN_CELL : sayable(FEW_IN_CELL * step ** power)));
}

/** 1, 2 or 5 times a power of ten, and what lies between where steps are small. */
function sayable(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  const steps = [1, 1.5, 2, 3, 4, 5, 6, 8, 10];
  const nearest = steps.reduce((best, one) =>
    Math.abs(one * power - value) < Math.abs(best * power - value) ? one : best,
  );
  return Math.max(Math.round(nearest * power), FEW_IN_CELL + 1);
}

/** 0 nothing, 1 a few, then 2 … for each class. */
export function classesOf(heat: Float64Array, breaks: readonly number[]): Uint8Array {
  const classes = new Uint8Array(heat.length);
  const [one = 5, two = 8, three = 12, four = 17] = breaks;
  for (let cell = 0; cell < heat.length; cell++) {
    const count = heat[cell]!;
    if (count > 0) classes[cell] = count < one ? 1 : count < two ? 2 : count < three ? 3 : count < four ? 4 : 5;
  }
  return classes;
}

/** Cells with anything in them that lie in what is seen, from the north-west; none when they are more than a table bears. */
export function countedCells(window: HeatWindow, heat: Float64Array, seen: Box, most: number): CountedCell[] {
  const cells: CountedCell[] = [];
  for (let cell = 0; cell < heat.length; cell++) {
    if (heat[cell]! <= 0) continue;
    const box = boxOf(window, cell);
    if (box.east < seen.west || box.west > seen.east || box.north < seen.south || box.south > seen.north) continue;
    cells.push({ box, count: heat[cell]! });
    if (cells.length > most) return [];
  }
  return cells;
}

/** How many events lie in cells that are at least partly seen. */
export function countIn(window: HeatWindow, heat: Float64Array, seen: Box): number {
  let sum = 0;
  forSeenCells(window, seen, (cell) => {
    sum += heat[cell]!;
  });
  return sum;
}

/** Which classes are seen: only they are explained. */
export function presentIn(window: HeatWindow, classes: Uint8Array, seen: Box): boolean[] {
  const present = [false, false, false, false, false, false];
  forSeenCells(window, seen, (cell) => {
    present[classes[cell]!] = true;
  });
  return present;
}

/** With the number of each cell that is at least partly seen. */
function forSeenCells(window: HeatWindow, seen: Box, visit: (cell: number) => void): void {
  const side = 2 ** window.shift;
  const index = (value: number, from: number) => Math.min(Math.max(Math.floor((value - from) / side), 0), SIDE - 1);
  const [left, right] = [index(worldX(seen.west), window.west), index(worldX(seen.east), window.west)];
  const [top, bottom] = [index(worldY(seen.north), window.north), index(worldY(seen.south), window.north)];
  for (let row = top; row <= bottom; row++)
    for (let column = left; column <= right; column++) visit(row * SIDE + column);
}

/** Cells are gathered four and four, at most sixteen wide. */
const WIDEST = 16;

/**
 * Larger cells until each holds enough events at enough places (statistics.md 5.2): a square is divided only where every part of it that holds anything holds enough. In the answer each small cell says
 * its square's count; a square that is as wide as can be and still holds too little says 1.
 */
export function coarsened(heat: Float64Array, places: Uint32Array): Float64Array {
  const answer = new Float64Array(heat.length);
  const sumOf = (values: ArrayLike<number>, column: number, row: number, side: number) => {
    let sum = 0;
    for (let y = row; y < row + side; y++) for (let x = column; x < column + side; x++) sum += values[y * SIDE + x]!;
    return sum;
  };
  const holds = (column: number, row: number, side: number) => {
    const events = sumOf(heat, column, row, side);
    if (events === 0) return "nothing";
    return events >= LEAST_PUBLIC.events && sumOf(places, column, row, side) >= LEAST_PUBLIC.places
      ? "enough"
      : "too-little";
  };
  const divide = (column: number, row: number, side: number) => {
    const half = side / 2;
    const parts = [
      [column, row],
      [column + half, row],
      [column, row + half],
      [column + half, row + half],
    ] as const;
    if (side > 1 && parts.every(([x, y]) => holds(x, y, half) !== "too-little")) {
      for (const [x, y] of parts) divide(x, y, half);
      return;
    }
    const held = holds(column, row, side);
    if (held === "nothing") return;
    const count = held === "enough" ? sumOf(heat, column, row, side) : 1;
    for (let y = row; y < row + side; y++) answer.fill(count, y * SIDE + column, y * SIDE + column + side);
  };
  for (let row = 0; row < SIDE; row += WIDEST)
    for (let column = 0; column < SIDE; column += WIDEST) divide(column, row, WIDEST);
  return answer;
}
