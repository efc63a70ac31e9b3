/** Deeper than anything that is asked for here, and far from where what walks through a value runs out of stack. */
const DEEPEST = 64;

/** Whether what came from outside can be kept as it stands: not nested without end, its texts of whole characters and without NUL (no database takes those). */
export function isKeepable(value: unknown): boolean {
  let level: unknown[] = [value];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > DEEPEST) return false;
    const below: unknown[] = [];
    for (const one of level) {
      if (typeof one === "string" && !isWhole(one)) return false;
      if (typeof one !== "object" || one === null) continue;
      for (const [name, inside] of Object.entries(one)) {
        if (!isWhole(name)) return false;
        below.push(inside);
      }
    }
    level = below;
  }
  return true;
}

/** Quick to ask, and nearly always enough. */
const MAY_BE_HALF = /[\ud800-\udfff]/;
function isWhole(text: string): boolean {
  return !text.includes("\0") && (!MAY_BE_HALF.test(text) || !/\p{Surrogate}/u.test(text));
}
