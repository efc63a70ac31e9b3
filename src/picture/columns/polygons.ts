// Which area each of many points lies in: even-odd on the areas' true edges, straight in longitude and latitude (RFC 7946), behind a grid in world coordinates (world.ts) that answers at once for all
// cells that no border passes. In the others only the edges of that cell are asked.
import { latOf, lonOf, WORLD_SIDE, worldX, worldY } from "./world.ts";

export type LonLat = readonly [lon: number, lat: number, ...more: number[]];
/** As in GeoJSON: an outline and its holes. */
export type Polygon = readonly (readonly LonLat[])[];
export type Multipolygon = readonly Polygon[];

/** The area number of a point that lies in none. */
export const NO_AREA = 0xffff;

/** Areas ready to be asked; made by `areaIndex`, and may be copied to another thread. */
export type AreaIndex = {
  /** The grid's first unit, how many bits of a coordinate a cell swallows, and its size. */
  readonly west: number;
  readonly north: number;
  readonly shift: number;
  readonly columns: number;
  readonly rows: number;
  /** An area number, NO_AREA, or, where a border passes, -1 - the cell's place in `firstCandidate`. */
  readonly cells: Int32Array;
  /** Per cell with a border, and one more: its first candidate. */
  readonly firstCandidate: Int32Array;
  /** Per candidate, rising within a cell: the area, whether the edges are to be even (0) or odd (1) for a point inside, and its first edge. */
  readonly candidateArea: Uint16Array;
  readonly candidateParity: Uint8Array;
  readonly firstEdge: Int32Array;
  /** Four numbers an edge: the lower latitude, the upper, the longitude at the lower, and degrees east per degree north. */
  readonly edges: Float64Array;
};

/** Room for doubt in degrees (a tenth of a millimetre): an edge so close to a cell is one of the cell's. */
const SLACK = 1e-9;

type Edge = {
  readonly area: number;
  readonly low: number;
  readonly high: number;
  readonly lonAtLow: number;
  readonly slope: number;
  /** The ends in the ring's order, and the edges that meet it there. */
  readonly from: LonLat;
  readonly to: LonLat;
  readonly before: number;
  readonly after: number;
};

/**
 * The index of areas numbered as they stand. A point on a border belongs to the area east of it, or north of it where it runs due east: of areas that share borders each point is in one. Where
 * areas lie over one another the first of them is told. `mostCells` weighs memory (4 bytes a cell) against how many points need to be held against edges.
 * @throws RangeError for more than 65,535 areas.
 */
export function areaIndex(areas: readonly Multipolygon[], mostCells = 2 ** 20): AreaIndex {
  if (areas.length > NO_AREA) throw new RangeError(`${areas.length} areas are more than have numbers (${NO_AREA})`);
  const edges = edgesOf(areas);
  const grid = gridOver(edges, mostCells);
  const borders = bordersOf(edges, grid);
  const crossings = crossingsOf(edges, grid);
  fillCells(grid, crossings, areas.length);
  return withCandidates(edges, grid, borders, crossings, areas.length);
}

/** The area of each point in world coordinates, into `out`: NO_AREA where it lies in none. */
export function areasOf(index: AreaIndex, x: Uint32Array, y: Uint32Array, out: Uint16Array): void {
  const { west, north, shift, columns, rows, cells } = index;
  const count = x.length;
  for (let i = 0; i < count; i++) {
    // What lies west or north of the grid wraps round to beyond it.
    const column = ((x[i]! - west) >>> 0) >>> shift;
    const row = ((y[i]! - north) >>> 0) >>> shift;
    if (column >= columns || row >= rows) {
      out[i] = NO_AREA;
      continue;
    }
    const cell = cells[row * columns + column]!;
    out[i] = cell >= 0 ? cell : amongEdges(index, -1 - cell, lonOf(x[i]!), latOf(y[i]!));
  }
}

/** The area of one point in degrees; NO_AREA where it lies in none. */
export function areaAt(index: AreaIndex, lon: number, lat: number): number {
  const column = ((worldX(lon) - index.west) >>> 0) >>> index.shift;
  const row = ((worldY(lat) - index.north) >>> 0) >>> index.shift;
  if (!(column < index.columns && row < index.rows)) return NO_AREA;
  const cell = index.cells[row * index.columns + column]!;
  return cell >= 0 ? cell : amongEdges(index, -1 - cell, lon, lat);
}

function amongEdges(index: AreaIndex, border: number, lon: number, lat: number): number {
  const { firstCandidate, candidateArea, candidateParity, firstEdge, edges } = index;
  const last = firstCandidate[border + 1]!;
  for (let candidate = firstCandidate[border]!; candidate < last; candidate++) {
    let crossed = 0;
    const end = firstEdge[candidate + 1]! * 4;
    for (let at = firstEdge[candidate]! * 4; at < end; at += 4) {
      const low = edges[at]!;
      if (lat >= low && lat < edges[at + 1]! && lon < edges[at + 2]! + (lat - low) * edges[at + 3]!) crossed ^= 1;
    }
    if (crossed === candidateParity[candidate]) return candidateArea[candidate]!;
  }
  return NO_AREA;
}

/** Every side of every ring, its lower end first, so that two areas that share a border reckon it alike. */
function edgesOf(areas: readonly Multipolygon[]): Edge[] {
  const edges: Edge[] = [];
  for (const [area, polygons] of areas.entries())
    for (const ring of polygons.flat()) {
      const corners = ring.filter(([lon, lat], i) => {
        const [nextLon, nextLat] = ring[(i + 1) % ring.length]!;
        return lon !== nextLon || lat !== nextLat;
      });
      const [first, count] = [edges.length, corners.length];
      for (const [i, from] of corners.entries()) {
        const to = corners[(i + 1) % count]!;
        const [lower, upper] = from[1] <= to[1] ? [from, to] : [to, from];
        edges.push({
          area,
          low: lower[1],
          high: upper[1],
          lonAtLow: lower[0],
          slope: upper[1] === lower[1] ? 0 : (upper[0] - lower[0]) / (upper[1] - lower[1]),
          from,
          to,
          before: first + ((i + count - 1) % count),
          after: first + ((i + 1) % count),
        });
      }
    }
  return edges;
}

const lonAt = ({ lonAtLow, low, slope }: Edge, lat: number): number => lonAtLow + (lat - low) * slope;

type Grid = Pick<AreaIndex, "west" | "north" | "shift" | "columns" | "rows" | "cells"> & {
  /** Latitude of each row's northern side, and of the last one's southern. */
  readonly latitudes: Float64Array;
};

/** Cells as small as there may be, their side a power of two. */
function gridOver(edges: readonly Edge[], mostCells: number): Grid {
  let [west, east, south, north] = [WORLD_SIDE - 1, 0, 0, WORLD_SIDE - 1];
  for (const { from, low, high } of edges) {
    west = Math.min(west, worldX(from[0] - SLACK));
    east = Math.max(east, worldX(from[0] + SLACK));
    north = Math.min(north, worldY(high + SLACK));
    south = Math.max(south, worldY(low - SLACK));
  }
  if (edges.length === 0) [east, south] = [west, north];
  const along = (from: number, to: number, shift: number) => Math.floor((to - from) / 2 ** shift) + 1;
  let shift = 0;
  while (along(west, east, shift) * along(north, south, shift) > mostCells && shift < 31) shift++;
  const [columns, rows] = [along(west, east, shift), along(north, south, shift)];
  const latitudes = Float64Array.from({ length: rows + 1 }, (_, row) => latOf(north + row * 2 ** shift - 0.5));
  return { west, north, shift, columns, rows, cells: new Int32Array(columns * rows), latitudes };
}

const columnOf = ({ west, shift, columns }: Grid, lon: number): number =>
  Math.min(Math.max(Math.floor((worldX(lon) - west) / 2 ** shift), 0), columns - 1);
const rowOf = ({ north, shift, rows }: Grid, lat: number): number =>
  Math.min(Math.max(Math.floor((worldY(lat) - north) / 2 ** shift), 0), rows - 1);

/** Which edges touch which cells: lists linked from a cell's first entry. */
type Borders = {
  /** Cells that some edge touches. */
  readonly cells: readonly number[];
  /** Per such cell its last entry; per entry its edge and the entry before it, -1 at the end. */
  readonly last: readonly number[];
  readonly edge: readonly number[];
  readonly previous: readonly number[];
};

function bordersOf(edges: readonly Edge[], grid: Grid): Borders {
  const cells: number[] = [];
  const last: number[] = [];
  const edge: number[] = [];
  const previous: number[] = [];
  const enter = (cell: number, number: number) => {
    const known = grid.cells[cell]!;
    if (known === 0) {
      cells.push(cell);
      last.push(-1);
      grid.cells[cell] = cells.length;
    }
    const place = grid.cells[cell]! - 1;
    previous.push(last[place]!);
    last[place] = edge.length;
    edge.push(number);
  };
  for (const [number, line] of edges.entries()) {
    const lastRow = rowOf(grid, line.low - SLACK);
    for (let row = rowOf(grid, line.high + SLACK); row <= lastRow; row++) {
      const [lonFrom, lonTo] = lonsWithin(line, grid.latitudes[row + 1]! - SLACK, grid.latitudes[row]! + SLACK);
      const lastColumn = columnOf(grid, lonTo + SLACK);
      for (let column = columnOf(grid, lonFrom - SLACK); column <= lastColumn; column++)
        enter(row * grid.columns + column, number);
    }
  }
  return { cells: cells, last: last, edge: edge, previous: previous };
}

/** The longitudes an edge takes between two latitudes. */
function lonsWithin(edge: Edge, south: number, north: number): readonly [number, number] {
  if (edge.low === edge.high) return [Math.min(edge.from[0], edge.to[0]), Math.max(edge.from[0], edge.to[0])];
  const below = lonAt(edge, Math.max(edge.low, Math.min(south, edge.high)));
  const above = lonAt(edge, Math.min(edge.high, Math.max(north, edge.low)));
  return below < above ? [below, above] : [above, below];
}

/** Per row, where edges cross the latitude of its cells' middles, from the west. */
type Crossings = readonly { readonly lon: number; readonly area: number }[][];

const middleLat = ({ latitudes }: Grid, row: number): number => (latitudes[row]! + latitudes[row + 1]!) / 2;
const middleLon = ({ west, shift }: Grid, column: number): number => lonOf(west + (column + 0.5) * 2 ** shift - 0.5);

function crossingsOf(edges: readonly Edge[], grid: Grid): Crossings {
  const crossings: { lon: number; area: number }[][] = Array.from({ length: grid.rows }, () => []);
  for (const edge of edges) {
    const lastRow = rowOf(grid, edge.low - SLACK);
    for (let row = rowOf(grid, edge.high + SLACK); row <= lastRow; row++) {
      const lat = middleLat(grid, row);
      if (lat >= edge.low && lat < edge.high) crossings[row]!.push({ lon: lonAt(edge, lat), area: edge.area });
    }
  }
  return crossings.map((row) => row.toSorted((a, b) => a.lon - b.lon));
}

/** Writes into every cell without a border the first area its middle lies in; those with one become negative. */
function fillCells(grid: Grid, crossings: Crossings, areas: number): void {
  const { cells, columns } = grid;
  const inside = new Uint8Array(areas);
  for (const [row, line] of crossings.entries()) {
    const present = new Set<number>();
    let column = 0;
    const fillTo = (end: number) => {
      const area = present.size === 0 ? NO_AREA : Math.min(...present);
      for (; column < end; column++) {
        const cell = row * columns + column;
        cells[cell] = cells[cell] === 0 ? area : -cells[cell]!;
      }
    };
    inside.fill(0);
    for (const { lon, area } of line) {
      const at = columnOf(grid, lon);
      fillTo(middleLon(grid, at) < lon ? at + 1 : at);
      inside[area]! ^= 1;
      if (inside[area]) present.add(area);
      else present.delete(area);
    }
    fillTo(columns);
  }
}

/** Gives every cell with a border its candidates. */
function withCandidates(
  edges: readonly Edge[],
  grid: Grid,
  borders: Borders,
  crossings: Crossings,
  areas: number,
): AreaIndex {
  const { west, north, shift, columns, rows, cells } = grid;
  const firstCandidate = new Int32Array(borders.cells.length + 1);
  const area: number[] = [];
  const parity: number[] = [];
  const firstEdge: number[] = [];
  const numbers: number[] = [];
  const here = new Int32Array(edges.length).fill(-1);
  const inside = new Uint8Array(areas);
  for (const [border, cell] of borders.cells.entries()) {
    const row = Math.floor(cell / columns);
    const column = cell - row * columns;
    const [lon, lat] = [middleLon(grid, column), middleLat(grid, row)];
    const touching: number[] = [];
    for (let entry = borders.last[border]!; entry >= 0; entry = borders.previous[entry]!) {
      touching.push(borders.edge[entry]!);
      here[borders.edge[entry]!] = border;
    }
    const within = areasAround(crossings[row]!, lon, inside);
    const candidates = new Set([...touching.map((edge) => edges[edge]!.area), ...within]);
    for (const candidate of [...candidates].toSorted((a, b) => a - b)) {
      area.push(candidate);
      firstEdge.push(numbers.length / 4);
      const own = touching.filter((edge) => edges[edge]!.area === candidate);
      const from = numbers.length;
      for (const edge of own) pushEdge(numbers, edges, edge, here, border, grid, row, column);
      const odd = crossedBy(numbers, from, lon, lat);
      parity.push(within.has(candidate) ? odd : odd ^ 1);
      // An area that holds the whole cell leaves nothing for those after it.
      if (own.length === 0) break;
    }
    firstCandidate[border + 1] = area.length;
  }
  firstEdge.push(numbers.length / 4);
  return {
    west,
    north,
    shift,
    columns,
    rows,
    cells,
    firstCandidate,
    candidateArea: Uint16Array.from(area),
    candidateParity: Uint8Array.from(parity),
    firstEdge: Int32Array.from(firstEdge),
    edges: Float64Array.from(numbers),
  };
}

/** The areas around a point on a row's middle: those with an odd number of crossings east of it. */
function areasAround(line: Crossings[number], lon: number, inside: Uint8Array): Set<number> {
  const within = new Set<number>();
  for (let i = line.length - 1; i >= 0 && lon < line[i]!.lon; i--) inside[line[i]!.area]! ^= 1;
  for (let i = line.length - 1; i >= 0 && lon < line[i]!.lon; i--) {
    if (inside[line[i]!.area] === 1) within.add(line[i]!.area);
    inside[line[i]!.area] = 0;
  }
  return within;
}

/**
 * An edge of a cell, and what it stands for: a ring that leaves the cell eastwards goes on there, from the latitude of the edge's end on, and is crossed (or no longer crossed) by every ray above it.
 * Edges further east need no more: a ring changes the evenness of what a ray crosses nowhere else.
 */
function pushEdge(
  numbers: number[],
  edges: readonly Edge[],
  number: number,
  here: Int32Array,
  border: number,
  grid: Grid,
  row: number,
  column: number,
): void {
  const edge = edges[number]!;
  if (edge.low < edge.high) numbers.push(edge.low, edge.high, edge.lonAtLow, edge.slope);
  const east = middleLon(grid, column);
  const [south, north] = [grid.latitudes[row + 1]! - SLACK, grid.latitudes[row]! + SLACK];
  for (const [[lon, lat], neighbour] of [
    [edge.from, edge.before],
    [edge.to, edge.after],
  ] as const)
    if (here[neighbour] !== border && lon > east && lat >= south && lat <= north)
      numbers.push(lat, Infinity, Infinity, 0);
}

function crossedBy(numbers: readonly number[], from: number, lon: number, lat: number): number {
  let crossed = 0;
  for (let at = from; at < numbers.length; at += 4)
    if (
      lat >= numbers[at]! &&
      lat < numbers[at + 1]! &&
      lon < numbers[at + 2]! + (lat - numbers[at]!) * numbers[at + 3]!
    )
      crossed ^= 1;
  return crossed;
}
