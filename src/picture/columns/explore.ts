// What a store of events answers: how many, when, at which hours, of what, from whom, where. Each of these is counted under everything that is asked except its own part of the question, so that a
// chart shows what could be chosen instead (linked dimensions); the total is under all of it.
import { blockReader } from "./blocks.ts";
import {
  addressesOf,
  BLOCK_ROWS,
  type ColumnName,
  type EventStore,
  GRANULARITIES,
  type Granularity,
  granularityOf,
  isPlaced,
  TIME_PRECISIONS,
  type TimePrecision,
  UNDATED_DAY,
  UNKNOWN_AREA,
} from "./event-store.ts";
import { HOURS_IN_WEEK, NO_HOUR } from "./local-time.ts";
import { type HeatWindow, type Plan, planOf, type Reach, reachesOf } from "./plan.ts";
import type { EventQuestion } from "./question.ts";
import { rowReader, type Sums } from "./spread.ts";

export type Explored = {
  /** Events in the selection. One whose time is an interval lying partly outside what is asked counts by the part that lies inside. */
  readonly total: number;
  /** The rows behind the total, each counted once. */
  readonly events: number;
  /** Of them, those whose time is an interval: spread evenly over it (aoristic; Ratcliffe 2000). */
  readonly spread: number;
  readonly undated: number;
  /** Dated, but nobody knows the hour. */
  readonly withoutHour: number;
  /** Known by an area, a municipality or a county only, or not at all: counted, never drawn. */
  readonly unplaced: number;
  /** What the rest of the question asks for, but is known too coarsely to say whether it lies in the place asked for. */
  readonly notPlaced: number;
  readonly byGranularity: Readonly<Record<Granularity, number>>;
  readonly byPrecision: Readonly<Record<TimePrecision, number>>;
  /** A count a day, the first of them `first` (days since 1970-01-01). Under all but the days asked for. */
  readonly days: { readonly first: number; readonly counts: Float64Array };
  /** 168 hours of the week. Under all but the hours asked for. */
  readonly hours: Float64Array;
  /** By code. Under all but the categories, the sources, the place asked for. */
  readonly categories: Float64Array;
  readonly sources: Float64Array;
  readonly areas: Float64Array;
  /** Row by row from the north, 256 × 256. Under all but the place asked for; undefined where no window was given. */
  readonly heat: Float64Array | undefined;
};

/** The blocks from one up to, not including, another. */
export type BlockRange = { readonly from: number; readonly to: number };

/**
 * Answers a question, every chart at once. `window` is the part of the map that is drawn. Not `linked`, every chart is under the whole question, and a question about a small place touches
 * only the blocks that lie there. `part` is for threads that share the work: their answers are put together by `wholeOf`.
 */
export function explore(
  store: EventStore,
  question: EventQuestion,
  window?: HeatWindow,
  linked = true,
  part: BlockRange = { from: 0, to: Infinity },
): Explored {
  const plan = planOf(store, question);
  const { counts } = addressesOf(store);
  new Uint32Array(store.memory.buffer, counts.from, (counts.to - counts.from) / 4).fill(0);
  const byBlock = blockReader(store, plan, window, linked);
  const byRow = rowReader(store, plan, window, linked);
  const blocks = Math.min(Math.ceil(store.size / BLOCK_ROWS), part.to);
  const reaches: Reach[] = [];
  for (let block = part.from; block < blocks; block++) {
    const none = reachesOf(store, plan, block, reaches);
    if (none > (linked ? 1 : 0) || store.zones.maxState[block]! < plan.leastState) continue;
    if (store.zones.special[block] === 1) byRow.block(block);
    else byBlock.block(block, reaches, none);
  }
  return answerOf(store, plan, question, byRow.sums, window !== undefined);
}

/** Visits every row of the selection, in the order they lie. */
export function eachSelected(store: EventStore, question: EventQuestion, visit: (row: number) => void): void {
  const plan = planOf(store, question);
  const byBlock = blockReader(store, plan, undefined, false);
  const byRow = rowReader(store, plan, undefined, false);
  const blocks = Math.ceil(store.size / BLOCK_ROWS);
  const reaches: Reach[] = [];
  for (let block = 0; block < blocks; block++) {
    if (reachesOf(store, plan, block, reaches) > 0 || store.zones.maxState[block]! < plan.leastState) continue;
    const first = block * BLOCK_ROWS;
    if (store.zones.special[block] === 1) {
      const end = Math.min(first + BLOCK_ROWS, store.size);
      for (let row = first; row < end; row++) if (byRow.isChosen(row)) visit(row);
      continue;
    }
    // A copy: what is visited may ask another question of the same memory.
    for (const [word, bits] of byBlock.chosen(block, reaches).slice().entries())
      for (let left = bits; left !== 0; left &= left - 1) visit(first + word * 32 + 31 - Math.clz32(left & -left));
  }
}

function answerOf(store: EventStore, plan: Plan, question: EventQuestion, sums: Sums, drawn: boolean): Explored {
  const { memory } = store;
  const here = addressesOf(store);
  const counts = (at: number, length: number) => new Uint32Array(memory.buffer, at, length);
  const added = (at: number, to: Float64Array) => {
    const all = counts(at, to.length);
    return to.map((sum, code) => sum + all[code]!);
  };
  // One table for each of four rows that follow on each other, or one where the column has wider codes or none.
  const added8 = (at: number, to: Float64Array) => {
    const all = counts(at, 1024);
    return to.map((sum, code) => sum + all[code]! + all[code + 256]! + all[code + 512]! + all[code + 768]!);
  };
  const codes = (name: ColumnName, at: number, to: Float64Array) =>
    store.columns[name].width === 1 ? added8(at, to) : added(at, to);
  const states = codes("state", here.state, sums.states);
  const precisions = codes("precision", here.precision, sums.precisions);
  const hours = added8(here.hour, sums.hours);
  const areas = codes("area", here.area, sums.areas);
  const elsewhere = codes("state", here.elsewhere, sums.elsewhere);
  const dated = daysOf(counts(here.day, UNDATED_DAY + 1), sums.days);
  const timeless = plan.days === undefined ? dated.undated - sums.undatedWithHours : 0;
  const total = states.reduce((sum, one) => sum + one, 0);
  const fast = counts(here.state, 1024).reduce((sum, one) => sum + one, 0);
  const unplaced = states.reduce((sum, one, state) => sum + (isPlaced(state) ? 0 : one), 0);
  return {
    total,
    events: fast + sums.events,
    spread: sums.spread,
    undated: plan.days === undefined ? dated.undated : 0,
    withoutHour: plan.hours === undefined ? Math.max(hours[NO_HOUR]! - timeless, 0) : 0,
    unplaced,
    notPlaced: notPlaced(store, question, areas, elsewhere),
    byGranularity: recordOf(GRANULARITIES, (one) =>
      states.reduce((sum, count, state) => sum + (granularityOf(state) === one ? count : 0), 0),
    ),
    byPrecision: recordOf(TIME_PRECISIONS, (_, at) => precisions[at]!),
    days: dated.days,
    hours: hours.slice(0, HOURS_IN_WEEK),
    categories: codes("category", here.category, sums.categories),
    sources: codes("source", here.source, sums.sources),
    areas,
    heat: drawn ? added(here.heat, sums.heat) : undefined,
  };
}

function recordOf<Key extends string>(
  keys: readonly Key[],
  value: (key: Key, at: number) => number,
): Record<Key, number> {
  return Object.fromEntries(keys.map((key, at) => [key, value(key, at)])) as Record<Key, number>;
}

function daysOf(counts: Uint32Array, sums: ReadonlyMap<number, number>) {
  const undated = counts[UNDATED_DAY]! + (sums.get(UNDATED_DAY) ?? 0);
  let [first, last] = [Infinity, -Infinity];
  for (let day = 0; day < UNDATED_DAY; day++)
    if (counts[day]! > 0) {
      first = Math.min(first, day);
      last = day;
    }
  for (const day of sums.keys())
    if (day !== UNDATED_DAY) {
      first = Math.min(first, day);
      last = Math.max(last, day);
    }
  if (last < first) return { undated, days: { first: 0, counts: new Float64Array(0) } };
  const days = Float64Array.from({ length: last - first + 1 }, (_, at) => counts[first + at] ?? 0);
  for (const [day, sum] of sums) if (day !== UNDATED_DAY) days[day - first]! += sum;
  return { undated, days: { first, counts: days } };
}

/** In a box: all that has no point. In an area: what is known only by something that the area is a part of, or not at all. */
function notPlaced(
  { words }: EventStore,
  { where }: EventQuestion,
  areas: Float64Array,
  elsewhere: Float64Array,
): number {
  if (where === undefined) return 0;
  if ("box" in where) return elsewhere.reduce((sum, one, state) => sum + (isPlaced(state) ? 0 : one), 0);
  const wider = widerThan(words.areas, where.area);
  return areas.reduce(
    (sum, one, code) => sum + (code === UNKNOWN_AREA || wider.has(words.areas[code]!.code) ? one : 0),
    0,
  );
}

/** Codes of the areas that this one lies in. */
function widerThan(areas: EventStore["words"]["areas"], asked: string): ReadonlySet<string> {
  const byCode = new Map(areas.map((area) => [area.code, area]));
  const wider = new Set<string>();
  for (let at = byCode.get(asked)?.parent; at !== undefined && !wider.has(at); at = byCode.get(at)?.parent)
    wider.add(at);
  return wider;
}

/** One answer of those that threads gave, each of its own blocks. */
export function wholeOf(parts: readonly [Explored, ...Explored[]]): Explored {
  return parts.reduce((one, other) => {
    const first = Math.min(...[one, other].flatMap(({ days }) => (days.counts.length === 0 ? [] : [days.first])));
    const last = Math.max(...[one, other].map(({ days }) => days.first + days.counts.length));
    const counts = new Float64Array(Number.isFinite(first) ? last - first : 0);
    for (const { days } of [one, other])
      days.counts.forEach((count, at) => (counts[days.first - first + at]! += count));
    const add = (a: Float64Array, b: Float64Array) => a.map((count, at) => count + b[at]!);
    const addEach = <Key extends string>(a: Readonly<Record<Key, number>>, b: Readonly<Record<Key, number>>) =>
      Object.fromEntries(Object.entries(a).map(([key, count]) => [key, Number(count) + b[key as Key]])) as Record<
        Key,
        number
      >;
    return {
      total: one.total + other.total,
      events: one.events + other.events,
      spread: one.spread + other.spread,
      undated: one.undated + other.undated,
      withoutHour: one.withoutHour + other.withoutHour,
      unplaced: one.unplaced + other.unplaced,
      notPlaced: one.notPlaced + other.notPlaced,
      byGranularity: addEach(one.byGranularity, other.byGranularity),
      byPrecision: addEach(one.byPrecision, other.byPrecision),
      days: { first: Number.isFinite(first) ? first : 0, counts },
      hours: add(one.hours, other.hours),
      categories: add(one.categories, other.categories),
      sources: add(one.sources, other.sources),
      areas: add(one.areas, other.areas),
      heat: one.heat && other.heat && add(one.heat, other.heat),
    };
  });
}
