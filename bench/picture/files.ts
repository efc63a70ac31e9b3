// From a file to a store, and what the whole process holds afterwards: each in a process of its own, so that nothing else is counted.
import { spawnSync } from "node:child_process";
import { closeSync, createReadStream, openSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { csvStore } from "../../src/picture/columns/csv-store.ts";
import { csvReader } from "../../src/picture/columns/csv-bytes.ts";
import { explore } from "../../src/picture/columns/explore.ts";
import { EVERYTHING } from "../../src/picture/columns/question.ts";
import { csvOf, type Made } from "./events.ts";
import { type Row, timingOf } from "./measure.ts";

const COLUMNS = { lon: "lon", lat: "lat", time: "time", category: "category" };

type Told = { readonly read: number; readonly store: number; readonly total: number; readonly residentBytes: number };

/** What the process of its own does: makes the store once and says what the process holds, then reads the file three times. */
async function told(path: string): Promise<Told> {
  const each = async (feed: (chunk: Uint8Array) => void) => {
    for await (const chunk of createReadStream(path, { highWaterMark: 2 ** 20 })) feed(chunk as Uint8Array);
  };
  const begun = performance.now();
  const reading = csvStore({ columns: COLUMNS });
  await each(reading.feed);
  const { store } = reading.end();
  const made = performance.now() - begun;
  for (let turn = 0; turn < 5; turn++) {
    (globalThis as { gc?: () => void }).gc?.();
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  const residentBytes = process.memoryUsage.rss();
  const { total } = explore(store, EVERYTHING);
  const reads: number[] = [];
  for (let run = 0; run < 3; run++) {
    const begun = performance.now();
    const reader = csvReader({ columns: COLUMNS, onBlock: () => undefined });
    await each(reader.feed);
    reader.end();
    reads.push(performance.now() - begun);
  }
  return { read: timingOf(reads).median, store: made, total, residentBytes };
}

/** Rows of the file of these events. */
export function fileRows(made: Made, say: (row: Row) => void): void {
  const path = join(tmpdir(), `samsyn-bench-${process.pid}.csv`);
  try {
    const file = openSync(path, "w");
    for (const piece of csvOf(made)) writeSync(file, piece);
    closeSync(file);
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      ["--expose-gc", "--max-old-space-size=8192", "--import", "tsx", fileURLToPath(import.meta.url), path],
      { encoding: "utf8", cwd: fileURLToPath(new URL("../..", import.meta.url)) },
    );
    if (status !== 0) throw new Error(stderr);
    const { read, store, total, residentBytes } = JSON.parse(stdout) as Told;
    if (total !== made.n) throw new Error(`${total} of ${made.n} events came through the file`);
    const row = (job: string, goal: string, value: number, unit?: string) =>
      say({
        job,
        events: made.n,
        ours: timingOf([value]),
        goal,
        answer: String(total),
        ...(unit === undefined ? {} : { unit }),
      });
    row("CSV read into columns, 1 core", `${made.n / 1e7} s, aim ${(0.7 * made.n) / 1e7} s`, read);
    row("CSV to a store in order, 1 core", "-", store);
    row("resident bytes an event, the whole process", "40 B, aim 27 B", residentBytes / made.n, "B");
  } finally {
    rmSync(path, { force: true });
  }
}

const [, script, asked] = process.argv;
if (script === fileURLToPath(import.meta.url) && asked !== undefined)
  process.stdout.write(JSON.stringify(await told(asked)));
