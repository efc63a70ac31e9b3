import { expect, test } from "vitest";
import { whoAmend } from "../../test/amending.ts";
import { onBothEngines } from "../../test/databases.ts";
import { openTestHouse } from "../../test/house.ts";
import type { Day, Instant } from "../ground/time.ts";
import { runOutEverywhere } from "./runs-out.ts";

onBothEngines("the clock over a promise that was lengthened", (fresh) => {
  test("ends it after the last day that holds, and never the change by itself", { timeout: 60_000 }, async () => {
    const database = await fresh({ demo: true });
    const house = await openTestHouse(database);
    const { begin, carryThrough, open } = await whoAmend(house, database);
    const { slug } = (await begin("extension", "2028-06-30" as Day)).value;
    await carryThrough(slug);
    const states = async () => [(await open("2025-2027")).state, (await open(slug)).state];
    house.setClock("2028-02-01T09:00:00.000Z" as Instant);
    await runOutEverywhere(house.house);
    expect(await states()).toEqual(["published", "published"]);
    house.setClock("2028-07-02T09:00:00.000Z" as Instant);
    await runOutEverywhere(house.house);
    expect(await states()).toEqual(["closed", "published"]);
    await house.close();
  });
});
