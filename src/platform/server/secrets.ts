import {
  createHash,
  createHmac,
  createPrivateKey,
  generateKeyPairSync,
  randomBytes,
  randomUUID,
  sign,
  timingSafeEqual,
} from "node:crypto";
import { uuidv7 } from "../../ground/id.ts";

/** A secret for a cookie or a link: 32 random bytes, URL-safe. Only its hash is stored. */
export function newToken(): string {
  return randomBytes(32).toString("base64url");
}

export function hashToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

export function sha256Hex(given: string | Uint8Array): string {
  return createHash("sha256").update(given).digest("hex");
}

/** Ids made on the server; devices make their own. Chance is fetched for many at a time: a file has a million rows. */
export function newId(milliseconds: number): string {
  if (taken + 10 > chance.length) [chance, taken] = [randomBytes(10 * 400), 0];
  taken += 10;
  return uuidv7(milliseconds, chance.subarray(taken - 10, taken));
}
let [chance, taken] = [randomBytes(0), 0];

export function sha256Bytes(text: string): Uint8Array {
  return new Uint8Array(createHash("sha256").update(text, "utf8").digest());
}

/** An id that tells nothing, not even when it was made (UUIDv4): for what must not be put in order. */
export function randomId(): string {
  return randomUUID();
}

/** What only somebody with the secret can make of a text. */
export function keyedHash(secret: string, text: string): Uint8Array {
  return new Uint8Array(createHmac("sha256", secret).update(text, "utf8").digest());
}

/** The same by a key of bytes, written as base64. */
export function signedBy(key64: string, text: string): Uint8Array {
  return new Uint8Array(createHmac("sha256", Buffer.from(key64, "base64")).update(text, "utf8").digest());
}

/** A key of 32 random bytes for somebody else's program to check signatures with, written as base64. */
export function newKey64(): string {
  return randomBytes(32).toString("base64");
}

/** Whether two hashes are the same, in the same time whether they are or not. */
export function isSameHash(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && timingSafeEqual(one, other);
}

/** Sixteen random bytes, URL-safe. */
export function randomWord(): string {
  return randomBytes(16).toString("base64url");
}

/** A pair of Ed25519 keys: the private one as PKCS #8, the public one as its 32 bytes. */
export function newSigningKey(): { readonly privateKey: Uint8Array; readonly publicKey: Uint8Array } {
  const pair = generateKeyPairSync("ed25519");
  return {
    privateKey: new Uint8Array(pair.privateKey.export({ format: "der", type: "pkcs8" })),
    publicKey: new Uint8Array(pair.publicKey.export({ format: "der", type: "spki" }).subarray(-32)),
  };
}

/** An Ed25519 signature of 64 bytes. */
export function signWith(privateKey: Uint8Array, message: Uint8Array): Uint8Array {
  const key = createPrivateKey({ key: Buffer.from(privateKey), format: "der", type: "pkcs8" });
  return new Uint8Array(sign(null, message, key));
}
