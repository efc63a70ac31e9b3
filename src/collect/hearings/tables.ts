import type { Day, Instant } from "../../ground/time.ts";
import type { JsonColumn, Preset } from "../../partnership/tables.ts";
import type { ActorKind, HeardTheme, Hearing, Reading } from "./hearing.ts";

export interface HearingRow {
  id: string;
  partnership_id: string;
  owner_organisation_id: string;
  form: Hearing["form"];
  actor_kind: ActorKind | null;
  area: string;
  held_on: Day;
  themes: JsonColumn<readonly HeardTheme[]>;
  does: string;
  wish_municipality: string;
  wish_police: string;
  promised: string;
  promised_by: Day | null;
  kept_on: Day | null;
  reading: Reading;
  asked: number | null;
  answered: number | null;
  texts: readonly string[];
  passage_ids: readonly string[];
  noted_at: Instant;
  revision: Preset<number>;
  revised_at: Preset<Instant | null>;
  theme_ids: Preset<readonly string[]>;
  disposed_at: Preset<Instant | null>;
  example: Preset<boolean>;
}

/** What it said before, to its own organisation only. */
export interface HearingRevisionRow {
  hearing_id: string;
  partnership_id: string;
  owner_organisation_id: string;
  revision: number;
  body: JsonColumn<unknown>;
  replaced_at: Instant;
  replaced_by: string;
}

export interface HearingAreaRow {
  partnership_id: string;
  owner_organisation_id: string;
  actor_kind: ActorKind;
  area: string;
  actors: number;
}

export interface HearingPassageRow {
  id: string;
  partnership_id: string;
  owner_organisation_id: string;
  to_organisation_id: string;
  actor_kind: ActorKind | null;
  area: string;
  shared_at: Instant;
  opened_at: Instant | null;
  withdrawn_at: Instant | null;
  example: Preset<boolean>;
}

/** Withheld from those it was released to until they open it. */
export interface HearingPassageTextRow {
  passage_id: string;
  partnership_id: string;
  text: string;
}

export interface HearingTables {
  hearing: HearingRow;
  hearing_revision: HearingRevisionRow;
  hearing_area: HearingAreaRow;
  hearing_passage: HearingPassageRow;
  hearing_passage_text: HearingPassageTextRow;
}
