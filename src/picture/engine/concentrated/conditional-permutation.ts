// Is what lies around a cell more than what could as well lie there? The cell keeps its value, and its neighbours are drawn without putting back from all the others
// (conditional permutation, Anselin 1995). Draws can be shared by all cells, which is a thousand times cheaper, or be each cell's own (statistics.md 0.5).
import { kernelOn, memoryOf } from "../../kernels/kernel.ts";
import { permutationWasm } from "../../kernels/permutation.wasm.ts";
import { type Chance, chanceOf } from "../numbers/random.ts";

export type PermutationOptions = {
  readonly draws?: number;
  readonly seed?: number;
  /** Whether all cells are held against the same drawn maps, or each against maps of its own. Shared draws make the p of different cells hang together; each p is as good. */
  readonly sharing?: "shared" | "independent";
};

/** What is around each cell: how much, and in how many cells. */
export type Surroundings = { readonly sum: ArrayLike<number>; readonly cells: ArrayLike<number> };

/** p of every cell, one-sided for much: (1 + draws at least as high) / (1 + draws), ties by 1e-9. No cell has more neighbours than there are others. */
export function conditionalP(
  values: ArrayLike<number>,
  surroundings: Surroundings,
  { draws = 499, seed = 1, sharing = "shared" }: PermutationOptions = {},
): Float64Array {
  const hits =
    sharing === "shared"
      ? sharedHits(values, surroundings, draws, seed)
      : (compiledHits(values, surroundings, draws, seed) ?? independentHits(values, surroundings, draws, seed));
  return Float64Array.from(hits, (one) => (1 + one) / (draws + 1));
}

const barOf = (sum: number) => sum - Math.abs(sum) * 1e-9;

/** Each cell's own draws: as many different others as it has neighbours, drawn again and again. The definition; the kernel draws the same. */
export function independentHits(
  values: ArrayLike<number>,
  { sum, cells }: Surroundings,
  draws: number,
  seed: number,
): Int32Array {
  const marks = new Float64Array(values.length).fill(-1);
  return Int32Array.from({ length: values.length }, (_, cell) => {
    const other = drawerOf(chanceOf(seed, cell), values.length - 1);
    const bar = barOf(sum[cell]!);
    let hits = 0;
    for (let draw = 0; draw < draws; draw++) {
      let drawn = 0;
      for (let left = cells[cell]!; left > 0;) {
        let j = other();
        if (j >= cell) j++;
        if (marks[j] === cell * draws + draw) continue;
        marks[j] = cell * draws + draw;
        drawn += values[j]!;
        left--;
      }
      if (drawn >= bar) hits++;
    }
    return hits;
  });
}

/** Whole numbers below the limit: two of each 32 bits where sixteen are enough (Lemire 2019), else by the rest. */
function drawerOf(chance: Chance, limit: number): () => number {
  if (limit > 65_536) return () => chance.below(limit);
  const unfair = 65_536 % limit;
  let high: number | undefined;
  return () => {
    for (;;) {
      let half = high;
      if (half === undefined) {
        const bits = chance.bits();
        half = bits & 0xffff;
        high = bits >>> 16;
      } else high = undefined;
      const product = half * limit;
      if (product % 65_536 >= unfair) return Math.floor(product / 65_536);
    }
  };
}

/** Room for the chance that the kernel makes at a time. */
const CHANCE_BYTES = 512;

type Kernel = {
  readonly asHigh: (
    values: number,
    n: number,
    cell: number,
    seed: number,
    size: number,
    draws: number,
    bar: number,
    room: number,
    marks: number,
    mark: number,
  ) => number;
};

function compiledHits(
  values: ArrayLike<number>,
  { sum, cells }: Surroundings,
  draws: number,
  seed: number,
): Int32Array | undefined {
  const n = values.length;
  const values64 = CHANCE_BYTES;
  const memory = memoryOf(values64 + n * 12);
  const kernel = kernelOn(permutationWasm, memory) as Kernel | undefined;
  if (kernel === undefined) return undefined;
  new Float64Array(memory.buffer, values64, n).set(values);
  const marks = new Int32Array(memory.buffer, values64 + n * 8, n);
  let mark = 2 ** 31;
  return Int32Array.from({ length: n }, (_, cell) => {
    if (mark + draws >= 2 ** 31) {
      marks.fill(0);
      mark = 1;
    }
    const hits = kernel.asHigh(
      values64,
      n,
      cell,
      seed,
      cells[cell]!,
      draws,
      barOf(sum[cell]!),
      0,
      marks.byteOffset,
      mark,
    );
    mark += draws;
    return hits;
  });
}

/**
 * The same draws for all: an order of the map is drawn as far as the most neighbours reach, and each cell is held against its first so many. A cell that is itself among them leaves itself
 * out and takes the next, so that each p is what it would be by that cell's own draws.
 */
function sharedHits(values: ArrayLike<number>, { sum, cells }: Surroundings, draws: number, seed: number): Int32Array {
  const n = values.length;
  let most = 0;
  for (let cell = 0; cell < n; cell++) most = Math.max(most, cells[cell]!);
  const width = Math.min(most + 1, n);
  const drawn = drawnOrders(n, width, draws, seed);
  // The sum of the first so many of each draw, a row for each number.
  const sums = Array.from({ length: width + 1 }, () => new Float64Array(draws));
  for (let draw = 0; draw < draws; draw++)
    for (let i = 0; i < width; i++) sums[i + 1]![draw] = sums[i]![draw]! + values[drawn[draw * width + i]!]!;
  const sorted = new Map<number, Float64Array>();
  const hits = Int32Array.from({ length: n }, (_, cell) => {
    const count = cells[cell]!;
    if (!sorted.has(count)) sorted.set(count, sums[count]!.toSorted());
    return draws - firstAtLeast(sorted.get(count)!, barOf(sum[cell]!));
  });
  for (let draw = 0; draw < draws; draw++)
    for (let i = 0; i < width; i++) {
      const cell = drawn[draw * width + i]!;
      const count = cells[cell]!;
      if (i >= count) continue;
      const bar = barOf(sum[cell]!);
      hits[cell]! += Number(sums[count + 1]![draw]! - values[cell]! >= bar) - Number(sums[count]![draw]! >= bar);
    }
  return hits;
}

/** The first `width` places of each drawn order. */
function drawnOrders(n: number, width: number, draws: number, seed: number): Int32Array {
  const drawn = new Int32Array(draws * width);
  const places = Int32Array.from({ length: n }, (_, i) => i);
  for (let draw = 0; draw < draws; draw++) {
    const chance = chanceOf(seed, draw);
    const order = drawn.subarray(draw * width, (draw + 1) * width);
    const partner: number[] = [];
    for (let i = 0; i < width; i++) {
      const j = i + chance.below(n - i);
      partner.push(j);
      order[i] = places[j]!;
      places[j] = places[i]!;
      places[i] = order[i]!;
    }
    // Put back as it was, so that a draw depends on its own number only.
    for (let i = width - 1; i >= 0; i--) {
      const place = places[i]!;
      places[i] = places[partner[i]!]!;
      places[partner[i]!] = place;
    }
  }
  return drawn;
}

function firstAtLeast(sorted: Float64Array, bar: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! >= bar) high = middle;
    else low = middle + 1;
  }
  return low;
}
