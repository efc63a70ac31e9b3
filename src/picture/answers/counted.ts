// How many, how many per resident, and when in the year.
import { funnelDispersion, funnelLimits, funnelPlace } from "../engine/counted/funnel.ts";
import { poissonInterval, ratePer1000 } from "../engine/numbers/interval.ts";
import { FEWEST_MONTHS, type Seasonality, seasonality, wholeYears } from "../engine/counted/seasonality.ts";
import { chanceAbove, gammaPoissonPrior, marshallLocal, shrunkRisk } from "../engine/numbers/shrinkage.ts";
import { sumOf } from "../engine/numbers/sum.ts";
import type { Said } from "../../ground/words.ts";
import { basisOf, type BasisDetail, inBoth } from "./basis.ts";
import { monthIndex } from "../columns/local-time.ts";
import type { EventTable } from "./event-table.ts";
import { caveatSentences, monthNames, sentences } from "./words.ts";

/** How many, in which month and of which category; each with the interval of a count. And whether it comes more at some times of the year. */
export function countAnswer(events: EventTable, known: BasisDetail = {}) {
  const tally = <Key>(keys: Iterable<Key>, written: (key: Key) => string) => {
    const counts = new Map<Key, number>();
    for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
    return [...counts].map(([key, count]) => ({ key: written(key), ...poissonInterval(count) }));
  };
  const months = monthsOf(events).toSorted();
  const total = poissonInterval(events.x.length);
  return {
    ...basisOf(
      events,
      "count-poisson-exact",
      sentences.count,
      { count: total.value, low: total.low, high: total.high },
      known,
    ),
    total,
    byMonth: tally(months, monthWritten),
    byCategory: tally(events.category, (category) => category).toSorted((a, b) => b.value - a.value),
    season: seasonOf(events, known),
  };
}

export type SeasonAnswer = {
  /** By month from January: 1 is as many as if even over the year, days counted in. Undefined where it cannot be told. */
  readonly byMonth: Seasonality["parts"] | undefined;
  readonly p: number | undefined;
  readonly dispersion: number | undefined;
  readonly years: number;
  readonly sentence: Said;
};

const DAYS_OF_MONTH = [31, 28.25, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/**
 * The year's shape by whole months: the first and the last month of the file may be half and take no part. Not told where how things are counted changed meanwhile.
 */
function seasonOf(events: EventTable, { caveats = [] }: BasisDetail): SeasonAnswer {
  const { counts, firstMonth } = wholeMonths(events);
  const broken = caveats.includes("break-in-series");
  const years = broken ? undefined : wholeYears(counts);
  // A year's parts begin with the month after the last one.
  const start = (firstMonth + (counts.length % 12)) % 12;
  const fromJanuary = (year: readonly number[]) => DAYS_OF_MONTH.map((_, month) => year[(month - start + 12) % 12]!);
  const found = years && seasonality(years.map(fromJanuary), DAYS_OF_MONTH);
  if (found === undefined)
    return {
      byMonth: undefined,
      p: undefined,
      dispersion: undefined,
      years: 0,
      sentence: broken
        ? caveatSentences["break-in-series"]
        : inBoth(sentences.seasonShort, { months: counts.length, fewest: FEWEST_MONTHS }),
    };
  return {
    byMonth: found.parts,
    p: found.p,
    dispersion: found.dispersion,
    years: found.cycles,
    sentence: found.p < 0.05 ? unevenSentence(found) : sentences.seasonEven,
  };
}

function unevenSentence({ parts }: Seasonality): Said {
  const inOrder = [...parts.keys()].toSorted((a, b) => parts[b]!.value - parts[a]!.value);
  const [most, least] = [monthNames[inOrder[0]!]!, monthNames[inOrder.at(-1)!]!];
  return {
    sv: inBoth(sentences.seasonUneven, { most: most.sv, least: least.sv }).sv,
    en: inBoth(sentences.seasonUneven, { most: most.en, least: least.en }).en,
  };
}

/** Counts by month, empty ones too, without the first and the last month of the file. */
function wholeMonths(events: EventTable): { readonly counts: Int32Array; readonly firstMonth: number } {
  const places = monthsOf(events);
  const first = places.reduce((a, b) => Math.min(a, b), Infinity) + 1;
  const last = places.reduce((a, b) => Math.max(a, b), -Infinity) - 1;
  if (!(last >= first)) return { counts: new Int32Array(0), firstMonth: 0 };
  const counts = new Int32Array(last - first + 1);
  for (const place of places) if (place >= first && place <= last) counts[place - first]!++;
  return { counts, firstMonth: ((first % 12) + 12) % 12 };
}

/** Months since January 1970 of all that have a day. */
function monthsOf(events: EventTable): Int32Array {
  return Int32Array.from(
    events.day.filter((day) => !Number.isNaN(day)),
    monthIndex,
  );
}

/** 650 is "2024-03". */
function monthWritten(month: number): string {
  const year = 1970 + Math.floor(month / 12);
  return `${String(year).padStart(4, "0")}-${String(month - (year - 1970) * 12 + 1).padStart(2, "0")}`;
}

export type RateWish = BasisDetail & {
  /** Areas that border on each other: then each is also weighed with these only. */
  readonly neighbours?: ReadonlyMap<string, readonly string[]>;
  /** Whom an area is compared with (municipality group, county); without it all with all. */
  readonly groupOf?: (area: string) => string;
};

/**
 * Events per 1 000 residents and area, raw and drawn towards what all areas have in common, and whether an area lies outside what chance makes of the rate of those it is compared
 * with. `population` by area; areas are the events' categories. Never a ranking: the order is the file's own.
 * @throws RangeError where an area has nobody living in it: it has no rate.
 */
export function rateAnswer(events: EventTable, population: ReadonlyMap<string, number>, wish: RateWish = {}) {
  const areas = [...population.keys()];
  const place = new Map(areas.map((area, i) => [area, i]));
  const counts = new Float64Array(areas.length);
  let notInAnyArea = 0;
  for (const category of events.category) {
    const area = place.get(category);
    if (area === undefined) notInAnyArea++;
    else counts[area]!++;
  }
  const people = areas.map((area) => population.get(area) ?? 0);
  const empty = areas.find((_, i) => !(people[i]! > 0));
  if (empty !== undefined) throw new RangeError(`The population of ${empty} must be greater than none`);
  const [total, everybody] = [sumOf(counts), sumOf(people)];
  const expected = people.map((one) => (one * total) / everybody);
  const prior = gammaPoissonPrior(counts, expected);
  const beside = besideGroup(areas, counts, people, wish.groupOf ?? (() => ""));
  const dispersion = funnelDispersion(counts, beside);
  const local = wish.neighbours && marshallLocal(counts, people, neighbourPlaces(areas, place, wish.neighbours));
  return {
    ...basisOf(
      events,
      "rate-gamma-poisson",
      sentences.rate,
      { areas: areas.length, rate: (total / everybody) * 1000 },
      { ...wish, family: areas.length },
    ),
    areas: areas.map((area, i) => ({
      area,
      population: people[i]!,
      rate: ratePer1000(counts[i]!, people[i]!),
      shrunkPer1000: (shrunkRisk(counts[i]!, expected[i]!, prior) * total * 1000) / everybody,
      besideNeighboursPer1000: local && local[i]! * 1000,
      chanceAboveCommon: chanceAbove(1, counts[i]!, expected[i]!, prior),
      expected: expected[i]!,
      /** Beside the area's own group. */
      funnel: { ...funnelPlace(counts[i]!, beside[i]!), ...funnelLimits(beside[i]!) },
      /** Beyond the 99.8 % limits: chance seldom reaches there. */
      outsideFunnel: funnelPlace(counts[i]!, beside[i]!).place === "outside-99.8",
    })),
    /** How much more the areas differ than chance makes them: far above 1, and lying outside the limits says little. */
    dispersion,
    notInAnyArea,
  };
}

/** What each area would have at the rate of its group. */
function besideGroup(
  areas: readonly string[],
  counts: Float64Array,
  people: readonly number[],
  groupOf: (area: string) => string,
): number[] {
  const groups = new Map<string, { count: number; people: number }>();
  for (const [i, area] of areas.entries()) {
    const group = groups.get(groupOf(area)) ?? { count: 0, people: 0 };
    groups.set(groupOf(area), { count: group.count + counts[i]!, people: group.people + people[i]! });
  }
  return areas.map((area, i) => {
    const group = groups.get(groupOf(area))!;
    return (people[i]! * group.count) / group.people;
  });
}

function neighbourPlaces(
  areas: readonly string[],
  place: ReadonlyMap<string, number>,
  neighbours: ReadonlyMap<string, readonly string[]>,
): number[][] {
  return areas.map((area) =>
    (neighbours.get(area) ?? []).flatMap((one) => {
      const at = place.get(one);
      return at === undefined ? [] : [at];
    }),
  );
}
