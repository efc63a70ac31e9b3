import type { JsonColumn, Preset } from "../../partnership/tables.ts";

/** What a reading of filled-in forms counts on its dialogue's sheet of groups, and has counted. */
export interface ImportGroupsRow {
  import_id: string;
  campaign_id: string;
  partnership_id: string;
  counts: JsonColumn<Readonly<Record<string, number>>>;
  counted: Preset<boolean>;
}

export interface XlsFormTables {
  import_groups: ImportGroupsRow;
}
