// Where it concentrates: Getis and Ord's local G, with the false-discovery rate held over everything that is displayed (statistics.md sections 1 and 5).
import { normalCdf } from "./distributions.ts";
import { adjusted } from "./multiple-testing.ts";
import { chanceOf } from "./random.ts";

/** Who counts as near whom: for each cell the others' places, without itself. Weights are one; scaling them all changes nothing. */
export type Neighbours = readonly (readonly number[])[];

/** Neighbours within a distance, by comparing all; for the cells of a municipality that is fast enough. Units are the coordinates' own. */
export function within(distance: number, x: ArrayLike<number>, y: ArrayLike<number>): Neighbours {
  return Array.from({ length: x.length }, (_, i) => {
    const near: number[] = [];
    for (let j = 0; j < x.length; j++)
      if (j !== i && (x[i]! - x[j]!) ** 2 + (y[i]! - y[j]!) ** 2 <= distance ** 2 * (1 + 1e-12)) near.push(j);
    return near;
  });
}

function momentsOf(values: ArrayLike<number>): { readonly sum: number; readonly squares: number } {
  let sum = 0;
  let squares = 0;
  for (let i = 0; i < values.length; i++) {
    sum += values[i]!;
    squares += values[i]! ** 2;
  }
  return { sum, squares };
}

/**
 * Gi* of every cell (Ord & Getis 1995): how many standard deviations the sum of the cell and its neighbours lies from what the whole map's mean would give. The variance
 * is over n. `values` are counts or rates. A map that is the same everywhere has no deviations: then all are 0.
 */
export function giStar(values: ArrayLike<number>, neighbours: Neighbours): Float64Array {
  const n = values.length;
  const { sum, squares } = momentsOf(values);
  const mean = sum / n;
  const deviation = Math.sqrt(Math.max(squares / n - mean ** 2, 0));
  return Float64Array.from(neighbours, (near, i) => {
    const weight = near.length + 1;
    let local = values[i]!;
    for (const j of near) local += values[j]!;
    const spread = deviation * Math.sqrt((n * weight - weight ** 2) / (n - 1));
    return spread > 0 ? (local - mean * weight) / spread : 0;
  });
}

/** Gi of every cell: the same of the neighbours alone, the cell itself left out of the mean as well. */
export function gi(values: ArrayLike<number>, neighbours: Neighbours): Float64Array {
  const n = values.length;
  const { sum, squares } = momentsOf(values);
  return Float64Array.from(neighbours, (near, i) => {
    const mean = (sum - values[i]!) / (n - 1);
    const deviation = Math.sqrt(Math.max((squares - values[i]! ** 2) / (n - 1) - mean ** 2, 0));
    const weight = near.length;
    let local = 0;
    for (const j of near) local += values[j]!;
    const spread = deviation * Math.sqrt(((n - 1) * weight - weight ** 2) / (n - 2));
    return spread > 0 ? (local - mean * weight) / spread : 0;
  });
}

/**
 * p of every cell by conditional permutation: the cell keeps its value and its neighbours are drawn from all the others. One set of `draws` orders of the map is shared by
 * all cells with as many neighbours, and each p is read off by binary search (statistics.md 0.5). One-sided: high values.
 */
export function permutationP(
  values: ArrayLike<number>,
  neighbours: Neighbours,
  { draws = 499, seed = 1 } = {},
): Float64Array {
  const n = values.length;
  const drawnSums = new Map<number, Float64Array>();
  const sumsFor = (count: number): Float64Array => {
    const known = drawnSums.get(count);
    if (known !== undefined) return known;
    const sums = new Float64Array(draws);
    for (let draw = 0; draw < draws; draw++) {
      // A draw of one more than needed, so that a cell that finds itself in it can leave it out.
      const chance = chanceOf(seed, draw);
      const places = Int32Array.from({ length: n }, (_, i) => i);
      let sum = 0;
      for (let i = 0; i < count; i++) {
        const j = i + chance.below(n - i);
        const kept = places[i]!;
        places[i] = places[j]!;
        places[j] = kept;
        sum += values[places[i]!]!;
      }
      sums[draw] = sum;
    }
    drawnSums.set(count, sums.toSorted());
    return drawnSums.get(count)!;
  };
  return Float64Array.from(neighbours, (near) => {
    let local = 0;
    for (const j of near) local += values[j]!;
    const sums = sumsFor(near.length);
    const bar = local - Math.abs(local) * 1e-9;
    let low = 0;
    let high = sums.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sums[middle]! >= bar) high = middle;
      else low = middle + 1;
    }
    return (1 + sums.length - low) / (sums.length + 1);
  });
}

export type Hotspot = {
  readonly cell: number;
  readonly z: number;
  /** As it counts when every cell of the map was tested together. */
  readonly p: number;
  readonly significant: boolean;
  /** Why it may not be called a hot spot whatever its z. */
  readonly withheld: "too-few-events" | "too-few-places" | undefined;
};

/** No place is called a hot spot on fewer events, or on events at fewer places (statistics.md 5.1). */
export const FEWEST_EVENTS = 10;
export const FEWEST_PLACES = 3;

/**
 * Every cell with its verdict. `events` and `places` are how many events the cell and its neighbours hold and at how many places; the family that is corrected for is all the
 * cells that are displayed, empty ones included.
 */
export function hotspots(
  values: ArrayLike<number>,
  neighbours: Neighbours,
  events: ArrayLike<number>,
  places: ArrayLike<number>,
  level = 0.05,
): Hotspot[] {
  const z = giStar(values, neighbours);
  const together = adjusted(
    z.map((one) => normalCdf(-one)),
    "benjamini-hochberg",
  );
  return Array.from(z, (one, cell) => {
    const withheld =
      events[cell]! < FEWEST_EVENTS ? "too-few-events" : places[cell]! < FEWEST_PLACES ? "too-few-places" : undefined;
    return {
      cell,
      z: one,
      p: together[cell]!,
      significant: together[cell]! <= level && withheld === undefined,
      withheld,
    };
  });
}
