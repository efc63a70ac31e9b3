// What the body decided of an action plan: day, body, paragraph and number. The plan's words are frozen with it; a note of the decision that was wrong is put right by another, with the reason.
import { command } from "../../ground/command.ts";
import { no, type Refusal, type Result, yes } from "../../ground/result.ts";
import type { Day, Instant } from "../../ground/time.ts";
import { noterIn } from "../clocks/decision.ts";
import type { Decided, OnPlan, PlanDecision } from "./plan.ts";
import * as rule from "./plan.ts";

type Said = Pick<PlanDecision, "decidedOn" | "body" | "section" | "registryNumber">;

export type PlanDecisionWhy =
  | "not-yours"
  | "not-found"
  | "names-a-person"
  | "future-not-decided"
  | "correction-says-why"
  | "decision-is-corrected"
  | "plan-is-decided"
  | "plan-not-decided"
  | "plan-has-no-measure"
  | "plan-changed-meanwhile"
  | "plan-before-its-ground"
  | "plan-out-of-order";

/** What stands: not what another has put right. */
export function decisionOf({ decisions }: Pick<Decided, "decisions">): PlanDecision {
  const stands = decisions.find(({ id }) => !decisions.some(({ replaces }) => replaces === id));
  if (stands === undefined) throw new Error("A decided action plan has no decision that stands");
  return stands;
}

/** The plans beside it that are decided, by their days. */
export type Among = { readonly others: readonly { readonly decidedOn: Day; readonly decidedAt: Instant }[] };

function unfit(said: Said, { plan, others }: OnPlan & Among, at: Instant) {
  if (rule.isAhead(said.decidedOn, at)) return no<PlanDecisionWhy>("future-not-decided", { field: "decidedOn" });
  const pointed = rule.pointedIn({ body: said.body, section: said.section, registryNumber: said.registryNumber });
  if (pointed !== undefined) return { ok: false as const, refusal: pointed };
  if (said.decidedOn < plan.ground.adoptedOn)
    return no<PlanDecisionWhy>("plan-before-its-ground", { field: "decidedOn" });
  // Which plan holds is told by the day: it goes the way they were decided here.
  const isOutOfOrder = others.some((one) =>
    plan.state === "draft" || one.decidedAt < plan.decidedAt
      ? one.decidedOn >= said.decidedOn
      : one.decidedOn <= said.decidedOn,
  );
  return isOutOfOrder ? no<PlanDecisionWhy>("plan-out-of-order", { field: "decidedOn" }) : undefined;
}

const tidied = ({ decidedOn, body, section, registryNumber }: Said): Said => ({
  decidedOn,
  body: body.trim(),
  section: section.replaceAll("§", "").trim(),
  registryNumber: registryNumber.trim(),
});

/** The body has decided what it had before it, so the hash of that is given. */
export const decidePlan = command({
  event: "action-plan.decided",
  may: rule.writes,
  decide: (
    input: Said & { readonly contentHash: string },
    state: OnPlan & Among & { readonly contentHash: string; readonly slugs: readonly string[] },
    moment,
  ): Result<Decided, Refusal<PlanDecisionWhy>> => {
    const { plan } = state;
    const grant = noterIn(moment.by, state.partnershipId);
    if (grant === undefined) return no("not-yours");
    if (plan.state !== "draft") return no("plan-is-decided");
    if (plan.measures.length === 0) return no("plan-has-no-measure");
    if (input.contentHash !== state.contentHash) return no("plan-changed-meanwhile");
    const said = tidied(input);
    const wrong = unfit(said, state, moment.at);
    if (wrong !== undefined) return wrong;
    return yes({
      ...plan,
      state: "decided",
      slug: rule.slugIn(said.decidedOn.slice(0, 4), state.slugs),
      contentHash: state.contentHash,
      decidedAt: moment.at,
      decisions: [
        {
          ...said,
          id: moment.newId(),
          notedAt: moment.at,
          office: grant.title,
          replaces: undefined,
          reason: undefined,
        },
      ],
      followUps: [],
      toldAt: undefined,
    });
  },
});

export const correctPlanDecision = command({
  event: "action-plan.decision-corrected",
  may: rule.writes,
  decide: (
    input: Said & { readonly decisionId: string; readonly reason: string },
    state: OnPlan & Among,
    moment,
  ): Result<PlanDecision, Refusal<PlanDecisionWhy>> => {
    const { plan } = state;
    const grant = noterIn(moment.by, state.partnershipId);
    if (grant === undefined) return no("not-yours");
    if (plan.state !== "decided") return no("plan-not-decided");
    if (!plan.decisions.some(({ id }) => id === input.decisionId)) return no("not-found");
    if (decisionOf(plan).id !== input.decisionId) return no("decision-is-corrected");
    const reason = input.reason.trim();
    if (reason === "") return no("correction-says-why", { field: "reason" });
    const pointed = rule.pointedIn({ reason });
    if (pointed !== undefined) return { ok: false, refusal: pointed };
    const said = tidied(input);
    return (
      unfit(said, state, moment.at) ??
      yes({
        ...said,
        id: moment.newId(),
        notedAt: moment.at,
        office: grant.title,
        replaces: input.decisionId,
        reason,
      })
    );
  },
});
