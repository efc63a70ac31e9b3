import { no, yes } from "../../ground/result.ts";
import { dayOf } from "../../ground/time.ts";
import { partiesOf } from "../../partnership/store.ts";
import type { Asking } from "../../platform/server/house.ts";
import { command, here, question, type Route } from "../../platform/server/routes.ts";
import { documentBySlug, documentForDecision } from "../store.ts";
import { spanOf } from "../document.ts";
import { proposedDays } from "../phases/schedule.ts";
import { scheduleOf } from "../phases/store.ts";
import type { PledgeDatabase } from "../tables.ts";
import * as api from "./api.ts";
import { answerComments, type Comment, heldOf, leftOf, lookThrough } from "./comment.ts";
import * as rule from "./consultation.ts";
import { becameOf } from "./passages.ts";
import * as store from "./store.ts";

type Ask = Asking<PledgeDatabase>;
type At = { readonly slug: string };

/** Those who promise: the municipality and the police. Others who take part read. */
async function whereOf(ask: Ask): Promise<rule.Here> {
  const parties = await partiesOf(ask.tx, here(ask));
  return {
    partnershipId: here(ask),
    parties: parties.filter(({ kind }) => kind !== "other").map(({ organisationId }) => organisationId),
  };
}

const readConsultation = question(api.readConsultation, async ({ slug }, ask: Ask) => {
  const document = await documentBySlug(ask.tx, here(ask), slug);
  if (document === undefined) return no("not-found");
  const where = await whereOf(ask);
  const speaksFor = ask.person && rule.consulterIn(ask.person, where)?.organisationId;
  const consultation = await store.consultationOf(ask.tx, document.id);
  const known = {
    title: document.content.title,
    isDraft: document.state === "draft",
    proposed: proposedDays(spanOf(document.content).from, dayOf(ask.at)).comments,
    consults: speaksFor !== undefined,
  };
  if (consultation === undefined)
    return yes({ ...known, consultation: null, passages: [], held: [], waiting: 0, unanswered: 0 });
  const comments = await store.commentsOf(ask.tx, consultation.id);
  const parties = await partiesOf(ask.tx, here(ask));
  const nameOf = (id: string) => parties.find(({ organisationId }) => organisationId === id)?.name ?? "";
  const now = consultation.became ?? document.content;
  return yes({
    ...known,
    consultation: {
      phase: rule.phaseOf(consultation, dayOf(ask.at)),
      from: consultation.from,
      to: consultation.to,
      canInfluence: consultation.canInfluence,
      cannotInfluence: consultation.cannotInfluence,
      askedBy: parties.find(({ organisationId }) => organisationId === consultation.askedBy)?.kind ?? "other",
      isOwn: consultation.askedBy === speaksFor,
      askedAt: consultation.askedAt,
      draftHasMoved: document.contentHash !== consultation.contentHash,
      example: consultation.example,
    },
    passages: becameOf(consultation.content, now).map((passage) => ({
      ...passage,
      inFull: [...passage.inFull],
      parts: passage.parts.map(({ text, change }) => ({ text, ...(change === undefined ? {} : { change }) })),
      comments: comments.flatMap((one) => (one.passage === passage.id ? shownComment(one, nameOf) : [])),
    })),
    held: [...heldOf(comments)],
    ...leftOf(comments),
  });
});

/** What is held has no words to show. */
function shownComment(one: Comment, nameOf: (organisationId: string) => string) {
  if (one.state === "held") return [];
  const answer = one.state === "shown" ? one.answer : undefined;
  return [
    {
      id: one.id,
      sentence: one.sentence ?? null,
      text: one.text,
      receivedOn: one.receivedOn,
      isRead: one.state === "shown",
      answer:
        answer === undefined
          ? null
          : {
              kind: answer.kind,
              reason: answer.reason,
              became: answer.became ?? null,
              on: answer.on,
              by: nameOf(answer.organisationId),
            },
    },
  ];
}

/** The draft and its consultation, held: what is decided at once is decided one after the other. */
const held = async ({ slug }: At, ask: Ask) => {
  const document = await documentForDecision(ask.tx, here(ask), slug);
  if (document === undefined) return undefined;
  await store.holdConsultation(ask.tx, document.id);
  const consultation = await store.consultationOf(ask.tx, document.id);
  const writtenBy = (await scheduleOf(ask.tx, document.id))?.writtenBy;
  return { ...(await whereOf(ask)), document, consultation, writtenBy };
};

/** The same where there is one that residents have been asked by. */
const heldOpen = async (input: At, ask: Ask) => {
  const loaded = await held(input, ask);
  return loaded?.consultation === undefined ? undefined : { ...loaded, consultation: loaded.consultation };
};

const answerPhase = (consultation: rule.Consultation, ask: Ask) => ({
  phase: rule.phaseOf(consultation, dayOf(ask.at)),
});
const subject = ({ id }: { readonly id: string }) => id;

const askConsultation = command(api.askConsultation, {
  rule: rule.askConsultation,
  load: held,
  write: async (consultation, ask: Ask, _input, before) => {
    if (before.consultation === undefined) await store.addConsultation(ask.tx, here(ask), consultation);
    else await store.saveConsultation(ask.tx, consultation);
    return answerPhase(consultation, ask);
  },
  subject,
});

const agreeConsultation = command(api.agreeConsultation, {
  rule: rule.agreeConsultation,
  load: held,
  write: async (consultation, ask: Ask) => {
    await store.saveConsultation(ask.tx, consultation);
    return answerPhase(consultation, ask);
  },
  subject,
});

const lookThroughComment = command(api.lookThroughComment, {
  rule: lookThrough,
  load: async ({ slug, id }, ask: Ask) => {
    const loaded = await heldOpen({ slug }, ask);
    if (loaded === undefined) return undefined;
    const comment = await store.commentForDecision(ask.tx, { consultationId: loaded.consultation.id, id });
    return comment && { ...loaded, comment };
  },
  write: async (looked, ask: Ask) => {
    await store.markLookedThrough(ask.tx, looked);
    return { state: looked.state };
  },
  subject,
});

const answerCommentsRoute = command(api.answerComments, {
  rule: answerComments,
  load: async (input, ask: Ask) => {
    const loaded = await heldOpen(input, ask);
    return loaded && { ...loaded, comments: await store.commentsOf(ask.tx, loaded.consultation.id) };
  },
  write: async (answered, ask: Ask) => {
    await store.putAnswer(ask.tx, answered);
    return { answered: answered.ids.length };
  },
  subject: ({ ids }) => ids[0],
});

const closeConsultation = command(api.closeConsultation, {
  rule: rule.closeConsultation,
  load: async (input, ask: Ask) => {
    const loaded = await held(input, ask);
    if (loaded === undefined) return undefined;
    const { consultation } = loaded;
    const comments = consultation === undefined ? [] : await store.commentsOf(ask.tx, consultation.id);
    return { ...loaded, left: leftOf(comments) };
  },
  write: async (consultation, ask: Ask) => {
    await store.saveConsultation(ask.tx, consultation);
    return answerPhase(consultation, ask);
  },
  subject,
});

export const consultationRoutes: readonly Route[] = [
  readConsultation,
  askConsultation,
  agreeConsultation,
  lookThroughComment,
  answerCommentsRoute,
  closeConsultation,
];
