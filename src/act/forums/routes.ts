import { command as rule } from "../../ground/command.ts";
import { yes, no } from "../../ground/result.ts";
import { dayOf } from "../../ground/time.ts";
import { partiesOf, partnershipFacts } from "../../partnership/store.ts";
import type { Asking } from "../../platform/server/house.ts";
import { command, here, question, type Route } from "../../platform/server/routes.ts";
import { randomWord } from "../../platform/server/secrets.ts";
import { promisedActivities } from "../../pledge/store.ts";
import { writesFor } from "../occasion.ts";
import { addOccasion } from "../store.ts";
import type { ActDatabase } from "../tables.ts";
import * as api from "./api.ts";
import * as rules from "./forum.ts";
import { outcomeOf } from "./poll.ts";
import * as store from "./store.ts";

type Ask = Asking<ActDatabase>;

/** What has been promised, with the organisations that have it; `holds` is in force today. */
async function activitiesOf(ask: Ask) {
  const parties = await partiesOf(ask.tx, here(ask));
  const holding = await promisedActivities(ask.tx, here(ask), dayOf(ask.at));
  return (await promisedActivities(ask.tx, here(ask))).map((row) => ({
    id: row.id,
    holds: holding.some(({ id }) => id === row.id),
    number: row.number,
    text: row.text,
    unit: row.unit ?? "",
    counted: row.target?.unit ?? "forum",
    owners:
      row.organisation_id !== null
        ? [row.organisation_id]
        : parties
            .filter(({ kind }) => row.owner === "joint" || kind === row.owner)
            .map(({ organisationId }) => organisationId),
  }));
}

type Known = Awaited<ReturnType<typeof activitiesOf>>[number];
const shownActivity = ({ id, number, text }: Known) => ({ id, number, text });
/** Those a forum can be planned for. */
const inForce = (activities: readonly Known[]) => activities.filter(({ holds }) => holds).map(shownActivity);

function listed(forum: rules.Forum, ask: Ask) {
  return {
    activityId: forum.activityId,
    on: forum.on,
    spontaneous: forum.spontaneous,
    venue: forum.venue,
    placeName: forum.placeName,
    grade: forum.grade,
    band: forum.band,
    method: forum.method,
    organisers: [...forum.organisers],
    themes: [...forum.themes],
    questions: [...forum.questions],
    number: forum.number,
    state: rules.stateOf(forum, ask.at),
    counted: forum.counted,
    unanswered: forum.promises.filter(({ answered }) => answered === undefined).length,
    example: forum.example,
  };
}

const mayRun = (ask: Ask) => ask.person !== undefined && rules.mayRun(ask.person, here(ask));

const listForums = question(api.listForums, async (_input, ask: Ask) =>
  yes({
    forums: (await store.forumsOf(ask.tx, here(ask))).map((forum) => listed(forum, ask)),
    activities: inForce(await activitiesOf(ask)),
    mayPlan: mayRun(ask),
  }),
);

const openForum = question(api.openForum, async ({ number }, ask: Ask) => {
  const forum = (await store.forumsOf(ask.tx, here(ask))).find((one) => one.number === number);
  if (forum === undefined) return no("not-found");
  const activities = await activitiesOf(ask);
  const activity = activities.find(({ id }) => id === forum.activityId);
  const { questions, band, answers } = forum;
  const outcome =
    forum.shownAt === undefined
      ? null
      : outcomeOf({ band, questions, answers, cells: await store.cellsOf(ask.tx, forum.id) });
  const isOpen = rules.isOpen(forum, ask.at);
  return yes({
    ...listed(forum, ask),
    activity: activity === undefined ? null : shownActivity(activity),
    activities: inForce(activities),
    round: forum.round ?? null,
    address: isOpen ? `${ask.site.origin}/forum/${forum.code}` : null,
    openUntil: isOpen ? (forum.openUntil ?? null) : null,
    answers: forum.answers,
    outcome:
      outcome?.kind === "shown"
        ? {
            kind: outcome.kind,
            rounds: [...outcome.rounds],
            questions: outcome.questions.map((one) => ({ ...one, groups: [...one.groups] })),
          }
        : outcome,
    notes: forum.notes,
    promises: forum.promises.map((one) => ({ ...one, answered: one.answered ?? null })),
    closedOn: forum.closedAt === undefined ? null : dayOf(forum.closedAt),
    mayRun: mayRun(ask),
    mayCount:
      ask.person !== undefined &&
      writesFor(ask.person, { partnershipId: here(ask), owners: activity?.owners ?? [] }) !== undefined,
  });
});

/** What a decision about a forum knows; whoever comes after waits. */
async function load({ number }: { readonly number: number }, ask: Ask) {
  await store.holdForums(ask.tx, here(ask));
  const forum = (await store.forumsOf(ask.tx, here(ask))).find((one) => one.number === number);
  if (forum === undefined) return undefined;
  return {
    partnershipId: here(ask),
    activities: await activitiesOf(ask),
    forum,
    freshCode: rules.forumCode(Buffer.from(randomWord(), "base64url")),
  };
}

const save = async (forum: rules.Forum, ask: Ask) => {
  await store.saveForum(ask.tx, forum);
  return { number: forum.number };
};

const planForum = command(api.planForum, {
  rule: rule({
    event: rules.planForum.event,
    may: (person, input: { plan: rules.Plan }, state: rules.Planning) => rules.planForum.may(person, input.plan, state),
    decide: (input, state, moment) => rules.planForum.decide(input.plan, state, moment),
  }),
  load: async (_input, ask: Ask) => {
    await store.holdForums(ask.tx, here(ask));
    const numbers = (await store.forumsOf(ask.tx, here(ask))).map(({ number }) => number);
    return {
      partnershipId: here(ask),
      activities: await activitiesOf(ask),
      nextNumber: Math.max(0, ...numbers) + 1,
    };
  },
  write: async (forum, ask: Ask) => {
    await store.addForum(ask.tx, here(ask), forum, ask.person?.id ?? null);
    return { number: forum.number };
  },
  subject: ({ id }) => id,
  said: ({ activityId, on }) => ({ activityId, on }),
});

const replanForum = command(api.replanForum, {
  rule: rule({
    event: rules.replanForum.event,
    may: (person, input: { plan: rules.Plan }, state: rules.OnForum) =>
      rules.replanForum.may(person, input.plan, state),
    decide: (input, state, moment) => rules.replanForum.decide(input.plan, state, moment),
  }),
  load,
  write: save,
  subject: ({ id }) => id,
});

const movePoll = command(api.movePoll, {
  rule: rules.movePoll,
  load,
  write: save,
  subject: ({ id }) => id,
  said: (_forum, { step }) => ({ step }),
});

const noteForum = command(api.noteForum, { rule: rules.noteForum, load, write: save, subject: ({ id }) => id });

const promiseBack = command(api.promiseBack, {
  rule: rules.promiseBack,
  load,
  write: async (promise, ask: Ask, { number }, { forum }) => {
    const of = { partnershipId: here(ask), forumId: forum.id, at: ask.at, example: false };
    await store.addPromise(ask.tx, of, promise);
    return { number };
  },
  subject: ({ id }) => id,
});

const answerBack = command(api.answerBack, {
  rule: rules.answerBack,
  load: async (input, ask: Ask) => {
    const state = await load(input, ask);
    const promise = state?.forum.promises.find(({ id }) => id === input.promiseId);
    return state === undefined || promise === undefined ? undefined : { ...state, promise };
  },
  write: async (promise, ask: Ask, { number }) => {
    await store.saveAnswer(ask.tx, promise);
    return { number };
  },
  subject: ({ id }) => id,
});

const closeForum = command(api.closeForum, {
  rule: rules.closeForum,
  load: async (input, ask: Ask): Promise<rules.Closing | undefined> => {
    const state = await load(input, ask);
    const facts = await partnershipFacts(ask.tx, here(ask));
    if (state === undefined || facts === undefined) return undefined;
    const activity = state.activities.find(({ id }) => id === state.forum.activityId);
    return {
      ...state,
      municipality: { code: facts.municipality_code, name: facts.municipality_name },
      counts: { counted: activity?.counted ?? "forum", unitName: activity?.unit ?? "" },
    };
  },
  write: async ({ forum, occasion }, ask: Ask) => {
    if (occasion !== undefined) await addOccasion(ask.tx, here(ask), occasion, ask.newId, ask.person?.id ?? null);
    return save(forum, ask);
  },
  subject: ({ forum }) => forum.id,
  event: ({ occasion }) => (occasion === undefined ? "forum.closed" : "forum.held"),
  said: ({ forum }) => ({ activityId: forum.activityId, on: forum.on }),
});

export const forumRoutes: readonly Route[] = [
  listForums,
  openForum,
  planForum,
  replanForum,
  movePoll,
  noteForum,
  promiseBack,
  answerBack,
  closeForum,
];
