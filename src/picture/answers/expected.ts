// Is it more than was to be expected?
import { ears, farrington } from "../engine/outbreak.ts";
import { basisOf } from "./basis.ts";
import type { EventTable } from "./event-table.ts";
import { sentences } from "./words.ts";

/** The last whole week of every category beside what was to be expected, and how many categories were asked at once. */
export function outbreakAnswer(events: EventTable) {
  const known = [...events.day.keys()].filter((i) => !Number.isNaN(events.day[i]!));
  const first = known.reduce((least, i) => Math.min(least, events.day[i]!), Infinity);
  const last = known.reduce((most, i) => Math.max(most, events.day[i]!), -Infinity);
  const weeks = known.length === 0 ? 0 : Math.floor((last - first + 1) / 7);
  // Whole weeks counted back from the last day, so that the newest is never half.
  const weekOf = (day: number) => weeks - 1 - Math.floor((last - day) / 7);
  const series = new Map<string, Int32Array>();
  for (const i of known) {
    const week = weekOf(events.day[i]!);
    if (week < 0) continue;
    const category = events.category[i]!;
    if (!series.has(category)) series.set(category, new Int32Array(weeks));
    series.get(category)![week]!++;
  }
  const asked = [...series].map(([category, counts]) => ({
    category,
    farrington: weeks > 0 ? farrington(counts, weeks - 1) : undefined,
    ears: weeks > 0 ? ears(counts, weeks - 1, "C2") : undefined,
  }));
  const answered = asked.filter((one) => one.farrington !== undefined || one.ears !== undefined);
  const alarms = asked.filter((one) => (one.farrington ?? one.ears)?.alarm === true).length;
  const said = answered.length === 0 ? sentences.noHistory : alarms === 0 ? sentences.asExpected : sentences.outbreak;
  return {
    ...basisOf(events, "farrington-1996", said, { asked: asked.length, alarms, weeks }),
    weeks,
    family: asked.length,
    series: asked,
  };
}
