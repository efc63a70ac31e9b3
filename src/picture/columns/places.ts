// Where the events of a selection are, place by place: the runs of rows at one position (rows in Morton's order lie together where they are at one place), the cells they lie in, and a tile of the map.
import { type EventStore, viewOf } from "./event-store.ts";
import { eachSelected } from "./explore.ts";
import { type Cells, h3OfWorld, h3Text } from "./h3.ts";
import type { EventQuestion } from "./question.ts";
import { heatGrid } from "./tile.ts";
import { mortonHigh } from "./z-order.ts";

/** Each position once, with how many of the selection's rows are there. Rows without a point are not among them. */
export type Places = { readonly x: Uint32Array; readonly y: Uint32Array; readonly counts: Uint32Array };

/** The dictionary of coordinates, as far as a question reaches. A place that came later than the rest may be named once more. */
export function placesOf(store: EventStore, question: EventQuestion): Places {
  const [atX, atY] = [viewOf(store, "x")!, viewOf(store, "y")!];
  let [x, y, counts] = [new Uint32Array(1024), new Uint32Array(1024), new Uint32Array(1024)];
  let places = 0;
  const wider = (values: Uint32Array) => {
    const more = new Uint32Array(values.length * 2);
    more.set(values);
    return more;
  };
  eachSelected(store, question, (row) => {
    if (atX[row] === 0) return;
    if (places > 0 && x[places - 1] === atX[row] && y[places - 1] === atY[row]) {
      counts[places - 1]!++;
      return;
    }
    if (places === x.length) [x, y, counts] = [wider(x), wider(y), wider(counts)];
    x[places] = atX[row]!;
    y[places] = atY[row]!;
    counts[places++] = 1;
  });
  return { x: x.slice(0, places), y: y.slice(0, places), counts: counts.slice(0, places) };
}

export type CellCount = { readonly cell: string; readonly count: number; readonly places: number };

/** By H3 cell of a resolution (9 is about 350 metres across): events, and at how many places. Each place is looked up once, however much happened there. */
export function cellsOf(store: EventStore, question: EventQuestion, resolution: number): CellCount[] {
  const { x, y, counts } = placesOf(store, question);
  const cells: Cells = { hi: new Uint32Array(x.length), lo: new Uint32Array(x.length) };
  h3OfWorld(x, y, resolution, cells);
  const found = new Map<number, { hi: number; lo: number; count: number; places: number }>();
  for (let place = 0; place < x.length; place++) {
    const [hi, lo] = [cells.hi[place]!, cells.lo[place]!];
    // Of a cell's 64 bits, the first twelve say that it is a cell and how fine: the rest fits a whole number.
    const key = (hi & 0xf_ffff) * 2 ** 32 + lo;
    const known = found.get(key);
    if (known === undefined) found.set(key, { hi, lo, count: counts[place]!, places: 1 });
    else {
      known.count += counts[place]!;
      known.places++;
    }
  }
  return [...found.values()].map(({ hi, lo, count, places }) => ({ cell: h3Text(hi, lo), count, places }));
}

/**
 * The whole store's counts in the 256 × 256 cells of tile z/tx/ty, row by row from the north-west: what a map of everything is drawn from. Of the rows in order the tile is one run, found by
 * halving; the others are looked through. Withdrawn rows are still among them until the store is tidied.
 */
export function tileOf(store: EventStore, z: number, tx: number, ty: number): Uint32Array {
  const [x, y] = [viewOf(store, "x") as Uint32Array, viewOf(store, "y") as Uint32Array];
  // A tile finer than the order's upper half is looked for in the square that holds it.
  const zoom = Math.min(z, 16);
  const code = mortonHigh((tx >>> (z - zoom)) * 2 ** (32 - zoom), (ty >>> (z - zoom)) * 2 ** (32 - zoom));
  const from = firstFrom(store, code);
  const to = firstFrom(store, code + 2 ** (32 - 2 * zoom));
  const grid = heatGrid(x, y, from, to, undefined, z, tx, ty);
  for (let row = store.inOrder; row < store.size; row++)
    if (x[row] !== 0) heatGrid(x, y, row, row + 1, undefined, z, tx, ty, grid);
  return grid;
}

/** The first row in order whose code is not less; rows without a point, which lie first, are left out. */
function firstFrom(store: EventStore, code: number): number {
  const [x, y] = [viewOf(store, "x") as Uint32Array, viewOf(store, "y") as Uint32Array];
  let [low, high] = [0, store.inOrder];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (x[middle] === 0 || mortonHigh(x[middle]!, y[middle]!) < code) low = middle + 1;
    else high = middle;
  }
  return low;
}
