import { sql } from "kysely";
import { expect, test } from "vitest";
import { onBothEngines } from "./databases.ts";
import { openTestHouse, type TestHouse } from "./house.ts";
import { answerRow, recordDialogue } from "../src/collect/api.ts";
import type { Instant } from "../src/ground/time.ts";
import { recurringJobs } from "../src/main/recurring.ts";
import { readPublication } from "../src/tell/api.ts";
import type { AnyTransaction } from "../src/platform/server/house.ts";
import { refreshPartnership } from "../src/tell/reactions.ts";
import type { Site } from "../src/tell/site.ts";
import type { TellDatabase } from "../src/tell/tables.ts";

const partnership = "ockelbo";
async function told(house: TestHouse): Promise<Site> {
  return (await house.stranger.call(readPublication, { slug: partnership })).value as unknown as Site;
}

onBothEngines("what strangers read", (fresh) => {
  test("follows what is recorded and answered, without anybody asking for it", async () => {
    const house = await openTestHouse(await fresh({ demo: true }));
    const karin = await house.as("Karin");
    const recorded = await karin.call(recordDialogue, {
      partnership,
      source: "trygghet-trivsel-2024",
      title: "Torgdialog i Lingbo",
      heldFrom: "2026-11-20",
      heldTo: "2026-11-20",
      method: "Ett bord vid affären",
      ladderLevel: "consultation",
      sampleType: "self-selected",
      canInfluence: "Var lamporna sätts",
      cannotInfluence: "Statliga vägar",
      answered: { all: 31 },
      themes: [
        { theme: "Farten", category: "traffic.speeding", count: { value: 14, qualifier: "approximately" }, quote: "" },
        { theme: "Kuren", category: "place.lighting", count: { value: 1, qualifier: "at-least" }, quote: "Mörkt" },
      ],
    });
    expect(recorded.status).toBe(200);
    await karin.call(answerRow, { partnership, slug: "ockelbo-2021", number: 1, kind: "done", reason: "", when: "nu" });
    await house.settle();
    const site = await told(house);
    const dialogue = site.dialogues.find(({ title }) => title === "Torgdialog i Lingbo");
    expect(dialogue?.themes).toEqual([
      {
        theme: "Farten",
        category: "traffic.speeding",
        voices: { shown: "count", value: 14 },
        qualifier: "approximately",
        quote: "",
        dispute: null,
      },
      { theme: "Kuren", category: "place.lighting", voices: null, qualifier: "at-least", quote: "", dispute: null },
    ]);
    expect(site.walks.find(({ slug }) => slug === "ockelbo-2021")?.rows[0]).toMatchObject({
      answer: "done",
      when: "nu",
    });
    await house.close();
  });

  test("marks what is invented within what is real, and claims no number or day that nobody knows", async () => {
    const house = await openTestHouse(await fresh({ demo: true }));
    const site = await told(house);
    for (const walk of site.walks) {
      expect(
        walk.rows.every(({ example }) => example),
        walk.slug,
      ).toBe(true);
      // One that is invented as a whole says so, and names no source.
      expect([walk.from, walk.to, walk.walkers, walk.reference?.url !== undefined]).toEqual([
        "18.00",
        "20.30",
        walk.example ? { shown: "count", value: 18 } : null,
        !walk.example,
      ]);
    }
    const dialogue = (slug: string) => site.dialogues.find((one) => one.slug === slug);
    expect(dialogue("trygghet-trivsel-2021")?.answered).toBeNull();
    expect(dialogue("biblioteket-2014")?.answered).toEqual({ shown: "count", value: 15 });
    expect(dialogue("biblioteket-2014")?.themes.map(({ voices }) => voices)).toEqual(
      Array.from({ length: 8 }, () => null),
    );
    const document = (slug: string) => site.documents.find((one) => one.slug === slug)!;
    expect(document("2018-2019").signatures.map(({ on }) => on)).toEqual([null, null]);
    expect(document("2022-2024").signatures).toEqual([
      { party: "municipality", office: "kommunstyrelsens ordförande", on: "2022-04-21", how: "paper" },
      { party: "police", office: "tf. lokalpolisområdeschef", on: "2022-04-21", how: "paper" },
    ]);
    expect(document("2022-2024").agreement).not.toBe("");
    expect(document("2022-2024").note).toContain("droganvändningen bland unga");
    expect(document("2022-2024").renderings.map(({ channel }) => channel)).toEqual(["polisen.se"]);
    await house.close();
  });

  test("keeps of which under what it is of, as sure as it was said", async () => {
    const house = await openTestHouse(await fresh({ demo: true }));
    const site = await told(house);
    const activity = (number: string) =>
      site.current.flatMap(({ activities }) => activities).find((one) => one.number === number)!;
    const on = (number: string, day: string) => activity(number).occasions.find((one) => one.on === day)?.outputs;
    expect(on("1.1", "2025-08-27")?.map(({ what, depth }) => [what, depth])).toEqual([
      ["fordon som kontrollerades", 0],
      ["över gränsen", 1],
      ["ordningsförelägganden", 0],
      ["för hastighet", 1],
    ]);
    expect(on("1.2", "2025-06-08")?.map(({ qualifier }) => qualifier)).toEqual(["approximately"]);
    expect(on("3.2", "2025-12-12")).toEqual([
      { what: "tillsammans med nattvandrare", heads: { shown: "withheld" }, qualifier: "exact", depth: 1 },
    ]);
    // 11 fines, 9 for speed and 2 for belts: neither part may be worked out from the other, nor which of them is few.
    expect(on("1.1", "2025-02-18")?.map(({ heads }) => heads.shown)).toEqual([
      "count",
      "count",
      "count",
      "withheld",
      "withheld",
    ]);
    await house.close();
  });

  test("turns with the calendar: a promise that has run out is no longer in force", async () => {
    const house = await openTestHouse(await fresh({ demo: true }));
    expect((await told(house)).current.length).toBeGreaterThan(0);
    house.setClock("2028-01-02T00:02:00.000Z" as Instant);
    await recurringJobs(house.house).handlers["tell.refresh-all"]!({});
    expect((await told(house)).current).toEqual([]);
    await house.close();
  });

  test("a youth forum is told as a band, and nothing a stranger reads moves when pupils' answers do", async () => {
    const database = await fresh({ demo: true });
    const house = await openTestHouse(database);
    const before = await told(house);
    const forums = before.current.flatMap(({ activities }) => activities).find(({ number }) => number === "3.1");
    expect(forums?.occasions[0]).toMatchObject({ on: "2026-10-21", place: "Ockelbo", outputs: [] });
    expect(forums?.occasions[0]?.forum).toEqual({ band: "20-39", grade: "8", themes: ["nicotine", "a-tractor"] });
    await database.asOwner(async (tx) => {
      const any = tx as unknown as AnyTransaction;
      await sql`update forum_tally set count = case choice when 0 then count + 1 when 3 then count - 1 else count end`.execute(
        any,
      );
    });
    await database.transaction<TellDatabase, void>({ as: "system" }, async (tx) => {
      const { id } = await tx
        .selectFrom("partnership")
        .select("id")
        .where("slug", "=", partnership)
        .executeTakeFirstOrThrow();
      await refreshPartnership(tx, id, house.house.now());
    });
    expect(JSON.stringify(await told(house))).toBe(JSON.stringify(before));
    await house.close();
  });
});
