import { describe, expect, test } from "vitest";
import { hierarchicalTest, simesP, type TestNode, treeOf } from "./hierarchical-testing.ts";
import { chanceOf } from "./random.ts";

const leaf = (name: string, p: number): TestNode => ({ name, p });

describe("from the whole to the part", () => {
  test("asks only under what stands, and says how much it asked", () => {
    const result = hierarchicalTest([
      treeOf("Ockelbo", [
        treeOf("klotter", [leaf("Lingbo", 0.0001), leaf("Åmot", 0.6)]),
        treeOf("stöld", [leaf("Lingbo", 0.4), leaf("Åmot", 0.5)]),
      ]),
      treeOf("Hofors", [treeOf("klotter", [leaf("Torsåker", 0.3), leaf("Böle", 0.7)])]),
    ]);
    expect(result.found.map(({ path }) => path.join(" › "))).toEqual([
      "Ockelbo",
      "Ockelbo › klotter",
      "Ockelbo › klotter › Lingbo",
    ]);
    expect(result.asked).toBe(2 + 2 + 2);
  });

  test.each([
    [[0.03], 0.03],
    [[0.03, 0.04], 0.04],
    [[0.01, 0.9], 0.02],
    [[0.6, 0.5, 0.7], 0.7],
    [[], 1],
  ])("%j together are %d by Simes", (p, together) => {
    expect(simesP(p)).toBeCloseTo(together, 12);
  });

  test("of nothing finds nothing", () => {
    expect(hierarchicalTest([])).toEqual({ found: [], asked: 0 });
    expect(hierarchicalTest([leaf("a", 0.2), leaf("b", 0.9)])).toEqual({ found: [], asked: 2 });
  });

  test("finds anything at all in one of twenty lists of nothing, where asking all alike finds something in each", () => {
    let [lists, naive] = [0, 0];
    const rounds = 800;
    for (let round = 0; round < rounds; round++) {
      const chance = chanceOf(47, round);
      const category = (name: string) =>
        treeOf(
          name,
          Array.from({ length: 10 }, (_, place) => leaf(String(place), chance.uniform())),
        );
      const municipalities = Array.from({ length: 5 }, (_, i) =>
        treeOf(
          String(i),
          ["a", "b", "c", "d"].map((name) => category(name)),
        ),
      );
      if (hierarchicalTest(municipalities).found.length > 0) lists++;
      if (municipalities.some(({ under = [] }) => under.some((one) => (one.under ?? []).some(({ p }) => p <= 0.05))))
        naive++;
    }
    expect(lists / rounds).toBeLessThan(0.075);
    expect(lists / rounds).toBeGreaterThan(0.02);
    expect(naive / rounds).toBeGreaterThan(0.99);
  });

  test("of what it finds in chosen categories at most one in twenty is false, on average", () => {
    let share = 0;
    const rounds = 600;
    for (let round = 0; round < rounds; round++) {
      const chance = chanceOf(53, round);
      const categories = Array.from({ length: 12 }, (_, i) =>
        treeOf(
          String(i),
          Array.from({ length: 10 }, (__, place) =>
            leaf(
              `${i < 3 && place < 4 ? "real" : "nothing"} ${place}`,
              chance.uniform() * (i < 3 && place < 4 ? 1e-4 : 1),
            ),
          ),
        ),
      );
      const { found } = hierarchicalTest(categories);
      const families = new Map<string, { all: number; wrong: number }>();
      for (const { path } of found)
        if (path.length === 2) {
          const family = families.get(path[0]!) ?? { all: 0, wrong: 0 };
          families.set(path[0]!, {
            all: family.all + 1,
            wrong: family.wrong + (path[1]!.startsWith("nothing") ? 1 : 0),
          });
        }
      const selected = found.filter(({ path }) => path.length === 1).length;
      for (const { all, wrong } of families.values()) share += wrong / all / Math.max(selected, 1) / rounds;
    }
    expect(share).toBeLessThan(0.05);
  });
});
