import { sql, type Transaction } from "kysely";
import { expect, test } from "vitest";
import { onBothEngines } from "../../test/databases.ts";
import { idInDemo, openTestHouse } from "../../test/house.ts";
import { hexOf } from "../ground/bytes.ts";
import { canonicalText, type Json } from "../ground/canonical.ts";
import type { Day, Instant } from "../ground/time.ts";
import type { Database, Scope } from "../platform/server/database/database.ts";
import { newId, newSigningKey, sha256Hex, signWith } from "../platform/server/secrets.ts";
import { readCheckpoint, signedCheckpoint } from "./checkpoint.ts";
import { signedText } from "./document.ts";
import { leafHash, verifyConsistency, verifyInclusion } from "./merkle.ts";
import type { AnySignature } from "./signature.ts";
import * as log from "./store-log.ts";
import * as store from "./store.ts";
import type { PledgeDatabase } from "./tables.ts";

type Tx = Transaction<PledgeDatabase>;
const AT = "2026-11-24T09:00:00.000Z" as Instant;
const SYSTEM: Scope = { as: "system" };
const DENIED = "42501";
const id = () => newId(Date.parse(AT));

async function founded(database: Database) {
  const house = await openTestHouse(database);
  const inside = <T>(work: (tx: Tx) => Promise<T>, scope: Scope = SYSTEM): Promise<T> =>
    database.transaction<PledgeDatabase, T>(scope, work);
  const partnershipId = idInDemo("partnership ockelbo");
  const current = (await inside((tx) => store.documentBySlug(tx, partnershipId, "2025-2027")))!;
  /** A document that both parties have signed, as far as is asked. */
  const promised = (slug: string, until: "draft" | "proposed" | "signed", office = "Kommunstyrelsens ordförande") =>
    inside(async (tx) => {
      const content = {
        ...current.content,
        pledges: current.content.pledges.map((pledge) => ({
          ...pledge,
          activities: pledge.activities.map((activity) => ({ ...activity, id: id() as typeof activity.id })),
        })),
      };
      const base = { id: id(), slug, content, predecessorId: current.id, example: true };
      await store.addDraft(tx, { ...base, partnershipId, at: AT, organisationId: null }, sha256Hex);
      if (until === "draft") return base;
      const document = { ...base, revision: 1, contentHash: sha256Hex(signedText(content)) };
      await store.saveState(tx, partnershipId, { ...document, state: "proposed", proposedAt: AT }, AT);
      if (until === "proposed") return document;
      const { municipality, police } = (current as { signatures: Record<"municipality" | "police", AnySignature> })
        .signatures;
      const again = (signature: AnySignature) =>
        ({
          ...signature,
          id: id(),
          contentHash: document.contentHash,
          signedAt: AT,
          mandate: { ...signature.mandate, office, acting: signature === police, from: "2025-01-01" as Day },
        }) as AnySignature;
      const [first, second] = [again(municipality), again(police)];
      await store.addSignatureRow(tx, partnershipId, document.id, first);
      await store.saveState(
        tx,
        partnershipId,
        { ...document, state: "half-signed", proposedAt: AT, signatures: [first] },
        AT,
      );
      await store.addSignatureRow(tx, partnershipId, document.id, second);
      const both = { municipality: first, police: second } as never;
      await store.saveState(
        tx,
        partnershipId,
        { ...document, state: "signed", signedAt: AT, signatures: both, publication: undefined },
        AT,
      );
      return document;
    });
  return { house, database, inside, partnershipId, current, promised };
}

onBothEngines("the promises' log", (fresh) => {
  test("has an entry for everything that is proposed, signed, published and closed, and none of a draft", async () => {
    const { house, inside, promised, current, partnershipId } = await founded(await fresh({ demo: true }));
    const before = await inside((tx) => log.logSize(tx));
    // The demo's own documents were logged as they were laid in.
    const kinds = (await inside((tx) => log.entriesOf(tx, [current.id]))).map(({ kind }) => kind);
    expect(kinds).toEqual([
      "proposed",
      "signed",
      "signed",
      "published",
      "report-signed",
      "report-signed",
      "report-published",
    ]);
    // On paper, on a day that was never published: the log does not name one either.
    const old = (await inside((tx) => store.documentBySlug(tx, partnershipId, "2018-2019")))!;
    const onPaper = (await inside((tx) => log.entriesOf(tx, [old.id])))
      .map(({ leaf }) => JSON.parse(leaf) as Record<string, string>)
      .filter(({ means }) => means === "paper");
    expect(onPaper).toHaveLength(2);
    for (const said of onPaper) expect(Object.keys(said)).not.toContain("at");
    await promised("2030-2031", "draft");
    expect(await inside((tx) => log.logSize(tx))).toBe(before);
    const document = await promised("2032-2033", "signed", 'Ordförande "i"\n\\ tjänst é 😀 \u2028 \u007f');
    const entries = await inside((tx) => log.entriesOf(tx, [document.id]));
    expect(entries.map(({ index, kind }) => [index - before, kind])).toEqual([
      [0, "proposed"],
      [1, "signed"],
      [2, "signed"],
    ]);
    for (const { leaf } of entries) expect(canonicalText(JSON.parse(leaf) as Json)).toBe(leaf);
    const { logged, ...said } = JSON.parse(entries[2]!.leaf) as Record<string, string>;
    expect(logged).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[.]\d{3}Z$/);
    expect(said).toEqual({
      at: AT,
      document: "2032-2033",
      format: "samsyn-log-1",
      hash: sha256Hex(signedText(document.content)),
      kind: "signed",
      means: "passkey",
      office: 'tf. Ordförande "i"\n\\ tjänst é 😀 \u2028 \u007f',
      partnership: "ockelbo",
      party: "police",
    });
    await house.close();
  });

  test("proves each entry and every earlier head, and its head is signed by a key that is made once", async () => {
    const { house, inside, promised } = await founded(await fresh({ demo: true }));
    const heads = [await inside((tx) => log.logHead(tx))];
    for (const slug of ["2032-2033", "2034-2035", "2036-2037"]) {
      await promised(slug, "signed");
      heads.push(await inside((tx) => log.logHead(tx)));
    }
    const last = heads.at(-1)!;
    expect(last.size).toBe(heads[0]!.size + 9);
    await inside(async (tx) => {
      for (let size = 1; size <= last.size; size++) {
        const { root } = await log.logHead(tx, size);
        for (let index = 0; index < size; index++) {
          const proved = await log.inclusionProof(tx, index, size);
          expect(verifyInclusion({ ...proved, index, size, root })).toBe(true);
        }
        const proof = await log.consistencyProof(tx, size, last.size);
        expect(verifyConsistency({ before: { size, root }, after: last, proof })).toBe(true);
      }
      const rows = await tx.selectFrom("pledge_log_entry").select(["leaf"]).orderBy("index").execute();
      const hashes = rows.map(({ leaf }) => hexOf(leafHash(new TextEncoder().encode(leaf))));
      expect((await log.leafHashes(tx, 0, 1000)).map(hexOf)).toEqual(hashes);
      expect((await log.leafHashes(tx, 2, 3)).map(hexOf)).toEqual(hashes.slice(2, 5));
      expect(await log.checkLog(tx)).toEqual(last);
    });
    const key = await inside((tx) => log.logKey(tx, AT, newSigningKey));
    expect(await inside((tx) => log.logKey(tx, AT, newSigningKey))).toEqual(key);
    const named = { name: "samsyn.example/logg", publicKey: key.publicKey };
    const text = await signedCheckpoint({ origin: named.name, ...last }, named, (message) =>
      signWith(key.privateKey, message),
    );
    const verifies = async (publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array) => {
      const imported = await crypto.subtle.importKey("raw", Uint8Array.from(publicKey), "Ed25519", false, ["verify"]);
      return crypto.subtle.verify("Ed25519", imported, Uint8Array.from(signature), Uint8Array.from(message));
    };
    expect(await readCheckpoint(text, named, verifies)).toEqual({ origin: named.name, ...last });
    await house.close();
  });

  test("is in the same transaction: what is undone is not logged, and two who sign at once follow each other", async () => {
    const { house, database, inside, promised } = await founded(await fresh({ demo: true }));
    const before = await inside((tx) => log.logHead(tx));
    const [one, other] = [await promised("2032-2033", "draft"), await promised("2034-2035", "draft")];
    const propose = (document: string) => (tx: Tx) =>
      tx
        .updateTable("pledge_document")
        .set({ state: "proposed", proposed_at: AT })
        .where("id", "=", document)
        .execute();
    await database.trial<PledgeDatabase, unknown>(SYSTEM, propose(one.id));
    expect(await inside((tx) => log.logHead(tx))).toEqual(before);
    await Promise.all([inside(propose(one.id)), inside(propose(other.id))]);
    expect(await inside((tx) => log.logSize(tx))).toBe(before.size + 2);
    expect(await inside((tx) => log.checkLog(tx))).toMatchObject({ size: before.size + 2 });
    await house.close();
  });

  test("is written by nobody, changed by nobody, and what is read of it depends on who reads", async () => {
    const { house, database, partnershipId, current } = await founded(await fresh({ demo: true }));
    const tried = (scope: Scope, query: ReturnType<typeof sql>) =>
      database
        .trial<PledgeDatabase, string | number>(scope, async (tx) => (await query.execute(tx)).rows.length)
        .catch((error: { code?: string }) => String(error.code));
    const karin: Scope = { as: "staff", personId: idInDemo("person Karin") };
    const forged = sql`select pledge_log_add('signed', ${partnershipId}::uuid, ${current.id}::uuid, ${id()}::uuid, ${AT}::timestamptz, '{}'::jsonb)`;
    for (const scope of [karin, SYSTEM, { as: "stranger" } as const])
      for (const change of [
        forged,
        sql`insert into pledge_log_entry default values`,
        sql`insert into pledge_log_node (level, index, hash) values (0, 999, sha256(''))`,
        sql`update pledge_log_entry set leaf = ''`,
        sql`delete from pledge_log_node`,
        sql`truncate pledge_log_entry`,
        sql`update pledge_log_key set private_key = ''`,
        sql`delete from pledge_log_key`,
      ])
        expect(await tried(scope, change)).toBe(DENIED);
    for (const scope of [karin, { as: "stranger" } as const]) {
      expect(await tried(scope, sql`select * from pledge_log_entry`)).toBe(DENIED);
      expect(await tried(scope, sql`select * from pledge_log_key`)).toBe(DENIED);
      expect(Number(await tried(scope, sql`select * from pledge_log_node`))).toBeGreaterThan(0);
    }
    // Not even the owner by accident.
    const owner = (statement: ReturnType<typeof sql>) =>
      database.asOwner(async (tx) => statement.execute(tx)).catch((error: { code?: string }) => String(error.code));
    expect(await owner(sql`delete from pledge_log_entry`)).toBe(DENIED);
    expect(await owner(sql`update pledge_log_node set hash = sha256('')`)).toBe(DENIED);
    expect(await owner(sql`truncate pledge_log_key`)).toBe(DENIED);
    await house.close();
  });

  test("that somebody has changed behind its back is found out", async () => {
    const { house, database, inside, promised } = await founded(await fresh({ demo: true }));
    await promised("2032-2033", "signed");
    const { size } = await inside((tx) => log.logHead(tx));
    const after = (...changes: ReturnType<typeof sql>[]) =>
      database
        .asOwner(async (tx) => {
          for (const table of ["pledge_log_entry", "pledge_log_node", "pledge_document"])
            await sql`alter table ${sql.table(table)} disable trigger user`.execute(tx);
          for (const change of changes) await change.execute(tx);
          throw Object.assign(new Error("looked"), { found: await log.checkLog(tx as unknown as Tx) });
        })
        .catch((error: { found?: unknown }) => error.found);
    const last = size - 1;
    expect(await after()).toMatchObject({ size });
    const changed = sql`update pledge_log_entry set leaf = replace(leaf, 'police', 'polise') where index = ${last}`;
    expect(await after(changed)).toEqual({ fault: { index: last, what: "entry-changed" } });
    expect(await after(sql`update pledge_log_entry set leaf = '{' where index = 1`)).toEqual({
      fault: { index: 1, what: "entry-changed" },
    });
    expect(await after(sql`update pledge_log_node set hash = sha256('') where level = 1 and index = 0`)).toEqual({
      fault: { index: 1, what: "node-changed" },
    });
    expect(await after(sql`delete from pledge_log_entry where index = 2`)).toEqual({
      fault: { index: 2, what: "entry-gone" },
    });
    expect(await after(sql`delete from pledge_log_entry where index = ${last}`)).toEqual({
      fault: { index: last, what: "entry-gone" },
    });
    // Cut off as if it had never been longer.
    const cut = [
      sql`delete from pledge_log_entry where index = ${last}`,
      sql`delete from pledge_log_node where (index + 1) * (1::bigint << level) > ${last}`,
    ];
    expect(await after(...cut)).toEqual({ fault: { index: last, what: "not-logged" } });
    const words = sql`update pledge_document set content_text = 'x', content_hash = encode(sha256('x'), 'hex') where slug = '2032-2033'`;
    expect(await after(words)).toEqual({ fault: { index: size - 3, what: "says-otherwise" } });
    await house.close();
  });
});
