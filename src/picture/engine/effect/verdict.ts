// What may be said of a change: better, worse, no visible change, or that it cannot be told. The last is a normal answer, and with a village's numbers the usual one (statistics.md 5.1).
import type { Estimate } from "../../../ground/count.ts";

export const VERDICTS = ["better", "worse", "no-visible-change", "cannot-tell"] as const;
export type Verdict = (typeof VERDICTS)[number];

/** Why nothing can be told. */
export type Untold = "few-events" | "no-comparison" | "two-points" | "change-too-small-to-see";

export type Judged = { readonly verdict: Verdict; readonly because: Untold | undefined };

/** Below this in either time no percentage is said; the counts are shown instead. */
export const FEWEST_FOR_PERCENT = 10;
/** Two points have a line through them, always. */
export const FEWEST_FOR_TREND = 3;
/** Nobody promises to halve what is counted and more: where only that would be seen, seeing nothing means nothing. */
export const LARGEST_SENSIBLE_FALL = 0.5;

export type Evidence = {
  /** What was counted in the place, before and after. */
  readonly counts: readonly number[];
  /** After over before, beside what else happened. Undefined where it cannot be made. */
  readonly ratio: Pick<Estimate, "low" | "high"> | undefined;
  /** The largest ratio below one that would be seen eight times of ten; undefined where none would. */
  readonly smallestVisibleRatio: number | undefined;
  /** The fall that was aimed at, as a share; without it the largest sensible one. */
  readonly goal?: number;
  /** Whether fewer is what is wanted: yes of burglaries, no of adults met on a walk. */
  readonly fewerIsBetter?: boolean;
  /** How many points a trend rests on, where it is a trend that is judged. */
  readonly points?: number;
};

/** Judges a change. An interval on one side of no change tells; one on both sides tells only where a change worth aiming at would have shown. */
export function judge(evidence: Evidence): Judged {
  const { counts, ratio, smallestVisibleRatio, points } = evidence;
  const { goal = LARGEST_SENSIBLE_FALL, fewerIsBetter = true } = evidence;
  const untold = (because: Untold): Judged => ({ verdict: "cannot-tell", because });
  if (points !== undefined && points < FEWEST_FOR_TREND) return untold("two-points");
  if (counts.some((count) => count < FEWEST_FOR_PERCENT)) return untold("few-events");
  if (ratio === undefined || Number.isNaN(ratio.low) || Number.isNaN(ratio.high)) return untold("no-comparison");
  if (ratio.high < 1) return { verdict: fewerIsBetter ? "better" : "worse", because: undefined };
  if (ratio.low > 1) return { verdict: fewerIsBetter ? "worse" : "better", because: undefined };
  if (smallestVisibleRatio === undefined || 1 - smallestVisibleRatio > goal) return untold("change-too-small-to-see");
  return { verdict: "no-visible-change", because: undefined };
}

/** The change in per cent, or undefined where a percentage must not be said. */
export function percentChange(before: number, after: number): number | undefined {
  return Math.min(before, after) < FEWEST_FOR_PERCENT ? undefined : (after / before - 1) * 100;
}
