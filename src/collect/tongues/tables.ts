import type { Day } from "../../ground/time.ts";
import type { JsonColumn } from "../../partnership/tables.ts";
import type { KeptTongue, TongueCode } from "./tongue.ts";

interface CampaignLanguageRow {
  campaign_id: string;
  partnership_id: string;
  code: TongueCode;
  entries: JsonColumn<KeptTongue["entries"]>;
  state: KeptTongue["state"];
  version: number;
  kept_on: Day;
}

export interface TonguesTables {
  campaign_language: CampaignLanguageRow;
}
