import { expect, test } from "vitest";
import { onBothEngines } from "../../../test/databases.ts";
import { openTestHouse } from "../../../test/house.ts";
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
