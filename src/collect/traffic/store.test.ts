import { expect, test } from "vitest";
import { onBothEngines } from "../../../test/databases.ts";
import { idInDemo, openTestHouse } from "../../../test/house.ts";
import type { Day, Instant } from "../../ground/time.ts";
import type { Database } from "../../platform/server/database/database.ts";
import { newId } from "../../platform/server/secrets.ts";
import type { CollectDatabase } from "../tables.ts";
import type { Complaint } from "./complaint.ts";
import type { Meter, TrafficMeasurement } from "./measured.ts";
import { summarise } from "./speed.ts";
import { addPublishedRoad, publishedRoad, removePublishedRoad } from "./store-published.ts";
import * as store from "./store.ts";
import type { Proposal, Thread } from "./thread.ts";

const AT = "2026-11-24T09:00:00.000Z" as Instant;
const id = () => newId(Date.parse(AT));
const partnership = idInDemo("partnership ockelbo");
const begun = (ownerOrganisationId: string): Thread => ({
  id: id(),
  number: 4711,
  ownerOrganisationId,
  stretch: {
    kind: "segment",
    name: "Infarten, bron till skolan",
    line: [
      [16.7, 60.9],
      [16.71, 60.9],
    ],
  },
  complaints: 1,
  openedAt: AT,
  example: false,
  takenBack: [],
  state: "received",
});
const complaint = (ownerOrganisationId: string): Complaint => ({
  id: id(),
  ownerOrganisationId,
  kind: "speed",
  direction: "mot skolan",
  weekdays: [1, 5],
  fromHour: 7,
  toHour: 9,
  effect: "HEMLIGT",
  proposal: "",
  cameBy: "phone",
  receivedOn: "2026-11-20" as Day,
  registryNumber: "KS 2026/114",
  takenInAt: AT,
  points: [
    [16.7171, 60.8902],
    [16.7209, 60.8915],
  ],
});
const meter = (): Meter => ({
  id: id(),
  name: "SR4 nr 2",
  method: "radar",
  formatKey: "a",
  mapping: {
    separator: ";",
    headingRow: 1,
    time: { column: "Tid", format: "yyyy-MM-dd HH:mm" },
    rows: { kind: "vehicles", speed: "Fart" },
  },
  lastUsedOn: "2026-05-10" as Day,
});

/** As the person, in a transaction that is kept: what came of it, or the code of the engine's no. */
async function as<T>(
  database: Database,
  name: string,
  work: (tx: Parameters<typeof store.threadsOf>[0]) => Promise<T>,
): Promise<T | string> {
  return database
    .transaction<CollectDatabase, T>({ as: "staff", personId: idInDemo(`person ${name}`) }, work)
    .catch((error: { code?: string }) => String(error.code));
}

async function organisationOf(database: Database, name: string): Promise<string> {
  const { organisation_id } = await database.transaction<CollectDatabase, { organisation_id: string }>(
    { as: "system" },
    async (tx) =>
      tx
        .selectFrom("role_grant")
        .select("organisation_id")
        .where("person_id", "=", idInDemo(`person ${name}`))
        .where("partnership_id", "=", partnership)
        .executeTakeFirstOrThrow(),
  );
  return organisation_id;
}

onBothEngines("the threads of traffic", (fresh) => {
  test("keep every state as it was, and are changed by their owner's people only", async () => {
    const database = await fresh({ demo: true });
    const house = await openTestHouse(database);
    const owner = await organisationOf(database, "Karin");
    const thread = begun(owner);
    await as(database, "Karin", (tx) => store.addThread(tx, partnership, thread));
    const read = (name: string) => as(database, name, (tx) => store.threadByNumber(tx, partnership, thread.number));
    expect(await read("Karin")).toEqual({ ...thread, roadKeeper: undefined, limit: undefined });
    expect(await read("Elin")).toBeUndefined();

    const judgement = { kind: "partly" as const, sentence: "Farten är hög." };
    const known = { ...thread, roadKeeper: "municipality" as const, limit: 30 };
    const states: readonly Thread[] = [
      { ...known, state: "measuring" },
      { ...known, state: "judged", judgement },
      { ...known, state: "passed-on", passedOn: "Till Trafikverket" },
      { ...known, state: "answered", answer: "Tack", answeredAt: AT, judgement, passedOn: undefined },
    ];
    for (const next of states) {
      await as(database, "Johan", (tx) => store.saveThread(tx, next));
      expect(await read("Johan")).not.toMatchObject({ state: next.state });
      await as(database, "Karin", (tx) => store.saveThread(tx, next));
      expect(await read("Johan")).toEqual(next);
    }
    expect(await as(database, "Johan", (tx) => store.addThread(tx, partnership, begun(owner)))).toBe("42501");

    // Strangers read it when those who lead its owner's work have decided so, and nobody in their place or their name.
    const road = {
      threadId: thread.id,
      complaints: [{ kind: "speed" as const, count: 1 }],
      publishedOn: AT.slice(0, 10) as Day,
    };
    const tell = (name: string, who = name) =>
      as(database, name, (tx) => addPublishedRoad(tx, partnership, road, { by: idInDemo(`person ${who}`) }));
    const told = (name: string) => as(database, name, (tx) => publishedRoad(tx, thread.id));
    await as(database, "Karin", (tx) => store.saveThread(tx, { ...known, state: "measuring" }));
    expect(await tell("Karin")).toBe("42501");
    await as(database, "Karin", (tx) => store.saveThread(tx, { ...known, state: "measured" }));
    for (const [name, who] of [
      ["Johan", "Johan"],
      ["Amina", "Amina"],
      ["Karin", "Johan"],
    ] as const)
      expect(await tell(name, who)).toBe("42501");
    await tell("Karin");
    expect(await told("Johan")).toEqual(road);
    expect(await told("Elin")).toBeUndefined();
    for (const name of ["Johan", "Amina", "Karin"]) {
      expect(await told("Karin")).toEqual(road);
      await as(database, name, (tx) => removePublishedRoad(tx, thread.id));
    }
    expect(await told("Karin")).toBeUndefined();
    await house.close();
  });

  test("what one has heard is read by those who heard it, and replied to by those it was proposed to", async () => {
    const database = await fresh({ demo: true });
    const house = await openTestHouse(database);
    const [municipality, police] = [await organisationOf(database, "Karin"), await organisationOf(database, "Johan")];
    const thread = begun(municipality);
    await as(database, "Karin", async (tx) => {
      await store.addThread(tx, partnership, thread);
      await store.addComplaint(tx, partnership, thread.id, complaint(municipality));
      await store.addMeter(tx, partnership, municipality, meter());
    });
    expect(await as(database, "Karin", (tx) => store.complaintsOf(tx, thread.id))).toMatchObject([
      {
        effect: "HEMLIGT",
        points: [
          [16.7171, 60.8902],
          [16.7209, 60.8915],
        ],
      },
    ]);
    expect(await as(database, "Johan", (tx) => store.complaintsOf(tx, thread.id))).toEqual([]);
    expect(await as(database, "Johan", (tx) => store.metersOf(tx, partnership))).toEqual([]);
    // Not even one of their own into somebody else's thread.
    expect(await as(database, "Johan", (tx) => store.addComplaint(tx, partnership, thread.id, complaint(police)))).toBe(
      "42501",
    );

    const proposal: Proposal = {
      id: id(),
      action: "control",
      to: "police",
      what: "Vid skolan",
      toOrganisationId: police,
      proposedAt: AT,
    };
    // A measurement is taken back once, by those who measured, and a file can then be read in anew.
    const measurement: TrafficMeasurement = {
      id: id(),
      fileName: "v35.csv",
      fileHash: "a".repeat(64),
      meterName: "SR4 nr 2",
      method: "radar",
      direction: "",
      summary: summarise({ kind: "vehicles", passages: [{ at: AT, speed: 40, direction: "" }] }, 30)!,
      odd: [],
      oddCount: 0,
      flags: [],
    };
    const lay = (one: TrafficMeasurement) =>
      as(database, "Karin", (tx) => store.addTrafficMeasurement(tx, partnership, thread, one));
    await lay(measurement);
    expect(await lay({ ...measurement, id: id() })).toBe("23505");
    const measured = async () => {
      const all = await as(database, "Johan", (tx) => store.measurementsOf(tx, thread.id));
      return typeof all === "string" ? all : all.map(({ withdrawn }) => withdrawn?.reason);
    };
    const withdraw = (name: string, reason: string) =>
      as(database, name, (tx) =>
        store.withdrawMeasurement(tx, { id: measurement.id, withdrawn: { at: AT, reason, threadState: "measured" } }),
      );
    await withdraw("Johan", "Polisens skäl");
    expect(await measured()).toEqual([undefined]);
    await withdraw("Karin", "Fel fil");
    await withdraw("Karin", "Ett annat skäl");
    expect(await measured()).toEqual(["Fel fil"]);
    await lay({ ...measurement, id: id() });
    expect(await measured()).toHaveLength(2);

    await as(database, "Karin", (tx) => store.addProposal(tx, partnership, thread, proposal));
    const replied = { ...proposal, reply: { kind: "done" as const, reason: "", count: 8, repliedAt: AT } };
    const kept = () => as(database, "Karin", (tx) => store.proposalById(tx, partnership, proposal.id));
    await as(database, "Karin", (tx) => store.saveReply(tx, replied));
    expect(await kept()).toEqual({ ...proposal, reply: undefined });
    await as(database, "Johan", (tx) => store.saveReply(tx, replied));
    expect(await kept()).toEqual(replied);
    await house.close();
  });
});
