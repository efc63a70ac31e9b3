// What takes longer than a frame: which cells hold more than expected, the smoothed surface, what gathers now, what is usual for a week. Worked out in a worker of its own, which is ended when nobody waits for it any longer.
import { densityAnswer } from "../answers/concentrated.ts";
import { scanAnswer } from "../answers/emerging.ts";
import { type EventTable, inPlane } from "../answers/event-table.ts";
import type { Position } from "../../ground/place.ts";
import type { Said } from "../../ground/words.ts";
import { latOf, lonOf, WORLD_SIDE, worldX, worldY } from "../columns/world.ts";
import type { Explored } from "../columns/explore.ts";
import { seriesOf } from "../columns/series.ts";
import { poissonQuantile } from "../engine/numbers/distributions.ts";
import { farringtonFlexible } from "../engine/expected/farrington-flexible.ts";
import { sameWeeks } from "../engine/expected/same-week.ts";
import { FEWEST_EVENTS, hotspots } from "../engine/concentrated/hotspot.ts";
import type { Selection } from "./explorer-messages.ts";

export type Wish =
  | { readonly weigh: "outlines"; readonly shift: number }
  | { readonly weigh: "surface"; readonly bandwidthMetres: number | undefined }
  | { readonly weigh: "usual" }
  | { readonly weigh: "clusters"; readonly radiusMetres: number; readonly days: number };

export type Outlines = {
  readonly weighed: "outlines";
  readonly shift: number;
  /** How many cells were tested together. */
  readonly tested: number;
  /** How many stand out, and the lines around them: cells that touch are drawn round together. */
  readonly found: number;
  readonly edges: readonly (readonly [from: Position, to: Position])[];
  /** Why none may stand out: too few events, or so many cells that they cannot be tested together. */
  readonly withheld: "too-few" | "too-many-cells" | undefined;
};
export type Surface = {
  readonly weighed: "surface";
  readonly sentence: Said;
  readonly bandwidthMetres: number | undefined;
  /** In the square of the map, 0–1 from the north-west; undefined where there is nothing to smooth. */
  readonly grid:
    | {
        readonly west: number;
        readonly north: number;
        readonly width: number;
        readonly height: number;
        readonly columns: number;
        readonly rows: number;
        /** 0–255, row by row from the north. */
        readonly values: Uint8Array;
      }
    | undefined;
};
export type Clusters = {
  readonly weighed: "clusters";
  readonly sentence: Said;
  readonly clusters: readonly {
    readonly centre: readonly [lon: number, lat: number];
    readonly radiusMetres: number;
    readonly from: string | undefined;
    readonly to: string | undefined;
    readonly cases: number;
    readonly expected: number;
    readonly p: number;
    readonly recurrenceDays: number | undefined;
  }[];
};
/** What is usual for a month or a week, by its first day (days since 1970-01-01); only where there are years enough to say. */
export type UsualCounts = {
  readonly weighed: "usual";
  readonly month: ReadonlyMap<number, UsualCount>;
  readonly week: ReadonlyMap<number, UsualCount>;
};
export type UsualCount = { readonly low: number; readonly high: number };
export type Weighed = Outlines | Surface | Clusters | UsualCounts;

export function weigh(selection: Selection, wish: Wish): Weighed {
  switch (wish.weigh) {
    case "outlines":
      return outlinesOf(selection, wish.shift);
    case "surface":
      return surfaceOf(selection, wish.bandwidthMetres);
    case "usual":
      return usualOf(selection);
    case "clusters":
      return clustersOf(selection, wish.radiusMetres, wish.days);
  }
}

const MOST_CELLS = 250_000;

/** Gi* over all cells between the outermost events, empty ones included; the false-discovery rate is held over all of them. */
function outlinesOf({ lon, lat }: Selection, shift: number): Outlines {
  const side = 2 ** shift;
  const placed: (readonly [column: number, row: number, place: string])[] = [];
  const ends = { left: Infinity, right: -Infinity, top: Infinity, bottom: -Infinity };
  for (let at = 0; at < lon.length; at++) {
    if (Number.isNaN(lon[at]!)) continue;
    const [x, y] = [worldX(lon[at]!), worldY(lat[at]!)];
    const [column, row] = [Math.floor(x / side), Math.floor(y / side)];
    placed.push([column, row, `${x} ${y}`]);
    ends.left = Math.min(ends.left, column);
    ends.right = Math.max(ends.right, column);
    ends.top = Math.min(ends.top, row);
    ends.bottom = Math.max(ends.bottom, row);
  }
  const nothing = (withheld: Outlines["withheld"], tested = 0): Outlines => ({
    weighed: "outlines",
    shift,
    tested,
    found: 0,
    edges: [],
    withheld,
  });
  if (placed.length < FEWEST_EVENTS) return nothing("too-few");
  const [columns, rows] = [ends.right - ends.left + 1, ends.bottom - ends.top + 1];
  if (columns * rows > MOST_CELLS) return nothing("too-many-cells", columns * rows);
  const counts = new Float64Array(columns * rows);
  const places = new Map<number, Set<string>>();
  for (const [column, row, place] of placed) {
    const cell = (row - ends.top) * columns + column - ends.left;
    counts[cell]!++;
    const known = places.get(cell);
    if (known === undefined) places.set(cell, new Set([place]));
    else known.add(place);
  }
  const neighbours = Array.from(counts, (_, cell) => aroundCell(cell, columns, rows));
  const inReach = Float64Array.from(counts, (count, cell) =>
    neighbours[cell]!.reduce((sum, near) => sum + counts[near]!, count),
  );
  const placesInReach = Float64Array.from(counts, (_, cell) => {
    if (inReach[cell] === 0) return 0;
    return new Set([cell, ...neighbours[cell]!].flatMap((near) => [...(places.get(near) ?? [])])).size;
  });
  const found = hotspots(counts, neighbours, inReach, placesInReach)
    // A cell that stands out by its neighbours only is not outlined: nothing is known to have happened there.
    .filter(({ cell, significant }) => significant && counts[cell]! > 0)
    .map(({ cell }) => [cell % columns, Math.floor(cell / columns)] as const);
  const corner = (column: number, row: number): Position => [
    lonOf((ends.left + column) * side),
    latOf((ends.top + row) * side),
  ];
  return {
    weighed: "outlines",
    shift,
    tested: counts.length,
    found: found.length,
    edges: edgesOf(found, corner),
    withheld: undefined,
  };
}

/** The sides of cells that no other of them lies beyond. */
function edgesOf(
  cells: readonly (readonly [column: number, row: number])[],
  corner: (column: number, row: number) => Position,
): (readonly [Position, Position])[] {
  const among = new Set(cells.map((cell) => cell.join()));
  return cells.flatMap(([column, row]) => {
    const sides = [
      [column, row - 1, corner(column, row), corner(column + 1, row)],
      [column, row + 1, corner(column, row + 1), corner(column + 1, row + 1)],
      [column - 1, row, corner(column, row), corner(column, row + 1)],
      [column + 1, row, corner(column + 1, row), corner(column + 1, row + 1)],
    ] as const;
    return sides.flatMap(([x, y, from, to]) => (among.has(`${x},${y}`) ? [] : [[from, to] as const]));
  });
}

function aroundCell(cell: number, columns: number, rows: number): number[] {
  const [column, row] = [cell % columns, Math.floor(cell / columns)];
  const near: number[] = [];
  for (let y = Math.max(row - 1, 0); y <= Math.min(row + 1, rows - 1); y++)
    for (let x = Math.max(column - 1, 0); x <= Math.min(column + 1, columns - 1); x++)
      if (y * columns + x !== cell) near.push(y * columns + x);
  return near;
}

function surfaceOf(selection: Selection, bandwidthMetres: number | undefined): Surface {
  const {
    sentence,
    bandwidthMetres: used,
    columns,
    rows,
    southWest,
    northEast,
    perSquareKilometre,
  } = densityAnswer(tableOf(selection), bandwidthMetres);
  if (southWest === undefined || northEast === undefined)
    return { weighed: "surface", sentence, bandwidthMetres: used, grid: undefined };
  const most = perSquareKilometre.reduce((high, value) => Math.max(high, value), 0);
  const values = new Uint8Array(columns * rows);
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++)
      values[(rows - 1 - row) * columns + column] = Math.round(
        (perSquareKilometre[row * columns + column]! / most) * 255,
      );
  const [west, north] = [worldX(southWest[0]) / WORLD_SIDE, worldY(northEast[1]) / WORLD_SIDE];
  const [east, south] = [worldX(northEast[0]) / WORLD_SIDE, worldY(southWest[1]) / WORLD_SIDE];
  return {
    weighed: "surface",
    sentence,
    bandwidthMetres: used,
    grid: { west, north, width: east - west, height: south - north, columns, rows, values },
  };
}

/** One in twenty is above, and one in twenty below. */
const TAIL = 0.05;
/** A bound this many times above all that has been seen bounds nothing. */
const BEYOND = 3;
const LEAST_YEARS = 3;
const MOST_YEARS = 5;
/** A series longer than this is told for its last part only. */
const MOST_TOLD = 120;

/** The band of what is usual: Farrington's flexible method for each span of the series, from the same time of the years before (Noufal et al. 2013). */
function usualOf({ day }: Selection): UsualCounts {
  const known = day.filter((one) => !Number.isNaN(one));
  const [first, last] = known.reduce(
    ([low, high], one) => [Math.min(low, one), Math.max(high, one)],
    [Infinity, -Infinity],
  );
  const days = { first, counts: new Float64Array(Math.max(last - first + 1, 0)) };
  for (const one of known) days.counts[one - first]!++;
  return { weighed: "usual", month: usualBy(days, "month"), week: usualBy(days, "week") };
}

function usualBy(days: Explored["days"], resolution: "month" | "week"): ReadonlyMap<number, UsualCount> {
  const { starts, counts } = seriesOf({ days }, resolution);
  const inYear = resolution === "month" ? 12 : 52;
  const usual = new Map<number, UsualCount>();
  const most = counts.reduce((high, count) => Math.max(high, count), 0);
  for (let at = Math.max(counts.length - MOST_TOLD, 0); at < counts.length; at++) {
    const years = Math.min(Math.floor((at - 1) / inYear), MOST_YEARS);
    if (years < LEAST_YEARS || !isLively(counts, at, years, inYear)) continue;
    const expected = farringtonFlexible(counts, at, {
      years,
      halfWindow: resolution === "month" ? 1 : 3,
      periods: resolution === "month" ? 4 : 10,
      weeksLeftOut: resolution === "month" ? 3 : 26,
      weeksInYear: inYear,
      alpha: TAIL,
      ...(resolution === "week" ? { referenceWeeks: sameWeeks(at, starts[0]!, years) } : {}),
    });
    if (expected !== undefined && expected.upper <= BEYOND * most)
      usual.set(starts[at]!, { low: poissonQuantile(TAIL, expected.expected), high: expected.upper });
  }
  return usual;
}

/** Years with next to nothing in them say nothing of what is usual. */
const LEAST_IN_YEAR = 12;

function isLively(counts: readonly number[], at: number, years: number, inYear: number): boolean {
  return Array.from({ length: years }, (_, year) => counts.slice(at - (year + 1) * inYear, at - year * inYear)).every(
    (year) => year.reduce((sum, count) => sum + count, 0) >= LEAST_IN_YEAR,
  );
}

const REPLICATES = 999;
const SEED = 1;

function clustersOf(selection: Selection, radiusMetres: number, days: number): Clusters {
  const { sentence, clusters } = scanAnswer(tableOf(selection), {
    radiusMetres,
    days,
    replicates: REPLICATES,
    seed: SEED,
  });
  return {
    weighed: "clusters",
    sentence,
    clusters: clusters.map((cluster) => ({
      centre: [cluster.centre[0], cluster.centre[1]],
      radiusMetres: cluster.radiusMetres,
      from: cluster.from,
      to: cluster.to,
      cases: cluster.cases,
      expected: cluster.expected,
      p: cluster.p,
      recurrenceDays: cluster.recurrenceDays,
    })),
  };
}

/** The selection as the answers take it. */
function tableOf({ lon, lat, day, category }: Selection): EventTable {
  return { ...inPlane(lon, lat, true), day, category: Array.from(category, String), problems: [] };
}
