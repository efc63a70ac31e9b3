import { say, type Lang } from "../../ground/words.ts";
import { formatList } from "../../ui/format.ts";
import type { SpotManager } from "../observation.ts";
import { managers } from "../words.ts";
import { fieldWords } from "./field-words.ts";

/** «Förra gången här: Trafikverket.» Said and never filled in by itself: roads change hands. `named` where a manager is called more than by its word. */
export function sayManagersBefore(
  before: readonly SpotManager[],
  lang: Lang,
  named = (manager: SpotManager) => say(managers[manager], lang),
): string | undefined {
  if (before.length === 0) return undefined;
  return say(fieldWords.managersBefore, lang, { managers: formatList(before.map(named), lang) });
}
