// A baseline taken from what has been measured already, with its day and how many it rests on, so that nobody types a figure twice (journeys.md, journey 11).
import { isFew } from "../collect/series/series.ts";
import { FEWEST } from "../ground/fewest.ts";
import type { Day } from "../ground/time.ts";
import { unitOf } from "../picture/detectable-words.ts";
import type { Found } from "../picture/found.ts";
import type { Activity } from "./document.ts";

export type Baseline = NonNullable<Activity["baseline"]>;

/** A figure as it was cited, of a measurement or of a series. */
export type CitedFigure = {
  readonly name: string;
  readonly unit: string;
  readonly value: number;
  readonly low: number | null;
  readonly high: number | null;
  readonly n: number | null;
  readonly from: Day;
  readonly to: Day;
  readonly source: string;
};

/** Longest that a source may be (target.ts). */
const LONGEST = 300;

/** Undefined for what no baseline is to be made of: below nothing, without a unit, or resting on so few that it is not told. */
export function baselineOfFigure(figure: CitedFigure): Baseline | undefined {
  const { name, unit, value, low, high, n, from, to, source } = figure;
  const isHandful = isFew(unit, { value, n: n ?? undefined }) || (n !== null && n < FEWEST);
  if (value < 0 || unit.trim() === "" || isHandful) return undefined;
  const isEstimate = low !== null && high !== null && low < high;
  return {
    value: { value, qualifier: isEstimate ? "approximately" : "exact" },
    unit: unit.slice(0, 120),
    on: to,
    source: sourceOf(source === "" || source === name ? name : `${source}: ${name}`, { from, to, n }),
  };
}

/** What the löfte is to be seen in, as it was reckoned from. Undefined where it was a handful. */
export function baselineOfFound(found: Found): Baseline | undefined {
  if (found.before === undefined) return undefined;
  const { name, from, to, n = null } = found;
  const isCount = found.kind === "events" || found.kind === "count";
  return {
    value: { value: found.before, qualifier: isCount ? "exact" : "approximately" },
    unit: unitOf(found, "sv"),
    on: to,
    source: sourceOf(name, { from, to, n }),
  };
}

function sourceOf(name: string, { from, to, n }: { from: Day; to: Day; n: number | null }): string {
  const after = `, ${from} till ${to}${n === null ? "" : `, bygger på ${n}`}`;
  return `${name.slice(0, LONGEST - after.length)}${after}`;
}
