// How few is too few to tell: exact inside, coarse outside (product.md, pain 5; thresholds in journeys.md). Every page a stranger reads tells numbers of
// people as these; the whole of a partnership's content goes through tell/disclosure.ts, a resident's own form and receipt ask here directly.

/** A number of people or voices that grows no more, as it may be shown. */
export type SettledCount =
  | { readonly shown: "count"; readonly value: number }
  | { readonly shown: "fewer-than"; readonly than: number }
  | { readonly shown: "withheld" };
/** The same of any number: one that still grows is told in steps. */
export type PublicCount = SettledCount | { readonly shown: "at-least"; readonly value: number };

/** Fewer voices than this are not shown exactly. */
export const FEWEST = 5;
/** The same for minors, alcohol and drugs, sexual and domestic offences. */
export const FEWEST_SENSITIVE = 10;

/** One number by itself. None is told as none: that nobody said something points at nobody. */
export function discloseCount(value: number, fewest: number = FEWEST): SettledCount {
  return value === 0 || value >= fewest ? { shown: "count", value } : { shown: "fewer-than", than: fewest };
}

/**
 * A number that is told anew as people come, and nothing else is: 12 one day and 13 the next would tell that somebody came between them. It is told in steps as long as the few are many
 * («minst 10»), so that whoever keeps all that was told knows of each day no more than that it was one of so many numbers. It rests on what there is and on nothing that was told
 * before: taken back and told again it is the same, and wherever it is told it moves at the same numbers, so that no two places narrow each other.
 */
export function discloseGrowing(value: number, fewest: number = FEWEST): PublicCount {
  return value < fewest ? discloseCount(value, fewest) : { shown: "at-least", value: value - (value % fewest) };
}
