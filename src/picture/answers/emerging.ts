// What is emerging: clusters in time and space, and events that follow on each other.
import { dayWritten } from "../columns/local-time.ts";
import { FEWEST_EVENTS } from "../engine/concentrated/hotspot.ts";
import { knox, type KnoxTable } from "../engine/emerging/near-repeat.ts";
import { recurrenceInterval } from "../engine/expected/outbreak.ts";
import { apartBy, type Positions } from "../engine/emerging/scan-circles.ts";
import { flexibleProblem, type FlexibleWish } from "../engine/emerging/scan-flexible.ts";
import {
  cylinderProblem,
  placeMeasure,
  type ScanData,
  type ScanWish,
  type ScanWindows,
} from "../engine/emerging/scan-problem.ts";
import {
  type Cluster,
  type Scan,
  scan,
  type ScanOptions,
  type ScanProblem,
  scanSpread,
  type SpreadOut,
} from "../engine/emerging/scan.ts";
import { sumOf } from "../engine/numbers/sum.ts";
import { type Basis, basisOf, caveatsOf, inBoth, METHOD_VERSION, placedOf } from "./basis.ts";
import type { EventTable } from "./event-table.ts";
import { sentences } from "./words.ts";

/** A scan to be made, and what its numbers are called: places by name and position, times by their first and last day. */
export type ScanQuestion = {
  readonly data: ScanData;
  /** Circles, or connected areas where `neighbours` are given. */
  readonly wish: ScanWish & Partial<Pick<FlexibleWish, "neighbours" | "mostPlaces" | "alpha">>;
  readonly positions: Positions;
  /** Of each place, all that lie there. */
  readonly names: readonly (readonly string[])[];
  readonly firstDays: readonly string[];
  readonly lastDays: readonly string[];
  /** How long one time is. */
  readonly daysInTime: number;
  readonly options: ScanOptions;
};

export type ScanCluster = {
  /** Names of the places in it, nearest the middle first. */
  readonly names: readonly string[];
  readonly places: number;
  readonly centre: readonly [x: number, y: number];
  /** In the positions' unit; on the earth in kilometres. */
  readonly radius: number;
  /** First and last day; undefined in a purely spatial scan. */
  readonly from: string | undefined;
  readonly to: string | undefined;
  readonly cases: number;
  readonly expected: number;
  readonly observedPerExpected: number;
  /** The rate inside by the rate outside, by the model's expected cases; undefined where nothing is outside, and for the models that do not compare with the outside. */
  readonly relativeRisk: number | undefined;
  readonly statistic: number;
  readonly p: number;
  readonly gumbelP: number;
  /** Prospective scans: such a thing comes by chance about once in so many days, when one looks every time. */
  readonly recurrenceDays: number | undefined;
};
export type ScanAnswer = Basis & {
  readonly model: ScanWish["model"];
  readonly windows: ScanWindows;
  readonly used: number;
  readonly places: number;
  readonly times: number;
  /** How many windows were looked at in each map. */
  readonly windowsSearched: number;
  readonly replicates: number;
  readonly stoppedEarly: boolean;
  readonly seed: number;
  /** No invented map was as surprising oftener than in one of twenty, or of a hundred. */
  readonly critical: { readonly p05: number | undefined; readonly p01: number | undefined };
  readonly clusters: readonly ScanCluster[];
};

/** A scan of any model, in this thread. */
export function askScan(question: ScanQuestion): ScanAnswer {
  return answerOf(question, scan(problemOf(question), question.options));
}

/** The same, its invented maps made by others. */
export async function askScanSpread(question: ScanQuestion, spread: SpreadOut): Promise<ScanAnswer> {
  return answerOf(question, await scanSpread(problemOf(question), question.options, spread));
}

function problemOf({ data, wish, positions }: ScanQuestion): ScanProblem {
  const { neighbours, mostPlaces, alpha, ...cylinders } = wish;
  if (neighbours === undefined) return cylinderProblem(data, { ...cylinders, positions });
  const cases = new Int32Array(data.places);
  for (let i = 0; i < data.cases.count.length; i++) cases[data.cases.place[i]!]! += data.cases.count[i]!;
  return flexibleProblem(cases, placeMeasure(data.measure!, data.places, data.times), {
    positions,
    neighbours,
    ...(mostPlaces === undefined ? {} : { mostPlaces }),
    ...(alpha === undefined ? {} : { alpha }),
    ...(wish.fewestCases === undefined ? {} : { fewestCases: wish.fewestCases }),
    ...(wish.seed === undefined ? {} : { seed: wish.seed }),
  });
}

function answerOf(question: ScanQuestion, made: Scan): ScanAnswer {
  const { data, wish, firstDays, lastDays } = question;
  const used = sumOf(data.cases.count);
  const { clusters, maxima, replicates, stoppedEarly, windows: windowsSearched } = made;
  const told = clusters.map((cluster) => clusterTold(question, cluster, used));
  const sorted = maxima.toSorted();
  const critical = (share: number) => sorted[Math.ceil((sorted.length + 1) * (1 - share)) - 1];
  return {
    n: used,
    unplaced: 0,
    undated: 0,
    from: firstDays[0],
    to: lastDays.at(-1),
    method: wish.neighbours === undefined ? `scan-${wish.model}-${wish.windows}` : "scan-poisson-flexible",
    version: METHOD_VERSION,
    sentence: sentenceOf(wish.windows, told[0], { replicates, windows: windowsSearched }),
    caveats: caveatsOf(used),
    family: windowsSearched,
    model: wish.model,
    windows: wish.windows,
    used,
    places: data.places,
    times: data.times,
    windowsSearched,
    replicates,
    stoppedEarly,
    seed: wish.seed ?? 1,
    critical: { p05: critical(0.05), p01: critical(0.01) },
    // What every invented map surpassed is no cluster.
    clusters: told.filter(({ p }) => p < 1),
  };
}

function clusterTold(question: ScanQuestion, cluster: Cluster, used: number): ScanCluster {
  const { wish, positions, names, firstDays, lastDays, daysInTime } = question;
  const { centre, places, from, to, cases, expected, statistic, p, gumbelP } = cluster;
  const [spatial, temporal] = [wish.windows === "spatial", wish.windows.startsWith("temporal")];
  const compares = (wish.model === "poisson" || wish.model === "bernoulli") && used > cases;
  return {
    names: temporal ? names.flat() : [...places].flatMap((place) => names[place]!),
    places: temporal ? names.length : places.length,
    centre: [positions.x[centre]!, positions.y[centre]!],
    radius: temporal ? 0 : apartBy(positions)(centre, places.at(-1)!),
    from: spatial ? undefined : firstDays[from],
    to: spatial ? undefined : lastDays[to],
    cases,
    expected,
    observedPerExpected: cases / expected,
    relativeRisk: compares ? cases / expected / ((used - cases) / (used - expected)) : undefined,
    statistic,
    p,
    gumbelP,
    recurrenceDays: wish.windows.endsWith("prospective") ? recurrenceInterval(p, 1) * daysInTime : undefined,
  };
}

/** Above this a cluster is told as being within the usual. */
const USUAL = 0.05;

function sentenceOf(
  windows: ScanWindows,
  strongest: ScanCluster | undefined,
  made: { readonly replicates: number; readonly windows: number },
) {
  if (strongest === undefined) return sentences.noScan;
  const { cases, expected, p, places, from = "", to = "", recurrenceDays = 0 } = strongest;
  // Nobody waits for a part of a day.
  const recurrence = recurrenceDays < 100 ? Math.round(recurrenceDays) : recurrenceDays;
  const detail = { cases, expected, p, places, from, to, recurrence, fewest: FEWEST_EVENTS, ...made };
  if (p > USUAL) return inBoth(sentences.scanWithinChance, detail);
  if (cases < FEWEST_EVENTS) return inBoth(sentences.scanFewCases, detail);
  if (windows === "spatial") return inBoth(sentences.scanPlaces, detail);
  return inBoth(windows.endsWith("prospective") ? sentences.scan : sentences.scanPast, detail);
}

export type EventScanWish = {
  readonly radiusMetres: number;
  readonly days: number;
  readonly replicates: number;
  readonly seed: number;
  /** No circle holds more than this share of the cases (Bernoulli: of cases and controls); half where nothing is said. */
  readonly mostShare?: number;
  /** Spans that end on the file's last day (as default), or any; the permutation model knows those two of space and time only. */
  readonly windows?: ScanWindows;
  /** Events of this category are the cases and all others their controls (Bernoulli); without it the permutation model. */
  readonly category?: string;
};

/** The scan that a file of events asks for: its places by position, its times by day. Undefined where fewer than two events have both. */
export function eventScan(events: EventTable, wish: EventScanWish): ScanQuestion | undefined {
  const used = placedOf(events).filter((i) => !Number.isNaN(events.day[i]!));
  const isCase = (i: number) => wish.category === undefined || events.category[i] === wish.category;
  if (used.filter(isCase).length < 2) return undefined;
  const keyOf = (i: number) => `${events.x[i]!.toFixed(1)} ${events.y[i]!.toFixed(1)}`;
  const first = new Map<string, number>();
  // By position, so that the answer is the same in whatever order the file lists its events.
  for (const i of used.toSorted((a, b) => events.x[a]! - events.x[b]! || events.y[a]! - events.y[b]!))
    if (!first.has(keyOf(i))) first.set(keyOf(i), i);
  const at = [...first.values()];
  const number = new Map([...first.keys()].map((key, place) => [key, place]));
  const start = used.reduce((least, i) => Math.min(least, events.day[i]!), Infinity);
  const times = used.reduce((most, i) => Math.max(most, events.day[i]!), -Infinity) - start + 1;
  // With one place, or one day, any order of the days is the same map: nothing can stand out, and no map need be invented.
  if (wish.category === undefined && (at.length < 2 || times < 2)) return undefined;
  const cases = used.filter(isCase);
  const days = Array.from({ length: times }, (_, time) => dayWritten(start + time));
  return {
    data: {
      places: at.length,
      times,
      cases: {
        place: cases.map((i) => number.get(keyOf(i))!),
        time: cases.map((i) => events.day[i]! - start),
        count: cases.map(() => 1),
      },
      ...(wish.category === undefined
        ? {}
        : {
            measure: peopleOf(
              used.map((i) => [number.get(keyOf(i))!, events.day[i]! - start]),
              at.length,
              times,
            ),
          }),
    },
    wish: {
      model: wish.category === undefined ? "permutation" : "bernoulli",
      windows: wish.windows ?? "space-time-prospective",
      limits: { mostRadius: wish.radiusMetres, ...(wish.mostShare === undefined ? {} : { mostShare: wish.mostShare }) },
      longest: wish.days,
      seed: wish.seed,
    },
    positions: { on: "plane", x: at.map((i) => events.x[i]!), y: at.map((i) => events.y[i]!) },
    names: at.map((i) => [
      events
        .positionOf(events.x[i]!, events.y[i]!)
        .map((one) => one.toFixed(5))
        .join(" "),
    ]),
    firstDays: days,
    lastDays: days,
    daysInTime: 1,
    options: { replicates: wish.replicates },
  };
}

function peopleOf(cells: readonly (readonly number[])[], places: number, times: number): ScanData["measure"] & object {
  const values = new Float64Array(places * times);
  for (const [place = 0, time = 0] of cells) values[place * times + time]!++;
  return { kind: "table", values };
}

/** Is something emerging now: the scan of the file's last days. Positions in degrees, or the file's own metres. */
export function scanAnswer(events: EventTable, wish: EventScanWish) {
  const question = eventScan(events, wish);
  return eventAnswer(events, wish, question && askScan(question));
}

/** The same, its invented maps made by others. */
export async function scanAnswerSpread(events: EventTable, wish: EventScanWish, spread: SpreadOut) {
  const question = eventScan(events, wish);
  return eventAnswer(events, wish, question && (await askScanSpread(question, spread)));
}

function eventAnswer(events: EventTable, wish: EventScanWish, answer: ScanAnswer | undefined) {
  const method = answer?.method ?? "scan-permutation-space-time-prospective";
  const { sentence: _, ...basis } = basisOf(
    events,
    method,
    sentences.noScan,
    {},
    answer && { family: answer.windowsSearched },
  );
  return {
    ...answer,
    ...basis,
    sentence: answer?.sentence ?? sentences.noScan,
    // Few are those that were scanned, however many the file holds.
    caveats: caveatsOf(answer?.used ?? 0),
    used: answer?.used ?? 0,
    places: answer?.places ?? 0,
    radiusMetres: wish.radiusMetres,
    replicates: answer?.replicates ?? wish.replicates,
    seed: wish.seed,
    clusters: (answer?.clusters ?? []).map(({ names: _names, radius, centre: [x, y], ...cluster }) => ({
      ...cluster,
      centre: events.positionOf(x, y),
      radiusMetres: radius,
    })),
  };
}

export type KnoxWish = {
  readonly distances: readonly number[];
  readonly days: readonly number[];
  readonly metric?: "euclidean" | "manhattan";
  readonly replicates: number;
  readonly seed: number;
};

/** Does one event make another soon and nearby more likely? */
export function knoxAnswer(events: EventTable, wish: KnoxWish) {
  const used = placedOf(events).filter((i) => !Number.isNaN(events.day[i]!));
  const of = (values: Float64Array) => used.map((i) => values[i]!);
  const table: KnoxTable = knox({ x: of(events.x), y: of(events.y), day: of(events.day) }, wish, wish);
  const [ratio, p] = [table.ratio[0]?.[0], table.p[0]?.[0] ?? 1];
  const pairs = table.observed[0]?.[0] ?? 0;
  const said =
    pairs < FEWEST_EVENTS || ratio === undefined
      ? sentences.knoxTooFew
      : p <= 0.05
        ? sentences.knox
        : sentences.knoxWithinChance;
  return { ...basisOf(events, "knox-permutation", said, { pairs, ratio: ratio ?? 0, p }), ...wish, table };
}
