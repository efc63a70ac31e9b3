// A figure as it is shown, whatever it was taken from: its number, what it is of, and all that must be known of it.
import type { SampleType } from "../../collect/source.ts";
import type { Day, Instant } from "../../ground/time.ts";
import type { Said } from "../../ground/words.ts";
import { FEW } from "../../picture/counts.ts";
import type { FrozenArea } from "../frozen-counts.ts";
import { type Warning, warningsOf } from "../frozen-figure.ts";
import { measurementWarnings } from "../frozen-measurement.ts";
import { type ThemeWarning, themeWarnings, voicesIn } from "../frozen-theme.ts";
import { type Figure, type FigureKind, headOf } from "./figure.ts";

type Tally = readonly { readonly key: string; readonly count: number }[];
export type ShownFigure = {
  readonly id: string;
  readonly kind: FigureKind;
  readonly caption: string;
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly from: Day | null;
  readonly to: Day | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly n: number | null;
  readonly byMonth: Tally;
  readonly byCategory: Tally;
  readonly byArea: readonly FrozenArea[];
  readonly sources: readonly {
    readonly name: string;
    readonly sampleType: SampleType | null;
    readonly count: number | null;
  }[];
  readonly caveats: readonly string[];
  readonly cautions: readonly Said[];
  readonly warnings: readonly Warning[];
  readonly themeWarnings: readonly ThemeWarning[];
  /** How many of a theme's sources have been kept apart since. */
  readonly keptApart: number;
  /** Of what is counted one by one: too few to say anything of. */
  readonly few: boolean;
  readonly method: { readonly method: string; readonly version: string } | null;
  readonly hash: string;
  readonly takenAt: Instant;
};

export function shownOf(figure: Figure): ShownFigure {
  const { id, caption, hash, takenAt } = figure;
  const bare = {
    id,
    caption,
    hash,
    takenAt,
    ...headOf(figure),
    from: null,
    to: null,
    low: null,
    high: null,
    n: null,
    byMonth: [],
    byCategory: [],
    byArea: [],
    sources: [],
    caveats: [],
    cautions: [],
    warnings: [],
    themeWarnings: [],
    keptApart: 0,
    few: false,
    method: null,
  };
  switch (figure.kind) {
    case "series": {
      const { name, from, to, low, high, n, caveats, source, sampleType = null } = figure.frozen;
      const sources = [{ name: source, sampleType, count: null }];
      return {
        ...bare,
        kind: "series",
        name,
        from,
        to,
        low,
        high,
        n,
        caveats,
        sources,
        method: methodOf(figure.frozen),
        warnings: warningsOf(figure.frozen),
      };
    }
    case "measurement": {
      const { name, from, to, low, high, n, caveats, source, sampleType, place } = figure.frozen;
      return {
        ...bare,
        kind: "measurement",
        // Most are named by their place already.
        name: place === "" || name.includes(place) ? name : `${name}, ${place}`,
        from,
        to,
        low,
        high,
        n,
        caveats,
        sources: [{ name: source, sampleType, count: null }],
        method: methodOf(figure.frozen),
        warnings: measurementWarnings(figure.frozen),
      };
    }
    case "coded": {
      const { theme, place, sources, keptApart = 0 } = figure.frozen;
      return {
        ...bare,
        kind: "coded",
        name: place === "" ? theme : `${theme}, ${place}`,
        sources: sources.map(({ source, sampleType, pieces }) => ({ name: source, sampleType, count: pieces })),
        n: voicesIn(figure.frozen),
        method: methodOf(figure.frozen),
        themeWarnings: themeWarnings(figure.frozen),
        keptApart,
        few: bare.value > 0 && bare.value < FEW,
      };
    }
    case "question": {
      const {
        address,
        from,
        to,
        n = null,
        byMonth,
        byCategory,
        byArea = [],
        cautions,
        method,
        version,
        sources,
      } = figure.frozen;
      return {
        ...bare,
        kind: "question",
        name: address,
        from,
        to,
        n,
        byMonth,
        byCategory,
        byArea,
        sources: sources.map(({ name, sampleType, count }) => ({ name, sampleType, count })),
        caveats: sources.map(({ caveat }) => caveat).filter((caveat) => caveat !== ""),
        cautions,
        method: { method, version },
        few: bare.value > 0 && bare.value < FEW,
      };
    }
  }
}

/** Null where it was frozen before it was kept how the figure comes about. */
function methodOf({ method, version }: { readonly method?: string; readonly version?: string }): ShownFigure["method"] {
  return method === undefined || version === undefined ? null : { method, version };
}
