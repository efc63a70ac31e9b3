import { describe, expect, test } from "vitest";
import { drawOf } from "./scan-draw.ts";
import type { ScanModel } from "./scan-models.ts";
import { cylinderProblem, type ScanWindows } from "./scan-problem.ts";

const [PLACES, TIMES] = [4, 6];
const people = Float64Array.from(
  { length: PLACES * TIMES },
  (_, cell) => 20 + ((cell * 7) % 13) * (cell % TIMES === 5 ? 4 : 1),
);
const cells = Array.from({ length: PLACES * TIMES }, (_, cell) => ({
  place: Math.floor(cell / TIMES),
  time: cell % TIMES,
  count: (cell * 5) % 4,
}));

/** The same cases, `times` as many. */
function problemOf(model: ScanModel, windows: ScanWindows, times = 1) {
  return cylinderProblem(
    {
      places: PLACES,
      times: TIMES,
      cases: {
        place: cells.map(({ place }) => place),
        time: cells.map(({ time }) => time),
        count: cells.map(({ count }) => count * times),
      },
      measure: { kind: "table", values: people },
    },
    { model, windows, positions: { on: "plane", x: [0, 1, 2, 3], y: [0, 0, 0, 0] }, longest: 2 },
  );
}

/** What each cell should hold on average. */
function expectedIn(problem: ReturnType<typeof problemOf>, place: number, time: number): number {
  const { measure, model, total, population } = problem;
  const here =
    measure.kind === "table" ? measure.values[place * TIMES + time]! : measure.place[place]! * measure.time[time]!;
  return model === "bernoulli" ? (here * total) / population : here;
}

describe("invented maps", () => {
  const maps = 1500;
  test.each<[ScanModel, ScanWindows, number]>([
    ["poisson", "space-time", 1],
    ["poisson", "space-time-prospective", 1],
    ["poisson", "space-time-prospective", 200],
    ["poisson", "space-time", 200],
    ["bernoulli", "space-time", 1],
    ["bernoulli", "space-time-prospective", 1],
    ["permutation", "space-time", 1],
    ["permutation", "space-time-prospective", 1],
    ["expectation", "space-time", 1],
    ["expectation", "space-time-prospective", 1],
  ])(
    "of the %s model, %s, %i times the cases, hold on average what was to be expected in every cell",
    (model, windows, times) => {
      const problem = problemOf(model, windows, times);
      const draw = drawOf(problem);
      const since = windows.endsWith("prospective") ? TIMES - 2 : 0;
      const [sum, squares] = [new Float64Array(PLACES * TIMES), new Float64Array(PLACES * TIMES)];
      const totals = new Set<number>();
      for (let map = 0; map < maps; map++) {
        const held = new Float64Array(PLACES * TIMES);
        draw(map, (place, time, count) => (held[place * TIMES + time]! += count));
        totals.add(held.reduce((all, one) => all + one, 0));
        for (const [cell, count] of held.entries()) {
          sum[cell]! += count;
          squares[cell]! += count * count;
        }
      }
      const wrong = Array.from(sum.keys()).filter((cell) => {
        const time = cell % TIMES;
        if (time < since) return sum[cell] !== 0;
        const [mean, expected] = [sum[cell]! / maps, expectedIn(problem, Math.floor(cell / TIMES), time)];
        const deviation = Math.sqrt(Math.max(squares[cell]! / maps - mean * mean, 1e-3) / maps);
        return Math.abs(mean - expected) >= 4.5 * deviation;
      });
      expect(wrong).toEqual([]);
      // The whole map's number is given, but for the model that takes its baseline as it is; the permutation model keeps each time's own number too.
      const given = model === "permutation" || (since === 0 && model !== "expectation");
      expect(totals.size).toBeGreaterThan(given ? 0 : 5);
      expect(totals.size).toBeLessThanOrEqual(given ? 1 : maps);
    },
  );

  test("of one number are the same, whichever were made before", () => {
    for (const model of ["poisson", "bernoulli", "permutation", "expectation"] as const) {
      const [forth, back] = [drawOf(problemOf(model, "space-time")), drawOf(problemOf(model, "space-time"))];
      const map = (draw: typeof forth, number: number) => {
        const told: number[][] = [];
        draw(number, (...one) => told.push(one));
        return told;
      };
      const first = [0, 1, 2].map((number) => map(forth, number));
      expect([2, 1, 0].map((number) => map(back, number)).toReversed()).toEqual(first);
    }
  });
});
