// An action plan as it is read, inside and outside alike: the page, the PDF and the file for a word processor are made of this.
import type { Day } from "../../ground/time.ts";
import { standingOf } from "./follow-up.ts";
import type { ActionPlan, Decided, FollowedMeasure, FollowUp, Ground, Logged, Measure, PlanDecision } from "./plan.ts";
import { decisionOf } from "./plan-decision.ts";

export type ShownMeasure = Omit<Measure, "version" | "from" | "to" | "activityId"> & {
  readonly from: Day | null;
  readonly to: Day | null;
  /** How far the activity that it is has come by now; null where it is none. */
  readonly logged: Logged | null;
};
export type ShownFollowUp = Pick<FollowUp, "followedOn" | "office"> & { readonly measures: readonly FollowedMeasure[] };
export type ShownPlan = {
  /** Its address outside; empty until it is decided. */
  readonly slug: string;
  readonly ground: Pick<Ground, "from" | "to" | "adoptedOn">;
  readonly decision: Pick<PlanDecision, "decidedOn" | "body" | "section" | "registryNumber"> | null;
  /** Null where not everything it is a checksum of is shown. */
  readonly contentHash: string | null;
  readonly measures: readonly ShownMeasure[];
  /** The latest first. */
  readonly followUps: readonly ShownFollowUp[];
  /** The plan that has come in its place. */
  readonly supersededBy: { readonly slug: string; readonly decidedOn: Day } | null;
  /** Texts in which somebody could be known, left out at the gate. */
  readonly leftOut?: number;
  readonly example: boolean;
};

/** The plan that is decided after another, where there is one. */
export function supersedes(plans: readonly ActionPlan[], plan: ActionPlan): Decided | undefined {
  if (plan.state !== "decided") return undefined;
  const { decidedOn } = decisionOf(plan);
  return decidedOf(plans).findLast((one) => decisionOf(one).decidedOn > decidedOn);
}

/** Those that are decided, the latest first. */
export function decidedOf(plans: readonly ActionPlan[]): readonly Decided[] {
  return plans
    .filter((plan) => plan.state === "decided")
    .toSorted((a, b) => (decisionOf(a).decidedOn < decisionOf(b).decidedOn ? 1 : -1));
}

export function shownOf(
  plan: ActionPlan,
  { plans, logged }: { readonly plans: readonly ActionPlan[]; readonly logged: ReadonlyMap<string, Logged> },
): ShownPlan {
  const isDecided = plan.state === "decided";
  const next = supersedes(plans, plan);
  const { from, to, adoptedOn } = plan.ground;
  return {
    slug: isDecided ? plan.slug : "",
    ground: { from, to, adoptedOn },
    decision: isDecided ? saidOf(decisionOf(plan)) : null,
    contentHash: isDecided ? plan.contentHash : null,
    measures: plan.measures.map(({ version: _version, activityId, ...measure }) => ({
      ...measure,
      from: measure.from ?? null,
      to: measure.to ?? null,
      logged: (activityId === undefined ? undefined : logged.get(activityId)) ?? null,
    })),
    followUps: isDecided
      ? standingOf(plan.followUps).map(({ followedOn, office, measures }) => ({ followedOn, office, measures }))
      : [],
    supersededBy: next === undefined ? null : { slug: next.slug, decidedOn: decisionOf(next).decidedOn },
    example: plan.example,
  };
}

const saidOf = ({ decidedOn, body, section, registryNumber }: PlanDecision) => ({
  decidedOn,
  body,
  section,
  registryNumber,
});
