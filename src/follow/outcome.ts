// An outcome: what was measured before and after. Two readings say that something changed only when the change is larger than chance would make it,
// and with a handful of answers they say nothing at all (statistics.md; journeys.md "Thresholds").
import type { Estimate } from "../ground/count.ts";
import type { Day } from "../ground/time.ts";

export type Reading = Estimate & {
  readonly on: Day;
  readonly baseline: boolean;
  /** False where the question or the way of measuring changed. */ readonly comparable: boolean;
};
export type Indicator = {
  readonly id: string;
  readonly name: string;
  readonly unit: string;
  /** Which way is better. */
  readonly wanted: "up" | "down";
  /** An outcome is measured or recorded; an experience is what people answer. They stand in different columns. */
  readonly column: "outcome" | "experience";
  readonly source: string;
  readonly caveat: string;
  readonly readings: readonly Reading[];
};

/** `cannot-be-known` is a verdict like the others, and is set as large. */
export type Verdict =
  | {
      readonly kind: "better" | "worse" | "no-clear-change";
      readonly before: Reading;
      readonly now: Reading;
      readonly change: Change;
    }
  | {
      readonly kind: "cannot-be-known";
      readonly because: "no-baseline" | "nothing-after" | "too-few" | "line-broken";
      readonly n?: number;
      readonly needed?: number;
    };

/** `percent` is only there when both sides are large enough to bear one. */
export type Change = { readonly absolute: number; readonly percent?: number };

/** Answers a reading must rest on to be compared (journeys.md: published survey cell ≥ 30). */
export const NEEDED_ANSWERS = 30;
/** Both values must be at least this for a change in per cent to be said. */
export const PERCENT_FROM = 10;

export function verdictOf({ readings, wanted }: Pick<Indicator, "readings" | "wanted">): Verdict {
  const inOrder = readings.toSorted((a, b) => (a.on < b.on ? -1 : 1));
  const before = inOrder.findLast(({ baseline }) => baseline);
  if (before === undefined) return { kind: "cannot-be-known", because: "no-baseline" };
  const later = inOrder.filter(({ on, baseline }) => !baseline && on > before.on);
  const now = later.at(-1);
  if (now === undefined) return { kind: "cannot-be-known", because: "nothing-after" };
  if (later.some(({ comparable }) => !comparable)) return { kind: "cannot-be-known", because: "line-broken" };
  const n = Math.min(before.n, now.n);
  if (n < NEEDED_ANSWERS) return { kind: "cannot-be-known", because: "too-few", n, needed: NEEDED_ANSWERS };
  const change = changeOf(before.value, now.value, n);
  // Two 95 % intervals that overlap may still differ; saying nothing then is the careful side to err on.
  if (now.low <= before.high && before.low <= now.high) return { kind: "no-clear-change", before, now, change };
  return { kind: now.value > before.value === (wanted === "up") ? "better" : "worse", before, now, change };
}

/** Never a percentage on a handful: not of few answers, and not of a small value. */
export function changeOf(before: number, now: number, n: number): Change {
  const absolute = now - before;
  return n >= NEEDED_ANSWERS && before >= PERCENT_FROM && now >= PERCENT_FROM
    ? { absolute, percent: (absolute / before) * 100 }
    : { absolute };
}
