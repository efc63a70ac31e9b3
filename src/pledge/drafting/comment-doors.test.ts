// Comments and proposed words through their doors, under the database's own rules, and nowhere outside.
import { sql } from "kysely";
import { beforeAll, expect, test } from "vitest";
import { giveKey } from "../../../test/authenticator.ts";
import { onBothEngines } from "../../../test/databases.ts";
import { type Caller, openTestHouse, type TestHouse } from "../../../test/house.ts";
import { insideDemo, type Inside } from "../../../test/stores.ts";
import { publishBoth } from "../../../test/publishing.ts";
import { withReasons } from "../../../test/with-reasons.ts";
import type { Instant } from "../../ground/time.ts";
import type { Database } from "../../platform/server/database/database.ts";
import { newId } from "../../platform/server/secrets.ts";
import * as pledge from "../api.ts";
import type { Content } from "../document.ts";
import { documentBySlug } from "../store.ts";
import * as api from "./api.ts";
import type { Comment, Reply } from "./comments.ts";
import { withField } from "./passages.ts";
import * as store from "./store-comments.ts";
import { renewed } from "../../../test/renewed.ts";

const AT = "2026-11-24T09:00:00.000Z" as Instant;
const at = { partnership: "ockelbo", slug: "2028-2030" };
const PROBE = "provsträngen";

onBothEngines("comments on a draft", (fresh) => {
  let database: Database;
  let house: TestHouse;
  let inside: Inside;
  let karin: Caller;
  let johan: Caller;
  let documentId: string;
  beforeAll(async () => {
    database = await fresh({ demo: true });
    inside = await insideDemo(database);
    house = await openTestHouse(database);
    [karin, johan] = [await house.as("Karin"), await house.as("Johan")];
    await renewed(karin, "2025-2027", at.slug);
    const draft = await inside.as("system", (tx) => documentBySlug(tx, inside.partnershipId, at.slug));
    documentId = draft!.id;
  });
  const opened = async () => (await karin.call(pledge.openDocument, at)).value;
  const first = ({ pledges }: Content) => pledges[0]!.activities[0]!;
  const all = async (who: Caller = johan) => (await who.call(api.listComments, at)).value.comments;
  const onFirst = async (more: object = {}) => {
    const { id, text } = first((await opened()).content);
    return { ...at, at: id, field: "text", quote: text, body: PROBE, ...more };
  };
  const why = async (asked: Promise<{ problem: { why?: string } }>) => (await asked).problem.why;

  test("are read by both with organisation and office and nobody's name, answered, resolved and opened again", async () => {
    const input = await onFirst();
    const { id } = (await karin.call(api.writeComment, input)).value;
    await johan.call(api.answerComment, { ...at, id, body: `Ja, ${PROBE}` });
    const [comment] = await all();
    expect(comment).toMatchObject({
      state: "open",
      quote: input.quote,
      by: { party: "municipality", office: "brottsförebyggande samordnare" },
      replies: [{ body: `Ja, ${PROBE}`, by: { party: "police", office: "kommunpolis" } }],
    });
    expect(JSON.stringify(comment)).not.toMatch(/Karin|Johan/);
    expect((await johan.call(api.resolveComment, { ...at, id })).status).toBe(200);
    expect(await why(karin.call(api.resolveComment, { ...at, id }))).toBe("comment-settled");
    expect((await karin.call(api.reopenComment, { ...at, id })).status).toBe(200);
    expect(await why(karin.call(api.reopenComment, { ...at, id }))).toBe("comment-is-open");
    expect((await all())[0]).toMatchObject({ state: "open" });
  });

  test("say no in words: to a person, to nothing, to words that are not there, to who only reads, and find nothing elsewhere", async () => {
    const write = async (who: Caller, more: object) => why(who.call(api.writeComment, await onFirst(more)));
    expect(await write(karin, { body: "Ring Anna Karlsson på 070-123 45 67" })).toBe("names-a-person");
    expect(await write(karin, { body: " " })).toBe("comment-empty");
    expect(await write(karin, { quote: "det här står inte" })).toBe("passage-words-changed");
    expect(await write(karin, { suggestion: (await onFirst()).quote })).toBe("suggestion-same");
    expect(await write(await house.as("Ingrid"), {})).toBe("not-yours");
    const { id } = (await all())[0]!;
    const gone = { ...at, id: newId(Date.parse(AT)) };
    expect((await karin.call(api.resolveComment, gone)).status).toBe(404);
    const elin = await house.as("Elin");
    expect((await elin.call(api.listComments, at)).status).toBe(404);
    expect((await elin.call(api.answerComment, { ...at, id, body: "Hej" })).status).toBe(404);
  });

  test("proposed words: declined with a few words, or accepted into a new version; once, and only over what they were for", async () => {
    const propose = async (suggestion: string) =>
      (await johan.call(api.writeComment, await onFirst({ body: "", suggestion }))).value.id;
    const [no, yes, late] = [
      await propose("Nej tack."),
      await propose(`Två kvällar, ${PROBE}.`),
      await propose("Sent."),
    ];
    expect(await why(karin.call(api.declineSuggestion, { ...at, id: no, words: "" }))).toBe("decline-needs-words");
    expect((await karin.call(api.declineSuggestion, { ...at, id: no, words: `Nej, ${PROBE}` })).status).toBe(200);
    const { revision } = await opened();
    expect((await karin.call(api.acceptSuggestion, { ...at, id: yes })).value).toEqual({ revision: revision + 1 });
    expect(first((await opened()).content).text).toBe(`Två kvällar, ${PROBE}.`);
    expect(await why(karin.call(api.acceptSuggestion, { ...at, id: yes }))).toBe("suggestion-answered");
    expect(await why(karin.call(api.acceptSuggestion, { ...at, id: late }))).toBe("passage-words-changed");
    const states = (await all()).map(({ state }) => state);
    expect(states.toSorted()).toEqual(["accepted", "declined", "open", "open"]);
    const versions = (await johan.call(api.listVersions, at)).value.versions;
    expect(versions[0]).toMatchObject({ revision: revision + 1, party: "municipality" });
  });

  test("the database: in one's own organisation's name, on a draft, by those who may, and never rewritten", async () => {
    const { content } = await opened();
    const by = (party: string) => ({ organisationId: inside.organisations[party]!, office: "kontor" });
    const comment = (party: string, more: Partial<Comment> = {}): Comment => ({
      id: newId(Date.parse(AT)),
      at: first(content).id,
      field: "text",
      quote: "",
      body: "Hej",
      suggestion: undefined,
      by: by(party),
      writtenAt: AT,
      state: "open",
      answer: "",
      settled: undefined,
      ...more,
    });
    const where = { partnershipId: inside.partnershipId, documentId };
    const add = (who: string, one: Comment, to = where) => inside.as(who, (tx) => store.addComment(tx, to, one));
    await add("Karin", comment("municipality"));
    const denied = { code: "42501" };
    await expect(add("Karin", comment("police"))).rejects.toMatchObject(denied);
    await expect(add("Ingrid", comment("municipality"))).rejects.toMatchObject(denied);
    await expect(add("Elin", comment("municipality"))).rejects.toMatchObject(denied);
    await expect(add("stranger", comment("municipality"))).rejects.toMatchObject(denied);
    const settled = { organisationId: inside.organisations["municipality"]!, at: AT };
    await expect(add("Karin", comment("municipality", { state: "resolved", settled }))).rejects.toMatchObject(denied);
    const published = await inside.as("system", (tx) => documentBySlug(tx, inside.partnershipId, "2025-2027"));
    const elsewhere = { ...where, documentId: published!.id };
    await expect(add("Karin", comment("municipality"), elsewhere)).rejects.toMatchObject(denied);

    const { id } = (await all())[0]!;
    const reply = (party: string): Reply => ({
      id: newId(Date.parse(AT)),
      commentId: id,
      body: "Hej",
      by: by(party),
      at: AT,
    });
    const answer = (who: string, party: string) =>
      inside.as(who, (tx) => store.addReply(tx, inside.partnershipId, reply(party)));
    await answer("Johan", "police");
    await expect(answer("Johan", "municipality")).rejects.toMatchObject(denied);
    await expect(answer("Ingrid", "municipality")).rejects.toMatchObject(denied);
    for (const who of ["Karin", "system"]) {
      const change = (statement: ReturnType<typeof sql>) => inside.as(who, (tx) => statement.execute(tx));
      await expect(change(sql`update pledge_comment set body = 'Annat'`)).rejects.toMatchObject(denied);
      await expect(change(sql`update pledge_comment_reply set body = 'Annat'`)).rejects.toMatchObject(denied);
      await expect(change(sql`delete from pledge_comment`)).rejects.toMatchObject(denied);
      const undo = sql`update pledge_comment set state = 'open', answer = '', settled_by_organisation_id = null, settled_at = null where state = 'declined'`;
      await expect(change(undo)).rejects.toMatchObject(denied);
    }
    // Petra may comment, and puts no words in the draft.
    const accept = sql`update pledge_comment set state = 'accepted', settled_at = ${AT}, settled_by_organisation_id = ${settled.organisationId}
      where suggestion is not null and state = 'open'`;
    await expect(inside.as("Petra", (tx) => accept.execute(tx))).rejects.toMatchObject(denied);
    const seen = (who: string) => inside.as(who, (tx) => store.commentsOf(tx, documentId));
    expect((await seen("Ingrid")).length).toBeGreaterThan(3);
    expect(await seen("Elin")).toEqual([]);
  });

  test("a third party in the partnership reads and writes in its own name, and in no other's", async () => {
    const third = { id: newId(Date.parse(AT)), kind: "other" as const, name: "Bostadsbolaget", short_name: "bostäder" };
    await inside.as("system", async (tx) => {
      await tx
        .insertInto("organisation")
        .values({ ...third, code: null })
        .execute();
      await tx
        .insertInto("partnership_party")
        .values({ partnership_id: inside.partnershipId, organisation_id: third.id, standing: "third", accepted_at: AT })
        .execute();
      await tx
        .updateTable("role_grant")
        .set({ organisation_id: third.id, role: "coordinator" })
        .where("person_id", "=", tx.selectFrom("person").select("id").where("name", "=", "Amina"))
        .execute();
    });
    const amina = await house.as("Amina");
    expect((await all(amina)).length).toBeGreaterThan(3);
    const { id } = (await amina.call(api.writeComment, await onFirst({ body: "Vi kan vara med." }))).value;
    expect((await all()).find((one) => one.id === id)).toMatchObject({
      by: { organisation: "Bostadsbolaget", party: "other" },
    });
    const inTheirs = sql`insert into pledge_comment (id, partnership_id, document_id, field, quote, body, organisation_id, office, written_at, state)
      select ${newId(Date.parse(AT))}::uuid, partnership_id, document_id, '', '', 'Hej', ${inside.organisations["police"]!}, 'k', now(), 'open'
      from pledge_comment limit 1`;
    await expect(inside.as("Amina", (tx) => inTheirs.execute(tx))).rejects.toMatchObject({ code: "42501" });
  });

  test("nothing of them, of what was put aside or of earlier wordings is told when the promise is published", async () => {
    const wording = async (text: string) => {
      const { content, revision } = await opened();
      return { revision, content: withField(content, first(content).id, "text", text)! };
    };
    const one = await wording("Två kvällar i månaden.");
    const two = await wording(`Ett sidolagt ord, ${PROBE}.`);
    expect((await karin.call(pledge.saveDraft, { ...at, ...one })).value.kept).toBe("saved");
    expect((await johan.call(pledge.saveDraft, { ...at, ...two })).value.kept).toBe("aside");
    const { content, revision } = await opened();
    // In force on the day of the test, so that its words are told.
    const period = { from: { said: "2026", on: "2026-11-01" }, to: { said: "2030", on: "2030-12-31" } };
    await karin.call(pledge.saveDraft, { ...at, revision, content: withReasons({ ...content, period } as Content) });
    // Open comments are told of, and forbid nothing.
    expect((await karin.call(pledge.propose, at)).status).toBe(200);
    const open = (await all()).find(({ state }) => state === "open")!;
    expect(await why(karin.call(api.writeComment, await onFirst()))).toBe("already-signed-cannot-change");
    expect((await karin.call(api.resolveComment, { ...at, id: open.id })).status).toBe(200);
    for (const name of ["Sofia", "Göran"]) {
      const person = await house.as(name);
      const key = await giveKey(database, name);
      const asked = (await person.call(pledge.askToSign, at)).value;
      const answer = key.answer(asked.options["challenge"] as string);
      expect((await person.call(pledge.sign, { ...at, signingId: asked.signingId, answer })).status).toBe(200);
    }
    expect((await publishBoth(house, database, at)).status).toBe(200);
    await house.settle();
    const told = await inside.as("stranger", async (tx) =>
      JSON.stringify(await tx.selectFrom("publication").selectAll().execute()),
    );
    expect(told).toContain("Två kvällar i månaden.");
    expect(told).not.toContain(PROBE);
    const events = await inside.as("system", async (tx) =>
      JSON.stringify((await sql`select name, body from event`.execute(tx)).rows),
    );
    expect(events).toContain("comment.written");
    expect(events).not.toContain(PROBE);
    await house.close();
  });
});
