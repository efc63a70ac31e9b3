// Kernel density: points smoothed into a surface. It is a way to see, with a bandwidth that somebody chose and that always stands beside it; it tests nothing (statistics.md 5.3).

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
 * The same for many points: each is shared out between the four middles around it (linear binning), and the grid is smoothed along its rows and its columns. `inside`, one value a
 * cell, 1 where there can be events and 0 where not, corrects the edge: what the kernel spreads to where nothing can be is given back (Diggle's uniform correction). Cells outside are NaN.
 */
export function binnedDensity(
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  bandwidth: Bandwidth,
  grid: Grid,
  inside?: ArrayLike<number>,
): Float64Array {
  const { columns, rows } = grid;
  const [stepX, stepY] = [(grid.east - grid.west) / (columns - 1), (grid.north - grid.south) / (rows - 1)];
  const binned = new Float64Array(columns * rows);
  for (let i = 0; i < x.length; i++) {
    const [across, along] = [(x[i]! - grid.west) / stepX, (y[i]! - grid.south) / stepY];
    const [column, row] = [Math.floor(across), Math.floor(along)];
    for (const [dc, wc] of [
      [0, 1 - (across - column)],
      [1, across - column],
    ] as const)
      for (const [dr, wr] of [
        [0, 1 - (along - row)],
        [1, along - row],
      ] as const)
        if (column + dc >= 0 && column + dc < columns && row + dr >= 0 && row + dr < rows)
          binned[(row + dr) * columns + column + dc]! += wc * wr;
  }
  const smooth = (values: Float64Array) =>
    smoothed(
      smoothed(values, columns, rows, 1, columns, bandwidth.x / stepX),
      rows,
      columns,
      columns,
      1,
      bandwidth.y / stepY,
    );
  const surface = smooth(binned);
  const per = 1 / (Math.max(x.length, 1) * stepX * stepY);
  if (inside === undefined) return surface.map((value) => value * per);
  const mass = smooth(Float64Array.from(inside));
  return surface.map((value, cell) => (inside[cell]! > 0 && mass[cell]! > 0 ? (value * per) / mass[cell]! : NaN));
}

/** One direction of a separable Gaussian: `length` values `step` apart, `lines` lines `between` apart. The kernel is cut at six deviations and sums to one. */
function smoothed(
  values: Float64Array,
  length: number,
  lines: number,
  step: number,
  between: number,
  deviation: number,
): Float64Array {
  const reach = Math.max(1, Math.ceil(6 * deviation));
  const kernel = Float64Array.from(
    { length: reach + 1 },
    (_, k) => (PEAK / deviation) * Math.exp(-0.5 * (k / deviation) ** 2),
  );
  const sum = kernel.reduce((all, one, k) => all + (k === 0 ? one : 2 * one), 0);
  const answer = new Float64Array(values.length);
  for (let line = 0; line < lines; line++)
    for (let place = 0; place < length; place++) {
      const value = values[line * between + place * step]!;
      // Most of a map is empty.
      if (value === 0) continue;
      for (let k = -Math.min(reach, place); k <= Math.min(reach, length - 1 - place); k++)
        answer[line * between + (place + k) * step]! += (value * kernel[k < 0 ? -k : k]!) / sum;
    }
  return answer;
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
