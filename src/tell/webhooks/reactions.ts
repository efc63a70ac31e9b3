// What has been told since the last look, to those whose systems asked for it: written down first, then sent, and tried again for three days.
import { base64Of } from "../../ground/bytes.ts";
import { addDays, dayOf, type Instant, millisecondsOf } from "../../ground/time.ts";
import type { AnyTransaction, House } from "../../platform/server/house.ts";
import { signedBy } from "../../platform/server/secrets.ts";
import type { Posted, PostMessage } from "../../platform/server/webhook-post.ts";
import { untold } from "../followers/follower.ts";
import { published } from "../store.ts";
import { cloudEventOf, toldIn } from "./pages-event.ts";
import * as store from "./store.ts";
import { outcomeOf } from "./webhook.ts";

type Means = Pick<House, "database" | "now" | "newId"> & { readonly origin: string };

/** So long what was sent is kept. */
const DAYS_KEPT = 30;

/**
 * What is new to each is laid out to be sent; what was told before it was put up is not, and what has been taken back since is not either. Each by itself: what goes wrong with one
 * is told when the others have theirs.
 */
export async function writeDeliveries(means: Means): Promise<void> {
  const { database, now } = means;
  const inSystem = <T>(work: (tx: AnyTransaction) => Promise<T>) =>
    database.transaction<Record<string, never>, T>({ as: "system" }, (tx) => work(tx));
  const standing = await inSystem(async (tx) => {
    await store.forgetDeliveries(tx, `${addDays(dayOf(now()), -DAYS_KEPT)}T00:00:00.000Z` as Instant);
    return store.standingWebhooks(tx);
  });
  const wrong: unknown[] = [];
  for (const { id } of standing)
    await inSystem((tx) => layOut(tx, id, means)).catch((error: unknown) => wrong.push(error));
  if (wrong.length > 0) throw new AggregateError(wrong, "Some webhooks could not be told");
}

async function layOut(tx: AnyTransaction, id: string, { now, newId, origin }: Means): Promise<void> {
  const at = now();
  const [webhook] = await store.standingWebhooks(tx, id);
  const found = webhook && (await published(tx, webhook.slug));
  if (webhook === undefined || found === undefined) return;
  const { partnershipId, kinds, told } = webhook;
  const all = toldIn(found.site, dayOf(at));
  await store.dropTakenBack(
    tx,
    id,
    all.map(({ key }) => key),
  );
  const news = untold(all, told, at);
  if (news.length === 0) return;
  for (const one of news.toReversed().filter(({ kind }) => kinds.some((wanted) => wanted === kind))) {
    const delivery = newId();
    const body = cloudEventOf(one, { id: delivery, at, origin, site: found.site });
    const of = { id: delivery, webhookId: id, partnershipId, key: one.key, kind: one.kind };
    await store.addDelivery(tx, { ...of, body, at });
  }
  await store.noteTold(tx, id, [...told, ...news.map(({ key }) => key)]);
}

type Post = (address: string, message: PostMessage) => Promise<Posted>;

/** Sends what is due, one after the other. How many arrived. */
export async function sendDeliveries({
  database,
  now,
  post,
}: Pick<House, "database" | "now"> & { readonly post: Post }): Promise<number> {
  const inSystem = <T>(work: (tx: AnyTransaction) => Promise<T>) =>
    database.transaction<Record<string, never>, T>({ as: "system" }, (tx) => work(tx));
  let arrived = 0;
  for (;;) {
    const claimed = await inSystem((tx) => store.claimDelivery(tx, now()));
    if (claimed === undefined) return arrived;
    const answered = await post(claimed.address, messageOf(claimed, now()));
    const outcome = outcomeOf(answered, claimed.attempts);
    await inSystem((tx) => store.settleDelivery(tx, claimed, { answered, outcome, at: now() }));
    if (outcome.kind === "delivered") arrived += 1;
  }
}

/** Standard Webhooks: the id, the second and the body are signed together, so that none of them can be another's. */
function messageOf({ id, body, secret }: store.Claimed, at: Instant): PostMessage {
  const seconds = Math.floor(millisecondsOf(at) / 1000);
  const signature = base64Of(signedBy(secret.replace(/^whsec_/, ""), `${id}.${seconds}.${body}`));
  return {
    body,
    headers: {
      "content-type": "application/cloudevents+json; charset=utf-8",
      "webhook-id": id,
      "webhook-timestamp": String(seconds),
      "webhook-signature": `v1,${signature}`,
    },
  };
}
