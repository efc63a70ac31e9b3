// What is new: of each category the last four weeks beside what four weeks usually hold. Farrington et al. 1996 where there are three earlier years of the same weeks; otherwise the same
// prediction bound around the year just before. The list as a whole calls falsely no oftener than once a year (statistics.md 5.1), however many categories are on it.
import type { Said } from "../../ground/words.ts";
import { alarmLevel, farrington, predictionBounds, recurrenceInterval } from "../engine/expected/outbreak.ts";
import { sumOf } from "../engine/numbers/sum.ts";
import { inBoth, METHOD_VERSION } from "./basis.ts";
import { sentences } from "./words.ts";

/** Days in a window, and windows in a year. */
export const WINDOW_DAYS = 28;
export const WINDOWS_IN_YEAR = 13;
/** What is usual is not known from fewer windows, or from fewer events in them. */
const FEWEST_WINDOWS = 6;
const FEWEST_EVENTS = 10;
/** Fewer than this in four weeks are never called more than expected. */
const FEWEST_NEW = 5;
const TOLD = 3;

/** Counts a window, the oldest first and the newest last. */
export type NewsSeries = { readonly key: string; readonly name: Said; readonly counts: readonly number[] };
export type NewsVerdict = "above" | "below" | "within";
export type NewsItem = {
  readonly key: string;
  readonly count: number;
  readonly expected: number;
  /** The fewest and the most that are within the usual. */
  readonly low: number;
  readonly high: number;
  readonly verdict: NewsVerdict;
  /** The chance of so many or more (of `below`: so few or fewer) when nothing has changed. */
  readonly p: number;
  /** How long one waits for such a list to hold something like it by chance alone, in days. */
  readonly recurrenceDays: number;
  readonly method: "farrington-1996" | "year-before";
  readonly sentence: Said;
};
export type News = {
  /** At most three: what lies outside first, the most unusual of it first; then what there is most of. */
  readonly items: readonly NewsItem[];
  /** How many categories had history enough to be asked, and how many of them lay outside. */
  readonly tested: number;
  readonly outside: number;
  readonly sentences: readonly Said[];
  readonly version: string;
};

type Expected = Pick<NewsItem, "expected" | "method"> & {
  readonly lower: number;
  readonly upper: number;
  readonly above: number;
};

/** What the series were made of: all recorded events and the weeks from the first to the last; `published` were chosen to be told, and are counted beside and never tested. */
export type NewsGround = { readonly recorded: number; readonly weeks: number; readonly published: number };

/** All series are equally long. */
export function newsAnswer(series: readonly NewsSeries[], ground: NewsGround): News {
  const testable = series.filter(({ counts }) => isTestable(counts));
  const level = alarmLevel(testable.length, WINDOWS_IN_YEAR);
  const items = testable
    .map((one) => itemOf(one, expectedOf(one.counts, level), level, testable.length))
    .toSorted(
      (a, b) => Number(a.verdict === "within") - Number(b.verdict === "within") || a.p - b.p || b.count - a.count,
    );
  const outside = items.filter(({ verdict }) => verdict !== "within");
  const within = items.filter(({ verdict }) => verdict === "within").toSorted((a, b) => b.expected - a.expected);
  const told = [...outside, ...within].slice(0, TOLD);
  return {
    items: told,
    tested: testable.length,
    outside: outside.length,
    sentences: told.length > 0 ? told.map(({ sentence }) => sentence) : saidOfNone(ground),
    version: METHOD_VERSION,
  };
}

function isTestable(counts: readonly number[]): boolean {
  return counts.length > FEWEST_WINDOWS && sumOf(counts) >= FEWEST_EVENTS;
}

function saidOfNone({ recorded, weeks, published }: NewsGround): Said[] {
  if (recorded === 0 && published > 0) return [inBoth(sentences.newsOnlyPress, { count: published })];
  const tooFew = inBoth(sentences.newsTooFew, { count: recorded, weeks });
  return published > 0 ? [tooFew, inBoth(sentences.newsPress, { count: published })] : [tooFew];
}

/** What the last window was expected to hold; `level` is the chance on either side of the bounds. */
function expectedOf(counts: readonly number[], level: number): Expected {
  const at = counts.length - 1;
  for (const years of [5, 4, 3]) {
    const found = farrington(counts, at, { years, halfWindow: 1, alpha: 2 * level, weeksInYear: WINDOWS_IN_YEAR });
    if (found === undefined || found.expected <= 0) continue;
    // The bounds lie equally far from the middle on the 2/3-power scale.
    const lower = Math.max(2 * found.expected ** (2 / 3) - found.upper ** (2 / 3), 0) ** 1.5;
    return { expected: found.expected, lower, upper: found.upper, above: found.p, method: "farrington-1996" };
  }
  const before = counts.slice(Math.max(at - WINDOWS_IN_YEAR, 0), at);
  // Half an event where there was none, as for a rate of none: something was possible.
  const mean = Math.max(sumOf(before), 0.5) / before.length;
  const variance = before.reduce((sum, count) => sum + (count - mean) ** 2, 0) / (before.length - 1);
  const dispersion = Math.max(variance / mean, 1);
  const standardError = Math.sqrt((dispersion * mean) / before.length);
  const { lower, upper, chanceAbove } = predictionBounds(mean, standardError, dispersion, level, "2/3");
  return { expected: mean, lower, upper, above: chanceAbove(counts[at]!), method: "year-before" };
}

function itemOf({ key, name, counts }: NewsSeries, expected: Expected, level: number, tested: number): NewsItem {
  const count = counts.at(-1)!;
  const low = Math.ceil(expected.lower);
  const high = Math.max(Math.floor(expected.upper), low);
  const verdict: NewsVerdict =
    expected.above < level && count >= FEWEST_NEW
      ? "above"
      : 1 - expected.above < level && count < low
        ? "below"
        : "within";
  const p = verdict === "below" ? 1 - expected.above : expected.above;
  const recurrenceDays = recurrenceInterval(p, tested) * WINDOW_DAYS;
  const said = { above: sentences.newsAbove, below: sentences.newsBelow, within: sentences.newsWithin }[verdict];
  return {
    key,
    count,
    expected: expected.expected,
    low,
    high,
    verdict,
    p,
    recurrenceDays,
    method: expected.method,
    sentence: {
      sv: inBoth(said, { name: name.sv, ...detail(count, low, high, recurrenceDays) }).sv,
      en: inBoth(said, { name: name.en, ...detail(count, low, high, recurrenceDays) }).en,
    },
  };
}

/** More than ten years is longer than anybody has counted here. */
const MOST_YEARS = 10;

function detail(count: number, low: number, high: number, recurrenceDays: number) {
  const years = Math.min(Math.max(Math.floor(recurrenceDays / (WINDOW_DAYS * WINDOWS_IN_YEAR)), 1), MOST_YEARS);
  return { count, low, high, years };
}
