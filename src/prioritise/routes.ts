import { command as rule } from "../ground/command.ts";
import { no, yes } from "../ground/result.ts";
import { dayOf } from "../ground/time.ts";
import { partiesOf } from "../partnership/store.ts";
import type { Asking } from "../platform/server/house.ts";
import { command, here, question, type Route } from "../platform/server/routes.ts";
import { agreementOf } from "./agreement.ts";
import * as api from "./api.ts";
import { type FrozenFigure, sinceThen, warningsOf } from "./frozen-figure.ts";
import { type FrozenTheme, themeSinceThen, themeWarnings } from "./frozen-theme.ts";
import {
  choose,
  cite,
  citedBy,
  correct,
  decline,
  merge,
  raise,
  type Evidence,
  type Problem,
  type ProblemSaid,
  type Source,
} from "./problem.ts";
import * as store from "./store.ts";
import { carriedBy } from "./store-evidence.ts";
import { heardIn, wordsOfAll } from "./store-heard.ts";
import { publicSeriesAmong } from "./store-measured.ts";
import type { PrioritiseDatabase } from "./tables.ts";

type Ask = Asking<PrioritiseDatabase>;

const listProblems = question(api.listProblems, async (_input, ask: Ask) => {
  const problems = await store.problemsOf(ask.tx, here(ask));
  const parties = await partiesOf(ask.tx, here(ask));
  const figures = await figuresIn(ask, problems);
  const coded = await codedIn(ask, problems);
  const takenBack = await store.takenBackAmong(ask.tx, problems);
  const corrections = await store.correctionsOf(ask.tx, here(ask));
  const before = (problem: Problem) => corrections.filter(({ problemId }) => problemId === problem.id);
  const nameOf = (organisationId: string) => parties.find((one) => one.organisationId === organisationId)?.name ?? "";
  const told = problems.map((problem) => ({
    id: problem.id,
    slug: problem.slug,
    version: problem.version,
    ...saidIn(problem),
    corrections: before(problem).map((one) => ({
      ...saidIn(one),
      organisation: nameOf(one.organisationId),
      on: dayOf(one.replacedAt),
    })),
    state: problem.state,
    evidence: problem.evidence.map((evidence) => ({
      id: evidence.id,
      kind: evidence.kind,
      refId: "refId" in evidence ? evidence.refId : null,
      question: evidence.kind === "question" ? evidence.question : null,
      figure: figures.get(evidence.id) ?? null,
      coded: coded.get(evidence.id) ?? null,
      takenBack: ("refId" in evidence && takenBack.get(evidence.refId)) || null,
      caption: evidence.caption,
      strength: evidence.strength,
      sharing: evidence.sharing,
    })),
    choices: ("choices" in problem ? problem.choices : []).map(({ organisationId, reason, at }) => {
      const party = parties.find((one) => one.organisationId === organisationId)?.kind ?? ("other" as const);
      const beforeCorrection = before(problem).some(({ replacedAt }) => replacedAt > at);
      return { organisationId, organisation: nameOf(organisationId), party, reason, beforeCorrection };
    }),
    publicReason: "publicReason" in problem ? problem.publicReason : null,
    into: intoOf(problem, problems),
    example: problem.example,
  }));
  return yes({
    problems: told,
    parties: parties.map(({ organisationId, name, kind }) => ({ organisationId, name, party: kind })),
  });
});

function saidIn({ what, place, since, occurs = "", affected, category }: ProblemSaid) {
  return { what, place: structuredClone(place) as never, since, occurs, affected, category };
}
const listHeard = question(api.listHeard, async (_input, ask: Ask) => {
  const problems = await store.problemsOf(ask.tx, here(ask));
  const wordsOf = await wordsOfAll(ask.tx, here(ask), problems);
  return yes({ rows: [...agreementOf(await heardIn(ask.tx, here(ask)), problems, wordsOf)] });
});

function intoOf(problem: Problem, all: readonly Problem[]) {
  const into = problem.state === "merged" ? all.find(({ id }) => id === problem.into) : undefined;
  return into === undefined ? null : { slug: into.slug, what: into.what };
}

/** Each series that is cited: what it said then, and whether it says the same today. */
async function figuresIn(ask: Ask, problems: readonly Problem[]) {
  const figures = new Map<
    string,
    {
      frozen: FrozenFigure;
      warnings: ReturnType<typeof warningsOf>;
      since: ReturnType<typeof sinceThen>;
      isPublic: boolean;
    }
  >();
  const cited = problems.flatMap(({ evidence }) => evidence.filter((one) => one.kind === "series"));
  const told = await publicSeriesAmong(
    ask.tx,
    here(ask),
    cited.map(({ frozen }) => frozen.seriesId),
  );
  for (const evidence of cited) {
    const { frozen } = evidence;
    const source = await store.sourceOf(ask.tx, here(ask), citedBy(evidence));
    const now = source?.kind === "series" ? source.frozen : undefined;
    figures.set(evidence.id, {
      frozen,
      warnings: warningsOf(frozen),
      since: sinceThen(frozen, now),
      isPublic: told.has(frozen.seriesId),
    });
  }
  return figures;
}

/** Each coded theme that is cited and that whoever asks may still read: what it stood on then, and whether it stands on the same today. */
async function codedIn(ask: Ask, problems: readonly Problem[]) {
  const coded = new Map<
    string,
    {
      frozen: FrozenTheme;
      warnings: ReturnType<typeof themeWarnings>;
      since: ReturnType<typeof themeSinceThen>;
    }
  >();
  for (const evidence of problems.flatMap((problem) => problem.evidence)) {
    // Its caption is gone where it has been kept apart since.
    if (evidence.kind !== "coded" || evidence.caption === "") continue;
    const { frozen } = evidence;
    const source = await store.sourceOf(ask.tx, here(ask), citedBy(evidence));
    const now = source?.kind === "coded" ? source.frozen : undefined;
    coded.set(evidence.id, { frozen, warnings: themeWarnings(frozen), since: themeSinceThen(frozen, now) });
  }
  return coded;
}

const weighEvidence = question(api.weighEvidence, async ({ id }, ask: Ask) => {
  const problem = await store.problemById(ask.tx, here(ask), id);
  if (problem === undefined) return no("not-found");
  return yes({ evidence: await carriedBy(ask.tx, here(ask), problem) });
});

const raiseProblem = command(api.raiseProblem, {
  rule: raise,
  load: async (input, ask: Ask) => {
    const sources: Source[] = [];
    for (const cited of input.evidence) {
      const source = await store.sourceOf(ask.tx, here(ask), cited);
      if (source !== undefined) sources.push(source);
    }
    return { partnershipId: here(ask), takenSlugs: await store.slugsOf(ask.tx, here(ask)), sources };
  },
  write: async (problem, ask: Ask) => {
    await store.addProblem(ask.tx, here(ask), problem);
    return { slug: problem.slug, id: problem.id };
  },
  subject: (problem) => problem.id,
});

const load = async ({ id }: { id: string }, ask: Ask) => {
  await store.holdProblem(ask.tx, id);
  const problem = await store.problemById(ask.tx, here(ask), id);
  return problem === undefined ? undefined : { partnershipId: here(ask), problem };
};

const correctProblem = command(api.correctProblem, {
  rule: correct,
  load,
  write: async (corrected, ask: Ask) => {
    await store.saveCorrection(ask.tx, here(ask), corrected);
    return { version: corrected.problem.version };
  },
  subject: ({ problem }) => problem.id,
});

const citeEvidence = command(api.citeEvidence, {
  rule: rule({
    event: cite.event,
    may: (person, input: { evidence: Parameters<typeof cite.decide>[0] }, state: Parameters<typeof cite.decide>[1]) =>
      cite.may(person, input.evidence, state),
    decide: (input, state, moment) => cite.decide(input.evidence, state, moment),
  }),
  load: async (input, ask: Ask) => {
    const loaded = await load(input, ask);
    return loaded && { ...loaded, source: await store.sourceOf(ask.tx, here(ask), input.evidence) };
  },
  write: async (evidence: Evidence, ask: Ask, _input, state) => {
    await store.addEvidence(ask.tx, here(ask), state.problem.id, evidence);
    return { id: evidence.id };
  },
  subject: (_evidence, input) => input.id,
});

const chooseProblem = command(api.chooseProblem, {
  rule: choose,
  load: async (input, ask: Ask) => {
    const loaded = await load(input, ask);
    const parties = await partiesOf(ask.tx, here(ask));
    return (
      loaded && {
        ...loaded,
        parties: parties.filter(({ kind }) => kind !== "other").map(({ organisationId }) => organisationId),
      }
    );
  },
  write: async ({ problem, choice }, ask: Ask) => {
    await store.addChoice(ask.tx, here(ask), problem.id, choice);
    if (problem.state === "chosen") await store.saveState(ask.tx, problem);
    return { state: problem.state };
  },
  // Half a yes is not a choice: only when both have said it does anybody else need to know.
  event: ({ problem }) => (problem.state === "chosen" ? "problem.chosen" : "problem.half-chosen"),
  subject: (_outcome, input) => input.id,
});

const writeState = async (problem: Problem, ask: Ask) => {
  await store.saveState(ask.tx, problem);
  return { state: problem.state };
};

const declineProblem = command(api.declineProblem, {
  rule: decline,
  load,
  write: writeState,
  subject: (problem) => problem.id,
});

const mergeProblem = command(api.mergeProblem, {
  rule: merge,
  load: async (input, ask: Ask) => {
    // Two that are joined with each other at the same moment come one after the other.
    for (const id of [input.id, input.into].toSorted()) await store.holdProblem(ask.tx, id);
    const [loaded, into] = [await load(input, ask), await store.problemById(ask.tx, here(ask), input.into)];
    return loaded === undefined || into === undefined ? undefined : { ...loaded, into };
  },
  write: writeState,
  subject: (problem) => problem.id,
});

export const prioritiseRoutes: readonly Route[] = [
  listProblems,
  listHeard,
  weighEvidence,
  raiseProblem,
  correctProblem,
  citeEvidence,
  chooseProblem,
  declineProblem,
  mergeProblem,
];
