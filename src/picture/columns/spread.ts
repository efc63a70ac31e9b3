// Reading rows one by one: those whose time is an interval (spread evenly over it: aoristic, Ratcliffe 2000), those that recur, and those that stand for several events.
import { BLOCK_ROWS, type ColumnName, type EventStore, readerOf, TIME_PRECISIONS, UNDATED_DAY } from "./event-store.ts";
import { hourOfWeek, localDay, NO_HOUR } from "./local-time.ts";
import { HEAT_SIDE, type HeatWindow, type Plan } from "./plan.ts";

export type Sums = {
  readonly days: Map<number, number>;
  readonly hours: Float64Array;
  readonly categories: Float64Array;
  readonly sources: Float64Array;
  readonly areas: Float64Array;
  readonly heat: Float64Array;
  readonly states: Float64Array;
  /** States under all but the place asked for. */
  readonly elsewhere: Float64Array;
  readonly precisions: Float64Array;
  /** What has no day and yet its hours: what recurs. */
  undatedWithHours: number;
  events: number;
  spread: number;
};

/** Reads blocks row by row, each row's weight shared out over its hours. */
export function rowReader(store: EventStore, plan: Plan, window: HeatWindow | undefined, linked: boolean) {
  const sums: Sums = {
    days: new Map(),
    hours: new Float64Array(256),
    categories: new Float64Array(store.words.category.length),
    sources: new Float64Array(store.words.source.length),
    areas: new Float64Array(store.words.areas.length),
    heat: new Float64Array(HEAT_SIDE * HEAT_SIDE),
    states: new Float64Array(256),
    elsewhere: new Float64Array(256),
    precisions: new Float64Array(256),
    undatedWithHours: 0,
    events: 0,
    spread: 0,
  };
  const read = Object.fromEntries(
    (["x", "y", "day", "hour", "state", "precision", "category", "source", "area", "count"] as const).map((name) => [
      name,
      readerOf(store, name),
    ]),
  ) as Record<ColumnName, (row: number) => number>;
  const times = timesOf(store, plan, linked);
  /** Which parts of the question a row lies in, its time aside. */
  const partsOfRow = (at: number) => {
    const [x, y] = [read.x(at), read.y(at)];
    const { box } = plan;
    return {
      where:
        (plan.areas === undefined || plan.areas[read.area(at)] === 1) &&
        (box === undefined || (x >= box.west && x <= box.east && y >= box.north && y <= box.south)),
      what: plan.categories === undefined || plan.categories[read.category(at)] === 1,
      from: plan.sources === undefined || plan.sources[read.source(at)] === 1,
    };
  };
  const row = (at: number) => {
    const state = read.state(at);
    if (state < plan.leastState) return;
    const [x, y, area, category, source] = [read.x(at), read.y(at), read.area(at), read.category(at), read.source(at)];
    const { where, what, from } = partsOfRow(at);
    const missing = [where, what, from].filter((part) => !part).length;
    if (missing > (linked ? 1 : 0)) return;
    const count = read.count(at);
    const time = times(at);
    if (missing === 0) {
      for (const [day, weight] of time.days) sums.days.set(day, (sums.days.get(day) ?? 0) + weight * count);
      for (const [hour, weight] of time.hours) sums.hours[hour]! += weight * count;
      sums.undatedWithHours += time.undatedWithHours * count;
    }
    const weight = time.inside * count;
    if (weight === 0) return;
    if (what && from) {
      sums.areas[area]! += weight;
      sums.elsewhere[state]! += weight;
      if (window !== undefined && x !== 0) {
        const column = ((x - window.west) >>> 0) >>> window.shift;
        const line = ((y - window.north) >>> 0) >>> window.shift;
        if (column < HEAT_SIDE && line < HEAT_SIDE) sums.heat[line * HEAT_SIDE + column]! += weight;
      }
    }
    if (where && from) sums.categories[category]! += weight;
    if (where && what) sums.sources[source]! += weight;
    if (missing > 0) return;
    sums.states[state]! += weight;
    sums.precisions[read.precision(at)]! += weight;
    sums.events++;
    if (time.spread) sums.spread++;
  };
  return {
    sums,
    isChosen: (at: number): boolean => {
      const { where, what, from } = partsOfRow(at);
      return read.state(at) >= plan.leastState && where && what && from && times(at).inside > 0;
    },
    block: (block: number) => {
      const end = Math.min((block + 1) * BLOCK_ROWS, store.size);
      for (let at = block * BLOCK_ROWS; at < end; at++) row(at);
    },
  };
}

/** Of one row: how much of it lies in the days and the hours asked for, and what lands on each day (within the hours) and each hour (within the days). */
type RowTime = {
  readonly inside: number;
  readonly days: Iterable<readonly [day: number, weight: number]>;
  readonly hours: Iterable<readonly [hour: number, weight: number]>;
  /** How much of it has an hour and no day. */
  readonly undatedWithHours: number;
  readonly spread: boolean;
};

/** An interval longer than this says nothing of hours: it is spread over its days, and its hour is not known. */
const LONGEST_BY_HOUR = 60 * 24 * 14;

function timesOf(store: EventStore, plan: Plan, linked: boolean): (row: number) => RowTime {
  const [minute, span, day, hour, precision] = (["minute", "span", "day", "hour", "precision"] as const).map((name) =>
    readerOf(store, name),
  ) as [Read, Read, Read, Read, Read];
  const [interval, recurring] = [TIME_PRECISIONS.indexOf("interval"), TIME_PRECISIONS.indexOf("recurring")];
  const inDays = (one: number) => plan.days === undefined || (one >= plan.days.first && one <= plan.days.last);
  const inHours = (one: number) => plan.hours === undefined || plan.hours[one] === 1;
  const shared = (
    parts: readonly (readonly [day: number, hour: number, weight: number])[],
    spread: boolean,
  ): RowTime => ({
    inside: parts.reduce((sum, [on, at, weight]) => sum + (inDays(on) && inHours(at) ? weight : 0), 0),
    days: parts.flatMap(([on, at, weight]) => (inHours(at) && (linked || inDays(on)) ? [[on, weight] as const] : [])),
    hours: parts.flatMap(([on, at, weight]) => (inDays(on) && (linked || inHours(at)) ? [[at, weight] as const] : [])),
    undatedWithHours: parts.reduce(
      (sum, [on, at, weight]) => sum + (on === UNDATED_DAY && at !== NO_HOUR ? weight : 0),
      0,
    ),
    spread,
  });
  return (row) => {
    const how = precision(row);
    if (how === recurring) {
      const pattern = store.words.patterns[span(row)] ?? [];
      return shared(
        pattern.map((at) => [UNDATED_DAY, at, 1 / pattern.length] as const),
        false,
      );
    }
    if (how !== interval || span(row) <= 0) return shared([[day(row), hour(row), 1]], false);
    return shared(partsOf(minute(row), span(row)), true);
  };
}
type Read = (row: number) => number;

/** An interval of `span` minutes, an hour (or a day, where it is long) at a time. */
function partsOf(minute: number, span: number): (readonly [day: number, hour: number, weight: number])[] {
  const byHour = span <= LONGEST_BY_HOUR;
  const step = byHour ? 60 : 1440;
  const parts: (readonly [number, number, number])[] = [];
  for (let at = minute; at < minute + span;) {
    const next = Math.min((Math.floor(at / step) + 1) * step, minute + span);
    parts.push([localDay(at), byHour ? hourOfWeek(at) : NO_HOUR, (next - at) / span]);
    at = next;
  }
  return parts;
}
