// Reading in: a stream of readings becomes batches, each batch is written by one statement, and every line is accounted for. Nothing is ever
// removed because it was not in the file: an empty answer means that somebody answered nothing.
import { isKeepable } from "../../ground/keepable.ts";
import { type ImportProblem, type ImportReport, PROBLEMS_TOLD, shown } from "./import-report.ts";
import type { Imported } from "../observation.ts";

/** What came of one line. `withheld`: it could be read but is not to be kept here. */
export type Reading = {
  readonly incident?: Imported;
  readonly withheld?: boolean;
  readonly problems: readonly ImportProblem[];
};

/** Writes a batch keyed by source and foreign id; what was neither added nor changed stood there already. */
export type Land = (batch: readonly Imported[]) => Promise<{ readonly added: number; readonly changed: number }>;

export type Importing = {
  readonly land: Land;
  /** Which of what was read belongs here; what does not is counted as outside. */
  readonly keep?: (incident: Imported) => boolean;
  /** Told after every batch: lines read so far. */
  readonly onProgress?: (read: number) => void;
  readonly batchSize?: number;
};

export async function importAll(readings: AsyncIterable<Reading>, means: Importing): Promise<ImportReport> {
  const { land, keep = () => true, onProgress, batchSize = 1000 } = means;
  const sum = { read: 0, added: 0, changed: 0, outside: 0, unreadable: 0 };
  const problems: ImportProblem[] = [];
  let batch = new Map<string, Imported>();
  const flush = async () => {
    if (batch.size === 0) return;
    const landed = await land([...batch.values()]);
    sum.added += landed.added;
    sum.changed += landed.changed;
    batch = new Map();
    onProgress?.(sum.read);
  };
  for await (const reading of readings) {
    sum.read += 1;
    const {
      incident,
      withheld,
      problems: told,
    } = isKeepable(reading.incident) ? reading : unkeepable(reading, sum.read);
    if (problems.length < PROBLEMS_TOLD) problems.push(...told.slice(0, PROBLEMS_TOLD - problems.length));
    if (incident === undefined && withheld !== true) sum.unreadable += 1;
    else if (incident === undefined || !keep(incident)) sum.outside += 1;
    else {
      // The same thing twice in one file is a correction: what came first is written first.
      if (batch.has(incident.foreignId)) await flush();
      batch.set(incident.foreignId, incident);
      if (batch.size >= batchSize) await flush();
    }
  }
  await flush();
  const same = sum.read - sum.added - sum.changed - sum.outside - sum.unreadable;
  return { ...sum, same, problems };
}

/** One line that no database can hold does not take the whole file with it. */
function unkeepable({ incident }: Reading, line: number): Reading {
  return { problems: [{ line, read: shown(incident?.text), expected: "text-in-one-encoding" }] };
}
