import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { acrossEngines, onBothEngines } from "../../../../test/databases.ts";
import type { AnyTransaction } from "../house.ts";
import { backup, restore } from "./backup.ts";
import { brokenAt, type EventRow } from "./chain.ts";
import type { Database } from "./database.ts";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "samsyn-backup-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const uuid = (n: number) => `018f0000-0000-7000-8000-${String(n).padStart(12, "0")}`;

async function fill(database: Database): Promise<void> {
  await database.transaction({ as: "system" }, async (given) => {
    const tx = given as AnyTransaction;
    await sql`insert into person (id, name, created_at) values (${uuid(1)}, 'Åsa "Ö" \\ ny' || chr(10) || 'rad', now())`.execute(
      tx,
    );
    await sql`insert into passkey (credential_id, person_id, public_key, counter, transports, label, created_at) values ('k', ${uuid(1)}, '\\x00ff', 9007199254740991, array['usb', 'a,b'], 'x', now())`.execute(
      tx,
    );
    for (const n of [1, 2, 3])
      await sql`select note_event('platform'::text, ${uuid(n)}::uuid, null::uuid, now(), 'x.happened', ${uuid(1)}::uuid, null::uuid, null::text, null::uuid, '{"å":1}'::text)`.execute(
        tx,
      );
  });
}

const contentOf = (database: Database) =>
  database.asOwner(async (given) => {
    const tx = given as AnyTransaction;
    return {
      people: (await sql`select * from person`.execute(tx)).rows,
      keys: (await sql`select * from passkey`.execute(tx)).rows,
      log: (await sql<EventRow>`select * from event order by seq`.execute(tx)).rows,
    };
  });

onBothEngines("a copy", (fresh) => {
  test("put back holds the same rows, and the log goes on from the same head", async () => {
    const [from, to] = [await fresh(), await fresh()];
    await fill(from);
    const file = join(folder, "whole.samsyn");
    const made = await backup(from, file);
    const restored = await restore(file, to);
    expect(restored).toEqual(made);
    expect(await contentOf(to)).toEqual(await contentOf(from));
    await to.transaction({ as: "system" }, (tx) =>
      sql`select note_event('platform'::text, ${uuid(9)}::uuid, null::uuid, now(), 'x.happened', null::uuid, null::uuid, null::text, null::uuid, '{}'::text)`.execute(
        tx as AnyTransaction,
      ),
    );
    expect(brokenAt((await contentOf(to)).log)).toBeUndefined();
  });

  test("of more than is read at a time is whole", async () => {
    const [from, to] = [await fresh(), await fresh()];
    await from.script(
      "insert into person (id, name, created_at) select gen_random_uuid(), repeat(md5(n::text), 20), now() from generate_series(1, 2500) n",
    );
    const file = join(folder, "large.samsyn");
    expect((await backup(from, file)).rows).toBe(2500);
    await restore(file, to);
    const order = <T extends { id: string }>(rows: T[]) => rows.toSorted((a, b) => (a.id < b.id ? -1 : 1));
    const people = async (database: Database) => order((await contentOf(database)).people as { id: string }[]);
    expect(await people(to)).toEqual(await people(from));
  });

  test("that cannot be written is said, and leaves nothing behind", async () => {
    const database = await fresh();
    await fill(database);
    await expect(backup(database, join(folder, "nowhere", "copy.samsyn"))).rejects.toMatchObject({ code: "ENOENT" });
    expect((await contentOf(database)).people).toHaveLength(1);
  });

  test("is not put into a database that holds anything", async () => {
    const [from, to] = [await fresh(), await fresh()];
    await fill(from);
    await fill(to);
    const file = join(folder, "full.samsyn");
    await backup(from, file);
    const before = await contentOf(to);
    await expect(restore(file, to)).rejects.toThrow(/inte tom/);
    expect(await contentOf(to)).toEqual(before);
  });

  test("that is changed, cut off, newer or something else is refused and changes nothing", async () => {
    const [from, to] = [await fresh(), await fresh()];
    await fill(from);
    const file = join(folder, "original.samsyn");
    await backup(from, file);
    const text = gunzipSync(await readFile(file)).toString("utf8");
    const wrong: [string, string | Buffer, RegExp][] = [
      ["changed", gzipSync(text.replace("Åsa", "Asa")), /har ändrats/],
      ["cut", gzipSync(text.slice(0, text.length - 200).replace(/[^\n]*$/, "")), /avbruten/],
      ["half", (await readFile(file)).subarray(0, 200), /går inte att läsa/],
      ["newer", gzipSync(text.replace("0001_platform.sql", "9999_later.sql")), /har ändrats|nyare version/],
      ["other", gzipSync('{"hej":1}\n'), /ingen säkerhetskopia/],
      ["plain", "hej", /går inte att läsa/],
    ];
    for (const [name, bytes, sentence] of wrong) {
      const path = join(folder, name);
      await writeFile(path, bytes);
      await expect(restore(path, to), name).rejects.toThrow(sentence);
    }
    await expect(restore(join(folder, "nowhere"), to)).rejects.toThrow(/finns inte/);
    expect((await contentOf(to)).people).toEqual([]);
  });
});

acrossEngines("a copy", (freshFrom, freshTo) => {
  test("holds the same rows, and the same log", async () => {
    const [from, to] = [await freshFrom(), await freshTo()];
    await fill(from);
    const file = join(folder, `across-from-${from.engine}.samsyn`);
    const made = await backup(from, file);
    expect(await restore(file, to)).toEqual(made);
    expect(await contentOf(to)).toEqual(await contentOf(from));
    expect(brokenAt((await contentOf(to)).log)).toBeUndefined();
  });
});
