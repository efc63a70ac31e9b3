// Finds what points at a person in free text: personal numbers, telephone numbers, e-mail addresses, registration plates, accounts in social media
// (domain.md 2.4, rules R1 and R2). It does not find names: a second pair of eyes does, before anything is shared.
import type { Refusal } from "../ground/result.ts";

export type PersonFound = {
  readonly kind: "personal-number" | "phone" | "e-mail" | "plate" | "account";
  /** The words that were found, as they stand. */
  readonly found: string;
  /** Where they begin, in characters from the start. */
  readonly at: number;
};

const EMAIL = /[\p{L}\d._%+-]+@[\p{L}\d-]+(?:\.[\p{L}\d-]+)+/gu;
const ACCOUNT = /(?<![\p{L}\d._%+-])@[\p{L}\d_.]{3,}/gu;
/** (YY)YYMMDD-NNNN, also with + (over a hundred years old) or without a sign. */
const PERSONAL_NUMBER = /(?<![\d-])(?:\d{2})?(\d{2})(\d{2})(\d{2})([-+ ]?)(\d{4})(?![\d-])/g;
/** A leading 0 or +46 and groups of digits with blanks or hyphens between. */
const PHONE = /(?<![\d.,:/-])(?:\+46 ?(?:\(0\) ?)?\d{1,3}|0\d{1,3})(?:[ -]?\d{2,4}){2,4}(?![\d:])/g;
/** Three letters (not I, Q, V), two digits and a digit or letter. Apart only in capitals: «hus 112» is a house. */
const PLATE =
  /(?<![\p{L}\d])(?:[A-HJ-PR-UW-Z]{3} ?\d{2}[A-HJ-PR-UW-Z\d]|[a-hj-pr-uw-z]{3}\d{2}[a-hj-pr-uw-z\d])(?![\p{L}\d])/gu;

/** The first thing in the text that points at a person; undefined when there is none. */
export function personIn(text: string): PersonFound | undefined {
  return (
    first(text, EMAIL, "e-mail") ??
    first(text, ACCOUNT, "account") ??
    first(text, PERSONAL_NUMBER, "personal-number", isPersonalNumber) ??
    first(text, PHONE, "phone", isPhone) ??
    first(text, PLATE, "plate", (match) => match[0] !== "SOS 112" && match[0] !== "SOS112")
  );
}

export type PersonWhy = `text-has-${PersonFound["kind"]}`;

/** Refuses the first of the fields that points at a person, naming what was found and in which field. */
export function personRefused(fields: Readonly<Record<string, string | undefined>>): Refusal<PersonWhy> | undefined {
  for (const [field, text] of Object.entries(fields)) {
    const found = personIn(text ?? "");
    if (found !== undefined) return { why: `text-has-${found.kind}`, field, detail: { found: found.found } };
  }
  return undefined;
}

function first(
  text: string,
  pattern: RegExp,
  kind: PersonFound["kind"],
  really: (match: RegExpMatchArray) => boolean = () => true,
): PersonFound | undefined {
  for (const match of text.matchAll(pattern))
    if (really(match)) return { kind, found: match[0].trim(), at: match.index };
  return undefined;
}

/** A possible birthday (coordination numbers have 60 added), and where nothing stands between the parts also the check digit. */
function isPersonalNumber(match: RegExpMatchArray): boolean {
  const [, year = "", month = "", day = "", sign = "", last = ""] = match;
  const date = Number(day) > 60 ? Number(day) - 60 : Number(day);
  if (Number(month) < 1 || Number(month) > 12 || date < 1 || date > 31) return false;
  return sign !== "" || luhn(year + month + day + last);
}

function luhn(digits: string): boolean {
  let sum = 0;
  for (let index = 0; index < digits.length; index++) {
    const doubled = Number(digits[index]) * (index % 2 === 0 ? 2 : 1);
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}

/** Eight to eleven digits that are neither a date (08-11-2021) nor a span of hours (0730-0830). */
function isPhone(match: RegExpMatchArray): boolean {
  const digits = match[0].replaceAll(/\D/g, "").length;
  if (digits < 8 || digits > 12) return false;
  if (/^\d{2}[- ]\d{2}[- ]\d{4}$/.test(match[0])) return false;
  return !/^([01]\d|2[0-4])[0-5]\d ?- ?([01]\d|2[0-4])[0-5]\d$/.test(match[0]);
}
