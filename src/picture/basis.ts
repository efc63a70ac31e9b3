// What the answer to a question rests on, and what must be known before believing it: how much, from when and whom, what could not be placed or dated, which sources are no fair sample (statistics.md 5.1, 5.3).
import { groupOf, isCategory, type Category } from "../collect/category.ts";
import type { SampleType } from "../collect/source.ts";
import type { Day } from "../ground/time.ts";
import type { Said } from "../ground/words.ts";
import { inBoth, METHOD_VERSION } from "./answers/basis.ts";
import { sentences } from "./answers/words.ts";
import { type Counted, type CountedSource, type Counts, daysIn, exploreAsked, FEW } from "./counts.ts";
import { explore } from "./columns/explore.ts";
import { categoryParts, daysAsked, isChosen, type Question } from "./question.ts";

export const CAUTIONS = ["self-selected", "press-selection", "control-dependent"] as const;
export type Caution = (typeof CAUTIONS)[number];
export type BasisSource = CountedSource & {
  readonly name: string;
  readonly sampleType: SampleType;
  readonly caveat: string;
};

export type PictureBasis = {
  /** Entries the figures rest on. */
  readonly n: number;
  /** Of the total, between 0 and 1; 0 where there is nothing. */
  readonly unplacedShare: number;
  readonly undatedShare: number;
  /** The time asked for, or where an end was left open the first and the last day there is anything. */
  readonly from: Day | null;
  readonly to: Day | null;
  /** Those the figures come from, most first. */
  readonly sources: readonly (Pick<BasisSource, "slug" | "name" | "sampleType" | "caveat"> & {
    readonly count: number;
  })[];
  readonly cautions: readonly { readonly kind: Caution; readonly count: number; readonly sentence: Said }[];
  readonly method: string;
  readonly version: string;
  readonly sentence: Said;
};

/** Registered mostly because somebody went to look: what it tells of is the looking. */
const CONTROLLED: ReadonlySet<Category> = new Set(["traffic.drunk", "traffic.speeding", "police.check"]);
const isControlled = (category: string) =>
  isCategory(category) && (groupOf(category) === "drugs" || CONTROLLED.has(category));

export function pictureBasisOf(
  { events }: Pick<Counted, "events">,
  question: Question,
  counts: Counts,
  sources: readonly BasisSource[],
): PictureBasis {
  const known = new Map(sources.map((source) => [source.slug, source]));
  const from = counts.bySource.flatMap(({ key, count }) => {
    const source = known.get(key);
    return source === undefined ? [] : [{ ...source, count }];
  });
  const period = periodOf(events, question, sources);
  const share = (part: number) => (counts.total === 0 ? 0 : part / counts.total);
  const said =
    counts.total === 0
      ? sentences.askedNothing
      : counts.total < FEW || period.from === null
        ? sentences.askedFew
        : sentences.asked;
  return {
    n: counts.events,
    unplacedShare: share(counts.unplaced),
    undatedShare: share(counts.undated),
    ...period,
    sources: from.map(({ slug, name, sampleType, caveat, count }) => ({ slug, name, sampleType, caveat, count })),
    cautions: cautionsOf(from, controlled(events, question, sources)),
    method: "linked-counts",
    version: METHOD_VERSION,
    sentence: inBoth(said, {
      count: counts.total,
      sources: from.length,
      from: period.from ?? "",
      to: period.to ?? "",
      unplaced: counts.unplaced,
      undated: counts.undated,
    }),
  };
}

function periodOf(events: Counted["events"], question: Question, sources: readonly CountedSource[]) {
  const { from, to } = daysAsked(question);
  if (from !== undefined && to !== undefined) return { from, to };
  const days = daysIn(exploreAsked(events, question, sources));
  return { from: from ?? days[0]?.[0] ?? null, to: to ?? days.at(-1)?.[0] ?? null };
}

function cautionsOf(
  from: readonly (BasisSource & { readonly count: number })[],
  controlledCount: number,
): PictureBasis["cautions"] {
  const of = (isSuch: (source: BasisSource) => boolean) =>
    from.filter(isSuch).reduce((sum, { count }) => sum + count, 0);
  const told = [
    {
      kind: "self-selected",
      count: of(({ sampleType }) => sampleType === "self-selected"),
      said: sentences.selfSelected,
    },
    { kind: "press-selection", count: of(({ kind }) => kind === "police-events"), said: sentences.pressSelection },
    { kind: "control-dependent", count: controlledCount, said: sentences.controlDependent },
  ] as const;
  return told
    .filter(({ count }) => count > 0)
    .map(({ kind, count, said }) => ({ kind, count, sentence: inBoth(said, { count }) }));
}

/** Of the selection, what is recorded of categories that depend on how much is checked. */
function controlled(events: Counted["events"], question: Question, sources: readonly CountedSource[]): number {
  if (!isChosen(question.knowledge, "recorded")) return 0;
  const { store, question: asked } = exploreAsked(events, { ...question, knowledge: ["recorded"] }, sources);
  const categories = store.words.category.filter(
    (word) => isControlled(categoryParts(word).category) && isChosen(asked.categories, word),
  );
  return categories.length === 0 ? 0 : explore(store, { ...asked, categories }).total;
}
