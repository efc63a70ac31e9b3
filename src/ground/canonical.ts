import canonicalize from "canonicalize";

/** Plain JSON: what can be signed, hashed and stored without loss. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/**
 * JSON Canonicalization Scheme, RFC 8785: the same content is always the same text, so that a hash over it is a hash over the content.
 * Throws on what JSON cannot carry (NaN, infinity, functions): that is a bug, never a person's mistake.
 */
export function canonicalText(value: Json): string {
  const text = canonicalize(value);
  if (text === undefined) throw new Error("This value has no canonical JSON text");
  return text;
}
