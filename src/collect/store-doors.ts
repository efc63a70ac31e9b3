// What the doors for residents share.
import { sql } from "kysely";
import type { Within } from "../partnership/tables.ts";
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
