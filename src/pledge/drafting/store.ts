import type { Selectable } from "kysely";
import type { PartyKind } from "../../ground/party.ts";
import type { Instant } from "../../ground/time.ts";
import type { Within } from "../../partnership/tables.ts";
import type { Content } from "../document.ts";
import type { PledgeDatabase } from "../tables.ts";
import type { PledgeVersionRow } from "./tables.ts";

type Tx = Within<PledgeDatabase>;
type Document = { readonly id: string; readonly revision: number };

/** `key`: a revision's number, or the id of what was put aside. */
export type Version = {
  readonly key: string;
  readonly revision: number;
  readonly aside: boolean;
  readonly at: Instant;
  readonly organisation: string | null;
  readonly party: PartyKind | null;
};

const COLUMNS = ["organisation.name as organisation", "organisation.kind as party"] as const;

/** Every wording there has been, newest first: what stands in the document, and what has been kept of it. */
export async function versionsOf(tx: Tx, document: Document): Promise<Version[]> {
  const kept = await tx
    .selectFrom("pledge_version")
    .leftJoin("organisation", "organisation.id", "organisation_id")
    .select(["pledge_version.id", "revision", "aside", "saved_at as at", ...COLUMNS])
    .where("document_id", "=", document.id)
    .orderBy("saved_at", "desc")
    .orderBy("revision", "desc")
    .execute();
  const versions = kept.map(({ id, ...version }) => ({
    ...version,
    key: version.aside ? id : String(version.revision),
  }));
  if (versions.some(({ key }) => key === String(document.revision))) return versions;
  const now = await tx
    .selectFrom("pledge_document")
    .leftJoin("organisation", "organisation.id", "changed_by_organisation_id")
    .select(["revision", "changed_at as at", ...COLUMNS])
    .where("pledge_document.id", "=", document.id)
    .executeTakeFirst();
  if (now === undefined) return versions;
  // What was put aside after it stands before it.
  const later = versions.filter(({ aside, at }) => aside && at > now.at);
  const earlier = versions.filter((one) => !later.includes(one));
  return [...later, { ...now, aside: false, key: String(now.revision) }, ...earlier];
}

/** One wording by its key; undefined where there is none. */
export async function versionContent(tx: Tx, document: Document & { content: Content }, key: string) {
  if (key === String(document.revision)) return document.content;
  const query = tx.selectFrom("pledge_version").select("content").where("document_id", "=", document.id);
  const row = await (
    /^\d{1,9}$/.test(key)
      ? query.where("revision", "=", Number(key)).where("aside", "=", false)
      : query.where("id", "=", key).where("aside", "=", true)
  ).executeTakeFirst();
  return row?.content;
}

export async function putAside(
  tx: Tx,
  version: Omit<Selectable<PledgeVersionRow>, "content" | "aside"> & { content: Content },
): Promise<void> {
  const { content, ...row } = version;
  await tx
    .insertInto("pledge_version")
    .values({ ...row, aside: true, content: JSON.stringify(content) })
    .execute();
}

/** Which revision this person has read last. */
export async function lastRead(tx: Tx, documentId: string, personId: string): Promise<number | undefined> {
  const row = await tx
    .selectFrom("pledge_read")
    .select("revision")
    .where("document_id", "=", documentId)
    .where("person_id", "=", personId)
    .executeTakeFirst();
  return row?.revision;
}

export async function noteRead(
  tx: Tx,
  { partnershipId, documentId, personId }: { partnershipId: string; documentId: string; personId: string },
  revision: number,
): Promise<void> {
  await tx
    .insertInto("pledge_read")
    .values({ document_id: documentId, person_id: personId, partnership_id: partnershipId, revision })
    .onConflict((clash) => clash.columns(["document_id", "person_id"]).doUpdateSet({ revision }))
    .execute();
}
