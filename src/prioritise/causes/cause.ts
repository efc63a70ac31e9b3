// Orsakskort (domain.md 3.3): why the problem is there, how well that is supported, who can do something about it, and what is not known.
import { personIn } from "../../collect/person-in-text.ts";
import { command } from "../../ground/command.ts";
import { grantFor, type Person } from "../../ground/party.ts";
import { no, type Refusal, type Result, yes } from "../../ground/result.ts";
import { type Cause, isClosed, type NewCause, type Problem, RAISERS, type Strength } from "../problem.ts";

/** How much of the cause can be done something about, by whoever can. */
export const DEGREES = ["wholly", "partly"] as const;
export type Degree = (typeof DEGREES)[number];
/** When acting on it would show: within the promise, or long after. */
export const HORIZONS = ["short", "long"] as const;
export type Horizon = (typeof HORIZONS)[number];

/** What a person says of a cause. What is left out has not been judged yet, and the card says so. */
export type CauseSaid = NewCause & {
  readonly strength?: Strength | undefined;
  readonly degree?: Degree | undefined;
  readonly horizon?: Horizon | undefined;
  readonly unknown: string;
  /** The pieces of the problem's evidence it rests on. */
  readonly evidenceIds: readonly string[];
};
export type CauseCard = CauseSaid &
  Cause & {
    readonly version: number;
    /** Why it is not a cause after all. It stands, so that nobody has to find it out again. */
    readonly setAside: string | undefined;
  };

export type CauseWhy =
  | "not-yours"
  | "problem-is-closed"
  | "names-a-person"
  | "evidence-not-found"
  | "card-changed-meanwhile"
  | "card-set-aside"
  | "card-reason-needed"
  | "nobody-influences"
  | "measure-hits-no-cause";

type Where = { readonly partnershipId: string };
export const mayAnalyse = (
  person: Person,
  _input: unknown,
  { partnershipId }: Where,
): Refusal<"not-yours"> | undefined =>
  grantFor(person, partnershipId, RAISERS) === undefined ? { why: "not-yours" } : undefined;

export type OnProblem = Where & { readonly problem: Problem };
export type OnCause = OnProblem & { readonly cause: CauseCard };

/** What is wrong with a card as it is said; the same when it is written and when it is changed. */
function refused(input: CauseSaid, { problem }: OnProblem): Refusal<CauseWhy> | undefined {
  if (isClosed(problem)) return { why: "problem-is-closed" };
  if (personIn(input.text)) return { why: "names-a-person", field: "text" };
  if (personIn(input.unknown)) return { why: "names-a-person", field: "unknown" };
  if (input.influenceableBy === "nobody" && input.degree !== undefined)
    return { why: "nobody-influences", field: "degree" };
  if (!input.evidenceIds.every((id) => problem.evidence.some((one) => one.id === id)))
    return { why: "evidence-not-found", field: "evidenceIds" };
  return undefined;
}

export const noteCause = command({
  event: "problem.cause-noted",
  may: mayAnalyse,
  decide: (input: CauseSaid, state: OnProblem, moment): Result<CauseCard, Refusal<CauseWhy>> => {
    const refusal = refused(input, state);
    return refusal === undefined
      ? yes({ ...said(input), id: moment.newId(), version: 1, setAside: undefined })
      : { ok: false, refusal };
  },
});

/** Whoever changes an older card is told, and nothing of either is written over. */
export const changeCause = command({
  event: "problem.cause-changed",
  may: mayAnalyse,
  decide: (input: CauseSaid & { readonly version: number }, state: OnCause): Result<CauseCard, Refusal<CauseWhy>> => {
    const refusal = refused(input, state) ?? outdated(input, state.cause);
    if (refusal !== undefined) return { ok: false, refusal };
    const { id, version } = state.cause;
    return yes({ ...said(input), id, version: version + 1, setAside: undefined });
  },
});

/** A cause as it is first written down, before anybody has judged it. */
export function firstWritten(cause: Cause): CauseCard {
  return { ...cause, unknown: "", evidenceIds: [], version: 1, setAside: undefined };
}

/** The card and no more of what came along. */
function said({ perspective, text, influenceableBy, strength, degree, horizon, unknown, evidenceIds }: CauseSaid) {
  return { perspective, text, influenceableBy, strength, degree, horizon, unknown, evidenceIds };
}

/** Cause and measure alike: one's own is the newest, and nobody changes what is set aside. */
export function outdated(
  input: { readonly version: number },
  card: { readonly version: number; readonly setAside: string | undefined },
): Refusal<CauseWhy> | undefined {
  if (card.version !== input.version) return { why: "card-changed-meanwhile" };
  return card.setAside === undefined ? undefined : { why: "card-set-aside" };
}

/** It turned out not to be a cause, or nothing to do anything about here. Why is kept. */
export const setCauseAside = command({
  event: "problem.cause-set-aside",
  may: mayAnalyse,
  decide: (
    input: { readonly because: string; readonly version: number },
    { problem, cause }: OnCause,
  ): Result<CauseCard, Refusal<CauseWhy>> => {
    const because = asideReason(input, problem, cause);
    return because.ok ? yes({ ...cause, version: cause.version + 1, setAside: because.value }) : because;
  },
});

/** Why a card is set aside, or why it cannot be. */
export function asideReason(
  input: { readonly because: string; readonly version: number },
  problem: Problem,
  card: { readonly version: number; readonly setAside: string | undefined },
): Result<string, Refusal<CauseWhy>> {
  if (isClosed(problem)) return no("problem-is-closed");
  const refusal = outdated(input, card);
  if (refusal !== undefined) return { ok: false, refusal };
  if (input.because.trim() === "") return no("card-reason-needed", { field: "because" });
  return personIn(input.because) ? no("names-a-person", { field: "because" }) : yes(input.because.trim());
}

export const takeCauseUp = command({
  event: "problem.cause-taken-up",
  may: mayAnalyse,
  decide: (input: { readonly version: number }, { problem, cause }: OnCause): Result<CauseCard, Refusal<CauseWhy>> => {
    if (isClosed(problem)) return no("problem-is-closed");
    if (cause.version !== input.version) return no("card-changed-meanwhile");
    return yes({ ...cause, version: cause.version + 1, setAside: undefined });
  },
});
