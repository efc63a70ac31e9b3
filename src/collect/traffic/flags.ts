// What makes a measurement one that can be shown and not compared: days that are not like others, and a meter that told the drivers how fast they drove.
import { dayOf, type Instant } from "../../ground/time.ts";
import { type Holiday, holidaysWithin, type SchoolBreak, schoolBreaksWithin } from "../../ground/swedish-calendar.ts";

/** Every flag stands in the way of a comparison: what differs may be the days or the meter, and not the road. */
export type Flag =
  | { readonly kind: "holiday"; readonly what: Holiday }
  | { readonly kind: "school-break"; readonly what: SchoolBreak }
  | { readonly kind: "own-display" }
  /** No vehicle for half a day: the meter may have stood still. */
  | { readonly kind: "gap"; readonly hours: number }
  /** Not a whole week, so weekdays and weekends do not weigh as they do on the road. */
  | { readonly kind: "not-a-week"; readonly days: number };

const GAP_HOURS = 12;

export type Measuring = {
  readonly from: Instant;
  readonly to: Instant;
  readonly days: number;
  readonly longestGapHours: number;
  readonly displayLit: boolean;
  readonly countyCode: string;
  /** What the one who measured says of school breaks, where the usual weeks are wrong here. */
  readonly schoolBreak: "as-usual" | "none" | "yes";
};

export function flagsOf(measuring: Measuring): readonly Flag[] {
  const [from, to] = [dayOf(measuring.from), dayOf(measuring.to)];
  const usual = schoolBreaksWithin(from, to, measuring.countyCode);
  const breaks = measuring.schoolBreak === "none" ? [] : usual;
  const said: readonly SchoolBreak[] = measuring.schoolBreak === "yes" && usual.length === 0 ? ["other"] : breaks;
  return [
    ...holidaysWithin(from, to).map((what): Flag => ({ kind: "holiday", what })),
    ...said.map((what): Flag => ({ kind: "school-break", what })),
    ...(measuring.displayLit ? [{ kind: "own-display" } as const] : []),
    ...(measuring.longestGapHours >= GAP_HOURS ? [{ kind: "gap", hours: measuring.longestGapHours } as const] : []),
    ...(measuring.days < 6.9 ? [{ kind: "not-a-week", days: measuring.days } as const] : []),
  ];
}
