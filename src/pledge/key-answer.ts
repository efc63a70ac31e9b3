// What a key answered, checked with nothing but arithmetic: the same in a browser that has opened a file from disk as on a server.
import { ed25519 } from "@noble/curves/ed25519.js";
import { p256 } from "@noble/curves/nist.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { hexOf } from "../ground/bytes.ts";

const letters = new TextEncoder();

export function sha256Of(data: string | Uint8Array): Uint8Array {
  return sha256(typeof data === "string" ? letters.encode(data) : data);
}

export type PublicKey =
  | { readonly kind: "ES256"; readonly point: Uint8Array }
  | { readonly kind: "EdDSA"; readonly point: Uint8Array }
  | { readonly kind: "RS256"; readonly modulus: bigint; readonly exponent: bigint; readonly length: number };

type Cose = ReadonlyMap<number, number | Uint8Array>;

/** A COSE key (RFC 9053) of a kind that is taken in here; "unknown-kind" for others, undefined for what is no key at all. */
export function readPublicKey(bytes: Uint8Array): PublicKey | "unknown-kind" | undefined {
  const cose = readCborMap(bytes);
  if (cose === undefined) return undefined;
  const [type, kind, curve, x, y] = [1, 3, -1, -2, -3].map((label) => cose.get(label));
  if (typeof type !== "number" || typeof kind !== "number") return undefined;
  if (kind === -7 && type === 2)
    return cose.size === 5 && curve === 1 && isBytes(x, 32) && isBytes(y, 32)
      ? { kind: "ES256", point: Uint8Array.from([4, ...x, ...y]) }
      : undefined;
  if (kind === -8 && type === 1)
    return cose.size === 4 && curve === 6 && isBytes(x, 32) ? { kind: "EdDSA", point: x } : undefined;
  // The same labels mean modulus and exponent in a key of this kind.
  if (kind === -257 && type === 3)
    return cose.size === 4 && isBytes(curve) && curve.length >= 256 && isBytes(x)
      ? { kind: "RS256", modulus: numberOf(curve), exponent: numberOf(x), length: curve.length }
      : undefined;
  return "unknown-kind";
}

const isBytes = (value: number | Uint8Array | undefined, length?: number): value is Uint8Array =>
  value instanceof Uint8Array && (length === undefined || value.length === length);

const numberOf = (bytes: Uint8Array): bigint => (bytes.length === 0 ? 0n : BigInt(`0x${hexOf(bytes)}`));

/** A CBOR map of whole numbers to whole numbers and bytes (RFC 8949), which is all a key is; nothing before, between or after. */
function readCborMap(bytes: Uint8Array): Cose | undefined {
  let at = 0;
  const head = (): readonly [number, number] | undefined => {
    const first = bytes[at++];
    if (first === undefined) return undefined;
    const [major, short] = [first >> 5, first & 0x1f];
    if (short < 24) return [major, short];
    const width = short === 24 ? 1 : short === 25 ? 2 : 0;
    if (width === 0 || at + width > bytes.length) return undefined;
    let value = 0;
    for (let left = width; left > 0; left--) value = value * 256 + (bytes[at++] ?? 0);
    return [major, value];
  };
  const item = (): number | Uint8Array | undefined => {
    const [major, value] = head() ?? [];
    if (major === undefined || value === undefined) return undefined;
    if (major === 0) return value;
    if (major === 1) return -1 - value;
    if (major !== 2 || at + value > bytes.length) return undefined;
    at += value;
    return bytes.slice(at - value, at);
  };
  const [major, size] = head() ?? [];
  if (major !== 5 || size === undefined) return undefined;
  const map = new Map<number, number | Uint8Array>();
  for (let read = 0; read < size; read++) {
    const [label, value] = [item(), item()];
    if (typeof label !== "number" || value === undefined || map.has(label)) return undefined;
    map.set(label, value);
  }
  return at === bytes.length ? map : undefined;
}

/** Whether the key signed exactly these bytes. */
export function isSignedBy(key: PublicKey, signed: Uint8Array, signature: Uint8Array): boolean {
  try {
    switch (key.kind) {
      case "ES256":
        // Authenticators do not choose the smaller of the two forms of s.
        return p256.verify(signature, signed, key.point, { format: "der", lowS: false });
      case "EdDSA":
        return ed25519.verify(signature, signed, key.point);
      case "RS256":
        return isSignedByRsa(key, signed, signature);
    }
  } catch {
    // The library throws at points that lie on no curve and at signatures that are none: to us the same no.
    return false;
  }
}

/** The head of a SHA-256 in PKCS #1 v1.5 (RFC 8017, 9.2). */
const SHA256_HEAD = "3031300d060960864801650304020105000420";

function isSignedByRsa(
  { modulus, exponent, length }: Extract<PublicKey, { kind: "RS256" }>,
  signed: Uint8Array,
  signature: Uint8Array,
): boolean {
  // Small exponents have been forged against, even ones are no keys.
  if (exponent < 65537n || exponent % 2n === 0n || exponent >= 1n << 33n) return false;
  const given = numberOf(signature);
  if (signature.length !== length || given >= modulus) return false;
  const hash = `${SHA256_HEAD}${hexOf(sha256(signed))}`;
  const expected = `0001${"ff".repeat(length - 3 - hash.length / 2)}00${hash}`;
  return (
    power(given, exponent, modulus)
      .toString(16)
      .padStart(length * 2, "0") === expected
  );
}

function power(base: bigint, exponent: bigint, modulus: bigint): bigint {
  let [result, square, left] = [1n, base % modulus, exponent];
  while (left > 0n) {
    if (left % 2n === 1n) result = (result * square) % modulus;
    square = (square * square) % modulus;
    left /= 2n;
  }
  return result;
}

/** What the browser said to the key (WebAuthn level 3, 5.8.1); undefined when it is no such text. */
export function readClientData(
  bytes: Uint8Array,
):
  | { readonly type: unknown; readonly challenge: unknown; readonly origin: unknown; readonly crossOrigin: unknown }
  | undefined {
  try {
    const said: unknown = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
    if (typeof said !== "object" || said === null || Array.isArray(said)) return undefined;
    const { type, challenge, origin, crossOrigin } = said as Record<string, unknown>;
    return { type, challenge, origin, crossOrigin };
  } catch {
    return undefined;
  }
}

/** What the key said of itself (6.1): for which site, whether somebody was there, and whether it made sure of who. */
export function readAuthenticatorData(
  bytes: Uint8Array,
): { readonly rpIdHash: Uint8Array; readonly present: boolean; readonly checked: boolean } | undefined {
  const flags = bytes[32];
  if (bytes.length < 37 || flags === undefined) return undefined;
  return { rpIdHash: bytes.slice(0, 32), present: (flags & 0x01) !== 0, checked: (flags & 0x04) !== 0 };
}
