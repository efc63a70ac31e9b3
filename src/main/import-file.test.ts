import { spawn } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { sql, type Transaction } from "kysely";
import { expect, test } from "vitest";
import { freshDirectory } from "../../test/databases.ts";
import { founded } from "../../test/two-parties.ts";
import type { CollectDatabase } from "../collect/tables.ts";
import { openDatabase } from "../platform/server/database/open.ts";
import { makeLog } from "../platform/server/log.ts";
import { readSettings } from "../platform/server/settings.ts";
import { makeHouse } from "./assemble.ts";
import { importFile } from "./import-file.ts";

const IMPORTER = fileURLToPath(new URL("../../test/kill/importer.ts", import.meta.url));
const ROWS = 12_000;
/** Rows that are there when it is killed, at least, and milliseconds after they were told; the long run is SAMSYN_KILLS=40. */
const KILLS: readonly (readonly [rows: number, afterMs: number])[] = Array.from(
  { length: Math.max(3, Number(process.env["SAMSYN_KILLS"] ?? 0)) },
  (_, kill) => [(kill % 4) * 2500, (kill * 37) % 160] as const,
);

/** As the street files of data.police.uk: months, no row with a number of its own, many rows that say the same. */
function streetFile(): string {
  const rows = Array.from({ length: ROWS }, (_, row) => {
    const place = row % 50 === 0 ? "," : `-3.${100000 + (row % 700)},51.5`;
    return `2018-1${row % 2},dyfed-powys,${place},W0100${row % 90},Burglary,Under investigation`;
  });
  rows[999] = "2018-13,dyfed-powys,-3.1,51.5,W01000000,Burglary,";
  return `month,force,lon,lat,lsoa_code,crime_type,last_outcome\n${rows.join("\n")}\n`;
}

/** Runs the importer until it has told of so many rows and some milliseconds more; true when it came to the end before that. */
function readAndKill(args: readonly string[], rows: number, afterMs: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ["--import", "tsx", IMPORTER, ...args], {
      stdio: ["ignore", "pipe", "pipe"],
    });
    let [said, complaints, isDying] = ["", "", false];
    child.stdout.on("data", (bytes: Buffer) => {
      said += bytes.toString();
      if (isDying || !said.split("\n").some((line) => Number(line) >= Math.max(1, rows))) return;
      isDying = true;
      setTimeout(() => child.kill("SIGKILL"), afterMs);
    });
    child.stderr.on("data", (bytes: Buffer) => (complaints += bytes.toString()));
    child.once("close", (code) => {
      if (code === 0) resolve(true);
      else if (isDying) resolve(false);
      else reject(new Error(`the importer ended by itself: ${complaints}`));
    });
  });
}

test(
  `a file whose reading is killed ${KILLS.length} times and begun again is there once, as if nothing had happened`,
  { timeout: KILLS.length * 60_000 },
  async () => {
    const [dataDirectory, folder] = [await freshDirectory(), await mkdtemp(join(tmpdir(), "samsyn-file-"))];
    const file = join(folder, "street.csv");
    await writeFile(file, streetFile());
    const first = await openDatabase({ dataDirectory });
    const { ids, source } = await founded(first);
    const { slug } = await first.transaction<CollectDatabase, { slug: string }>({ as: "system" }, (tx) =>
      tx.selectFrom("partnership").select("slug").where("id", "=", ids.partnership).executeTakeFirstOrThrow(),
    );
    await first.close();
    let killed = 0;
    for (const [rows, afterMs] of KILLS) {
      const isOver = await readAndKill([dataDirectory, slug, source.slug, file], rows, afterMs);
      if (isOver) break;
      killed += 1;
    }
    expect(killed).toBeGreaterThan(1);

    const database = await openDatabase({ dataDirectory });
    const settings = { ...readSettings({}), dataDirectory };
    const house = makeHouse({ database, settings, log: makeLog("silent") });
    const wish = { partnership: slug, source: source.slug, kind: "csv" as const, file };
    await importFile(house, wish, () => {});
    const there = await database.transaction<CollectDatabase, unknown>({ as: "system" }, async (tx) => ({
      rows: await countOf(
        tx,
        sql`select count(*)::int as n from observation where source_id = ${source.id}::uuid and withdrawn_at is null`,
      ),
      names: await countOf(
        tx,
        sql`select count(distinct foreign_id)::int as n from observation where source_id = ${source.id}::uuid`,
      ),
      revisions: await countOf(tx, sql`select count(*)::int as n from observation_revision`),
      told: await countOf(tx, sql`select count(*)::int as n from event where name = 'import.finished'`),
      runs: await tx
        .selectFrom("import_run")
        .select(["state", "read", "added", "changed", "same", "unreadable"])
        .orderBy("id")
        .execute(),
    }));
    const whole = { state: "finished", read: ROWS, added: ROWS - 1, changed: 0, same: 0, unreadable: 1 };
    expect(there).toMatchObject({ rows: ROWS - 1, names: ROWS - 1, revisions: 0, told: 1, runs: [whole] });
    // Once more, and nothing of it is new.
    expect(await importFile(house, { ...wish, dryRun: true }, () => {})).toMatchObject({
      read: ROWS,
      added: 0,
      same: ROWS - 1,
    });
    await database.close();
    await Promise.all([dataDirectory, folder].map((path) => rm(path, { recursive: true, force: true })));
  },
);

async function countOf(tx: Transaction<CollectDatabase>, query: ReturnType<typeof sql>): Promise<number> {
  const { rows } = await query.execute(tx);
  return (rows[0] as { n: number }).n;
}
