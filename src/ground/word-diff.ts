import { diffWords } from "diff";

/** A run of words that stands in both wordings, or in one of them only. */
export type WordPart = { readonly text: string; readonly change?: "added" | "removed" | undefined };

/** Two wordings of the same, word by word. */
export function wordsBetween(before: string, after: string): readonly WordPart[] {
  return diffWords(before, after).map(({ value, added, removed }) => ({
    text: value,
    change: added ? "added" : removed ? "removed" : undefined,
  }));
}
