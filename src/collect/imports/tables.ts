import type { Instant } from "../../ground/time.ts";
import type { JsonColumn, Preset } from "../../partnership/tables.ts";
import type { ImportKind, ImportProblem, ImportState } from "./import-report.ts";

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
  read: number;
  added: number;
  changed: number;
  same: number;
  outside: number;
  unreadable: number;
  problems: JsonColumn<readonly ImportProblem[]>;
}

/** A batch as it lies beside `observation` before it is written: temporary, and gone with the transaction. */
export interface ImportItemRow {
  what: string;
}

export interface ImportTables {
  import_run: ImportRunRow;
  import_item: ImportItemRow;
}
