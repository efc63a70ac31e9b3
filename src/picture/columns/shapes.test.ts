import { expect, test } from "vitest";
import { bordersOf, middlesOf } from "./shapes.ts";

const shapes = [0, 1, 5].map((west) => [
  [
    [
      [west, 0],
      [west + 1, 0],
      [west + 1, 1],
      [west, 1],
      [west, 0],
    ] as [number, number][],
  ],
]);

test("areas border where they have corners in common, and have their middle in the middle, holes left out", () => {
  expect(bordersOf(shapes)).toEqual([[1], [0], []]);
  const middles = middlesOf([
    ...shapes.slice(0, 1),
    [
      [
        ...shapes[0]![0]!,
        [
          [0, 0],
          [0, 1],
          [0.5, 1],
          [0.5, 0],
          [0, 0],
        ],
      ],
    ],
  ]);
  expect(middles[0]).toEqual([0.5, 0.5]);
  expect(middles[1]![0]).toBeCloseTo(0.75, 9);
});
