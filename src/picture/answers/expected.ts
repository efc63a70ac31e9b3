// Is it more than was to be expected?
import { farringtonFlexible } from "../engine/expected/farrington-flexible.ts";
import {
  alarmLevel,
  ears,
  type Expectation,
  farrington as farringtonOf1996,
  recurrenceInterval,
} from "../engine/expected/outbreak.ts";
import { sameWeeks } from "../engine/expected/same-week.ts";
import { basisOf, type BasisDetail } from "./basis.ts";
import type { EventTable } from "./event-table.ts";
import { sentences } from "./words.ts";

const WEEKS_IN_YEAR = 52;
const MOST_YEARS = 5;
/** Fewer years than this do not tell a season from a good year. */
const FEWEST_YEARS = 3;
/** Weeks of the years before that the window around the first of them needs. */
const HALF_WINDOW = 3;

export type OutbreakWish = BasisDetail & {
  /** The whole list calls by chance once in so many weeks. */
  readonly listRecurrenceWeeks?: number;
  /** Without it the flexible Farrington where there are years enough, and EARS C2 where there are not. "farrington" is that of 1996. */
  readonly method?: "farrington" | "farrington-flexible" | "ears";
};
export type CategoryExpectation = {
  readonly category: string;
  /** Flexible Farrington, where there are years enough; EARS C2 of the weeks just before, where there are weeks enough. */
  readonly farrington: Expectation | undefined;
  readonly ears: Expectation | undefined;
  /** By chance alone the list holds something this unusual once in so many weeks. */
  readonly recurrenceWeeks: number | undefined;
};

/**
 * The last whole week of every category beside what was to be expected, and how many categories were asked at once. How unusual a week must be to be called is set by the length of
 * the list, not by the cell.
 */
export function outbreakAnswer(events: EventTable, wish: OutbreakWish = {}) {
  const { series, weeks, firstDay } = weeklySeries(events);
  const { listRecurrenceWeeks = WEEKS_IN_YEAR } = wish;
  const alpha = alarmLevel(series.size, listRecurrenceWeeks);
  const asked = [...series].map(([category, counts]) => ({
    category,
    ...expectedOf(counts, firstDay, alpha, series.size, wish.method),
  }));
  const answered = asked.filter((one) => one.farrington !== undefined || one.ears !== undefined);
  const seasonal =
    wish.method !== "ears" && (asked.length === 0 || asked.some(({ farrington }) => farrington !== undefined));
  const alarms = asked.filter((one) => (one.farrington ?? one.ears)?.alarm === true).length;
  const said = answered.length === 0 ? sentences.noHistory : alarms === 0 ? sentences.asExpected : sentences.outbreak;
  return {
    ...basisOf(
      events,
      seasonal ? (wish.method === "farrington" ? "farrington-1996" : "farrington-flexible") : "ears-c2",
      said,
      { asked: asked.length, alarms, weeks, recurrence: listRecurrenceWeeks },
      wish,
    ),
    weeks,
    family: asked.length,
    alpha,
    series: asked,
  };
}

function expectedOf(
  counts: Int32Array,
  firstDay: number,
  alpha: number,
  asked: number,
  method: OutbreakWish["method"],
): Omit<CategoryExpectation, "category"> {
  const at = counts.length - 1;
  const years = Math.min(MOST_YEARS, Math.floor((at - HALF_WINDOW - 1) / (WEEKS_IN_YEAR + 0.2)));
  const farrington =
    years < FEWEST_YEARS || method === "ears"
      ? undefined
      : method === "farrington"
        ? // Its level is two-sided, ours is of too many only.
          farringtonOf1996(counts, at, { years, alpha: 2 * alpha })
        : farringtonFlexible(counts, at, {
            years,
            alpha,
            bound: "nb-plug-in",
            trend: "where-significant",
            referenceWeeks: sameWeeks(at, firstDay, years),
          });
  // Where a method was asked for, no other answers in its place.
  const recent =
    at < 0 || (method !== undefined && method !== "ears")
      ? undefined
      : ears(counts, at, "C2", { alpha, leastDeviation: 0.5 });
  const told = farrington ?? recent;
  return { farrington, ears: recent, recurrenceWeeks: told && recurrenceInterval(told.p, asked) };
}

/** Whole weeks counted back from the last day, so that the newest is never half; `firstDay` is the first week's. */
function weeklySeries(events: EventTable) {
  const known = [...events.day.keys()].filter((i) => !Number.isNaN(events.day[i]!));
  const first = known.reduce((least, i) => Math.min(least, events.day[i]!), Infinity);
  const last = known.reduce((most, i) => Math.max(most, events.day[i]!), -Infinity);
  const weeks = known.length === 0 ? 0 : Math.floor((last - first + 1) / 7);
  const series = new Map<string, Int32Array>();
  for (const i of known) {
    const week = weeks - 1 - Math.floor((last - events.day[i]!) / 7);
    if (week < 0) continue;
    const category = events.category[i]!;
    if (!series.has(category)) series.set(category, new Int32Array(weeks));
    series.get(category)![week]!++;
  }
  return { series, weeks, firstDay: last - 7 * weeks + 1 };
}
