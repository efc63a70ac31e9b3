import type { Position } from "../../ground/place.ts";
import type { Day, Instant } from "../../ground/time.ts";
import type { JsonColumn, Preset } from "../../partnership/tables.ts";
import type { Part } from "./report.ts";
import type { Branch } from "./tree.ts";

export interface WeeklyTreeRow {
  partnership_id: string;
  name: string;
  branches: JsonColumn<readonly Branch[]>;
  changed_at: Instant;
}

export interface WeeklyReporterRow {
  id: string;
  partnership_id: string;
  organisation_id: string;
  person_id: string | null;
  role: string;
  area: string;
  places: JsonColumn<readonly { readonly name: string; readonly position?: Position | undefined }[]>;
  since: Day;
  ended_on: Day | null;
  example: Preset<boolean>;
}

export interface WeeklyAbsenceRow {
  id: string;
  partnership_id: string;
  reporter_id: string;
  from_day: Day;
  until_day: Day;
  example: Preset<boolean>;
}

export interface WeeklyReportRow {
  id: string;
  partnership_id: string;
  reporter_id: string;
  week: Day;
  events: number;
  written_at: Instant;
  received_at: Instant;
  example: Preset<boolean>;
}

export interface WeeklyEventRow {
  id: string;
  partnership_id: string;
  report_id: string;
  observation_id: string;
  part: Part;
  severity: number;
  example: Preset<boolean>;
}

export interface WeeklyAnswerRow {
  id: string;
  partnership_id: string;
  observation_id: string;
  organisation_id: string;
  text: string;
  on_day: Day;
  answered_at: Instant;
  disposed_at: Preset<Instant | null>;
  example: Preset<boolean>;
}

export interface WeeklyTables {
  weekly_tree: WeeklyTreeRow;
  weekly_reporter: WeeklyReporterRow;
  weekly_absence: WeeklyAbsenceRow;
  weekly_report: WeeklyReportRow;
  weekly_event: WeeklyEventRow;
  weekly_answer: WeeklyAnswerRow;
}
