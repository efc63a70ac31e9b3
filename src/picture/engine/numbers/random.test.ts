import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { chanceOf, gumbelP, rankP } from "./random.ts";

describe("chance", () => {
  test("is the same for the same seed and stream, and another for another", () => {
    const draw = (seed: number, stream: number) => {
      const chance = chanceOf(seed, stream);
      return Array.from({ length: 20 }, () => chance.bits());
    };
    expect(draw(1, 2)).toEqual(draw(1, 2));
    expect(draw(1, 2)).not.toEqual(draw(1, 3));
    expect(draw(1, 2)).not.toEqual(draw(2, 2));
  });

  // Known answers of Random123's kat_vectors for philox2x32-10: counter (0, 0) key 0; then all ones is checked by its own round trip below.
  test("is Philox 2x32-10: the published first answer", () => {
    const chance = chanceOf(0, 0);
    expect([chance.bits(), chance.bits()]).toEqual([0xff1dae59, 0x6cd10df2]);
  });

  test("is even: every number below ten comes as often, every order of three as well", () => {
    const chance = chanceOf(7, 0);
    const seen = Array.from({ length: 10 }, () => 0);
    for (let i = 0; i < 100_000; i++) seen[chance.below(10)]!++;
    const chiSquared = seen.reduce((sum, count) => sum + (count - 10_000) ** 2 / 10_000, 0);
    expect(chiSquared).toBeLessThan(27.9); // 0.1 % with nine degrees of freedom
    const orders = new Map<string, number>();
    for (let i = 0; i < 60_000; i++) {
      const three = Int32Array.of(0, 1, 2);
      chance.shuffle(three);
      orders.set(three.join(""), (orders.get(three.join("")) ?? 0) + 1);
    }
    expect(orders.size).toBe(6);
    for (const count of orders.values()) expect(Math.abs(count - 10_000)).toBeLessThan(400);
    let mean = 0;
    for (let i = 0; i < 100_000; i++) mean += chance.uniform() / 100_000;
    expect(mean).toBeCloseTo(0.5, 2);
  });
});

describe("p of a maximum", () => {
  test("counts ties and itself", () => {
    expect(rankP(5, [1, 2, 3])).toBe(0.25);
    expect(rankP(3, [1, 2, 3])).toBe(0.5);
    expect(rankP(3, [1, 2, 3 - 1e-12])).toBe(0.5);
    expect(rankP(0, [0, 0, 0])).toBe(1);
  });
  test("by Gumbel is the rank's where the maxima do not vary: never nothing, never no number", () => {
    expect(gumbelP(5, [4, 4, 4])).toBe(rankP(5, [4, 4, 4]));
    expect(gumbelP(4, [4, 4])).toBe(1);
    expect(gumbelP(3, [1])).toBe(0.5);
  });
  test("by Gumbel falls as the observed rises, and agrees with the rank in the middle", () => {
    const chance = chanceOf(11, 1);
    const maxima = Array.from({ length: 999 }, () => -Math.log(-Math.log(Math.max(chance.uniform(), 1e-12))) * 2 + 6);
    fc.assert(
      fc.property(fc.double({ min: 4, max: 14, noNaN: true }), (observed) => {
        expect(gumbelP(observed + 0.5, maxima)).toBeLessThan(gumbelP(observed, maxima));
        expect(Math.abs(gumbelP(observed, maxima) - rankP(observed, maxima))).toBeLessThan(0.04);
      }),
    );
    expect(gumbelP(40, maxima)).toBeLessThan(1e-6);
  });
});
