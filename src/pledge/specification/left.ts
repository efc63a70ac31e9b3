// What does not come along when a draft is begun from a file, and why it cannot be begun.
/** What stays behind, in the order it is told. */
export const LEFT_BEHIND = [
  "signed",
  "told",
  "amends",
  "exceptions",
  "problems",
  "continues",
  "measured",
  "accepted",
  "parties",
  "area",
] as const;
export type LeftBehind = (typeof LEFT_BEHIND)[number];

export type FileWhy = "file-has-faults" | "not-in-file";
