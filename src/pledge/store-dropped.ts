import type { Within } from "../partnership/tables.ts";
import type { TakenBack } from "./taking-back.ts";
import type { PledgeDatabase } from "./tables.ts";

type Tx = Within<PledgeDatabase>;

/** Writes it down; that the document is a draft again, or laid down, the database does by itself (migrations/0111_taken_back.sql). */
export async function addTakenBack(tx: Tx, partnershipId: string, taken: TakenBack): Promise<void> {
  await tx
    .insertInto("pledge_taken_back")
    .values({
      id: taken.id,
      partnership_id: partnershipId,
      document_id: taken.documentId,
      kind: taken.kind,
      revision: taken.revision,
      content_hash: taken.contentHash,
      reason: taken.reason,
      organisation_id: taken.organisationId,
      taken_back_at: taken.at,
      example: taken.example,
    })
    .execute();
}

/** What was taken back of one document, or all that was laid down, the newest first, with what the document was called. */
export async function takenBackIn(
  tx: Tx,
  partnershipId: string,
  of: { readonly documentId: string } | { readonly kind: "dropped" },
) {
  return tx
    .selectFrom("pledge_taken_back as taken")
    .innerJoin("pledge_document as document", "document.id", "taken.document_id")
    .where("taken.partnership_id", "=", partnershipId)
    .where((is) => ("documentId" in of ? is("taken.document_id", "=", of.documentId) : is("taken.kind", "=", of.kind)))
    .select([
      "taken.document_id as documentId",
      "taken.kind as kind",
      "taken.reason as reason",
      "taken.organisation_id as organisationId",
      "taken.taken_back_at as at",
      "document.slug as slug",
      "document.title as title",
    ])
    .orderBy("taken.taken_back_at", "desc")
    .orderBy("taken.revision", "desc")
    .execute();
}
