// Places, times and counts of collect as a person reads them.
import type { OutputOf } from "../../ground/endpoint.ts";
import type { Count } from "../../ground/count.ts";
import { dayOf, type Instant, monthOf, type When } from "../../ground/time.ts";
import { say, type Lang } from "../../ground/words.ts";
import { formatClock, formatDay, formatMonth, formatNumber, formatPeriod } from "../../ui/format.ts";
import type { listObservations } from "../api.ts";
import { words } from "./words.ts";

export type Shown = OutputOf<typeof listObservations>["observations"][number];

/** Where, no more exactly than it is known: «hela Gävleborgs län». */
export function tellPlace({ place }: Pick<Shown, "place">, lang: Lang): string {
  switch (place.kind) {
    case "municipality":
    case "county":
      return say(words.wholeArea, lang, { name: place.name });
    default:
      return place.name ?? say(words.whereUnknown, lang);
  }
}

/** When, no more exactly than it is known. */
export function tellWhen(when: When, precision: Shown["precision"], lang: Lang): string {
  switch (when.kind) {
    case "instant":
      return precision === "minute"
        ? `${formatDay(dayOf(when.at), lang)} ${formatClock(when.at, lang)}`
        : formatDay(dayOf(when.at), lang);
    case "interval":
      if (precision === "month") return formatMonth(monthOf(dayOf(when.from)), lang);
      return formatPeriod(dayOf(when.from), dayOf(when.to), lang);
    case "recurring":
      return say(words.recurring, lang, { from: when.fromHour, to: when.toHour });
    case "unknown":
      return say(words.whenUnknown, lang);
  }
}

export function tellCount({ value, qualifier }: Count, lang: Lang): string {
  const count = formatNumber(value, lang);
  if (qualifier === "exact") return count;
  return say(qualifier === "at-least" ? words.atLeast : words.approximately, lang, { count });
}

export function tellDay(at: string, lang: Lang): string {
  return formatDay(dayOf(at as Instant), lang);
}

export function tellClock(at: string, lang: Lang): string {
  return formatClock(at as Instant, lang);
}
