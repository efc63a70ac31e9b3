import { sql } from "kysely";
import type { Within } from "../../partnership/tables.ts";
import type { PledgeDocument } from "../lifecycle.ts";
import type { PledgeDatabase } from "../tables.ts";
import type { PublishingKey } from "./publishing.ts";

type Tx = Within<PledgeDatabase>;

/** Whether the first key, of the organisation that asked for publication, holds no longer. Asked for before there were keys, it never did. */
export async function firstKeyFell(tx: Tx, document: PledgeDocument): Promise<boolean> {
  if (document.state !== "signed" || document.publication === undefined) return false;
  const held = await tx
    .selectFrom("pledge_publishing")
    .select("id")
    .where("document_id", "=", document.id)
    .where("organisation_id", "=", document.publication.organisationId)
    .where(sql<boolean>`samsyn_publishing_holds(id)`)
    .executeTakeFirst();
  return held === undefined;
}

/** Takes away an organisation's key that has fallen; the database lets no other go, and none once it is published. */
export async function dropPublishingKey(
  tx: Tx,
  { documentId, organisationId }: { readonly documentId: string; readonly organisationId: string },
): Promise<void> {
  await tx
    .deleteFrom("pledge_publishing")
    .where("document_id", "=", documentId)
    .where("organisation_id", "=", organisationId)
    .execute();
}

export async function addPublishingKey(
  tx: Tx,
  { partnershipId, documentId }: { readonly partnershipId: string; readonly documentId: string },
  key: PublishingKey,
): Promise<void> {
  await tx
    .insertInto("pledge_publishing")
    .values({
      id: key.id,
      partnership_id: partnershipId,
      document_id: documentId,
      party: key.party,
      organisation_id: key.organisationId,
      person_id: key.means.personId,
      content_hash: key.contentHash,
      pressed_at: key.pressedAt,
      means: JSON.stringify(key.means),
    })
    .execute();
}
