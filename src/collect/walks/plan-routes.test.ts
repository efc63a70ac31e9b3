import { expect, test } from "vitest";
import { onBothEngines } from "../../../test/databases.ts";
import { idInDemo, openTestHouse } from "../../../test/house.ts";
import type { Instant } from "../../ground/time.ts";
import type { Within } from "../../partnership/tables.ts";
import { newId } from "../../platform/server/secrets.ts";
import * as collect from "../api.ts";
import type { CollectDatabase } from "../tables.ts";
import type { Cancelled } from "../walk.ts";
import * as api from "./api.ts";
import { cancelWalk } from "./store.ts";

const AT = "2026-11-24T08:00:00.000Z";
const here = { partnership: "ockelbo", slug: "amot-2026" };
const CHANGED = {
  ...here,
  title: "Kvällsvandring i Åmot",
  village: "Åmot",
  startsAt: "2026-12-02T17:00:00.000Z",
  endsAt: "2026-12-02T19:00:00.000Z",
  meetingPoint: "Vid kyrkan",
  theme: "general" as const,
  functions: ["polisen"],
  isOpen: true,
};

onBothEngines("a planned walk at the desk", (fresh) => {
  test("is changed by those whose it is, once at a time, and called off with a reason that strangers read; notes still come in", async () => {
    const house = await openTestHouse(await fresh({ demo: true }));
    const [karin, johan, amina] = [await house.as("Karin"), await house.as("Johan"), await house.as("Amina")];
    const walk = async () => (await johan.call(collect.openWalk, here)).value.walk;
    const { revision } = await walk();
    for (const who of [johan, amina])
      expect((await who.call(api.changePlan, { ...CHANGED, revision })).problem.why).toBe("not-yours");
    expect((await karin.call(api.changePlan, { ...CHANGED, revision })).value).toMatchObject({ light: "dark" });
    const late = await karin.call(api.changePlan, { ...CHANGED, title: "Min", revision });
    expect(late).toMatchObject({ status: 409, problem: { why: "walk-changed-meanwhile" } });
    expect(late.problem.detail).toContain("Någon annan har ändrat vandringen");
    expect(await walk()).toMatchObject({ title: CHANGED.title, startsAt: CHANGED.startsAt, revision: revision + 1 });
    const named = (await karin.call(collect.listSources, { partnership: "ockelbo" })).value.sources;
    expect(named.some(({ name }) => name === CHANGED.title)).toBe(true);

    const why = { ...here, reason: "Det blir snöstorm på tisdag." };
    expect((await johan.call(api.cancelWalk, why)).problem.why).toBe("not-yours");
    expect((await karin.call(api.cancelWalk, { ...why, reason: "" })).problem.why).toBe("called-off-why-needed");
    expect((await karin.call(api.cancelWalk, why)).status).toBe(200);
    expect((await karin.call(api.cancelWalk, why)).problem.why).toBe("walk-cancelled");
    // Whoever has it in a calendar can strike it out.
    const file = await amina.call(api.walkCalendar, here);
    const lines = new TextDecoder().decode(file.value as unknown as ArrayBuffer).split("\r\n");
    expect(lines).toEqual(
      expect.arrayContaining(["STATUS:CANCELLED", `SEQUENCE:${revision + 2}`, `DESCRIPTION:${why.reason}`]),
    );
    expect((await karin.call(api.printWalk, { ...here, paper: "invitation" })).problem.why).toBe("walk-cancelled");
    expect(await walk()).toMatchObject({
      state: "cancelled",
      reason: why.reason,
      cancelledAt: expect.any(String) as string,
    });

    const id = newId(Date.parse(AT));
    const { id: walkId, stops } = await walk();
    const noted = await amina.call(collect.noteObservation, {
      partnership: "ockelbo",
      id,
      walkId,
      stopId: stops[0]!.id,
      notedAt: AT,
      kind: "problem",
      category: "place.lighting",
      text: "Lampan är trasig",
      place: { kind: "area", name: "Skolan" },
      when: { kind: "unknown" },
    });
    expect(noted.status).toBe(200);
    expect((await johan.call(collect.openWalk, here)).value.notes.map(({ text }) => text)).toEqual([
      "Lampan är trasig",
    ]);
    house.setClock("2026-12-02T20:00:00.000Z" as Instant);
    expect((await amina.call(api.finishWalk, { ...here, heads: { all: 9 } })).problem.why).toBe("walk-cancelled");
    expect((await karin.call(collect.establishProtocol, here)).problem.why).toBe("walk-cancelled");
    await house.close();
  });

  test("what the rule refuses the database refuses too: only those who lead it, and only before it is held or called off", async () => {
    const database = await fresh({ demo: true });
    const house = await openTestHouse(database);
    const walkId = idInDemo("walk amot-2026");
    const write = (name: string, what: (tx: Within<CollectDatabase>) => Promise<unknown>) =>
      database
        .trial<CollectDatabase, string>({ as: "staff", personId: idInDemo(`person ${name}`) }, async (tx) => {
          await what(tx);
          const row = await tx.selectFrom("walk").selectAll().where("id", "=", walkId).executeTakeFirstOrThrow();
          return `${row.state} ${row.meeting_point}`;
        })
        .catch((error: Error) => error.message);
    const move = (tx: Within<CollectDatabase>) =>
      tx.updateTable("walk").set({ meeting_point: "Vid kyrkan" }).where("id", "=", walkId).execute();
    const cancel = (tx: Within<CollectDatabase>) =>
      cancelWalk(tx, {
        id: walkId,
        state: "cancelled",
        cancelledAt: AT as Instant,
        reason: "Storm",
        revision: 2,
      } as Cancelled);
    expect(await write("Karin", move)).toBe("planned Vid kyrkan");
    expect(await write("Johan", move)).toBe("planned Utanför skolan");
    expect(await write("Amina", move)).toContain("leads the work");
    expect(await write("Karin", cancel)).toContain("cancelled");
    expect(await write("Amina", cancel)).toContain("leads the work");
    expect(await write("Karin", async (tx) => [await cancel(tx), await move(tx)])).toContain("before it is held");
    const again = { state: "planned", cancelled_at: null, cancelled_reason: null } as const;
    const reopen = (tx: Within<CollectDatabase>) =>
      tx.updateTable("walk").set(again).where("id", "=", walkId).execute();
    expect(await write("Karin", async (tx) => [await cancel(tx), await reopen(tx)])).toContain("before it is held");
    const walkSource = (tx: Within<CollectDatabase>) =>
      tx
        .updateTable("source")
        .set({ name: "Något annat" })
        .where("id", "=", tx.selectFrom("walk").select("source_id").where("id", "=", walkId))
        .execute();
    expect(await write("Karin", walkSource)).toContain("keeps its name");
    await house.close();
  });
});
