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

/** «sedan 3 veckor», «om 5 dagar». */
export function sayWhen({ state, days }: Pick<Red, "state" | "days">, lang: Lang): string {
  if (state === "soon") return days === 0 ? say(words.today, lang) : say(words.leftDays, lang, { days });
  return days < 14
    ? say(words.sinceDays, lang, { days })
    : say(words.sinceWeeks, lang, { weeks: Math.floor(days / 7) });
}

/** How long several have waited; nothing where the day says it. */
export function sayAges({ count, ages }: Told, lang: Lang): string {
  if (ages === undefined || ages === null) return "";
  return say(count === 1 ? words.agesOne : words.ages, lang, { ...ages });
}
