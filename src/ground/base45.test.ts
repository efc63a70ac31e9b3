import fc from "fast-check";
import { expect, test } from "vitest";
import { base45, bytesOfBase45 } from "./base45.ts";

test.each([
  ["AB", "BB8"],
  ["Hello!!", "%69 VD92EX0"],
  ["base-45", "UJCLQE7W581"],
])("«%s» is written %s, as RFC 9285 has it", (text, written) => {
  expect(base45(new TextEncoder().encode(text))).toBe(written);
});

test("what was written is read again, and nothing else is read as anything", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      expect([...bytesOfBase45(base45(bytes))!]).toEqual([...bytes]);
    }),
  );
  for (const wrong of ["A", "AB8a", "ÅÄÖ", "GGW", ":::", "::"]) expect(bytesOfBase45(wrong)).toBeUndefined();
});
