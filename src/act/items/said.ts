// An action item's plan, owner and figures in words, the same on the page and in a file.
import { managers } from "../../collect/words.ts";
import { type Lang, say } from "../../ground/words.ts";
import { termEndsIn } from "../../pledge/terms.ts";
import { type Figures, percentOf, type Share } from "./figures.ts";
import type { Manager, Plan } from "./item.ts";
import { otherManagers, words } from "./words.ts";

export function sayManager(manager: Manager, lang: Lang): string {
  return say(manager === "police" || manager === "other" ? otherManagers[manager] : managers[manager], lang);
}

/** "våren 2027", or the day as it is sorted. */
export function sayPlan(plan: Plan | undefined, lang: Lang): string {
  if (plan === undefined) return "";
  return (plan.inSeason ? termEndsIn(plan.by, plan.by)[0]?.[lang] : undefined) ?? plan.by;
}

type SaidFigure = { readonly name: string; readonly value: string; readonly part: number; readonly of: number };

/** Each with how many it rests on. */
export function sayFigures(
  {
    items,
    medianDays,
    answered,
    owned,
    inSixWeeks,
    inSixMonths,
  }: Omit<Figures, "medianDays"> & {
    readonly medianDays?: number | null | undefined;
  },
  lang: Lang,
): readonly SaidFigure[] {
  const share = (name: keyof typeof words, one: Share): SaidFigure => {
    const percent = percentOf(one);
    const value =
      one.of === 0
        ? say(words.noneOldEnough, lang)
        : percent === undefined
          ? say(words.share, lang, one)
          : say(words.sharePercent, lang, { ...one, percent });
    return { name: say(words[name], lang), value, ...one };
  };
  const median =
    medianDays === undefined || medianDays === null
      ? say(words.medianNot, lang, { answered, items })
      : say(words.medianIs, lang, { days: medianDays, answered, items });
  return [
    { name: say(words.median, lang), value: median, part: answered, of: items },
    share("owned", owned),
    share("inSixWeeks", inSixWeeks),
    share("inSixMonths", inSixMonths),
  ];
}
