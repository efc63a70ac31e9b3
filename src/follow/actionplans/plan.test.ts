import { describe, expect, test } from "vitest";
import type { Person, Role } from "../../ground/party.ts";
import type { Day, Instant } from "../../ground/time.ts";
import { beginPlan, groundPlan, takeOutMeasure, writeMeasure } from "./drafting.ts";
import { carriedFrom, followUpPlan, standingOf } from "./follow-up.ts";
import { contentOf, type Decided, type Draft, type FollowUp, type Ground, type Logged, type Measure } from "./plan.ts";
import { correctPlanDecision, decidePlan, decisionOf } from "./plan-decision.ts";
import { shownOf } from "./shown.ts";
import { takeBackPlan, tellPlan } from "./telling.ts";

const partnershipId = "samarbetet";
const person = (role: Role, party: "municipality" | "police" = "municipality"): Person => ({
  id: "karin",
  name: "Karin",
  operator: false,
  grants: [{ partnershipId, organisationId: "kommunen", party, role, title: "säkerhetssamordnare" }],
});
const by = person("coordinator");
let ids = 0;
const moment = { at: "2026-11-24T09:00:00.000Z" as Instant, by, newId: () => `ny ${ids++}` };
const day = (text: string) => text as Day;
const ground = (id: string, adoptedOn: string): Ground => ({
  id,
  slug: "2026",
  from: day("2026-01-01"),
  to: day("2026-12-31"),
  adoptedOn: day(adoptedOn),
  contentHash: `hash of ${id}`,
});
const text = {
  what: "Fritidsgården är öppen fredagar",
  chapter: "youth",
  why: "Unga saknar en plats på fredagar",
  office: "fritidsenheten",
  followUp: "Öppna kvällar räknas",
} as const;
const measure = (id: string, more: Partial<Measure> = {}): Measure => ({ id, version: 1, ...text, ...more });
const draft: Draft = {
  id: "planen",
  organisationId: "kommunen",
  ground: ground("lägesbilden", "2026-03-02"),
  begunAt: "2026-04-01T09:00:00.000Z" as Instant,
  measures: [measure("a"), measure("b", { activityId: "lovad" })],
  example: false,
  state: "draft",
};
const decided: Decided = {
  ...draft,
  state: "decided",
  slug: "2026",
  contentHash: "hash",
  decidedAt: "2026-06-16T09:00:00.000Z" as Instant,
  decisions: [
    {
      id: "beslutet",
      decidedOn: day("2026-06-15"),
      body: "kommunfullmäktige",
      section: "54",
      registryNumber: "KS 2026/91",
      notedAt: "2026-06-16T09:00:00.000Z" as Instant,
      office: "säkerhetssamordnare",
      replaces: undefined,
      reason: undefined,
    },
  ],
  followUps: [],
  toldAt: undefined,
};
const said = {
  decidedOn: day("2026-06-15"),
  body: " kommunfullmäktige ",
  section: "§ 54",
  registryNumber: "KS 2026/91 ",
};
const why = (result: { ok: boolean; refusal?: { why: string } }) => (result.ok ? "yes" : result.refusal?.why);
const here = { partnershipId };

describe("an action plan", () => {
  test.each<[string, Person, boolean]>([
    ["the municipality's coordinator", by, true],
    ["a reader of the municipality", person("reader"), false],
    ["the police's coordinator", person("coordinator", "police"), false],
  ])("is written by the municipality's coordinator: %s", (_who, who, may) => {
    expect(beginPlan.may(who, {}, { ...here, ground: undefined, isInWork: false, carried: [] }) === undefined).toBe(
      may,
    );
  });

  test.each<[string, Parameters<typeof beginPlan.decide>[1], string]>([
    ["on the latest adopted report", { ...here, ground: draft.ground, isInWork: false, carried: [] }, "yes"],
    ["on none", { ...here, ground: undefined, isInWork: false, carried: [] }, "plan-needs-situation"],
    ["beside another", { ...here, ground: draft.ground, isInWork: true, carried: [] }, "plan-in-work"],
  ])("is begun %s", (_how, state, expected) => {
    expect(why(beginPlan.decide({}, state, moment))).toBe(expected);
  });

  test.each<[string, object, object, string]>([
    ["new", {}, {}, "yes"],
    ["from its newest wording", { measureId: "a", version: 1 }, {}, "yes"],
    ["from an older wording", { measureId: "a", version: 0 }, {}, "measure-changed-meanwhile"],
    ["that is not there", { measureId: "c", version: 1 }, {}, "not-found"],
    ["after the decision", {}, { plan: decided }, "plan-is-decided"],
    ["that points at somebody", { why: "Anna Svensson 19121212-1212" }, {}, "names-a-person"],
    ["that ends before it begins", { from: "2026-02-01", to: "2026-01-01" }, {}, "measure-ends-before"],
    ["that is promised", { activityId: "lovad" }, {}, "yes"],
    ["that is not promised", { activityId: "annat" }, {}, "measure-not-promised"],
    ["that was promised once", { measureId: "b", version: 1, activityId: "lovad" }, { promised: [] }, "yes"],
  ])("has a measure %s", (_what, more, of, expected) => {
    const state = { ...here, plan: draft, promised: [{ id: "lovad" }], ...of };
    expect(why(writeMeasure.decide({ ...text, version: 0, ...more }, state, moment))).toBe(expected);
  });

  test("has a measure taken out, in its newest wording, until it is decided", () => {
    const out = (input: { measureId: string; version: number }, plan: Draft | Decided = draft) =>
      why(takeOutMeasure.decide(input, { ...here, plan }, moment));
    expect(out({ measureId: "a", version: 1 })).toBe("yes");
    expect(out({ measureId: "a", version: 2 })).toBe("measure-changed-meanwhile");
    expect(out({ measureId: "c", version: 1 })).toBe("not-found");
    expect(out({ measureId: "a", version: 1 }, decided)).toBe("plan-is-decided");
  });

  test("moves to a newer situation report while it is in work", () => {
    const move = (plan: Draft | Decided, latest: Ground | undefined) =>
      why(groundPlan.decide({}, { ...here, plan, latest }, moment));
    expect(move(draft, ground("den nya", "2026-05-01"))).toBe("yes");
    expect(move(draft, draft.ground)).toBe("plan-ground-stands");
    expect(move(decided, ground("den nya", "2026-05-01"))).toBe("plan-is-decided");
  });

  const among = { others: [], slugs: ["2026"], contentHash: "hash" };
  test.each<[string, object, object, string]>([
    ["with day, body, paragraph and number", {}, {}, "yes"],
    ["before the day has come", { decidedOn: "2026-11-25" }, {}, "future-not-decided"],
    ["before the report it rests on", { decidedOn: "2026-03-01" }, {}, "plan-before-its-ground"],
    ["by a body and no person", { body: "Anna Svensson 19121212-1212" }, {}, "names-a-person"],
    ["as it was read", { contentHash: "en annan" }, {}, "plan-changed-meanwhile"],
    ["with a measure at least", {}, { plan: { ...draft, measures: [] } }, "plan-has-no-measure"],
    ["once", {}, { plan: decided }, "plan-is-decided"],
    [
      "after the plan before it",
      {},
      { others: [{ decidedOn: "2026-06-15", decidedAt: "2026-06-16T09:00:00.000Z" }] },
      "plan-out-of-order",
    ],
  ])("is decided %s", (_how, more, of, expected) => {
    const input = { ...said, contentHash: "hash", ...more };
    expect(why(decidePlan.decide(input, { ...here, plan: draft, ...among, ...of }, moment))).toBe(expected);
  });

  test("is decided once and for all: the second of a year has an address of its own, and the paragraph is its number", () => {
    const result = decidePlan.decide({ ...said, contentHash: "hash" }, { ...here, plan: draft, ...among }, moment);
    expect(result).toMatchObject({
      ok: true,
      value: {
        state: "decided",
        slug: "2026-2",
        decisions: [{ body: "kommunfullmäktige", section: "54", registryNumber: "KS 2026/91" }],
      },
    });
    expect(contentOf(draft)).not.toEqual(contentOf({ ...draft, ground: ground("en annan", "2026-03-02") }));
  });

  test("has its decision put right once, with the reason; the plan's words stand", () => {
    const correct = (more: object, plan: Draft | Decided = decided) =>
      correctPlanDecision.decide(
        { ...said, decisionId: "beslutet", decidedOn: day("2026-06-16"), reason: "Fel dag", ...more },
        { ...here, plan, others: [] },
        moment,
      );
    const first = correct({});
    expect(why(first)).toBe("yes");
    expect(why(correct({ reason: " " }))).toBe("correction-says-why");
    expect(why(correct({ reason: "Anna Svensson 19121212-1212" }))).toBe("names-a-person");
    expect(why(correct({ decisionId: "inget" }))).toBe("not-found");
    expect(why(correct({}, draft))).toBe("plan-not-decided");
    const after = { ...decided, decisions: first.ok ? [first.value, ...decided.decisions] : [] };
    expect(decisionOf(after).decidedOn).toBe("2026-06-16");
    expect(why(correct({}, after))).toBe("decision-is-corrected");
  });

  const logged: Logged = {
    activityId: "lovad",
    number: "1.1",
    text: "Vuxna är ute",
    document: "2025-2027",
    done: { value: 14, qualifier: "at-least" },
    promised: 20,
    unit: "kvällar",
  };
  const answers = [
    { measureId: "a", status: "done", sentence: "" },
    { measureId: "b", status: "under-way", sentence: "" },
  ] as const;
  const follow = (more: object = {}, of: object = {}) =>
    followUpPlan.decide(
      { followedOn: day("2026-11-20"), measures: answers, reason: "", ...more },
      { ...here, plan: decided, isSuperseded: false, logged: new Map([["lovad", logged]]), ...of },
      moment,
    );
  const followed = (id: string, more: Partial<FollowUp> = {}): FollowUp => ({
    id,
    followedOn: day("2026-11-20"),
    office: "säkerhetssamordnare",
    measures: answers.map((one) => ({ ...one, logged: null })),
    notedAt: moment.at,
    replaces: undefined,
    reason: undefined,
    ...more,
  });

  test.each<[string, object, object, string]>([
    ["measure by measure", {}, {}, "yes"],
    ["before it was decided", { followedOn: "2026-06-14" }, {}, "plan-followed-before-decided"],
    ["before the day has come", { followedOn: "2026-11-25" }, {}, "plan-followed-in-future"],
    ["without one of them", { measures: answers.slice(1) }, {}, "measure-unanswered"],
    [
      "dropped without a reason",
      { measures: [{ ...answers[0], status: "dropped" }, answers[1]] },
      {},
      "measure-says-why",
    ],
    [
      "with somebody's name",
      { measures: [{ ...answers[0], sentence: "Anna Svensson 19121212-1212" }, answers[1]] },
      {},
      "names-a-person",
    ],
    ["in work", {}, { plan: draft }, "plan-not-decided"],
    ["after another has come", {}, { isSuperseded: true }, "plan-is-superseded"],
    ["twice the same day", {}, { plan: { ...decided, followUps: [followed("en")] } }, "plan-followed-that-day"],
    [
      "the same day, in place of what was wrong",
      { replaces: "en", reason: "Fel" },
      { plan: { ...decided, followUps: [followed("en")] } },
      "yes",
    ],
    ["in place of one that is not there", { replaces: "ingen", reason: "Fel" }, {}, "not-found"],
  ])("is followed up %s", (_how, more, of, expected) => {
    expect(why(follow(more, of))).toBe(expected);
  });

  test("has what the log said beside a measure that is promised, and nothing that anybody typed", () => {
    const result = follow();
    expect(result).toMatchObject({
      ok: true,
      value: { measures: [{ logged: null }, { logged: { done: { value: 14 }, promised: 20 } }] },
    });
  });

  test("has its follow-up put right once, also when another plan has come", () => {
    const plan = { ...decided, followUps: [followed("första")] };
    const correct = (more: object, of: object = {}) => follow({ replaces: "första", ...more }, { plan, ...of });
    expect(why(correct({ reason: " " }))).toBe("correction-says-why");
    expect(why(correct({ reason: "Fel dag" }, { isSuperseded: true }))).toBe("yes");
    const after = {
      ...decided,
      followUps: [followed("andra", { replaces: "första", reason: "Fel" }), ...plan.followUps],
    };
    expect(standingOf(after.followUps).map(({ id }) => id)).toEqual(["andra"]);
    expect(why(correct({ reason: "Fel igen" }, { plan: after }))).toBe("follow-up-is-corrected");
  });

  test("hands on to the next what is not done or dropped", () => {
    expect(carriedFrom(undefined)).toEqual([]);
    expect(carriedFrom({ ...decided, followUps: [followed("första")] })).toEqual([{ ...text, activityId: "lovad" }]);
    expect(carriedFrom(decided)).toHaveLength(2);
  });

  test("is told by the municipality's yes, and taken back by it", () => {
    const told = { ...decided, toldAt: moment.at };
    expect(why(tellPlan.decide({}, { ...here, plan: decided }, moment))).toBe("yes");
    expect(why(tellPlan.decide({}, { ...here, plan: told }, moment))).toBe("plan-told-already");
    expect(why(tellPlan.decide({}, { ...here, plan: draft }, moment))).toBe("plan-not-decided");
    expect(why(takeBackPlan.decide({}, { ...here, plan: told }, moment))).toBe("yes");
    expect(why(takeBackPlan.decide({}, { ...here, plan: decided }, moment))).toBe("plan-not-told");
    expect(why(takeBackPlan.decide({}, { ...here, plan: draft }, moment))).toBe("plan-not-decided");
  });

  test("says which plan has come in its place", () => {
    const next: Decided = {
      ...decided,
      id: "nästa",
      slug: "2026-2",
      decisions: [{ ...decided.decisions[0]!, id: "nästa", decidedOn: day("2026-10-01") }],
    };
    const plans = [next, decided];
    expect(shownOf(decided, { plans, logged: new Map() }).supersededBy).toEqual({
      slug: "2026-2",
      decidedOn: "2026-10-01",
    });
    expect(shownOf(next, { plans, logged: new Map([["lovad", logged]]) })).toMatchObject({
      supersededBy: null,
      measures: [{ logged: null }, { logged: { number: "1.1" } }],
    });
  });
});
