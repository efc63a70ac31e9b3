// From draft to closed. One type for each state, holding what is then true and nothing else; only a signed document can be published, and it takes one person from each organisation.
import { command } from "../ground/command.ts";
import { type Grant, grantFor, grantsIn, type Person, type Role } from "../ground/party.ts";
import { no, type Refusal, type Result, type Some, yes } from "../ground/result.ts";
import { dayOf, type Day, type Instant } from "../ground/time.ts";
import {
  type Amended,
  amendmentFault,
  type AmendWhy,
  tooLate,
  unfinishedAmendment,
  withoutIdleReasons,
} from "./amendments/amendment.ts";
import type { Content } from "./document.ts";
import { firstWithheld } from "./publication/withheld.ts";
import { lint, type Remark, stopping, tidied } from "./lint.ts";
import { lostFrom } from "./renewal/formerly.ts";
import { type AnySignature, keyHolderOf, type Signature } from "./signature.ts";

type Base = {
  readonly id: string;
  readonly slug: string;
  readonly revision: number;
  readonly content: Content;
  readonly contentHash: string;
  readonly predecessorId: string | undefined;
  readonly example: boolean;
};
export type Draft = Base & { readonly state: "draft" };
/** Closed for editing, ready to be signed. Unmet rules are kept with their reasons. */
export type Proposed = Base & { readonly state: "proposed"; readonly proposedAt: Instant };
export type HalfSigned = Base & {
  readonly state: "half-signed";
  readonly proposedAt: Instant;
  readonly signatures: Some<AnySignature>;
};
export type BothSignatures = { readonly municipality: Signature<"municipality">; readonly police: Signature<"police"> };
export type Signed = Base & {
  readonly state: "signed";
  readonly signedAt: Instant;
  readonly signatures: BothSignatures;
  /** Whose key was first to say yes to publication; the other organisation's publishes. */
  readonly publication: { readonly askedBy: string; readonly organisationId: string; readonly at: Instant } | undefined;
};
export type Published = Base & {
  readonly state: "published";
  readonly signedAt: Instant;
  readonly signatures: BothSignatures;
  readonly publishedAt: Instant;
};
export const CLOSINGS = ["expired", "expired-without-follow-up", "succeeded", "withdrawn"] as const;
export type Closing = (typeof CLOSINGS)[number];
export type Closed = Base & {
  readonly state: "closed";
  readonly signedAt: Instant;
  readonly signatures: BothSignatures;
  readonly publishedAt: Instant;
  readonly closedAt: Instant;
  readonly closing: Closing;
};
export type PledgeDocument = Draft | Proposed | HalfSigned | Signed | Published | Closed;
export type State = PledgeDocument["state"];

export type Why =
  | "not-yours"
  | "already-signed-cannot-change"
  | "writing-is-over"
  | "changed-meanwhile"
  | "nothing-promised"
  | "period-missing"
  | "comments-go-on"
  | "unmet-without-reason"
  | "holds-what-is-withheld"
  | "already-proposed"
  | "not-proposed"
  | "party-has-signed"
  | "one-person-both-parties"
  | "no-mandate"
  | "mandate-over"
  | "mandate-not-begun"
  | "other-text"
  | "not-a-party"
  | "key-not-accepted"
  | "question-expired"
  | "slug-taken"
  | "no-promise-in-text"
  | AmendWhy
  | "open-item-lost";

/** Those who write in a draft, begin one and ask for it to be published. */
export const WRITERS: readonly Role[] = ["coordinator", "liaison"];

/** The right by which somebody of the municipality or of the police decides of a draft. */
export function writerIn(person: Person, partnershipId: string): Grant | undefined {
  return grantsIn(person, partnershipId, WRITERS).find(({ party }) => party !== "other");
}
/** How long the reason may be that somebody who decides so gives the other party. */
export const LONGEST_REASON = 300;
export type InPartnership = {
  readonly partnershipId: string;
  readonly document: PledgeDocument;
  /** What the document changes, where it is a change of another. */
  readonly amended?: Amended | undefined;
  /** The last day that the text is changed, where the parties have set one. */
  readonly writtenBy?: Day | undefined;
};

/** Why a draft's text stands: its last day of writing has passed. */
export function writingIsOver(writtenBy: Day | undefined, today: Day): Refusal<"writing-is-over"> | undefined {
  return writtenBy !== undefined && writtenBy < today
    ? { why: "writing-is-over", detail: { day: writtenBy } }
    : undefined;
}

const writes = (person: Person, _input: unknown, state: { readonly partnershipId: string }): Refusal<Why> | undefined =>
  grantFor(person, state.partnershipId, WRITERS) === undefined ? { why: "not-yours" } : undefined;

export const start = command({
  event: "draft.started",
  may: writes,
  decide: (
    input: {
      readonly slug: string;
      readonly content: Content;
      /** What the content was read from, where it was pasted. */
      readonly text?: string | undefined;
    },
    state: { readonly partnershipId: string; readonly taken: boolean },
    moment,
  ): Result<{ id: string; slug: string; content: Content }, Refusal<Why>> => {
    const { slug, content, text } = input;
    if (state.taken) return no("slug-taken", { field: "slug" });
    if (text !== undefined && content.pledges.length === 0) return no("no-promise-in-text", { field: "text" });
    return yes({ id: moment.newId(), slug, content });
  },
});

/** Both organisations write in one draft. Who saves on an older revision is told, and nothing of either is overwritten. */
export const edit = command({
  event: "draft.changed",
  may: writes,
  decide: (
    input: { readonly content: Content; readonly revision: number },
    { document, amended, writtenBy }: InPartnership,
    moment,
  ): Result<Draft, Refusal<Why>> => {
    if (document.state !== "draft") return no("already-signed-cannot-change");
    const over = writingIsOver(writtenBy, dayOf(moment.at));
    if (over !== undefined) return { ok: false, refusal: over };
    if (document.revision !== input.revision)
      return no("changed-meanwhile", { detail: { revision: document.revision } });
    if (document.content.amends !== undefined || input.content.amends !== undefined) {
      const fault = amendmentFault(input.content, document.content, amended?.content ?? document.content);
      if (fault !== undefined) return { ok: false, refusal: fault };
    }
    // What became of the former promise is decided where it is decided, never in the text itself.
    const { formerly: _written, ...written } = input.content;
    const { formerly } = document.content;
    const content = withoutIdleReasons(tidied(formerly === undefined ? written : { ...written, formerly }));
    return yes({ ...document, content, revision: document.revision + 1 });
  },
});

export const propose = command({
  event: "pledge.proposed",
  may: writes,
  decide: (
    _input: unknown,
    { document, amended, isHeard }: InPartnership & { readonly isHeard?: boolean },
    moment,
  ): Result<Proposed, Refusal<Why>> => {
    if (document.state !== "draft") return no("already-proposed");
    // Whoever was asked what they think of it has an answer before it is put forward.
    if (isHeard === true) return no("comments-go-on");
    const { content } = document;
    if (!content.pledges.some((pledge) => pledge.activities.length > 0)) return no("nothing-promised");
    if (content.period.from.on === undefined || content.period.to?.on === undefined)
      return no("period-missing", { field: "period" });
    const unfit = unfitChange(content, amended, dayOf(moment.at));
    if (unfit !== undefined) return { ok: false, refusal: unfit };
    // A change says itself what it takes out, and why.
    const lost = content.amends === undefined ? lostFrom(content) : undefined;
    if (lost !== undefined) return no("open-item-lost", { detail: { number: lost.number } });
    // Whoever signs over an unmet rule says why, and everybody reads it.
    const [first, ...more] = stopping(content);
    if (first !== undefined)
      return no("unmet-without-reason", { detail: { count: more.length + 1, where: first.where || "–" } });
    // What may never be published is not signed first.
    const held = firstWithheld(content);
    if (held !== undefined)
      return no("holds-what-is-withheld", { detail: { where: held.where || "–", said: held.said || "–" } });
    return yes({ ...document, state: "proposed", proposedAt: moment.at });
  },
});

/** Why a change is not ready to be signed; nothing where the document is a promise of its own. */
function unfitChange({ amends, ...rest }: Content, amended: Amended | undefined, today: Day): Refusal<Why> | undefined {
  if (amends === undefined) return undefined;
  if (amended === undefined) return { why: "amends-another" };
  if (!amended.isInForce) return { why: "amended-is-closed" };
  const content = { ...rest, amends };
  return (
    amendmentFault(content, content, amended.content) ??
    tooLate(amended.content, today) ??
    unfinishedAmendment(content, amended.content)
  );
}

/** What is not met when it is proposed: shown beside the document for ever, not hidden by signing. */
export function remarksOn(document: PledgeDocument): readonly Remark[] {
  return lint(document.content);
}

export type SigningState = InPartnership & {
  readonly today: Day;
  /** The signature as it was verified against the key; undefined when the key's answer was not genuine. */
  readonly verified: AnySignature | undefined;
  readonly expired: boolean;
  readonly mandate:
    | { readonly party: "municipality" | "police"; readonly from: Day; readonly to: Day | undefined }
    | undefined;
};

/** May this person sign now, and if not, why: greys the button, explains, and refuses on the server. */
export function mayAskToSign(
  document: PledgeDocument,
  mandate: SigningState["mandate"],
  today: Day,
): Refusal<Why> | undefined {
  if (document.state !== "proposed" && document.state !== "half-signed") return { why: "not-proposed" };
  if (mandate === undefined) return { why: "no-mandate" };
  if (mandate.from > today) return { why: "mandate-not-begun", detail: { day: mandate.from } };
  if (mandate.to !== undefined && mandate.to < today) return { why: "mandate-over", detail: { day: mandate.to } };
  if (document.state === "half-signed" && document.signatures.some(({ party }) => party === mandate.party))
    return { why: "party-has-signed" };
  return undefined;
}

export const sign = command({
  event: "pledge.half-signed",
  may: (person: Person, _input: unknown, { partnershipId }: SigningState): Refusal<Why> | undefined =>
    grantFor(person, partnershipId, ["signatory"]) === undefined ? { why: "not-yours" } : undefined,
  decide: (_input: unknown, state: SigningState, moment): Result<HalfSigned | Signed, Refusal<Why>> => {
    const refused = mayAskToSign(state.document, state.mandate, state.today);
    if (refused !== undefined) return { ok: false, refusal: refused };
    if (state.expired) return no("question-expired");
    const { verified, document } = state;
    if (verified === undefined) return no("key-not-accepted");
    if (verified.contentHash !== document.contentHash) return no("other-text");
    if (verified.party !== state.mandate?.party) return no("no-mandate");
    return addSignature(document, verified, moment.at);
  },
});

/** The same for keys and for paper: a party signs once, and the second party's makes it signed. */
export function addSignature(
  document: PledgeDocument,
  signature: AnySignature,
  at: Instant,
): Result<HalfSigned | Signed, Refusal<Why>> {
  if (document.state !== "proposed" && document.state !== "half-signed") return no("not-proposed");
  if (signature.contentHash !== document.contentHash) return no("other-text");
  if (document.state === "proposed") return yes({ ...document, state: "half-signed", signatures: [signature] });
  const [first] = document.signatures;
  if (first.party === signature.party) return no("party-has-signed");
  const both = paired(first, signature);
  if (both === undefined) return no("not-a-party");
  const holder = keyHolderOf(signature);
  if (holder !== undefined && holder === keyHolderOf(first)) return no("one-person-both-parties");
  return yes({ ...document, state: "signed", signedAt: at, signatures: both, publication: undefined });
}

function paired(a: AnySignature, b: AnySignature): BothSignatures | undefined {
  if (a.party === "municipality" && b.party === "police") return { municipality: a, police: b };
  if (a.party === "police" && b.party === "municipality") return { municipality: b, police: a };
  return undefined;
}

/** Whose signature is still missing, in the order it is shown. */
export function missingSignatures(document: PledgeDocument): readonly ("municipality" | "police")[] {
  switch (document.state) {
    case "draft":
    case "proposed":
      return ["municipality", "police"];
    case "half-signed":
      return (["municipality", "police"] as const).filter(
        (party) => !document.signatures.some((signature) => signature.party === party),
      );
    case "signed":
    case "published":
    case "closed":
      return [];
  }
}
