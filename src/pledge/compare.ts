// A promise beside another text of it, word by word: what somebody else has published under the same name.
import { wordsBetween, type WordPart } from "../ground/word-diff.ts";
import type { Content } from "./document.ts";

export type Compared = {
  readonly parts: readonly WordPart[];
  /** How many words differ: of what was put in another's place, the longer of the two. */
  readonly words: number;
  /** Where they differ: the numbers of the löften, and 0 for what stands before the first. */
  readonly where: readonly number[];
};

/** The words of a promise as they are read, each with the löfte it belongs to. */
function sectionsOf({
  title,
  preamble,
  pledges,
}: Content): readonly { readonly where: number; readonly text: string }[] {
  return [
    { where: 0, text: title },
    ...(preamble === undefined ? [] : [{ where: 0, text: preamble }]),
    ...pledges.flatMap(({ order, text, activities }) =>
      [text, ...activities.map((activity) => activity.text)].map((said) => ({ where: order, text: said })),
    ),
  ];
}

const BETWEEN = "\n\n";

/** What the other text has in place of the promise's words. Spaces and line breaks are nobody's words. */
export function compareTexts(content: Content, other: string): Compared {
  const sections = sectionsOf(content);
  const parts = wordsBetween(sections.map(({ text }) => text).join(BETWEEN), other.trim());
  let [words, at, removed, added] = [0, 0, 0, 0];
  const where = new Set<number>();
  const settle = () => {
    words += Math.max(removed, added);
    [removed, added] = [0, 0];
  };
  for (const { text, change } of parts) {
    const [isAdded, isRemoved] = [change === "added", change === "removed"];
    const count = text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
    if (!isAdded && !isRemoved) settle();
    else if (count > 0 && (isAdded || isRemoved))
      for (const number of sectionsAt(sections, at, isRemoved ? at + text.trimEnd().length : at + 1)) where.add(number);
    if (isAdded) added += count;
    if (isRemoved) removed += count;
    if (!isAdded) at += text.length;
  }
  settle();
  return {
    parts,
    words,
    where: [...where].toSorted((a, b) => a - b),
  };
}

/** The sections that the letters between two places belong to; what is added after the last belongs to it. */
function sectionsAt(sections: ReturnType<typeof sectionsOf>, from: number, to: number): readonly number[] {
  let begin = 0;
  const found: number[] = [];
  for (const [place, { where, text }] of sections.entries()) {
    const end = place === sections.length - 1 ? Number.POSITIVE_INFINITY : begin + text.length + BETWEEN.length;
    if (begin < to && from < end) found.push(where);
    begin = end;
  }
  return found;
}
