import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { describe, expect, test } from "vitest";
import { onBothEngines } from "../../../../test/databases.ts";
import type { AnyTransaction } from "../house.ts";
import { brokenAt, type EventRow } from "./chain.ts";
import type { Database } from "./database.ts";
import { DatabaseUnreachable, DataDirectoryInUse, StatementTimeout } from "./errors.ts";
import { migrate, migrationsDone } from "./migrate.ts";
import { openDatabase } from "./open.ts";

const MIGRATIONS = new URL("../../../../migrations", import.meta.url);
const uuid = (n: number) => `018f0000-0000-7000-8000-${String(n).padStart(12, "0")}`;
const asOwner = <T>(database: Database, work: (tx: AnyTransaction) => Promise<T>) =>
  database.asOwner((tx) => work(tx as AnyTransaction));
const note = (database: Database, n: number, chain = "platform") =>
  database.transaction({ as: "system" }, (tx) =>
    sql`select note_event(${chain}::text, ${uuid(n)}::uuid, null::uuid, ${`2026-01-01T00:00:00.${String(n % 1000).padStart(3, "0")}Z`}::timestamptz, 'thing.happened', null::uuid, null::uuid, null::text, ${uuid(n)}::uuid, ${`{"å":"ö😀 ${n}"}`}::text)`.execute(
      tx as AnyTransaction,
    ),
  );
const entries = (database: Database) =>
  asOwner(
    database,
    async (tx) => (await sql<EventRow>`select * from event where chain = 'platform' order by seq`.execute(tx)).rows,
  );

onBothEngines("the database", (fresh) => {
  test("gives the same values for every type we store", async () => {
    const database = await fresh();
    const { rows } = await asOwner(database, (tx) =>
      sql`select 9007199254740991::int8 as big, 3::int4 as int, 1.25::numeric as numeric, 0.1::float8 as float, true as yes, date '2022-04-21' as day,
        timestamptz '2022-04-21 14:07:00.123+02' as at, ${uuid(1)}::uuid as id, '{"a":[1,null]}'::jsonb as json, '\\x00ff'::bytea as bytes,
        array['å', 'b c', 'd,"e']::text[] as texts, array[${uuid(1)}, ${uuid(2)}]::uuid[] as ids, null::date as nothing, 'å😀' as text, count(*) as count`.execute(
        tx,
      ),
    );
    expect(rows[0]).toEqual({
      big: 9007199254740991,
      int: 3,
      numeric: 1.25,
      float: 0.1,
      yes: true,
      day: "2022-04-21",
      at: "2022-04-21T12:07:00.123Z",
      id: uuid(1),
      json: { a: [1, null] },
      bytes: new Uint8Array([0, 255]),
      texts: ["å", "b c", 'd,"e'],
      ids: [uuid(1), uuid(2)],
      nothing: null,
      text: "å😀",
      count: 1,
    });
  });

  test("takes in what it gives out", async () => {
    const database = await fresh();
    const bytes = new Uint8Array([1, 2, 255]);
    const { rows } = await asOwner(database, (tx) =>
      sql`select ${bytes}::bytea as bytes, ${["a", "ö"]}::text[] as texts, ${JSON.stringify([1, "x"])}::jsonb as json, ${true}::boolean as yes, ${null}::text as nothing`.execute(
        tx,
      ),
    );
    expect(rows[0]).toEqual({ bytes, texts: ["a", "ö"], json: [1, "x"], yes: true, nothing: null });
  });

  test("sorts as Swedish does: å, ä and ö last, capitals beside small letters", async () => {
    const database = await fresh();
    const words = ["Öster", "ask", "Ål", "zebra", "Ärla", "Åmot", "ärta", "Zon", "ost", "Ask"];
    const { rows } = await asOwner(database, (tx) =>
      sql<{ word: string }>`select word from unnest(${words}::text[]) word order by word collate swedish`.execute(tx),
    );
    expect(rows.map(({ word }) => word)).toEqual([
      "ask",
      "Ask",
      "ost",
      "zebra",
      "Zon",
      "Ål",
      "Åmot",
      "Ärla",
      "ärta",
      "Öster",
    ]);
  });

  test("keeps nothing of a transaction that threw, nor of a trial", async () => {
    const database = await fresh();
    const add = (tx: unknown, id: number) =>
      sql`insert into job (id, name, body, run_at) values (${uuid(id)}, 'x', '{}', now())`.execute(
        tx as AnyTransaction,
      );
    await expect(
      database.transaction({ as: "system" }, async (tx) => {
        await add(tx, 1);
        throw new Error("no");
      }),
    ).rejects.toThrow("no");
    await database.trial({ as: "system" }, (tx) => add(tx, 2));
    const { rows } = await asOwner(database, (tx) => sql`select 1 from job`.execute(tx));
    expect(rows).toHaveLength(0);
  });

  test("tells which rule a row broke", async () => {
    const database = await fresh();
    const insert = () =>
      database.transaction({ as: "system" }, (tx) =>
        sql`insert into job (id, name, body, run_at) values (${uuid(7)}, 'x', '{}', now())`.execute(
          tx as AnyTransaction,
        ),
      );
    await insert();
    await expect(insert()).rejects.toMatchObject({ code: "23505" });
  });

  test("stops a question that takes too long, and answers the next one", async () => {
    const database = await fresh({ statementTimeoutMs: 400 });
    const slow = database.transaction({ as: "system" }, (tx) =>
      sql`select count(*) from generate_series(1, 100000) a, generate_series(1, 100000) b`.execute(
        tx as AnyTransaction,
      ),
    );
    await expect(slow).rejects.toBeInstanceOf(StatementTimeout);
    const { rows } = await asOwner(database, (tx) => sql<{ one: number }>`select 1 as one`.execute(tx));
    expect(rows[0]?.one).toBe(1);
  });

  test("does nothing more for a transaction that was stopped or is over: it would be done under other rights", async () => {
    const database = await fresh({ statementTimeoutMs: 400 });
    const write = (tx: unknown) =>
      sql`insert into event_head (chain, seq, hash) values ('x', 0, '')`.execute(tx as AnyTransaction);
    const stopped = database.transaction({ as: "stranger" }, async (tx) => {
      await sql`select count(*) from generate_series(1, 100000) a, generate_series(1, 100000) b`
        .execute(tx as AnyTransaction)
        .catch(() => {});
      await write(tx);
    });
    await expect(stopped).rejects.toThrow(/ended with its thread|current transaction is aborted/);
    const over = await database.transaction({ as: "stranger" }, async (tx) => tx as AnyTransaction);
    await database.asOwner(async () => {
      await expect(write(over)).rejects.toThrow(/is over/);
    });
    const { rows } = await asOwner(database, (tx) => sql`select chain from event_head`.execute(tx));
    expect(rows).toEqual([]);
  });

  test("gives what one that only waits holds to the next", async () => {
    const database = await fresh({ statementTimeoutMs: 300 });
    const lock = (tx: unknown) => sql`select pg_advisory_xact_lock(1)`.execute(tx as AnyTransaction);
    const waiting = database.transaction({ as: "system" }, async (tx) => {
      await lock(tx);
      await new Promise((resolve) => setTimeout(resolve, 3000));
      await lock(tx);
    });
    const refused = waiting.catch((error: Error) => error.message);
    // The owner's work has no limit, so what lets it in is the end of the one that waits.
    await asOwner(database, lock);
    expect(await refused).toMatch(/ended with its thread|does not answer|idle-in-transaction/);
  });

  test.each([
    ["until it is done, when two stood in each other's way", "serialization_failure", "40001", 5],
    ["once, when something else has what may be had once", "unique_violation", "23505", 2],
  ])("tries again %s", async (_when, condition, code, most) => {
    const database = await fresh();
    let tries = 0;
    const work = (fails: number) =>
      database.transaction({ as: "system" }, async (tx) => {
        tries += 1;
        if (tries <= fails)
          await sql`do ${sql.raw(`$$ begin raise exception 'again' using errcode = '${condition}'; end $$`)}`.execute(
            tx,
          );
        return tries;
      });
    expect(await work(most - 1)).toBe(most);
    tries = 0;
    await expect(work(99)).rejects.toMatchObject({ code });
    expect(tries).toBe(most);
  });

  test("nobody's id ends the statement that opens a transaction, and the next one is as it should be", async () => {
    const database = await fresh();
    const who = (personId: string) =>
      database.transaction({ as: "staff", personId }, async (tx) => {
        const { rows } = await sql<{
          role: string;
          person: string;
        }>`select current_role as role, current_setting('samsyn.person') as person`.execute(tx);
        return rows[0];
      });
    for (const id of ["", "x", `${uuid(1)}'; commit; set role none; select '`])
      await expect(who(id), id).rejects.toThrow("A person is named by their id");
    expect(await who(uuid(9))).toEqual({ role: "samsyn_staff", person: uuid(9) });
    const after = await database.transaction({ as: "stranger" }, async (tx) => {
      const { rows } = await sql<{
        person: string;
      }>`select current_setting('samsyn.person') as person`.execute(tx);
      return rows[0]?.person;
    });
    expect(after).toBe("");
  });

  test("a stranger reads neither log nor jobs nor people", async () => {
    const database = await fresh();
    for (const table of [
      "event",
      "event_head",
      "job",
      "person",
      "session",
      "passkey",
      "role_grant",
      "invitation",
      "partnership",
    ])
      await expect(
        database.transaction({ as: "stranger" }, (tx) =>
          sql`select * from ${sql.table(table)}`.execute(tx as AnyTransaction),
        ),
        table,
      ).rejects.toMatchObject({ code: "42501" });
  });

  describe("the log", () => {
    test("is one unbroken chain, also when many write at once", async () => {
      const database = await fresh();
      await Promise.all(Array.from({ length: 20 }, (_, n) => note(database, n + 1)));
      const chain = await entries(database);
      expect(chain.map(({ seq }) => seq)).toEqual(Array.from({ length: 20 }, (_, n) => n + 1));
      expect(brokenAt(chain)).toBeUndefined();
    });

    test("cannot be changed by any role, nor by the owner", async () => {
      const database = await fresh();
      await note(database, 1);
      for (const statement of ["update event set name = 'x'", "delete from event", "truncate event"]) {
        for (const as of ["system", "staff", "stranger"] as const)
          await expect(
            database.transaction(as === "staff" ? { as, personId: uuid(9) } : { as }, (tx) =>
              sql.raw(statement).execute(tx as AnyTransaction),
            ),
            `${as}: ${statement}`,
          ).rejects.toMatchObject({ code: "42501" });
        await expect(
          asOwner(database, (tx) => sql.raw(statement).execute(tx)),
          `owner: ${statement}`,
        ).rejects.toMatchObject({ code: "42501" });
      }
      await expect(
        database.transaction({ as: "system" }, (tx) =>
          sql`insert into event select * from event`.execute(tx as AnyTransaction),
        ),
      ).rejects.toMatchObject({ code: "42501" });
    });

    test("shows in which entry a byte was changed behind its back", async () => {
      const database = await fresh();
      for (const n of [1, 2, 3]) await note(database, n);
      await database.script(
        "alter table event disable trigger event_append_only; update event set body = replace(body, '2', '3') where seq = 2; alter table event enable trigger event_append_only",
      );
      expect(brokenAt(await entries(database))).toBe(2);
    });
  });

  describe("migrations", () => {
    test("run once", async () => {
      const database = await fresh();
      expect((await migrate(database, MIGRATIONS)).applied).toEqual([]);
      expect((await migrationsDone(database)).has("0001_platform.sql")).toBe(true);
    });

    test("a file changed after it ran is refused by name", async () => {
      const database = await fresh();
      await database.script("update migration set sha256 = 'other' where name = '0001_platform.sql'");
      await expect(migrate(database, MIGRATIONS)).rejects.toThrow(/0001_platform\.sql/);
    });

    test("a database that knows more than the program is refused", async () => {
      const database = await fresh();
      await database.script("insert into migration (name, sha256) values ('9999_later.sql', 'x')");
      await expect(migrate(database, MIGRATIONS)).rejects.toThrow(/nyare version/);
    });
  });
});

test("a second process on the same data directory is refused, and a lock left by a dead one is taken over", async () => {
  const dataDirectory = await mkdtemp(join(tmpdir(), "samsyn-lock-"));
  const { spawn } = await import("node:child_process");
  const { writeFile } = await import("node:fs/promises");
  const other = spawn(process.execPath, ["-e", "setTimeout(() => {}, 60000)"]);
  await writeFile(join(dataDirectory, "samsyn.lock"), `${other.pid}\n`);
  await expect(openDatabase({ dataDirectory })).rejects.toThrow(DataDirectoryInUse);
  await expect(openDatabase({ dataDirectory })).rejects.toThrow(`process ${other.pid}`);
  other.kill("SIGKILL");
  await new Promise((resolve) => other.once("exit", resolve));
  const database = await openDatabase({ dataDirectory });
  await expect(openDatabase({ dataDirectory })).rejects.toThrow(DataDirectoryInUse);
  await database.close();
  // Started anew in a container, a process has the number of the one that was killed there.
  await writeFile(join(dataDirectory, "samsyn.lock"), `${process.pid}\n`);
  await (await openDatabase({ dataDirectory })).close();
  await rm(dataDirectory, { recursive: true, force: true });
});

test("a PostgreSQL that does not answer is said in a sentence without its password", async () => {
  const opening = openDatabase({ url: "postgres://a:hemligt@127.0.0.1:1/b", dataDirectory: undefined });
  await expect(opening).rejects.toBeInstanceOf(DatabaseUnreachable);
  await expect(opening).rejects.not.toThrow(/hemligt/);
});
