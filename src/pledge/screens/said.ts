import { say, type Lang } from "../../ground/words.ts";
import { formatNumber } from "../../ui/format.ts";
import type { Target } from "../target.ts";
import { comparators, pers } from "../words.ts";

/** "minst 8 hastighetskontroller per år"; empty where nothing was promised in numbers. */
export function sayTarget(target: Target | undefined, lang: Lang): string {
  if (target === undefined) return "";
  const parts = [
    target.value === undefined ? "" : say(comparators[target.comparator ?? "at-least"], lang),
    target.value === undefined ? "" : formatNumber(target.value, lang),
    target.unit ?? "",
    target.per === undefined ? (target.perText ?? "") : say(pers[target.per], lang),
    target.perEntity === undefined ? "" : `/ ${target.perEntity.name}`,
  ];
  return parts.filter((part) => part !== "").join(" ");
}
