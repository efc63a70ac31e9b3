import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { conditionalP, independentHits } from "./conditional-permutation.ts";
import { chanceOf } from "../numbers/random.ts";

describe("a cell's neighbours drawn from all others", () => {
  const map = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 4, maxLength: 60 });
  test("are drawn by the kernel as by its twin", () => {
    fc.assert(
      fc.property(map, fc.integer({ min: 0, max: 3 }), (values, size) => {
        const around = { sum: values.map((_, i) => (i * 7) % 20), cells: values.map(() => size) };
        const hits = independentHits(values, around, 49, 5);
        expect([...conditionalP(values, around, { draws: 49, seed: 5, sharing: "independent" })]).toEqual(
          Array.from(hits, (one) => (1 + one) / 50),
        );
      }),
      { numRuns: 60 },
    );
  });

  test("have the p that counting every choice gives, shared or not; the cell itself is never drawn", () => {
    // Two others of five: ten choices. Cell 0 holds what nobody else does.
    const values = [100, 1, 2, 3, 4, 5];
    const sum = values.map(() => 8);
    const around = { sum, cells: values.map(() => 2) };
    for (const sharing of ["shared", "independent"] as const) {
      const p = conditionalP(values, around, { draws: 9999, sharing });
      // For cell 0: 3 + 5 and 4 + 5. For cell 1: the five pairs with 100, 3 + 5 and 4 + 5 fewer those not there.
      expect(Math.abs(p[0]! - 0.2)).toBeLessThan(0.02);
      expect(Math.abs(p[1]! - 0.6)).toBeLessThan(0.02);
      expect(Math.abs(p[5]! - 0.4)).toBeLessThan(0.02);
    }
  });

  test("all of them drawn leave no doubt, and none drawn say nothing", () => {
    const values = [3, 1, 4, 1, 5];
    const all = { sum: values.map((value) => 14 - value), cells: values.map(() => 4) };
    expect([...conditionalP(values, all, { draws: 19 })]).toEqual([1, 1, 1, 1, 1]);
    const none = { sum: values.map(() => 0), cells: values.map(() => 0) };
    for (const sharing of ["shared", "independent"] as const)
      expect([...conditionalP(values, none, { draws: 19, sharing })]).toEqual([1, 1, 1, 1, 1]);
  });

  test("give each cell its own p whoever else is asked, and a map of more cells than sixteen bits number one as well", () => {
    const chance = chanceOf(1, 1);
    const values = Float64Array.from({ length: 70_000 }, () => chance.below(5));
    const around = { sum: values.map((_, i) => (i < 3 ? 20 : 0)), cells: values.map((_, i) => (i < 3 ? 6 : 0)) };
    const p = conditionalP(values, around, { draws: 99, sharing: "independent" });
    const alone = conditionalP(
      values,
      { ...around, cells: values.map((_, i) => (i === 2 ? 6 : 0)) },
      {
        draws: 99,
        sharing: "independent",
      },
    );
    expect(alone[2]).toBe(p[2]);
    expect(p[2]).toBeGreaterThan(0.01);
    expect(p[2]).toBeLessThan(0.2);
  });
});
