import { type Insertable, type RawBuilder, type Selectable, sql } from "kysely";
import type { Day, Instant } from "../ground/time.ts";
import type { Within } from "../partnership/tables.ts";
import { type Amended, originalOf } from "./amendments/amendment.ts";
import { activitiesOf, type Content, signedText, spanOf } from "./document.ts";
import type { BothSignatures, Closed, HalfSigned, PledgeDocument, Published, Signed } from "./lifecycle.ts";
import type { AnySignature, Mandate, SigningParty } from "./signature.ts";
import type {
  PledgeDatabase,
  PledgeDocumentRow,
  PledgeMandateRow,
  PledgeSignatureRow,
  PledgeSigningRow,
} from "./tables.ts";

type Tx = Within<PledgeDatabase>;
/** SHA-256 as hex of the UTF-8 of a text, handed in: rules and stores hold no cryptography of their own. */
export type Hash = (text: string) => string;

export async function documentsOf(tx: Tx, partnershipId: string): Promise<PledgeDocument[]> {
  const rows = await tx
    .selectFrom("pledge_document")
    .selectAll()
    .where("partnership_id", "=", partnershipId)
    .where("state", "<>", "dropped")
    .orderBy("valid_from")
    .orderBy("slug")
    .execute();
  const signatures = await signaturesOf(
    tx,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => asDocument(row, signatures));
}

export async function documentBySlug(tx: Tx, partnershipId: string, slug: string): Promise<PledgeDocument | undefined> {
  const row = await tx
    .selectFrom("pledge_document")
    .selectAll()
    .where("partnership_id", "=", partnershipId)
    .where("slug", "=", slug)
    .where("state", "<>", "dropped")
    .executeTakeFirst();
  return row === undefined ? undefined : asDocument(row, await signaturesOf(tx, [row.id]));
}

/**
 * The same, held until the transaction ends: two who decide at once decide one after the other. Row-level security holds nothing for
 * those who may not change it; they read it all the same, and are told why not.
 */
export async function documentForDecision(
  tx: Tx,
  partnershipId: string,
  slug: string,
): Promise<PledgeDocument | undefined> {
  await tx
    .selectFrom("pledge_document")
    .select("id")
    .where("partnership_id", "=", partnershipId)
    .where("slug", "=", slug)
    .where("state", "<>", "dropped")
    .forUpdate()
    .execute();
  return documentBySlug(tx, partnershipId, slug);
}

/** What a change changes, and whether the promise is still in force. Nothing for a promise of its own. */
export async function amendedBy(tx: Tx, partnershipId: string, document: PledgeDocument): Promise<Amended | undefined> {
  if (document.content.amends === undefined) return undefined;
  const all = await documentsOf(tx, partnershipId);
  const amended = all.find(({ id }) => id === document.content.amends?.documentId);
  return amended && { content: amended.content, isInForce: originalOf(document, all).state === "published" };
}

type SignaturesByDocument = ReadonlyMap<string, readonly AnySignature[]>;

function asDocument(row: Selectable<PledgeDocumentRow>, signed: SignaturesByDocument): PledgeDocument {
  const base = {
    id: row.id,
    slug: row.slug,
    revision: row.revision,
    content: row.content,
    contentHash: row.content_hash,
    predecessorId: row.predecessor_id ?? undefined,
    example: row.example,
  };
  if (row.state === "draft") return { ...base, state: "draft" };
  if (row.state === "proposed") return { ...base, state: "proposed", proposedAt: known(row.proposed_at) };
  const signatures = signed.get(row.id) ?? [];
  if (row.state === "half-signed") {
    const [first, ...rest] = signatures;
    return {
      ...base,
      state: "half-signed",
      proposedAt: known(row.proposed_at),
      signatures: [known(first), ...rest],
    } satisfies HalfSigned;
  }
  const both = bothOf(signatures);
  const signedAt = known(row.signed_at);
  if (row.state === "signed") {
    const publication =
      row.publish_asked_by === null || row.publish_asked_organisation_id === null || row.publish_asked_at === null
        ? undefined
        : {
            askedBy: row.publish_asked_by,
            organisationId: row.publish_asked_organisation_id,
            at: row.publish_asked_at,
          };
    return { ...base, state: "signed", signedAt, signatures: both, publication } satisfies Signed;
  }
  const publishedAt = known(row.published_at);
  if (row.state === "published")
    return { ...base, state: "published", signedAt, signatures: both, publishedAt } satisfies Published;
  return {
    ...base,
    state: "closed",
    signedAt,
    signatures: both,
    publishedAt,
    closedAt: known(row.closed_at),
    closing: known(row.closing),
  } satisfies Closed;
}

/** What the table's CHECK promises to be there. */
function known<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw new Error("A promise's row lacks what its state says it has");
  return value;
}

function bothOf(signatures: readonly AnySignature[]): BothSignatures {
  const municipality = signatures.find((signature) => signature.party === "municipality");
  const police = signatures.find((signature) => signature.party === "police");
  return { municipality: known(municipality), police: known(police) };
}

async function signaturesOf(tx: Tx, documentIds: readonly string[]): Promise<SignaturesByDocument> {
  if (documentIds.length === 0) return new Map();
  const rows = await tx
    .selectFrom("pledge_signature")
    .selectAll()
    .where("document_id", "in", documentIds)
    .orderBy("party")
    .execute();
  const signed = new Map<string, AnySignature[]>();
  for (const row of rows) signed.set(row.document_id, [...(signed.get(row.document_id) ?? []), asSignature(row)]);
  return signed;
}

function asSignature(row: Selectable<PledgeSignatureRow>): AnySignature {
  // Party and mandate are written together by `addSignatureRow`, from a signature whose type ties them.
  return {
    id: row.id,
    party: row.party,
    organisationId: row.organisation_id,
    mandate: row.mandate,
    contentHash: row.content_hash,
    signedAt: row.signed_at,
    means: row.means,
  } as AnySignature;
}

export type NewDocument = {
  id: string;
  partnershipId: string;
  slug: string;
  content: Content;
  predecessorId: string | undefined;
  at: Instant;
  organisationId: string | null;
  example?: boolean;
  /** Of a change: the promise it is a change of, however many came between. */
  originalId?: string;
};

export async function addDraft(tx: Tx, draft: NewDocument, hash: Hash): Promise<void> {
  await tx
    .insertInto("pledge_document")
    .values({
      id: draft.id,
      partnership_id: draft.partnershipId,
      slug: draft.slug,
      state: "draft",
      revision: 1,
      predecessor_id: draft.predecessorId ?? null,
      amends_id: draft.content.amends?.documentId ?? null,
      amends_kind: draft.content.amends?.kind ?? null,
      original_id: draft.originalId ?? null,
      ...written(draft.content, hash),
      proposed_at: null,
      signed_at: null,
      publish_asked_by: null,
      publish_asked_organisation_id: null,
      publish_asked_at: null,
      published_at: null,
      closed_at: null,
      closing: null,
      changed_at: draft.at,
      changed_by_organisation_id: draft.organisationId,
      example: draft.example ?? false,
    })
    .execute();
}

function written(content: Content, hash: Hash) {
  const contentText = signedText(content);
  const { from, to } = spanOf(content);
  return {
    title: content.title,
    content: JSON.stringify(content),
    content_text: contentText,
    content_hash: hash(contentText),
    valid_from: from ?? null,
    valid_to: to ?? null,
  };
}

export async function saveDraft(
  tx: Tx,
  draft: PledgeDocument,
  change: { at: Instant; organisationId: string | null },
  hash: Hash,
): Promise<void> {
  await tx
    .updateTable("pledge_document")
    .set({
      ...written(draft.content, hash),
      revision: draft.revision,
      changed_at: change.at,
      changed_by_organisation_id: change.organisationId,
    })
    .where("id", "=", draft.id)
    .execute();
}

/** Writes the state the rule has decided. Proposing also lays the activities out as rows. */
export async function saveState(tx: Tx, partnershipId: string, document: PledgeDocument, at: Instant): Promise<void> {
  const publication = document.state === "signed" ? document.publication : undefined;
  await tx
    .updateTable("pledge_document")
    .set({
      state: document.state,
      changed_at: at,
      ...("proposedAt" in document ? { proposed_at: document.proposedAt } : {}),
      ...("signedAt" in document ? { signed_at: document.signedAt } : {}),
      ...(publication === undefined
        ? {}
        : {
            publish_asked_by: publication.askedBy,
            publish_asked_organisation_id: publication.organisationId,
            publish_asked_at: publication.at,
          }),
      ...("publishedAt" in document ? { published_at: document.publishedAt } : {}),
      ...(document.state === "closed" ? { closed_at: document.closedAt, closing: document.closing } : {}),
    })
    .where("id", "=", document.id)
    .execute();
  // What a change changes is laid out when it is published, by the database itself (migrations/0068_amendments.sql).
  if (document.state === "proposed" && document.content.amends === undefined)
    await layOutActivities(tx, partnershipId, document);
}

async function layOutActivities(tx: Tx, partnershipId: string, document: PledgeDocument): Promise<void> {
  const { from, to } = spanOf(document.content);
  const rows = activitiesOf(document.content).map(({ pledge, activity }) => ({
    id: activity.id,
    partnership_id: partnershipId,
    document_id: document.id,
    pledge_id: pledge.id,
    pledge_order: pledge.order,
    number: activity.number,
    text: activity.text,
    owner: activity.owner,
    organisation_id: activity.accountable?.organisationId ?? null,
    unit: activity.accountable?.unit ?? null,
    accepted: activity.accountable?.accepted ?? false,
    target: activity.target === undefined ? null : JSON.stringify(activity.target),
    valid_from: known(from),
    valid_to: known(to),
    example: document.example,
  }));
  if (rows.length > 0) await tx.insertInto("pledge_activity").values(rows).execute();
}

export async function addSignatureRow(
  tx: Tx,
  partnershipId: string,
  documentId: string,
  signature: AnySignature,
): Promise<void> {
  await tx
    .insertInto("pledge_signature")
    .values({
      id: signature.id,
      partnership_id: partnershipId,
      document_id: documentId,
      party: signature.party,
      organisation_id: signature.organisationId,
      mandate: JSON.stringify(signature.mandate),
      content_hash: signature.contentHash,
      signed_at: signature.signedAt,
      means: JSON.stringify(signature.means),
    })
    .execute();
}

export type HeldMandate = Mandate<SigningParty> & { readonly organisationId: string };

/** The person's right to sign here: the one that holds on that day, else the newest, so that a rule can say what is wrong with it. */
export async function mandateOf(
  tx: Tx,
  partnershipId: string,
  personId: string,
  on: Day,
): Promise<HeldMandate | undefined> {
  const rows = await tx
    .selectFrom("pledge_mandate")
    .selectAll()
    .where("partnership_id", "=", partnershipId)
    .where("person_id", "=", personId)
    .orderBy("valid_from", "desc")
    .execute();
  const row = rows.find(({ valid_from, valid_to }) => valid_from <= on && (valid_to ?? on) >= on) ?? rows[0];
  if (row === undefined) return undefined;
  return {
    party: row.party,
    office: row.office,
    acting: row.acting,
    decidedBy: row.decided_by,
    from: row.valid_from,
    to: row.valid_to ?? undefined,
    organisationId: row.organisation_id,
  };
}

export async function addMandate(tx: Tx, mandate: Insertable<PledgeMandateRow>): Promise<void> {
  await tx.insertInto("pledge_mandate").values(mandate).execute();
}

export async function keepSigning(tx: Tx, signing: PledgeSigningRow): Promise<void> {
  await tx.insertInto("pledge_signing").values(signing).execute();
}

/** Takes the question away, so that it is answered once. */
export async function takeSigning(
  tx: Tx,
  id: string,
  personId: string,
): Promise<Selectable<PledgeSigningRow> | undefined> {
  return tx
    .deleteFrom("pledge_signing")
    .where("id", "=", id)
    .where("person_id", "=", personId)
    .returningAll()
    .executeTakeFirst();
}

/** What the latest text that holds says of an activity. */
const heldOf = (what: RawBuilder<unknown>) => sql<string | null>`(
  select ${what} from pledge_document as held,
    jsonb_array_elements(held.content -> 'pledges') as pledge, jsonb_array_elements(pledge -> 'activities') as activity
  where held.partnership_id = pledge_activity.partnership_id and coalesce(held.original_id, held.id) = pledge_activity.document_id
    and held.state in ('published', 'closed') and activity ->> 'id' = pledge_activity.id::text
  order by held.published_at desc nulls last, held.amends_id is null limit 1
)`;

/** Every activity that has been promised, newest document first, with what is needed to count what is due; on a day, those that then held. */
export async function promisedActivities(tx: Tx, partnershipId: string, on?: Day) {
  let query = tx
    .selectFrom("pledge_activity")
    .innerJoin("pledge_document", "pledge_document.id", "pledge_activity.document_id")
    .where("pledge_activity.partnership_id", "=", partnershipId)
    .where("pledge_document.state", "in", ["published", "closed"]);
  if (on !== undefined)
    query = query
      .where("pledge_activity.valid_from", "<=", on)
      .where("pledge_activity.valid_to", ">=", on)
      .where((it) => it.or([it("withdrawn_on", "is", null), it("withdrawn_on", ">", on)]));
  return query
    .selectAll("pledge_activity")
    .select(["pledge_document.slug as slug", "pledge_document.title as title", "pledge_document.state as state"])
    .select([
      heldOf(sql`activity ->> 'season'`).as("season"),
      heldOf(sql`activity -> 'deadline' ->> 'on'`)
        .$castTo<Day | null>()
        .as("deadline"),
    ])
    .orderBy("pledge_activity.valid_from", "desc")
    .orderBy("pledge_order")
    .orderBy("number")
    .execute();
}
