import type { Day, Instant } from "../ground/time.ts";
import type { JsonColumn, Preset } from "../partnership/tables.ts";
import type { PrioritiseDatabase } from "../prioritise/tables.ts";
import type { ConsultationTables } from "./consultation/tables.ts";
import type { AmendmentKind } from "./amendments/amendment.ts";
import type { Content } from "./document.ts";
import type { DraftingTables } from "./drafting/tables.ts";
import type { Closing, State } from "./lifecycle.ts";
import type { LogKind } from "./logged.ts";
import type { OwnerTables } from "./owners/tables.ts";
import type { PaperTables } from "./paper/tables.ts";
import type { PhaseTables } from "./phases/tables.ts";
import type { PublicationTables } from "./publication/tables.ts";
import type { RenderingTables } from "./renderings/tables.ts";
import type { RenewalTables } from "./renewal/tables.ts";
import type { Mandate, Means, SigningParty } from "./signature.ts";
import type { Target } from "./target.ts";

export interface PledgeDocumentRow {
  id: string;
  partnership_id: string;
  slug: string;
  title: string;
  /** `dropped` was laid down before it was published: no store reads it as a promise. */
  state: State | "dropped";
  content: JsonColumn<Content>;
  /** The canonical text, byte for byte what is signed. */
  content_text: string;
  content_hash: string;
  revision: number;
  valid_from: Day | null;
  valid_to: Day | null;
  predecessor_id: string | null;
  /** Of a change: which text it changes, of what kind it is, and the promise they all are changes of. */
  amends_id: string | null;
  amends_kind: AmendmentKind | null;
  original_id: string | null;
  proposed_at: Instant | null;
  signed_at: Instant | null;
  publish_asked_by: string | null;
  publish_asked_organisation_id: string | null;
  publish_asked_at: Instant | null;
  published_at: Instant | null;
  closed_at: Instant | null;
  closing: Closing | null;
  changed_at: Instant;
  changed_by_organisation_id: string | null;
  example: Preset<boolean>;
}

/** A text that was taken back, or a promise that was laid down, and why. The database does it as this is written. */
export interface PledgeTakenBackRow {
  id: string;
  partnership_id: string;
  document_id: string;
  kind: "back" | "dropped";
  revision: number;
  content_hash: string;
  reason: string;
  organisation_id: string;
  taken_back_at: Instant;
  example: boolean;
}

/** A proposed document's activities as rows, so that what is done can point at what was promised. */
export interface PledgeActivityRow {
  id: string;
  partnership_id: string;
  document_id: string;
  pledge_id: string;
  pledge_order: number;
  number: string;
  text: string;
  owner: "joint" | "municipality" | "police" | "other";
  organisation_id: string | null;
  unit: string | null;
  accepted: boolean;
  target: JsonColumn<Target | null> | null;
  valid_from: Day;
  valid_to: Day;
  /** From when it is promised no more, where a change took it out. */
  withdrawn_on: Day | null;
  example: Preset<boolean>;
}

export interface PledgeSignatureRow {
  id: string;
  partnership_id: string;
  document_id: string;
  party: SigningParty;
  organisation_id: string;
  mandate: JsonColumn<Mandate<SigningParty>>;
  content_hash: string;
  signed_at: Instant;
  means: JsonColumn<Means>;
}

export interface PledgeMandateRow {
  id: string;
  partnership_id: string;
  organisation_id: string;
  person_id: string;
  party: SigningParty;
  office: string;
  acting: boolean;
  decided_by: string;
  valid_from: Day;
  valid_to: Day | null;
  /** Ended before its day; `valid_to` is the day it ends instead. */
  ended_at: Preset<Instant | null>;
  ended_by_organisation_id: Preset<string | null>;
  example: Preset<boolean>;
}

/** A question to a key, for one text and one person, answered once. */
export interface PledgeSigningRow {
  id: string;
  partnership_id: string;
  document_id: string;
  person_id: string;
  content_hash: string;
  nonce: string;
  expires_at: Instant;
}

/** An entry of the promises' log, written by the database itself. */
export interface PledgeLogEntryRow {
  index: number;
  kind: LogKind;
  partnership_id: string;
  document_id: string;
  subject_id: string;
  leaf: string;
}

export interface PledgeLogNodeRow {
  level: number;
  index: number;
  hash: Uint8Array;
}

export interface PledgeLogKeyRow {
  only_one: Preset<boolean>;
  private_key: Uint8Array;
  public_key: Uint8Array;
  made_at: Instant;
}

/** A time stamp of the log's head, kept beside the checkpoint it is of. */
export interface PledgeLogStampRow {
  size: number;
  checkpoint: string;
  token: Uint8Array;
  stamped_at: Instant;
  service: string;
}

export interface PledgeTables {
  pledge_document: PledgeDocumentRow;
  pledge_taken_back: PledgeTakenBackRow;
  pledge_activity: PledgeActivityRow;
  pledge_signature: PledgeSignatureRow;
  pledge_mandate: PledgeMandateRow;
  pledge_signing: PledgeSigningRow;
  pledge_log_entry: PledgeLogEntryRow;
  pledge_log_node: PledgeLogNodeRow;
  pledge_log_key: PledgeLogKeyRow;
  pledge_log_stamp: PledgeLogStampRow;
}

export type PledgeDatabase = PrioritiseDatabase &
  PledgeTables &
  OwnerTables &
  PublicationTables &
  RenderingTables &
  PaperTables &
  RenewalTables &
  ConsultationTables &
  DraftingTables &
  PhaseTables;
