import type { SecrecyClass } from "../../collect/source.ts";
import type { Day, Instant } from "../../ground/time.ts";
import type { JsonColumn, Preset } from "../../partnership/tables.ts";
import type { Design, EffectAnswer, Inputs } from "./effect.ts";
import type { FromKind } from "./indicator.ts";
import type { Column, Measure, VerdictKind, Wanted } from "./outcome.ts";

export interface IndicatorRow {
  id: string;
  partnership_id: string;
  document_id: string;
  pledge_id: string | null;
  activity_id: Preset<string | null>;
  slug: string;
  name: string;
  unit: string;
  wanted: Wanted;
  column_kind: Column;
  measure: Preset<Measure>;
  from_kind: Preset<FromKind>;
  from_key: Preset<string>;
  in_promise: Preset<boolean>;
  comparison: Preset<string>;
  secrecy: Preset<SecrecyClass>;
  organisation_id: string;
  source: string;
  caveat: string;
  target_value: Preset<number | null>;
  target_by: Preset<Day | null>;
  control_dependent: Preset<boolean>;
  beside_id: Preset<string | null>;
  begun_at: Preset<Instant | null>;
  begun_by: Preset<string | null>;
  aside_at: Preset<Instant | null>;
  aside_reason: Preset<string | null>;
  example: Preset<boolean>;
}

/** Never changed: of several revisions of a day the last counts. */
export interface IndicatorReadingRow {
  indicator_id: string;
  partnership_id: string;
  from_day: Preset<Day | null>;
  on_day: Day;
  revision: Preset<number>;
  value: number;
  low: number | null;
  high: number | null;
  n: number | null;
  method: string;
  baseline: boolean;
  comparable: Preset<boolean>;
  reason: Preset<string>;
  organisation_id: Preset<string | null>;
  noted_at: Preset<Instant | null>;
  noted_by: Preset<string | null>;
  example: Preset<boolean>;
}

export interface IndicatorBreakRow {
  id: string;
  indicator_id: string;
  partnership_id: string;
  on_day: Day;
  why: string;
  from_source: Preset<boolean>;
  organisation_id: string;
  noted_at: Instant;
  noted_by: string | null;
  example: Preset<boolean>;
}

export interface IndicatorEffectRow {
  id: string;
  indicator_id: string;
  partnership_id: string;
  number: number;
  design: Design | "none";
  in_promise: boolean;
  began_on: Day;
  verdict: VerdictKind;
  answer: JsonColumn<EffectAnswer>;
  method: string;
  version: string;
  inputs: JsonColumn<Inputs>;
  inputs_hash: string;
  organisation_id: string;
  asked_at: Instant;
  asked_by: string | null;
  example: Preset<boolean>;
}

export interface IndicatorTables {
  indicator: IndicatorRow;
  indicator_reading: IndicatorReadingRow;
  indicator_break: IndicatorBreakRow;
  indicator_effect: IndicatorEffectRow;
}
