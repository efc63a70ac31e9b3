// What a series of official statistics said of a period the day it was cited, with all that must be known of it. It is kept as it was: a later file may
// correct the series, or be taken back, and the problem still shows what those who weighed it saw, beside what the series says now.
import type { SeriesArea } from "../collect/series/area.ts";
import { type Figure, saysTheSame, type Sex, type Standing } from "../collect/series/found.ts";
import { pooledYears, type Step } from "../collect/series/period.ts";
import { type Attested, believedOf, isFew, type Series, standingOf } from "../collect/series/series.ts";
import type { SampleType } from "../collect/source.ts";
import type { Day } from "../ground/time.ts";

export type FrozenFigure = {
  readonly seriesId: string;
  readonly slug: string;
  readonly name: string;
  readonly unit: string;
  readonly step: Step;
  readonly area: SeriesArea;
  readonly sex: Sex;
  readonly from: Day;
  readonly to: Day;
  readonly value: number;
  readonly low: number | null;
  readonly high: number | null;
  readonly n: number | null;
  readonly standing: Standing;
  /** The day the figure is of, and the file that said it. */
  readonly asOf: Day;
  readonly fileName: string;
  readonly checksum: string;
  readonly source: string;
  readonly licence: string;
  readonly caveats: readonly string[];
  readonly breaks: readonly { readonly on: Day; readonly why: string }[];
  /** Who was asked, and how the figure came out of the files: not there in what was frozen before they were kept. */
  readonly sampleType?: SampleType;
  readonly method?: string;
  readonly version?: string;
};

/** The figure of the period as the latest file that says it has it; another way of choosing among files is another version. */
const METHOD = { method: "official-figure", version: "series-1" } as const;

/** A series as it is known today: with what its files have said, and what is said of it. */
export type KnownNow = {
  readonly series: Series & { readonly attested: readonly Attested[] };
  readonly source: { readonly name: string; readonly caveat: string; readonly sampleType: SampleType };
  readonly breaks: readonly { readonly on: Day; readonly why: string }[];
  readonly readings: readonly { readonly id: string; readonly fileName: string; readonly checksum: string }[];
};

/** Undefined where the series has no figure of that period: what is not there is no evidence. */
export function freeze({ series, source, breaks, readings }: KnownNow, from: string): FrozenFigure | undefined {
  const said = believedOf(series.attested).find((one) => one.from === from);
  const reading = readings.find(({ id }) => id === said?.readingId);
  if (said?.value === undefined || reading === undefined) return undefined;
  const { id, slug, name, unit, step, area, sex, licence } = series;
  return {
    seriesId: id,
    slug,
    name,
    unit,
    step,
    area,
    sex,
    from: said.from,
    to: said.to,
    value: said.value,
    low: said.low ?? null,
    high: said.high ?? null,
    n: said.n ?? null,
    standing: standingOf(said),
    asOf: said.asOf,
    fileName: reading.fileName,
    checksum: reading.checksum,
    source: source.name,
    licence,
    caveats: [series.caveat, source.caveat].filter((caveat) => caveat !== ""),
    breaks: breaks.map(({ on, why }) => ({ on, why })),
    sampleType: source.sampleType,
    ...METHOD,
  };
}

export const WARNINGS = [
  "small-number",
  "no-interval",
  "preliminary",
  "revised",
  "pooled",
  "break",
  "wider-area",
] as const;
/** Why a figure is to be believed with care. */
export type Warning = (typeof WARNINGS)[number];

/** In the order they weigh. */
export function warningsOf(figure: FrozenFigure): readonly Warning[] {
  const { low, high, n, standing, area } = figure;
  const holds: Readonly<Record<Warning, boolean>> = {
    "small-number": isFew(figure.unit, { value: figure.value, n: n ?? undefined }),
    // A share of those asked; what is counted whole has no margin of its own.
    "no-interval": /procent|andel|%/i.test(figure.unit) && (low === null || high === null),
    preliminary: standing === "preliminary",
    revised: standing === "revised",
    pooled: pooledYears(figure) > 1,
    break: figure.breaks.length > 0,
    "wider-area": area.kind === "county" || area.kind === "country",
  };
  return WARNINGS.filter((warning) => holds[warning]);
}

/** Whether a series says now what it said when it was cited; `gone` where it is not read in, or not there for this reader. */
export type SinceThen =
  | { readonly state: "the-same" }
  | { readonly state: "changed"; readonly value: number; readonly asOf: Day }
  | { readonly state: "gone" };

export function sinceThen(frozen: FrozenFigure, now: FrozenFigure | undefined): SinceThen {
  if (now === undefined) return { state: "gone" };
  return saysTheSame(asFigure(frozen), asFigure(now))
    ? { state: "the-same" }
    : { state: "changed", value: now.value, asOf: now.asOf };
}

function asFigure({ value, low, high, n, standing }: FrozenFigure): Figure {
  return {
    value,
    absent: undefined,
    mark: "",
    low: low ?? undefined,
    high: high ?? undefined,
    n: n ?? undefined,
    standing,
  };
}
