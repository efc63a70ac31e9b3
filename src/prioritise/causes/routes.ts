import { yes } from "../../ground/result.ts";
import type { Asking } from "../../platform/server/house.ts";
import { command, here, question, type Route } from "../../platform/server/routes.ts";
import { holdProblem, problemById } from "../store.ts";
import type { PrioritiseDatabase } from "../tables.ts";
import * as api from "./api.ts";
import * as rule from "./cause.ts";
import * as measures from "./measure.ts";
import * as store from "./store.ts";

type Ask = Asking<PrioritiseDatabase>;
type At = { readonly id: string };

const ofProblem = ({ id }: At, ask: Ask): store.Of => ({ partnershipId: here(ask), problemId: id });

/** What is undefined is left out of an answer. */
const told = <Card extends { readonly setAside: string | undefined }>({ setAside, ...card }: Card) => ({
  ...(JSON.parse(JSON.stringify(card)) as Omit<Card, "setAside">),
  setAside: setAside ?? null,
});

const readCauses = question(api.readCauses, async (input, ask: Ask) => {
  const causes = await store.causesOf(ask.tx, ofProblem(input, ask));
  const thought = await store.measuresOf(ask.tx, ofProblem(input, ask));
  return yes({
    causes: causes.map(told) as never,
    measures: thought.map(told) as never,
    ends: measures.looseEnds(causes, thought),
  });
});

/** The problem, held: what two change at once is changed one after the other. */
const load = async ({ id }: At, ask: Ask) => {
  await holdProblem(ask.tx, id);
  const problem = await problemById(ask.tx, here(ask), id);
  return problem && { partnershipId: here(ask), problem };
};
const withCause = async (input: At & { causeId: string }, ask: Ask) => {
  const loaded = await load(input, ask);
  const cause = (await store.causesOf(ask.tx, ofProblem(input, ask))).find(({ id }) => id === input.causeId);
  return loaded === undefined || cause === undefined ? undefined : { ...loaded, cause };
};
const withCauses = async (input: At, ask: Ask) => {
  const loaded = await load(input, ask);
  return loaded && { ...loaded, causes: await store.causesOf(ask.tx, ofProblem(input, ask)) };
};
const withMeasure = async (input: At & { measureId: string }, ask: Ask) => {
  const loaded = await withCauses(input, ask);
  const all = await store.measuresOf(ask.tx, ofProblem(input, ask));
  const measure = all.find(({ id }) => id === input.measureId);
  return loaded === undefined || measure === undefined ? undefined : { ...loaded, measure };
};

const subject = (_card: unknown, { id }: At) => id;
const writeCause = async (card: rule.CauseCard, ask: Ask, input: At) => {
  await store.saveCause(ask.tx, ofProblem(input, ask), card);
  return { version: card.version };
};
const writeMeasure = async (measure: measures.Measure, ask: Ask, input: At) => {
  await store.saveMeasure(ask.tx, ofProblem(input, ask), measure);
  return { version: measure.version };
};

const noteCause = command(api.noteCause, {
  rule: rule.noteCause,
  load,
  write: async (card, ask: Ask, input) => {
    await store.addCause(ask.tx, ofProblem(input, ask), card, { at: ask.at });
    return { id: card.id };
  },
  subject,
});
const changeCause = command(api.changeCause, { rule: rule.changeCause, load: withCause, write: writeCause, subject });
const setCauseAside = command(api.setCauseAside, {
  rule: rule.setCauseAside,
  load: withCause,
  write: writeCause,
  subject,
});
const takeCauseUp = command(api.takeCauseUp, { rule: rule.takeCauseUp, load: withCause, write: writeCause, subject });

const noteMeasure = command(api.noteMeasure, {
  rule: measures.noteMeasure,
  load: withCauses,
  write: async (measure, ask: Ask, input) => {
    await store.addMeasure(ask.tx, ofProblem(input, ask), measure, { at: ask.at });
    return { id: measure.id };
  },
  subject,
});
const changeMeasure = command(api.changeMeasure, {
  rule: measures.changeMeasure,
  load: withMeasure,
  write: writeMeasure,
  subject,
});
const setMeasureAside = command(api.setMeasureAside, {
  rule: measures.setMeasureAside,
  load: withMeasure,
  write: writeMeasure,
  subject,
});

export const causeRoutes: readonly Route[] = [
  readCauses,
  noteCause,
  changeCause,
  setCauseAside,
  takeCauseUp,
  noteMeasure,
  changeMeasure,
  setMeasureAside,
];
