import { z } from "zod";
import { endpoint } from "../../ground/endpoint.ts";
import { idOf } from "../../ground/id.ts";
import { DELIVERY_STATES, EVENT_KINDS, FAULTS, TRIAL } from "./webhook.ts";

const partnership = z.string();
const one = z.object({ partnership, id: idOf("webhook") });
const done = z.object({ id: z.string() });
const secret = z.object({ id: z.string(), secret: z.string() });
const kind = z.enum(EVENT_KINDS);

export const listWebhooks = endpoint({
  name: "tell.list-webhooks",
  kind: "question",
  path: "/api/tell/{partnership}/webhooks",
  summary: "Samarbetets webhookar, och hur det gått med det som skickats",
  input: z.object({ partnership }),
  output: z.object({
    mayAdd: z.boolean(),
    schema: z.string(),
    webhooks: z.array(
      z.object({
        id: z.string(),
        address: z.string(),
        kinds: z.array(kind),
        organisation: z.string(),
        /** The one who asks looks after it. */
        mine: z.boolean(),
        paused: z.enum(["person", "gone"]).nullable(),
        deliveries: z.array(
          z.object({
            id: z.string(),
            kind: z.enum([...EVENT_KINDS, TRIAL]),
            madeAt: z.string(),
            state: z.enum(DELIVERY_STATES),
            attempts: z.number(),
            triedAt: z.string().nullable(),
            /** Null where there is none. */
            nextTry: z.string().nullable(),
            status: z.number().nullable(),
            fault: z.enum(FAULTS).nullable(),
          }),
        ),
      }),
    ),
  }),
});

export const addWebhook = endpoint({
  name: "tell.add-webhook",
  kind: "command",
  path: "/api/tell/{partnership}/webhooks",
  summary: "En ny webhook; hemligheten visas bara nu",
  input: z.object({ partnership, address: z.string().max(1000), kinds: z.array(kind).max(20) }),
  output: secret,
});

export const pauseWebhook = endpoint({
  name: "tell.pause-webhook",
  kind: "command",
  path: "/api/tell/{partnership}/webhooks/{id}/pause",
  summary: "Skicka inget till webhooken tills vidare",
  input: one,
  output: done,
});

export const resumeWebhook = endpoint({
  name: "tell.resume-webhook",
  kind: "command",
  path: "/api/tell/{partnership}/webhooks/{id}/resume",
  summary: "Skicka till webhooken igen, det som berättas från och med nu",
  input: one,
  output: done,
});

export const rollWebhookSecret = endpoint({
  name: "tell.roll-webhook-secret",
  kind: "command",
  path: "/api/tell/{partnership}/webhooks/{id}/secret",
  summary: "Byt webhookens hemlighet; den nya visas bara nu",
  input: one,
  output: secret,
});

export const tryWebhook = endpoint({
  name: "tell.try-webhook",
  kind: "command",
  path: "/api/tell/{partnership}/webhooks/{id}/trial",
  summary: "Skicka ett prov till webhooken",
  input: one,
  output: done,
});

export const removeWebhook = endpoint({
  name: "tell.remove-webhook",
  kind: "command",
  path: "/api/tell/{partnership}/webhooks/{id}/remove",
  summary: "Ta bort webhooken och det som väntar på att skickas till den",
  input: one,
  output: done,
});

export const webhookApi = [
  listWebhooks,
  addWebhook,
  pauseWebhook,
  resumeWebhook,
  rollWebhookSecret,
  tryWebhook,
  removeWebhook,
] as const;
