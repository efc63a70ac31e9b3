import { sql } from "kysely";
import { beforeAll, expect, test } from "vitest";
import { onBothEngines } from "../../../test/databases.ts";
import { type Caller, openTestHouse, type TestHouse } from "../../../test/house.ts";
import { insideDemo, type Inside } from "../../../test/stores.ts";
import { withReasons } from "../../../test/with-reasons.ts";
import type { Day, Instant } from "../../ground/time.ts";
import { newId } from "../../platform/server/secrets.ts";
import * as pledge from "../api.ts";
import { activitiesOf, type Content } from "../document.ts";
import { stopping } from "../lint.ts";
import * as api from "./api.ts";
import type { NewAsk } from "./asking.ts";
import * as store from "./store.ts";
import { renewed } from "../../../test/renewed.ts";

const AT = "2026-11-24T09:00:00.000Z" as Instant;
const partnership = "ockelbo";
const slug = "2028-2030";
const where = { partnership, slug };

onBothEngines("an owner through its doors", (fresh) => {
  let house: TestHouse;
  let inside: Inside;
  let karin: Caller;
  let johan: Caller;
  let petra: Caller;
  beforeAll(async () => {
    const database = await fresh({ demo: true });
    inside = await insideDemo(database);
    house = await openTestHouse(database);
    [karin, johan, petra] = [await house.as("Karin"), await house.as("Johan"), await house.as("Petra")];
    await renewed(karin, "2025-2027", where.slug);
  });
  const opened = async (who: Caller = karin) => (await who.call(pledge.openDocument, where)).value;
  const activityIn = async (number: string) =>
    activitiesOf((await opened()).content).find(({ activity }) => activity.number === number)!.activity;
  const acceptedIn = async (number: string) => (await activityIn(number)).accountable!.accepted;
  const asks = async (who: Caller) => (await who.call(api.ownersAsked, { partnership })).value.asked;
  const why = async (asked: Promise<{ problem: { why?: string } }>) => (await asked).problem.why;
  let minute = 0;
  const askFor = async (who: Caller, number: string) => {
    const activityId = (await activityIn(number)).id;
    house.setClock(new Date(Date.parse(AT) + (minute += 1) * 60_000).toISOString() as Instant);
    return who.call(api.askOwner, { ...where, activityId });
  };
  const answer = (who: Caller, id: string, given: "accepted" | "wants-change" | "declined", said = "", vouched = "") =>
    who.call(api.answerOwner, { partnership, id, answer: given, said, vouched });
  const save = async (change: (content: Content) => Content) => {
    const { content, revision } = await opened();
    return karin.call(pledge.saveDraft, { ...where, revision, content: change(content) });
  };
  /** The same content with the words of one activity changed, and with every unit said to have accepted. */
  const reworded = (number: string, text: string) => (content: Content) => ({
    ...content,
    pledges: content.pledges.map((one) => ({
      ...one,
      activities: one.activities.map((activity) => ({
        ...activity,
        ...(activity.number === number ? { text } : {}),
        accountable: { ...activity.accountable!, accepted: true },
      })),
    })),
  });

  test("no activity is accepted because the former promise's was, or because a form says so", async () => {
    const { content, remarks } = await opened();
    expect(activitiesOf(content).map(({ activity }) => activity.accountable!.accepted)).not.toContain(true);
    expect((await save(reworded("1.2", "Gatuenheten mäter hastigheten på fyra platser om året."))).status).toBe(200);
    expect(await acceptedIn("1.2")).toBe(false);
    const unaccepted = remarks.filter(({ rule }) => rule === "owner-not-accepted").map(({ where: at }) => at);
    expect(unaccepted).toEqual(activitiesOf(content).map(({ activity }) => activity.number));
  });

  test("those who write ask, the unit's own organisation is told where it looks, and nobody else", async () => {
    expect(await why(askFor(petra, "1.2"))).toBe("not-yours");
    expect((await askFor(await house.as("Elin"), "1.2")).status).toBe(404);
    expect((await askFor(johan, "1.2")).status).toBe(200);
    expect(await why(askFor(karin, "1.2"))).toBe("owner-is-asked");
    const [asked] = await asks(petra);
    expect(asked).toMatchObject({ slug, unit: "Gatuenheten", activity: { number: "1.2" } });
    expect(await asks(karin)).toHaveLength(1);
    expect(await asks(johan)).toEqual([]);
    expect(await asks(await house.as("Ingrid"))).toEqual([]);
    expect((await opened()).owners).toMatchObject([{ unit: "Gatuenheten", answersAs: "own" }]);
    expect((await opened(johan)).owners).toMatchObject([{ answersAs: "not" }]);
    expect(JSON.stringify((await opened()).owners)).not.toContain("askedBy");
  });

  test("a yes is the unit's, once; another text asks again, the first text back does not", async () => {
    const [asked] = await asks(petra);
    expect(await why(answer(johan, asked!.id, "accepted"))).toBe("not-yours");
    expect(await why(answer(await house.as("Ingrid"), asked!.id, "accepted"))).toBe("not-yours");
    expect((await answer(await house.as("Elin"), asked!.id, "accepted")).status).toBe(404);
    expect((await answer(petra, newId(Date.parse(AT)), "accepted")).status).toBe(404);
    expect((await answer(petra, asked!.id, "accepted")).status).toBe(200);
    expect(await why(answer(karin, asked!.id, "declined", "Nej."))).toBe("owner-has-answered");
    expect(await acceptedIn("1.2")).toBe(true);
    expect((await opened()).owners[0]!.answer).toMatchObject({ kind: "accepted", office: "ingenjör, gatuenheten" });
    expect(await asks(petra)).toEqual([]);
    await save(reworded("1.2", "Gatuenheten mäter hastigheten på åtta platser om året."));
    expect(await acceptedIn("1.2")).toBe(false);
    await save(reworded("1.2", "Gatuenheten mäter hastigheten på fyra platser om året."));
    expect(await acceptedIn("1.2")).toBe(true);
    expect(await why(askFor(johan, "1.2"))).toBe("owner-has-accepted");
    await save(reworded("1.2", "Gatuenheten mäter hastigheten på åtta platser om året."));
    expect((await askFor(johan, "1.2")).status).toBe(200);
  });

  test("other words and a no are read by those who write, and the police answer for theirs", async () => {
    const [again] = await asks(petra);
    expect(await why(answer(petra, again!.id, "wants-change"))).toBe("owner-says-why");
    expect((await answer(petra, again!.id, "wants-change", "Sex platser om året.")).status).toBe(200);
    expect((await opened(johan)).owners.at(-1)!.answer).toMatchObject({ said: "Sex platser om året." });
    expect(await acceptedIn("1.2")).toBe(false);
    expect((await askFor(karin, "1.1")).status).toBe(200);
    expect(await asks(petra)).toEqual([]);
    const [theirs] = await asks(johan);
    expect((await answer(johan, theirs!.id, "declined", "Vi har inte de timmarna.")).status).toBe(200);
    expect((await opened()).owners.at(-1)!.answer).toMatchObject({ kind: "declined", office: "kommunpolis" });
  });

  test("whoever asked vouches for the answer they put down, and is told nothing waits", async () => {
    expect((await askFor(karin, "2.1")).status).toBe(200);
    expect(await asks(karin)).toEqual([]);
    const one = (await opened()).owners.at(-1)!;
    expect(one.answersAs).toBe("vouching");
    expect(await why(answer(karin, one.id, "accepted"))).toBe("owner-asker-vouches");
    expect((await answer(karin, one.id, "accepted", "", "på arbetsmötet")).status).toBe(200);
    expect((await opened()).owners.at(-1)!.answer).toMatchObject({ kind: "accepted", vouched: "på arbetsmötet" });
  });

  test("what is signed says who has accepted by the answers, and no reason that nothing asks for", async () => {
    const period = { from: { said: "2028", on: "2028-01-01" as Day }, to: { said: "2030", on: "2030-12-31" as Day } };
    await save((content) => withReasons({ ...content, period }));
    expect((await askFor(johan, "3.1")).status).toBe(200);
    const [asked] = await asks(petra);
    expect((await answer(petra, asked!.id, "accepted")).status).toBe(200);
    expect((await karin.call(pledge.propose, where)).value).toEqual({ state: "proposed" });
    const { content, contentHash } = await opened();
    const by = new Map(activitiesOf(content).map(({ activity }) => [activity.number, activity]));
    expect([...by].filter(([, { accountable }]) => accountable!.accepted).map(([number]) => number)).toEqual([
      "2.1",
      "3.1",
    ]);
    expect(stopping(content)).toEqual([]);
    const left = (content.exceptions ?? []).some(({ rule }) => rule === "owner-not-accepted");
    const leftAt = [...by].filter(([, { exceptions = [] }]) =>
      exceptions.some(({ rule }) => rule === "owner-not-accepted"),
    );
    expect(left).toBe(false);
    expect(leftAt.map(([number]) => number)).not.toContain("3.1");
    const rows = await inside.as("system", (tx) =>
      tx
        .selectFrom("pledge_activity")
        .innerJoin("pledge_document", "pledge_document.id", "document_id")
        .select(["number", "accepted", "content_hash"])
        .where("slug", "=", slug)
        .orderBy("number")
        .execute(),
    );
    expect(rows.filter(({ accepted }) => accepted).map(({ number }) => number)).toEqual(["2.1", "3.1"]);
    expect(new Set(rows.map(({ content_hash }) => content_hash))).toEqual(new Set([contentHash]));
    // What is proposed is asked about no more.
    expect(await why(askFor(karin, "1.1"))).toBe("owner-not-in-draft");
    await house.settle();
  });

  test("the database asks and answers for nobody else either", async () => {
    const next = { partnership, slug: "2031-2033" };
    await renewed(karin, "2025-2027", next.slug);
    const { id: documentId } = (await karin.call(pledge.openDocument, next)).value;
    const person = async (name: string) =>
      inside.as(
        "system",
        async (tx) =>
          (await tx.selectFrom("person").select("id").where("name", "=", name).executeTakeFirstOrThrow()).id,
      );
    const { municipality, police } = inside.organisations as { municipality: string; police: string };
    const [johanId, karinId, petraId] = [await person("Johan"), await person("Karin"), await person("Petra")];
    const asked = (more: Partial<NewAsk> = {}): NewAsk => ({
      id: newId(Date.parse(AT)),
      documentId,
      activityId: newId(Date.parse(AT)),
      organisationId: municipality,
      unit: "Gatuenheten",
      asked: "{}",
      askedAt: AT,
      askedBy: johanId,
      askedByOrganisation: police,
      ...more,
    });
    const put = (who: string, one: NewAsk) => inside.as(who, (tx) => store.addAsk(tx, inside.partnershipId, one));
    const DENIED = { code: "42501" };
    await expect(put("Petra", asked({ askedBy: petraId, askedByOrganisation: municipality }))).rejects.toMatchObject(
      DENIED,
    );
    await expect(put("Johan", asked({ askedBy: karinId }))).rejects.toMatchObject(DENIED);
    await expect(put("Johan", asked({ askedByOrganisation: municipality }))).rejects.toMatchObject(DENIED);
    await expect(put("Elin", asked())).rejects.toMatchObject(DENIED);
    const proposed = (await opened()).id;
    await expect(put("Johan", asked({ documentId: proposed }))).rejects.toMatchObject(DENIED);
    const one = asked();
    await put("Johan", one);
    const given = (by: string, more: object = {}) => ({
      askId: one.id,
      kind: "accepted" as const,
      at: AT,
      office: "o",
      said: "",
      vouched: undefined,
      by,
      ...more,
    });
    const answers = (who: string, by: string, more: object = {}) =>
      inside.as(who, (tx) => store.putAnswer(tx, given(by, more)));
    // A row that may not be changed is not found, and stays.
    await answers("Johan", johanId);
    await answers("Ingrid", await person("Ingrid"));
    await answers("Amina", await person("Amina"));
    const state = async () => (await inside.as("Karin", (tx) => store.ownersOf(tx, documentId)))[0]!.answer;
    expect(await state()).toBeUndefined();
    await expect(answers("Petra", karinId)).rejects.toMatchObject(DENIED);
    await answers("Petra", petraId);
    expect(await state()).toMatchObject({ kind: "accepted" });
    await answers("Karin", karinId, { kind: "declined", said: "Nej." });
    expect(await state()).toMatchObject({ kind: "accepted" });
    const change = (set: ReturnType<typeof sql>) =>
      inside.as("Petra", (tx) => sql`update pledge_owner set ${set} where id = ${one.id}`.execute(tx));
    await expect(change(sql`asked_text = 'x'`)).rejects.toMatchObject(DENIED);
    await expect(inside.as("Karin", (tx) => sql`delete from pledge_owner`.execute(tx))).rejects.toMatchObject(DENIED);
    // Whoever asked puts down nothing without saying how the unit answered.
    const later = "2026-11-24T19:00:00.000Z" as Instant;
    const hers = asked({ askedAt: later, askedBy: karinId, askedByOrganisation: municipality });
    await put("Karin", hers);
    await expect(answers("Karin", karinId, { askId: hers.id })).rejects.toMatchObject(DENIED);
    await answers("Karin", karinId, { askId: hers.id, vouched: "i telefon" });
    expect((await inside.as("Karin", (tx) => store.ownersOf(tx, documentId))).at(-1)!.answer).toMatchObject({
      vouched: "i telefon",
    });
    await house.close();
  });
});
