import type { Instant } from "../../ground/time.ts";
import type { Warning } from "./expiry.ts";
import type { Fate } from "./formerly.ts";

/** That a promise runs out, said once at each threshold. */
export interface PledgeWarningRow {
  document_id: string;
  days: Warning;
  partnership_id: string;
  warned_at: Instant;
}

/** What becomes of a löfte or an activity when the next promise is prepared. */
export interface PledgeFateRow {
  document_id: string;
  item_id: string;
  partnership_id: string;
  fate: Fate;
  reason: string;
  handed_to: string;
  organisation_id: string;
  revision: number;
  decided_at: Instant;
}

/** That an organisation has read what an item led to. */
export interface PledgeFateReadRow {
  document_id: string;
  item_id: string;
  organisation_id: string;
  partnership_id: string;
  read_at: Instant;
}

export interface RenewalTables {
  pledge_warning: PledgeWarningRow;
  pledge_fate: PledgeFateRow;
  pledge_fate_read: PledgeFateReadRow;
}
