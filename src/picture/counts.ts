// Counting what was seen, honestly: what is not placed is counted apart, a bundle of events is never one event, and a handful gets no percentage (statistics.md, rules of honesty).
import { groupOf, isCategory, type CategoryGroup } from "../collect/category.ts";
import { knowledgeOf, type Knowledge, type SourceKind } from "../collect/source.ts";
import { type Place, isDrawable, metresBetween, type Position } from "../ground/place.ts";
import { addMonths, dayOf, monthOf, type Day, type Instant, type Month } from "../ground/time.ts";
import type { Question } from "./question.ts";

/** An observation as far as the picture needs it. */
export type Seen = {
  readonly id: string;
  readonly at: Instant | undefined;
  readonly category: string;
  readonly text: string;
  readonly place: Place;
  readonly sourceId: string;
  readonly source: string;
  readonly sourceKind: SourceKind;
  /** Several events told as one text: never counted as one (night summaries). */
  readonly bundle: boolean;
  readonly example: boolean;
};
export type Village = { readonly name: string; readonly position: Position; readonly radiusMetres: number };

/** Under this many, parts are said as counts and never as shares, and a change is not a percentage. */
export const HANDFUL = 10;

export type Tally<Key extends string = string> = { readonly key: Key; readonly count: number };
export type Picture = {
  readonly total: number;
  readonly byMonth: readonly Tally<Month>[];
  readonly byGroup: readonly Tally<CategoryGroup>[];
  readonly byVillage: readonly Tally[];
  readonly bySource: readonly (Tally & {
    readonly name: string;
    readonly kind: SourceKind;
    readonly knowledge: Knowledge;
  })[];
  /** Known by area, municipality or county only, or not at all: counted, never drawn. */
  readonly notPlaced: number;
  /** Texts that bundle several events: shown in the list, counted nowhere. */
  readonly bundles: number;
  readonly withoutTime: number;
};

/** The village a place belongs to: the nearest within reach. Undefined out in the country, or where nobody knows the place. */
export function villageOf(place: Place, villages: readonly Village[]): string | undefined {
  if (!isDrawable(place)) return undefined;
  const position = place.kind === "point" ? place.position : place.line[Math.floor(place.line.length / 2)];
  if (position === undefined) return undefined;
  const near = villages
    .map((village) => ({ village, metres: metresBetween(position, village.position) }))
    .filter(({ village, metres }) => metres <= village.radiusMetres)
    .toSorted((a, b) => a.metres - b.metres)[0];
  return near?.village.name;
}

export const COUNTRYSIDE = "övriga kommunen";

/** What the question selects, in the order given. */
export function select(seen: readonly Seen[], question: Question, villages: readonly Village[]): Seen[] {
  return seen.filter((one) => {
    const month = one.at === undefined ? undefined : monthOf(dayOf(one.at));
    if (question.from !== undefined && (month === undefined || month < question.from)) return false;
    if (question.to !== undefined && (month === undefined || month > question.to)) return false;
    if (question.group !== undefined && groupIn(one.category) !== question.group) return false;
    if (question.source !== undefined && one.sourceId !== question.source) return false;
    if (question.village !== undefined && areaOf(one, villages) !== question.village) return false;
    return true;
  });
}

function groupIn(category: string): CategoryGroup {
  return isCategory(category) ? groupOf(category) : "other";
}

function areaOf(one: Seen, villages: readonly Village[]): string | undefined {
  return isDrawable(one.place) ? (villageOf(one.place, villages) ?? COUNTRYSIDE) : undefined;
}

/** Counts of what was selected. Every total is the sum of its parts together with what is counted apart. */
export function count(selected: readonly Seen[], villages: readonly Village[]): Picture {
  const counted = selected.filter(({ bundle }) => !bundle);
  const months = tally(counted.flatMap(({ at }) => (at === undefined ? [] : [monthOf(dayOf(at))])));
  const sources = new Map(selected.map((one) => [one.sourceId, one]));
  return {
    total: counted.length,
    byMonth: withoutGaps(months),
    byGroup: tally(counted.map(({ category }) => groupIn(category))),
    byVillage: tally(counted.flatMap((one) => areaOf(one, villages) ?? [])),
    bySource: tally(counted.map(({ sourceId }) => sourceId)).map((row) => {
      const kind = sources.get(row.key)?.sourceKind ?? "other";
      return { ...row, name: sources.get(row.key)?.source ?? "", kind, knowledge: knowledgeOf(kind) };
    }),
    notPlaced: counted.filter(({ place }) => !isDrawable(place)).length,
    bundles: selected.length - counted.length,
    withoutTime: counted.filter(({ at }) => at === undefined).length,
  };
}

/** Most first; equal ones in the order of their keys, so that the same answer always looks the same. */
function tally<Key extends string>(keys: readonly Key[]): Tally<Key>[] {
  const counts = new Map<Key, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return [...counts]
    .map(([key, n]) => ({ key, count: n }))
    .toSorted((a, b) => b.count - a.count || (a.key < b.key ? -1 : 1));
}

/** Months in order with the empty ones between: no month without events may vanish from a row of months. */
function withoutGaps(months: readonly Tally<Month>[]): Tally<Month>[] {
  const ordered = months.toSorted((a, b) => (a.key < b.key ? -1 : 1));
  const [first, last] = [ordered[0], ordered.at(-1)];
  if (first === undefined || last === undefined) return [];
  const counts = new Map(ordered.map(({ key, count: n }) => [key, n]));
  const all: Tally<Month>[] = [];
  for (let day = `${first.key}-01` as Day; monthOf(day) <= last.key; day = addMonths(day, 1))
    all.push({ key: monthOf(day), count: counts.get(monthOf(day)) ?? 0 });
  return all;
}

/** A change said as a percentage only where both counts carry it. */
export function changeOf(
  before: number,
  now: number,
): { readonly kind: "percent"; readonly percent: number } | { readonly kind: "counts" } {
  return before >= HANDFUL && now >= HANDFUL
    ? { kind: "percent", percent: Math.round(((now - before) / before) * 100) }
    : { kind: "counts" };
}
