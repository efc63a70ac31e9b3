// Finds what points at a person in free text: personal numbers, telephone numbers, e-mail addresses, registration plates, accounts in social media,
// homes, names and what somebody said word for word (domain.md 2.4, rules R1 and R2). The same code marks a text while it is typed and refuses it on the
// server. How often it is right is measured in privacy/measured.test.ts and told in docs/privacy.md.
import type { Refusal } from "../ground/result.ts";
import { addressesIn, streetOf } from "./privacy/address-in-text.ts";
import { namesIn } from "./privacy/names-in-text.ts";
import {
  accountsIn,
  emailsIn,
  personalNumbersIn,
  phonesIn,
  platesIn,
  type Span,
  spans,
} from "./privacy/numbers-in-text.ts";

/** In the order they are trusted: where two stand on the same letters the first one counts. */
export const PERSON_KINDS = [
  "e-mail",
  "account",
  "personal-number",
  "phone",
  "plate",
  "address",
  "name",
  "speech",
] as const;
export type PersonKind = (typeof PERSON_KINDS)[number];

export type PersonFound = {
  readonly kind: PersonKind;
  /** The words that were found, as they stand. */
  readonly found: string;
  /** Where they begin, in characters from the start. */
  readonly at: number;
  /** Refused until it is covered or a second person has looked. What is not sure is pointed out and left to the writer. */
  readonly sure: boolean;
};

/**
 * Words between quotation marks, three or more: who said so can often be known by them. The closing mark is looked for first and no word is begun in its middle:
 * a text of one mark and nothing but letters would else be tried from every letter to every other.
 */
const SPEECH =
  /(?:[«“”"](?=[^«»“”"\n]{5,400}[»“”"])[^«»“”"\n]{0,200}?(?<!\p{L})\p{L}{1,40} \p{L}{1,40}[ ,]{1,3}\p{L}[^«»“”"\n]{0,400}[»“”"])|(?:(?<=^|\n)[–—-] ?\p{Lu}[^\n]{8,200})/gu;

/** Everything in the text that points at a person, in the order it stands; no two on the same letters. */
export function personsIn(text: string): readonly PersonFound[] {
  if (text === "") return [];
  const sure = (kind: PersonKind, found: readonly Span[]) => found.map((span) => ({ kind, sure: true, ...span }));
  const hasDigits = /\d/.test(text);
  const all: PersonFound[] = [
    ...sure("e-mail", /@|snabel|at[)\]]/i.test(text) ? emailsIn(text) : []),
    ...sure("account", accountsIn(text)),
    ...(hasDigits ? sure("personal-number", personalNumbersIn(text)) : []),
    ...(hasDigits ? sure("phone", phonesIn(text)) : []),
    ...(hasDigits ? sure("plate", platesIn(text)) : []),
    ...(hasDigits ? addressesIn(text).map((span) => ({ kind: "address" as const, ...span })) : []),
    ...namesIn(text).map((span) => ({ kind: "name" as const, ...span })),
    ...spans(text, SPEECH).map((span) => ({ kind: "speech" as const, sure: false, ...span })),
  ];
  const taken = new Uint8Array(text.length);
  const kept = all.filter((one) => {
    if (one.kind === "speech") return true;
    if (taken.subarray(one.at, endOf(one)).includes(1)) return false;
    taken.fill(1, one.at, endOf(one));
    return true;
  });
  return kept.toSorted((one, other) => one.at - other.at || endOf(other) - endOf(one));
}

/** The first thing in the text that surely points at a person, numbers before names; undefined when there is none. */
export function personIn(text: string): PersonFound | undefined {
  const found = personsIn(text).filter(({ sure }) => sure);
  return found.toSorted((one, other) => PERSON_KINDS.indexOf(one.kind) - PERSON_KINDS.indexOf(other.kind))[0];
}

export type PersonWhy = `text-has-${Exclude<PersonKind, "speech">}`;

/** Refuses the first of the fields that points at a person, naming what was found and in which field. */
export function personRefused(fields: Readonly<Record<string, string | undefined>>): Refusal<PersonWhy> | undefined {
  for (const [field, text] of Object.entries(fields)) {
    const found = personIn(text ?? "");
    if (found !== undefined && found.kind !== "speech")
      return { why: `text-has-${found.kind}`, field, detail: { found: found.found } };
  }
  return undefined;
}

const MASKS: Readonly<Record<Exclude<PersonKind, "speech" | "address">, string>> = {
  "personal-number": "[personnummer]",
  phone: "[telefonnummer]",
  "e-mail": "[e-postadress]",
  plate: "[registreringsnummer]",
  account: "[konto]",
  name: "[namn]",
};

/** The text with what points at a person covered: «[namn]», «[telefonnummer]»; of a home the street is left. What somebody said stays. */
export function covered(
  text: string,
  found: readonly PersonFound[] = personsIn(text).filter(({ sure }) => sure),
): string {
  let out = text;
  for (const one of found.toReversed())
    if (one.kind !== "speech") out = out.slice(0, one.at) + coverOf(one) + out.slice(endOf(one));
  return out;
}

/** The text with everything that points at a person covered, and of which kinds that was. */
export function coverPersons(text: string): { readonly text: string; readonly kinds: readonly PersonKind[] } {
  const found = personsIn(text).filter(({ sure }) => sure);
  return { text: covered(text, found), kinds: [...new Set(found.map(({ kind }) => kind))] };
}

function coverOf({ kind, found }: PersonFound): string {
  if (kind === "speech") return found;
  if (kind !== "address") return MASKS[kind];
  const street = streetOf(found);
  return street === found || /^(?:lgh|lägenhet|fastigheten|tomten)/i.test(street) ? "[bostad]" : `${street} [nummer]`;
}

const endOf = ({ at, found }: PersonFound) => at + found.length;
