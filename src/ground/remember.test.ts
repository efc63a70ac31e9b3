import fc from "fast-check";
import { expect, test } from "vitest";
import { remember } from "./remember.ts";

test("what is remembered is what would be made, and no more texts than said are kept", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 5 }), fc.array(fc.constantFrom(..."abcdefgh")), (most, asked) => {
      const made: string[] = [];
      const upper = remember(most, (text) => {
        made.push(text);
        return text.toUpperCase();
      });
      expect(asked.map(upper)).toEqual(asked.map((text) => text.toUpperCase()));
      // Nothing is made that is among the last different ones that were asked for.
      const expected = asked.filter((text, index) => {
        const before = [...new Set(asked.slice(0, index).toReversed())];
        return !before.slice(0, most).includes(text);
      });
      expect(made).toEqual(expected);
    }),
  );
});

test("a text that nothing can be made of is remembered as that", () => {
  let times = 0;
  const nothing = remember(1, () => void times++);
  expect([nothing(""), nothing("")]).toEqual([undefined, undefined]);
  expect(times).toBe(1);
});
