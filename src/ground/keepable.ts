/** Deeper than anything that is asked for here, and far from where what walks through a value runs out of stack. */
const DEEPEST = 64;

/** Whether what came from outside can be kept as it stands: not nested without end, its texts of whole characters and without NUL (no database takes those). */
export function isKeepable(value: unknown, depth = 0): boolean {
  if (typeof value === "string") return isWhole(value);
  if (typeof value !== "object" || value === null) return true;
  if (depth > DEEPEST) return false;
  for (const [name, inside] of Object.entries(value))
    if (!isWhole(name) || !isKeepable(inside, depth + 1)) return false;
  return true;
}

/** The text as it can be kept: what no database takes of it is marked, never left out, so that a number with a letter gone is not taken for another number. */
export function keepable(text: string): string {
  return text.replaceAll("\0", MARK).replaceAll(/\p{Surrogate}/gu, MARK);
}
const MARK = "\ufffd";

/** Quick to ask, and nearly always enough. */
const MAY_BE_HALF = /[\ud800-\udfff]/;
function isWhole(text: string): boolean {
  return !text.includes("\0") && (!MAY_BE_HALF.test(text) || !/\p{Surrogate}/u.test(text));
}
