import { expect, test } from "vitest";
import { by, ingrid, johan, karin, must, PARTNERSHIP, sofia, someone, why } from "../../../test/people.ts";
import type { Person } from "../../ground/party.ts";
import type { Day, Instant } from "../../ground/time.ts";
import type { PublishingKey } from "../../pledge/publication/publishing.ts";
import type { AnySignature, SigningParty } from "../../pledge/signature.ts";
import type { HalfSigned, PeriodReport, Published, Ready, Signed } from "./report.ts";
import {
  askToPublish,
  askToSign,
  mayAskToSign,
  mayPublish,
  missingFrom,
  publish,
  sign,
  turnIn,
  type MandateFor,
  type PublishingState,
  type SigningState,
} from "./signing.ts";

const where = { partnershipId: PARTNERSHIP };
const today = "2026-11-24" as Day;
const base = {
  id: "r",
  slug: "2026",
  documentId: "d",
  from: "2026-01-01" as Day,
  to: "2026-12-31" as Day,
  version: 3,
  assessments: [],
  views: [],
  texts: [],
  example: false,
};
const frozen = { content: "{}", contentHash: "hash", frozenAt: "2026-11-24T08:00:00.000Z" as Instant };
const ready: Ready = { ...base, ...frozen, state: "ready" };
const signature = (party: SigningParty, personId: string, contentHash = "hash") =>
  ({ party, contentHash, means: { kind: "passkey", personId } }) as unknown as AnySignature;
const half: HalfSigned = { ...ready, state: "half-signed", signatures: [signature("police", "sofia")] };
const signatures = { municipality: signature("municipality", "göran"), police: signature("police", "sofia") } as never;
const signed: Signed = { ...ready, state: "signed", signatures, asked: undefined };
const asked: Signed = { ...signed, asked: { personId: karin.id, organisationId: karin.grants[0]!.organisationId } };
const published: Published = {
  ...base,
  state: "published",
  publishedAt: frozen.frozenAt,
  frozen,
  signatures: [],
  approvals: [],
};
const mandate = (party: SigningParty, more: Partial<MandateFor> = {}): MandateFor => ({
  party,
  from: "2024-01-01" as Day,
  to: undefined,
  ...more,
});

const signs = (report: PeriodReport, more: Partial<SigningState> = {}) => {
  const state = { ...where, report, today, mandate: mandate("municipality"), expired: false };
  return why(sign.decide({}, { ...state, verified: signature("municipality", "göran"), ...more }, by(sofia)));
};
const key = (party: SigningParty, contentHash = "hash") => ({ party, contentHash }) as unknown as PublishingKey;
const presses = (report: PeriodReport, person: Person, more: Partial<PublishingState> = {}) => {
  const own = person === karin ? ("municipality" as const) : ("police" as const);
  const state = { ...where, report, firstFell: false, expired: false, key: key(own) };
  return why(publish.decide({}, { ...state, ...more }, by(person)));
};
const third = someone("frida", "other", "coordinator");

test.each<[string, string | undefined, string]>([
  ["is signed when it is closed", signs(ready), "yes"],
  ["and by the other party after the first", signs(half), "yes"],
  ["not before it is closed", signs({ ...base, state: "draft" }), "report-not-ready"],
  ["nor when both have", signs(signed), "report-not-ready"],
  ["nor when it is out", signs(published), "report-is-published"],
  ["nor without a mandate", signs(ready, { mandate: undefined }), "no-mandate"],
  [
    "nor by one that is over",
    signs(ready, { mandate: mandate("municipality", { to: "2026-11-23" as Day }) }),
    "mandate-over",
  ],
  [
    "nor by one that has not begun",
    signs(ready, { mandate: mandate("municipality", { from: "2026-11-25" as Day }) }),
    "mandate-not-begun",
  ],
  ["nor twice by one party", signs(half, { mandate: mandate("police") }), "party-has-signed"],
  [
    "nor for both by one person",
    signs(half, { verified: signature("municipality", "sofia") }),
    "one-person-signs-both",
  ],
  ["nor by an answer that came too late", signs(ready, { expired: true }), "question-expired"],
  ["nor by a key that is not one's own", signs(ready, { verified: undefined }), "key-not-accepted"],
  ["nor over other words", signs(ready, { verified: signature("municipality", "göran", "other") }), "other-text"],
  ["nor for the other party", signs(ready, { verified: signature("police", "göran") }), "no-mandate"],
  ["is let out by a key from each", presses(asked, johan), "yes"],
  ["not before both have signed", presses(half, karin), "report-not-signed"],
  ["nor twice", presses(published, karin), "report-is-published"],
  ["nor by one person", presses(asked, karin), "same-person-twice"],
  [
    "nor by one organisation",
    presses(asked, someone("ulla", "municipality", "coordinator"), { key: key("municipality") }),
    "same-organisation-twice",
  ],
  ["nor by those who only sign", presses(signed, sofia), "not-yours"],
  ["nor by those who promise along", presses(signed, third), "publishes-for-no-party"],
  ["nor where the first key has fallen", presses(asked, johan, { firstFell: true }), "first-key-fell"],
  ["which is given anew by its own", presses(asked, karin, { firstFell: true }), "yes"],
  ["nor by an answer that came too late", presses(asked, johan, { expired: true }), "question-expired"],
  ["nor by a key that is not one's own", presses(asked, johan, { key: undefined }), "publishing-key-not-accepted"],
  ["nor by the other party's", presses(asked, johan, { key: key("municipality") }), "publishing-key-not-accepted"],
  ["nor over other words", presses(asked, johan, { key: key("police", "other") }), "other-text"],
])("a report %s", (_sentence, answer, expected) => expect(answer).toBe(expected));

test("half-signed says who is missing, and both make it signed", () => {
  const verified = signature("municipality", "göran");
  const state = { ...where, today, mandate: mandate("municipality"), expired: false, verified };
  expect(must(sign.decide({}, { ...state, report: ready }, by(sofia)))).toMatchObject({ state: "half-signed" });
  const both = must(sign.decide({}, { ...state, report: half }, by(sofia)));
  expect(both).toMatchObject({ state: "signed", signatures: { municipality: verified } });
  expect([ready, half, both, published].map(missingFrom)).toEqual([
    ["municipality", "police"],
    ["municipality"],
    [],
    [],
  ]);
});

test("the first key leaves it waiting, the second lets it out, and one that fell is given anew", () => {
  const pressed = (report: Signed, person: Person, firstFell = false) => {
    const own = person === karin ? ("municipality" as const) : ("police" as const);
    return must(publish.decide({}, { ...where, report, firstFell, expired: false, key: key(own) }, by(person)));
  };
  expect(pressed(signed, karin)).toMatchObject({ isOut: false, isAnew: false });
  expect(pressed(asked, johan)).toMatchObject({ isOut: true, isAnew: false });
  expect(pressed(asked, karin, true)).toMatchObject({ isOut: false, isAnew: true });
});

test("a key is asked by whoever may answer, and the turn is theirs", () => {
  const reader = { partnershipId: PARTNERSHIP, today };
  expect(askToSign.may(sofia, {}, { ...where, report: ready, mandate: undefined, today })?.why).toBeUndefined();
  expect(askToSign.may(karin, {}, { ...where, report: ready, mandate: undefined, today })?.why).toBe("not-yours");
  expect(why(askToSign.decide({}, { ...where, report: ready, mandate: undefined, today }, by(sofia)))).toBe(
    "no-mandate",
  );
  expect(must(askToSign.decide({}, { ...where, report: ready, mandate: mandate("police"), today }, by(sofia)))).toBe(
    ready,
  );
  expect(askToPublish.may(ingrid, {}, { ...where, report: signed, firstFell: false })?.why).toBe("not-yours");
  expect(must(askToPublish.decide({}, { ...where, report: signed, firstFell: false }, by(karin)))).toBe(signed);
  expect(turnIn(ready, { ...reader, person: sofia, mandate: mandate("police") })).toBe("sign-report");
  expect(turnIn(asked, { ...reader, person: johan, mandate: undefined })).toBe("publish-report");
  expect(turnIn(asked, { ...reader, person: karin, mandate: undefined })).toBeUndefined();
  expect(mayAskToSign(half, mandate("municipality"), today)).toBeUndefined();
  expect(mayPublish({ ...where, report: asked, firstFell: false }, johan)).toBeUndefined();
});
