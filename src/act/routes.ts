import { command as rule } from "../ground/command.ts";
import { nameOfPlace } from "../ground/place.ts";
import { yes } from "../ground/result.ts";
import { addDays, addMonths, type Day, dayOf, type Month, monthOf } from "../ground/time.ts";
import { partiesOf, partnershipFacts } from "../partnership/store.ts";
import type { Asking } from "../platform/server/house.ts";
import { command, download, here, question, type Route } from "../platform/server/routes.ts";
import { pdfOf } from "../platform/server/typst.ts";
import { promisedActivities } from "../pledge/store.ts";
import * as api from "./api.ts";
import { noteDeviation, withdrawDeviation, type NewDeviation } from "./deviation.ts";
import { lateOf, plannedOf, workdayIn } from "./due.ts";
import { periodIn, progressOf, promisedOf } from "./month.ts";
import {
  correct,
  log,
  writesFor,
  type ActivityState,
  type Correction,
  type Logging,
  type NewOccasion,
} from "./occasion.ts";
import { inReadingOrder } from "./output-text.ts";
import { monthPaper } from "./screens/month-paper.ts";
import * as store from "./store.ts";
import type { ActDatabase } from "./tables.ts";

type Ask = Asking<ActDatabase>;

/** The organisations that have an activity: its accountable one, or the parties its owner names. */
async function ownersOf(
  ask: Ask,
  activity: { organisation_id: string | null; owner: "joint" | "municipality" | "police" | "other" },
): Promise<string[]> {
  if (activity.organisation_id !== null) return [activity.organisation_id];
  const parties = await partiesOf(ask.tx, here(ask));
  return parties
    .filter(({ kind }) => activity.owner === "joint" || kind === activity.owner)
    .map(({ organisationId }) => organisationId);
}

/** What holds today; on another month's page what held or will hold within that month. */
async function promisedIn(ask: Ask, month: Month, today: Day) {
  if (month === monthOf(today)) return promisedActivities(ask.tx, here(ask), today);
  const first = `${month}-01` as Day;
  const last = addDays(addMonths(first, 1), -1);
  return (await promisedActivities(ask.tx, here(ask))).filter(
    (row) => row.valid_from <= last && row.valid_to >= first && (row.withdrawn_on === null || row.withdrawn_on > first),
  );
}

async function listed(ask: Ask, month: Month) {
  const today = dayOf(ask.at);
  const isNow = month === monthOf(today);
  const occasions = await store.occasionsOf(ask.tx, here(ask));
  const deviations = await store.deviationsOf(ask.tx, here(ask));
  const activities = [];
  for (const row of await promisedIn(ask, month, today)) {
    const promised = promisedOf(row);
    // What has been taken back explains nothing.
    const log = { occasions, deviations: deviations.filter(({ struck }) => struck === undefined) };
    const period = periodIn(promised, month, today);
    const progress = progressOf(promised, occasions, today, period);
    const owners = await ownersOf(ask, row);
    activities.push({
      id: row.id,
      number: row.number,
      text: row.text,
      document: row.slug,
      owner: row.owner,
      organisationId: row.organisation_id,
      unit: row.unit ?? "",
      accepted: row.accepted,
      target: row.target,
      ...progress,
      period: { ...period },
      lastWorkday: workdayIn(period, today) ?? null,
      // What is late and what is planned is so today, and is told on this month's page.
      late: (isNow && lateOf(promised, log, today)) || null,
      planned: isNow ? [...plannedOf(promised, log, today)] : [],
      expected: progress.expected ?? null,
      expectedInAll: progress.expectedInAll ?? null,
      expectedByNow: progress.expectedByNow ?? null,
      mine: ask.person !== undefined && writesFor(ask.person, { partnershipId: here(ask), owners }) !== undefined,
      occasions: occasions
        .filter(({ activityId }) => activityId === row.id)
        .map((occasion) => ({
          id: occasion.id,
          on: occasion.on,
          count: occasion.count,
          counted: occasion.counted,
          place: nameOfPlace(occasion.place),
          note: occasion.note,
          outputs: [...inReadingOrder(occasion.outputs)],
          towardTarget: occasion.towardTarget,
          struck: occasion.state === "stands" ? null : occasion.struckReason,
          organisationId: occasion.organisationId,
          example: occasion.example,
        })),
      deviations: deviations
        .filter(({ activityId }) => activityId === row.id)
        .map(({ id, on, cause, sentence, next, struck }) => ({
          id,
          on,
          cause,
          sentence,
          newDay: next.kind === "new-day" ? next.day : null,
          because: next.kind === "none" ? next.because : "",
          struck: struck?.reason ?? null,
        })),
      example: row.example,
    });
  }
  return activities;
}

const listActivities = question(api.listActivities, async ({ month }, ask: Ask) =>
  yes({ activities: await listed(ask, month ?? monthOf(dayOf(ask.at))) }),
);

const printMonth = download(api.printMonth, async ({ unit, ...input }, ask: Ask) => {
  const month = input.month ?? monthOf(dayOf(ask.at));
  const facts = await partnershipFacts(ask.tx, here(ask));
  const activities = (await listed(ask, month)).filter((activity) => activity.mine && activity.unit === unit);
  const paper = monthPaper({
    activities,
    unit,
    month,
    partnershipName: facts?.name ?? "",
    lang: ask.lang,
    at: ask.at,
  });
  return yes({ bytes: pdfOf(paper), contentType: "application/pdf", fileName: `min-manad-${month}.pdf` });
});

const load = async ({ activityId }: { activityId: string }, ask: Ask): Promise<ActivityState | undefined> => {
  const promised = await promisedActivities(ask.tx, here(ask));
  const activity = promised.find(({ id }) => id === activityId);
  if (activity === undefined) return undefined;
  return {
    partnershipId: here(ask),
    activityId,
    owners: await ownersOf(ask, activity),
    earlier: await store.occasionsOf(ask.tx, here(ask), activityId),
  };
};

const logOccasion = command(api.logOccasion, {
  rule: rule({
    event: log.event,
    may: (person, input: { occasion: NewOccasion }, state: Logging) => log.may(person, input.occasion, state),
    decide: (input, state, moment) => log.decide(input.occasion, state, moment),
  }),
  load: async (input, ask: Ask) => {
    const state = await load(input, ask);
    const { id } = input.occasion;
    return state && { ...state, same: id && (await store.occasionById(ask.tx, here(ask), id)) };
  },
  write: async ({ occasion, repeated }, ask: Ask) => {
    if (!repeated) await store.addOccasion(ask.tx, here(ask), occasion, ask.newId, ask.person?.id ?? null);
    return { id: occasion.id };
  },
  subject: ({ occasion }) => occasion.id,
  said: ({ occasion }) => ({ activityId: occasion.activityId, on: occasion.on, count: occasion.count }),
  quiet: ({ repeated }) => repeated,
});

const correctOccasion = command(api.correctOccasion, {
  rule: rule({
    event: correct.event,
    may: (person, input: { reason: string; instead?: NewOccasion }, state: Parameters<typeof correct.decide>[1]) =>
      correct.may(person, correction(input), state),
    decide: (input, state, moment) => correct.decide(correction(input), state, moment),
  }),
  load: async (input, ask: Ask) => {
    await store.holdOccasion(ask.tx, input.occasionId);
    const state = await load(input, ask);
    const occasion = (await store.occasionsOf(ask.tx, here(ask), input.activityId)).find(
      ({ id }) => id === input.occasionId,
    );
    return state === undefined || occasion === undefined ? undefined : { ...state, occasion };
  },
  write: async ({ struck, instead, repeated }, ask: Ask) => {
    if (!repeated) await store.strike(ask.tx, struck);
    if (instead !== undefined) await store.addOccasion(ask.tx, here(ask), instead, ask.newId, ask.person?.id ?? null);
    return { id: instead?.id ?? struck.id };
  },
  subject: ({ struck }) => struck.id,
  quiet: ({ repeated }) => repeated,
});

function correction(input: { reason: string; instead?: NewOccasion }): Correction {
  return { reason: input.reason, instead: input.instead };
}

const noteDeviationRoute = command(api.noteDeviation, {
  rule: rule({
    event: noteDeviation.event,
    may: (person, input: { deviation: NewDeviation }, state: Parameters<typeof noteDeviation.may>[2]) =>
      noteDeviation.may(person, input.deviation, state),
    decide: (input, state, moment) => noteDeviation.decide(input.deviation, state, moment),
  }),
  load: async (input, ask: Ask) => {
    const state = await load(input, ask);
    const { id } = input.deviation;
    return state && { ...state, same: id && (await deviationById(ask, id)) };
  },
  write: async ({ deviation, repeated }, ask: Ask) => {
    if (!repeated) await store.addDeviation(ask.tx, here(ask), deviation, ask.person?.id ?? null);
    return { id: deviation.id };
  },
  subject: ({ deviation }) => deviation.id,
  said: ({ deviation }) => ({ activityId: deviation.activityId, cause: deviation.cause }),
  quiet: ({ repeated }) => repeated,
});

async function deviationById(ask: Ask, wanted: string) {
  return (await store.deviationsOf(ask.tx, here(ask))).find(({ id }) => id === wanted);
}

const withdrawDeviationRoute = command(api.withdrawDeviation, {
  rule: withdrawDeviation,
  load: async (input, ask: Ask) => {
    const state = await load(input, ask);
    const deviation = await deviationById(ask, input.deviationId);
    return state === undefined || deviation?.activityId !== input.activityId ? undefined : { ...state, deviation };
  },
  write: async ({ deviation, repeated }, ask: Ask) => {
    if (!repeated) await store.strikeDeviation(ask.tx, deviation);
    return { id: deviation.id };
  },
  subject: ({ deviation }) => deviation.id,
  quiet: ({ repeated }) => repeated,
});

export const actRoutes: readonly Route[] = [
  listActivities,
  printMonth,
  logOccasion,
  correctOccasion,
  noteDeviationRoute,
  withdrawDeviationRoute,
];
