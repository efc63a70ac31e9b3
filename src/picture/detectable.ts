// How large a change must be to be seen, asked of what the partnership has: events of the picture, a road's measurements, a series of statistics. Only what both parties see is
// reckoned with, since the answer is kept in the promise that both sign and everybody reads.
import { CATEGORIES, fewestFor } from "../collect/category.ts";
import { type Attested, believedOf, isCount, type Series } from "../collect/series/series.ts";
import type { TrafficMeasurement } from "../collect/traffic/measured.ts";
import { slugOf } from "../ground/words.ts";
import { addDays, type Day, dayOf, monthOf } from "../ground/time.ts";
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
import { chanceOfSeeingShare } from "./engine/effect/power-share.ts";
import { normalCdf } from "./engine/numbers/distributions.ts";
import { type Found, type NothingToGoBy, timesLonger } from "./found.ts";
import { addressOf, daysAsked, isBackwards, type Question } from "./question.ts";

/** So often, in tenths, a change to this value would be seen. */
export type Chance = { readonly at: number; readonly tenths: number };
export type Answer = { readonly found: Found; readonly chances: readonly Chance[] };

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
  const whole = wholeMonths(from, to);
  // Each month is counted by itself, and the town is not what it was so long ago.
  if (whole.length > LONGEST_BEFORE) return "period-too-long";
  const fewest = fewestOf(question);
  const before = countOf({});
  if (before === 0) return "no-events";
  const area = question.compared !== undefined && "area" in question.compared ? question.compared.area : undefined;
  const comparison = area === undefined ? undefined : countOf({ area, box: undefined });
  const dispersion = dispersionOf(whole.map((month) => countOf({ from: month, to: month })));
  const design: CountDesign = {
    before,
    longer: timesLonger(from, to, months),
    dispersion,
    wanted,
    ...(comparison === undefined ? {} : { comparison }),
  };
  // Beside what is reckoned from a handful, what must be reached would tell it; and so would how unevenly it lies.
  const isTold = before >= fewest;
  const isBesideTold = comparison === undefined || comparison >= fewest;
  const { before: told, ...seen } = seenIn(design, fewest);
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
      ...(told === undefined ? {} : { before: told }),
      ...(isBesideTold ? seen : {}),
      ...(comparison === undefined
        ? {}
        : { comparison: { name: names.comparison, ...(isBesideTold ? { before: comparison } : {}) } }),
      ...(dispersion > 1 && isTold && isBesideTold ? { dispersion: rounded(dispersion, 2) } : {}),
    },
    chances: isTold && isBesideTold ? chancesOf(design) : [],
  };
}

/** How few of what is asked for are told nobody: more of the young and of drugs. */
function fewestOf({ categories }: Question): number {
  const asked = CATEGORIES.filter((category) => categories.some((group) => category.startsWith(`${group}.`)));
  return Math.max(FEW, ...asked.map((category) => fewestFor(category)));
}

/** Of a count whatever it is of: the handful left out, and nothing said of what cannot be told. */
function seenIn(design: CountDesign, fewest: number = FEW): Pick<Found, "before" | "seenAt" | "level"> {
  const { seenAt, level } = detectableCount(design);
  if (design.before < fewest) return {};
  return {
    before: design.before,
    ...(level === undefined ? {} : { level, ...(seenAt === undefined ? {} : { seenAt }) }),
  };
}

/** Of what is measured: from as it is to half as far again as what shows, in tenths. */
function chancesBetween(before: number, level: number, chance: (at: number) => number): Chance[] {
  const end = Math.max(0, before + (level - before) * 1.4);
  const steps = Math.min(8, Math.max(1, Math.round(Math.abs(end - before) * 10)));
  const values = Array.from({ length: steps + 1 }, (_, step) => rounded(before + ((end - before) * step) / steps, 1));
  return values.toSorted((a, b) => a - b).map((at) => ({ at, tenths: Math.round(chance(at) * 10) }));
}

/** The chance that a difference is seen, where it must be larger than `bar` and is known so well (`error`). */
function chanceOfShift(before: number, at: number, bar: number, error: number): number {
  return normalCdf((Math.abs(at - before) - bar) / error);
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
  const before = rounded(own.summary.v85!.value, 1);
  const together = Math.hypot(...errors, ...errors);
  return {
    found: {
      kind: "road",
      of: String(road.number),
      name: road.name,
      unit: "km/h",
      from: dayOf(own.summary.from),
      to: dayOf(own.summary.to),
      wanted,
      before,
      n: own.summary.withSpeed,
      ...(beside === undefined
        ? {}
        : { comparison: { name: beside.comparisonRoad ?? "", before: rounded(beside.summary.v85!.value, 1) } }),
      ...shifted(before, seenAt, level, wanted),
    },
    chances: chancesBetween(before, wanted === "down" ? before - level : before + level, (at) =>
      chanceOfShift(before, at, seenAt, together),
    ),
  };
}

/** Of enough vehicles to be told, and with how sure it is. */
function hasInterval({ summary }: TrafficMeasurement): boolean {
  return summary.withSpeed >= FEWEST_ANSWERS && summary.v85?.low !== undefined && summary.v85.high !== undefined;
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
        ...(dispersion > 1 && last.value >= FEW ? { dispersion: rounded(dispersion, 2) } : {}),
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
    const value = last.value;
    const isTold = n >= FEWEST_ANSWERS && level !== undefined;
    return {
      found: {
        kind: "share",
        ...about,
        n,
        ...(n < FEWEST_ANSWERS ? {} : { before: last.value }),
        ...(isTold ? { level: percent(level), ...(seenAt === undefined ? {} : { seenAt: percent(seenAt) }) } : {}),
      },
      chances: isTold
        ? chancesBetween(value, percent(level), (at) =>
            at === value ? 0 : chanceOfSeeingShare(at / 100, { share: value / 100, perRound: n }),
          )
        : [],
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
    chances: chancesBetween(last.value, wanted === "down" ? last.value - level : last.value + level, (at) =>
      chanceOfShift(last.value!, at, seenAt, Math.hypot(error, error)),
    ),
  };
}

/** Months before that are reckoned with, at most. */
const LONGEST_BEFORE = 120;
/** A share of fewer than this is no share, and a speed of fewer vehicles is not told (journeys.md "Thresholds"). */
const FEWEST_ANSWERS = 30;

function rounded(value: number, decimals: number): number {
  return Math.round(value * 10 ** decimals) / 10 ** decimals;
}
