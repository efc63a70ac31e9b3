// Days in words, as short as the row of choices and the sentences need them.
import { addDays, addMonths, type Day, daysBetween, monthOf } from "../../ground/time.ts";
import { say, type Lang } from "../../ground/words.ts";
import { formatMonth, formatPeriod } from "../../ui/format.ts";
import { explorerWords } from "../words.ts";

const FIRST = "1970-01-01" as Day;

export function dayOfNumber(days: number): Day {
  return addDays(FIRST, days);
}
export function numberOfDay(day: Day): number {
  return daysBetween(FIRST, day);
}

/** "augusti–november 2026", "3 augusti–4 november 2026", "från 1 augusti 2026", "hela tiden". */
export function periodSaid(from: Day | undefined, to: Day | undefined, lang: Lang): string {
  if (from === undefined && to === undefined) return say(explorerWords.allTime, lang);
  if (from === undefined) return say(explorerWords.until, lang, { day: formatPeriod(to!, to!, lang) });
  if (to === undefined) return say(explorerWords.since, lang, { day: formatPeriod(from, from, lang) });
  if (!from.endsWith("-01") || !addDays(to, 1).endsWith("-01")) return formatPeriod(from, to, lang);
  const [first, last] = [formatMonth(monthOf(from), lang), formatMonth(monthOf(to), lang)];
  if (first === last) return first;
  return from.slice(0, 4) === to.slice(0, 4) ? `${first.slice(0, -5)}–${last}` : `${first}–${last}`;
}

export type Period = { readonly from: Day; readonly to: Day };

/** Whole months go back by whole months, all else by as many days. */
export function equallyLongBefore({ from, to }: Period): Period {
  const next = addDays(to, 1);
  if (from.endsWith("-01") && next.endsWith("-01")) {
    const months = monthNumber(next) - monthNumber(from);
    return { from: addMonths(from, -months), to: addDays(from, -1) };
  }
  const days = daysBetween(from, to) + 1;
  return { from: addDays(from, -days), to: addDays(from, -1) };
}

export function sameTimeLastYear({ from, to }: Period): Period {
  // The end by the day after it, so that February keeps its last day.
  return { from: addMonths(from, -12), to: addDays(addMonths(addDays(to, 1), -12), -1) };
}

function monthNumber(day: Day): number {
  return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
}
