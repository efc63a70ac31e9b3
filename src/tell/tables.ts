import type { FollowDatabase } from "../follow/tables.ts";
import type { Instant } from "../ground/time.ts";
import type { JsonColumn } from "../partnership/tables.ts";
import type { Disclosed } from "./disclosure.ts";
import type { Site } from "./site.ts";

export interface PublicationRow {
  partnership_id: string;
  slug: string;
  name: string;
  content: JsonColumn<Disclosed<Site>>;
  etag: string;
  made_at: Instant;
}

export interface TellTables {
  publication: PublicationRow;
}

export type TellDatabase = FollowDatabase & TellTables;
