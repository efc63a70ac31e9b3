// What is kept of how large a change must be to be seen (detectable.ts works it out): signed with the promise, read by everybody, and asked by the linter.
import { z } from "zod";
import { FEWEST } from "../ground/fewest.ts";
import { addMonths, type Day, dayField, daysBetween } from "../ground/time.ts";
import { LARGEST_SENSIBLE_FALL } from "./engine/effect/verdict.ts";

export const WANTED = ["down", "up"] as const;

/** What was found, as it is kept beside the indicator of a promise. Nothing in it can be asked of one organisation alone, and no handful is told. */
export const detectableField = z
  .object({
    kind: z.enum(["events", "count", "road", "share", "measured"]),
    /** Where it is looked up: the words of a question to the picture, a road's number, a series' slug. */
    of: z.string().max(400),
    name: z.string().trim().min(1).max(200),
    unit: z.string().max(80),
    from: dayField,
    to: dayField,
    wanted: z.enum(WANTED),
    /** How many months are counted afterwards; of what is measured, one more measurement like the first. */
    months: z.int().min(1).max(120).exactOptional(),
    /** Left out where it is a handful. */
    before: z.number().exactOptional(),
    /** Answers or vehicles behind it. */
    n: z.number().exactOptional(),
    comparison: z.object({ name: z.string().max(200), before: z.number().exactOptional() }).exactOptional(),
    /** How much more the months vary than chance makes them. */
    dispersion: z.number().exactOptional(),
    /** The first value that would itself be told apart. */
    seenAt: z.number().exactOptional(),
    /** What it must come to, to be seen eight times of ten. Left out where no figure would show it: it cannot be told. */
    level: z.number().exactOptional(),
  })
  .refine(tellsNoHandful, { error: "a handful is not told" });

/** Neither a handful itself nor what it could be worked out from: beside a count that is left out there is nothing that was reckoned from it. */
export function tellsNoHandful(found: {
  readonly kind: string;
  readonly before?: number;
  readonly n?: number;
  readonly comparison?: { readonly before?: number };
  readonly dispersion?: number;
  readonly seenAt?: number;
  readonly level?: number;
}): boolean {
  const { kind, before, n, comparison, dispersion, seenAt, level } = found;
  if (kind !== "events" && kind !== "count") return kind !== "road" || n === undefined || n >= FEWEST_VEHICLES;
  const isWhole = before !== undefined && (comparison === undefined || comparison.before !== undefined);
  const reckoned = [dispersion, seenAt, level].some((one) => one !== undefined);
  return Math.min(before ?? FEWEST, comparison?.before ?? FEWEST) >= FEWEST && (isWhole || !reckoned);
}
/** Behind a speed that is told (journeys.md "Thresholds"). */
const FEWEST_VEHICLES = 30;
export type Found = z.infer<typeof detectableField>;

/** Why there is nothing to reckon from. */
export const NOTHING_TO_GO_BY = [
  "no-period",
  "period-too-long",
  "no-events",
  "no-measurement",
  "no-figure",
  "answers-not-known",
  "interval-not-known",
  "broken-line",
] as const;
export type NothingToGoBy = (typeof NOTHING_TO_GO_BY)[number];
/** How many times as long so many months are. Months that begin alike are as long as the calendar makes them, so that a year after a year is as long. */
export function timesLonger(from: Day, to: Day, months: number): number {
  return daysBetween(from, addMonths(from, months)) / (daysBetween(from, to) + 1);
}

/** Nobody promises to more than double what is counted; to more than halve it, verdict.ts says the same. */
const LARGEST_SENSIBLE_RISE = 1;

/** What the time after would hold if nothing changed: as much as before, by how long it is. */
export function expectedAfter({ before, months, from, to }: Found): number | undefined {
  if (before === undefined || months === undefined) return before;
  return before * timesLonger(from, to, months);
}

/** Whether what is aimed at could be seen at all: a goal that lies short of what shows, or, without one, a change that no sensible goal reaches. */
export function isOutOfSight(found: Found, goal: number | undefined): boolean {
  const { level, wanted, kind } = found;
  const expected = expectedAfter(found);
  if (level === undefined || expected === undefined) return true;
  if (goal !== undefined) return wanted === "down" ? goal > level : goal < level;
  if (kind === "road") return false;
  return wanted === "down"
    ? level < expected * (1 - LARGEST_SENSIBLE_FALL)
    : level > expected * (1 + LARGEST_SENSIBLE_RISE);
}
