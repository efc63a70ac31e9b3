// That strangers read a decided action plan is the municipality's own yes: the plan is nobody else's. With the plan they read how it was followed up.
import { command } from "../../ground/command.ts";
import { no, type Refusal, type Result, yes } from "../../ground/result.ts";
import type { Decided, OnPlan } from "./plan.ts";
import { writes } from "./plan.ts";

export type PlanTellingWhy = "not-yours" | "plan-not-decided" | "plan-told-already" | "plan-not-told";

export const tellPlan = command({
  event: "action-plan.told",
  may: writes,
  decide: (_input: unknown, { plan }: OnPlan, moment): Result<Decided, Refusal<PlanTellingWhy>> => {
    if (plan.state !== "decided") return no("plan-not-decided");
    return plan.toldAt === undefined ? yes({ ...plan, toldAt: moment.at }) : no("plan-told-already");
  },
});

export const takeBackPlan = command({
  event: "action-plan.taken-back",
  may: writes,
  decide: (_input: unknown, { plan }: OnPlan): Result<Decided, Refusal<PlanTellingWhy>> => {
    if (plan.state !== "decided") return no("plan-not-decided");
    return plan.toldAt === undefined ? no("plan-not-told") : yes({ ...plan, toldAt: undefined });
  },
});
