// What a resident answers: read out of a form that comes back step by step, without anything kept on the server between the steps. No person, no
// address, no time beyond the day. What points at somebody is covered before it is kept.
import { FEWEST } from "../../ground/fewest.ts";
import { coverPersons } from "../person-in-text.ts";
import { isWithin, type Pointed, type PointWhy, readGrain, readPoints } from "../pointed.ts";
import { isPointedOut, type Item } from "./campaign.ts";

export const LONGEST_TEXT = 2000;
/** A choice and, for a place, the words where none of the named ones is right. */
export type Given = string | readonly string[];
export type Givens = Readonly<Record<string, Given>>;

export const AGE_BANDS = ["under-18", "18-29", "30-64", "65-up"] as const;
export const SEXES = ["woman", "man", "other"] as const;
export type AgeBand = (typeof AGE_BANDS)[number];
export type Sex = (typeof SEXES)[number];
/** Voluntary, and kept as counts only. */
export type About = {
  readonly age?: AgeBand | undefined;
  readonly sex?: Sex | undefined;
  readonly village?: string | undefined;
};

/** The questions that somebody who has answered this far is asked, in their order. */
export function askedOf(items: readonly Item[], given: Givens): readonly Item[] {
  const asked: Item[] = [];
  for (const item of items) {
    const when = item.shownWhen;
    // An answer to a question that was not asked (somebody went back and changed their mind) leads nowhere.
    const earlier = when === undefined || !asked.some(({ key }) => key === when.key) ? undefined : given[when.key];
    const chosen = earlier === undefined ? [] : typeof earlier === "string" ? [earlier] : earlier;
    if (when === undefined || when.among.some((key) => chosen.includes(key))) asked.push(item);
  }
  return asked;
}

export type ReadGiven = {
  readonly given: Givens;
  /** The kinds of what was covered, by question. */
  readonly covered: Readonly<Record<string, readonly string[]>>;
};

/** The answers of a form: only questions that exist, only choices they have, texts cut to their length and covered. Nothing is compulsory. */
export function readGiven(items: readonly Item[], field: (key: string) => readonly string[]): ReadGiven {
  const given: Record<string, Given> = {};
  const coveredKinds: Record<string, readonly string[]> = {};
  const keep = (key: string, text: string) => {
    const { text: safe, kinds } = coverPersons(text.trim().slice(0, LONGEST_TEXT));
    if (kinds.length > 0) coveredKinds[key] = kinds;
    return safe;
  };
  for (const { key, question } of items) {
    const values = field(key);
    if (question.kind === "text") {
      const text = keep(key, values[0] ?? "");
      if (text !== "") given[key] = text;
      continue;
    }
    const chosen = values.filter((value) => question.options.some((option) => option.key === value));
    if (question.kind === "several") {
      if (chosen.length > 0) given[key] = [...new Set(chosen)];
    } else if (question.kind === "place") {
      const words = keep(key, field(`${key}.words`)[0] ?? "");
      if (chosen[0] !== undefined || words !== "") given[key] = [chosen[0] ?? "", words];
    } else if (chosen[0] !== undefined) given[key] = chosen[0];
  }
  return { given, covered: coveredKinds };
}

/** A point on the map beside the answer to a question about places; never part of what others read of the answer. */
export type ItemPoint = Pointed & { readonly key: string };

/** What was pointed out, and the first that cannot be meant. */
export function readItemPoints(
  items: readonly Item[],
  outline: Parameters<typeof isWithin>[1],
  field: (name: string) => readonly string[],
): { readonly points: readonly ItemPoint[]; readonly refused?: { readonly key: string; readonly why: PointWhy } } {
  const points: ItemPoint[] = [];
  let refused: { readonly key: string; readonly why: PointWhy } | undefined;
  for (const { key, question } of items) {
    if (!isPointedOut(question)) continue;
    const read = readPoints(field(pointField(key)), 1);
    const [position] = read ?? [];
    const why =
      read === undefined
        ? "point-unread"
        : position === undefined || isWithin(position, outline)
          ? undefined
          : "point-outside";
    if (why !== undefined) refused ??= { key, why };
    else if (position !== undefined) points.push({ key, position, grain: readGrain(field(grainField(key))) });
  }
  return refused === undefined ? { points } : { points, refused };
}

/** The fields beside the named places of a question. */
export const pointField = (key: string) => `${key}.point`;
export const grainField = (key: string) => `${key}.grain`;

/** The free texts of an answer: what is coded, and what is compared with what others have said. */
export function textsOf(
  items: readonly Item[],
  given: Givens,
): readonly { readonly key: string; readonly text: string }[] {
  return items.flatMap(({ key, question }) => {
    const value = given[key];
    if (value === undefined) return [];
    if (question.kind === "text" && typeof value === "string") return [{ key, text: value }];
    if (question.kind === "place" && typeof value !== "string" && (value[1] ?? "") !== "")
      return [{ key, text: value[1] ?? "" }];
    return [];
  });
}

/** What was answered to the questions that were asked. */
export function onlyAsked(items: readonly Item[], given: Givens): Givens {
  return Object.fromEntries(
    askedOf(items, given).flatMap(({ key }) => (given[key] === undefined ? [] : [[key, given[key]]])),
  );
}

/** Whether somebody must read it before others do. What was chosen, or pointed out as a square, says nothing of anybody; words and a photo may. */
export function needsReading(items: readonly Item[], given: Givens, hasPhoto: boolean): boolean {
  return hasPhoto || textsOf(items, given).length > 0;
}

/** Which counts of a sheet go up by one. Each by itself: how old women of a village are is not kept. */
export function groupsOf({ age, sex, village }: About): readonly string[] {
  return [
    ...(age === undefined ? [] : [`age.${age}`]),
    ...(sex === undefined ? [] : [`sex.${sex}`]),
    ...(village === undefined ? [] : [`village.${village}`]),
  ];
}

/** The sheet with these groups counted, its names in alphabetical order: nothing in it tells which came last. */
export function countedOn(
  sheet: Readonly<Record<string, number>>,
  groups: readonly string[],
): Readonly<Record<string, number>> {
  return addedTo(sheet, Object.fromEntries(groups.map((name) => [name, 1])), 1);
}

/** The sheet with the counts of another added to it, or taken away. */
export function addedTo(
  sheet: Readonly<Record<string, number>>,
  counts: Readonly<Record<string, number>>,
  sign: 1 | -1,
): Readonly<Record<string, number>> {
  const names = [...new Set([...Object.keys(sheet), ...Object.keys(counts)])].toSorted();
  const sums = names.map((name) => [name, (sheet[name] ?? 0) + sign * (counts[name] ?? 0)] as const);
  return Object.fromEntries(sums.filter(([, count]) => count > 0));
}

/** Who wants to be called, each list in alphabetical order: `entries` are read by those who asked, `waiting` by nobody. */
export type ContactSheet = { readonly entries: readonly string[]; readonly waiting: readonly string[] };

/** With one more on it, that nobody reads yet. */
export function contactOn({ entries, waiting }: ContactSheet, contact: string): ContactSheet {
  return { entries, waiting: [...waiting, contact].toSorted() };
}

/**
 * At night five are let out together, of those that wait in the order that was drawn by lot; as many stay, so that what comes out at the closing is no single
 * one either. One at a time, or on the day they came, they would be known by the answer they came with.
 */
export function letOut(
  { entries, waiting }: ContactSheet,
  byLot: (all: readonly string[]) => readonly string[],
): ContactSheet {
  if (waiting.length < 2 * FEWEST) return { entries, waiting };
  const drawn = byLot(waiting);
  return {
    entries: [...entries, ...drawn.slice(0, FEWEST)].toSorted(),
    waiting: drawn.slice(FEWEST).toSorted(),
  };
}
