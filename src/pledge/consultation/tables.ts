import type { SetAsideReason } from "../../collect/open-form.ts";
import type { Day, Instant } from "../../ground/time.ts";
import type { JsonColumn, Preset } from "../../partnership/tables.ts";
import type { Content } from "../document.ts";
import type { AnswerKind } from "./comment.ts";
import type { ConsultationState } from "./consultation.ts";

export interface ConsultationRow {
  id: string;
  partnership_id: string;
  document_id: string;
  state: ConsultationState;
  from_day: Day;
  to_day: Day;
  can_influence: string;
  cannot_influence: string;
  content: JsonColumn<Content>;
  /** The canonical text, byte for byte what is hashed. */
  content_text: string;
  content_hash: string;
  asked_by_organisation_id: string;
  asked_at: Instant;
  closed_at: Instant | null;
  became: JsonColumn<Content | null> | null;
  example: Preset<boolean>;
}

/** Written by residents through the open door, under the system's role; looked through and answered by the parties. */
export interface ConsultationCommentRow {
  id: string;
  consultation_id: string;
  partnership_id: string;
  passage: string;
  sentence: string | null;
  text: string | null;
  received_on: Day;
  receipt_hash: string;
  state: "waiting" | "shown" | "held";
  read_on: Day | null;
  reason: SetAsideReason | null;
  answer: AnswerKind | null;
  answer_reason: string | null;
  answer_became: string | null;
  answered_on: Day | null;
  answered_by_organisation_id: string | null;
  example: Preset<boolean>;
}

export interface ConsultationTables {
  consultation: ConsultationRow;
  consultation_comment: ConsultationCommentRow;
}
