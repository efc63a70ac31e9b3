import type { Day, Instant } from "../../ground/time.ts";
import type { Said } from "../../ground/words.ts";
import type { JsonColumn, Preset } from "../../partnership/tables.ts";
import type { FrozenCounts } from "../frozen-counts.ts";
import type { DecisionKind, ItemKind, Meeting, Outcome } from "./meeting.ts";

export interface WorkMeetingRow {
  id: string;
  partnership_id: string;
  on_day: Day;
  state: Meeting["state"];
  planned_at: Instant;
  held_at: Instant | null;
  approved_at: Instant | null;
  content_hash: string | null;
  called_off_at: Instant | null;
  called_off_reason: string | null;
  called_off_by_organisation_id: string | null;
  example: Preset<boolean>;
}

export interface MeetingItemRow {
  id: string;
  partnership_id: string;
  meeting_id: string;
  kind: ItemKind;
  about: string;
  decision_id: string | null;
  said: JsonColumn<Said>;
  address: string;
  question: string;
  position: number;
  left_out: boolean;
  outcome: Outcome | null;
  added_at: Instant;
  example: Preset<boolean>;
}

/** Changed by version; what is struck stays. */
export interface MeetingDecisionRow {
  id: string;
  partnership_id: string;
  meeting_id: string;
  item_id: string;
  kind: DecisionKind;
  text: string;
  organisation_id: string | null;
  unit: string;
  by_day: Day | null;
  struck: boolean;
  version: number;
  noted_at: Instant;
  noted_by_organisation_id: string;
  example: Preset<boolean>;
}

export interface MeetingPresenceRow {
  meeting_id: string;
  office: string;
  partnership_id: string;
  number: number;
  noted_at: Instant;
  example: Preset<boolean>;
}

export interface MeetingPictureRow {
  id: string;
  partnership_id: string;
  meeting_id: string;
  item_id: string;
  frozen: JsonColumn<FrozenCounts>;
  hash: string;
  taken_down: boolean;
  pinned_at: Instant;
  pinned_by_organisation_id: string;
  example: Preset<boolean>;
}

/** A party's yes to the minutes as they read then. */
export interface MeetingApprovalRow {
  meeting_id: string;
  organisation_id: string;
  partnership_id: string;
  content_hash: string;
  approved_at: Instant;
  example: Preset<boolean>;
}

export interface MeetingTables {
  work_meeting: WorkMeetingRow;
  meeting_item: MeetingItemRow;
  meeting_decision: MeetingDecisionRow;
  meeting_presence: MeetingPresenceRow;
  meeting_picture: MeetingPictureRow;
  meeting_approval: MeetingApprovalRow;
}
