// DER (ITU-T X.690): the few kinds of value that a time stamp is made of, read and written.
import { bytesOfHex } from "../ground/bytes.ts";

export type Der = {
  readonly tag: number;
  readonly value: Uint8Array;
  /** With tag and length, as it stands. */
  readonly raw: Uint8Array;
};

export const TAG = { boolean: 1, integer: 2, bits: 3, octets: 4, oid: 6, sequence: 0x30, set: 0x31 } as const;

/** One value and nothing after it; undefined for anything else. */
export function readDer(bytes: Uint8Array): Der | undefined {
  const [first, ...more] = childrenOf(bytes) ?? [];
  return more.length === 0 ? first : undefined;
}

/** The values that stand one after the other; undefined where they do not fill the bytes. */
export function childrenOf(bytes: Uint8Array): readonly Der[] | undefined {
  const found: Der[] = [];
  for (let at = 0; at < bytes.length;) {
    const [tag, first] = [bytes[at]!, bytes[at + 1]];
    // Tags of more than one byte and lengths without an end are in no time stamp.
    if ((tag & 0x1f) === 0x1f || first === undefined || first === 0x80 || first > 0x83) return undefined;
    const many = first < 0x80 ? 0 : first - 0x80;
    let length = many === 0 ? first : 0;
    for (let byte = 0; byte < many; byte++) length = length * 256 + (bytes[at + 2 + byte] ?? 0);
    const [start, end] = [at + 2 + many, at + 2 + many + length];
    if (end > bytes.length) return undefined;
    found.push({ tag, value: bytes.subarray(start, end), raw: bytes.subarray(at, end) });
    at = end;
  }
  return found;
}

export function der(tag: number, ...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  const hex = length.toString(16);
  const size = bytesOfHex(hex.length % 2 === 0 ? hex : `0${hex}`)!;
  const head = length < 0x80 ? [tag, length] : [tag, 0x80 + size.length, ...size];
  const whole = new Uint8Array(head.length + length);
  whole.set(head);
  let at = head.length;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** "1.2.840.113549.1.7.2" as it is written. */
export function oid(text: string): Uint8Array<ArrayBuffer> {
  const [first = 0, second = 0, ...rest] = text.split(".").map(Number);
  const bytes = [first * 40 + second];
  for (const part of rest) {
    const seven = [part % 128];
    for (let left = Math.floor(part / 128); left > 0; left = Math.floor(left / 128)) seven.unshift(128 + (left % 128));
    bytes.push(...seven);
  }
  return der(TAG.oid, Uint8Array.from(bytes));
}

/** A number that is not negative. */
export function integer(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const start = bytes.findIndex((byte) => byte !== 0);
  const short = start < 0 ? Uint8Array.of(0) : bytes.subarray(start);
  return short[0]! < 0x80 ? der(TAG.integer, short) : der(TAG.integer, Uint8Array.of(0), short);
}
