import type { Within } from "../../partnership/tables.ts";
import type { PledgeDatabase } from "../tables.ts";
import type { PublishingKey } from "./publishing.ts";

type Tx = Within<PledgeDatabase>;

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
