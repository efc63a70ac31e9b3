import { expect, test } from "vitest";
import { readHttpsAddress } from "../../ground/https-address.ts";
import type { Grant, Person, Role } from "../../ground/party.ts";
import type { Instant } from "../../ground/time.ts";
import { add, type Answered, EVENT_KINDS, keeps, outcomeOf, pause, trial, type Webhook } from "./webhook.ts";

const grant = (role: Role, organisationId: string): Grant => ({
  partnershipId: "p",
  organisationId,
  party: organisationId === "police" ? "police" : "municipality",
  role,
  title: "",
});
const who = (...grants: readonly Grant[]): Person => ({ id: "x", name: "", grants, operator: false });
const COORDINATOR = who(grant("coordinator", "municipality"));
const LIAISON = who(grant("liaison", "police"));
const HOOK: Webhook = {
  id: "1",
  organisationId: "municipality",
  address: "https://example.se/in",
  kinds: ["promise.published"],
  madeAt: "2026-11-24T09:00:00.000Z" as Instant,
  paused: undefined,
};
const moment = (by: Person) => ({ at: HOOK.madeAt, by, newId: () => "new" });
const state = { partnershipId: "p", standing: 0 };

test.each([
  ["https://example.se/in", "https://example.se/in"],
  [" https://EXAMPLE.se ", "https://example.se/"],
  ["https://example.se/in?a=1", "https://example.se/in?a=1"],
  ["http://example.se/in", undefined],
  ["https://user:word@example.se/", undefined],
  ["https://example.se/#here", undefined],
  ["ftp://example.se/", undefined],
  ["example.se", undefined],
  ["", undefined],
  [`https://example.se/${"a".repeat(500)}`, undefined],
])("the address «%s»", (said, read) => expect(readHttpsAddress(said)).toBe(read));

test.each([
  ["a reader", who(grant("reader", "municipality")), false],
  ["somebody who writes notes", who(grant("note-taker", "police")), false],
  ["the coordinator", COORDINATOR, true],
  ["kommunpolis", LIAISON, true],
  ["an administrator", who(grant("administrator", "police")), true],
  ["a coordinator of another partnership", who({ ...grant("coordinator", "municipality"), partnershipId: "q" }), false],
])("%s may put one up: %s", (_who, person, may) =>
  expect(add.may(person, { address: "", kinds: [] }, state)).toEqual(may ? undefined : { why: "not-yours" }),
);

test("the other party sees it and does not look after it", () => {
  expect(keeps(COORDINATOR, { partnershipId: "p", webhook: HOOK })).toBe(true);
  expect(pause.may(LIAISON, {}, { partnershipId: "p", webhook: HOOK })).toEqual({ why: "not-yours" });
});

test.each([
  ["without https", "http://example.se/", EVENT_KINDS, 0, { why: "webhook-needs-https", field: "address" }],
  [
    "with a port of its own",
    "https://example.se:22/",
    EVENT_KINDS,
    0,
    { why: "webhook-needs-https", field: "address" },
  ],
  ["of nothing", "https://example.se/", [], 0, { why: "webhook-needs-events", field: "kinds" }],
  ["of too many", "https://example.se/", EVENT_KINDS, 10, { why: "too-many-webhooks", detail: { most: 10 } }],
] as const)("one %s is refused", (_case, address, kinds, standing, refusal) =>
  expect(add.decide({ address, kinds }, { ...state, standing }, moment(LIAISON))).toEqual({ ok: false, refusal }),
);

test("it is its organisation's, and wants each event once", () =>
  expect(
    add.decide(
      { address: "https://example.se/", kinds: ["walk.told", "promise.ended", "walk.told"] },
      state,
      moment(LIAISON),
    ),
  ).toMatchObject({ ok: true, value: { organisationId: "police", kinds: ["promise.ended", "walk.told"] } }));

test("nothing is tried on one that is paused", () => {
  const paused = { partnershipId: "p", webhook: { ...HOOK, paused: "gone" as const }, trials: 0 };
  expect(trial.decide({}, paused, moment(COORDINATOR))).toEqual({ ok: false, refusal: { why: "webhook-paused" } });
});

test("no more than ten are tried in an hour", () => {
  const tried = (trials: number) =>
    trial.decide({}, { partnershipId: "p", webhook: HOOK, trials }, moment(COORDINATOR));
  expect(tried(9)).toMatchObject({ ok: true });
  expect(tried(10)).toEqual({ ok: false, refusal: { why: "too-many-trials", detail: { most: 10 } } });
});

test.each([
  ["200 is delivered", { status: 200 }, 1, { kind: "delivered" }],
  ["204 is delivered, also at the last try", { status: 204 }, 9, { kind: "delivered" }],
  ["500 is tried again after 80 seconds", { status: 500 }, 1, { kind: "again", fault: "status", seconds: 80 }],
  [
    "no answer is waited for three times as long",
    { fault: "no-answer" },
    2,
    { kind: "again", fault: "no-answer", seconds: 240 },
  ],
  ["a redirect is not followed", { status: 307 }, 1, { kind: "again", fault: "moved", seconds: 80 }],
  [
    "an address that is not public may become so",
    { fault: "not-public" },
    1,
    { kind: "again", fault: "not-public", seconds: 80 },
  ],
  ["410 is the last", { status: 410 }, 1, { kind: "given-up", fault: "gone" }],
  ["the ninth is the last", { status: 500 }, 9, { kind: "given-up", fault: "status" }],
] as const)("%s", (_case, answered: Answered, attempts, outcome) =>
  expect(outcomeOf(answered, attempts)).toEqual(outcome),
);

test("from the first try to the last it is three days", () => {
  const waits = [1, 2, 3, 4, 5, 6, 7, 8].map((attempts) => outcomeOf({ status: 500 }, attempts));
  const seconds = waits.reduce((sum, one) => sum + (one.kind === "again" ? one.seconds : Number.NaN), 0);
  expect(seconds / 86_400).toBeCloseTo(3, 0);
});
