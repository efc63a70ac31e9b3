// Publication takes one person from each organisation, each with their own key (journeys.md, journey 12). The first key asks for the other; the second publishes.
import { canonicalText } from "../../ground/canonical.ts";
import { command } from "../../ground/command.ts";
import { grantFor, type Person } from "../../ground/party.ts";
import { no, type Refusal, type Result, yes } from "../../ground/result.ts";
import type { Instant } from "../../ground/time.ts";
import { type InPartnership, type Published, type Signed, WRITERS } from "../lifecycle.ts";
import { keyHolderOf, type Means, type SigningParty } from "../signature.ts";
import { firstWithheld } from "./withheld.ts";

/** One organisation's yes to publishing exactly one text, as its person's key answered. */
export type PublishingKey = {
  readonly id: string;
  readonly party: SigningParty;
  readonly organisationId: string;
  readonly contentHash: string;
  readonly pressedAt: Instant;
  readonly means: Extract<Means, { readonly kind: "passkey" }>;
};

export type PublishingWhy =
  | "not-yours"
  | "not-fully-signed"
  | "already-published"
  | "same-person-twice"
  | "same-organisation-twice"
  | "first-key-fell"
  | "vouched-does-not-publish"
  | "publishes-for-no-party"
  | "holds-what-is-withheld"
  | "amended-is-closed"
  | "publishing-key-not-accepted"
  | "question-expired"
  | "other-text";

export type PublishingWhere = InPartnership & {
  /** The first key, where there is one, is revoked by now, or its person has no longer the role. */
  readonly firstFell: boolean;
};
export type PublishingState = PublishingWhere & {
  /** The key's answer to this very question, as it was checked; undefined where it was not genuine. */
  readonly key: PublishingKey | undefined;
  readonly expired: boolean;
};

/** Whom a person publishes for; undefined for those who do not. */
export function publishesFor(
  person: Person,
  partnershipId: string,
): Pick<PublishingKey, "party" | "organisationId"> | undefined {
  const grant = grantFor(person, partnershipId, WRITERS);
  const { party } = grant ?? {};
  return grant !== undefined && (party === "municipality" || party === "police")
    ? { party, organisationId: grant.organisationId }
    : undefined;
}

/** May this person give their organisation's key now, and if not, why: says it beside the button, and refuses on the server. */
export function mayPublish(
  { document, partnershipId, amended, firstFell }: PublishingWhere,
  person: Person,
): Refusal<PublishingWhy> | undefined {
  if (document.state === "published" || document.state === "closed") return { why: "already-published" };
  if (document.state !== "signed") return { why: "not-fully-signed" };
  const grant = grantFor(person, partnershipId, WRITERS);
  if (grant === undefined) return { why: "not-yours" };
  if (publishesFor(person, partnershipId) === undefined) return { why: "publishes-for-no-party" };
  if (document.content.amends !== undefined && amended?.isInForce !== true) return { why: "amended-is-closed" };
  const { publication, signatures } = document;
  const papers = [signatures.municipality, signatures.police].filter(({ means }) => means.kind === "paper");
  if (papers.some((paper) => keyHolderOf(paper) === person.id)) return { why: "vouched-does-not-publish" };
  const isOwn = publication?.organisationId === grant.organisationId;
  if (publication !== undefined && firstFell && !isOwn) return { why: "first-key-fell" };
  // What has fallen is given anew, also by the same person with another key.
  if (!firstFell && publication?.askedBy === person.id) return { why: "same-person-twice" };
  if (!firstFell && isOwn) return { why: "same-organisation-twice" };
  const held = firstWithheld(document.content);
  return held && { why: "holds-what-is-withheld", detail: { where: held.where || "–", said: held.said || "–" } };
}

const writes = (person: Person, _input: unknown, { partnershipId }: InPartnership) =>
  grantFor(person, partnershipId, WRITERS) === undefined ? ({ why: "not-yours" } as const) : undefined;

/** The question to a key: only to whoever may answer it. */
export const askToPublish = command({
  event: "publication.key-asked",
  may: writes,
  decide: (_input: unknown, state: PublishingWhere, moment): Result<Signed, Refusal<PublishingWhy>> => {
    const refused = mayPublish(state, moment.by);
    // `mayPublish` refuses every other state.
    return refused === undefined ? yes(state.document as Signed) : { ok: false, refusal: refused };
  },
});

type Given = {
  readonly document: Signed | Published;
  readonly key: PublishingKey;
  /** It takes the place of the organisation's own that has fallen. */
  readonly isAnew: boolean;
};

/** One organisation's key. The first leaves the document waiting for the other's; with both it is published. */
export const publish = command({
  event: "pledge.published",
  may: writes,
  decide: (_input: unknown, state: PublishingState, moment): Result<Given, Refusal<PublishingWhy>> => {
    const refused = mayPublish(state, moment.by);
    if (refused !== undefined) return { ok: false, refusal: refused };
    if (state.expired) return no("question-expired");
    const { key } = state;
    const { publication, ...signed } = state.document as Signed;
    if (key === undefined || key.party !== publishesFor(moment.by, state.partnershipId)?.party)
      return no("publishing-key-not-accepted");
    if (key.contentHash !== signed.contentHash) return no("other-text");
    if (publication === undefined || state.firstFell) {
      const asked = { askedBy: moment.by.id, organisationId: key.organisationId, at: moment.at };
      return yes({ document: { ...signed, publication: asked }, key, isAnew: publication !== undefined });
    }
    return yes({ document: { ...signed, state: "published", publishedAt: moment.at }, key, isAnew: false });
  },
});

/** What is bound into the question to a key that publishes: the text, its version, for which party, and when it was asked. */
export type PublishingBound = {
  readonly contentHash: string;
  readonly revision: number;
  readonly askedAt: Instant;
  readonly nonce: string;
  readonly party: SigningParty;
};

/** The text whose SHA-256 is the challenge. An answer to it is no signature, and a signature is no answer to it. */
export function publishingText({ contentHash, revision, askedAt, nonce, party }: PublishingBound): string {
  return `samsyn-publication-1\n${canonicalText({ act: "publish", contentHash, revision, askedAt, nonce, party })}`;
}
