// Who follows by e-mail. Read and written by the system alone.
import { sql } from "kysely";
import { type Instant, instantOf, millisecondsOf } from "../../ground/time.ts";
import type { Lang } from "../../ground/words.ts";
import type { Within } from "../../partnership/tables.ts";
import type { AnyTransaction } from "../../platform/server/house.ts";
import type { TellDatabase } from "../tables.ts";
import { type Follows, HOURS_TO_CONFIRM } from "./follower.ts";

type Tx = Within<TellDatabase>;

export type Follower = Follows & {
  readonly id: string;
  readonly partnershipId: string;
  readonly slug: string;
  readonly name: string;
  readonly lang: Lang;
  readonly askedAt: Instant;
  readonly confirmedAt: Instant | undefined;
  readonly told: readonly string[];
};

const followers = (tx: Tx) =>
  tx
    .selectFrom("follower")
    .innerJoin("partnership", "partnership.id", "follower.partnership_id")
    .selectAll("follower")
    .select(["partnership.slug as slug", "partnership.name as name"]);

type Row = Awaited<ReturnType<ReturnType<typeof followers>["executeTakeFirstOrThrow"]>>;

const asFollower = (row: Row): Follower => ({
  id: row.id,
  partnershipId: row.partnership_id,
  slug: row.slug,
  name: row.name,
  pledge: row.pledge ?? undefined,
  theme: row.theme ?? undefined,
  lang: row.lang,
  askedAt: row.asked_at,
  confirmedAt: row.confirmed_at ?? undefined,
  told: row.told,
});

export async function followerBy(tx: Tx, id: string): Promise<Follower | undefined> {
  const row = await followers(tx).where("follower.id", "=", id).executeTakeFirst();
  return row && asFollower(row);
}

export async function followerAt(tx: Tx, partnershipId: string, address: string): Promise<Follower | undefined> {
  const row = await followers(tx)
    .where("follower.partnership_id", "=", partnershipId)
    .where("address", "=", address)
    .executeTakeFirst();
  return row && asFollower(row);
}

/** One at a time for one mailbox, until the transaction ends. */
export async function holdMailbox(tx: Tx, mailbox: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${mailbox}, 160))`.execute(tx as AnyTransaction);
}

/** How many letters that ask for a yes have gone to a mailbox within a day, and to anybody within an hour, in every partnership together. */
export async function askedOf(tx: Tx, mailbox: string, at: Instant): Promise<{ ofMailbox: number; ofAll: number }> {
  const { rows } = await sql<{ ofMailbox: number; ofAll: number }>`
    select count(*) filter (where regexp_replace(f.address, '[+][^@]*@', '@') = ${mailbox})::int as "ofMailbox",
      count(*) filter (where l.made_at > ${at}::timestamptz - interval '1 hour')::int as "ofAll"
    from letter l join follower f on f.id = l.follower_id
    where l.kind = 'follow' and l.made_at > ${at}::timestamptz - interval '1 day'`.execute(tx as AnyTransaction);
  return rows[0] ?? { ofMailbox: 0, ofAll: 0 };
}

/** Whether an address is left in peace, by its hash. */
export async function rests(tx: Tx, addressHash: string, at: Instant): Promise<boolean> {
  const row = await tx
    .selectFrom("follower_rest")
    .select("until")
    .where("address_hash", "=", addressHash)
    .where("until", ">", at)
    .executeTakeFirst();
  return row !== undefined;
}

export async function rest(tx: Tx, addressHash: string, until: Instant): Promise<void> {
  await tx
    .insertInto("follower_rest")
    .values({ address_hash: addressHash, until })
    .onConflict((conflict) => conflict.column("address_hash").doUpdateSet({ until }))
    .execute();
}

type Asking = Follows & {
  readonly id: string;
  readonly partnershipId: string;
  readonly address: string;
  readonly lang: Lang;
  readonly at: Instant;
};

/** Keeps that somebody asked; an address that is there already keeps its id, and what it has said yes to until it says yes anew. */
export async function keepAsked(tx: Tx, asked: Asking): Promise<string> {
  const { id, partnershipId, address, lang, at, pledge = null, theme = null } = asked;
  const row = await tx
    .insertInto("follower")
    .values({
      id,
      partnership_id: partnershipId,
      address,
      pledge,
      theme,
      lang,
      asked_at: at,
      confirmed_at: null,
      told: "[]",
    })
    .onConflict((conflict) =>
      conflict.columns(["partnership_id", "address"]).doUpdateSet({
        asked_at: sql`case when follower.confirmed_at is null then follower.asked_at else excluded.asked_at end`,
        // What is not confirmed is nobody's choice yet.
        pledge: sql`case when follower.confirmed_at is null then excluded.pledge else follower.pledge end`,
        theme: sql`case when follower.confirmed_at is null then excluded.theme else follower.theme end`,
        lang: sql`case when follower.confirmed_at is null then excluded.lang else follower.lang end`,
      }),
    )
    .returning("id")
    .executeTakeFirstOrThrow();
  return row.id;
}

export async function confirm(tx: Tx, id: string, follows: Follows, at: Instant, told: readonly string[]) {
  await tx
    .updateTable("follower")
    .set({
      pledge: follows.pledge ?? null,
      theme: follows.theme ?? null,
      confirmed_at: sql`coalesce(confirmed_at, ${at}::timestamptz)`,
      told: sql`case when confirmed_at is null then ${JSON.stringify(told)}::jsonb else told end`,
    })
    .where("id", "=", id)
    .execute();
}

export async function keepTold(tx: Tx, id: string, told: readonly string[]): Promise<void> {
  await tx
    .updateTable("follower")
    .set({ told: JSON.stringify(told) })
    .where("id", "=", id)
    .execute();
}

/** With the address go the letters to it. */
export async function leave(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom("follower").where("id", "=", id).execute();
}

/** Where the letters go; nobody else asks for it. */
export async function addressOf(tx: Tx, id: string): Promise<string> {
  const row = await tx.selectFrom("follower").select("address").where("id", "=", id).executeTakeFirstOrThrow();
  return row.address;
}

/** The confirmed ones of a partnership. */
export async function followersOf(tx: Tx, partnershipId: string): Promise<readonly Follower[]> {
  const rows = await followers(tx)
    .where("follower.partnership_id", "=", partnershipId)
    .where("confirmed_at", "is not", null)
    .orderBy("follower.id")
    .execute();
  return rows.map(asFollower);
}

/** Addresses that nobody has said yes at in time, which are gone from then on. */
export async function forgetUnconfirmed(tx: Tx, at: Instant): Promise<readonly string[]> {
  const rows = await tx
    .deleteFrom("follower")
    .where("confirmed_at", "is", null)
    .where("asked_at", "<", instantOf(millisecondsOf(at) - HOURS_TO_CONFIRM * 3_600_000))
    .returning("address")
    .execute();
  await tx.deleteFrom("follower_rest").where("until", "<", at).execute();
  return rows.map(({ address }) => address);
}
