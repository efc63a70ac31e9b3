import { sql } from "kysely";
import { beforeAll, expect, test } from "vitest";
import { onBothEngines } from "../../../test/databases.ts";
import { type Caller, openTestHouse, type TestHouse } from "../../../test/house.ts";
import type { InputOf } from "../../ground/endpoint.ts";
import type { Instant } from "../../ground/time.ts";
import { closeForgotten } from "./reactions.ts";
import type { Database } from "../../platform/server/database/database.ts";
import type { AnyTransaction } from "../../platform/server/house.ts";
import { listActivities } from "../api.ts";
import * as api from "./api.ts";

const AT = "2026-11-24T09:00:00.000Z" as Instant;
const partnership = "ockelbo";
const DENIED = { code: "42501" };

onBothEngines("a youth forum through its doors", (fresh) => {
  let database: Database;
  let house: TestHouse;
  let karin: Caller;
  let johan: Caller;
  let forums: string;
  beforeAll(async () => {
    database = await fresh({ demo: true });
    house = await openTestHouse(database, { at: AT });
    [karin, johan] = [await house.as("Karin"), await house.as("Johan")];
    forums = (await activity()).id;
  });
  const activity = async () =>
    (await karin.call(listActivities, { partnership })).value.activities.find(({ number }) => number === "3.1")!;
  const plan = async (by: Caller, changed: object = {}) => {
    const wish = {
      activityId: forums,
      on: "2026-11-24",
      spontaneous: false,
      venue: "class",
      placeName: "Perslundaskolan",
      grade: "8",
      band: "20-39",
      method: "dialogue",
      organisers: ["police", "youth-worker"],
      themes: ["nicotine", "a-tractor"],
      questions: ["help", "say-no"],
      ...changed,
    };
    const { status, value } = await by.call(api.planForum, { partnership, plan: wish } as InputOf<
      typeof api.planForum
    >);
    expect(status).toBe(200);
    return value.number;
  };
  const open = async (number: number, by = karin) => (await by.call(api.openForum, { partnership, number })).value;
  const move = (number: number, step: "before" | "after" | "stop" | "show", by = johan) =>
    by.call(api.movePoll, { partnership, number, step });
  const close = (number: number, by: Caller) => by.call(api.closeForum, { partnership, number });
  const addressOf = async (number: number) => new URL((await open(number)).address!).pathname;
  const page = async (path: string) => {
    const answer = await house.stranger.request(path);
    const html = await answer.text();
    const hidden = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? "";
    return { status: answer.status, html, round: hidden("round"), token: hidden("token"), headers: answer.headers };
  };
  const send = async (path: string, fields: Readonly<Record<string, string>>) => {
    const answer = await house.stranger.request(path, {
      method: "POST",
      headers: { "content-type": "application/x-www-form-urlencoded" },
      body: new URLSearchParams(fields).toString(),
    });
    return { status: answer.status, html: await answer.text() };
  };
  /** So many pupils answer, each on a page of their own, and every page twice: its first answer is lost on the way back. */
  const answerAll = async (path: string, choices: readonly number[]) => {
    for (const choice of choices) {
      const { round, token } = await page(path);
      const fields = { round, token, help: String(choice), "say-no": String(3 - choice) };
      const [first, again] = [await send(path, fields), await send(path, fields)];
      expect([first.status, again.status]).toEqual([200, 200]);
    }
  };
  const counted = async (query: ReturnType<typeof sql<Record<string, unknown>>>) =>
    (await database.asOwner(async (tx) => (await query.execute(tx as unknown as AnyTransaction)).rows)).map((row) =>
      Number(Object.values(row)[0]),
    );

  test("planned by one party and run by the other: each page once, shown in words, closed to totals, told as a band", async () => {
    const number = await plan(karin);
    expect((await move(number, "show")).problem.why).toBe("forum-nothing-asked");
    expect((await move(number, "before")).status).toBe(200);
    const path = await addressOf(number);
    const first = await page(path);
    expect(first.html).toContain("Ingen kan se vad just du svarar. Du får hoppa över.");
    expect(first.headers.get("set-cookie")).toBeNull();
    await answerAll(path, [...Array<number>(8).fill(0), ...Array<number>(8).fill(1), ...Array<number>(12).fill(3)]);
    // The alarm goes: nothing is taken in, and nothing is lost.
    await move(number, "stop");
    expect((await send(path, { round: first.round, token: first.token })).html).toContain("Frågorna är stängda");
    await move(number, "before");
    expect(await addressOf(number)).toBe(path);
    await move(number, "after");
    // A page from before is asked anew, and not counted as after.
    const late = await send(path, { round: first.round, token: first.token, help: "1" });
    expect([late.status, late.html.includes("Nu när vi har pratat")]).toEqual([409, true]);
    await answerAll(path, [...Array<number>(6).fill(0), ...Array<number>(20).fill(3)]);
    expect(await open(number)).toMatchObject({ answers: { before: 28, after: 26 }, outcome: null, state: "asking" });
    const id = sql<Record<string, unknown>>`select count(*) from forum_tally`;
    expect(
      await database.transaction(
        { as: "staff", personId: await personOf("Karin") },
        async (tx) =>
          (
            await sql`select 1 from forum_tally t join youth_forum f on f.id = t.forum_id where f.number = ${number}`.execute(
              tx as never,
            )
          ).rows,
      ),
    ).toEqual([]);
    await move(number, "show");
    expect((await open(number, johan)).outcome).toMatchObject({
      kind: "shown",
      rounds: ["before", "after"],
      questions: [
        {
          question: "help",
          groups: [
            { from: 0, to: 2, before: "half", after: "quarter" },
            { from: 3, to: 3, before: "half", after: "three-quarters" },
          ],
        },
        { question: "say-no" },
      ],
    });
    expect((await move(number, "after")).problem.why).toBe("forum-shown");

    expect((await close(number, johan)).status).toBe(200);
    expect(await counted(sql`select count(*) from forum_token`)).toEqual([0]);
    expect((await page(path)).status).toBe(404);
    expect((await counted(id))[0]).toBeGreaterThan(0);
    expect((await close(number, johan)).problem.why).toBe("other-party-owns-it");
    const done = async () => (await activity()).doneInAll.value;
    const before = await done();
    expect((await close(number, karin)).status).toBe(200);
    expect((await close(number, karin)).problem.why).toBe("forum-closed");
    expect((await done()) - before).toBe(1);
    expect((await activity()).occasions[0]).toMatchObject({
      on: "2026-11-24",
      place: "Ockelbo",
      note: "",
      outputs: [],
    });
  });

  test("nine answers leave nothing, too many are not shown, and a prank is stopped at twice the band", async () => {
    const few = await plan(johan, { band: "10-19" });
    await move(few, "before");
    await answerAll(await addressOf(few), Array<number>(9).fill(2));
    await move(few, "show");
    expect((await open(few)).outcome).toEqual({ kind: "too-few" });
    await close(few, karin);
    expect(
      await counted(
        sql`select count(*) from forum_tally t join youth_forum f on f.id = t.forum_id where f.number = ${few}`,
      ),
    ).toEqual([0]);

    const many = await plan(karin, { band: "10-19" });
    await move(many, "before");
    const path = await addressOf(many);
    await answerAll(path, Array<number>(38).fill(1));
    const { round, token } = await page(path);
    const over = await send(path, { round, token, help: "1" });
    expect([over.status, over.html.includes("Det har kommit fler svar än ni är.")]).toEqual([409, true]);
    await move(many, "show");
    expect((await open(many)).outcome).toEqual({ kind: "too-many" });
  });

  test("what nobody closed is closed by night, no sooner than a day after, and is counted all the same", async () => {
    const asked = async (answers: number, changed: object = {}) => {
      const number = await plan(karin, { band: "10-19", ...changed });
      await move(number, "before");
      await answerAll(await addressOf(number), Array<number>(answers).fill(1));
      return number;
    };
    const [few, enough, ahead] = [await asked(3), await asked(10), await asked(1, { on: "2026-12-10" })];
    await move(enough, "show");
    const planned = await plan(karin);
    const path = await addressOf(few);
    const nights = async (at: string) => {
      house.setClock(at as Instant);
      await closeForgotten(house.house);
    };
    const left = (table: "forum_token" | "forum_tally") =>
      counted(
        sql`select count(t.forum_id) from youth_forum f left join ${sql.table(table)} t on t.forum_id = f.id
          where f.number = any(${[few, enough, ahead]}::integer[]) group by f.number order by f.number`,
      );
    try {
      await nights("2026-11-25T02:15:00.000Z");
      expect(await left("forum_token")).toEqual([3, 10, 1]);
      await move(few, "before");
      await nights("2026-11-26T02:14:00.000Z");
      // Opened again the night before: only the other one has lain for a day.
      expect(await left("forum_token")).toEqual([3, 0, 1]);
      await nights("2026-11-27T02:15:00.000Z");
      expect(await left("forum_token")).toEqual([0, 0, 1]);
      expect(await left("forum_tally")).toEqual([0, 8, 8]);
      expect(await open(few)).toMatchObject({
        state: "closed",
        closedOn: "2026-11-27",
        counted: false,
        mayCount: true,
      });
      expect(await open(enough, johan)).toMatchObject({
        state: "closed",
        closedOn: "2026-11-26",
        outcome: { kind: "shown" },
        mayCount: false,
      });
      expect([(await open(ahead)).state, (await open(planned)).state]).toEqual(["paused", "planned"]);
      expect((await page(path)).status).toBe(404);
      expect((await move(few, "before")).problem.why).toBe("forum-closed");
      const noted = sql<Record<string, unknown>>`select count(*) from event e join youth_forum f on f.id = e.subject_id
        where e.name = 'forum.closed' and f.number = any(${[few, enough]}::integer[])`;
      expect(await counted(noted)).toEqual([2]);
      const before = (await activity()).doneInAll.value;
      expect((await close(few, karin)).status).toBe(200);
      expect((await activity()).doneInAll.value - before).toBe(1);
      expect(await open(few)).toMatchObject({ closedOn: "2026-11-27", counted: true });
    } finally {
      house.setClock(AT);
    }
  });

  test("a school's slips make no class wait, and whoever goes on guessing is not answered even when it is right", async () => {
    const number = await plan(karin);
    await move(number, "before");
    const path = await addressOf(number);
    // A house of its own: what is counted here is nobody else's.
    const { stranger } = await openTestHouse(database, { at: AT });
    const statusOf = async (at: string, init?: RequestInit) => (await stranger.request(at, init)).status;
    const wrong = path === "/forum/BABABABA2" ? "/forum/BABABABA3" : "/forum/BABABABA2";
    for (let tried = 1; tried < 300; tried++) expect(await statusOf(wrong)).toBe(404);
    for (let slipped = 0; slipped < 5; slipped++) expect(await statusOf("/forum/badego")).toBe(404);
    expect(await statusOf(path)).toBe(200);
    expect(await statusOf(wrong)).toBe(404);
    for (const at of [wrong, path]) {
      const refused = await stranger.request(at);
      expect(refused.status).toBe(429);
      expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
      expect(await refused.text()).toContain("Det blev många försök. Vänta några minuter och skanna koden på tavlan.");
    }
    expect(await statusOf(path, { method: "POST", body: new URLSearchParams({ round: "before" }) })).toBe(429);
  });

  test("what the group said is kept and answered, and a name is not", async () => {
    const number = await plan(karin);
    const at = { partnership, number };
    expect((await karin.call(api.noteForum, { ...at, notes: "Elin Andersson undrar" })).problem.why).toBe(
      "text-has-name",
    );
    expect((await johan.call(api.noteForum, { ...at, notes: "Många undrar över vitt snus." })).status).toBe(200);
    await karin.call(api.promiseBack, { ...at, text: "Vad gäller för A-traktor?", by: "2026-12-08" });
    const [promise] = (await open(number)).promises;
    await johan.call(api.answerBack, { ...at, promiseId: promise!.id, answer: "Bälte, och 30." });
    expect((await open(number)).promises).toMatchObject([{ answered: { on: "2026-11-24", text: "Bälte, och 30." } }]);
    const changed = { activityId: forums, on: "2026-11-24", spontaneous: true } as const;
    const wish = { ...(await open(number)), ...changed };
    expect((await karin.call(api.replanForum, { ...at, plan: wish })).status).toBe(200);
    expect((await open(number)).spontaneous).toBe(true);
  });

  test("nobody at a desk writes a total, a token or how many have answered, or opens what is closed", async () => {
    const personId = await personOf("Karin");
    const attempt = (query: ReturnType<typeof sql>) =>
      database.transaction({ as: "staff", personId }, async (tx) => query.execute(tx as never));
    await expect(attempt(sql`update forum_tally set count = 99`)).rejects.toMatchObject(DENIED);
    await expect(attempt(sql`select * from forum_token`)).rejects.toMatchObject(DENIED);
    await expect(attempt(sql`update youth_forum set before_answers = 30`)).rejects.toMatchObject(DENIED);
    await expect(
      attempt(sql`update youth_forum set closed_at = null where closed_at is not null`),
    ).rejects.toMatchObject(DENIED);
    await expect(attempt(sql`update youth_forum set band = '10-19' where round is not null`)).rejects.toMatchObject(
      DENIED,
    );
  });

  async function personOf(name: string): Promise<string> {
    return database.asOwner(async (tx) => {
      const any = tx as unknown as AnyTransaction;
      return (await sql<{ id: string }>`select id from person where name = ${name}`.execute(any)).rows[0]!.id;
    });
  }
});
