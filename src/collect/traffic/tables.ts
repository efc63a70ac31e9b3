import type { PartyKind } from "../../ground/party.ts";
import type { Position } from "../../ground/place.ts";
import type { Day, Instant, Weekday } from "../../ground/time.ts";
import type { JsonColumn, Preset } from "../../partnership/tables.ts";
import type { CameBy, ComplaintKind } from "./complaint.ts";
import type { SetAsideReason } from "../open-form.ts";
import type { Flag } from "./flags.ts";
import type { HandedInState, Said } from "./handed-in.ts";
import type { MeterMapping, MeterMethod, OddRow } from "./meter.ts";
import type { KindCount } from "./published.ts";
import type { Summary } from "./speed.ts";
import type { Action, Judgement, Reply, RoadKeeper, TakenBack, ThreadState } from "./thread.ts";

export interface TrafficThreadRow {
  id: string;
  partnership_id: string;
  number: number;
  owner_organisation_id: string;
  place_kind: "segment" | "area";
  place_name: string;
  geometry: JsonColumn<readonly Position[] | null> | null;
  complaints: number;
  opened_at: Instant;
  road_keeper: RoadKeeper | null;
  speed_limit: number | null;
  state: ThreadState;
  passed_on: string | null;
  judgement: Judgement["kind"] | null;
  judgement_sentence: string | null;
  answer: string | null;
  answered_at: Instant | null;
  taken_back: JsonColumn<readonly TakenBack[]>;
  example: Preset<boolean>;
}

export interface TrafficComplaintRow {
  id: string;
  partnership_id: string;
  thread_id: string;
  owner_organisation_id: string;
  kind: ComplaintKind;
  direction: string;
  weekdays: JsonColumn<readonly Weekday[]>;
  from_hour: number;
  to_hour: number;
  effect: string;
  proposal: string;
  came_by: CameBy;
  received_on: Day;
  registry_number: string;
  taken_in_at: Instant;
  points: JsonColumn<readonly Position[] | null> | null;
  /** What the picture has of it. */
  observation_id: string | null;
  disposed_at: Preset<Instant | null>;
  example: Preset<boolean>;
}

export interface TrafficMeterRow {
  id: string;
  partnership_id: string;
  owner_organisation_id: string;
  name: string;
  method: MeterMethod;
  format_key: string;
  mapping: JsonColumn<MeterMapping>;
  last_used_on: Day;
}

export interface TrafficMeasurementRow {
  id: string;
  partnership_id: string;
  thread_id: string;
  owner_organisation_id: string;
  file_name: string;
  file_hash: string;
  meter_name: string;
  method: MeterMethod;
  direction: string;
  comparison_road: Preset<string | null>;
  measured_from: Instant;
  measured_to: Instant;
  vehicles: number;
  summary: JsonColumn<Summary>;
  odd: JsonColumn<readonly OddRow[]>;
  odd_count: number;
  flags: JsonColumn<readonly Flag[]>;
  over_measurement_id: Preset<string | null>;
  withdrawn_at: Preset<Instant | null>;
  withdrawn_reason: Preset<string | null>;
  withdrawn_in: Preset<ThreadState | null>;
  example: Preset<boolean>;
}

export interface TrafficProposalRow {
  id: string;
  partnership_id: string;
  thread_id: string;
  owner_organisation_id: string;
  to_organisation_id: string;
  to_party: PartyKind;
  action: Action;
  what: string;
  proposed_at: Instant;
  reply: Reply["kind"] | null;
  reply_reason: string | null;
  reply_count: number | null;
  replied_at: Instant | null;
  example: Preset<boolean>;
}

export interface TrafficHandedInRow {
  id: string;
  partnership_id: string;
  owner_organisation_id: string;
  received_on: Day;
  said: JsonColumn<Said | null> | null;
  receipt_hash: string;
  state: HandedInState;
  read_on: Day | null;
  reason: SetAsideReason | null;
  thread_id: string | null;
  disposed_under: Preset<string | null>;
  example: Preset<boolean>;
}

export interface TrafficPublishedRow {
  thread_id: string;
  partnership_id: string;
  complaints: JsonColumn<readonly KindCount[]>;
  published_on: Day;
  published_by: string | null;
  example: Preset<boolean>;
}

export interface TrafficTables {
  traffic_thread: TrafficThreadRow;
  traffic_complaint: TrafficComplaintRow;
  traffic_meter: TrafficMeterRow;
  traffic_measurement: TrafficMeasurementRow;
  traffic_proposal: TrafficProposalRow;
  traffic_handed_in: TrafficHandedInRow;
  traffic_published: TrafficPublishedRow;
}
