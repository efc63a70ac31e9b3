import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { tableOf } from "../../../../test/reference-table.ts";
import { sharedData } from "../../../../test/shared-data.ts";
import { alarmLevel, ears, farrington, outbreakWeights, predictionBounds, recurrenceInterval } from "./outbreak.ts";

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

  test("weeks that nobody counted take no part, and ask for nothing where they are needed", () => {
    const weeks = Array.from({ length: 230 }, (_, week) => 5 + ((week * 7) % 4));
    const gaps = weeks.with(21, NaN).with(228, NaN);
    expect(farrington(gaps, 229)!.upper).toBeGreaterThan(farrington(gaps, 229)!.expected);
    expect(farrington(weeks.with(229, NaN), 229)).toBeUndefined();
    for (const method of ["C1", "C2", "C3"] as const) {
      expect(ears(gaps.slice(0, 30), 26, method)).toBeUndefined();
      expect(ears(gaps.slice(0, 30), 20, method)).toBeDefined();
    }
  });

  test("a line in time that cannot be fitted is left out", () => {
    const alone = Array.from({ length: 157 }, (_, week) => (week === 104 ? 1000 : 0));
    expect(farrington(alone, 156, { years: 3, halfWindow: 0 })).toMatchObject({ trend: false });
    expect(
      farrington(
        Array.from({ length: 230 }, () => 4),
        229,
      ),
    ).toMatchObject({ trend: false, alarm: false });
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

  test("EARS has the bounds and the alarms that R's surveillance 1.20 gives for forty made-up weeks", () => {
    const weeks = [
      4, 5, 6, 9, 4, 9, 10, 7, 7, 2, 4, 4, 7, 5, 8, 6, 7, 13, 5, 8, 10, 4, 7, 3, 4, 5, 1, 5, 9, 14, 18, 20, 15, 4, 8, 7,
      8, 3, 7, 5,
    ];
    const bounds = {
      C1: [14.636034, 14.150845, 13.82596, 15.854014, 15.139728],
      C2: [14.636034, 14.150845, 13.82596, 15.854014, 15.139728],
      C3: [10.397389, 15.996871, 13.996871, 16.996871, 14.258993],
    };
    const alarms = { C1: [17, 29], C2: [17, 29, 30, 31], C3: [31, 32, 33] };
    for (const method of ["C1", "C2", "C3"] as const) {
      const found = weeks.map((_, week) => ears(weeks, week, method));
      const first = found.findIndex((one) => one !== undefined);
      for (const [at, bound] of bounds[method].entries()) expect(found[first + at]!.upper).toBeCloseTo(bound, 6);
      expect(found.flatMap((one, week) => (one?.alarm === true ? [week] : []))).toEqual(alarms[method]);
    }
  });

  test("EARS C3 adds what the two days before exceeded theirs by: worked out from the printed formula", () => {
    const series = [2, 4, 3, 5, 2, 4, 3, 3, 2, 6, 7, 5, 3, 8];
    // Each day beside the seven that end three days before it.
    const past = (day: number) => {
      const seven = series.slice(day - 9, day - 2);
      const mean = seven.reduce((sum, one) => sum + one, 0) / 7;
      return { mean, deviation: Math.sqrt(seven.reduce((sum, one) => sum + (one - mean) ** 2, 0) / 6) };
    };
    const { mean, deviation } = past(13);
    const beyond = (day: number) => Math.max((series[day]! - past(day).mean) / past(day).deviation - 1, 0);
    const carried = beyond(12) + beyond(11);
    expect(carried).toBeGreaterThan(0);
    const day = ears(series, 13, "C3", { alpha: 0.025, thirdBound: "published" })!;
    expect(day.expected).toBeCloseTo(mean, 12);
    expect(day.upper).toBeCloseTo(mean + deviation * (1.959963984540054 - carried), 9);
    expect(day.p).toBeCloseTo(0.5 * erfc(((8 - mean) / deviation + carried) / Math.SQRT2), 6);
    // surveillance's code, not its manual: from the count itself, so that only the days before can call.
    const printed = ears(series, 13, "C3", { alpha: 0.025 })!;
    expect(printed.upper).toBeCloseTo(8 + deviation * (1.959963984540054 - carried), 9);
    expect(printed.alarm).toBe(carried > 1.959963984540054);
  });

  test("EARS with a baseline that never varied calls at the first case, unless a least deviation is asked for", () => {
    const quiet = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1];
    expect(ears(quiet, 11, "C1")).toMatchObject({ upper: 0, alarm: true, p: 0 });
    expect(ears(quiet, 11, "C1", { leastDeviation: 0.5 })).toMatchObject({ alarm: false });
    expect(ears([...quiet.slice(0, 11), 0], 11, "C3")).toMatchObject({ upper: 0, alarm: false, p: 0.5 });
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

  test("a list calls falsely once a year however long it is, and what just calls recurs once a year", () => {
    for (const series of [1, 20, 5800]) expect(recurrenceInterval(alarmLevel(series, 52), series)).toBeCloseTo(52, 9);
  });
});

/** Abramowitz and Stegun 7.1.26, for z above nothing. */
function erfc(z: number): number {
  const t = 1 / (1 + 0.3275911 * z);
  const sum = t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))));
  return sum * Math.exp(-z * z);
}
