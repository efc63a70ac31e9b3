// Webhooks, what they have been sent, and how it went. A delivery is tried by one server at a time, and with the same id at every try.
import { sql } from "kysely";
import type { Instant } from "../../ground/time.ts";
import type { Within } from "../../partnership/tables.ts";
import type { TellDatabase } from "../tables.ts";
import { TRIAL, type Answered, type Outcome, type Webhook } from "./webhook.ts";

type Tx = Within<TellDatabase>;

const columns = ["id", "organisation_id", "address", "kinds", "made_at", "paused_by"] as const;
type Row = Pick<
  {
    id: string;
    organisation_id: string;
    address: string;
    kinds: Webhook["kinds"];
    made_at: Instant;
    paused_by: "person" | "gone" | null;
  },
  (typeof columns)[number]
>;
const webhookOf = (row: Row): Webhook => ({
  id: row.id,
  organisationId: row.organisation_id,
  address: row.address,
  kinds: row.kinds,
  madeAt: row.made_at,
  paused: row.paused_by ?? undefined,
});

export async function webhooksOf(tx: Tx, partnershipId: string): Promise<readonly Webhook[]> {
  const rows = await tx
    .selectFrom("webhook")
    .select(columns)
    .where("partnership_id", "=", partnershipId)
    .orderBy("made_at")
    .orderBy("id")
    .execute();
  return rows.map(webhookOf);
}

export async function webhookById(tx: Tx, partnershipId: string, id: string): Promise<Webhook | undefined> {
  const row = await tx
    .selectFrom("webhook")
    .select(columns)
    .where("partnership_id", "=", partnershipId)
    .where("id", "=", id)
    .executeTakeFirst();
  return row && webhookOf(row);
}

/** What was told before is no news to it. */
export async function addWebhook(
  tx: Tx,
  partnershipId: string,
  webhook: Webhook,
  { secret, told }: { readonly secret: string; readonly told: readonly string[] },
): Promise<void> {
  await tx
    .insertInto("webhook")
    .values({
      id: webhook.id,
      partnership_id: partnershipId,
      organisation_id: webhook.organisationId,
      address: webhook.address,
      kinds: [...webhook.kinds],
      made_at: webhook.madeAt,
      told: JSON.stringify(told),
    })
    .execute();
  await tx
    .insertInto("webhook_secret")
    .values({ webhook_id: webhook.id, partnership_id: partnershipId, secret })
    .execute();
}

export async function pauseWebhook(tx: Tx, id: string, by: "person" | "gone", at: Instant): Promise<void> {
  await tx.updateTable("webhook").set({ paused_at: at, paused_by: by }).where("id", "=", id).execute();
}

/** What was told while it was paused is not sent afterwards. */
export async function resumeWebhook(tx: Tx, id: string, told: readonly string[]): Promise<void> {
  await tx
    .updateTable("webhook")
    .set({ paused_at: null, paused_by: null, told: JSON.stringify(told) })
    .where("id", "=", id)
    .execute();
}

export async function rollSecret(tx: Tx, id: string, secret: string): Promise<void> {
  await tx.updateTable("webhook_secret").set({ secret }).where("webhook_id", "=", id).execute();
}

export async function removeWebhook(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom("webhook").where("id", "=", id).execute();
}

const SHOWN = 200;

/** The latest of a partnership's, newest first; what they say is public and not shown here. */
export async function deliveriesOf(tx: Tx, partnershipId: string) {
  return tx
    .selectFrom("webhook_delivery")
    .select(["id", "webhook_id as webhookId", "kind", "made_at as madeAt", "state", "attempts", "next_try as nextTry"])
    .select(["tried_at as triedAt", "status", "fault"])
    .where("partnership_id", "=", partnershipId)
    .orderBy("made_at", "desc")
    .orderBy("id", "desc")
    .limit(SHOWN)
    .execute();
}

export type NewDelivery = {
  readonly id: string;
  readonly webhookId: string;
  readonly partnershipId: string;
  readonly key: string;
  readonly kind: string;
  readonly body: string;
  readonly at: Instant;
};

export async function addDelivery(tx: Tx, { id, webhookId, partnershipId, key, kind, body, at }: NewDelivery) {
  await tx
    .insertInto("webhook_delivery")
    .values({
      id,
      webhook_id: webhookId,
      partnership_id: partnershipId,
      news_key: key,
      kind,
      body,
      made_at: at,
      next_try: at,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Those that are to be told today, with what they have been told and whose publication it is. */
export async function standingWebhooks(tx: Tx, id?: string) {
  return tx
    .selectFrom("webhook")
    .innerJoin("publication", "publication.partnership_id", "webhook.partnership_id")
    .select([
      "webhook.id as id",
      "webhook.partnership_id as partnershipId",
      "kinds",
      "told",
      "publication.slug as slug",
    ])
    .where("paused_at", "is", null)
    .$if(id !== undefined, (one) => one.where("webhook.id", "=", id!).forUpdate("webhook"))
    .orderBy("webhook.id")
    .execute();
}

/** What has been taken back since is not sent, however long it has waited. */
export async function dropTakenBack(tx: Tx, webhookId: string, told: readonly string[]): Promise<void> {
  await tx
    .deleteFrom("webhook_delivery")
    .where("webhook_id", "=", webhookId)
    .where("state", "=", "waiting")
    .where("kind", "<>", TRIAL)
    .where(sql<boolean>`news_key <> all(${[...told]}::text[])`)
    .execute();
}

/** Trials since then, sent or waiting. */
export async function trialsSince(tx: Tx, webhookId: string, since: Instant): Promise<number> {
  const { count } = await tx
    .selectFrom("webhook_delivery")
    .select((one) => one.fn.countAll<string>().as("count"))
    .where("webhook_id", "=", webhookId)
    .where("kind", "=", TRIAL)
    .where("made_at", ">=", since)
    .executeTakeFirstOrThrow();
  return Number(count);
}

export async function noteTold(tx: Tx, id: string, told: readonly string[]): Promise<void> {
  await tx
    .updateTable("webhook")
    .set({ told: JSON.stringify(told) })
    .where("id", "=", id)
    .execute();
}

export type Claimed = {
  readonly id: string;
  readonly webhookId: string;
  readonly address: string;
  readonly body: string;
  readonly secret: string;
  readonly attempts: number;
};

/** Longer than anybody is waited for: then it is somebody else's to try. */
const CLAIM_SECONDS = 60;

/** The next that is due, counted as tried: whoever falls in the middle of it leaves it to be tried again. */
export async function claimDelivery(tx: Tx, at: Instant): Promise<Claimed | undefined> {
  const due = await tx
    .selectFrom("webhook_delivery as delivery")
    .innerJoin("webhook", "webhook.id", "delivery.webhook_id")
    .innerJoin("webhook_secret", "webhook_secret.webhook_id", "delivery.webhook_id")
    .select(["delivery.id as id", "delivery.webhook_id as webhookId", "address", "body", "secret", "attempts"])
    .where("state", "=", "waiting")
    .where("next_try", "<=", at)
    .where("paused_at", "is", null)
    .orderBy("next_try")
    .orderBy("delivery.id")
    .limit(1)
    .forUpdate("delivery")
    .skipLocked()
    .executeTakeFirst();
  if (due === undefined) return undefined;
  const attempts = due.attempts + 1;
  const next = sql<Instant>`${at}::timestamptz + make_interval(secs => ${CLAIM_SECONDS})`;
  await tx
    .updateTable("webhook_delivery")
    .set({ attempts, tried_at: at, next_try: next })
    .where("id", "=", due.id)
    .execute();
  return { ...due, attempts };
}

/** The number of the try is the claim: when somebody else took over, the outcome is theirs to write. */
export async function settleDelivery(
  tx: Tx,
  { id, webhookId, attempts }: Claimed,
  { answered, outcome, at }: { readonly answered: Answered; readonly outcome: Outcome; readonly at: Instant },
): Promise<void> {
  const state = outcome.kind === "again" ? "waiting" : outcome.kind;
  const seconds = outcome.kind === "again" ? outcome.seconds : 0;
  await tx
    .updateTable("webhook_delivery")
    .set({
      state,
      status: "status" in answered ? answered.status : null,
      fault: outcome.kind === "delivered" ? null : outcome.fault,
      next_try: sql<Instant>`${at}::timestamptz + make_interval(secs => ${seconds})`,
    })
    .where("id", "=", id)
    .where("attempts", "=", attempts)
    .where("state", "=", "waiting")
    .execute();
  if (outcome.kind === "given-up" && outcome.fault === "gone") await pauseWebhook(tx, webhookId, "gone", at);
}

/** What was sent is kept for a time, to be looked at when something is missed. What waits at one that is paused is not sent when it is taken up again. */
export async function forgetDeliveries(tx: Tx, before: Instant): Promise<void> {
  await tx.deleteFrom("webhook_delivery").where("made_at", "<", before).execute();
  await tx
    .deleteFrom("webhook_delivery")
    .where("state", "=", "waiting")
    .where("webhook_id", "in", (of) => of.selectFrom("webhook").select("id").where("paused_at", "is not", null))
    .execute();
}
