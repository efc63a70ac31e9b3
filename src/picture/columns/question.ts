// A question to a store of events, as a value: the same in an address, in a call, on the command line, in what a problem cites and in a frozen report.
import type { Day } from "../../ground/time.ts";
import { HOURS_IN_WEEK } from "./local-time.ts";

/** West and south to east and north, in degrees (WGS 84). */
export type Box = { readonly west: number; readonly south: number; readonly east: number; readonly north: number };
/** An area takes in the areas that lie in it. */
export type Where = { readonly area: string } | { readonly box: Box };
/** `all`: whatever is in the store. `shared`: what both parties see. `public`: what may be told to everybody. */
export type SharingAsked = "all" | "shared" | "public";

/** An empty list, and what is undefined, asks for everything: a question never narrows by accident. */
export type EventQuestion = {
  readonly where: Where | undefined;
  /** The first and the last day, both in it. */
  readonly from: Day | undefined;
  readonly to: Day | undefined;
  /** Hours of the week on the wall, Monday 00 is 0 and Sunday 23 is 167; rising. */
  readonly hours: readonly number[];
  readonly categories: readonly string[];
  readonly sources: readonly string[];
  readonly sharing: SharingAsked;
};

export const EVERYTHING: EventQuestion = {
  where: undefined,
  from: undefined,
  to: undefined,
  hours: [],
  categories: [],
  sources: [],
  sharing: "all",
};

const DAYS = ["man", "tis", "ons", "tor", "fre", "lor", "son"] as const;

/**
 * "fre-lor21-01": on each of the days from the first hour up to, not including, the second; past midnight when the second is not after the first. Several with commas
 * between. What is not understood comes back in `unread`.
 */
export function readHours(text: string): { readonly hours: readonly number[]; readonly unread: readonly string[] } {
  const chosen = new Set<number>();
  const unread: string[] = [];
  for (const part of text.split(",").filter((word) => word !== "")) {
    const [, first = "", last = first, from = "", to = ""] =
      /^([a-z]{3})(?:-([a-z]{3}))?(\d{2})-(\d{2})$/.exec(part) ?? [];
    const [firstDay, lastDay] = [first, last].map((word) => DAYS.indexOf(word as (typeof DAYS)[number])) as [
      number,
      number,
    ];
    const [fromHour, toHour] = [Number(from), Number(to)];
    if (firstDay < 0 || lastDay < 0 || from === "" || fromHour > 23 || toHour > 24) {
      unread.push(part);
      continue;
    }
    const length = toHour > fromHour ? toHour - fromHour : toHour + 24 - fromHour;
    for (let step = 0; step <= (lastDay - firstDay + 7) % 7; step++)
      for (let hour = 0; hour < length; hour++)
        chosen.add((((firstDay + step) % 7) * 24 + fromHour + hour) % HOURS_IN_WEEK);
  }
  return { hours: [...chosen].toSorted((a, b) => a - b), unread };
}

/** The same hours always give the same words: runs within a day, and days that have the same runs together. */
export function hoursWritten(hours: readonly number[]): string {
  const chosen = new Set(hours);
  const runsOf = (day: number): string[] => {
    const runs: string[] = [];
    for (let hour = 0; hour < 24; hour++) {
      if (!chosen.has(day * 24 + hour) || (hour > 0 && chosen.has(day * 24 + hour - 1))) continue;
      let end = hour + 1;
      while (end < 24 && chosen.has(day * 24 + end)) end++;
      runs.push(`${two(hour)}-${two(end)}`);
    }
    return runs;
  };
  const parts: string[] = [];
  for (let day = 0; day < 7;) {
    const runs = runsOf(day);
    let last = day;
    while (last < 6 && runsOf(last + 1).join() === runs.join()) last++;
    const days = last === day ? DAYS[day]! : `${DAYS[day]!}-${DAYS[last]!}`;
    parts.push(...runs.map((run) => days + run));
    day = last + 1;
  }
  return parts.join(",");
}

const two = (hour: number) => String(hour).padStart(2, "0");

/** "16.9,60.8,17.3,61.0": west, south, east, north. Undefined for anything that is not a box on earth. */
export function readBox(text: string): Box | undefined {
  const sides = text.split(",").map(Number);
  const [west = NaN, south = NaN, east = NaN, north = NaN] = sides;
  const real = sides.length === 4 && sides.every(Number.isFinite) && west < east && south < north;
  return real && Math.abs(west) <= 180 && Math.abs(east) <= 180 && Math.abs(south) <= 90 && Math.abs(north) <= 90
    ? { west, south, east, north }
    : undefined;
}

/** To the fifth decimal, which is a metre. */
export function boxWritten({ west, south, east, north }: Box): string {
  return [west, south, east, north].map((side) => String(Number(side.toFixed(5)))).join(",");
}
