// What came of logging, in words.
import type { Count } from "../../ground/count.ts";
import { daysBetween, type Day } from "../../ground/time.ts";
import { say, type Lang } from "../../ground/words.ts";
import { formatDay, formatNumber } from "../../ui/format.ts";
import type { Next } from "../deviation.ts";
import { periods, qualifiers, words } from "../words.ts";
import type { Listed } from "./waiting.ts";

/** "minst 2", "ca 130", "6": never surer than it was said. */
export function sayCount(count: Count, lang: Lang): string {
  const value = formatNumber(count.value, lang);
  return count.qualifier === "exact" ? value : `${say(qualifiers[count.qualifier], lang)} ${value}`;
}

/** «2 av 2. Klart för kvartalet.» or «1 av 2. 1 kvar, sista 31 mars 2026.» */
export function sayOutcome(activity: Listed, lang: Lang): string {
  const { expected, done, left, period, target } = activity;
  if (expected === null || expected === 0)
    return say(words.soFar, lang, {
      done: sayCount(activity.doneInAll, lang),
      unit: target?.unit ?? say(words.countedElse, lang),
    });
  const of = say(words.ofExpected, lang, { done: sayCount(done, lang), expected: formatNumber(expected, lang) });
  const now =
    left === 0
      ? say(words.nowWhole, lang, { period: sayPeriodOf(activity, lang) })
      : say(words.nowLeft, lang, { left: formatNumber(left, lang), day: formatDay(period.to as Day, lang) });
  return `${of} ${now}`;
}

function sayPeriodOf({ target, period }: Listed, lang: Lang): string {
  const per = target?.per ?? "total";
  if (per !== "day" && per !== "week") return say(periods[per], lang);
  const days = daysBetween(period.from as Day, period.to as Day) + 1;
  return say(days === 1 ? periods.day : days <= 7 ? periods.week : periods.month, lang);
}

/** As everybody reads it on the promise's page. */
export function sayDeviation(
  { on, sentence, next }: { readonly on: Day; readonly sentence: string; readonly next: Next | undefined },
  lang: Lang,
): string {
  const after =
    next === undefined
      ? ""
      : next.kind === "new-day"
        ? say(words.newTimeTold, lang, { day: formatDay(next.day, lang) })
        : next.because.trim() === ""
          ? ""
          : say(words.noNewTimeTold, lang, { because: next.because.trim() });
  return [`${formatDay(on, lang)}: ${sentence.trim()}`, after].filter((part) => part !== "").join(" ");
}
