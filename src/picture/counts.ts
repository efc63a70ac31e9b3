// The picture's numbers: how many, in which month, of which category, in which village; and when so few that nothing may be concluded
// (statistics.md 5.1–5.2; journeys.md "Thresholds"). Thin: a larger engine answers the same question with the same `Counts`.
import { CATEGORY_GROUPS, groupOf, type Category, type CategoryGroup } from "../collect/category.ts";
import type { ObservationKind, Sharing } from "../collect/observation.ts";
import type { Knowledge, SourceKind } from "../collect/source.ts";
import type { Month } from "../ground/time.ts";
import { ELSEWHERE, UNPLACED, type Village } from "./areas.ts";
import type { Question } from "./question.ts";

/** 1–4: counted here, labelled as too few to say anything of, and never shown to the public. */
export const FEW = 5;
/** A change in per cent needs at least this many on both sides. */
export const PERCENT_FROM = 10;

/** One thing somebody saw, said or wrote down, with what it is counted by and nothing else. */
export type Entry = {
  readonly id: string;
  readonly source: string;
  readonly sourceKind: SourceKind;
  readonly knowledge: Knowledge;
  readonly kind: ObservationKind;
  readonly category: Category;
  readonly sharing: Sharing;
  /** Undefined where nobody knows when. */
  readonly month: Month | undefined;
  /** A village's slug, `ELSEWHERE` or `UNPLACED`. */
  readonly area: string;
  /** H3 cell, resolution 9; only where there is a position. */
  readonly cell: string | undefined;
  /** How many on the walk agreed; undefined where nobody counted. */
  readonly agreed: number | undefined;
  /** Several happenings in one text. */
  readonly bundle: boolean;
};

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
  readonly unplaced: number;
  readonly undated: number;
  /** Texts with several happenings in each («Sammanfattning natt»): never counted as one. */
  readonly summaries: number;
  /** Of the total, happenings the police have chosen to tell the press: a selection, no statistics. */
  readonly pressSelection: number;
  /** Every month from the first to the last, also the empty ones. Together with `undated` they are the total. */
  readonly byMonth: readonly Tally<Month>[];
  /** Together they are the total. Most first. */
  readonly byCategory: readonly Tally<CategoryGroup>[];
  /** Villages in the given order, then elsewhere, then unplaced. Together they are the total. */
  readonly byArea: readonly AreaTally[];
  readonly byCell: readonly Tally<string>[];
};

/** What the question asks for, of these. Order is kept. */
export function select(entries: readonly Entry[], question: Question): Entry[] {
  const has = <T>(asked: readonly T[], value: T) => asked.length === 0 || asked.includes(value);
  return entries.filter(
    (entry) =>
      within(entry.month, question) &&
      has(question.categories, groupOf(entry.category)) &&
      has(question.kinds, entry.kind) &&
      has(question.knowledge, entry.knowledge) &&
      has(question.sources, entry.source) &&
      (question.area === undefined || question.area === entry.area) &&
      isSeen(entry.sharing, question.sharing),
  );
}

/** What has no time lies in no month, so it is only there when no months are asked for. */
export function within(month: Month | undefined, { from, to }: Pick<Question, "from" | "to">): boolean {
  if (from === undefined && to === undefined) return true;
  return month !== undefined && (from === undefined || month >= from) && (to === undefined || month <= to);
}

function isSeen(sharing: Sharing, asked: Question["sharing"]): boolean {
  if (asked === "all") return true;
  return asked === "shared" ? sharing !== "own" : sharing === "public";
}

export function countsOf(selected: readonly Entry[], villages: readonly Village[]): Counts {
  const counted = selected.filter(({ bundle }) => !bundle);
  const byMonth = tallied(counted.flatMap(({ month }) => month ?? []));
  const byCategory = tallied(counted.map(({ category }) => groupOf(category)));
  return {
    total: counted.length,
    unplaced: counted.filter(({ area }) => area === UNPLACED).length,
    undated: counted.filter(({ month }) => month === undefined).length,
    summaries: selected.length - counted.length,
    pressSelection: counted.filter(({ sourceKind }) => sourceKind === "police-events").length,
    byMonth: monthsBetween([...byMonth.keys()]).map((month) => tally(month, byMonth.get(month) ?? 0)),
    byCategory: CATEGORY_GROUPS.flatMap((group) => {
      const count = byCategory.get(group) ?? 0;
      return count === 0 ? [] : tally(group, count);
    }).toSorted((a, b) => b.count - a.count),
    byArea: [...villages.map(({ slug }) => slug), ELSEWHERE, UNPLACED].map((area) =>
      areaTally(
        area,
        counted.filter((entry) => entry.area === area),
      ),
    ),
    byCell: [...tallied(counted.flatMap(({ cell }) => cell ?? []))].map(([cell, count]) => tally(cell, count)),
  };
}

function areaTally(area: string, entries: readonly Entry[]): AreaTally {
  const felt = entries.filter(({ knowledge }) => knowledge === "felt");
  const voices = felt.reduce((sum, { agreed }) => sum + Math.max(agreed ?? 1, 1), 0);
  return { ...tally(area, entries.length), felt: felt.length, voices, recorded: entries.length - felt.length };
}

function tally<Key extends string>(key: Key, count: number): Tally<Key> {
  return { key, count, few: count > 0 && count < FEW };
}

function tallied<Key extends string>(keys: readonly Key[]): Map<Key, number> {
  const counts = new Map<Key, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
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

/** The equally long time just before; undefined where an end is open. */
export function monthsBefore({
  from,
  to,
}: Pick<Question, "from" | "to">): { readonly from: Month; readonly to: Month } | undefined {
  if (from === undefined || to === undefined || to < from) return undefined;
  const length = monthNumber(to) - monthNumber(from) + 1;
  return { from: laterMonth(from, -length), to: laterMonth(from, -1) };
}

function monthNumber(month: Month): number {
  const [year = 0, number = 1] = month.split("-").map(Number);
  return year * 12 + number;
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
