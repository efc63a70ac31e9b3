import { randomBytes } from "node:crypto";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { acrossEngines, onBothEngines } from "../../../../test/databases.ts";
import { asAdministrator } from "../../../../test/postgres.ts";
import { MIGRATIONS } from "../../../../test/prepare-databases.ts";
import type { AnyTransaction } from "../house.ts";
import { backup, restore } from "./backup.ts";
import { brokenAt, type EventRow } from "./chain.ts";
import type { Database } from "./database.ts";
import { migrate } from "./migrate.ts";
import { openDatabase } from "./open.ts";

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
    const restored = await restore(file, to, MIGRATIONS);
    expect(restored).toEqual(made);
    expect(await contentOf(to)).toEqual(await contentOf(from));
    await to.transaction({ as: "system" }, (tx) =>
      sql`select note_event('platform'::text, ${uuid(9)}::uuid, null::uuid, now(), 'x.happened', null::uuid, null::uuid, null::text, null::uuid, '{}'::text)`.execute(
        tx as AnyTransaction,
      ),
    );
    expect(brokenAt((await contentOf(to)).log)).toBeUndefined();
  });

  test("is put back also where the right that something was done by has ended since", async () => {
    const [from, to] = [await fresh(), await fresh()];
    await from.transaction({ as: "system" }, async (given) => {
      const tx = given as AnyTransaction;
      const run = (text: string) => sql.raw(text).execute(tx);
      const [person, other, place, organisation] = [uuid(1), uuid(2), uuid(3), uuid(4)];
      await run(`insert into person (id, name, created_at) values ('${person}', 'A', now()), ('${other}', 'B', now())`);
      await run(`insert into organisation (id, kind, name, short_name) values ('${organisation}', 'police', 'P', 'P')`);
      await run(`insert into partnership (id, slug, name, municipality_code, municipality_name, county_code, county_name, centre_lon, centre_lat, founded_at)
        values ('${place}', 'p', 'p', '0', 'p', '0', 'p', 17, 60, now())`);
      await run(`insert into partnership_party values ('${place}', '${organisation}', 'police', now())`);
      await run(`insert into role_grant (id, partnership_id, organisation_id, person_id, role, title, reason, granted_at)
        values ('${uuid(5)}', '${place}', '${organisation}', '${person}', 'liaison', 't', 'r', now())`);
      await run(`insert into invitation (id, token_hash, partnership_id, organisation_id, role, title, name, created_at, created_by, expires_at)
        values ('${uuid(6)}', 'h', '${place}', '${organisation}', 'reader', 't', 'n', now(), '${person}', now())`);
      await run(
        `insert into key_renewal values ('${uuid(7)}', '${place}', '${organisation}', '${other}', now(), now() + interval '5 minutes')`,
      );
      await run(`insert into key_witness values ('${uuid(7)}', '${person}', now())`);
      await run("update role_grant set ended_at = granted_at");
    });
    const file = join(folder, "ended.samsyn");
    const made = await backup(from, file);
    expect(await restore(file, to, MIGRATIONS)).toEqual(made);
    // And the rules hold again.
    const link = to.transaction({ as: "system" }, (tx) =>
      sql`update invitation set name = 'annan'`.execute(tx as AnyTransaction),
    );
    await expect(link).rejects.toMatchObject({ code: "42501" });
  });

  test("of more than is read at a time is whole", async () => {
    const [from, to] = [await fresh(), await fresh()];
    await from.script(
      "insert into person (id, name, created_at) select gen_random_uuid(), repeat(md5(n::text), 20), now() from generate_series(1, 2500) n",
    );
    const file = join(folder, "large.samsyn");
    expect((await backup(from, file)).rows).toBe(2500);
    await restore(file, to, MIGRATIONS);
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
    await expect(restore(file, to, MIGRATIONS)).rejects.toThrow(/inte tom/);
    expect(await contentOf(to)).toEqual(before);
  });

  test("that is older than the program is put where it was made, and then goes through what came later", async () => {
    const [from, to, further] = [await fresh(), await fresh(), await fresh()];
    await fill(from);
    const file = join(folder, "older.samsyn");
    await backup(from, file);
    const later = await mkdtemp(join(folder, "later-"));
    await cp(MIGRATIONS, later, { recursive: true });
    await writeFile(join(later, "9998_renamed.sql"), "update passkey set label = label || ' (förut)';");
    await restore(file, to, later);
    expect((await contentOf(to)).keys).toMatchObject([{ label: "x (förut)" }]);
    // Rows that came in after the step would never go through it.
    await migrate(further, later);
    await expect(restore(file, further, later)).rejects.toThrow(
      /redan förberedd för en nyare version än kopian .9998_renamed/,
    );
    expect((await contentOf(further)).people).toEqual([]);
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
      await expect(restore(path, to, MIGRATIONS), name).rejects.toThrow(sentence);
    }
    await expect(restore(join(folder, "nowhere"), to, MIGRATIONS)).rejects.toThrow(/finns inte/);
    expect((await contentOf(to)).people).toEqual([]);
  });
});

acrossEngines("a copy", (freshFrom, freshTo) => {
  test("holds the same rows, and the same log", async () => {
    const [from, to] = [await freshFrom(), await freshTo()];
    await fill(from);
    const file = join(folder, `across-from-${from.engine}.samsyn`);
    const made = await backup(from, file);
    expect(await restore(file, to, MIGRATIONS)).toEqual(made);
    expect(await contentOf(to)).toEqual(await contentOf(from));
    expect(brokenAt((await contentOf(to)).log)).toBeUndefined();
  });
});

describe.skipIf(inject("postgresUrl") === "")(
  "a copy where the owner of the database is held to the rules about rows",
  () => {
    const server = inject("postgresUrl");
    const owner = `owner_${randomBytes(6).toString("hex")}`;
    const names = [`${owner}_from`, `${owner}_to`];
    const open = (name: string) => {
      const url = new URL(server);
      Object.assign(url, { username: owner, password: "hemligt", pathname: `/${name}` });
      return openDatabase({ url: url.href, dataDirectory: undefined });
    };
    beforeAll(async () => {
      await asAdministrator(server, `create role ${owner} login createrole password 'hemligt'`);
      await asAdministrator(server, `grant samsyn_staff, samsyn_stranger, samsyn_system to ${owner}`);
      for (const name of names) await asAdministrator(server, `create database ${name} owner ${owner}`);
    });
    afterAll(async () => {
      for (const name of names) await asAdministrator(server, `drop database ${name} with (force)`);
      await asAdministrator(server, `drop role ${owner}`);
    });

    test("holds what one organisation keeps to itself, and can be put back", async () => {
      const [from, to] = [await open(names[0]!), await open(names[1]!)];
      try {
        await migrate(from, MIGRATIONS);
        await fill(from);
        await from.transaction({ as: "system" }, async (given) => {
          const tx = given as AnyTransaction;
          await sql`insert into partnership (id, slug, name, municipality_code, municipality_name, county_code, county_name, centre_lon, centre_lat, founded_at)
          values (${uuid(4)}, 'ockelbo', 'Ockelbo', '2101', 'Ockelbo', '21', 'Gävleborg', 16.7, 60.9, now())`.execute(
            tx,
          );
          await sql`insert into organisation (id, kind, name, short_name) values (${uuid(5)}, 'police', 'Polisen', 'Polisen')`.execute(
            tx,
          );
          await sql`insert into source (id, partnership_id, slug, kind, owner_organisation_id, name, method, sample_type, reliability, secrecy_class, caveat, created_at, seen_when_shared)
          values (${uuid(6)}, ${uuid(4)}, 'egen', 'other', ${uuid(5)}, 'Egen', '', 'not-a-sample', 'unknown', 'own', '', now(), true)`.execute(
            tx,
          );
          await sql`insert into observation (id, partnership_id, source_id, owner_organisation_id, noted_by, kind, category, text, spot_manager, place_kind, when_kind, precision, sharing, noted_at, received_at)
          values (${uuid(7)}, ${uuid(4)}, ${uuid(6)}, ${uuid(5)}, ${uuid(1)}, 'problem', 'place.lighting', 'Släckt', 'unknown', 'unknown', 'unknown', 'unknown', 'own', now(), now())`.execute(
            tx,
          );
        });
        const file = join(folder, "held.samsyn");
        const made = await backup(from, file);
        expect(await restore(file, to, MIGRATIONS)).toEqual(made);
        const kept = await to.transaction({ as: "system" }, async (tx) =>
          sql`select slug, text from source join observation on source.id = source_id`.execute(tx as AnyTransaction),
        );
        expect(kept.rows).toEqual([{ slug: "egen", text: "Släckt" }]);
        // The rules hold the owner again.
        expect(
          await to.asOwner(async (tx) => (await sql`select 1 from source`.execute(tx as AnyTransaction)).rows),
        ).toEqual([]);
      } finally {
        await from.close();
        await to.close();
      }
    });
  },
);
