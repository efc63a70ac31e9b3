import { beforeAll, expect, test } from "vitest";
import { giveKey } from "./authenticator.ts";
import { onBothEngines } from "./databases.ts";
import { type Caller, openTestHouse, type TestHouse } from "./house.ts";
import { renewed } from "./renewed.ts";
import { insideDemo, type Inside } from "./stores.ts";
import { withReasons } from "./with-reasons.ts";
import { waiting } from "../src/follow/api.ts";
import type { Day, Instant } from "../src/ground/time.ts";
import type { Database } from "../src/platform/server/database/database.ts";
import { newId } from "../src/platform/server/secrets.ts";
import * as pledge from "../src/pledge/api.ts";
import * as consultations from "../src/pledge/consultation/api.ts";
import { type Content, signedText } from "../src/pledge/document.ts";
import * as drafting from "../src/pledge/drafting/api.ts";
import * as renewal from "../src/pledge/renewal/api.ts";
import * as pledgeStore from "../src/pledge/store.ts";
import * as api from "../src/pledge/phases/api.ts";
import type { Schedule } from "../src/pledge/phases/schedule.ts";
import * as store from "../src/pledge/phases/store.ts";

const partnership = "ockelbo";
const slug = "2028-2030";
const where = { partnership, slug };
const day = (text: string) => text as Day;
const FIRST = { ...where, writtenBy: day("2026-12-10"), signedBy: day("2026-12-20"), turn: 0, reason: "" };

onBothEngines("the days of a draft through its doors", (fresh) => {
  let database: Database;
  let house: TestHouse;
  let inside: Inside;
  let karin: Caller;
  let johan: Caller;
  let sofia: Caller;
  beforeAll(async () => {
    database = await fresh({ demo: true });
    inside = await insideDemo(database);
    house = await openTestHouse(database);
    [karin, johan, sofia] = [await house.as("Karin"), await house.as("Johan"), await house.as("Sofia")];
    await renewed(karin, "2025-2027", slug);
    const { content, revision } = await opened();
    const on = { from: { said: "2028", on: day("2028-01-01") }, to: { said: "2030", on: day("2030-12-31") } };
    await karin.call(pledge.saveDraft, { ...where, revision, content: withReasons({ ...content, period: on }) });
  });
  const on = (date: string) => house.setClock(`${date}T09:00:00.000Z` as Instant);
  const opened = async (who: Caller = karin) => (await who.call(pledge.openDocument, where)).value;
  const read = async (who: Caller = karin) => (await who.call(api.readSchedule, where)).value;
  const why = async (asked: Promise<{ problem: { why?: string } }>) => (await asked).problem.why;
  const save = async (change: (content: Content) => Content) => {
    const { content, revision } = await opened();
    return karin.call(pledge.saveDraft, { ...where, revision, content: change(content) });
  };
  const turns = async (who: Caller) =>
    (await who.call(waiting, { partnership })).value.turns
      .filter(({ day: of }) => of !== undefined)
      .map(({ kind, day: of, missing, href }) => ({ kind, day: of, ...(missing && { missing }), href }));
  const here = async () => (await read()).steps.find(({ standing }) => standing === "here");

  test("are set by either party and seen by both, never by others; comments end before the text is done", async () => {
    expect(await read()).toMatchObject({ sets: [], frozenSince: null, late: [], maySet: true });
    expect((await read(sofia)).maySet).toBe(false);
    expect(await why(sofia.call(api.setSchedule, FIRST))).toBe("not-yours");
    expect((await (await house.as("Elin")).call(api.setSchedule, FIRST)).status).toBe(404);
    expect((await (await house.as("Elin")).call(api.readSchedule, where)).status).toBe(404);
    const asked = { ...where, from: day("2026-11-25"), to: day("2026-12-10"), canInfluence: "a", cannotInfluence: "b" };
    expect((await karin.call(api.setSchedule, FIRST)).value).toEqual({ turn: 1 });
    expect(await why(karin.call(api.setSchedule, FIRST))).toBe("schedule-moved-meanwhile");
    expect((await karin.call(consultations.askConsultation, asked)).problem).toMatchObject({
      why: "comments-past-writing",
      field: "to",
    });
    const moved = { ...FIRST, turn: 1, writtenBy: day("2026-12-12") };
    expect((await johan.call(api.setSchedule, moved)).value).toEqual({ turn: 2 });
    expect((await read()).sets.map(({ by, writtenBy }) => [by, writtenBy])).toEqual([
      ["police", "2026-12-12"],
      ["municipality", "2026-12-10"],
    ]);
    expect(await here()).toMatchObject({ phase: "write", to: "2026-12-12" });
    expect(await turns(karin)).toEqual([]);
  });

  test("the clock locks the text: for the form, a suggestion and the fates, and on the page of what waits", async () => {
    const { content } = await opened();
    const [first] = content.pledges;
    const comment = {
      ...where,
      at: first!.id,
      field: "text",
      quote: first!.text,
      body: "",
      suggestion: "Vi ses oftare på torget.",
    };
    const { id } = (await johan.call(drafting.writeComment, comment)).value;
    on("2026-12-12");
    expect((await opened()).frozenSince).toBeNull();
    expect(await turns(karin)).toEqual([{ kind: "writing-ends", day: "2026-12-12", href: `/lova/ockelbo/${slug}` }]);
    on("2026-12-13");
    expect((await opened()).frozenSince).toBe("2026-12-12");
    expect((await save((one) => ({ ...one, title: "Annat" }))).problem.why).toBe("writing-is-over");
    expect(await why(karin.call(drafting.acceptSuggestion, { ...where, id }))).toBe("writing-is-over");
    const former = { partnership, slug: "2025-2027" };
    const [item] = (await karin.call(renewal.readRenewal, former)).value.items;
    const fate = { ...former, itemId: item!.id, fate: "change" as const, reason: "Annat", handedTo: "", revision: 1 };
    expect(await why(karin.call(renewal.decideFate, fate))).toBe("writing-is-over");
    expect(await here()).toMatchObject({ phase: "sign", waitsFor: "proposal" });
    expect(await turns(karin)).toEqual([{ kind: "writing-is-over", day: "2026-12-12", href: `/lova/ockelbo/${slug}` }]);
    expect(await turns(sofia)).toEqual([{ kind: "signing-opened", day: "2026-12-20", href: `/lova/ockelbo/${slug}` }]);
    const listed = (await karin.call(api.listSchedules, { partnership })).value.documents;
    expect(listed).toEqual([
      { slug, phase: "sign", to: "2026-12-20", waitsFor: "proposal", late: [], signedBy: "2026-12-20" },
    ]);
  });

  test("a day that has been is moved with a reason, which the other party reads; then it is written again", async () => {
    const again = { ...FIRST, turn: 2, writtenBy: day("2026-12-15") };
    expect((await karin.call(api.setSchedule, again)).problem).toMatchObject({
      why: "schedule-needs-reason",
      field: "reason",
    });
    const reason = "Gatuenheten svarade sent.";
    expect((await karin.call(api.setSchedule, { ...again, reason })).value).toEqual({ turn: 3 });
    expect((await read(johan)).sets[0]).toMatchObject({ by: "municipality", reason });
    expect((await save((one) => ({ ...one, title: "Medborgarlöfte för Ockelbo" }))).value.kept).toBe("saved");
  });

  test("what is locked is put forward and signed, and when the day has been it says who has not", async () => {
    on("2026-12-16");
    expect((await karin.call(pledge.propose, where)).value).toEqual({ state: "proposed" });
    const { contentHash } = await opened();
    expect(await turns(sofia)).toEqual([{ kind: "sign-by", day: "2026-12-20", href: `/signera/ockelbo/${slug}` }]);
    const key = await giveKey(database, "Sofia");
    const asked = (await sofia.call(pledge.askToSign, where)).value;
    const answer = key.answer(asked.options["challenge"] as string);
    const half = await sofia.call(pledge.sign, { ...where, signingId: asked.signingId, answer });
    expect(half.value).toMatchObject({ state: "half-signed", missing: ["municipality"] });
    expect(await turns(sofia)).toEqual([]);
    on("2026-12-21");
    expect(await read()).toMatchObject({ late: ["municipality"], missing: ["municipality"] });
    const late = { kind: "signature-missing", day: "2026-12-20", missing: ["municipality"] };
    expect(await turns(karin)).toEqual([{ ...late, href: `/lova/ockelbo/${slug}` }]);
    expect(await turns(await house.as("Göran"))).toEqual([{ ...late, href: `/signera/ockelbo/${slug}` }]);
    const later = { ...FIRST, turn: 3, writtenBy: day("2026-12-15"), signedBy: day("2027-01-15") };
    expect(await why(johan.call(api.setSchedule, { ...later, writtenBy: day("2027-01-01") }))).toBe(
      "schedule-while-draft",
    );
    expect((await johan.call(api.setSchedule, { ...later, reason: "Sjukdom." })).value).toEqual({ turn: 4 });
    expect(await read()).toMatchObject({ late: [] });
    // Days are beside the text: what has been signed is what it was.
    expect((await opened()).contentHash).toBe(contentHash);
  });

  test("the database refuses the same", async () => {
    const at = "2026-12-01T09:00:00.000Z" as Instant;
    on("2026-12-01");
    const other = { partnership, slug: "2031-2033" };
    await karin.call(pledge.startDraft, {
      ...other,
      text: "Löftet 2031–2033.\nVi lovar att vara på torget varje fredag.",
    });
    const document = (await inside.as("system", (tx) =>
      pledgeStore.documentBySlug(tx, inside.partnershipId, other.slug),
    ))!;
    const { municipality = "", police = "" } = inside.organisations;
    const schedule: Schedule = {
      id: "",
      documentId: document.id,
      turn: 1,
      writtenBy: day("2026-12-10"),
      signedBy: day("2026-12-20"),
      reason: undefined,
      organisationId: municipality,
      at,
      example: false,
    };
    const add = (who: string, more: Partial<Schedule> = {}) =>
      inside.as(who, (tx) =>
        store.addSchedule(tx, inside.partnershipId, { ...schedule, id: newId(Date.parse(at)), ...more }),
      );
    const DENIED = expect.objectContaining({ code: "42501" });
    await expect(add("Sofia", { organisationId: police })).rejects.toEqual(DENIED);
    await expect(add("Elin")).rejects.toEqual(DENIED);
    await expect(add("stranger")).rejects.toEqual(DENIED);
    await expect(add("Karin", { organisationId: police })).rejects.toEqual(DENIED);
    await expect(add("Karin", { turn: 2 })).rejects.toEqual(DENIED);
    await expect(add("Karin", { writtenBy: day("2026-11-30") })).rejects.toEqual(DENIED);
    await expect(add("Karin", { signedBy: day("2031-01-01") })).rejects.toEqual(DENIED);
    await add("Karin");
    const consult = { from: day("2026-12-02"), to: day("2026-12-10"), canInfluence: "a", cannotInfluence: "b" };
    const consultation = (to: string) =>
      inside.as("Karin", (tx) =>
        tx
          .insertInto("consultation")
          .values({
            id: newId(Date.parse(at)),
            partnership_id: inside.partnershipId,
            document_id: document.id,
            state: "asked",
            from_day: consult.from,
            to_day: day(to),
            can_influence: consult.canInfluence,
            cannot_influence: consult.cannotInfluence,
            content: JSON.stringify(document.content),
            content_text: signedText(document.content),
            content_hash: document.contentHash,
            asked_by_organisation_id: municipality,
            asked_at: at,
            closed_at: null,
            became: null,
            example: false,
          })
          .execute(),
      );
    await expect(consultation("2026-12-10")).rejects.toEqual(DENIED);
    await consultation("2026-12-05");
    await expect(add("Johan", { turn: 2, organisationId: police, writtenBy: day("2026-12-05") })).rejects.toEqual(
      DENIED,
    );
    const late = { turn: 2, at: "2026-12-11T09:00:00.000Z" as Instant, writtenBy: day("2026-12-12") };
    await expect(add("Karin", late)).rejects.toEqual(DENIED);
    const write = (who: string, moment: string) =>
      inside.as(who, async (tx) =>
        Number(
          (
            await tx
              .updateTable("pledge_document")
              .set({ revision: document.revision + 1, changed_at: moment as Instant })
              .where("id", "=", document.id)
              .executeTakeFirst()
          ).numUpdatedRows,
        ),
      );
    await expect(write("Karin", late.at)).rejects.toEqual(DENIED);
    await add("Karin", { ...late, reason: "Enheten svarade sent." });
    expect(await write("Karin", late.at)).toBe(1);
    // What was set stands.
    for (const who of ["Karin", "system"])
      await expect(
        inside.as(who, (tx) => tx.updateTable("pledge_schedule").set({ reason: "x" }).execute()),
      ).rejects.toEqual(DENIED);
    const seen = (who: string) => inside.as(who, async (tx) => (await store.schedulesOf(tx, document.id)).length);
    expect([await seen("Johan"), await seen("Elin"), await seen("Karin")]).toEqual([2, 0, 2]);
  });

  test("days that passed before the promise was to begin do not lock its draft for ever", async () => {
    on("2026-12-01");
    const other = { partnership, slug: "2027-2028" };
    await karin.call(pledge.startDraft, {
      ...other,
      text: "Löftet 2027–2028.\nVi lovar att vara på torget varje fredag.",
    });
    const days = { ...FIRST, ...other, writtenBy: day("2026-12-29"), signedBy: day("2026-12-30") };
    const past = { ...days, writtenBy: day("2026-12-31") };
    expect((await karin.call(api.setSchedule, days)).value).toEqual({ turn: 1 });
    expect((await karin.call(api.setSchedule, { ...past, turn: 1 })).problem.why).toBe("schedule-signing-last");
    on("2026-12-31");
    const again = { ...days, turn: 1, reason: "Texten blev inte klar.", writtenBy: day("2027-01-10") };
    const late = { ...again, signedBy: day("2027-01-20") };
    expect((await karin.call(api.setSchedule, late)).problem.why).toBe("schedule-after-beginning");
    on("2027-01-01");
    expect((await karin.call(api.setSchedule, late)).value).toEqual({ turn: 2 });
    const read = (await johan.call(api.readSchedule, other)).value;
    expect(read).toMatchObject({
      frozenSince: null,
      misfits: [{ why: "schedule-after-beginning", day: "2027-01-01" }],
    });
  });
});
