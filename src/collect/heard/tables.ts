import type { Preset } from "../../partnership/tables.ts";
import type { Instant } from "../../ground/time.ts";
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
}

export interface HeardTables {
  population_group: PopulationGroupRow;
}
