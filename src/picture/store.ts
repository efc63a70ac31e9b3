import { placeOf } from "../collect/place-columns.ts";
import type { CollectDatabase } from "../collect/tables.ts";
import type { Position } from "../ground/place.ts";
import type { Within } from "../partnership/tables.ts";
import type { Seen } from "./counts.ts";

type Tx = Within<CollectDatabase>;

/** Everything the transaction's person may see, newest first. Row-level security has already left out what is the other organisation's own. */
export async function seenIn(tx: Tx, partnershipId: string): Promise<Seen[]> {
  const rows = await tx
    .selectFrom("observation")
    .innerJoin("source", "source.id", "observation.source_id")
    .selectAll("observation")
    .select(["source.name as source_name", "source.kind as source_kind"])
    .where("observation.partnership_id", "=", partnershipId)
    .where("observation.withdrawn_at", "is", null)
    .orderBy("observation.happened_from", (order) => order.desc().nullsLast())
    .orderBy("observation.id")
    .execute();
  return rows.map((row) => ({
    id: row.id,
    at: row.happened_from ?? undefined,
    category: row.category,
    text: row.text,
    place: placeOf(row),
    sourceId: row.source_id,
    source: row.source_name,
    sourceKind: row.source_kind,
    bundle: row.bundle,
    example: row.example,
  }));
}

export async function outlineOf(
  tx: Tx,
  partnershipId: string,
): Promise<{ outline: readonly (readonly Position[])[]; centre: Position } | undefined> {
  const row = await tx
    .selectFrom("partnership")
    .select(["outline", "centre_lon", "centre_lat"])
    .where("id", "=", partnershipId)
    .executeTakeFirst();
  return row === undefined ? undefined : { outline: row.outline ?? [], centre: [row.centre_lon, row.centre_lat] };
}

/** Villages as they are known from walks: their stops' middle. Enough to say where; the geography of its own comes with the engine. */
export async function villagesOf(
  tx: Tx,
  partnershipId: string,
): Promise<{ name: string; position: Position; radiusMetres: number }[]> {
  const rows = await tx
    .selectFrom("walk")
    .innerJoin("walk_stop", "walk_stop.walk_id", "walk.id")
    .where("walk.partnership_id", "=", partnershipId)
    .where("walk_stop.lon", "is not", null)
    .groupBy("walk.village")
    .orderBy("walk.village")
    .select(({ fn }) => [
      "walk.village as name",
      fn.avg<number>("walk_stop.lon").as("lon"),
      fn.avg<number>("walk_stop.lat").as("lat"),
    ])
    .execute();
  const REACH_METRES = 3000;
  return rows.map(({ name, lon, lat }) => ({ name, position: [Number(lon), Number(lat)], radiusMetres: REACH_METRES }));
}
