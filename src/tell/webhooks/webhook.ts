// A webhook: an address of somebody's own system that is told what has been told to everybody, as CloudEvents 1.0 signed by Standard Webhooks. Both parties see which there are;
// those who speak for the organisation that put one up look after it.
import { command } from "../../ground/command.ts";
import { readHttpsAddress } from "../../ground/https-address.ts";
import { grantFor, grantsIn, type Person } from "../../ground/party.ts";
import { no, type Refusal, type Result, yes } from "../../ground/result.ts";
import type { Instant } from "../../ground/time.ts";
import { SPOKESPEOPLE } from "../../partnership/people.ts";

export const EVENT_KINDS = [
  "promise.published",
  "promise.changed",
  "promise.ended",
  "report.published",
  "theme.answered",
  "situation.published",
  "action-plan.published",
  "action-plan.followed-up",
  "consultation.opened",
  "consultation.closed",
  "dialogue.told",
  "walk.told",
  "road.told",
  "activity.done",
  "activity.missed",
] as const;
export type EventKind = (typeof EVENT_KINDS)[number];
/** Sent by a press, to see that it arrives. */
export const TRIAL = "trial";

export type Webhook = {
  readonly id: string;
  readonly organisationId: string;
  readonly address: string;
  readonly kinds: readonly EventKind[];
  readonly madeAt: Instant;
  readonly paused: "person" | "gone" | undefined;
};

export const FAULTS = ["not-public", "no-answer", "moved", "status", "gone"] as const;
export type Fault = (typeof FAULTS)[number];
export const DELIVERY_STATES = ["waiting", "delivered", "given-up"] as const;

export type WebhookWhy =
  | "not-yours"
  | "webhook-needs-https"
  | "webhook-needs-events"
  | "too-many-webhooks"
  | "webhook-paused"
  | "too-many-trials";
type In = { readonly partnershipId: string };
type Kept = In & { readonly webhook: Webhook };

export const MOST_WEBHOOKS = 10;
/** In an hour, of each: a trial goes wherever the address says, whoever answers there. */
export const MOST_TRIALS = 10;

export const add = command({
  event: "webhook.added",
  may: (person: Person, _input: unknown, { partnershipId }: In): Refusal<WebhookWhy> | undefined =>
    grantFor(person, partnershipId, SPOKESPEOPLE) === undefined ? { why: "not-yours" } : undefined,
  decide: (
    { address, kinds }: { readonly address: string; readonly kinds: readonly EventKind[] },
    { partnershipId, standing }: In & { readonly standing: number },
    { at, by, newId },
  ): Result<Webhook, Refusal<WebhookWhy>> => {
    const organisationId = grantFor(by, partnershipId, SPOKESPEOPLE)?.organisationId;
    const read = readHttpsAddress(address);
    if (organisationId === undefined) return no("not-yours");
    if (read === undefined) return no("webhook-needs-https", { field: "address" });
    if (kinds.length === 0) return no("webhook-needs-events", { field: "kinds" });
    if (standing >= MOST_WEBHOOKS) return no("too-many-webhooks", { detail: { most: MOST_WEBHOOKS } });
    const wanted = EVENT_KINDS.filter((kind) => kinds.includes(kind));
    return yes({ id: newId(), organisationId, address: read, kinds: wanted, madeAt: at, paused: undefined });
  },
});

export function keeps(person: Person, { partnershipId, webhook }: Kept): boolean {
  return grantsIn(person, partnershipId, SPOKESPEOPLE).some(
    ({ organisationId }) => organisationId === webhook.organisationId,
  );
}
const own = (person: Person, _input: unknown, state: Kept): Refusal<WebhookWhy> | undefined =>
  keeps(person, state) ? undefined : { why: "not-yours" };
const ofIt = (_input: unknown, { webhook }: Kept): Result<Webhook, Refusal<WebhookWhy>> => yes(webhook);

export const pause = command({ event: "webhook.paused", may: own, decide: ofIt });
export const resume = command({ event: "webhook.resumed", may: own, decide: ofIt });
export const roll = command({ event: "webhook.secret-rolled", may: own, decide: ofIt });
export const remove = command({ event: "webhook.removed", may: own, decide: ofIt });
export const trial = command({
  event: "webhook.tried",
  may: own,
  decide: (
    _input: unknown,
    { webhook, trials }: Kept & { readonly trials: number },
    { newId },
  ): Result<{ readonly id: string; readonly webhook: Webhook }, Refusal<WebhookWhy>> => {
    if (webhook.paused !== undefined) return no("webhook-paused");
    if (trials >= MOST_TRIALS) return no("too-many-trials", { detail: { most: MOST_TRIALS } });
    return yes({ id: newId(), webhook });
  },
});

/** What came of a try: the status that was answered, or why there was none. */
export type Answered = { readonly status: number } | { readonly fault: Extract<Fault, "not-public" | "no-answer"> };
export type Outcome =
  | { readonly kind: "delivered" }
  | { readonly kind: "again"; readonly fault: Fault; readonly seconds: number }
  | { readonly kind: "given-up"; readonly fault: Fault };

const MOST_ATTEMPTS = 9;
const FIRST_WAIT_SECONDS = 80;

/** The last of nine tries is three days after the first: each wait is three times the one before. */
export function outcomeOf(answered: Answered, attempts: number): Outcome {
  if ("status" in answered && answered.status >= 200 && answered.status < 300) return { kind: "delivered" };
  const fault = faultOf(answered);
  if (fault === "gone" || attempts >= MOST_ATTEMPTS) return { kind: "given-up", fault };
  return { kind: "again", fault, seconds: FIRST_WAIT_SECONDS * 3 ** (attempts - 1) };
}

function faultOf(answered: Answered): Fault {
  if (!("status" in answered)) return answered.fault;
  if (answered.status === 410) return "gone";
  // Never followed: who may be sent to is decided here.
  return answered.status >= 300 && answered.status < 400 ? "moved" : "status";
}
