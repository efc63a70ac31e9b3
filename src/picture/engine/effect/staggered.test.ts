import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { normalQuantile } from "../numbers/distributions.ts";
import { chanceOf } from "../numbers/random.ts";
import { type StaggeredUnit, staggeredEffects } from "./staggered.ts";

const TIMES = [1, 2, 3, 4];
const never = undefined;
/** Sixteen places: six that never begin, three at 2, five at 3, two at 4. */
const PLACES: readonly (readonly [firstTreated: number | undefined, ...outcomes: number[]])[] = [
  [never, -1.6, -1.6, 1.5, 3.8],
  [never, 2.3, 1.2, 0.9, 1.4],
  [never, 1.5, 4.3, 2.5, 0.5],
  [never, -1.9, 4.2, 2.4, -0.5],
  [never, -0.2, -1.3, 0.7, 2.0],
  [never, -1.4, 2.1, 1.9, 1.8],
  [2, 0.8, 2.7, -1.3, 2.5],
  [2, -2.0, 0.7, -0.6, 3.0],
  [2, -0.1, 0.4, -0.1, 2.2],
  [3, -2.2, -1.7, 2.4, 0.8],
  [3, 2.3, 2.4, -2.0, 3.5],
  [3, -2.2, 1.1, 2.1, -1.0],
  [3, -0.5, 0.5, 3.9, 0.6],
  [3, 1.5, -1.2, 1.3, 1.3],
  [4, 2.9, 2.1, 6.9, 4.3],
  [4, 1.7, 2.7, 0.8, 2.9],
];
const units = PLACES.map(([firstTreated, ...outcomes]): StaggeredUnit => ({ firstTreated, outcomes }));

describe("a staggered beginning", () => {
  // The same formulas written as matrices in another language: did's att_gt and aggte without bootstrap.
  test("has the effects and standard errors of Callaway and Sant'Anna, by group and time and put together", () => {
    const result = staggeredEffects(TIMES, units)!;
    const told = ({ value, standardError }: { value: number; standardError: number }) =>
      [value.toFixed(6), standardError.toFixed(6)].join(" ").replace("-0.000000", "0.000000");
    expect(result.effects.map((one) => `${one.group} ${one.time}: ${told(one)}`)).toEqual([
      "2 2: 0.000000 1.205312",
      "2 3: -2.100000 1.138713",
      "2 4: 1.283333 1.236576",
      "3 2: -1.260000 1.384233",
      "3 3: 1.153333 1.551695",
      "3 4: 0.803333 1.649699",
      "4 2: -1.600000 1.257864",
      "4 3: 1.283333 2.483604",
      "4 4: -0.100000 1.817507",
    ]);
    expect(told(result.simple)).toBe("0.339683 0.834650");
    expect(result.dynamic.byEventTime.map((one) => `${one.eventTime}: ${told(one)}`)).toEqual([
      "-2: -1.600000 1.257864",
      "-1: -0.533333 1.199866",
      "0: 0.556667 0.868520",
      "1: -0.285417 1.190558",
      "2: 1.283333 1.236576",
    ]);
    expect(told(result.dynamic.overall)).toBe("0.518194 0.901044");
    expect(result.byGroup.groups.map(told)).toEqual(["-0.272222 0.961601", "0.978333 1.381489", "-0.100000 1.817507"]);
    expect(told(result.byGroup.overall)).toBe("0.387500 0.916510");
    expect(result).toMatchObject({ places: 16, neverTreated: 6 });
  });

  test("with one group and two times is the plain difference of changes", () => {
    const two = staggeredEffects(
      [0, 1],
      [
        { firstTreated: 1, outcomes: [5, 9] },
        { firstTreated: 1, outcomes: [3, 5] },
        { firstTreated: never, outcomes: [1, 2] },
        { firstTreated: never, outcomes: [4, 6] },
      ],
    )!;
    expect(two.simple.value).toBeCloseTo(3 - 1.5, 12);
    expect(two.simple.standardError).toBeCloseTo(Math.sqrt(2 / 4 + 0.5 / 4), 12);
    expect(two.dynamic.overall).toEqual(two.simple);
  });

  test("leaves out places that had begun at the first time or lack an outcome, and counts later beginners as untouched", () => {
    const more = [
      ...units,
      { firstTreated: 1, outcomes: [100, 100, 100, 100] },
      { firstTreated: never, outcomes: [1, NaN, 2, 3] },
    ];
    expect(staggeredEffects(TIMES, more)).toEqual(staggeredEffects(TIMES, units));
    const later = units.map((unit) => (unit.firstTreated === never ? { ...unit, firstTreated: 9 } : unit));
    expect(staggeredEffects(TIMES, later)).toEqual(staggeredEffects(TIMES, units));
    const nobody = units.filter(({ firstTreated }) => firstTreated !== never);
    expect(staggeredEffects(TIMES, nobody)).toBeUndefined();
    expect(staggeredEffects(TIMES, nobody, { comparison: "not-yet-treated" })!.effects.map(({ time }) => time)).toEqual(
      [2, 3, 2, 3, 2],
    );
  });

  test("with a universal base is compared with the last time before, which is itself nothing", () => {
    const { effects } = staggeredEffects(TIMES, units, { base: "universal" })!;
    const baseline = effects.filter(({ group, time }) => time === group - 1);
    expect(baseline.map(({ value }) => value)).toEqual([0, 0, 0]);
    expect(effects.filter(({ group, time }) => time >= group).map(({ value }) => value)).toEqual(
      staggeredEffects(TIMES, units)!
        .effects.filter(({ group, time }) => time >= group)
        .map(({ value }) => value),
    );
  });

  test("a level for each place and a shift for each time change nothing; ten times the outcome is ten times the effect", () => {
    const shift = fc.array(fc.double({ min: -50, max: 50, noNaN: true }), { minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(shift, fc.double({ min: 0.5, max: 10, noNaN: true }), (shifts, scale) => {
        const moved = units.map(({ firstTreated, outcomes }, unit) => ({
          firstTreated,
          outcomes: Array.from(outcomes, (one, i) => scale * one + unit * 3 + shifts[i]!),
        }));
        const [plain, changed] = [staggeredEffects(TIMES, units)!, staggeredEffects(TIMES, moved)!];
        expect(changed.simple.value).toBeCloseTo(scale * plain.simple.value, 7);
        expect(changed.dynamic.overall.standardError).toBeCloseTo(scale * plain.dynamic.overall.standardError, 7);
      }),
      { numRuns: 30 },
    );
  });

  test("covers an effect that grows with time nineteen times of twenty", () => {
    let covered = 0;
    for (let round = 0; round < 300; round++) {
      const chance = chanceOf(3, round);
      const noise = () => normalQuantile(Math.max(chance.uniform(), 1e-12));
      const places = Array.from({ length: 80 }, (_, unit) => {
        const firstTreated = [never, never, 2, 3][unit % 4];
        const level = noise() * 3;
        return {
          firstTreated,
          outcomes: TIMES.map((time) => level + time + noise() + Math.max(time - (firstTreated ?? 9) + 1, 0)),
        };
      });
      // Effects 1 at the beginning, 2 and 3 after; groups are equally large.
      const { low, high } = staggeredEffects(TIMES, places)!.simple;
      if (low <= 9 / 5 && high >= 9 / 5) covered++;
    }
    expect(covered / 300).toBeGreaterThan(0.91);
    expect(covered / 300).toBeLessThan(0.985);
  });
});
