import { grantsIn } from "../../ground/party.ts";
import { yes } from "../../ground/result.ts";
import { dayOf } from "../../ground/time.ts";
import { partiesOf, peopleOf } from "../../partnership/store.ts";
import type { Asking } from "../../platform/server/house.ts";
import { command, here, question, type Route } from "../../platform/server/routes.ts";
import type { FollowDatabase } from "../tables.ts";
import * as api from "./api.ts";
import * as rule from "./decision.ts";
import { isForLeaders } from "./red.ts";
import * as store from "./store.ts";

type Ask = Asking<FollowDatabase>;

const listRed = question(api.listRed, async (_input, ask: Ask) => {
  const where = { id: here(ask), slug: ask.partnership?.slug ?? "" };
  const parties = await partiesOf(ask.tx, where.id);
  const leaders = (await peopleOf(ask.tx, where.id)).filter(({ role }) => role === "signatory");
  const own =
    ask.person === undefined ? [] : grantsIn(ask.person, where.id).map(({ organisationId }) => organisationId);
  const rows = await store.readRed(ask.tx, where, dayOf(ask.at));
  return yes({
    rows: rows.map(({ organisationIds, ages, ...row }) => ({
      ...row,
      ages: ages ?? null,
      waitsFor: parties.filter((one) => organisationIds.includes(one.organisationId)).map(({ shortName }) => shortName),
      mine: organisationIds.some((id) => own.includes(id)),
      alsoTold: isForLeaders(row)
        ? [...new Set(leaders.filter((one) => organisationIds.includes(one.organisationId)).map(({ title }) => title))]
        : null,
    })),
  });
});

const listDecisions = question(api.listDecisions, async (_input, ask: Ask) => {
  const decisions = await store.decisionsOf(ask.tx, here(ask));
  return yes({
    decisions: decisions.map(({ id, kind, decidedOn, body, registryNumber, office, example }) => ({
      id,
      kind,
      decidedOn,
      body,
      registryNumber,
      office,
      correctedWhy: decisions.find(({ replaces }) => replaces === id)?.reason ?? null,
      example,
    })),
    mayNote: ask.person !== undefined && rule.noterIn(ask.person, here(ask)) !== undefined,
  });
});

const load = async (_input: unknown, ask: Ask) => ({
  partnershipId: here(ask),
  decisions: await store.decisionsOf(ask.tx, here(ask)),
});
const write = async (decision: rule.Decision, ask: Ask) => {
  await store.addDecision(ask.tx, here(ask), decision);
  return { id: decision.id };
};

const noteDecision = command(api.noteDecision, { rule: rule.noteDecision, load, write, subject: ({ id }) => id });
const correctDecision = command(api.correctDecision, {
  rule: rule.correctDecision,
  load,
  write,
  subject: ({ id }) => id,
});

export const clockRoutes: readonly Route[] = [listRed, listDecisions, noteDecision, correctDecision];
