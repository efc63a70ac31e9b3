import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { barAt, gripAt, moved, spanByKey, spanHeld, type Grip, type Span } from "./span-brush.ts";

const BARS = 50;
const chosen: Span = { first: 10, last: 19 };

describe("what the pointer takes hold of, in a strip of 500 pixels with bars 10 to 19 chosen", () => {
  it.each<[string, number, Grip]>([
    ["the first handle", 100, "first"],
    ["beside the first handle, outside", 92, "first"],
    ["beside the first handle, inside", 108, "first"],
    ["the last handle", 203, "last"],
    ["between them the span", 150, "span"],
    ["outside a new span", 300, "new"],
  ])("%s", (_, place, grip) => {
    expect(gripAt(place, 500, BARS, chosen, 12)).toBe(grip);
  });

  it("with nothing chosen the handles stand at the ends and the rest draws a new span", () => {
    expect(gripAt(3, 500, BARS, undefined, 12)).toBe("first");
    expect(gripAt(498, 500, BARS, undefined, 12)).toBe("last");
    expect(gripAt(250, 500, BARS, undefined, 12)).toBe("new");
  });

  it("between two handles within reach the nearer", () => {
    expect(gripAt(103, 500, BARS, { first: 10, last: 10 }, 12)).toBe("first");
    expect(gripAt(107, 500, BARS, { first: 10, last: 10 }, 12)).toBe("last");
  });
});

describe("what moving does", () => {
  it.each<[string, Grip, number, number, Span]>([
    ["the first handle follows", "first", 10, 4, { first: 4, last: 19 }],
    ["the first handle drawn past the last changes places with it", "first", 10, 30, { first: 19, last: 30 }],
    ["the last handle follows", "last", 19, 30, { first: 10, last: 30 }],
    ["the last handle drawn past the first", "last", 19, 2, { first: 2, last: 10 }],
    ["the span keeps its length", "span", 12, 17, { first: 15, last: 24 }],
    ["the span stops at the end", "span", 12, 49, { first: 40, last: 49 }],
    ["a new span to the left", "new", 30, 27, { first: 27, last: 30 }],
    ["a new span of one bar", "new", 30, 30, { first: 30, last: 30 }],
  ])("%s", (_, grip, at, bar, span) => {
    expect(spanHeld({ grip, at, span: chosen }, bar, BARS)).toEqual(span);
  });
});

describe("what a key does", () => {
  it.each<[string, "first" | "last", string, boolean, Span | undefined]>([
    ["right moves one bar", "first", "ArrowRight", false, { first: 11, last: 19 }],
    ["left moves one bar back", "last", "ArrowLeft", false, { first: 10, last: 18 }],
    ["Page Down moves ten, stopped by the start", "first", "PageDown", false, { first: 0, last: 19 }],
    ["Page Up moves ten, stopped by the other handle", "first", "PageUp", false, { first: 19, last: 19 }],
    ["End goes to the end", "last", "End", false, { first: 10, last: 49 }],
    ["Home goes to the other handle", "last", "Home", false, { first: 10, last: 10 }],
    ["Shift moves the whole span", "last", "PageUp", true, { first: 20, last: 29 }],
    ["Shift and End take the whole span to the end", "first", "End", true, { first: 40, last: 49 }],
    ["a letter means nothing", "first", "a", false, undefined],
  ])("%s", (_, handle, key, whole, span) => {
    expect(spanByKey(chosen, handle, key, BARS, whole)).toEqual(span);
  });
});

describe("whatever is done", () => {
  const spans = fc
    .tuple(fc.nat(BARS - 1), fc.nat(BARS - 1))
    .map(([a, b]): Span => ({ first: Math.min(a, b), last: Math.max(a, b) }));
  const isSpan = ({ first, last }: Span) => 0 <= first && first <= last && last < BARS;

  it("a span stays within the bars, its first never after its last", () => {
    const keys = fc.constantFrom("ArrowLeft", "ArrowRight", "PageUp", "PageDown", "Home", "End");
    const grips = fc.constantFrom<Grip>("first", "last", "span", "new");
    fc.assert(
      fc.property(spans, keys, fc.constantFrom("first", "last"), fc.boolean(), (span, key, handle, whole) => {
        expect(isSpan(spanByKey(span, handle, key, BARS, whole)!)).toBe(true);
      }),
    );
    fc.assert(
      fc.property(spans, grips, fc.nat(BARS - 1), fc.nat(BARS - 1), (span, grip, at, bar) => {
        expect(isSpan(spanHeld({ grip, at, span }, bar, BARS))).toBe(true);
      }),
    );
  });

  it("moving keeps the length, and there and back within the ends is where it was", () => {
    fc.assert(
      fc.property(spans, fc.integer({ min: -60, max: 60 }), (span, by) => {
        const there = moved(span, by, BARS);
        expect(there.last - there.first).toBe(span.last - span.first);
        const stopped = there.first - span.first !== by;
        expect(stopped ? span : moved(there, -by, BARS)).toEqual(span);
      }),
    );
  });

  it("the middle of a bar is in that bar, and outside the strip is its nearest end", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), fc.integer({ min: 100, max: 2000 }), (bars, width) => {
        for (const bar of [0, Math.floor(bars / 2), bars - 1])
          expect(barAt(((bar + 0.5) / bars) * width, width, bars)).toBe(bar);
        expect(barAt(-5, width, bars)).toBe(0);
        expect(barAt(width + 5, width, bars)).toBe(bars - 1);
      }),
    );
    expect(barAt(5, 0, 10)).toBe(0);
  });
});
