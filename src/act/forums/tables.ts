import type { Day, Instant } from "../../ground/time.ts";
import type { Preset } from "../../partnership/tables.ts";
import type { Grade, Method, Organiser, Theme, Venue } from "./forum.ts";
import type { Band, Choice, Question, Round } from "./poll.ts";

export interface YouthForumRow {
  id: string;
  partnership_id: string;
  number: number;
  activity_id: string;
  organisation_id: string;
  on_day: Day;
  spontaneous: boolean;
  venue: Venue;
  place_name: string;
  grade: Grade;
  band: Band;
  method: Method;
  organisers: readonly Organiser[];
  themes: readonly Theme[];
  questions: readonly Question[];
  notes: Preset<string>;
  round: Preset<Round | null>;
  code: Preset<string | null>;
  open_until: Preset<Instant | null>;
  before_answers: Preset<number>;
  after_answers: Preset<number>;
  shown_at: Preset<Instant | null>;
  closed_at: Preset<Instant | null>;
  planned_at: Instant;
  planned_by: string | null;
  example: Preset<boolean>;
}

/** So many have answered so; nobody's answer is a row. */
export interface ForumTallyRow {
  forum_id: string;
  partnership_id: string;
  round: Round;
  question: Question;
  choice: Choice;
  count: number;
}

/** That a page has answered, and not what. */
export interface ForumTokenRow {
  forum_id: string;
  partnership_id: string;
  round: Round;
  token_hash: string;
}

export interface ForumPromiseRow {
  id: string;
  partnership_id: string;
  forum_id: string;
  text: string;
  by_day: Day;
  answer: Preset<string | null>;
  answered_on: Preset<Day | null>;
  promised_at: Instant;
  example: Preset<boolean>;
}

export interface ForumTables {
  youth_forum: YouthForumRow;
  forum_tally: ForumTallyRow;
  forum_token: ForumTokenRow;
  forum_promise: ForumPromiseRow;
}
