import { yes } from "../../ground/result.ts";
import type { Asking } from "../../platform/server/house.ts";
import { command, here, question, type Route } from "../../platform/server/routes.ts";
import { documentForDecision, documentsOf } from "../store.ts";
import type { PledgeDatabase } from "../tables.ts";
import * as api from "./api.ts";
import * as rule from "./asking.ts";
import * as store from "./store.ts";

type Ask = Asking<PledgeDatabase>;

const askOwner = command(api.askOwner, {
  rule: rule.askOwner,
  load: async ({ slug }, ask: Ask) => {
    const document = await documentForDecision(ask.tx, here(ask), slug);
    if (document === undefined) return undefined;
    return { partnershipId: here(ask), document, asks: await store.ownersOf(ask.tx, document.id) };
  },
  write: async (asked, ask: Ask) => {
    await store.addAsk(ask.tx, here(ask), asked);
    return {};
  },
  subject: ({ activityId }) => activityId,
  said: ({ organisationId }) => ({ organisationId }),
});

const answerOwner = command(api.answerOwner, {
  rule: rule.answerOwner,
  load: async ({ id }, ask: Ask) => {
    const held = await store.askForDecision(ask.tx, here(ask), id);
    const document = (await documentsOf(ask.tx, here(ask))).find((one) => one.id === held?.documentId);
    if (held === undefined || document === undefined) return undefined;
    const isEmpty = (await store.emptyParties(ask.tx, here(ask))).has(held.ask.organisationId);
    const asks = await store.ownersOf(ask.tx, document.id);
    return { partnershipId: here(ask), document, ask: held.ask, asks, isEmpty };
  },
  write: async (answer, ask: Ask) => {
    await store.putAnswer(ask.tx, answer);
    return {};
  },
  event: ({ kind }) => rule.EVENTS[kind].event,
  subject: (_answer, { id }) => id,
});

const ownersAsked = question(api.ownersAsked, async (_input, ask: Ask) => {
  const waiting = ask.person === undefined ? [] : await store.waitingOwners(ask.tx, here(ask), ask.person);
  return yes({
    asked: waiting.map(({ document, activity, ask: { id, unit, askedAt } }) => ({
      id,
      slug: document.slug,
      title: document.content.title,
      unit,
      askedAt,
      activity,
    })),
  });
});

export const ownerRoutes: readonly Route[] = [askOwner, answerOwner, ownersAsked];
