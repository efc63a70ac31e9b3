// A party's signature over exactly one text. The type says whose: the police's cannot stand in the municipality's place.
import { canonicalText } from "../ground/canonical.ts";
import type { Day, Instant } from "../ground/time.ts";

/** Parties whose signatures make it a medborgarlöfte. Others may promise in it too, but do not make it one. */
export type SigningParty = "municipality" | "police";

/** The right to speak for a party: who decided it, when, and until when. The office stands for the person; names are not kept in the document. */
export type Mandate<P extends SigningParty> = {
  readonly party: P;
  readonly office: string;
  /** Acting: "tf." */
  readonly acting: boolean;
  readonly decidedBy: string;
  readonly from: Day;
  readonly to: Day | undefined;
};

export type Signature<P extends SigningParty> = {
  readonly id: string;
  readonly party: P;
  readonly organisationId: string;
  readonly mandate: Mandate<P>;
  readonly contentHash: string;
  readonly signedAt: Instant;
  readonly means: Means;
};

/** By key: what the authenticator answered, enough to verify again without us. On paper: who vouches, and marked as weaker everywhere. */
export type Means =
  | {
      readonly kind: "passkey";
      readonly personId: string;
      readonly credentialId: string;
      readonly publicKey: string;
      readonly nonce: string;
      readonly clientData: string;
      readonly authenticatorData: string;
      readonly signature: string;
      /** Of the question, beside text and mandate. Missing in signatures of the first kind, whose question bound the text and the nonce alone. */
      readonly asked?: Asked;
    }
  | {
      readonly kind: "paper";
      readonly vouched: string;
      readonly on: Day | undefined;
      /** Missing where it was signed before it came here. */
      readonly voucher?: Voucher;
    };

/** A scan that somebody with a key vouches for: which, for which party they speak, in what role, and what their key answered. Never the scan itself. */
export type Voucher = {
  readonly scan: string;
  readonly by: SigningParty;
  readonly as: string;
  readonly key: Extract<Means, { readonly kind: "passkey" }>;
};

/** Whose key stands behind a signature: the signatory's own, or of whoever vouches for the paper. */
export function keyHolderOf({ means }: { readonly means: Means }): string | undefined {
  return means.kind === "passkey" ? means.personId : means.voucher?.key.personId;
}

export type AnySignature = { readonly [P in SigningParty]: Signature<P> }[SigningParty];

/** When the key was asked, about which version of the document, and on which site. */
export type Asked = {
  readonly revision: number;
  readonly at: Instant;
  readonly origin: string;
  readonly rpId: string;
};

/** How long a key may think. An answer that comes later is no answer to that question. */
export const ANSWER_WITHIN_MINUTES = 10;

/** What is bound into the question to a key: the text, its version, for whom and as what it is signed, by whose decision, and when. */
export type Bound = {
  readonly contentHash: string;
  readonly revision: number;
  readonly askedAt: Instant;
  readonly nonce: string;
  readonly mandate: Mandate<SigningParty>;
};

/**
 * The text whose SHA-256 is the challenge a key signs. An answer to it says nothing of another text, another version, another party or another office, and
 * cannot be used twice.
 */
export function challengeText({ contentHash, revision, askedAt, nonce, mandate }: Bound): string {
  const { party, office, acting, decidedBy, from, to = null } = mandate;
  const bound = { contentHash, revision, askedAt, nonce, party, office, acting, decidedBy, from, to };
  return `samsyn-signature-2\n${canonicalText(bound)}`;
}

/** The same of signatures that were made before party, office, mandate, version and time were bound into it: still read, and told as what it is. */
export function firstChallengeText(contentHash: string, nonce: string): string {
  return `samsyn-signature-1\n${contentHash}\n${nonce}`;
}
