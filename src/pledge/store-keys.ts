// The question to a person's key about one text, and what the key answered: the same whether it is to sign, to publish or to vouch for a paper.
import { randomBytes } from "node:crypto";
import { instantOf, millisecondsOf, type Instant } from "../ground/time.ts";
import { noteUse, passkeysOf } from "../partnership/store.ts";
import type { Within } from "../partnership/tables.ts";
import type { Asking } from "../platform/server/house.ts";
import { askForKey, verifyKey } from "../platform/server/passkeys.ts";
import { sha256Bytes } from "../platform/server/secrets.ts";
import { here } from "../platform/server/routes.ts";
import { ANSWER_WITHIN_MINUTES, type Means } from "./signature.ts";
import { keepSigning, takeSigning } from "./store.ts";
import type { PledgeDatabase } from "./tables.ts";

/** Of a later stage too, which signs what is its own. */
type Ask = Omit<Asking<PledgeDatabase>, "tx"> & { readonly tx: Within<PledgeDatabase> };
export type Asked = { readonly contentHash: string; readonly askedAt: Instant; readonly nonce: string };
/** The text whose SHA-256 the key is asked to sign. */
type TextOf = (asked: Asked) => string;
type OfDocument = { readonly id: string; readonly revision: number; readonly contentHash: string };

const ANSWER_TIME = ANSWER_WITHIN_MINUTES * 60_000;

/** Keeps the question, and hands over what the browser needs to put it to one of the person's keys. */
export async function askKey(ask: Ask, { id, contentHash }: OfDocument, textOf: TextOf) {
  const nonce = randomBytes(32).toString("base64url");
  const signingId = ask.newId();
  const personId = ask.person?.id ?? "";
  await keepSigning(ask.tx, {
    id: signingId,
    partnership_id: here(ask),
    document_id: id,
    person_id: personId,
    content_hash: contentHash,
    nonce,
    expires_at: instantOf(millisecondsOf(ask.at) + ANSWER_TIME),
  });
  const keys = (await passkeysOf(ask.tx, personId)).map(asStored);
  const options = await askForKey(ask.site, keys, sha256Bytes(textOf({ contentHash, askedAt: ask.at, nonce })));
  return { signingId, contentHash, options: { ...options } };
}

export type KeyAnswer = {
  readonly expired: boolean;
  /** What the key answered, where it was genuine. */
  readonly answered: { readonly contentHash: string; readonly means: Extract<Means, { kind: "passkey" }> } | undefined;
};
type Given = { readonly signingId: string; readonly answer: { readonly id: string } };

/** Takes the question away, so that it is answered once, and checks the answer against the person's own key. Without `textOf` nothing was to be asked. */
export async function answerOfKey(
  ask: Ask,
  { id, revision }: OfDocument,
  { signingId, answer }: Given,
  textOf: TextOf | undefined,
): Promise<KeyAnswer> {
  const personId = ask.person?.id ?? "";
  const asked = await takeSigning(ask.tx, signingId, personId);
  if (asked === undefined || asked.expires_at <= ask.at || asked.document_id !== id)
    return { expired: true, answered: undefined };
  const key = (await passkeysOf(ask.tx, personId)).find(({ credential_id }) => credential_id === answer.id);
  if (key === undefined || textOf === undefined) return { expired: false, answered: undefined };
  const { content_hash: contentHash, nonce } = asked;
  const askedAt = instantOf(millisecondsOf(asked.expires_at) - ANSWER_TIME);
  const challenge = Buffer.from(sha256Bytes(textOf({ contentHash, askedAt, nonce }))).toString("base64url");
  const counter = await verifyKey(ask.site, challenge, asStored(key), answer);
  if (counter === undefined) return { expired: false, answered: undefined };
  await noteUse(ask.tx, key.credential_id, counter, ask.at);
  const { response } = answer as unknown as {
    response: { clientDataJSON: string; authenticatorData: string; signature: string };
  };
  const means = {
    kind: "passkey" as const,
    personId,
    credentialId: key.credential_id,
    publicKey: Buffer.from(key.public_key).toString("base64url"),
    nonce,
    clientData: response.clientDataJSON,
    authenticatorData: response.authenticatorData,
    signature: response.signature,
    asked: { revision, at: askedAt, origin: ask.site.origin, rpId: ask.site.rpId },
  };
  return { expired: false, answered: { contentHash, means } };
}

const asStored = (key: Awaited<ReturnType<typeof passkeysOf>>[number]) => ({
  credentialId: key.credential_id,
  publicKey: key.public_key,
  counter: key.counter,
  transports: key.transports,
});
