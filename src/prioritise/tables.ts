import type { Place } from "../ground/place.ts";
import type { Instant } from "../ground/time.ts";
import type { PictureDatabase } from "../picture/tables.ts";
import type { JsonColumn, Preset } from "../partnership/tables.ts";
import type { FrozenFigure } from "./frozen-figure.ts";
import type { FrozenTheme } from "./frozen-theme.ts";
import type { CauseTables } from "./causes/tables.ts";
import type { MeetingTables } from "./meetings/tables.ts";
import type { EvidenceKind, Problem, Sharing, Strength } from "./problem.ts";
import type { RoundTables } from "./rounds/tables.ts";
import type { SituationTables } from "./situation/tables.ts";

export interface ProblemRow {
  id: string;
  partnership_id: string;
  slug: string;
  what: string;
  place: JsonColumn<Place>;
  since: string;
  /** When it happens, of the day, the week or the year; empty where nobody has said. */
  occurs: Preset<string>;
  affected: string;
  category: string;
  version: Preset<number>;
  raised_at: Instant;
  raised_by_organisation_id: string;
  state: Problem["state"];
  chosen_at: Instant | null;
  closed_at: Instant | null;
  public_reason: string | null;
  merged_into: string | null;
  example: Preset<boolean>;
}

/** What a problem said before it was corrected. */
export interface ProblemRevisionRow {
  problem_id: string;
  partnership_id: string;
  version: number;
  what: string;
  place: JsonColumn<Place>;
  since: string;
  occurs: string;
  affected: string;
  category: string;
  organisation_id: string;
  replaced_at: Instant;
  example: Preset<boolean>;
}

export interface ProblemEvidenceRow {
  id: string;
  partnership_id: string;
  problem_id: string;
  kind: EvidenceKind;
  ref_id: string | null;
  question: string | null;
  /** Of a series what it said the day it was cited, of a coded theme what it stood on. */
  frozen: JsonColumn<FrozenFigure | FrozenTheme> | null;
  caption: string;
  strength: Strength;
  sharing: Sharing;
  owner_organisation_id: string;
  cited_at: Instant;
  example: Preset<boolean>;
}

export interface ProblemChoiceRow {
  problem_id: string;
  partnership_id: string;
  organisation_id: string;
  reason: string;
  at: Instant;
  example: Preset<boolean>;
}

export interface PrioritiseTables {
  problem: ProblemRow;
  problem_revision: ProblemRevisionRow;
  problem_evidence: ProblemEvidenceRow;
  problem_choice: ProblemChoiceRow;
}

export type PrioritiseDatabase = PictureDatabase &
  PrioritiseTables &
  CauseTables &
  RoundTables &
  SituationTables &
  MeetingTables;
