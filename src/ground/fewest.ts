// How few is too few to tell: exact inside, coarse outside (product.md, pain 5; thresholds in journeys.md). Every page a stranger reads tells numbers of
// people as these; the whole of a partnership's content goes through tell/disclosure.ts, a resident's own form and receipt ask here directly.

import type { Day } from "./time.ts";

/** A number of people or voices that grows no more, as it may be shown. */
export type SettledCount =
  | { readonly shown: "count"; readonly value: number }
  | { readonly shown: "fewer-than"; readonly than: number }
  | { readonly shown: "withheld" };
/** The same of any number: one that still grows is told in steps, and where the parties have agreed on it one that grows no more is told rounded. */
export type PublicCount =
  | SettledCount
  | { readonly shown: "at-least"; readonly value: number }
  | { readonly shown: "about"; readonly value: number };

/** Fewer voices than this are not shown exactly. */
export const FEWEST = 5;
/** The same for minors, alcohol and drugs, sexual and domestic offences. */
export const FEWEST_SENSITIVE = 10;

/** A share, a mean or a speed rests on at least so many answers or vehicles (statistics.md, 12). */
export const FEWEST_ANSWERS = 30;

export const SPANS = ["month", "quarter", "year"] as const;
export type Span = (typeof SPANS)[number];

/** How coarsely a partnership's numbers are told. The house's are the finest there are; two parties may agree on coarser ones (collect/floor.ts). */
export type Floors = {
  readonly few: number;
  readonly sensitive: number;
  readonly answers: number;
  /** The time that settled numbers are parted by. */
  readonly span: Span;
  /** Settled numbers of people are told to the nearest five. */
  readonly rounded: boolean;
};
export const HOUSE_FLOORS: Floors = {
  few: FEWEST,
  sensitive: FEWEST_SENSITIVE,
  answers: FEWEST_ANSWERS,
  span: "month",
  rounded: false,
};

/** The floors of a partnership over time: what is settled keeps those of its own day for ever, what grows is told by those in force now. */
export type FloorsOver = { readonly now: Floors; readonly on: (day: Day) => Floors };
export const HOUSE_OVER: FloorsOver = { now: HOUSE_FLOORS, on: () => HOUSE_FLOORS };

/** One number by itself. None is told as none: that nobody said something points at nobody. */
export function discloseCount(value: number, fewest: number = FEWEST): SettledCount {
  return value === 0 || value >= fewest ? { shown: "count", value } : { shown: "fewer-than", than: fewest };
}

/**
 * A number that is told anew as people come, and nothing else is: 12 one day and 13 the next would tell that somebody came between them. It is told in steps as long as the few are many
 * («minst 10»), so that whoever keeps all that was told knows of each day no more than that it was one of so many numbers. It rests on what there is and on nothing that was told
 * before: taken back and told again it is the same, and wherever it is told it moves at the same numbers, so that no two places narrow each other.
 */
export function discloseGrowing(value: number, fewest: number = FEWEST): PublicCount {
  return value < fewest ? discloseCount(value, fewest) : { shown: "at-least", value: value - (value % fewest) };
}

/** To the nearest five: of what may be told already, so that it tells less and never more. What is few or none stands as it is. */
export function roundCount(count: PublicCount, { rounded, few }: Floors): PublicCount {
  if (!rounded || count.shown !== "count" || count.value < few) return count;
  return { shown: "about", value: Math.round(count.value / 5) * 5 };
}
