import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CODE_BYTES, CODE_LENGTH, readReceipt, receiptCode } from "./receipt.ts";

const ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
const chance = fc.uint8Array({ minLength: CODE_BYTES, maxLength: CODE_BYTES });
const plain = (code: string) => [...code.replace("-", "")];

describe("the code of a receipt", () => {
  test("can be read aloud: two groups of five, never O, 0, I or 1", () => {
    fc.assert(
      fc.property(chance, (bytes) => {
        expect(receiptCode(bytes)).toMatch(/^[2-9A-HJ-NP-Z]{5}-[2-9A-HJ-NP-Z]{5}$/);
      }),
    );
  });

  test("different chance is a different code", () => {
    fc.assert(
      fc.property(chance, chance, (one, other) => {
        expect(receiptCode(one) === receiptCode(other)).toBe(one.join() === other.join());
      }),
    );
  });

  test.each([
    ["as it stands", (code: string) => code],
    ["in small letters", (code: string) => code.toLowerCase()],
    ["without its hyphen", (code: string) => code.replace("-", "")],
    ["with a blank for the hyphen", (code: string) => code.replace("-", " ")],
    ["with a long dash", (code: string) => code.replace("-", "–")],
    ["spelt out letter by letter", (code: string) => plain(code).join(" ")],
    ["with blanks around it", (code: string) => `  ${code}\n`],
  ])("is read %s", (_how, written) => {
    fc.assert(
      fc.property(chance, (bytes) => {
        expect(readReceipt(written(receiptCode(bytes)))).toBe(receiptCode(bytes));
      }),
    );
  });

  test("one wrong character is always caught: every place, every other character", () => {
    fc.assert(
      fc.property(chance, (bytes) => {
        const code = plain(receiptCode(bytes));
        const wrong = code.flatMap((right, place) =>
          [...ALPHABET].filter((other) => other !== right).map((other) => code.with(place, other).join("")),
        );
        expect(wrong).toHaveLength(CODE_LENGTH * (ALPHABET.length - 1));
        expect(wrong.filter((text) => readReceipt(text) !== undefined)).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  test("two characters that have changed places are always caught: every pair, neighbours and others", () => {
    fc.assert(
      fc.property(chance, (bytes) => {
        const code = plain(receiptCode(bytes));
        const swapped = code.flatMap((first, one) =>
          code.flatMap((second, other) =>
            other > one && first !== second ? [code.with(one, second).with(other, first).join("")] : [],
          ),
        );
        expect(swapped.filter((text) => readReceipt(text) !== undefined)).toEqual([]);
      }),
    );
  });

  test.each([
    "",
    "7K4MX",
    "7K4MX-2P9R",
    "7K4MX-2P9RTT",
    "OOOOO-OOOOO",
    "11111-11111",
    "7K4MX-2P9R0",
    "<script>",
    "åäö",
  ])("«%s» is none", (text) => expect(readReceipt(text)).toBeUndefined());
});
