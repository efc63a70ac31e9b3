import type { Day, Instant } from "../../ground/time.ts";
import type { Within } from "../../partnership/tables.ts";
import type { State } from "../lifecycle.ts";
import type { PledgeDatabase } from "../tables.ts";
import { type Next, nextOf, type Warning } from "./expiry.ts";
import type { Decided } from "./fate.ts";

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

/** How far the promise that follows on each has come; one that was laid down is none. */
export async function nextBy(tx: Tx, partnershipId: string): Promise<ReadonlyMap<string, Next>> {
  const rows = await tx
    .selectFrom("pledge_document")
    .select(["predecessor_id", "state"])
    .where("partnership_id", "=", partnershipId)
    .where("predecessor_id", "is not", null)
    .where("state", "<>", "dropped")
    .$narrowType<{ state: State }>()
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

type Of = { readonly partnershipId: string; readonly documentId: string };

export async function fatesOf(tx: Tx, documentId: string): Promise<Decided[]> {
  const rows = await tx.selectFrom("pledge_fate").selectAll().where("document_id", "=", documentId).execute();
  return rows.map(({ item_id, fate, reason, handed_to, organisation_id, revision, decided_at }) => ({
    itemId: item_id,
    fate,
    reason,
    handedTo: handed_to,
    organisationId: organisation_id,
    revision,
    at: decided_at,
  }));
}

export async function readsOf(tx: Tx, documentId: string) {
  const rows = await tx
    .selectFrom("pledge_fate_read")
    .select(["item_id", "organisation_id"])
    .where("document_id", "=", documentId)
    .execute();
  return rows.map(({ item_id, organisation_id }) => ({ itemId: item_id, organisationId: organisation_id }));
}

/** Once for each organisation, whoever of its people reads. */
export async function noteRead(
  tx: Tx,
  of: Of,
  read: { readonly itemId: string; readonly organisationId: string; readonly at: Instant },
): Promise<void> {
  await tx
    .insertInto("pledge_fate_read")
    .values({
      document_id: of.documentId,
      partnership_id: of.partnershipId,
      item_id: read.itemId,
      organisation_id: read.organisationId,
      read_at: read.at,
    })
    .onConflict((clash) => clash.doNothing())
    .execute();
}

/** In the place of the fate before. The promise is held meanwhile, so that two who decide at once decide one after the other. */
export async function putFate(tx: Tx, of: Of, given: Decided): Promise<void> {
  const said = {
    fate: given.fate,
    reason: given.reason,
    handed_to: given.handedTo,
    organisation_id: given.organisationId,
    revision: given.revision,
    decided_at: given.at,
  };
  await tx
    .insertInto("pledge_fate")
    .values({ document_id: of.documentId, partnership_id: of.partnershipId, item_id: given.itemId, ...said })
    .onConflict((clash) => clash.columns(["document_id", "item_id"]).doUpdateSet(said))
    .execute();
}
