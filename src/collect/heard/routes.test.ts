import { sql } from "kysely";
import { expect, test } from "vitest";
import { onBothEngines } from "../../../test/databases.ts";
import { idInDemo, openTestHouse } from "../../../test/house.ts";
import { type At, BOTH, type Given, jsonStat, OCKELBO, YEARLY } from "../../../test/population-table.ts";
import type { Day } from "../../ground/time.ts";
import { closeCampaign } from "../campaigns/api.ts";
import { noteHearing } from "../hearings/api.ts";
import { WHOLE_AREA } from "../hearings/hearing.ts";
import { listHeard, recordPopulation, takeInPopulationFile, tryOutPopulationFile } from "./api.ts";
import { HEARD_GROUPS } from "./heard.ts";

onBothEngines("the population that others are held against", (fresh) => {
  const said = { partnership: "ockelbo", year: 2025, source: "SCB, folkmängd", counts: { women: 2880, men: 2990 } };

  test("is recorded by who leads the work, read by both, and a year said again replaces itself", async () => {
    const house = await openTestHouse(await fresh({ demo: true }));
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
    const house = await openTestHouse(await fresh({ demo: true }));
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
    const house = await openTestHouse(await fresh({ demo: true }));
    const karin = await house.as("Karin");
    expect(await karin.call(recordPopulation, { ...said, ...wrong })).toMatchObject({ problem: { why } });
    await house.close();
  });
});

const partnership = "ockelbo";
const asked = { partnership, retrievedOn: "2026-11-20" as Day };
const bytesOf = (given: Given, at: At) => new TextEncoder().encode(JSON.stringify(jsonStat(given, at)));
/** As many women as men of each age, and a total of 5 858. */
const people: At = () => 29;
const YEARS = { "2022": "2022", "2023": "2023" };
const GROUPS = bytesOf({ age: YEARLY, sex: BOTH, time: YEARS, refPeriod: "31 december" }, people);
const LOCALITIES = bytesOf(
  {
    region: { "2101TC103": "2101TC103 Ockelbo", "2101TB104": "2101TB104 Åmot", "2101SB110": "2101SB110 Wij" },
    title: "Folkmängd per tätort",
  },
  ({ Region }) => (Region === "2101TB104" ? 199 : Region === "2101SB110" ? 61 : 3010),
);

onBothEngines("the population out of the source's own file", (fresh) => {
  test("is shown first and keeps nothing; taken in, both read it with its source, and it can be typed over", async () => {
    const house = await openTestHouse(await fresh({ demo: true }));
    const [karin, johan, amina] = [await house.as("Karin"), await house.as("Johan"), await house.as("Amina")];
    const seen = async () => (await johan.call(listHeard, { partnership })).value;
    const before = await seen();

    const tried = await karin.call(tryOutPopulationFile, asked, GROUPS);
    expect(tried.value).toMatchObject({
      file: {
        year: 2023,
        source: "SCB",
        tableId: "TAB638",
        contents: "Folkmängd 31 december",
        updatedOn: "2024-02-22",
      },
      counts: { women: 2929, men: 2929, "under-18": 1044, "18-29": 696, "30-64": 2030, "65-up": 2088 },
      total: 5858,
      ages: 101,
      sexes: 2,
      localities: [],
      remarks: [{ what: "newest-year", detail: { year: 2023, years: 2 } }],
    });
    expect(await seen()).toEqual(before);

    expect((await amina.call(tryOutPopulationFile, asked, GROUPS)).status).toBe(403);
    expect((await amina.call(takeInPopulationFile, asked, GROUPS)).status).toBe(403);
    expect((await house.stranger.call(takeInPopulationFile, asked, GROUPS)).status).toBe(401);
    expect((await (await house.as("Elin")).call(takeInPopulationFile, asked, GROUPS)).status).toBe(404);
    expect((await johan.call(takeInPopulationFile, asked, GROUPS)).value).toEqual({
      year: 2023,
      groups: 6,
      localities: 0,
    });

    // What is real is believed before what is invented, also where the invented is of a later year.
    const { population, groups } = (await karin.call(listHeard, { partnership })).value;
    expect(population).toMatchObject({
      year: 2023,
      example: false,
      source: "SCB",
      counts: { women: 2929, men: 2929 },
      file: { tableId: "TAB638", retrievedOn: "2026-11-20", updatedOn: "2024-02-22" },
    });
    expect(population?.file?.licence).toContain("ange källan");
    expect(groups.find(({ group }) => group === "women")?.residentShare).toBe(0.5);

    // The same year typed replaces it, and has no file; a file of the year before is told to be older.
    expect(
      (await karin.call(recordPopulation, { partnership, year: 2024, source: "Egen", counts: { women: 1, men: 1 } }))
        .status,
    ).toBe(200);
    const again = (await karin.call(tryOutPopulationFile, asked, GROUPS)).value.remarks.map(({ what }) => what);
    expect(again).toEqual(["newest-year", "younger-known", "year-replaced"]);
    expect((await seen()).population).toEqual({
      year: 2024,
      source: "Egen",
      counts: { women: 1, men: 1 },
      example: false,
    });
    await house.close();
  });

  test("localities have their residents and their file, new ones stand among the villages, and groups are left as they are", async () => {
    const house = await openTestHouse(await fresh({ demo: true }));
    const karin = await house.as("Karin");
    const before = (await karin.call(listHeard, { partnership })).value;
    const tried = (await karin.call(tryOutPopulationFile, asked, LOCALITIES)).value;
    expect(tried.localities).toMatchObject([
      { name: "Ockelbo", residents: 3010, before: 2984 },
      { name: "Åmot", residents: 199, before: 210 },
      { name: "Wij", residents: 61 },
    ]);
    for (const _twice of [1, 2])
      expect((await karin.call(takeInPopulationFile, asked, LOCALITIES)).value).toEqual({
        year: 2023,
        groups: 0,
        localities: 3,
      });
    const { population, villages, localityFiles } = (await karin.call(listHeard, { partnership })).value;
    expect(population).toEqual(before.population);
    expect(villages.map(({ name, residents, residentsYear }) => [name, residents, residentsYear])).toEqual([
      ["Ockelbo", 3010, 2023],
      ["Lingbo", 288, 2020],
      ["Åmot", 199, 2023],
      ["Wij", 61, 2023],
      ["Jädraås", undefined, undefined],
    ]);
    // Whoever was heard in Åmot was so before and after.
    expect(villages.find(({ name }) => name === "Åmot")?.times).toBe(
      before.villages.find(({ name }) => name === "Åmot")?.times,
    );
    expect(localityFiles).toMatchObject([{ year: 2023, contents: "Folkmängd", retrievedOn: "2026-11-20" }]);
    await house.close();
  });

  test("a file that is none, of somewhere else or fetched tomorrow is refused, and nothing is changed", async () => {
    const house = await openTestHouse(await fresh({ demo: true }));
    const karin = await house.as("Karin");
    const before = (await karin.call(listHeard, { partnership })).value;
    const why = async (bytes: Uint8Array, retrievedOn = asked.retrievedOn) =>
      (await karin.call(takeInPopulationFile, { partnership, retrievedOn }, bytes)).problem.why;
    const text = (written: string) => new TextEncoder().encode(written);
    const table = (given: Given, at: At = people) => bytesOf({ age: YEARLY, sex: BOTH, ...given }, at);
    expect(await why(GROUPS, "2026-12-24" as Day)).toBe("fetched-later");
    expect(await why(text("region;ålder\nOckelbo;3"))).toBe("not-a-population-file");
    expect(await why(text('{"kolada": {}}'))).toBe("not-a-population-file");
    expect(await why(text('{"class": "dataset", "id": ['))).toBe("file-cut-off");
    expect(await why(new Uint8Array())).toBe("file-is-empty");
    expect(await why(table({ region: { "2104": "2104 Hofors" } }))).toBe("other-municipality");
    expect(await why(table({ time: { "2070": "2070" } }))).toBe("year-not-been");
    expect(await why(table({ time: { "2024M08": "2024M08" } }))).toBe("not-by-year");
    expect(await why(table({ title: "Bilar efter region", contents: { A: "Antal" } }))).toBe("not-about-population");
    expect(await why(table({ more: [["Land", "land", { a: "Sverige" }]] }))).toBe("divided-otherwise");
    expect(await why(table({ sex: { "2": "kvinnor" } }))).toBe("one-sex-only");
    expect(await why(table({ age: { "15": "15 år" } }))).toBe("ages-missing");
    expect(await why(table({}, () => ".."))).toBe("figure-missing");
    expect(await why(table({}, () => 0.5))).toBe("figure-not-people");
    expect(await why(table({ sex: { ...BOTH, "1+2": "totalt" } }))).toBe("total-differs");
    expect(await why(bytesOf({ region: OCKELBO }, people))).toBe("nothing-to-compare");
    const { Region: _place, ...elsewhere } = jsonStat({ sex: BOTH }, people).dimension as Record<string, unknown>;
    const placeless = { ...jsonStat({ sex: BOTH }, people), dimension: elsewhere, id: ["Kon", "ContentsCode", "Tid"] };
    expect(await why(text(JSON.stringify(placeless)))).toBe("place-needed");
    expect((await karin.call(listHeard, { partnership })).value).toEqual(before);
    await house.close();
  });

  test("the database too lets nobody but those who keep the figures write, and nobody rewrite what a file said", async () => {
    const database = await fresh({ demo: true });
    const house = await openTestHouse(database);
    await (await house.as("Karin")).call(takeInPopulationFile, asked, LOCALITIES);
    const tried = async (name: string, query: ReturnType<typeof sql>) => {
      try {
        return await database.trial<Record<string, never>, number>(
          { as: "staff", personId: idInDemo(`person ${name}`) },
          async (tx) => Number((await query.execute(tx)).numAffectedRows ?? 0),
        );
      } catch (error) {
        return String((error as { code?: unknown }).code);
      }
    };
    const add = sql`insert into population_locality (partnership_id, year, code, name, residents, file_id)
      select partnership_id, 1999, code, name, residents, file_id from population_locality where code = '2101TC103'`;
    const file = sql`insert into population_file (id, partnership_id, year, source, table_id, contents, licence, retrieved_on, taken_in_at)
      select ${idInDemo("a file")}::uuid, partnership_id, 1999, source, table_id, contents, licence, retrieved_on, taken_in_at from population_file`;
    for (const query of [add, file]) {
      expect(await tried("Karin", query)).toBe(1);
      expect(await tried("Amina", query)).toBe("42501");
      // Elin works in another partnership: there is nothing for her to see.
      expect(await tried("Elin", query)).toBe(0);
    }
    expect(await tried("Karin", sql`delete from population_locality`)).toBe(3);
    expect(await tried("Amina", sql`delete from population_locality`)).toBe(0);
    expect(await tried("Karin", sql`update population_locality set residents = 1`)).toBe("42501");
    expect(await tried("Karin", sql`update population_file set source = 'x'`)).toBe("42501");
    expect(await tried("Karin", sql`delete from population_file`)).toBe("42501");
    await house.close();
  });
});
