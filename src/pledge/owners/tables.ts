import type { Instant } from "../../ground/time.ts";
import type { AnswerKind } from "./owner.ts";

/** A question to a unit and its answer. Asked again, it is another row: what was said stands. */
export interface PledgeOwnerRow {
  id: string;
  partnership_id: string;
  document_id: string;
  activity_id: string;
  organisation_id: string;
  unit: string;
  asked_text: string;
  asked_at: Instant;
  asked_by: string;
  asked_by_organisation_id: string;
  state: "asked" | AnswerKind;
  answered_at: Instant | null;
  answered_by: string | null;
  office: string | null;
  said: string;
  vouched: string | null;
}

export interface OwnerTables {
  pledge_owner: PledgeOwnerRow;
}
