import { beforeAll, expect, test } from "vitest";
import { onBothEngines } from "../../test/databases.ts";
import { insideDemo, type Inside } from "../../test/stores.ts";
import type { Instant } from "../ground/time.ts";
import { newId } from "../platform/server/secrets.ts";
import { EVERYTHING } from "./columns/question.ts";
import { explore } from "./columns/explore.ts";
import { snapshotOf } from "./columns/snapshot.ts";
import type { Ground } from "./areas.ts";
import { villagesOf } from "../partnership/store-villages.ts";
import { knowledgeOf } from "../collect/source.ts";
import * as store from "./store.ts";

const AT = "2026-11-24T09:00:00.000Z" as Instant;
const GROUND: Ground = { municipality: { code: "2101", name: "Ockelbo" }, county: { code: "21", name: "Gävleborg" } };

onBothEngines("the picture's columns", (fresh) => {
  let inside: Inside;
  beforeAll(async () => {
    inside = await insideDemo(await fresh({ demo: true }));
  });

  const columnsFor = (who: string, batch?: number) =>
    inside.as(who, async (tx) =>
      store.columnsOf(tx, inside.partnershipId, await villagesOf(tx, inside.partnershipId), GROUND, { batch }),
    );
  /** Rows that this person may see, as the database says it. */
  const visible = (who: string) =>
    inside.as(who, async (tx) => {
      const rows = await tx
        .selectFrom("observation")
        .innerJoin("source", "source.id", "source_id")
        .where("observation.partnership_id", "=", inside.partnershipId)
        .where("withdrawn_at", "is", null)
        .select(["observation.id as id", "bundle", "agreed", "source.kind as kind", "sharing"])
        .orderBy("observation.id")
        .execute();
      return rows;
    });

  test.each(["Karin", "Johan"])("are the rows that %s may see, each under its key", async (who) => {
    const [{ events, summaries, voices, ids }, rows] = [await columnsFor(who), await visible(who)];
    expect(rows.map((_, key) => store.idAt(ids, key))).toEqual(rows.map(({ id }) => id));
    expect(explore(events, EVERYTHING)).toMatchObject({ total: rows.filter(({ bundle }) => !bundle).length });
    expect(explore(summaries, EVERYTHING).total).toBe(rows.filter(({ bundle }) => bundle).length);
    const felt = rows.filter(({ kind, bundle }) => !bundle && knowledgeOf(kind) === "felt");
    expect(explore(voices, EVERYTHING).total).toBe(felt.reduce((sum, { agreed }) => sum + Math.max(agreed ?? 1, 1), 0));
    const areas = explore(events, EVERYTHING).areas.reduce((sum, count) => sum + count, 0);
    expect(areas).toBe(explore(events, EVERYTHING).total);
  });

  test("of what both see are the same to both, and those for everybody lie among them", async () => {
    const [karin, johan] = [await columnsFor("Karin"), await columnsFor("Johan")];
    const totals = ({ events }: store.Columns) =>
      (["all", "shared", "public"] as const).map((sharing) => explore(events, { ...EVERYTHING, sharing }).total);
    const [[hers, shared, open], [his, ...rest]] = [totals(karin), totals(johan)];
    expect(rest).toEqual([shared, open]);
    expect(his).toBeGreaterThan(hers!);
    expect(hers).toBeGreaterThanOrEqual(shared!);
    expect(shared).toBeGreaterThanOrEqual(open!);
  });

  test("are the same however many rows are read at a time", async () => {
    const bytes = async (batch?: number) => {
      const { events, ids } = await columnsFor("Johan", batch);
      return Buffer.from(snapshotOf(events, ids)).toString("base64");
    };
    const whole = await bytes();
    expect(await bytes(7)).toBe(whole);
    // As many as there are: the last batch is full, and the one after it empty.
    expect(await bytes((await visible("Johan")).length)).toBe(whole);
  });

  test("are empty for somebody who works elsewhere, and for a partnership with nothing in it", async () => {
    expect((await columnsFor("Elin")).ids).toHaveLength(0);
    const nowhere = await inside.as("Karin", async (tx) => store.columnsOf(tx, newId(Date.parse(AT)), [], GROUND));
    expect(explore(nowhere.events, EVERYTHING)).toMatchObject({ total: 0, undated: 0, unplaced: 0 });
  });

  test("stand until something happens, which is told to those who work there and to nobody else", async () => {
    const stamp = (who: string) => inside.as(who, async (tx) => store.stampOf(tx, inside.partnershipId));
    const { municipality, police } = inside.organisations;
    const [head, rights] = (await stamp("Karin"))!.split(" ");
    expect(head).toMatch(/^[0-9a-f]{64}$/);
    expect(rights).toBe(municipality);
    expect(await stamp("Johan")).toBe(`${head} ${police}`);
    expect(await stamp("Elin")).toBeUndefined();
    await expect(stamp("stranger")).rejects.toThrow("permission denied");
  });
});
