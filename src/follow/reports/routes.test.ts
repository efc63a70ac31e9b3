import { sql } from "kysely";
import { beforeAll, expect, test } from "vitest";
import { type Authenticator, giveKey } from "../../../test/authenticator.ts";
import { onBothEngines } from "../../../test/databases.ts";
import { type Caller, openTestHouse, type TestHouse } from "../../../test/house.ts";
import { logOccasion } from "../../act/api.ts";
import type { InputOf, OutputOf } from "../../ground/endpoint.ts";
import type { Day, Instant } from "../../ground/time.ts";
import type { Database } from "../../platform/server/database/database.ts";
import type { AnyTransaction } from "../../platform/server/house.ts";
import { verify } from "../../pledge/verify.ts";
import { bundleOf, type Evidence } from "../../pledge/bundle.ts";
import type { ReportBody } from "../../pledge/report-text.ts";
import { listReports, waiting } from "../api.ts";
import * as api from "./api.ts";

const partnership = "ockelbo";
const slug = "2026-hosten";
const at = { partnership, slug };
const period = { ...at, from: "2026-07-01" as Day, to: "2026-12-31" as Day };
type Opened = OutputOf<typeof api.openReport>;

onBothEngines("a follow-up through its doors", (fresh) => {
  let house: TestHouse;
  let database: Database;
  let [karin, johan, sofia, goran]: Caller[] = [];
  const keys = new Map<string, Authenticator>();
  beforeAll(async () => {
    database = await fresh({ demo: true });
    house = await openTestHouse(database);
    [karin, johan, sofia, goran] = await Promise.all(
      ["Karin", "Johan", "Sofia", "Göran"].map((name) => house.as(name)),
    );
    for (const name of ["Karin", "Johan", "Sofia", "Göran"]) keys.set(name, await giveKey(database, name));
  });
  const opened = async (who = karin!): Promise<Opened> => (await who.call(api.openReport, at)).value;
  const cardsOf = ({ pledges }: Opened) => pledges.flatMap(({ cards }) => cards);
  const judge = async (
    { activityId, preset }: ReturnType<typeof cardsOf>[number],
    more: Partial<InputOf<typeof api.assessActivity>> = {},
  ) =>
    karin!.call(api.assessActivity, {
      ...at,
      activityId,
      status: preset,
      explanation: "Så blev det",
      output: "",
      outcome: "",
      experience: "",
      ...more,
    });
  const signAs = async (name: string, who: Caller, how = {}) => {
    const asked = await who.call(api.askToSignReport, at);
    if (asked.status !== 200) return asked as never;
    const { signingId, options } = asked.value;
    const answer = keys.get(name)!.answer(options["challenge"] as string, how);
    return who.call(api.signReport, { ...at, signingId, answer });
  };
  const pressAs = async (name: string, who: Caller, key = name) => {
    const asked = await who.call(api.askToPublishReport, at);
    if (asked.status !== 200) return asked as never;
    const { signingId, options } = asked.value;
    const answer = keys.get(key)!.answer(options["challenge"] as string);
    return who.call(api.publishReport, { ...at, signingId, answer });
  };

  test("writes itself from the log: nobody has typed a figure, and both read the same", async () => {
    expect((await karin!.call(api.draftReport, { ...period, to: "2026-06-30" })).problem.why).toBe("period-backwards");
    expect((await karin!.call(api.draftReport, period)).value).toEqual({ slug });
    expect((await johan!.call(api.draftReport, period)).problem.why).toBe("report-exists");
    const before = { ...period, slug: "1999", from: "1999-01-01", to: "1999-12-31" };
    expect((await karin!.call(api.draftReport, before)).status).toBe(404);
    const report = await opened();
    expect(cardsOf(report).map(({ number }) => number)).toEqual(["1.1", "1.2", "2.1", "3.1", "3.2", "3.3"]);
    expect(report).toMatchObject({ state: "draft", texts: [], frozen: null, last: { slug: "2025" } });
    const [checks] = cardsOf(report);
    expect(checks).toMatchObject({ expected: 6, counted: "kontroller", judgedOn: null });
    expect(checks!.outputs.map(({ what }) => what)).toContain("fordon som kontrollerades");
    // What was measured, with its verdict to come of it, and the last report's words to start from.
    expect(report.pledges[0]!.indicators.map(({ column }) => column)).toEqual(["outcome", "outcome"]);
    expect(checks!.last).toMatchObject({ slug: "2025", status: "partly" });
    expect(cardsOf(await opened(johan))).toEqual(cardsOf(report));
  });

  test("is judged with reasons; each organisation may judge otherwise, and is read when it has handed in", async () => {
    const [first, ...rest] = cardsOf(await opened());
    expect((await judge(first!, { status: "not-met", explanation: " " })).problem.why).toBe("explanation-needed");
    expect((await judge(first!, { activityId: "01930000-0000-7000-8000-0000000000aa" })).problem.why).toBe(
      "activity-not-in-report",
    );
    expect((await judge(first!, { outcome: "anna@example.se" })).problem.why).toBe("names-a-person");
    expect((await judge(first!, { outcome: "Det gällde två pojkar i Åmot." })).problem.why).toBe("report-counts-few");
    for (const card of [first!, ...rest]) expect((await judge(card)).value).toEqual({ status: card.preset });
    const own = { ...at, activityId: first!.activityId, status: "not-met" as const };
    expect((await johan!.call(api.viewActivity, { ...own, explanation: "" })).problem.why).toBe("explanation-needed");
    await johan!.call(api.viewActivity, { ...own, explanation: "Vi hann inte" });
    const view = { party: "police", status: "not-met", explanation: "Vi hann inte" };
    expect(cardsOf(await opened(johan))[0]!.views).toEqual([view]);
    expect(cardsOf(await opened())[0]!.views).toEqual([]);
    const write = (who: Caller, voice: "municipality" | "police" | "joint", text = `Ord från ${voice}`) =>
      who.call(api.writeText, { ...at, voice, text });
    expect((await write(karin!, "police")).problem).toMatchObject({ status: 403, why: "not-your-text" });
    expect((await karin!.call(api.handInText, at)).problem.why).toBe("own-text-missing");
    for (const [who, voice] of [
      [karin!, "municipality"],
      [johan!, "police"],
      [johan!, "joint"],
    ] as const)
      expect((await write(who, voice)).status).toBe(200);
    expect((await opened()).texts.map(({ voice }) => voice).toSorted()).toEqual(["joint", "municipality"]);
    expect((await karin!.call(api.freezeReport, at)).problem.why).toBe("own-text-missing");
    expect((await karin!.call(api.handInText, at)).value).toEqual({ voice: "municipality" });
    expect((await karin!.call(api.freezeReport, at)).problem.why).toBe("other-text-missing");
    // After the promised day the own part may go out alone, and says whose is waited for.
    expect((await karin!.call(api.publishPart, at)).problem.why).toBe("part-not-due");
    house.setClock("2027-05-02T09:00:00.000Z" as Instant);
    for (const card of cardsOf(await opened())) await judge(card);
    expect((await karin!.call(api.publishPart, at)).value).toEqual({ party: "municipality" });
    expect((await karin!.call(api.publishPart, at)).problem.why).toBe("part-is-out");
    await house.settle();
    const page = await (await house.stranger.request(`/api/tell/publication?slug=${partnership}`)).text();
    expect(page).toContain('"waitsFor":"police"');
    expect(page).toContain("Ord från municipality");
    expect(page).not.toContain("Ord från police");
    expect(page).not.toContain("Vi hann inte");
    house.setClock("2026-11-24T09:00:00.000Z" as Instant);
    for (const card of cardsOf(await opened())) await judge(card);
    await johan!.call(api.handInText, at);
    expect(cardsOf(await opened())[0]!.views).toEqual([view]);
  });

  test("what was told where is a part of it", async () => {
    const telling = { ...at, on: "2026-10-03", channel: "school" as const, reach: "50-199" as const };
    const note = (more: object = {}) =>
      karin!.call(api.noteTelling, { ...telling, audience: "föräldrar i åk 8", ...more });
    for (const [more, why] of [
      [{ on: "2026-12-24" }, "told-day-to-come"],
      [{ on: "2026-06-30" }, "told-outside-period"],
      [{ audience: " " }, "told-to-whom"],
      [{ audience: "anna@example.se" }, "names-a-person"],
    ] as const)
      expect((await note(more)).problem.why).toBe(why);
    const { id } = (await note()).value;
    const { id: other } = (await note({ audience: "fel", on: "2026-10-04" })).value;
    const strike = (tellingId: string, reason: string) => karin!.call(api.strikeTelling, { ...at, tellingId, reason });
    expect((await strike(other, " ")).problem.why).toBe("reason-needed");
    expect((await strike(other, "Fel skola")).value).toEqual({ id: other });
    expect((await strike(other, "Fel skola")).problem.why).toBe("telling-gone");
    expect((await opened(johan)).told.map((one) => [one.id, one.party, one.struck])).toEqual([
      [id, "municipality", null],
      [other, "municipality", "Fel skola"],
    ]);
  });

  test("what is logged after the judgement is shown, and nothing is signed on figures that have gone old", async () => {
    const [first] = cardsOf(await opened());
    const logged = await johan!.call(logOccasion, {
      partnership,
      activityId: first!.activityId,
      occasion: {
        on: "2026-11-20",
        count: { value: 1, qualifier: "exact" },
        counted: first!.counted,
        towardTarget: true,
        unitName: "Ingripande",
        place: { kind: "area", name: "Åmot" },
        note: "",
        outputs: [],
        source: "own-log",
        confirmed: true,
      },
    });
    expect(logged.status).toBe(200);
    const [again] = cardsOf(await opened());
    expect(again!.done.value).toBe(first!.done.value + 1);
    expect(again).toMatchObject({ judged: false, judgedOn: { done: first!.done } });
    expect((await karin!.call(api.freezeReport, at)).problem.why).toBe("log-has-changed");
    await judge(again!);
    expect(cardsOf(await opened())[0]).toMatchObject({ judged: true, judgedOn: null });
  });

  test("is closed over one text; opened again, no signature of it is put under other words", async () => {
    expect((await sofia!.call(api.askToSignReport, at)).problem.why).toBe("report-not-ready");
    const { contentHash } = (await karin!.call(api.freezeReport, at)).value;
    expect((await karin!.call(api.freezeReport, at)).problem.why).toBe("report-is-frozen");
    expect((await judge(cardsOf(await opened())[0]!)).problem.why).toBe("report-is-frozen");
    expect((await opened()).frozen).toMatchObject({ contentHash, at: "2026-11-24T09:00:00.000Z" });
    const turns = async (who: Caller) =>
      (await who.call(waiting, { partnership })).value.turns.filter(({ title }) => title === slug);
    expect(await turns(sofia!)).toEqual([
      { kind: "sign-report", title: slug, href: `/signera/ockelbo/uppfoljning-${slug}` },
    ]);
    expect((await signAs("Karin", karin!)).problem.why).toBe("not-yours");
    expect((await signAs("Sofia", sofia!, { personChecked: false })).problem.why).toBe("key-not-accepted");
    expect((await signAs("Sofia", sofia!)).value).toMatchObject({ state: "half-signed", missing: ["municipality"] });
    expect((await signAs("Sofia", sofia!)).problem.why).toBe("party-has-signed");
    const asked = (await goran!.call(api.askToSignReport, at)).value;
    expect((await karin!.call(api.reopenReport, { ...at, reason: " " })).problem.why).toBe("reason-needed");
    expect((await karin!.call(api.reopenReport, { ...at, reason: "En siffra till" })).value).toEqual({ version: 2 });
    expect((await karin!.call(api.reopenReport, { ...at, reason: "Igen" })).problem.why).toBe("report-is-open");
    await karin!.call(api.writeText, { ...at, voice: "municipality", text: "Andra ord" });
    expect((await karin!.call(api.freezeReport, at)).value.contentHash).not.toBe(contentHash);
    expect((await opened()).parties.map(({ signed }) => signed)).toEqual([null, null]);
    // A question that was asked of the other text is no question of this one.
    const answer = keys.get("Göran")!.answer(asked.options["challenge"] as string);
    const old = await goran!.call(api.signReport, { ...at, signingId: asked.signingId, answer });
    expect(old.problem.why).toMatch(/other-text|key-not-accepted/);
  });

  test("both sign, two keys let it out, never one alone, and it is then closed to all", async () => {
    // Who is asked is written to, by the reactions of a later stage.
    const written = async (kind: string) => {
      await house.settle();
      return database.transaction<Record<string, never>, string[]>({ as: "system" }, async (tx) => {
        const asked = sql<{ said: string }>`select distinct p.name || ': ' || l.subject as said from letter l
          join person p on p.id = l.person_id where l.kind = ${kind} order by 1`;
        return (await asked.execute(tx as AnyTransaction)).rows.map(({ said }) => said);
      });
    };
    expect(await written("sign")).toEqual([
      "Göran: Du ombeds skriva under uppföljningen 1 juli–31 december 2026",
      "Sofia: Du ombeds skriva under uppföljningen 1 juli–31 december 2026",
    ]);
    expect((await pressAs("Karin", karin!)).problem.why).toBe("report-not-signed");
    for (const [name, who] of [
      ["Sofia", sofia!],
      ["Göran", goran!],
    ] as const)
      expect((await signAs(name, who)).status).toBe(200);
    expect((await opened()).state).toBe("signed");
    expect((await sofia!.call(api.askToPublishReport, at)).problem.why).toBe("not-yours");
    expect((await pressAs("Karin", karin!, "Johan")).problem.why).toBe("publishing-key-not-accepted");
    expect((await pressAs("Karin", karin!)).value).toEqual({ state: "signed" });
    expect((await pressAs("Karin", karin!)).problem.why).toBe("same-person-twice");
    expect(await written("second-key")).toEqual(["Johan: Andra nyckeln behövs: uppföljningen 1 juli–31 december 2026"]);
    expect((await opened(johan)).publicationAskedBy).toBe("municipality");
    expect((await pressAs("Johan", johan!)).value).toEqual({ state: "published" });
    for (const refused of [
      await johan!.call(api.askToPublishReport, at),
      await sofia!.call(api.askToSignReport, at),
      await karin!.call(api.writeText, { ...at, voice: "joint", text: "Mer" }),
      await karin!.call(api.reopenReport, { ...at, reason: "Mer" }),
    ])
      expect(refused).toMatchObject({ status: 409, problem: { why: "report-is-published" } });
    const { value } = await johan!.call(listReports, { partnership });
    expect(value.reports.find((report) => report.slug === slug)).toMatchObject({ state: "published", example: false });
    // Whoever waits for a word has had one.
    expect(value.clocks.find(({ name }) => name === "silence")?.from).toBe("2026-11-24");
  });

  test("a stranger reads what both signed, and can check it with nothing from us", async () => {
    await house.settle();
    // What a later stage tells; asked by its address, since this one does not know it.
    const told = await house.stranger.request(`/api/tell/publication?slug=${partnership}`);
    type Told = { slug: string; contentText: string; body: ReportBody; evidence: Evidence; log: { kind: string }[] };
    const report = ((await told.json()) as { reports: Told[] }).reports.find((one) => one.slug === slug)!;
    expect(report.contentText).toBe(report.evidence.text);
    expect(report.body.pledges.flatMap(({ activities }) => activities)).toHaveLength(6);
    expect(report.log.map(({ kind }) => kind)).toEqual(["report-signed", "report-signed", "report-published"]);
    const bundle = bundleOf(report.evidence, {
      at: "2026-11-25T09:00:00.000Z" as Instant,
      page: `/ockelbo/rapport/${slug}`,
      site: { origin: "http://localhost:3000", rpId: "localhost" },
      example: false,
      log: null,
    });
    const verdict = await verify(JSON.stringify(bundle));
    expect(verdict.overall).toBe("genuine");
    expect(verdict.statements.filter(({ ok }) => ok === "yes").map(({ why }) => why)).toEqual(
      expect.arrayContaining(["text-same", "readable-same", "signed-by-key", "published-by-key"]),
    );
    const forged = JSON.stringify(bundle).replaceAll("Andra ord", "Bättre ord");
    expect((await verify(forged)).overall).toBe("false");
  });

  test("who may is told by role; another partnership and a stranger find nothing", async () => {
    const ingrid = await house.as("Ingrid");
    expect((await ingrid.call(api.openReport, at)).status).toBe(200);
    for (const refused of [
      await ingrid.call(api.freezeReport, at),
      await (await house.as("Amina")).call(api.writeText, { ...at, voice: "joint", text: "Hej" }),
      await sofia!.call(api.draftReport, { ...period, slug: "2027" }),
    ])
      expect(refused).toMatchObject({ status: 403, problem: { why: "not-yours" } });
    const elin = await house.as("Elin");
    expect((await elin.call(api.openReport, at)).status).toBe(404);
    expect((await elin.call(api.openReport, { ...at, partnership: "hofors" })).status).toBe(404);
    expect((await house.stranger.call(waiting, { partnership })).status).toBe(401);
  });
});
