import type { Day, Instant } from "../../ground/time.ts";
import type { JsonColumn, Preset } from "../../partnership/tables.ts";
import type { Chapter } from "../../prioritise/situation/chapters.ts";
import type { ActionPlan, FollowedMeasure } from "./plan.ts";

export interface ActionPlanRow {
  id: string;
  partnership_id: string;
  organisation_id: string;
  report_id: string;
  state: ActionPlan["state"];
  begun_at: Instant;
  slug: string | null;
  content_hash: string | null;
  decided_at: Instant | null;
  told_at: Instant | null;
  example: Preset<boolean>;
}

export interface ActionMeasureRow {
  id: string;
  partnership_id: string;
  plan_id: string;
  /** In which order it stands. */
  place: number;
  version: number;
  what: string;
  chapter: Chapter;
  why: string;
  office: string;
  from_day: Day | null;
  to_day: Day | null;
  follow_up: string;
  activity_id: string | null;
  example: Preset<boolean>;
}

/** What the body decided, as it was noted. Written once, never changed. */
export interface ActionPlanDecisionRow {
  id: string;
  partnership_id: string;
  plan_id: string;
  decided_on: Day;
  body: string;
  section: string;
  registry_number: string;
  noted_at: Instant;
  office: string;
  replaces: string | null;
  reason: string | null;
  example: Preset<boolean>;
}

/** Written once, never changed. */
export interface ActionPlanFollowUpRow {
  id: string;
  partnership_id: string;
  plan_id: string;
  followed_on: Day;
  office: string;
  measures: JsonColumn<readonly FollowedMeasure[]>;
  noted_at: Instant;
  replaces: string | null;
  reason: string | null;
  example: Preset<boolean>;
}

export interface ActionPlanTables {
  action_plan: ActionPlanRow;
  action_measure: ActionMeasureRow;
  action_plan_decision: ActionPlanDecisionRow;
  action_plan_follow_up: ActionPlanFollowUpRow;
}
