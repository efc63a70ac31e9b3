import type { Day, Instant } from "../ground/time.ts";
import type { ActDatabase } from "../act/tables.ts";
import type { JsonColumn, Preset } from "../partnership/tables.ts";
import type { IndicatorTables } from "./indicators/tables.ts";
import type { Figures, Status, Voice } from "./report.ts";

export interface PeriodReportRow {
  id: string;
  partnership_id: string;
  document_id: string;
  slug: string;
  from_day: Day;
  to_day: Day;
  drafted_at: Instant;
  version: Preset<number>;
  state: "draft" | "published";
  published_at: Instant | null;
  /** What was published, byte for byte what the promises' log has the hash of; null before, and where it was published before there was one. */
  content_text: Preset<string | null>;
  content_hash: Preset<string | null>;
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
  example: Preset<boolean>;
}

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

export interface StatutoryDecisionRow {
  id: string;
  partnership_id: string;
  organisation_id: string;
  kind: "situation-report" | "action-plan";
  decided_on: Day;
  registry_number: string;
  noted_at: Instant;
  body: Preset<string>;
  /** The office that noted it. */
  office: Preset<string>;
  /** The note it puts right, and why. */
  replaces: Preset<string | null>;
  reason: Preset<string | null>;
  example: Preset<boolean>;
}

export interface FollowTables {
  period_report: PeriodReportRow;
  activity_assessment: ActivityAssessmentRow;
  report_text: ReportTextRow;
  report_approval: ReportApprovalRow;
  statutory_decision: StatutoryDecisionRow;
}

export type FollowDatabase = ActDatabase & FollowTables & IndicatorTables;
