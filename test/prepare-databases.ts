// Before all tests: one migrated database of each engine, empty and with the demo in it, which every test file then copies.
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import type { Database } from "../src/platform/server/database/database.ts";
import { migrate } from "../src/platform/server/database/migrate.ts";
import { openDatabase } from "../src/platform/server/database/open.ts";
import { openTestHouse } from "./house.ts";
import { asAdministrator, startPostgres } from "./postgres.ts";
import { recordSkip } from "./shared-data.ts";

declare module "vitest" {
  export interface ProvidedContext {
    /** A directory with a migrated embedded database. */
    pgliteTemplate: string;
    /** The same with the demo in it. */
    pgliteDemo: string;
    /** The server whose databases `samsyn_template` and `samsyn_demo` are the same; empty when there is no PostgreSQL. */
    postgresUrl: string;
  }
}

export const MIGRATIONS = new URL("../migrations", import.meta.url);

export default async function prepare(project: TestProject) {
  const [template, demo] = [
    mkdtempSync(join(tmpdir(), "samsyn-template-")),
    mkdtempSync(join(tmpdir(), "samsyn-demo-")),
  ];
  await migrateAndClose(await openDatabase({ dataDirectory: template }));
  cpSync(template, demo, { recursive: true });
  await seedAndClose(await openDatabase({ dataDirectory: demo }));
  project.provide("pgliteTemplate", template);
  project.provide("pgliteDemo", demo);

  const postgres = await startPostgres();
  if ("missing" in postgres) {
    recordSkip(`PostgreSQL: ${postgres.missing}`);
    project.provide("postgresUrl", "");
  } else {
    const server = await openDatabase({ url: postgres.url, dataDirectory: undefined });
    await server.close();
    const named = (name: string) =>
      openDatabase({ url: postgres.url.replace(/postgres$/, name), dataDirectory: undefined });
    await asAdministrator(postgres.url, "create database samsyn_template");
    await migrateAndClose(await named("samsyn_template"));
    await asAdministrator(postgres.url, "create database samsyn_demo template samsyn_template");
    await seedAndClose(await named("samsyn_demo"));
    project.provide("postgresUrl", postgres.url);
  }
  return async () => {
    for (const directory of [template, demo]) rmSync(directory, { recursive: true, force: true });
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

/** The demo as every test house has it at first. */
async function seedAndClose(database: Database): Promise<void> {
  try {
    await (await openTestHouse(database, { seed: true })).close();
  } finally {
    await database.close();
  }
}
