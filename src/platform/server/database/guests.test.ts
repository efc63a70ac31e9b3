import { rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { freshDirectory } from "../../../../test/databases.ts";
import type { AnyTransaction } from "../house.ts";
import type { Database } from "./database.ts";
import { DataDirectoryInUse, HostClosed, OlderHost, StatementTimeout } from "./errors.ts";
import { migrate } from "./migrate.ts";
import { openDatabase } from "./open.ts";

const MIGRATIONS = new URL("../../../../migrations", import.meta.url);
const ask = async (database: Database, query: ReturnType<typeof sql>) =>
  (await database.asOwner((tx) => query.execute(tx as AnyTransaction))).rows;

describe("a second process beside the one that has the embedded database open", () => {
  let dataDirectory = "";
  let host: Database;
  let guest: Database;
  beforeAll(async () => {
    dataDirectory = await freshDirectory();
    host = await openDatabase({ dataDirectory, statementTimeoutMs: 1000 });
    guest = await openDatabase({ dataDirectory, asGuest: true });
    await host.script("create table note (n int primary key, text text, bytes bytea, at timestamptz)");
  });
  afterAll(async () => {
    await guest.close();
    await host.close();
    await rm(dataDirectory, { recursive: true, force: true });
  });

  test("is let in only when it asks to be, and only by the directory's owner", async () => {
    await expect(openDatabase({ dataDirectory })).rejects.toThrow(DataDirectoryInUse);
    expect([host.isGuest, guest.isGuest]).toEqual([false, true]);
    expect((await stat(join(dataDirectory, "samsyn.sock"))).mode & 0o777).toBe(0o600);
  });

  test("reads and writes the same values, a thousand rows at a time as well", async () => {
    const bytes = new Uint8Array([0, 255]);
    await ask(guest, sql`insert into note values (1, 'åäö😀', ${bytes}, '2022-04-21T12:07:00Z')`);
    await ask(guest, sql`insert into note select n, repeat('ö', 1000) from generate_series(1001, 2000) n`);
    expect(await ask(host, sql`select * from note where n = 1`)).toEqual([
      { n: 1, text: "åäö😀", bytes, at: "2022-04-21T12:07:00.000Z" },
    ]);
    const read = await ask(guest, sql`select * from note order by n`);
    expect(read).toEqual(await ask(host, sql`select * from note order by n`));
    expect(read).toHaveLength(1001);
  });

  test("is told what is wrong by the same codes and classes", async () => {
    await expect(ask(guest, sql`insert into note values (1, 'again')`)).rejects.toMatchObject({ code: "23505" });
    const slow = guest.transaction({ as: "system" }, (tx) => sql`select pg_sleep(3)`.execute(tx as AnyTransaction));
    await expect(slow).rejects.toThrow(StatementTimeout);
    expect(await ask(guest, sql`select 1 as one`)).toEqual([{ one: 1 }]);
  });

  test("that goes in the middle leaves nothing half, and nobody waiting", async () => {
    const leaving = await openDatabase({ dataDirectory, asGuest: true });
    const going = leaving.asOwner(async (tx) => {
      await sql`insert into note values (2, 'half')`.execute(tx);
      await leaving.close();
    });
    await expect(going).rejects.toThrow(HostClosed);
    expect(await ask(host, sql`select * from note where n = 2`)).toEqual([]);
  });

  test("does not migrate under the feet of the one that runs", async () => {
    await expect(migrate(guest, MIGRATIONS)).resolves.toMatchObject({ applied: [] });
    await ask(host, sql`delete from migration where name = '0001_platform.sql'`);
    await expect(migrate(guest, MIGRATIONS)).rejects.toThrow(OlderHost);
  });

  test("is sent away in a sentence when that one closes", async () => {
    const waiting = guest.asOwner(async (tx) => {
      await sql`insert into note values (3, 'late')`.execute(tx);
      await host.close();
    });
    await expect(waiting).rejects.toThrow(HostClosed);
    await expect(ask(guest, sql`select 1`)).rejects.toThrow(HostClosed);
    host = await openDatabase({ dataDirectory });
    expect(await ask(host, sql`select * from note where n = 3`)).toEqual([]);
  });
});
