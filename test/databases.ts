import { randomBytes } from "node:crypto";
import { cpSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, inject } from "vitest";
import type { Database } from "../src/platform/server/database/database.ts";
import { openDatabase } from "../src/platform/server/database/open.ts";
import { asAdministrator } from "./postgres.ts";

type Wanted = {
  readonly statementTimeoutMs?: number;
  /** With the demo in it, as it is on the day the test house opens (test/house.ts): a copy, which spares the seeding. */
  readonly demo?: boolean;
};

/** Makes a migrated database that nobody else uses; closed and removed when the file's tests are over. */
export type Fresh = (wanted?: Wanted) => Promise<Database>;

/** Runs the same suite on the embedded database and on a real PostgreSQL. Without a PostgreSQL its half is skipped, and told at the end. */
export function onBothEngines(name: string, define: (fresh: Fresh) => void): void {
  describe(`${name} on PGlite`, () => define(freshOn(freshPGlite)));
  describe.skipIf(inject("postgresUrl") === "")(`${name} on PostgreSQL`, () => define(freshOn(freshPostgres)));
}

/** The same from one engine to the other, both ways: what is written by the first is read by the second. */
export function acrossEngines(name: string, define: (from: Fresh, to: Fresh) => void): void {
  const without = inject("postgresUrl") === "";
  describe.skipIf(without)(`${name} from PGlite to PostgreSQL`, () =>
    define(freshOn(freshPGlite), freshOn(freshPostgres)),
  );
  describe.skipIf(without)(`${name} from PostgreSQL to PGlite`, () =>
    define(freshOn(freshPostgres), freshOn(freshPGlite)),
  );
}

type Made = { readonly database: Database; readonly remove: () => Promise<void> };

function freshOn(make: (wanted: Wanted) => Promise<Made>): Fresh {
  const made: Made[] = [];
  afterAll(async () => {
    for (const one of made) {
      await one.database.close().catch(() => {});
      await one.remove();
    }
  });
  return async (wanted = {}) => {
    const one = await make(wanted);
    made.push(one);
    return one.database;
  };
}

/** A data directory with a migrated database that nobody has open; whoever asks for it removes it. */
export async function freshDirectory({ demo = false }: { readonly demo?: boolean } = {}): Promise<string> {
  const dataDirectory = await mkdtemp(join(tmpdir(), "samsyn-test-"));
  // Of two thousand small files this takes a tenth of what the same takes file by file as promises.
  cpSync(inject(demo ? "pgliteDemo" : "pgliteTemplate"), dataDirectory, { recursive: true });
  return dataDirectory;
}

async function freshPGlite({ demo = false, ...options }: Wanted): Promise<Made> {
  const dataDirectory = await freshDirectory({ demo });
  return {
    database: await openDatabase({ dataDirectory, ...options }),
    remove: () => rm(dataDirectory, { recursive: true, force: true }),
  };
}

async function freshPostgres({ demo = false, ...options }: Wanted): Promise<Made> {
  const server = inject("postgresUrl");
  const name = `test_${randomBytes(6).toString("hex")}`;
  await asAdministrator(server, `create database ${name} template ${demo ? "samsyn_demo" : "samsyn_template"}`);
  const database = await openDatabase({ url: server.replace(/postgres$/, name), dataDirectory: undefined, ...options });
  return { database, remove: () => asAdministrator(server, `drop database if exists ${name} with (force)`) };
}
