// Where it concentrates: Getis and Ord's local G, with the false-discovery rate held over everything that is displayed (statistics.md sections 1 and 5).
import { conditionalP, type PermutationOptions } from "./conditional-permutation.ts";
import { betaLower, normalCdf } from "../numbers/distributions.ts";
import { adjusted } from "../numbers/multiple-testing.ts";

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

/** Other weights than one: each cell's own (Gi* only), and its neighbours' in the order of `Neighbours`. Row-standardised, or all scaled, they change no z. */
export type Weights = { readonly own: ArrayLike<number>; readonly others: readonly ArrayLike<number>[] };

/** How far each value lies from the mean, and the sum of their squares. From the mean, since squares of large numbers leave no digits for how they differ. */
function deviationsOf(values: ArrayLike<number>) {
  let [sum, squares] = [0, 0];
  for (let i = 0; i < values.length; i++) sum += values[i]!;
  const mean = sum / values.length;
  const off = Float64Array.from(values, (value) => value - mean);
  for (let i = 0; i < off.length; i++) squares += off[i]! ** 2;
  return { mean, off, squares };
}

/** Weighted sums around a cell: of the values, of the weights, and of their squares. */
function around(values: ArrayLike<number>, near: readonly number[], weights: ArrayLike<number> | undefined) {
  let [local, weight, squares] = [0, 0, 0];
  for (let k = 0; k < near.length; k++) {
    const one = weights === undefined ? 1 : weights[k]!;
    local += one * values[near[k]!]!;
    weight += one;
    squares += one * one;
  }
  return { local, weight, squares };
}

/** How many standard deviations a weighted sum of n values lies from its mean when the values could as well stand in any other order; `off` is how far it lies. */
function standardised(off: number, weight: number, squares: number, n: number, mean: number, variance: number): number {
  const spread = Math.sqrt(Math.max((variance * (n * squares - weight ** 2)) / (n - 1), 0));
  // What is the same everywhere differs by rounding alone.
  return spread > 1e-12 * Math.abs(mean) * weight ? off / spread : 0;
}

/**
 * Gi* of every cell (Ord & Getis 1995): how many standard deviations the sum of the cell and its neighbours lies from what the whole map's mean would give. The variance
 * is over n. `values` are counts or rates. A map that is the same everywhere has no deviations: then all are 0.
 */
export function giStar(values: ArrayLike<number>, neighbours: Neighbours, weights?: Weights): Float64Array {
  const n = values.length;
  const { mean, off, squares } = deviationsOf(values);
  const variance = squares / n;
  return Float64Array.from(neighbours, (near, i) => {
    const own = weights === undefined ? 1 : weights.own[i]!;
    const others = around(off, near, weights?.others[i]);
    return standardised(
      others.local + own * off[i]!,
      others.weight + own,
      others.squares + own * own,
      n,
      mean,
      variance,
    );
  });
}

/** Gi of every cell: the same of the neighbours alone, the cell itself left out of the mean as well. 0 where there are no neighbours, or where they are all the others. */
export function gi(values: ArrayLike<number>, neighbours: Neighbours, weights?: Pick<Weights, "others">): Float64Array {
  const n = values.length;
  const { mean, off, squares } = deviationsOf(values);
  return Float64Array.from(neighbours, (near, i) => {
    const middle = -off[i]! / (n - 1);
    const variance = Math.max((squares - off[i]! ** 2) / (n - 1) - middle ** 2, 0);
    const others = around(off, near, weights?.others[i]);
    const away = others.local - middle * others.weight;
    return standardised(away, others.weight, others.squares, n - 1, mean, variance);
  });
}

/** p of every cell by conditional permutation of its neighbours (conditional-permutation.ts). One-sided: high values. */
export function permutationP(
  values: ArrayLike<number>,
  neighbours: Neighbours,
  options: PermutationOptions = {},
): Float64Array {
  const sum = Float64Array.from(neighbours, (near) => around(values, near, undefined).local);
  return conditionalP(values, { sum, cells: Int32Array.from(neighbours, ({ length }) => length) }, options);
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
 * Every cell with its verdict. `counts` are events, `events` and `places` how many events the cell and its neighbours hold and at how many places; the family that is corrected for is all
 * the cells that are displayed, empty ones included.
 */
export function hotspots(
  counts: ArrayLike<number>,
  neighbours: Neighbours,
  events: ArrayLike<number>,
  places: ArrayLike<number>,
  level = 0.05,
): Hotspot[] {
  const cells = Int32Array.from(neighbours, ({ length }) => length + 1);
  return verdicts(giStar(counts, neighbours), counts, { events, places, cells }, level);
}

/** What each cell and its neighbours are together: events, places of events, and cells. */
export type Reached = {
  readonly events: ArrayLike<number>;
  readonly places: ArrayLike<number>;
  readonly cells: ArrayLike<number>;
};

/**
 * The verdicts of these z. p is the normal distribution's, or `tail` where it was drawn (`conditionalP`), but never less than the chance that so many of all events fall on so many of all cells when each may fall on any: where events are
 * few the normal distribution's tail is far too thin, and every map of nothing would have its hot spots.
 */
export function verdicts(
  z: Float64Array,
  counts: ArrayLike<number>,
  reached: Reached,
  level = 0.05,
  tail: ArrayLike<number> = z.map((one) => normalCdf(-one)),
): Hotspot[] {
  let total = 0;
  for (let cell = 0; cell < z.length; cell++) total += counts[cell]!;
  const alone = z.map((_, cell) =>
    Math.max(tail[cell]!, binomialUpper(reached.events[cell]!, total, reached.cells[cell]! / z.length)),
  );
  const together = adjusted(alone, "benjamini-hochberg");
  return Array.from(z, (one, cell) => {
    const withheld =
      reached.events[cell]! < FEWEST_EVENTS
        ? "too-few-events"
        : reached.places[cell]! < FEWEST_PLACES
          ? "too-few-places"
          : undefined;
    return {
      cell,
      z: one,
      p: together[cell]!,
      significant: together[cell]! <= level && withheld === undefined,
      withheld,
    };
  });
}

/** The chance of at least so many of the tries. */
function binomialUpper(count: number, tries: number, chance: number): number {
  if (count <= 0 || chance >= 1) return 1;
  return betaLower(count, Math.max(tries - count, 0) + 1, chance);
}
