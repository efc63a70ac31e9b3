import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sharedData } from "../../../../test/shared-data.ts";
import {
  displacementParts,
  displacementQuotient,
  harmWeighted,
  rateRatio,
  relativeEffectSize,
  weightedDisplacement,
  type BeforeAfter,
  type Difference,
} from "./before-after.ts";

const REFERENCE = sharedData("reference/wdd-ptools/expected.json");
const counted = (before: number, after: number): BeforeAfter => ({ before, after });

function expectFigures({ value, standardError }: Difference, estimate: number, error: number): void {
  expect(value).toBeCloseTo(estimate, 9);
  expect(standardError).toBeCloseTo(error, 9);
}

describe("before and after", () => {
  type Figures = Record<string, number>;
  test.skipIf(REFERENCE === undefined)("as the published cases have it", () => {
    const r = JSON.parse(readFileSync(REFERENCE ?? "", "utf8")) as {
      paper: Figures;
      wdq: Figures;
      RES: Figures & { ci: number[] };
    };
    const [treated, comparison, around, aroundComparison] = [
      counted(207, 110),
      counted(308, 318),
      counted(178, 157),
      counted(150, 140),
    ];
    const { local, displaced, total } = weightedDisplacement(treated, comparison, around, aroundComparison);
    expectFigures(local, r.paper["Est_Local"]!, r.paper["SE_Local"]!);
    expectFigures(displaced, r.paper["Est_Displace"]!, r.paper["SE_Displace"]!);
    expectFigures(total, r.paper["Est_Total"]!, r.paper["SE_Total"]!);
    expect(total.z).toBeCloseTo(r.paper["Z"]!, 9);
    expect([total.low, total.high].map((end) => end.toFixed(6))).toEqual([
      r.paper["LowCI"]!.toFixed(6),
      r.paper["HighCI"]!.toFixed(6),
    ]);
    expect(displacementQuotient(treated, around, comparison)).toBeCloseTo(r.wdq["WDQ"]!, 12);
    const size = relativeEffectSize(treated, comparison)!;
    expect(size.value).toBeCloseTo(r.RES["RES"]!, 12);
    expect(size.lnStandardError ** 2).toBeCloseTo(r.RES["var"]!, 12);
    // The reference rounds its z to 1.96.
    expect(size.low).toBeCloseTo(r.RES.ci[0]!, 4);
    expect(size.high).toBeCloseTo(r.RES.ci[1]!, 4);
    expect(rateRatio(treated, comparison)!.value).toBeCloseTo(r.RES["IRR_did"]!, 12);
  });

  test.skipIf(REFERENCE === undefined)(
    "as the published cases have it with unlike times, unlike areas, and kinds that harm unlike",
    () => {
      const r = JSON.parse(readFileSync(REFERENCE ?? "", "utf8")) as Record<
        "time_weights" | "area_weights" | "harm" | "wdq",
        Figures
      >;
      const twice = weightedDisplacement(counted(80, 20), counted(100, 50), undefined, undefined, { beforeTime: 2 });
      expectFigures(twice.total, r.time_weights["Est_Total"]!, r.time_weights["SE_Total"]!);
      expect(twice.total.standardError).toBeCloseTo(Math.sqrt(115), 12);
      const areas = weightedDisplacement(counted(207, 110), counted(308, 318), counted(178, 157), counted(150, 140), {
        areas: [1.2, 0.9, 1.5, 1.6],
      });
      expectFigures(areas.local, r.area_weights["Est_Local"]!, r.area_weights["SE_Local"]!);
      expectFigures(areas.displaced, r.area_weights["Est_Displace"]!, r.area_weights["SE_Displace"]!);
      expectFigures(areas.total, r.area_weights["Est_Total"]!, r.area_weights["SE_Total"]!);
      // Robbery, burglary and theft, ten, five and one apiece.
      const kinds = [
        weightedDisplacement(counted(20, 10), counted(20, 20)).local,
        weightedDisplacement(counted(25, 20), counted(30, 30)).local,
        weightedDisplacement(counted(70, 20), counted(80, 60)).local,
      ];
      expectFigures(harmWeighted(kinds, [10, 5, 1]), r.harm["HarmEst"]!, r.harm["SE_HarmEst"]!);
      const parts = displacementParts(counted(207, 110), counted(178, 157), counted(308, 318))!;
      expect(parts.grossEffect).toBe(r.wdq["GE"]);
      expect(parts.netEffect).toBeCloseTo(r.wdq["NE"]!, 12);
      expect(parts.totalNetEffect).toBeCloseTo(r.wdq["TNE"]!, 9);
      expect(displacementParts(counted(1, 1), counted(1, 1), counted(0, 1))).toBeUndefined();
    },
  );

  test("the surroundings' variance is the sum of their counts, each by its own weight alone", () => {
    const { displaced } = weightedDisplacement(counted(0, 0), counted(0, 0), counted(30, 20), counted(40, 10), {
      beforeTime: 2,
      areas: [1, 1, 3, 5],
    });
    expect(displaced.standardError ** 2).toBeCloseTo(30 / 36 + 20 / 9 + 40 / 100 + 10 / 25, 12);
  });

  test("WDQ's sign: fifty moved from the place to its surroundings is minus one", () => {
    expect(displacementQuotient(counted(100, 50), counted(100, 150), counted(100, 100))).toBe(-1);
  });

  test("nothing is made of nothing: a zero has no ratio, and no change has no quotient", () => {
    expect(rateRatio(counted(0, 4), counted(3, 3))).toBeUndefined();
    expect(relativeEffectSize(counted(4, 0), counted(3, 3))).toBeUndefined();
    expect(displacementQuotient(counted(10, 10), counted(5, 9), counted(7, 7))).toBeUndefined();
    expect(displacementQuotient(counted(10, 5), counted(5, 9), counted(0, 7))).toBeUndefined();
    expect(weightedDisplacement(counted(0, 0), counted(0, 0)).total).toMatchObject({ value: 0, low: 0, high: 0, z: 0 });
  });

  test("two places that change alike differ by nothing, and twice the time halves what is counted", () => {
    const count = fc.integer({ min: 1, max: 500 });
    fc.assert(
      fc.property(count, count, (before, after) => {
        const place = counted(before, after);
        expect(weightedDisplacement(place, place).total.value).toBe(0);
        expect(rateRatio(place, place)!.value).toBeCloseTo(1, 12);
        const once = weightedDisplacement(place, counted(7, 9)).local;
        const twice = weightedDisplacement(counted(2 * before, 2 * after), counted(14, 18), undefined, undefined, {
          beforeTime: 2,
          afterTime: 2,
        }).local;
        expect(twice.value).toBeCloseTo(once.value, 9);
        expect(twice.standardError).toBeLessThan(once.standardError);
      }),
    );
  });
});
