import { z } from "zod";

/** A UUIDv7 that says in its type what it names. Made where the thing is made, also on a phone without network. */
export type Id<Kind extends string> = string & { readonly __kind: Kind };

const PATTERN = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

export function isId(text: string): boolean {
  return PATTERN.test(text);
}

/** The door for ids: a lower-case UUID or nothing. */
export function idOf<Kind extends string>(_kind: Kind) {
  return z
    .string()
    .regex(PATTERN, "not-an-id")
    .transform((text) => text as Id<Kind>);
}

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, "0"));

/**
 * UUIDv7 (RFC 9562 §5.7): 48 bits of milliseconds, the rest chance. Time and chance are handed in so that rules stay pure
 * and tests repeatable. `chance` is at least 10 random bytes.
 */
export function uuidv7(milliseconds: number, chance: Uint8Array): string {
  const bytes = new Uint8Array(16);
  for (let index = 5, rest = milliseconds; index >= 0; index--, rest = Math.floor(rest / 256))
    bytes[index] = rest % 256;
  bytes.set(chance.subarray(0, 10), 6);
  bytes[6] = 0x70 | ((bytes[6] ?? 0) & 0x0f);
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f);
  let hex = "";
  for (const byte of bytes) hex += HEX[byte]!;
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
