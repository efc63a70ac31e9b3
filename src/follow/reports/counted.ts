// What a report tells before anything of it is left out: inside exact, with causes and every occasion. What both sign and everybody reads is made of this by the gate.
import type { FloorsOver } from "../../ground/fewest.ts";
import type { Cause } from "../../act/deviation.ts";
import type { Output } from "../../act/occasion.ts";
import type { Count } from "../../ground/count.ts";
import type { Day, Instant } from "../../ground/time.ts";
import type { ReportBody, ReportIndicator } from "../../pledge/report-text.ts";
import type { SigningParty } from "../../pledge/signature.ts";
import type { EffectAnswer, Why } from "../indicators/effect.ts";
import { type Reading, type VerdictKind, verdictOf } from "../indicators/outcome.ts";
import type { Indicator } from "../indicators/indicator.ts";
import type { Assessment, LogSays, ReportText, View } from "./report.ts";
import type { Telling } from "./telling.ts";

/** What is logged of one activity over a report's period. */
export type Counted = LogSays & {
  readonly activityId: string;
  readonly documentId: string;
  readonly pledgeId: string;
  readonly number: string;
  readonly text: string;
  readonly unit: string;
  /** The days of the period it was promised for, where that is not all of it. */
  readonly span: { readonly from: Day; readonly to: Day } | null;
  /** `settledOn`: when it was first written down (tell/site.ts). */
  readonly done: readonly {
    readonly on: Day;
    readonly settledOn: Day;
    readonly count: Count;
    readonly outputs: readonly Output[];
  }[];
  readonly beside: readonly {
    readonly on: Day;
    readonly settledOn: Day;
    readonly count: Count;
    readonly counted: string;
  }[];
  readonly deviations: readonly {
    readonly on: Day;
    readonly cause: Cause;
    readonly sentence: string;
    readonly newDay: Day | null;
    readonly because: string;
  }[];
};
/** What the public may read of an indicator; what was done stands in the log and is told from there. */
export type CountedIndicator = Pick<
  Indicator,
  // The gate holds back more of what depends on control.
  "name" | "unit" | "source" | "breaks" | "controlDependent"
> & {
  readonly stated: Stated;
  readonly column: "outcome" | "experience";
  /** With what has to be known to read the figures at all. */
  readonly caveat: string;
  readonly readings: readonly Reading[];
  /** When each of them was first noted. */
  readonly settled?: ReadonlyMap<Day, Day>;
};
/** What is said of an indicator: a verdict, and why where it cannot be known. */
export type Stated = { readonly verdict: VerdictKind; readonly because: ReportIndicator["because"] };

const BECAUSE: Partial<Record<Why, Stated["because"]>> = {
  "nothing-before": "no-baseline",
  "nothing-after": "nothing-after",
  "line-broken": "line-broken",
  "no-interval": "no-interval",
  "other-time": "other-time",
};

/**
 * What a report states of an indicator: the answer to what it led to, as the promise's own page has it, where nothing later than the report's last day went into it;
 * else what its readings say by themselves.
 */
export function statedOf(
  judging: Parameters<typeof verdictOf>[0],
  effect: (Pick<EffectAnswer, "verdict" | "because"> & { readonly until: Day }) | undefined,
  to: Day,
): Stated {
  if (effect !== undefined && effect.until <= to) {
    const { verdict, because } = effect;
    return {
      verdict,
      because: verdict === "cannot-be-known" ? ((because && BECAUSE[because]) ?? "too-few") : null,
    };
  }
  const said = verdictOf(judging);
  return { verdict: said.kind, because: said.kind === "cannot-be-known" ? said.because : null };
}

export type CountedPledge = {
  readonly id: string;
  readonly order: number;
  readonly text: string;
  readonly activities: readonly Counted[];
  readonly indicators: readonly CountedIndicator[];
  /** «Ifrågasatt klart» of what the promise answers. */
  readonly disputes: { readonly inAll: number; readonly open: number };
};
export type CountedItem = { readonly id: string; readonly text: string; readonly place: string; readonly on: Day };

/** A whole report as it is inside. */
export type Inside = Pick<ReportBody, "partnership" | "slug" | "document" | "from" | "to"> & {
  readonly frozenAt: Instant;
  readonly pledges: readonly CountedPledge[];
  readonly disputes: { readonly inAll: number; readonly open: number };
  readonly itemsDone: number;
  readonly assessments: readonly Assessment[];
  readonly views: readonly View[];
  readonly texts: readonly ReportText[];
  readonly told: readonly (Telling & { readonly party: SigningParty })[];
};
/** The gate, handed in by main: the stage that knows what may be told comes later. */
export type BodyOf = (inside: Inside, floors: FloorsOver) => ReportBody;
