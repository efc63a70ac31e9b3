import { sql } from "kysely";
import { beforeAll, expect, test } from "vitest";
import { onBothEngines } from "../../../test/databases.ts";
import { type Caller, openTestHouse, type TestHouse } from "../../../test/house.ts";
import { insideDemo, type Inside } from "../../../test/stores.ts";
import { withReasons } from "../../../test/with-reasons.ts";
import type { Instant } from "../../ground/time.ts";
import { newId } from "../../platform/server/secrets.ts";
import { openDocument, propose, saveDraft } from "../api.ts";
import type { Content } from "../document.ts";
import { documentBySlug } from "../store.ts";
import * as api from "./api.ts";
import { withField } from "./passages.ts";
import * as store from "./store.ts";
import { renewed } from "../../../test/renewed.ts";

const AT = "2026-11-24T09:00:00.000Z" as Instant;
const at = { partnership: "ockelbo", slug: "2028-2030" };

onBothEngines("writing together through the doors", (fresh) => {
  let house: TestHouse;
  let inside: Inside;
  let karin: Caller;
  let johan: Caller;
  beforeAll(async () => {
    const database = await fresh({ demo: true });
    inside = await insideDemo(database);
    house = await openTestHouse(database);
    [karin, johan] = [await house.as("Karin"), await house.as("Johan")];
    await renewed(karin, "2025-2027", at.slug);
  });
  const opened = async (who: Caller = karin) => (await who.call(openDocument, at)).value;
  const save = async (who: Caller, revision: number, content: Content) =>
    (await who.call(saveDraft, { ...at, revision, content })).value;
  const firstActivity = ({ pledges }: Content) => pledges[0]!.activities[0]!;
  const versions = async (who: Caller = karin) => (await who.call(api.listVersions, at)).value.versions;
  const documentHere = () =>
    inside.as("system", async (tx) => (await documentBySlug(tx, inside.partnershipId, at.slug))!);

  test("two who change different passages at once: both are in it, and the second is told what came along", async () => {
    const { content, revision } = await opened();
    const activity = firstActivity(content);
    expect(
      await save(johan, revision, withField(content, activity.id, "text", "Polisen går ut på fredagar.")!),
    ).toEqual({
      revision: revision + 1,
      kept: "saved",
      brought: [],
      by: "municipality",
    });
    expect(await save(karin, revision, { ...content, title: "Löfte 2028–2030" })).toEqual({
      revision: revision + 2,
      kept: "merged",
      brought: [activity.number],
      by: "police",
    });
    const now = await opened(johan);
    expect(now.title).toBe("Löfte 2028–2030");
    expect(firstActivity(now.content).text).toBe("Polisen går ut på fredagar.");
  });

  test("two who change the same sentence: the draft keeps the one, the list keeps both, and whoever was later chooses", async () => {
    const { content, revision } = await opened();
    const { id } = firstActivity(content);
    const wording = (text: string) => withField(content, id, "text", text)!;
    await save(johan, revision, wording("Polisens mening."));
    expect(await save(karin, revision, wording("Kommunens mening."))).toMatchObject({
      revision: revision + 1,
      kept: "aside",
    });
    const now = await opened();
    expect([now.revision, firstActivity(now.content).text]).toEqual([revision + 1, "Polisens mening."]);
    const [aside] = (await versions()).filter((one) => one.aside);
    expect(aside).toMatchObject({ revision, party: "municipality" });
    const kept = (await karin.call(api.readVersion, { ...at, key: aside!.key })).value.content;
    expect(firstActivity(kept).text).toBe("Kommunens mening.");
    const chosen = withField(now.content, id, "text", "Båda går ut.")!;
    expect(await save(karin, now.revision, chosen)).toMatchObject({ kept: "saved" });
  });

  test("every wording is kept, with its organisation and never a person, and can be read again", async () => {
    const all = await versions();
    const saved = all.filter(({ aside }) => !aside);
    expect(saved.map(({ key }) => Number(key))).toEqual([5, 4, 3, 2, 1]);
    expect(saved.map(({ party }) => party)).toEqual([
      "municipality",
      "police",
      "municipality",
      "police",
      "municipality",
    ]);
    expect(JSON.stringify(all)).not.toMatch(/Karin|Johan/);
    const first = (await johan.call(api.readVersion, { ...at, key: "1" })).value.content;
    const last = (await johan.call(api.readVersion, { ...at, key: "5" })).value.content;
    expect(first.title).not.toBe(last.title);
    for (const key of ["77", newId(Date.parse(AT))])
      expect((await karin.call(api.readVersion, { ...at, key })).status).toBe(404);
    expect((await karin.call(api.readVersion, { ...at, key: "x" })).status).toBe(422);
    expect((await karin.call(saveDraft, { ...at, revision: 77, content: last })).problem.why).toBe("changed-meanwhile");
    const elin = await house.as("Elin");
    for (const door of [api.listVersions, api.readSince]) expect((await elin.call(door, at)).status).toBe(404);
  });

  test("who has read what is one's own, and says what has changed since", async () => {
    const since = async (who: Caller) => (await who.call(api.readSince, at)).value.last;
    const { revision, content } = await opened();
    expect(await since(karin)).toBeNull();
    expect((await karin.call(api.markRead, { ...at, revision })).status).toBe(200);
    expect(await since(karin)).toEqual({ revision, content });
    expect(await since(johan)).toBeNull();
    await save(johan, revision, { ...content, title: "Ny rubrik" });
    expect((await since(karin))?.content.title).toBe(content.title);
    expect((await karin.call(api.markRead, { ...at, revision: 77 })).problem.why).toBe("changed-meanwhile");
    expect((await karin.call(api.markRead, { ...at, revision: revision + 1 })).status).toBe(200);
    expect((await since(karin))?.content.title).toBe("Ny rubrik");
    const { id } = await documentHere();
    const rows = (who: string) => inside.as(who, (tx) => tx.selectFrom("pledge_read").selectAll().execute());
    expect(await rows("Karin")).toHaveLength(1);
    expect(await rows("Johan")).toEqual([]);
    const [own] = await rows("Karin");
    const another = { partnershipId: inside.partnershipId, documentId: id, personId: own!.person_id };
    await expect(inside.as("Johan", (tx) => store.noteRead(tx, another, 1))).rejects.toMatchObject({ code: "42501" });
  });

  test("the database keeps every wording by itself, takes none back, and lets nobody put one aside for another", async () => {
    const { id, content, revision } = await documentHere();
    const row = { id: newId(Date.parse(AT)), partnership_id: inside.partnershipId, document_id: id, saved_at: AT };
    const put = (who: string, party: string, more: object = {}) =>
      inside.as(who, (tx) =>
        store.putAside(tx, {
          ...row,
          revision,
          content,
          organisation_id: inside.organisations[party]!,
          example: false,
          ...more,
        }),
      );
    await expect(put("Karin", "police")).rejects.toMatchObject({ code: "42501" });
    await expect(put("Amina", "municipality")).rejects.toMatchObject({ code: "42501" });
    await expect(put("Elin", "municipality")).rejects.toMatchObject({ code: "42501" });
    await expect(put("stranger", "municipality")).rejects.toMatchObject({ code: "42501" });
    const saved = sql`insert into pledge_version (id, partnership_id, document_id, revision, content, saved_at)
      select ${row.id}::uuid, partnership_id, id, 99, content, now() from pledge_document where id = ${id}`;
    await expect(inside.as("Karin", (tx) => saved.execute(tx))).rejects.toMatchObject({ code: "42501" });
    for (const who of ["Karin", "system"]) {
      const change = (statement: ReturnType<typeof sql>) => inside.as(who, (tx) => statement.execute(tx));
      await expect(change(sql`update pledge_version set revision = 9`)).rejects.toMatchObject({ code: "42501" });
      await expect(change(sql`delete from pledge_version`)).rejects.toMatchObject({ code: "42501" });
    }
    const count = (who: string) =>
      inside.as(who, async (tx) => (await tx.selectFrom("pledge_version").select("id").execute()).length);
    expect(await count("Ingrid")).toBeGreaterThan(4);
    expect(await count("Elin")).toBe(0);
  });

  test("what is proposed is saved by nobody, and its last wording is kept with the others", async () => {
    const { content, revision } = await opened();
    const period = { from: { said: "2028", on: "2028-01-01" }, to: { said: "2030", on: "2030-12-31" } };
    const ready = withReasons({ ...content, period } as Content);
    const saved = await save(karin, revision, ready);
    expect((await karin.call(propose, at)).status).toBe(200);
    const late = await johan.call(saveDraft, { ...at, revision, content });
    expect(late.problem.why).toBe("already-signed-cannot-change");
    expect((await versions())[0]).toMatchObject({ key: String(saved.revision), aside: false });
    const { id } = await documentHere();
    await expect(
      inside.as("Karin", (tx) =>
        store.putAside(tx, {
          id: newId(Date.parse(AT)),
          partnership_id: inside.partnershipId,
          document_id: id,
          revision,
          content,
          organisation_id: inside.organisations["municipality"]!,
          saved_at: AT,
          example: false,
        }),
      ),
    ).rejects.toMatchObject({ code: "42501" });
    await house.close();
  });
});
