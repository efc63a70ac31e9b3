import fc from "fast-check";
import { expect, test } from "vitest";
import { discloseGrowing, FEWEST, FEWEST_SENSITIVE } from "./fewest.ts";

test.each([
  [0, FEWEST, { shown: "count", value: 0 }],
  [4, FEWEST, { shown: "fewer-than", than: 5 }],
  [5, FEWEST, { shown: "at-least", value: 5 }],
  [12, FEWEST, { shown: "at-least", value: 10 }],
  [13, FEWEST, { shown: "at-least", value: 10 }],
  [9, FEWEST_SENSITIVE, { shown: "fewer-than", than: 10 }],
  [29, FEWEST_SENSITIVE, { shown: "at-least", value: 20 }],
])("%i that may grow is told, few being under %i, as %j", (value, fewest, told) =>
  expect(discloseGrowing(value, fewest)).toEqual(told),
);

test("whoever has read every release, and knows the rule, is left with five numbers or more at each, and no coming is worked out from two of them", () => {
  const ALL = Array.from({ length: 400 }, (_, value) => value);
  fc.assert(
    fc.property(
      fc.constantFrom(FEWEST, FEWEST_SENSITIVE),
      fc.integer({ min: 1, max: 30 }),
      // They mostly come, and sometimes something is taken back.
      fc.array(fc.integer({ min: -3, max: 6 }), { minLength: 1, maxLength: 30 }),
      (fewest, first, changes) => {
        const history = changes.reduce((so, change) => [...so, Math.max(1, so.at(-1)! + change)], [first]);
        // The rule looks at nothing but the number of the day, so each release is consistent with these and the days do not narrow each other.
        const left = history.map((value) => {
          const page = JSON.stringify(discloseGrowing(value, fewest));
          return ALL.filter((one) => JSON.stringify(discloseGrowing(one, fewest)) === page);
        });
        for (const [at, value] of history.entries()) {
          expect(left[at]).toContain(value);
          // Of the few it is all that are few.
          expect(left[at]!.length).toBeGreaterThanOrEqual(value < fewest ? fewest - 1 : fewest);
        }
        // Also for somebody who knows that nobody was taken back: between two days told differently there are at least as many numbers as are few.
        for (let at = 1; at < history.length; at++) {
          const [from, to] = [left[at - 1]!, left[at]!];
          const came = new Set(from.flatMap((before) => to.map((after) => after - before)));
          expect(came.size).toBeGreaterThanOrEqual(fewest);
        }
      },
    ),
    { numRuns: 300 },
  );
});
