import type { Instant } from "../../ground/time.ts";
import type { PersonKind } from "../person-in-text.ts";
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
}

export interface PrivacyTables {
  person_review: PersonReviewRow;
}
