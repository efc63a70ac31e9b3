import type { Insertable } from "kysely";
import type { Within } from "../../partnership/tables.ts";
import { mandatesOf } from "../mandates/store.ts";
import type { PledgeDatabase } from "../tables.ts";
import type { PaperMandate, Scan } from "./paper.ts";
import type { PledgePaperRow } from "./tables.ts";

type Tx = Within<PledgeDatabase>;
export type KeptScan = Scan & { readonly type: PledgePaperRow["scan_type"] };

/** The recorded rights to sign. */
export async function paperMandates(tx: Tx, partnershipId: string): Promise<PaperMandate[]> {
  const all = await mandatesOf(tx, partnershipId);
  return all.map(({ id, organisationId, personId, party, office, acting, decidedBy, from, to }) => ({
    id,
    organisationId,
    personId,
    party,
    office,
    acting,
    decidedBy,
    from,
    to,
  }));
}

export async function addPaper(tx: Tx, paper: Insertable<PledgePaperRow>): Promise<void> {
  await tx.insertInto("pledge_paper").values(paper).execute();
}

/** What has been handed in for a document, oldest first. */
export async function papersOf(tx: Tx, partnershipId: string, documentId: string): Promise<KeptScan[]> {
  const mandates = await paperMandates(tx, partnershipId);
  const rows = await tx
    .selectFrom("pledge_paper")
    .selectAll()
    .where("document_id", "=", documentId)
    .orderBy("handed_in_at")
    .execute();
  return rows.flatMap((row) => {
    const mandate = mandates.find(({ id }) => id === row.mandate_id);
    if (mandate === undefined) return [];
    return [
      {
        id: row.id,
        mandate,
        contentHash: row.content_hash,
        scan: row.scan,
        on: row.signed_on,
        type: row.scan_type,
      },
    ];
  });
}
