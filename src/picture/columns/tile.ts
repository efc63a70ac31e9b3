// A heat tile: how many of the chosen events lie in each of a map tile's 256 x 256 cells, and the same as a Mapbox Vector Tile (specification 2.1). Events in Morton's order (z-order.ts) lie cell by cell,
// so that a cell's count is the distance between two rows: the work is in the cells that hold something, not in the events.

/** Cells along a tile's side. */
export const TILE_CELLS = 256;

/** The last zoom whose cells are whole world units. */
export const LAST_ZOOM = 24;

/** The layer's name, and the extent that puts the middle of each cell on a whole number. */
const LAYER = "heat";
const KEY = "count";
const EXTENT = 2 * TILE_CELLS;

/**
 * Adds to `grid` (row by row from the north-west) the chosen ones of rows `from` … `to` - 1 that lie in tile z/tx/ty; what lies outside is left out. `x` and `y` are world coordinates in Morton's order
 * between `from` and `to`; row i is chosen where bit i % 8 of byte i / 8 of `bits` is set, or where there are no bits.
 * @throws RangeError for a zoom other than 0 … 24.
 */
export function heatGrid(
  x: Uint32Array,
  y: Uint32Array,
  from: number,
  to: number,
  bits: Uint8Array | undefined,
  z: number,
  tx: number,
  ty: number,
  grid: Uint32Array = new Uint32Array(TILE_CELLS * TILE_CELLS),
): Uint32Array {
  if (!Number.isInteger(z) || z < 0 || z > LAST_ZOOM) throw new RangeError(`no heat at zoom ${z}`);
  const shift = LAST_ZOOM - z;
  const west = tx * TILE_CELLS;
  const north = ty * TILE_CELLS;
  for (let row = from; row < to;) {
    const column = x[row]! >>> shift;
    const line = y[row]! >>> shift;
    const next = endOfCell(x, y, row, to, shift, column, line);
    const [across, down] = [column - west, line - north];
    if (across >= 0 && across < TILE_CELLS && down >= 0 && down < TILE_CELLS)
      grid[down * TILE_CELLS + across]! += bits === undefined ? next - row : chosenBetween(bits, row, next);
    row = next;
  }
  return grid;
}

/** The first row after `row` that lies in another cell: strides that double, then halve. */
function endOfCell(
  x: Uint32Array,
  y: Uint32Array,
  row: number,
  to: number,
  shift: number,
  column: number,
  line: number,
): number {
  let inside = row;
  let stride = 1;
  while (inside + stride < to && x[inside + stride]! >>> shift === column && y[inside + stride]! >>> shift === line) {
    inside += stride;
    stride *= 2;
  }
  let outside = Math.min(inside + stride, to);
  while (outside - inside > 1) {
    const middle = (inside + outside) >>> 1;
    if (x[middle]! >>> shift === column && y[middle]! >>> shift === line) inside = middle;
    else outside = middle;
  }
  return outside;
}

const setBits = Uint8Array.from({ length: 256 }, (_, byte) => {
  let count = 0;
  for (let left = byte; left !== 0; left &= left - 1) count++;
  return count;
});

/** How many of the bits `from` … `to` - 1 are set. */
function chosenBetween(bits: Uint8Array, from: number, to: number): number {
  const first = from >>> 3;
  const last = to >>> 3;
  const before = (1 << (from & 7)) - 1;
  const after = (1 << (to & 7)) - 1;
  if (first === last) return setBits[bits[first]! & after & ~before]!;
  let count = setBits[bits[first]! & ~before]!;
  for (let byte = first + 1; byte < last; byte++) count += setBits[bits[byte]!]!;
  return after === 0 ? count : count + setBits[bits[last]! & after]!;
}

/**
 * The grid as a vector tile: one layer, "heat", of extent 512, whose features are the middles of all cells of one count, with that as `count`. Features rise by count and points go row by row, so
 * that equal grids are equal bytes; a grid of nothing is no bytes.
 */
export function heatTile(grid: Uint32Array): Uint8Array<ArrayBuffer> {
  const { counts, first, next, points } = byCount(grid);
  if (points === 0) return new Uint8Array();
  const geometry = bytesFor(points * 4 + 8 * counts.length);
  const layer = bytesFor(64 + points * 4 + counts.length * 48);
  writeText(layer, 1, LAYER);
  for (const [number, count] of counts.entries()) {
    geometry.at = 0;
    writePoints(geometry, first.get(count)!, next);
    writeFeature(layer, number, geometry);
  }
  writeText(layer, 3, KEY);
  for (const count of counts) {
    writeKey(layer, 4, DELIMITED);
    writeVarint(layer, 1 + varintLength(count));
    writeKey(layer, 5, VARINT);
    writeVarint(layer, count);
  }
  writeKey(layer, 5, VARINT);
  writeVarint(layer, EXTENT);
  writeKey(layer, 15, VARINT);
  writeVarint(layer, 2);
  const tile = bytesFor(layer.at + 6);
  writeKey(tile, 3, DELIMITED);
  writeVarint(tile, layer.at);
  writeBytes(tile, layer);
  return tile.bytes.slice(0, tile.at);
}

/** Which counts there are, and for each its cells as a chain in rising order. */
function byCount(grid: Uint32Array): {
  counts: number[];
  first: Map<number, number>;
  next: Int32Array;
  points: number;
} {
  const first = new Map<number, number>();
  const next = new Int32Array(grid.length);
  let points = 0;
  for (let cell = grid.length - 1; cell >= 0; cell--) {
    const count = grid[cell]!;
    if (count === 0) continue;
    next[cell] = first.get(count) ?? -1;
    first.set(count, cell);
    points++;
  }
  return { counts: [...first.keys()].toSorted((a, b) => a - b), first, next, points };
}

// Protocol buffers, as much as a tile needs.
type Bytes = { readonly bytes: Uint8Array<ArrayBuffer>; at: number };
const VARINT = 0;
const DELIMITED = 2;
const bytesFor = (length: number): Bytes => ({ bytes: new Uint8Array(length), at: 0 });

function writeVarint(into: Bytes, value: number): void {
  let left = value;
  while (left > 127) {
    into.bytes[into.at++] = (left & 127) | 128;
    left >>>= 7;
  }
  into.bytes[into.at++] = left;
}

const varintLength = (value: number): number =>
  value < 2 ** 7 ? 1 : value < 2 ** 14 ? 2 : value < 2 ** 21 ? 3 : value < 2 ** 28 ? 4 : 5;

const writeKey = (into: Bytes, field: number, kind: number): void => writeVarint(into, (field << 3) | kind);

function writeBytes(into: Bytes, { bytes, at }: Bytes): void {
  into.bytes.set(bytes.subarray(0, at), into.at);
  into.at += at;
}

function writeText(into: Bytes, field: number, ascii: string): void {
  writeKey(into, field, DELIMITED);
  writeVarint(into, ascii.length);
  for (let i = 0; i < ascii.length; i++) into.bytes[into.at++] = ascii.charCodeAt(i);
}

/** A feature of points with one tag: the layer's only key, and the value of this number. */
function writeFeature(layer: Bytes, value: number, geometry: Bytes): void {
  const tags = 1 + varintLength(value);
  writeKey(layer, 2, DELIMITED);
  writeVarint(layer, 2 + tags + 2 + 1 + varintLength(geometry.at) + geometry.at);
  writeKey(layer, 2, DELIMITED);
  writeVarint(layer, tags);
  writeVarint(layer, 0);
  writeVarint(layer, value);
  writeKey(layer, 3, VARINT);
  writeVarint(layer, 1);
  writeKey(layer, 4, DELIMITED);
  writeVarint(layer, geometry.at);
  writeBytes(layer, geometry);
}

const zigzag = (value: number): number => (value << 1) ^ (value >> 31);

/** One MoveTo for a chain of cells, each told by its steps from the one before. */
function writePoints(geometry: Bytes, first: number, next: Int32Array): void {
  let count = 0;
  for (let cell = first; cell >= 0; cell = next[cell]!) count++;
  writeVarint(geometry, (count << 3) | 1);
  let [x, y] = [0, 0];
  for (let cell = first; cell >= 0; cell = next[cell]!) {
    const [toX, toY] = [2 * (cell % TILE_CELLS) + 1, 2 * Math.floor(cell / TILE_CELLS) + 1];
    writeVarint(geometry, zigzag(toX - x));
    writeVarint(geometry, zigzag(toY - y));
    [x, y] = [toX, toY];
  }
}
