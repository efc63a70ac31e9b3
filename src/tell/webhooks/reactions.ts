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

/** What is new to each is laid out to be sent; what was told before it was put up is not. */
export async function writeDeliveries({ database, now, newId, origin }: Means): Promise<void> {
  await database.transaction<Record<string, never>, void>({ as: "system" }, async (any) => {
    const tx = any as AnyTransaction;
    const at = now();
    await store.forgetDeliveries(tx, `${addDays(dayOf(at), -DAYS_KEPT)}T00:00:00.000Z` as Instant);
    for (const { id: webhookId, partnershipId, kinds, told, slug } of await store.standingWebhooks(tx)) {
      const found = await published(tx, slug);
      if (found === undefined) continue;
      const news = untold(toldIn(found.site, dayOf(at)), told, at);
      if (news.length === 0) continue;
      for (const one of news.toReversed().filter(({ kind }) => kinds.some((wanted) => wanted === kind))) {
        const id = newId();
        const body = cloudEventOf(one, { id, at, origin, site: found.site });
        await store.addDelivery(tx, { id, webhookId, partnershipId, key: one.key, kind: one.kind, body, at });
      }
      await store.noteTold(tx, webhookId, [...told, ...news.map(({ key }) => key)]);
    }
  });
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
