// Where it concentrates, and whether it stays there.
import { dbscan, NOISE } from "../engine/concentrated/cluster.ts";
import {
  binnedDensity,
  density,
  type EdgeCorrection,
  type Grid,
  oversmoothing,
} from "../engine/concentrated/density.ts";
import { hdbscan } from "../engine/concentrated/hierarchical-cluster.ts";
import { FEWEST_EVENTS, verdicts } from "../engine/concentrated/hotspot.ts";
import { cellsAround, giStarOnGrid, permutationPOnGrid, sumsAround } from "../engine/concentrated/hotspot-grid.ts";
import { persistenceOf, recurrenceOf, returnToMean, withMost } from "../engine/concentrated/persistence.ts";
import { basisOf, extentOf, placedOf } from "./basis.ts";
import type { EventTable } from "./event-table.ts";
import { sentences } from "./words.ts";

const MOST_CELLS = 1_000_000;

/** The area that is asked about, in the events' own metres: where its outermost points lie, and whether a position is in it. */
export type Area = {
  readonly west: number;
  readonly east: number;
  readonly south: number;
  readonly north: number;
  readonly inside: (x: number, y: number) => boolean;
};

/** Square cells between the outermost events, or over the area; and the cell of each event that is placed. */
function cellsOf(events: EventTable, placed: readonly number[], cellMetres: number, area?: Area) {
  const extent = extentOf(events, placed);
  const west = Math.min(extent.west, area?.west ?? Infinity);
  const south = Math.min(extent.south, area?.south ?? Infinity);
  const across = Math.max(extent.east, area?.east ?? -Infinity) - west;
  const along = Math.max(extent.north, area?.north ?? -Infinity) - south;
  const columns = placed.length === 0 ? 0 : Math.floor(across / cellMetres) + 1;
  const rows = placed.length === 0 ? 0 : Math.floor(along / cellMetres) + 1;
  const cellOf = (i: number) =>
    Math.floor((events.y[i]! - south) / cellMetres) * columns + Math.floor((events.x[i]! - west) / cellMetres);
  const middleOf = (cell: number): [number, number] => [
    west + ((cell % columns) + 0.5) * cellMetres,
    south + (Math.floor(cell / columns) + 0.5) * cellMetres,
  ];
  return { columns, rows, cellOf, middleOf };
}

/**
 * Square cells of this side, empty ones between the outermost events included: the family that is corrected for. With an area it is the cells whose middle is in it, and those that hold
 * events. With `drawn`, p is by so many drawn maps (conditional permutation) instead of by the normal distribution: no p is then below 1 / (draws + 1).
 */
export function hotspotAnswer(
  events: EventTable,
  cellMetres: number,
  area?: Area,
  drawn?: { readonly draws: number; readonly seed: number },
) {
  const method = drawn === undefined ? "gi-star-bh" : "gi-star-permutation-bh";
  const placed = placedOf(events);
  const { columns, rows, cellOf, middleOf } = cellsOf(events, placed, cellMetres, area);
  // One event on the other side of the earth makes a map of millions of empty cells, and a mean of nothing.
  if (columns * rows > MOST_CELLS)
    return {
      ...basisOf(events, method, sentences.tooManyCells, {
        // So many are told roughly.
        cells: Number((columns * rows).toPrecision(3)),
        most: MOST_CELLS,
      }),
      cellMetres,
      family: 0,
      cells: [],
    };
  const counts = new Float64Array(columns * rows);
  const places = new Float64Array(columns * rows);
  const known = new Set<string>();
  for (const i of placed) {
    const cell = cellOf(i);
    counts[cell]!++;
    const place = `${events.x[i]!.toFixed(1)} ${events.y[i]!.toFixed(1)}`;
    if (!known.has(place)) places[cell]!++;
    known.add(place);
  }
  const inside = counts.map((count, cell) =>
    area === undefined || count > 0 || area.inside(...middleOf(cell)) ? 1 : 0,
  );
  const grid = { columns, rows, inside };
  const onMap = [...inside.keys()].filter((cell) => inside[cell] === 1);
  const of = (values: Float64Array) => Float64Array.from(onMap, (cell) => values[cell]!);
  const reached = {
    events: of(sumsAround(counts, grid)),
    places: of(sumsAround(places, grid)),
    cells: of(cellsAround(grid)),
  };
  const tail = drawn && of(permutationPOnGrid(counts, grid, drawn));
  const found = verdicts(of(giStarOnGrid(counts, grid)), of(counts), reached, 0.05, tail);
  const significant = found.filter((cell) => cell.significant);
  const said =
    placed.length < FEWEST_EVENTS
      ? sentences.tooFewEvents
      : significant.length === 0
        ? sentences.noHotspot
        : sentences.hotspots;
  return {
    ...basisOf(events, method, said, {
      count: placed.length,
      tested: onMap.length,
      found: significant.length,
      fewest: FEWEST_EVENTS,
    }),
    cellMetres,
    ...drawn,
    /** How many cells were tested together. */
    family: onMap.length,
    cells: found
      .map((verdict) => ({ ...verdict, cell: onMap[verdict.cell]! }))
      .filter(({ cell, significant: stands }) => stands || counts[cell]! > 0)
      .map(({ cell, z, p, significant: stands, withheld }) => ({
        position: events.positionOf(...middleOf(cell)),
        count: counts[cell]!,
        z,
        p,
        significant: stands,
        /** Only what is significant is filled; the rest is outlined. */
        shown: stands ? ("filled" as const) : ("outlined" as const),
        withheld,
      })),
  };
}

const CELLS_ALONG = 128;
/** Steps of the exact surface that are done before points are shared out over the grid instead. */
const MOST_EXACT = 2e7;

/**
 * A surface of 128 cells along its longer side; the bandwidth is stated, and is the oversmoothing one unless another is asked for. With an area the surface ends at its edge, and is corrected for
 * what the kernel spreads beyond it.
 */
export function densityAnswer(
  events: EventTable,
  bandwidthMetres?: number,
  area?: Area,
  correction: EdgeCorrection = "uniform",
) {
  const placed = placedOf(events).filter((i) => area === undefined || area.inside(events.x[i]!, events.y[i]!));
  const [x, y] = [placed.map((i) => events.x[i]!), placed.map((i) => events.y[i]!)];
  const deviation = bandwidthMetres ?? (placed.length < 2 ? NaN : oversmoothing(x, y));
  if (!(deviation > 0) || placed.length === 0)
    return {
      ...basisOf(events, "kde-gaussian", sentences.noDensity),
      bandwidthMetres: undefined,
      edge: undefined,
      columns: 0,
      rows: 0,
      southWest: undefined,
      northEast: undefined,
      perSquareKilometre: [],
    };
  const grid = gridAround(area ?? extentOf(events, placed), area === undefined ? 3 * deviation : 0, deviation);
  const inside = area && insideOf(grid, area);
  const bandwidth = { x: deviation, y: deviation };
  const exact = inside === undefined && placed.length * grid.columns * grid.rows <= MOST_EXACT;
  const surface = exact ? density(x, y, bandwidth, grid) : binnedDensity(x, y, bandwidth, grid, inside, correction);
  const detail = { count: placed.length, bandwidth: deviation };
  return {
    ...basisOf(events, "kde-gaussian", area === undefined ? sentences.density : sentences.densityInArea, detail),
    bandwidthMetres: deviation,
    edge: area === undefined ? undefined : correction,
    columns: grid.columns,
    rows: grid.rows,
    southWest: events.positionOf(grid.west, grid.south),
    northEast: events.positionOf(grid.east, grid.north),
    /** Events per square kilometre, row by row from the south; NaN outside the area. */
    perSquareKilometre: Array.from(surface, (value) => value * placed.length * 1e6),
  };
}

function gridAround(extent: Pick<Area, "west" | "east" | "south" | "north">, margin: number, deviation: number): Grid {
  const [west, east] = [extent.west - margin, extent.east + margin];
  const [south, north] = [extent.south - margin, extent.north + margin];
  const step = Math.max(east - west, north - south, deviation) / (CELLS_ALONG - 1);
  const columns = Math.max(Math.round((east - west) / step) + 1, 2);
  const rows = Math.max(Math.round((north - south) / step) + 1, 2);
  return { west, east: Math.max(east, west + step), columns, south, north: Math.max(north, south + step), rows };
}

function insideOf({ west, east, columns, south, north, rows }: Grid, area: Area): Float64Array {
  return Float64Array.from({ length: columns * rows }, (_, cell) => {
    const x = west + ((cell % columns) * (east - west)) / (columns - 1);
    const y = south + (Math.floor(cell / columns) * (north - south)) / (rows - 1);
    return area.inside(x, y) ? 1 : 0;
  });
}

/** Groups of events closer than the rest: so many within so far. */
export function clusterAnswer(events: EventTable, reachMetres: number, fewest: number) {
  const placed = placedOf(events);
  const groups = dbscan([placed.map((i) => events.x[i]!), placed.map((i) => events.y[i]!)], reachMetres, fewest);
  const found = groupsOf(events, placed, groups);
  const said = found.groups.length === 0 ? sentences.clusterNone : sentences.cluster;
  const detail = { groups: found.groups.length, grouped: found.grouped, fewest, reach: reachMetres };
  return {
    ...basisOf(events, "dbscan", said, { ...detail, count: placed.length }),
    reachMetres,
    fewest,
    groups: found.groups,
    alone: placed.length - found.grouped,
  };
}

/** Groups of events closer than what is around them, whatever that is: no reach is chosen. */
export function hierarchicalClusterAnswer(events: EventTable, fewest: number) {
  const placed = placedOf(events);
  const hierarchy = hdbscan([placed.map((i) => events.x[i]!), placed.map((i) => events.y[i]!)], fewest);
  const found = groupsOf(events, placed, hierarchy.group);
  const said = found.groups.length === 0 ? sentences.clusterNoneAnyDensity : sentences.clusterAnyDensity;
  const detail = { groups: found.groups.length, grouped: found.grouped, count: placed.length, fewest };
  return {
    ...basisOf(events, "hdbscan", said, detail),
    fewest,
    groups: found.groups.map((group, at) => ({ ...group, stability: hierarchy.groups[at]!.stability })),
    alone: placed.length - found.grouped,
  };
}

function groupsOf(events: EventTable, placed: readonly number[], groups: Int32Array) {
  const sums: { count: number; x: number; y: number }[] = [];
  let grouped = 0;
  for (const [at, group] of groups.entries()) {
    if (group === NOISE) continue;
    const sum = (sums[group - 1] ??= { count: 0, x: 0, y: 0 });
    grouped++;
    sum.count++;
    sum.x += events.x[placed[at]!]!;
    sum.y += events.y[placed[at]!]!;
  }
  return {
    grouped,
    groups: sums.map(({ count, x, y }) => ({ count, middle: events.positionOf(x / count, y / count) })),
  };
}

export type PersistenceWish = {
  readonly cellMetres: number;
  /** How many cells are chosen as those with most. */
  readonly chosen: number;
  /** How many equally long periods the time is divided into, to see in how many a cell is among those with most; at least 2. */
  readonly periods: number;
};

/**
 * Do the cells with most in the first half of the time have most in the second as well? Asked of cells that hold any event at all: beside the empty ones everything would seem to stay.
 */
export function persistenceAnswer(events: EventTable, { cellMetres, chosen, periods }: PersistenceWish) {
  const used = placedOf(events).filter((i) => !Number.isNaN(events.day[i]!));
  const { cellOf, middleOf } = cellsOf(events, used, cellMetres);
  const cells = [...new Set(used.map(cellOf))].toSorted((a, b) => a - b);
  const placeOf = new Map(cells.map((cell, at) => [cell, at]));
  const first = used.reduce((least, i) => Math.min(least, events.day[i]!), Infinity);
  const days = used.reduce((most, i) => Math.max(most, events.day[i]! - first + 1), 0);
  const countsIn = (spans: number): Float64Array[] => {
    const counts = Array.from({ length: spans }, () => new Float64Array(cells.length));
    for (const i of used) counts[Math.floor(((events.day[i]! - first) * spans) / days)]![placeOf.get(cellOf(i))!]!++;
    return counts;
  };
  const [before, after] = countsIn(2) as [Float64Array, Float64Array];
  const flags = withMost(before, chosen);
  const stayed = persistenceOf(flags, withMost(after, chosen));
  const back = returnToMean(before, after, flags);
  const recurring = recurrenceOf(countsIn(Math.max(periods, 2)).map((counts) => withMost(counts, chosen)));
  const enough = stayed !== undefined && back.first >= FEWEST_EVENTS && stayed.chosen < cells.length;
  return {
    ...basisOf(events, "persistence-of-places", enough ? sentences.persistence : sentences.persistenceTooFew, {
      count: used.length,
      chosen: stayed?.chosen ?? 0,
      still: stayed?.still ?? 0,
      low: Math.round((stayed?.share.low ?? 0) * (stayed?.chosen ?? 0)),
      high: Math.round((stayed?.share.high ?? 0) * (stayed?.chosen ?? 0)),
      expected: Math.round((stayed?.expectedStill ?? 0) * 10) / 10,
      first: back.first,
      second: back.second,
    }),
    cellMetres,
    family: cells.length,
    persistence: enough ? stayed : undefined,
    returnToMean: enough ? back : undefined,
    periods: Math.max(periods, 2),
    /** How many cells were among those with most in at least so many of the periods, and how many would be by chance. */
    atLeast: recurring.atLeast,
    expectedAtLeast: recurring.expectedAtLeast,
    cells: cells.map((cell, at) => ({
      position: events.positionOf(...middleOf(cell)),
      first: before[at]!,
      second: after[at]!,
      times: recurring.times[at]!,
    })),
  };
}
