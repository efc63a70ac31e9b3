// Bytes as letters and back: base64 (RFC 4648, sections 4 and 5) and hexadecimal, the same in a browser and on a server.

const PIECE = 0x8000;

/** Written a piece at a time: a call has only room for so many letters. */
export function base64Of(bytes: Uint8Array): string {
  let text = "";
  for (let at = 0; at < bytes.length; at += PIECE) text += String.fromCharCode(...bytes.subarray(at, at + PIECE));
  return btoa(text);
}

/** Undefined for what is not base64 as it is written here: with its padding, without spaces, and only one way to write the same bytes. */
export function bytesOfBase64(text: string): Uint8Array<ArrayBuffer> | undefined {
  // Looked for from the wrong end: a pattern that walks the whole of it has no room for the megabytes of a photo.
  const padding = /=*$/.exec(text.slice(-3))?.[0].length ?? 0;
  const letters = text.slice(0, text.length - padding);
  if (text.length % 4 !== 0 || padding > 2 || /[^A-Za-z0-9+/]/.test(letters)) return undefined;
  const raw = atob(text);
  const bytes = new Uint8Array(raw.length);
  for (let at = 0; at < raw.length; at++) bytes[at] = raw.charCodeAt(at);
  // Only the last few letters can be written in more than one way.
  return base64Of(bytes.subarray(Math.floor((raw.length - 1) / 3) * 3)) === text.slice(-4) ? bytes : undefined;
}

/** Bytes of base64url (RFC 4648, section 5, without padding); undefined for what is not, and for another writing of the same bytes. */
export function bytesOfBase64url(text: string): Uint8Array | undefined {
  if (/[^A-Za-z0-9_-]/.test(text)) return undefined;
  const letters64 = text.replaceAll("-", "+").replaceAll("_", "/");
  return bytesOfBase64(letters64.padEnd(Math.ceil(text.length / 4) * 4, "="));
}

export function base64urlOf(bytes: Uint8Array): string {
  return base64Of(bytes).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

export function hexOf(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** Undefined for what is not pairs of small hexadecimal letters. */
export function bytesOfHex(text: string): Uint8Array<ArrayBuffer> | undefined {
  if (!/^(?:[0-9a-f]{2})*$/.test(text)) return undefined;
  return Uint8Array.from({ length: text.length / 2 }, (_, at) => Number.parseInt(text.slice(at * 2, at * 2 + 2), 16));
}

/** The same bytes. Not for secrets: it stops at the first that differs. */
export function sameBytes(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, at) => byte === other[at]);
}
