import { describe, expect, test } from "vitest";
import { giveKey } from "./authenticator.ts";
import { onBothEngines } from "./databases.ts";
import { openTestHouse } from "./house.ts";
import { by, johan, karin, must, PARTNERSHIP, petra, sofia, someone, why } from "./people.ts";
import { renewed } from "./renewed.ts";
import { insideDemo } from "./stores.ts";
import { withReasons } from "./with-reasons.ts";
import { waiting } from "../src/follow/api.ts";
import type { Person } from "../src/ground/party.ts";
import type { Day, Instant } from "../src/ground/time.ts";
import { newId } from "../src/platform/server/secrets.ts";
import * as amendments from "../src/pledge/amendments/api.ts";
import * as api from "../src/pledge/api.ts";
import type { PledgeDocument, State } from "../src/pledge/lifecycle.ts";
import * as log from "../src/pledge/store-log.ts";
import { addTakenBack } from "../src/pledge/store-dropped.ts";
import { takeBack, type TakeBackWish } from "../src/pledge/taking-back.ts";

describe("taking back", () => {
  const as = (state: State) =>
    ({ id: "document", slug: "2028-2030", revision: 3, contentHash: "hash", example: false, state }) as PledgeDocument;
  const decide = (state: State, more: Partial<TakeBackWish> = {}, isHeard = false, who: Person = karin) =>
    takeBack.decide(
      { state, revision: 3, reason: "Fel antal.", ...more },
      { partnershipId: PARTNERSHIP, document: as(state), isHeard },
      by(who),
    );

  test("is for those who write for the municipality or the police", () => {
    const here = { partnershipId: PARTNERSHIP, document: as("draft"), isHeard: false };
    const may = (person: Person) => takeBack.may(person, { state: "draft", revision: 3, reason: "x" }, here)?.why;
    expect([karin, johan].map(may)).toEqual([undefined, undefined]);
    const third = someone("bodil", "other", "coordinator");
    expect([petra, sofia, third].map(may)).toEqual(["not-yours", "not-yours", "not-yours"]);
  });

  test.each<[State, string]>([
    ["draft", "dropped"],
    ["proposed", "back"],
    ["half-signed", "dropped"],
    ["signed", "dropped"],
  ])("of what is %s it is %s, by either party", (state, kind) => {
    expect(must(decide(state))).toMatchObject({
      kind,
      revision: 3,
      contentHash: "hash",
      organisationId: "municipality",
    });
    expect(must(decide(state, {}, false, johan))).toMatchObject({ kind, organisationId: "police" });
  });

  test.each<[string, State, Partial<TakeBackWish>, boolean, string]>([
    ["what is published", "published", {}, false, "published-is-amended"],
    ["what has ended", "closed", {}, false, "published-is-amended"],
    ["what was signed meanwhile", "half-signed", { state: "proposed" }, false, "moved-on-meanwhile"],
    ["what was changed meanwhile", "draft", { revision: 2 }, false, "moved-on-meanwhile"],
    ["what residents wait for an answer about", "draft", {}, true, "comments-go-on"],
    ["without a reason", "proposed", { reason: "  " }, false, "take-back-needs-reason"],
    ["with somebody in the reason", "proposed", { reason: "Ring Anna på 070-123 45 67" }, false, "names-a-person"],
  ])("%s is refused", (_name, state, more, isHeard, refused) => {
    expect(why(decide(state, more, isHeard))).toBe(refused);
  });
});

const partnership = "ockelbo";
const slug = "2028-2030";
const where = { partnership, slug };

onBothEngines("what was put forward", (fresh) => {
  test("is taken back, changed and put forward again; signed by one it is laid down, and its period is free", async () => {
    const database = await fresh({ demo: true });
    const inside = await insideDemo(database);
    const house = await openTestHouse(database);
    const [karin, johan, sofia] = [await house.as("Karin"), await house.as("Johan"), await house.as("Sofia")];
    const opened = async () => (await karin.call(api.openDocument, where)).value;
    const save = async (title: string) => {
      const { content, revision } = await opened();
      const period = {
        from: { said: "2028", on: "2028-01-01" as Day },
        to: { said: "2030", on: "2030-12-31" as Day },
      };
      return karin.call(api.saveDraft, { ...where, revision, content: withReasons({ ...content, title, period }) });
    };
    const wish = async () => {
      const { state, revision } = await opened();
      return { ...where, state, revision, reason: "Antalet var fel." };
    };
    const fault = async () => inside.as("system", async (tx) => "fault" in (await log.checkLog(tx)));
    const asked = async () =>
      (await sofia.call(waiting, { partnership })).value.turns.filter(({ kind }) => kind === "sign").length;
    const before = await asked();
    await renewed(karin, "2025-2027", slug);
    await save("Medborgarlöfte 2028–2030");
    await karin.call(api.propose, where);
    expect(await asked()).toBe(before + 1);
    const put = await opened();

    expect((await sofia.call(api.takeBack, await wish())).problem.why).toBe("not-yours");
    expect((await johan.call(api.takeBack, { ...(await wish()), reason: "" })).problem).toMatchObject({
      why: "take-back-needs-reason",
      field: "reason",
    });
    expect((await johan.call(api.takeBack, await wish())).value).toEqual({ kind: "back" });
    const back = await opened();
    expect(back).toMatchObject({ state: "draft", revision: put.revision + 1, contentHash: put.contentHash });
    expect(back.content).toEqual(put.content);
    expect(back.takenBack).toMatchObject({ by: "police", reason: "Antalet var fel." });
    expect(await asked()).toBe(before);
    expect(await fault()).toBe(false);

    expect((await save("Medborgarlöfte för Ockelbo")).value.kept).toBe("saved");
    expect((await karin.call(api.propose, where)).value).toEqual({ state: "proposed" });
    expect(await fault()).toBe(false);
    const stale = await wish();
    const key = await giveKey(database, "Sofia");
    const question = (await sofia.call(api.askToSign, where)).value;
    const answer = key.answer(question.options["challenge"] as string);
    await sofia.call(api.sign, { ...where, signingId: question.signingId, answer });
    expect((await karin.call(api.takeBack, stale)).problem.why).toBe("moved-on-meanwhile");
    expect((await karin.call(api.takeBack, await wish())).value).toEqual({ kind: "dropped" });
    expect((await karin.call(api.openDocument, where)).status).toBe(404);
    const list = (await johan.call(api.listDocuments, { partnership })).value;
    expect(list.documents.map((one) => one.slug)).not.toContain(slug);
    expect(list.dropped).toMatchObject([{ slug, by: "municipality", reason: "Antalet var fel." }]);
    // What was signed stands, and the log says how it ended.
    const entries = await inside.as("system", (tx) => log.entriesOf(tx, [put.id]));
    expect(entries.map(({ kind }) => kind)).toEqual(["proposed", "proposed", "signed", "closed"]);
    expect(JSON.parse(entries.at(-1)!.leaf)).toMatchObject({ closing: "withdrawn" });
    expect(await fault()).toBe(false);

    expect((await karin.call(api.startDraft, where)).value).toEqual({ slug });
    expect((await karin.call(api.takeBack, await wish())).value).toEqual({ kind: "dropped" });
    expect((await karin.call(api.startDraft, where)).value).toEqual({ slug });
    // A change that nobody signs is laid down too, and another begins.
    const current = { partnership, slug: "2025-2027" };
    const begin = { ...current, kind: "amendment" as const, reason: "Gränsen har flyttats." };
    const { slug: change } = (await karin.call(amendments.startAmendment, begin)).value;
    expect((await karin.call(amendments.startAmendment, begin)).problem.why).toBe("amendment-open");
    const drop = { partnership, slug: change, state: "draft" as const, revision: 1, reason: "Behövs inte." };
    expect((await johan.call(api.takeBack, drop)).value).toEqual({ kind: "dropped" });
    expect((await karin.call(amendments.startAmendment, begin)).value).toEqual({ slug: change });
    const { state, revision } = (await karin.call(api.openDocument, current)).value;
    expect((await karin.call(api.takeBack, { ...current, state, revision, reason: "x" })).problem.why).toBe(
      "published-is-amended",
    );
    await house.close();
  });

  test("the database refuses the same", async () => {
    const inside = await insideDemo(await fresh({ demo: true }));
    const { municipality = "", police = "" } = inside.organisations;
    const at = "2026-11-24T09:00:00.000Z" as Instant;
    const held = await inside.as("system", (tx) =>
      tx.selectFrom("pledge_document").selectAll().where("slug", "=", "2025-2027").executeTakeFirstOrThrow(),
    );
    const id = newId(Date.parse(at));
    await inside.as("Karin", (tx) =>
      tx
        .insertInto("pledge_document")
        .values({
          ...held,
          id,
          slug: "2028-2030",
          state: "draft",
          content: JSON.stringify(held.content),
          revision: 1,
          proposed_at: null,
          signed_at: null,
          publish_asked_by: null,
          publish_asked_organisation_id: null,
          publish_asked_at: null,
          published_at: null,
          closed_at: null,
          closing: null,
        })
        .execute(),
    );
    const taken = {
      documentId: id,
      kind: "dropped" as const,
      revision: 1,
      contentHash: held.content_hash,
      reason: "Behövs inte.",
      organisationId: municipality,
      at,
      example: false,
    };
    const add = (who: string, more: Partial<Parameters<typeof addTakenBack>[2]> = {}) =>
      inside.as(who, (tx) => addTakenBack(tx, inside.partnershipId, { ...taken, id: newId(Date.parse(at)), ...more }));
    const DENIED = expect.objectContaining({ code: "42501" });
    await expect(add("Sofia", { organisationId: police })).rejects.toEqual(DENIED);
    await expect(add("Elin")).rejects.toEqual(DENIED);
    await expect(add("stranger")).rejects.toEqual(DENIED);
    await expect(add("Karin", { organisationId: police })).rejects.toEqual(DENIED);
    await expect(add("Karin", { kind: "back" })).rejects.toEqual(DENIED);
    await expect(add("Karin", { revision: 2 })).rejects.toEqual(DENIED);
    const published = { documentId: held.id, revision: held.revision };
    await expect(add("Karin", published)).rejects.toEqual(DENIED);
    // Nor without a word of why, whoever writes.
    for (const who of ["Karin", "system"])
      await expect(
        inside.as(who, (tx) =>
          tx
            .updateTable("pledge_document")
            .set({ state: "dropped", closing: "withdrawn" })
            .where("id", "=", id)
            .execute(),
        ),
      ).rejects.toEqual(DENIED);
    await add("Johan", { organisationId: police });
    const state = await inside.as("Karin", (tx) =>
      tx.selectFrom("pledge_document").select("state").where("id", "=", id).executeTakeFirst(),
    );
    expect(state).toEqual({ state: "dropped" });
    await expect(
      inside.as("system", (tx) =>
        tx.updateTable("pledge_document").set({ state: "draft", closing: null }).where("id", "=", id).execute(),
      ),
    ).rejects.toEqual(DENIED);
    await expect(
      inside.as("Karin", (tx) => tx.updateTable("pledge_taken_back").set({ reason: "x" }).execute()),
    ).rejects.toEqual(DENIED);
  });
});
