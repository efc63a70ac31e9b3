import type { Instant } from "../../ground/time.ts";
import type { Preset } from "../../partnership/tables.ts";
import type { Influencer, Perspective, Strength } from "../problem.ts";
import type { Degree, Horizon } from "./cause.ts";
import type { Doer, Technique } from "./measure.ts";

export interface ProblemCauseRow {
  id: string;
  partnership_id: string;
  problem_id: string;
  perspective: Perspective;
  text: string;
  influenceable_by: Influencer;
  strength: Strength | null;
  degree: Degree | null;
  horizon: Horizon | null;
  unknown: string;
  set_aside: string | null;
  version: Preset<number>;
  noted_at: Instant;
  example: Preset<boolean>;
}

/** What a cause rests on. Read by whoever may read the evidence. */
export interface CauseEvidenceRow {
  cause_id: string;
  evidence_id: string;
  problem_id: string;
  partnership_id: string;
  example: Preset<boolean>;
}

export interface MeasureRow {
  id: string;
  partnership_id: string;
  problem_id: string;
  text: string;
  technique: Technique;
  by_whom: Doer;
  horizon: Horizon | null;
  set_aside: string | null;
  version: Preset<number>;
  noted_at: Instant;
  example: Preset<boolean>;
}

export interface MeasureCauseRow {
  measure_id: string;
  cause_id: string;
  problem_id: string;
  partnership_id: string;
  example: Preset<boolean>;
}

export interface CauseTables {
  problem_cause: ProblemCauseRow;
  cause_evidence: CauseEvidenceRow;
  measure: MeasureRow;
  measure_cause: MeasureCauseRow;
}
