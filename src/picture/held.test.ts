import { array, assert, integer, property, record } from "fast-check";
import { expect, test } from "vitest";
import { holdAtMost } from "./held.ts";

test("what was used longest ago goes first", () => {
  const held = holdAtMost<string>(10);
  held.keep("a", "A", 4);
  held.keep("b", "B", 4);
  expect(held.get("a")).toBe("A");
  held.keep("c", "C", 4);
  expect([held.get("a"), held.get("b"), held.get("c")]).toEqual(["A", undefined, "C"]);
});

test("what is larger than all there is room for is not kept, and what it replaced is gone", () => {
  const held = holdAtMost<string>(10);
  held.keep("a", "A", 4);
  held.keep("a", "too large", 11);
  expect([held.get("a"), held.bytes()]).toEqual([undefined, 0]);
});

test("never holds more than it may", () => {
  const kept = array(record({ key: integer({ min: 0, max: 5 }), bytes: integer({ min: 0, max: 120 }) }));
  assert(
    property(kept, (all) => {
      const held = holdAtMost<number>(100);
      for (const { key, bytes } of all) {
        held.keep(String(key), bytes, bytes);
        expect(held.bytes()).toBeLessThanOrEqual(100);
        expect(held.get(String(key))).toBe(bytes <= 100 ? bytes : undefined);
      }
    }),
  );
});
