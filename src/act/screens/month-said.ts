// What is left of an activity in its month, in words: the same on the page and on paper.
import { type Day, monthOf } from "../../ground/time.ts";
import { say, type Lang } from "../../ground/words.ts";
import { formatDay, formatList, formatMonth, formatNumber, formatPeriod } from "../../ui/format.ts";
import { inPeriod, monthWords as words } from "../month-words.ts";
import type { Listed } from "./waiting.ts";

/** "1 av 2 i kvartalet"; where no number is due how many were done in all. */
export function saySoFar({ target, expected, done, doneInAll }: Listed, lang: Lang): string {
  if (expected === null || expected === 0)
    return say(words.soFarIn, lang, { done: formatNumber(doneInAll.value, lang), period: say(inPeriod.total, lang) });
  return say(words.doneOf, lang, {
    done: formatNumber(done.value, lang),
    expected: formatNumber(expected, lang),
    period: say(inPeriod[target?.per ?? "total"], lang),
  });
}

/** "1 kvar i kvartalet", "Klart i kvartalet"; of what has not begun the day it does. */
export function sayLeft({ target, expected, left, period }: Listed, today: Day, lang: Lang): string | undefined {
  if (isToCome(period, today)) return say(words.begins, lang, { day: formatDay(period.from as Day, lang) });
  if (expected === null || expected === 0) return undefined;
  return say(left > 0 ? words.left : words.whole, lang, {
    left: formatNumber(left, lang),
    period: say(inPeriod[target?.per ?? "total"], lang),
  });
}

const isToCome = (period: Listed["period"], today: Day) =>
  period.from > today && monthOf(period.from as Day) > monthOf(today);

/** "sista vardag 30 december 2026", where the last day is none. */
export function sayLastWorkday({ left, lastWorkday }: Listed, lang: Lang): string | undefined {
  if (lastWorkday === null || left === 0) return undefined;
  return say(words.lastWorkday, lang, { day: formatDay(lastWorkday as Day, lang) });
}

/** "2 fattas sedan 30 juni 2026"; undefined where nothing is late. */
export function sayLate({ late }: Listed, lang: Lang): string | undefined {
  if (late === null) return undefined;
  return say(words.late, lang, {
    missing: formatNumber(late.missing, lang),
    day: formatDay(late.since as Day, lang),
  });
}

/** "31 december 2026, sista vardag 30 december"; of what has not begun the day it does. */
export function sayUntil({ period, left, lastWorkday }: Listed, today: Day, lang: Lang): string {
  if (isToCome(period, today)) return say(words.begins, lang, { day: formatDay(period.from as Day, lang) });
  const last = formatDay(period.to as Day, lang);
  if (lastWorkday === null || left === 0) return last;
  return `${last}, ${say(words.lastWorkday, lang, { day: formatDay(lastWorkday as Day, lang).replace(/ \d{4}$/, "") })}`;
}

export function sayPlanned({ planned }: Listed, lang: Lang): string | undefined {
  if (planned.length === 0) return undefined;
  const days = planned.map((day) => formatDay(day as Day, lang));
  return say(words.planned, lang, { days: formatList(days, lang) });
}

/** That only a part of the period is promised, where it is so. */
export function sayPart({ prorated, period }: Listed, lang: Lang): string | undefined {
  if (!prorated) return undefined;
  return say(words.partOf, lang, { period: formatPeriod(period.from as Day, period.to as Day, lang) });
}

/** "november"; with its year where it is another than today's. */
export function sayMonth(month: ReturnType<typeof monthOf>, today: Day, lang: Lang): string {
  const said = formatMonth(month, lang);
  return month.slice(0, 4) === today.slice(0, 4) ? said.replace(/ \d{4}$/, "") : said;
}
