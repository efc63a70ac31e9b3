// Who is written to: those who hold a role in a partnership today. Letters themselves are kept by the platform.
import type { Role } from "../../ground/party.ts";
import type { Within } from "../../partnership/tables.ts";
import type { TellDatabase } from "../tables.ts";

type Tx = Within<TellDatabase>;

/** Each person once, with the organisation they hold the role for; of one organisation only, where it is named. */
export async function holdersIn(tx: Tx, partnershipId: string, roles: readonly Role[], organisationId?: string) {
  let query = tx
    .selectFrom("role_grant")
    .select(["person_id as personId", "organisation_id as organisationId"])
    .where("partnership_id", "=", partnershipId)
    .where("role", "in", [...roles])
    .where("ended_at", "is", null)
    .distinctOn("person_id")
    .orderBy("person_id");
  if (organisationId !== undefined) query = query.where("organisation_id", "=", organisationId);
  return query.execute();
}

/** A passage that nobody has opened and that stands. */
export async function passageWaits(tx: Tx, id: string) {
  return tx
    .selectFrom("hearing_passage")
    .select(["id", "to_organisation_id as to"])
    .where("id", "=", id)
    .where("opened_at", "is", null)
    .where("withdrawn_at", "is", null)
    .executeTakeFirst();
}

/** The last question about an activity, while it waits for an answer. */
export async function ownerWaits(tx: Tx, partnershipId: string, activityId: string) {
  return tx
    .selectFrom("pledge_owner")
    .select(["id", "document_id as documentId", "organisation_id as organisationId", "unit", "asked_by as askedBy"])
    .where("partnership_id", "=", partnershipId)
    .where("activity_id", "=", activityId)
    .where("state", "=", "asked")
    .orderBy("asked_at", "desc")
    .executeTakeFirst();
}

export async function disputeWaits(tx: Tx, id: string) {
  return tx
    .selectFrom("receipt_dispute")
    .innerJoin("theme", "theme.id", "receipt_dispute.theme_id")
    .innerJoin("campaign", "campaign.id", "receipt_dispute.campaign_id")
    .innerJoin("source", "source.id", "campaign.source_id")
    .select(["receipt_dispute.id as id", "disputed_on as on", "theme.name as theme"])
    .select("source.owner_organisation_id as owner")
    .where("receipt_dispute.id", "=", id)
    .where("verdict", "<>", "yes")
    .where("reply", "is", null)
    .executeTakeFirst();
}

export async function partnershipsThere(tx: Tx) {
  return tx.selectFrom("partnership").select(["id", "slug", "name"]).orderBy("id").execute();
}

/** Everybody who works anywhere today. */
export async function peopleThere(tx: Tx): Promise<readonly string[]> {
  const rows = await tx
    .selectFrom("role_grant")
    .select("person_id")
    .distinct()
    .where("ended_at", "is", null)
    .orderBy("person_id")
    .execute();
  return rows.map(({ person_id }) => person_id);
}
