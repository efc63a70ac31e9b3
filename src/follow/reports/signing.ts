// A period report is signed as a promise is: by the same people, with the same keys, over exactly one text; and two keys publish it (docs/decisions/0031).
import { command } from "../../ground/command.ts";
import { grantFor, type Person } from "../../ground/party.ts";
import { no, type Refusal, type Result, yes } from "../../ground/result.ts";
import type { Day } from "../../ground/time.ts";
import { publishesFor, type PublishingKey } from "../../pledge/publication/publishing.ts";
import type { AnySignature, SigningParty } from "../../pledge/signature.ts";
import { type Frozen, type HalfSigned, type PeriodReport, type Signed, type WithReport, WRITERS } from "./report.ts";

export type SigningWhy =
  | "not-yours"
  | "report-not-ready"
  | "report-is-published"
  | "report-not-signed"
  | "no-mandate"
  | "mandate-over"
  | "mandate-not-begun"
  | "party-has-signed"
  | "one-person-signs-both"
  | "question-expired"
  | "key-not-accepted"
  | "other-text"
  | "publishes-for-no-party"
  | "same-person-twice"
  | "same-organisation-twice"
  | "first-key-fell"
  | "publishing-key-not-accepted";

export type MandateFor = { readonly party: SigningParty; readonly from: Day; readonly to: Day | undefined };
export type SigningState = WithReport & {
  readonly today: Day;
  readonly mandate: MandateFor | undefined;
  /** The signature as it was verified against the key; undefined when the key's answer was not genuine. */
  readonly verified: AnySignature | undefined;
  readonly expired: boolean;
};

/** May this person sign now, and if not, why: greys the button, explains, and refuses on the server. */
export function mayAskToSign(
  report: PeriodReport,
  mandate: MandateFor | undefined,
  today: Day,
): Refusal<SigningWhy> | undefined {
  if (report.state === "published") return { why: "report-is-published" };
  if (report.state !== "ready" && report.state !== "half-signed") return { why: "report-not-ready" };
  if (mandate === undefined) return { why: "no-mandate" };
  if (mandate.from > today) return { why: "mandate-not-begun", detail: { day: mandate.from } };
  if (mandate.to !== undefined && mandate.to < today) return { why: "mandate-over", detail: { day: mandate.to } };
  if (report.state === "half-signed" && report.signatures.some(({ party }) => party === mandate.party))
    return { why: "party-has-signed" };
  return undefined;
}

const signs = (person: Person, _input: unknown, { partnershipId }: WithReport): Refusal<SigningWhy> | undefined =>
  grantFor(person, partnershipId, ["signatory"]) === undefined ? { why: "not-yours" } : undefined;

/** The question to a key: only to whoever may answer it. */
export const askToSign = command({
  event: "report.signature-asked",
  may: signs,
  decide: (
    _input: unknown,
    { report, mandate, today }: Omit<SigningState, "verified" | "expired">,
  ): Result<PeriodReport & Frozen, Refusal<SigningWhy>> => {
    const refusal = mayAskToSign(report, mandate, today);
    return refusal === undefined ? yes(report as PeriodReport & Frozen) : { ok: false, refusal };
  },
});

/** Whose signature is still missing, in the order it is shown. */
export function missingFrom(report: PeriodReport): readonly SigningParty[] {
  const both = ["municipality", "police"] as const;
  if (report.state === "signed" || report.state === "published") return [];
  return report.state === "half-signed"
    ? both.filter((party) => !report.signatures.some((one) => one.party === party))
    : both;
}

export const sign = command({
  event: "report.half-signed",
  may: signs,
  decide: (_input: unknown, state: SigningState): Result<HalfSigned | Signed, Refusal<SigningWhy>> => {
    const { report, mandate, verified } = state;
    const refusal = mayAskToSign(report, mandate, state.today);
    if (refusal !== undefined) return { ok: false, refusal };
    if (state.expired) return no("question-expired");
    if (verified === undefined) return no("key-not-accepted");
    if (report.state !== "ready" && report.state !== "half-signed") return no("report-not-ready");
    if (verified.contentHash !== report.contentHash) return no("other-text");
    if (verified.party !== mandate?.party) return no("no-mandate");
    if (report.state === "ready") return yes({ ...report, state: "half-signed", signatures: [verified] });
    const [first] = report.signatures;
    if (personOf(first) === personOf(verified)) return no("one-person-signs-both");
    const both = [first, verified];
    const municipality = both.find((one) => one.party === "municipality");
    const police = both.find((one) => one.party === "police");
    if (municipality === undefined || police === undefined) return no("party-has-signed");
    return yes({ ...report, state: "signed", signatures: { municipality, police }, asked: undefined });
  },
});

const personOf = ({ means }: AnySignature) => (means.kind === "passkey" ? means.personId : undefined);

export type PublishingWhere = WithReport & {
  /** The first key, where there is one, is revoked by now, or its person has no longer the role. */
  readonly firstFell: boolean;
};
export type PublishingState = PublishingWhere & { readonly key: PublishingKey | undefined; readonly expired: boolean };

/** May this person give their organisation's key now, and if not, why. */
export function mayPublish(
  { report, partnershipId, firstFell }: PublishingWhere,
  person: Person,
): Refusal<SigningWhy> | undefined {
  if (report.state === "published") return { why: "report-is-published" };
  if (report.state !== "signed") return { why: "report-not-signed" };
  const own = publishesFor(person, partnershipId);
  if (own === undefined)
    return { why: grantFor(person, partnershipId, WRITERS) === undefined ? "not-yours" : "publishes-for-no-party" };
  const isOwn = report.asked?.organisationId === own.organisationId;
  if (report.asked !== undefined && firstFell && !isOwn) return { why: "first-key-fell" };
  if (!firstFell && report.asked?.personId === person.id) return { why: "same-person-twice" };
  if (!firstFell && isOwn) return { why: "same-organisation-twice" };
  return undefined;
}

const writes = (person: Person, _input: unknown, { partnershipId }: WithReport): Refusal<SigningWhy> | undefined =>
  grantFor(person, partnershipId, WRITERS) === undefined ? { why: "not-yours" } : undefined;

export const askToPublish = command({
  event: "report.publishing-asked",
  may: writes,
  decide: (_input: unknown, state: PublishingWhere, moment): Result<Signed, Refusal<SigningWhy>> => {
    const refusal = mayPublish(state, moment.by);
    // `mayPublish` refuses every other state.
    return refusal === undefined ? yes(state.report as Signed) : { ok: false, refusal };
  },
});

type Given = {
  readonly report: Signed;
  readonly key: PublishingKey;
  /** Both keys are given. */
  readonly isOut: boolean;
  /** It takes the place of the organisation's own that has fallen. */
  readonly isAnew: boolean;
};

/** One organisation's key. The first leaves the report waiting for the other's; with both it is let out. */
export const publish = command({
  event: "report.published",
  may: writes,
  decide: (_input: unknown, state: PublishingState, moment): Result<Given, Refusal<SigningWhy>> => {
    const refusal = mayPublish(state, moment.by);
    if (refusal !== undefined) return { ok: false, refusal };
    if (state.expired) return no("question-expired");
    const { key, firstFell } = state;
    const report = state.report as Signed;
    if (key === undefined || key.party !== publishesFor(moment.by, state.partnershipId)?.party)
      return no("publishing-key-not-accepted");
    if (key.contentHash !== report.contentHash) return no("other-text");
    return yes({
      report,
      key,
      isOut: report.asked !== undefined && !firstFell,
      isAnew: report.asked !== undefined && firstFell,
    });
  },
});

/** What waits for this person in a report; undefined where nothing does. */
export function turnIn(
  report: PeriodReport,
  {
    person,
    partnershipId,
    mandate,
    today,
  }: { person: Person; partnershipId: string; mandate: MandateFor | undefined; today: Day },
): "sign-report" | "publish-report" | undefined {
  if (mandate !== undefined && mayAskToSign(report, mandate, today) === undefined) return "sign-report";
  return mayPublish({ report, partnershipId, firstFell: false }, person) === undefined ? "publish-report" : undefined;
}
