// What the doors for residents share.
import { sql } from "kysely";
import type { Within } from "../partnership/tables.ts";
import { GRAIN_METRES, type GroundToPointAt, type NamedPlace, roughened } from "./pointed.ts";
import type { CollectDatabase } from "./tables.ts";

/** What signs forms on their way through somebody's phone. */
export async function doorSecret(tx: Within<CollectDatabase>): Promise<string> {
  const known = await tx.selectFrom("open_door_key").select("secret").executeTakeFirst();
  if (known !== undefined) return known.secret;
  const secret = sql<string>`gen_random_uuid()::text || gen_random_uuid()::text`;
  // Two who ask at once get the same.
  await tx
    .insertInto("open_door_key")
    .values({ secret })
    .onConflict((one) => one.column("only_one").doNothing())
    .execute();
  return (await tx.selectFrom("open_door_key").select("secret").executeTakeFirstOrThrow()).secret;
}

/**
 * Its border, and the stops that a row of a published protocol names: those names somebody has read, and the public page of the walk tells them
 * (docs/decisions/0010). Where a stop was is exact inside only: strangers get the middle of a small square, as of whatever is pointed out to us.
 */
export async function groundToPointAt(tx: Within<CollectDatabase>, partnershipId: string): Promise<GroundToPointAt> {
  const { code, outline } = await tx
    .selectFrom("partnership")
    .select(["municipality_code as code", "outline"])
    .where("id", "=", partnershipId)
    .executeTakeFirstOrThrow();
  const stops = await tx
    .selectFrom("walk_stop")
    .innerJoin("walk", "walk.id", "walk_stop.walk_id")
    .select(["walk_stop.name", "lon", "lat"])
    .where("walk.partnership_id", "=", partnershipId)
    .where("walk.published_at", "is not", null)
    .where((is) =>
      is.exists(
        is
          .selectFrom("protocol_row")
          .select("protocol_row.id")
          .whereRef("protocol_row.walk_id", "=", "walk_stop.walk_id")
          .whereRef("protocol_row.place_name", "=", "walk_stop.name")
          .where("protocol_row.waits", "=", false),
      ),
    )
    .where("removed_at", "is", null)
    .orderBy("starts_at", "desc")
    .orderBy("number")
    .execute();
  const places = new Map<string, NamedPlace>();
  for (const { name, lon, lat } of stops)
    if (lon !== null && lat !== null && !places.has(name))
      places.set(name, { name, position: roughened([lon, lat], GRAIN_METRES.spot) });
  return { code, outline: outline ?? [], places: [...places.values()] };
}
