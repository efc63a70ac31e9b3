import type { Day, Instant } from "../ground/time.ts";
import type { ActDatabase } from "../act/tables.ts";
import type { Preset } from "../partnership/tables.ts";
import type { ActionPlanTables } from "./actionplans/tables.ts";
import type { HandOverTables } from "./handover/tables.ts";
import type { IndicatorTables } from "./indicators/tables.ts";
import type { ReportsTables } from "./reports/tables.ts";

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
  statutory_decision: StatutoryDecisionRow;
}

export type FollowDatabase = ActDatabase &
  FollowTables &
  ActionPlanTables &
  HandOverTables &
  IndicatorTables &
  ReportsTables;
