import type { Insertable } from "kysely";
import type { Within } from "../../partnership/tables.ts";
import { mandatesOf } from "../mandates/store.ts";
import type { PledgeDatabase } from "../tables.ts";
import { type PaperMandate, type Scan, VOUCHERS } from "./paper.ts";
import type { PledgePaperRow } from "./tables.ts";

type Tx = Within<PledgeDatabase>;
export type KeptScan = Scan & { readonly type: PledgePaperRow["scan_type"] };

/** The recorded rights to sign. */
export async function paperMandates(tx: Tx, partnershipId: string): Promise<PaperMandate[]> {
  const all = await mandatesOf(tx, partnershipId);
  return all.map(({ id, organisationId, personId, name, hasKey, party, office, acting, decidedBy, from, to }) => ({
    id,
    organisationId,
    personId,
    holder: name,
    hasKey,
    party,
    office,
    acting,
    decidedBy,
    from,
    to,
  }));
}

/** Everybody here whose role lets them vouch, once for each organisation. */
export async function vouchersOf(tx: Tx, partnershipId: string) {
  const rows = await tx
    .selectFrom("role_grant")
    .select(["person_id", "organisation_id"])
    .distinct()
    .where("partnership_id", "=", partnershipId)
    .where("ended_at", "is", null)
    .where("role", "in", [...VOUCHERS])
    .execute();
  return rows.map((row) => ({ personId: row.person_id, organisationId: row.organisation_id }));
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
        handedInBy: row.handed_in_by,
        type: row.scan_type,
      },
    ];
  });
}
