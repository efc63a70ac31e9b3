import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sharedData } from "../../../../test/shared-data.ts";
import { poissonUpper } from "../numbers/distributions.ts";
import { chanceSomewhere } from "./moving-window.ts";
import { chanceOf } from "../numbers/random.ts";

const REFERENCE = sharedData("reference/wdd-ptools/expected.json");

describe("as many somewhere", () => {
  test.skipIf(REFERENCE === undefined)(
    "is London's six cyclists in a fortnight, and six in some week of five years",
    () => {
      const { scanw } = JSON.parse(readFileSync(REFERENCE ?? "", "utf8")) as { scanw: [number, number] };
      // ptools' last sum stops one term early (Naus has r up to n − 1), which is a millionth here. It writes periods less the window's length for windows less two, so that its second
      // case, with windows of one period, is one window longer.
      expect(chanceSomewhere(6, 0.6, 208)).toBeCloseTo(scanw[0], 5);
      expect(chanceSomewhere(6, 1, 261)).toBeCloseTo(scanw[1], 3);
    },
  );

  // Four million invented triples of windows: 0.66211, with a standard error of 0.00024.
  test("has Naus' whole last sum: no three of one a window within a window's length, in three windows", () => {
    expect(Math.abs(1 - chanceSomewhere(3, 1, 3) - 0.66211)).toBeLessThan(0.00075);
  });

  test("is what invented years give: three or more in some stretch as long as a window", () => {
    const [windows, mean, count, rounds] = [20, 0.25, 3, 4000];
    const chance = chanceOf(73, 1);
    let found = 0;
    for (let round = 0; round < rounds; round++) {
      const times: number[] = [];
      for (let at = -Math.log(1 - chance.uniform()) / mean; at < windows; at -= Math.log(1 - chance.uniform()) / mean)
        times.push(at);
      if (times.some((at, i) => i >= count - 1 && at - times[i - count + 1]! <= 1)) found++;
    }
    expect(Math.abs(found / rounds - chanceSomewhere(count, mean, windows))).toBeLessThan(0.025);
  });

  test("is more than in a week chosen beforehand, grows with the time and falls with the count", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 12 }),
        fc.double({ min: 0.05, max: 1.5, noNaN: true }),
        fc.integer({ min: 2, max: 400 }),
        (count, mean, windows) => {
          const here = chanceSomewhere(count, mean, windows);
          expect(here).toBeGreaterThanOrEqual(poissonUpper(count, mean) - 1e-9);
          expect(chanceSomewhere(count, mean, windows + 50)).toBeGreaterThanOrEqual(here - 1e-12);
          expect(chanceSomewhere(count + 1, mean, windows)).toBeLessThanOrEqual(here + 1e-12);
        },
      ),
    );
  });
});
