// The promises' log through what an operator does: a copy is put back with it, and neither a copy nor a database where it has been cut passes unseen.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { wholePledgeLog } from "../src/main/pledge-log.ts";
import { logHead } from "../src/pledge/store-log.ts";
import type { PledgeDatabase } from "../src/pledge/tables.ts";
import { backup, restore } from "../src/platform/server/database/backup.ts";
import type { Database } from "../src/platform/server/database/database.ts";
import { onBothEngines } from "./databases.ts";
import { openTestHouse } from "./house.ts";
import { MIGRATIONS } from "./prepare-databases.ts";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "samsyn-pledge-log-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const headOf = (database: Database) =>
  database.transaction<PledgeDatabase, Awaited<ReturnType<typeof logHead>>>({ as: "system" }, (tx) => logHead(tx));
const looked = (database: Database) =>
  database.transaction<PledgeDatabase, Awaited<ReturnType<typeof wholePledgeLog>>>({ as: "system" }, wholePledgeLog);

onBothEngines("the promises' log in a copy", (fresh) => {
  test("is put back whole, and goes on from there", { timeout: 60_000 }, async () => {
    const [from, to] = [await fresh({ demo: true }), await fresh()];
    await (await openTestHouse(from)).close();
    const file = join(folder, "whole.samsyn");
    await backup(from, file);
    let checked = 0;
    await restore(file, to, MIGRATIONS, undefined, async (tx) => {
      checked = (await wholePledgeLog(tx)).size;
    });
    const head = await headOf(to);
    expect(head).toEqual(await headOf(from));
    expect(checked).toBe(head.size);
    expect(await looked(to)).toEqual(head);
  });

  test("is looked at with the follow-ups that are in it", { timeout: 60_000 }, async () => {
    const from = await fresh({ demo: true });
    await (await openTestHouse(from)).close();
    const after = (change: ReturnType<typeof sql>) =>
      from
        .asOwner(async (tx) => {
          for (const table of ["pledge_log_entry", "period_report"])
            await sql`alter table ${sql.table(table)} disable trigger user`.execute(tx);
          await change.execute(tx);
          await wholePledgeLog(tx);
        })
        .then(
          () => "whole",
          (error: Error) => error.message,
        );
    const other = sql`update period_report set content_text = 'x', content_hash = encode(sha256('x'), 'hex') where state = 'published'`;
    expect(await after(other)).toMatch(/bruten vid post \d+: den gäller en annan text än den som är sparad/);
    const unseen = sql`update pledge_log_entry set subject_id = gen_random_uuid() where kind = 'report-published'`;
    expect(await after(unseen)).toMatch(
      /bruten vid post \d+: något som är föreslaget, undertecknat eller publicerat finns inte/,
    );
    expect(await after(sql`select 1`)).toBe("whole");
  });

  test("is not taken in when its end has been cut off, and the doctor says where", { timeout: 60_000 }, async () => {
    const [from, to] = [await fresh({ demo: true }), await fresh()];
    await (await openTestHouse(from)).close();
    const last = (await headOf(from)).size - 1;
    await from.asOwner(async (tx) => {
      for (const table of ["pledge_log_entry", "pledge_log_node"])
        await sql`alter table ${sql.table(table)} disable trigger user`.execute(tx);
      await sql`delete from pledge_log_entry where index = ${last}`.execute(tx);
      await sql`delete from pledge_log_node where (index + 1) * (1::bigint << level) > ${last}`.execute(tx);
    });
    await expect(looked(from)).rejects.toThrow(`Löfteslogen är bruten vid post ${last}`);
    const file = join(folder, "cut.samsyn");
    await backup(from, file);
    await expect(
      restore(file, to, MIGRATIONS, undefined, async (tx) => void (await wholePledgeLog(tx))),
    ).rejects.toThrow(`Löfteslogen är bruten vid post ${last}`);
    expect((await headOf(to)).size).toBe(0);
  });
});
