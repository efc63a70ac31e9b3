import { beforeAll, expect, test } from "vitest";
import { onBothEngines } from "./databases.ts";
import { type Caller, openTestHouse, type TestHouse } from "./house.ts";
import { begin, codeOn, press, type Step } from "./resident.ts";
import { insideDemo, type Inside } from "./stores.ts";
import type { Day, Instant } from "../src/ground/time.ts";
import { recurringJobs } from "../src/main/recurring.ts";
import { newId, sha256Hex } from "../src/platform/server/secrets.ts";
import { readPublication } from "../src/tell/api.ts";
import type { Site } from "../src/tell/site.ts";
import { openDocument, propose, saveDraft, startDraft } from "../src/pledge/api.ts";
import { signedText } from "../src/pledge/document.ts";
import * as api from "../src/pledge/consultation/api.ts";
import * as store from "../src/pledge/consultation/store.ts";
import { renewed } from "./renewed.ts";

const partnership = "ockelbo";
const slug = "2028-2030";
const at = { partnership, slug };
const proposal = {
  ...at,
  from: "2026-12-01" as Day,
  to: "2026-12-20" as Day,
  canInfluence: "Vad vi lovar och när",
  cannotInfluence: "Hur många poliser det finns",
};
const DOOR = `/ockelbo/synpunkt/utkast`;

onBothEngines("a draft that anybody may comment on", (fresh) => {
  let house: TestHouse;
  let inside: Inside;
  let karin: Caller;
  let johan: Caller;
  let amina: Caller;
  let codes: string[];
  beforeAll(async () => {
    const database = await fresh({ demo: true });
    inside = await insideDemo(database);
    house = await openTestHouse(database);
    [karin, johan, amina] = [await house.as("Karin"), await house.as("Johan"), await house.as("Amina")];
    await renewed(karin, "2025-2027", at.slug);
  });
  const clock = async (moment: string) => {
    house.setClock(moment as Instant);
    await recurringJobs(house.house).handlers["tell.refresh-all"]!({});
  };
  const read = async (who: Caller) => (await who.call(api.readConsultation, at)).value;
  const why = async (asked: Promise<{ problem: { why?: string } }>) => (await asked).problem.why;
  const told = async () => {
    await house.settle();
    const site = (await house.stranger.call(readPublication, { slug: partnership })).value as unknown as Site;
    return site.consultations?.[0];
  };
  const fetch = (path: string, init?: RequestInit) => house.stranger.request(path, init);
  const formOf = (stycke: number) => begin(fetch, `${DOOR}?lofte=${slug}&stycke=${stycke}`);
  /** Nobody fills in quicker than a few seconds. */
  const say = async (form: Step, fields: readonly (readonly [string, string])[], moment: string) => {
    house.setClock(moment as Instant);
    return press(fetch, DOOR, form, fields, "send");
  };
  const receipt = async (code: string) => (await fetch(`/kvitto/${code}`)).text();

  test("is asked for by one party and opened by the other's yes to what was asked", async () => {
    expect((await read(karin)).consultation).toBeNull();
    expect(await why(amina.call(api.askConsultation, proposal))).toBe("not-yours");
    expect(await why(karin.call(api.agreeConsultation, { ...at, askedAt: "2026-11-24T09:00:00.000Z" }))).toBe(
      "consultation-not-asked",
    );
    expect((await karin.call(api.askConsultation, { ...proposal, to: "2026-12-10" })).value).toEqual({
      phase: "asked",
    });
    // The other party may propose something else, and then the yes is the first one's.
    house.setClock("2026-11-24T09:05:00.000Z" as Instant);
    expect((await johan.call(api.askConsultation, proposal)).status).toBe(200);
    const { askedAt } = (await read(karin)).consultation!;
    expect(await why(johan.call(api.agreeConsultation, { ...at, askedAt }))).toBe("other-party-agrees");
    expect((await karin.call(api.agreeConsultation, { ...at, askedAt })).value).toEqual({ phase: "planned" });
    const elin = await house.as("Elin");
    expect((await elin.call(api.readConsultation, at)).status).toBe(404);
    // Told nowhere before its first day.
    expect(await told()).toBeUndefined();
    expect((await formOf(1)).status).toBe(404);
  });

  test("opens by itself, in the text that was agreed on, whatever is written in the draft meanwhile", async () => {
    await clock("2026-11-30T23:02:00.000Z");
    const draft = (await karin.call(openDocument, at)).value;
    const [first, ...rest] = draft.content.pledges;
    const content = { ...draft.content, pledges: [{ ...first!, text: `${first!.text} Varje år.` }, ...rest] };
    expect((await karin.call(saveDraft, { ...at, revision: draft.revision, content })).status).toBe(200);
    const open = await told();
    expect(open).toMatchObject({ slug, phase: "open", canInfluence: proposal.canInfluence });
    expect(open!.passages.map(({ text }) => text)).toContain(first!.text);
    expect(open!.passages.every(({ became, comments }) => became === null && comments.length === 0)).toBe(true);
    expect((await read(johan)).consultation).toMatchObject({ phase: "open", draftHasMoved: true });
    expect(await why(johan.call(api.askConsultation, proposal))).toBe("consultation-stands");
  });

  test("takes a comment without script, once, covers persons, and gives a receipt", async () => {
    const where = (await told())!.passages.findIndex(({ kind }) => kind === "pledge");
    house.setClock("2026-12-01T09:00:00.000Z" as Instant);
    const form = await formOf(where);
    expect(form.html).toContain("Vad tycker du om det här?");
    expect((await say(form, [["text", "för fort"]], "2026-12-01T09:00:01.000Z")).status).toBe(429);
    const later = "2026-12-01T09:00:10.000Z";
    expect((await say(form, [["text", " "]], later)).html).toContain("Skriv vad du tycker om stycket.");
    const named = await say(form, [["text", "Ring Anna Svensson på 070-123 45 67"]], later);
    expect(named.status).toBe(409);
    expect(named.html).toContain("Resten av din kommentar går att visa om du stryker namnet.");
    expect(named.html).not.toMatch(/Svensson|070/);
    const sent = await say(form, [["text", "Lägg till gångtunneln"]], later);
    const again = await say(form, [["text", "Lägg till gångtunneln"]], later);
    expect(codeOn(again)).toBe(codeOn(sent));
    codes = [codeOn(sent)!];
    for (const text of ["Gångtunneln också", "Min granne är dum"]) {
      house.setClock("2026-12-02T09:00:00.000Z" as Instant);
      codes.push(codeOn(await say(await formOf(where), [["text", text]], "2026-12-02T09:00:10.000Z"))!);
    }
    expect(await receipt(codes[0]!)).toContain("Nästa steg: någon läser ditt svar.");
    expect((await told())!.passages.flatMap(({ comments }) => comments)).toEqual([]);
    expect(await read(karin)).toMatchObject({ waiting: 3, unanswered: 0 });
    // Who does not look through finds no words that nobody has looked through.
    expect(JSON.stringify(await read(amina))).not.toContain("dum");
  });

  const idOf = async (text: string) =>
    (await read(karin)).passages.flatMap(({ comments }) => comments).find((one) => one.text === text)!.id;

  test("shows what is looked through, and holds what is about somebody", async () => {
    house.setClock("2026-12-03T09:00:00.000Z" as Instant);
    const ids = { tunnel: await idOf("Lägg till gångtunneln"), person: await idOf("Min granne är dum") };
    expect((await amina.call(api.lookThroughComment, { ...at, id: ids.tunnel })).status).toBe(404);
    expect(await why(karin.call(api.answerComments, { ...at, ids: [ids.tunnel], kind: "not", reason: "r" }))).toBe(
      "comment-not-there",
    );
    expect((await karin.call(api.lookThroughComment, { ...at, id: ids.tunnel })).value).toEqual({ state: "shown" });
    expect(await why(johan.call(api.lookThroughComment, { ...at, id: ids.tunnel }))).toBe("comment-is-read");
    expect(await why(amina.call(api.lookThroughComment, { ...at, id: ids.tunnel }))).toBe("not-yours");
    const held = { ...at, id: ids.person, reason: "points-at-a-person" as const };
    expect((await johan.call(api.lookThroughComment, held)).value).toEqual({ state: "held" });
    expect(await why(johan.call(api.lookThroughComment, held))).toBe("comment-is-held");
    const open = await told();
    expect(open!.passages.flatMap(({ comments }) => comments)).toEqual([
      { sentence: "", text: "Lägg till gångtunneln", answer: null },
    ]);
    expect(await receipt(codes[2]!)).toContain("Vi visar inte kommentarer om enskilda.");
    expect(await receipt(codes[0]!)).toContain("visas på sidan till och med 20 december 2026");
  });

  test("is not shown while answers are given, takes no more comments, and is not closed before its answers", async () => {
    expect(await why(karin.call(api.closeConsultation, at))).toBe("still-open");
    expect(await why(karin.call(propose, at))).toBe("comments-go-on");
    await clock("2026-12-20T23:02:00.000Z");
    expect(await told()).toMatchObject({ phase: "answering", passages: [] });
    expect((await formOf(1)).status).toBe(404);
    expect(await why(karin.call(api.closeConsultation, at))).toBe("comments-unread");
    await karin.call(api.lookThroughComment, { ...at, id: await idOf("Gångtunneln också") });
    const refused = await karin.call(api.closeConsultation, at);
    expect(refused.problem).toMatchObject({ why: "comments-unanswered", detail: "2 kommentarer saknar svar." });
    const ids = [await idOf("Gångtunneln också"), await idOf("Lägg till gångtunneln")];
    const answer = { ...at, ids, kind: "changed" as const, reason: "Tunneln är med.", became: "Också tunneln." };
    expect((await johan.call(api.answerComments, answer)).value).toEqual({ answered: 2 });
    expect(await receipt(codes[0]!)).toMatch(/Ändrat[^]*Tunneln är med[.][^]*Också tunneln[.]/);
    expect((await karin.call(api.closeConsultation, at)).value).toEqual({ phase: "closed" });
  });

  test("is told when it is closed: what it became word by word, every comment with its answer, and what was held", async () => {
    const closed = (await told())!;
    expect(closed).toMatchObject({
      phase: "closed",
      closedOn: "2026-12-21",
      held: [{ reason: "points-at-a-person", heads: { shown: "fewer-than", than: 10 } }],
    });
    expect(closed.heldInAll.shown).not.toBe("count");
    const changed = closed.passages.filter(({ isChanged }) => isChanged);
    expect(changed).toHaveLength(1);
    expect(changed[0]!.became!.filter(({ change }) => change === "added").map(({ text }) => text.trim())).toEqual([
      "Varje år.",
    ]);
    expect(changed[0]!.comments.map(({ answer }) => answer?.reason)).toEqual(["Tunneln är med.", "Tunneln är med."]);
    expect(await why(karin.call(api.askConsultation, proposal))).toBe("consultation-is-closed");
    const ids = [await idOf("Lägg till gångtunneln")];
    expect(await why(karin.call(api.answerComments, { ...at, ids, kind: "not", reason: "Nej" }))).toBe(
      "consultation-is-closed",
    );
    // What slipped through goes all the same.
    const held = { ...at, id: ids[0]!, reason: "points-at-a-person" as const };
    expect((await karin.call(api.lookThroughComment, held)).status).toBe(200);
    expect(JSON.stringify(await told())).not.toContain("Lägg till gångtunneln");
  });

  test("the database says so too: one's own yes, another text, other words, and an end without answers are refused", async () => {
    const { partnershipId, organisations } = inside;
    const [municipality, police] = [organisations["municipality"]!, organisations["police"]!];
    const other = { ...at, slug: "2031-2033" };
    await karin.call(startDraft, { ...other, text: "Vi lovar att vara på torget varje fredag." });
    const documentId = (await karin.call(openDocument, other)).value.id;
    const { content, contentHash } = (await karin.call(openDocument, other)).value;
    const consultation = {
      id: newId(Date.parse("2026-11-24")),
      documentId,
      state: "asked" as const,
      from: "2026-12-01" as Day,
      to: "2026-12-20" as Day,
      canInfluence: "a",
      cannotInfluence: "b",
      content,
      contentHash,
      askedBy: municipality,
      askedAt: "2026-11-24T09:00:00.000Z" as Instant,
      closedAt: undefined,
      became: undefined,
      example: false,
    };
    const DENIED = expect.objectContaining({ code: "42501" });
    const add = (who: string, more: object = {}) =>
      inside.as(who, (tx) => store.addConsultation(tx, partnershipId, { ...consultation, ...more }));
    await expect(add("Amina")).rejects.toEqual(DENIED);
    await expect(add("Johan")).rejects.toEqual(DENIED);
    await expect(add("Karin", { state: "agreed" })).rejects.toEqual(DENIED);
    await expect(add("Elin", { askedBy: police })).rejects.toEqual(DENIED);
    const renamed = { ...content, title: "Något annat" };
    await expect(add("Karin", { content: renamed, contentHash: sha256Hex(signedText(renamed)) })).rejects.toEqual(
      DENIED,
    );
    await add("Karin");
    const save = (who: string, more: object) =>
      inside.as(who, (tx) => store.saveConsultation(tx, { ...consultation, ...more }));
    await expect(save("Karin", { state: "agreed" })).rejects.toEqual(DENIED);
    await expect(save("Johan", { state: "agreed", to: "2027-01-20" })).rejects.toEqual(DENIED);
    // No right at all touches no row.
    await save("Amina", { state: "agreed" });
    const stands = () => inside.as("Karin", async (tx) => (await store.consultationOf(tx, documentId))!.state);
    expect(await stands()).toBe("asked");
    await save("Johan", { state: "agreed" });
    expect(await stands()).toBe("agreed");
    // Nor is it put forward for signing before what was asked has its answers.
    const proposed = { state: "proposed" as const, proposed_at: "2026-12-02T09:00:00.000Z" as Instant };
    await expect(
      inside.as("Karin", (tx) =>
        tx.updateTable("pledge_document").set(proposed).where("id", "=", documentId).execute(),
      ),
    ).rejects.toEqual(DENIED);

    const comment = {
      id: newId(Date.parse("2026-11-24")),
      consultationId: consultation.id,
      partnershipId,
      said: { passage: "whole", sentence: undefined, text: "Bra" },
      receivedOn: "2026-12-02" as Day,
      receiptHash: "b".repeat(64),
      example: false,
    };
    for (const who of ["Karin", "stranger"])
      await expect(inside.as(who, (tx) => store.addComment(tx, comment))).rejects.toEqual(DENIED);
    await inside.as("system", (tx) => store.addComment(tx, comment));
    const seen = (who: string) => inside.as(who, async (tx) => (await store.commentsOf(tx, consultation.id)).length);
    expect([await seen("Karin"), await seen("Johan"), await seen("Amina"), await seen("Elin")]).toEqual([1, 1, 0, 0]);
    const rewrite = (who: string, set: object) =>
      inside.as(who, async (tx) =>
        Number(
          (await tx.updateTable("consultation_comment").set(set).where("id", "=", comment.id).executeTakeFirst())
            .numUpdatedRows,
        ),
      );
    await expect(rewrite("Karin", { text: "Dåligt" })).rejects.toEqual(DENIED);
    expect(await rewrite("Amina", { state: "shown", read_on: "2026-12-03" })).toBe(0);
    // Nor is what residents have said something of proposed anew, nor closed before it has its answer.
    await expect(save("Karin", {})).rejects.toEqual(DENIED);
    const ended = { state: "closed", closedAt: "2026-12-21T09:00:00.000Z", became: content };
    await expect(save("Karin", ended)).rejects.toEqual(DENIED);
    await expect(save("system", ended)).rejects.toEqual(DENIED);
    expect(await rewrite("Karin", { state: "shown", read_on: "2026-12-03" })).toBe(1);
    await expect(save("Karin", ended)).rejects.toEqual(DENIED);
    const given = (organisationId: string) => ({
      answer: "not" as const,
      answer_reason: "Nej",
      answered_on: "2026-12-04",
      answered_by_organisation_id: organisationId,
    });
    await expect(rewrite("Karin", given(police))).rejects.toEqual(DENIED);
    expect(await rewrite("Karin", given(municipality))).toBe(1);
    await save("Karin", ended);
    await expect(rewrite("Karin", { answer_reason: "Ja" })).rejects.toEqual(DENIED);
    await expect(
      inside.as("system", (tx) => store.addComment(tx, { ...comment, id: newId(0), receiptHash: "c".repeat(64) })),
    ).rejects.toEqual(DENIED);
  });

  test("is read by who coordinates for a third party, and decided by nobody but the two", async () => {
    await inside.as("system", async (tx) => {
      const third = { id: newId(Date.parse("2026-11-24")), kind: "other" as const, name: "Bostadsbolaget" };
      await tx
        .insertInto("organisation")
        .values({ ...third, short_name: "bostäder", code: null })
        .execute();
      await tx
        .insertInto("partnership_party")
        .values({ partnership_id: inside.partnershipId, organisation_id: third.id, standing: "third" })
        .execute();
      await tx
        .updateTable("role_grant")
        .set({ organisation_id: third.id, role: "coordinator" })
        .where("person_id", "=", tx.selectFrom("person").select("id").where("name", "=", "Amina"))
        .execute();
    });
    expect(await read(amina)).toMatchObject({ consults: false, consultation: { phase: "closed" } });
    expect(await why(amina.call(api.closeConsultation, at))).toBe("not-yours");
    const touched = await inside.as("Amina", async (tx) => {
      const row = await tx.updateTable("consultation").set({ can_influence: "x" }).executeTakeFirst();
      return Number(row.numUpdatedRows);
    });
    expect(touched).toBe(0);
  });
});
