import type { Day, Instant } from "../../ground/time.ts";
import type { JsonColumn, Preset } from "../../partnership/tables.ts";
import type { AreaKind } from "./area.ts";
import type { Absence, SeriesKind, SeriesProblem, Sex, Standing } from "./found.ts";
import type { Step } from "./period.ts";
import type { Areas, ReadingState } from "./reading.ts";

export interface SeriesReadingRow {
  id: string;
  partnership_id: string;
  number: number;
  source_id: string;
  organisation_id: string;
  kind: SeriesKind;
  file_name: string;
  checksum: string;
  retrieved_on: Day;
  as_of: Day;
  areas: Areas;
  read_at: Instant;
  read_by: string | null;
  state: Preset<ReadingState>;
  undone_at: Preset<Instant | null>;
  undone_by: Preset<string | null>;
  series: number;
  new_series: number;
  added: number;
  changed: number;
  same: number;
  older: number;
  absent: number;
  outside: number;
  unreadable: number;
  problems: JsonColumn<readonly SeriesProblem[]>;
  example: Preset<boolean>;
}

export interface SeriesRow {
  id: string;
  partnership_id: string;
  source_id: string;
  slug: string;
  foreign_key: string;
  name: string;
  unit: string;
  step: Step;
  area_kind: AreaKind;
  area_code: string;
  area_name: string;
  sex: Sex;
  part_of: string | null;
  caveat: string;
  licence: string;
  organisation_id: string;
  example: Preset<boolean>;
}

/** What one reading said of one period. */
export interface SeriesValueRow {
  series_id: string;
  partnership_id: string;
  reading_id: string;
  from_day: Day;
  to_day: Day;
  value: number | null;
  absent: Absence | null;
  mark: string;
  low: number | null;
  high: number | null;
  n: number | null;
  standing: Standing;
}

export interface SeriesBreakRow {
  id: string;
  partnership_id: string;
  source_id: string;
  foreign_key: string;
  on_day: Day;
  why: string;
  reading_id: string | null;
  organisation_id: string;
  noted_at: Instant;
  example: Preset<boolean>;
}

export interface SeriesTables {
  series_reading: SeriesReadingRow;
  series: SeriesRow;
  series_value: SeriesValueRow;
  series_break: SeriesBreakRow;
}
