// Two measurements of one place: how much V85 changed, and whether the change is more than chance among the vehicles. Why it changed no two measurements
// of one road can say.
import type { Flag } from "./flags.ts";
import type { Estimate, Summary } from "./speed.ts";

export type Comparable = {
  readonly summary: Pick<Summary, "n" | "v85" | "limit" | "kind">;
  readonly direction: string;
  readonly flags: readonly Flag[];
};
export type Incomparable = "flagged" | "no-v85" | "no-interval" | "other-limit" | "other-direction" | "other-kind";
export type Comparison =
  | { readonly can: false; readonly because: Incomparable }
  | {
      readonly can: true;
      readonly before: Estimate;
      readonly after: Estimate;
      /** After minus before, with the ends that both intervals leave: from lowest after less highest before, to the other way round. */
      readonly change: { readonly value: number; readonly low: number; readonly high: number };
      /** The intervals do not touch: a stricter demand than 95 % on the difference. */
      readonly sure: boolean;
      readonly leastVehicles: number;
    };

export function compare(before: Comparable, after: Comparable): Comparison {
  const [old, now] = [before.summary.v85, after.summary.v85];
  if (before.flags.length > 0 || after.flags.length > 0) return { can: false, because: "flagged" };
  if (before.summary.limit !== after.summary.limit) return { can: false, because: "other-limit" };
  if (before.direction !== after.direction) return { can: false, because: "other-direction" };
  if (before.summary.kind !== after.summary.kind) return { can: false, because: "other-kind" };
  if (old === undefined || now === undefined) return { can: false, because: "no-v85" };
  if (old.low === undefined || old.high === undefined || now.low === undefined || now.high === undefined)
    return { can: false, because: "no-interval" };
  const change = { value: now.value - old.value, low: now.low - old.high, high: now.high - old.low };
  const sure = change.high < 0 || change.low > 0;
  return {
    can: true,
    before: old,
    after: now,
    change,
    sure,
    leastVehicles: Math.min(before.summary.n, after.summary.n),
  };
}

/** "Fler än 4 500": the last whole five hundred below, or hundred, or ten. */
export function moreThan(count: number): number {
  const step = count > 1000 ? 500 : count > 100 ? 100 : 10;
  return Math.max(0, Math.floor((count - 1) / step) * step);
}

const CAUSE =
  /(?<!\p{L})(?:tack vare|på grund av|pga|ber(?:or|odde) på|orsaka\p{L}*|gjorde att|gjort att|ledde till|lett till|effekt(?:en)? av|because|thanks to|due to|caused|led to)(?!\p{L})/iu;
const UNKNOWN = /(?<!\p{L})(?:inte|ingen|not|cannot|nobody)(?!\p{L})/iu;

/** The sentence of a text that says why a road became slower: without a road to compare with nobody knows. One that says it is not known is none. */
export function claimedCause(text: string): string | undefined {
  return text.split(/(?<=[.!?])\s+/).find((sentence) => CAUSE.test(sentence) && !UNKNOWN.test(sentence));
}
