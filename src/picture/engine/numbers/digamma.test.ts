import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { digammaDifference, trigammaDifference } from "./digamma.ts";

describe("digamma and trigamma a whole number apart", () => {
  test("are their sums, however far apart and wherever they begin", () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-6, max: 1e7, noNaN: true }), fc.integer({ min: 0, max: 3000 }), (x, count) => {
        let [first, second] = [0, 0];
        for (let k = count - 1; k >= 0; k--) {
          first += 1 / (x + k);
          second += 1 / (x + k) ** 2;
        }
        expect(Math.abs(digammaDifference(x, count) - first)).toBeLessThanOrEqual(1e-12 * (first + 1e-3));
        expect(Math.abs(trigammaDifference(x, count) - second)).toBeLessThanOrEqual(1e-12 * (second + 1e-3));
      }),
    );
  });
  test.each([
    [1, 41, 4.302933282839],
    [0.5, 100, 6.568684378603],
  ])("from %d, %d on", (x, count, difference) => {
    expect(digammaDifference(x, count)).toBeCloseTo(difference, 11);
  });
});
