import { expect, test } from "vitest";
import { onBothEngines } from "../../test/databases.ts";
import { idInDemo, openTestHouse } from "../../test/house.ts";

import { askPicture, openEntry } from "./api.ts";

onBothEngines("the picture, asked by named people", (fresh) => {
  test("adds up, counts what has no place apart, and holds back what is the other party's own", async () => {
    const house = await openTestHouse(await fresh());
    const ask = async (name: string, question = {}) =>
      (await (await house.as(name)).call(askPicture, { partnership: "ockelbo", ...question })).value;
    const [karin, johan] = [await ask("Karin"), await ask("Johan")];

    const sum = (tallies: readonly { count: number }[]) => tallies.reduce((all, { count }) => all + count, 0);
    expect(sum(karin.counts.byMonth) + karin.counts.undated).toBe(karin.counts.total);
    expect(sum(karin.counts.byCategory)).toBe(karin.counts.total);
    expect(sum(karin.counts.byArea)).toBe(karin.counts.total);
    expect(karin.counts.summaries).toBe(3);

    // The kommunpolis has three notes of his own; to the municipality they leave no gap and no source.
    expect(johan.counts.total).toBe(karin.counts.total + 3);
    expect(karin.sources.map(({ name }) => name)).not.toContain("Kommunpolisens anteckningar");

    const october = await ask("Karin", { fran: "2021-10", till: "2021-10" });
    expect(october.counts.byMonth).toEqual([{ key: "2021-10", count: 24, few: false }]);
    expect(october.change).toEqual({ before: 0, after: 0 });
    expect((await ask("Karin", { kategori: "trafik,kometer" })).unread).toEqual(["kategori=kometer"]);
    await house.close();
  });

  test("opens one thing with its source, and not what the other party keeps to itself", async () => {
    const house = await openTestHouse(await fresh());
    const [karin, johan] = [await house.as("Karin"), await house.as("Johan")];
    const open = (who: typeof karin, id: string) => who.call(openEntry, { partnership: "ockelbo", entry: id });

    const seen = (await open(karin, idInDemo("observation ockelbo-2021 9"))).value;
    expect(seen).toMatchObject({
      agreed: 16,
      walkSlug: "ockelbo-2021",
      knowledge: "felt",
      area: "ockelbo",
      example: true,
    });
    expect(seen.place.kind).toBe("segment");

    const own = idInDemo("observation police 1");
    expect((await open(johan, own)).value.sharing).toBe("own");
    expect((await open(karin, own)).status).toBe(404);
    expect((await open(karin, idInDemo("observation nobody made"))).status).toBe(404);
    await house.close();
  });

  test("of another partnership is not there: for Elin in Hofors, and for a stranger", async () => {
    const house = await openTestHouse(await fresh());
    const elin = await house.as("Elin");
    expect((await elin.call(askPicture, { partnership: "ockelbo" })).status).toBe(404);
    expect((await elin.call(askPicture, { partnership: "hofors" })).value.counts.total).toBe(2);
    expect((await house.stranger.call(askPicture, { partnership: "ockelbo" })).status).toBe(401);
    await house.close();
  });
});
