/** The words of the longest sentence of a text. A full stop within a figure or an abbreviation ends none. */
export function longestSentence(text: string): number {
  return Math.max(...text.split(/[.!?](?=\s+\p{Lu}|$)|\n/u).map((sentence) => sentence.match(/\S+/g)?.length ?? 0));
}
