import { no, yes } from "../../ground/result.ts";
import type { Asking } from "../../platform/server/house.ts";
import { command, here, question, type Route } from "../../platform/server/routes.ts";
import { sha256Hex } from "../../platform/server/secrets.ts";
import { scheduleOf } from "../phases/store.ts";
import { documentBySlug, documentForDecision, saveDraft as writeDraft } from "../store.ts";
import type { PledgeDatabase } from "../tables.ts";
import * as api from "./api.ts";
import * as about from "./comments.ts";
import * as comments from "./store-comments.ts";
import * as store from "./store.ts";
import * as rule from "./together.ts";

type Ask = Asking<PledgeDatabase>;
type At = { readonly slug: string };

const documentOf = ({ slug }: At, ask: Ask) => documentBySlug(ask.tx, here(ask), slug);

const listVersions = question(api.listVersions, async (input, ask: Ask) => {
  const document = await documentOf(input, ask);
  return document === undefined ? no("not-found") : yes({ versions: await store.versionsOf(ask.tx, document) });
});

const readVersion = question(api.readVersion, async (input, ask: Ask) => {
  const document = await documentOf(input, ask);
  const content = document && (await store.versionContent(ask.tx, document, input.key));
  return content === undefined ? no("not-found") : yes({ content });
});

const readSince = question(api.readSince, async (input, ask: Ask) => {
  const document = await documentOf(input, ask);
  if (document === undefined) return no("not-found");
  const revision = ask.person && (await store.lastRead(ask.tx, document.id, ask.person.id));
  const content = revision && (await store.versionContent(ask.tx, document, String(revision)));
  return yes({ last: revision === undefined || !content ? null : { revision, content } });
});

const markRead = command(api.markRead, {
  rule: rule.markRead,
  load: async (input, ask: Ask) => {
    const document = await documentOf(input, ask);
    return document && { document };
  },
  write: async (revision, ask: Ask, _input, { document }) => {
    if (ask.person === undefined) throw new Error("Read by nobody");
    const where = { partnershipId: here(ask), documentId: document.id, personId: ask.person.id };
    await store.noteRead(ask.tx, where, revision);
    return {};
  },
  // Who has read what is nobody else's business, and not the log's.
  quiet: () => true,
  subject: () => undefined,
});

const organisationOf = (ask: Ask): string | null =>
  ask.person?.grants.find(({ partnershipId }) => partnershipId === here(ask))?.organisationId ?? null;

const listComments = question(api.listComments, async (input, ask: Ask) => {
  const document = await documentOf(input, ask);
  if (document === undefined) return no("not-found");
  const replies = await comments.repliesOf(ask.tx, document.id);
  const all = await comments.commentsOf(ask.tx, document.id);
  type Said = { organisation: string; party: (typeof all)[number]["party"]; by: about.By };
  const by = ({ organisation, party, by: { office } }: Said, at: string) => ({ organisation, party, office, at });
  return yes({
    comments: all.map((comment) => ({
      id: comment.id,
      at: comment.at,
      field: comment.field,
      quote: comment.quote,
      body: comment.body,
      suggestion: comment.suggestion ?? null,
      state: comment.state,
      answer: comment.answer,
      by: by(comment, comment.writtenAt),
      replies: replies
        .filter(({ commentId }) => commentId === comment.id)
        .map((reply) => ({ id: reply.id, body: reply.body, by: by(reply, reply.at) })),
    })),
  });
});

const writeComment = command(api.writeComment, {
  rule: about.writeComment,
  load: async ({ slug }, ask: Ask) => {
    const document = await documentForDecision(ask.tx, here(ask), slug);
    return document && { partnershipId: here(ask), document };
  },
  write: async (comment, ask: Ask, _input, { document }) => {
    const where = { partnershipId: here(ask), documentId: document.id, example: document.example };
    await comments.addComment(ask.tx, where, comment);
    return { id: comment.id };
  },
  subject: ({ id }) => id,
});

/** The draft first and then the comment, as whoever saves holds the draft. */
const onComment = async ({ slug, id }: At & { readonly id: string }, ask: Ask) => {
  const document = await documentForDecision(ask.tx, here(ask), slug);
  const comment = document && (await comments.commentForDecision(ask.tx, document.id, id));
  if (document === undefined || comment === undefined) return undefined;
  const writtenBy = (await scheduleOf(ask.tx, document.id))?.writtenBy;
  return { partnershipId: here(ask), document, comment, writtenBy };
};

const answerComment = command(api.answerComment, {
  rule: about.answerComment,
  load: onComment,
  write: async (reply, ask: Ask, _input, { document }) => {
    await comments.addReply(ask.tx, here(ask), reply, document.example);
    return { id: reply.id };
  },
  subject: ({ commentId }) => commentId,
});

const writeSettled = async (comment: about.Comment, ask: Ask) => {
  await comments.saveComment(ask.tx, comment);
  return {};
};
const subject = ({ id }: about.Comment) => id;
const resolveComment = command(api.resolveComment, {
  rule: about.resolveComment,
  load: onComment,
  write: writeSettled,
  subject,
});
const reopenComment = command(api.reopenComment, {
  rule: about.reopenComment,
  load: onComment,
  write: writeSettled,
  subject,
});
const declineSuggestion = command(api.declineSuggestion, {
  rule: about.declineSuggestion,
  load: onComment,
  write: writeSettled,
  subject,
});
const acceptSuggestion = command(api.acceptSuggestion, {
  rule: about.acceptSuggestion,
  load: onComment,
  write: async ({ comment, draft }, ask: Ask) => {
    await comments.saveComment(ask.tx, comment);
    await writeDraft(ask.tx, draft, { at: ask.at, organisationId: organisationOf(ask) }, sha256Hex);
    return { revision: draft.revision };
  },
  subject: ({ comment }) => comment.id,
});

export const draftingRoutes: readonly Route[] = [
  listVersions,
  readVersion,
  readSince,
  markRead,
  listComments,
  writeComment,
  answerComment,
  resolveComment,
  reopenComment,
  acceptSuggestion,
  declineSuggestion,
];
