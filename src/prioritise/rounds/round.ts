// A round: once a year the parties weigh their problems, each apart. What is weighed and by how much is agreed on first; then each scores and locks; what the
// other has scored is there when both have locked, and not before (journeys.md, journey 10).
import { personIn } from "../../collect/person-in-text.ts";
import { command } from "../../ground/command.ts";
import { type Grant, grantFor, grantsIn, type Person } from "../../ground/party.ts";
import { no, type Refusal, type Result, yes } from "../../ground/result.ts";
import type { Instant } from "../../ground/time.ts";
import { CHOOSERS } from "../problem.ts";
import { type Criterion, HIGHEST, LOWEST, MOST_WEIGHT, weighedBy, type Weights } from "./weigh.ts";

export type RoundState = "preparing" | "scoring" | "closed";
export type Round = {
  readonly id: string;
  readonly year: number;
  readonly state: RoundState;
  readonly weights: Weights;
  readonly problemIds: readonly string[];
  /** Whose proposal it is; the other party agrees. */
  readonly proposedBy: string;
  readonly proposedAt: Instant;
  readonly agreedAt: Instant | undefined;
  readonly closedAt: Instant | undefined;
  readonly example: boolean;
};
/** One party's word on one problem by one criterion. */
export type Given = {
  readonly problemId: string;
  readonly criterion: Criterion;
  readonly score: number;
  /** One line of why; needed where the score is as low or as high as it gets. */
  readonly motive: string;
};
export type Lock = { readonly organisationId: string; readonly at: Instant };

export type RoundWhy =
  | "not-yours"
  | "names-a-person"
  | "round-is-there"
  | "round-needs-problems"
  | "round-needs-weights"
  | "round-problem-answered"
  | "round-is-agreed"
  | "proposal-changed"
  | "round-not-agreed"
  | "other-party-agrees"
  | "round-is-closed"
  | "not-in-the-round"
  | "scores-are-locked"
  | "scores-missing"
  | "motive-needed";

export type Here = { readonly partnershipId: string; readonly parties: readonly string[] };

/** The right by which somebody scores here: for the municipality or for the police. */
export function weigherIn(person: Person, { partnershipId, parties }: Here): Grant | undefined {
  return grantsIn(person, partnershipId, CHOOSERS).find(({ organisationId }) => parties.includes(organisationId));
}

export const mayWeigh = (person: Person, _input: unknown, state: Here): Refusal<RoundWhy> | undefined =>
  weigherIn(person, state) === undefined ? { why: "not-yours" } : undefined;

/** Whom a person weighs for. Asked only after `mayWeigh` has said yes. */
export function weigherOf(person: Person, state: Here): string {
  const grant = weigherIn(person, state) ?? grantFor(person, state.partnershipId, CHOOSERS);
  if (grant === undefined) throw new Error("Asked for whom before asking whether");
  return grant.organisationId;
}

/** What is proposed to be weighed, and by how much. */
export type Proposed = { readonly weights: Weights; readonly problemIds: readonly string[] };
type Open = Here & {
  /** The problems that have no answer yet. */
  readonly openIds: readonly string[];
};

function proposalRefused({ weights, problemIds }: Proposed, { openIds }: Open) {
  if (problemIds.length === 0) return no<RoundWhy>("round-needs-problems", { field: "problemIds" });
  if (problemIds.some((id) => !openIds.includes(id)))
    return no<RoundWhy>("round-problem-answered", { field: "problemIds" });
  const given = weighedBy(weights).map((criterion) => weights[criterion] ?? 0);
  const isWhole = given.every((weight) => Number.isInteger(weight) && weight >= 1 && weight <= MOST_WEIGHT);
  return given.length === 0 || !isWhole ? no<RoundWhy>("round-needs-weights", { field: "weights" }) : undefined;
}

export const openRound = command({
  event: "round.opened",
  may: mayWeigh,
  decide: (
    input: Proposed & { readonly year: number },
    state: Open & { readonly round: Round | undefined },
    moment,
  ): Result<Round, Refusal<RoundWhy>> => {
    if (state.round !== undefined) return no("round-is-there", { field: "year" });
    return (
      proposalRefused(input, state) ??
      yes({
        id: moment.newId(),
        year: input.year,
        state: "preparing",
        weights: input.weights,
        problemIds: input.problemIds,
        proposedBy: weigherOf(moment.by, state),
        proposedAt: moment.at,
        agreedAt: undefined,
        closedAt: undefined,
        example: false,
      })
    );
  },
});

/** Another proposal; it is the proposer's, and the other party agrees to it or makes one of its own. */
export const proposeRound = command({
  event: "round.proposed",
  may: mayWeigh,
  decide: (input: Proposed, state: Open & { readonly round: Round }, moment): Result<Round, Refusal<RoundWhy>> => {
    if (state.round.state !== "preparing") return no("round-is-agreed");
    const { weights, problemIds } = input;
    const proposed = { weights, problemIds, proposedBy: weigherOf(moment.by, state), proposedAt: moment.at };
    return proposalRefused(input, state) ?? yes({ ...state.round, ...proposed });
  },
});

type InRound = Here & { readonly round: Round };

export const agreeRound = command({
  event: "round.agreed",
  may: mayWeigh,
  decide: (input: { readonly proposedAt: string }, state: InRound, moment): Result<Round, Refusal<RoundWhy>> => {
    if (state.round.state !== "preparing") return no("round-is-agreed");
    // A yes is to what was read, not to what has been put in its place.
    if (input.proposedAt !== state.round.proposedAt) return no("proposal-changed");
    if (weigherOf(moment.by, state) === state.round.proposedBy) return no("other-party-agrees");
    return yes({ ...state.round, state: "scoring", agreedAt: moment.at });
  },
});

/** What one party has: its own scores, and who has locked. Never the other's scores. */
type Scoring = InRound & { readonly locks: readonly Lock[]; readonly own: readonly Given[] };

function notOpenToScore({ round, locks }: Scoring, organisationId: string) {
  if (round.state === "preparing") return no<RoundWhy>("round-not-agreed");
  if (round.state === "closed") return no<RoundWhy>("round-is-closed");
  return locks.some((lock) => lock.organisationId === organisationId) ? no<RoundWhy>("scores-are-locked") : undefined;
}

export type Scored = Given & { readonly organisationId: string; readonly at: Instant };

/** Kept as one goes: a draft of one's own organisation, to be changed until it is locked. */
export const score = command({
  event: "score.drafted",
  may: mayWeigh,
  decide: (input: Given, state: Scoring, moment): Result<Scored, Refusal<RoundWhy>> => {
    const organisationId = weigherOf(moment.by, state);
    const refused = notOpenToScore(state, organisationId);
    if (refused !== undefined) return refused;
    const { problemId, criterion } = input;
    if (!state.round.problemIds.includes(problemId) || state.round.weights[criterion] === undefined)
      return no("not-in-the-round");
    if (personIn(input.motive)) return no("names-a-person", { field: "motive" });
    return yes({
      problemId,
      criterion,
      score: input.score,
      motive: input.motive.trim(),
      organisationId,
      at: moment.at,
    });
  },
});

/** How many cells lack a score, and how many extremes lack their line. */
export function lacking(round: Pick<Round, "problemIds" | "weights">, own: readonly Given[]) {
  const cells = round.problemIds.length * weighedBy(round.weights).length;
  const isOfRound = ({ problemId, criterion }: Given) =>
    round.problemIds.includes(problemId) && round.weights[criterion] !== undefined;
  const scored = own.filter(isOfRound);
  const unsaid = scored.filter((one) => needsMotive(one.score) && one.motive.trim() === "");
  return { cells, scores: cells - scored.length, motives: unsaid.length };
}

export function needsMotive(given: number): boolean {
  return given === LOWEST || given === HIGHEST;
}

export const lockScores = command({
  event: "scores.locked",
  may: mayWeigh,
  decide: (_input: unknown, state: Scoring, moment): Result<Lock, Refusal<RoundWhy>> => {
    const organisationId = weigherOf(moment.by, state);
    const refused = notOpenToScore(state, organisationId);
    if (refused !== undefined) return refused;
    const { scores, motives } = lacking(state.round, state.own);
    if (scores > 0) return no("scores-missing", { detail: { count: scores } });
    if (motives > 0) return no("motive-needed", { detail: { count: motives } });
    return yes({ organisationId, at: moment.at });
  },
});

/** Only then is there anything to see together. */
export function allLocked(parties: readonly string[], locks: readonly Lock[]): boolean {
  return parties.length > 0 && parties.every((party) => locks.some(({ organisationId }) => organisationId === party));
}
