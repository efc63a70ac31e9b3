import type { Qualifier } from "../ground/count.ts";
import type { Floors } from "../ground/fewest.ts";
import type { PlaceKind, Position } from "../ground/place.ts";
import type { Day, Instant, When } from "../ground/time.ts";
import type { JsonColumn, PartnershipDatabase, Preset } from "../partnership/tables.ts";
import type { CampaignsTables } from "./campaigns/tables.ts";
import type { DialogueCounts, LadderLevel } from "./dialogue.ts";
import type { ImportTables } from "./imports/tables.ts";
import type { HearingTables } from "./hearings/tables.ts";
import type { AnswerKind, ObservationKind, Precision, Sharing, SpotManager } from "./observation.ts";
import type { Reference, Reliability, SampleType, SecrecyClass, SourceKind } from "./source.ts";
import type { HeardTables } from "./heard/tables.ts";
import type { SeriesTables } from "./series/tables.ts";
import type { TonguesTables } from "./tongues/tables.ts";
import type { TrafficTables } from "./traffic/tables.ts";
import type { PrivacyTables } from "./privacy/tables.ts";
import type { Heads, Light, Season, Walk, WalkTheme } from "./walk.ts";
import type { WeeklyTables } from "./weekly/tables.ts";
import type { XlsFormTables } from "./xlsform/tables.ts";
import type { WalkDeskTables } from "./walks/tables.ts";

export interface SourceRow {
  id: string;
  partnership_id: string;
  slug: string;
  kind: SourceKind;
  owner_organisation_id: string;
  name: string;
  method: string;
  sample_type: SampleType;
  reliability: Reliability;
  secrecy_class: SecrecyClass;
  caveat: string;
  reference: JsonColumn<Reference | null> | null;
  created_at: Instant;
  registry_number: Preset<string | null>;
  secrecy_mark: Preset<string | null>;
  seen_when_shared: Preset<boolean>;
  example: Preset<boolean>;
}

export interface WalkRow {
  id: string;
  partnership_id: string;
  source_id: string;
  slug: string;
  title: string;
  village: string;
  series: string | null;
  starts_at: Instant;
  ends_at: Instant;
  meeting_point: string;
  light: Light;
  season: Season;
  weather: Preset<string>;
  theme: WalkTheme;
  route: JsonColumn<readonly Position[]>;
  participants: JsonColumn<Heads>;
  functions: readonly string[];
  state: Walk["state"];
  walked_at: Instant | null;
  protocol_at: Instant | null;
  published_at: Instant | null;
  complemented_at: Preset<Instant | null>;
  registry_number: string | null;
  open_to_all: Preset<boolean>;
  revision: Preset<number>;
  cancelled_at: Preset<Instant | null>;
  cancelled_reason: Preset<string | null>;
  example: Preset<boolean>;
}

export interface WalkStopRow {
  id: string;
  walk_id: string;
  partnership_id: string;
  number: number;
  name: string;
  lon: number | null;
  lat: number | null;
  question: string;
  /** When it was taken out of the walk; notes that were made there still point at it. */
  removed_at: Preset<Instant | null>;
}

export interface DialogueRow {
  id: string;
  partnership_id: string;
  source_id: string;
  slug: string;
  title: string;
  held_from: Day;
  held_to: Day;
  method: string;
  ladder_level: LadderLevel;
  sample_type: SampleType;
  can_influence: string;
  cannot_influence: string;
  invited: number | null;
  answered: JsonColumn<DialogueCounts>;
  example: Preset<boolean>;
}

export interface DialogueThemeRow {
  id: string;
  dialogue_id: string;
  partnership_id: string;
  theme: string;
  category: string;
  count: number;
  qualifier: Qualifier;
  quote: Preset<string>;
}

/** Where, flattened: a `Place` as columns (place-columns.ts turns one into the other). */
export interface PlaceColumns {
  place_kind: PlaceKind;
  /** Degrees, WGS 84; only where the place is a point or a segment (its middle). */
  lon: number | null;
  lat: number | null;
  accuracy_metres: number | null;
  /** H3 cell, resolution 9; only where there is a position. */
  h3: string | null;
  place_name: string | null;
  /** Municipality (four digits) or county (two). */
  place_code: string | null;
  geometry: JsonColumn<readonly Position[] | readonly (readonly Position[])[] | null> | null;
}

/** When, flattened: a `When` as columns. */
export interface WhenColumns {
  when_kind: When["kind"];
  happened_from: Instant | null;
  happened_to: Instant | null;
  recurrence: JsonColumn<Omit<Extract<When, { kind: "recurring" }>, "kind"> | null> | null;
  precision: Precision;
}

export interface ObservationRow extends PlaceColumns, WhenColumns {
  id: string;
  partnership_id: string;
  source_id: string;
  owner_organisation_id: string;
  walk_id: string | null;
  stop_id: string | null;
  kind: ObservationKind;
  /** A key of category.ts. */
  category: string;
  text: string;
  consequence: Preset<string>;
  proposal: Preset<string>;
  spot_manager: SpotManager;
  agreed: number | null;
  severity: number | null;
  sharing: Sharing;
  foreign_id: string | null;
  foreign: JsonColumn<Readonly<Record<string, unknown>> | null> | null;
  published_at: Instant | null;
  seen_at: Instant | null;
  /** Several happenings in one text: never count it as one. */
  bundle: Preset<boolean>;
  fingerprint: string | null;
  /** The reading that wrote what it says now. */
  import_id: Preset<string | null>;
  revision: Preset<number>;
  noted_at: Instant;
  received_at: Instant;
  noted_by: string | null;
  /** Who sent what another had noted and handed over. */
  handed_over_by: Preset<string | null>;
  /** The latest change of a phone's that has been taken in, by the phone's own count. */
  written: Preset<number | null>;
  withdrawn_at: Instant | null;
  withdrawn_reason: string | null;
  wished_sharing: Preset<Sharing | null>;
  reviewed_revision: Preset<number | null>;
  /** When its words went by rule; where, when and what it was of stay. */
  disposed_at: Preset<Instant | null>;
  example: Preset<boolean>;
}

export interface ObservationRevisionRow {
  id: Preset<string>;
  observation_id: string;
  partnership_id: string;
  revision: number;
  body: JsonColumn<Readonly<Record<string, unknown>>>;
  fingerprint: string;
  replaced_at: Instant;
  replaced_by: string | null;
  import_id: Preset<string | null>;
  body_import_id: Preset<string | null>;
  seen_at: Preset<Instant | null>;
}

/** A row of a walk's established protocol, with what became of it. */
export interface ProtocolRowRow {
  id: string;
  walk_id: string;
  partnership_id: string;
  observation_id: string;
  number: number;
  kind: ObservationKind;
  category: string;
  place_name: string;
  text: string;
  proposal: Preset<string>;
  spot_manager: SpotManager;
  answer_kind: AnswerKind | null;
  answer_reason: Preset<string>;
  answer_when: Preset<string>;
  answered_at: Instant | null;
  waits: Preset<boolean>;
  example: Preset<boolean>;
}

export interface PhotoRow {
  id: string;
  partnership_id: string;
  observation_id: string;
  sha256: string;
  width: number;
  height: number;
  bytes: number;
  alt: string;
  taken_in_at: Instant;
  example: Preset<boolean>;
}

/** What has come of a photo that is being sent piece by piece; gone when it is whole. */
export interface PhotoPieceRow {
  photo_id: string;
  partnership_id: string;
  observation_id: string;
  sent_by: string;
  piece_from: number;
  bytes: Uint8Array;
  taken_in_at: Instant;
}

export interface MeasurementRow extends PlaceColumns {
  id: string;
  partnership_id: string;
  source_id: string;
  name: string;
  unit: string;
  value: number;
  low: number | null;
  high: number | null;
  n: number | null;
  from_day: Day;
  to_day: Day;
  caveat: string;
  withdrawn_at: Preset<Instant | null>;
  withdrawn_reason: Preset<string | null>;
  example: Preset<boolean>;
}

/** Sent by a resident with what is left of a theme, or with a complaint about traffic; `covered_on` is when somebody has looked. */
export interface SentPhotoRow {
  id: string;
  partnership_id: string;
  owner_organisation_id: string;
  dispute_id: string | null;
  handed_in_id: string | null;
  complaint_id: string | null;
  jpeg: Uint8Array;
  width: number;
  height: number;
  covered_on: Day | null;
}

/** The right of a phone to send what a person noted on a walk, without that person. */
export interface SendingRightRow {
  id: string;
  partnership_id: string;
  walk_id: string;
  person_id: string;
  secret_hash: string;
  given_at: Instant;
  expires_at: Instant;
  ended_at: Instant | null;
  ended_by: string | null;
}

/** What one party has asked the other to agree on: how coarsely strangers are told numbers. */
export interface FloorProposalRow extends Floors {
  id: string;
  partnership_id: string;
  reason: string;
  asked_for: string;
  asked_by: string;
  asked_at: Instant;
  state: Preset<"asked" | "agreed" | "declined">;
  answered_for: Preset<string | null>;
  answered_by: Preset<string | null>;
  answered_at: Preset<Instant | null>;
  answer: Preset<string>;
  from_day: Preset<Day | null>;
}

export interface CollectTables extends HeardTables, PrivacyTables, ImportTables {
  source: SourceRow;
  walk: WalkRow;
  walk_stop: WalkStopRow;
  dialogue: DialogueRow;
  dialogue_theme: DialogueThemeRow;
  observation: ObservationRow;
  observation_revision: ObservationRevisionRow;
  protocol_row: ProtocolRowRow;
  photo: PhotoRow;
  photo_piece: PhotoPieceRow;
  measurement: MeasurementRow;
  sent_photo: SentPhotoRow;
  sending_right: SendingRightRow;
  floor_proposal: FloorProposalRow;
}

export type CollectDatabase = PartnershipDatabase &
  CollectTables &
  CampaignsTables &
  HearingTables &
  WeeklyTables &
  XlsFormTables &
  TonguesTables &
  TrafficTables &
  SeriesTables &
  WalkDeskTables;
