// Days gathered into the bars of a time strip: which resolution, which bars, and where along the axis a word stands.
// Bars are counted from the calendar (ISO weeks, calendar months), never from a smoothing.
import { addDays, addMonths, daysBetween, monthOf, weekdayOf, type Day, type Month } from "../ground/time.ts";
import type { Lang } from "../ground/words.ts";
import { formatMonthShort } from "./format.ts";

export type Resolution = "day" | "week" | "month";
/** One count for each day from the first. */
export type DayCounts = { readonly first: Day; readonly counts: ArrayLike<number> };
/** Both days are in it. The outermost bars hold fewer days than the others where the series starts or ends within them. */
export type StripBar = { readonly from: Day; readonly to: Day; readonly count: number };
/** A word under the axis, in bars from the start, and from which width of the strip there is room for it. */
export type AxisWord = { readonly at: number; readonly text: string; readonly room: "narrow" | "middle" | "wide" };

const MOST_BARS = 120;
const FEWEST_BARS = 24;
/** Narrower than this and a bar cannot be told from its neighbour. */
const LEAST_BAR_PIXELS = 5;
const MOST_WORDS = 13;
const FEW_WORDS = 7;

/** The finest of day, week and month that gives at most 120 bars, and none narrower than five pixels. */
export function resolutionOf(from: Day, to: Day, widthPixels: number): Resolution {
  const room = Math.min(MOST_BARS, Math.max(FEWEST_BARS, Math.floor(widthPixels / LEAST_BAR_PIXELS)));
  const days = daysBetween(from, to) + 1;
  if (days <= room) return "day";
  return daysBetween(startOf(from, "week"), to) / 7 < room ? "week" : "month";
}

/** The Monday of the day's week, the first of its month, or the day itself. */
export function startOf(day: Day, resolution: Resolution): Day {
  if (resolution === "week") return addDays(day, 1 - weekdayOf(day));
  return resolution === "month" ? (`${day.slice(0, 7)}-01` as Day) : day;
}

function nextStart(day: Day, resolution: Resolution): Day {
  const start = startOf(day, resolution);
  return resolution === "month" ? addMonths(start, 1) : addDays(start, resolution === "week" ? 7 : 1);
}

/** Every day is in exactly one bar, so the bars sum to the days. No days, no bars. */
export function barsOf(days: DayCounts, resolution: Resolution): StripBar[] {
  const bars: StripBar[] = [];
  const length = days.counts.length;
  let place = 0;
  let from = days.first;
  while (place < length) {
    const next = nextStart(from, resolution);
    const end = Math.min(length, place + daysBetween(from, next));
    let count = 0;
    for (; place < end; place++) count += days.counts[place] ?? 0;
    bars.push({ from, to: addDays(days.first, end - 1), count });
    from = next;
  }
  return bars;
}

/** False for a bar at the ends of the series that holds only some days of its week or month: it is lower for that reason alone. */
export function isWhole(bar: StripBar, resolution: Resolution): boolean {
  return bar.from === startOf(bar.from, resolution) && addDays(bar.to, 1) === nextStart(bar.from, resolution);
}

/** The bars that share a day with the span; undefined when it lies outside them all. */
export function barsWithin(
  bars: readonly StripBar[],
  from: Day | undefined,
  to: Day | undefined,
): { readonly first: number; readonly last: number } | undefined {
  const first = bars.findIndex((bar) => from === undefined || bar.to >= from);
  const last = bars.findLastIndex((bar) => to === undefined || bar.from <= to);
  return first < 0 || last < first ? undefined : { first, last };
}

/** Where a day lies along the axis, in bars from the start: 2.5 is the middle of the third. */
export function placeOf(bars: readonly StripBar[], day: Day): number | undefined {
  const place = bars.findIndex((bar) => bar.from <= day && day <= bar.to);
  const bar = bars[place];
  return bar === undefined ? undefined : place + daysBetween(bar.from, day) / (daysBetween(bar.from, bar.to) + 1);
}

/** At most thirteen words, each where its period begins: Mondays for days, months and years for the rest. */
export function axisWords(bars: readonly StripBar[], resolution: Resolution, lang: Lang): AxisWord[] {
  const [first, last] = [bars[0], bars.at(-1)];
  if (first === undefined || last === undefined) return [];
  const words =
    daysBetween(first.from, last.to) < 70 && resolution === "day"
      ? dayWords(bars, lang)
      : monthWords(bars, first.from.slice(0, 4) !== last.to.slice(0, 4), lang);
  const step = Math.ceil(words.length / FEW_WORDS);
  const roomOf = (place: number) => (place % step !== 0 ? "wide" : place % (2 * step) !== 0 ? "middle" : "narrow");
  return words.map((word, place) => ({ ...word, room: roomOf(place) }));
}

function dayWords(bars: readonly StripBar[], lang: Lang): { at: number; text: string }[] {
  const mondays = bars.flatMap((bar, at) => (bars.length <= 10 || weekdayOf(bar.from) === 1 ? [{ bar, at }] : []));
  return mondays.map(({ bar, at }) => ({
    at,
    text: `${Number(bar.from.slice(8))} ${formatMonthShort(monthOf(bar.from), lang)}`,
  }));
}

function monthWords(bars: readonly StripBar[], overYears: boolean, lang: Lang): { at: number; text: string }[] {
  const starts = bars.flatMap((bar, at) => {
    const month = firstOfMonthIn(bar);
    return month === undefined ? [] : [{ at, month }];
  });
  const step = [1, 2, 3, 6, 12, 24, 60, 120].find((months) => starts.length / months <= MOST_WORDS) ?? 240;
  return starts
    .filter(({ month }) => monthNumber(month) % step === 0)
    .map(({ at, month }) => ({
      at,
      text: overYears && month.endsWith("-01") ? month.slice(0, 4) : formatMonthShort(month, lang),
    }));
}

/** "2026-03" when the first of March is in the bar. */
function firstOfMonthIn(bar: StripBar): Month | undefined {
  if (bar.from.endsWith("-01")) return monthOf(bar.from);
  return monthOf(bar.from) === monthOf(bar.to) ? undefined : monthOf(bar.to);
}

function monthNumber(month: Month): number {
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;
}
