import { sql } from "kysely";
import { beforeAll, expect, test } from "vitest";
import ICAL from "ical.js";
import { onBothEngines } from "../../../test/databases.ts";
import { type Caller, openTestHouse, type TestHouse } from "../../../test/house.ts";
import { insideDemo, type Inside } from "../../../test/stores.ts";
import type { Instant } from "../../ground/time.ts";
import type { InputOf } from "../../ground/endpoint.ts";
import type { Id } from "../../ground/id.ts";
import { newId } from "../../platform/server/secrets.ts";
import { logOccasion, listActivities } from "../api.ts";
import * as api from "./api.ts";

const partnership = "ockelbo";
const DENIED = { code: "42501" };
const AT = "2026-11-24T09:00:00.000Z" as Instant;

onBothEngines("calendars through their doors", (fresh) => {
  let house: TestHouse;
  let inside: Inside;
  let karin: Caller;
  let petra: Caller;
  let johan: Caller;
  beforeAll(async () => {
    const database = await fresh({ demo: true });
    [house, inside] = [await openTestHouse(database), await insideDemo(database)];
    [karin, petra, johan] = [await house.as("Karin"), await house.as("Petra"), await house.as("Johan")];
  });
  const addressFor = async (who: Caller, unit: string | null = null) => {
    const { value, status } = await who.call(api.openAddress, { partnership, unit });
    expect(status).toBe(200);
    return new URL(value.address).pathname;
  };
  const eventsAt = async (path: string) => {
    const answer = await house.stranger.request(path);
    expect([answer.status, answer.headers.get("content-type")]).toEqual([200, "text/calendar; charset=utf-8"]);
    const calendar = new ICAL.Component(ICAL.parse(await answer.text()) as string);
    return calendar.getAllSubcomponents("vevent").map((one) => new ICAL.Event(one));
  };

  test("what lies ahead stands by day, of all or of one unit, and what is done is not in it", async () => {
    const { entries, units, from, to } = (await petra.call(api.listCalendar, { partnership })).value;
    expect([from, to]).toEqual(["2026-11-24", "2027-05-23"]);
    expect(units).toContain("Gatuenheten");
    expect(new Set(entries.map(({ kind }) => kind))).toEqual(new Set(["due", "walk", "year"]));
    expect(entries.map(({ on }) => on)).toEqual(entries.map(({ on }) => on).toSorted());
    const street = (await petra.call(api.listCalendar, { partnership, unit: "Gatuenheten" })).value.entries;
    expect(new Set(street.map(({ unit }) => unit))).toEqual(new Set(["Gatuenheten"]));
    const before = street.filter(({ kind }) => kind === "due");
    const quarter = before.find(({ on }) => on === "2026-12-31")!;
    const activityId = quarter.path.replace(/.*aktivitet-/, "");
    const { activities } = (await petra.call(listActivities, { partnership })).value;
    const left = activities.find(({ id }) => id === activityId)!.left;
    const occasion = {
      on: "2026-11-23",
      count: { value: left, qualifier: "exact" },
      counted: "mätningar",
      towardTarget: true,
      unitName: "Gatuenheten",
      place: { kind: "unknown" },
      note: "",
      outputs: [],
      source: "own-log",
      confirmed: true,
    } satisfies InputOf<typeof logOccasion>["occasion"];
    expect((await petra.call(logOccasion, { partnership, activityId, occasion })).status).toBe(200);
    const after = (await petra.call(api.listCalendar, { partnership, unit: "Gatuenheten" })).value.entries;
    expect(after.filter(({ key }) => key === quarter.key && quarter.on === "2026-12-31")).not.toContainEqual(quarter);
  });

  test("a calendar program reads an address without logging in: titles and pages, and nothing that is not its owner's to read", async () => {
    const events = await eventsAt(await addressFor(petra, "Gatuenheten"));
    expect(events.length).toBeGreaterThan(0);
    expect(events.every(({ summary }) => /^(Exempel: )?(Sista dag|Ny dag): \d/.test(summary))).toBe(true);
    const all = await eventsAt(await addressFor(karin));
    expect(all.some(({ summary }) => summary.endsWith("Arbetsmöte"))).toBe(true);
    expect(all.some((event) => event.isRecurring())).toBe(true);
    expect(all.map(({ uid }) => uid)).toEqual([...new Set(all.map(({ uid }) => uid))]);
    const { addresses } = (await karin.call(api.listCalendar, { partnership })).value;
    expect(addresses).toEqual([
      expect.objectContaining({ unit: null, madeOn: "2026-11-24", lastReadOn: "2026-11-24" }),
    ]);
  });

  test("an address reads nothing that was guessed, that is closed, of another's, or of somebody who works here no more", async () => {
    const path = await addressFor(johan);
    expect((await house.stranger.request(path.replace(/.{6}[.]ics$/, "aaaaaa.ics"))).status).toBe(404);
    expect((await house.stranger.request(path.replace("ockelbo", "hofors"))).status).toBe(404);
    const { addresses } = (await johan.call(api.listCalendar, { partnership })).value;
    const id = addresses[0]!.id as Id<"calendar-address">;
    expect((await karin.call(api.endAddress, { partnership, id })).status).toBe(404);
    expect((await johan.call(api.endAddress, { partnership, id })).status).toBe(200);
    expect((await house.stranger.request(path)).status).toBe(404);
    expect((await karin.call(api.openAddress, { partnership, unit: "Ingen enhet" })).problem.why).toBe("no-such-unit");
    const petras = await addressFor(petra);
    await eventsAt(petras);
    await inside.as("Petra", (tx) =>
      expect(
        sql`insert into calendar_address (id, partnership_id, person_id, secret_hash, made_at)
        select ${newId(Date.parse(AT))}, partnership_id, (select id from person where name = 'Karin'), repeat('a', 64), ${AT} from calendar_address limit 1`.execute(
          tx,
        ),
      ).rejects.toMatchObject(DENIED),
    );
    await house.house.database.transaction({ as: "system" }, (tx) =>
      sql`update role_grant set ended_at = ${AT} where person_id = (select id from person where name = 'Petra')`.execute(
        tx,
      ),
    );
    expect((await house.stranger.request(petras)).status).toBe(404);
  });

  test("the year wheel is both parties' to keep, and everybody's here to read", async () => {
    const read = async (who = karin) => (await who.call(api.readWheel, { partnership })).value;
    const { year, tasks } = await read();
    expect([year, tasks.length]).toEqual([2026, 11]);
    expect((await karin.call(api.beginWheel, { partnership })).problem.why).toBe("wheel-begun");
    const id = newId(Date.parse(AT)) as Id<"year-task">;
    const put = { partnership, id, month: 3, text: "Ring skolorna", stage: "act" } as const;
    expect((await johan.call(api.putTask, put)).status).toBe(200);
    expect((await karin.call(api.putTask, { ...put, month: 4 })).status).toBe(200);
    for (const done of [true, true, false, true])
      expect((await johan.call(api.tickTask, { partnership, id, year, done })).status).toBe(200);
    expect((await read(johan)).tasks.find((task) => task.id === id)).toMatchObject({ month: 4, years: [2026] });
    expect((await karin.call(api.strikeTask, { partnership, id })).status).toBe(200);
    expect((await karin.call(api.tickTask, { partnership, id, year, done: true })).status).toBe(404);
    expect((await johan.call(api.putTask, put)).status).toBe(404);
    expect((await read(johan)).tasks.map((task) => task.id)).not.toContain(id);
    const other = { ...put, id: newId(Date.parse(AT)) as Id<"year-task"> };
    expect((await (await house.as("Ingrid")).call(api.putTask, other)).status).toBe(403);
    expect((await read(await house.as("Ingrid"))).mayWrite).toBe(false);
    await inside.as("Ingrid", (tx) =>
      expect(
        sql`insert into year_task (id, partnership_id, month, text, stage, put_at)
        select ${newId(Date.parse(AT))}, partnership_id, 1, 'X', 'act', ${AT} from year_task limit 1`.execute(tx),
      ).rejects.toMatchObject(DENIED),
    );
  });
});
