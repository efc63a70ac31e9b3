// A copy of everything in one file that either engine can take in: gzip of JSON lines. First what it is, then each table's rows as text in the order of its columns, each
// table ended by its count, last a fingerprint of all that went before. Engine-independent, so it is also the way from the embedded database to PostgreSQL.
import { createHash } from "node:crypto";
import { once } from "node:events";
import { constants, createReadStream, createWriteStream } from "node:fs";
import { access, open, rename, rm } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { createInterface } from "node:readline";
import { PassThrough } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip, createGzip } from "node:zlib";
import { sql } from "kysely";
import type { AnyTransaction } from "../house.ts";
import type { Database } from "./database.ts";
import { DamagedBackup } from "./errors.ts";
import { migrate, migrationFiles, migrationsDone } from "./migrate.ts";

const FORMAT = "samsyn-backup-1";
const BATCH = 200;
const PAGE = 1000;

type Column = { readonly name: string; readonly type: string };
type Line =
  | {
      readonly format: typeof FORMAT;
      readonly migrations: readonly string[];
      readonly heads: Readonly<Record<string, string>>;
    }
  | { readonly table: string; readonly columns: readonly Column[] }
  | readonly (string | null)[]
  | { readonly endOf: string; readonly rows: number }
  | { readonly end: true; readonly sha256: string };

export type Copied = {
  readonly tables: number;
  readonly rows: number;
  readonly heads: Readonly<Record<string, string>>;
};

/** Writes a copy of the whole database as it is at one moment. Written beside and renamed, so that a file with the name is a whole one, and readable by its owner only. */
export async function backup(
  database: Database,
  file: string,
  onProgress: (rows: number) => void = () => {},
): Promise<Copied> {
  await access(dirname(resolve(file)), constants.W_OK);
  const migrations = [...(await migrationsDone(database)).keys()].toSorted();
  const beside = `${file}.unfinished`;
  const packed = new PassThrough();
  const writing = pipeline(packed, createGzip(), createWriteStream(beside, { mode: 0o600 }));
  // Whoever waits for it is told; until then a full disk must not end the process.
  writing.catch(() => {});
  const hash = createHash("sha256");
  const put = async (line: Line) => {
    const text = `${JSON.stringify(line)}\n`;
    hash.update(text);
    // A database larger than the memory must get through: what the disk has not taken yet is waited for.
    if (!packed.write(text)) await Promise.race([once(packed, "drain"), writing]);
  };
  try {
    const copied = await database.asOwner(async (given) => {
      const tx = given as AnyTransaction;
      await sql`set transaction isolation level repeatable read read only`.execute(tx);
      await seeEverything(tx);
      const heads = await headsOf(tx);
      await put({ format: FORMAT, migrations, heads });
      const tables = await tablesOf(tx);
      let rows = 0;
      for (const table of tables) rows += await copyOut(tx, table, put, (more) => onProgress(rows + more));
      return { tables: tables.length, rows, heads };
    });
    packed.end(`${JSON.stringify({ end: true, sha256: hash.digest("hex") } satisfies Line)}\n`);
    await writing;
    const written = await open(beside, "r");
    await written.sync();
    await written.close();
    await rename(beside, file);
    return copied;
  } catch (error) {
    packed.destroy();
    await writing.catch(() => {});
    await rm(beside, { force: true });
    throw error;
  }
}

async function copyOut(
  tx: AnyTransaction,
  table: string,
  put: (line: Line) => Promise<void>,
  onProgress: (rows: number) => void,
): Promise<number> {
  const columns = await columnsOf(tx, table);
  await put({ table, columns });
  const asText = sql.join(columns.map(({ name }) => sql`${sql.ref(name)}::text`));
  await sql`declare copied no scroll cursor for select array[${asText}] as values from ${sql.table(table)}`.execute(tx);
  let rows = 0;
  for (;;) {
    const page = await sql<{ values: (string | null)[] }>`fetch ${sql.lit(PAGE)} from copied`.execute(tx);
    for (const { values } of page.rows) await put(values);
    rows += page.rows.length;
    onProgress(rows);
    if (page.rows.length < PAGE) break;
  }
  await sql`close copied`.execute(tx);
  await put({ endOf: table, rows });
  return rows;
}

/**
 * Fills an empty database from a copy, and compares counts and the log's heads with what was copied. An older copy is put where it was made, before
 * the migrations that came later, which then change its rows as they would have changed the database it is a copy of.
 * @param migrations the folder of all there are
 * @param check looks at what has been filled in before it is kept, and throws when it is not as it should be
 * @throws DamagedBackup saying what is wrong: not a copy, cut off, changed, made by a newer version, the database is not empty or has gone further than
 * the copy. Nothing is filled in then.
 */
export async function restore(
  file: string,
  database: Database,
  migrations: URL | string,
  onProgress: (rows: number) => void = () => {},
  check: (tx: AnyTransaction) => Promise<void> = async () => {},
): Promise<Copied> {
  const about = await readThrough(file);
  const known = await migrationFiles(migrations);
  const newer = about.migrations.find((name) => !known.includes(name));
  if (newer !== undefined)
    throw new DamagedBackup(
      `Säkerhetskopian är gjord med en nyare version (${newer}). Installera den först. / The copy was made by a newer version (${newer}). Install that first.`,
    );
  await database.asOwner(async (tx) => {
    await refuseUnlessEmpty(tx as AnyTransaction);
  });
  const further = [...(await migrationsDone(database)).keys()].find((name) => !about.migrations.includes(name));
  if (further !== undefined)
    throw new DamagedBackup(
      `Databasen är redan förberedd för en nyare version än kopian (${further}). Lägg kopian i en ny databas eller datamapp som ingen har startat Samsyn på; den förs fram till den nya versionen av sig själv. / The database is prepared for a newer version than the copy's (${further}). Restore into a new database or data directory where Samsyn has not been started; it is brought forward by itself.`,
    );
  await migrate(database, migrations, about.migrations.at(-1));
  const restored = await fill(file, database, about.heads, { onProgress, check });
  await migrate(database, migrations);
  return restored;
}

/** All in one transaction. */
async function fill(
  file: string,
  database: Database,
  expected: Readonly<Record<string, string>>,
  { onProgress, check }: { onProgress: (rows: number) => void; check: (tx: AnyTransaction) => Promise<void> },
): Promise<Copied> {
  return database.asOwner(async (given) => {
    const tx = given as AnyTransaction;
    await refuseUnlessEmpty(tx);
    // An owner who is held to the rules about rows (who is not a superuser) would not see all that it puts in.
    const forced = await forcedOf(tx);
    for (const table of forced) await sql`alter table ${sql.table(table)} no force row level security`.execute(tx);
    // Rows point at rows that come later in the file: the checks wait until all are there.
    const links = await foreignKeysOf(tx);
    for (const { table, name } of links)
      await sql`alter table ${sql.table(table)} alter constraint ${sql.ref(name)} deferrable initially deferred`.execute(
        tx,
      );
    // What is put back has been through them: a role that was held when something was done may have ended since.
    const all = await sql<{
      name: string;
    }>`select tablename as name from pg_tables where schemaname = 'public'`.execute(tx);
    for (const { name } of all.rows) await sql`alter table ${sql.table(name)} disable trigger user`.execute(tx);
    const copied = await copyIn(tx, file, onProgress);
    await sql`set constraints all immediate`.execute(tx);
    for (const { table, name } of links)
      await sql`alter table ${sql.table(table)} alter constraint ${sql.ref(name)} not deferrable`.execute(tx);
    for (const { name } of all.rows) await sql`alter table ${sql.table(name)} enable trigger user`.execute(tx);
    for (const table of forced) await sql`alter table ${sql.table(table)} force row level security`.execute(tx);
    await seeEverything(tx);
    const heads = await headsOf(tx);
    const loose = await sql`select 1 from event_head h
      where h.seq > 0 and not exists (select 1 from event e where e.chain = h.chain and e.seq = h.seq and e.hash = h.hash)`.execute(
      tx,
    );
    if (loose.rows.length > 0 || JSON.stringify(heads) !== JSON.stringify(expected))
      throw new DamagedBackup(
        "Loggens topp stämmer inte med kopians. Inget är ändrat. / The head of the log differs from the copy's. Nothing was changed.",
      );
    await check(tx);
    return { ...copied, heads };
  });
}

async function copyIn(
  tx: AnyTransaction,
  file: string,
  onProgress: (rows: number) => void,
): Promise<{ tables: number; rows: number }> {
  let table = "";
  let columns: readonly Column[] = [];
  let batch: (readonly (string | null)[])[] = [];
  let [tables, rows] = [0, 0];
  const flush = async () => {
    if (batch.length === 0) return;
    const values = batch.map(
      (row) => sql`(${sql.join(row.map((value, place) => sql`${value}::text::${sql.raw(columns[place]!.type)}`))})`,
    );
    await sql`insert into ${sql.table(table)} (${sql.join(columns.map(({ name }) => sql.ref(name)))}) values ${sql.join(values)}`.execute(
      tx,
    );
    rows += batch.length;
    onProgress(rows);
    batch = [];
  };
  for await (const line of linesOf(file)) {
    if (Array.isArray(line)) {
      batch.push(line as readonly (string | null)[]);
      if (batch.length === BATCH) await flush();
    } else if ("table" in line) {
      ({ table, columns } = line);
      tables += 1;
    } else if ("endOf" in line) {
      await flush();
      const counted = await sql<{ rows: number }>`select count(*) as rows from ${sql.table(table)}`.execute(tx);
      if (counted.rows[0]?.rows !== line.rows)
        throw new DamagedBackup(
          `Antalet rader i ${table} stämmer inte med kopians (${line.rows}). Inget är ändrat. / The number of rows in ${table} differs from the copy's. Nothing was changed.`,
        );
    }
  }
  return { tables, rows };
}

/** Reads the whole file once before anything is written: whole, unchanged, of our format. */
async function readThrough(
  file: string,
): Promise<{ migrations: readonly string[]; heads: Readonly<Record<string, string>> }> {
  const damaged = (why: string, english: string) =>
    new DamagedBackup(`${file}: ${why} Inget är ändrat. / ${english} Nothing was changed.`);
  const hash = createHash("sha256");
  let about: { migrations: readonly string[]; heads: Readonly<Record<string, string>> } | undefined;
  let ended = false;
  try {
    for await (const { text, line } of rawLinesOf(file)) {
      if (about === undefined) {
        if (Array.isArray(line) || !("format" in line) || line.format !== FORMAT)
          throw damaged("det här är ingen säkerhetskopia från Samsyn.", "this is not a copy made by Samsyn.");
        about = { migrations: line.migrations, heads: line.heads };
      }
      if (!Array.isArray(line) && "end" in line) {
        if (line.sha256 !== hash.digest("hex"))
          throw damaged(
            "innehållet har ändrats sedan kopian gjordes.",
            "the content has changed since the copy was made.",
          );
        ended = true;
      } else hash.update(`${text}\n`);
    }
  } catch (error) {
    if (error instanceof DamagedBackup) throw error;
    if ((error as NodeJS.ErrnoException).code === "ENOENT")
      throw damaged("filen finns inte.", "there is no such file.");
    throw damaged("filen går inte att läsa som en säkerhetskopia.", "the file cannot be read as a copy.");
  }
  if (about === undefined || !ended)
    throw damaged("kopian är avbruten, slutet saknas.", "the copy is cut off, its end is missing.");
  return about;
}

async function* rawLinesOf(file: string): AsyncGenerator<{ text: string; line: Line }> {
  const source = createReadStream(file);
  const unpacked = source.pipe(createGunzip());
  source.on("error", (error) => unpacked.destroy(error));
  for await (const text of createInterface({ input: unpacked, crlfDelay: Number.POSITIVE_INFINITY }))
    yield { text, line: JSON.parse(text) as Line };
}

async function* linesOf(file: string): AsyncGenerator<Line> {
  for await (const { line } of rawLinesOf(file)) yield line;
}

/** The rows of everybody, also where the owner of the database is held to the rules about rows. For the rest of the transaction. */
async function seeEverything(tx: AnyTransaction): Promise<void> {
  await sql`set local role samsyn_system`.execute(tx);
}

async function refuseUnlessEmpty(tx: AnyTransaction): Promise<void> {
  const tables = await tablesOf(tx);
  if (tables.length === 0) return;
  await seeEverything(tx);
  for (const table of tables) {
    const there = await sql`select 1 from ${sql.table(table)} limit 1`.execute(tx);
    if (there.rows.length > 0)
      throw new DamagedBackup(
        `Databasen är inte tom (${table}). En kopia läggs bara i en tom databas, så att inget skrivs över. / The database is not empty (${table}). Nothing was changed.`,
      );
  }
  await sql`reset role`.execute(tx);
}

async function forcedOf(tx: AnyTransaction): Promise<string[]> {
  const { rows } = await sql<{
    name: string;
  }>`select relname as name from pg_class where relforcerowsecurity and relnamespace = 'public'::regnamespace`.execute(
    tx,
  );
  return rows.map(({ name }) => name);
}

/** Every table of ours except the list of migrations, which the target has already. Observations last: what they point at is asked when they are put in. */
async function tablesOf(tx: AnyTransaction): Promise<string[]> {
  const { rows } = await sql<{
    name: string;
  }>`select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace and relname <> 'migration' order by relname = 'observation', relname`.execute(
    tx,
  );
  return rows.map(({ name }) => name);
}

async function columnsOf(tx: AnyTransaction, table: string): Promise<Column[]> {
  const { rows } = await sql<Column>`select attname as name, format_type(atttypid, atttypmod) as type from pg_attribute
    where attrelid = ${table}::text::regclass and attnum > 0 and not attisdropped and attgenerated = '' order by attnum`.execute(
    tx,
  );
  return [...rows];
}

async function foreignKeysOf(tx: AnyTransaction): Promise<{ table: string; name: string }[]> {
  const { rows } = await sql<{
    table: string;
    name: string;
  }>`select conrelid::regclass::text as "table", conname as name from pg_constraint
    where contype = 'f' and connamespace = 'public'::regnamespace`.execute(tx);
  return [...rows];
}

async function headsOf(tx: AnyTransaction): Promise<Record<string, string>> {
  const { rows } = await sql<{
    chain: string;
    head: string;
  }>`select chain, seq || ':' || encode(hash, 'hex') as head from event_head order by chain collate "C"`.execute(tx);
  return Object.fromEntries(rows.map(({ chain, head }) => [chain, head]));
}
