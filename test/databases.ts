import { randomBytes } from "node:crypto";
import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, describe, inject } from "vitest";
import type { Database } from "../src/platform/server/database/database.ts";
import { openDatabase } from "../src/platform/server/database/open.ts";

/** Makes a migrated database that nobody else uses; closed and removed when the file's tests are over. */
export type Fresh = (options?: { statementTimeoutMs?: number }) => Promise<Database>;

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

function freshOn(make: (options: { statementTimeoutMs?: number }) => Promise<Made>): Fresh {
  const made: Made[] = [];
  afterAll(async () => {
    for (const one of made) {
      await one.database.close().catch(() => {});
      await one.remove();
    }
  });
  return async (options = {}) => {
    const one = await make(options);
    made.push(one);
    return one.database;
  };
}

/** A data directory with a migrated database that nobody has open; whoever asks for it removes it. */
export async function freshDirectory(): Promise<string> {
  const dataDirectory = await mkdtemp(join(tmpdir(), "samsyn-test-"));
  await cp(inject("pgliteTemplate"), dataDirectory, { recursive: true, mode: 0 });
  return dataDirectory;
}

async function freshPGlite(options: { statementTimeoutMs?: number }): Promise<Made> {
  const dataDirectory = await freshDirectory();
  return {
    database: await openDatabase({ dataDirectory, ...options }),
    remove: () => rm(dataDirectory, { recursive: true, force: true }),
  };
}

async function freshPostgres(options: { statementTimeoutMs?: number }): Promise<Made> {
  const server = inject("postgresUrl");
  const name = `test_${randomBytes(6).toString("hex")}`;
  await asAdministrator(server, `create database ${name} template samsyn_template`);
  const database = await openDatabase({ url: server.replace(/postgres$/, name), dataDirectory: undefined, ...options });
  return { database, remove: () => asAdministrator(server, `drop database if exists ${name} with (force)`) };
}

/** One statement on the server as its superuser. */
export async function asAdministrator(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
