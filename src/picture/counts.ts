// The picture's numbers: how many, when, at which hours, of what, in which village; and when so few that nothing may be concluded
// (statistics.md 5.1–5.2; journeys.md "Thresholds"). They are what `explore` answers, put in the words of the partnership: what the server answers and what a browser works out are the same.
import { CATEGORY_GROUPS, type CategoryGroup } from "../collect/category.ts";
import type { Knowledge, SourceKind } from "../collect/source.ts";
import { addDays, type Day, daysBetween, type Month } from "../ground/time.ts";
import type { Village } from "../partnership/village.ts";
import { ELSEWHERE, UNPLACED } from "./areas.ts";
import { laidOut } from "./columns/build.ts";
import {
  type ColumnName,
  type EventStore,
  type Granularity,
  readerOf,
  type TimePrecision,
} from "./columns/event-store.ts";
import { explore, type Explored } from "./columns/explore.ts";
import { dayWritten } from "./columns/local-time.ts";
import { selectedRows } from "./columns/listing.ts";
import { type Box, EVERYTHING, type EventQuestion } from "./columns/question.ts";
import {
  categoryParts,
  daysAsked,
  type Edge,
  eventQuestionOf,
  isBackwards,
  isChosen,
  type Question,
} from "./question.ts";

/** 1–4: counted here, labelled as too few to say anything of, and never shown to the public. */
export const FEW = 5;
/** A change in per cent needs at least this many on both sides. */
export const PERCENT_FROM = 10;

/** What a source is counted by. */
export type CountedSource = { readonly slug: string; readonly kind: SourceKind; readonly knowledge: Knowledge };
/** What is known, in columns: what is counted, texts with several happenings in each, and the voices behind what is felt. */
export type Counted = { readonly events: EventStore; readonly summaries: EventStore; readonly voices: EventStore };

/** A count is whole but where the time of an event is an interval that lies partly outside what is asked. */
export type Tally<Key extends string> = { readonly key: Key; readonly count: number; readonly few: boolean };
export type AreaTally = Tally<string> & {
  /** Entries of what is felt, and the voices behind them: everyone who agreed, at least one an entry. */
  readonly felt: number;
  readonly voices: number;
  readonly recorded: number;
};

export type Counts = {
  /** Everything in the selection that is one happening each. Summaries are not in it. */
  readonly total: number;
  /** The entries behind the total, each counted once; of them those whose time is an interval, spread evenly over it. */
  readonly events: number;
  readonly spread: number;
  readonly unplaced: number;
  readonly undated: number;
  /** Dated, but nobody knows the hour. */
  readonly withoutHour: number;
  /** What the rest of the question asks for, but is known too coarsely to say whether it lies in the place asked for. */
  readonly notPlaced: number;
  /** Texts with several happenings in each («Sammanfattning natt»): never counted as one. */
  readonly summaries: number;
  /** Of the total, happenings the police have chosen to tell the press: a selection, no statistics. */
  readonly pressSelection: number;
  /** Every month from the first to the last, also the empty ones. Together with `undated` they are the total. */
  readonly byMonth: readonly Tally<Month>[];
  /** 168 hours of the week, Monday 00 first. Together with `withoutHour` and what has no time at all they are the total. */
  readonly byHour: readonly number[];
  /** Together they are the total. Most first. */
  readonly byCategory: readonly Tally<CategoryGroup>[];
  /** Sources there is anything from, most first. Together they are the total. */
  readonly bySource: readonly Tally<string>[];
  /** Villages in the given order, then elsewhere, then unplaced. Together they are the total. */
  readonly byArea: readonly AreaTally[];
  /** How exactly time and place are known. Each together is the total. */
  readonly byPrecision: Readonly<Record<TimePrecision, number>>;
  readonly byGranularity: Readonly<Record<Granularity, number>>;
};

/** A question, and the store it is put to. */
type Put = { readonly store: EventStore; readonly question: EventQuestion };
/** With what was answered. */
type Asked = Put & { readonly explored: Explored };

/**
 * The question as one store is asked it. What `explore` cannot be asked for in one part (a box whose areas are wanted, what lies in none of the villages) is first taken out by itself, so that every
 * figure of the answer is of the selection and of nothing else.
 */
export function putTo(store: EventStore, question: Question, sources: readonly CountedSource[]): Put {
  const asked = eventQuestionOf(question, store.words, sources);
  const { where } = asked;
  const isBox = where !== undefined && "box" in where;
  if (!isBox && question.area !== UNPLACED) return { store, question: asked };
  const inside = isBox ? insideOf(store, where) : narrowed(store, unplacedRows(store));
  return { store: inside, question: { ...asked, where: undefined } };
}

/** Answers the question of one store. */
export function exploreAsked(store: EventStore, question: Question, sources: readonly CountedSource[]): Asked {
  const put = putTo(store, question, sources);
  const explored = explore(put.store, put.question);
  if (put.store === store) return { ...put, explored };
  // What may lie in the box or beside it was not taken out with what does: the whole is asked how much that is.
  const { box } = question;
  const notPlaced = box === undefined ? 0 : explore(store, { ...put.question, where: { box } }).notPlaced;
  return { ...put, explored: { ...explored, notPlaced } };
}

/** What lies in a box, as long as somebody holds the box: an answer asks for the same one many times over. */
const insides = new WeakMap<object, WeakMap<EventStore, EventStore>>();

function insideOf(store: EventStore, where: { readonly box: Box }): EventStore {
  const known = insides.get(where.box) ?? new WeakMap<EventStore, EventStore>();
  insides.set(where.box, known);
  const found = known.get(store) ?? narrowed(store, selectedRows(store, { ...EVERYTHING, where }));
  known.set(store, found);
  return found;
}

/** Rows that lie in none of the villages and not elsewhere in the municipality either. */
function unplacedRows(store: EventStore): number[] {
  const [area, state] = [readerOf(store, "area"), readerOf(store, "state")];
  const inVillage = villageCodes(store);
  return Array.from({ length: store.size }, (_, row) => row).filter(
    (row) => state(row) !== 0 && inVillage[area(row)] === 0,
  );
}

/** By area code: 1 for a village and for what is elsewhere in the municipality, which nothing else lies in. */
function villageCodes({ words: { areas } }: EventStore): Uint8Array {
  const parents = new Set(areas.map(({ parent }) => parent));
  return Uint8Array.from(areas, ({ code, parent }) => (parent !== undefined && !parents.has(code) ? 1 : 0));
}

/** A store of these rows alone, with the same words. */
function narrowed(store: EventStore, rows: ArrayLike<number>): EventStore {
  const column = (name: ColumnName) => {
    const value = readerOf(store, name);
    const values = name === "minute" ? new Int32Array(rows.length) : new Uint32Array(rows.length);
    for (let at = 0; at < rows.length; at++) values[at] = value(rows[at]!);
    return values;
  };
  return laidOut({ rows: rows.length, column }, store.words);
}

/** The selection's numbers. */
export function countsOf(
  { events, summaries, voices }: Counted,
  question: Question,
  villages: readonly Village[],
  sources: readonly CountedSource[],
): Counts {
  const asked = exploreAsked(events, question, sources);
  const { explored } = asked;
  const bySource = sourcesIn(asked);
  return {
    total: even(explored.total),
    events: explored.events,
    spread: explored.spread,
    unplaced: even(explored.unplaced),
    undated: even(explored.undated),
    withoutHour: even(explored.withoutHour),
    notPlaced: even(explored.notPlaced),
    summaries: exploreAsked(summaries, question, sources).explored.events,
    pressSelection: bySource
      .filter(({ key }) => sources.some(({ slug, kind }) => slug === key && kind === "police-events"))
      .reduce((sum, { count }) => sum + count, 0),
    byMonth: monthsIn(asked),
    byHour: [...explored.hours].map((count, hour) => (isChosen(asked.question.hours, hour) ? even(count) : 0)),
    byCategory: groupsIn(asked),
    bySource,
    byArea: areaTallies(asked, feltIn(events, question, sources), exploreAsked(voices, question, sources), villages),
    byPrecision: explored.byPrecision,
    byGranularity: explored.byGranularity,
  };
}

/** Shares of an hour add up to whole events but for the last digits of a computer. */
const even = (count: number) => Math.round(count * 1e6) / 1e6;

function tally<Key extends string>(key: Key, count: number): Tally<Key> {
  return { key, count: even(count), few: count > 0 && count < FEW };
}

/** Days of the selection itself: what `explore` tells of days is under all but the days asked for. */
export function daysIn({ question, explored }: Asked): (readonly [day: Day, count: number])[] {
  const { first, counts } = explored.days;
  return [...counts].flatMap((count, at) => {
    const day = dayWritten(first + at);
    const isIn =
      (question.from === undefined || day >= question.from) && (question.to === undefined || day <= question.to);
    return count > 0 && isIn ? [[day, count] as const] : [];
  });
}

function monthsIn(asked: Asked): Tally<Month>[] {
  const counts = new Map<Month, number>();
  for (const [day, count] of daysIn(asked)) {
    const month = day.slice(0, 7) as Month;
    counts.set(month, (counts.get(month) ?? 0) + count);
  }
  return monthsBetween([...counts.keys()]).map((month) => tally(month, counts.get(month) ?? 0));
}

function groupsIn({ store, question, explored }: Asked): Tally<CategoryGroup>[] {
  const counts = new Map<string, number>();
  for (const [code, word] of store.words.category.entries()) {
    const { group } = categoryParts(word);
    if (isChosen(question.categories, word)) counts.set(group, (counts.get(group) ?? 0) + explored.categories[code]!);
  }
  return CATEGORY_GROUPS.flatMap((group) => {
    const count = counts.get(group) ?? 0;
    return count === 0 ? [] : tally(group, count);
  }).toSorted((a, b) => b.count - a.count);
}

function sourcesIn({ store, question, explored }: Asked): Tally<string>[] {
  return store.words.source
    .flatMap((slug, code) => {
      const count = isChosen(question.sources, slug) ? explored.sources[code]! : 0;
      return count === 0 ? [] : tally(slug, count);
    })
    .toSorted((a, b) => b.count - a.count || (a.key < b.key ? -1 : 1));
}

/** Of the selection what is felt; undefined where only something else was asked for. */
function feltIn(events: EventStore, question: Question, sources: readonly CountedSource[]): Asked | undefined {
  return isChosen(question.knowledge, "felt")
    ? exploreAsked(events, { ...question, knowledge: ["felt"] }, sources)
    : undefined;
}

function areaTallies(all: Asked, felt: Asked | undefined, voices: Asked, villages: readonly Village[]): AreaTally[] {
  const [counts, feltCounts, voiceCounts] = [areasIn(all), felt && areasIn(felt), areasIn(voices)];
  return [...villages.map(({ slug }) => slug), ELSEWHERE, UNPLACED].map((area) => {
    const [count, isFelt] = [counts.get(area) ?? 0, feltCounts?.get(area) ?? 0];
    return {
      ...tally(area, count),
      felt: even(isFelt),
      voices: even(voiceCounts.get(area) ?? 0),
      recorded: even(count - isFelt),
    };
  });
}

/** By village, elsewhere, and the rest together, of the selection itself. */
function areasIn({ store, question, explored }: Asked): ReadonlyMap<string, number> {
  const asked = question.where !== undefined && "area" in question.where ? question.where.area : undefined;
  const inVillage = villageCodes(store);
  const counts = new Map<string, number>();
  for (const [code, area] of store.words.areas.entries()) {
    const key = inVillage[code] === 1 ? area.code : UNPLACED;
    if (asked === undefined || isWithin(store.words.areas, area, asked))
      counts.set(key, (counts.get(key) ?? 0) + explored.areas[code]!);
  }
  return counts;
}

type Area = EventStore["words"]["areas"][number];

function isWithin(areas: readonly Area[], area: Area, asked: string): boolean {
  for (let at: Area | undefined = area; at !== undefined;) {
    if (at.code === asked) return true;
    const parent: string | undefined = at.parent;
    at = parent === undefined ? undefined : areas.find(({ code }) => code === parent);
  }
  return false;
}

/** Every month there is anything in, also the empty ones between, newest first: what may be asked for. */
export function monthsOf({ events, summaries }: Counted): Month[] {
  const months = [events, summaries].flatMap((store) =>
    monthsIn({ store, question: EVERYTHING, explored: explore(store, EVERYTHING) }).map(({ key }) => key),
  );
  return monthsBetween(months).toReversed();
}

/** Every month from the first to the last of these, so that an empty month is seen as empty. */
export function monthsBetween(months: readonly Month[]): Month[] {
  const sorted = months.toSorted();
  const [first, last] = [sorted[0], sorted.at(-1)];
  const all: Month[] = [];
  if (first === undefined || last === undefined) return all;
  for (let month = first; month <= last; month = laterMonth(month, 1)) all.push(month);
  return all;
}

export function laterMonth(month: Month, months: number): Month {
  const [year = 0, number = 1] = month.split("-").map(Number);
  const whole = year * 12 + number - 1 + months;
  return `${String(Math.floor(whole / 12)).padStart(4, "0")}-${String((whole % 12) + 1).padStart(2, "0")}` as Month;
}

/** The equally long time just before, in months where months were asked for, else in days; undefined where an end is open or the end comes first. */
export function timeBefore(
  period: Pick<Question, "from" | "to">,
): { readonly from: Edge; readonly to: Edge } | undefined {
  const { from, to } = period;
  if (from === undefined || to === undefined || isBackwards(period)) return undefined;
  if (from.length === 7 && to.length === 7) {
    const length = monthNumber(to as Month) - monthNumber(from as Month) + 1;
    return { from: laterMonth(from as Month, -length), to: laterMonth(from as Month, -1) };
  }
  const days = daysAsked(period) as { readonly from: Day; readonly to: Day };
  return { from: addDays(days.from, -lengthOf(period)), to: addDays(days.from, -1) };
}

/** Days in a period with two ends. */
function lengthOf(period: Pick<Question, "from" | "to">): number {
  const { from, to } = daysAsked(period);
  return from === undefined || to === undefined ? NaN : daysBetween(from, to) + 1;
}

function monthNumber(month: Month): number {
  const [year = 0, number = 1] = month.split("-").map(Number);
  return year * 12 + number;
}

/**
 * The selection against what it is compared with: the equally long time just before where nothing was said. Recorded happenings only: walks and dialogues come in heaps. In per cent only where
 * the two times are equally long; villages are not ranked, so never between areas. Undefined where there is nothing to compare with.
 */
export function changeOf(
  { events }: Pick<Counted, "events">,
  question: Question,
  sources: readonly CountedSource[],
): Change | undefined {
  const { compared } = question;
  const other = compared === undefined ? timeBefore(question) : compared;
  if (other === undefined) return undefined;
  const recorded = (asked: Question) =>
    isChosen(asked.knowledge, "recorded")
      ? even(exploreAsked(events, { ...asked, knowledge: ["recorded"] }, sources).explored.total)
      : 0;
  const isArea = "area" in other;
  const before = recorded(isArea ? { ...question, area: other.area, box: undefined } : { ...question, ...other });
  const after = recorded(question);
  const equallyLong = !isArea && (compared === undefined || lengthOf(other) === lengthOf(question));
  return equallyLong ? changeBetween(before, after) : { before, after };
}

/** A change between two counts. In per cent only when both can bear it: four that become six are not fifty per cent more. */
export type Change = { readonly before: number; readonly after: number; readonly percent?: number };

export function changeBetween(before: number, after: number): Change {
  if (before < PERCENT_FROM || after < PERCENT_FROM) return { before, after };
  return { before, after, percent: Math.round(((after - before) / before) * 100) };
}

/** The largest, when it stands alone at the top and is no handful; a shared first place is no finding. */
export function foremost<Key extends string>(tallies: readonly Tally<Key>[]): Tally<Key> | undefined {
  const [first, second] = tallies.toSorted((a, b) => b.count - a.count);
  return first === undefined || first.count < FEW || first.count === second?.count ? undefined : first;
}
