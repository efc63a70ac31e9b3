import { expect, test } from "vitest";
import { onBothEngines } from "../../../test/databases.ts";
import { idInDemo, openTestHouse } from "../../../test/house.ts";
import type { Day, Instant } from "../../ground/time.ts";
import { people } from "../../partnership/api.ts";
import { newId } from "../../platform/server/secrets.ts";
import { listObservations, openObservation } from "../api.ts";
import { roughened } from "../pointed.ts";
import * as api from "./api.ts";
import { PRESET_TREE } from "./tree.ts";

const AT = "2026-11-24T09:00:00.000Z" as Instant;
const partnership = "ockelbo";
const newOne = () => newId(Date.parse(AT));
const week = "2026-11-23" as Day;
const event = (more = {}) => ({
  id: newOne(),
  category: "vandalism.graffiti" as const,
  place: "Rabo, cykelrummet",
  part: "night" as const,
  severity: 2 as const,
  ...more,
});
const report = (events: readonly ReturnType<typeof event>[]) => ({
  partnership,
  id: newOne(),
  week,
  writtenAt: AT,
  events: [...events],
});

onBothEngines("the weekly report", (fresh) => {
  test("is two taps or three events, once however often it is sent, and is in the picture as the others' notes are", async () => {
    const house = await openTestHouse(await fresh({ demo: true }));
    const [lasse, karin, johan] = [await house.as("Lasse"), await house.as("Karin"), await house.as("Johan")];
    const opened = (await lasse.call(api.openWeek, { partnership })).value;
    expect(opened).toMatchObject({
      week,
      sent: null,
      reporter: { area: "Norra området" },
      last: { week: "2026-11-16", events: 0 },
      returns: [{ week: "2026-11-02", text: "stolparna på Bruksvägen lagade", on: "2026-11-20" }],
    });
    const sent = report([event(), event({ category: "place.lighting", text: "Tre lampor slocknade" })]);
    const first = await lasse.call(api.sendWeeklyReport, sent);
    expect(first).toMatchObject({ status: 200, value: { events: 2 } });
    expect((await lasse.call(api.sendWeeklyReport, { ...sent, events: [] })).value).toEqual(first.value);
    expect((await lasse.call(api.openWeek, { partnership })).value.sent).toBe(2);
    const seen = await johan.call(openObservation, { partnership, id: sent.events[0]!.id });
    expect(seen.value.observation).toMatchObject({
      text: "Klotter, Rabo, cykelrummet",
      category: "vandalism.graffiti",
    });
    const covered = (await karin.call(api.weeklyCoverage, { partnership })).value;
    const north = covered.reporters.find(({ area }) => area === "Norra området")!;
    expect(north.cells.slice(0, 2)).toEqual([
      { state: "events", events: 2 },
      { state: "nothing", events: 0 },
    ]);
    expect(JSON.stringify(covered)).not.toContain("Lasse");
    expect(JSON.stringify(covered)).not.toContain(idInDemo("person Lasse"));
    await house.close();
  });

  test("of two who saw the same is one event with two reporters, and its answer comes back to both", async () => {
    const house = await openTestHouse(await fresh({ demo: true }));
    const [lasse, karin] = [await house.as("Lasse"), await house.as("Karin")];
    const others = (await karin.call(people, { partnership })).value.people;
    const note = await karin.call(api.setWeeklyReporter, {
      partnership,
      id: idInDemo("weekly reporter Skolan"),
      personId: others.find(({ name }) => name === "Petra")!.personId,
      role: "skolvärd",
      area: "Skolan",
      places: [{ name: "Cykelrummet", position: [16.71352, 60.8847] }],
    });
    expect(note.status).toBe(200);
    const petra = await house.as("Petra");
    const first = report([event()]);
    await lasse.call(api.sendWeeklyReport, first);
    // Where it was is the middle of a square to everybody, the police too, and so is what the database holds.
    const johan = await house.as("Johan");
    const { observations } = (await johan.call(listObservations, { partnership })).value;
    const seen = observations.find(({ id }) => id === first.events[0]!.id)!.place;
    expect(seen).toMatchObject({ kind: "point", accuracyMetres: 50 });
    const { position } = seen as Extract<typeof seen, { kind: "point" }>;
    expect(position).toEqual(roughened(position as [number, number], 50));
    expect((await petra.call(api.openWeek, { partnership })).value.reporter).toMatchObject({
      places: [{ position: roughened([16.71352, 60.8847], 50) }],
    });
    const { recent } = (await petra.call(api.openWeek, { partnership })).value;
    expect(recent.map(({ id }) => id)).toContain(first.events[0]!.id);
    expect((await lasse.call(api.openWeek, { partnership })).value.recent.map(({ id }) => id)).not.toContain(
      first.events[0]!.id,
    );
    house.setClock("2026-11-25T09:00:00.000Z" as Instant);
    const before = (await karin.call(listObservations, { partnership })).value.total;
    const joined = report([event({ place: "Cykelrummet", joins: first.events[0]!.id, severity: 3 })]);
    expect((await petra.call(api.sendWeeklyReport, joined)).value.events).toBe(1);
    expect((await karin.call(listObservations, { partnership })).value.total).toBe(before);
    const told = () => karin.call(api.weeklyCoverage, { partnership });
    const found = (await told()).value.events.find(({ id }) => id === first.events[0]!.id);
    expect(found).toMatchObject({ reporters: 2, severity: 3, area: "Norra området", answer: null });

    const answer = { partnership, id: first.events[0]!.id, text: "klottret är tvättat", on: week };
    expect((await lasse.call(api.answerWeeklyEvent, { ...answer, text: " " })).problem.why).toBe("say-what-it-led-to");
    house.setClock("2026-11-26T09:00:00.000Z" as Instant);
    expect((await karin.call(api.answerWeeklyEvent, answer)).status).toBe(200);
    house.setClock("2026-12-03T12:00:00.000Z" as Instant);
    for (const who of [lasse, petra])
      expect((await who.call(api.openWeek, { partnership })).value.returns).toEqual([
        { week, text: "klottret är tvättat", on: week },
      ]);
    await house.close();
  });

  test("is the reporter's own: others neither send it nor say that somebody is away; absence silences", async () => {
    const house = await openTestHouse(await fresh({ demo: true }));
    const [karin, lasse, johan, elin] = [
      await house.as("Karin"),
      await house.as("Lasse"),
      await house.as("Johan"),
      await house.as("Elin"),
    ];
    expect((await karin.call(api.openWeek, { partnership })).value.reporter).toBeNull();
    expect(await karin.call(api.sendWeeklyReport, report([]))).toMatchObject({
      status: 403,
      problem: { why: "not-a-reporter" },
    });
    const refused = await lasse.call(api.sendWeeklyReport, report([event({ text: "Ljud från lgh 1203" })]));
    expect(refused.problem.detail).toContain("Skriv inte vem eller vilken lägenhet. Trapphus och gård räcker.");
    const away = { partnership, id: newOne(), from: week, until: "2026-12-20" as Day };
    expect((await johan.call(api.setWeeklyAbsence, away)).status).toBe(403);
    expect((await lasse.call(api.setWeeklyAbsence, away)).value).toEqual({ until: "2026-12-20" });
    expect((await lasse.call(api.setWeeklyAbsence, away)).status).toBe(200);
    expect((await lasse.call(api.openWeek, { partnership })).value.awayUntil).toBe("2026-12-20");
    const { reporters } = (await johan.call(api.weeklyCoverage, { partnership, weeks: 53 })).value;
    expect(reporters.find(({ area }) => area === "Norra området")?.cells[0]).toEqual({ state: "away", events: 0 });
    expect(reporters.find(({ area }) => area === "Parker och bad")?.silentWeeks).toBe(3);
    expect((await elin.call(api.weeklyCoverage, { partnership })).status).toBe(404);
    await house.close();
  });

  test("asks what the partnership has chosen, and its reporters are set by those who lead", async () => {
    const house = await openTestHouse(await fresh({ demo: true }));
    const [karin, lasse, johan] = [await house.as("Karin"), await house.as("Lasse"), await house.as("Johan")];
    const branches = PRESET_TREE.branches.slice(0, 1).map((one) => ({ ...one, choices: [...one.choices] }));
    expect((await lasse.call(api.changeWeeklyTree, { partnership, name: "EEST", branches })).status).toBe(403);
    expect((await karin.call(api.changeWeeklyTree, { partnership, name: "EEST", branches })).value.choices).toBe(3);
    expect((await karin.call(api.changeWeeklyTree, { partnership, name: "VEST", branches })).status).toBe(200);
    expect((await lasse.call(api.weeklySettings, { partnership })).value.tree.name).toBe("VEST");
    const wish = { partnership, role: "områdespolis", area: "Ockelbo", places: [{ name: "Torget" }] };
    expect((await lasse.call(api.setWeeklyReporter, wish)).status).toBe(403);
    const made = await johan.call(api.setWeeklyReporter, { ...wish, personId: idInDemo("person Johan") });
    expect(made.status).toBe(200);
    expect((await johan.call(api.sendWeeklyReport, report([event({ place: "Torget" })]))).status).toBe(200);
    expect((await karin.call(api.endWeeklyReporter, { partnership, id: made.value.id })).status).toBe(403);
    expect((await johan.call(api.endWeeklyReporter, { partnership, id: made.value.id })).status).toBe(200);
    expect((await johan.call(api.sendWeeklyReport, report([]))).status).toBe(403);
    const nobody = { ...wish, id: newOne() };
    expect((await johan.call(api.setWeeklyReporter, nobody)).status).toBe(404);
    await house.close();
  });
});
