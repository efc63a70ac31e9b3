import { sql, type Transaction } from "kysely";
import type { Instant } from "../ground/time.ts";
import type { SendingRight } from "./left-note.ts";
import type { CollectDatabase } from "./tables.ts";

type Tx = Transaction<CollectDatabase>;

const COLUMNS = [
  "id",
  "walk_id as walkId",
  "person_id as personId",
  "expires_at as expiresAt",
  "ended_at as endedAt",
] as const;

/** The right a secret opens, whatever has become of it. */
export async function rightOf(tx: Tx, secretHash: string): Promise<SendingRight | undefined> {
  const row = await tx
    .selectFrom("sending_right")
    .select(COLUMNS)
    .where("secret_hash", "=", secretHash)
    .executeTakeFirst();
  return row && { ...row, endedAt: row.endedAt ?? undefined };
}

/** How many rights still send to a walk; one person's, where one is named. */
export async function standingRights(
  tx: Tx,
  { walkId, personId, at }: { readonly walkId: string; readonly personId?: string; readonly at: Instant },
): Promise<number> {
  const { count } = await tx
    .selectFrom("sending_right")
    .select(sql<number>`count(*)::integer`.as("count"))
    .where("walk_id", "=", walkId)
    .where("ended_at", "is", null)
    .where("expires_at", ">", at)
    .$if(personId !== undefined, (query) => query.where("person_id", "=", personId!))
    .executeTakeFirstOrThrow();
  return count;
}

export async function addRight(
  tx: Tx,
  partnershipId: string,
  { id, walkId, personId, expiresAt }: SendingRight,
  { secretHash, at }: { readonly secretHash: string; readonly at: Instant },
): Promise<void> {
  await tx
    .insertInto("sending_right")
    .values({
      id,
      partnership_id: partnershipId,
      walk_id: walkId,
      person_id: personId,
      secret_hash: secretHash,
      given_at: at,
      expires_at: expiresAt,
      ended_at: null,
      ended_by: null,
    })
    .execute();
}

/** What has run out says no longer who walked where. */
export async function forgetExpired(tx: Tx, at: Instant): Promise<void> {
  await tx.deleteFrom("sending_right").where("expires_at", "<=", at).execute();
}

export async function endRights(
  tx: Tx,
  walkId: string,
  { at, by }: { readonly at: Instant; readonly by: string },
): Promise<void> {
  await tx
    .updateTable("sending_right")
    .set({ ended_at: at, ended_by: by })
    .where("walk_id", "=", walkId)
    .where("ended_at", "is", null)
    .execute();
}
