import { describe, expect, test } from "vitest";
import { noisyCounts, reachOf, twoSidedGeometric, WHOLE_BUDGET } from "./differential-privacy.ts";
import { chanceOf } from "../numbers/random.ts";

const spending = { epsilon: 1000, sensitivity: 1, exactBeside: 0 };
const chances = (figure: number) => chanceOf(5, figure);

describe("noise that hides one person", () => {
  test.each([
    [1000, 1000],
    [500, 1000],
    [1000, 3000],
  ])("comes as often as the two-sided geometric law says, epsilon %d in %d", (numerator, denominator) => {
    const draws = 40_000;
    const chance = chanceOf(11, numerator + denominator);
    const seen = new Map<number, number>();
    for (let i = 0; i < draws; i++) {
      const noise = twoSidedGeometric(chance, numerator, denominator);
      seen.set(noise, (seen.get(noise) ?? 0) + 1);
    }
    const a = Math.exp(-numerator / denominator);
    for (let noise = -4; noise <= 4; noise++) {
      const p = ((1 - a) / (1 + a)) * a ** Math.abs(noise);
      expect(Math.abs((seen.get(noise) ?? 0) / draws - p)).toBeLessThan(4.5 * Math.sqrt((p * (1 - p)) / draws));
    }
    const reach = reachOf(numerator / denominator, 0.05);
    const beyond = [...seen].reduce((sum, [noise, many]) => sum + (Math.abs(noise) > reach ? many : 0), 0);
    expect(beyond / draws).toBeLessThan(0.055);
  });

  test("passes its reach no oftener than is said, and one less would be too little", () => {
    for (const epsilon of [0.05, 0.1, 0.5, 1, 2]) {
      const a = Math.exp(-epsilon);
      const beyond = (reach: number) => (2 * a ** (reach + 1)) / (1 + a);
      const reach = reachOf(epsilon, 0.05);
      expect(beyond(reach)).toBeLessThanOrEqual(0.05 + 1e-12);
      expect(reach === 0 || beyond(reach - 1) > 0.05).toBe(true);
    }
  });

  test("is never told as less than none, and the true count mostly lies between the ends", () => {
    const counts = Array.from({ length: 400 }, (_, i) => i % 5);
    const released = noisyCounts(counts, spending, WHOLE_BUDGET, chances);
    if (!released.ok) throw new Error(released.wrong);
    expect(Math.min(...released.counts.map(({ value }) => value))).toBe(0);
    const held = released.counts.filter(({ low, high }, i) => low <= counts[i]! && counts[i]! <= high);
    expect(held.length).toBeGreaterThan(370);
    expect(noisyCounts(counts, spending, WHOLE_BUDGET, chances)).toEqual(released);
  });

  test("is paid for, and not given when nothing is left", () => {
    const first = noisyCounts([10], { ...spending, epsilon: 600 }, WHOLE_BUDGET, chances);
    if (!first.ok) throw new Error(first.wrong);
    expect(first.budget).toEqual({ total: 1000, spent: 600 });
    expect(noisyCounts([10], { ...spending, epsilon: 500 }, first.budget, chances)).toEqual({
      ok: false,
      wrong: "budget-is-spent",
      detail: { asked: 500, left: 400 },
    });
    expect(noisyCounts([10], { ...spending, epsilon: 400 }, first.budget, chances)).toMatchObject({
      ok: true,
      budget: { spent: 1000 },
    });
  });

  test.each([
    ["an exact figure beside", { exactBeside: 1 }, [3], "exact-beside-noise"],
    ["no epsilon", { epsilon: 0 }, [3], "not-a-spending"],
    ["half a thousandth", { epsilon: 0.5 }, [3], "not-a-spending"],
    ["a person in no cell", { sensitivity: 0 }, [3], "not-a-spending"],
    ["a count that is none", {}, [-1], "not-a-spending"],
  ] as const)("is refused with %s", (_, change, counts, wrong) => {
    expect(noisyCounts(counts, { ...spending, ...change }, WHOLE_BUDGET, chances)).toMatchObject({ ok: false, wrong });
  });
});
