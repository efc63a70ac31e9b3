import { sql } from "kysely";
import { beforeAll, expect, test } from "vitest";
import { onBothEngines } from "../../../test/databases.ts";
import { type Caller, idInDemo, openTestHouse, type TestHouse } from "../../../test/house.ts";
import { insideDemo, type Inside } from "../../../test/stores.ts";
import type { Day, Instant } from "../../ground/time.ts";
import { newId } from "../../platform/server/secrets.ts";
import { listReports } from "../api.ts";
import * as api from "./api.ts";
import * as store from "./store.ts";

const partnership = "ockelbo";
const AT = "2026-11-24T09:00:00.000Z" as Instant;
const said = { decidedOn: "2026-11-20", body: "kommunstyrelsen", registryNumber: "KS 2026/214" };

onBothEngines("clocks through their doors", (fresh) => {
  let house: TestHouse;
  let inside: Inside;
  let karin: Caller;
  let johan: Caller;
  beforeAll(async () => {
    const database = await fresh({ demo: true });
    [house, inside] = [await openTestHouse(database), await insideDemo(database)];
    [karin, johan] = [await house.as("Karin"), await house.as("Johan")];
  });
  const rows = async (who = karin) => (await who.call(api.listRed, { partnership })).value.rows;
  const law = async (who = karin) =>
    (await rows(who)).filter(({ kind }) => kind === "situation-report" || kind === "action-plan");
  const decisions = async (who = karin) => (await who.call(api.listDecisions, { partnership })).value;

  test("the list has what is late first, whose it is, and an address for each; both parties read the same of what both may", async () => {
    const list = await rows();
    expect(list.length).toBeGreaterThan(3);
    const states = list.map(({ state }) => state);
    expect(states).toEqual([...states].toSorted());
    expect(list.filter(({ waitsFor, href }) => waitsFor.length === 0 || !href.startsWith("/"))).toEqual([]);
    expect(await law()).toMatchObject([
      { kind: "situation-report", state: "soon", due: "2026-11-28", days: 4, mine: true, alsoTold: null },
      { kind: "action-plan", state: "soon", due: "2027-02-25" },
    ]);
    expect(await law(johan)).toEqual((await law()).map((row) => ({ ...row, mine: false })));
    expect((await (await house.as("Elin")).call(api.listRed, { partnership })).status).toBe(404);
  });

  test("after two weeks in red those who lead the organisation stand on it too", async () => {
    house.setClock("2026-12-12T09:00:00.000Z" as Instant);
    expect((await law())[0]).toMatchObject({ state: "late", days: 14, alsoTold: ["kommunstyrelsens ordförande"] });
    house.setClock("2026-12-11T09:00:00.000Z" as Instant);
    expect((await law())[0]).toMatchObject({ state: "late", days: 13, alsoTold: null });
    house.setClock(AT);
  });

  test("a decision is noted by the municipality's coordinator, and the clock runs from it", async () => {
    for (const who of [johan, await house.as("Petra"), await house.as("Ingrid")])
      expect((await who.call(api.noteDecision, { partnership, kind: "action-plan", ...said })).problem).toMatchObject({
        status: 403,
        why: "not-yours",
      });
    expect((await decisions(johan)).mayNote).toBe(false);
    const note = (kind: "situation-report" | "action-plan", more: Partial<typeof said> = {}) =>
      karin.call(api.noteDecision, { partnership, kind, ...said, ...more });
    expect((await note("action-plan", { decidedOn: "2026-12-01" })).problem.why).toBe("future-not-decided");
    expect((await note("situation-report")).status).toBe(200);
    expect((await note("situation-report")).problem.why).toBe("decision-is-noted");
    const { clocks } = (await johan.call(listReports, { partnership })).value;
    expect(clocks.find(({ name }) => name === "situation-report")).toMatchObject({ state: "calm", due: "2028-11-20" });
    expect(await law()).toMatchObject([{ kind: "action-plan" }]);
  });

  test("a note that was wrong is put right once, with the reason; what it said is kept", async () => {
    const wrong = (await decisions()).decisions.find(({ registryNumber }) => registryNumber === said.registryNumber)!;
    const correct = (more: object) =>
      karin.call(api.correctDecision, {
        partnership,
        id: wrong.id,
        ...said,
        decidedOn: "2026-10-20",
        reason: "Fel månad",
        ...more,
      });
    expect((await correct({ reason: " " })).problem.why).toBe("correction-says-why");
    expect((await correct({})).status).toBe(200);
    expect((await correct({})).problem.why).toBe("decision-is-corrected");
    const noted = (await decisions(johan)).decisions.filter(
      ({ kind, example }) => kind === "situation-report" && !example,
    );
    expect(noted.map(({ decidedOn, correctedWhy }) => [decidedOn, correctedWhy])).toEqual([
      ["2026-11-20", "Fel månad"],
      ["2026-10-20", null],
    ]);
    const { clocks } = (await karin.call(listReports, { partnership })).value;
    expect(clocks.find(({ name }) => name === "situation-report")?.due).toBe("2028-10-20");
  });

  test("the database lets nobody note for another, nor change what was noted", async () => {
    const decision = {
      id: newId(Date.parse(AT)),
      organisationId: inside.organisations["municipality"]!,
      kind: "action-plan",
      ...said,
      decidedOn: said.decidedOn as Day,
      notedAt: AT,
      office: "kommunpolis",
      replaces: undefined,
      reason: undefined,
      example: false,
    } as const;
    const police = inside.organisations["police"]!;
    for (const [who, more] of [
      ["Johan", {}],
      ["Johan", { organisationId: police }],
      ["Petra", {}],
      ["Karin", { organisationId: police }],
      ["Karin", { replaces: idInDemo("decision situation-report 2024"), reason: "Ett annat slag" }],
    ] as const)
      await expect(
        inside.as(who, (tx) => store.addDecision(tx, inside.partnershipId, { ...decision, ...more })),
      ).rejects.toMatchObject({ code: "42501" });
    await expect(
      inside.as("Karin", (tx) => tx.updateTable("statutory_decision").set({ registry_number: "KS 1" }).execute()),
    ).rejects.toMatchObject({ code: "42501" });
  });

  test("a situation report that a body has adopted here counts by itself, where it is the later", async () => {
    const counted = () => inside.as("system", (tx) => store.countedFrom(tx, inside.partnershipId));
    const before = (await counted()).get("situation-report");
    const adopted = (day: string) =>
      house.house.database.asOwner(async (tx) => {
        await sql`insert into situation_report (id, partnership_id, slug, from_day, to_day, state, begun_at, adopted_on, adopted_by, registry_number, content_hash, adopted_at)
          values (${newId(Date.parse(AT))}, ${inside.partnershipId}, ${day}, '2025-01-01', ${day}, 'adopted', ${AT}, ${day}, 'KS', '1', ${"a".repeat(64)}, ${AT})`.execute(
          tx,
        );
      });
    await adopted("2026-01-10");
    expect((await counted()).get("situation-report")).toBe(before);
    await adopted("2026-11-22");
    expect((await counted()).get("situation-report")).toBe("2026-11-22");
  });
});
