// What every open form has in common, whatever it asks: the languages it is said in, and why something that was handed in can be set aside.

/** Languages of the forms; `latt` is easy Swedish. Swedish is always there, what a language lacks is said in Swedish. */
export const FORM_LANGS = ["sv", "en", "latt"] as const;
export type FormLang = (typeof FORM_LANGS)[number];
export type FormSaid = Readonly<Record<FormLang, string>>;

/** A language that one campaign's form has been translated into, by file: what each Swedish sentence is in it. */
export type Tongue = {
  /** BCP 47. */
  readonly code: string;
  /** As it calls itself. */
  readonly name: string;
  readonly dir: "ltr" | "rtl";
  readonly entries: Readonly<Record<string, string>>;
};
/** What a page is said in. */
export type Spoken = FormLang | Tongue;

export const SET_ASIDE_REASONS = ["points-at-a-person", "threat", "advertisement", "off-topic", "sent-before"] as const;
export type SetAsideReason = (typeof SET_ASIDE_REASONS)[number];
