import type { Role } from "../../ground/party.ts";
import type { Day, Instant } from "../../ground/time.ts";
import type { Preset } from "../../partnership/tables.ts";

export interface HandOverRow {
  id: string;
  partnership_id: string;
  organisation_id: string;
  leaver_id: string;
  role: Role;
  successor_id: string | null;
  invitation_id: string | null;
  last_day: Day;
  planned_at: Instant;
  called_off_at: Preset<Instant | null>;
  ended_at: Preset<Instant | null>;
  taken_at: Preset<Instant | null>;
  fallen_at: Preset<Instant | null>;
}

export interface HandOverNoteRow {
  partnership_id: string;
  organisation_id: string;
  row_key: string;
  about: string;
  note: string;
  office: string;
  gone_through_on: Day;
}

export interface HandOverTables {
  hand_over: HandOverRow;
  hand_over_note: HandOverNoteRow;
}
