import type { Transaction } from "kysely";
import type { Instant } from "../../ground/time.ts";
import type { CollectDatabase } from "../tables.ts";
import type { Override, ReviewVerdict } from "./review.ts";

type Tx = Transaction<CollectDatabase>;

export async function addOverride(
  tx: Tx,
  partnershipId: string,
  ownerOrganisationId: string,
  override: Override,
): Promise<void> {
  await tx
    .insertInto("person_review")
    .values({
      id: override.id,
      partnership_id: partnershipId,
      observation_id: override.observationId,
      owner_organisation_id: ownerOrganisationId,
      kinds: override.kinds,
      reason: override.reason,
      overridden_by: override.overriddenBy,
      overridden_at: override.overriddenAt,
      verdict: null,
      reviewed_by: null,
      reviewed_at: null,
    })
    .execute();
}

export async function openOverride(tx: Tx, observationId: string): Promise<Override | undefined> {
  const row = await tx
    .selectFrom("person_review")
    .selectAll()
    .where("observation_id", "=", observationId)
    .where("verdict", "is", null)
    .executeTakeFirst();
  return (
    row && {
      id: row.id,
      observationId: row.observation_id,
      kinds: row.kinds,
      reason: row.reason,
      overriddenBy: row.overridden_by,
      overriddenAt: row.overridden_at,
    }
  );
}

export async function closeOverride(
  tx: Tx,
  observationId: string,
  { verdict, by, at }: { verdict: ReviewVerdict | "rewritten"; by: string; at: Instant },
): Promise<void> {
  await tx
    .updateTable("person_review")
    .set({ verdict, reviewed_by: by, reviewed_at: at })
    .where("observation_id", "=", observationId)
    .where("verdict", "is", null)
    .execute();
}

/** What waits in the organisations of the one who asks, the oldest first. */
export async function openReviews(tx: Tx, partnershipId: string) {
  return (
    tx
      .selectFrom("person_review")
      .innerJoin("observation", "observation.id", "person_review.observation_id")
      .leftJoin("walk", "walk.id", "observation.walk_id")
      .where("person_review.partnership_id", "=", partnershipId)
      .where("verdict", "is", null)
      .where("withdrawn_at", "is", null)
      // A note whose words have gone leaves nothing to look at.
      .where("observation.disposed_at", "is", null)
      .orderBy("overridden_at")
      .select([
        "observation.id as observationId",
        "text",
        "consequence",
        "proposal",
        "place_name as placeName",
        "wished_sharing as wished",
        "kinds",
        "reason",
        "overridden_by as overriddenBy",
        "noted_by as notedBy",
        "overridden_at as overriddenAt",
        "walk.slug as walkSlug",
        "walk.title as walkTitle",
      ])
      .execute()
  );
}
