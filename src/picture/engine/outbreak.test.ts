import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { tableOf } from "../../../test/reference-table.ts";
import { sharedData } from "../../../test/shared-data.ts";
import { ears, farrington, outbreakWeights, predictionBounds, recurrenceInterval } from "./outbreak.ts";

const SERIES = sharedData("reference/farrington-agona/salmonella_agona.csv");
const ANSWERS = sharedData("reference/farrington-agona/expected.json");

describe("more than was to be expected", () => {
  test.skipIf(SERIES === undefined || ANSWERS === undefined)(
    "is told as R's surveillance tells it, 31 weeks of Salmonella agona",
    () => {
      const series = tableOf(SERIES ?? "").map((row) => Number(row[1]));
      const r = JSON.parse(readFileSync(ANSWERS ?? "", "utf8")) as {
        observed: number[];
        farrington1996: { upper: number[]; alarm: number[] };
      };
      for (const [i, upper] of r.farrington1996.upper.entries()) {
        const week = farrington(series, 281 + i)!;
        expect(week.observed).toBe(r.observed[i]);
        expect(week.upper / upper, `week ${282 + i}`).toBeCloseTo(1, 7);
        expect(week.alarm ? 1 : 0, `week ${282 + i}`).toBe(r.farrington1996.alarm[i]);
      }
    },
  );

  // The reference implementation's own hand-made cases.
  test.each([
    ["none", 1.3073128, 8.6926872, 0.0907246],
    ["1/2", 1.9891097, 9.3744842, 0.1189986],
    ["2/3", 1.8084477, 9.1154825, 0.1094727],
  ] as const)("with the power %s has the bounds that were worked out by hand", (power, lower, upper, chance) => {
    const bounds = predictionBounds(5, 0.2, 1, 0.05, power);
    expect(bounds.lower).toBeCloseTo(lower, 6);
    expect(bounds.upper).toBeCloseTo(upper, 6);
    expect(bounds.chanceAbove(8)).toBeCloseTo(chance, 6);
  });

  test("is not asked without history enough, and a year of nothing makes one case surprising but no alarm", () => {
    expect(farrington([1, 2, 3], 2)).toBeUndefined();
    expect(ears([1, 2, 3], 2, "C1")).toBeUndefined();
    const quiet = Array.from({ length: 230 }, () => 0);
    quiet[229] = 1;
    expect(farrington(quiet, 229)).toMatchObject({ expected: 0, alarm: false, score: Infinity });
  });

  test("EARS: seven days of 1 3 2 4 2 3 1 and then eleven", () => {
    const series = [1, 3, 2, 4, 2, 3, 1, 2, 2, 11];
    // Mean 2.2857, deviation 1.1127 of the first seven; z at 0.999 is 3.0902.
    expect(ears(series, 9, "C2")).toMatchObject({ observed: 11, alarm: true });
    expect(ears(series, 9, "C2")!.expected).toBeCloseTo(16 / 7, 12);
    expect(ears(series, 9, "C2")!.upper).toBeCloseTo(5.7242, 3);
    expect(ears(series, 7, "C1")!.alarm).toBe(false);
    expect(ears([...series, 9, 9], 11, "C3")!.upper).toBeLessThan(ears([...series, 9, 9], 11, "C2")!.upper);
  });

  test("weights of what is past sum to how many there are, and only outbreaks weigh less", () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -4, max: 9, noNaN: true }), { minLength: 2, maxLength: 40 }),
        (residuals) => {
          const weights = outbreakWeights(Float64Array.from(residuals), 1);
          expect(weights.reduce((sum, one) => sum + one, 0)).toBeCloseTo(residuals.length, 9);
          const outbreaks = weights.filter((_, i) => residuals[i]! > 1);
          const usual = weights.filter((_, i) => residuals[i]! <= 1);
          expect(Math.max(0, ...outbreaks)).toBeLessThanOrEqual(Math.min(Infinity, ...usual));
        },
      ),
    );
  });

  test.each([
    [0.01, 20, 5],
    [0.001, 20, 50],
    [0.5, 20, 1],
    [0, 20, Infinity],
  ])("p %d in each of %d series comes back once in %d times", (p, series, times) => {
    expect(recurrenceInterval(p, series)).toBeCloseTo(times, 9);
  });
});
