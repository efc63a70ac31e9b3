import type { Day, Instant } from "../../ground/time.ts";
import type { Within } from "../../partnership/tables.ts";
import type { PledgeDatabase } from "../tables.ts";
import { type Next, nextOf, type Warning } from "./expiry.ts";

type Tx = Within<PledgeDatabase>;

/** Every promise in force anywhere that has a last day. Needs the system role. */
export async function standing(tx: Tx): Promise<{ id: string; partnershipId: string; slug: string; to: Day }[]> {
  const rows = await tx
    .selectFrom("pledge_document")
    .select(["id", "partnership_id", "slug", "valid_to"])
    .where("state", "=", "published")
    .where("valid_to", "is not", null)
    // A change ends with the promise it changes.
    .where("amends_id", "is", null)
    .orderBy("valid_to")
    .orderBy("id")
    .execute();
  return rows.flatMap(({ id, partnership_id, slug, valid_to }) =>
    valid_to === null ? [] : [{ id, partnershipId: partnership_id, slug, to: valid_to }],
  );
}

/** How far the promise that follows on each has come; one that was taken back is none. */
export async function nextBy(tx: Tx, partnershipId: string): Promise<ReadonlyMap<string, Next>> {
  const rows = await tx
    .selectFrom("pledge_document")
    .select(["predecessor_id", "state"])
    .where("partnership_id", "=", partnershipId)
    .where("predecessor_id", "is not", null)
    .where((where) => where.or([where("closing", "is", null), where("closing", "<>", "withdrawn")]))
    .execute();
  const followed = new Set(rows.flatMap(({ predecessor_id }) => predecessor_id ?? []));
  return new Map([...followed].map((id) => [id, nextOf(rows.filter(({ predecessor_id }) => predecessor_id === id))]));
}

export async function warningsOf(tx: Tx, partnershipId: string) {
  const rows = await tx
    .selectFrom("pledge_warning")
    .select(["document_id", "days", "warned_at"])
    .where("partnership_id", "=", partnershipId)
    .orderBy("warned_at")
    .execute();
  return rows.map(({ document_id, days, warned_at }) => ({ documentId: document_id, days, at: warned_at }));
}

/** False where it was said already: two clocks that strike at once say it once. */
export async function addWarning(
  tx: Tx,
  of: { readonly partnershipId: string; readonly documentId: string },
  days: Warning,
  at: Instant,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto("pledge_warning")
    .values({ document_id: of.documentId, partnership_id: of.partnershipId, days, warned_at: at })
    .onConflict((clash) => clash.doNothing())
    .executeTakeFirst();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}
