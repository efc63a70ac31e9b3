import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { gammaQuantile, poissonCdf, poissonMass, poissonQuantile } from "../numbers/distributions.ts";
import { funnelDispersion, funnelLimits, funnelPlace } from "./funnel.ts";
import { chanceOf } from "../numbers/random.ts";

const mean = fc.double({ min: 0.05, max: 400, noNaN: true });

describe("a funnel", () => {
  test.each([
    [10, 10, "within"],
    [18, 10, "outside-95"],
    [17, 10, "within"],
    [22, 10, "outside-99.8"],
    [21, 10, "outside-95"],
    [4, 10, "within"],
    [3, 10, "outside-95"],
    [1, 10, "outside-99.8"],
    [0, 2, "within"],
    [0, 4, "outside-95"],
    [0, 7, "outside-99.8"],
    [2, 0, "outside-99.8"],
    [0, 0, "within"],
  ] as const)("%d where %d are expected lies %s", (count, expected, place) => {
    expect(funnelPlace(count, expected).place).toBe(place);
  });

  test("has limits between the whole counts whose chances lie on either side, and wider ones outside narrower", () => {
    fc.assert(
      fc.property(mean, (expected) => {
        const { low998, low95, high95, high998 } = funnelLimits(expected);
        expect(high95 - expected).toBeGreaterThan(0);
        expect([low998, low95, high95, high998]).toEqual([low998, low95, high95, high998].toSorted((a, b) => a - b));
        expect(poissonCdf(Math.ceil(high998), expected)).toBeGreaterThanOrEqual(0.999 - 1e-12);
        expect(poissonCdf(Math.floor(high998) - 1, expected)).toBeLessThan(0.999);
      }),
    );
  });

  test("calls no area oftener than its limits say", () => {
    fc.assert(
      fc.property(mean, (expected) => {
        const called = { within: 0, "outside-95": 0, "outside-99.8": 0 };
        for (let count = 0; count < expected + 12 * Math.sqrt(expected) + 30; count++)
          called[funnelPlace(count, expected).place] += poissonMass(count, expected);
        expect(called["outside-95"] + called["outside-99.8"]).toBeLessThanOrEqual(0.05 + 1e-9);
        expect(called["outside-99.8"]).toBeLessThanOrEqual(0.002 + 1e-9);
      }),
      { numRuns: 40 },
    );
  });

  test("knows chance from more than chance, and does not let three outliers say that all vary", () => {
    const chance = chanceOf(41, 1);
    const expected = Array.from({ length: 290 }, (_, i) => 5 + i / 3);
    const plain = expected.map((one) => poissonQuantile(chance.uniform(), one));
    const double = expected.map((one) => poissonQuantile(chance.uniform(), gammaQuantile(chance.uniform(), one)));
    expect(funnelDispersion(plain, expected)).toBeLessThan(1.25);
    expect(funnelDispersion(double, expected)).toBeGreaterThan(1.6);
    expect(funnelDispersion(double, expected)).toBeLessThan(2.5);
    const three = plain.map((count, i) => (i < 3 ? count + 300 : count));
    expect(funnelDispersion(three, expected)).toBeLessThan(1.3);
    expect(funnelDispersion(plain.slice(0, 9), expected.slice(0, 9))).toBe(1);
    expect(funnelPlace(40, 20, 4).tail).toBeGreaterThan(funnelPlace(40, 20).tail);
  });
});
