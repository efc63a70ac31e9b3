import { createHash, randomBytes } from "node:crypto";
import { uuidv7 } from "../../ground/id.ts";

/** A secret for a cookie or a link: 32 random bytes, URL-safe. Only its hash is stored. */
export function newToken(): string {
  return randomBytes(32).toString("base64url");
}

export function hashToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

export function sha256Hex(text: string): string {
  return createHash("sha256").update(text, "utf8").digest("hex");
}

/** Ids made on the server; devices make their own. */
export function newId(milliseconds: number): string {
  return uuidv7(milliseconds, randomBytes(10));
}

export function sha256Bytes(text: string): Uint8Array {
  return new Uint8Array(createHash("sha256").update(text, "utf8").digest());
}
