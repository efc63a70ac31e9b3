import { beforeAll, expect, test } from "vitest";
import { onBothEngines } from "../../test/databases.ts";
import { type Caller, openTestHouse, type TestHouse } from "../../test/house.ts";
import type { InputOf } from "../ground/endpoint.ts";
import * as pledge from "../pledge/api.ts";
import * as api from "./api.ts";

const partnership = "ockelbo";
const slug = "2026-hosten";
const at = { partnership, slug };
const period = { ...at, from: "2026-07-01", to: "2026-12-31" };

onBothEngines("a follow-up through its doors", (fresh) => {
  let house: TestHouse;
  let karin: Caller;
  let johan: Caller;
  beforeAll(async () => {
    house = await openTestHouse(await fresh({ demo: true }));
    [karin, johan] = [await house.as("Karin"), await house.as("Johan")];
  });
  const opened = async (who = karin) => (await who.call(api.openReport, at)).value;

  test("begins from the log, once under each address", async () => {
    expect((await karin.call(api.draftReport, { ...period, to: "2026-06-30" })).problem.why).toBe("period-backwards");
    expect((await karin.call(api.draftReport, period)).value).toEqual({ slug });
    expect((await johan.call(api.draftReport, period)).problem.why).toBe("report-exists");
    expect(
      (await karin.call(api.draftReport, { ...period, slug: "1999", from: "1999-01-01", to: "1999-12-31" })).status,
    ).toBe(404);
    const { cards, texts, parties, state } = await opened();
    expect(cards.map(({ number }) => number)).toEqual(["1.1", "1.2", "2.1", "3.1", "3.2", "3.3"]);
    expect({ texts, state }).toEqual({ texts: [], state: "draft" });
    expect(parties.map(({ approvedBy }) => approvedBy)).toEqual([null, null]);
    expect(await opened(johan)).toEqual(await opened(karin));
  });

  test("is judged with reasons, and each party writes its own words", async () => {
    const { cards } = await opened();
    const judge = (card: (typeof cards)[number], more: Partial<InputOf<typeof api.assessActivity>> = {}) =>
      karin.call(api.assessActivity, {
        ...at,
        activityId: card.activityId,
        status: card.preset,
        explanation: "Så blev det",
        output: "",
        outcome: "",
        experience: "",
        ...more,
      });
    const [first] = cards;
    expect((await judge(first!, { status: "not-met", explanation: " " })).problem.why).toBe("explanation-needed");
    expect((await judge(first!, { activityId: "01930000-0000-7000-8000-0000000000aa" })).problem.why).toBe(
      "activity-not-in-report",
    );
    expect((await judge(first!, { outcome: "anna@example.se" })).problem.why).toBe("names-a-person");
    expect((await karin.call(api.approveReport, at)).problem.why).toMatch(/unassessed-activities|own-text-missing/);
    for (const card of cards) expect((await judge(card)).value).toEqual({ status: card.preset });
    expect((await karin.call(api.approveReport, at)).problem.why).toBe("own-text-missing");
    expect((await karin.call(api.writeText, { ...at, voice: "police", text: "Vi var ute mer" })).problem).toMatchObject(
      { status: 403, why: "not-your-text" },
    );
    for (const [who, voice] of [
      [karin, "municipality"],
      [johan, "police"],
      [johan, "joint"],
    ] as const)
      expect((await who.call(api.writeText, { ...at, voice, text: `Ord från ${voice}` })).status).toBe(200);
    expect((await opened()).texts.map(({ voice }) => voice).toSorted()).toEqual(["joint", "municipality", "police"]);
  });

  test("an approval is of one version: what is changed after it must be approved again", async () => {
    expect((await johan.call(api.approveReport, at)).value).toEqual({ title: "kommunpolis" });
    expect((await johan.call(api.approveReport, at)).problem.why).toBe("you-have-approved");
    expect((await opened()).state).toBe("ready");
    const turns = (await karin.call(api.waiting, { partnership })).value.turns.filter(
      ({ kind }) => kind === "approve-report",
    );
    expect(turns).toEqual([{ kind: "approve-report", title: slug, href: `/folj-upp/ockelbo/${slug}` }]);
    await karin.call(api.writeText, { ...at, voice: "municipality", text: "Andra ord" });
    expect(await opened()).toMatchObject({ state: "draft", parties: [{ approvedBy: null }, { approvedBy: null }] });
    expect((await karin.call(api.publishReport, at)).problem.why).toBe("second-party-missing");
  });

  test("goes out with a word from each, given at the same time, and is then closed to all", async () => {
    const approvals = await Promise.all([karin.call(api.approveReport, at), johan.call(api.approveReport, at)]);
    expect(approvals.map(({ status }) => status)).toEqual([200, 200]);
    expect((await karin.call(api.publishReport, at)).value).toEqual({ state: "published" });
    for (const refused of [
      await johan.call(api.publishReport, at),
      await johan.call(api.approveReport, at),
      await karin.call(api.writeText, { ...at, voice: "joint", text: "Mer" }),
    ])
      expect(refused).toMatchObject({ status: 409, problem: { why: "report-is-published" } });
    const { value } = await johan.call(api.listReports, { partnership });
    expect(value.reports.find((report) => report.slug === slug)).toMatchObject({ state: "published", example: false });
    expect(value.clocks.find(({ name }) => name === "silence")?.from).toBe("2026-11-24");
  });

  test("the seven stages count what is there, in both languages", async () => {
    const { counts } = (await karin.call(api.cycle, { partnership })).value;
    expect(Object.keys(counts)).toEqual(["collect", "picture", "prioritise", "pledge", "act", "follow", "tell"]);
    expect(counts.act).toEqual({ sv: "6 aktiviteter", en: "6 activities" });
    expect(counts.pledge.sv).toBe("löfte 2025-2027");
    for (const { sv, en } of Object.values(counts)) expect(`${sv} ${en}`).not.toMatch(/[{}]|undefined|NaN/);
  });

  test("what a draft leaves open and nobody has taken stands with those who write", async () => {
    const draft = { partnership, slug: "2031-2033" };
    await karin.call(pledge.startDraft, draft);
    const { content, revision } = (await karin.call(pledge.openDocument, draft)).value;
    const text = "Ett område till väljs under perioden.";
    const left = { id: crypto.randomUUID(), order: 1, text, theme: "trygghet", owner: "joint", openSlot: true };
    const pledges = [{ ...left, problemIds: [], activities: [] }] as unknown as typeof content.pledges;
    await karin.call(pledge.saveDraft, { ...draft, revision, content: { ...content, pledges } });
    const turns = async (who: Caller) =>
      (await who.call(api.waiting, { partnership })).value.turns.filter(({ kind }) => kind === "open-slot");
    for (const who of [karin, johan])
      expect(await turns(who)).toEqual([{ kind: "open-slot", title: text, href: "/lova/ockelbo/2031-2033" }]);
    expect(await turns(await house.as("Ingrid"))).toEqual([]);
  });

  test("who may is told by role; another partnership and a stranger find nothing", async () => {
    const ingrid = await house.as("Ingrid");
    expect((await ingrid.call(api.openReport, at)).status).toBe(200);
    for (const refused of [
      await ingrid.call(api.approveReport, at),
      await (await house.as("Amina")).call(api.writeText, { ...at, voice: "joint", text: "Hej" }),
      await (await house.as("Sofia")).call(api.draftReport, { ...period, slug: "2027" }),
    ])
      expect(refused).toMatchObject({ status: 403, problem: { why: "not-yours" } });
    const elin = await house.as("Elin");
    expect((await elin.call(api.openReport, at)).status).toBe(404);
    expect((await elin.call(api.openReport, { ...at, partnership: "hofors" })).status).toBe(404);
    expect((await house.stranger.call(api.waiting, { partnership })).status).toBe(401);
  });
});
