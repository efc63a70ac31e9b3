import type { Day } from "../../ground/time.ts";
import type { ColumnType } from "kysely";
import type { JsonColumn, Preset } from "../../partnership/tables.ts";
import type { LadderLevel } from "../dialogue.ts";
import type { SetAsideReason } from "../open-form.ts";
import type { Given } from "./answer.ts";
import type { Campaign, CampaignMethod, CampaignSample, Item, Question, Wording } from "./campaign.ts";
import type { Grain } from "../pointed.ts";
import type { CodedGroup, CodedTime, StepKind } from "./coding.ts";
import type { DisputeReply, DisputeVerdict } from "./dispute.ts";
import type { Results } from "./results.ts";

export interface CampaignRow {
  id: string;
  partnership_id: string;
  source_id: string;
  slug: string;
  title: string;
  words: JsonColumn<Campaign["words"]>;
  ladder_level: LadderLevel;
  target_group: string;
  sample_type: CampaignSample;
  methods: readonly CampaignMethod[];
  villages: readonly string[];
  invited: number | null;
  from_day: Day;
  to_day: Day;
  series: string;
  state: Campaign["state"];
  opened_on: Day | null;
  closed_on: Day | null;
  /** What the marks of its links are made of. */
  method_key: Preset<string>;
  example: Preset<boolean>;
}

export interface CampaignItemRow {
  id: string;
  campaign_id: string;
  partnership_id: string;
  key: string;
  version: number;
  position: number;
  words: JsonColumn<Wording>;
  question: JsonColumn<Question>;
  shown_when: JsonColumn<NonNullable<Item["shownWhen"]> | null> | null;
  breaks: "wording" | "answers" | null;
  retired: Preset<boolean>;
}

/** What was answered to which version of a question. */
export type Kept = { readonly version: number; readonly value: Given };

export interface CampaignAnswerRow {
  id: string;
  campaign_id: string;
  partnership_id: string;
  received_on: Day;
  method: CampaignMethod;
  given: JsonColumn<Readonly<Record<string, Kept>>>;
  receipt_hash: string;
  state: "waiting" | "kept" | "set-aside";
  read_on: Day | null;
  reason: SetAsideReason | null;
  mixed: Preset<boolean>;
  /** When its words went, and by which decision; what was chosen stays. */
  disposed_on: Preset<Day | null>;
  disposed_under: Preset<string | null>;
  import_id: Preset<string | null>;
  example: Preset<boolean>;
}

/** What strangers are told of a campaign, as it was when somebody decided it. */
export interface CampaignResultsRow {
  campaign_id: string;
  partnership_id: string;
  answered: number;
  themes: JsonColumn<Results["themes"]>;
  /** Those who chose to answer beside a drawn sample. */
  by_choice: JsonColumn<Results | null> | null;
  not_asked: string;
  told_on: Day;
  told_by: string;
}

/** Sent with an answer; `covered_on` is when somebody has looked and covered what points at anybody. */
export interface CampaignPhotoRow {
  id: string;
  partnership_id: string;
  answer_id: string;
  jpeg: Uint8Array;
  width: number;
  height: number;
  covered_on: Day | null;
  mixed: Preset<boolean>;
}

/** Pointed out with an answer: the middle of a square of so many metres. */
export interface CampaignPointRow {
  id: string;
  partnership_id: string;
  answer_id: string;
  item_key: string;
  grain: Grain;
  lon: number;
  lat: number;
  mixed: Preset<boolean>;
}

/** How many somebody has typed in from paper on a day, and which was the latest. */
export interface CampaignTypingRow {
  campaign_id: string;
  person_id: string;
  partnership_id: string;
  on_day: Day;
  typed: number;
  latest: string | null;
  /** Over the latest one's groups and its paper's number; neither is kept. The database alone writes it. */
  seal: Preset<string | null>;
}

export interface CampaignGroupsRow {
  campaign_id: string;
  partnership_id: string;
  counts: JsonColumn<Readonly<Record<string, number>>>;
}

export interface CampaignContactsRow {
  campaign_id: string;
  partnership_id: string;
  entries: JsonColumn<readonly string[]>;
  /** Not let out yet; no column of the staff's. */
  waiting: ColumnType<readonly string[], string | undefined, string>;
}

export interface OpenDoorKeyRow {
  only_one: Preset<boolean>;
  secret: string;
}

export interface ThemeRow {
  id: string;
  partnership_id: string;
  name: string;
  category: string;
  shown_on: Preset<Day | null>;
  shown_words: Preset<string>;
  example: Preset<boolean>;
}

export interface CodingRow {
  id: string;
  partnership_id: string;
  theme_id: string;
  answer_id: string | null;
  observation_id: string | null;
  dialogue_theme_id: string | null;
  hearing_id: string | null;
  passage_id: string | null;
  place: Preset<string>;
  time: CodedTime;
  concerns: CodedGroup;
}

export interface ThemeStepRow {
  id: string;
  partnership_id: string;
  theme_id: string;
  kind: StepKind;
  on_day: Day;
  text: string;
}

/** What somebody with a receipt said of «Klart»; the key knows the same receipt again and leads to no answer. */
export interface ReceiptDisputeRow {
  id: string;
  partnership_id: string;
  campaign_id: string;
  theme_id: string;
  receipt_key: string;
  verdict: DisputeVerdict;
  said: JsonColumn<readonly string[]>;
  disputed_on: Day;
  reply: DisputeReply | null;
  reply_text: string | null;
  replied_on: Day | null;
  example: Preset<boolean>;
}

export interface CampaignsTables {
  campaign_results: CampaignResultsRow;
  campaign: CampaignRow;
  campaign_item: CampaignItemRow;
  campaign_answer: CampaignAnswerRow;
  campaign_photo: CampaignPhotoRow;
  campaign_point: CampaignPointRow;
  campaign_typing: CampaignTypingRow;
  campaign_groups: CampaignGroupsRow;
  campaign_contacts: CampaignContactsRow;
  open_door_key: OpenDoorKeyRow;
  theme: ThemeRow;
  coding: CodingRow;
  theme_step: ThemeStepRow;
  receipt_dispute: ReceiptDisputeRow;
}
