import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { judge, percentChange } from "./verdict.ts";

const between = (low: number, high: number) => ({ low, high });

describe("what may be said of a change", () => {
  test.each([
    [
      "an interval wholly below one is better",
      { counts: [207, 110], ratio: between(0.39, 0.68), smallestVisibleRatio: 0.6 },
      "better",
      undefined,
    ],
    [
      "an interval wholly above one is worse",
      { counts: [100, 200], ratio: between(1.4, 2.9), smallestVisibleRatio: 0.6 },
      "worse",
      undefined,
    ],
    [
      "more is better where more is wanted",
      { counts: [100, 200], ratio: between(1.4, 2.9), smallestVisibleRatio: 0.6, fewerIsBetter: false },
      "better",
      undefined,
    ],
    [
      "fewer is worse where more is wanted",
      { counts: [200, 100], ratio: between(0.4, 0.9), smallestVisibleRatio: 0.6, fewerIsBetter: false },
      "worse",
      undefined,
    ],
    [
      "nothing is seen although a third less would have been",
      { counts: [150, 140], ratio: between(0.8, 1.2), smallestVisibleRatio: 0.67 },
      "no-visible-change",
      undefined,
    ],
    [
      "nothing is seen, and nothing could have been",
      { counts: [12, 11], ratio: between(0.4, 2.1), smallestVisibleRatio: undefined },
      "cannot-tell",
      "change-too-small-to-see",
    ],
    [
      "only a fall of seven tenths would be seen",
      { counts: [20, 18], ratio: between(0.4, 1.7), smallestVisibleRatio: 0.3 },
      "cannot-tell",
      "change-too-small-to-see",
    ],
    [
      "a fall of a third would be seen, but a tenth was aimed at",
      { counts: [150, 140], ratio: between(0.8, 1.2), smallestVisibleRatio: 0.67, goal: 0.1 },
      "cannot-tell",
      "change-too-small-to-see",
    ],
    [
      "nine before are too few, however clear it looks",
      { counts: [9, 60], ratio: between(2, 9), smallestVisibleRatio: 0.6 },
      "cannot-tell",
      "few-events",
    ],
    [
      "nine after are too few, however clear it looks",
      { counts: [60, 9], ratio: between(0.1, 0.5), smallestVisibleRatio: 0.6 },
      "cannot-tell",
      "few-events",
    ],
    [
      "a comparison of nothing",
      { counts: [60, 30], ratio: undefined, smallestVisibleRatio: 0.6 },
      "cannot-tell",
      "no-comparison",
    ],
    [
      "two points are no trend",
      { counts: [60, 30], ratio: between(0.2, 0.8), smallestVisibleRatio: 0.6, points: 2 },
      "cannot-tell",
      "two-points",
    ],
    [
      "three points may be",
      { counts: [60, 30], ratio: between(0.2, 0.8), smallestVisibleRatio: 0.6, points: 3 },
      "better",
      undefined,
    ],
  ] as const)("%s", (_, evidence, verdict, because) => {
    expect(judge(evidence)).toEqual({ verdict, because });
  });

  test.each([
    [10, 12, 20],
    [40, 30, -25],
    [9, 30, undefined],
    [30, 9, undefined],
    [0, 0, undefined],
  ])("from %d to %d is %s per cent", (before, after, percent) => {
    const said = percentChange(before, after);
    expect(said === undefined ? undefined : Math.round(said * 1e9) / 1e9).toBe(percent);
  });

  test("turning what is wanted turns better and worse, and nothing else", () => {
    const ratio = fc.tuple(fc.double({ min: 0.1, max: 3, noNaN: true }), fc.double({ min: 0, max: 3, noNaN: true }));
    fc.assert(
      fc.property(ratio, fc.integer({ min: 0, max: 40 }), fc.boolean(), ([low, width], count, visible) => {
        const evidence = {
          counts: [count, 30],
          ratio: between(low, low + width),
          smallestVisibleRatio: visible ? 0.7 : undefined,
        };
        const turned = { better: "worse", worse: "better" } as Record<string, string>;
        const there = judge(evidence);
        const back = judge({ ...evidence, fewerIsBetter: false });
        expect(back).toEqual({ ...there, verdict: turned[there.verdict] ?? there.verdict });
      }),
    );
  });
});
