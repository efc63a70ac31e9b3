// Groups of points that lie closer than the rest: DBSCAN (Ester, Kriegel, Sander & Xu 1996), in the plane by cells of which every two points are within reach (Gunawan 2013),
// in any other number of dimensions by a k-d tree.
import { kdTree } from "./kd-tree.ts";
import { type CellTable, cellTable, neighbourWalk } from "./spatial-grid.ts";

/** No group. */
export const NOISE = 0;

/** Any number of dimensions: one array each, equally long. */
export type Coordinates = readonly ArrayLike<number>[];

/**
 * DBSCAN: a point with at least `fewest` points within `reach`, itself counted, is a core; cores within reach of each other are one group; what is within reach of a core
 * but none itself goes to the first of the groups that reach it. Groups are numbered from 1 in the order of their first core, noise is 0. Distances are Euclidean, in the
 * coordinates' own unit. A point without a position (NaN) is noise.
 */
export function dbscan(coordinates: Coordinates, reach: number, fewest: number): Int32Array {
  const n = coordinates[0]?.length ?? 0;
  const known = knownOf(coordinates, n);
  const places = known.length === n ? coordinates : coordinates.map((one) => Float64Array.from(known, (i) => one[i]!));
  const plane = places.length <= 2 ? cellTable(places[0] ?? [], places[1], reach) : undefined;
  const groups = plane === undefined ? inSpace(places, reach, fewest) : inPlane(plane, reach, fewest);
  if (known.length === n) return groups;
  const all = new Int32Array(n);
  for (let i = 0; i < known.length; i++) all[known[i]!] = groups[i]!;
  return all;
}

/** Which points have a position. */
export function knownOf(coordinates: Coordinates, n: number): Int32Array {
  const known = new Int32Array(n);
  let count = 0;
  for (let i = 0; i < n; i++) {
    let sum = 0;
    for (const dimension of coordinates) sum += dimension[i]!;
    if (Number.isFinite(sum)) known[count++] = i;
  }
  return known.subarray(0, count);
}

/** Equal within rounding is within reach. */
const squareOf = (reach: number) => reach * reach * (1 + 1e-12);

/** A cell whose places hold `fewest` points is all cores; so is a place that finds that many around it. Cells with cores near each other are one group. */
function inPlane(table: CellTable, reach: number, fewest: number): Int32Array {
  const limit = squareOf(reach);
  const core = coresOf(table, limit, fewest);
  const hasCore = cellsWithCores(table, core);
  const group = numbered(table, core, joined(table, core, hasCore, limit));
  takeBorders(table, core, hasCore, group, limit);
  return table.placeOf.map((place) => group[place]!);
}

function coresOf(table: CellTable, limit: number, fewest: number): Uint8Array {
  const { start, weight, x, y, cells, heldBy } = table;
  const core = new Uint8Array(x.length);
  const near = neighbourWalk(table);
  for (let cell = 0; cell < cells; cell++) {
    const [from, to] = [start[cell]!, start[cell + 1]!];
    if (heldBy[cell]! >= fewest) {
      core.fill(1, from, to);
      continue;
    }
    const found = near.around(cell);
    let most = heldBy[cell]!;
    for (let k = 0; k < found; k++) most += heldBy[near.cells[k]!]!;
    if (most < fewest) continue;
    for (let place = from; place < to; place++) {
      const [atX, atY] = [x[place]!, y[place]!];
      let count = heldBy[cell]!;
      for (let k = 0; k < found && count < fewest; k++) {
        const other = near.cells[k]!;
        const [first, end] = [start[other]!, start[other + 1]!];
        if (end - first > FEW && table.leastSquare(atX, atY, other) > limit) continue;
        for (let at = first; at < end && count < fewest; at++)
          if ((x[at]! - atX) ** 2 + (y[at]! - atY) ** 2 <= limit) count += weight[at]!;
      }
      if (count >= fewest) core[place] = 1;
    }
  }
  return core;
}

/** So few are sooner looked through than asked whether they can be in reach. */
const FEW = 3;

function cellsWithCores({ start, cells }: CellTable, core: Uint8Array): Uint8Array {
  const hasCore = new Uint8Array(cells);
  for (let cell = 0; cell < cells; cell++)
    for (let place = start[cell]!; place < start[cell + 1]! && hasCore[cell] === 0; place++)
      hasCore[cell] = core[place]!;
  return hasCore;
}

/** Which cell stands for each cell's group: all cores of a cell are within reach of each other, so that only cells need joining. */
function joined(table: CellTable, core: Uint8Array, hasCore: Uint8Array, limit: number): Int32Array {
  const { cells } = table;
  const parent = new Int32Array(cells);
  for (let cell = 0; cell < cells; cell++) parent[cell] = cell;
  const near = neighbourWalk(table);
  for (let cell = 0; cell < cells; cell++) {
    if (hasCore[cell] === 0) continue;
    const found = near.around(cell, true);
    for (let k = 0; k < found; k++) {
      const other = near.cells[k]!;
      if (hasCore[other] === 0 || table.apartSquare(cell, other) > limit) continue;
      const [a, b] = [rootOf(parent, cell), rootOf(parent, other)];
      if (a !== b && coresMeet(table, core, cell, other, limit)) parent[Math.max(a, b)] = Math.min(a, b);
    }
  }
  for (let cell = 0; cell < cells; cell++) parent[cell] = rootOf(parent, cell);
  return parent;
}

/** Who stands for a member's set, shortening the way for the next who asks. */
export function rootOf(parent: Int32Array, member: number): number {
  let at = member;
  while (parent[at] !== at) at = parent[at] = parent[parent[at]!]!;
  return at;
}

function coresMeet({ start, x, y, leastSquare }: CellTable, core: Uint8Array, a: number, b: number, limit: number) {
  for (let i = start[a]!; i < start[a + 1]!; i++) {
    if (core[i] === 0 || leastSquare(x[i]!, y[i]!, b) > limit) continue;
    for (let j = start[b]!; j < start[b + 1]!; j++)
      if (core[j] === 1 && (x[i]! - x[j]!) ** 2 + (y[i]! - y[j]!) ** 2 <= limit) return true;
  }
  return false;
}

/** Each core place's group, numbered by the first point that is a core of it. */
function numbered({ placeOf, cells, start }: CellTable, core: Uint8Array, root: Int32Array): Int32Array {
  const group = new Int32Array(core.length);
  // First which cell stands for each place, one up; then the number that this cell's group has got.
  for (let cell = 0; cell < cells; cell++) group.fill(root[cell]! + 1, start[cell], start[cell + 1]);
  const number = new Int32Array(cells);
  let groups = 0;
  for (let i = 0; i < placeOf.length; i++) {
    const place = placeOf[i]!;
    if (core[place] === 1 && number[group[place]! - 1] === 0) number[group[place]! - 1] = ++groups;
  }
  for (let place = 0; place < group.length; place++)
    group[place] = core[place] === 1 ? number[group[place]! - 1]! : NOISE;
  return group;
}

/** What is no core goes to the lowest-numbered group with a core within reach. */
function takeBorders(table: CellTable, core: Uint8Array, hasCore: Uint8Array, group: Int32Array, limit: number): void {
  const { start, x, y, cells } = table;
  const near = neighbourWalk(table);
  for (let cell = 0; cell < cells; cell++) {
    const [from, to] = [start[cell]!, start[cell + 1]!];
    let borders = 0;
    for (let place = from; place < to; place++) borders += 1 - core[place]!;
    if (borders === 0) continue;
    const found = near.around(cell);
    // Every core of its own cell is within reach, and all those are of one group.
    let own = Infinity;
    for (let at = from; at < to; at++) if (core[at] === 1) own = group[at]!;
    let others = 0;
    for (let k = 0; k < found; k++) if (hasCore[near.cells[k]!] === 1) near.cells[others++] = near.cells[k]!;
    for (let place = from; place < to; place++) {
      if (core[place] === 1) continue;
      const [atX, atY] = [x[place]!, y[place]!];
      let least = own;
      for (let k = 0; k < others; k++) {
        const other = near.cells[k]!;
        if (table.leastSquare(atX, atY, other) > limit) continue;
        for (let at = start[other]!; at < start[other + 1]!; at++)
          if (core[at] === 1 && group[at]! < least && (x[at]! - atX) ** 2 + (y[at]! - atY) ** 2 <= limit)
            least = group[at]!;
      }
      if (least < Infinity) group[place] = least;
    }
  }
}

/** The definition as it is written, each core's neighbourhood asked for once. */
function inSpace(coordinates: Coordinates, reach: number, fewest: number): Int32Array {
  const n = coordinates[0]?.length ?? 0;
  const tree = kdTree(coordinates);
  const limit = squareOf(reach);
  const group = new Int32Array(n);
  const core = new Uint8Array(n);
  for (let i = 0; i < n; i++) core[i] = tree.countWithin(i, limit, fewest) >= fewest ? 1 : 0;
  const waiting = new Int32Array(n);
  let groups = 0;
  for (let start = 0; start < n; start++) {
    if (core[start] === 0 || group[start] !== NOISE) continue;
    group[start] = ++groups;
    waiting[0] = start;
    for (let at = 0, end = 1; at < end; at++)
      tree.eachWithin(waiting[at]!, limit, (other) => {
        if (group[other] !== NOISE) return;
        group[other] = groups;
        if (core[other] === 1) waiting[end++] = other;
      });
  }
  return group;
}
