// The rows that the overview of promises is asked of: written from what has passed the gate, read by anybody.
import { type RawBuilder, sql } from "kysely";
import type { Day, Instant } from "../ground/time.ts";
import type { Within } from "../partnership/tables.ts";
import type { Disclosed } from "./disclosure.ts";
import {
  type FoundPromises,
  fullTextQuery,
  type OverviewEntry,
  type OverviewWish,
  PAGE_OF_PROMISES,
} from "./overview.ts";
import type { TellDatabase } from "./tables.ts";

type Tx = Within<TellDatabase>;
type Owner =
  | { readonly partnershipId: string; readonly collectionId?: undefined }
  | { readonly collectionId: string; readonly partnershipId?: undefined };
const BATCH = 200;
/** As many as somebody reads through; the rest are found by their words. */
const MOST_THEMES = 80;

/** What an owner tells, instead of what it told before. */
export async function keepEntries(tx: Tx, owner: Owner, entries: readonly Disclosed<OverviewEntry>[]): Promise<void> {
  const [column, id] =
    owner.partnershipId === undefined
      ? (["collection_id", owner.collectionId] as const)
      : (["partnership_id", owner.partnershipId] as const);
  await tx.deleteFrom("told_promise").where(column, "=", id).execute();
  for (let at = 0; at < entries.length; at += BATCH)
    await tx
      .insertInto("told_promise")
      .values(entries.slice(at, at + BATCH).map((entry, place) => rowOf(owner, entry, at + place)))
      .execute();
}

function rowOf(owner: Owner, entry: Disclosed<OverviewEntry>, position: number) {
  return {
    partnership_id: owner.partnershipId ?? null,
    collection_id: owner.collectionId ?? null,
    position,
    address: entry.address,
    title: entry.title,
    place: entry.place,
    places: [...entry.places],
    area_codes: [...entry.areaCodes],
    area_key: entry.areaKey,
    parties: [...entry.parties],
    themes: [...entry.themes],
    pledges: JSON.stringify(entry.pledges),
    activities: entry.activities,
    numbered: entry.numbered,
    from_day: entry.from,
    to_day: entry.to,
    from_said: entry.fromSaid,
    to_said: entry.toSaid,
    withdrawn: entry.withdrawn,
    example: entry.example,
    words: sql<string>`to_tsvector('swedish', ${entry.words})`,
  };
}

const hasLater = sql<boolean>`exists (select 1 from told_promise later
  where later.area_key = told_promise.area_key and later.from_day > told_promise.from_day and not later.withdrawn)`;
const expiredAlone = (today: Day) => sql<boolean>`(told_promise.to_day < ${today}::date and not told_promise.withdrawn
  and told_promise.area_key <> '' and told_promise.from_day is not null and not ${hasLater})`;
const isUndated = sql<boolean>`(told_promise.from_day is null or told_promise.to_day is null)`;

/** One page of what was asked for, and how much there is in all. */
export async function findPromises(tx: Tx, wish: OverviewWish, today: Day): Promise<FoundPromises> {
  const asksTime = wish.from !== undefined || wish.to !== undefined;
  const but = (withTime: boolean): RawBuilder<boolean> => {
    const words = fullTextQuery(wish.words);
    const parts: RawBuilder<boolean>[] = [
      ...(wish.words === ""
        ? []
        : [words === "" ? sql<boolean>`false` : sql<boolean>`told_promise.words @@ to_tsquery('swedish', ${words})`]),
      ...(wish.theme === "" ? [] : [sql<boolean>`told_promise.themes @> array[${wish.theme}]::text[]`]),
      ...(wish.area === "" ? [] : [sql<boolean>`told_promise.area_codes @> array[${wish.area}]::text[]`]),
      ...(wish.measurable === "any"
        ? []
        : [
            wish.measurable === "yes"
              ? sql<boolean>`told_promise.numbered > 0`
              : sql<boolean>`told_promise.numbered = 0`,
          ]),
      ...(wish.expiredAlone ? [expiredAlone(today)] : []),
      ...(withTime && asksTime ? [sql<boolean>`(not told_promise.withdrawn and not ${isUndated})`] : []),
      ...(withTime && wish.from !== undefined ? [sql<boolean>`told_promise.to_day >= ${wish.from}::date`] : []),
      ...(withTime && wish.to !== undefined ? [sql<boolean>`told_promise.from_day <= ${wish.to}::date`] : []),
    ];
    return parts.length === 0 ? sql<boolean>`true` : sql<boolean>`${sql.join(parts, sql` and `)}`;
  };
  const { total, from_files } = await tx
    .selectFrom("told_promise")
    .select([
      sql<number>`count(*)::integer`.as("total"),
      sql<number>`count(told_promise.collection_id)::integer`.as("from_files"),
    ])
    .where(but(true))
    .executeTakeFirstOrThrow();
  const undated = !asksTime
    ? 0
    : (
        await tx
          .selectFrom("told_promise")
          .select(sql<number>`count(*)::integer`.as("undated"))
          .where(but(false))
          .where(isUndated)
          .executeTakeFirstOrThrow()
      ).undated;
  // The page first: what comes after what is asked of its rows only, not of those before it.
  const page = tx
    .selectFrom("told_promise")
    .selectAll()
    .where(but(true))
    .orderBy("place")
    .orderBy("from_day", (order) => order.desc().nullsLast())
    .orderBy("title")
    .limit(PAGE_OF_PROMISES)
    .offset((wish.page - 1) * PAGE_OF_PROMISES);
  const rows = await tx
    .selectFrom(page.as("told_promise"))
    .leftJoin("pledge_collection", "pledge_collection.id", "told_promise.collection_id")
    .select([
      "told_promise.address",
      "told_promise.title",
      "told_promise.place",
      "told_promise.places",
      "told_promise.parties",
      "told_promise.themes",
      "told_promise.pledges",
      "told_promise.activities",
      "told_promise.numbered",
      "told_promise.from_day",
      "told_promise.to_day",
      "told_promise.from_said",
      "told_promise.to_said",
      "told_promise.withdrawn",
      "told_promise.example",
      "pledge_collection.name as collection_name",
      "pledge_collection.source as collection_source",
      "pledge_collection.retrieved_on as collection_day",
      expiredAlone(today).as("expired_alone"),
    ])
    .orderBy("told_promise.place")
    .orderBy("told_promise.from_day", (order) => order.desc().nullsLast())
    .orderBy("told_promise.title")
    .execute();
  return {
    total,
    fromFiles: from_files,
    undated,
    promises: rows.map((row) => ({
      address: row.address,
      title: row.title,
      place: row.place,
      places: row.places,
      parties: row.parties,
      themes: row.themes,
      pledges: row.pledges,
      activities: row.activities,
      numbered: row.numbered,
      from: row.from_day,
      to: row.to_day,
      fromSaid: row.from_said,
      toSaid: row.to_said,
      withdrawn: row.withdrawn,
      example: row.example,
      expiredAlone: row.expired_alone,
      file:
        row.collection_name === null || row.collection_source === null || row.collection_day === null
          ? null
          : { name: row.collection_name, source: row.collection_source, retrievedOn: row.collection_day },
    })),
  };
}

/** What can be chosen: the themes most promises have, and every area there is one for. */
export async function overviewChoices(
  tx: Tx,
): Promise<{ readonly themes: readonly string[]; readonly areas: readonly string[] }> {
  const themes = await tx
    .selectFrom(
      tx
        .selectFrom("told_promise")
        .select(sql<string>`unnest(themes)`.as("theme"))
        .as("said"),
    )
    .select("theme")
    .groupBy("theme")
    .orderBy(sql`count(*)`, "desc")
    .orderBy("theme")
    .limit(MOST_THEMES)
    .execute();
  const areas = await tx
    .selectFrom("told_promise")
    .select(sql<string>`unnest(area_codes)`.as("code"))
    .distinct()
    .execute();
  return { themes: themes.map(({ theme }) => theme), areas: areas.map(({ code }) => code) };
}

export type Collection = {
  readonly id: string;
  readonly name: string;
  readonly source: string;
  readonly retrievedOn: Day;
  readonly fileHash: string;
  readonly addedAt: Instant;
};

/** False where the same file is there already. */
export async function addCollection(tx: Tx, collection: Collection): Promise<boolean> {
  const added = await tx
    .insertInto("pledge_collection")
    .values({
      id: collection.id,
      name: collection.name,
      source: collection.source,
      retrieved_on: collection.retrievedOn,
      file_hash: collection.fileHash,
      added_at: collection.addedAt,
    })
    .onConflict((conflict) => conflict.column("file_hash").doNothing())
    .returning("id")
    .executeTakeFirst();
  return added !== undefined;
}

export async function collectionsOf(tx: Tx): Promise<(Collection & { readonly documents: number })[]> {
  const rows = await tx
    .selectFrom("pledge_collection")
    .leftJoin("told_promise", "told_promise.collection_id", "pledge_collection.id")
    .groupBy("pledge_collection.id")
    .orderBy("pledge_collection.name")
    .selectAll("pledge_collection")
    .select(sql<number>`count(told_promise.collection_id)::integer`.as("documents"))
    .execute();
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    source: row.source,
    retrievedOn: row.retrieved_on,
    fileHash: row.file_hash,
    addedAt: row.added_at,
    documents: row.documents,
  }));
}

/** With every promise that came of it. False where there is no such collection. */
export async function removeCollection(tx: Tx, id: string): Promise<boolean> {
  await tx.deleteFrom("told_promise").where("collection_id", "=", id).execute();
  const gone = await tx.deleteFrom("pledge_collection").where("id", "=", id).returning("id").executeTakeFirst();
  return gone !== undefined;
}
