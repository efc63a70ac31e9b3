import type { Day } from "../../ground/time.ts";
import type { Within } from "../../partnership/tables.ts";
import type { Look } from "../sent-photo.ts";
import type { CollectDatabase } from "../tables.ts";
import type { CampaignPhotoRow } from "./tables.ts";

type Tx = Within<CollectDatabase>;
type Picture = Pick<CampaignPhotoRow, "jpeg" | "width" | "height">;

export async function addPhoto(
  tx: Tx,
  of: { readonly id: string; readonly partnershipId: string; readonly answerId: string },
  { jpeg, width, height }: Picture,
): Promise<void> {
  const { id, partnershipId, answerId } = of;
  await tx
    .insertInto("campaign_photo")
    .values({ id, partnership_id: partnershipId, answer_id: answerId, jpeg, width, height, covered_on: null })
    .execute();
}

/** How many photos of a dialogue nobody has looked at; needs the system role. */
export async function unseenPhotos(tx: Tx, campaignId: string): Promise<number> {
  const { count } = await tx
    .selectFrom("campaign_photo")
    .innerJoin("campaign_answer", "campaign_answer.id", "campaign_photo.answer_id")
    .select(({ fn }) => fn.countAll<number>().as("count"))
    .where("campaign_answer.campaign_id", "=", campaignId)
    .where("campaign_photo.covered_on", "is", null)
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** The photo of an answer, as far as the one who asks may see it. */
export async function photoOf(tx: Tx, partnershipId: string, answerId: string) {
  return tx
    .selectFrom("campaign_photo")
    .select("jpeg")
    .where("partnership_id", "=", partnershipId)
    .where("answer_id", "=", answerId)
    .executeTakeFirst();
}

/** Which of these answers have a photo, and whether somebody has looked at it. */
export async function photosOf(tx: Tx, answerIds: readonly string[]): Promise<ReadonlyMap<string, Look>> {
  if (answerIds.length === 0) return new Map();
  const rows = await tx
    .selectFrom("campaign_photo")
    .select(["answer_id", "covered_on"])
    .where("answer_id", "in", answerIds)
    .execute();
  return new Map(rows.map(({ answer_id, covered_on }) => [answer_id, covered_on === null ? "unseen" : "covered"]));
}

/** What was sent is gone. */
export async function replacePhoto(
  tx: Tx,
  answerId: string,
  { jpeg, width, height, coveredOn }: Picture & { readonly coveredOn: Day },
): Promise<void> {
  await tx
    .updateTable("campaign_photo")
    .set({ jpeg, width, height, covered_on: coveredOn })
    .where("answer_id", "=", answerId)
    .execute();
}

export async function dropPhoto(tx: Tx, answerId: string): Promise<void> {
  await tx.deleteFrom("campaign_photo").where("answer_id", "=", answerId).execute();
}

/** Photos of answers before a day that still lie in the order they came. */
export async function unmixedPhotos(tx: Tx, before: Day): Promise<string[]> {
  const rows = await tx
    .selectFrom("campaign_photo")
    .innerJoin("campaign_answer", "campaign_answer.id", "campaign_photo.answer_id")
    .select("campaign_photo.id")
    .where("campaign_photo.mixed", "=", false)
    .where("received_on", "<", before)
    .orderBy("campaign_photo.id")
    .execute();
  return rows.map(({ id }) => id);
}

export async function markPhotoMixed(tx: Tx, id: string): Promise<void> {
  await tx.updateTable("campaign_photo").set({ mixed: true }).where("id", "=", id).execute();
}
