import { sql } from "kysely";
import { beforeAll, expect, test } from "vitest";
import { giveKey } from "../../../test/authenticator.ts";
import { onBothEngines } from "../../../test/databases.ts";
import { type Caller, idInDemo, openTestHouse, type TestHouse } from "../../../test/house.ts";
import { insideDemo, type Inside } from "../../../test/stores.ts";
import type { Day, Instant } from "../../ground/time.ts";
import type { Database } from "../../platform/server/database/database.ts";
import { newId } from "../../platform/server/secrets.ts";
import { addMandate } from "../store.ts";
import * as api from "./api.ts";
import * as store from "./store.ts";

const AT = "2026-11-24T09:00:00.000Z" as Instant;
const partnership = "ockelbo";
const day = (text: string) => text as Day;
const GORAN = idInDemo("person Göran");
const SOFIA = idInDemo("person Sofia");
const DENIED = { code: "42501" };

onBothEngines("mandates through their doors", (fresh) => {
  let house: TestHouse;
  let database: Database;
  let inside: Inside;
  let karin: Caller;
  let johan: Caller;
  beforeAll(async () => {
    database = await fresh({ demo: true });
    inside = await insideDemo(database);
    house = await openTestHouse(database);
    [karin, johan] = [await house.as("Karin"), await house.as("Johan")];
  });
  const partyIn = async (who: Caller, party: "municipality" | "police") =>
    (await who.call(api.listMandates, { partnership })).value.parties.find((one) => one.party === party)!;
  const record = (who: Caller, party: string, more: object = {}) =>
    who.call(api.recordMandate, {
      partnership,
      organisationId: inside.organisations[party]!,
      personId: GORAN,
      office: "kommunstyrelsens ordförande",
      acting: false,
      body: "kommunstyrelsen",
      decidedOn: day("2026-11-19"),
      paragraph: "141",
      from: day("2028-01-01"),
      ...more,
    });
  const end = (who: Caller, id: string, on: string) => who.call(api.endMandate, { partnership, id, on: day(on) });
  const why = async (asked: Promise<{ problem: { why?: string } }>) => (await asked).problem.why;

  test("everybody who works here reads who may sign and until when; only their own organisation's are theirs to keep", async () => {
    const own = await partyIn(karin, "municipality");
    expect(own).toMatchObject({
      keeps: true,
      covered: { kind: "until", day: "2027-12-31" },
      signatories: [{ name: "Göran" }],
      mandates: [{ name: "Göran", decidedBy: "kommunstyrelsen, 2024-11-19 § 141", standing: "holds", ended: false }],
    });
    expect(await partyIn(karin, "police")).toMatchObject({
      keeps: false,
      signatories: [],
      mandates: [{ acting: true }],
    });
    expect((await partyIn(await house.as("Ingrid"), "municipality")).keeps).toBe(false);
    expect((await partyIn(await house.as("Tomas"), "municipality")).keeps).toBe(true);
    expect((await partyIn(johan, "police")).keeps).toBe(true);
    expect((await (await house.as("Elin")).call(api.listMandates, { partnership })).status).toBe(404);
  });

  test("says whether whoever holds it has a key to sign with, to both parties", async () => {
    const held = async (who: Caller) => (await partyIn(who, "municipality")).mandates.map(({ hasKey }) => hasKey);
    expect([await held(karin), await held(johan)]).toEqual([[false], [false]]);
    await giveKey(database, "Göran");
    expect([await held(karin), await held(johan)]).toEqual([[true], [true]]);
    expect((await partyIn(karin, "police")).mandates).toMatchObject([{ hasKey: false }]);
  });

  test("is recorded by its own organisation, and then the party is covered on", async () => {
    expect(await why(record(johan, "municipality"))).toBe("mandate-of-other-party");
    expect(await why(record(await house.as("Petra"), "municipality"))).toBe("not-yours");
    expect(await why(record(karin, "municipality", { from: "2027-06-01" }))).toBe("mandate-overlaps");
    expect(await why(record(karin, "municipality", { personId: SOFIA }))).toBe("mandate-needs-signatory");
    expect((await record(karin, "municipality")).status).toBe(200);
    const own = await partyIn(johan, "municipality");
    expect(own.covered).toEqual({ kind: "always", day: null });
    expect(own.mandates).toMatchObject([
      { from: "2028-01-01", to: null, decidedBy: "kommunstyrelsen, 2026-11-19 § 141", standing: "coming" },
      { from: "2024-11-19" },
    ]);
  });

  test("is ended ahead with a day, by its own organisation, and stands", async () => {
    const held = (await partyIn(karin, "municipality")).mandates.find(({ standing }) => standing === "holds")!;
    expect(await why(end(johan, held.id, "2026-11-24"))).toBe("mandate-of-other-party");
    expect(await why(end(karin, held.id, "2026-11-01"))).toBe("mandate-ends-ahead");
    expect((await end(await house.as("Elin"), held.id, "2026-12-01")).status).toBe(404);
    expect((await end(karin, newId(Date.parse(AT)), "2026-12-01")).status).toBe(404);
    expect((await end(karin, held.id, "2026-12-01")).status).toBe(200);
    const after = await partyIn(karin, "municipality");
    expect(after.covered).toEqual({ kind: "until", day: "2026-12-01" });
    expect(after.mandates.find(({ id }) => id === held.id)).toMatchObject({ to: "2026-12-01", ended: true });
    house.setClock("2026-12-02T09:00:00.000Z" as Instant);
    expect(await why(end(karin, held.id, "2026-12-03"))).toBe("mandate-is-over");
    expect((await partyIn(karin, "municipality")).covered).toEqual({ kind: "nobody", day: null });
    house.setClock(AT);
  });

  test("the database takes none from another party, for another's person, or for one who is no signatory", async () => {
    const { municipality, police } = inside.organisations as { municipality: string; police: string };
    const put = (who: string, more: object = {}) =>
      inside.as(who, (tx) =>
        addMandate(tx, {
          id: newId(Date.parse(AT)),
          partnership_id: inside.partnershipId,
          organisation_id: municipality,
          person_id: GORAN,
          party: "municipality",
          office: "o",
          acting: false,
          decided_by: "b",
          valid_from: day("2027-01-01"),
          valid_to: day("2027-02-01"),
          ...more,
        }),
      );
    for (const who of ["Johan", "Petra", "Ingrid", "Göran", "Elin"])
      await expect(put(who)).rejects.toMatchObject(DENIED);
    for (const more of [
      { organisation_id: police, person_id: SOFIA, party: "police", valid_from: day("2029-01-01"), valid_to: null },
      { person_id: SOFIA },
      { person_id: idInDemo("person Petra") },
      { party: "police" },
      { ended_at: AT, ended_by_organisation_id: municipality },
    ])
      await expect(put("Karin", more)).rejects.toMatchObject(DENIED);
    await expect(put("Karin", { valid_from: day("2028-05-01"), valid_to: null })).rejects.toMatchObject({
      code: "23P01",
    });
    await expect(put("Karin", { valid_to: day("2026-12-31") })).rejects.toMatchObject({ code: "23514" });
    await put("Karin");
  });

  test("nor does it end one for the other party, make one longer, or take one away", async () => {
    const mandates = await inside.as("system", (tx) => store.mandatesOf(tx, inside.partnershipId));
    const theirs = mandates.find(({ party }) => party === "police")!;
    const ended = { ...theirs, to: day("2026-12-24"), endedAt: AT };
    // What may not be changed is not found, and stays.
    await inside.as("Karin", (tx) => store.putEnd(tx, ended));
    const now = async () =>
      (await inside.as("Karin", (tx) => store.mandatesOf(tx, inside.partnershipId))).find(
        ({ id }) => id === theirs.id,
      )!;
    expect(await now()).toMatchObject({ to: "2027-12-31", endedAt: undefined });
    for (const wrong of [
      { ...ended, to: day("2030-01-01") },
      { ...ended, to: undefined },
      { ...ended, to: day("2026-11-23") },
    ])
      await expect(inside.as("Johan", (tx) => store.putEnd(tx, wrong))).rejects.toMatchObject(DENIED);
    await expect(inside.as("Johan", (tx) => sql`delete from pledge_mandate`.execute(tx))).rejects.toMatchObject(DENIED);
    await expect(
      inside.as("Johan", (tx) => sql`update pledge_mandate set office = 'x'`.execute(tx)),
    ).rejects.toMatchObject(DENIED);
    await inside.as("Johan", (tx) => store.putEnd(tx, ended));
    expect(await now()).toMatchObject({ to: "2026-12-24", endedAt: AT });
    await house.close();
  });
});
