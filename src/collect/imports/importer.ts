// Reading in: a stream of readings becomes batches, each batch is written by one statement, and every line is accounted for. Nothing is ever
// removed because it was not in the file: an empty answer means that somebody answered nothing.
import { isKeepable } from "../../ground/keepable.ts";
import { type ImportProblem, type ImportReport, PROBLEMS_TOLD, shown } from "./import-report.ts";
import type { Imported } from "../observation.ts";

/** What is known again by a name of its own where it came from, with what was written in it. */
export type Landable = { readonly foreignId: string; readonly text: string };

/** What came of one line. `withheld`: it could be read but is not to be kept here. */
export type Reading<What extends Landable = Imported> = {
  readonly incident?: What;
  readonly withheld?: boolean;
  readonly problems: readonly ImportProblem[];
};

/** Writes a batch keyed by source and foreign id; what was neither added nor changed stood there already. */
export type Land<Item = Imported> = (batch: readonly Item[], soFar: SoFar) => Promise<Landed>;
export type Landed = { readonly added: number; readonly changed: number };
/** The lines up to and with a batch, for whoever keeps how far it has come. */
export type SoFar = Pick<ImportReport, "read" | "outside" | "unreadable" | "problems">;

export type Importing<What extends Landable, Item> = {
  /** What a thing is to be written as; asked while the batch before is being written. */
  readonly prepare: (incident: What) => Item;
  readonly land: Land<Item>;
  /** Which of what was read belongs here; what does not is counted as outside. */
  readonly keep?: (incident: What) => boolean;
  /** Told after every batch: lines read so far. */
  readonly onProgress?: (read: number) => void;
  readonly batchSize?: number;
  /** Lets the machine hear what else has come: what is in memory is read without a pause, and the database's answers would wait for it. */
  readonly pause?: () => Promise<void>;
  /** Where an earlier reading of the same file was cut off: what it had landed is read past, and its sums are gone on with. */
  readonly from?: ImportReport | undefined;
};

/** What a batch may hold: others are heard between two of them, and never more text than a small machine has room for. */
const BATCH_ROWS = 2000;
/** On a way where nobody waits in between: the larger the batch, the less a row costs. */
export const LARGE_BATCH = 10_000;
const BATCH_CHARACTERS = 8 * 1024 * 1024;
/** So many rows between two pauses. */
const ROWS_A_TURN = 100;
export const NOTHING_YET: ImportReport = {
  read: 0,
  added: 0,
  changed: 0,
  same: 0,
  outside: 0,
  unreadable: 0,
  problems: [],
};

/** While a batch is being written the next one is read; they are written in the order of the file. */
export async function importAll<What extends Landable, Item>(
  readings: AsyncIterable<Reading<What>>,
  means: Importing<What, Item>,
): Promise<ImportReport> {
  const { prepare, land, keep = () => true, onProgress, batchSize = BATCH_ROWS, pause, from = NOTHING_YET } = means;
  const sum = { read: 0, added: from.added, changed: from.changed, outside: from.outside, unreadable: from.unreadable };
  const problems = [...from.problems];
  let batch = new Map<string, Item>();
  let characters = 0;
  let landing = Promise.resolve();
  const write = async (full: readonly Item[], soFar: SoFar) => {
    const landed = await land(full, soFar);
    sum.added += landed.added;
    sum.changed += landed.changed;
    onProgress?.(soFar.read);
  };
  const flush = async () => {
    await landing;
    const { read, outside, unreadable } = sum;
    landing = write([...batch.values()], { read, outside, unreadable, problems: [...problems] });
    // Heard when the next one is written; until then a failure must not end the process.
    landing.catch(() => {});
    [batch, characters] = [new Map(), 0];
  };
  for await (const reading of readings) {
    // The same thing twice in one file is a correction: what came first is written first.
    const id = reading.incident?.foreignId;
    if ((id !== undefined && batch.has(id)) || batch.size >= batchSize || characters >= BATCH_CHARACTERS) await flush();
    sum.read += 1;
    if (sum.read % ROWS_A_TURN === 0) await pause?.();
    if (sum.read <= from.read) continue;
    const {
      incident,
      withheld,
      problems: told,
    } = isKeepable(reading.incident) ? reading : unkeepable(reading, sum.read);
    if (problems.length < PROBLEMS_TOLD) problems.push(...told.slice(0, PROBLEMS_TOLD - problems.length));
    if (incident === undefined && withheld !== true) sum.unreadable += 1;
    else if (incident === undefined || !keep(incident)) sum.outside += 1;
    else {
      batch.set(incident.foreignId, prepare(incident));
      characters += incident.text.length + 500;
    }
  }
  if (batch.size > 0) await flush();
  await landing;
  const same = sum.read - sum.added - sum.changed - sum.outside - sum.unreadable;
  return { ...sum, same, problems };
}

/** One line that no database can hold does not take the whole file with it. */
function unkeepable<What extends Landable>({ incident }: Reading<What>, line: number): Reading<What> {
  return { problems: [{ line, read: shown(incident?.text), expected: "text-in-one-encoding" }] };
}
