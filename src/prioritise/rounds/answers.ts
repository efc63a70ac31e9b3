// An answer for everything: a theme that many have spoken of, and a problem that was weighed, is chosen, joined with another, turned down or left open, and who was
// heard reads why. A round is not closed while one of them lacks it.
import { type Category, fewestFor } from "../../collect/category.ts";
import { personIn } from "../../collect/person-in-text.ts";
import { command } from "../../ground/command.ts";
import { no, type Refusal, type Result, yes } from "../../ground/result.ts";
import type { Instant } from "../../ground/time.ts";
import type { Problem } from "../problem.ts";
import {
  allLocked,
  type Given,
  type Here,
  type Lock,
  mayWeigh,
  type Round,
  type RoundWhy,
  weigherOf,
} from "./round.ts";
import { orderOf, pastOrder } from "./weigh.ts";

/** `order`: chosen past one that weighed more. `cause`: chosen though nobody has written why it happens. */
export const ANSWER_KINDS = ["declined", "open", "order", "cause"] as const;
export type AnswerKind = (typeof ANSWER_KINDS)[number];
export type Answer = {
  readonly themeId?: string | undefined;
  readonly problemId?: string | undefined;
  readonly kind: AnswerKind;
  /** Everybody may read it once the round is closed. */
  readonly reason: string;
};
export type Answered = Answer & { readonly organisationId: string; readonly at: Instant };

/** A coded theme as far as both parties may read it, with the problems that what was said of it has become. */
export type HeardTheme = {
  readonly id: string;
  readonly name: string;
  readonly category: Category;
  readonly voices: number;
  readonly problems: readonly Pick<Problem, "id" | "state">[];
  /** Turned down in a round that is closed. */
  readonly declinedBefore: boolean;
};

export type AnswerWhy =
  | Extract<RoundWhy, "not-yours" | "names-a-person" | "round-is-closed" | "not-in-the-round">
  | "round-not-locked"
  | "answer-needs-reason"
  | "themes-unanswered"
  | "problems-unanswered"
  | "cause-missing"
  | "order-needs-reason";

export type Answering = Here & {
  readonly round: Round;
  readonly locks: readonly Lock[];
  readonly scores: readonly Given[];
  readonly themes: readonly HeardTheme[];
  readonly problems: readonly Pick<Problem, "id" | "state" | "causes">[];
  readonly answers: readonly Answer[];
};

/** Enough have said it that each of them is owed an answer; the more sensitive, the more it takes. */
export function isOwed({ category, voices }: Pick<HeardTheme, "category" | "voices">): boolean {
  return voices >= fewestFor(category);
}

/** Whether what was said of a theme has an answer: through a problem, in this round, or in one before. */
export function themeIsAnswered(
  { id, problems, declinedBefore }: Pick<HeardTheme, "id" | "problems" | "declinedBefore">,
  answers: readonly Answer[],
): boolean {
  const isLeftOpen = (problemId: string) => answers.some((one) => one.problemId === problemId && one.kind === "open");
  return (
    declinedBefore ||
    answers.some(({ themeId }) => themeId === id) ||
    problems.some((problem) => problem.state !== "open" || isLeftOpen(problem.id))
  );
}

/** Themes that too few have spoken of for an answer of their own, and that nothing has come of: counted when the round is closed, and told as that. */
export function countedOnly({ themes, answers }: Pick<Answering, "themes" | "answers">): readonly string[] {
  const isCounted = (theme: HeardTheme) =>
    theme.voices > 0 && !isOwed(theme) && theme.problems.length === 0 && !themeIsAnswered(theme, answers);
  return themes.filter(isCounted).map(({ id }) => id);
}

/** What still stands in the way of closing, each with what it is about. */
export function openEnds({ round, scores, themes, problems, answers }: Omit<Answering, keyof Here | "locks">) {
  const weighed = problems.filter(({ id }) => round.problemIds.includes(id));
  const has = (problemId: string, kind: AnswerKind) =>
    answers.some((one) => one.problemId === problemId && one.kind === kind);
  const chosen = weighed.filter(({ state }) => state === "chosen");
  const order = orderOf(round.problemIds, scores, round.weights);
  const past = pastOrder(
    order,
    chosen.map(({ id }) => id),
  );
  return {
    themes: themes.filter((theme) => isOwed(theme) && !themeIsAnswered(theme, answers)).map(({ id }) => id),
    problems: weighed.filter(({ id, state }) => state === "open" && !has(id, "open")).map(({ id }) => id),
    causes: chosen.filter(({ id, causes }) => causes.length === 0 && !has(id, "cause")).map(({ id }) => id),
    order: past.filter((id) => !has(id, "order")),
  };
}

function notOpenToAnswer({ round, parties, locks }: Answering) {
  if (round.state === "closed") return no<AnswerWhy>("round-is-closed");
  return allLocked(parties, locks) ? undefined : no<AnswerWhy>("round-not-locked");
}

export const answerInRound = command({
  event: "round.answered",
  may: mayWeigh,
  decide: (input: Answer, state: Answering, moment): Result<Answered, Refusal<AnswerWhy>> => {
    const refused = notOpenToAnswer(state);
    if (refused !== undefined) return refused;
    const isOf = input.kind === "declined" ? ["theme"] : input.kind === "open" ? ["theme", "problem"] : ["problem"];
    const isTheme = input.problemId === undefined && state.themes.some(({ id }) => id === input.themeId);
    const isProblem = input.themeId === undefined && state.round.problemIds.some((id) => id === input.problemId);
    if (!((isTheme && isOf.includes("theme")) || (isProblem && isOf.includes("problem"))))
      return no("not-in-the-round");
    const reason = input.reason.trim();
    if (input.kind !== "open" && reason === "") return no("answer-needs-reason", { field: "reason" });
    if (personIn(reason)) return no("names-a-person", { field: "reason" });
    const { themeId, problemId, kind } = input;
    return yes({ themeId, problemId, kind, reason, organisationId: weigherOf(moment.by, state), at: moment.at });
  },
});

export const closeRound = command({
  event: "round.closed",
  may: mayWeigh,
  decide: (_input: unknown, state: Answering, moment): Result<Round, Refusal<AnswerWhy>> => {
    const refused = notOpenToAnswer(state);
    if (refused !== undefined) return refused;
    const ends = openEnds(state);
    if (ends.themes.length > 0) return no("themes-unanswered", { detail: { count: ends.themes.length } });
    if (ends.problems.length > 0) return no("problems-unanswered", { detail: { count: ends.problems.length } });
    if (ends.causes.length > 0) return no("cause-missing");
    if (ends.order.length > 0) return no("order-needs-reason");
    return yes({ ...state.round, state: "closed", closedAt: moment.at });
  },
});
