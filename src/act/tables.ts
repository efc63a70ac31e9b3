import type { Qualifier } from "../ground/count.ts";
import type { Place } from "../ground/place.ts";
import type { Day, Instant } from "../ground/time.ts";
import type { JsonColumn, Preset } from "../partnership/tables.ts";
import type { PledgeDatabase } from "../pledge/tables.ts";
import type { Cause } from "./deviation.ts";
import type { CalendarTables } from "./calendar/tables.ts";
import type { ForumTables } from "./forums/tables.ts";
import type { FaultTables } from "./faults/tables.ts";
import type { ActionItemTables } from "./items/tables.ts";
import type { Occasion, OccasionSource, Output } from "./occasion.ts";

export interface OccasionRow {
  id: string;
  partnership_id: string;
  activity_id: string;
  organisation_id: string;
  unit_name: string;
  on_day: Day;
  count_value: number;
  count_qualifier: Qualifier;
  counted: string;
  toward_target: boolean;
  place: JsonColumn<Place>;
  note: string;
  source: OccasionSource;
  logged_at: Instant;
  logged_by: string | null;
  state: Occasion["state"];
  struck_at: Instant | null;
  struck_reason: string | null;
  corrects: string | null;
  example: Preset<boolean>;
}

export interface OccasionOutputRow {
  id: string;
  partnership_id: string;
  organisation_id: string;
  occasion_id: string;
  parent_id: string | null;
  position: number;
  what: string;
  count_value: number;
  count_qualifier: Qualifier;
  relation: Output["relation"];
  example: Preset<boolean>;
}

export interface DeviationRow {
  id: string;
  partnership_id: string;
  activity_id: string;
  organisation_id: string;
  unit_name: string;
  on_day: Day;
  cause: Cause;
  sentence: string;
  new_day: Day | null;
  no_new_day_because: string | null;
  noted_at: Instant;
  noted_by: string | null;
  struck_at: Preset<Instant | null>;
  struck_reason: Preset<string | null>;
  example: Preset<boolean>;
}

export interface ActTables {
  occasion: OccasionRow;
  occasion_output: OccasionOutputRow;
  deviation: DeviationRow;
}

export type ActDatabase = PledgeDatabase & ActTables & ActionItemTables & FaultTables & CalendarTables & ForumTables;
