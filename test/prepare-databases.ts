// Before all tests: one migrated database of each engine, which every test file then copies.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import type { Database } from "../src/platform/server/database/database.ts";
import { migrate } from "../src/platform/server/database/migrate.ts";
import { openDatabase } from "../src/platform/server/database/open.ts";
import { startPostgres } from "./postgres.ts";
import { recordSkip } from "./shared-data.ts";

declare module "vitest" {
  export interface ProvidedContext {
    /** A directory with a migrated embedded database. */
    pgliteTemplate: string;
    /** The server whose database `samsyn_template` is migrated; empty when there is no PostgreSQL. */
    postgresUrl: string;
  }
}

export const MIGRATIONS = new URL("../migrations", import.meta.url);

export default async function prepare(project: TestProject) {
  const template = mkdtempSync(join(tmpdir(), "samsyn-template-"));
  const embedded = await openDatabase({ dataDirectory: template });
  await migrateAndClose(embedded);
  project.provide("pgliteTemplate", template);

  const postgres = await startPostgres();
  if ("missing" in postgres) {
    recordSkip(`PostgreSQL: ${postgres.missing}`);
    project.provide("postgresUrl", "");
  } else {
    const server = await openDatabase({ url: postgres.url, dataDirectory: undefined });
    await server.close();
    const { Client } = (await import("pg")).default;
    const client = new Client({ connectionString: postgres.url });
    await client.connect();
    await client.query("create database samsyn_template");
    await client.end();
    const migrated = await openDatabase({
      url: postgres.url.replace(/postgres$/, "samsyn_template"),
      dataDirectory: undefined,
    });
    await migrateAndClose(migrated);
    project.provide("postgresUrl", postgres.url);
  }
  return async () => {
    rmSync(template, { recursive: true, force: true });
    if (!("missing" in postgres)) await postgres.stop();
  };
}

async function migrateAndClose(database: Database): Promise<void> {
  try {
    await migrate(database, MIGRATIONS);
  } finally {
    await database.close();
  }
}
