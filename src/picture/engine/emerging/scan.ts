// What is emerging: scan statistics (Kulldorff 1997; space-time permutation: Kulldorff et al. 2005; expectation-based: Neill 2006; flexible: Tango & Takahashi 2005, 2012). Every circle around
// every place, every span of time, is held against what was to be expected; the most surprising is held against the most surprising of as many invented maps, so that having looked
// everywhere is paid for.
import { gumbelP, rankP } from "../numbers/random.ts";
import { flexibleClusters, type FlexibleProblem, flexibleReplicates } from "./scan-flexible.ts";
import { type CylinderProblem, surpriseIn } from "./scan-problem.ts";
import { bestWindows, centreOf, cylinderReplicates, placesIn } from "./scan-search.ts";

export type ScanProblem = CylinderProblem | FlexibleProblem;

export type Found = {
  /** The place the circle was drawn round, or the connected set began at. */
  readonly centre: number;
  /** Places in it, nearest the centre first. */
  readonly places: Int32Array;
  /** First and last time in it; a purely spatial scan has time 0 only. */
  readonly from: number;
  readonly to: number;
  readonly cases: number;
  readonly expected: number;
  /** The model's log-likelihood ratio, or the permutation model's statistic of the same form. */
  readonly statistic: number;
};
export type Cluster = Found & {
  /** By rank among the replicates' maxima. For a secondary cluster that is cautious. */
  readonly p: number;
  /** By a Gumbel distribution fitted to the maxima: reaches further out than the rank can. */
  readonly gumbelP: number;
};

export type ScanOptions = {
  readonly replicates?: number;
  /** Stops once so many invented maps were as surprising as the observed one (Besag & Clifford 1991); p is then their share. */
  readonly stopAfter?: number;
};
export type Scan = {
  /** The strongest first, and of the rest those that share no place with a stronger one. */
  readonly clusters: readonly Cluster[];
  readonly maxima: Float64Array;
  /** How many were made; fewer than asked for when it stopped early. */
  readonly replicates: number;
  readonly stoppedEarly: boolean;
  /** How many windows were looked at in each map: what having looked everywhere means. */
  readonly windows: number;
};

/** Has the maxima of the replicates from one number up to, not with, another made, wherever that is. */
export type SpreadOut = (problem: ScanProblem, from: number, to: number) => Promise<Float64Array>;

/** A way to have the maxima of a problem's replicates; the same numbers whoever makes them and in whatever portions. */
export function replicatesOf(problem: ScanProblem): (from: number, to: number) => Float64Array {
  return problem.kind === "cylinders" ? cylinderReplicates(problem) : flexibleReplicates(problem);
}

/** The whole scan, in this thread. */
export function scan(problem: ScanProblem, options: ScanOptions = {}): Scan {
  const { found, windows } = foundIn(problem);
  const made = replicatesOf(problem);
  const portions = portionsOf(options);
  const maxima: number[] = [];
  for (const [from, to] of portions) {
    for (const maximum of made(from, to)) maxima.push(maximum);
    if (enough(found, maxima, options) !== undefined) break;
  }
  return scanOf(found, windows, maxima, options);
}

/** The whole scan, its replicates made by others. */
export async function scanSpread(problem: ScanProblem, options: ScanOptions, spread: SpreadOut): Promise<Scan> {
  const { found, windows } = foundIn(problem);
  const maxima: number[] = [];
  for (const [from, to] of portionsOf(options)) {
    for (const maximum of await spread(problem, from, to)) maxima.push(maximum);
    if (enough(found, maxima, options) !== undefined) break;
  }
  return scanOf(found, windows, maxima, options);
}

const PORTION = 200;

/** All at once, or in portions after each of which it may stop. */
function portionsOf({ replicates = 999, stopAfter }: ScanOptions): [from: number, to: number][] {
  if (stopAfter === undefined) return [[0, replicates]];
  return Array.from({ length: Math.ceil(replicates / PORTION) }, (_, i) => [
    i * PORTION,
    Math.min((i + 1) * PORTION, replicates),
  ]);
}

/** After which replicate enough were as surprising; undefined while they are not. */
function enough(found: readonly Found[], maxima: readonly number[], { stopAfter }: ScanOptions): number | undefined {
  if (stopAfter === undefined) return undefined;
  const bar = (found[0]?.statistic ?? 0) * (1 - 1e-9);
  let hits = 0;
  for (const [i, maximum] of maxima.entries()) if (maximum >= bar && ++hits === stopAfter) return i + 1;
  return undefined;
}

function scanOf(found: readonly Found[], windows: number, made: readonly number[], options: ScanOptions): Scan {
  const stop = enough(found, made, options);
  const maxima = Float64Array.from(made.slice(0, stop));
  return {
    clusters: found.map((one) => ({
      ...one,
      p: stop === undefined ? rankP(one.statistic, maxima) : shareOf(one.statistic, maxima),
      gumbelP: gumbelP(one.statistic, maxima),
    })),
    maxima,
    replicates: maxima.length,
    stoppedEarly: stop !== undefined && stop < (options.replicates ?? 999),
    windows,
  };
}

/** Of a sequence that was stopped when enough were as surprising, p is their share (Besag & Clifford 1991). */
function shareOf(observed: number, maxima: Float64Array): number {
  const bar = observed * (1 - 1e-9);
  return maxima.reduce((hits, maximum) => hits + (maximum >= bar ? 1 : 0), 0) / maxima.length;
}

function foundIn(problem: ScanProblem): { readonly found: readonly Found[]; readonly windows: number } {
  if (problem.kind === "flexible") {
    const { clusters, sets } = flexibleClusters(problem);
    return { found: clusters, windows: sets };
  }
  const { expected } = surpriseIn(problem);
  const found = bestWindows(problem).map((window) => ({
    centre: centreOf(problem.circles, window.entry),
    places: placesIn(problem, window),
    from: window.from,
    to: window.to,
    cases: window.cases,
    expected: expected(window.measure),
    statistic: window.statistic,
  }));
  return { found: apart(found), windows: windowsIn(problem) };
}

/** The strongest first, and of the rest those that share no place with a stronger one. */
function apart(found: readonly Found[]): Found[] {
  const taken = new Set<number>();
  const kept: Found[] = [];
  const ranked = found.toSorted(
    (a, b) => b.statistic - a.statistic || a.places.length - b.places.length || a.centre - b.centre,
  );
  for (const cluster of ranked) {
    if (cluster.places.some((place) => taken.has(place))) continue;
    for (const place of cluster.places) taken.add(place);
    kept.push(cluster);
  }
  return kept;
}

function windowsIn({ circles, alive, shortest, longest, times }: CylinderProblem): number {
  let spans = 0;
  for (let length = shortest; length <= longest; length++) spans += alive ? 1 : times - length + 1;
  return circles.member.length * spans;
}
