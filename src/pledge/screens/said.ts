import { readDay } from "../../ground/time.ts";
import { say, type Lang } from "../../ground/words.ts";
import { formatNumber, formatPeriod } from "../../ui/format.ts";
import type { Found } from "../../picture/found.ts";
import { detectableSaid, unitOf } from "../../picture/detectable-words.ts";
import type { Target } from "../target.ts";
import { comparators, pers, words } from "../words.ts";

/** "Trafik, Åmot: Ni har 26 händelser på ett år. … Målet är 8 händelser." */
export function saySeen(found: Found, goal: number | undefined, lang: Lang): string {
  const aim =
    goal === undefined ? [] : [say(words.goalIs, lang, { goal: formatNumber(goal, lang), unit: unitOf(found, lang) })];
  return [`${found.name}: ${detectableSaid(found)[lang]}`, ...aim].join(" ");
}

/** As exactly as it was said: days, or only years. */
export function sayPeriod({ from, to }: { readonly from: string; readonly to: string }, lang: Lang): string {
  const [first, last] = [readDay(from), readDay(to)];
  if (first !== undefined && last !== undefined) return formatPeriod(first, last, lang);
  return to === "" ? from : `${from}–${to}`;
}

/** "minst 8 hastighetskontroller per år"; empty where nothing was promised in numbers. */
export function sayTarget(target: Target | undefined, lang: Lang): string {
  if (target === undefined) return "";
  const parts = [
    target.value === undefined ? "" : say(comparators[target.comparator ?? "at-least"], lang),
    target.value === undefined ? "" : formatNumber(target.value, lang),
    target.unit ?? "",
    target.per === undefined ? (target.perText ?? "") : say(pers[target.per], lang),
    sayForEach(target.perEntity, lang),
  ];
  return parts.filter((part) => part !== "").join(" ");
}

/** "för varje skola (4)"; empty where the number is for all of it. */
export function sayForEach(each: Target["perEntity"], lang: Lang): string {
  if (each === undefined) return "";
  const { name, count } = each;
  return count === undefined ? say(words.forEach, lang, { name }) : say(words.forEachOf, lang, { name, count });
}
