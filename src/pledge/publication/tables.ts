import type { Instant } from "../../ground/time.ts";
import type { JsonColumn } from "../../partnership/tables.ts";
import type { SigningParty } from "../signature.ts";
import type { PublishingKey } from "./publishing.ts";

/** One organisation's key to publish one document. Never changed; given anew where it holds no longer, until it is published. */
export interface PledgePublishingRow {
  id: string;
  partnership_id: string;
  document_id: string;
  party: SigningParty;
  organisation_id: string;
  person_id: string;
  content_hash: string;
  pressed_at: Instant;
  means: JsonColumn<PublishingKey["means"]>;
}

export interface PublicationTables {
  pledge_publishing: PledgePublishingRow;
}
