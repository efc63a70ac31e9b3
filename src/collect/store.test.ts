import { createReadStream, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { onBothEngines } from "../../test/databases.ts";
import { sharedData } from "../../test/shared-data.ts";
import type { Instant } from "../ground/time.ts";
import type { Database } from "../platform/server/database/database.ts";
import { newId } from "../platform/server/secrets.ts";
import { readingsOf } from "./imports/import.ts";
import type { ImportReport } from "./imports/import-report.ts";
import { importAll } from "./imports/importer.ts";
import type { Imported, Observation } from "./observation.ts";
import type { Source } from "./source.ts";
import { landingIn } from "./imports/store.ts";
import * as store from "./store.ts";
import type { CollectDatabase } from "./tables.ts";

const AT = "2026-11-24T09:00:00.000Z" as Instant;
const id = () => newId(Date.parse(AT));

/** Two organisations in one partnership, a person in each, a shared source of the municipality's. */
async function founded(database: Database) {
  const ids = {
    partnership: id(),
    other: id(),
    municipality: id(),
    police: id(),
    karin: id(),
    johan: id(),
    elsewhere: id(),
  };
  const source: Source = {
    id: id(),
    slug: "handelser",
    kind: "police-events",
    ownerOrganisationId: ids.municipality,
    name: "Händelser",
    method: "",
    sampleType: "not-a-sample",
    reliability: "low",
    secrecyClass: "shared",
    caveat: "",
    createdAt: AT,
    example: true,
  };
  await database.transaction<CollectDatabase, void>({ as: "system" }, async (tx) => {
    const organisation = (organisationId: string, kind: "municipality" | "police") => ({
      id: organisationId,
      kind,
      name: kind,
      short_name: kind,
      code: null,
    });
    await tx
      .insertInto("organisation")
      .values([organisation(ids.municipality, "municipality"), organisation(ids.police, "police")])
      .execute();
    const partnership = (partnershipId: string, slug: string) => ({
      id: partnershipId,
      slug,
      name: slug,
      municipality_code: "2101",
      municipality_name: "Ockelbo",
      county_code: "21",
      county_name: "Gävleborgs län",
      population: null,
      outline: null,
      centre_lon: 16.7,
      centre_lat: 60.9,
      agreement_until: null,
      registry_number: null,
      founded_at: AT,
    });
    await tx
      .insertInto("partnership")
      .values([partnership(ids.partnership, "ockelbo"), partnership(ids.other, "hofors")])
      .execute();
    await tx
      .insertInto("partnership_party")
      .values(
        [ids.partnership, ids.other].flatMap((partnership_id) =>
          (["municipality", "police"] as const).map((standing) => ({
            partnership_id,
            organisation_id: ids[standing],
            standing,
            accepted_at: AT,
          })),
        ),
      )
      .execute();
    const person = (personId: string) => ({ id: personId, name: "n", created_at: AT });
    await tx
      .insertInto("person")
      .values([person(ids.karin), person(ids.johan), person(ids.elsewhere)])
      .execute();
    const grant = (
      person_id: string,
      organisation_id: string,
      role: "coordinator" | "liaison",
      partnership_id: string,
    ) => ({
      id: id(),
      partnership_id,
      organisation_id,
      person_id,
      role,
      title: "t",
      reason: "r",
      granted_at: AT,
      ended_at: null,
    });
    await tx
      .insertInto("role_grant")
      .values([
        grant(ids.karin, ids.municipality, "coordinator", ids.partnership),
        grant(ids.johan, ids.police, "liaison", ids.partnership),
        grant(ids.elsewhere, ids.police, "liaison", ids.other),
      ])
      .execute();
    await store.addSource(tx, ids.partnership, source);
  });
  return { ids, source };
}

const note = (more: Partial<Observation> & Pick<Observation, "sourceId" | "ownerOrganisationId">): Observation => ({
  id: id(),
  walkId: undefined,
  stopId: undefined,
  kind: "problem",
  category: "place.lighting",
  text: "Två lampor är släckta",
  consequence: "",
  proposal: "Byt lampor",
  spotManager: "municipality",
  agreed: 4,
  severity: 2,
  place: { kind: "point", position: [16.718, 60.8985], accuracyMetres: 12, name: "tunneln" },
  when: { kind: "recurring", weekdays: [5, 6], fromHour: 20, toHour: 24 },
  sharing: "shared",
  precision: "hour",
  revision: 1,
  notedAt: AT,
  receivedAt: AT,
  notedBy: undefined,
  withdrawnAt: undefined,
  withdrawnReason: undefined,
  example: false,
  ...more,
});

const incident = (foreignId: string, text: string, seenAt: string | undefined): Imported => ({
  foreignId,
  foreign: { type: "Brand" },
  kind: "event",
  category: "rescue.fire",
  text,
  consequence: "",
  proposal: "",
  spotManager: "unknown",
  place: { kind: "municipality", code: "2101", name: "Ockelbo" },
  when: { kind: "instant", at: AT },
  precision: "minute",
  sharing: "public",
  publishedAt: AT,
  seenAt: seenAt as Instant | undefined,
  bundle: false,
});

onBothEngines("what was collected", (fresh) => {
  test("an observation is read back as it was written, and changes keep what it said before", async () => {
    const database = await fresh();
    const { ids, source } = await founded(database);
    const first = note({ sourceId: source.id, ownerOrganisationId: ids.municipality });
    const places: Observation["place"][] = [
      {
        kind: "segment",
        line: [
          [16.7, 60.9],
          [16.71, 60.9],
          [16.72, 60.91],
        ],
        name: "Skolgatan",
      },
      { kind: "area", name: "Åmot" },
      {
        kind: "area",
        name: "Åmot",
        outline: [
          [
            [16, 60],
            [17, 60],
            [17, 61],
            [16, 60],
          ],
        ],
      },
      { kind: "municipality", code: "2101", name: "Ockelbo" },
      { kind: "county", code: "21", name: "Gävleborgs län" },
      { kind: "unknown", name: "vid kiosken" },
      { kind: "unknown" },
    ];
    const others = places.map((place) =>
      note({ sourceId: source.id, ownerOrganisationId: ids.municipality, place, when: { kind: "unknown" } }),
    );
    const as = { as: "staff", personId: ids.karin } as const;
    await database.transaction<CollectDatabase, void>(as, async (tx) => {
      for (const one of [first, ...others]) await store.addObservation(tx, ids.partnership, one);
      for (const one of [first, ...others])
        expect(await store.observationById(tx, ids.partnership, one.id)).toMatchObject(one);
      const revised = { ...first, text: "Tre lampor är släckta", revision: 2 };
      await store.reviseObservation(tx, { before: first, after: revised, at: AT, by: ids.karin });
      expect(await store.observationById(tx, ids.partnership, first.id)).toMatchObject(revised);
      expect(await store.revisionsOf(tx, first.id)).toMatchObject([{ revision: 1, body: { text: first.text } }]);
    });
  });

  test("what an organisation keeps to itself is not there for the other, nor anything for another partnership", async () => {
    const database = await fresh();
    const { ids, source } = await founded(database);
    const own = note({ sourceId: source.id, ownerOrganisationId: ids.police, sharing: "own" });
    const shared = note({ sourceId: source.id, ownerOrganisationId: ids.police });
    await database.transaction<CollectDatabase, void>({ as: "staff", personId: ids.johan }, async (tx) => {
      await store.addObservation(tx, ids.partnership, own);
      await store.addObservation(tx, ids.partnership, shared);
    });
    const seenBy = (personId: string) =>
      database.transaction<CollectDatabase, string[]>({ as: "staff", personId }, async (tx) => {
        const { observations } = await store.observationsOf(tx, ids.partnership, { limit: 50 });
        return observations.map((one) => one.id).toSorted();
      });
    expect(await seenBy(ids.johan)).toEqual([own.id, shared.id].toSorted());
    expect(await seenBy(ids.karin)).toEqual([shared.id]);
    expect(await seenBy(ids.elsewhere)).toEqual([]);
  });

  test("nobody writes for the other organisation, nor into another partnership's source", async () => {
    const database = await fresh();
    const { ids, source } = await founded(database);
    const add = (personId: string, partnershipId: string, ownerOrganisationId: string) =>
      database.transaction<CollectDatabase, void>({ as: "staff", personId }, (tx) =>
        store.addObservation(tx, partnershipId, note({ sourceId: source.id, ownerOrganisationId })),
      );
    await expect(add(ids.karin, ids.partnership, ids.police)).rejects.toThrow(/row-level security/);
    await expect(add(ids.elsewhere, ids.other, ids.police)).rejects.toThrow(/foreign key/);
  });

  test("the same batch twice changes nothing; an edit is kept; an older version never wins", async () => {
    const database = await fresh();
    const { ids, source } = await founded(database);
    await database.transaction<CollectDatabase, void>({ as: "staff", personId: ids.karin }, async (tx) => {
      const where = {
        partnershipId: ids.partnership,
        sourceId: source.id,
        ownerOrganisationId: ids.municipality,
        at: AT,
        newId: id,
      };
      const land = landingIn(tx, where);
      const texts = async () => {
        const { observations } = await store.observationsOf(tx, ids.partnership, { limit: 10 });
        return observations.map(({ text }) => text);
      };
      const [monday, tuesday, sunday] = ["2024-01-01", "2024-01-02", "2023-12-31"].map((day) => `${day}T10:00:00.000Z`);
      expect(await land([incident("1", "Brand", monday), incident("2", "Rök", monday)])).toEqual({
        added: 2,
        changed: 0,
      });
      expect(await land([incident("1", "Brand", monday), incident("2", "Rök", monday)])).toEqual({
        added: 0,
        changed: 0,
      });
      expect(await land([incident("1", "Brand i bil", tuesday)])).toEqual({ added: 0, changed: 1 });
      expect((await texts()).toSorted()).toEqual(["Brand i bil", "Rök"]);
      expect(await land([incident("1", "Brand", monday)])).toEqual({ added: 0, changed: 0 });
      expect(await land([incident("1", "Larm", sunday)])).toEqual({ added: 0, changed: 1 });
      expect(await land([incident("1", "Larm", sunday)])).toEqual({ added: 0, changed: 0 });
      expect((await texts()).toSorted()).toEqual(["Brand i bil", "Rök"]);
      // Back to what it once said: that is an edit too.
      expect(await land([incident("2", "Rök", tuesday)])).toEqual({ added: 0, changed: 0 });
      expect(await land([incident("2", "Larm", monday)])).toEqual({ added: 0, changed: 1 });
      expect((await texts()).toSorted()).toEqual(["Brand i bil", "Rök"]);
    });
  });
});

const EVENTS = sharedData("polisen-events/gavleborg-reposafe.ndjson");
const SNAPSHOTS = sharedData("polisen-events/raw-snapshots");

describe.skipIf(EVENTS === undefined || SNAPSHOTS === undefined)("published police events 2023–2025", () => {
  onBothEngines("reading them in", (fresh) => {
    test("the archive and every answer in order: the second time changes nothing", { timeout: 240_000 }, async () => {
      const database = await fresh();
      const { ids, source } = await founded(database);
      const answers = readdirSync(SNAPSHOTS!, { recursive: true, encoding: "utf8" })
        .filter((name) => name.endsWith(".gz"))
        .toSorted((a, b) => (a.split("/").at(-1)! < b.split("/").at(-1)! ? -1 : 1))
        .map((name) => join(SNAPSHOTS!, name));
      const readAll = async () => {
        const started = performance.now();
        const sum = { read: 0, added: 0, changed: 0, same: 0, outside: 0, unreadable: 0 };
        for (const file of [EVENTS!, ...answers]) {
          const report: ImportReport = await database.transaction<CollectDatabase, ImportReport>(
            { as: "staff", personId: ids.karin },
            (tx) => {
              const land = landingIn(tx, {
                partnershipId: ids.partnership,
                sourceId: source.id,
                ownerOrganisationId: ids.municipality,
                at: AT,
                newId: id,
              });
              const what = { kind: "polisen", fileName: file, mapping: undefined } as const;
              return importAll(readingsOf(createReadStream(file) as AsyncIterable<Uint8Array>, what), { land });
            },
          );
          for (const key of Object.keys(sum) as (keyof typeof sum)[]) sum[key] += report[key];
        }
        const seconds = ((performance.now() - started) / 1000).toFixed(1);
        console.info(`${database.engine}: ${answers.length + 1} files, ${JSON.stringify(sum)}, ${seconds} s`);
        return sum;
      };
      const first = await readAll();
      expect(first.unreadable).toBe(0);
      expect(first).toMatchObject({ read: 1506 + 58 * 500, added: 5482, changed: 4 });
      const second = await readAll();
      expect(second).toMatchObject({ read: first.read, added: 0, changed: 0, unreadable: 0, outside: first.outside });
    });
  });
});
