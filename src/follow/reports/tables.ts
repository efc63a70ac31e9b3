import type { Day, Instant } from "../../ground/time.ts";
import type { JsonColumn, Preset } from "../../partnership/tables.ts";
import type { PublishingKey } from "../../pledge/publication/publishing.ts";
import type { Mandate, Means, SigningParty } from "../../pledge/signature.ts";
import type { Figures, PeriodReport, Status, Voice } from "./report.ts";
import type { Channel, Reach } from "./telling.ts";

export interface PeriodReportRow {
  id: string;
  partnership_id: string;
  document_id: string;
  slug: string;
  from_day: Day;
  to_day: Day;
  drafted_at: Instant;
  version: Preset<number>;
  state: PeriodReport["state"];
  published_at: Instant | null;
  /** What is signed and published, byte for byte what the promises' log has the hash of; null before, and where it was published before there was one. */
  content_text: Preset<string | null>;
  content_hash: Preset<string | null>;
  /** When its figures were taken. */
  frozen_at: Preset<Instant | null>;
  example: Preset<boolean>;
}

export interface ActivityAssessmentRow {
  report_id: string;
  partnership_id: string;
  activity_id: string;
  status: Status;
  preset: Status;
  explanation: string;
  figures: JsonColumn<Figures>;
  output: string;
  outcome: string;
  experience: string;
  example: Preset<boolean>;
}

export interface ReportTextRow {
  report_id: string;
  partnership_id: string;
  voice: Voice;
  organisation_id: string | null;
  text: string;
  written_at: Instant;
  handed_in_at: Preset<Instant | null>;
  example: Preset<boolean>;
}

/** By a click, as reports were let out before they were signed. */
export interface ReportApprovalRow {
  report_id: string;
  partnership_id: string;
  organisation_id: string;
  person_id: string;
  title: string;
  version: number;
  at: Instant;
  example: Preset<boolean>;
}

export interface ReportViewRow {
  report_id: string;
  partnership_id: string;
  activity_id: string;
  party: SigningParty;
  organisation_id: string;
  status: Status;
  explanation: string;
  example: Preset<boolean>;
}

export interface ReportTellingRow {
  id: string;
  report_id: string;
  partnership_id: string;
  on_day: Day;
  channel: Channel;
  audience: string;
  reach: Reach;
  organisation_id: string;
  noted_at: Instant;
  struck_at: Preset<Instant | null>;
  struck_reason: Preset<string | null>;
  example: Preset<boolean>;
}

export interface ReportSignatureRow {
  id: string;
  report_id: string;
  partnership_id: string;
  version: number;
  party: SigningParty;
  organisation_id: string;
  mandate: JsonColumn<Mandate<SigningParty>>;
  content_hash: string;
  signed_at: Instant;
  means: JsonColumn<Means>;
  example: Preset<boolean>;
}

export interface ReportPublishingRow {
  id: string;
  report_id: string;
  partnership_id: string;
  version: number;
  party: SigningParty;
  organisation_id: string;
  person_id: string;
  content_hash: string;
  pressed_at: Instant;
  means: JsonColumn<PublishingKey["means"]>;
}

/** One organisation's part, let out while the other's is waited for. */
export interface ReportPartRow {
  report_id: string;
  partnership_id: string;
  party: SigningParty;
  organisation_id: string;
  content_text: string;
  published_at: Instant;
  example: Preset<boolean>;
}

export interface ReportsTables {
  report_part: ReportPartRow;
  period_report: PeriodReportRow;
  activity_assessment: ActivityAssessmentRow;
  report_text: ReportTextRow;
  report_approval: ReportApprovalRow;
  report_view: ReportViewRow;
  report_telling: ReportTellingRow;
  report_signature: ReportSignatureRow;
  report_publishing: ReportPublishingRow;
}
