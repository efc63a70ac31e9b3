// Signing on paper, for a party that has nobody with a key: the paper is scanned and handed in, and a person with a key vouches for it. Weaker, and told as that
// everywhere (journeys.md, journey 12).
import { personIn } from "../../collect/person-in-text.ts";
import { canonicalText } from "../../ground/canonical.ts";
import { command } from "../../ground/command.ts";
import { grantFor, grantsIn, type Grant, type Person, type Role } from "../../ground/party.ts";
import { no, type Refusal, type Result, yes } from "../../ground/result.ts";
import type { Day, Instant } from "../../ground/time.ts";
import { addSignature, type HalfSigned, type PledgeDocument, type Signed, type Why } from "../lifecycle.ts";
import { type AnySignature, keyHolderOf, type Mandate, type SigningParty } from "../signature.ts";

/** Those who hand in a paper and vouch for one. */
export const VOUCHERS: readonly Role[] = ["coordinator", "liaison", "signatory"];
/** A scan larger than this is a photo album. */
export const SCAN_MEGABYTES = 15;

export type PaperWhy =
  | "paper-not-yours"
  | "paper-mandate-missing"
  | "paper-day-ahead"
  | "paper-before-proposed"
  | "paper-outside-mandate"
  | "paper-not-readable"
  | "paper-of-other-text"
  | "paper-own-signature"
  | "paper-holder-has-key"
  | "paper-handed-in-by-you"
  | "voucher-key-not-accepted"
  | "office-points-out"
  | Extract<
      Why,
      | "not-proposed"
      | "party-has-signed"
      | "one-person-both-parties"
      | "question-expired"
      | "other-text"
      | "not-a-party"
    >;

/** A right to sign that is recorded, with whose it is. */
export type PaperMandate = Mandate<SigningParty> & {
  readonly id: string;
  readonly organisationId: string;
  readonly personId: string;
  /** Their name, for those who work here. */
  readonly holder: string;
  /** Whether they have a key that is not revoked: then they sign with it. */
  readonly hasKey: boolean;
};
/** A scan as it was handed in. */
export type Scan = {
  readonly id: string;
  readonly mandate: PaperMandate;
  readonly contentHash: string;
  readonly scan: string;
  readonly on: Day;
  readonly handedInBy: string;
};

type Where = {
  readonly partnershipId: string;
  readonly document: PledgeDocument;
  /** The organisations of the partnership that have nobody here. */
  readonly empty: readonly string[];
  /** Everybody here whose role lets them vouch, and for which organisation. */
  readonly vouchers: readonly { readonly personId: string; readonly organisationId: string }[];
};

/** By which of their roles somebody may vouch for this organisation's paper: their own organisation's, or any where it has nobody here. */
export function vouchesAs(
  person: Person,
  { partnershipId, empty }: Pick<Where, "partnershipId" | "empty">,
  organisationId: string,
): Grant | undefined {
  const grants = grantsIn(person, partnershipId).filter(({ role }) => VOUCHERS.includes(role));
  const own = grants.find((grant) => grant.organisationId === organisationId);
  return own ?? (empty.includes(organisationId) ? grants[0] : undefined);
}

function mayReceive({ document }: Where, party: SigningParty): Refusal<PaperWhy> | undefined {
  if (document.state !== "proposed" && document.state !== "half-signed") return { why: "not-proposed" };
  if (document.state === "half-signed" && document.signatures.some((one) => one.party === party))
    return { why: "party-has-signed" };
  return undefined;
}

/** Who has signed this document already, or vouched for a paper of it. */
function keyed({ document }: Where): readonly (string | undefined)[] {
  return document.state === "half-signed" ? document.signatures.map(keyHolderOf) : [];
}

/** Whether somebody else could vouch than whoever handed it in. A party with one person here has nobody else, and is not locked out. */
function hasOtherVoucher(state: Where & { readonly scan: Scan }): boolean {
  const { handedInBy, mandate } = state.scan;
  const not = [handedInBy, mandate.personId, ...keyed(state)];
  return state.vouchers.some(
    ({ personId, organisationId }) =>
      !not.includes(personId) &&
      (organisationId === mandate.organisationId || state.empty.includes(mandate.organisationId)),
  );
}

const holderHasKey = ({ hasKey, holder }: PaperMandate): Refusal<PaperWhy> | undefined =>
  hasKey ? { why: "paper-holder-has-key", detail: { name: holder } } : undefined;

export type HandingState = Where & {
  readonly mandate: PaperMandate | undefined;
  readonly today: Day;
  readonly proposedOn: Day | undefined;
};

export const handIn = command({
  event: "paper.handed-in",
  may: (person: Person, _input: unknown, state: HandingState): Refusal<PaperWhy> | undefined => {
    const of = state.mandate?.organisationId;
    const as = of === undefined ? grantFor(person, state.partnershipId, VOUCHERS) : vouchesAs(person, state, of);
    return as === undefined ? { why: "paper-not-yours" } : undefined;
  },
  decide: (
    input: { readonly on: Day },
    state: HandingState,
    moment,
  ): Result<{ readonly id: string; readonly mandate: PaperMandate; readonly on: Day }, Refusal<PaperWhy>> => {
    const { mandate, today, proposedOn } = state;
    if (mandate === undefined) return no("paper-mandate-missing", { field: "mandateId" });
    const refused = mayReceive(state, mandate.party) ?? holderHasKey(mandate);
    if (refused !== undefined) return { ok: false, refusal: refused };
    if (input.on > today) return no("paper-day-ahead", { field: "on" });
    if (proposedOn !== undefined && input.on < proposedOn)
      return no("paper-before-proposed", { field: "on", detail: { day: proposedOn } });
    if (input.on < mandate.from || input.on > (mandate.to ?? input.on))
      return no("paper-outside-mandate", { field: "on" });
    return yes({ id: moment.newId(), mandate, on: input.on });
  },
});

/** May this person vouch for this scan now, and if not, why. */
export function mayVouch(state: Where & { readonly scan: Scan }, person: Person): Refusal<PaperWhy> | undefined {
  const { scan, document } = state;
  const as = vouchesAs(person, state, scan.mandate.organisationId);
  if (as === undefined) return { why: "paper-not-yours" };
  const refused = mayReceive(state, scan.mandate.party);
  if (refused !== undefined) return refused;
  if (scan.contentHash !== document.contentHash) return { why: "paper-of-other-text" };
  if (scan.mandate.personId === person.id) return { why: "paper-own-signature" };
  if (keyed(state).includes(person.id)) return { why: "one-person-both-parties" };
  if (scan.handedInBy === person.id && hasOtherVoucher(state)) return { why: "paper-handed-in-by-you" };
  // The office stands in the file of signatures; it was written where somebody was invited, and looked at by nobody.
  if (personIn(as.title)) return { why: "office-points-out" };
  return holderHasKey(scan.mandate);
}

export type VouchingState = Where & {
  readonly scan: Scan;
  readonly expired: boolean;
  /** The signature with the voucher's answer, as it was checked; undefined where it was not genuine. */
  readonly verified: AnySignature | undefined;
};

export const askToVouch = command({
  event: "paper.voucher-asked",
  may: (person: Person, _input: unknown, state: Where & { readonly scan: Scan }) => {
    const refused = mayVouch(state, person);
    return refused?.why === "paper-not-yours" ? refused : undefined;
  },
  decide: (_input: unknown, state: Where & { readonly scan: Scan }, moment): Result<Scan, Refusal<PaperWhy>> => {
    const refused = mayVouch(state, moment.by);
    return refused === undefined ? yes(state.scan) : { ok: false, refusal: refused };
  },
});

/** Makes the paper a signature of its party, the weaker kind. */
export const vouch = command({
  event: "pledge.half-signed",
  may: askToVouch.may,
  decide: (_input: unknown, state: VouchingState, moment): Result<HalfSigned | Signed, Refusal<PaperWhy | Why>> => {
    const refused = mayVouch(state, moment.by);
    if (refused !== undefined) return { ok: false, refusal: refused };
    if (state.expired) return no("question-expired");
    const { verified, document, scan } = state;
    if (verified === undefined || verified.party !== scan.mandate.party) return no("voucher-key-not-accepted");
    return addSignature(document, verified, moment.at);
  },
});

/** What is bound into the question to the key of whoever vouches: text, scan, day, for whom and as what it was signed, and who vouches as what. */
export type VouchBound = {
  readonly contentHash: string;
  readonly revision: number;
  readonly scan: string;
  readonly on: Day;
  readonly mandate: Mandate<SigningParty>;
  readonly by: SigningParty;
  readonly as: string;
  readonly askedAt: Instant;
  readonly nonce: string;
};

/** The text whose SHA-256 is the challenge. An answer to it is no signature by key. */
export function vouchText({ mandate, ...bound }: VouchBound): string {
  const { party, office, acting, decidedBy, from, to = null } = mandate;
  return `samsyn-paper-1\n${canonicalText({ act: "vouch", ...bound, party, office, acting, decidedBy, from, to })}`;
}
