import { grantFor } from "../../ground/party.ts";
import { yes } from "../../ground/result.ts";
import { dayOf, instantOf, millisecondsOf } from "../../ground/time.ts";
import { SPOKESPEOPLE } from "../../partnership/people.ts";
import { partiesOf, partnershipFacts } from "../../partnership/store.ts";
import type { Asking } from "../../platform/server/house.ts";
import { command, here, question, type Route } from "../../platform/server/routes.ts";
import { newKey64 } from "../../platform/server/secrets.ts";
import { published } from "../store.ts";
import type { TellDatabase } from "../tables.ts";
import * as api from "./api.ts";
import { cloudEventOf, SCHEMA_PATH, toldIn, trialOf } from "./pages-event.ts";
import * as store from "./store.ts";
import * as rule from "./webhook.ts";

type Ask = Asking<TellDatabase>;
type One = { readonly id: string };

const listWebhooks = question(api.listWebhooks, async (_input, ask: Ask) => {
  const partnershipId = here(ask);
  const person = ask.person!;
  const parties = await partiesOf(ask.tx, partnershipId);
  const deliveries = await store.deliveriesOf(ask.tx, partnershipId);
  const webhooks = await store.webhooksOf(ask.tx, partnershipId);
  return yes({
    mayAdd: grantFor(person, partnershipId, SPOKESPEOPLE) !== undefined,
    schema: `${ask.site.origin}${SCHEMA_PATH}`,
    webhooks: webhooks.map((webhook) => ({
      id: webhook.id,
      // The rest of an address is often all that keeps others from sending to it: it is the other organisation's own.
      address: rule.keeps(person, { partnershipId, webhook }) ? webhook.address : new URL(webhook.address).origin,
      kinds: [...webhook.kinds],
      organisation: parties.find(({ organisationId }) => organisationId === webhook.organisationId)?.name ?? "",
      mine: rule.keeps(person, { partnershipId, webhook }),
      paused: webhook.paused ?? null,
      deliveries: deliveries
        .filter(({ webhookId }) => webhookId === webhook.id)
        .map(({ webhookId: _of, kind, nextTry, ...one }) => ({
          ...one,
          kind: rule.EVENT_KINDS.find((known) => known === kind) ?? rule.TRIAL,
          nextTry: one.state === "waiting" && webhook.paused === undefined ? nextTry : null,
        })),
    })),
  });
});

/** What has been told already, by its keys: it is no news. */
async function toldKeys(ask: Ask): Promise<readonly string[]> {
  const found = await published(ask.tx, ask.partnership!.slug);
  return found === undefined ? [] : toldIn(found.site, dayOf(ask.at)).map(({ key }) => key);
}

const newSecret = () => `whsec_${newKey64()}`;

const addWebhook = command(api.addWebhook, {
  rule: rule.add,
  load: async (_input, ask: Ask) => ({
    partnershipId: here(ask),
    standing: (await store.webhooksOf(ask.tx, here(ask))).length,
  }),
  write: async (webhook, ask: Ask) => {
    const secret = newSecret();
    await store.addWebhook(ask.tx, here(ask), webhook, { secret, told: await toldKeys(ask) });
    return { id: webhook.id, secret };
  },
  subject: ({ id }) => id,
});

const load = async ({ id }: One, ask: Ask) => {
  const webhook = await store.webhookById(ask.tx, here(ask), id);
  return webhook && { partnershipId: here(ask), webhook };
};
const subject = ({ id }: One) => id;

const pauseWebhook = command(api.pauseWebhook, {
  rule: rule.pause,
  load,
  write: async ({ id }, ask: Ask) => {
    await store.pauseWebhook(ask.tx, id, "person", ask.at);
    return { id };
  },
  subject,
  quiet: ({ paused }) => paused !== undefined,
});

const resumeWebhook = command(api.resumeWebhook, {
  rule: rule.resume,
  load,
  write: async ({ id, paused }, ask: Ask) => {
    if (paused !== undefined) await store.resumeWebhook(ask.tx, id, await toldKeys(ask));
    return { id };
  },
  subject,
  quiet: ({ paused }) => paused === undefined,
});

const rollWebhookSecret = command(api.rollWebhookSecret, {
  rule: rule.roll,
  load,
  write: async ({ id }, ask: Ask) => {
    const secret = newSecret();
    await store.rollSecret(ask.tx, id, secret);
    return { id, secret };
  },
  subject,
});

const tryWebhook = command(api.tryWebhook, {
  rule: rule.trial,
  load: async (input: One, ask: Ask) => {
    const kept = await load(input, ask);
    const hour = instantOf(millisecondsOf(ask.at) - 3_600_000);
    return kept && { ...kept, trials: await store.trialsSince(ask.tx, kept.webhook.id, hour) };
  },
  write: async ({ id, webhook }, ask: Ask) => {
    const { slug, name, example } = (await partnershipFacts(ask.tx, here(ask)))!;
    const trial = trialOf(id, dayOf(ask.at));
    const body = cloudEventOf(trial, { id, at: ask.at, origin: ask.site.origin, site: { slug, name, example } });
    const of = { id, webhookId: webhook.id, partnershipId: here(ask), key: trial.key, kind: trial.kind };
    await store.addDelivery(ask.tx, { ...of, body, at: ask.at });
    return { id };
  },
  subject: ({ webhook }) => webhook.id,
});

const removeWebhook = command(api.removeWebhook, {
  rule: rule.remove,
  load,
  write: async ({ id }, ask: Ask) => {
    await store.removeWebhook(ask.tx, id);
    return { id };
  },
  subject,
});

export const webhookRoutes: readonly Route[] = [
  listWebhooks,
  addWebhook,
  pauseWebhook,
  resumeWebhook,
  rollWebhookSecret,
  tryWebhook,
  removeWebhook,
];
