// How large a change must be to be seen, asked of what the partnership has: events of the picture, a road's measurements, a series of statistics. Only what both parties see is
// reckoned with, since the answer is kept in the promise that both sign and everybody reads.
import { z } from "zod";
import { type Attested, believedOf, isCount, type Series } from "../collect/series/series.ts";
import type { TrafficMeasurement } from "../collect/traffic/measured.ts";
import { slugOf } from "../ground/words.ts";
import { addDays, addMonths, type Day, dayField, dayOf, daysBetween, monthOf } from "../ground/time.ts";
import { type Counted, type CountedSource, exploreAsked, FEW, laterMonth, monthsBetween } from "./counts.ts";
import {
  chanceOfSeeingCount,
  type CountDesign,
  detectableCount,
  detectableShare,
  detectableShift,
  dispersionOf,
  intervalError,
  type Wanted,
} from "./engine/effect/detectable.ts";
import { LARGEST_SENSIBLE_FALL } from "./engine/effect/verdict.ts";
import { addressOf, daysAsked, isBackwards, type Question } from "./question.ts";

export const WANTED = ["down", "up"] as const;

/** What was found, as it is kept beside the indicator of a promise. Nothing in it can be asked of one organisation alone, and no handful is told. */
export const detectableField = z.object({
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
});
export type Found = z.infer<typeof detectableField>;

/** So often, in tenths, a change to this value would be seen. */
export type Chance = { readonly at: number; readonly tenths: number };
export type Answer = { readonly found: Found; readonly chances: readonly Chance[] };

/** Why there is nothing to reckon from. */
export const NOTHING_TO_GO_BY = [
  "no-period",
  "no-events",
  "no-measurement",
  "no-figure",
  "answers-not-known",
  "interval-not-known",
  "broken-line",
] as const;
export type NothingToGoBy = (typeof NOTHING_TO_GO_BY)[number];
export type Asked = Answer | NothingToGoBy;

/** What is wanted, and for how long it is counted afterwards. */
export type Afterwards = { readonly wanted: Wanted; readonly months: number };

/** Of events: what was recorded in the days asked for and both parties see. Walks and dialogues come in heaps, and are no series. */
export function ofEvents(
  { events }: Pick<Counted, "events">,
  asked: Question,
  sources: readonly CountedSource[],
  { wanted, months }: Afterwards,
  names: { readonly name: string; readonly comparison: string },
): Asked {
  const days = daysAsked(asked);
  if (days.from === undefined || days.to === undefined || isBackwards(asked)) return "no-period";
  const question: Question = { ...asked, knowledge: ["recorded"], sharing: "shared" };
  const countOf = (part: Partial<Question>) => {
    const { total } = exploreAsked(events, { ...question, compared: undefined, ...part }, sources).explored;
    return Math.round(total);
  };
  const [from, to] = [days.from, days.to];
  const before = countOf({});
  if (before === 0) return "no-events";
  const area = question.compared !== undefined && "area" in question.compared ? question.compared.area : undefined;
  const comparison = area === undefined ? undefined : countOf({ area, box: undefined });
  const dispersion = dispersionOf(wholeMonths(from, to).map((month) => countOf({ from: month, to: month })));
  const design: CountDesign = {
    before,
    longer: timesLonger(from, to, months),
    dispersion,
    wanted,
    ...(comparison === undefined ? {} : { comparison }),
  };
  return {
    found: {
      kind: "events",
      of: addressOf(question),
      name: names.name,
      unit: "händelser",
      from,
      to,
      wanted,
      months,
      ...seenIn(design),
      ...(comparison === undefined
        ? {}
        : { comparison: { name: names.comparison, ...(comparison < FEW ? {} : { before: comparison }) } }),
      ...(dispersion > 1 ? { dispersion: rounded(dispersion, 2) } : {}),
    },
    chances: before < FEW ? [] : chancesOf(design),
  };
}

/** Of a count whatever it is of: the handful left out, and nothing said of what cannot be told. */
function seenIn(design: CountDesign): Pick<Found, "before" | "seenAt" | "level"> {
  const { seenAt, level } = detectableCount(design);
  if (design.before < FEW) return {};
  return {
    before: design.before,
    ...(level === undefined ? {} : { level, ...(seenAt === undefined ? {} : { seenAt }) }),
  };
}

/** Columns of the drawing: from none, or from as it is, in at most eleven steps. */
const STEPS = 10;

function chancesOf(design: CountDesign): Chance[] {
  const expected = design.before * (design.longer ?? 1);
  const [low, high] = design.wanted === "up" ? [expected, expected * 2.5] : [0, expected];
  const step = Math.max(1, Math.ceil((high - low) / STEPS));
  const values: number[] = [];
  for (let at = Math.ceil(low); at <= Math.round(high); at += step) values.push(at);
  return values.map((at) => ({ at, tenths: Math.round(chanceOfSeeingCount(at, design) * 10) }));
}

function wholeMonths(from: Day, to: Day) {
  const first = from.endsWith("-01") ? monthOf(from) : laterMonth(monthOf(from), 1);
  const next = addDays(to, 1);
  const last = laterMonth(monthOf(next), -1);
  return first > last ? [] : monthsBetween([first, last]);
}

/** How many times as long so many months are. Months that begin alike are as long as the calendar makes them, so that a year after a year is as long. */
function timesLonger(from: Day, to: Day, months: number): number {
  return daysBetween(from, addMonths(from, months)) / (daysBetween(from, to) + 1);
}

/** Of a road: the latest measurement with an interval, and a road where nothing is done beside it where one is chosen. One more measurement of each, as large, is taken to follow. */
export function ofRoad(
  road: { readonly number: number; readonly name: string; readonly measurements: readonly TrafficMeasurement[] },
  comparisonRoad: string | undefined,
  wanted: Wanted,
): Asked {
  const standing = road.measurements.filter(({ withdrawn, flags }) => withdrawn === undefined && flags.length === 0);
  const own = standing.findLast((one) => one.comparisonRoad === undefined && hasInterval(one));
  if (own === undefined) return "no-measurement";
  const beside =
    comparisonRoad === undefined
      ? undefined
      : standing.findLast((one) => slugOf(one.comparisonRoad ?? "") === slugOf(comparisonRoad) && hasInterval(one));
  if (comparisonRoad !== undefined && beside === undefined) return "no-measurement";
  const errors = [own, ...(beside === undefined ? [] : [beside])].map(errorOf);
  const { seenAt, level } = detectableShift(
    errors.flatMap((error) => [error, error]),
    // As two measurements of a road are compared afterwards.
    { apart: true },
  );
  const before = own.summary.v85!.value;
  return {
    found: {
      kind: "road",
      of: String(road.number),
      name: road.name,
      unit: "km/h",
      from: dayOf(own.summary.from),
      to: dayOf(own.summary.to),
      wanted,
      before: rounded(before, 1),
      n: own.summary.withSpeed,
      ...(beside === undefined
        ? {}
        : { comparison: { name: beside.comparisonRoad ?? "", before: rounded(beside.summary.v85!.value, 1) } }),
      ...shifted(rounded(before, 1), seenAt, level, wanted),
    },
    chances: [],
  };
}

function hasInterval({ summary }: TrafficMeasurement): boolean {
  return summary.v85?.low !== undefined && summary.v85.high !== undefined;
}

function errorOf({ summary }: TrafficMeasurement): number {
  return intervalError(summary.v85!.low!, summary.v85!.high!);
}

/** In tenths and never smaller than what is needed; a speed that would have to fall below nought is not to be had. */
function shifted(before: number, seenAt: number, level: number, wanted: Wanted): Pick<Found, "seenAt" | "level"> {
  const up = (change: number) => Math.ceil(change * 10 - 1e-9) / 10;
  const at = (change: number) => rounded(wanted === "down" ? before - up(change) : before + up(change), 1);
  return at(level) < 0 ? {} : { seenAt: at(seenAt), level: at(level) };
}

type KnownSeries = Series & { readonly attested: readonly Attested[] };

/** Of a series of statistics: its latest figure, counts by how they have varied, shares by how many answered, the rest by the interval its source gives. */
export function ofSeries(
  series: KnownSeries,
  breaks: readonly { readonly on: Day }[],
  { wanted, answers }: { readonly wanted: Wanted; readonly answers: number | undefined },
): Asked {
  const known = believedOf(series.attested).filter(({ value }) => value !== undefined);
  const last = known.at(-1);
  if (last?.value === undefined) return "no-figure";
  // A break in the time of the figure itself: nobody knows what it would be compared with.
  if (breaks.some(({ on }) => on > last.from && on <= last.to)) return "broken-line";
  const about = {
    of: series.slug,
    name: series.name.slice(0, 200),
    unit: series.unit.slice(0, 80),
    from: last.from,
    to: last.to,
    wanted,
  };
  if (isCount(series.unit)) {
    const since =
      breaks
        .map(({ on }) => on)
        .toSorted()
        .at(-1) ?? "";
    const dispersion = dispersionOf(known.filter(({ from }) => from >= since).map(({ value }) => value!));
    const design = { before: last.value, dispersion, wanted };
    if (last.value === 0) return "no-figure";
    return {
      found: {
        kind: "count",
        ...about,
        ...seenIn(design),
        ...(dispersion > 1 ? { dispersion: rounded(dispersion, 2) } : {}),
      },
      chances: last.value < FEW ? [] : chancesOf(design),
    };
  }
  const n = answers ?? last.n;
  const isShare =
    /procent|andel|%/i.test(series.unit) && !/ per /i.test(series.unit) && last.value >= 0 && last.value <= 100;
  if (isShare && n !== undefined) {
    const { seenAt, level } = detectableShare({ share: last.value / 100, answersBefore: n, wanted });
    const percent = (share: number) => rounded(share * 100, 1);
    return {
      found: {
        kind: "share",
        ...about,
        n,
        ...(n < FEWEST_ANSWERS ? {} : { before: last.value }),
        ...(n < FEWEST_ANSWERS || level === undefined
          ? {}
          : { level: percent(level), ...(seenAt === undefined ? {} : { seenAt: percent(seenAt) }) }),
      },
      chances: [],
    };
  }
  if (last.low === undefined || last.high === undefined) return isShare ? "answers-not-known" : "interval-not-known";
  const error = intervalError(last.low, last.high);
  // Two readings are said to differ when their intervals do not touch (follow/outcome.ts).
  const { seenAt, level } = detectableShift([error, error], { apart: true });
  return {
    found: {
      kind: isShare ? "share" : "measured",
      ...about,
      before: last.value,
      ...shifted(last.value, seenAt, level, wanted),
    },
    chances: [],
  };
}

/** A share of fewer than this is no share (journeys.md "Thresholds"). */
const FEWEST_ANSWERS = 30;

function rounded(value: number, decimals: number): number {
  return Math.round(value * 10 ** decimals) / 10 ** decimals;
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
