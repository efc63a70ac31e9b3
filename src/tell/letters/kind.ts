/** What somebody can be written to about: six things at once, and the week. */
export const LETTER_KINDS = ["sign", "second-key", "dispute", "passage", "law-clock", "owner", "weekly"] as const;
export type LetterKind = (typeof LETTER_KINDS)[number];
