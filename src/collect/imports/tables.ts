import type { Instant } from "../../ground/time.ts";
import type { JsonColumn, Preset } from "../../partnership/tables.ts";
import type { FileState, ImportKind, ImportProblem, ImportState } from "./import-report.ts";

export interface ImportRunRow {
  id: string;
  partnership_id: string;
  source_id: string;
  kind: ImportKind;
  file_name: string;
  mapping: JsonColumn<Readonly<Record<string, unknown>> | null> | null;
  started_at: Instant;
  /** While it runs: when it last came further. */
  finished_at: Instant;
  imported_by: string | null;
  state: Preset<ImportState>;
  checksum: string | null;
  undone_at: Preset<Instant | null>;
  undone_by: Preset<string | null>;
  removed: Preset<number>;
  put_back: Preset<number>;
  read: number;
  added: number;
  changed: number;
  same: number;
  outside: number;
  unreadable: number;
  problems: JsonColumn<readonly ImportProblem[]>;
}

/** A file that has been handed in and not been read in yet. */
export interface ImportFileRow {
  id: string;
  partnership_id: string;
  organisation_id: string;
  held_by: string;
  held_at: Instant;
  hash: string;
  file_name: string;
  bytes: number;
  state: Preset<FileState>;
  wish: JsonColumn<Readonly<Record<string, unknown>> | null> | null;
  tried_rows: Preset<number>;
  found: JsonColumn<Readonly<Record<string, unknown>> | null> | null;
  import_id: string | null;
}

/** A batch as it lies beside `observation` before it is written: temporary, and gone with the transaction. */
export interface ImportItemRow {
  what: string;
}

export interface ImportTables {
  import_run: ImportRunRow;
  import_file: ImportFileRow;
  import_item: ImportItemRow;
}
