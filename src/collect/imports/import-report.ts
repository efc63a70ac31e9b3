// What came of reading a file: every line is accounted for, and what could not be read is told with line, column, what stood there and what was expected.
import { isKeepable } from "../../ground/keepable.ts";
import { coverPersons } from "../person-in-text.ts";

/** What can be read in: how its rows are written, or whose ready-made form they have. */
export const EVENT_KINDS = ["polisen", "csv"] as const;
/** Beside events: forms that were filled in elsewhere, as answers to a dialogue. */
export const IMPORT_KINDS = [...EVENT_KINDS, "odk"] as const;
export type ImportKind = (typeof IMPORT_KINDS)[number];

/** running: begun, and not over; the same file given again is taken up where it was left. undoing: being taken back, a piece at a time. */
export const IMPORT_STATES = ["running", "finished", "undoing", "undone"] as const;
export type ImportState = (typeof IMPORT_STATES)[number];

/** Of a file that was handed in. held: nothing asked yet. tried: told what would come of it. gone: its bytes are no longer there. */
export const FILE_STATES = ["held", "trying", "tried", "reading", "read", "gone"] as const;
export type FileState = (typeof FILE_STATES)[number];

/** What was expected where something else stood. Each has its sentence in words.ts. */
export const EXPECTATIONS = [
  "an-object",
  "an-id",
  "a-title-with-time",
  "a-publication-time",
  "a-time",
  "a-day",
  "a-month",
  "an-end-after-the-start",
  "a-longitude",
  "a-latitude",
  "as-many-columns-as-the-heading",
  "a-closed-quote",
  "a-category-of-ours",
  "text-in-one-encoding",
  "a-list-of-events",
  "a-whole-file",
  "a-smaller-sheet",
  "a-column-with-that-name",
  "a-row-no-longer-than-a-megabyte",
  "an-instance-id",
  "a-question-of-the-dialogue",
  "an-answer-of-the-question",
  "an-answer",
  "words-about-no-person",
  "nobody-pointed-out",
  "a-shorter-text",
] as const;
export type Expectation = (typeof EXPECTATIONS)[number];

export type ImportProblem = {
  /** From 1, as an editor counts; in a JSON list the place in the list. */
  readonly line: number;
  /** The column or field as the file names it. */
  readonly column?: string | undefined;
  /** What stood there, cut short. */
  readonly read: string;
  readonly expected: Expectation;
};

/** `read` is the sum of the others. `outside`: readable, but not of this partnership's area or not to be kept here. */
export type ImportReport = {
  readonly read: number;
  readonly added: number;
  readonly changed: number;
  readonly same: number;
  readonly outside: number;
  readonly unreadable: number;
  /** At most `PROBLEMS_TOLD`; `unreadable` counts them all. */
  readonly problems: readonly ImportProblem[];
};

export const PROBLEMS_TOLD = 500;

/** A value cut to what fits in a sentence, without what no sentence can hold or what points at somebody: both parties read what could not be read. */
export function shown(value: unknown): string {
  if (typeof value !== "string") return isKeepable(value) ? shown(JSON.stringify(value) ?? "") : "…";
  // What is cut off in the middle is known no more: it is looked for in more than is shown.
  const text = coverPersons(value.slice(0, 300)).text.replaceAll(/[\p{Cc}\p{Surrogate}]/gu, " ");
  return text.length > 60 || value.length > 300 ? `${text.slice(0, 59)}…` : text;
}
