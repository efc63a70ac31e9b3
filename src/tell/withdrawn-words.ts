// A report is not rewritten when a note is taken back, and yet strangers are not told the words of a note that is not there any more.

/** Fewer letters than this are anybody's: «mörkt vid stationen» quotes nobody. */
const FEWEST_LETTERS = 24;

const plain = (text: string) =>
  text
    .toLocaleLowerCase("sv")
    .replaceAll(/[^\p{L}\d]+/gu, " ")
    .trim();

/** The sentences of notes that have been taken back, as they are looked for. */
export function sentencesOf(notes: readonly string[]): readonly string[] {
  return [
    ...new Set(
      notes
        .flatMap((note) => note.split(/[.!?\n]+/))
        .map(plain)
        .filter((sentence) => sentence.length >= FEWEST_LETTERS),
    ),
  ];
}

/** Whether a text says word for word what one of them said. */
export function quotesAny(text: string, sentences: readonly string[]): boolean {
  const said = ` ${plain(text)} `;
  return sentences.some((sentence) => said.includes(` ${sentence} `));
}

/** The passages a text is read by: its paragraphs. */
export const passagesOf = (text: string): readonly string[] => text.split(/\n+/);

/** The passages that are told, and how many are left out. */
export function toldOf(
  text: string,
  isLeftOut: (passage: string) => boolean,
): { readonly text: string; readonly leftOut: number } {
  const passages = passagesOf(text);
  const kept = passages.filter((one) => !isLeftOut(one));
  return { text: kept.length === passages.length ? text : kept.join("\n\n"), leftOut: passages.length - kept.length };
}
