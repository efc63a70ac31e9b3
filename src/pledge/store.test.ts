import { sql, type Transaction } from "kysely";
import { expect, test } from "vitest";
import { onBothEngines } from "../../test/databases.ts";
import { openTestHouse } from "../../test/house.ts";
import type { Day, Instant } from "../ground/time.ts";
import type { Database, Scope } from "../platform/server/database/database.ts";
import { newId, sha256Hex } from "../platform/server/secrets.ts";
import { signedText } from "./document.ts";
import type { AnySignature } from "./signature.ts";
import * as store from "./store.ts";
import type { PledgeDatabase } from "./tables.ts";

type Tx = Transaction<PledgeDatabase>;
const AT = "2026-11-24T09:00:00.000Z" as Instant;
const SYSTEM: Scope = { as: "system" };

async function founded(database: Database) {
  const house = await openTestHouse(database);
  const inside = <T>(scope: Scope, work: (tx: Tx) => Promise<T>): Promise<T> =>
    database.transaction<PledgeDatabase, T>(scope, work);
  const facts = await inside(SYSTEM, async (tx) => {
    const partnership = await tx
      .selectFrom("partnership")
      .selectAll()
      .where("slug", "=", "ockelbo")
      .executeTakeFirstOrThrow();
    const people = await tx.selectFrom("person").select(["id", "name"]).execute();
    const current = (await store.documentBySlug(tx, partnership.id, "2025-2027"))!;
    return { partnershipId: partnership.id, people, current };
  });
  const as = (name: string): Scope => ({
    as: "staff",
    personId: facts.people.find((person) => person.name === name)!.id,
  });
  /** A draft of the same words, laid out as proposed. */
  const proposedAgain = async (slug: string) => {
    const { partnershipId, current } = facts;
    const fresh = {
      ...current.content,
      pledges: current.content.pledges.map((pledge) => ({
        ...pledge,
        activities: pledge.activities.map((activity) => ({
          ...activity,
          id: newId(Date.parse(AT)) as typeof activity.id,
        })),
      })),
    };
    const draft = {
      id: newId(Date.parse(AT)),
      slug,
      revision: 1,
      content: fresh,
      contentHash: sha256Hex(signedText(fresh)),
      predecessorId: current.id,
      example: true,
    };
    await inside(SYSTEM, async (tx) => {
      await store.addDraft(tx, { ...draft, partnershipId, at: AT, organisationId: null }, sha256Hex);
      await store.saveState(tx, partnershipId, { ...draft, state: "proposed", proposedAt: AT }, AT);
    });
    return draft;
  };
  return { house, inside, as, proposedAgain, ...facts };
}

onBothEngines("what is stored of a promise", (fresh) => {
  test("is read back as it was written, and its text is the text that was hashed", async () => {
    const { house, inside, partnershipId, proposedAgain } = await founded(await fresh({ demo: true }));
    const draft = await proposedAgain("2028-2030");
    const kept = await inside(SYSTEM, (tx) => store.documentBySlug(tx, partnershipId, "2028-2030"));
    expect(kept).toEqual({ ...draft, state: "proposed", proposedAt: AT });
    const all = await inside(SYSTEM, (tx) => store.documentsOf(tx, partnershipId));
    expect(all.map(({ slug }) => slug)).toEqual(
      expect.arrayContaining(["2018-2019", "2022-2024", "2025-2027", "2028-2030"]),
    );
    for (const { content, contentHash } of all) expect(sha256Hex(signedText(content))).toBe(contentHash);
    await house.close();
  });

  test("cannot be changed once it has left the draft, go back, or be called signed before both have signed", async () => {
    const { house, inside, partnershipId, current, proposedAgain, as } = await founded(await fresh({ demo: true }));
    const draft = await proposedAgain("2028-2030");
    for (const scope of [SYSTEM, as("Karin")]) {
      const change = (id: string, set: Record<string, unknown>) =>
        inside(scope, (tx) => tx.updateTable("pledge_document").set(set).where("id", "=", id).execute());
      await expect(change(current.id, { title: "Ett annat löfte" })).rejects.toThrow("cannot be changed");
      await expect(change(current.id, { content_text: "{}", content_hash: sha256Hex("{}") })).rejects.toThrow(
        "cannot be changed",
      );
      await expect(change(draft.id, { state: "draft", proposed_at: null })).rejects.toThrow("taken back with a reason");
      await expect(change(draft.id, { state: "signed", signed_at: AT })).rejects.toThrow("signed by both");
      await expect(change(draft.id, { state: "published", signed_at: AT, published_at: AT })).rejects.toThrow(
        scope === SYSTEM ? "signed by both" : "one key from each organisation",
      );
    }
    const kept = await inside(SYSTEM, (tx) => store.documentBySlug(tx, partnershipId, "2028-2030"));
    expect(kept?.state).toBe("proposed");
    await house.close();
  });

  test("takes a signature only over its own text, from the party it is, by who holds the mandate, and keeps it as it is", async () => {
    const { house, inside, partnershipId, current, proposedAgain, as } = await founded(await fresh({ demo: true }));
    const draft = await proposedAgain("2028-2030");
    if (current.state !== "published") throw new Error("The demo's current promise is not in force");
    const { municipality, police } = current.signatures;
    const signature = (one: AnySignature, more: Partial<AnySignature> = {}): AnySignature =>
      ({ ...one, id: newId(Date.parse(AT)), contentHash: draft.contentHash, ...more }) as AnySignature;
    const add = (scope: Scope, one: AnySignature) =>
      inside(scope, (tx) => store.addSignatureRow(tx, partnershipId, draft.id, one));
    await expect(add(as("Sofia"), signature(police, { contentHash: sha256Hex("annat") }))).rejects.toThrow(
      "own document",
    );
    const inOthersPlace = signature(municipality, { organisationId: police.organisationId });
    await expect(add(SYSTEM, inOthersPlace)).rejects.toThrow("the party it is");
    await expect(add(as("Göran"), signature(police))).rejects.toThrow(/row-level security/);
    await expect(add(as("Johan"), signature(police))).rejects.toThrow(/row-level security/);
    await add(as("Sofia"), signature(police));
    await expect(add(as("Sofia"), signature(police))).rejects.toThrow(/unique/);
    for (const scope of [SYSTEM, as("Sofia")]) {
      await expect(
        inside(scope, (tx) => tx.updateTable("pledge_signature").set({ party: "police" }).execute()),
      ).rejects.toThrow(/permission denied/);
      await expect(inside(scope, (tx) => tx.deleteFrom("pledge_signature").execute())).rejects.toThrow(
        /permission denied/,
      );
    }
    await house.close();
  });

  test("is seen by its own partnership only, and a mandate is recorded by who keeps the roles", async () => {
    const { house, inside, partnershipId, as } = await founded(await fresh({ demo: true }));
    const count = (scope: Scope) => inside(scope, async (tx) => (await store.documentsOf(tx, partnershipId)).length);
    expect(await count(as("Ingrid"))).toBeGreaterThan(2);
    expect(await count(as("Elin"))).toBe(0);
    for (const table of ["pledge_document", "pledge_activity", "pledge_signature", "pledge_mandate", "pledge_signing"])
      await expect(
        inside({ as: "stranger" }, (tx) => sql`select 1 from ${sql.table(table)}`.execute(tx)),
      ).rejects.toThrow(/permission denied/);

    const held = await inside(SYSTEM, (tx) =>
      tx.selectFrom("pledge_mandate").selectAll().where("party", "=", "municipality").executeTakeFirstOrThrow(),
    );
    const next = { ...held, valid_from: "2028-01-01" as Day, valid_to: null };
    const record = (name: string, more: object = {}) =>
      inside(as(name), (tx) => store.addMandate(tx, { ...next, id: newId(Date.parse(AT)), ...more }));
    await expect(record("Amina", { person_id: held.person_id })).rejects.toThrow(/row-level security/);
    await expect(record("Johan")).rejects.toThrow(/row-level security/);
    await record("Karin");
    const on = (day: string) =>
      inside(SYSTEM, async (tx) => (await store.mandateOf(tx, partnershipId, held.person_id, day as Day))?.from);
    expect([await on("2027-12-31"), await on("2028-01-01"), await on("2020-01-01")]).toEqual([
      held.valid_from,
      "2028-01-01",
      "2028-01-01",
    ]);
    await house.close();
  });

  test("lays its activities out once it is proposed, and they are promised once it is published", async () => {
    const { house, inside, partnershipId, current, proposedAgain } = await founded(await fresh({ demo: true }));
    const promised = () => inside(SYSTEM, (tx) => store.promisedActivities(tx, partnershipId, "2026-11-24" as Day));
    const before = await promised();
    const numbers = current.content.pledges.flatMap(({ activities }) => activities.map(({ number }) => number));
    expect(before.map(({ number }) => number)).toEqual(numbers);
    expect(new Set(before.map(({ slug }) => slug))).toEqual(new Set(["2025-2027"]));
    await proposedAgain("2028-2030");
    expect(await promised()).toEqual(before);
    await house.close();
  });
});
