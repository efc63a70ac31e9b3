import { beforeAll, expect, test } from "vitest";
import { onBothEngines } from "../../test/databases.ts";
import { idInDemo } from "../../test/house.ts";
import { insideDemo, type Inside } from "../../test/stores.ts";
import type { Day } from "../ground/time.ts";
import * as store from "./store.ts";
import { readPromised } from "./store-led.ts";

onBothEngines("what is stored of a follow-up", (fresh) => {
  let inside: Inside;
  beforeAll(async () => {
    inside = await insideDemo(await fresh({ demo: true }));
  });

  test("what was promised for a problem is told with what it led to, to both alike, and nothing of another problem", async () => {
    const [problemId, other] = [idInDemo("problem trafiken-vid-skolvagarna"), idInDemo("problem kameror-pa-torget")];
    const readBy = (who: string, ids: readonly string[]) =>
      inside.as(who, (tx) => readPromised(tx, inside.partnershipId, ids, "2026-11-24" as Day));
    const told = await readBy("Karin", [problemId]);
    expect(told).toMatchObject([{ problemIds: [problemId], slug: "2025-2027", order: 1 }]);
    expect(told[0]!.told.map(({ sv }) => sv).join(" ")).toMatch(/1\.1: /);
    expect(await readBy("Johan", [problemId])).toEqual(told);
    expect(await readBy("Karin", [other])).toEqual([]);
  });

  test("each counts what they may see, and the last word is the latest of them all", async () => {
    const counts = (who: string) => inside.as(who, (tx) => store.countsOf(tx, inside.partnershipId));
    const [karin, johan, elin] = [await counts("Karin"), await counts("Johan"), await counts("Elin")];
    expect(johan.observations).toBe(karin.observations + 3);
    expect(elin).toEqual({ observations: 0, sources: 0, problems: 0, chosen: 0, reports: 0 });
    expect(await inside.as("Karin", (tx) => store.lastWordAt(tx, inside.partnershipId))).toBe(
      // An answer about a road, after the report was published.
      "2026-10-05T10:00:00.000Z",
    );
  });
});
