import type { Preset } from "../../partnership/tables.ts";
import type { Day, Instant } from "../../ground/time.ts";
import type { HeardGroup } from "./heard.ts";

/** Residents of one group in one year. */
export interface PopulationGroupRow {
  partnership_id: string;
  year: number;
  group_key: HeardGroup;
  residents: number;
  source: string;
  recorded_at: Instant;
  example: Preset<boolean>;
  /** Out of a file of its source; null for what somebody typed. */
  file_id: Preset<string | null>;
}

/** One table as it was fetched from its source. */
export interface PopulationFileRow {
  id: string;
  partnership_id: string;
  year: number;
  source: string;
  table_id: string;
  contents: string;
  licence: string;
  updated_on: Day | null;
  retrieved_on: Day;
  taken_in_at: Instant;
}

/** Residents of one locality in one year. */
export interface PopulationLocalityRow {
  partnership_id: string;
  year: number;
  code: string;
  name: string;
  residents: number;
  file_id: string;
}

export interface HeardTables {
  population_group: PopulationGroupRow;
  population_file: PopulationFileRow;
  population_locality: PopulationLocalityRow;
}
