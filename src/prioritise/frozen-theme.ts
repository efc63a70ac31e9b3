// What a coded theme stood on the day it was cited: source by source how many, and how those were chosen. Counts and never a share: nobody drew a sample of what
// was said. Only what both parties may read is counted, so that both weigh the same.
import type { Category } from "../collect/category.ts";
import { FEW } from "../collect/series/series.ts";
import type { SampleType, SourceKind } from "../collect/source.ts";

export type CodedSource = {
  readonly kind: SourceKind;
  readonly source: string;
  /** Not there in what was cited before it was kept. */
  readonly sourceId?: string;
  readonly sampleType: SampleType;
  readonly pieces: number;
  /** An answer is one voice, a dialogue's theme as many as it counted. */
  readonly voices: number;
};
export type FrozenTheme = {
  readonly themeId: string;
  readonly theme: string;
  readonly category: Category;
  /** As it is coded; empty where the theme is cited wherever it was said. */
  readonly place: string;
  readonly sources: readonly CodedSource[];
  /** How it was counted; not there in what was frozen before that was kept. */
  readonly method?: string;
  readonly version?: string;
  /** How many of the sources have been kept apart since from whoever reads this; never stored. */
  readonly keptApart?: number;
};

/** What is coded to the theme, source by source, each piece once. */
export const THEME_METHOD = { method: "coded-statements", version: "coding-1" } as const;

/** What is left of it to somebody who may read these sources: one that has been kept apart since leaves neither its name nor its counts behind. */
export function leftOf(
  frozen: FrozenTheme,
  readable: readonly { readonly id: string; readonly name: string }[],
): FrozenTheme {
  const isRead = ({ source, sourceId }: CodedSource) =>
    readable.some(({ id, name }) => (sourceId === undefined ? name === source : id === sourceId));
  const sources = frozen.sources.filter(isRead);
  const keptApart = frozen.sources.length - sources.length;
  return keptApart === 0 ? frozen : { ...frozen, sources, keptApart };
}

export const THEME_WARNINGS = ["few", "one-kind", "not-drawn"] as const;
export type ThemeWarning = (typeof THEME_WARNINGS)[number];

/** How many voices it stands on: an answer is one, a dialogue's theme as many as it counted. */
export function voicesIn({ sources }: Pick<FrozenTheme, "sources">): number {
  return sources.reduce((all, { voices }) => all + voices, 0);
}

const sum = (sources: readonly CodedSource[]) => sources.reduce((all, { pieces }) => all + pieces, 0);

/** In the order they weigh. */
export function themeWarnings({ sources }: FrozenTheme): readonly ThemeWarning[] {
  const holds: Readonly<Record<ThemeWarning, boolean>> = {
    few: sum(sources) < FEW,
    "one-kind": new Set(sources.map(({ kind }) => kind)).size < 2,
    "not-drawn": sources.every(({ sampleType }) => sampleType !== "random" && sampleType !== "total"),
  };
  return THEME_WARNINGS.filter((warning) => holds[warning]);
}

/** Whether the theme stands on the same today; `gone` where nothing that both may read is coded to it any more. */
export type ThemeSinceThen =
  | { readonly state: "the-same" | "gone" }
  | { readonly state: "changed"; readonly before: number; readonly now: number; readonly sources: number };

export function themeSinceThen(frozen: FrozenTheme, now: FrozenTheme | undefined): ThemeSinceThen {
  if (now === undefined) return { state: "gone" };
  const told = ({ sources }: FrozenTheme) =>
    sources
      .map(({ kind, source, sampleType, pieces, voices }) => `${kind} ${source} ${sampleType} ${pieces} ${voices}`)
      .toSorted()
      .join("\n");
  return told(frozen) === told(now)
    ? { state: "the-same" }
    : { state: "changed", before: sum(frozen.sources), now: sum(now.sources), sources: now.sources.length };
}
