import { beforeAll, expect, test } from "vitest";
import { onBothEngines } from "../../test/databases.ts";
import { type Caller, openTestHouse, type TestHouse } from "../../test/house.ts";
import type { InputOf } from "../ground/endpoint.ts";
import { newId } from "../platform/server/secrets.ts";
import * as api from "./api.ts";

const partnership = "ockelbo";
type Logged = InputOf<typeof api.logOccasion>["occasion"];
const done = (more: Partial<Logged> = {}): Logged => ({
  on: "2026-11-23",
  count: { value: 2, qualifier: "exact" },
  counted: "rondering",
  towardTarget: true,
  unitName: "Gatuenheten",
  place: { kind: "area", name: "Åmot" },
  note: "",
  outputs: [{ what: "lampor bytta", count: { value: 5, qualifier: "at-least" }, relation: "result", parts: [] }],
  source: "own-log",
  confirmed: false,
  ...more,
});

onBothEngines("what was promised, through its doors", (fresh) => {
  let house: TestHouse;
  let petra: Caller;
  let johan: Caller;
  beforeAll(async () => {
    house = await openTestHouse(await fresh({ demo: true }));
    [petra, johan] = [await house.as("Petra"), await house.as("Johan")];
  });

  const activity = async (number: string, who = petra) => {
    const { value } = await who.call(api.listActivities, { partnership });
    const found = value.activities.find((one) => one.number === number);
    if (found === undefined) throw new Error(`The demo promises no ${number}`);
    return { ...found, on: { partnership, activityId: found.id } };
  };

  test("each sees all of it, and what is their own to write", async () => {
    const { value } = await petra.call(api.listActivities, { partnership });
    expect(value.activities.map(({ number }) => number)).toEqual(["1.1", "1.2", "2.1", "3.1", "3.2", "3.3"]);
    expect((await activity("1.2", petra)).mine).toBe(true);
    expect((await activity("1.2", johan)).mine).toBe(false);
    expect((await activity("1.1", johan)).mine).toBe(true);
  });

  test("an occasion adds to what is done, with what came of it", async () => {
    const before = await activity("1.2");
    expect((await petra.call(api.logOccasion, { ...before.on, occasion: done() })).status).toBe(200);
    const after = await activity("1.2");
    expect(after.doneInAll.value).toBe(before.doneInAll.value + 2);
    expect(after.occasions[0]).toMatchObject({
      on: "2026-11-23",
      place: "Åmot",
      struck: null,
      example: false,
      outputs: [{ what: "lampor bytta", count: { value: 5, qualifier: "at-least" } }],
    });
    await petra.call(api.logOccasion, { ...before.on, occasion: done({ towardTarget: false }) });
    expect((await activity("1.2")).doneInAll).toEqual(after.doneInAll);
  });

  test("another month is read by what ends in it, and what is late or moved is told on this month's", async () => {
    expect(await activity("3.2")).toMatchObject({
      period: { from: "2026-11-01", to: "2026-11-30" },
      late: { missing: 4, since: "2026-08-31" },
    });
    expect(await activity("3.1")).toMatchObject({
      period: { to: "2026-12-19" },
      lastWorkday: "2026-12-18",
      late: null,
    });
    const inMonth = async (month: string) =>
      (await petra.call(api.listActivities, { partnership, month })).value.activities;
    const of = async (month: string, number: string) => (await inMonth(month)).find((one) => one.number === number);
    expect(await of("2026-08", "3.2")).toMatchObject({ period: { from: "2026-08-01", to: "2026-08-31" }, late: null });
    expect(await of("2025-12", "1.2")).toMatchObject({ period: { to: "2025-12-31" }, planned: [], late: null });
    expect(await of("2027-06", "3.1")).toMatchObject({ period: { from: "2027-01-09", to: "2027-06-10" } });
    expect(await inMonth("2031-01")).toEqual([]);
    expect((await petra.call(api.listActivities, { partnership, month: "2026-13" })).status).toBe(422);
  });

  test("a unit's month is printed for those who read it, with no other unit's in it", async () => {
    const paper = await petra.call(api.printMonth, { partnership, unit: "Gatuenheten" });
    expect(paper.status).toBe(200);
    const none = await (await house.as("Elin")).call(api.printMonth, { partnership, unit: "Gatuenheten" });
    expect(none.status).toBe(404);
    expect((await house.stranger.call(api.printMonth, { partnership, unit: "Gatuenheten" })).status).toBe(401);
  });

  test.each<[string, Partial<Logged>, string]>([
    ["the day after today", { on: "2026-11-25" }, "future-not-written"],
    [
      "more parts than the whole",
      { outputs: [{ what: "x", count: { value: 3, qualifier: "exact" }, relation: "part", parts: [] }] },
      "parts-exceed-whole",
    ],
    ["a telephone number", { note: "Ring 070-123 45 67" }, "names-a-person"],
  ])("%s is refused and nothing is written", async (_name, more, why) => {
    const before = await activity("1.2");
    expect((await petra.call(api.logOccasion, { ...before.on, occasion: done(more) })).problem.why).toBe(why);
    expect(await activity("1.2")).toEqual(before);
  });

  test("two who correct a line at once: one does, the other is told; both lines stay in the history", async () => {
    const { on, doneInAll } = await activity("1.2");
    const { value } = await petra.call(api.logOccasion, { ...on, occasion: done({ counted: "mätning" }) });
    const correction = {
      ...on,
      occasionId: value.id,
      reason: "Fel antal",
      instead: done({ counted: "mätning", count: { value: 1, qualifier: "exact" } }),
    };
    const karin = await house.as("Karin");
    const answers = await Promise.all([
      petra.call(api.correctOccasion, correction),
      karin.call(api.correctOccasion, correction),
    ]);
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
    expect(answers.find(({ status }) => status === 409)?.problem.why).toBe("already-struck");
    const after = await activity("1.2");
    expect(after.doneInAll.value).toBe(doneInAll.value + 1);
    expect(after.occasions.find(({ id }) => id === value.id)?.struck).toBe("Fel antal");
  });

  test("what did not happen says why, and when it will", async () => {
    const { on } = await activity("1.2");
    const deviation = {
      on: "2026-11-20",
      cause: "weather" as const,
      sentence: "Halka hela veckan",
      unitName: "Gatuenheten",
    };
    const note = (next: InputOf<typeof api.noteDeviation>["deviation"]["next"]) =>
      petra.call(api.noteDeviation, { ...on, deviation: { ...deviation, next } });
    expect((await note({ kind: "new-day", day: "2026-11-01" })).problem.why).toBe("new-day-has-passed");
    expect((await note({ kind: "none", because: " " })).problem.why).toBe("no-new-day-because-needed");
    expect((await note({ kind: "new-day", day: "2026-12-01" })).status).toBe(200);
    expect((await activity("1.2")).deviations[0]).toMatchObject({
      sentence: "Halka hela veckan",
      newDay: "2026-12-01",
      because: "",
    });
    expect((await activity("1.2")).planned).toEqual(["2026-12-01"]);
  });

  test("sent again after a lost answer it is one line, also from two phones at once and when it was struck in between; undone twice is once", async () => {
    const { on, doneInAll } = await activity("1.2");
    const id = newId(1);
    const occasion = done({ id, counted: "mätning" });
    const twice = await Promise.all([1, 2].map(() => petra.call(api.logOccasion, { ...on, occasion })));
    expect(twice.map(({ status, value }) => [status, value.id])).toEqual([
      [200, id],
      [200, id],
    ]);
    expect((await activity("1.2")).doneInAll.value).toBe(doneInAll.value + 2);
    const undo = { ...on, occasionId: id, reason: "Ångrad" };
    for (const _time of [1, 2]) expect((await petra.call(api.correctOccasion, undo)).value).toEqual({ id });
    expect((await petra.call(api.logOccasion, { ...on, occasion })).value).toEqual({ id });
    const after = await activity("1.2");
    expect(after.doneInAll).toEqual(doneInAll);
    expect(after.occasions.filter((one) => one.id === id)).toMatchObject([{ struck: "Ångrad" }]);
  });

  test("a deviation sent twice is one; taken back it stays in the history, and only its own organisation takes it back", async () => {
    const { on } = await activity("1.2");
    const id = newId(2);
    const next = { kind: "none" as const, because: "Säsongen är slut" };
    const deviation = {
      id,
      on: "2026-11-21",
      cause: "equipment" as const,
      sentence: "Radarn är på service",
      unitName: "",
      next,
    };
    for (const _time of [1, 2])
      expect((await petra.call(api.noteDeviation, { ...on, deviation })).value).toEqual({ id });
    const back = { ...on, deviationId: id, reason: "Fel månad" };
    expect((await johan.call(api.withdrawDeviation, back)).problem.why).toBe("other-party-owns-it");
    for (const _time of [1, 2]) expect((await petra.call(api.withdrawDeviation, back)).status).toBe(200);
    expect((await petra.call(api.withdrawDeviation, { ...back, reason: "Annat" })).problem.why).toBe("already-struck");
    const { deviations } = await activity("1.2");
    expect(deviations.filter((one) => one.id === id)).toMatchObject([{ struck: "Fel månad" }]);
    const elsewhere = { ...back, activityId: (await activity("2.1")).id };
    expect((await petra.call(api.withdrawDeviation, elsewhere)).status).toBe(404);
  });

  test("nobody writes for the other party, nor without a role, nor elsewhere", async () => {
    const { on } = await activity("1.2");
    expect(await johan.call(api.logOccasion, { ...on, occasion: done() })).toMatchObject({
      status: 403,
      problem: { why: "other-party-owns-it" },
    });
    expect(await (await house.as("Ingrid")).call(api.logOccasion, { ...on, occasion: done() })).toMatchObject({
      status: 403,
      problem: { why: "not-yours" },
    });
    const police = (await activity("1.1")).occasions[0]!;
    const theirs = {
      partnership,
      activityId: (await activity("1.1")).id,
      occasionId: police.id,
      reason: "Fel",
    };
    expect(await petra.call(api.correctOccasion, theirs)).toMatchObject({
      status: 403,
      problem: { why: "other-party-owns-it" },
    });
    const elin = await house.as("Elin");
    expect((await elin.call(api.listActivities, { partnership })).status).toBe(404);
    expect((await elin.call(api.logOccasion, { ...on, partnership: "hofors", occasion: done() })).status).toBe(404);
    expect((await house.stranger.call(api.listActivities, { partnership })).status).toBe(401);
  });
});
