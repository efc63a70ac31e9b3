import { createHash } from "node:crypto";
import type { z } from "zod";
import { breaksOf, seriesBySlug, seriesOf } from "../collect/series/store.ts";
import { frontOf, measureOf } from "../collect/series/series.ts";
import { measurementsOf as roadMeasurementsOf, threadByNumber, threadsOf } from "../collect/traffic/store.ts";
import { addDays, addMonths, dayOf } from "../ground/time.ts";
import type { OutputOf } from "../ground/endpoint.ts";
import { no, yes } from "../ground/result.ts";
import type { Asking } from "../platform/server/house.ts";
import { download, question, type Route } from "../platform/server/routes.ts";
import * as api from "./api.ts";
import type { Ground } from "./areas.ts";
import type { Village } from "../partnership/village.ts";
import { pictureBasisOf } from "./basis.ts";
import { bytesOf, OUTSIDE, readerOf } from "./columns/event-store.ts";
import { newest } from "./columns/listing.ts";
import { snapshotOf } from "./columns/snapshot.ts";
import { changeOf, countsOf, monthsOf, putTo, type CountedSource } from "./counts.ts";
import * as detectable from "./detectable.ts";
import { detectableSaid, nothingToGoBy } from "./detectable-words.ts";
import { holdAtMost } from "./held.ts";
import { isMeasuredIn } from "./measured.ts";
import { newsOf } from "./news.ts";
import { addressOf, isToldAt, type Question, readQuestion, type SharingAsked, unknownWords } from "./question.ts";
import { villagesOf } from "../partnership/store-villages.ts";
import * as store from "./store.ts";
import type { PictureDatabase } from "./tables.ts";
import { groups, words } from "./words.ts";

type Ask = Asking<PictureDatabase>;

const HELD_BYTES = 128 * 1024 * 1024;
const held = holdAtMost<store.Columns>(HELD_BYTES);

/**
 * What the caller may see, in columns: read under their own role, and held for them alone until something happens in the partnership or they speak for others there. Asked of what both
 * see, the rest is not even read: neither its months nor its names reach the one who asks.
 */
async function pictureOf({ tx, partnership, person }: Ask, sharing: SharingAsked = "all") {
  const seen = sharing === "shared" ? sharing : "all";
  if (partnership === undefined || person === undefined) return undefined;
  const ground = await store.groundOf(tx, partnership.id);
  if (ground === undefined) return undefined;
  const villages = await villagesOf(tx, partnership.id);
  const columns = await heldColumns(tx, partnership.id, { personId: person.id, seen }, villages, groundOf(ground));
  const sources = [
    ...(await store.sourcesOf(tx, partnership.id)).filter(({ secrecyClass }) => isToldAt(seen, secrecyClass)),
    ...(await store.sharedNotesIn(tx, partnership.id, columns)),
  ];
  return { id: partnership.id, ground, villages, sources, columns };
}

async function heldColumns(
  tx: Ask["tx"],
  id: string,
  { personId, seen }: { readonly personId: string; readonly seen: store.SharingSeen },
  villages: readonly Village[],
  ground: Ground,
) {
  const stamp = async () => {
    const said = await store.stampOf(tx, id);
    return said && JSON.stringify([said, villages, ground]);
  };
  const before = await stamp();
  const holder = `${id} ${personId} ${seen}`;
  const known = before === undefined ? undefined : held.get(holder, before);
  if (known !== undefined) return known;
  const columns = await store.columnsOf(tx, id, villages, ground, { sharing: seen });
  // Rows that were read while something happened, or while rights were given or ended, are told once and not kept.
  if (before !== undefined && (await stamp()) === before) held.keep(holder, before, columns, bytesIn(columns));
  return columns;
}

type GroundRow = NonNullable<Awaited<ReturnType<typeof store.groundOf>>>;

function groundOf({ code, name, countyCode, countyName }: GroundRow): Ground {
  return { municipality: { code, name }, county: { code: countyCode, name: countyName } };
}

function bytesIn({ events, summaries, voices, ids }: store.Columns): number {
  return bytesOf(events) + bytesOf(summaries) + bytesOf(voices) + ids.byteLength;
}

const askPicture = question(api.askPicture, async ({ partnership: _slug, ...asked }, ask: Ask) => {
  const { question: wanted, unread } = readQuestion(asked);
  const picture = await pictureOf(ask, wanted.sharing);
  if (picture === undefined) return no("not-found");
  const { id, ground, villages, sources, columns } = picture;
  const areas = columns.events.words.areas.slice(OUTSIDE + 1).map(({ code }) => code);
  const counts = countsOf(columns, wanted, villages, sources);
  // Asked of what both see, it names and measures nothing else either.
  const told = sources.filter(({ secrecyClass }) => isToldAt(wanted.sharing, secrecyClass));
  const isTold = ({ sourceSlug }: { readonly sourceSlug: string }) => told.some(({ slug }) => slug === sourceSlug);
  const measurements = await store.measurementsOf(ask.tx, id, villages);
  return yes({
    unread: [...unread, ...unknownWords(wanted, areas, sources)],
    address: addressOf(wanted),
    months: monthsOf(columns),
    counts,
    basis: pictureBasisOf(columns, wanted, counts, sources),
    change: changeOf(columns, wanted, sources) ?? null,
    list: await store.tellEntries(ask.tx, id, newestIds(columns, wanted, sources), villages),
    measurements: measurements.filter((one) => isTold(one) && isMeasuredIn(one, wanted)),
    villages,
    sources: told,
    ground: { code: ground.code, name: ground.name, outline: ground.outline, centre: [ground.lon, ground.lat] },
    // Schemas hold lists that may be changed; nobody changes these.
  } as unknown as OutputOf<typeof api.askPicture>);
});

/** Of the selection the newest, summaries among them; what has no time last. */
function newestIds(
  { events, summaries, ids }: store.Columns,
  wanted: Question,
  sources: readonly CountedSource[],
): string[] {
  const found = [events, summaries].flatMap((each) => {
    const put = putTo(each, wanted, sources);
    const [minute, key] = [readerOf(put.store, "minute"), readerOf(put.store, "key")];
    return newest(put.store, put.question, store.LISTED).map((row) => ({ minute: minute(row), key: key(row) }));
  });
  return found
    .toSorted((a, b) => b.minute - a.minute || a.key - b.key)
    .slice(0, store.LISTED)
    .map(({ key }) => store.idAt(ids, key));
}

const openEntry = question(api.openEntry, async ({ entry }, { tx, partnership }: Ask) => {
  if (partnership === undefined) return no("not-found");
  const villages = await villagesOf(tx, partnership.id);
  const [found] = await store.tellEntries(tx, partnership.id, [entry], villages);
  return found === undefined ? no("not-found") : yes(found as unknown as OutputOf<typeof api.openEntry>);
});

const tellEntries = question(api.tellEntries, async ({ ids }, { tx, partnership }: Ask) => {
  if (partnership === undefined) return no("not-found");
  const villages = await villagesOf(tx, partnership.id);
  const told = await store.tellEntries(tx, partnership.id, ids, villages);
  return yes(told as unknown as OutputOf<typeof api.tellEntries>);
});

const sharingIn = (delning: string | undefined) =>
  readQuestion(delning === undefined ? {} : { delning }).question.sharing;

const pictureColumns = download(api.pictureColumns, async ({ delning }, ask: Ask) => {
  const picture = await pictureOf(ask, sharingIn(delning));
  if (picture === undefined) return no("not-found");
  const bytes = snapshotOf(picture.columns.events, picture.columns.ids);
  // Of what is seen and nothing else: a tag made of the log would tell that something happened which the caller may not know of.
  const etag = createHash("sha256").update(bytes).digest("base64url");
  return yes({ bytes, contentType: "application/octet-stream", etag });
});

const pictureNews = question(api.pictureNews, async ({ delning }, ask: Ask) => {
  const { question: wanted } = readQuestion(delning === undefined ? {} : { delning });
  const picture = await pictureOf(ask, wanted.sharing);
  if (picture === undefined) return no("not-found");
  const { items, from, to, ...news } = newsOf(picture.columns.events, wanted, picture.sources, dayOf(ask.at));
  return yes({
    ...news,
    from: from ?? null,
    to: to ?? null,
    items: items.map(({ key, ...item }) => ({ category: key, ...item })),
  } as unknown as OutputOf<typeof api.pictureNews>);
});

const listIndicators = question(api.listIndicators, async (_input, { tx, partnership, at }: Ask) => {
  if (partnership === undefined) return no("not-found");
  const ground = await store.groundOf(tx, partnership.id);
  if (ground === undefined) return no("not-found");
  const roads = await Promise.all(
    (await threadsOf(tx, partnership.id)).map(async ({ id, number, stretch }) => {
      const measured = (await roadMeasurementsOf(tx, id)).filter(({ withdrawn }) => withdrawn === undefined);
      const comparisonRoads = new Set(measured.flatMap(({ comparisonRoad }) => comparisonRoad ?? []));
      return {
        number,
        name: stretch.name ?? String(number),
        measured: measured.length,
        comparisonRoads: [...comparisonRoads],
      };
    }),
  );
  const measures = new Map<string, Awaited<ReturnType<typeof seriesOf>>>();
  for (const one of await seriesOf(tx, partnership.id))
    measures.set(measureOf(one), [...(measures.get(measureOf(one)) ?? []), one]);
  const firstOfMonth = `${dayOf(at).slice(0, 7)}-01` as ReturnType<typeof dayOf>;
  return yes({
    villages: (await villagesOf(tx, partnership.id)).map(({ slug, name }) => ({ slug, name })),
    roads: roads.filter(({ measured }) => measured > 0).map(({ measured: _measured, ...road }) => road),
    series: [...measures.values()].flatMap((same) => {
      const front = frontOf(same, ground.code);
      return front === undefined
        ? []
        : [{ slug: front.slug, name: front.name, area: front.area.name, unit: front.unit }];
    }),
    from: addMonths(firstOfMonth, -12),
    to: addDays(firstOfMonth, -1),
  });
});

type DetectableInput = z.output<typeof api.askDetectable.input>;

/** What is asked, of what the caller sees; undefined where it is not there for them. */
async function detectableOf(input: DetectableInput, ask: Ask): Promise<detectable.Asked | undefined> {
  const { tx, partnership } = ask;
  const { wanted, months } = input;
  if (partnership === undefined) return undefined;
  if (input.of === "road") {
    const thread = input.road === undefined ? undefined : await threadByNumber(tx, partnership.id, input.road);
    if (thread === undefined) return undefined;
    const measurements = await roadMeasurementsOf(tx, thread.id);
    const road = { number: thread.number, name: thread.stretch.name ?? String(thread.number), measurements };
    return detectable.ofRoad(road, input.comparisonRoad === "" ? undefined : input.comparisonRoad, wanted);
  }
  if (input.of === "series") {
    const series = input.series === undefined ? undefined : await seriesBySlug(tx, partnership.id, input.series);
    if (series === undefined) return undefined;
    const { sourceId, key } = series;
    const known = (await seriesOf(tx, partnership.id, { sourceId, key })).find(({ id }) => id === series.id);
    const breaks = await breaksOf(tx, partnership.id, { sourceId, key });
    return known && detectable.ofSeries(known, breaks, { wanted, answers: input.answers });
  }
  const picture = await pictureOf(ask);
  if (picture === undefined) return undefined;
  const { question: wished, unread } = readQuestion(input);
  const { villages, sources, columns } = picture;
  const areas = columns.events.words.areas.slice(OUTSIDE + 1).map(({ code }) => code);
  // What was not understood would be answered by more than was asked for.
  if (unread.length > 0 || unknownWords(wished, areas, sources).length > 0) return undefined;
  const placeName = (slug: string | undefined) =>
    villages.find((village) => village.slug === slug)?.name ?? picture.ground.name;
  const kinds = wished.categories.map((group) => groups[group].sv).join(", ");
  const name = `${kinds === "" ? words.allEvents.sv : kinds}, ${placeName(wished.area)}`;
  const { compared } = wished;
  const comparison = placeName(compared !== undefined && "area" in compared ? compared.area : undefined);
  return detectable.ofEvents(columns, wished, sources, { wanted, months }, { name, comparison });
}

const askDetectable = question(api.askDetectable, async (input, ask: Ask) => {
  const answered = await detectableOf(input, ask);
  if (answered === undefined) return no("not-found");
  if (typeof answered === "string")
    return yes({ found: null, because: answered, sentence: nothingToGoBy[answered], chances: [] });
  const { found, chances } = answered;
  return yes({ found, because: null, sentence: detectableSaid(found), chances: [...chances] });
});

export const pictureRoutes: readonly Route[] = [
  askPicture,
  openEntry,
  tellEntries,
  pictureColumns,
  pictureNews,
  listIndicators,
  askDetectable,
];
