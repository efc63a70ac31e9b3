import { sql } from "kysely";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { migrate } from "./migrate.ts";
import { openDatabase } from "./open.ts";

test("opens", async () => {
  const dir = await mkdtemp(join(tmpdir(), "samsyn-"));
  const db = await openDatabase({ dataDirectory: dir });
  const done = await migrate(db, new URL("../../../../migrations", import.meta.url));
  console.log(done);
  const rows = await db.transaction({ as: "system" }, async (tx) => (await sql`select now() as at, 1::int8 as n, '{}'::uuid[] as ids, string_agg(x, '' order by x collate swedish) as s from unnest(array['ö','a','å','z','ä']) x`.execute(tx as never)).rows);
  console.log(rows);
  await db.close();
  expect(rows.length).toBe(1);
});
