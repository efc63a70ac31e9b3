// What became of each measure of a decided plan (lag 2023:196 6 §, at least every second year). A measure that is an activity of a promise has what the log said that day beside it, frozen.
import { command } from "../../ground/command.ts";
import { no, type Refusal, type Result, yes } from "../../ground/result.ts";
import { noterIn } from "../clocks/decision.ts";
import { decisionOf } from "./plan-decision.ts";
import type { ActionPlan, FollowedMeasure, FollowUp, Logged, MeasureStatus, MeasureText, OnPlan } from "./plan.ts";
import * as rule from "./plan.ts";

/** Of these somebody will ask why. */
const SAYS_WHY: readonly MeasureStatus[] = ["not-begun", "changed", "dropped"];

export type FollowUpWhy =
  | "not-yours"
  | "not-found"
  | "names-a-person"
  | "correction-says-why"
  | "plan-not-decided"
  | "plan-is-superseded"
  | "plan-followed-in-future"
  | "plan-followed-before-decided"
  | "plan-followed-that-day"
  | "measure-unanswered"
  | "measure-says-why"
  | "follow-up-is-corrected";

/** What stands, the latest first: not what another has put right. */
export function standingOf(followUps: readonly FollowUp[]): readonly FollowUp[] {
  return followUps
    .filter(({ id }) => !followUps.some(({ replaces }) => replaces === id))
    .toSorted((a, b) => (a.followedOn < b.followedOn ? 1 : -1));
}

/** What the next plan goes on with: all but what is done or dropped by the latest follow-up. */
export function carriedFrom(plan: ActionPlan | undefined): readonly MeasureText[] {
  const [latest] = plan?.state === "decided" ? standingOf(plan.followUps) : [];
  const isOver = (id: string) =>
    latest?.measures.some(
      ({ measureId, status }) => measureId === id && (status === "done" || status === "dropped"),
    ) === true;
  return (plan?.measures ?? []).filter(({ id }) => !isOver(id)).map(({ id: _id, version: _version, ...text }) => text);
}

export const followUpPlan = command({
  event: "action-plan.followed-up",
  may: rule.writes,
  decide: (
    input: Pick<FollowUp, "followedOn"> & {
      readonly replaces?: string | undefined;
      readonly measures: readonly Omit<FollowedMeasure, "logged">[];
      readonly reason: string;
    },
    state: OnPlan & {
      /** Another plan has been decided after it. */
      readonly isSuperseded: boolean;
      readonly logged: ReadonlyMap<string, Logged>;
    },
    moment,
  ): Result<FollowUp, Refusal<FollowUpWhy>> => {
    const { plan } = state;
    const { followedOn, replaces } = input;
    const grant = noterIn(moment.by, state.partnershipId);
    if (grant === undefined) return no("not-yours");
    if (plan.state !== "decided") return no("plan-not-decided");
    if (state.isSuperseded && replaces === undefined) return no("plan-is-superseded");
    const reason = input.reason.trim();
    if (replaces !== undefined) {
      if (!plan.followUps.some(({ id }) => id === replaces)) return no("not-found");
      if (!standingOf(plan.followUps).some(({ id }) => id === replaces)) return no("follow-up-is-corrected");
      if (reason === "") return no("correction-says-why", { field: "reason" });
    }
    if (rule.isAhead(followedOn, moment.at)) return no("plan-followed-in-future", { field: "followedOn" });
    if (followedOn < decisionOf(plan).decidedOn) return no("plan-followed-before-decided", { field: "followedOn" });
    // Two who save at once, or one who presses twice, make one follow-up.
    if (standingOf(plan.followUps).some((one) => one.id !== replaces && one.followedOn === followedOn))
      return no("plan-followed-that-day", { field: "followedOn" });
    const measures: FollowedMeasure[] = [];
    for (const { id, activityId } of plan.measures) {
      const said = input.measures.find(({ measureId }) => measureId === id);
      if (said === undefined) return no("measure-unanswered", { field: id });
      const sentence = said.sentence.trim();
      if (SAYS_WHY.includes(said.status) && sentence === "") return no("measure-says-why", { field: id });
      const pointed = rule.pointedIn({ [id]: sentence, reason });
      if (pointed !== undefined) return { ok: false, refusal: pointed };
      const logged = activityId === undefined ? undefined : state.logged.get(activityId);
      measures.push({ measureId: id, status: said.status, sentence, logged: logged ?? null });
    }
    return yes({
      id: moment.newId(),
      followedOn,
      office: grant.title,
      measures,
      notedAt: moment.at,
      replaces,
      reason: replaces === undefined ? undefined : reason,
    });
  },
});
