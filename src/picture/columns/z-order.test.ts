import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { mortonHigh, mortonLow, mortonOrder } from "./z-order.ts";

/** The definition: the bits of y and of x in turn, y first. */
function interleaved(x: number, y: number): bigint {
  let code = 0n;
  for (let bit = 31; bit >= 0; bit--)
    code = (code << 2n) | (((BigInt(y) >> BigInt(bit)) & 1n) << 1n) | ((BigInt(x) >> BigInt(bit)) & 1n);
  return code;
}
const unit = fc.oneof(fc.integer({ min: 1, max: 0xffff_ffff }), fc.integer({ min: 2 ** 31, max: 2 ** 31 + 5000 }));

describe("Morton's order", () => {
  test("takes the bits of the two coordinates in turn", () => {
    fc.assert(
      fc.property(unit, unit, (x, y) => {
        expect(BigInt(mortonHigh(x, y)) * 2n ** 32n + BigInt(mortonLow(x, y))).toBe(interleaved(x, y));
      }),
    );
  });

  test("has every row once, what has no place first, and then rising codes, however many lie at one place", () => {
    const row = fc.oneof(
      { weight: 5, arbitrary: fc.tuple(unit, unit) },
      { weight: 2, arbitrary: fc.constantFrom([77, 99] as const, [0, 0] as const, [1, 1] as const) },
    );
    fc.assert(
      fc.property(fc.array(row, { maxLength: 300 }), (rows) => {
        const x = Uint32Array.from(rows, ([across]) => across);
        const y = Uint32Array.from(rows, ([, down]) => down);
        const order = [...mortonOrder(x, y)];
        expect(order.toSorted((a, b) => a - b)).toEqual(rows.map((_, at) => at));
        const codes = order.map((at) => interleaved(x[at]!, y[at]!));
        for (let at = 1; at < codes.length; at++) expect(codes[at]! >= codes[at - 1]!).toBe(true);
      }),
    );
  });

  test("a hundred thousand rows at one place are no trouble", () => {
    const [x, y] = [new Uint32Array(100_000).fill(5), new Uint32Array(100_000).fill(9)];
    expect(new Set(mortonOrder(x, y)).size).toBe(100_000);
  });
});
