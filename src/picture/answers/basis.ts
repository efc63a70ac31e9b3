// What every answer carries beside its figures: on how many events it rests, what could not take part, which period, which method, and the sentence to show (statistics.md 5).
import { say, type Said } from "../../ground/words.ts";
import { dayWritten } from "../columns/local-time.ts";
import type { EventTable } from "./event-table.ts";
import { caveatSentences } from "./words.ts";

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
  /** What must be known before the figures are believed; each with its sentence. */
  readonly caveats: readonly SaidCaveat[];
  /** Where the events come from, where that is known. */
  readonly sources?: readonly string[];
  /** How many questions were asked at once. */
  readonly family?: number;
};

/**
 * What figures of this kind cannot carry: they measure the looking as much as what is looked for, come from those who chose to answer, are not counted alike throughout, were
 * chosen by somebody for another purpose, or are few.
 */
export const CAVEATS = [
  "control-dependent",
  "self-selected",
  "break-in-series",
  "selection-not-statistics",
  "few",
] as const;
export type Caveat = (typeof CAVEATS)[number];
export type SaidCaveat = { readonly why: Caveat; readonly sentence: Said };

/** Below this an answer says that it rests on few. */
export const FEW_EVENTS = 10;

/** What is known of the events beside the events themselves. */
export type BasisDetail = {
  readonly caveats?: readonly Caveat[];
  readonly sources?: readonly string[];
  readonly family?: number;
};

/** Each caveat once, in the order they are listed here; `few` by itself where there are. */
export function caveatsOf(n: number, known: readonly Caveat[] = []): readonly SaidCaveat[] {
  return CAVEATS.filter((why) => known.includes(why) || (why === "few" && n < FEW_EVENTS)).map((why) => ({
    why,
    sentence: caveatSentences[why],
  }));
}

export function basisOf(
  events: EventTable,
  method: string,
  said: Said,
  detail: Readonly<Record<string, string | number>> = {},
  known: BasisDetail = {},
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
    caveats: caveatsOf(events.x.length, known.caveats),
    ...(known.sources === undefined ? {} : { sources: known.sources }),
    ...(known.family === undefined ? {} : { family: known.family }),
  };
}

/** The sentence in both languages with its figures filled in. */
export function inBoth(said: Said, detail: Readonly<Record<string, string | number>>): Said {
  return { sv: say(said, "sv", inNumbers(detail, "sv-SE")), en: say(said, "en", inNumbers(detail, "en-GB")) };
}

/** Whole numbers in full, everything else in three digits. */
function inNumbers(detail: Readonly<Record<string, string | number>>, locale: string): Record<string, string> {
  const whole = new Intl.NumberFormat(locale);
  const rounded = new Intl.NumberFormat(locale, { maximumSignificantDigits: 3 });
  const written = (value: number) => (Number.isInteger(value) ? whole : rounded).format(value);
  return Object.fromEntries(
    Object.entries(detail).map(([key, value]) => [key, typeof value === "number" ? written(value) : value]),
  );
}

/** The outermost of these events, in metres. */
export function extentOf(events: EventTable, placed: readonly number[]) {
  const extent = { west: Infinity, east: -Infinity, south: Infinity, north: -Infinity };
  for (const i of placed) {
    extent.west = Math.min(extent.west, events.x[i]!);
    extent.east = Math.max(extent.east, events.x[i]!);
    extent.south = Math.min(extent.south, events.y[i]!);
    extent.north = Math.max(extent.north, events.y[i]!);
  }
  return extent;
}

/** Which events have a position. */
export function placedOf(events: EventTable): number[] {
  return [...events.x.keys()].filter((i) => !Number.isNaN(events.x[i]!));
}
