import { sql, type Transaction } from "kysely";
import { expect, test } from "vitest";
import { otherwise, REASON, whoAmend } from "../../../test/amending.ts";
import { onBothEngines } from "../../../test/databases.ts";
import { idInDemo, openTestHouse } from "../../../test/house.ts";
import type { Day, Instant } from "../../ground/time.ts";
import type { Scope } from "../../platform/server/database/database.ts";
import { newId, sha256Hex } from "../../platform/server/secrets.ts";
import type { Amends } from "../document.ts";
import { addDraft, documentBySlug } from "../store.ts";
import type { PledgeDatabase } from "../tables.ts";

const AT = "2026-11-24T09:00:00.000Z" as Instant;
const SYSTEM: Scope = { as: "system" };
const id = () => newId(Date.parse(AT));

onBothEngines("what the rule of a change refuses, the database refuses", (fresh) => {
  test("a change is of the text that holds, one at a time, and stays a change of it", { timeout: 60_000 }, async () => {
    const database = await fresh({ demo: true });
    const house = await openTestHouse(database);
    const { begin, save, carryThrough } = await whoAmend(house, database);
    const inside = <T>(scope: Scope, work: (tx: Transaction<PledgeDatabase>) => Promise<T>) =>
      database.transaction<PledgeDatabase, T>(scope, work);
    const partnershipId = idInDemo("partnership ockelbo");
    const read = (slug: string) => inside(SYSTEM, (tx) => documentBySlug(tx, partnershipId, slug));
    const people = await inside(SYSTEM, (tx) => tx.selectFrom("person").select(["id", "name"]).execute());
    const as = (name: string): Scope => ({ as: "staff", personId: people.find((one) => one.name === name)!.id });
    const current = (await read("2025-2027"))!;
    const old = (await read("2022-2024"))!;
    const add = (scope: Scope, amends: Partial<Amends>, originalId = current.id, slug = "ett-annat") =>
      inside(scope, (tx) =>
        addDraft(
          tx,
          {
            id: id(),
            partnershipId,
            slug,
            content: {
              ...current.content,
              amends: {
                documentId: current.id as Amends["documentId"],
                contentHash: current.contentHash,
                kind: "amendment",
                reason: REASON,
                ...amends,
              },
            },
            predecessorId: undefined,
            at: AT,
            organisationId: null,
            originalId,
          },
          sha256Hex,
        ),
      );
    const karin = as("Karin");
    const no = /row-level security/;
    await expect(add(karin, { contentHash: sha256Hex("annat") })).rejects.toThrow(no);
    await expect(
      add(karin, { documentId: old.id as Amends["documentId"], contentHash: old.contentHash }, old.id),
    ).rejects.toThrow(no);
    await expect(add(karin, {}, old.id)).rejects.toThrow(no);
    for (const name of ["Ingrid", "Sofia", "Elin"]) await expect(add(as(name), {})).rejects.toThrow(no);
    // What the columns say is what is signed.
    await expect(
      inside(SYSTEM, (tx) =>
        tx.updateTable("pledge_document").set({ original_id: old.id }).where("id", "=", current.id).execute(),
      ),
    ).rejects.toThrow(/of the text it was begun on|pledge_document_amends/);

    const { slug } = (await begin("extension", "2028-06-30" as Day)).value;
    await expect(add(karin, {})).rejects.toThrow(/pledge_amendment_open/);
    const longer = (await read(slug))!;
    const change = (scope: Scope, set: Record<string, unknown>) =>
      inside(scope, (tx) => tx.updateTable("pledge_document").set(set).where("id", "=", longer.id).execute());
    await expect(change(karin, { amends_id: old.id })).rejects.toThrow(/permission denied/);
    await expect(change(SYSTEM, { amends_id: old.id })).rejects.toThrow("begun on");
    const moved = { ...longer.content, amends: { ...longer.content.amends!, contentHash: sha256Hex("annat") } };
    await expect(change(SYSTEM, { content: JSON.stringify(moved) })).rejects.toThrow("begun on");

    expect((await carryThrough(slug)).value).toEqual({ state: "published" });
    await expect(change(SYSTEM, { state: "closed", closed_at: AT, closing: "expired" })).rejects.toThrow("ends with");
    const now = (await read(slug))!;
    const head = { documentId: now.id as Amends["documentId"], contentHash: now.contentHash };
    // What was changed already is not changed once more beside that, and nothing is lengthened twice.
    await expect(add(karin, {})).rejects.toThrow(no);
    await expect(add(karin, { ...head, kind: "extension" })).rejects.toThrow(/pledge_extended_once/);

    // What is laid out when it is published is laid out by the database, and by nobody else.
    const touched = (scope: Scope) =>
      inside(scope, (tx) => sql`update pledge_activity set withdrawn_on = '2026-11-24'`.execute(tx));
    await expect(touched(karin)).rejects.toThrow(/permission denied/);
    const second = (await begin("amendment")).value.slug;
    expect((await save(second, (content) => otherwise(content, id()))).status).toBe(200);
    await inside(SYSTEM, (tx) =>
      tx
        .updateTable("pledge_document")
        .set({ state: "closed", closed_at: AT, closing: "expired" })
        .where("id", "=", current.id)
        .execute(),
    );
    const draft = (await read(second))!;
    await expect(
      inside(SYSTEM, (tx) =>
        tx
          .updateTable("pledge_document")
          .set({ state: "proposed", proposed_at: AT })
          .where("id", "=", draft.id)
          .execute(),
      ),
    ).rejects.toThrow("in force");
    await house.close();
  });
});
