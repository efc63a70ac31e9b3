// How it went the last time, beside the score: where the problem came in the last round that was closed, what was said of it, and what was answered on the same theme.
import type { Answer } from "./answers.ts";
import type { Problem } from "../problem.ts";
import type { Given, Round } from "./round.ts";
import { orderOf } from "./weigh.ts";

export type LastRound = {
  readonly round: Round;
  readonly scores: readonly Given[];
  readonly answers: readonly Answer[];
};

export type FormerPlace = {
  readonly year: number;
  readonly place: number;
  readonly of: number;
  /** Why it was left open; empty where nobody said, or where it was not. */
  readonly reason: string;
};
/** What else was weighed then on the same theme, and how it was answered. */
export type FormerOnTheme = Pick<Problem, "id" | "slug" | "what" | "state">;

/** Where it came among those weighed then; undefined where it was not weighed. */
export function formerPlace(problemId: string, { round, scores, answers }: LastRound): FormerPlace | undefined {
  const found = orderOf(round.problemIds, scores, round.weights).find((one) => one.problemId === problemId);
  const open = answers.find((one) => one.problemId === problemId && one.kind === "open");
  return found && { year: round.year, place: found.rank, of: round.problemIds.length, reason: open?.reason ?? "" };
}

export function formerOnTheme(
  { id, category }: Pick<Problem, "id" | "category">,
  { round }: LastRound,
  problems: readonly Problem[],
): readonly FormerOnTheme[] {
  return problems.flatMap((one) =>
    one.id !== id && one.category === category && round.problemIds.includes(one.id) && one.state !== "open"
      ? [{ id: one.id, slug: one.slug, what: one.what, state: one.state }]
      : [],
  );
}
