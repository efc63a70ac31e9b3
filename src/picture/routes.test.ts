import { expect, test } from "vitest";
import { onBothEngines } from "../../test/databases.ts";
import { openTestHouse } from "../../test/house.ts";
import { askPicture } from "./api.ts";

onBothEngines("the picture, asked by named people", (fresh) => {
  test("adds up, counts what has no place apart, and holds back what is the other party's own", async () => {
    const house = await openTestHouse(await fresh());
    const ask = async (name: string, question = {}) =>
      (await (await house.as(name)).call(askPicture, { partnership: "ockelbo", ...question })).value;
    const [karin, johan] = [await ask("Karin"), await ask("Johan")];

    const sum = (tallies: readonly { count: number }[]) => tallies.reduce((all, { count }) => all + count, 0);
    expect(sum(karin.byMonth) + karin.withoutTime).toBe(karin.total);
    expect(sum(karin.byGroup)).toBe(karin.total);
    expect(sum(karin.byVillage) + karin.notPlaced).toBe(karin.total);
    expect(karin.bundles).toBe(3);

    // The kommunpolis has three notes of his own; to the municipality they leave no gap and no source.
    expect(johan.total).toBe(karin.total + 3);
    expect(karin.bySource.map(({ name }) => name)).not.toContain("Kommunpolisens anteckningar");

    const october = await ask("Karin", { from: "2021-10", to: "2021-10" });
    expect(october.byMonth).toEqual([{ key: "2021-10", count: 24 }]);
    await house.close();
  });

  test("of another partnership is not there: for Elin in Hofors, and for a stranger", async () => {
    const house = await openTestHouse(await fresh());
    const elin = await house.as("Elin");
    expect((await elin.call(askPicture, { partnership: "ockelbo" })).status).toBe(404);
    expect((await elin.call(askPicture, { partnership: "hofors" })).value.total).toBe(2);
    expect((await house.stranger.call(askPicture, { partnership: "ockelbo" })).status).toBe(401);
    await house.close();
  });
});
