import type { Within } from "../../partnership/tables.ts";
import type { CollectDatabase } from "../tables.ts";
import type { PublishedRoad } from "./published.ts";

type Tx = Within<CollectDatabase>;

/** A thread that strangers read; nothing where they do not. */
export async function publishedRoad(tx: Tx, threadId: string): Promise<PublishedRoad | undefined> {
  const row = await tx
    .selectFrom("traffic_published")
    .select(["thread_id as threadId", "complaints", "published_on as publishedOn"])
    .where("thread_id", "=", threadId)
    .executeTakeFirst();
  return row;
}

/** Every one of the partnership, the latest decision first. */
export async function publishedRoads(tx: Tx, partnershipId: string): Promise<readonly PublishedRoad[]> {
  return tx
    .selectFrom("traffic_published")
    .select(["thread_id as threadId", "complaints", "published_on as publishedOn"])
    .where("partnership_id", "=", partnershipId)
    .orderBy("published_on", "desc")
    .orderBy("thread_id")
    .execute();
}

/** `by` is the person who decided it; nobody where it is seeded. */
export async function addPublishedRoad(
  tx: Tx,
  partnershipId: string,
  road: PublishedRoad,
  { by, example = false }: { readonly by: string | null; readonly example?: boolean },
): Promise<void> {
  await tx
    .insertInto("traffic_published")
    .values({
      thread_id: road.threadId,
      partnership_id: partnershipId,
      complaints: JSON.stringify(road.complaints),
      published_on: road.publishedOn,
      published_by: by,
      example,
    })
    .execute();
}

export async function removePublishedRoad(tx: Tx, threadId: string): Promise<void> {
  await tx.deleteFrom("traffic_published").where("thread_id", "=", threadId).execute();
}
