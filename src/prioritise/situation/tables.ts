import type { Day, Instant } from "../../ground/time.ts";
import type { JsonColumn, Preset } from "../../partnership/tables.ts";
import type { Chapter } from "./chapters.ts";
import type { FigureKind, Frozen } from "./figure.ts";
import type { Voice } from "./report.ts";
import type { ReportState } from "./report-state.ts";

export interface SituationReportRow {
  id: string;
  partnership_id: string;
  slug: string;
  from_day: Day;
  to_day: Day;
  former_id: string | null;
  state: ReportState;
  begun_at: Instant;
  adopted_on: Day | null;
  adopted_by: string | null;
  registry_number: string | null;
  content_hash: string | null;
  adopted_at: Instant | null;
  aside_at: Instant | null;
  aside_reason: string | null;
  aside_by_organisation_id: string | null;
  example: Preset<boolean>;
}

/** A wording of a chapter. Written once, never changed. */
export interface SituationPieceRow {
  id: string;
  partnership_id: string;
  report_id: string;
  chapter: Chapter;
  voice: Voice;
  organisation_id: string | null;
  text: string;
  version: number;
  carried: Preset<boolean>;
  written_at: Instant;
  written_by_organisation_id: string;
  example: Preset<boolean>;
}

export interface SituationFigureRow {
  id: string;
  partnership_id: string;
  report_id: string;
  chapter: Chapter;
  kind: FigureKind;
  caption: string;
  frozen: JsonColumn<Frozen["frozen"]>;
  hash: string;
  taken_at: Instant;
  taken_by_organisation_id: string;
  example: Preset<boolean>;
}

/** A party's yes to that strangers read it. */
export interface SituationToldRow {
  report_id: string;
  organisation_id: string;
  partnership_id: string;
  agreed_at: Instant;
  example: Preset<boolean>;
}

export interface SituationTables {
  situation_report: SituationReportRow;
  situation_piece: SituationPieceRow;
  situation_figure: SituationFigureRow;
  situation_told: SituationToldRow;
}
