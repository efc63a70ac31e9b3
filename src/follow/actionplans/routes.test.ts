import { unzipSync } from "fflate";
import { beforeAll, expect, test } from "vitest";
import { onBothEngines } from "../../../test/databases.ts";
import { type Caller, openTestHouse, type TestHouse } from "../../../test/house.ts";
import { insideDemo, type Inside } from "../../../test/stores.ts";
import type { Day, Instant } from "../../ground/time.ts";
import { newId } from "../../platform/server/secrets.ts";
import { listReports } from "../api.ts";
import { listRed } from "../clocks/api.ts";
import * as api from "./api.ts";
import type { ActionPlan, FollowUp, Measure } from "./plan.ts";
import * as store from "./store.ts";

const partnership = "ockelbo";
const AT = "2026-11-24T09:00:00.000Z" as Instant;
const said = { body: "kommunfullmäktige", section: "54", registryNumber: "KS 2026/91" };
const text = {
  what: "Fritidsgården är öppen fredagar",
  chapter: "youth",
  why: "Unga saknar en plats på fredagar",
  office: "fritidsenheten",
  followUp: "Öppna kvällar räknas",
} as const;

onBothEngines("the action plan through its doors", (fresh) => {
  let house: TestHouse;
  let inside: Inside;
  let [karin, johan, elin]: Caller[] = [];
  let planId = "";
  beforeAll(async () => {
    const database = await fresh({ demo: true });
    [house, inside] = [await openTestHouse(database), await insideDemo(database)];
    [karin, johan, elin] = await Promise.all(["Karin", "Johan", "Elin"].map((name) => house.as(name)));
  });
  const at = () => ({ partnership, planId });
  const opened = async (who = karin!) => (await who.call(api.openActionPlan, at())).value;
  const listed = async (who: Caller) => (await who.call(api.listActionPlans, { partnership })).value;
  const write = (more: object = {}) => karin!.call(api.writeMeasure, { ...at(), ...text, version: 0, ...more });
  const plans = (who: string) => inside.as(who, (tx) => store.plansOf(tx, inside.partnershipId));
  const clock = async () => {
    const { clocks } = (await johan!.call(listReports, { partnership })).value;
    return clocks.find(({ name }) => name === "action-plan");
  };

  test("is begun by the municipality, and nobody else sees it while it is written", async () => {
    expect((await listed(karin!)).plans).toEqual([]);
    const red = (await karin!.call(listRed, { partnership })).value.rows;
    expect(red.find(({ kind }) => kind === "action-plan")?.href).toBe("/folj-upp/ockelbo/atgardsplaner");
    expect((await johan!.call(api.beginActionPlan, { partnership })).problem.why).toBe("not-yours");
    // Two presses at once make one plan, and the other is told so.
    const begun = await Promise.all([1, 2].map(() => karin!.call(api.beginActionPlan, { partnership })));
    const [made, late] = begun[0]!.status === 200 ? begun : begun.toReversed();
    expect([made!.status, late!.problem.why]).toEqual([200, "plan-in-work"]);
    planId = made!.value.id;
    const { promised, ground } = await opened();
    expect(ground.slug).toBe("2024");
    expect((await write()).status).toBe(200);
    expect((await write({ what: "Vuxna är ute", activityId: promised[0]!.id, to: "2027-12-31" })).status).toBe(200);
    expect((await write({ what: "Belysning" })).status).toBe(200);
    const belysning = (await opened()).measures[2]!;
    const out = { ...at(), measureId: belysning.id, version: belysning.version };
    expect((await karin!.call(api.takeOutMeasure, out)).status).toBe(200);
    const [first] = (await opened()).measures;
    const changed = await write({ measureId: first!.id, version: 1, office: "fritidsgården" });
    expect(changed.value).toEqual({ id: first!.id, version: 2 });
    expect((await write({ measureId: first!.id, version: 1 })).problem.why).toBe("measure-changed-meanwhile");
    expect((await opened()).measures.map(({ what, office, logged }) => [what, office, logged?.number])).toEqual([
      [text.what, "fritidsgården", undefined],
      ["Vuxna är ute", text.office, promised[0]!.number],
    ]);
    for (const who of [johan!, elin!, house.stranger])
      expect((await who.call(api.openActionPlan, at())).status).toBeGreaterThanOrEqual(400);
    expect((await listed(johan!)).plans).toEqual([]);
    expect((await listed(await house.as("Petra"))).plans).toHaveLength(1);
    for (const who of ["Johan", "Elin", "stranger"]) {
      const seen = await plans(who).catch(() => []);
      expect(seen, who).toEqual([]);
    }
  });

  test("what the rule refuses, the database refuses too", async () => {
    const [plan] = await plans("Karin");
    const refused = { code: "42501" };
    const one: Measure = { ...text, id: newId(Date.parse(AT)), version: 1 };
    const inPlan = { partnershipId: inside.partnershipId, plan: plan! };
    for (const who of ["Johan", "Petra", "Elin"])
      await expect(inside.as(who, (tx) => store.addMeasure(tx, inPlan, one))).rejects.toMatchObject(refused);
    const police = { ...plan!, id: newId(Date.parse(AT)), organisationId: inside.organisations["police"]! };
    for (const [who, begun] of [
      ["Johan", police],
      ["Karin", police],
    ] as const)
      await expect(
        inside.as(who, (tx) => store.addPlan(tx, inside.partnershipId, begun as ActionPlan)),
      ).rejects.toMatchObject(refused);
    await expect(inside.as("Johan", (tx) => store.saveTold(tx, plan!, AT))).rejects.toThrow("was not there");
    await expect(inside.as("Karin", (tx) => store.addFollowUp(tx, inPlan, followUp()))).rejects.toMatchObject(refused);
  });
  const followUp = (): FollowUp => ({
    id: newId(Date.parse(AT)),
    followedOn: "2026-11-20" as Day,
    office: "samordnare",
    measures: [],
    notedAt: AT,
    replaces: undefined,
    reason: undefined,
  });

  test("is decided, read by the police, and feeds the law's clock; nothing of it changes", async () => {
    const { contentHash } = await opened();
    const decide = (more: object) =>
      karin!.call(api.decideActionPlan, { ...at(), ...said, decidedOn: "2026-06-15", contentHash, ...more });
    expect((await decide({ contentHash: "en annan" })).problem.why).toBe("plan-changed-meanwhile");
    expect((await decide({})).value).toEqual({ slug: "2026" });
    expect(await clock()).toMatchObject({ from: "2026-06-15", due: "2028-06-15" });
    const read = await opened(johan);
    expect(read).toMatchObject({ state: "decided", mayWrite: false, isTold: false, contentHash });
    expect(JSON.stringify(read.blocks)).toContain(
      "Beslutad den 15 juni 2026 av kommunfullmäktige, § 54, dnr KS 2026/91.",
    );
    expect((await elin!.call(api.openActionPlan, at())).status).toBe(404);
    expect((await write()).problem.why).toBe("plan-is-decided");
    const [plan] = await plans("Karin");
    const inPlan = { partnershipId: inside.partnershipId, plan: plan! };
    for (const who of ["Karin", "system"]) {
      await expect(
        inside.as(who, (tx) => store.addMeasure(tx, inPlan, { ...text, id: newId(Date.parse(AT)), version: 1 })),
      ).rejects.toMatchObject({ code: "42501" });
      await expect(
        inside.as(who, (tx) => tx.updateTable("action_plan").set({ slug: "2027" }).execute()),
      ).rejects.toMatchObject({ code: "42501" });
    }
    await expect(
      inside.as("Karin", (tx) => tx.updateTable("action_plan_decision").set({ body: "KS" }).execute()),
    ).rejects.toMatchObject({ code: "42501" });
  });

  test("its decision is put right with the reason, and the clock follows", async () => {
    const { decisions } = await opened();
    house.setClock("2026-11-24T10:00:00.000Z" as Instant);
    const correct = (reason: string) =>
      karin!.call(api.correctPlanDecision, {
        ...at(),
        ...said,
        decisionId: decisions[0]!.id,
        decidedOn: "2026-06-08",
        reason,
      });
    expect((await correct(" ")).problem.why).toBe("correction-says-why");
    expect((await correct("Fel vecka")).status).toBe(200);
    expect((await correct("Fel igen")).problem.why).toBe("decision-is-corrected");
    expect((await opened(johan)).decisions.map(({ decidedOn, correctedWhy }) => [decidedOn, correctedWhy])).toEqual([
      ["2026-06-08", null],
      ["2026-06-15", "Fel vecka"],
    ]);
    expect(await clock()).toMatchObject({ from: "2026-06-08" });
  });

  test("is followed up measure by measure with what the log says, and the clock runs from that day", async () => {
    const { measures } = await opened();
    const follow = (more: object = {}) =>
      karin!.call(api.followUpActionPlan, {
        ...at(),
        followedOn: "2026-11-20",
        reason: "",
        measures: measures.map(({ id }) => ({ measureId: id, status: "under-way" as const, sentence: "Tolv kvällar" })),
        ...more,
      });
    expect((await follow({ measures: [] })).problem.why).toBe("measure-unanswered");
    const first = (await follow()).value.id;
    expect((await follow()).problem.why).toBe("plan-followed-that-day");
    house.setClock("2026-11-24T11:00:00.000Z" as Instant);
    expect(await clock()).toMatchObject({ from: "2026-11-20", due: "2028-11-20" });
    expect((await follow({ replaces: first, reason: "Fel dag", followedOn: "2026-11-18" })).status).toBe(200);
    expect((await follow({ replaces: first, reason: "Fel" })).problem.why).toBe("follow-up-is-corrected");
    expect(await clock()).toMatchObject({ from: "2026-11-18" });
    const { followUps } = await opened(johan);
    expect(followUps.map(({ followedOn, correctedWhy }) => [followedOn, correctedWhy])).toEqual([
      ["2026-11-18", null],
      ["2026-11-20", "Fel dag"],
    ]);
    expect(followUps[0]!.measures[1]!.logged?.promised).not.toBeUndefined();
  });

  test("is told by the municipality's yes and taken back by it, and both parties have it as PDF and DOCX", async () => {
    expect((await johan!.call(api.tellActionPlan, at())).problem.why).toBe("not-yours");
    expect((await karin!.call(api.tellActionPlan, at())).value).toEqual({ isTold: true });
    expect((await karin!.call(api.tellActionPlan, at())).problem.why).toBe("plan-told-already");
    expect((await listed(johan!)).plans).toMatchObject([{ slug: "2026", isTold: true, followedOn: "2026-11-18" }]);
    const bytes = (await johan!.call(api.typeActionPlan, at())).value as unknown as ArrayBuffer;
    const docx = unzipSync(new Uint8Array(bytes));
    expect(new TextDecoder().decode(docx["word/document.xml"])).toContain(text.what);
    expect((await johan!.call(api.printActionPlan, at())).status).toBe(200);
    expect((await karin!.call(api.takeBackActionPlan, at())).value).toEqual({ isTold: false });
    expect((await karin!.call(api.takeBackActionPlan, at())).problem.why).toBe("plan-not-told");
  });

  test("the next is begun from it and comes in its place", async () => {
    const former = planId;
    planId = (await karin!.call(api.beginActionPlan, { partnership })).value.id;
    const next = await opened();
    expect(next.measures).toHaveLength(2);
    const { contentHash } = next;
    const decide = (decidedOn: string) =>
      karin!.call(api.decideActionPlan, { ...at(), ...said, decidedOn, contentHash });
    expect((await decide("2026-06-08")).problem.why).toBe("plan-out-of-order");
    expect((await decide("2026-11-23")).value).toEqual({ slug: "2026-2" });
    const { measures, supersededBy } = (await johan!.call(api.openActionPlan, { partnership, planId: former })).value;
    expect(supersededBy).toMatchObject({ id: planId, slug: "2026-2" });
    const late = await karin!.call(api.followUpActionPlan, {
      partnership,
      planId: former,
      followedOn: "2026-11-23",
      reason: "",
      measures: measures.map(({ id }) => ({ measureId: id, status: "done" as const, sentence: "" })),
    });
    expect(late.problem.why).toBe("plan-is-superseded");
    expect((await karin!.call(api.groundActionPlan, at())).problem.why).toBe("plan-is-decided");
    expect((await listed(johan!)).plans.map(({ slug, isSuperseded }) => [slug, isSuperseded])).toEqual([
      ["2026-2", false],
      ["2026", true],
    ]);
  });
});
