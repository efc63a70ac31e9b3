import type { FollowDatabase } from "../follow/tables.ts";
import type { Day, Instant } from "../ground/time.ts";
import type { Lang } from "../ground/words.ts";
import type { JsonColumn } from "../partnership/tables.ts";
import type { BriefTables } from "./briefs/tables.ts";
import type { Disclosed } from "./disclosure.ts";
import type { OverviewEntry } from "./overview.ts";
import type { Site } from "./site.ts";
import type { WebhookTables } from "./webhooks/tables.ts";

export interface PublicationRow {
  partnership_id: string;
  slug: string;
  name: string;
  content: JsonColumn<Disclosed<Site>>;
  etag: string;
  made_at: Instant;
}

/** A file of promises that were made and published elsewhere, read in by whoever runs the server. */
export interface PledgeCollectionRow {
  id: string;
  name: string;
  source: string;
  retrieved_on: Day;
  file_hash: string;
  added_at: Instant;
}

/** A published document as the overview tells it; of a partnership here, or of such a file. */
export interface ToldPromiseRow {
  partnership_id: string | null;
  collection_id: string | null;
  position: number;
  address: string | null;
  title: string;
  place: string;
  places: string[];
  area_codes: string[];
  area_key: string;
  parties: string[];
  themes: string[];
  pledges: JsonColumn<OverviewEntry["pledges"]>;
  activities: number;
  numbered: number;
  from_day: Day | null;
  to_day: Day | null;
  from_said: string;
  to_said: string;
  withdrawn: boolean;
  example: boolean;
  /** Made of the words by the database. */
  words: string;
}

/** A passage of an adopted situation report that strangers are not told: it says what a note said that was taken back and then disposed of. */
export interface SituationWithheldRow {
  report_id: string;
  partnership_id: string;
  passage_hash: string;
}

/** Somebody who asked for news by e-mail. */
export interface FollowerRow {
  id: string;
  partnership_id: string;
  address: string;
  pledge: string | null;
  theme: string | null;
  lang: Lang;
  asked_at: Instant;
  confirmed_at: Instant | null;
  told: JsonColumn<readonly string[]>;
}

export interface FollowerRestRow {
  address_hash: string;
  until: Instant;
}

export interface TellTables {
  follower: FollowerRow;
  follower_rest: FollowerRestRow;
  publication: PublicationRow;
  pledge_collection: PledgeCollectionRow;
  told_promise: ToldPromiseRow;
  situation_withheld: SituationWithheldRow;
}

export type TellDatabase = FollowDatabase & TellTables & BriefTables & WebhookTables;
