// A row of the red list in words: what waits, since when or how long is left, and what to do.
import { say, type Lang } from "../../ground/words.ts";
import type { Ages, Red } from "./red.ts";
import { todos, whats, words } from "./words.ts";

type Told = Pick<Red, "kind" | "title" | "unit" | "count" | "state" | "days"> & {
  readonly ages?: Ages | null | undefined;
};

export function sayWhat({ kind, title, unit, count }: Told, lang: Lang): string {
  // A sentence goes on after what the promise says.
  return say(whats[kind], lang, { title: title.replace(/[.]$/, ""), unit, count });
}

export const sayTodo = ({ kind }: Pick<Red, "kind">, lang: Lang): string => say(todos[kind], lang);

/** «3 veckor», «5 dagar», «2 år»: as coarse as it is long. */
function span(days: number, lang: Lang): string {
  if (days < 14) return say(words.days, lang, { count: days });
  if (days < 61) return say(words.weeks, lang, { count: Math.floor(days / 7) });
  if (days < 731) return say(words.months, lang, { count: Math.floor(days / 30.44) });
  return say(words.years, lang, { count: Math.floor(days / 365.25) });
}

/** «sedan 3 veckor», «om 5 dagar». */
export function sayWhen({ state, days }: Pick<Red, "state" | "days">, lang: Lang): string {
  if (state === "late") return say(words.since, lang, { span: span(days, lang) });
  return days === 0 ? say(words.today, lang) : say(words.leftDays, lang, { days });
}

/** How long several have waited; nothing where the day says it. */
export function sayAges({ count, ages }: Told, lang: Lang): string {
  if (ages === undefined || ages === null) return "";
  const [median, oldest] = [span(ages.median, lang), span(ages.oldest, lang)];
  return say(count === 1 ? words.agesOne : words.ages, lang, { median, oldest });
}
