// Where it concentrates.
import { dbscan, NOISE } from "../engine/cluster.ts";
import { binnedDensity, oversmoothing } from "../engine/density.ts";
import { FEWEST_EVENTS, hotspots, type Neighbours } from "../engine/hotspot.ts";
import { basisOf, extentOf, placedOf } from "./basis.ts";
import type { EventTable } from "./event-table.ts";
import { sentences } from "./words.ts";

const MOST_CELLS = 1_000_000;

/** Square cells of this side, empty ones between the outermost events included: the family that is corrected for. */
export function hotspotAnswer(events: EventTable, cellMetres: number) {
  const placed = placedOf(events);
  const { west, east, south, north } = extentOf(events, placed);
  const columns = placed.length === 0 ? 0 : Math.floor((east - west) / cellMetres) + 1;
  const rows = placed.length === 0 ? 0 : Math.floor((north - south) / cellMetres) + 1;
  // One event on the other side of the earth makes a map of millions of empty cells, and a mean of nothing.
  if (columns * rows > MOST_CELLS)
    return {
      ...basisOf(events, "gi-star-bh", sentences.tooManyCells, { cells: columns * rows, most: MOST_CELLS }),
      cellMetres,
      family: 0,
      cells: [],
    };
  const counts = new Float64Array(columns * rows);
  const places = Array.from(counts, () => new Set<string>());
  for (const i of placed) {
    const cell =
      Math.floor((events.y[i]! - south) / cellMetres) * columns + Math.floor((events.x[i]! - west) / cellMetres);
    counts[cell]!++;
    places[cell]!.add(`${events.x[i]!.toFixed(1)} ${events.y[i]!.toFixed(1)}`);
  }
  const neighbours: Neighbours = Array.from(counts, (_, cell) => {
    const [column, row] = [cell % columns, Math.floor(cell / columns)];
    const near: number[] = [];
    for (let r = Math.max(row - 1, 0); r <= Math.min(row + 1, rows - 1); r++)
      for (let c = Math.max(column - 1, 0); c <= Math.min(column + 1, columns - 1); c++)
        if (r * columns + c !== cell) near.push(r * columns + c);
    return near;
  });
  const around = (cell: number) => [cell, ...neighbours[cell]!];
  const inReach = Float64Array.from(counts, (_, cell) => around(cell).reduce((sum, one) => sum + counts[one]!, 0));
  const placesInReach = Float64Array.from(
    counts,
    (_, cell) => new Set(around(cell).flatMap((one) => [...places[one]!])).size,
  );
  const found = hotspots(counts, neighbours, inReach, placesInReach);
  const significant = found.filter((cell) => cell.significant);
  const said =
    placed.length < FEWEST_EVENTS
      ? sentences.tooFewEvents
      : significant.length === 0
        ? sentences.noHotspot
        : sentences.hotspots;
  return {
    ...basisOf(events, "gi-star-bh", said, {
      count: placed.length,
      tested: counts.length,
      found: significant.length,
      fewest: FEWEST_EVENTS,
    }),
    cellMetres,
    /** How many cells were tested together. */
    family: counts.length,
    cells: found
      .filter(({ cell, significant: stands }) => stands || counts[cell]! > 0)
      .map(({ cell, z, p, significant: stands, withheld }) => ({
        position: events.positionOf(
          west + ((cell % columns) + 0.5) * cellMetres,
          south + (Math.floor(cell / columns) + 0.5) * cellMetres,
        ),
        count: counts[cell]!,
        z,
        p,
        significant: stands,
        withheld,
      })),
  };
}

/** A surface of 128 cells along its longer side; the bandwidth is stated, and is the oversmoothing one unless another is asked for. */
export function densityAnswer(events: EventTable, bandwidthMetres?: number) {
  const placed = placedOf(events);
  const [x, y] = [placed.map((i) => events.x[i]!), placed.map((i) => events.y[i]!)];
  const deviation = bandwidthMetres ?? (placed.length < 2 ? NaN : oversmoothing(x, y));
  if (!(deviation > 0))
    return {
      ...basisOf(events, "kde-gaussian", sentences.noDensity),
      bandwidthMetres: undefined,
      columns: 0,
      rows: 0,
      southWest: undefined,
      northEast: undefined,
      perSquareKilometre: [],
    };
  const extent = extentOf(events, placed);
  const [west, east] = [extent.west - 3 * deviation, extent.east + 3 * deviation];
  const [south, north] = [extent.south - 3 * deviation, extent.north + 3 * deviation];
  const step = Math.max(east - west, north - south) / 127;
  const [columns, rows] = [
    Math.max(Math.round((east - west) / step) + 1, 2),
    Math.max(Math.round((north - south) / step) + 1, 2),
  ];
  const surface = binnedDensity(x, y, { x: deviation, y: deviation }, { west, east, columns, south, north, rows });
  return {
    ...basisOf(events, "kde-gaussian", sentences.density, { count: placed.length, bandwidth: deviation }),
    bandwidthMetres: deviation,
    columns,
    rows,
    southWest: events.positionOf(west, south),
    northEast: events.positionOf(east, north),
    /** Events per square kilometre, row by row from the south. */
    perSquareKilometre: Array.from(surface, (value) => value * placed.length * 1e6),
  };
}

/** Groups of events closer than the rest. */
export function clusterAnswer(events: EventTable, reachMetres: number, fewest: number) {
  const placed = placedOf(events);
  const groups = dbscan([placed.map((i) => events.x[i]!), placed.map((i) => events.y[i]!)], reachMetres, fewest);
  const members = new Map<number, number[]>();
  for (const [at, group] of groups.entries())
    if (group !== NOISE) members.set(group, [...(members.get(group) ?? []), placed[at]!]);
  const grouped = [...members.values()].reduce((sum, { length }) => sum + length, 0);
  return {
    ...basisOf(events, "dbscan", sentences.cluster, {
      groups: members.size,
      grouped,
      count: placed.length,
      fewest,
      reach: reachMetres,
    }),
    reachMetres,
    fewest,
    groups: [...members.values()].map((group) => ({
      count: group.length,
      middle: events.positionOf(
        group.reduce((sum, i) => sum + events.x[i]!, 0) / group.length,
        group.reduce((sum, i) => sum + events.y[i]!, 0) / group.length,
      ),
    })),
    alone: placed.length - grouped,
  };
}
