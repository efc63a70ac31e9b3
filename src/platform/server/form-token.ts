// A form that travels through somebody's phone and back without a cookie: what was signed when it was begun says that it is ours, which one it is and how old.
import { isSameHash, keyedHash } from "./secrets.ts";

export type FormToken = { readonly id: string; readonly begun: number };

/** Nobody fills in quicker than this; what does is a machine. */
export const FORM_LEAST_MS = 3000;
/** A form that was begun longer ago than this is begun anew, with everything that was written still in it. */
export const FORM_LONGEST_MS = 2 * 24 * 60 * 60 * 1000;

/** `about` is what the form is for: a token of one form is none of another's. */
export function signForm(secret: string, about: string, { id, begun }: FormToken): string {
  const text = `${id}.${begun.toString(36)}`;
  return `${text}.${Buffer.from(keyedHash(secret, `form ${about} ${text}`)).toString("base64url")}`;
}

/** Undefined when it is not ours, or changed on the way. */
export function readForm(secret: string, about: string, text: string): FormToken | undefined {
  const [id = "", begun = "", mac = ""] = text.split(".");
  const token = { id, begun: Number.parseInt(begun, 36) };
  const right = Buffer.from(keyedHash(secret, `form ${about} ${id}.${begun}`));
  return isSameHash(right, Buffer.from(mac, "base64url")) && Number.isSafeInteger(token.begun) ? token : undefined;
}
