import type { Instant } from "../../ground/time.ts";
import type { JsonColumn, Preset } from "../../partnership/tables.ts";
import type { DELIVERY_STATES, EventKind, Fault } from "./webhook.ts";

export interface WebhookRow {
  id: string;
  partnership_id: string;
  organisation_id: string;
  address: string;
  kinds: EventKind[];
  made_at: Instant;
  paused_at: Preset<Instant | null>;
  paused_by: Preset<"person" | "gone" | null>;
  told: JsonColumn<readonly string[]>;
}

export interface WebhookSecretRow {
  webhook_id: string;
  partnership_id: string;
  secret: string;
}

export interface WebhookDeliveryRow {
  id: string;
  webhook_id: string;
  partnership_id: string;
  news_key: string;
  kind: string;
  body: string;
  made_at: Instant;
  state: Preset<(typeof DELIVERY_STATES)[number]>;
  attempts: Preset<number>;
  next_try: Instant;
  tried_at: Preset<Instant | null>;
  status: Preset<number | null>;
  fault: Preset<Fault | null>;
}

export interface WebhookTables {
  webhook: WebhookRow;
  webhook_secret: WebhookSecretRow;
  webhook_delivery: WebhookDeliveryRow;
}
