// A scan of areas that people live in (Kulldorff 1997), or of what the time just before leads to expect of them (Neill 2006): the events that a file has, by the area they are in.
import { dayWritten } from "../columns/local-time.ts";
import type { Positions } from "../engine/emerging/scan-circles.ts";
import type { ScanWindows } from "../engine/emerging/scan-problem.ts";
import { basisOf, caveatsOf } from "./basis.ts";
import type { ScanAnswer, ScanQuestion } from "./emerging.ts";
import type { EventTable } from "./event-table.ts";
import { sentences } from "./words.ts";

/** Areas as the events' categories name them, in one order. */
export type PeopledAreas = {
  readonly codes: readonly string[];
  readonly people: readonly number[];
  /** Degrees on the earth, or the file's own metres in a plane. */
  readonly positions: Positions;
  /** Of each, those it borders on: then connected areas are looked at instead of circles. */
  readonly neighbours?: readonly (readonly number[])[];
};
export type AreaScanWish = {
  readonly model: "poisson" | "expectation";
  readonly windows: ScanWindows;
  readonly radiusMetres?: number;
  /** No circle holds more than this share of the people. */
  readonly mostShare?: number;
  /** The longest span. Expectation-based: how many of the last days are held against those before. */
  readonly days: number;
  readonly replicates: number;
  readonly seed: number;
};

/**
 * The question that a file of events asks of the areas its categories name. Poisson: as many are expected as there are people. Expectation-based: as many a day as in the days before the
 * last `days`, shared out by people. Undefined where fewer than two events are in any area (with a day, where time is asked of), or the days before held none.
 */
export function areaScan(events: EventTable, areas: PeopledAreas, wish: AreaScanWish): ScanQuestion | undefined {
  const { codes, people, positions, neighbours } = areas;
  const number = new Map(codes.map((code, at) => [code, at]));
  const timed = wish.windows !== "spatial";
  const used = [...events.category.keys()].filter(
    (i) => number.has(events.category[i]!) && !(timed && Number.isNaN(events.day[i]!)),
  );
  const dated = used.map((i) => events.day[i]!).filter((day) => !Number.isNaN(day));
  const first = dated.reduce((least, day) => Math.min(least, day), Infinity);
  const last = dated.reduce((most, day) => Math.max(most, day), -Infinity);
  const looked = wish.model === "expectation" ? last - wish.days + 1 : first;
  const [start, times] = timed ? [looked, last - looked + 1] : [first, 1];
  const cases = timed ? used.filter((i) => events.day[i]! >= start) : used;
  if (cases.length < 2) return undefined;
  const everybody = people.reduce((sum, one) => sum + one, 0);
  const perDay = (used.length - cases.length) / (start - first);
  if (wish.model === "expectation" && !(perDay > 0)) return undefined;
  const daily = wish.model === "expectation" ? perDay : 1;
  const written = (day: number) => (Number.isFinite(day) ? dayWritten(day) : "");
  return {
    data: {
      places: codes.length,
      times,
      cases: {
        place: cases.map((i) => number.get(events.category[i]!)!),
        time: cases.map((i) => (timed ? events.day[i]! - start : 0)),
        count: cases.map(() => 1),
      },
      measure: {
        kind: "product",
        place: Float64Array.from(people, (one) => (daily * one) / everybody),
        time: new Float64Array(times).fill(1),
      },
    },
    wish: {
      model: wish.model,
      windows: wish.windows,
      positions,
      limits: {
        ...(wish.radiusMetres === undefined ? {} : { mostRadius: wish.radiusMetres / metresIn(positions) }),
        ...(wish.mostShare === undefined ? {} : { mostShare: wish.mostShare }),
      },
      longest: Math.min(wish.days, times),
      seed: wish.seed,
      ...(neighbours === undefined ? {} : { neighbours }),
    },
    positions,
    names: codes.map((code) => [code]),
    firstDays: timed ? Array.from({ length: times }, (_, at) => written(start + at)) : [written(first)],
    lastDays: timed ? Array.from({ length: times }, (_, at) => written(start + at)) : [written(last)],
    daysInTime: 1,
    options: { replicates: wish.replicates },
  };
}

const metresIn = ({ on }: Positions): number => (on === "earth" ? 1000 : 1);

/** What is said of it: `answer` is undefined where nothing could be asked. */
export function areaScanAnswer(
  events: EventTable,
  areas: PeopledAreas,
  wish: AreaScanWish,
  answer: ScanAnswer | undefined,
) {
  const method = answer?.method ?? `scan-${wish.model}-${wish.windows}`;
  const { sentence, ...basis } = basisOf(
    events,
    method,
    sentences.noScan,
    {},
    answer && { family: answer.windowsSearched },
  );
  return {
    ...answer,
    ...basis,
    sentence: answer?.sentence ?? sentence,
    // Few are those that were scanned, however many the file holds.
    caveats: caveatsOf(answer?.used ?? 0),
    used: answer?.used ?? 0,
    places: areas.codes.length,
    ...(wish.radiusMetres === undefined ? {} : { radiusMetres: wish.radiusMetres }),
    replicates: answer?.replicates ?? wish.replicates,
    seed: wish.seed,
    clusters: (answer?.clusters ?? []).map(({ radius, ...cluster }) => ({
      ...cluster,
      radiusMetres: radius * metresIn(areas.positions),
    })),
  };
}
