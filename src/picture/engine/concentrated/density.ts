// Kernel density: points smoothed into a surface. It is a way to see, with a bandwidth that somebody chose and that always stands beside it; it tests nothing (statistics.md 5.3).
import { smoothed } from "./gaussian-smoothing.ts";

/** Standard deviations of the Gaussian kernel, in the coordinates' own unit. */
export type Bandwidth = { readonly x: number; readonly y: number };
/** A regular grid by the middles of its cells; both ends are in it. */
export type Grid = {
  readonly west: number;
  readonly east: number;
  readonly columns: number;
  readonly south: number;
  readonly north: number;
  readonly rows: number;
};

/**
 * The density at each middle of the grid, row by row from the south, per square unit; its integral over the plane is one. Every point is taken where it is
 * (as R's kde2d, whose h is four of these standard deviations): rows × columns × points steps.
 */
export function density(x: ArrayLike<number>, y: ArrayLike<number>, bandwidth: Bandwidth, grid: Grid): Float64Array {
  const n = x.length;
  const across = kernelAt(x, bandwidth.x, grid.west, grid.east, grid.columns);
  const along = kernelAt(y, bandwidth.y, grid.south, grid.north, grid.rows);
  const surface = new Float64Array(grid.columns * grid.rows);
  for (let row = 0; row < grid.rows; row++)
    for (let column = 0; column < grid.columns; column++) {
      let sum = 0;
      for (let i = 0; i < n; i++) sum += across[column * n + i]! * along[row * n + i]!;
      surface[row * grid.columns + column] = n === 0 ? 0 : sum / (n * bandwidth.x * bandwidth.y);
    }
  return surface;
}

const PEAK = 1 / Math.sqrt(2 * Math.PI);

function kernelAt(
  values: ArrayLike<number>,
  deviation: number,
  from: number,
  to: number,
  places: number,
): Float64Array {
  const n = values.length;
  const answer = new Float64Array(places * n);
  for (let place = 0; place < places; place++) {
    const middle = middleOf(place, from, to, places);
    for (let i = 0; i < n; i++)
      answer[place * n + i] = PEAK * Math.exp(-0.5 * ((middle - values[i]!) / deviation) ** 2);
  }
  return answer;
}

function middleOf(place: number, from: number, to: number, places: number): number {
  return places === 1 ? from : from + ((to - from) * place) / (places - 1);
}

/**
 * What is done about the edge of where there can be events, or else the surface falls towards it: `uniform` raises each place by what its kernel has outside (Diggle 1985); `jones-diggle`
 * raises each event by what its kernel spreads outside (Jones 1993), so that the surface holds exactly as many events as there are inside.
 */
export type EdgeCorrection = "uniform" | "jones-diggle";

/**
 * The same for many points: each is shared out between the sixteen middles around it (by cubic interpolation of the kernel), and the grid is smoothed along its rows and columns. Off from
 * `density` by less than (step/bandwidth)⁴/7 of the top, and 1e-7 for the smoothing: with four steps to a bandwidth 0.0006, with ten 0.00002. Bandwidths below one and a half steps
 * are shared out linearly, so that nothing falls below zero. `inside`, one value a cell, 1 where there can be events and 0 where not, corrects the
 * edge: cells outside are NaN, and what lies there takes no part.
 */
export function binnedDensity(
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  bandwidth: Bandwidth,
  grid: Grid,
  inside?: ArrayLike<number>,
  correction: EdgeCorrection = "uniform",
): Float64Array {
  const { columns, rows } = grid;
  const [stepX, stepY] = [(grid.east - grid.west) / (columns - 1), (grid.north - grid.south) / (rows - 1)];
  const [deviationX, deviationY] = [bandwidth.x / stepX, bandwidth.y / stepY];
  const [acrossAt, alongAt] = [inSteps(x, grid.west, stepX), inSteps(y, grid.south, stepY)];
  const across = reachOf(acrossAt, columns, deviationX);
  const along = reachOf(alongAt, rows, deviationY);
  const edge = inside && {
    inside,
    correction,
    mass: smoothed(
      { values: Float64Array.from(inside), columns, rows },
      { first: 0, deviation: deviationX, cells: columns },
      { first: 0, deviation: deviationY, cells: rows },
    ),
  };
  const weight = weights(acrossAt, alongAt, grid, edge);
  const binned = shared(acrossAt, alongAt, weight, across, along, Math.min(deviationX, deviationY) < 1.5);
  const surface = smoothed(
    { values: binned, columns: across.cells, rows: along.cells },
    { first: across.first, deviation: deviationX, cells: columns },
    { first: along.first, deviation: deviationY, cells: rows },
  );
  let held = 0;
  for (let i = 0; i < weight.length; i++) if (weight[i]! > 0) held++;
  const per = 1 / (Math.max(held, 1) * stepX * stepY);
  for (let cell = 0; cell < surface.length; cell++)
    if (edge !== undefined && !(edge.inside[cell]! > 0)) surface[cell] = NaN;
    else surface[cell]! *= edge?.correction === "uniform" ? per / edge.mass[cell]! : per;
  return surface;
}

function inSteps(values: ArrayLike<number>, from: number, step: number): Float64Array {
  const steps = new Float64Array(values.length);
  for (let i = 0; i < steps.length; i++) steps[i] = (values[i]! - from) / step;
  return steps;
}

/** The lattice that points are shared out on: the grid, and as far around it as there are points whose kernel reaches in. */
type Reach = { readonly first: number; readonly cells: number };
function reachOf(at: Float64Array, cells: number, deviation: number): Reach {
  const margin = Math.ceil(6.1 * deviation);
  let [least, most] = [0, cells - 1];
  for (let i = 0; i < at.length; i++) {
    if (at[i]! < least) least = at[i]!;
    if (at[i]! > most) most = at[i]!;
  }
  const first = Math.max(Math.floor(least), -margin) - 2;
  return { first, cells: Math.min(Math.ceil(most), cells - 1 + margin) + 3 - first };
}

type Edge = {
  readonly inside: ArrayLike<number>;
  readonly correction: EdgeCorrection;
  /** How much of the kernel around each cell lies inside. */
  readonly mass: Float64Array;
};

/** How much each point counts: nothing without a place or outside, and with Jones's and Diggle's correction more the more of its kernel is lost. */
function weights(
  across: Float64Array,
  along: Float64Array,
  { columns, rows }: Grid,
  edge: Edge | undefined,
): Float64Array {
  const weight = new Float64Array(across.length);
  for (let i = 0; i < weight.length; i++) {
    if (!Number.isFinite(across[i]! + along[i]!)) continue;
    if (edge === undefined) {
      weight[i] = 1;
      continue;
    }
    const [column, row] = [Math.round(across[i]!), Math.round(along[i]!)];
    if (column < 0 || row < 0 || column >= columns || row >= rows) continue;
    const cell = row * columns + column;
    if (edge.inside[cell]! > 0) weight[i] = edge.correction === "jones-diggle" ? 1 / edge.mass[cell]! : 1;
  }
  return weight;
}

function shared(
  acrossAt: Float64Array,
  alongAt: Float64Array,
  weight: Float64Array,
  across: Reach,
  along: Reach,
  linearly: boolean,
): Float64Array {
  const binned = new Float64Array(across.cells * along.cells);
  const [wide, high] = [new Float64Array(4), new Float64Array(4)];
  for (let i = 0; i < weight.length; i++) {
    if (weight[i] === 0) continue;
    const column = Math.floor(acrossAt[i]!);
    const row = Math.floor(alongAt[i]!);
    const left = column - 1 - across.first;
    const low = row - 1 - along.first;
    if (left < 0 || low < 0 || left + 4 > across.cells || low + 4 > along.cells) continue;
    fourShares(acrossAt[i]! - column, linearly, wide);
    fourShares(alongAt[i]! - row, linearly, high);
    for (let r = 0; r < 4; r++) {
      const share = high[r]! * weight[i]!;
      const start = (low + r) * across.cells + left;
      binned[start]! += share * wide[0]!;
      binned[start + 1]! += share * wide[1]!;
      binned[start + 2]! += share * wide[2]!;
      binned[start + 3]! += share * wide[3]!;
    }
  }
  return binned;
}

/** The shares of the four middles around a point that lies `part` of a step past the second (Lagrange). */
function fourShares(part: number, linearly: boolean, into: Float64Array): void {
  if (linearly) {
    into[0] = into[3] = 0;
    into[1] = 1 - part;
    into[2] = part;
    return;
  }
  into[0] = (-part * (part - 1) * (part - 2)) / 6;
  into[1] = ((part + 1) * (part - 1) * (part - 2)) / 2;
  into[2] = (-(part + 1) * part * (part - 2)) / 2;
  into[3] = ((part + 1) * part * (part - 1)) / 6;
}

/** The bandwidth that MASS::bandwidth.nrd gives, as a standard deviation: a quarter of its h. */
export function ruleOfThumb(values: ArrayLike<number>): number {
  return 1.06 * spread(values) * values.length ** (-1 / 5);
}

/** The widest bandwidth that any sensible one could be for this spread (Terrell 1990), in the plane: hides rather than invents. */
export function oversmoothing(x: ArrayLike<number>, y: ArrayLike<number>): number {
  return (2500 / 1536) ** (1 / 6) * planeSpread(x, y) * x.length ** (-1 / 6);
}

/** Silverman's normal-scale bandwidth in the plane. */
export function normalScale(x: ArrayLike<number>, y: ArrayLike<number>): number {
  return planeSpread(x, y) * x.length ** (-1 / 6);
}

function planeSpread(x: ArrayLike<number>, y: ArrayLike<number>): number {
  return Math.min((deviationOf(x) + deviationOf(y)) / 2, (quartileSpread(x) + quartileSpread(y)) / 2);
}

/** The smaller of the standard deviation and what the quartiles say of it, so that a few far away do not widen all. */
function spread(values: ArrayLike<number>): number {
  return Math.min(deviationOf(values), quartileSpread(values));
}

function deviationOf(values: ArrayLike<number>): number {
  const n = values.length;
  let mean = 0;
  for (let i = 0; i < n; i++) mean += values[i]! / n;
  let squares = 0;
  for (let i = 0; i < n; i++) squares += (values[i]! - mean) ** 2;
  return Math.sqrt(squares / (n - 1));
}

function quartileSpread(values: ArrayLike<number>): number {
  const sorted = Float64Array.from(values).toSorted();
  const at = (share: number) => {
    const place = share * (sorted.length - 1);
    const [below, part] = [Math.floor(place), place % 1];
    return sorted[below]! + part * ((sorted[below + 1] ?? sorted[below]!) - sorted[below]!);
  };
  return (at(0.75) - at(0.25)) / 1.34;
}
