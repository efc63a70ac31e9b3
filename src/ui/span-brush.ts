// The arithmetic of choosing a span of bars: where a pointer takes hold, what follows from moving it, and what a key does.
// Bars are numbered from 0; a span holds its first and its last bar.

export type Span = { readonly first: number; readonly last: number };
/** What the pointer has taken hold of. `new` draws a span from the bar where it went down. */
export type Grip = "first" | "last" | "span" | "new";
/** A grip with what was chosen when it was taken. */
export type Hold = { readonly grip: Grip; readonly at: number; readonly span: Span };

/** The bar under a place along the strip, in [0, bars). */
export function barAt(place: number, width: number, bars: number): number {
  if (width <= 0) return 0;
  return clamp(Math.floor((place / width) * bars), 0, bars - 1);
}

/**
 * What a pointer that goes down takes hold of: the nearest handle within reach, else the span under it, else nothing chosen yet.
 * Handles stand at the outer edges of the span. Where both are within reach and equally near, the one on the pointer's side.
 */
export function gripAt(place: number, width: number, bars: number, chosen: Span | undefined, reach: number): Grip {
  const span = chosen ?? { first: 0, last: bars - 1 };
  const from = (span.first / bars) * width;
  const to = ((span.last + 1) / bars) * width;
  const [toFirst, toLast] = [Math.abs(place - from), Math.abs(place - to)];
  if (Math.min(toFirst, toLast) <= reach)
    return toFirst === toLast ? (place < from ? "first" : "last") : toFirst < toLast ? "first" : "last";
  return chosen !== undefined && place > from && place < to ? "span" : "new";
}

/** The span when what was taken hold of is now over this bar. A handle drawn past the other changes places with it. */
export function spanHeld(hold: Hold, bar: number, bars: number): Span {
  const { grip, span } = hold;
  switch (grip) {
    case "first":
      return ordered(bar, span.last);
    case "last":
      return ordered(span.first, bar);
    case "new":
      return ordered(hold.at, bar);
    case "span":
      return moved(span, bar - hold.at, bars);
  }
}

/** The span moved by so many bars, as long as before, stopped by the ends. */
export function moved(span: Span, by: number, bars: number): Span {
  const step = clamp(by, -span.first, bars - 1 - span.last);
  return { first: span.first + step, last: span.last + step };
}

/**
 * What a key does to one handle of a slider (ARIA: arrows one bar, Page ten, Home and End to the ends). A handle stops at the other.
 * With Shift the whole span is moved. Undefined for a key that means nothing here.
 */
export function spanByKey(
  span: Span,
  handle: "first" | "last",
  key: string,
  bars: number,
  whole = false,
): Span | undefined {
  const by = STEPS[key];
  if (by === undefined) return undefined;
  if (whole) return moved(span, by, bars);
  return handle === "first"
    ? { first: clamp(span.first + by, 0, span.last), last: span.last }
    : { first: span.first, last: clamp(span.last + by, span.first, bars - 1) };
}

const STEPS: Readonly<Record<string, number>> = {
  ArrowLeft: -1,
  ArrowDown: -1,
  ArrowRight: 1,
  ArrowUp: 1,
  PageDown: -10,
  PageUp: 10,
  Home: Number.NEGATIVE_INFINITY,
  End: Number.POSITIVE_INFINITY,
};

function ordered(a: number, b: number): Span {
  return { first: Math.min(a, b), last: Math.max(a, b) };
}

function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(most, value));
}
