import { spawn } from "node:child_process";
import { cpSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { describe, expect, inject, test } from "vitest";
import { startPostgres } from "../../../../test/postgres.ts";
import { recordSkip } from "../../../../test/shared-data.ts";
import type { AnyTransaction } from "../house.ts";
import { brokenAt, type EventRow } from "./chain.ts";
import type { Database } from "./database.ts";
import { migrate } from "./migrate.ts";
import { openDatabase } from "./open.ts";

/** Kills for each engine; the long run is SAMSYN_KILLS=200. */
const KILLS = Number(process.env["SAMSYN_KILLS"] ?? 8);
const WRITER = new URL("../../../../test/kill/writer.ts", import.meta.url).pathname;
const POWER_LOSS = new URL("../../../../test/kill/power-loss.cjs", import.meta.url).pathname;
const MIGRATIONS = new URL("../../../../migrations", import.meta.url);

/** Repeatable waiting times: a kill that finds something can be made again. */
function* waits(seed: number): Generator<number> {
  for (let state = seed; ;) {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    yield 5 + (state % 180);
  }
}

async function expectAllThere(database: Database, acknowledged: readonly string[]): Promise<void> {
  const { events, jobs } = await database.asOwner(async (tx) => ({
    events: (
      await sql<EventRow>`select * from event where chain = 'platform' order by seq`.execute(tx as AnyTransaction)
    ).rows,
    jobs: (await sql<{ id: string }>`select id from job`.execute(tx as AnyTransaction)).rows,
  }));
  const there = new Set(events.map(({ id }) => id));
  const queued = new Set(jobs.map(({ id }) => id));
  expect(acknowledged.filter((id) => !there.has(id) || !queued.has(id))).toEqual([]);
  // Nothing half: every entry has its job, every job its entry, and the chain is whole.
  expect([...there].filter((id) => !queued.has(id))).toEqual([]);
  expect([...queued].filter((id) => !there.has(id))).toEqual([]);
  expect(brokenAt(events)).toBeUndefined();
}

/** Runs the writer on the directory until it is killed, some milliseconds after its first acknowledgement. */
function writeAndKill(
  dataDirectory: string,
  afterMs: number,
  environment: NodeJS.ProcessEnv = {},
  preload: string[] = [],
): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...preload, "--import", "tsx", WRITER, dataDirectory], {
      stdio: ["ignore", "pipe", "pipe"],
      env: { ...process.env, ...environment },
    });
    let read = "";
    let complaints = "";
    let dying = false;
    child.stdout.on("data", (bytes: Buffer) => {
      read += bytes.toString();
      if (!dying && read.includes("\n")) {
        dying = true;
        setTimeout(() => child.kill("SIGKILL"), afterMs);
      }
    });
    child.stderr.on("data", (bytes: Buffer) => (complaints += bytes.toString()));
    child.once("close", () =>
      dying ? resolve(read.split("\n").slice(0, -1)) : reject(new Error(`the writer ended by itself: ${complaints}`)),
    );
  });
}

describe("a kill in the middle of writing", () => {
  test(`loses no acknowledged write on PGlite (${KILLS} kills)`, { timeout: KILLS * 20_000 }, async () => {
    const dataDirectory = await mkdtemp(join(tmpdir(), "samsyn-kill-"));
    cpSync(inject("pgliteTemplate"), dataDirectory, { recursive: true });
    const acknowledged: string[] = [];
    const wait = waits(20_221_124);
    for (let kill = 0; kill < KILLS; kill++)
      acknowledged.push(...(await writeAndKill(dataDirectory, wait.next().value as number)));
    const database = await openDatabase({ dataDirectory });
    await expectAllThere(database, acknowledged);
    await database.close();
    await rm(dataDirectory, { recursive: true, force: true });
    console.log(`PGlite: ${KILLS} kills, ${acknowledged.length} acknowledged writes, none lost`);
  });

  test(
    `loses no acknowledged write on PostgreSQL (${KILLS} kills of the whole server)`,
    { timeout: KILLS * 20_000 },
    async (context) => {
      const postgres = await startPostgres({ durable: true });
      if ("missing" in postgres) {
        recordSkip(`kill test on PostgreSQL: ${postgres.missing}`);
        context.skip();
        return;
      }
      const first = await openDatabase({ url: postgres.url, dataDirectory: undefined });
      await migrate(first, MIGRATIONS);
      await first.close();
      const acknowledged: string[] = [];
      const wait = waits(19_580_101);
      for (let kill = 0; kill < KILLS; kill++) {
        const database = await openDatabase({ url: postgres.url, dataDirectory: undefined });
        const writing = writeUntilItBreaks(database, acknowledged);
        await new Promise((resolve) => setTimeout(resolve, wait.next().value as number));
        await postgres.kill();
        await writing;
        await database.close();
        await postgres.start();
      }
      const database = await openDatabase({ url: postgres.url, dataDirectory: undefined });
      await expectAllThere(database, acknowledged);
      await database.close();
      await postgres.stop();
      console.log(`PostgreSQL: ${KILLS} kills, ${acknowledged.length} acknowledged writes, none lost`);
    },
  );
});

async function writeUntilItBreaks(database: Database, acknowledged: string[]): Promise<void> {
  for (;;) {
    const id = crypto.randomUUID();
    try {
      await database.transaction({ as: "system" }, async (tx) => {
        await sql`select note_event('platform'::text, ${id}::uuid, null::uuid, now(), 'thing.written', null::uuid, null::uuid, null::text, ${id}::uuid, '{}'::text)`.execute(
          tx,
        );
        await sql`insert into job (id, name, body, run_at) values (${id}, 'nothing', '{}', now())`.execute(tx);
      });
    } catch {
      // The server is gone: what was under way was never acknowledged.
      return;
    }
    acknowledged.push(id);
  }
}

if (process.platform !== "linux") recordSkip("the power loss on PGlite: its model of a disk is for Linux only");
test.skipIf(process.platform !== "linux")(
  "a commit on PGlite is on the disk: a power loss that keeps only synced bytes loses nothing acknowledged",
  async () => {
    const dataDirectory = await mkdtemp(join(tmpdir(), "samsyn-power-"));
    const shadow = await mkdtemp(join(tmpdir(), "samsyn-shadow-"));
    cpSync(inject("pgliteTemplate"), dataDirectory, { recursive: true });
    cpSync(inject("pgliteTemplate"), shadow, { recursive: true });
    const acknowledged = await writeAndKill(dataDirectory, 1500, { POWER_LOSS: `${dataDirectory}|${shadow}` }, [
      "--require",
      POWER_LOSS,
    ]);
    expect(acknowledged.length).toBeGreaterThan(5);
    const database = await openDatabase({ dataDirectory: shadow });
    await expectAllThere(database, acknowledged);
    await database.close();
    await Promise.all([dataDirectory, shadow].map((directory) => rm(directory, { recursive: true, force: true })));
    console.log(`power loss: ${acknowledged.length} acknowledged writes, all on the disk`);
  },
);
