// Which lines of a list are chosen. None chosen is all: a list never asks for nothing.

export function toggled(chosen: ReadonlySet<string>, key: string): Set<string> {
  const next = new Set(chosen);
  if (!next.delete(key)) next.add(key);
  return next;
}

export function isChosen(chosen: ReadonlySet<string>, keys: readonly string[]): "all" | "some" | "none" {
  const within = keys.filter((key) => chosen.has(key)).length;
  if (within === 0) return "none";
  return within === keys.length ? "all" : "some";
}

/** A group that is wholly chosen is let go; otherwise all of it is chosen. */
export function toggledGroup(chosen: ReadonlySet<string>, keys: readonly string[]): Set<string> {
  const next = new Set(chosen);
  const whole = isChosen(chosen, keys) === "all";
  for (const key of keys) {
    if (whole) next.delete(key);
    else next.add(key);
  }
  return next;
}
