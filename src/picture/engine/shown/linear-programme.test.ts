import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { simplex } from "./linear-programme.ts";

describe("a linear programme", () => {
  test("is solved at the corner where it is best (Chvátal 1983, page 13)", () => {
    // Most of 5a + 4b + 3c when 2a + 3b + c ≤ 5, 4a + b + 2c ≤ 11, 3a + 4b + 2c ≤ 8: 13, at 2, 0, 1.
    const programme = simplex();
    const all = [5, 4, 3].map((gain) => {
      const variable = programme.addVariable(0, Infinity);
      programme.setCost(variable, -gain);
      return variable;
    });
    programme.addRow(all, [2, 3, 1], -Infinity, 5);
    programme.addRow(all, [4, 1, 2], -Infinity, 11);
    programme.addRow(all, [3, 4, 2], -Infinity, 8);
    expect(programme.minimise()).toBe("optimal");
    expect(all.map(programme.valueOf)).toEqual([2, 0, 1]);
  });

  test("says when nothing solves it, and when nothing stops it", () => {
    const programme = simplex();
    const variable = programme.addVariable(0, Infinity);
    programme.setCost(variable, -1);
    expect(programme.minimise()).toBe("unbounded");
    programme.addRow([variable], [1], -Infinity, 3);
    expect(programme.minimise()).toBe("optimal");
    programme.addRow([variable], [2], 7, Infinity);
    expect(programme.minimise()).toBe("infeasible");
    programme.setBounds(variable, 4, 4);
    expect(programme.minimise()).toBe("infeasible");
  });

  test("that goes in circles by Dantzig's rule alone ends all the same (Beale 1955)", () => {
    const programme = simplex();
    const all = [-0.75, 150, -0.02, 6].map((cost) => {
      const variable = programme.addVariable(0, Infinity);
      programme.setCost(variable, cost);
      return variable;
    });
    programme.addRow(all, [0.25, -60, -0.04, 9], -Infinity, 0);
    programme.addRow(all, [0.5, -90, -0.02, 3], -Infinity, 0);
    programme.addRow([all[2]!], [1], -Infinity, 1);
    expect(programme.minimise()).toBe("optimal");
    expect(all.reduce((sum, v, i) => sum + [-0.75, 150, -0.02, 6][i]! * programme.valueOf(v), 0)).toBeCloseTo(-0.05, 9);
  });

  const small = fc.integer({ min: -4, max: 4 });
  const programmes = fc.integer({ min: 1, max: 7 }).chain((size) =>
    fc.record({
      point: fc.array(fc.integer({ min: -3, max: 3 }), { minLength: size, maxLength: size }),
      room: fc.array(fc.tuple(fc.nat(4), fc.nat(4)), { minLength: size, maxLength: size }),
      costs: fc.array(fc.array(small, { minLength: size, maxLength: size }), { minLength: 1, maxLength: 3 }),
      rows: fc.array(fc.tuple(fc.array(small, { minLength: size, maxLength: size }), fc.nat(5), fc.nat(5)), {
        maxLength: 7,
      }),
    }),
  );

  test("that has a solution ends where every price says that nothing is better, whatever was solved before", () => {
    fc.assert(
      fc.property(programmes, ({ point, room, costs, rows }) => {
        const programme = simplex();
        const all = point.map((at, i) => programme.addVariable(at - room[i]![0], at + room[i]![1], at));
        const ends: (readonly [low: number, high: number])[] = [];
        for (const [i, cost] of costs.entries()) {
          for (const [variable, each] of cost.entries()) programme.setCost(variable, each);
          // Rows come between programmes, as cuts do.
          for (const [coefficients, below, over] of rows.filter((_, row) => row % costs.length === i)) {
            const sum = coefficients.reduce((so, each, j) => so + each * point[j]!, 0);
            ends.push([sum - below, sum + over]);
            programme.addRow(all, coefficients, sum - below, sum + over);
          }
          expect(programme.minimise()).toBe("optimal");
          const bounds = [...point.map((at, j) => [at - room[j]![0], at + room[j]![1]] as const), ...ends];
          for (const [j, price] of programme.reducedCosts().entries()) {
            const [low, high] = bounds[j]!;
            const value = programme.valueOf(j);
            expect(value).toBeGreaterThanOrEqual(low - 1e-6);
            expect(value).toBeLessThanOrEqual(high + 1e-6);
            const best = price > 1e-6 ? low : price < -1e-6 ? high : value;
            expect(value).toBeCloseTo(best, 6);
          }
        }
      }),
      { numRuns: 400 },
    );
  });
});
