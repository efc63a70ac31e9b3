import type { Within } from "../../partnership/tables.ts";
import type { PledgeDatabase } from "../tables.ts";
import { type DriftCheck, tally } from "./drift.ts";
import type { HandedOut } from "./rendering.ts";

type Tx = Within<PledgeDatabase>;

/** Keeps what was handed out; the same again is the one that is there. */
export async function keepHandedOut(
  tx: Tx,
  where: { readonly partnershipId: string; readonly example: boolean },
  out: HandedOut,
  made: { readonly body: Uint8Array; readonly hash: string },
): Promise<string> {
  const there = await tx
    .selectFrom("pledge_handed_out")
    .select("id")
    .where("document_id", "=", out.documentId)
    .where("channel", "=", out.channel)
    .where("form", "=", out.form)
    .where("lang", "=", out.lang)
    .where("hash", "=", made.hash)
    .executeTakeFirst();
  if (there !== undefined) return there.id;
  await tx
    .insertInto("pledge_handed_out")
    .values({
      id: out.id,
      partnership_id: where.partnershipId,
      document_id: out.documentId,
      content_hash: out.contentHash,
      channel: out.channel,
      form: out.form,
      lang: out.lang,
      body: made.body,
      hash: made.hash,
      handed_at: out.at,
      handed_by: out.by,
      organisation_id: out.organisationId,
      example: where.example,
    })
    .execute();
  return out.id;
}

/** What was handed out of a document, the latest first, without the bytes. */
export async function handedOutOf(tx: Tx, documentId: string) {
  return tx
    .selectFrom("pledge_handed_out")
    .innerJoin("organisation", "organisation.id", "pledge_handed_out.organisation_id")
    .select([
      "pledge_handed_out.id",
      "channel",
      "form",
      "lang",
      "hash",
      "content_hash as contentHash",
      "handed_at as at",
      "organisation.name as by",
    ])
    .where("document_id", "=", documentId)
    .orderBy("handed_at", "desc")
    .orderBy("pledge_handed_out.id", "desc")
    .execute();
}

export async function handedOutBytes(tx: Tx, partnershipId: string, id: string) {
  return tx
    .selectFrom("pledge_handed_out")
    .innerJoin("pledge_document", "pledge_document.id", "pledge_handed_out.document_id")
    .select(["channel", "form", "body", "hash", "slug"])
    .where("pledge_handed_out.id", "=", id)
    .where("pledge_handed_out.partnership_id", "=", partnershipId)
    .executeTakeFirst();
}

export async function keepCheck(
  tx: Tx,
  where: { readonly partnershipId: string; readonly example: boolean },
  check: DriftCheck,
): Promise<void> {
  await tx
    .insertInto("pledge_drift_check")
    .values({
      id: check.id,
      partnership_id: where.partnershipId,
      document_id: check.documentId,
      content_hash: check.contentHash,
      place: check.place,
      address: check.address,
      fetched: check.isFetched,
      items: JSON.stringify(check.drift.items),
      ...tally(check.drift),
      checked_at: check.at,
      checked_by: check.by,
      organisation_id: check.organisationId,
      example: where.example,
    })
    .execute();
}

/** So many are shown; older ones stay stored. */
const MOST_SHOWN = 20;

/** The comparisons of a document, the latest first. */
export async function checksOf(tx: Tx, documentId: string) {
  return tx
    .selectFrom("pledge_drift_check")
    .innerJoin("organisation", "organisation.id", "pledge_drift_check.organisation_id")
    .select([
      "pledge_drift_check.id",
      "place",
      "address",
      "fetched",
      "items",
      "same",
      "changed",
      "missing",
      "added",
      "content_hash as contentHash",
      "checked_at as at",
      "organisation.name as by",
    ])
    .where("document_id", "=", documentId)
    .orderBy("checked_at", "desc")
    .orderBy("pledge_drift_check.id", "desc")
    .limit(MOST_SHOWN)
    .execute();
}
