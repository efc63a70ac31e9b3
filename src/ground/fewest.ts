// How few is too few to tell: exact inside, coarse outside (product.md, pain 5; thresholds in journeys.md). Every page a stranger reads tells numbers of
// people as these; the whole of a partnership's content goes through tell/disclosure.ts, a resident's own form and receipt ask here directly.

/** A number of people or voices, as it may be shown. */
export type PublicCount =
  | { readonly shown: "count"; readonly value: number }
  | { readonly shown: "fewer-than"; readonly than: number }
  | { readonly shown: "withheld" };

/** Fewer voices than this are not shown exactly. */
export const FEWEST = 5;
/** The same for minors, alcohol and drugs, sexual and domestic offences. */
export const FEWEST_SENSITIVE = 10;

/** One number by itself. None is told as none: that nobody said something points at nobody. */
export function discloseCount(value: number, fewest: number = FEWEST): PublicCount {
  return value === 0 || value >= fewest ? { shown: "count", value } : { shown: "fewer-than", than: fewest };
}
