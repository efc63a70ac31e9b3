// A time stamp (RFC 3161): somebody else's word, signed, that a hash was shown to them at a moment. Asked for over a checkpoint of the log, it bounds when the
// log was as it is, without trust in the server's own clock. Read and checked here with nothing but arithmetic; whether the service is who it says it is, is
// for whoever trusts its certificate.
import { p256, p384, p521 } from "@noble/curves/nist.js";
import { sha1 } from "@noble/hashes/legacy.js";
import { sha256, sha384, sha512 } from "@noble/hashes/sha2.js";
import { hexOf, sameBytes } from "../ground/bytes.ts";
import { type Instant, readInstant } from "../ground/time.ts";
import { childrenOf, type Der, der, integer, oid, readDer, TAG } from "./der.ts";

/** Why a token is not taken for a time stamp of a text. */
export type StampFault =
  | "stamp-unreadable"
  | "stamp-of-other-head"
  | "stamp-kind-unknown"
  | "stamp-certificate-missing"
  | "stamp-certificate-not-for-time"
  | "stamp-outside-certificate"
  | "stamp-forged";

export type Stamp = {
  readonly at: Instant;
  /** As its certificate says; nobody has vouched for that here. */
  readonly by: string;
  /** SHA-256 of the certificate, as services publish it. */
  readonly certificate: string;
  readonly nonce: string | undefined;
};

const OID = {
  signedData: "1.2.840.113549.1.7.2",
  timeStamp: "1.2.840.113549.1.9.16.1.4",
  contentType: "1.2.840.113549.1.9.3",
  messageDigest: "1.2.840.113549.1.9.4",
  signingCertificate: "1.2.840.113549.1.9.16.2.12",
  signingCertificateV2: "1.2.840.113549.1.9.16.2.47",
  sha256: "2.16.840.1.101.3.4.2.1",
  sha384: "2.16.840.1.101.3.4.2.2",
  sha512: "2.16.840.1.101.3.4.2.3",
  rsa: "1.2.840.113549.1.1.1",
  rsaSha256: "1.2.840.113549.1.1.11",
  rsaSha384: "1.2.840.113549.1.1.12",
  rsaSha512: "1.2.840.113549.1.1.13",
  ec: "1.2.840.10045.2.1",
  ecSha256: "1.2.840.10045.4.3.2",
  ecSha384: "1.2.840.10045.4.3.3",
  ecSha512: "1.2.840.10045.4.3.4",
  extendedKeyUsage: "2.5.29.37",
  timeStamping: "1.3.6.1.5.5.7.3.8",
  commonName: "2.5.4.3",
  organisation: "2.5.4.10",
} as const;
const WRITTEN = Object.fromEntries(Object.entries(OID).map(([name, text]) => [name, oid(text)])) as Record<
  keyof typeof OID,
  Uint8Array
>;
const is = (value: Der | undefined, name: keyof typeof OID) =>
  value !== undefined && sameBytes(value.raw, WRITTEN[name]);

const HASHES = { sha256, sha384, sha512 } as const;
type HashName = keyof typeof HASHES;
const hashNamed = (algorithm: Der | undefined): HashName | undefined =>
  (["sha256", "sha384", "sha512"] as const).find((name) => is(partsOf(algorithm)[0], name));

/** The values inside; none where there can be none. */
function partsOf(value: Der | undefined): readonly Der[] {
  return value === undefined || (value.tag & 0x20) === 0 ? [] : (childrenOf(value.value) ?? []);
}

/** What a service is asked: to stamp this SHA-256, with its certificate in the answer. The nonce shows that the answer is to this question. */
export function stampQuestion(hash: Uint8Array, nonce: Uint8Array): Uint8Array<ArrayBuffer> {
  const imprint = der(TAG.sequence, der(TAG.sequence, WRITTEN.sha256, der(5)), der(TAG.octets, hash));
  const [version, certificate] = [integer(Uint8Array.of(1)), der(TAG.boolean, Uint8Array.of(255))];
  return der(TAG.sequence, version, imprint, integer(nonce), certificate);
}

/** The token in a service's answer; undefined where it says no, or says something else. */
export function tokenIn(answer: Uint8Array): Uint8Array | undefined {
  const [status, token] = partsOf(readDer(answer));
  const [said] = partsOf(status);
  // 0 is granted, 1 is granted with changes.
  return said?.tag === TAG.integer && said.value.length === 1 && said.value[0]! <= 1 ? token?.raw : undefined;
}

/** Whether a token is a time stamp of this text: what it says, or the first thing that is wrong with it. */
export function readStamp(token: Uint8Array, text: string): Stamp | StampFault {
  const read = readToken(token);
  if (read === undefined) return "stamp-unreadable";
  const { imprint, at, nonce, content, certificates, signer } = read;
  if (hashNamed(imprint[0]) !== "sha256" || !sameBytes(imprint[1]!.value, sha256(new TextEncoder().encode(text))))
    return "stamp-of-other-head";
  const certificate = certificates.map(readCertificate).find((one) => one !== undefined && isNamed(one, signer.sid));
  if (certificate === undefined) return "stamp-certificate-missing";
  if (!certificate.isForTime) return "stamp-certificate-not-for-time";
  if (at < certificate.from || at > certificate.to) return "stamp-outside-certificate";
  const digest = hashNamed(signer.digest);
  if (digest === undefined) return "stamp-kind-unknown";
  const attribute = (name: keyof typeof OID) => {
    const found = signer.attributes.filter((one) => is(partsOf(one)[0], name));
    return found.length === 1 ? partsOf(partsOf(found[0])[1])[0] : undefined;
  };
  const said = attribute("messageDigest");
  if (!is(attribute("contentType"), "timeStamp") || said === undefined) return "stamp-unreadable";
  if (!sameBytes(said.value, HASHES[digest](content))) return "stamp-forged";
  if (!isBound(certificate, attribute("signingCertificateV2"), attribute("signingCertificate"))) return "stamp-forged";
  // The attributes are signed as the set they are, not as the part of the token they stand as.
  const isSigned = signedBy(certificate, signer.algorithm, digest, der(TAG.set, signer.signed), signer.signature);
  if (isSigned === undefined) return "stamp-kind-unknown";
  if (!isSigned) return "stamp-forged";
  return { at, by: certificate.by, certificate: hexOf(sha256(certificate.raw)), nonce };
}

function readToken(token: Uint8Array) {
  const [type, wrapped] = partsOf(readDer(token));
  if (!is(type, "signedData")) return undefined;
  const [, , encapsulated, ...rest] = partsOf(partsOf(wrapped)[0]);
  const [contentType, content] = partsOf(encapsulated);
  const octets = partsOf(content)[0];
  const signers = partsOf(rest.find(({ tag }) => tag === TAG.set));
  if (!is(contentType, "timeStamp") || octets?.tag !== TAG.octets || signers.length !== 1) return undefined;
  const [, sid, digest, attributes, algorithm, signature] = partsOf(signers[0]);
  const [, , imprint, , time, ...more] = partsOf(readDer(octets.value));
  const at = time?.tag === 0x18 ? readTime(time) : undefined;
  const parts = partsOf(imprint);
  if (sid === undefined || attributes?.tag !== 0xa0 || signature?.tag !== TAG.octets) return undefined;
  if (at === undefined || parts[1]?.tag !== TAG.octets) return undefined;
  const nonce = more.find(({ tag }) => tag === TAG.integer);
  return {
    content: octets.value,
    imprint: parts,
    at,
    nonce: nonce === undefined ? undefined : hexOf(nonce.value).replace(/^00(?=.)/, ""),
    certificates: partsOf(rest.find(({ tag }) => tag === 0xa0)),
    signer: {
      sid,
      digest,
      attributes: partsOf(attributes),
      signed: attributes.value,
      algorithm,
      signature: signature.value,
    },
  };
}

type Certificate = NonNullable<ReturnType<typeof readCertificate>>;

/** What is needed of a certificate (RFC 5280, 4.1). */
function readCertificate(whole: Der) {
  const fields = partsOf(partsOf(whole)[0]).filter(({ tag }, place) => place > 0 || tag !== 0xa0);
  const [serial, , issuer, validity, subject, key, ...more] = fields;
  const [from, to] = partsOf(validity).map(readTime);
  if (serial === undefined || issuer === undefined || from === undefined || to === undefined) return undefined;
  const extensions = partsOf(partsOf(more.find(({ tag }) => tag === 0xa3))[0]);
  const usage = extensions.find((one) => is(partsOf(one)[0], "extendedKeyUsage"));
  const [, critical, uses] = partsOf(usage);
  const used = partsOf(uses === undefined ? undefined : readDer(uses.value));
  const names = partsOf(subject).flatMap((set) => partsOf(set).map(partsOf));
  const named = (name: "commonName" | "organisation") => {
    const value = names.find(([type]) => is(type, name))?.[1]?.value;
    return value === undefined ? [] : [new TextDecoder().decode(value)];
  };
  return {
    raw: whole.raw,
    serial,
    issuer,
    from,
    to,
    key,
    // The only thing it may be used for, said so that nobody may pass over it (RFC 3161, 2.3).
    isForTime: critical?.tag === TAG.boolean && used.length === 1 && is(used[0], "timeStamping"),
    by: [...named("commonName"), ...named("organisation")].join(", "),
    keyId: extensions.find((one) => sameBytes(partsOf(one)[0]?.raw ?? new Uint8Array(), KEY_ID))?.value,
  };
}
const KEY_ID = oid("2.5.29.14");

function isNamed({ issuer, serial, keyId }: Certificate, sid: Der): boolean {
  if (sid.tag === 0x80) return keyId !== undefined && sameBytes(keyId.subarray(-sid.value.length), sid.value);
  const [by, number] = partsOf(sid);
  return by !== undefined && number !== undefined && sameBytes(by.raw, issuer.raw) && sameBytes(number.raw, serial.raw);
}

/** That the token was signed with this very certificate in mind (RFC 5816): another with the same key is not enough. */
function isBound({ raw }: Certificate, v2: Der | undefined, v1: Der | undefined): boolean {
  const parts = partsOf(partsOf(partsOf(v2 ?? v1)[0])[0]);
  const hash = parts.find(({ tag }) => tag === TAG.octets);
  if (hash === undefined) return false;
  if (v2 === undefined) return sameBytes(hash.value, sha1(raw));
  const name = parts[0] === hash ? "sha256" : hashNamed(parts[0]);
  return name !== undefined && sameBytes(hash.value, HASHES[name](raw));
}

const CURVES = [
  { name: oid("1.2.840.10045.3.1.7"), curve: p256 },
  { name: oid("1.3.132.0.34"), curve: p384 },
  { name: oid("1.3.132.0.35"), curve: p521 },
] as const;
/** PKCS #1 v1.5 (RFC 8017, 9.2): what stands before each hash. */
const HEADS = {
  sha256: "3031300d060960864801650304020105000420",
  sha384: "3041300d060960864801650304020205000430",
  sha512: "3051300d060960864801650304020305000440",
} as const;

/** Undefined where the kind of key or signature is not known here. */
function signedBy(
  { key }: Certificate,
  algorithm: Der | undefined,
  digest: HashName,
  signed: Uint8Array,
  signature: Uint8Array,
): boolean | undefined {
  const [kind, bits] = partsOf(key);
  const [type, parameters] = partsOf(kind);
  const named = partsOf(algorithm)[0];
  const own = (["256", "384", "512"] as const).find((size) => is(named, `rsaSha${size}`) || is(named, `ecSha${size}`));
  const hash: HashName = own === undefined ? digest : `sha${own}`;
  const point = bits?.tag === TAG.bits ? bits.value.subarray(1) : undefined;
  if (point === undefined || (own === undefined && !is(named, "rsa"))) return undefined;
  try {
    if (is(type, "rsa")) return isSignedByRsa(point, hash, signed, signature);
    const curve = CURVES.find(({ name }) => parameters !== undefined && sameBytes(name, parameters.raw))?.curve;
    if (!is(type, "ec") || curve === undefined) return undefined;
    return curve.verify(signature, HASHES[hash](signed), point, { format: "der", lowS: false, prehash: false });
  } catch {
    // Points on no curve, and signatures that are none: the same no.
    return false;
  }
}

function isSignedByRsa(key: Uint8Array, hash: HashName, signed: Uint8Array, signature: Uint8Array): boolean {
  const [modulus, exponent] = partsOf(readDer(key)).map(({ value }) => BigInt(`0x${hexOf(value)}`));
  if (modulus === undefined || exponent === undefined || exponent < 3n || exponent >= 1n << 33n) return false;
  const length = Math.ceil(modulus.toString(16).length / 2);
  const given = BigInt(`0x${hexOf(signature)}`);
  if (length < 256 || length > 1024 || signature.length !== length || given >= modulus) return false;
  const said = `${HEADS[hash]}${hexOf(HASHES[hash](signed))}`;
  const expected = `0001${"ff".repeat(length - 3 - said.length / 2)}00${said}`;
  let [result, square, left] = [1n, given, exponent];
  for (; left > 0n; left >>= 1n) {
    if ((left & 1n) === 1n) result = (result * square) % modulus;
    square = (square * square) % modulus;
  }
  return result.toString(16).padStart(length * 2, "0") === expected;
}

/** UTCTime and GeneralizedTime, in the one way they may be written here: to the second or finer, and in UTC. */
function readTime({ tag, value }: Der): Instant | undefined {
  const text = new TextDecoder("latin1").decode(value);
  const whole = tag === 0x17 ? `${Number(text.slice(0, 2)) < 50 ? "20" : "19"}${text}` : text;
  const [, year, month, day, hour, minute, second, part = ""] =
    /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(?:[.](\d{1,9}))?Z$/.exec(whole) ?? [];
  if (year === undefined) return undefined;
  return readInstant(`${year}-${month}-${day}T${hour}:${minute}:${second}.${part.padEnd(3, "0").slice(0, 3)}Z`);
}
