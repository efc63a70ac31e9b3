// The cell key method: every record has a key, a cell's key is made of its records' keys, and the key decides a small noise, the same wherever the same cell stands
// (Fraser & Wooton 2005). The noise has the most entropy its bounds and variance allow (Giessing 2016; Enderle, Giessing & Tent 2018; ptable's create_cnt_ptable).
import type { Margins } from "./margins.ts";

export type NoiseRule = {
  /** No noise is larger. */
  readonly most: number;
  readonly variance: number;
  /** Counts from 1 to this do not come out (ptable's js). */
  readonly noSmall?: number;
  /** The probability that a count is left as it is, where it can come out (ptable's pstay). */
  readonly stays?: number;
};
/** The noise of one count: values rising, with their probabilities. */
export type NoiseRow = {
  readonly noise: readonly number[];
  readonly probability: readonly number[];
  /** What it is; not what was asked for where no unbiased noise on these values has that. */
  readonly variance: number;
};

/**
 * The noise of every count from 0; larger counts have the last row's. Unbiased, never below 0, nothing for 0. RangeError for a rule that no noise can keep.
 */
export function noiseTable({ most, variance, noSmall = 0, stays }: NoiseRule): readonly NoiseRow[] {
  if (!Number.isInteger(most) || most < 1 || !(variance > 0)) throw new RangeError("Noise is whole, and varies.");
  if (!Number.isInteger(noSmall) || noSmall < 0 || noSmall >= most) throw new RangeError("noSmall is below the most.");
  if (stays !== undefined && !(stays >= 0 && stays < 1)) throw new RangeError("stays is a probability below 1.");
  return Array.from({ length: most + noSmall + 2 }, (_, count) => {
    if (count === 0) return { noise: [0], probability: [1], variance: 0 };
    const noise = Array.from({ length: 2 * most + 1 }, (__, i) => i - most).filter(
      (each) => count + each === 0 || count + each > noSmall,
    );
    const allowed = noise.filter((each) => count + each >= 0);
    return rowOf(allowed, variance, stays);
  });
}

function rowOf(noise: readonly number[], variance: number, stays: number | undefined): NoiseRow {
  const here = noise.indexOf(0);
  const others = noise.filter((each) => each !== 0);
  const probability =
    stays === undefined || here < 0
      ? mostEntropy(noise, variance)
      : mostEntropy(others, variance / (1 - stays))
          .map((each) => each * (1 - stays))
          .toSpliced(here, 0, stays);
  return { noise, probability, variance: noise.reduce((sum, each, i) => sum + each * each * probability[i]!, 0) };
}

/**
 * The probabilities with the most entropy among those with mean 0 and this variance: exp(a v + b v²), a and b by Newton's method on the dual, which is convex. Where no
 * probabilities have that variance, those that come nearest: on the two values around 0, or on the two outermost.
 */
function mostEntropy(values: readonly number[], variance: number): readonly number[] {
  const below = values.filter((value) => value < 0);
  const over = values.filter((value) => value > 0);
  if (below.length === 0 || over.length === 0) throw new RangeError("No noise on one side only has no bias.");
  const least = values.includes(0) ? 0 : -below.at(-1)! * over[0]!;
  if (variance <= least) return onTwo(values, below.at(-1)!, over[0]!);
  if (variance >= -below[0]! * over.at(-1)!) return onTwo(values, below[0]!, over.at(-1)!);
  let [a, b] = [0, 0];
  for (let round = 0; round < 200; round++) {
    const { probability, height } = tilted(values, a, b, variance);
    const mean = (of: (v: number) => number) => values.reduce((sum, v, i) => sum + of(v) * probability[i]!, 0);
    const [m1, m2, m3, m4] = [mean((v) => v), mean((v) => v ** 2), mean((v) => v ** 3), mean((v) => v ** 4)];
    const [slopeA, slopeB] = [m1, m2 - variance];
    if (Math.abs(slopeA) + Math.abs(slopeB) < 1e-13) return probability;
    const [aa, ab, bb] = [m2 - m1 * m1, m3 - m1 * m2, m4 - m2 * m2];
    const determinant = aa * bb - ab * ab;
    const [stepA, stepB] = [(bb * slopeA - ab * slopeB) / determinant, (aa * slopeB - ab * slopeA) / determinant];
    if (!Number.isFinite(stepA + stepB)) return probability;
    // Far from the answer a whole step may go past it: half of it, until it helps by more than arithmetic's dust.
    let share = 1;
    while (tilted(values, a - share * stepA, b - share * stepB, variance).height > height + 1e-12) share /= 2;
    [a, b] = [a - share * stepA, b - share * stepB];
  }
  return tilted(values, a, b, variance).probability;
}

/** exp(a v + b v²) as probabilities, and the dual that they are the lowest point of: log Σ exp(a v + b v²) − b · variance. */
function tilted(values: readonly number[], a: number, b: number, variance: number) {
  const powers = values.map((v) => a * v + b * v * v);
  const top = powers.reduce((most, power) => Math.max(most, power), -Infinity);
  const weights = powers.map((power) => Math.exp(power - top));
  const sum = weights.reduce((so, weight) => so + weight, 0);
  return { probability: weights.map((weight) => weight / sum), height: top + Math.log(sum) - b * variance };
}

function onTwo(values: readonly number[], below: number, over: number): readonly number[] {
  const apart = over - below;
  return values.map((value) => (value === below ? over / apart : value === over ? -below / apart : 0));
}

/** Keys are kept in so many steps, whole numbers that add up to the same in whatever order the records come. */
const STEPS = 2 ** 48;

/** The key of a cell of these records: the fractional part of the sum of their keys, each from 0 up to, never, 1. */
export function cellKeyOf(recordKeys: Iterable<number>): number {
  let sum = 0;
  for (const key of recordKeys) {
    if (!(key >= 0 && key < 1)) throw new RangeError(`A record's key lies from 0 to below 1: ${key}.`);
    sum = (sum + Math.floor(key * STEPS)) % STEPS;
  }
  return sum / STEPS;
}

/** The keys of a whole table's cells by those of its inner cells: a sum of cells has the key of all their records. */
export function cellKeysOf({ sums, values }: Margins, innerKeys: ArrayLike<number>): Float64Array {
  const keys = Float64Array.from({ length: values.length }, (_, cell) => innerKeys[cell] ?? 0);
  for (const { total, parts } of sums) keys[total] = cellKeyOf(parts.map((part) => keys[part]!));
  return keys;
}

/** The count with its noise, by the cell's key. The same cell has the same noise in every table; 0 stays 0; cells and their total are noised each by itself and need not add up. */
export function noised(count: number, cellKey: number, table: readonly NoiseRow[]): number {
  const { noise, probability } = table[Math.min(count, table.length - 1)]!;
  let sum = 0;
  for (let i = 0; i < noise.length - 1; i++) {
    sum += probability[i]!;
    if (cellKey < sum) return count + noise[i]!;
  }
  return count + noise.at(-1)!;
}
