// How fast a large file of events is read in, end to end: parsed, checked, placed in cells, written with its indexes. Beside it, at the same moment, a
// bare COPY of the same rows into a table without any index, which is as fast as the engine takes text at all. Run:
//   npx tsx bench/import/run.ts [--rows 10000,727269,5000000] [--engine pglite|postgres] [--out bench/results/import.json]
// What is kept lies beside what was kept before, an engine and a number of rows each; --keep is --out with that name.
import {
  createReadStream,
  createWriteStream,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { sql, type Transaction } from "kysely";
import { textOf, type Told, unpacked } from "../../src/collect/imports/bytes.ts";
import { readEvents } from "../../src/collect/imports/event-rows.ts";
import { LARGE_BATCH } from "../../src/collect/imports/importer.ts";
import { mappingField } from "../../src/collect/imports/mapping.ts";
import { importInPieces, type Transacting } from "../../src/collect/imports/routes.ts";
import type { FileBytes } from "../../src/collect/imports/zip.ts";
import type { CollectDatabase } from "../../src/collect/tables.ts";
import type { Instant } from "../../src/ground/time.ts";
import { copyInto } from "../../src/platform/server/database/copy.ts";
import type { Database } from "../../src/platform/server/database/database.ts";
import { migrate } from "../../src/platform/server/database/migrate.ts";
import { openDatabase } from "../../src/platform/server/database/open.ts";
import { newId } from "../../src/platform/server/secrets.ts";
import { startPostgres } from "../../test/postgres.ts";
import { founded } from "../../test/two-parties.ts";
import { machine } from "../picture/measure.ts";

const argument = (name: string, otherwise: string) => {
  const place = process.argv.indexOf(`--${name}`);
  return place < 0 ? otherwise : process.argv[place + 1]!;
};
const sizes = argument("rows", "727269").split(",").map(Number);
const engines = argument("engine", "both") === "both" ? ["pglite", "postgres"] : [argument("engine", "")];
/** So many rows are in the file. */
const WHOLE = 727_269;
const FILE = argument("file", "../shared/data/points/police-uk-2018-10_2018-11.csv.gz");
const MAPPING = mappingField.parse({
  time: { kind: "month", column: "month", format: "yyyy-MM" },
  place: { kind: "position", lon: "lon", lat: "lat", name: "lsoa_code" },
  category: { column: "crime_type", values: { "anti-social behaviour": "disorder.other", burglary: "theft.burglary" } },
});

/** The first rows of the file, or the file over and over. */
async function* rowsOfFile(wanted: number): AsyncGenerator<string> {
  let given = -1;
  for (let round = 0; given < wanted; round++) {
    const told: Told = { whole: true, encoding: "utf-8" };
    let rest = "";
    let isFirst = true;
    for await (const text of textOf(unpacked(createReadStream(FILE) as AsyncIterable<Uint8Array>, told), told)) {
      const lines = (rest + text).split("\n");
      rest = lines.pop()!;
      if (isFirst && round > 0) lines.shift();
      isFirst = false;
      const taken = lines.slice(0, wanted - given);
      given += taken.length;
      if (taken.length > 0) yield `${taken.join("\n")}\n`;
      if (given >= wanted) return;
    }
  }
}

/** The file itself, packed as it came, where it holds as many rows as are asked for; else so many of its rows, again and again, in a file that is not packed. */
async function fileOf(rows: number, folder: string): Promise<FileBytes> {
  if (rows === WHOLE) return onDisk(FILE);
  const path = join(folder, "rows.csv");
  if (!existsSync(path)) await pipeline(Readable.from(rowsOfFile(rows)), createWriteStream(path));
  return onDisk(path);
}

function onDisk(path: string): FileBytes {
  const { size } = statSync(path);
  return { size, bytes: () => createReadStream(path) as AsyncIterable<Uint8Array> };
}

/** The same rows by COPY alone, as text, into a table without indexes. */
async function copied(database: Database, rows: number): Promise<number> {
  return database.transaction<CollectDatabase, number>({ as: "system" }, async (tx) => {
    const columns = ["month", "force", "lon", "lat", "lsoa_code", "crime_type", "last_outcome"];
    await sql`create temporary table bare (month text, force text, lon text, lat text, lsoa_code text, crime_type text, last_outcome text) on commit drop`.execute(
      tx,
    );
    const started = performance.now();
    let isFirst = true;
    for await (const text of rowsOfFile(rows)) {
      const lines = isFirst ? text.slice(text.indexOf("\n") + 1) : text;
      isFirst = false;
      await copyInto(tx, "bare", columns, lines.replaceAll(",", "\t"));
    }
    return performance.now() - started;
  });
}

async function measured(database: Database, rows: number, folder: string) {
  const file = await fileOf(rows, folder);
  const { ids, source } = await founded(database);
  const at = "2026-11-24T09:00:00.000Z" as Instant;
  const transacting: Transacting = <T>(work: (tx: Transaction<CollectDatabase>) => Promise<T>) =>
    database.transaction<CollectDatabase, T>({ as: "system" }, work);
  const before = process.memoryUsage();
  let [peak, heap] = [0, 0];
  const watching = setInterval(() => {
    const now = process.memoryUsage();
    peak = Math.max(peak, now.rss);
    heap = Math.max(heap, now.heapUsed + now.arrayBuffers);
  }, 50);
  const copyCpu = process.cpuUsage();
  const copy = await copied(database, rows);
  const copyWork = workSince(copyCpu);
  peak = 0;
  const [started, cpu] = [performance.now(), process.cpuUsage()];
  const run = await importInPieces(transacting, {
    kind: "csv",
    fileName: "bench.csv",
    mapping: MAPPING,
    partnershipId: ids.partnership,
    source,
    area: "country",
    file,
    known: { checksum: "0".repeat(64) },
    at,
    now: () => at,
    by: undefined,
    batchSize: LARGE_BATCH,
    newId: () => newId(Date.now()),
  });
  const took = performance.now() - started;
  const work = workSince(cpu);
  clearInterval(watching);
  const parsing = performance.now();
  let parsed = 0;
  for await (const _reading of readEvents(file, MAPPING)) parsed += 1;
  const parse = performance.now() - parsing;
  const per = (ms: number) => Math.round((rows / ms) * 1000);
  const megabytes = (bytes: number) => Math.round(bytes / 1024 / 1024);
  return {
    engine: database.engine,
    rows: run.added,
    rowsPerSecond: per(took),
    copyRowsPerSecond: per(copy),
    timesAsLongAsCopy: Number((took / copy).toFixed(2)),
    // What a busy machine does not blur: the processor's time of this process, which with PGlite is the database's as well.
    cpuMicrosecondsARow: Number(((work * 1000) / rows).toFixed(1)),
    copyCpuMicrosecondsARow: Number(((copyWork * 1000) / rows).toFixed(1)),
    parseRowsPerSecond: Math.round((parsed / parse) * 1000),
    residentMegabytes: megabytes(peak),
    residentBeforeMegabytes: megabytes(before.rss),
    readersOwnMegabytes: megabytes(heap),
  };
}

function workSince(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

type Measured = Awaited<ReturnType<typeof measured>>;

/** One reading into an empty database of its own; undefined where the engine is not on this machine. */
async function once(engine: string, rows: number): Promise<Measured | undefined> {
  const folder = mkdtempSync(join(tmpdir(), "samsyn-bench-import-"));
  const postgres = engine === "postgres" ? await startPostgres({ durable: true }) : undefined;
  try {
    if (postgres !== undefined && "missing" in postgres) {
      console.warn(`postgres: ${postgres.missing}`);
      return undefined;
    }
    const database = await openDatabase(
      postgres === undefined
        ? { dataDirectory: join(folder, "pglite"), statementTimeoutMs: 120_000 }
        : { url: postgres.url, dataDirectory: undefined, statementTimeoutMs: 120_000 },
    );
    await migrate(database, new URL("../../migrations", import.meta.url));
    const result = await measured(database, rows, folder);
    await database.close();
    return result;
  } finally {
    if (postgres !== undefined && "url" in postgres) await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

const results: Measured[] = [];
for (const rows of sizes) {
  for (const engine of engines) {
    const result = await once(engine, rows);
    if (result === undefined) continue;
    console.log(JSON.stringify(result));
    results.push(result);
  }
}
const out = argument("out", process.argv.includes("--keep") ? "bench/results/import.json" : "");
if (out !== "") {
  const before = existsSync(out) ? (JSON.parse(readFileSync(out, "utf8")) as { results: Measured[] }).results : [];
  const isAgain = (one: Measured) => results.some(({ engine, rows }) => engine === one.engine && rows === one.rows);
  const all = [...before.filter((one) => !isAgain(one)), ...results].toSorted(
    (a, b) => a.engine.localeCompare(b.engine) || a.rows - b.rows,
  );
  writeFileSync(out, `${JSON.stringify({ machine: machine(), results: all }, undefined, 2)}\n`);
}
