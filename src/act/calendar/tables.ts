import type { Day, Instant } from "../../ground/time.ts";
import type { Preset } from "../../partnership/tables.ts";
import type { TaskStage } from "./wheel.ts";

/** `unit` is null where it is of everything. */
export interface CalendarAddressRow {
  id: string;
  partnership_id: string;
  person_id: string;
  unit: string | null;
  secret_hash: string;
  made_at: Instant;
  last_read_on: Preset<Day | null>;
  ended_at: Preset<Instant | null>;
}

export interface YearTaskRow {
  id: string;
  partnership_id: string;
  month: number;
  text: string;
  stage: TaskStage;
  put_at: Instant;
  struck_at: Preset<Instant | null>;
  example: Preset<boolean>;
}

export interface YearTaskDoneRow {
  task_id: string;
  partnership_id: string;
  year: number;
  organisation_id: string;
  done_at: Instant;
}

export interface CalendarTables {
  calendar_address: CalendarAddressRow;
  year_task: YearTaskRow;
  year_task_done: YearTaskDoneRow;
}
