import { yes } from "../../ground/result.ts";
import { type Day, dayOf } from "../../ground/time.ts";
import type { Said } from "../../ground/words.ts";
import { partiesOf } from "../../partnership/store.ts";
import type { Asking } from "../../platform/server/house.ts";
import { command, here, question, type Route } from "../../platform/server/routes.ts";
import { agreementOf } from "../agreement.ts";
import type { Problem } from "../problem.ts";
import { problemsOf } from "../store.ts";
import { heardIn, wordsOfAll } from "../store-heard.ts";
import type { PrioritiseDatabase } from "../tables.ts";
import * as answers from "./answers.ts";
import * as api from "./api.ts";
import { formerOnTheme, formerPlace } from "./former.ts";
import { heardOf } from "./heard.ts";
import * as rule from "./round.ts";
import * as store from "./store.ts";

type Ask = Asking<PrioritiseDatabase>;
type At = { readonly year: number };

const listRounds = question(api.listRounds, async (_input, ask: Ask) =>
  yes({ rounds: await store.roundsOf(ask.tx, here(ask)) }),
);

/** Those who weigh: the municipality and the police. Others who take part read. */
async function weighers(ask: Ask) {
  return (await partiesOf(ask.tx, here(ask))).filter(({ kind }) => kind !== "other");
}

async function whereOf(ask: Ask) {
  const parties = await weighers(ask);
  return { partnershipId: here(ask), parties: parties.map(({ organisationId }) => organisationId) };
}

/** What was promised for problems and what that led to: pledge and follow come later on the line, so main hands it in. */
export type ReadPromised = (
  tx: Ask["tx"],
  partnershipId: string,
  problemIds: readonly string[],
  today: Day,
) => Promise<
  readonly {
    readonly problemIds: readonly string[];
    readonly slug: string;
    readonly order: number;
    readonly text: string;
    readonly told: readonly Said[];
  }[]
>;

/** What lies beside each problem's scores: who says it, where it came last, and what was promised then. */
async function besideOf(ask: Ask, year: number, problems: readonly Problem[], readPromised: ReadPromised) {
  const all = await problemsOf(ask.tx, here(ask));
  const last = await store.lastClosedBefore(ask.tx, here(ask), year);
  const heard = await heardIn(ask.tx, here(ask));
  const wordsOf = await wordsOfAll(ask.tx, here(ask), all);
  // What another problem of the same theme rests on is not this one's.
  const agreementAt = ({ id, slug }: Problem) =>
    agreementOf(
      heard.map((one) => ({ ...one, problemIds: one.problemIds.filter((other) => other === id) })),
      all,
      wordsOf,
    ).find((row) => row.problems.some((one) => one.slug === slug));
  const beside = problems.map((problem) => ({
    problem,
    agreement: agreementAt(problem),
    former: last && formerPlace(problem.id, last),
    onTheme: last === undefined ? [] : formerOnTheme(problem, last, all),
  }));
  const asked = beside.flatMap(({ problem, onTheme }) => [problem.id, ...onTheme.map(({ id }) => id)]);
  const promised = await readPromised(ask.tx, here(ask), [...new Set(asked)], dayOf(ask.at));
  return {
    last: last?.round,
    of: ({ id }: Problem) => {
      const found = beside.find(({ problem }) => problem.id === id);
      const meant = [id, ...(found?.onTheme ?? []).map((one) => one.id)];
      return {
        agreement: found?.agreement ?? null,
        former: found?.former ?? null,
        formerOnTheme: found?.onTheme ?? [],
        promised: promised.filter(({ problemIds }) => problemIds.some((one) => meant.includes(one))),
      };
    },
  };
}

const readRound = (readPromised: ReadPromised) =>
  question(api.readRound, async ({ year }, ask: Ask) => {
    const round = await store.roundOf(ask.tx, here(ask), year);
    const parties = await weighers(ask);
    const ids = parties.map(({ organisationId }) => organisationId);
    const locks = round === undefined ? [] : await store.locksOf(ask.tx, round.id);
    const scores = round === undefined ? [] : await store.scoresOf(ask.tx, round.id);
    const grants = ask.person?.grants.filter(({ partnershipId }) => partnershipId === here(ask)) ?? [];
    const weigher = ask.person && rule.weigherIn(ask.person, { partnershipId: here(ask), parties: ids });
    const home =
      weigher?.organisationId ?? grants.find(({ organisationId }) => ids.includes(organisationId))?.organisationId;
    const of = (organisationId: string | undefined) =>
      scores
        .filter((one) => one.organisationId === organisationId)
        .map(({ problemId, criterion, score, motive }) => ({ problemId, criterion, score, motive }));
    const problems = (await problemsOf(ask.tx, here(ask))).filter(
      ({ id, state }) => state === "open" || round?.problemIds.includes(id) === true,
    );
    const bothLocked = rule.allLocked(ids, locks);
    const beside = await besideOf(ask, year, problems, readPromised);
    const ended = round !== undefined && bothLocked ? await endsOf(ask, round) : undefined;
    const counted =
      ended === undefined
        ? []
        : ended.round.state === "closed"
          ? await store.countedIn(ask.tx, ended.round.id)
          : answers.countedOnly(ended);
    return yes({
      round:
        round === undefined
          ? null
          : {
              state: round.state,
              weights: round.weights,
              problemIds: [...round.problemIds],
              proposedBy: round.proposedBy,
              proposedAt: round.proposedAt,
              example: round.example,
            },
      parties: parties.map(({ organisationId, name, kind }) => ({
        organisationId,
        name,
        party: kind,
        locked: locks.some((lock) => lock.organisationId === organisationId),
      })),
      before: beside.last === undefined ? null : { year: beside.last.year, weights: beside.last.weights },
      weighsFor: weigher?.organisationId ?? null,
      problems: problems.map((problem) => ({
        id: problem.id,
        slug: problem.slug,
        what: problem.what,
        state: problem.state,
        evidence: problem.evidence.map(({ caption, strength, sharing }) => ({
          caption,
          strength,
          own: sharing === "own",
        })),
        ...beside.of(problem),
        heard: heardOf(problem.evidence),
        causes: problem.causes.length,
        example: problem.example,
      })),
      own: of(home),
      themes: (ended?.themes ?? [])
        .filter(answers.isOwed)
        .map((theme) => ({ ...theme, problems: [...theme.problems] })),
      counted: counted.length,
      answers: [...(ended?.answers ?? [])],
      ends: ended === undefined ? null : answers.openEnds(ended),
      together: bothLocked ? ids.map((organisationId) => ({ organisationId, scores: of(organisationId) })) : null,
    });
  });

const openIds = async (ask: Ask) =>
  (await problemsOf(ask.tx, here(ask))).flatMap(({ id, state }) => (state === "open" ? [id] : []));

/** The round as it stands, held: what is decided at once is decided one after the other. */
const held = async ({ year }: At, ask: Ask) => {
  await store.holdRound(ask.tx, here(ask), year);
  const round = await store.roundOf(ask.tx, here(ask), year);
  return round && { ...(await whereOf(ask)), round };
};

const openRound = command(api.openRound, {
  rule: rule.openRound,
  load: async ({ year }, ask: Ask) => ({
    ...(await whereOf(ask)),
    openIds: await openIds(ask),
    round: await store.roundOf(ask.tx, here(ask), year),
  }),
  write: async (round, ask: Ask) => {
    await store.addRound(ask.tx, here(ask), round);
    return { state: round.state };
  },
  subject: ({ id }) => id,
});

const proposeRound = command(api.proposeRound, {
  rule: rule.proposeRound,
  load: async (input, ask: Ask) => {
    const loaded = await held(input, ask);
    return loaded && { ...loaded, openIds: await openIds(ask) };
  },
  write: async (round, ask: Ask) => {
    await store.saveProposal(ask.tx, here(ask), round);
    return { state: round.state };
  },
  subject: ({ id }) => id,
});

const agreeRound = command(api.agreeRound, {
  rule: rule.agreeRound,
  load: held,
  write: async (round, ask: Ask) => {
    await store.saveRound(ask.tx, round);
    return { state: round.state };
  },
  subject: ({ id }) => id,
});

const scoring = async (input: At, ask: Ask) => {
  const loaded = await held(input, ask);
  if (loaded === undefined) return undefined;
  const weigher = ask.person && rule.weigherIn(ask.person, loaded);
  const scores = await store.scoresOf(ask.tx, loaded.round.id);
  return {
    ...loaded,
    locks: await store.locksOf(ask.tx, loaded.round.id),
    own: scores.filter(({ organisationId }) => organisationId === weigher?.organisationId),
  };
};

const saveScore = command(api.saveScore, {
  rule: rule.score,
  load: scoring,
  write: async (scored, ask: Ask, _input, { round }) => {
    await store.putScore(ask.tx, { partnershipId: here(ask), roundId: round.id }, scored);
    return {};
  },
  // A draft, and nobody else's: the log would say how far the one party has come.
  quiet: () => true,
  subject: () => undefined,
});

const lockScores = command(api.lockScores, {
  rule: rule.lockScores,
  load: scoring,
  write: async (lock, ask: Ask, _input, { round }) => {
    await store.addLock(ask.tx, { partnershipId: here(ask), roundId: round.id }, lock);
    return {};
  },
  // That, not what.
  subject: () => undefined,
});

/** Everything a round ends in. */
async function endsOf(ask: Ask, round: rule.Round) {
  return {
    round,
    locks: await store.locksOf(ask.tx, round.id),
    scores: await store.scoresOf(ask.tx, round.id),
    themes: await store.heardThemes(ask.tx, here(ask)),
    problems: await problemsOf(ask.tx, here(ask)),
    answers: await store.answersOf(ask.tx, round.id),
  };
}

const answering = async (input: At, ask: Ask) => {
  const loaded = await held(input, ask);
  return loaded && { ...loaded, ...(await endsOf(ask, loaded.round)) };
};

const answerInRound = command(api.answerInRound, {
  rule: answers.answerInRound,
  load: answering,
  write: async (answer, ask: Ask, _input, { round }) => {
    await store.putAnswer(ask.tx, { partnershipId: here(ask), roundId: round.id }, answer);
    return {};
  },
  subject: ({ themeId, problemId }) => themeId ?? problemId,
});

const closeRound = command(api.closeRound, {
  rule: answers.closeRound,
  load: answering,
  write: async (round, ask: Ask, _input, state) => {
    // While it is open still: a closed round takes nothing more.
    await store.addCounted(ask.tx, { partnershipId: here(ask), roundId: round.id }, answers.countedOnly(state));
    await store.saveRound(ask.tx, round);
    return { state: round.state };
  },
  subject: ({ id }) => id,
});

export function roundRoutes(readPromised: ReadPromised): readonly Route[] {
  return [
    answerInRound,
    closeRound,
    listRounds,
    readRound(readPromised),
    openRound,
    proposeRound,
    agreeRound,
    saveScore,
    lockScores,
  ];
}
