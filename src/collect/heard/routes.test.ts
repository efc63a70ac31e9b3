import { expect, test } from "vitest";
import { onBothEngines } from "../../../test/databases.ts";
import { openTestHouse } from "../../../test/house.ts";
import type { Day } from "../../ground/time.ts";
import { closeCampaign } from "../campaigns/api.ts";
import { noteHearing } from "../hearings/api.ts";
import { WHOLE_AREA } from "../hearings/hearing.ts";
import { listHeard, recordPopulation } from "./api.ts";
import { HEARD_GROUPS } from "./heard.ts";

onBothEngines("the population that others are held against", (fresh) => {
  const said = { partnership: "ockelbo", year: 2025, source: "SCB, folkmängd", counts: { women: 2880, men: 2990 } };

  test("is recorded by who leads the work, read by both, and a year said again replaces itself", async () => {
    const house = await openTestHouse(await fresh());
    const [karin, johan, amina] = [await house.as("Karin"), await house.as("Johan"), await house.as("Amina")];
    // The example has residents from the start, and says that they are invented.
    const shown = (await johan.call(listHeard, { partnership: "ockelbo" })).value;
    expect(shown.population).toMatchObject({ example: true });
    expect(shown.groups.every(({ verdict }) => verdict !== "unknown")).toBe(true);
    expect(shown.next.groups).toEqual(["men"]);
    expect(
      (await (await house.as("Elin")).call(listHeard, { partnership: "hofors" })).value.population,
    ).toBeUndefined();
    expect((await amina.call(recordPopulation, said)).status).toBe(403);
    expect((await karin.call(recordPopulation, said)).status).toBe(200);
    expect((await karin.call(recordPopulation, { ...said, counts: { women: 2881, men: 2991 } })).status).toBe(200);
    const { value } = await johan.call(listHeard, { partnership: "ockelbo" });
    expect(value.population).toEqual({
      year: 2025,
      source: "SCB, folkmängd",
      counts: { women: 2881, men: 2991 },
      example: false,
    });
    expect(value.gatherings).toBeGreaterThan(0);
    expect(value.groups.map(({ group }) => group)).toEqual([...HEARD_GROUPS]);
    await house.close();
  });

  test("counts a campaign when it is closed, and a kind of actor for those who heard it", async () => {
    const house = await openTestHouse(await fresh());
    const [karin, johan] = [await house.as("Karin"), await house.as("Johan")];
    const seen = async (who: typeof karin) => (await who.call(listHeard, { partnership: "ockelbo" })).value;
    const before = await seen(karin);
    const trade = (heard: typeof before) => heard.actors.find(({ kind }) => kind === "trade");
    const hearing = {
      partnership: "ockelbo",
      heldOn: "2026-11-20" as Day,
      actorKind: "trade" as const,
      area: WHOLE_AREA,
    };
    const themes = [{ category: "vandalism.damage" as const, text: "Fönster krossas på fredagsnätterna" }];
    const theirs = trade(await seen(johan));
    expect((await karin.call(noteHearing, { ...hearing, themes })).status).toBe(200);
    expect(trade(await seen(karin))).toMatchObject({
      times: trade(before)!.times + 1,
      last: "2026-11-20",
      isSilent: false,
    });
    expect(trade(await seen(johan))).toEqual(theirs);

    expect((await karin.call(closeCampaign, { partnership: "ockelbo", slug: "amot" })).status).toBe(200);
    const after = await seen(karin);
    expect(after.gatherings).toBe(before.gatherings + 1);
    const times = ({ villages }: typeof before) => villages.find(({ name }) => name === "Åmot")?.times;
    expect(times(after)).toBe(times(before)! + 1);
    await house.close();
  });

  test.each([
    [{ counts: { women: 2880 } }, "groups-needed"],
    [{ source: " " }, "source-needed"],
    [{ year: 2199 }, "year-to-come"],
  ])("%j is refused: %s", async (wrong, why) => {
    const house = await openTestHouse(await fresh());
    const karin = await house.as("Karin");
    expect(await karin.call(recordPopulation, { ...said, ...wrong })).toMatchObject({ problem: { why } });
    await house.close();
  });
});
