// Near repeat: does one event make another soon and nearby more likely? Knox's test (1964) as crime analysts use it (Johnson et al. 2007): every pair of events by how far apart
// they are in space and in time, beside what would be there if times had nothing to do with places.
import { kernelOn, memoryOf } from "../../kernels/kernel.ts";
import { permutationWasm } from "../../kernels/permutation.wasm.ts";
import { type Metric, type Pairs, pairsNearer, placedBy } from "./near-repeat-pairs.ts";
import { chanceOf } from "../numbers/random.ts";

export type Happenings = {
  /** Metres in one plane. */
  readonly x: ArrayLike<number>;
  readonly y: ArrayLike<number>;
  /** Whole days. */
  readonly day: ArrayLike<number>;
};
export type Bands = {
  /** Ends of the distance bands, rising: [0, 1, 100, 200] has three, each including its lower end and not its upper. The last may be Infinity. */
  readonly distances: readonly number[];
  readonly days: readonly number[];
};
export type KnoxOptions = {
  readonly metric?: Metric;
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
  /** Events with a place and a day. */
  readonly events: number;
};

/**
 * Knox's table with its Monte Carlo: places keep their distances while the days are put in another order. Only pairs nearer than the last finite distance are ever looked at: what
 * lies beyond is all pairs of that time, which no shuffling changes, less the others. Neither the table nor its p depends on the order of the events. Memory: eight bytes a near pair.
 */
export function knox(
  happenings: Happenings,
  { distances, days }: Bands,
  { metric = "euclidean", replicates = 999, seed = 1 }: KnoxOptions = {},
): KnoxTable {
  const [rows, columns] = [distances.length - 1, days.length - 1];
  const ends = distances.filter(Number.isFinite);
  const placed = placedBy(happenings, ends.at(-1) ?? 0);
  const pairs = pairsNearer(placed, ends, metric);
  const sorted = placed.day.toSorted();
  const all = pairsSooner(sorted, days);
  const table = tabulate(pairs, days, all, rows, columns);
  const observed = table(countsOf(pairs, placed.day, days)).slice();
  const size = rows * columns;
  const sums = new Float64Array(size);
  const asMany = new Int32Array(size);
  shuffledCounts(pairs, sorted, days, replicates, seed, (counts) => {
    const replicate = table(counts);
    for (let cell = 0; cell < size; cell++) {
      sums[cell]! += replicate[cell]!;
      if (replicate[cell]! >= observed[cell]!) asMany[cell]!++;
    }
  });
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
    events: placed.x.length,
  };
}

/** How many pairs there are in all that are less than each end apart in time; `day` is sorted. */
function pairsSooner(day: Int32Array, ends: readonly number[]): number[] {
  return ends.map((end) => {
    let pairs = 0;
    for (let first = 0, later = 0; later < day.length; later++) {
      while (first < later && day[later]! - day[first]! >= end) first++;
      pairs += later - first;
    }
    return pairs;
  });
}

/** From counts of near pairs, band by band and sooner than each end, to the table's cells; what is handed back is used again for the next. */
function tabulate({ start }: Pairs, days: readonly number[], all: readonly number[], rows: number, columns: number) {
  const ends = days.length;
  const bands = start.length - 1;
  const table = new Float64Array(rows * columns);
  return (counts: ArrayLike<number>): Float64Array => {
    for (let row = 0; row < rows; row++) {
      // A distance's first band is what lies nearer than the first end: row r is band r + 1. Beyond the last finite end is all that is left.
      const sooner = (end: number): number => {
        if (row + 1 < bands) return counts[(row + 1) * ends + end]!;
        let left = all[end]!;
        for (let band = 0; band < bands; band++) left -= counts[band * ends + end]!;
        return left;
      };
      for (let column = 0; column < columns; column++)
        table[row * columns + column] = sooner(column + 1) - sooner(column);
    }
    return table;
  };
}

/** Near pairs, band by band, that are less than each end apart in time. The definition; the kernel counts the same. */
export function countsOf({ first, second, start }: Pairs, day: Int32Array, ends: readonly number[]): Float64Array {
  const counts = new Float64Array((start.length - 1) * ends.length);
  for (let band = 0; band + 1 < start.length; band++)
    for (let pair = start[band]!; pair < start[band + 1]!; pair++) {
      const apart = Math.abs(day[first[pair]!]! - day[second[pair]!]!);
      for (let end = 0; end < ends.length; end++) if (apart < ends[end]!) counts[band * ends.length + end]!++;
    }
  return counts;
}

type Kernel = {
  readonly shuffled: (
    days: number,
    n: number,
    seed: number,
    first: number,
    room: number,
    scratch: number,
    out: number,
  ) => void;
  readonly counted: (
    first: number,
    second: number,
    from: number,
    to: number,
    days: number,
    ends: number,
    counts: number,
  ) => void;
};

/** The counts of every replicate: replicate r is `day` put in order r by chance. `day` is sorted. */
export function shuffledCounts(
  pairs: Pairs,
  day: Int32Array,
  ends: readonly number[],
  replicates: number,
  seed: number,
  take: (counts: ArrayLike<number>) => void,
  compiled = true,
): void {
  const days = (day.at(-1) ?? 0) - (day[0] ?? 0);
  if (compiled && days < 2 ** 15 && inEights(pairs, day, ends, replicates, seed, take)) return;
  for (let replicate = 0; replicate < replicates; replicate++) {
    const shuffled = day.slice();
    chanceOf(seed, replicate).shuffle(shuffled);
    take(countsOf(pairs, shuffled, ends));
  }
}

/** Eight replicates at a time, one a lane; false where the machine cannot. */
function inEights(
  { first, second, start }: Pairs,
  day: Int32Array,
  ends: readonly number[],
  replicates: number,
  seed: number,
  take: (counts: ArrayLike<number>) => void,
): boolean {
  const [n, pairs, bands] = [day.length, first.length, start.length - 1];
  const fours = Math.ceil(ends.length / 4);
  // Room for the chance that the kernel makes at a time, and sixteen bytes for eight days, first: there vectors lie even.
  const room = 0;
  const lanes = room + 512;
  const counts = lanes + n * 16;
  const firsts = counts + 128;
  const seconds = firsts + pairs * 4;
  const limits = seconds + pairs * 4;
  const plain = limits + fours * 8;
  const scratch = plain + n * 2;
  const memory = memoryOf(scratch + n * 2);
  const kernel = kernelOn(permutationWasm, memory) as Kernel | undefined;
  if (kernel === undefined) return false;
  const { buffer } = memory;
  new Int32Array(buffer, firsts, pairs).set(first);
  new Int32Array(buffer, seconds, pairs).set(second);
  new Int16Array(buffer, plain, n).set(day.map((one) => one - day[0]!));
  // Less than so many whole days: an end that is no whole number is as good as the next, and none is apart by more than sixteen bits hold.
  new Int16Array(buffer, limits, fours * 4).set(ends.map((end) => Math.min(Math.max(Math.ceil(end), 0), 2 ** 15 - 1)));
  const found = new Int32Array(buffer, counts, 32);
  const ofLanes = Array.from({ length: 8 }, () => new Float64Array(bands * ends.length));
  for (let replicate = 0; replicate < replicates; replicate += 8) {
    kernel.shuffled(plain, n, seed, replicate, room, scratch, lanes);
    for (let band = 0; band < bands; band++)
      for (let four = 0; four < fours; four++) {
        found.fill(0);
        kernel.counted(firsts, seconds, start[band]!, start[band + 1]!, lanes, limits + four * 8, counts);
        for (let end = four * 4; end < Math.min(four * 4 + 4, ends.length); end++)
          for (let lane = 0; lane < 8; lane++)
            ofLanes[lane]![band * ends.length + end] = found[(end - four * 4) * 8 + lane]!;
      }
    for (let lane = 0; lane < Math.min(8, replicates - replicate); lane++) take(ofLanes[lane]!);
  }
  return true;
}
