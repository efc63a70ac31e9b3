import { beforeAll, describe, expect, test } from "vitest";
import { onBothEngines } from "../../test/databases.ts";
import { openTestHouse, type TestHouse } from "../../test/house.ts";
import { ROWS } from "../../test/pledge-rows-data.ts";
import { convertRow } from "../../test/pledge-rows.ts";
import type { Day, Instant } from "../ground/time.ts";
import type { Within } from "../partnership/tables.ts";
import type { Database } from "../platform/server/database/database.ts";
import type { Content } from "../pledge/document.ts";
import { discloseEntry } from "./disclosure.ts";
import { entryOf, type OverviewWish, readOverviewWish } from "./overview.ts";
import { makePages } from "./pages.tsx";
import { refreshAll } from "./reactions.ts";
import * as store from "./store-overview.ts";
import type { TellDatabase } from "./tables.ts";

const COLLECTION = {
  id: "01900000-0000-7000-8000-00000000c0de",
  name: "Löften i landet",
  source: "https://exempel.se/loften",
  retrievedOn: "2026-11-01" as Day,
  fileHash: "a".repeat(64),
  addedAt: "2026-11-24T09:00:00.000Z" as Instant,
};
const TODAY = "2026-11-24" as Day;
const published = ROWS.map(convertRow);
const entryIn = (content: Content) =>
  discloseEntry(entryOf(content, { address: content.sources[0]?.url ?? null, withdrawn: false, example: false }));

onBothEngines("the overview of promises", (fresh) => {
  let database: Database;
  let house: TestHouse;
  const as = <T>(who: "system" | "stranger", work: (tx: Within<TellDatabase>) => Promise<T>) =>
    database.transaction<TellDatabase, T>({ as: who }, work);
  const find = (query = "", today = TODAY) =>
    as("stranger", (tx) => store.findPromises(tx, readOverviewWish(new URLSearchParams(query)), today));
  const titles = async (query: string, today = TODAY) => (await find(query, today)).promises.map(({ title }) => title);
  beforeAll(async () => {
    database = await fresh({ demo: true });
    house = await openTestHouse(database);
    await as("system", async (tx) => {
      await store.addCollection(tx, COLLECTION);
      await store.keepEntries(tx, { collectionId: COLLECTION.id }, published.map(entryIn));
    });
  });

  test("tells what is signed here and what is out of a file, and which is which", async () => {
    const { total, fromFiles, promises } = await find("omrade=2101");
    expect(fromFiles).toBe(published.filter(({ title }) => title.includes("Ockelbo")).length);
    expect(total).toBe(fromFiles + 3);
    for (const promise of promises)
      expect(promise.file === null).toBe(promise.address?.startsWith("/ockelbo/medborgarlofte/") === true);
    expect(promises.find(({ file }) => file !== null)?.file).toEqual({
      name: COLLECTION.name,
      source: COLLECTION.source,
      retrievedOn: COLLECTION.retrievedOn,
    });
  });

  test("is in Swedish order by place, the latest first, a page at a time", async () => {
    const { total, promises } = await find();
    expect(promises).toHaveLength(25);
    const rest = (await find("sida=2")).promises;
    expect(promises.length + rest.length).toBe(total);
    expect((await find("sida=9")).promises).toEqual([]);
    const places = [...promises, ...rest].map(({ place }) => place);
    expect(places).toEqual(places.toSorted(new Intl.Collator("sv").compare));
    const ockelbo = promises.filter(({ place }) => place === "Ockelbo").map(({ from }) => from ?? "");
    expect(ockelbo).toEqual(ockelbo.toSorted().toReversed());
  });

  test("is searched by the beginnings of words, by theme, by area, by number and by all at once", async () => {
    const every = published.length + 3;
    const yes = await find("tal=ja");
    const no = await find("tal=nej");
    expect(yes.total + no.total).toBe(every);
    expect(yes.promises.every(({ numbered }) => numbered > 0)).toBe(true);
    expect(no.promises.every(({ numbered }) => numbered === 0)).toBe(true);
    expect(await titles("sok=ockel&omrade=2101&tal=nej")).toContain("Medborgarlöfte 2022–2024");
    expect(await titles("sok=ockel&omrade=2104")).toEqual([]);
    expect((await find("sok=zzz")).total).toBe(0);
    expect((await find("sok=!!!")).total).toBe(0);
    expect((await find("sok='; drop table told_promise --")).total).toBe(0);
    const { themes, areas } = await as("stranger", (tx) => store.overviewChoices(tx));
    expect(areas).toEqual(expect.arrayContaining(["2101", "21", "1471"]));
    for (const theme of themes.slice(0, 5)) {
      const found = await find(`tema=${encodeURIComponent(theme)}`);
      expect(found.total).toBeGreaterThan(0);
      expect(found.promises.every((promise) => promise.themes.includes(theme))).toBe(true);
    }
  });

  test("tells what was in force some time from a day to a day", async () => {
    const within = await find("fran=2019-06-01&till=2022-03-01");
    for (const { from, to } of within.promises) expect(from! <= "2022-03-01" && to! >= "2019-06-01").toBe(true);
    const ours = ({ promises }: typeof within) =>
      promises.flatMap(({ address, file }) => (file === null ? [address ?? ""] : [])).toSorted();
    expect(ours(within)).toEqual(["/ockelbo/medborgarlofte/2018-2019", "/ockelbo/medborgarlofte/2022-2024"]);
    expect(ours(await find("fran=2025-01-01"))).toEqual(["/ockelbo/medborgarlofte/2025-2027"]);
    expect(ours(await find("till=2019-01-01"))).toEqual(["/ockelbo/medborgarlofte/2018-2019"]);
  });

  test("tells what was in force on a day, and how many cannot be put in a calendar", async () => {
    const { promises, undated } = await find("dag=2023-06-15");
    for (const { from, to } of promises) expect(from! <= "2023-06-15" && to! >= "2023-06-15").toBe(true);
    expect(promises.map(({ address }) => address)).toContain("/ockelbo/medborgarlofte/2022-2024");
    const all = (await Promise.all([1, 2].map((page) => find(`sida=${page}`)))).flatMap((found) => found.promises);
    expect(undated).toBe(all.filter(({ from, to }) => from === null || to === null).length);
    expect((await find("sok=zzz&dag=2023-06-15")).undated).toBe(0);
  });

  test("tells what ran out with nothing after it: not where a later promise for the same area is", async () => {
    const { promises } = await find("utgangna=ja");
    expect(promises.length).toBeGreaterThan(0);
    for (const { to, expiredAlone } of promises) expect([to! < TODAY, expiredAlone]).toEqual([true, true]);
    // Ockelbo has a later one, until that is over too.
    expect(await titles("utgangna=ja&omrade=2101")).toEqual([]);
    expect(await titles("utgangna=ja&omrade=2101", "2031-01-01" as Day)).toEqual(["Medborgarlöfte 2025–2027"]);
  });

  test("is a page without script, in both languages, that says what is out of a file", async () => {
    const { settings, now } = house.house;
    const { origin, rpId } = settings;
    const pages = makePages({ database, assets: {}, now, origin, rpId, demo: false, verifier: async () => "" });
    const page = async (query: string, lang: "sv" | "en" = "sv") =>
      (await pages({ path: "/loften", query: new URLSearchParams(query), lang })).html;
    const html = await page("omrade=1471");
    expect(html).toContain("<title>Alla medborgarlöften");
    expect(html).toMatch(/Ur fil, inte undertecknat här[.] Källa: https:\/\/exempel[.]se\/loften, hämtad 1 nov/);
    expect(html).not.toContain("<script");
    expect(await page("sok=zzz")).toContain("Inget löfte passar");
    expect(await page("sida=99")).toContain("Så många sidor finns det inte");
    expect(await page("dag=i+går")).toContain("«i går» är ingen dag");
    const english = await page("omrade=1471", "en");
    expect(english).toContain("Out of a file, not signed here");
    expect(await page("", "en")).toContain("sida=2&amp;lang=en");
    expect(await page("sok=%3Cscript%3E")).not.toContain("<script>");
  });

  describe("row-level security", () => {
    test("lets a stranger and staff read and nothing else", async () => {
      const person = await as("system", (tx) =>
        tx.selectFrom("person").select("id").where("name", "=", "Karin").executeTakeFirstOrThrow(),
      );
      const karin = { as: "staff", personId: person.id } as const;
      for (const scope of [{ as: "stranger" } as const, karin]) {
        const run = <T>(work: (tx: Within<TellDatabase>) => Promise<T>) =>
          database.transaction<TellDatabase, T>(scope, work);
        expect((await run((tx) => store.collectionsOf(tx))).map(({ documents }) => documents)).toEqual([
          published.length,
        ]);
        await expect(run((tx) => store.addCollection(tx, { ...COLLECTION, fileHash: "b".repeat(64) }))).rejects.toThrow(
          /permission denied/,
        );
        await expect(run((tx) => store.keepEntries(tx, { collectionId: COLLECTION.id }, []))).rejects.toThrow(
          /permission denied/,
        );
        await expect(run((tx) => store.removeCollection(tx, COLLECTION.id))).rejects.toThrow(/permission denied/);
      }
    });

    test("one row is of a partnership or of a file, never of both or none", async () => {
      const entry = entryIn(published[0]!);
      await expect(
        as("system", (tx) => store.keepEntries(tx, { collectionId: "01900000-0000-7000-8000-000000000bad" }, [entry])),
      ).rejects.toThrow(/foreign key/);
    });
  });

  test("a file is there once, and goes with everything that came of it", async () => {
    expect(
      await as("system", (tx) =>
        store.addCollection(tx, { ...COLLECTION, id: "01900000-0000-7000-8000-00000000beef" }),
      ),
    ).toBe(false);
    expect(await as("system", (tx) => store.removeCollection(tx, COLLECTION.id))).toBe(true);
    expect(await as("system", (tx) => store.removeCollection(tx, COLLECTION.id))).toBe(false);
    const { total, fromFiles } = await find();
    expect({ total, fromFiles }).toEqual({ total: 3, fromFiles: 0 });
  });

  test("what was published before there was an overview is put in it when the pages are made anew", async () => {
    const wish: OverviewWish = readOverviewWish(new URLSearchParams());
    const count = () => as("stranger", async (tx) => (await store.findPromises(tx, wish, TODAY)).total);
    const partnerships = await as("system", (tx) => tx.selectFrom("partnership").select("id").execute());
    await as("system", async (tx) => {
      for (const { id } of partnerships) await store.keepEntries(tx, { partnershipId: id }, []);
    });
    expect(await count()).toBe(0);
    await as("system", (tx) => refreshAll(tx, house.house.now()));
    expect(await count()).toBe(3);
  });
});
