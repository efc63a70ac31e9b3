import type { Selectable } from "kysely";
import type { Day } from "../../ground/time.ts";
import type { Within } from "../../partnership/tables.ts";
import { signedText } from "../document.ts";
import type { PledgeDatabase } from "../tables.ts";
import type { Answered, Comment, LookedThrough, Said } from "./comment.ts";
import type { Consultation } from "./consultation.ts";
import type { ConsultationCommentRow, ConsultationRow } from "./tables.ts";

type Tx = Within<PledgeDatabase>;

function asConsultation(row: Selectable<ConsultationRow>): Consultation {
  return {
    id: row.id,
    documentId: row.document_id,
    state: row.state,
    from: row.from_day,
    to: row.to_day,
    canInfluence: row.can_influence,
    cannotInfluence: row.cannot_influence,
    content: row.content,
    contentHash: row.content_hash,
    askedBy: row.asked_by_organisation_id,
    askedAt: row.asked_at,
    closedAt: row.closed_at ?? undefined,
    became: row.became ?? undefined,
    example: row.example,
  };
}

function columns(consultation: Consultation) {
  return {
    state: consultation.state,
    from_day: consultation.from,
    to_day: consultation.to,
    can_influence: consultation.canInfluence,
    cannot_influence: consultation.cannotInfluence,
    content: JSON.stringify(consultation.content),
    content_text: signedText(consultation.content),
    content_hash: consultation.contentHash,
    asked_by_organisation_id: consultation.askedBy,
    asked_at: consultation.askedAt,
    closed_at: consultation.closedAt ?? null,
    became: consultation.became === undefined ? null : JSON.stringify(consultation.became),
  };
}

function asComment(row: Selectable<ConsultationCommentRow>): Comment {
  const known = {
    id: row.id,
    passage: row.passage,
    sentence: row.sentence ?? undefined,
    receivedOn: row.received_on,
  };
  const { state, text, read_on: readOn, reason } = row;
  if (state === "waiting" && text !== null) return { ...known, state, text };
  if (state === "held" && readOn !== null && reason !== null) return { ...known, state, readOn, reason };
  if (state === "shown" && text !== null && readOn !== null)
    return { ...known, state, text, readOn, answer: answerOf(row) };
  throw new Error("A comment's row lacks what its state says it has");
}

function answerOf(row: Selectable<ConsultationCommentRow>) {
  const { answer, answer_reason, answer_became, answered_on, answered_by_organisation_id } = row;
  if (answer === null || answer_reason === null || answered_on === null || answered_by_organisation_id === null)
    return undefined;
  return {
    kind: answer,
    reason: answer_reason,
    became: answer_became ?? undefined,
    on: answered_on,
    organisationId: answered_by_organisation_id,
  };
}

export async function consultationOf(tx: Tx, documentId: string): Promise<Consultation | undefined> {
  const row = await tx.selectFrom("consultation").selectAll().where("document_id", "=", documentId).executeTakeFirst();
  return row && asConsultation(row);
}

/** Every consultation of a partnership with what it is of, the newest first. */
export async function consultationsOf(tx: Tx, partnershipId: string) {
  const rows = await tx
    .selectFrom("consultation")
    .innerJoin("pledge_document", "pledge_document.id", "consultation.document_id")
    .selectAll("consultation")
    .select(["pledge_document.slug as slug", "pledge_document.state as of"])
    .where("consultation.partnership_id", "=", partnershipId)
    .orderBy("from_day", "desc")
    .execute();
  return rows.map(({ slug, of, ...row }) => ({ slug, isDropped: of === "dropped", consultation: asConsultation(row) }));
}

/** The same with what came in, for those who are told that it waits. */
export async function consultationsToTurnTo(tx: Tx, partnershipId: string) {
  const found = [];
  for (const { slug, isDropped, consultation } of await consultationsOf(tx, partnershipId))
    if (consultation.state !== "closed" && !isDropped)
      found.push({
        slug,
        title: consultation.content.title,
        consultation: { ...consultation, partnershipId },
        comments: await commentsOf(tx, consultation.id),
      });
  return found;
}

/** Held until the transaction ends: two who decide at once decide one after the other. */
export async function holdConsultation(tx: Tx, documentId: string): Promise<void> {
  await tx.selectFrom("consultation").select("id").where("document_id", "=", documentId).forUpdate().execute();
}

export async function addConsultation(tx: Tx, partnershipId: string, consultation: Consultation): Promise<void> {
  const { id, documentId, example } = consultation;
  await tx
    .insertInto("consultation")
    .values({ id, partnership_id: partnershipId, document_id: documentId, example, ...columns(consultation) })
    .execute();
}

export async function saveConsultation(tx: Tx, consultation: Consultation): Promise<void> {
  await tx.updateTable("consultation").set(columns(consultation)).where("id", "=", consultation.id).execute();
}

/** As far as this transaction's person may see them, day by day. */
export async function commentsOf(tx: Tx, consultationId: string): Promise<Comment[]> {
  const rows = await tx
    .selectFrom("consultation_comment")
    .selectAll()
    .where("consultation_id", "=", consultationId)
    .orderBy("received_on")
    .orderBy("id")
    .execute();
  return rows.map(asComment);
}

/** One of them, held, so that two who read at once do not both decide. Who may only read it reads it all the same, and is told why not. */
export async function commentForDecision(
  tx: Tx,
  { consultationId, id }: { readonly consultationId: string; readonly id: string },
): Promise<Comment | undefined> {
  await tx.selectFrom("consultation_comment").select("id").where("id", "=", id).forUpdate().execute();
  const row = await tx
    .selectFrom("consultation_comment")
    .selectAll()
    .where("consultation_id", "=", consultationId)
    .where("id", "=", id)
    .executeTakeFirst();
  return row && asComment(row);
}

/** What is held has no words and no answer any more. */
export async function markLookedThrough(tx: Tx, looked: LookedThrough): Promise<void> {
  const held =
    looked.state === "held"
      ? {
          text: null,
          reason: looked.reason,
          answer: null,
          answer_reason: null,
          answer_became: null,
          answered_on: null,
          answered_by_organisation_id: null,
        }
      : {};
  await tx
    .updateTable("consultation_comment")
    .set({ state: looked.state, read_on: looked.readOn, ...held })
    .where("id", "=", looked.id)
    .execute();
}

export async function putAnswer(tx: Tx, { ids, answer }: Answered): Promise<void> {
  await tx
    .updateTable("consultation_comment")
    .set({
      answer: answer.kind,
      answer_reason: answer.reason,
      answer_became: answer.became ?? null,
      answered_on: answer.on,
      answered_by_organisation_id: answer.organisationId,
    })
    .where("id", "in", [...ids])
    .execute();
}

// Under the system's role, since residents are nobody

/** What a form is about: the draft of that address, where its partnership has agreed to hear of it. */
export async function consultationForResidents(tx: Tx, partnershipSlug: string, documentSlug: string) {
  const row = await tx
    .selectFrom("consultation")
    .innerJoin("pledge_document", "pledge_document.id", "consultation.document_id")
    .innerJoin("partnership", "partnership.id", "consultation.partnership_id")
    .selectAll("consultation")
    .select("partnership.municipality_name as place")
    .where("partnership.slug", "=", partnershipSlug)
    .where("pledge_document.slug", "=", documentSlug)
    .where("pledge_document.state", "<>", "dropped")
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const { place, ...rest } = row;
  return { place, partnershipId: row.partnership_id, consultation: asConsultation(rest) };
}

export async function countWaiting(tx: Tx, consultationId: string): Promise<number> {
  const { count } = await tx
    .selectFrom("consultation_comment")
    .select((is) => is.fn.countAll<number>().as("count"))
    .where("consultation_id", "=", consultationId)
    .where("state", "=", "waiting")
    .executeTakeFirstOrThrow();
  return Number(count);
}

export type NewComment = {
  readonly id: string;
  readonly consultationId: string;
  readonly partnershipId: string;
  readonly said: Said;
  readonly receivedOn: Day;
  readonly receiptHash: string;
  readonly example: boolean;
};

/** The same form sent twice is one comment. */
export async function addComment(tx: Tx, comment: NewComment): Promise<void> {
  const { said } = comment;
  await tx
    .insertInto("consultation_comment")
    .values({
      id: comment.id,
      consultation_id: comment.consultationId,
      partnership_id: comment.partnershipId,
      passage: said.passage,
      sentence: said.sentence ?? null,
      text: said.text,
      received_on: comment.receivedOn,
      receipt_hash: comment.receiptHash,
      state: "waiting",
      read_on: null,
      reason: null,
      answer: null,
      answer_reason: null,
      answer_became: null,
      answered_on: null,
      answered_by_organisation_id: null,
      example: comment.example,
    })
    .onConflict((is) => is.column("receipt_hash").doNothing())
    .execute();
}

/** How far it has come, by the hash of its receipt. */
export async function followedBy(tx: Tx, receiptHash: string) {
  const row = await tx
    .selectFrom("consultation_comment")
    .innerJoin("consultation", "consultation.id", "consultation_comment.consultation_id")
    .innerJoin("pledge_document", "pledge_document.id", "consultation.document_id")
    .innerJoin("partnership", "partnership.id", "consultation.partnership_id")
    .leftJoin("organisation", "organisation.id", "answered_by_organisation_id")
    .selectAll("consultation_comment")
    .select(["pledge_document.slug as period", "partnership.municipality_name as place", "partnership.slug as home"])
    .select(["organisation.name as by", "from_day as from", "to_day as to", "consultation.state as stands"])
    .where("receipt_hash", "=", receiptHash)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const { period, place, home, by, from, to, stands, ...comment } = row;
  return { comment: asComment(comment), period, place, home, by: by ?? "", window: { from, to, state: stands } };
}
