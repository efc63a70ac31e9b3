// A year of Ockelbo, through the doors that residents, schools and the staff have, with nothing put into the database by hand: leaflets answered and disputed, two walks, what was promised done
// month by month or explained, a forum of 28, a round in which every theme is answered, two follow-ups signed by both, and the promise renewed. Every week somebody keeps all that is told,
// and holds each week beside every other.
import { afterAll, beforeAll, expect, test } from "vitest";
import * as act from "../src/act/api.ts";
import * as forums from "../src/act/forums/api.ts";
import * as collect from "../src/collect/api.ts";
import * as campaigns from "../src/collect/campaigns/api.ts";
import * as walks from "../src/collect/walks/api.ts";
import * as reports from "../src/follow/reports/api.ts";
import type { InputOf } from "../src/ground/endpoint.ts";
import type { PublicCount } from "../src/ground/fewest.ts";
import { addDays, type Day, type Instant } from "../src/ground/time.ts";
import * as pledge from "../src/pledge/api.ts";
import type { Database } from "../src/platform/server/database/database.ts";
import { newId } from "../src/platform/server/secrets.ts";
import * as prioritise from "../src/prioritise/api.ts";
import * as rounds from "../src/prioritise/rounds/api.ts";
import { refreshAll } from "../src/tell/reactions.ts";
import type { TellDatabase } from "../src/tell/tables.ts";
import { type Authenticator, giveKey } from "./authenticator.ts";
import { onBothEngines } from "./databases.ts";
import { type Caller, idInDemo, openTestHouse, type TestHouse } from "./house.ts";
import { publishBoth } from "./publishing.ts";
import { renewed } from "./renewed.ts";
import { codeOn, fillIn, press } from "./resident.ts";
import { withReasons } from "./with-reasons.ts";

const partnership = "ockelbo";
const FORM = "/svara/amot?ort=amot";
const NAMES = ["Karin", "Johan", "Sofia", "Göran", "Amina", "Petra"] as const;

/** What anybody could keep of a day: every number that is told, by where it stands. */
type Release = { readonly on: Day; readonly counts: ReadonlyMap<string, PublicCount>; readonly told: string };

onBothEngines("a year of Ockelbo", (fresh) => {
  let house: TestHouse;
  let database: Database;
  const people = new Map<string, Caller>();
  const keys = new Map<string, Authenticator>();
  const as = (name: (typeof NAMES)[number]) => people.get(name)!;
  const releases: Release[] = [];
  /** Receipts of those who answered, by what they said. */
  const receipts: string[] = [];
  let today = "2026-11-24" as Day;
  let second = 0;

  beforeAll(async () => {
    database = await fresh({ demo: true });
    house = await openTestHouse(database);
    for (const name of NAMES) people.set(name, await house.as(name));
    for (const name of ["Karin", "Johan", "Sofia", "Göran"]) keys.set(name, await giveKey(database, name));
  });
  afterAll(() => house.close());

  const instant = (day: Day, clock = "09:00") =>
    new Date(Date.parse(`${day}T${clock}:00Z`) + second * 1000).toISOString() as Instant;
  const goTo = (day: Day, clock?: string) => {
    today = day;
    second = 0;
    house.setClock(instant(day, clock));
  };
  /** What a person does takes a while. */
  const wait = (seconds: number) => {
    second += seconds;
    house.setClock(instant(today));
  };
  const ok = async <T>(asked: Promise<{ status: number; value: T; problem: { why?: string; detail?: string } }>) => {
    const { status, value, problem } = await asked;
    if (status !== 200) throw new Error(`${status} ${problem.why ?? ""} ${problem.detail ?? ""}`);
    return value;
  };
  const ask = (path: string, init?: RequestInit) => house.stranger.request(path, init);

  /** Somebody keeps what is told this day. */
  const keep = async () => {
    await house.settle();
    await database.transaction<TellDatabase, void>({ as: "system" }, (tx) => refreshAll(tx, instant(today)));
    const told = await (await ask(`/api/tell/publication?slug=${partnership}`)).text();
    releases.push({ on: today, told, counts: countsIn(JSON.parse(told)) });
  };

  /** A resident answers the leaflet, at the pace of a person. */
  const answer = async (said: string) => {
    const last = await fillIn(ask, FORM, {
      "hur-trygg": "ganska-trygg",
      plats: "skolan",
      "vad-behovs": said,
      agree: "other",
    });
    wait(40);
    const sent = await press(ask, FORM, last, [], "send");
    receipts.push(codeOn(sent)!);
  };
  /** Karin reads what waits, and codes what is not coded to one theme. */
  const readAndCode = async (theme: string) => {
    const { waiting } = await ok(as("Karin").call(campaigns.followCampaign, { partnership, slug: "amot" }));
    const ids = waiting.map(({ id }) => id);
    await ok(as("Karin").call(campaigns.reviewAnswers, { partnership, ids }));
    const { rows } = await ok(as("Karin").call(campaigns.listUncoded, { partnership, limit: 200 }));
    const subjects = rows.map(({ kind, id }) => ({ kind, id }));
    await ok(
      as("Karin").call(campaigns.code, {
        partnership,
        theme,
        category: "place.lighting",
        place: "",
        time: "any",
        concerns: "everybody",
        subjects,
      }),
    );
    return subjects.length;
  };
  const dispute = (code: string, theme: string) =>
    ask("/kvitto", {
      method: "POST",
      headers: { "content-type": "application/x-www-form-urlencoded" },
      body: new URLSearchParams({ code, theme, verdict: "no", go: "send", left: "Det är mörkt igen" }).toString(),
    });

  test("a leaflet is answered all winter, read, coded and disputed, and the steps between are nobody's to count", async () => {
    await keep();
    for (let index = 0; index < 24; index++) await answer(`Gatan är mörk (${index})`);
    expect(await readAndCode("gatan är mörk")).toBeGreaterThanOrEqual(24);
    const asked = { partnership, slug: "amot" };
    await ok(as("Karin").call(campaigns.closeCampaign, asked));
    await ok(as("Karin").call(campaigns.tellResults, { ...asked, notAsked: "Vi frågade inte om trafiken." }));
    await keep();
    expect(releases.at(-1)!.told).toContain("gatan är mörk");
    const { themes } = await ok(as("Karin").call(campaigns.listThemes, { partnership }));
    const theme = themes.find(({ name }) => name === "gatan är mörk")!;
    goTo("2026-12-10" as Day);
    await ok(
      as("Karin").call(campaigns.tellStep, {
        partnership,
        id: theme.id,
        kind: "done",
        on: today,
        text: "Nya armaturer är uppsatta.",
      }),
    );
    // One more each week says that it is not done.
    for (let week = 0; week < 11; week++) {
      goTo(addDays(today, 7));
      expect((await dispute(receipts[week]!, theme.id)).status).toBe(200);
      await keep();
    }
    const { disputes } = await ok(as("Karin").call(campaigns.listDisputes, { partnership }));
    expect(disputes).toHaveLength(11);
    for (const { id } of disputes)
      await ok(
        as("Karin").call(campaigns.answerDispute, {
          partnership,
          id,
          reply: "again",
          text: "Elektrikern kommer på tisdag.",
        }),
      );
    expect(await (await ask(`/kvitto/${receipts[0]!}`)).text()).toContain("Elektrikern kommer på tisdag.");
  });

  test("what was promised is done month by month, or it is said why not", async () => {
    let [done, explained] = [0, 0];
    for (const [index, day] of ["2027-03-30", "2027-04-29", "2027-05-28"].entries()) {
      goTo(day as Day);
      const { activities } = await ok(as("Karin").call(act.listActivities, { partnership }));
      for (const { id: activityId, number, owner, unit, left, text } of activities) {
        if (left <= 0) continue;
        const by = as(owner === "police" ? "Johan" : "Karin");
        if (number === "3.2" && index === 1) {
          await ok(
            by.call(act.noteDeviation, {
              partnership,
              activityId,
              deviation: {
                on: today,
                cause: "special-event",
                sentence: "Alla behövdes på annat håll.",
                unitName: unit,
                next: { kind: "new-day", day: addDays(today, 20) },
              },
            }),
          );
          explained++;
          continue;
        }
        const occasion = {
          on: today,
          count: { value: left, qualifier: "exact" as const },
          counted: text.slice(0, 60),
          towardTarget: true,
          unitName: unit,
          place: { kind: "area" as const, name: "Ockelbo" },
          note: "",
          outputs: [],
          source: "own-log" as const,
          confirmed: true,
        };
        await ok(by.call(act.logOccasion, { partnership, activityId, occasion }));
        done++;
      }
      await keep();
    }
    expect(done).toBeGreaterThan(5);
    expect(explained).toBeGreaterThan(0);
  });

  test("28 pupils answer a forum on their own phones, and strangers read a band", async () => {
    goTo("2027-06-02" as Day);
    const { activities } = await ok(as("Karin").call(act.listActivities, { partnership }));
    const plan = {
      activityId: activities.find(({ number }) => number === "3.1")!.id,
      on: today,
      spontaneous: false,
      venue: "class",
      placeName: "Perslundaskolan",
      grade: "8",
      band: "20-39",
      method: "dialogue",
      organisers: ["police", "youth-worker"],
      themes: ["nicotine", "a-tractor"],
      questions: ["help"],
    };
    const at = {
      partnership,
      ...(await ok(as("Karin").call(forums.planForum, { partnership, plan } as InputOf<typeof forums.planForum>))),
    };
    const pupils = async (round: "before" | "after", choices: readonly number[]) => {
      await ok(as("Johan").call(forums.movePoll, { ...at, step: round }));
      const { address } = await ok(as("Johan").call(forums.openForum, at));
      const path = new URL(address!).pathname;
      for (const choice of choices) {
        const html = await (await ask(path)).text();
        const hidden = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(html)![1]!;
        const body = new URLSearchParams({ round: hidden("round"), token: hidden("token"), help: `${choice}` });
        const headers = { "content-type": "application/x-www-form-urlencoded" };
        expect((await ask(path, { method: "POST", headers, body: body.toString() })).status).toBe(200);
      }
    };
    await pupils(
      "before",
      Array.from({ length: 28 }, (_, pupil) => pupil % 4),
    );
    await pupils(
      "after",
      Array.from({ length: 28 }, (_, pupil) => (pupil % 7 === 0 ? 0 : 3)),
    );
    await ok(as("Johan").call(forums.movePoll, { ...at, step: "show" }));
    await ok(
      as("Johan").call(forums.promiseBack, { ...at, text: "Vad gäller för A-traktor?", by: addDays(today, 14) }),
    );
    const [asked] = (await ok(as("Johan").call(forums.openForum, at))).promises;
    await ok(as("Johan").call(forums.answerBack, { ...at, promiseId: asked!.id, answer: "Bälte, och 30." }));
    await ok(as("Karin").call(forums.closeForum, at));
    await keep();
    const { told } = releases.at(-1)!;
    expect(told).toContain("20-39");
    expect(told).not.toContain("Perslundaskolan");
  });

  test("a walk in spring and one in autumn: every row of each has an answer, and everybody reads it", async () => {
    for (const [on, planned] of [
      ["2027-06-10", "2027-06-03"],
      ["2027-10-14", "2027-09-20"],
    ] as const) {
      goTo(planned as Day);
      const { slug } = await ok(
        as("Karin").call(collect.planWalk, {
          partnership,
          title: `Vandring i Åmot ${on.slice(0, 7)}`,
          village: "Åmot",
          startsAt: `${on}T17:00:00.000Z`,
          endsAt: `${on}T19:30:00.000Z`,
          meetingPoint: "Utanför skolan",
          stops: [{ name: "Skolan" }, { name: "Bron" }],
        }),
      );
      const at = { partnership, slug };
      goTo(on as Day, "19:00");
      const { walk } = await ok(as("Amina").call(collect.openWalk, at));
      for (let note = 0; note < 14; note++) {
        wait(60);
        await ok(
          as("Amina").call(collect.noteObservation, {
            partnership,
            id: newId(Date.parse(instant(today, "19:00"))),
            walkId: walk.id,
            stopId: walk.stops[note % 2]!.id,
            notedAt: instant(today, "19:00"),
            kind: "problem",
            category: "place.lighting",
            text: `Stolpe ${note + 1} är släckt`,
            place: { kind: "area", name: "Skolan" },
            when: { kind: "unknown" },
          }),
        );
      }
      await ok(as("Amina").call(walks.finishWalk, { ...at, heads: { all: 14 } }));
      await ok(as("Karin").call(collect.establishProtocol, at));
      goTo(addDays(today, 7));
      const { rows } = await ok(as("Karin").call(collect.openWalk, at));
      expect(rows).toHaveLength(14);
      for (const { number } of rows)
        await ok(
          as("Karin").call(collect.answerRow, {
            ...at,
            number,
            ...(number % 3 === 0
              ? { kind: "declined" as const, reason: "Stolpen är inte kommunens." }
              : { kind: "will-be-done" as const, when: "före jul" }),
          }),
        );
      await ok(as("Karin").call(walks.publishProtocol, at));
      await keep();
    }
  });

  test("two follow-ups are judged, signed by both and read by everybody", async () => {
    for (const [slug, from, to, written] of [
      ["2026-hosten", "2026-07-01", "2026-12-31", "2027-10-25"],
      ["2027-varen", "2027-01-01", "2027-06-30", "2027-10-26"],
    ] as const) {
      goTo(written as Day);
      const at = { partnership, slug };
      await ok(as("Karin").call(reports.draftReport, { ...at, from: from, to: to }));
      const opened = await ok(as("Karin").call(reports.openReport, at));
      for (const { activityId, preset } of opened.pledges.flatMap(({ cards }) => cards))
        await ok(
          as("Karin").call(reports.assessActivity, {
            ...at,
            activityId,
            status: preset,
            explanation: "Så blev det",
            output: "",
            outcome: "",
            experience: "",
          }),
        );
      for (const [name, voice] of [
        ["Karin", "municipality"],
        ["Johan", "police"],
        ["Johan", "joint"],
      ] as const)
        await ok(as(name).call(reports.writeText, { ...at, voice, text: "Det mesta blev gjort." }));
      for (const name of ["Karin", "Johan"] as const) await ok(as(name).call(reports.handInText, at));
      await ok(as("Karin").call(reports.freezeReport, at));
      for (const name of ["Sofia", "Göran"] as const) {
        const { signingId, options } = await ok(as(name).call(reports.askToSignReport, at));
        const answered = keys.get(name)!.answer(options["challenge"] as string);
        await ok(as(name).call(reports.signReport, { ...at, signingId, answer: answered }));
      }
      for (const name of ["Karin", "Johan"] as const) {
        const { signingId, options } = await ok(as(name).call(reports.askToPublishReport, at));
        const answered = keys.get(name)!.answer(options["challenge"] as string);
        await ok(as(name).call(reports.publishReport, { ...at, signingId, answer: answered }));
      }
      await keep();
      expect(releases.at(-1)!.told).toContain(slug);
    }
  });

  test("the two weigh what was heard, every theme is answered, and the promise goes on", async () => {
    goTo("2027-11-03" as Day);
    const year = 2027;
    const problemIds: string[] = [];
    for (const what of ["Gångvägen till skolan är mörk", "Det går fort förbi bron"])
      problemIds.push(
        (
          await ok(
            as("Karin").call(prioritise.raiseProblem, {
              partnership,
              what,
              place: { kind: "unknown" },
              since: "i höst",
              affected: "de som går",
              category: "place.lighting",
              evidence: [
                {
                  kind: "observation",
                  refId: idInDemo("observation ockelbo-2021 9"),
                  caption: "Mörkt",
                  strength: "fair",
                },
              ],
            }),
          )
        ).id,
      );
    const weights = { fear: 2, support: 1, duty: 1 };
    await ok(as("Karin").call(rounds.openRound, { partnership, year, weights, problemIds }));
    const read = () => ok(as("Karin").call(rounds.readRound, { partnership, year }));
    const { proposedAt } = (await read()).round!;
    await ok(as("Johan").call(rounds.agreeRound, { partnership, year, proposedAt }));
    for (const name of ["Karin", "Johan"] as const) {
      for (const problemId of problemIds)
        for (const criterion of ["fear", "support", "duty"] as const)
          await ok(
            as(name).call(rounds.saveScore, {
              partnership,
              year,
              problemId,
              criterion,
              score: name === "Karin" ? 4 : 3,
              motive: "",
            }),
          );
      await ok(as(name).call(rounds.lockScores, { partnership, year }));
    }
    const say = (said: object) =>
      ok(as("Karin").call(rounds.answerInRound, { partnership, year, kind: "open", reason: "", ...said }));
    const { themes } = (await read()).ends!;
    expect(themes.length).toBeGreaterThan(0);
    for (const themeId of themes) await say({ themeId, kind: "declined", reason: "Det ordnas i driften." });
    for (const problemId of problemIds) await say({ problemId });
    expect((await ok(as("Johan").call(rounds.closeRound, { partnership, year }))).state).toBe("closed");
    expect((await read()).ends?.themes ?? []).toEqual([]);
    await keep();
    expect(releases.at(-1)!.told).toContain("gatan är mörk");

    goTo("2027-11-20" as Day);
    await renewed(as("Karin"), "2025-2027", "2028-2030");
    const next = { partnership, slug: "2028-2030" };
    const { content, revision } = await ok(as("Karin").call(pledge.openDocument, next));
    const period = {
      from: { said: "2028-01-01", on: "2028-01-01" as Day },
      to: { said: "2030-12-31", on: "2030-12-31" as Day },
    };
    await ok(as("Karin").call(pledge.saveDraft, { ...next, revision, content: withReasons({ ...content, period }) }));
    await ok(as("Karin").call(pledge.propose, next));
    for (const name of ["Sofia", "Göran"] as const) {
      const { signingId, options } = await ok(as(name).call(pledge.askToSign, next));
      const answered = keys.get(name)!.answer(options["challenge"] as string);
      await ok(as(name).call(pledge.sign, { ...next, signingId, answer: answered }));
    }
    expect((await publishBoth(house, database, next)).value).toEqual({ state: "published" });
    await keep();
    expect(releases.at(-1)!.told).toContain("2028-2030");
  });

  test("nobody who kept it all knows of few, or that fewer than five came between two of them", () => {
    expect(releases.length).toBeGreaterThan(20);
    const few = releases.flatMap(({ on, counts }) =>
      [...counts]
        .filter(([, count]) => count.shown === "count" && count.value > 0 && count.value < 5)
        .map(([way]) => `${on} ${way}`),
    );
    expect(few).toEqual([]);
    const came = releases.flatMap((before, index) =>
      releases.slice(index + 1).flatMap((after) =>
        [...before.counts].flatMap(([way, first]) => {
          const then = after.counts.get(way);
          const numbers = [first, then].flatMap((one) => (one !== undefined && "value" in one ? [one.value] : []));
          const [from = 0, to = from] = numbers;
          return Math.abs(to - from) > 0 && Math.abs(to - from) < 5
            ? [`${before.on} ${after.on} ${way}: ${from} ${to}`]
            : [];
        }),
      ),
    );
    expect(came).toEqual([]);
    // Eleven came to it one by one, and the number that is told of them has moved: it is not only that nothing is told.
    const disputed = releases.flatMap(({ counts }) =>
      [...counts].filter(([way]) => way.endsWith("dispute.voices")).map(([, count]) => JSON.stringify(count)),
    );
    expect([new Set(disputed).size > 1, new Set(disputed).size < 5]).toEqual([true, true]);
  });
});

/** Every number that is told, by the way to it: rows by what they are called and not by where they stand. */
function countsIn(value: unknown, way = "", found = new Map<string, PublicCount>()): ReadonlyMap<string, PublicCount> {
  if (Array.isArray(value))
    for (const [index, one] of value.entries()) {
      const { id, slug, number, name, theme, kind, key } = (one ?? {}) as Record<string, unknown>;
      countsIn(
        one,
        `${way}[${[id, slug, number, name, theme, key, kind, index].find((one) => typeof one === "string" || typeof one === "number")}]`,
        found,
      );
    }
  else if (typeof value === "object" && value !== null) {
    // One measurement is not one person.
    if ("shown" in value && !/evidence\[(?:theme|measurement|question)\]\.pieces$/.test(way))
      found.set(way, value as PublicCount);
    else for (const [name, one] of Object.entries(value)) countsIn(one, `${way}.${name}`, found);
  }
  return found;
}
