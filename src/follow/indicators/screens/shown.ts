import type { OutputOf } from "../../../ground/endpoint.ts";
import { say, type Lang } from "../../../ground/words.ts";
import { formatDay, formatNumber } from "../../../ui/format.ts";
import type { listFigures, listIndicators, openIndicator } from "../api.ts";
import { words } from "../words.ts";

export type Listed = OutputOf<typeof listIndicators>["promises"][number]["pledges"][number]["indicators"][number];
export type Opened = OutputOf<typeof openIndicator>;
export type Proposed = OutputOf<typeof listFigures>["figures"][number];
export type Figure = NonNullable<Listed["latest"]>;

/** "43–45, bygger på 7 190": how sure a figure is, as far as that is known. */
export function sureSaid({ low, high, n }: Pick<Figure, "low" | "high" | "n">, lang: Lang): string {
  const told = (value: number) => formatNumber(value, lang);
  if (low === null || high === null)
    return n === null ? say(words.noInterval, lang) : say(words.restsOn, lang, { n: told(n) });
  const ends = { low: told(low), high: told(high) };
  return n === null ? say(words.sureNoCount, lang, ends) : say(words.sure, lang, { ...ends, n: told(n) });
}

export function figureSaid(figure: Pick<Figure, "value"> | null, unit: string, lang: Lang): string {
  if (figure === null) return say(words.noReading, lang);
  return say(words.figure, lang, { value: formatNumber(figure.value, lang), unit });
}

export function targetSaid({ target, unit }: Pick<Listed, "target" | "unit">, lang: Lang): string {
  if (target === null) return say(words.noTarget, lang);
  const value = formatNumber(target.value, lang);
  return target.by === undefined
    ? say(words.targetOnly, lang, { value, unit })
    : say(words.targetBy, lang, { value, unit, day: formatDay(target.by, lang) });
}
