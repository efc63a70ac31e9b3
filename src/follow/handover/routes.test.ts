import { unzipSync } from "fflate";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { giveKey } from "../../../test/authenticator.ts";
import { onBothEngines } from "../../../test/databases.ts";
import { handOverBy, strikeHandOver } from "../../../test/hand-overs.ts";
import { type Caller, idInDemo, openTestHouse, type TestHouse } from "../../../test/house.ts";
import { insideDemo, type Inside, takeOn } from "../../../test/stores.ts";
import { openAddress } from "../../act/calendar/api.ts";
import { noteHearing } from "../../collect/hearings/api.ts";
import type { Day, Instant } from "../../ground/time.ts";
import { invitePerson, openInvitation } from "../../partnership/api.ts";
import { addGrant, endGrant, peopleOf, useInvitation } from "../../partnership/store.ts";
import { waiting } from "../api.ts";
import * as api from "./api.ts";
import { goThrough, type Plan } from "./hand-over.ts";
import * as store from "./store.ts";

const partnership = "ockelbo";
const personId = (name: string) => idInDemo(`person ${name}`);
const FRIDAY = "2026-11-27" as Day;

onBothEngines("handing over through its doors", (fresh) => {
  let house: TestHouse;
  let inside: Inside;
  let [karin, johan, tomas, petra, elin]: Caller[] = [];
  beforeAll(async () => {
    const database = await fresh({ demo: true });
    [house, inside] = [await openTestHouse(database), await insideDemo(database)];
    [karin, johan, tomas, petra, elin] = await Promise.all(
      ["Karin", "Johan", "Tomas", "Petra", "Elin"].map((name) => house.as(name)),
    );
    await giveKey(database, "Karin");
  });
  afterAll(() => house.close());
  const opened = async (who = karin!) => (await who.call(api.openDossier, { partnership })).value;
  const section = async (key: string, who = karin!) =>
    (await opened(who)).sections.find((one) => one.key === key)!.rows;

  test("the dossier has five dates, three answers and where the promise stands first, of what is there", async () => {
    const { sections } = await opened();
    expect(sections.slice(0, 3).map(({ key, rows }) => [key, rows.length])).toEqual([
      ["dates", 5],
      ["answers", 3],
      ["stand", 1],
    ]);
    expect(sections[2]!.rows[0]!.text).toBe("Medborgarlöfte 2025–2027, gäller till 31 december 2027");
    expect(sections[2]!.rows[0]!.detail).toMatch(/av \d+ aktiviteter är enligt plan/);
    expect(
      sections
        .slice(0, 3)
        .flatMap(({ rows }) => rows)
        .every(({ gap }) => !gap),
    ).toBe(true);
  });

  test("what was promised in a talk is in the dossier of those who heard it and of nobody else", async () => {
    const heard = { partnership, actorKind: "trade" as const, area: "Ockelbo", actors: 7, heldOn: "2026-11-20" as Day };
    const themes = [{ category: "vandalism.damage" as const, text: "Fönster krossas" }];
    const promised = { text: "Höra av oss om belysningen", by: "2026-12-01" as Day };
    expect(
      (await karin!.call(noteHearing, { ...heard, themes, promise: promised.text, promiseBy: promised.by })).status,
    ).toBe(200);
    expect((await section("spot")).map(({ text }) => text)).toContain(promised.text);
    expect(JSON.stringify(await opened(johan))).not.toContain(promised.text);
    for (const who of [petra!, elin!])
      expect((await who.call(api.openDossier, { partnership })).status).toBeGreaterThanOrEqual(400);
    expect((await house.stranger.call(api.openDossier, { partnership })).status).toBe(401);
  });

  test("a row is gone through, read by one's own organisation only, and on paper as well", async () => {
    const note = "Pärmen står i arkivet på plan två";
    expect((await karin!.call(api.goThroughRow, { partnership, key: "gap papers", note })).status).toBe(200);
    expect(
      (await karin!.call(api.goThroughRow, { partnership, key: "gap papers", note: "Fråga Kalle Svensson" })).problem
        .why,
    ).toBe("names-a-person");
    expect((await karin!.call(api.goThroughRow, { partnership, key: "gap of nothing", note })).problem.why).toBe(
      "not-found",
    );
    expect((await petra!.call(api.goThroughRow, { partnership, key: "gap papers", note })).problem.why).toBe(
      "not-yours",
    );
    const gap = (await section("papers", tomas)).find(({ key }) => key === "gap papers");
    expect(gap).toMatchObject({ gap: true, note, goneThrough: { office: "brottsförebyggande samordnare" } });
    expect(JSON.stringify(await opened(johan))).not.toContain("arkivet");
    const docx = new Uint8Array((await karin!.call(api.typeDossier, { partnership })).value as unknown as ArrayBuffer);
    expect(new TextDecoder().decode(unzipSync(docx)["word/document.xml"])).toContain(note);
    const pdf = new Uint8Array((await karin!.call(api.printDossier, { partnership })).value as unknown as ArrayBuffer);
    expect(new TextDecoder().decode(pdf.slice(0, 5))).toBe("%PDF-");
    expect((await petra!.call(api.typeDossier, { partnership })).problem.why).toBe("not-yours");
  });

  test("what the rule refuses, the database refuses too", async () => {
    const kept = goThrough.decide(
      { key: "gap dates", note: "x" },
      { partnershipId: inside.partnershipId, about: "x" },
      {
        at: "2026-11-24T09:00:00.000Z" as Instant,
        newId: () => "",
        by: {
          id: "",
          name: "",
          operator: false,
          grants: [
            {
              partnershipId: inside.partnershipId,
              organisationId: inside.organisations["municipality"]!,
              party: "municipality",
              role: "coordinator",
              title: "x",
            },
          ],
        },
      },
    );
    const note = kept.ok ? kept.value : undefined;
    for (const who of ["Johan", "Petra", "Elin"]) {
      await expect(inside.as(who, (tx) => store.putNote(tx, inside.partnershipId, note!))).rejects.toMatchObject({
        code: "42501",
      });
      expect(await inside.as(who, (tx) => store.notesOf(tx, inside.partnershipId, note!.organisationId))).toEqual([]);
    }
    expect(await inside.as("Elin", (tx) => store.handOversOf(tx, inside.partnershipId))).toEqual([]);
  });

  test("the only administrator appoints another first", async () => {
    const lastDay = FRIDAY;
    const invited = { kind: "invited", name: "Maja", title: "tekniker" } as const;
    const input = { partnership, leaverId: personId("Tomas"), lastDay, successor: invited };
    const own = (await tomas!.call(api.planHandOver, input)).problem;
    expect(own).toMatchObject({ why: "only-administrator" });
    expect(own.detail).toBe("Du är den enda administratören i Ockelbo kommun. Utse en till innan ditt konto stängs.");
    expect((await karin!.call(api.planHandOver, input)).problem.why).toBe("their-only-administrator");
    expect((await petra!.call(api.planHandOver, input)).problem.why).toBe("not-yours");
    expect((await johan!.call(api.planHandOver, input)).problem.why).toBe("leaver-works-here");
  });

  test("Karin leaves on Friday: at midnight her roles, keys, calendar and links end, and whoever came in has the role", async () => {
    const address = (await karin!.call(openAddress, { partnership, unit: null })).value.address;
    const other = { partnership, organisationId: inside.organisations["municipality"]!, name: "Nils", title: "läsare" };
    const left = (await karin!.call(invitePerson, { ...other, role: "reader" })).value.link.split("/").at(-1)!;
    const successor = { kind: "invited", name: "Maja", title: "samordnare" } as const;
    const planned = await karin!.call(api.planHandOver, {
      partnership,
      leaverId: personId("Karin"),
      lastDay: FRIDAY,
      successor,
    });
    expect(planned.status).toBe(200);
    expect(
      (await karin!.call(api.planHandOver, { partnership, leaverId: personId("Karin"), lastDay: FRIDAY, successor }))
        .problem.why,
    ).toBe("is-leaving");
    expect((await johan!.call(waiting, { partnership })).value.newcomers).toEqual([
      { role: "coordinator", from: "2026-11-30" },
    ]);
    expect((await karin!.call(waiting, { partnership })).value.newcomers).toEqual([]);

    // Maja comes in by the link; what a browser's key does is walked in test/flows.
    await takeOn(inside, "Maja", { party: "municipality", role: "reader", title: "samordnare" });
    await inside.as("system", async (tx) => {
      const { id } = await tx.selectFrom("person").select("id").where("name", "=", "Maja").executeTakeFirstOrThrow();
      const [one] = await store.handOversOf(tx, inside.partnershipId);
      await useInvitation(tx, one!.invitationId!, id, house.house.now());
    });
    await strikeHandOver(house, "2026-11-27T22:30:00.000Z");
    expect((await karin!.call(api.openDossier, { partnership })).status).toBe(200);

    await strikeHandOver(house, "2026-11-27T23:01:00.000Z");
    expect((await karin!.call(api.openDossier, { partnership })).status).toBe(401);
    expect((await house.stranger.request(new URL(address).pathname)).status).toBe(404);
    expect((await house.stranger.call(openInvitation, { token: left })).problem.why).toBe("link-expired");
    const facts = await inside.as("system", async (tx) => {
      const { rows } = await sql<{ keys: number; sessions: number; roles: number }>`select
        (select count(*)::int from passkey where person_id = ${personId("Karin")} and revoked_at is null) as keys,
        (select count(*)::int from session where person_id = ${personId("Karin")} and ended_at is null) as sessions,
        (select count(*)::int from role_grant where person_id = ${personId("Karin")} and ended_at is null) as roles`.execute(
        tx,
      );
      return rows[0];
    });
    expect(facts).toEqual({ keys: 0, sessions: 0, roles: 0 });
    const events = await inside.as("system", async (tx) => {
      const { rows } = await sql<{
        body: unknown;
      }>`select body::jsonb as body from event where name = 'role.handed-over'`.execute(tx);
      return rows.map(({ body }) => body);
    });
    expect(events).toMatchObject([{ role: "coordinator", taken: true }]);
    const maja = await house.as("Maja");
    const seen = await opened(maja);
    expect(seen.handOvers).toMatchObject([
      { leaver: "Karin", successor: "Maja", state: "taken", beginsOn: "2026-11-30" },
    ]);
    expect(seen.firstWeeks).toHaveLength(10);
    expect((await section("papers", maja)).find(({ key }) => key === "gap papers")?.note).toContain("Pärmen");
    const [task] = seen.firstWeeks;
    expect((await maja.call(api.goThroughRow, { partnership, key: task!.key, note: "" })).status).toBe(200);
    expect((await opened(maja)).firstWeeks[0]!.goneThrough).not.toBeNull();
    // A second stroke changes nothing, and two weeks later nobody is new.
    await strikeHandOver(house, "2026-11-28T00:01:00.000Z");
    expect((await opened(maja)).handOvers).toHaveLength(1);
    house.setClock("2026-12-16T09:00:00.000Z" as Instant);
    expect((await johan!.call(waiting, { partnership })).value.newcomers).toEqual([]);
    house.setClock("2026-11-30T09:00:00.000Z" as Instant);
  });

  test("one who is gone is closed out at once, to a colleague; a plan is called off while it is ahead", async () => {
    const maja = await house.as("Maja");
    const lastDay = "2026-12-31" as Day;
    const petra = { kind: "here", personId: personId("Petra") } as const;
    const ahead = (
      await maja.call(api.planHandOver, { partnership, leaverId: personId("Amina"), lastDay, successor: petra })
    ).value;
    const call = () => maja.call(api.callOffHandOver, { partnership, id: ahead.id });
    expect((await call()).status).toBe(200);
    expect((await call()).problem.why).toBe("hand-over-closed");
    const same = { kind: "here", personId: personId("Amina") } as const;
    expect(
      (await maja.call(api.planHandOver, { partnership, leaverId: personId("Amina"), lastDay, successor: same }))
        .problem.why,
    ).toBe("successor-works-here");
    const gone = { partnership, leaverId: personId("Lasse"), lastDay: "2026-11-29" as Day, successor: same };
    expect((await maja.call(api.planHandOver, gone)).value).toMatchObject({ done: true, link: null });
    const reporter = await inside.as("system", (tx) =>
      tx.selectFrom("weekly_reporter").select("person_id").where("partnership_id", "=", inside.partnershipId).execute(),
    );
    expect(reporter.map(({ person_id }) => person_id)).toContain(personId("Amina"));
    expect(reporter.map(({ person_id }) => person_id)).not.toContain(personId("Lasse"));
  });

  const planFor = async (name: string, lastDay: string, successor: Plan["successor"]) => {
    const input = { partnership, leaverId: await idOf(name), lastDay: lastDay as Day, successor };
    return (await (await house.as("Maja")).call(api.planHandOver, input)).value;
  };
  const idOf = (name: string) =>
    inside.as(
      "system",
      async (tx) => (await tx.selectFrom("person").select("id").where("name", "=", name).executeTakeFirstOrThrow()).id,
    );
  const rolesOf = (name: string) =>
    inside.as("system", async (tx) =>
      (await peopleOf(tx, inside.partnershipId)).filter((one) => one.name === name).map(({ role }) => role),
    );
  const takeOnReader = (name: string) =>
    takeOn(inside, name, { party: "municipality", role: "reader", title: "vikarie" });
  const endAll = (name: string, at: string) =>
    inside.as("system", async (tx) => {
      for (const { grantId } of (await peopleOf(tx, inside.partnershipId)).filter((one) => one.name === name))
        await endGrant(tx, grantId, at as Instant);
    });
  const comeBack = async (name: string, at: string) => {
    const personId = await idOf(name);
    await inside.as("system", (tx) =>
      addGrant(tx, {
        id: crypto.randomUUID(),
        partnershipId: inside.partnershipId,
        organisationId: inside.organisations["municipality"]!,
        personId,
        role: "reader",
        title: "vikarie",
        reason: "åter",
        at: at as Instant,
      }),
    );
  };
  const shown = async (id: string) => (await opened(await house.as("Maja"))).handOvers.find((one) => one.id === id);

  test("what has ended and nobody has taken is called off, and its link leads nowhere then", async () => {
    await takeOnReader("Ulla");
    const planned = await planFor("Ulla", "2026-11-29", { kind: "invited", name: "Nils", title: "vikarie" });
    expect(planned).toMatchObject({ done: true });
    expect(await shown(planned.id)).toMatchObject({ state: "ended", fallen: false, takenBy: "2026-12-14" });
    const maja = await house.as("Maja");
    expect((await maja.call(api.callOffHandOver, { partnership, id: planned.id })).status).toBe(200);
    expect((await maja.call(api.callOffHandOver, { partnership, id: planned.id })).problem.why).toBe(
      "hand-over-closed",
    );
    const token = planned.link!.split("/").at(-1)!;
    expect((await house.stranger.call(openInvitation, { token })).problem.why).toBe("link-expired");
    await expect(
      inside.as("system", (tx) =>
        tx.updateTable("hand_over").set({ taken_at: house.house.now() }).where("id", "=", planned.id).execute(),
      ),
    ).rejects.toMatchObject({ code: "23514" });
  });

  test("with the last role of whoever was to take over it falls, and does not rise when they are invited back", async () => {
    await takeOnReader("Sven");
    const sven = { kind: "here", personId: await idOf("Sven") } as const;
    const { id } = await planFor("Petra", "2026-12-04", sven);
    expect(await rolesOf("Petra")).not.toEqual([]);
    // Ended and given again between two strokes of the clock, which alone would have seen nothing of it.
    await endAll("Sven", "2026-12-01T09:00:00.000Z");
    await comeBack("Sven", "2026-12-01T09:10:00.000Z");
    expect(await shown(id)).toMatchObject({ state: "ahead", fallen: true });
    await strikeHandOver(house, "2026-12-04T23:01:00.000Z");
    expect(await rolesOf("Petra")).toEqual([]);
    expect(await rolesOf("Sven")).toEqual(["reader"]);
    expect(await shown(id)).toMatchObject({ state: "ended", fallen: true });
    for (const name of ["Maja", "Johan"])
      expect((await (await house.as(name)).call(waiting, { partnership })).value.empty).toEqual(["activity-owner"]);
    await expect(
      inside.as("system", (tx) =>
        tx.updateTable("hand_over").set({ taken_at: house.house.now() }).where("id", "=", id).execute(),
      ),
    ).rejects.toMatchObject({ code: "23514" });
    await strikeHandOver(house, "2027-12-04T23:01:00.000Z");
    expect(await rolesOf("Sven")).toEqual(["reader"]);
    expect(await shown(id)).toBeUndefined();
    house.setClock("2026-12-05T09:00:00.000Z" as Instant);
  });

  test("two weeks after the last day nobody gets the roles, and the same is said", async () => {
    await takeOnReader("Vera");
    const { id } = await planFor("Vera", "2026-12-07", { kind: "invited", name: "Olle", title: "vikarie" });
    await strikeHandOver(house, "2026-12-07T23:01:00.000Z");
    expect(await shown(id)).toMatchObject({ state: "ended", fallen: false });
    await expect(
      inside.as("system", (tx) =>
        tx
          .updateTable("hand_over")
          .set({ taken_at: "2026-12-21T23:00:00.000Z" as Instant })
          .where("id", "=", id)
          .execute(),
      ),
    ).rejects.toMatchObject({ code: "23514" });
    await strikeHandOver(house, "2026-12-21T22:30:00.000Z");
    expect(await shown(id)).toMatchObject({ fallen: false });
    await strikeHandOver(house, "2026-12-21T23:01:00.000Z");
    expect(await shown(id)).toMatchObject({ state: "ended", fallen: true });
    await strikeHandOver(house, "2026-12-22T00:01:00.000Z");
    const fell = await inside.as("system", async (tx) => {
      const { rows } = await sql`select 1 from event where name = 'role.hand-over-fell' and subject_id = ${id}`.execute(
        tx,
      );
      return rows.length;
    });
    expect(fell).toBe(1);
  });

  test("two servers at once give the roles once, and one hand-over that cannot be done keeps no other waiting", async () => {
    for (const name of ["Bo", "Rut"]) await takeOnReader(name);
    await takeOn(inside, "Kim", { party: "municipality", role: "note-taker", title: "vikarie" });
    await takeOn(inside, "Lo", { party: "municipality", role: "note-taker", title: "vikarie" });
    const first = await planFor("Kim", "2026-12-23", { kind: "here", personId: await idOf("Bo") });
    const second = await planFor("Lo", "2026-12-23", { kind: "here", personId: await idOf("Rut") });
    house.setClock("2026-12-23T23:01:00.000Z" as Instant);
    let isFirst = true;
    const newId = () => {
      if (!isFirst) return house.house.newId();
      isFirst = false;
      throw new Error("no more ids");
    };
    await expect(handOverBy(house, { newId })).rejects.toThrow("1 of ");
    expect(await rolesOf("Kim")).toEqual(["note-taker"]);
    expect(await rolesOf("Lo")).toEqual([]);
    await Promise.all([handOverBy(house), handOverBy(house)]);
    for (const name of ["Bo", "Rut"]) expect((await rolesOf(name)).toSorted()).toEqual(["note-taker", "reader"]);
    const events = await inside.as("system", async (tx) => {
      const { rows } = await sql<{ n: number }>`select count(*)::int as n from event
        where name = 'role.handed-over' and subject_id in (${first.id}, ${second.id})`.execute(tx);
      return rows[0]!.n;
    });
    expect(events).toBe(2);
  });
});
