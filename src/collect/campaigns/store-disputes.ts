import type { Selectable } from "kysely";
import type { Day } from "../../ground/time.ts";
import type { Within } from "../../partnership/tables.ts";
import type { CollectDatabase } from "../tables.ts";
import type { Dispute } from "./dispute.ts";
import type { ReceiptDisputeRow } from "./tables.ts";

type Tx = Within<CollectDatabase>;

function disputeOf(
  row: Pick<Selectable<ReceiptDisputeRow>, "verdict" | "said" | "disputed_on" | "reply" | "reply_text" | "replied_on">,
): Dispute {
  const { verdict, said, disputed_on: disputedOn, reply, reply_text: text, replied_on: on } = row;
  const replied = reply === null || text === null || on === null ? undefined : { kind: reply, text, on };
  return { verdict, said, disputedOn, replied };
}

/** What a receipt has said of a theme before. */
export async function disputeByKey(tx: Tx, receiptKey: string): Promise<Dispute | undefined> {
  const row = await tx
    .selectFrom("receipt_dispute")
    .selectAll()
    .where("receipt_key", "=", receiptKey)
    .forUpdate()
    .executeTakeFirst();
  return row && disputeOf(row);
}

export type Disputing = {
  readonly id: string;
  readonly partnershipId: string;
  readonly campaignId: string;
  readonly themeId: string;
  readonly receiptKey: string;
};

/** One row a receipt and theme, and its id: what is said again takes the place of what was said, which it carries with it. */
export async function keepDispute(tx: Tx, of: Disputing, dispute: Dispute): Promise<string> {
  const { verdict, said, disputedOn, replied } = dispute;
  const stands = {
    verdict,
    said: JSON.stringify(said),
    disputed_on: disputedOn,
    reply: replied?.kind ?? null,
    reply_text: replied?.text ?? null,
    replied_on: replied?.on ?? null,
  };
  const { id } = await tx
    .insertInto("receipt_dispute")
    .values({
      id: of.id,
      partnership_id: of.partnershipId,
      campaign_id: of.campaignId,
      theme_id: of.themeId,
      receipt_key: of.receiptKey,
      ...stands,
    })
    .onConflict((is) => is.column("receipt_key").doUpdateSet(stands))
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

/** What everybody with a receipt of these themes may know: that it is disputed and what was answered, never in whose words. */
export async function disputesOfThemes(tx: Tx, themeIds: readonly string[]) {
  if (themeIds.length === 0) return [];
  const rows = await tx
    .selectFrom("receipt_dispute")
    .selectAll()
    .where("theme_id", "in", themeIds)
    .where("verdict", "<>", "yes")
    .orderBy("disputed_on")
    .orderBy("id")
    .execute();
  return rows.map((row) => {
    const { said: _said, ...dispute } = disputeOf(row);
    return { themeId: row.theme_id, ...dispute };
  });
}

const withNames = (tx: Tx, partnershipId: string) =>
  tx
    .selectFrom("receipt_dispute")
    .innerJoin("theme", "theme.id", "receipt_dispute.theme_id")
    .innerJoin("campaign", "campaign.id", "receipt_dispute.campaign_id")
    .innerJoin("source", "source.id", "campaign.source_id")
    .selectAll("receipt_dispute")
    .select(["theme.name as theme", "campaign.title as campaign", "source.owner_organisation_id as owner"])
    .where("receipt_dispute.partnership_id", "=", partnershipId);

/** What is disputed of one's own, the oldest first: what waits for an answer, and what has got one. */
export async function disputesOf(tx: Tx, partnershipId: string) {
  const rows = await withNames(tx, partnershipId)
    .where("verdict", "<>", "yes")
    .orderBy("disputed_on")
    .orderBy("receipt_dispute.id")
    .execute();
  return rows.map((row) => ({
    id: row.id,
    theme: row.theme,
    campaign: row.campaign,
    owner: row.owner,
    dispute: disputeOf(row),
  }));
}

export async function disputeById(tx: Tx, partnershipId: string, id: string) {
  const row = await withNames(tx, partnershipId).where("receipt_dispute.id", "=", id).executeTakeFirst();
  return row && { partnershipId, owner: row.owner, dispute: disputeOf(row) };
}

export async function answer(
  tx: Tx,
  id: string,
  {
    kind,
    text,
    on,
  }: { readonly kind: NonNullable<ReceiptDisputeRow["reply"]>; readonly text: string; readonly on: Day },
): Promise<void> {
  await tx
    .updateTable("receipt_dispute")
    .set({ reply: kind, reply_text: text, replied_on: on })
    .where("id", "=", id)
    .execute();
}
