import type { Instant } from "../../ground/time.ts";
import type { JsonColumn, Preset } from "../../partnership/tables.ts";
import type { ReportFault, ReportState } from "./fault-report.ts";
import type { Chosen, SystemFault } from "./fault-system.ts";
import type { FaultType, Format } from "./geo-report.ts";

export interface FaultSystemRow {
  partnership_id: string;
  organisation_id: string;
  address: string;
  jurisdiction: string;
  has_key: boolean;
  set_at: Instant;
  format: Preset<Format | null>;
  types: JsonColumn<readonly FaultType[]>;
  types_at: Preset<Instant | null>;
  asked_at: Preset<Instant | null>;
  fault: Preset<SystemFault | null>;
  chosen: JsonColumn<readonly Chosen[]>;
}

export interface FaultSystemSecretRow {
  partnership_id: string;
  key: string;
}

export interface FaultReportRow {
  id: string;
  partnership_id: string;
  row_id: string | null;
  proposal_id: string | null;
  organisation_id: string;
  office: string;
  sent_by: string | null;
  asked_at: Instant;
  type_code: string;
  type_name: string;
  text: string;
  place: string;
  lon: number | null;
  lat: number | null;
  state: Preset<ReportState>;
  attempts: Preset<number>;
  attempts_settled: Preset<number>;
  next_try: Instant;
  tried_at: Preset<Instant | null>;
  sent_to: string;
  sent_jurisdiction: string;
  fault: Preset<ReportFault | null>;
  status: Preset<number | null>;
  said: Preset<string>;
  ticket: Preset<string | null>;
  case_number: Preset<string | null>;
  closed_at: Preset<Instant | null>;
  looked_at: Preset<Instant | null>;
  next_look: Preset<Instant | null>;
  example: Preset<boolean>;
}

export interface FaultTables {
  fault_system: FaultSystemRow;
  fault_system_secret: FaultSystemSecretRow;
  fault_report: FaultReportRow;
}
