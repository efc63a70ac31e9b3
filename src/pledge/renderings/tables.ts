import type { Lang } from "../../ground/words.ts";
import type { Instant } from "../../ground/time.ts";
import type { JsonColumn, Preset } from "../../partnership/tables.ts";
import type { Found, Place } from "./drift.ts";
import type { Channel, Form } from "./rendering.ts";

export interface PledgeHandedOutRow {
  id: string;
  partnership_id: string;
  document_id: string;
  content_hash: string;
  channel: Channel;
  form: Form;
  lang: Lang;
  /** The very bytes. */
  body: Uint8Array;
  hash: string;
  handed_at: Instant;
  handed_by: string;
  organisation_id: string;
  example: Preset<boolean>;
}

export interface PledgeDriftCheckRow {
  id: string;
  partnership_id: string;
  document_id: string;
  content_hash: string;
  place: Place;
  address: string;
  fetched: boolean;
  items: JsonColumn<readonly Found[]>;
  same: number;
  changed: number;
  missing: number;
  added: number;
  checked_at: Instant;
  checked_by: string;
  organisation_id: string;
  example: Preset<boolean>;
}

export interface RenderingTables {
  pledge_handed_out: PledgeHandedOutRow;
  pledge_drift_check: PledgeDriftCheckRow;
}
