// Writing an action plan, measure by measure, while it is in work.
import { command } from "../../ground/command.ts";
import { no, type Refusal, type Result, yes } from "../../ground/result.ts";
import { noterIn } from "../clocks/decision.ts";
import {
  type Draft,
  type Ground,
  type Here,
  type Measure,
  type MeasureText,
  type OnPlan,
  pointedIn,
  writes,
} from "./plan.ts";

export type PlanWhy =
  | "not-yours"
  | "not-found"
  | "names-a-person"
  | "plan-needs-situation"
  | "plan-in-work"
  | "plan-is-decided"
  | "plan-ground-stands"
  | "measure-changed-meanwhile"
  | "measure-ends-before"
  | "measure-not-promised";

export const beginPlan = command({
  event: "action-plan.begun",
  may: writes,
  decide: (
    _input: unknown,
    state: Here & {
      /** The situation report that was adopted last. */
      readonly ground: Ground | undefined;
      readonly isInWork: boolean;
      /** What goes on of the plan in force: what its follow-up has not found done or dropped. */
      readonly carried: readonly MeasureText[];
    },
    moment,
  ): Result<Draft, Refusal<PlanWhy>> => {
    const grant = noterIn(moment.by, state.partnershipId);
    if (grant === undefined) return no("not-yours");
    if (state.ground === undefined) return no("plan-needs-situation");
    if (state.isInWork) return no("plan-in-work");
    return yes({
      id: moment.newId(),
      organisationId: grant.organisationId,
      ground: state.ground,
      begunAt: moment.at,
      measures: state.carried.map((text) => ({ ...text, id: moment.newId(), version: 1 })),
      example: false,
      state: "draft",
    });
  },
});

/** A newer situation report has been adopted while the plan was written. */
export const groundPlan = command({
  event: "action-plan.grounded",
  may: writes,
  decide: (
    _input: unknown,
    state: OnPlan & { readonly latest: Ground | undefined },
  ): Result<Draft, Refusal<PlanWhy>> => {
    if (state.plan.state !== "draft") return no("plan-is-decided");
    if (state.latest === undefined || state.latest.id === state.plan.ground.id) return no("plan-ground-stands");
    return yes({ ...state.plan, ground: state.latest });
  },
});

export type Writing = OnPlan & {
  /** The activities of promises in force that are the municipality's, alone or with others. */
  readonly promised: readonly { readonly id: string }[];
};

/** Whoever writes from an older wording than the newest is told; nothing of either is lost. */
export const writeMeasure = command({
  event: "action-plan.measure-written",
  may: writes,
  decide: (
    input: MeasureText & { readonly measureId?: string | undefined; readonly version: number },
    state: Writing,
    moment,
  ): Result<Measure, Refusal<PlanWhy>> => {
    if (state.plan.state !== "draft") return no("plan-is-decided");
    const before = state.plan.measures.find(({ id }) => id === input.measureId);
    if (input.measureId !== undefined && before === undefined) return no("not-found");
    if ((before?.version ?? 0) !== input.version) return no("measure-changed-meanwhile");
    const [what, why] = [input.what.trim(), input.why.trim()];
    const [office, followUp] = [input.office.trim(), input.followUp.trim()];
    const pointed = pointedIn({ what, why, office, followUp });
    if (pointed !== undefined) return { ok: false, refusal: pointed };
    const { chapter, from, to, activityId } = input;
    if (from !== undefined && to !== undefined && to < from) return no("measure-ends-before", { field: "to" });
    // What was promised when it was written stands, also when the promise has ended since.
    if (
      activityId !== undefined &&
      activityId !== before?.activityId &&
      !state.promised.some(({ id }) => id === activityId)
    )
      return no("measure-not-promised", { field: "activityId" });
    const id = before?.id ?? moment.newId();
    return yes({ id, version: input.version + 1, what, why, chapter, office, from, to, followUp, activityId });
  },
});

export const takeOutMeasure = command({
  event: "action-plan.measure-taken-out",
  may: writes,
  decide: (
    { measureId, version }: { readonly measureId: string; readonly version: number },
    { plan }: OnPlan,
  ): Result<Measure, Refusal<PlanWhy>> => {
    if (plan.state !== "draft") return no("plan-is-decided");
    const measure = plan.measures.find(({ id }) => id === measureId);
    if (measure === undefined) return no("not-found");
    return measure.version === version ? yes(measure) : no("measure-changed-meanwhile");
  },
});
