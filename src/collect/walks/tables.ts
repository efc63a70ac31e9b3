import type { Instant } from "../../ground/time.ts";
import type { SpotManager } from "../observation.ts";

/** What the desk decided of a note on its way to the protocol. */
export interface ProtocolWorkRow {
  walk_id: string;
  observation_id: string;
  partnership_id: string;
  merged_into: string | null;
  text: string | null;
  proposal: string | null;
  place_name: string | null;
  spot_manager: SpotManager | null;
  reviewed_revision: number | null;
  reviewed_at: Instant | null;
  reviewed_by: string | null;
  changed_at: Instant;
}

/** A row of a paper sheet that has been typed in; without a note where it could not be read. */
export interface SheetRowRow {
  walk_id: string;
  partnership_id: string;
  sheet: number;
  number: number;
  observation_id: string | null;
  typed_at: Instant;
  typed_by: string | null;
}

export interface WalkDeskTables {
  protocol_work: ProtocolWorkRow;
  sheet_row: SheetRowRow;
}
