import { array, assert, integer, property, record } from "fast-check";
import { expect, test } from "vitest";
import { holdAtMost } from "./held.ts";

test("what was used longest ago goes first", () => {
  const held = holdAtMost<string>(10);
  held.keep("a", "1", "A", 4);
  held.keep("b", "1", "B", 4);
  expect(held.get("a", "1")).toBe("A");
  held.keep("c", "1", "C", 4);
  expect(["a", "b", "c"].map((holder) => held.get(holder, "1"))).toEqual(["A", undefined, "C"]);
});

test("what no longer stands is let go of, and a holder has one thing at a time", () => {
  const held = holdAtMost<string>(100);
  held.keep("a", "1", "A", 4);
  held.keep("a", "2", "newer", 5);
  expect([held.bytes(), held.get("a", "2")]).toEqual([5, "newer"]);
  // A stamp that came back does not bring back what stood under it before.
  expect([held.get("a", "1"), held.bytes(), held.get("a", "2")]).toEqual([undefined, 0, undefined]);
});

test("what is larger than all there is room for is not kept, and what it replaced is gone", () => {
  const held = holdAtMost<string>(10);
  held.keep("a", "1", "A", 4);
  held.keep("a", "1", "too large", 11);
  expect([held.get("a", "1"), held.bytes()]).toEqual([undefined, 0]);
});

test("never holds more than it may", () => {
  const kept = array(record({ holder: integer({ min: 0, max: 5 }), bytes: integer({ min: 0, max: 120 }) }));
  assert(
    property(kept, (all) => {
      const held = holdAtMost<number>(100);
      for (const { holder, bytes } of all) {
        held.keep(String(holder), String(bytes), bytes, bytes);
        expect(held.bytes()).toBeLessThanOrEqual(100);
        expect(held.get(String(holder), String(bytes))).toBe(bytes <= 100 ? bytes : undefined);
      }
    }),
  );
});
