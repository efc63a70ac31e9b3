import type { Day, Instant } from "../../ground/time.ts";
import type { Preset } from "../../partnership/tables.ts";
import type { PersonKind } from "../person-in-text.ts";
import type { HeldKind, RuleKind } from "./retention.ts";
import type { ReviewVerdict } from "./review.ts";

/** A warning of personal data that was set aside, and who looked after that. Read by the owner's people only. */
export interface PersonReviewRow {
  id: string;
  partnership_id: string;
  observation_id: string;
  owner_organisation_id: string;
  kinds: readonly PersonKind[];
  reason: string;
  overridden_by: string;
  overridden_at: Instant;
  /** rewritten: its writer wrote it anew, and nothing in it points at anybody any more. */
  verdict: ReviewVerdict | "rewritten" | null;
  reviewed_by: string | null;
  reviewed_at: Instant | null;
  disposed_at: Preset<Instant | null>;
}

export interface RetentionRuleRow {
  id: string;
  partnership_id: string;
  organisation_id: string;
  source_kind: RuleKind;
  months: number;
  body: string;
  decided_on: Day;
  paragraph: string;
  written_by: string;
  written_at: Instant;
  approved_by: string | null;
  approved_at: Instant | null;
  replaced_at: Instant | null;
}

export interface RetentionHoldRow {
  id: string;
  partnership_id: string;
  organisation_id: string;
  /** One of the two. */
  source_id: string | null;
  source_kind: HeldKind | null;
  reason: string;
  held_by: string;
  held_at: Instant;
  let_go_by: string | null;
  let_go_at: Instant | null;
}

/** What went: counts and a digest of the ids, never the words. */
export interface DisposalRunRow {
  id: string;
  partnership_id: string;
  organisation_id: string;
  rule_id: string;
  source_kind: RuleKind;
  older_than: Instant;
  observations: number;
  revisions: number;
  photos: number;
  quotes: number;
  texts: Preset<number>;
  digest: string;
  done_at: Instant;
}

export interface PrivacyTables {
  retention_rule: RetentionRuleRow;
  retention_hold: RetentionHoldRow;
  disposal_run: DisposalRunRow;
  person_review: PersonReviewRow;
}
