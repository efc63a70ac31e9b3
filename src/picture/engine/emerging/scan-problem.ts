// A scan's question as plain data: cases by place and time, what was to be expected, which circles and which spans of time are looked at. Plain, so that it can be handed to another thread.
import { sumOf } from "../numbers/sum.ts";
import { type CircleLimits, type Circles, circlesOf, ONE_CIRCLE, type Positions } from "./scan-circles.ts";
import { type ScanModel, type Surprise, surpriseOf } from "./scan-models.ts";

/** How many cases, where and when; times are whole, from 0. A place and time may come several times. */
export type CaseCells = {
  readonly place: ArrayLike<number>;
  readonly time: ArrayLike<number>;
  readonly count: ArrayLike<number>;
};

/**
 * What cases are held against, by place and time. Poisson: expected cases, on any scale. Bernoulli: people, cases and controls together. Expectation-based: the baseline itself.
 * "product" where every place goes up and down together: a place's measure times a time's.
 */
export type Measure =
  | { readonly kind: "product"; readonly place: Float64Array; readonly time: Float64Array }
  /** Place by place, `times` numbers each. */
  | { readonly kind: "table"; readonly values: Float64Array };

export type ScanData = {
  readonly places: number;
  readonly times: number;
  readonly cases: CaseCells;
  /** Not asked for by the permutation model, which has its margins. */
  readonly measure?: Measure;
};

/** Circles over the whole period, spans over the whole map, or both; prospective ones end at the last time. */
export type ScanWindows = "spatial" | "temporal" | "temporal-prospective" | "space-time" | "space-time-prospective";

export type ScanWish = {
  readonly model: ScanModel;
  readonly windows: ScanWindows;
  /** Not asked for by a purely temporal scan. */
  readonly positions?: Positions;
  readonly limits?: CircleLimits;
  /** Spans of time looked at, in times; up to half of all where nothing is said. */
  readonly shortest?: number;
  readonly longest?: number;
  /** 2 as in SaTScan; 1 for the expectation-based model, which knows no such limit. */
  readonly fewestCases?: number;
  readonly seed?: number;
};

/** Circles and spans, worked out: what is handed to other threads. */
export type CylinderProblem = {
  readonly kind: "cylinders";
  readonly model: ScanModel;
  readonly circles: Circles;
  readonly times: number;
  /** Only spans that end at the last time. */
  readonly alive: boolean;
  readonly shortest: number;
  readonly longest: number;
  readonly cases: { readonly place: Int32Array; readonly time: Int32Array; readonly count: Int32Array };
  readonly measure: Measure;
  /** Of cases, and of the measure: people, or for the models of expected cases the same as the cases (expectation-based: the baseline's sum). */
  readonly total: number;
  readonly population: number;
  readonly fewestCases: number;
  readonly seed: number;
};

/**
 * The problem of a scan with circles. The measure is scaled so that as many are expected as there are cases (Poisson). Throws a RangeError where the model does not answer such a question: the
 * permutation model is of space and time together, and the others need a measure.
 */
export function cylinderProblem(data: ScanData, wish: ScanWish): CylinderProblem {
  const { model, windows } = wish;
  if (model === "permutation" && !windows.startsWith("space-time"))
    throw new RangeError("The permutation model scans space and time together");
  const { places, times, cases, measure } = collapsed(data, windows);
  const ofPlaces = margin(cases, places, "place");
  const total = sumOf(ofPlaces);
  const given = model === "permutation" ? marginsOf(cases, ofPlaces, times, total) : measure;
  if (given === undefined) throw new RangeError(`The ${model} model needs a measure`);
  const population = sumOf(placeMeasure(given, places, times));
  const scale = model === "poisson" ? total / population : 1;
  const scaled = scale === 1 ? given : rescaled(given, scale);
  if (windows.startsWith("s") && wish.positions === undefined) throw new RangeError("A spatial scan needs positions");
  return {
    kind: "cylinders",
    model,
    circles:
      wish.positions === undefined || windows.startsWith("temporal")
        ? ONE_CIRCLE
        : circlesOf(placeMeasure(scaled, places, times), wish.positions, wish.limits),
    times,
    alive: windows.endsWith("prospective") || times === 1,
    shortest: Math.min(wish.shortest ?? 1, times),
    longest: Math.min(wish.longest ?? Math.max(Math.floor(times / 2), 1), times),
    cases: sorted(cases, places, times),
    measure: scaled,
    total,
    population: scale === 1 ? population : total,
    fewestCases: wish.fewestCases ?? (model === "expectation" ? 1 : 2),
    seed: wish.seed ?? 1,
  };
}

export function surpriseIn({ model, total, population }: CylinderProblem): Surprise {
  return surpriseOf(model, total, population);
}

/** Indirect standardisation: what each cell would have if everybody ran the whole map's risk of his or her own stratum. `people` and `cases` stratum by stratum, cell by cell. */
export function standardised(people: readonly ArrayLike<number>[], casesOfStratum: ArrayLike<number>): Float64Array {
  const expected = new Float64Array(people[0]?.length ?? 0);
  for (const [stratum, cells] of people.entries()) {
    const all = sumOf(cells);
    if (all === 0) continue;
    const risk = casesOfStratum[stratum]! / all;
    for (let cell = 0; cell < expected.length; cell++) expected[cell]! += risk * cells[cell]!;
  }
  return expected;
}

/** The measure of each place over all times. */
export function placeMeasure(measure: Measure, places: number, times: number): Float64Array {
  if (measure.kind === "product") {
    const whole = sumOf(measure.time);
    return measure.place.map((value) => value * whole);
  }
  const sums = new Float64Array(places);
  for (let place = 0; place < places; place++)
    for (let time = 0; time < times; time++) sums[place]! += measure.values[place * times + time]!;
  return sums;
}

function timeMeasure(measure: Measure, times: number): Float64Array {
  if (measure.kind === "product") {
    const whole = sumOf(measure.place);
    return measure.time.map((value) => value * whole);
  }
  const sums = new Float64Array(times);
  for (let cell = 0; cell < measure.values.length; cell++) sums[cell % times]! += measure.values[cell]!;
  return sums;
}

/** A purely spatial scan has one time, a purely temporal one place. */
function collapsed(data: ScanData, windows: ScanWindows): ScanData {
  const { places, times, cases, measure } = data;
  if (windows === "spatial")
    return {
      places,
      times: 1,
      cases: { ...cases, time: new Int32Array(cases.place.length) },
      ...(measure && { measure: { kind: "table", values: placeMeasure(measure, places, times) } }),
    };
  if (windows.startsWith("temporal"))
    return {
      places: 1,
      times,
      cases: { ...cases, place: new Int32Array(cases.place.length) },
      ...(measure && { measure: { kind: "table", values: timeMeasure(measure, times) } }),
    };
  return data;
}

function margin(cases: CaseCells, size: number, of: "place" | "time"): Float64Array {
  const counts = new Float64Array(size);
  for (let i = 0; i < cases.count.length; i++) counts[cases[of][i]!]! += cases.count[i]!;
  return counts;
}

/** n of the place times n of the time over N (Kulldorff et al. 2005). */
function marginsOf(cases: CaseCells, ofPlaces: Float64Array, times: number, total: number): Measure {
  const time = margin(cases, times, "time");
  return { kind: "product", place: ofPlaces, time: total === 0 ? time : time.map((count) => count / total) };
}

function rescaled(measure: Measure, scale: number): Measure {
  return measure.kind === "product"
    ? { ...measure, place: measure.place.map((value) => value * scale) }
    : { ...measure, values: measure.values.map((value) => value * scale) };
}

/** More cells than this are not laid out one by one. */
const MOST_CELLS = 2 ** 25;

/** One order whatever the file's, so that the same seed gives the same invented maps. */
function sorted({ place, time, count }: CaseCells, places: number, times: number): CylinderProblem["cases"] {
  const few = places * times <= MOST_CELLS;
  const all = few ? new Int32Array(places * times) : new Map<number, number>();
  for (let i = 0; i < count.length; i++) {
    const cell = place[i]! * times + time[i]!;
    if (all instanceof Map) all.set(cell, (all.get(cell) ?? 0) + count[i]!);
    else all[cell]! += count[i]!;
  }
  const order: number[] = [];
  if (all instanceof Map) for (const cell of Float64Array.from(all.keys()).toSorted()) order.push(cell);
  else for (let cell = 0; cell < all.length; cell++) if (all[cell]! > 0) order.push(cell);
  return {
    place: Int32Array.from(order, (cell) => Math.floor(cell / times)),
    time: Int32Array.from(order, (cell) => cell % times),
    count: Int32Array.from(order, (cell) => (all instanceof Map ? all.get(cell)! : all[cell]!)),
  };
}
