import type { Day, Instant } from "../../ground/time.ts";
import type { SigningParty } from "../signature.ts";

/** A scan of a signed paper, handed in: no signature until somebody vouches for it. */
export interface PledgePaperRow {
  id: string;
  partnership_id: string;
  document_id: string;
  mandate_id: string;
  party: SigningParty;
  organisation_id: string;
  content_hash: string;
  scan: string;
  scan_type: "application/pdf" | "image/jpeg";
  signed_on: Day;
  handed_in_at: Instant;
  handed_in_by: string;
  handed_in_organisation_id: string;
}

export interface PaperTables {
  pledge_paper: PledgePaperRow;
}
