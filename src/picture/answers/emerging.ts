// What is emerging: clusters in time and space, and events that follow on each other.
import { FEWEST_EVENTS } from "../engine/hotspot.ts";
import { knox, type KnoxTable } from "../engine/near-repeat.ts";
import { recurrenceInterval } from "../engine/outbreak.ts";
import { circlesOf, permutationScan } from "../engine/scan.ts";
import { basisOf, placedOf } from "./basis.ts";
import { dayWritten, type EventTable } from "./event-table.ts";
import { sentences } from "./words.ts";

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
