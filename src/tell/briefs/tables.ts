import type { Day, Instant } from "../../ground/time.ts";
import type { JsonColumn, Preset } from "../../partnership/tables.ts";
import type { Brief, BriefKind, Length, Passages } from "./brief.ts";
import type { Facts } from "./facts.ts";

export interface BriefRow {
  id: string;
  partnership_id: string;
  organisation_id: string;
  kind: BriefKind;
  length: Length;
  state: Brief["state"];
  facts: JsonColumn<Facts>;
  taken_at: Instant;
  begun_at: Instant;
  registry_number: string;
  passages: JsonColumn<Passages>;
  settled_on: Day | null;
  settled_as: string | null;
  aside_reason: string | null;
  example: Preset<boolean>;
}

export interface BriefTables {
  brief: BriefRow;
}
