import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { sql } from "kysely";
import type { Database } from "./database.ts";
import { ChangedMigration, NewerDatabase, OlderHost } from "./errors.ts";

export type Migrated = { readonly applied: readonly string[]; readonly already: number };

/** The lock every Samsyn that migrates takes; an arbitrary number, the same everywhere. */
const LOCK = 7_265_001;

/**
 * Runs the migrations that have not run, in order, each in a transaction of its own, one Samsyn at a time. Forward only.
 * Beside a running Samsyn nothing is changed under its feet.
 * @param until the last one that is to run; all of them when it is left out
 * @throws OlderHost when that would be needed; ChangedMigration when a file that has run is no longer the same; NewerDatabase when the database knows more than we do.
 */
export async function migrate(database: Database, folder: URL | string, until?: string): Promise<Migrated> {
  const path = typeof folder === "string" ? folder : fileURLToPath(folder);
  const names = await migrationFiles(folder);
  const files = await Promise.all(
    names.map(async (name) => {
      const text = await readFile(`${path}/${name}`, "utf8");
      return { name, text, sha256: createHash("sha256").update(text).digest("hex") };
    }),
  );
  const applied: string[] = [];
  for (const file of files.filter(({ name }) => until === undefined || name <= until))
    if (await applyOnce(database, file, names)) applied.push(file.name);
  return { applied, already: names.length - applied.length };
}

/** The names of the migrations this program knows, in order. */
export async function migrationFiles(folder: URL | string): Promise<string[]> {
  return (await readdir(folder)).filter((name) => /^\d{4}_[a-z0-9_]+\.sql$/.test(name)).toSorted();
}

async function applyOnce(
  database: Database,
  file: { name: string; text: string; sha256: string },
  known: readonly string[],
): Promise<boolean> {
  const done = await migrationsDone(database);
  const stranger = [...done.keys()].find((name) => !known.includes(name));
  if (stranger !== undefined) throw new NewerDatabase(stranger);
  const before = done.get(file.name);
  if (before !== undefined) {
    if (before !== file.sha256) throw new ChangedMigration(file.name);
    return false;
  }
  if (database.isGuest) throw new OlderHost(file.name);
  // The lock, the look and the work are one transaction: whoever waited finds the migration done by somebody else and does nothing.
  await database.script(`
    select pg_advisory_xact_lock(${LOCK});
    create table if not exists migration (name text primary key, sha256 text not null, applied_at timestamptz not null default now());
    do $migrate$ begin
      if not exists (select 1 from migration where name = '${file.name}') then
        execute ${quoted(file.text)};
        insert into migration (name, sha256) values ('${file.name}', '${file.sha256}');
      end if;
    end $migrate$;
  `);
  return true;
}

/** The name and fingerprint of every migration that has run. */
export async function migrationsDone(database: Database): Promise<Map<string, string>> {
  return database.asOwner(async (tx) => {
    const there = await sql<{ there: boolean }>`select to_regclass('public.migration') is not null as there`.execute(
      tx,
    );
    if (there.rows[0]?.there !== true) return new Map<string, string>();
    const { rows } = await sql<{ name: string; sha256: string }>`select name, sha256 from migration`.execute(tx);
    return new Map(rows.map(({ name, sha256 }) => [name, sha256]));
  });
}

/** A dollar-quoted literal with a tag that the text does not hold. */
function quoted(text: string): string {
  let tag = "sql";
  while (text.includes(`$${tag}$`)) tag += "x";
  return `$${tag}$${text}$${tag}$`;
}
