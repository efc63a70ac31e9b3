// The engine's questions to a table of events, each answered with what may be said: value, interval, n, method, what could not take part, and the sentence to show
// (statistics.md 5). The command line and the subpath `samsyn/picture` ask these; so will the screens.
import { say, type Said } from "../../ground/words.ts";
import { type BeforeAfter, displacementQuotient, rateRatio, weightedDisplacement } from "./before-after.ts";
import { dbscan, NOISE } from "./cluster.ts";
import { binnedDensity, oversmoothing } from "./density.ts";
import { poissonUpper } from "./distributions.ts";
import { dayWritten, type EventTable } from "./event-table.ts";
import { FEWEST_EVENTS, hotspots, type Neighbours } from "./hotspot.ts";
import { comparedCounts, poissonInterval, ratePer1000 } from "./interval.ts";
import { knox, type KnoxTable } from "./near-repeat.ts";
import { ears, farrington, recurrenceInterval } from "./outbreak.ts";
import { chanceOfApparentFall, chanceOfSeeing, type Design, smallestVisibleFall } from "./power.ts";
import { chanceAbove, gammaPoissonPrior, shrunkRisk } from "./shrinkage.ts";
import { circlesOf, permutationScan } from "./scan.ts";
import { sentences } from "./words.ts";

/** Of these definitions; changes when an answer to the same question would change. */
export const METHOD_VERSION = "picture-1";

/** What every answer carries. */
export type Basis = {
  readonly n: number;
  /** Events without a position, without a time: they took no part where one is needed. */
  readonly unplaced: number;
  readonly undated: number;
  readonly from: string | undefined;
  readonly to: string | undefined;
  readonly method: string;
  readonly version: string;
  readonly sentence: Said;
};

function basisOf(
  events: EventTable,
  method: string,
  said: Said,
  detail: Readonly<Record<string, string | number>> = {},
): Basis {
  const days = events.day.filter((day) => !Number.isNaN(day));
  const ends =
    days.length === 0
      ? undefined
      : ([days.reduce((a, b) => Math.min(a, b)), days.reduce((a, b) => Math.max(a, b))] as const);
  return {
    n: events.x.length,
    unplaced: events.x.reduce((sum, x) => sum + (Number.isNaN(x) ? 1 : 0), 0),
    undated: events.x.length - days.length,
    from: ends && dayWritten(ends[0]),
    to: ends && dayWritten(ends[1]),
    method,
    version: METHOD_VERSION,
    sentence: inBoth(said, detail),
  };
}

function inBoth(said: Said, detail: Readonly<Record<string, string | number>>): Said {
  return { sv: say(said, "sv", inNumbers(detail, "sv-SE")), en: say(said, "en", inNumbers(detail, "en-GB")) };
}

function inNumbers(detail: Readonly<Record<string, string | number>>, locale: string): Record<string, string> {
  const numbers = new Intl.NumberFormat(locale, { maximumSignificantDigits: 3 });
  return Object.fromEntries(
    Object.entries(detail).map(([key, value]) => [key, typeof value === "number" ? numbers.format(value) : value]),
  );
}

/** How many, in which month and of which category; each with the interval of a count. */
export function countAnswer(events: EventTable) {
  const tally = (keys: readonly string[]) => {
    const counts = new Map<string, number>();
    for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
    return [...counts].map(([key, count]) => ({ key, ...poissonInterval(count) }));
  };
  const months = [...events.day].filter((day) => !Number.isNaN(day)).map((day) => dayWritten(day).slice(0, 7));
  const total = poissonInterval(events.x.length);
  return {
    ...basisOf(events, "count-poisson-exact", sentences.count, {
      count: total.value,
      low: total.low,
      high: total.high,
    }),
    total,
    byMonth: tally(months.toSorted((a, b) => (a < b ? -1 : 1))),
    byCategory: tally(events.category).toSorted((a, b) => b.value - a.value),
  };
}

/**
 * Events per 1 000 residents and area, raw and drawn towards what all areas have in common, and whether an area lies outside what chance makes of the common rate. `population` by area;
 * areas are the events' categories. Never a ranking: the order is the file's own.
 */
export function rateAnswer(events: EventTable, population: ReadonlyMap<string, number>) {
  const areas = [...population.keys()];
  const counts = areas.map((area) => events.category.filter((one) => one === area).length);
  const people = areas.map((area) => population.get(area) ?? 0);
  const [total, everybody] = [counts, people].map((values) => values.reduce((sum, value) => sum + value, 0)) as [
    number,
    number,
  ];
  const expected = people.map((one) => (one * total) / everybody);
  const prior = gammaPoissonPrior(counts, expected);
  return {
    ...basisOf(events, "rate-gamma-poisson", sentences.rate, { areas: areas.length, rate: (total / everybody) * 1000 }),
    areas: areas.map((area, i) => ({
      area,
      population: people[i]!,
      rate: ratePer1000(counts[i]!, people[i]!),
      shrunkPer1000: (shrunkRisk(counts[i]!, expected[i]!, prior) * total * 1000) / everybody,
      chanceAboveCommon: chanceAbove(1, counts[i]!, expected[i]!, prior),
      expected: expected[i]!,
      // Where a funnel's 99.8 % limits lie: beyond them chance seldom reaches.
      outsideFunnel:
        Math.min(poissonUpper(counts[i]!, expected[i]!), 1 - poissonUpper(counts[i]! + 1, expected[i]!)) < 0.001,
    })),
    notInAnyArea: events.category.filter((one) => !population.has(one)).length,
  };
}

const MOST_CELLS = 1_000_000;

/** Square cells of this side, empty ones between the outermost events included: the family that is corrected for. */
export function hotspotAnswer(events: EventTable, cellMetres: number) {
  const placed = placedOf(events);
  const { west, east, south, north } = extentOf(events, placed);
  const columns = placed.length === 0 ? 0 : Math.floor((east - west) / cellMetres) + 1;
  const rows = placed.length === 0 ? 0 : Math.floor((north - south) / cellMetres) + 1;
  // One event on the other side of the earth makes a map of millions of empty cells, and a mean of nothing.
  if (columns * rows > MOST_CELLS)
    return {
      ...basisOf(events, "gi-star-bh", sentences.tooManyCells, { cells: columns * rows, most: MOST_CELLS }),
      cellMetres,
      family: 0,
      cells: [],
    };
  const counts = new Float64Array(columns * rows);
  const places = Array.from(counts, () => new Set<string>());
  for (const i of placed) {
    const cell =
      Math.floor((events.y[i]! - south) / cellMetres) * columns + Math.floor((events.x[i]! - west) / cellMetres);
    counts[cell]!++;
    places[cell]!.add(`${events.x[i]!.toFixed(1)} ${events.y[i]!.toFixed(1)}`);
  }
  const neighbours: Neighbours = Array.from(counts, (_, cell) => {
    const [column, row] = [cell % columns, Math.floor(cell / columns)];
    const near: number[] = [];
    for (let r = Math.max(row - 1, 0); r <= Math.min(row + 1, rows - 1); r++)
      for (let c = Math.max(column - 1, 0); c <= Math.min(column + 1, columns - 1); c++)
        if (r * columns + c !== cell) near.push(r * columns + c);
    return near;
  });
  const around = (cell: number) => [cell, ...neighbours[cell]!];
  const inReach = Float64Array.from(counts, (_, cell) => around(cell).reduce((sum, one) => sum + counts[one]!, 0));
  const placesInReach = Float64Array.from(
    counts,
    (_, cell) => new Set(around(cell).flatMap((one) => [...places[one]!])).size,
  );
  const found = hotspots(counts, neighbours, inReach, placesInReach);
  const significant = found.filter((cell) => cell.significant);
  const said =
    placed.length < FEWEST_EVENTS
      ? sentences.tooFewEvents
      : significant.length === 0
        ? sentences.noHotspot
        : sentences.hotspots;
  return {
    ...basisOf(events, "gi-star-bh", said, {
      count: placed.length,
      tested: counts.length,
      found: significant.length,
      fewest: FEWEST_EVENTS,
    }),
    cellMetres,
    /** How many cells were tested together. */
    family: counts.length,
    cells: found
      .filter(({ cell, significant: stands }) => stands || counts[cell]! > 0)
      .map(({ cell, z, p, significant: stands, withheld }) => ({
        position: events.positionOf(
          west + ((cell % columns) + 0.5) * cellMetres,
          south + (Math.floor(cell / columns) + 0.5) * cellMetres,
        ),
        count: counts[cell]!,
        z,
        p,
        significant: stands,
        withheld,
      })),
  };
}

/** A surface of 128 cells along its longer side; the bandwidth is stated, and is the oversmoothing one unless another is asked for. */
export function densityAnswer(events: EventTable, bandwidthMetres?: number) {
  const placed = placedOf(events);
  const [x, y] = [placed.map((i) => events.x[i]!), placed.map((i) => events.y[i]!)];
  const deviation = bandwidthMetres ?? (placed.length < 2 ? NaN : oversmoothing(x, y));
  if (!(deviation > 0))
    return {
      ...basisOf(events, "kde-gaussian", sentences.noDensity),
      bandwidthMetres: undefined,
      columns: 0,
      rows: 0,
      southWest: undefined,
      northEast: undefined,
      perSquareKilometre: [],
    };
  const extent = extentOf(events, placed);
  const [west, east] = [extent.west - 3 * deviation, extent.east + 3 * deviation];
  const [south, north] = [extent.south - 3 * deviation, extent.north + 3 * deviation];
  const step = Math.max(east - west, north - south) / 127;
  const [columns, rows] = [
    Math.max(Math.round((east - west) / step) + 1, 2),
    Math.max(Math.round((north - south) / step) + 1, 2),
  ];
  const surface = binnedDensity(x, y, { x: deviation, y: deviation }, { west, east, columns, south, north, rows });
  return {
    ...basisOf(events, "kde-gaussian", sentences.density, { count: placed.length, bandwidth: deviation }),
    bandwidthMetres: deviation,
    columns,
    rows,
    southWest: events.positionOf(west, south),
    northEast: events.positionOf(east, north),
    /** Events per square kilometre, row by row from the south. */
    perSquareKilometre: Array.from(surface, (value) => value * placed.length * 1e6),
  };
}

/** Groups of events closer than the rest. */
export function clusterAnswer(events: EventTable, reachMetres: number, fewest: number) {
  const placed = placedOf(events);
  const groups = dbscan([placed.map((i) => events.x[i]!), placed.map((i) => events.y[i]!)], reachMetres, fewest);
  const members = new Map<number, number[]>();
  for (const [at, group] of groups.entries())
    if (group !== NOISE) members.set(group, [...(members.get(group) ?? []), placed[at]!]);
  const grouped = [...members.values()].reduce((sum, { length }) => sum + length, 0);
  return {
    ...basisOf(events, "dbscan", sentences.cluster, {
      groups: members.size,
      grouped,
      count: placed.length,
      fewest,
      reach: reachMetres,
    }),
    reachMetres,
    fewest,
    groups: [...members.values()].map((group) => ({
      count: group.length,
      middle: events.positionOf(
        group.reduce((sum, i) => sum + events.x[i]!, 0) / group.length,
        group.reduce((sum, i) => sum + events.y[i]!, 0) / group.length,
      ),
    })),
    alone: placed.length - grouped,
  };
}

export type ScanWish = {
  readonly radiusMetres: number;
  readonly days: number;
  readonly replicates: number;
  readonly seed: number;
};

/** Is something emerging now: the prospective space-time permutation scan of the file's last days. */
export function scanAnswer(events: EventTable, { radiusMetres, days, replicates, seed }: ScanWish) {
  const used = placedOf(events).filter((i) => !Number.isNaN(events.day[i]!));
  const places = new Map<string, number>();
  const placeOf = used.map((i) => {
    const key = `${events.x[i]!.toFixed(1)} ${events.y[i]!.toFixed(1)}`;
    const known = places.get(key) ?? places.size;
    places.set(key, known);
    return known;
  });
  const first = new Map(placeOf.map((place, at) => [place, used[at]!]));
  const weight = new Float64Array(places.size);
  for (const place of placeOf) weight[place]!++;
  const at = Array.from({ length: places.size }, (_, place) => first.get(place)!);
  const apart = (i: number, j: number) =>
    Math.hypot(events.x[at[i]!]! - events.x[at[j]!]!, events.y[at[i]!]! - events.y[at[j]!]!);
  const circles = circlesOf(weight, apart, { mostRadius: radiusMetres });
  const now = used.reduce((last, i) => Math.max(last, events.day[i]!), -Infinity);
  const scan =
    used.length < 2
      ? { clusters: [], replicates }
      : permutationScan(
          placeOf,
          used.map((i) => events.day[i]!),
          now,
          circles,
          { longest: days, replicates, seed },
        );
  const [strongest] = scan.clusters;
  const said =
    strongest === undefined ? sentences.noScan : strongest.p <= 0.05 ? sentences.scan : sentences.scanWithinChance;
  const detail =
    strongest === undefined
      ? {}
      : {
          cases: strongest.cases,
          expected: strongest.expected,
          p: strongest.p,
          days: now - (strongest.from ?? now) + 1,
          recurrence: recurrenceInterval(strongest.p, 1),
        };
  return {
    ...basisOf(events, "space-time-permutation-prospective", said, detail),
    used: used.length,
    places: places.size,
    radiusMetres,
    replicates,
    seed,
    clusters: scan.clusters.map((cluster) => ({
      centre: events.positionOf(events.x[at[cluster.centre]!]!, events.y[at[cluster.centre]!]!),
      radiusMetres: apart(cluster.centre, cluster.places.at(-1)!),
      places: cluster.places.length,
      from: dayWritten(cluster.from!),
      to: dayWritten(cluster.to!),
      cases: cluster.cases,
      expected: cluster.expected,
      statistic: cluster.statistic,
      p: cluster.p,
      gumbelP: cluster.gumbelP,
      /** Once in so many days such a thing comes by chance, when one looks every day. */
      recurrenceDays: recurrenceInterval(cluster.p, 1),
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

/** The last whole week of every category beside what was to be expected, and how many categories were asked at once. */
export function outbreakAnswer(events: EventTable) {
  const known = [...events.day.keys()].filter((i) => !Number.isNaN(events.day[i]!));
  const first = known.reduce((least, i) => Math.min(least, events.day[i]!), Infinity);
  const last = known.reduce((most, i) => Math.max(most, events.day[i]!), -Infinity);
  const weeks = known.length === 0 ? 0 : Math.floor((last - first + 1) / 7);
  // Whole weeks counted back from the last day, so that the newest is never half.
  const weekOf = (day: number) => weeks - 1 - Math.floor((last - day) / 7);
  const series = new Map<string, Int32Array>();
  for (const i of known) {
    const week = weekOf(events.day[i]!);
    if (week < 0) continue;
    const category = events.category[i]!;
    if (!series.has(category)) series.set(category, new Int32Array(weeks));
    series.get(category)![week]!++;
  }
  const asked = [...series].map(([category, counts]) => ({
    category,
    farrington: weeks > 0 ? farrington(counts, weeks - 1) : undefined,
    ears: weeks > 0 ? ears(counts, weeks - 1, "C2") : undefined,
  }));
  const answered = asked.filter((one) => one.farrington !== undefined || one.ears !== undefined);
  const alarms = asked.filter((one) => (one.farrington ?? one.ears)?.alarm === true).length;
  const said = answered.length === 0 ? sentences.noHistory : alarms === 0 ? sentences.asExpected : sentences.outbreak;
  return {
    ...basisOf(events, "farrington-1996", said, { asked: asked.length, alarms, weeks }),
    weeks,
    family: asked.length,
    series: asked,
  };
}

export type EffectWish = {
  readonly treated: BeforeAfter;
  readonly comparison: BeforeAfter;
  readonly surrounding?: BeforeAfter;
  readonly surroundingComparison?: BeforeAfter;
};

/** Did it help? Counts before and after, beside a comparison area. An interval on both sides of no change cannot tell, and says so. */
export function effectAnswer({ treated, comparison, surrounding, surroundingComparison }: EffectWish) {
  const ratio = rateRatio(treated, comparison);
  const told = ratio !== undefined && (ratio.high < 1 || ratio.low > 1);
  const said = !told ? sentences.cannotTell : ratio.high < 1 ? sentences.helped : sentences.worse;
  const n = [treated, comparison, surrounding, surroundingComparison].reduce(
    (sum, one) => sum + (one?.before ?? 0) + (one?.after ?? 0),
    0,
  );
  return {
    n,
    method: "irr-did",
    version: METHOD_VERSION,
    verdict: !told ? "cannot-tell" : ratio.high < 1 ? "fewer" : "more",
    sentence: inBoth(said, ratio === undefined ? {} : { ratio: ratio.value, low: ratio.low, high: ratio.high }),
    ratio,
    displacement: weightedDisplacement(treated, comparison, surrounding, surroundingComparison),
    quotient: surrounding === undefined ? undefined : displacementQuotient(treated, surrounding, comparison),
    /** p that chance alone parts the treated place's two counts so far. */
    beforeAfterP: comparedCounts(treated.before, treated.after),
  };
}

/** What could be seen at all, asked before anything is promised. */
export function powerAnswer(design: Design) {
  const fall = smallestVisibleFall(design);
  return {
    n: design.baseline,
    method: "irr-did-power",
    version: METHOD_VERSION,
    sentence:
      fall === undefined
        ? inBoth(sentences.nothingVisible, {})
        : inBoth(sentences.visibleFall, { percent: (1 - fall) * 100 }),
    smallestVisibleRatio: fall,
    chanceOfSeeing: [0.25, 0.5, 0.75].map((ratio) => ({ ratio, chance: chanceOfSeeing(ratio, design) })),
    chanceOfApparentQuarterFall: chanceOfApparentFall(design.baseline, 0.25),
  };
}

function extentOf(events: EventTable, placed: readonly number[]) {
  const extent = { west: Infinity, east: -Infinity, south: Infinity, north: -Infinity };
  for (const i of placed) {
    extent.west = Math.min(extent.west, events.x[i]!);
    extent.east = Math.max(extent.east, events.x[i]!);
    extent.south = Math.min(extent.south, events.y[i]!);
    extent.north = Math.max(extent.north, events.y[i]!);
  }
  return extent;
}

function placedOf(events: EventTable): number[] {
  return [...events.x.keys()].filter((i) => !Number.isNaN(events.x[i]!));
}
