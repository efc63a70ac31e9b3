import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Instant } from "../../ground/time.ts";
import { instantOf, millisecondsOf } from "../../ground/time.ts";
import { type Bin, type Measured, type Passage, ranksAround, summarise, wilson } from "./speed.ts";

const MONDAY = "2026-05-04T00:00:00.000+02:00";
const start = Date.parse(MONDAY);
const at = (hours: number): Instant => instantOf(start + hours * 3_600_000);
const vehicles = (passages: readonly Passage[]): Measured => ({ kind: "vehicles", passages });
const driven = (speeds: readonly (number | undefined)[], every = 1): Measured =>
  vehicles(speeds.map((speed, place) => ({ at: at(place * every), speed, direction: "" })));

describe("V85 and the middle, of single speeds", () => {
  // By hand: twenty speeds 31 … 50. Place 19 · 0.85 = 16.15, counted from nought: 47 + 0.15 · (48 − 47) = 47.15. Median place 9.5: 40.5. Mean 40.5.
  const twenty = Array.from({ length: 20 }, (_, place) => 31 + place);

  test("are those of the hand calculation", () => {
    const summary = summarise(driven(twenty.toReversed()), 30)!;
    expect(summary.v85?.value).toBeCloseTo(47.15, 10);
    expect(summary).toMatchObject({ n: 20, withSpeed: 20, mean: 40.5, median: 40.5 });
  });

  test("rows without a speed are vehicles, and move neither V85 nor shares", () => {
    const summary = summarise(driven([...twenty, undefined, undefined]), 40)!;
    expect(summary.v85?.value).toBeCloseTo(47.15, 10);
    expect(summary).toMatchObject({ n: 22, withSpeed: 20 });
    // 41 … 50 are over 40, ten of twenty; none is over 50.
    expect(summary.over.map(({ above, count, value }) => [above, count, value])).toEqual([
      [0, 10, 0.5],
      [10, 0, 0],
      [20, 0, 0],
      [30, 0, 0],
    ]);
  });

  test("the limit itself is not over it", () => {
    expect(summarise(driven([30, 30, 31, 41]), 30)?.over.map(({ count }) => count)).toEqual([2, 1, 0, 0]);
  });

  test("nothing that passed is nothing to say, and no speed is no V85", () => {
    expect(summarise(driven([]), 30)).toBeUndefined();
    expect(summarise(driven([undefined]), 30)).not.toHaveProperty("v85");
  });
});

describe("the interval of V85", () => {
  // The ranks of scipy's binomial distribution: largest r with cdf(r − 1) ≤ 0.025, smallest with sf(r − 1) ≤ 0.025.
  test.each<[number, { low?: number; high?: number }]>([
    [1, {}],
    [2, { low: 1 }],
    [22, { low: 15 }],
    [23, { low: 16, high: 23 }],
    [100, { low: 78, high: 93 }],
    [1000, { low: 828, high: 873 }],
    [4812, { low: 4041, high: 4139 }],
  ])("rests, of %i speeds, on the ranks", (n, expected) => expect(ranksAround(n, 0.85)).toEqual(expected));

  test("takes the speeds that stand at those ranks", () => {
    const hundred = Array.from({ length: 100 }, (_, place) => place + 1);
    const { v85 } = summarise(driven(hundred), 30)!;
    expect(v85?.value).toBeCloseTo(85.15, 10);
    expect(v85).toMatchObject({ low: 78, high: 93 });
  });

  test("holds what it says: of two thousand drawings from a known road, at least 94 of 100 hold its V85", () => {
    let seed = 7;
    const chance = () => (seed = (seed * 48_271) % 2_147_483_647) / 2_147_483_647;
    let held = 0;
    for (let drawing = 0; drawing < 2000; drawing++) {
      const speeds = Array.from({ length: 120 }, () => 20 + 40 * chance()).toSorted((a, b) => a - b);
      const { low, high } = ranksAround(120, 0.85);
      if (speeds[low! - 1]! <= 54 && speeds[high! - 1]! >= 54) held += 1;
    }
    expect(held / 2000).toBeGreaterThan(0.94);
  });
});

describe("a share", () => {
  test.each<[number, number, number, number]>([
    [5, 20, 0.1119, 0.4687],
    [433, 4812, 0.0822, 0.0984],
    [0, 10, 0, 0.2775],
    [10, 10, 0.7225, 1],
  ])("of %i in %i has Wilson's interval", (count, n, low, high) => {
    expect(wilson(count, n).low).toBeCloseTo(low, 4);
    expect(wilson(count, n).high).toBeCloseTo(high, 4);
  });
});

describe("counts by speed", () => {
  const bins: readonly Bin[] = [
    { from: 0, to: 20 },
    { from: 20, to: 30 },
    { from: 30, to: 40 },
    { from: 40, to: 50 },
    { from: 50, to: undefined },
  ];
  const binned = (counts: readonly number[], without = 0, of = bins): Measured => ({
    kind: "bins",
    bins: of,
    minutes: 60,
    rows: [{ at: at(0), direction: "", counts, without }],
  });

  // By hand: 100 vehicles, 85 · 1 is reached in 40–50: before it 10 + 30 + 40 = 80, so 40 + 10 · (85 − 80) / 15 = 43.33. Median: 30 + 10 · (50 − 40) / 40 = 32.5.
  test("give V85 within its bin, and an interval of whole bins", () => {
    const summary = summarise(binned([10, 30, 40, 15, 5], 3), 30)!;
    expect(summary).toMatchObject({ n: 103, withSpeed: 100, v85Within: { from: 40, to: 50 }, median: 32.5 });
    expect(summary.v85?.value).toBeCloseTo(43.333, 3);
    // Ranks 78 and 93 lie in 30–40 and 40–50.
    expect(summary.v85).toMatchObject({ low: 30, high: 50 });
    expect(summary.mean).toBeUndefined();
    expect(summary.over.map(({ count }) => count)).toEqual([60, 20, 5, undefined]);
    // Over 60 lies somewhere in the open bin: between none of 100 and five of 100.
    expect(summary.over[3]).not.toHaveProperty("value");
    expect(summary.over[3]?.low).toBe(0);
    expect(summary.over[3]?.high).toBeCloseTo(wilson(5, 100).high, 10);
  });

  test("mean takes the middles: (10·10 + 30·25 + 40·35 + 20·45) / 100 = 31.5", () => {
    expect(summarise(binned([10, 30, 40, 20, 0]), 30)?.mean).toBe(31.5);
  });

  test("a V85 in the open bin is not invented", () => {
    const summary = summarise(binned([1, 1, 1, 1, 96]), 30)!;
    expect(summary.v85).toBeUndefined();
    expect(summary.v85Within).toEqual({ from: 50, to: undefined });
  });

  test("a bin that reaches across the limit leaves two ends and no value", () => {
    const across = [
      { from: 0, to: 25 },
      { from: 25, to: 35 },
      { from: 35, to: 100 },
    ];
    const [share] = summarise(binned([50, 30, 20], 0, across), 30)!.over;
    expect(share?.value).toBeUndefined();
    expect([share!.low, share!.high]).toEqual([wilson(20, 100).low, wilson(50, 100).high]);
  });

  test("bins of one kilometre name the speed that 85 of 100 reach, and the interval holds it", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 99 }), { minLength: 1, maxLength: 200 }), (speeds) => {
        const narrow = Array.from({ length: 100 }, (_, from) => ({ from, to: from + 1 }));
        const counts = narrow.map(({ from }) => speeds.filter((speed) => speed === from).length);
        const { n, v85, v85Within } = summarise(binned(counts, 0, narrow), 30)!;
        const reached = speeds.toSorted((one, other) => one - other)[Math.ceil(speeds.length * 0.85) - 1];
        expect([n, v85Within?.from]).toEqual([speeds.length, reached]);
        expect(v85!.low ?? 0).toBeLessThanOrEqual(v85!.value);
        expect(v85!.high ?? 100).toBeGreaterThanOrEqual(v85!.value);
      }),
    );
  });
});

describe("by hour and by direction", () => {
  const passed = (hour: number, direction: string, speeds: readonly (number | undefined)[]): readonly Passage[] =>
    speeds.map((speed, place) => ({ at: at(hour + place / 60), speed, direction }));
  const morning = [
    ...passed(
      7,
      "norrut",
      Array.from({ length: 20 }, (_, place) => 31 + place),
    ),
    ...passed(8, "söderut", [60, 28, 41, undefined, 35, 44]),
    ...passed(8, "norrut", [52, 40]),
    ...passed(9, "norrut", [undefined]),
  ];
  const summary = summarise(vehicles(morning), 40)!;
  const told = ({ n, withSpeed, v85, over }: Pick<typeof summary, "n" | "withSpeed" | "v85" | "over">) => ({
    n,
    withSpeed,
    v85: v85 && Math.round(v85.value * 100) / 100,
    over: over.map(({ count }) => count),
    share: over[0]?.value,
  });

  // By hand, limit 40. At seven 31 … 50: place 19 · 0.85 = 16.15, 47 + 0.15 · 1 = 47.15; 41 … 50 are over, ten of twenty, none over 50.
  // At eight 28 35 40 41 44 52 60: place 6 · 0.85 = 5.1, 52 + 0.1 · 8 = 52.8; four of seven are over, two over 50, and 60 is not over 60.
  test("each hour has V85 and shares of its own vehicles", () => {
    expect(told(summary.hours[7]!)).toEqual({ n: 20, withSpeed: 20, v85: 47.15, over: [10, 0, 0, 0], share: 0.5 });
    expect(told(summary.hours[8]!)).toEqual({ n: 8, withSpeed: 7, v85: 52.8, over: [4, 2, 0, 0], share: 4 / 7 });
    // Wilson for ten of twenty: (0.5 + 3.8415 / 40 ± 1.96 · √(0.25 / 20 + 3.8415 / 1600)) / (1 + 3.8415 / 20).
    expect(summary.hours[7]!.over[0]!.low).toBeCloseTo(0.2993, 4);
    expect(summary.hours[7]!.over[0]!.high).toBeCloseTo(0.7007, 4);
  });

  // Northwards 31 … 40 40 41 … 50 52, 22 speeds: place 21 · 0.85 = 17.85, 47 + 0.85 · 1 = 47.85; 41 … 50 and 52 are over, eleven of 22.
  // Southwards 28 35 41 44 60: place 4 · 0.85 = 3.4, 44 + 0.4 · 16 = 50.4; three of five are over, one over 50.
  test("each direction has V85 and shares of its own vehicles", () => {
    expect(summary.directions.map(({ direction }) => direction)).toEqual(["norrut", "söderut"]);
    const [north, south] = summary.directions;
    expect(told(north!)).toEqual({ n: 23, withSpeed: 22, v85: 47.85, over: [11, 1, 0, 0], share: 0.5 });
    expect(told(south!)).toEqual({ n: 6, withSpeed: 5, v85: 50.4, over: [3, 1, 0, 0], share: 0.6 });
  });

  test("with few vehicles an end of the interval is left out, and with no speed there is no V85 and no share", () => {
    const [north, south] = summary.directions;
    // Of 22 the rank below is the fifteenth, 44; of five P(B < 2) = 0.2 % and P(B < 3) = 2.7 %: the second, 35. Above needs 23.
    expect(north!.v85).toMatchObject({ low: 44, high: undefined });
    expect(south!.v85).toMatchObject({ low: 35, high: undefined });
    expect(told(summary.hours[9]!)).toEqual({
      n: 1,
      withSpeed: 0,
      v85: undefined,
      over: [0, 0, 0, 0],
      share: undefined,
    });
    expect(told(summary.hours[3]!)).toEqual({
      n: 0,
      withSpeed: 0,
      v85: undefined,
      over: [0, 0, 0, 0],
      share: undefined,
    });
  });

  // By hand, limit 30, from counts. In: 40 + 10 · (85 − 80) / 15 = 43.33, sixty of a hundred over. Out: all four in the open bin, over, and how fast nobody knows.
  // At seven both: 0.85 · 104 = 88.4, 40 + 10 · (88.4 − 80) / 15 = 45.6, and 64 of 104 over.
  test("counts by speed are parted alike", () => {
    const bins = [0, 20, 30, 40, 50].map((from, place, all): Bin => ({ from, to: all[place + 1] }));
    const row = (hour: number, direction: string, counts: readonly number[]) =>
      ({ at: at(hour), direction, counts, without: 0 }) as const;
    const rows = [row(7, "in", [10, 30, 40, 15, 5]), row(7, "ut", [0, 0, 0, 0, 4])];
    const parted = summarise({ kind: "bins", bins, minutes: 60, rows }, 30)!;
    expect(parted.directions.map(told)).toEqual([
      { n: 100, withSpeed: 100, v85: 43.33, over: [60, 20, 5, undefined], share: 0.6 },
      { n: 4, withSpeed: 4, v85: undefined, over: [4, 4, 4, undefined], share: 1 },
    ]);
    expect(told(parted.hours[7]!)).toMatchObject({ n: 104, v85: 45.6, share: 64 / 104 });
  });
});

describe("when", () => {
  const week = vehicles(
    Array.from({ length: 168 * 4 }, (_, quarter) => ({
      at: at(quarter / 4),
      speed: 40,
      direction: quarter % 2 === 0 ? "in" : "ut",
    })),
  );

  test("a week of one vehicle a quarter is seven days, ninety-six vehicles a day, and each hour its twenty-eight", () => {
    const summary = summarise(week, 30)!;
    expect(summary).toMatchObject({ n: 672, days: 7, longestGapHours: 0 });
    // The last quarter is not fully measured, so the last hour weighs a trifle more.
    expect(summary.perDay).toBeCloseTo(96, 0);
    expect(summary.hours.map(({ n }) => n)).toEqual(Array.from({ length: 24 }, () => 28));
    expect(summary.directions.map(({ direction, n }) => [direction, n])).toEqual([
      ["in", 336],
      ["ut", 336],
    ]);
  });

  test("from Monday at ten to Monday at ten no hour counts twice", () => {
    const shifted = vehicles(
      Array.from({ length: 169 }, (_, hour) => ({ at: at(10 + hour), speed: 40, direction: "" })),
    );
    expect(summarise(shifted, 30)?.perDay).toBeCloseTo(24.1, 1);
  });

  test("six days are no week: no estimate for the year", () => {
    expect(summarise(driven(Array.from({ length: 6 * 24 }, () => 40)), 30)?.perDay).toBeUndefined();
  });

  test("a meter that stood still for a night and a day is seen by its gap", () => {
    const broken = vehicles([0, 1, 2, 28, 29].map((hour) => ({ at: at(hour), speed: 40, direction: "" })));
    expect(summarise(broken, 30)?.longestGapHours).toBe(26);
  });

  test("the clock is Sweden's, also the night it is moved", () => {
    const night = vehicles(
      ["2026-10-25T00:30:00.000Z", "2026-10-25T01:30:00.000Z"].map((moment) => ({
        at: instantOf(millisecondsOf(moment as Instant)),
        speed: 40,
        direction: "",
      })),
    );
    expect(summarise(night, 30)?.hours[2]?.n).toBe(2);
  });
});
