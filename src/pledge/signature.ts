// A party's signature over exactly one text. The type says whose: the police's cannot stand in the municipality's place.
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
    }
  | { readonly kind: "paper"; readonly vouched: string; readonly on: Day | undefined };

export type AnySignature = { readonly [P in SigningParty]: Signature<P> }[SigningParty];

/** The text whose SHA-256 is the challenge a key signs: exactly this content, and a nonce so that no answer can be used twice. */
export function challengeText(contentHash: string, nonce: string): string {
  return `samsyn-signature-1\n${contentHash}\n${nonce}`;
}
