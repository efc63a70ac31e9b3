import { describe, expect, test } from "vitest";
import type { Grant, Person } from "../../ground/party.ts";
import type { Day, Instant } from "../../ground/time.ts";
import * as rules from "./forum.ts";

const at = "2026-11-24T09:00:00.000Z" as Instant;
const day = (text: string) => text as Day;
const who = (organisationId: string, role: Grant["role"]): Person => ({
  id: `person of ${organisationId}`,
  name: "",
  operator: false,
  grants: [{ partnershipId: "p", organisationId, role, title: "kommunpolis" } as Grant],
});
const malin = who("municipality", "activity-owner");
const johan = who("police", "liaison");
const reader = who("municipality", "reader");

const PLAN: rules.Plan = {
  activityId: "a",
  on: day("2026-11-24"),
  spontaneous: false,
  venue: "class",
  placeName: "Perslundaskolan",
  grade: "8",
  band: "20-39",
  method: "dialogue",
  organisers: ["police"],
  themes: ["nicotine"],
  questions: ["help"],
};
const AROUND = { partnershipId: "p", activities: [{ id: "a", holds: true, owners: ["municipality"] }] };
const moment = (by: Person) => ({ at, by, newId: () => "new" });
const plan = (changed: Partial<rules.Plan> = {}, by = malin) =>
  rules.planForum.decide({ ...PLAN, ...changed }, { ...AROUND, nextNumber: 3 }, moment(by));
const planned = plan();
if (!planned.ok) throw new Error("A plain plan is refused");
const forum = planned.value;
const on = (changed: Partial<rules.Forum> = {}): rules.OnForum => ({
  ...AROUND,
  forum: { ...forum, ...changed },
  freshCode: "HARE",
});
const asked = { round: "before", code: "BADEGOLA2", openUntil: "2026-11-24T09:30:00.000Z" as Instant } as const;
const whyOf = (result: { ok: boolean; refusal?: { why: string } }) => (result.ok ? "yes" : result.refusal?.why);

describe("a plan", () => {
  test.each([
    ["is taken", {}, "yes"],
    ["belongs to an activity in force", { activityId: "b" }, "forum-activity-unknown"],
    ["says where", { placeName: " " }, "forum-place-needed"],
    ["names nobody", { placeName: "hemma hos Anna Svensson" }, "text-has-name"],
    ["has a theme", { themes: [] }, "forum-theme-needed"],
    ["says which roles", { organisers: [] }, "forum-organiser-needed"],
  ] as const)("%s", (_sentence, changed, why) => {
    expect(whyOf(plan(changed))).toBe(why);
  });

  test("is changed until the questions are asked, and never after", () => {
    const change = (changed: Partial<rules.Forum>) => rules.replanForum.decide(PLAN, on(changed), moment(malin));
    expect(whyOf(change({}))).toBe("yes");
    expect(whyOf(change(asked))).toBe("forum-begun");
    expect(whyOf(change({ closedAt: at }))).toBe("forum-closed");
  });

  test("is for whoever writes down what is done, of either party", () => {
    const state = { ...AROUND, nextNumber: 1 };
    expect([malin, johan].map((person) => rules.planForum.may(person, PLAN, state))).toEqual([undefined, undefined]);
    expect(rules.planForum.may(reader, PLAN, state)).toEqual({ why: "not-yours" });
  });
});

describe("the questions", () => {
  const move = (step: rules.PollStep, changed: Partial<rules.Forum> = {}) =>
    rules.movePoll.decide({ step }, on(changed), moment(johan));
  test.each([
    ["are opened before", "before", {}, "yes"],
    ["are opened again after an alarm", "before", { ...asked, openUntil: undefined }, "yes"],
    ["are opened after", "after", asked, "yes"],
    ["are not asked before once they are asked after", "before", { ...asked, round: "after" }, "forum-after-begun"],
    ["are not shown before anything is asked", "show", {}, "forum-nothing-asked"],
    ["are not opened once the result is shown", "after", { ...asked, shownAt: at }, "forum-shown"],
    ["are not opened once the forum is closed", "after", { closedAt: at }, "forum-closed"],
    ["must be there", "before", { questions: [] }, "forum-without-questions"],
  ] as const)("%s", (_sentence, step, changed, why) => {
    expect(whyOf(move(step, changed))).toBe(why);
  });

  test("keep their address, and can be answered for an hour", () => {
    expect(move("before")).toMatchObject({
      value: { code: "HARE", openUntil: "2026-11-24T10:00:00.000Z", round: "before" },
    });
    expect(move("after", asked)).toMatchObject({ value: { code: "BADEGOLA2", round: "after" } });
    expect(rules.isOpen(asked, "2026-11-24T09:30:00.000Z" as Instant)).toBe(false);
  });

  test("a code is read as it was typed, and every code that is made is one", () => {
    expect(rules.readForumCode("badego la-2")).toBe("BADEGOLA2");
    expect(rules.readForumCode("badegola")).toBeUndefined();
    expect(rules.readForumCode("abdegola2")).toBeUndefined();
    const made = rules.forumCode(new Uint8Array([255, 17, 3, 200, 99, 4, 8, 250, 31]));
    expect(rules.readForumCode(made)).toBe(made);
  });
});

describe("what is written of a group", () => {
  test.each([
    ["is kept", "Många undrar över vitt snus.", "yes"],
    ["is nobody's name", "Anna Svensson undrar", "text-has-name"],
    ["is not of a few", "Två tjejer i klassen vejpar", "forum-counts-few"],
  ] as const)("%s", (_sentence, text, why) => {
    expect(whyOf(rules.noteForum.decide({ notes: text }, on(), moment(malin)))).toBe(why);
    expect(whyOf(rules.promiseBack.decide({ text, by: day("2026-12-08") }, on(), moment(malin)))).toBe(why);
    const promise = { id: "x", text: "t", by: day("2026-12-08"), answered: undefined };
    expect(whyOf(rules.answerBack.decide({ answer: text }, { ...on(), promise }, moment(malin)))).toBe(why);
  });

  test("a promise has words and a day to come, and is answered once", () => {
    const promise = (text: string, by: string) =>
      whyOf(rules.promiseBack.decide({ text, by: day(by) }, on(), moment(malin)));
    expect(promise(" ", "2026-12-08")).toBe("forum-text-needed");
    expect(promise("Vad gäller?", "2026-11-23")).toBe("forum-day-passed");
    const answered = { id: "x", text: "t", by: day("2026-12-08"), answered: { on: day("2026-12-01"), text: "Ja." } };
    const twice = rules.answerBack.decide({ answer: "Nej." }, { ...on(), promise: answered }, moment(malin));
    expect(whyOf(twice)).toBe("forum-answered");
  });
});

describe("closing", () => {
  const close = (by: Person, changed: Partial<rules.Forum> = {}) =>
    rules.closeForum.decide(
      {},
      {
        ...on({ ...asked, ...changed }),
        municipality: { code: "2101", name: "Ockelbo" },
        counts: { counted: "forum", unitName: "Förebyggarenheten" },
      },
      moment(by),
    );
  test("ends the address and counts one occasion, at no place nearer than the municipality", () => {
    expect(close(malin)).toMatchObject({
      value: {
        forum: { code: undefined, openUntil: undefined, closedAt: at, counted: true },
        occasion: { id: forum.id, count: { value: 1 }, place: { kind: "municipality" }, note: "", outputs: [] },
      },
    });
  });
  test("by the party that does not have the activity counts nothing; whoever has it counts it afterwards, once", () => {
    expect(close(johan)).toMatchObject({ value: { forum: { closedAt: at, counted: false }, occasion: undefined } });
    expect(whyOf(close(johan, { closedAt: at }))).toBe("other-party-owns-it");
    expect(close(malin, { closedAt: at })).toMatchObject({ value: { occasion: { organisationId: "municipality" } } });
    expect(whyOf(close(malin, { closedAt: at, counted: true }))).toBe("forum-closed");
  });
  test("waits for the day of the forum", () => {
    expect(whyOf(close(malin, { on: day("2026-11-25") }))).toBe("forum-not-yet");
  });
});
