// The flexible scan (Tango & Takahashi 2005) and the restricted flexible scan (Tango & Takahashi 2012): instead of circles, every connected set of up to k areas among the k nearest an area. Restricted:
// only of areas that are high by themselves, which is quick, and keeps the set from reaching out through areas where nothing is going on.
import { poissonCdf, poissonMass } from "../numbers/distributions.ts";
import { chanceOf } from "../numbers/random.ts";
import { sumOf } from "../numbers/sum.ts";
import { binomial } from "./scan-chance.ts";
import { type Circles, circlesOf, type Positions } from "./scan-circles.ts";
import { poissonStatistic } from "./scan-models.ts";

export type FlexibleProblem = {
  readonly kind: "flexible";
  readonly cases: Int32Array;
  /** Scaled so that as many are expected as there are cases. */
  readonly expected: Float64Array;
  /** The k nearest of each area, itself first. */
  readonly near: Circles;
  /** Of each of those, which of the same k it borders on: a bit each. */
  readonly borders: Int32Array;
  /** From how many cases on an area is high by itself; 0 where any may take part. */
  readonly high: Int32Array;
  readonly fewestCases: number;
  readonly seed: number;
};
export type FlexibleWish = {
  readonly positions: Positions;
  /** For each area those it borders on; one way is enough. */
  readonly neighbours: readonly ArrayLike<number>[];
  /** k: no set has more areas. At most 30; 15 as in FleXScan. */
  readonly mostPlaces?: number;
  /** An area is high when its own middle-p is below this; undefined for the unrestricted scan. FleXScan's own is 0.2. */
  readonly alpha?: number;
  readonly fewestCases?: number;
  readonly seed?: number;
};

/** Areas fit into the bits of one number, a bit of which is the sign. */
const MOST_PLACES = 30;

/** The problem of a flexible scan with the Poisson model. Throws a RangeError where k is not from 1 to 30. */
export function flexibleProblem(
  cases: ArrayLike<number>,
  expected: ArrayLike<number>,
  { positions, neighbours, mostPlaces = 15, alpha, fewestCases = 1, seed = 1 }: FlexibleWish,
): FlexibleProblem {
  if (!(mostPlaces >= 1 && mostPlaces <= MOST_PLACES)) throw new RangeError(`k is from 1 to ${MOST_PLACES}`);
  const scale = sumOf(cases) / sumOf(expected);
  const scaled = Float64Array.from(expected, (value) => value * scale);
  const near = circlesOf(expected, positions, { mostShare: Infinity, mostPlaces });
  return {
    kind: "flexible",
    cases: Int32Array.from(cases),
    expected: scaled,
    near,
    borders: bordersAmong(near, neighbours),
    high: Int32Array.from(scaled, (mean) => (alpha === undefined ? 0 : leastHigh(mean, alpha))),
    fewestCases,
    seed,
  };
}

/** Pr(X > n) + Pr(X = n) / 2 where `mean` is expected: how high an area is by itself. */
export function middleP(cases: number, mean: number): number {
  return 1 - poissonCdf(cases, mean) + poissonMass(cases, mean) / 2;
}

function leastHigh(mean: number, alpha: number): number {
  let cases = Math.floor(mean);
  while (middleP(cases, mean) >= alpha) cases++;
  while (cases > 0 && middleP(cases - 1, mean) < alpha) cases--;
  return cases;
}

function bordersAmong({ places, start, member }: Circles, neighbours: readonly ArrayLike<number>[]): Int32Array {
  const beside = new Set<number>();
  for (const [area, others] of neighbours.entries())
    for (let i = 0; i < others.length; i++) {
      beside.add(area * places + others[i]!);
      beside.add(others[i]! * places + area);
    }
  const bits = new Int32Array(member.length);
  for (let centre = 0; centre < places; centre++)
    for (let entry = start[centre]!; entry < start[centre + 1]!; entry++)
      for (let other = start[centre]!; other < start[centre + 1]!; other++)
        if (entry !== other && beside.has(member[entry]! * places + member[other]!))
          bits[entry]! |= 1 << (other - start[centre]!);
  return bits;
}

type Connected = { statistic: number; centre: number; bits: number; cases: number; expected: number };

/** The most surprising connected set of a map; `taken` areas take no part. */
function best(problem: FlexibleProblem, cases: Int32Array, taken?: Uint8Array): Connected & { readonly sets: number } {
  const { expected, near, borders, high, fewestCases } = problem;
  const total = sumOf(cases);
  const found: Connected = { statistic: 0, centre: -1, bits: 0, cases: 0, expected: 0 };
  let sets = 0;
  let first = 0;
  let centre = 0;
  const look = (bits: number, held: number, mean: number) => {
    sets++;
    const excess = held - mean;
    if (excess <= 0 || held < fewestCases || excess * excess * total <= found.statistic * mean * (total - mean)) return;
    const statistic = poissonStatistic(held, mean, total);
    if (statistic > found.statistic * (1 + 1e-12))
      Object.assign(found, { statistic, centre, bits, cases: held, expected: mean });
  };
  /** Every connected set that holds this one, once: an area that has had its turn is left out of the sets its later sisters begin. */
  const grow = (bits: number, candidates: number, open: number, held: number, mean: number) => {
    while (candidates !== 0) {
      const bit = candidates & -candidates;
      const entry = first + 31 - Math.clz32(bit);
      const area = near.member[entry]!;
      candidates ^= bit;
      open &= ~bit;
      look(bits | bit, held + cases[area]!, mean + expected[area]!);
      grow(bits | bit, (candidates | borders[entry]!) & open, open, held + cases[area]!, mean + expected[area]!);
    }
  };
  for (centre = 0; centre < near.places; centre++) {
    first = near.start[centre]!;
    let open = 0;
    for (let entry = first; entry < near.start[centre + 1]!; entry++) {
      const area = near.member[entry]!;
      if (cases[area]! >= high[area]! && taken?.[area] !== 1) open |= 1 << (entry - first);
    }
    if ((open & 1) === 0) continue;
    look(1, cases[centre]!, expected[centre]!);
    grow(1, borders[first]! & open & ~1, open & ~1, cases[centre]!, expected[centre]!);
  }
  return { ...found, sets };
}

/** The most surprising set, then the most surprising of those that share no area with it, and so on. `sets` is how many were looked at for the first. */
export function flexibleClusters(problem: FlexibleProblem) {
  const taken = new Uint8Array(problem.cases.length);
  const clusters = [];
  let sets = 0;
  if (sumOf(problem.cases) > 0)
    for (;;) {
      const { centre, bits, cases, expected, statistic, sets: looked } = best(problem, problem.cases, taken);
      if (clusters.length === 0) sets = looked;
      if (statistic <= 0) break;
      const first = problem.near.start[centre]!;
      const places = problem.near.member
        .slice(first, problem.near.start[centre + 1])
        .filter((_, at) => ((bits >>> at) & 1) === 1);
      for (const area of places) taken[area] = 1;
      clusters.push({ centre, places, from: 0, to: 0, cases, expected, statistic });
    }
  return { clusters, sets };
}

/** Maxima of invented maps: the same number of cases over the areas with the chances their expected cases give. */
export function flexibleReplicates(problem: FlexibleProblem): (from: number, to: number) => Float64Array {
  const { expected, seed } = problem;
  const total = sumOf(problem.cases);
  const rising = new Float64Array(expected.length + 1);
  for (let area = expected.length - 1; area >= 0; area--) rising[area] = rising[area + 1]! + expected[area]!;
  const cases = new Int32Array(expected.length);
  return (from, to) =>
    Float64Array.from({ length: to - from }, (_, i) => {
      if (total === 0) return 0;
      const chance = chanceOf(seed, from + i);
      let left = total;
      for (let area = 0; area < cases.length; area++) {
        cases[area] = left > 0 ? binomial(left, expected[area]! / rising[area]!, chance) : 0;
        left -= cases[area]!;
      }
      return best(problem, cases).statistic;
    });
}
