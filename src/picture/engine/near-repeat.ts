// Near repeat: does one event make another soon and nearby more likely? Knox's test (1964) as crime analysts use it (Johnson et al. 2007): every pair of events by how far apart
// they are in space and in time, beside what would be there if times had nothing to do with places.
import { chanceOf } from "./random.ts";

export type Happenings = {
  /** Metres in one plane. */
  readonly x: ArrayLike<number>;
  readonly y: ArrayLike<number>;
  /** Whole days. */
  readonly day: ArrayLike<number>;
};
export type Bands = {
  /** Ends of the distance bands, rising: [0, 1, 100, 200] has three, each including its lower end and not its upper. */
  readonly distances: readonly number[];
  readonly days: readonly number[];
};
export type KnoxOptions = {
  readonly metric?: "euclidean" | "manhattan";
  readonly replicates?: number;
  readonly seed?: number;
};
export type KnoxTable = {
  /** Pairs, distance band by time band. */
  readonly observed: readonly (readonly number[])[];
  /** The mean of the replicates. */
  readonly expected: readonly (readonly number[])[];
  /** Observed over expected; undefined where nothing was to be expected. */
  readonly ratio: readonly (readonly (number | undefined)[])[];
  /** One-sided, the observed counted in. */
  readonly p: readonly (readonly number[])[];
  readonly replicates: number;
  readonly events: number;
};

/**
 * Knox's table with its Monte Carlo: places keep their distances while the days are put in another order. Only pairs within the last distance band are ever looked at
 * again, which is what makes a thousand replicates cheap.
 */
export function knox(
  { x, y, day }: Happenings,
  { distances, days }: Bands,
  { metric = "euclidean", replicates = 999, seed = 1 }: KnoxOptions = {},
): KnoxTable {
  const [rows, columns] = [distances.length - 1, days.length - 1];
  const pairs = pairsWithin({ x, y, day }, distances, metric);
  const dayBand = bandsOf(day, days);
  const size = rows * columns;
  const count = (of: ArrayLike<number>): Int32Array => {
    const table = new Int32Array(size);
    for (let pair = 0; pair < pairs.band.length; pair++) {
      const apart = of[pairs.first[pair]!]! - of[pairs.second[pair]!]!;
      const column = dayBand(apart < 0 ? -apart : apart);
      if (column >= 0) table[pairs.band[pair]! * columns + column]!++;
    }
    return table;
  };
  const observed = count(day);
  const sums = new Float64Array(size);
  const asMany = new Int32Array(size);
  for (let replicate = 0; replicate < replicates; replicate++) {
    const shuffled = Int32Array.from(day);
    chanceOf(seed, replicate).shuffle(shuffled);
    const table = count(shuffled);
    for (let cell = 0; cell < size; cell++) {
      sums[cell]! += table[cell]!;
      if (table[cell]! >= observed[cell]!) asMany[cell]!++;
    }
  }
  const inRows = <T>(of: (cell: number) => T): T[][] =>
    Array.from({ length: rows }, (_, row) =>
      Array.from({ length: columns }, (_, column) => of(row * columns + column)),
    );
  return {
    observed: inRows((cell) => observed[cell]!),
    expected: inRows((cell) => sums[cell]! / replicates),
    ratio: inRows((cell) => (sums[cell]! > 0 ? (observed[cell]! * replicates) / sums[cell]! : undefined)),
    p: inRows((cell) => (1 + asMany[cell]!) / (replicates + 1)),
    replicates,
    events: x.length,
  };
}

type Pairs = { readonly first: Int32Array; readonly second: Int32Array; readonly band: Uint8Array };

/** Every pair that falls in a distance band, found through a grid as wide as the last band (all pairs where that has no end). */
function pairsWithin({ x, y }: Happenings, distances: readonly number[], metric: "euclidean" | "manhattan"): Pairs {
  const reach = distances.at(-1)!;
  const first: number[] = [];
  const second: number[] = [];
  const band: number[] = [];
  const look = (i: number, j: number) => {
    const [across, along] = [Math.abs(x[i]! - x[j]!), Math.abs(y[i]! - y[j]!)];
    const apart = metric === "manhattan" ? across + along : Math.hypot(across, along);
    const place = bandOf(apart, distances);
    if (place < 0) return;
    first.push(i);
    second.push(j);
    band.push(place);
  };
  if (!Number.isFinite(reach)) {
    for (let i = 0; i < x.length; i++) for (let j = i + 1; j < x.length; j++) look(i, j);
  } else {
    const cells = new Map<string, number[]>();
    for (let i = 0; i < x.length; i++) {
      const [column, row] = [Math.floor(x[i]! / reach), Math.floor(y[i]! / reach)];
      for (let dx = -1; dx <= 1; dx++)
        for (let dy = -1; dy <= 1; dy++) for (const j of cells.get(`${column + dx} ${row + dy}`) ?? []) look(j, i);
      const key = `${column} ${row}`;
      const cell = cells.get(key);
      if (cell === undefined) cells.set(key, [i]);
      else cell.push(i);
    }
  }
  return { first: Int32Array.from(first), second: Int32Array.from(second), band: Uint8Array.from(band) };
}

function bandOf(value: number, ends: readonly number[]): number {
  if (value < ends[0]!) return -1;
  for (let band = 1; band < ends.length; band++) if (value < ends[band]!) return band - 1;
  return -1;
}

/** Days are whole and few: a table from days apart to band. */
function bandsOf(day: ArrayLike<number>, ends: readonly number[]): (apart: number) => number {
  let least = Infinity;
  let most = -Infinity;
  for (let i = 0; i < day.length; i++) {
    least = Math.min(least, day[i]!);
    most = Math.max(most, day[i]!);
  }
  const table = Int8Array.from({ length: Math.max(most - least, 0) + 1 }, (_, apart) => bandOf(apart, ends));
  return (apart) => table[apart]!;
}
