import type { Instant } from "../../ground/time.ts";
import type { Warning } from "./expiry.ts";

/** That a promise runs out, said once at each threshold. */
export interface PledgeWarningRow {
  document_id: string;
  days: Warning;
  partnership_id: string;
  warned_at: Instant;
}

export interface RenewalTables {
  pledge_warning: PledgeWarningRow;
}
