import { beforeAll, expect, test } from "vitest";
import { onBothEngines } from "../../test/databases.ts";
import { type Caller, idInDemo, openTestHouse, type TestHouse } from "../../test/house.ts";
import type { Transaction } from "kysely";
import { noteObservation, reviseObservation } from "../collect/api.ts";
import type { Instant } from "../ground/time.ts";
import type { PartnershipDatabase } from "../partnership/tables.ts";
import { newId } from "../platform/server/secrets.ts";
import {
  askDetectable,
  askPicture,
  ENTRIES_AT_ONCE,
  listIndicators,
  openEntry,
  pictureColumns,
  pictureNews,
  tellEntries,
} from "./api.ts";
import { explore } from "./columns/explore.ts";
import { EVERYTHING } from "./columns/question.ts";
import { storeFrom } from "./columns/snapshot.ts";
import { eventQuestionOf, readQuestion } from "./question.ts";
import { idAt } from "./store.ts";

const AT = "2026-11-24T08:00:00.000Z";
const partnership = "ockelbo";
const OWN = idInDemo("observation police 1");
const WALKED = idInDemo("observation ockelbo-2021 9");

const sum = (tallies: readonly { readonly count: number }[]) => tallies.reduce((all, { count }) => all + count, 0);
const plain = (id: string) => Buffer.from(id.replaceAll("-", ""), "hex");

onBothEngines("the picture, asked by named people", (fresh) => {
  let house: TestHouse;
  let karin: Caller;
  let johan: Caller;
  let elin: Caller;
  beforeAll(async () => {
    house = await openTestHouse(await fresh({ demo: true }));
    [karin, johan, elin] = [await house.as("Karin"), await house.as("Johan"), await house.as("Elin")];
    return () => house.close();
  });

  const ask = async (who: Caller, question = {}) => (await who.call(askPicture, { partnership, ...question })).value;
  const columns = async (who: Caller, asked: { delning?: string } = {}) => {
    const bytes = new Uint8Array((await who.call(pictureColumns, { partnership, ...asked })).value as ArrayBuffer);
    const { store, ids } = storeFrom(bytes) as Extract<ReturnType<typeof storeFrom>, { readonly ids: Uint8Array }>;
    return { bytes, store, ids: Array.from({ length: ids.length / 16 }, (_, key) => idAt(ids, key)) };
  };
  const tagged = async (who: Caller, etag?: string) =>
    who.request(
      `/api/picture/${partnership}/columns`,
      etag === undefined ? {} : { headers: { "if-none-match": etag } },
    );

  test("adds up, counts what has no place apart, and holds back what is the other party's own", async () => {
    const [seen, all] = [await ask(karin), await ask(johan)];
    const { counts, basis } = seen;
    expect(sum(counts.byMonth) + counts.undated).toBe(counts.total);
    expect(sum(counts.byCategory)).toBe(counts.total);
    expect(sum(counts.byArea)).toBe(counts.total);
    expect(sum(counts.bySource)).toBe(counts.total);
    expect(counts.summaries).toBe(3);
    expect(seen.list.map(({ bundle }) => bundle)).toContain(true);
    expect(basis).toMatchObject({ n: counts.total, from: "2021-10-26" });
    expect(basis.cautions.map(({ kind }) => kind)).toEqual(["self-selected", "press-selection", "control-dependent"]);

    // The kommunpolis has three notes of his own; to the municipality they leave no gap and no source.
    expect(all.counts.total).toBe(counts.total + 3);
    expect(seen.sources.map(({ name }) => name)).not.toContain("Kommunpolisens anteckningar");
    expect((await ask(johan, { delning: "gemensamt" })).counts).toEqual(
      (await ask(karin, { delning: "gemensamt" })).counts,
    );

    const october = await ask(karin, { fran: "2021-10-01", till: "2021-10" });
    expect(october.address).toBe("fran=2021-10&till=2021-10");
    expect(october.counts.byMonth).toEqual([{ key: "2021-10", count: 24, few: false }]);
    expect(october.change).toEqual({ before: 0, after: 0 });
  });

  test("tells what it did not understand, and finds nothing in a time that ends before it begins", async () => {
    expect((await ask(karin, { kategori: "trafik,kometer" })).unread).toEqual(["kategori=kometer"]);
    const [own] = (await ask(johan)).sources.filter(({ secrecyClass }) => secrecyClass === "own");
    // A source that is the other's own and one that never was are the same.
    expect((await ask(karin, { kalla: own!.slug })).unread).toEqual([`kalla=${own!.slug}`]);
    expect((await ask(karin, { kalla: "finns-inte", ort: "atlantis" })).unread).toEqual([
      "kalla=finns-inte",
      "ort=atlantis",
    ]);
    const backwards = await ask(karin, { fran: "2026-11", till: "2021-10" });
    expect(backwards).toMatchObject({ list: [], measurements: [], change: null, counts: { total: 0, byMonth: [] } });
    expect((await karin.call(askPicture, { partnership, ruta: "x".repeat(500) })).status).toBe(422);
  });

  test("asked of what both see, it names and measures the same to both", async () => {
    expect((await ask(johan)).sources.some(({ secrecyClass }) => secrecyClass === "own")).toBe(true);
    const [hers, his] = [await ask(karin, { delning: "gemensamt" }), await ask(johan, { delning: "gemensamt" })];
    expect(his.sources).toEqual(hers.sources);
    expect(his.sources.some(({ secrecyClass }) => secrecyClass === "own")).toBe(false);
    expect(his.measurements).toEqual(hers.measurements);
    expect(his.list).toEqual(hers.list);
    // Nor is anything else handed to a browser that shows it on a wall: the same rows to both, and no word of what is one's own.
    const [wall, whole] = [await columns(johan, { delning: "gemensamt" }), await columns(johan)];
    expect(wall.ids).toEqual((await columns(karin, { delning: "gemensamt" })).ids);
    expect(explore(wall.store, EVERYTHING).total).toBe(his.counts.total);
    expect(whole.ids.length).toBeGreaterThan(wall.ids.length);
    const own = (await ask(johan)).sources.filter(({ secrecyClass }) => secrecyClass === "own");
    for (const { slug } of own) expect(wall.store.words.source).not.toContain(slug);
    expect(his.months).toEqual(hers.months);
    // A source that only one has is to both as if it never was.
    expect((await ask(johan, { delning: "gemensamt", kalla: own[0]!.slug })).unread).toEqual([`kalla=${own[0]!.slug}`]);
    const { sources } = await ask(johan, { delning: "offentligt" });
    expect(new Set(sources.map(({ secrecyClass }) => secrecyClass))).toEqual(new Set(["public"]));
  });

  test("says how large a change must be to be seen, of what both parties see and of nothing else", async () => {
    const indicators = (await karin.call(listIndicators, { partnership })).value;
    expect(indicators.villages.map(({ name }) => name)).toContain("Lingbo");
    const [road] = indicators.roads;
    expect(road!.comparisonRoads).toHaveLength(1);
    const seen = async (who: Caller, wish: Parameters<typeof karin.call<typeof askDetectable>>[1]) =>
      (await who.call(askDetectable, wish)).value;
    const events = { partnership, of: "events", fran: "2021-01", till: "2026-10", months: 70 } as const;

    // What the kommunpolis keeps to himself is counted for nobody: he and the municipality are told the same.
    const told = await seen(karin, events);
    const shared = { fran: events.fran, till: events.till, kunskap: "registrerat", delning: "gemensamt" };
    expect(told.found).toMatchObject({ before: (await ask(karin, shared)).counts.total, from: "2021-01-01" });
    expect(told.sentence.sv).toContain("händelser på 70 månader");
    expect(told.chances.length).toBeGreaterThan(5);
    expect(await seen(johan, events)).toEqual(told);
    expect(await seen(karin, { ...events, delning: "" } as never)).toEqual(told);

    const few = await seen(karin, { ...events, ort: "ockelbo", jamfor: "jadraas" });
    expect(few.found!.comparison).toEqual({ name: "Jädraås" });
    expect(few.sentence.sv).toContain("Jädraås har för få att jämföra med.");
    expect(await seen(karin, { ...events, fran: "" })).toMatchObject({ found: null, because: "no-period" });

    const measured = { partnership, of: "road", road: road!.number } as const;
    expect((await seen(karin, measured)).sentence.sv).toContain("V85 ned minst");
    const beside = await seen(johan, { ...measured, comparisonRoad: road!.comparisonRoads[0]! });
    expect(beside.sentence.sv).toContain(`Räknat bredvid ${road!.comparisonRoads[0]}`);
    for (const { slug } of indicators.series)
      expect((await seen(karin, { partnership, of: "series", series: slug })).sentence.sv).not.toContain("{");

    // What is misspelt would count more than was asked for; what is not there, and who is not in it, are answered alike.
    for (const wish of [
      { ...events, kategori: "kometer" },
      { ...events, ort: "atlantis" },
      { partnership, of: "road", road: 77 } as const,
      { partnership, of: "series", series: "finns-inte" } as const,
    ])
      expect((await karin.call(askDetectable, wish)).status).toBe(404);
    expect((await elin.call(askDetectable, events)).status).toBe(404);
    expect((await elin.call(listIndicators, { partnership })).status).toBe(404);
  });

  test("opens one thing with its source, and not what the other party keeps to itself", async () => {
    const open = (who: Caller, id: string) => who.call(openEntry, { partnership, entry: id });
    const seen = (await open(karin, WALKED)).value;
    expect(seen).toMatchObject({
      agreed: 16,
      walkSlug: "ockelbo-2021",
      knowledge: "felt",
      area: "ockelbo",
      example: true,
    });
    expect(seen.place.kind).toBe("segment");
    expect((await open(johan, OWN)).value.sharing).toBe("own");
    expect((await open(karin, OWN)).status).toBe(404);
    expect((await open(karin, idInDemo("observation nobody made"))).status).toBe(404);
  });

  test("tells several things in the order they were asked for, and of what one may not see nothing", async () => {
    const tell = (who: Caller, ids: readonly string[]) => who.call(tellEntries, { partnership, ids: ids.join(",") });
    const other = idInDemo("observation ockelbo-2021 1");
    const nobody = idInDemo("observation nobody made");
    const told = async (who: Caller) => (await tell(who, [WALKED, OWN, nobody, other])).value.map(({ id }) => id);
    expect(await told(karin)).toEqual([WALKED, other]);
    expect(await told(johan)).toEqual([WALKED, OWN, other]);
    for (const bad of [["x"], [""], [WALKED, "'; drop table observation"], Array(ENTRIES_AT_ONCE + 1).fill(WALKED)])
      expect((await tell(karin, bad)).status).toBe(422);
    expect((await tell(karin, Array(ENTRIES_AT_ONCE).fill(WALKED))).value).toHaveLength(1);
    expect((await tell(elin, [WALKED])).status).toBe(404);
    expect((await tell(house.stranger, [WALKED])).status).toBe(401);
  });

  test("hands over columns that hold what the caller may see and nothing else", async () => {
    const [seen, all] = [await columns(karin), await columns(johan)];
    expect(all.ids).toContain(OWN);
    expect(seen.ids).not.toContain(OWN);
    // Wherever in the bytes it might lie.
    expect(Buffer.from(seen.bytes).includes(plain(OWN))).toBe(false);
    const hidden = all.ids.filter((id) => !seen.ids.includes(id));
    expect(hidden).toHaveLength(3);
    for (const id of hidden) expect(Buffer.from(seen.bytes).includes(plain(id))).toBe(false);
    const [own] = (await ask(johan)).sources.filter(({ secrecyClass }) => secrecyClass === "own");
    expect(Buffer.from(seen.bytes).includes(own!.slug)).toBe(false);
    expect(all.store.words.source).toContain(own!.slug);
    expect(seen.ids).toEqual((await ask(karin)).list.map(({ id }) => id).toSorted());
    expect((await elin.call(pictureColumns, { partnership })).status).toBe(404);
    expect((await house.stranger.call(pictureColumns, { partnership })).status).toBe(401);
  });

  test.each([
    {},
    { kategori: "trafik", kunskap: "upplevt" },
    { fran: "2021-10-27", till: "2021-11", tid: "man-fre17-21" },
    { ort: "amot", delning: "gemensamt" },
    { ort: "2101" },
    { ruta: "16.6,60.8,16.8,61" },
    { kalla: "veckorapport", slag: "handelse" },
  ])("answers %j as the columns do in a browser", async (asked) => {
    const { store } = await columns(johan);
    const { counts, sources } = await ask(johan, asked);
    const { total, undated, unplaced } = explore(
      store,
      eventQuestionOf(readQuestion(asked).question, store.words, sources),
    );
    // What recurs is spread over its hours, and shares add up as shares do.
    const about = (count: number) => expect.closeTo(count, 6);
    expect(counts).toMatchObject({ total: about(total), undated: about(undated), unplaced: about(unplaced) });
  });

  test("says that there is too little to say what is new", async () => {
    const { value } = await karin.call(pictureNews, { partnership });
    expect(value).toMatchObject({ items: [], tested: 0, outside: 0 });
    expect(value.sentences[0]!.sv).toMatch(/^34 registrerade händelser under \d+ veckor är för få/);
    expect(value.sentences[1]!.sv).toContain("11 publicerade händelser är inte med");
    expect((await elin.call(pictureNews, { partnership })).status).toBe(404);
  });

  test("sends the same columns once, and tells nobody that something confidential happened", async () => {
    const [first, his] = [await tagged(karin), await tagged(johan)];
    const [etag, hisEtag] = [first.headers.get("etag") ?? "", his.headers.get("etag") ?? ""];
    expect(first.headers.get("cache-control")).toBe("private, no-cache");
    expect(first.headers.get("content-type")).toBe("application/octet-stream");
    expect((await tagged(karin, etag)).status).toBe(304);
    expect((await tagged(karin, `"other", W/${etag}`)).status).toBe(304);
    expect((await tagged(johan, etag)).status).toBe(200);

    const note = (who: Caller, sharing: "own" | "shared") =>
      who.call(noteObservation, {
        partnership,
        id: newId(Date.parse(AT)),
        notedAt: AT,
        kind: "problem",
        category: "drugs.dealing",
        text: "Fordon kommer och går vid rastplatsen",
        place: { kind: "municipality", code: "2101", name: "Ockelbo" },
        when: { kind: "unknown" },
        sharing,
      });
    const before = (await ask(johan)).counts.total;
    expect((await note(johan, "own")).status).toBe(200);
    expect((await ask(johan)).counts.total).toBe(before + 1);
    expect((await tagged(johan, hisEtag)).status).toBe(200);
    expect((await tagged(karin, etag)).status).toBe(304);
    expect((await note(karin, "shared")).status).toBe(200);
    expect((await tagged(karin, etag)).status).toBe(200);
  });

  test("counts what is shared out of a source of one's own to both alike, and tells nothing of that source", async () => {
    const id = newId(Date.parse(AT));
    const note = {
      id,
      notedAt: AT,
      kind: "problem",
      category: "drugs.dealing",
      text: "Handel vid parkeringen",
      place: { kind: "municipality", code: "2101", name: "Ockelbo" },
      when: { kind: "unknown" },
    } as const;
    const [own] = (await ask(johan)).sources.filter(({ secrecyClass }) => secrecyClass === "own");
    const before = (await ask(karin)).counts.total;
    expect((await johan.call(noteObservation, { partnership, ...note, sharing: "own" })).status).toBe(200);
    expect((await ask(karin)).counts.total).toBe(before);
    expect((await johan.call(reviseObservation, { partnership, ...note, sharing: "shared" })).status).toBe(200);

    const [seen, his] = [await ask(karin), await ask(johan)];
    expect(seen.counts.total).toBe(before + 1);
    const together = async (who: Caller) => (await ask(who, { delning: "gemensamt" })).counts;
    expect(await together(johan)).toEqual(await together(karin));
    const shared = seen.list.find((entry) => entry.id === id)!;
    expect(shared).toMatchObject({
      sourceName: "Delat av Polisen Gästrikland",
      sourceKind: "staff",
      knowledge: "recorded",
    });
    expect(his.list.find((entry) => entry.id === id)).toEqual(shared);
    expect((await karin.call(openEntry, { partnership, entry: id })).value).toEqual(shared);
    expect((await karin.call(tellEntries, { partnership, ids: id })).value).toEqual([shared]);
    expect(seen.sources).toContainEqual(expect.objectContaining({ slug: shared.sourceSlug, secrecyClass: "shared" }));
    expect(await ask(karin, { kalla: shared.sourceSlug })).toMatchObject({ unread: [], counts: { total: 1 } });
    const { store, bytes, ids } = await columns(karin);
    expect(store.words.source).toContain(shared.sourceSlug);
    expect(ids).toContain(id);
    for (const word of [own!.slug, own!.name]) {
      expect(JSON.stringify(seen)).not.toContain(word);
      expect(Buffer.from(bytes).includes(word)).toBe(false);
    }
  });

  test("holds nothing beyond the right to it: not what was somebody's a moment ago, and not when nothing was noted", async () => {
    const grants = (change: (tx: Transaction<PartnershipDatabase>) => Promise<unknown>) =>
      house.house.database.transaction<PartnershipDatabase, unknown>({ as: "system" }, change);
    const person = idInDemo("person Karin");
    const kept = (await columns(johan)).ids.filter((id) => id === OWN);
    expect(kept).toEqual([OWN]);
    const as = { id: newId(Date.parse(AT)), partnership_id: idInDemo("partnership ockelbo"), person_id: person };
    const first = await ask(karin);
    await grants(async (tx) => {
      const row = await tx
        .selectFrom("role_grant")
        .selectAll()
        .where("person_id", "=", idInDemo("person Johan"))
        .where("partnership_id", "=", as.partnership_id)
        .limit(1)
        .executeTakeFirstOrThrow();
      await tx
        .insertInto("role_grant")
        .values({ ...row, ...as })
        .execute();
    });
    expect((await ask(karin)).counts.total).toBeGreaterThan(first.counts.total);
    expect((await columns(karin)).ids).toContain(OWN);
    await grants(async (tx) =>
      tx
        .updateTable("role_grant")
        .set({ ended_at: AT as Instant })
        .where("id", "=", as.id)
        .execute(),
    );
    expect((await columns(karin)).ids).not.toContain(OWN);
    expect((await ask(karin)).counts).toEqual(first.counts);
  });

  test("of another partnership is not there: for Elin in Hofors, and for a stranger", async () => {
    expect((await elin.call(askPicture, { partnership })).status).toBe(404);
    expect((await elin.call(askPicture, { partnership: "hofors" })).value.counts.total).toBe(2);
    expect((await house.stranger.call(askPicture, { partnership })).status).toBe(401);
  });
});
