import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { poissonQuantile } from "../numbers/distributions.ts";
import { persistenceOf, recurrenceOf, returnToMean, withMost } from "./persistence.ts";
import { chanceOf } from "../numbers/random.ts";

describe("whether a place stands out again", () => {
  test.each([
    ["all of them", [1, 1, 0, 0], [1, 1, 0, 0], { chosen: 2, still: 2, expectedStill: 1 }],
    ["none of them", [1, 1, 0, 0], [0, 0, 1, 1], { chosen: 2, still: 0, expectedStill: 1 }],
    ["one of two", [1, 1, 0, 0], [1, 0, 0, 0], { chosen: 2, still: 1, expectedStill: 0.5 }],
  ])("counts %s", (_, first, second, wanted) => {
    expect(persistenceOf(first, second)).toMatchObject(wanted);
  });
  test("says nothing where nothing was chosen", () => {
    expect(persistenceOf([0, 0], [1, 0])).toBeUndefined();
    expect(persistenceOf([], [])).toBeUndefined();
    expect(returnToMean([], [], []).kept).toBeUndefined();
  });

  test("chooses those with most, ties together and never the empty", () => {
    expect([...withMost([5, 3, 3, 1], 2)]).toEqual([1, 1, 1, 0]);
    expect([...withMost([5, 0, 0], 2)]).toEqual([1, 0, 0]);
    expect([...withMost([2, 1], 9)]).toEqual([1, 1]);
    expect([...withMost([], 2)]).toEqual([]);
  });

  test("places that only had luck go back to where all are; places that are different stay", () => {
    const chance = chanceOf(6, 0);
    const counts = (mean: (place: number) => number) =>
      Float64Array.from({ length: 2000 }, (_, place) => poissonQuantile(chance.uniform(), mean(place)));
    const alike = () => counts(() => 5);
    const [lucky, later] = [alike(), alike()];
    const back = returnToMean(lucky, later, withMost(lucky, 100));
    expect(back.second).toBeLessThan(back.first / 1.5);
    expect(back.kept!.low).toBeLessThan(0);
    expect(back.kept!.high).toBeGreaterThan(0);
    const different = () => counts((place) => (place < 100 ? 40 : 5));
    const [high, still] = [different(), different()];
    const kept = returnToMean(high, still, withMost(high, 100));
    expect(kept.kept!.value).toBeGreaterThan(0.85);
    expect(persistenceOf(withMost(high, 100), withMost(still, 100))!.share.low).toBeGreaterThan(0.8);
    expect(persistenceOf(withMost(lucky, 100), withMost(later, 100))!.share.high).toBeLessThan(0.3);
  });

  const flags = fc.array(fc.integer({ min: 0, max: 1 }), { minLength: 6, maxLength: 6 });
  test("in how many periods adds up, found and expected alike", () => {
    fc.assert(
      fc.property(fc.array(flags, { minLength: 1, maxLength: 5 }), (periods) => {
        const { times, atLeast, expectedAtLeast } = recurrenceOf(periods);
        const all = periods.flat().reduce((sum, one) => sum + one, 0);
        expect(times.reduce((sum, one) => sum + one, 0)).toBe(all);
        expect(atLeast[0]).toBe(6);
        expect(atLeast.slice(1).reduce((sum, one) => sum + one, 0)).toBe(all);
        // Choosing without regard to each other changes who, not how many.
        expect(expectedAtLeast.slice(1).reduce((sum, one) => sum + one, 0)).toBeCloseTo(all, 9);
      }),
    );
    expect(recurrenceOf([]).atLeast).toEqual([0]);
    expect(
      recurrenceOf([
        [1, 0],
        [1, 0],
      ]).expectedAtLeast,
    ).toEqual([2, 1.5, 0.5]);
  });
});
