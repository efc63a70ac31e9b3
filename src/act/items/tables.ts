import type { AnswerKind } from "../../collect/observation.ts";
import type { Day, Instant } from "../../ground/time.ts";
import type { Preset } from "../../partnership/tables.ts";
import type { Outside, StepKind } from "./item.ts";

/** A step of an action item: of a row of a protocol, or of something proposed about a road. */
export interface ActionStepRow {
  id: string;
  partnership_id: string;
  row_id: string | null;
  proposal_id: string | null;
  number: number;
  kind: StepKind;
  stands_on: AnswerKind | null;
  by_day: Day | null;
  in_season: boolean | null;
  on_day: Day | null;
  sentence: string | null;
  reason: string | null;
  walk_id: string | null;
  forwarded_to: Outside | null;
  same_as: string | null;
  organisation_id: string;
  office: string;
  noted_at: Instant;
  noted_by: string | null;
  example: Preset<boolean>;
}

export interface StepPhotoRow {
  id: string;
  partnership_id: string;
  step_id: string;
  sha256: string;
  width: number;
  height: number;
  taken_in_at: Instant;
}

export interface ActionItemTables {
  action_step: ActionStepRow;
  step_photo: StepPhotoRow;
}
