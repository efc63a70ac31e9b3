// Who may read and write what, tried on every table, view and function the catalogue knows: one that is made tomorrow is tried as well.
import { sql } from "kysely";
import { expect, test } from "vitest";
import type { Instant } from "../src/ground/time.ts";
import * as people from "../src/partnership/store.ts";
import type { PartnershipDatabase } from "../src/partnership/tables.ts";
import * as collect from "../src/collect/api.ts";
import * as imports from "../src/collect/imports/api.ts";
import * as prioritise from "../src/prioritise/api.ts";
import type { Database, Scope } from "../src/platform/server/database/database.ts";
import type { AnyTransaction } from "../src/platform/server/house.ts";
import { hashToken, newId } from "../src/platform/server/secrets.ts";
import { onBothEngines } from "./databases.ts";
import { idInDemo, openTestHouse } from "./house.ts";

const AT = "2026-11-24T09:00:00.000Z" as Instant;
const id = () => newId(Date.parse(AT));
const nobody = id();
const asPerson = (name: string): Scope => ({ as: "staff", personId: idInDemo(`person ${name}`) });
const STRANGER: Scope = { as: "stranger" };
const SYSTEM: Scope = { as: "system" };

/** Tried, never kept. */
async function rows<Row>(database: Database, scope: Scope, query: ReturnType<typeof sql<Row>>): Promise<Row[]> {
  return database.trial<Record<string, never>, Row[]>(scope, async (tx) => (await query.execute(tx)).rows);
}

/** What the engine says to a statement under a scope: the code of the error, or how many rows it touched. */
async function tried(database: Database, scope: Scope, query: ReturnType<typeof sql>): Promise<string | number> {
  try {
    return await database.trial<Record<string, never>, number>(scope, async (tx) => {
      const { numAffectedRows, rows: found } = await query.execute(tx);
      return Math.max(Number(numAffectedRows ?? 0), found.length);
    });
  } catch (error) {
    return String((error as { code?: unknown }).code ?? error);
  }
}

const DENIED = "42501";
type Relation = { name: string; kind: string; rls: boolean; forced: boolean };
const relations = async (database: Database) =>
  database.asOwner(
    async (tx) =>
      (
        await sql<Relation>`select relname as name, relkind::text as kind, relrowsecurity as rls, relforcerowsecurity as forced from pg_class
          where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v', 'm', 'f') order by relname`.execute(
          tx as unknown as AnyTransaction,
        )
      ).rows,
  );

/** Written by functions and migrations only: the roles have no right to them at all, or no more than to read. */
const WITHOUT_POLICIES = ["event_head", "migration"];
/** What everybody may read: what is published, and the hashes of the promises' log with its time stamps, which say nothing of what they are of. */
const OPEN = ["publication", "told_promise", "pledge_collection", "pledge_log_node", "pledge_log_stamp"];

onBothEngines("rights", (fresh) => {
  test("every table has row-level security, and there is nothing else that rows can be read through", async () => {
    const all = await relations(await fresh());
    expect(all.length).toBeGreaterThan(40);
    expect(all.filter(({ kind }) => kind !== "r")).toEqual([]);
    expect(all.filter(({ rls, name }) => !rls && !WITHOUT_POLICIES.includes(name))).toEqual([]);
  });

  test("a stranger reads what is published and writes nothing, in every table", async () => {
    const database = await fresh();
    for (const { name } of await relations(database)) {
      const table = sql.table(name);
      expect(await tried(database, STRANGER, sql`select * from ${table}`), name).toBe(OPEN.includes(name) ? 0 : DENIED);
      expect(await tried(database, STRANGER, sql`delete from ${table}`), name).toBe(DENIED);
      expect(await tried(database, STRANGER, sql`insert into ${table} default values`), name).toBe(DENIED);
      expect(await tried(database, STRANGER, sql`truncate ${table}`), name).toBe(DENIED);
    }
  });

  test("functions that go past the policies have a fixed search path, and none is for strangers", async () => {
    const database = await fresh();
    const functions = await database.asOwner(
      async (tx) =>
        (
          await sql<{
            name: string;
            definer: boolean;
            path: boolean;
            language: string;
            open: boolean;
            stranger: boolean;
          }>`
            select p.proname as name, p.prosecdef as definer, l.lanname as language,
              coalesce(p.proconfig::text like '%search_path=public, pg_temp%', false) as path,
              has_function_privilege('public', p.oid, 'execute') as open, has_function_privilege('samsyn_stranger', p.oid, 'execute') as stranger
            from pg_proc p join pg_language l on l.oid = p.prolang where p.pronamespace = 'public'::regnamespace
              and not exists (select 1 from pg_depend d where d.objid = p.oid and d.deptype = 'e')`.execute(
            tx as unknown as AnyTransaction,
          )
        ).rows,
    );
    expect(functions.length).toBeGreaterThan(8);
    expect(functions.filter(({ definer, path }) => definer && !path)).toEqual([]);
    expect(functions.filter(({ language, path }) => language === "plpgsql" && !path)).toEqual([]);
    expect(functions.filter(({ definer, open, stranger }) => definer && (open || stranger))).toEqual([]);
  });

  test("who works nowhere, or in another partnership, finds no row and changes none, in every table", async () => {
    const database = await fresh({ demo: true });
    const house = await openTestHouse(database);
    const ockelbo = idInDemo("partnership ockelbo");
    const tables = await relations(database);
    const withPartnership = (
      await database.asOwner(
        async (tx) =>
          (
            await sql<{
              name: string;
            }>`select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid
              where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attname = 'partnership_id' and not a.attisdropped`.execute(
              tx as unknown as AnyTransaction,
            )
          ).rows,
      )
    ).map(({ name }) => name);
    const full: string[] = [];
    for (const { name } of tables) {
      const table = sql.table(name);
      const found = await tried(database, { as: "staff", personId: nobody }, sql`select * from ${table}`);
      expect(OPEN.includes(name) || found === 0 || found === DENIED, `${name} ${found}`).toBe(true);
      const deleted = await tried(database, asPerson("Elin"), sql`delete from ${table}`);
      expect(deleted === 0 || deleted === DENIED, `${name} ${deleted}`).toBe(true);
      expect(await tried(database, asPerson("Elin"), sql`truncate ${table}`), name).toBe(DENIED);
      if (!withPartnership.includes(name) || OPEN.includes(name)) continue;
      const theirs = sql`select * from ${table} where partnership_id = ${ockelbo}`;
      if (Number(await tried(database, SYSTEM, theirs)) > 0) full.push(name);
      const seen = await tried(database, asPerson("Elin"), theirs);
      expect(seen === 0 || seen === DENIED, `${name} ${seen}`).toBe(true);
      const copied = await database.trial<Record<string, never>, string | number>(SYSTEM, async (tx) => {
        const any = tx as unknown as AnyTransaction;
        const one = await sql<{
          row: unknown;
        }>`select to_jsonb(t) as row from ${table} t where partnership_id = ${ockelbo} limit 1`
          .execute(any)
          .catch(() => ({ rows: [] }));
        if (one.rows[0] === undefined) return DENIED;
        await sql`set local role samsyn_staff`.execute(any);
        await sql`select set_config('samsyn.person', ${idInDemo("person Elin")}, true)`.execute(any);
        return sql`insert into ${table} select * from jsonb_populate_record(null::${table}, ${JSON.stringify(one.rows[0].row)}::jsonb)`
          .execute(any)
          .then(
            () => "written",
            (error: { code?: string }) => String(error.code),
          );
      });
      expect(copied, name).toBe(DENIED);
    }
    // An empty table would let everything through here unseen.
    expect(full.length).toBeGreaterThan(25);
    await house.close();
  });

  test("what one organisation keeps to itself is in no table the other can read, and shared is shared from then on", async () => {
    const database = await fresh({ demo: true });
    const house = await openTestHouse(database);
    const [karin, johan] = [await house.as("Karin"), await house.as("Johan")];
    const partnership = "ockelbo";
    const secret = {
      partnership,
      kind: "problem" as const,
      category: "place.lighting" as const,
      text: "HEMLIGT i en anteckning",
      consequence: "HEMLIGT",
      place: { kind: "point" as const, position: [16.718, 60.8985] as const, name: "HEMLIGT ställe" },
      when: { kind: "unknown" as const },
      sharing: "own" as const,
    };
    const source = {
      partnership,
      kind: "other" as const,
      name: "HEMLIGT underlag",
      method: "HEMLIGT",
      sampleType: "not-a-sample" as const,
      reliability: "low" as const,
      secrecyClass: "own" as const,
      caveat: "HEMLIGT",
    };
    const [kept, shared] = [id(), id()];
    for (const one of [kept, shared])
      expect((await johan.call(collect.noteObservation, { ...secret, id: one, notedAt: AT })).status).toBe(200);
    const { slug } = (await johan.call(collect.registerSource, source)).value;
    const file = new TextEncoder().encode("nr;dag;text\n1;2026-11-01;HEMLIGT i en fil\n");
    const mapping = {
      foreignId: "nr",
      time: { kind: "day", column: "dag", format: "yyyy-MM-dd" },
      place: { kind: "none" },
      category: {},
      text: ["text"],
    };
    const read = await johan.call(
      imports.importFile,
      { partnership, kind: "csv", source: slug, mapping: JSON.stringify(mapping), fileName: "HEMLIGT.csv" } as never,
      file,
    );
    expect(read).toMatchObject({ status: 200, value: { added: 1 } });
    const measured = { partnership, source: slug, name: "HEMLIGT mått", unit: "HEMLIGT", value: 1, caveat: "" };
    const when = { from: "2026-11-01", to: "2026-11-02", place: { kind: "unknown" as const } };
    expect((await johan.call(collect.recordMeasurement, { ...measured, ...when })).status).toBe(200);
    const problem = (await johan.call(prioritise.listProblems, { partnership })).value.problems[0]!;
    const evidence = { kind: "observation" as const, refId: kept, caption: "HEMLIGT", strength: "weak" as const };
    expect((await johan.call(prioritise.citeEvidence, { partnership, id: problem.id, evidence })).status).toBe(200);
    // Told to both from now on; what it said before is not.
    const told = { ...secret, id: shared, text: "Mörkt", consequence: "", sharing: "shared" as const };
    const place = { kind: "unknown" as const };
    expect((await johan.call(collect.reviseObservation, { ...told, place })).status).toBe(200);
    await house.settle();

    const holding: string[] = [];
    for (const { name } of await relations(database)) {
      const table = sql.table(name);
      const query = sql<{ count: number }>`select count(*) as count from ${table} t where t::text like '%HEMLIGT%'`;
      const seen = async (scope: Scope) =>
        rows(database, scope, query).then(
          ([one]) => one?.count ?? 0,
          () => 0,
        );
      if ((await seen(asPerson("Johan"))) > 0) holding.push(name);
      expect(await seen(asPerson("Karin")), name).toBe(0);
      expect(await seen(asPerson("Elin")), name).toBe(0);
      expect(await seen(STRANGER), name).toBe(0);
    }
    expect(holding).toEqual([
      "import_run",
      "measurement",
      "observation",
      "observation_revision",
      "problem_evidence",
      "source",
    ]);
    const opened = await karin.call(collect.openObservation, { partnership, id: shared });
    expect(opened.value).toMatchObject({ observation: { text: "Mörkt" }, revisions: [] });
    expect((await johan.call(collect.openObservation, { partnership, id: shared })).value.revisions).toHaveLength(1);
    // A name the other has taken in confidence is still free, and nothing tells that it was taken.
    const asked = await karin.call(collect.registerSource, { ...source, secrecyClass: "shared" });
    expect(asked).toMatchObject({ status: 200, value: { slug: "hemligt-underlag" } });
    await house.close();
  });

  test("the log takes entries from those who did it, where they work, and nobody changes one", async () => {
    const database = await fresh({ demo: true });
    const house = await openTestHouse(database);
    const [ockelbo, hofors] = [idInDemo("partnership ockelbo"), idInDemo("partnership hofors")];
    const [karin, johan] = [idInDemo("person Karin"), idInDemo("person Johan")];
    const note = (chain: string, partnership: string | null, person: string | null) =>
      sql`select note_event(${chain}::text, ${id()}::uuid, ${partnership}::uuid, ${AT}::timestamptz, 'thing.happened', ${person}::uuid, null::uuid, null::text, null::uuid, '{}'::text)`;
    expect(await tried(database, asPerson("Karin"), note(ockelbo, ockelbo, karin))).not.toBe(DENIED);
    for (const forged of [
      note(ockelbo, ockelbo, johan),
      note(ockelbo, ockelbo, null),
      note(hofors, hofors, karin),
      note("platform", ockelbo, karin),
      note(hofors, ockelbo, karin),
    ])
      expect(await tried(database, asPerson("Karin"), forged)).toBe(DENIED);
    for (const scope of [asPerson("Karin"), SYSTEM, STRANGER])
      for (const change of [
        sql`update event set body = '{}'`,
        sql`delete from event`,
        sql`truncate event`,
        sql`insert into event default values`,
        sql`update event_head set seq = 0`,
        sql`delete from event_head`,
        sql`alter table event disable trigger all`,
      ])
        expect(await tried(database, scope, change), JSON.stringify(scope)).toBe(DENIED);
    const job = sql`insert into job (id, name, body, run_at) values (${id()}, 'tell.refresh', ${JSON.stringify({ name: "pledge.published", partnershipId: hofors })}::jsonb, ${AT})`;
    expect(await tried(database, asPerson("Karin"), job)).toBe(DENIED);
    await house.close();
  });

  test("a police area works in two partnerships, and reaches from neither into the other; whose a thing is stays", async () => {
    const database = await fresh({ demo: true });
    const house = await openTestHouse(database);
    const johan = asPerson("Johan");
    const [ockelbo, hofors] = [idInDemo("partnership ockelbo"), idInDemo("partnership hofors")];
    const police = sql`(select organisation_id from role_grant where person_id = ${idInDemo("person Johan")} limit 1)`;
    const choose = (partnership: string) =>
      sql`insert into problem_choice (problem_id, partnership_id, organisation_id, reason, at)
        select id, ${partnership}::uuid, ${police}, 'r', ${AT} from problem where partnership_id = ${ockelbo} and state = 'declined' limit 1`;
    expect(await tried(database, johan, choose(ockelbo))).toBe(1);
    expect(await tried(database, johan, choose(hofors))).toBe("23503");
    const log = (partnership: string) =>
      sql`insert into deviation (id, partnership_id, activity_id, organisation_id, unit_name, on_day, cause, sentence, new_day, noted_at)
        select ${id()}::uuid, ${partnership}::uuid, id, ${police}, '', '2026-11-01', 'other', 's', '2026-12-01', ${AT} from pledge_activity where partnership_id = ${ockelbo} limit 1`;
    expect(await tried(database, johan, log(ockelbo))).toBe(1);
    expect(await tried(database, johan, log(hofors))).toBe("23503");
    for (const change of [
      sql`update observation set partnership_id = ${hofors}`,
      sql`update observation set noted_by = null`,
      sql`update pledge_document set partnership_id = ${hofors}`,
      sql`update pledge_document set predecessor_id = null`,
    ])
      expect(await tried(database, johan, change)).toBe(DENIED);
    await house.close();
  });

  test("a mandate signs on the days it holds", async () => {
    const database = await fresh({ demo: true });
    const house = await openTestHouse(database);
    const goran = idInDemo("person Göran");
    const signed = (to: string) =>
      database.trial<Record<string, never>, string>(SYSTEM, async (tx) => {
        // One signature too few, as it stood before the municipality signed; put back by the one who holds the mandate.
        await sql`update pledge_mandate set valid_to = ${to}::date where person_id = ${goran}`.execute(tx);
        await sql`set local role samsyn_staff`.execute(tx);
        await sql`select set_config('samsyn.person', ${goran}, true)`.execute(tx);
        return sql`insert into pledge_signature (id, partnership_id, document_id, party, organisation_id, mandate, content_hash, signed_at, means)
          select ${id()}::uuid, s.partnership_id, s.document_id, s.party, s.organisation_id, s.mandate, s.content_hash, ${AT}::timestamptz, s.means
          from pledge_signature s where s.party = 'municipality' and s.means ->> 'kind' = 'passkey' limit 1`
          .execute(tx)
          .then(
            () => "written",
            (error: { code?: string }) => String(error.code),
          );
      });
    // It stands there already: what is told then is that, and not that the person may not.
    expect(await signed("2099-01-01")).toBe("23505");
    expect(await signed("2026-11-23")).toBe(DENIED);
    await house.close();
  });

  test("a one-time link opens once, also when two open it at the same moment; the demo's people are nobody where there is no demo", async () => {
    const database = await fresh({ demo: true });
    const house = await openTestHouse(database);
    const inSystem = <T>(work: Parameters<typeof database.transaction<PartnershipDatabase, T>>[1]) =>
      database.transaction<PartnershipDatabase, T>(SYSTEM, work);
    const [invitationId, tokenHash] = [id(), hashToken("länk")];
    await inSystem((tx) =>
      people.addInvitation(tx, {
        id: invitationId,
        tokenHash,
        partnershipId: undefined,
        organisationId: undefined,
        role: undefined,
        title: undefined,
        name: "n",
        createdBy: undefined,
        at: AT,
        expiresAt: "2026-12-01T00:00:00.000Z" as Instant,
      }),
    );
    const open = () =>
      inSystem(async (tx) => {
        const found = await people.invitationByToken(tx, tokenHash);
        if (found === undefined || found.usedAt !== undefined) return false;
        await new Promise((resolve) => setTimeout(resolve, 100));
        await people.useInvitation(tx, found.id, idInDemo("person Karin"), AT);
        return true;
      });
    expect((await Promise.all([open(), open(), open()])).filter(Boolean)).toHaveLength(1);

    await house.as("Karin");
    const token = hashToken(`test-session-of-${Buffer.from("Karin").toString("hex")}`);
    const owner = (demo: boolean) => inSystem((tx) => people.sessionOwner(tx, token, AT, { demo }));
    expect([await owner(true), await owner(false)]).toEqual([idInDemo("person Karin"), undefined]);
    await house.close();
  });
});
