// Paper answers that are typed in. Under the role of whoever types: the database lets in only those who lead the campaign, and only their own latest out again.
import { sql } from "kysely";
import type { Day } from "../../ground/time.ts";
import type { Within } from "../../partnership/tables.ts";
import type { AnyTransaction } from "../../platform/server/house.ts";
import { sha256Hex } from "../../platform/server/secrets.ts";
import type { CollectDatabase } from "../tables.ts";

type Tx = Within<CollectDatabase>;
/** The number a paper was given where it was typed in, and the groups that it says one belongs to. */
type Paper = { readonly form: string; readonly groups: readonly string[] };
type Typist = { readonly campaignId: string; readonly personId: string };

export async function countTyped(
  tx: Tx,
  { campaignId, personId, partnershipId }: Typist & { readonly partnershipId: string },
  { id, on }: { readonly id: string; readonly on: Day },
): Promise<void> {
  await tx
    .insertInto("campaign_typing")
    .values({
      campaign_id: campaignId,
      person_id: personId,
      partnership_id: partnershipId,
      on_day: on,
      typed: 1,
      latest: id,
    })
    .onConflict((is) =>
      is.columns(["campaign_id", "person_id"]).doUpdateSet({
        typed: sql`case when campaign_typing.on_day = excluded.on_day then campaign_typing.typed + 1 else 1 end`,
        on_day: on,
        latest: id,
      }),
    )
    .execute();
}

/** How many somebody has typed in on a day. */
export async function typedOn(tx: Tx, { campaignId, personId }: Typist, day: Day): Promise<number> {
  const row = await tx
    .selectFrom("campaign_typing")
    .select("typed")
    .where("campaign_id", "=", campaignId)
    .where("person_id", "=", personId)
    .where("on_day", "=", day)
    .executeTakeFirst();
  return row?.typed ?? 0;
}

/** The latest somebody typed in, and whether it is this paper with these groups. */
export async function latestTyped(tx: Tx, { campaignId, personId }: Typist, { form, groups }: Paper) {
  const row = await tx
    .selectFrom("campaign_typing")
    .innerJoin("campaign_answer", "campaign_answer.id", "campaign_typing.latest")
    .select(["campaign_answer.id", "campaign_typing.on_day as on", "campaign_answer.read_on as readOn", "seal"])
    .where("campaign_typing.campaign_id", "=", campaignId)
    .where("campaign_typing.person_id", "=", personId)
    .executeTakeFirst();
  const seal = sha256Hex(`${form} ${groups.join(" ")}`);
  return row && { id: row.id, on: row.on, isRead: row.readOn !== null, isSame: row.seal === seal };
}

/** The answer goes, with what it was coded to. */
export async function takeBackTyped(tx: Tx, { campaignId, personId }: Typist, id: string): Promise<void> {
  await tx.deleteFrom("coding").where("answer_id", "=", id).execute();
  await tx.deleteFrom("campaign_answer").where("id", "=", id).execute();
  await tx
    .updateTable("campaign_typing")
    .set({ typed: sql`typed - 1` })
    .where("campaign_id", "=", campaignId)
    .where("person_id", "=", personId)
    .execute();
}

/** The day after, nobody is known as the one who typed an answer. */
export async function forgetTypists(tx: Tx, before: Day): Promise<void> {
  await tx.updateTable("campaign_typing").set({ latest: null, seal: null }).where("on_day", "<", before).execute();
}

/** Its groups on the campaign's one sheet of counts, and a seal over them on the latest paper. */
export async function countGroupsTyped(tx: Tx, campaignId: string, { form, groups }: Paper): Promise<void> {
  await sql`select samsyn_count_typed(${campaignId}::uuid, ${form}::uuid, ${groups}::text[])`.execute(
    tx as AnyTransaction,
  );
}

/** And off it again, where the seal says that it was they; while the paper is still the latest. */
export async function uncountGroupsTyped(tx: Tx, campaignId: string, { form, groups }: Paper): Promise<void> {
  await sql`select samsyn_uncount_typed(${campaignId}::uuid, ${form}::uuid, ${groups}::text[])`.execute(
    tx as AnyTransaction,
  );
}
