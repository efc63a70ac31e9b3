// What the sources of an indicator say, as its readings: a series of statistics, what was measured at a place, a question of a dialogue, an activity's log, a question to the picture.
import { type Attested, believedOf, isCount, type Series } from "../../collect/series/series.ts";
import type { SecrecyClass } from "../../collect/source.ts";
import { shareOf } from "../../ground/count.ts";
import { addDays, addMonths, type Day, monthOf } from "../../ground/time.ts";
import { poissonInterval } from "../../picture/engine/numbers/interval.ts";
import type { Point } from "./effect.ts";
import { figureOf, rateOf, type Sourced } from "./indicator.ts";
import type { Measure, Reading } from "./outcome.ts";
import type { Activity } from "../../pledge/document.ts";
import type { Per, Target } from "../../pledge/target.ts";

type Of = { readonly organisationId: string; readonly secrecy: SecrecyClass };
const tenth = (value: number) => Math.round(value * 10) / 10;

/** What a figure of this unit is. A rate of which nobody says how many it is of is taken as it stands, without an interval of its own. */
export function measureIn(unit: string, hasCount: boolean): Measure {
  if (isCount(unit)) return "count";
  if (/ per /i.test(unit)) return hasCount ? "rate" : "measured";
  return /procent|andel|%/i.test(unit) ? "share" : "measured";
}

/** A series with the breaks its source or somebody has noted; a preliminary figure is left out until it is final. */
export function ofSeries(
  series: Series & { readonly attested: readonly Attested[] },
  of: Of & { readonly source: string; readonly caveat: string; readonly felt: boolean },
  breaks: Sourced["breaks"],
): Sourced {
  const known = believedOf(series.attested).filter(
    ({ value, standing }) => value !== undefined && standing !== "preliminary",
  );
  const measure = measureIn(series.unit, known.length > 0 && known.every(({ n }) => n !== undefined));
  return {
    kind: "series",
    key: series.slug,
    name: `${series.name}, ${series.area.name}`,
    unit: series.unit,
    measure,
    column: of.felt || measure === "share" ? "experience" : "outcome",
    source: of.source,
    caveat: [series.caveat, of.caveat].filter(Boolean).join(" "),
    secrecy: of.secrecy,
    organisationId: of.organisationId,
    readings: known.map(({ from, to, value = 0, low, high, n }) => ({
      from,
      on: to,
      ...estimated(measure, { value, low, high, n }),
      method: "official-figure",
      comparable: true,
    })),
    breaks: breaks.map(({ on, why }) => ({ on, why })),
  };
}

type Said = {
  readonly value: number;
  readonly low?: number | undefined;
  readonly high?: number | undefined;
  readonly n?: number | undefined;
};
/** The source's own interval; else what can be reckoned of a count, a rate of so many, or a share of so many asked. */
function estimated(measure: Measure, { value, low, high, n }: Said): Pick<Reading, "value" | "low" | "high" | "n"> {
  if (low !== undefined && high !== undefined)
    return { value, low, high, n: n ?? (measure === "count" ? value : null) };
  if (measure === "count" && Number.isInteger(value)) return counted(value);
  if (measure === "rate" && n !== undefined) return rateOf(value, n);
  if (measure === "share" && n !== undefined && n > 0 && value <= 100) {
    const share = shareOf((value / 100) * n, n);
    return { value, low: tenth(share.low * 100), high: tenth(share.high * 100), n };
  }
  return { value, low: null, high: null, n: n ?? null };
}

function counted(count: number): Pick<Reading, "value" | "low" | "high" | "n"> {
  const { low, high } = poissonInterval(count);
  return { value: count, low: tenth(low), high: tenth(high), n: count };
}

/** How many were counted, period by period; of what is no count, nothing. */
export function pointsOf(measure: Measure, readings: readonly Pick<Reading, "from" | "on" | "n">[]): readonly Point[] {
  if (measure !== "count" && measure !== "rate") return [];
  return readings.flatMap(({ from, on, n }) => (from === undefined || n === null ? [] : [{ from, to: on, count: n }]));
}

/** What was measured of one thing at one place, time after time; what was taken back is not there. */
export type MeasuredRow = Of & {
  readonly sourceSlug: string;
  readonly name: string;
  readonly place: string;
  readonly unit: string;
  readonly value: number;
  readonly low: number | null;
  readonly high: number | null;
  readonly n: number | null;
  readonly from: Day;
  readonly to: Day;
  readonly caveat: string;
  readonly source: string;
  readonly felt: boolean;
};
const measuredKey = ({ name, place, unit, sourceSlug }: MeasuredRow) => JSON.stringify([name, place, unit, sourceSlug]);

export function ofMeasured(rows: readonly MeasuredRow[]): readonly Sourced[] {
  const groups = new Map<string, MeasuredRow[]>();
  for (const row of rows) groups.set(measuredKey(row), [...(groups.get(measuredKey(row)) ?? []), row]);
  return [...groups].map(([key, unordered]) => {
    const all = unordered.toSorted((a, b) => (a.to < b.to ? -1 : 1));
    const last = all.at(-1)!;
    // Of several on the same last day, as of two directions, the one that rests on most.
    const daily = new Map<Day, MeasuredRow>();
    for (const row of all) if ((daily.get(row.to)?.n ?? -1) <= (row.n ?? 0)) daily.set(row.to, row);
    const measure = measureIn(last.unit, false);
    return {
      kind: "measurement",
      key,
      name: last.place === "" || last.name.includes(last.place) ? last.name : `${last.name}, ${last.place}`,
      unit: last.unit,
      measure,
      column: last.felt ? "experience" : "outcome",
      source: last.source,
      caveat: last.caveat,
      secrecy: last.secrecy,
      organisationId: last.organisationId,
      readings: [...daily.values()].map(({ from, to, value, low, high, n }) => ({
        from,
        on: to,
        ...estimated(measure, { value, low: low ?? undefined, high: high ?? undefined, n: n ?? undefined }),
        method: "as-measured",
        comparable: true,
      })),
      breaks: [],
    };
  });
}

/** One answer of a question with options, in each closed dialogue that asked it in the same words. */
export type AskedRow = Of & {
  readonly question: string;
  readonly option: string;
  readonly on: Day;
  readonly chose: number;
  readonly answered: number;
  readonly source: string;
  readonly caveat: string;
};
export function ofAsked(rows: readonly AskedRow[]): readonly Sourced[] {
  const groups = new Map<string, AskedRow[]>();
  for (const row of rows) {
    const key = JSON.stringify([row.question, row.option, row.secrecy, row.organisationId]);
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return [...groups].map(([key, all]) => {
    const last = all.at(-1)!;
    const readings = all.flatMap(({ on, chose, answered }): Omit<Reading, "baseline">[] => {
      const figure = figureOf({ kind: "part", part: chose, of: answered }, "share");
      return figure.ok ? [{ on, ...figure.value, method: "dialogue", comparable: true }] : [];
    });
    return {
      kind: "campaign",
      key,
      name: `${last.question} ${last.option}`,
      unit: "procent",
      measure: "share",
      column: "experience",
      source: last.source,
      caveat: last.caveat,
      secrecy: last.secrecy,
      organisationId: last.organisationId,
      readings,
      breaks: [],
    };
  });
}

/** An activity as it was promised. */
export type Promised = Of & {
  readonly id: string;
  readonly text: string;
  readonly unit: string;
  readonly from: Day;
  readonly to: Day;
  readonly target?: Target | undefined;
  readonly baseline?: Activity["baseline"];
};
const MONTHS: Readonly<Partial<Record<Per, number>>> = { month: 1, quarter: 3, year: 12 };

/**
 * What was done of an activity, by the periods it was promised for, else by the quarter: whole ones, within the promise, that are over. What the promise says of the time before
 * stands first, where it counts the same.
 */
export function ofLog(
  activity: Promised,
  occasions: readonly { readonly on: Day; readonly count: number }[],
  today: Day,
  source: string,
): Sourced {
  const { target, baseline } = activity;
  const promisedFor = target?.per === undefined ? undefined : MONTHS[target.per];
  const months = promisedFor ?? 3;
  const readings: Omit<Reading, "baseline">[] = [];
  const done = { low: null, high: null, comparable: true };
  if (
    baseline?.on !== undefined &&
    baseline.on < activity.from &&
    baseline.unit === activity.unit &&
    promisedFor === 12
  )
    readings.push({ ...done, on: baseline.on, value: baseline.value.value, n: null, method: baseline.source });
  for (let first = beginningOf(activity.from, months); first <= activity.to; first = addMonths(first, months)) {
    const last = addDays(addMonths(first, months), -1);
    if (last >= today || last > activity.to) break;
    if (first < activity.from) continue;
    const value = occasions.filter(({ on }) => on >= first && on <= last).reduce((all, { count }) => all + count, 0);
    // What was done is counted whole: there is no chance in it.
    readings.push({ ...done, from: first, on: last, value, n: value, method: "log" });
  }
  return {
    kind: "log",
    key: activity.id,
    name: activity.text.slice(0, 200),
    unit: activity.unit,
    measure: "count",
    column: "output",
    source,
    caveat: "",
    secrecy: activity.secrecy,
    organisationId: activity.organisationId,
    readings,
    breaks: [],
    ...(promisedFor === undefined || target?.value === undefined
      ? {}
      : { goal: target.value * (target.perEntity?.count ?? 1) }),
  };
}

function beginningOf(day: Day, months: number): Day {
  const month = Number(monthOf(day).slice(5)) - 1;
  return `${day.slice(0, 4)}-${String(month - (month % months) + 1).padStart(2, "0")}-01` as Day;
}

/** What the picture counts month by month, of a question that the promise was reckoned from. */
export function ofEvents(
  found: { readonly of: string; readonly name: string; readonly unit: string } & Of,
  months: readonly Point[],
  caveat: string,
  source: string,
): Sourced {
  return {
    kind: "events",
    key: found.of,
    name: found.name,
    unit: found.unit,
    measure: "count",
    column: "outcome",
    source,
    caveat,
    secrecy: found.secrecy,
    organisationId: found.organisationId,
    readings: months.map(({ from, to, count }) => ({
      from,
      on: to,
      ...counted(count),
      method: "picture",
      comparable: true,
    })),
    breaks: [],
  };
}
