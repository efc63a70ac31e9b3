import { expect, test } from "vitest";
import { by, ingrid, johan, karin, petra, PARTNERSHIP, sofia, why } from "../../../test/people.ts";
import type { Person } from "../../ground/party.ts";
import type { Day, Instant } from "../../ground/time.ts";
import type { PledgeDocument } from "../lifecycle.ts";
import type { AnySignature } from "../signature.ts";
import {
  askToVouch,
  handIn,
  type HandingState,
  type PaperMandate,
  type Scan,
  vouch,
  type VouchingState,
} from "./paper.ts";

const today = "2026-11-24" as Day;
const proposed = {
  id: "d",
  contentHash: "h",
  state: "proposed",
  proposedAt: "2026-11-20T09:00:00.000Z" as Instant,
} as unknown as PledgeDocument;
const mandate: PaperMandate = {
  id: "m",
  organisationId: "police",
  personId: "sofia",
  holder: "Sofia",
  hasKey: false,
  party: "police",
  office: "lokalpolisområdeschef",
  acting: true,
  decidedBy: "chefen för polisområdet",
  from: "2025-01-01" as Day,
  to: "2026-12-31" as Day,
};
const where = { partnershipId: PARTNERSHIP, document: proposed, empty: [] as string[], vouchers: [] };
const handing = (more: Partial<HandingState> = {}): HandingState => ({
  ...where,
  mandate,
  today,
  proposedOn: "2026-11-20" as Day,
  ...more,
});
const hands = (on = "2026-11-23", more: Partial<HandingState> = {}, who = johan) =>
  why(handIn.decide({ on: on as Day }, handing(more), by(who)));
const scan: Scan = {
  id: "s",
  mandate,
  contentHash: "h",
  scan: "a".repeat(64),
  on: "2026-11-23" as Day,
  handedInBy: "rut",
};
const colleague = { personId: "rut", organisationId: "police" };
const others = { personId: "karin", organisationId: "municipality" };
const byJohan: Scan = { ...scan, handedInBy: "johan" };
const withKey = { ...mandate, hasKey: true };
const signature = {
  id: "x",
  party: "police",
  contentHash: "h",
  means: { kind: "paper", vouched: "kommunpolis", on: undefined },
} as AnySignature;
const vouching = (more: Partial<VouchingState> = {}): VouchingState => ({
  ...where,
  scan,
  expired: false,
  verified: signature,
  ...more,
});
const inOffice = (who: Person, title: string): Person => ({
  ...who,
  grants: who.grants.map((grant) => ({ ...grant, title })),
});
const vouches = (who: Person, more: Partial<VouchingState> = {}) => why(vouch.decide({}, vouching(more), by(who)));
const signedBy = (personId: string) =>
  ({
    ...proposed,
    state: "half-signed",
    signatures: [{ id: "y", party: "municipality", contentHash: "h", means: { kind: "passkey", personId } }],
  }) as unknown as PledgeDocument;
const vouchedBy = (personId: string) =>
  ({
    ...proposed,
    state: "half-signed",
    signatures: [{ party: "municipality", means: { kind: "paper", voucher: { key: { personId } } } }],
  }) as unknown as PledgeDocument;
const half = { ...proposed, state: "half-signed", signatures: [signature] } as unknown as PledgeDocument;

test.each<[string, string | undefined, string]>([
  ["a paper is handed in for a recorded mandate", hands(), "yes"],
  ["not without one", hands("2026-11-23", { mandate: undefined }), "paper-mandate-missing"],
  ["not of a day that has not been", hands("2026-11-25"), "paper-day-ahead"],
  ["not of a day before the text was ready", hands("2026-11-19"), "paper-before-proposed"],
  [
    "not of a day the mandate does not hold",
    hands("2026-11-23", { mandate: { ...mandate, to: "2026-11-22" as Day } }),
    "paper-outside-mandate",
  ],
  ["not for a party that has signed", hands("2026-11-23", { document: half }), "party-has-signed"],
  [
    "not of what is not to be signed",
    hands("2026-11-23", { document: { ...proposed, state: "draft" } as unknown as PledgeDocument }),
    "not-proposed",
  ],
  ["a colleague vouches for it", vouches(johan), "yes"],
  ["never the one who signed it", vouches(sofia), "paper-own-signature"],
  [
    "nor in an office that leads to somebody",
    vouches(inOffice(johan, "kommunpolis, 070-123 45 67")),
    "office-points-out",
  ],
  ["not the other party", vouches(karin), "paper-not-yours"],
  ["the other party does where nobody is left", vouches(karin, { empty: ["police"] }), "yes"],
  [
    "not whoever handed it in, where a colleague could",
    vouches(johan, { scan: byJohan, vouchers: [colleague] }),
    "paper-handed-in-by-you",
  ],
  ["the only one of a party hands in and vouches", vouches(johan, { scan: byJohan, vouchers: [others] }), "yes"],
  [
    "whoever signed it is no such colleague",
    vouches(johan, { scan: byJohan, vouchers: [{ ...colleague, personId: "sofia" }] }),
    "yes",
  ],
  [
    "nor whoever has signed for the other party",
    vouches(johan, { scan: byJohan, vouchers: [colleague], document: signedBy("rut") }),
    "yes",
  ],
  [
    "for a party that has nobody, another than who handed it in",
    vouches(karin, {
      scan: { ...scan, handedInBy: "karin" },
      empty: ["police"],
      vouchers: [others, { ...others, personId: "goran" }],
    }),
    "paper-handed-in-by-you",
  ],
  [
    "not whoever has signed for the other party",
    vouches(johan, { document: signedBy("johan") }),
    "one-person-both-parties",
  ],
  [
    "nor vouched for the other party's paper",
    vouches(johan, { document: vouchedBy("johan") }),
    "one-person-both-parties",
  ],
  [
    "not where whoever signed it has a key",
    vouches(johan, { scan: { ...scan, mandate: withKey } }),
    "paper-holder-has-key",
  ],
  ["and it is not taken in then either", hands("2026-11-23", { mandate: withKey }), "paper-holder-has-key"],
  ["not by an answer that was used or late", vouches(johan, { expired: true }), "question-expired"],
  ["not by a key that is another's", vouches(johan, { verified: undefined }), "voucher-key-not-accepted"],
  [
    "not as the other party's signature",
    vouches(johan, { verified: { ...signature, party: "municipality" } as AnySignature }),
    "voucher-key-not-accepted",
  ],
  ["not for another text", vouches(johan, { scan: { ...scan, contentHash: "x" } }), "paper-of-other-text"],
  ["not twice", vouches(johan, { document: half }), "party-has-signed"],
  ["and is asked only where they may", why(askToVouch.decide({}, vouching(), by(sofia))), "paper-own-signature"],
])("%s", (_sentence, answer, expected) => expect(answer).toBe(expected));

test("only the party's own hand in and vouch, by role", () => {
  expect(handIn.may(karin, { on: today }, handing())?.why).toBe("paper-not-yours");
  expect(handIn.may(johan, { on: today }, handing())).toBeUndefined();
  // Nor for nobody: who only reads is turned away before any mandate is looked for.
  expect(handIn.may(ingrid, { on: today }, handing({ mandate: undefined }))?.why).toBe("paper-not-yours");
  expect(handIn.may(johan, { on: today }, handing({ mandate: undefined }))).toBeUndefined();
  expect(vouch.may(petra, {}, vouching())?.why).toBe("paper-not-yours");
  expect(vouch.may(sofia, {}, vouching())).toBeUndefined();
});
