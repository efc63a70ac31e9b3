import { expect, test } from "vitest";
import { onBothEngines } from "../../test/databases.ts";
import { openTestHouse } from "../../test/house.ts";
import * as situation from "../prioritise/situation/api.ts";
import { makePages } from "./pages.tsx";

onBothEngines("a situation report to strangers", (fresh) => {
  test("is there while both parties have said yes, and its chapters are as they were adopted", async () => {
    const database = await fresh({ demo: true });
    const house = await openTestHouse(database);
    const { settings, now } = house.house;
    const { origin, rpId } = settings;
    const means = { database, assets: {}, now, origin, rpId, demo: false, verifier: async () => "" };
    const page = async (path: string) => {
      await house.settle();
      return makePages(means)({ path, query: new URLSearchParams(), lang: "sv" });
    };
    const address = "/ockelbo/lagesbild/2024-11-28";
    const told = await page(address);
    expect(told.status).toBe(200);
    for (const words of ["KS 2024/00318", "12 Analys", "Farten förbi skolan", "Kommentar från Ockelbo kommun"])
      expect(told.html).toContain(words);
    expect((await page("/ockelbo")).html).toContain(address);
    // What is in work is nobody else's.
    expect(told.html).not.toContain("Sedan 2025 räknas kontrollerna");
    const on = { partnership: "ockelbo", slug: "2024" };
    const karin = await house.as("Karin");
    expect((await karin.call(situation.takeBackSituation, on)).value).toEqual({ isTold: false });
    expect((await page(address)).status).toBe(404);
    expect((await karin.call(situation.agreeToTellSituation, on)).value).toEqual({ isTold: true });
    expect((await page(address)).html).toContain("12 Analys");
  });
});
