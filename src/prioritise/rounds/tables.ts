import type { Instant } from "../../ground/time.ts";
import type { JsonColumn, Preset } from "../../partnership/tables.ts";
import type { AnswerKind } from "./answers.ts";
import type { RoundState } from "./round.ts";
import type { Criterion, Weights } from "./weigh.ts";

export interface RoundRow {
  id: string;
  partnership_id: string;
  year: number;
  state: RoundState;
  weights: JsonColumn<Weights>;
  proposed_by_organisation_id: string;
  proposed_at: Instant;
  agreed_at: Instant | null;
  closed_at: Instant | null;
  example: Preset<boolean>;
}

export interface RoundProblemRow {
  round_id: string;
  problem_id: string;
  partnership_id: string;
}

/** Read by its own organisation; by the other when both have locked. */
export interface RoundScoreRow {
  round_id: string;
  problem_id: string;
  criterion: Criterion;
  organisation_id: string;
  partnership_id: string;
  score: number;
  motive: string;
  scored_at: Instant;
  example: Preset<boolean>;
}

export interface RoundLockRow {
  round_id: string;
  organisation_id: string;
  partnership_id: string;
  locked_at: Instant;
  example: Preset<boolean>;
}

export interface RoundAnswerRow {
  round_id: string;
  partnership_id: string;
  theme_id: string | null;
  problem_id: string | null;
  kind: AnswerKind;
  reason: string;
  organisation_id: string;
  answered_at: Instant;
  example: Preset<boolean>;
}

/** A theme that the round counted when it was closed, and that too few had spoken of for an answer of its own. */
export interface RoundCountedRow {
  round_id: string;
  theme_id: string;
  partnership_id: string;
  example: Preset<boolean>;
}

export interface RoundTables {
  round: RoundRow;
  round_problem: RoundProblemRow;
  round_score: RoundScoreRow;
  round_lock: RoundLockRow;
  round_answer: RoundAnswerRow;
  round_counted: RoundCountedRow;
}
