import { sql } from "kysely";
import { expect, test } from "vitest";
import { onBothEngines } from "../../test/databases.ts";
import { founded } from "../../test/two-parties.ts";
import type { Instant } from "../ground/time.ts";
import type { AnyTransaction } from "../platform/server/house.ts";
import { newId } from "../platform/server/secrets.ts";
import type { Observation } from "./observation.ts";
import * as store from "./store.ts";
import type { CollectDatabase } from "./tables.ts";

const AT = "2026-11-24T09:00:00.000Z" as Instant;
const id = () => newId(Date.parse(AT));

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
    await expect(add(ids.elsewhere, ids.other, ids.police)).rejects.toMatchObject({ code: "23503" });
  });

  test("what an observation points at is there, and in its own partnership", async () => {
    const database = await fresh();
    const { ids, source } = await founded(database);
    const adding = (partnershipId: string, more: Partial<Observation>) =>
      database.transaction<CollectDatabase, string>({ as: "system" }, async (tx) => {
        const one = note({ sourceId: source.id, ownerOrganisationId: ids.municipality, ...more });
        await store.addObservation(tx, partnershipId, one);
        return one.id;
      });
    const nowhere = id();
    const pointing: [string, string, Partial<Observation>][] = [
      ["source_id", ids.partnership, { sourceId: nowhere }],
      ["source_id", ids.other, {}],
      ["owner_organisation_id", ids.partnership, { ownerOrganisationId: nowhere }],
      ["walk_id", ids.partnership, { walkId: nowhere }],
      ["stop_id", ids.partnership, { stopId: nowhere }],
      ["noted_by", ids.partnership, { notedBy: nowhere }],
      ["handed_over_by", ids.partnership, { handedOverBy: nowhere }],
    ];
    for (const [column, partnershipId, more] of pointing)
      await expect(adding(partnershipId, more), column).rejects.toMatchObject({
        code: "23503",
        message: expect.stringContaining(column),
      });
    const kept = await adding(ids.partnership, { notedBy: ids.karin });
    // Also where it is changed, and one of many rows is enough.
    await adding(ids.partnership, {});
    const changed = database.transaction<CollectDatabase, unknown>({ as: "system" }, (tx) =>
      sql`update observation set noted_by = case when id = ${kept}::uuid then ${nowhere}::uuid else noted_by end`.execute(
        tx,
      ),
    );
    await expect(changed).rejects.toMatchObject({ code: "23503", message: expect.stringContaining("noted_by") });
  });

  test("what observations point at stays where it is, whoever asks", async () => {
    const database = await fresh();
    const { ids, source } = await founded(database);
    const tables = ["source", "organisation", "walk", "walk_stop", "person"];
    for (const table of tables)
      for (const words of [`delete from ${table}`, `update ${table} set id = id`])
        await expect(
          database.asOwner(async (tx) => sql.raw(words).execute(tx as AnyTransaction)),
          words,
        ).rejects.toMatchObject({ code: "23503", message: expect.stringContaining(table) });
    const moved = database.transaction<CollectDatabase, unknown>({ as: "system" }, (tx) =>
      tx.updateTable("source").set({ partnership_id: ids.other }).where("id", "=", source.id).execute(),
    );
    await expect(moved).rejects.toMatchObject({ code: "23503" });
  });
});
