import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sharedData } from "../../../../test/shared-data.ts";
import { adjusted } from "./multiple-testing.ts";

const REFERENCE = sharedData("reference/fdr-bh1995/expected.json");

describe("p-values that were asked together", () => {
  test.skipIf(REFERENCE === undefined)(
    "are R's p.adjust; Benjamini and Hochberg reject four where Bonferroni rejects three",
    () => {
      const r = JSON.parse(readFileSync(REFERENCE ?? "", "utf8")) as Record<string, number[]>;
      for (const [name, by] of [
        ["BH", "benjamini-hochberg"],
        ["BY", "benjamini-yekutieli"],
        ["bonf", "bonferroni"],
        ["holm", "holm"],
      ] as const)
        for (const [i, p] of adjusted(r["p"]!, by).entries()) expect(p, `${name} ${i}`).toBeCloseTo(r[name]![i]!, 12);
      const rejected = (by: Parameters<typeof adjusted>[1]) => adjusted(r["p"]!, by).filter((p) => p <= 0.05).length;
      expect([rejected("benjamini-hochberg"), rejected("bonferroni")]).toEqual([4, 3]);
    },
  );

  test("never look smaller for company, keep their order, and do not care which came first", () => {
    const family = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(family, (p) => {
        for (const by of ["bonferroni", "holm", "benjamini-hochberg", "benjamini-yekutieli"] as const) {
          const together = adjusted(p, by);
          const backwards = adjusted(p.toReversed(), by).toReversed();
          for (const [i, one] of together.entries()) {
            expect(one).toBeGreaterThanOrEqual(p[i]! - 1e-15);
            expect(one).toBeLessThanOrEqual(1);
            expect(backwards[i]).toBeCloseTo(one, 12);
          }
        }
      }),
    );
  });

  test("leave what could not be tested out of the family", () => {
    for (const by of ["bonferroni", "holm", "benjamini-hochberg", "benjamini-yekutieli"] as const) {
      const [first, none, second] = adjusted([0.02, NaN, 0.01], by);
      expect(none).toBeNaN();
      expect([first, second]).toEqual([...adjusted([0.02, 0.01], by)]);
    }
  });

  test("find falsely no more often than they say: 400 families of ten true nothings and ten strong somethings", () => {
    let state = 12345;
    const uniform = () => (state = (state * 1_103_515_245 + 12_345) % 2_147_483_648) / 2_147_483_648;
    let share = 0;
    for (let family = 0; family < 400; family++) {
      const p = Array.from({ length: 20 }, (_, i) => (i < 10 ? uniform() : uniform() * 1e-4));
      const found = [...adjusted(p, "benjamini-hochberg").keys()].filter(
        (i) => adjusted(p, "benjamini-hochberg")[i]! <= 0.1,
      );
      share += found.filter((i) => i < 10).length / Math.max(found.length, 1) / 400;
    }
    // Exactly 0.1 × 10/20 is expected; three standard errors of room.
    expect(share).toBeGreaterThan(0.03);
    expect(share).toBeLessThan(0.065);
  });
});
