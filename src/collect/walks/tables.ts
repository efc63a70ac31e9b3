import type { Day, Instant } from "../../ground/time.ts";
import type { SpotManager } from "../observation.ts";
import type { JsonColumn, Preset } from "../../partnership/tables.ts";
import type { Heads } from "../walk.ts";
import type { Addressee } from "./letter.ts";
import type { PointReply } from "./point.ts";

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
  disposed_at: Preset<Instant | null>;
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

/** The meetings before and after, and how many have said that they will come. */
export interface WalkArrangementRow {
  walk_id: string;
  partnership_id: string;
  premeeting_at: Instant | null;
  aftermeeting_at: Instant | null;
  meeting_place: string;
  registered: number;
  changed_at: Instant;
}

/** The points of one manager, sent to them. */
export interface WalkLetterRow {
  walk_id: string;
  partnership_id: string;
  spot_manager: Addressee;
  points: number;
  sent_at: Instant;
  reply_by: Day;
  sent_by: string | null;
}

/** What a unit said of a point it has been sent. */
export interface PointReplyRow {
  row_id: string;
  partnership_id: string;
  organisation_id: string;
  unit: string;
  kind: PointReply["kind"];
  text: string;
  may_be: Addressee | null;
  replied_at: Instant;
  replied_by: string | null;
}

/** What one group of a walk counted when it came back. */
export interface WalkHeadsRow {
  walk_id: string;
  partnership_id: string;
  group_id: string;
  heads: JsonColumn<Heads>;
  weather: string;
  functions: readonly string[];
  written: number | null;
  told_at: Instant;
  told_by: string | null;
}

/** How many more notes of the walk a phone said that it held, with the last one it sent. */
export interface PhoneHoldingRow {
  walk_id: string;
  partnership_id: string;
  device_id: string;
  told_by: string;
  waiting: number;
  told_at: Instant;
}

export interface WalkDeskTables {
  point_reply: PointReplyRow;
  walk_arrangement: WalkArrangementRow;
  walk_letter: WalkLetterRow;
  phone_holding: PhoneHoldingRow;
  walk_heads: WalkHeadsRow;
  protocol_work: ProtocolWorkRow;
  sheet_row: SheetRowRow;
}
