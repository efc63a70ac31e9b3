// How many, and how many per resident.
import { poissonUpper } from "../engine/distributions.ts";
import { poissonInterval, ratePer1000 } from "../engine/interval.ts";
import { chanceAbove, gammaPoissonPrior, shrunkRisk } from "../engine/shrinkage.ts";
import { basisOf } from "./basis.ts";
import { dayWritten, type EventTable } from "./event-table.ts";
import { sentences } from "./words.ts";

/** How many, in which month and of which category; each with the interval of a count. */
export function countAnswer(events: EventTable) {
  const tally = (keys: readonly string[]) => {
    const counts = new Map<string, number>();
    for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
    return [...counts].map(([key, count]) => ({ key, ...poissonInterval(count) }));
  };
  const months = [...events.day].filter((day) => !Number.isNaN(day)).map((day) => dayWritten(day).slice(0, 7));
  const total = poissonInterval(events.x.length);
  return {
    ...basisOf(events, "count-poisson-exact", sentences.count, {
      count: total.value,
      low: total.low,
      high: total.high,
    }),
    total,
    byMonth: tally(months.toSorted((a, b) => (a < b ? -1 : 1))),
    byCategory: tally(events.category).toSorted((a, b) => b.value - a.value),
  };
}

/**
 * Events per 1 000 residents and area, raw and drawn towards what all areas have in common, and whether an area lies outside what chance makes of the common rate. `population` by area;
 * areas are the events' categories. Never a ranking: the order is the file's own.
 */
export function rateAnswer(events: EventTable, population: ReadonlyMap<string, number>) {
  const areas = [...population.keys()];
  const counts = areas.map((area) => events.category.filter((one) => one === area).length);
  const people = areas.map((area) => population.get(area) ?? 0);
  const [total, everybody] = [counts, people].map((values) => values.reduce((sum, value) => sum + value, 0)) as [
    number,
    number,
  ];
  const expected = people.map((one) => (one * total) / everybody);
  const prior = gammaPoissonPrior(counts, expected);
  return {
    ...basisOf(events, "rate-gamma-poisson", sentences.rate, { areas: areas.length, rate: (total / everybody) * 1000 }),
    areas: areas.map((area, i) => ({
      area,
      population: people[i]!,
      rate: ratePer1000(counts[i]!, people[i]!),
      shrunkPer1000: (shrunkRisk(counts[i]!, expected[i]!, prior) * total * 1000) / everybody,
      chanceAboveCommon: chanceAbove(1, counts[i]!, expected[i]!, prior),
      expected: expected[i]!,
      // Where a funnel's 99.8 % limits lie: beyond them chance seldom reaches.
      outsideFunnel:
        Math.min(poissonUpper(counts[i]!, expected[i]!), 1 - poissonUpper(counts[i]! + 1, expected[i]!)) < 0.001,
    })),
    notInAnyArea: events.category.filter((one) => !population.has(one)).length,
  };
}
