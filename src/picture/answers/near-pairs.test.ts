import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { leastNearPairs } from "./near-pairs.ts";

const at = (...points: readonly (readonly [number, number])[]) => ({
  x: Float64Array.from(points, ([x]) => x),
  y: Float64Array.from(points, ([, y]) => y),
});

describe("the least number of near pairs", () => {
  test("is all pairs of events at one point, however many, and none of events without a place", () => {
    expect(leastNearPairs(at(...Array.from({ length: 1000 }, () => [5, 5] as const)), 100)).toBe((1000 * 999) / 2);
    expect(leastNearPairs(at([NaN, NaN], [NaN, NaN], [1, 1]), 100)).toBe(0);
  });

  test("is never more than there are", () => {
    const coordinate = fc.double({ min: -300, max: 300, noNaN: true });
    fc.assert(
      fc.property(fc.array(fc.tuple(coordinate, coordinate), { maxLength: 30 }), (points) => {
        let near = 0;
        for (const [i, [x, y]] of points.entries())
          for (const [otherX, otherY] of points.slice(0, i))
            if (Math.hypot(x - otherX, y - otherY) <= 100 * (1 + 1e-9)) near++;
        expect(leastNearPairs(at(...points), 100)).toBeLessThanOrEqual(near);
      }),
    );
  });
});
