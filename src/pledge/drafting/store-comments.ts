import type { PartyKind } from "../../ground/party.ts";
import type { Within } from "../../partnership/tables.ts";
import type { PledgeDatabase } from "../tables.ts";
import type { Comment, Reply } from "./comments.ts";

type Tx = Within<PledgeDatabase>;
type In = { readonly partnershipId: string; readonly documentId: string; readonly example?: boolean };
type Shown = { readonly organisation: string; readonly party: PartyKind };

/** Every comment on a document, oldest first, with the name of the organisation. */
export async function commentsOf(tx: Tx, documentId: string): Promise<(Comment & Shown)[]> {
  const rows = await tx
    .selectFrom("pledge_comment")
    .innerJoin("organisation", "organisation.id", "organisation_id")
    .selectAll("pledge_comment")
    .select(["organisation.name as organisation", "organisation.kind as party"])
    .where("document_id", "=", documentId)
    .orderBy("written_at")
    .orderBy("pledge_comment.id")
    .execute();
  return rows.map((row) => ({
    id: row.id,
    at: row.part_id ?? "",
    field: row.field,
    quote: row.quote,
    body: row.body,
    suggestion: row.suggestion ?? undefined,
    by: { organisationId: row.organisation_id, office: row.office },
    writtenAt: row.written_at,
    state: row.state,
    answer: row.answer,
    settled:
      row.settled_by_organisation_id === null || row.settled_at === null
        ? undefined
        : { organisationId: row.settled_by_organisation_id, at: row.settled_at },
    organisation: row.organisation,
    party: row.party,
  }));
}

export async function repliesOf(tx: Tx, documentId: string): Promise<(Reply & Shown)[]> {
  const rows = await tx
    .selectFrom("pledge_comment_reply")
    .innerJoin("pledge_comment", "pledge_comment.id", "comment_id")
    .innerJoin("organisation", "organisation.id", "pledge_comment_reply.organisation_id")
    .selectAll("pledge_comment_reply")
    .select(["organisation.name as organisation", "organisation.kind as party"])
    .where("document_id", "=", documentId)
    .orderBy("pledge_comment_reply.written_at")
    .orderBy("pledge_comment_reply.id")
    .execute();
  return rows.map((row) => ({
    id: row.id,
    commentId: row.comment_id,
    body: row.body,
    by: { organisationId: row.organisation_id, office: row.office },
    at: row.written_at,
    organisation: row.organisation,
    party: row.party,
  }));
}

/** Held until the transaction ends, so that a proposal is answered once. Holds nothing for those who may not answer. */
export async function commentForDecision(tx: Tx, documentId: string, id: string): Promise<Comment | undefined> {
  await tx.selectFrom("pledge_comment").select("id").where("id", "=", id).forUpdate().execute();
  return (await commentsOf(tx, documentId)).find((comment) => comment.id === id);
}

export async function addComment(tx: Tx, where: In, comment: Comment): Promise<void> {
  await tx
    .insertInto("pledge_comment")
    .values({
      id: comment.id,
      partnership_id: where.partnershipId,
      document_id: where.documentId,
      part_id: comment.at === "" ? null : comment.at,
      field: comment.field,
      quote: comment.quote,
      body: comment.body,
      suggestion: comment.suggestion ?? null,
      organisation_id: comment.by.organisationId,
      office: comment.by.office,
      written_at: comment.writtenAt,
      ...settlement(comment),
      example: where.example ?? false,
    })
    .execute();
}

const settlement = ({ state, answer, settled }: Comment) => ({
  state,
  answer,
  settled_by_organisation_id: settled?.organisationId ?? null,
  settled_at: settled?.at ?? null,
});

export async function saveComment(tx: Tx, comment: Comment): Promise<void> {
  await tx.updateTable("pledge_comment").set(settlement(comment)).where("id", "=", comment.id).execute();
}

export async function addReply(tx: Tx, partnershipId: string, reply: Reply, example = false): Promise<void> {
  await tx
    .insertInto("pledge_comment_reply")
    .values({
      id: reply.id,
      comment_id: reply.commentId,
      partnership_id: partnershipId,
      body: reply.body,
      organisation_id: reply.by.organisationId,
      office: reply.by.office,
      written_at: reply.at,
      example,
    })
    .execute();
}
