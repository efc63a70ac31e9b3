// What the picture answered to a question the day somebody kept it: in a situation report, on the wall of a work meeting.
import type { SampleType } from "../collect/source.ts";
import type { Position } from "../ground/place.ts";
import type { Day } from "../ground/time.ts";
import type { Said } from "../ground/words.ts";

/** A village and how many lie there. Its middle is kept in hundredths of a degree, about a kilometre: where in it something was seen is nobody's to read out of a map. */
export type FrozenArea = {
  /** A village's slug, `ELSEWHERE` or `UNPLACED`. */
  readonly key: string;
  readonly name: string;
  readonly middle: Position | null;
  readonly count: number;
};

/** What the picture answered to a question: counts, from whom, and what must be known before they are believed. */
export type FrozenCounts = {
  readonly address: string;
  readonly from: Day | null;
  readonly to: Day | null;
  readonly total: number;
  /** Entries the total rests on; not there in what was frozen before it was kept. */
  readonly n?: number;
  readonly byMonth: readonly { readonly key: string; readonly count: number }[];
  readonly byCategory: readonly { readonly key: string; readonly count: number }[];
  /** The map of it, village by village; not there in what was frozen before it was kept. */
  readonly byArea?: readonly FrozenArea[];
  readonly sources: readonly {
    readonly name: string;
    readonly sampleType: SampleType;
    readonly caveat: string;
    readonly count: number;
  }[];
  readonly cautions: readonly Said[];
  readonly method: string;
  readonly version: string;
  readonly asOf: Day;
};
