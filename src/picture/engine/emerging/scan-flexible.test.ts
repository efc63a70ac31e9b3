import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { poissonStatistic } from "./scan-models.ts";
import { flexibleProblem, middleP } from "./scan-flexible.ts";
import { replicatesOf, scan } from "./scan.ts";

/** Areas in a grid five wide, each bordering on those beside, above and below it. */
function grid(areas: number) {
  const [x, y] = [
    Array.from({ length: areas }, (_, i) => i % 5),
    Array.from({ length: areas }, (_, i) => Math.floor(i / 5)),
  ];
  const neighbours = x.map((_, i) =>
    x.flatMap((__, j) => (Math.abs(x[i]! - x[j]!) + Math.abs(y[i]! - y[j]!) === 1 ? [j] : [])),
  );
  return { positions: { on: "plane", x, y } as const, neighbours };
}

/** The most surprising of all subsets that are connected, lie among some area's k nearest, and are high area by area. */
function byHand(
  cases: readonly number[],
  expected: readonly number[],
  { positions: { x, y }, neighbours }: ReturnType<typeof grid>,
  k: number,
  alpha: number | undefined,
): number {
  const areas = cases.length;
  const total = cases.reduce((sum, one) => sum + one, 0);
  const scale = total / expected.reduce((sum, one) => sum + one, 0);
  const near = cases.map((_, centre) =>
    [...x.keys()]
      .toSorted(
        (a, b) =>
          (x[a]! - x[centre]!) ** 2 +
            (y[a]! - y[centre]!) ** 2 -
            (x[b]! - x[centre]!) ** 2 -
            (y[b]! - y[centre]!) ** 2 ||
          x[a]! - x[b]! ||
          y[a]! - y[b]!,
      )
      .slice(0, k),
  );
  let most = 0;
  for (let set = 1; set < 1 << areas; set++) {
    const inside = [...x.keys()].filter((area) => ((set >>> area) & 1) === 1);
    if (alpha !== undefined && inside.some((area) => middleP(cases[area]!, expected[area]! * scale) >= alpha)) continue;
    const reached = new Set([inside[0]!]);
    for (const area of reached) for (const other of neighbours[area]!) if (inside.includes(other)) reached.add(other);
    if (reached.size < inside.length || !inside.some((centre) => inside.every((area) => near[centre]!.includes(area))))
      continue;
    const sum = (of: readonly number[]) => inside.reduce((all, area) => all + of[area]!, 0);
    const statistic = poissonStatistic(sum(cases), sum(expected) * scale, total);
    if (!Number.isNaN(statistic)) most = Math.max(most, statistic);
  }
  return most;
}

describe("the flexible scan", () => {
  const anyMap = fc.record({
    cases: fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 3, maxLength: 10 }),
    people: fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 10, maxLength: 10 }),
    k: fc.integer({ min: 1, max: 8 }),
    alpha: fc.constantFrom(undefined, 0.2, 0.4),
  });

  test("finds the most surprising of all connected sets, and with alpha the most surprising of those high area by area", () => {
    fc.assert(
      fc.property(anyMap, ({ cases, people, k, alpha }) => {
        const areas = grid(cases.length);
        const expected = people.slice(0, cases.length);
        const problem = flexibleProblem(cases, expected, { ...areas, mostPlaces: k, ...(alpha && { alpha }) });
        const [first] = scan(problem, { replicates: 1 }).clusters;
        expect(first?.statistic ?? 0).toBeCloseTo(byHand(cases, expected, areas, k, alpha), 9);
      }),
      { numRuns: 120 },
    );
  });

  test("follows a winding street that no circle fits, and the next cluster shares no area with it", () => {
    const areas = grid(25);
    const street = [0, 1, 2, 7, 12, 13];
    const cases = areas.positions.x.map((_, i) => (street.includes(i) || i === 24 ? 15 : 4));
    const expected = cases.map(() => 1);
    for (const alpha of [undefined, 0.2]) {
      const { clusters, windows } = scan(
        flexibleProblem(cases, expected, { ...areas, mostPlaces: 12, ...(alpha && { alpha }) }),
        { replicates: 99 },
      );
      expect([...clusters[0]!.places].toSorted((a, b) => a - b)).toEqual(street);
      expect([...clusters[1]!.places]).toEqual([24]);
      expect(clusters[0]!).toMatchObject({ cases: 90, p: 0.01 });
      expect(windows).toBeGreaterThan(alpha === undefined ? 1000 : 5);
    }
  });

  test("makes the same maxima in whatever portions, and of no cases none", () => {
    const areas = grid(12);
    const made = replicatesOf(
      flexibleProblem(
        areas.positions.x.map((x) => 20 * x + 1),
        areas.positions.x.map(() => 1),
        { ...areas, mostPlaces: 6, alpha: 0.2 },
      ),
    );
    const whole = [...made(0, 20)];
    expect([...made(0, 9), ...made(9, 20)]).toEqual(whole);
    expect(new Set(whole).size).toBeGreaterThan(10);
    const none = flexibleProblem([0, 0], [1, 1], { ...grid(2), mostPlaces: 2 });
    expect(scan(none, { replicates: 3 })).toMatchObject({ clusters: [], windows: 0 });
  });

  test("takes middle-p as half of what is equal and all above", () => {
    // Poisson with mean 2: Pr(0) = .1353, Pr(1) = .2707, Pr(2) = .2707.
    expect(middleP(2, 2)).toBeCloseTo(1 - 5 * Math.exp(-2) + Math.exp(-2), 12);
    expect(() => flexibleProblem([1], [1], { ...grid(1), mostPlaces: 31 })).toThrow("from 1 to 30");
  });
});
