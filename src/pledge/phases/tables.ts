import type { Day, Instant } from "../../ground/time.ts";

/** The days of a draft as they were set; moved, they are another row. */
export interface PledgeScheduleRow {
  id: string;
  partnership_id: string;
  document_id: string;
  turn: number;
  written_by: Day;
  signed_by: Day;
  reason: string | null;
  organisation_id: string;
  set_at: Instant;
  example: boolean;
}

export interface PhaseTables {
  pledge_schedule: PledgeScheduleRow;
}
