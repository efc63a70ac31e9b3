import { describe, expect, test } from "vitest";
import { binomialCdf, poissonCdf } from "../numbers/distributions.ts";
import { chanceOf } from "../numbers/random.ts";
import { binomial, drawer, hypergeometric, poisson, uniformsOf } from "./scan-chance.ts";

/** The farthest that drawn counts lie from the distribution; beyond 1.95 / √n in one of a thousand (Kolmogorov, cautious for whole numbers). */
function farthest(counts: readonly number[], cdf: (count: number) => number): number {
  const most = Math.max(...counts);
  let [below, far] = [0, 0];
  for (let count = Math.min(...counts); count <= most; count++) {
    below += counts.filter((one) => one === count).length;
    far = Math.max(far, Math.abs(below / counts.length - cdf(count)));
  }
  return far;
}
const DRAWN = 4000;
const BAR = 1.95 / Math.sqrt(DRAWN);
const drawn = (of: (chance: ReturnType<typeof chanceOf>) => number) => {
  const chance = chanceOf(3, 5);
  return Array.from({ length: DRAWN }, () => of(chance));
};

describe("whole numbers drawn", () => {
  test.each([
    [5, 0.3],
    [60, 0.1],
    [60, 0.5],
    [400, 0.04],
    [400, 0.93],
    [3000, 0.02],
  ])("binomial: %i tries, each with chance %f, are as the distribution says", (tries, p) => {
    expect(
      farthest(
        drawn((chance) => binomial(tries, p, chance)),
        (count) => binomialCdf(count, tries, p),
      ),
    ).toBeLessThan(BAR);
  });

  test.each([0.4, 5, 9.9, 10, 31, 250])("Poisson with mean %f are as the distribution says", (mean) => {
    expect(
      farthest(
        drawn((chance) => poisson(mean, chance)),
        (count) => poissonCdf(count, mean),
      ),
    ).toBeLessThan(BAR);
  });

  test("hypergeometric are as the distribution says, and never more than there are", () => {
    const [taken, marked, all] = [12, 30, 50];
    const choose = (n: number, k: number): number =>
      k < 0 || k > n ? 0 : k === 0 ? 1 : (choose(n - 1, k - 1) * n) / k;
    const cdf = (count: number) => {
      let sum = 0;
      for (let k = 0; k <= count; k++)
        sum += (choose(marked, k) * choose(all - marked, taken - k)) / choose(all, taken);
      return sum;
    };
    expect(
      farthest(
        drawn((chance) => hypergeometric(taken, marked, all, chance)),
        cdf,
      ),
    ).toBeLessThan(BAR);
    expect([
      hypergeometric(5, 10, 10, chanceOf(1, 1)),
      hypergeometric(5, 0, 10, chanceOf(1, 1)),
      hypergeometric(8, 5, 10, chanceOf(1, 2)),
    ]).toEqual([5, 0, expect.toSatisfy((n: number) => n >= 3 && n <= 5)]);
  });

  test("at the ends are certain", () => {
    const chance = chanceOf(1, 1);
    expect([binomial(0, 0.5, chance), binomial(7, 0, chance), binomial(7, 1, chance), poisson(0, chance)]).toEqual([
      0, 0, 7, 0,
    ]);
  });

  test("one of many comes as often as its weight says, and never one that weighs nothing", () => {
    const draw = drawer([1, 0, 3, 4]);
    const counts = [0, 0, 0, 0];
    for (const uniform of uniformsOf()(9, 1, 80_000)) counts[draw(uniform)]!++;
    expect(counts[1]).toBe(0);
    for (const [i, share] of [1 / 8, 0, 3 / 8, 1 / 2].entries())
      expect(Math.abs(counts[i]! / 80_000 - share)).toBeLessThan(0.006);
  });

  test("many uniforms at once are the stream's own, by the compiled kernel and by its twin", () => {
    const { uniform } = chanceOf(4_000_000_007, 2 ** 31 + 12);
    const own = Array.from({ length: 20_000 }, uniform);
    expect([...uniformsOf()(4_000_000_007, 2 ** 31 + 12, 20_000)]).toEqual(own);
    expect([...uniformsOf(false)(4_000_000_007, 2 ** 31 + 12, 500)]).toEqual(own.slice(0, 500));
  });
});
