import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { tableOf } from "../../../../test/reference-table.ts";
import { sharedData } from "../../../../test/shared-data.ts";
import { apartBy, circlesOf, kilometresApart } from "./scan-circles.ts";
import { bernoulliStatistic, expectationStatistic, poissonStatistic, type ScanModel } from "./scan-models.ts";
import { cylinderProblem, type ScanData, type ScanWindows, type ScanWish, standardised } from "./scan-problem.ts";
import { cylinderReplicates } from "./scan-search.ts";
import { replicatesOf, scan, scanSpread } from "./scan.ts";

const PENNSYLVANIA = sharedData("reference/spatialepi-pennlc/pennLC_county.csv");
const PENNSYLVANIA_STRATA = sharedData("reference/spatialepi-pennlc/pennLC_data.csv");
const PENNSYLVANIA_ANSWERS = sharedData("reference/spatialepi-pennlc/expected.json");
const FEVER = sharedData("reference/satscan-nyc/NYCfever.cas");
const FEVER_PLACES = sharedData("reference/satscan-nyc/NYCfever.geo");

/** Cases, people and positions of places, at one time. */
function spatial(cases: ArrayLike<number>, measure: ArrayLike<number>): ScanData {
  const places = cases.length;
  return {
    places,
    times: 1,
    cases: { place: Array.from({ length: places }, (_, i) => i), time: new Int32Array(places), count: cases },
    measure: { kind: "table", values: Float64Array.from(measure) },
  };
}

describe("a spatial scan", () => {
  type Answers = Record<
    "binomial" | "poisson",
    { mlc: { locations: string[]; llr: number }; sim_quantiles: Record<string, number> }
  >;
  test.skipIf(PENNSYLVANIA === undefined || PENNSYLVANIA_ANSWERS === undefined || PENNSYLVANIA_STRATA === undefined)(
    "finds Pennsylvania's lung cancer as SaTScan and SpatialEpi do, to six decimals",
    () => {
      const rows = tableOf(PENNSYLVANIA ?? "");
      const column = (place: number) => rows.map((row) => Number(row[place]));
      const [x, y, people, cases, given] = [1, 2, 3, 4, 5].map(column) as [
        number[],
        number[],
        number[],
        number[],
        number[],
      ];
      const names = rows.map(([name = ""]) => name);
      const answers = JSON.parse(readFileSync(PENNSYLVANIA_ANSWERS ?? "", "utf8")) as Answers;
      const wish = { windows: "spatial", positions: { on: "plane", x, y } } as const;
      const named = (places: Int32Array) => [...places].map((place) => names[place] ?? "").toSorted();

      const plain = scan(cylinderProblem(spatial(cases, people), { ...wish, model: "poisson" }), { replicates: 199 });
      const [first, second, third] = plain.clusters;
      expect(first!.statistic.toFixed(6)).toBe("36.538616");
      expect(named(first!.places)).toEqual(answers.binomial.mlc.locations.toSorted());
      expect([first!.cases, first!.expected.toFixed(2), first!.p]).toEqual([2359, "2008.22", 1 / 200]);
      expect([second!.statistic.toFixed(6), second!.cases, named(second!.places)]).toEqual([
        "9.649491",
        1900,
        ["delaware", "philadelphia"],
      ]);
      expect([third!.statistic.toFixed(6), named(third!.places)]).toEqual(["2.102996", ["cameron", "potter"]]);
      expect(third!.p).toBeGreaterThan(0.8);
      expect(plain.windows).toBe(2585);

      const binomial = scan(cylinderProblem(spatial(cases, people), { ...wish, model: "bernoulli" }), {
        replicates: 199,
      });
      expect(binomial.clusters[0]!.statistic).toBeCloseTo(answers.binomial.mlc.llr, 6);
      const strata = standardisedPennsylvania(names);
      for (const [i, expected] of strata.entries()) expect(expected).toBeCloseTo(given[i]!, 6);
      // SpatialEpi's circles are up to half of the people, not of what was expected of them.
      const limits = { mostShare: 0.5 };
      const standard = scan(cylinderProblem(spatial(cases, strata), { ...wish, model: "poisson", limits }), {
        replicates: 199,
      });
      expect(standard.clusters[0]!.statistic).toBeCloseTo(answers.poisson.mlc.llr, 6);
      expect(named(standard.clusters[0]!.places)).toEqual(["delaware", "philadelphia"]);
      // Invented maps are as surprising as the references' own.
      for (const [one, answer] of [
        [binomial, answers.binomial],
        [standard, answers.poisson],
      ] as const) {
        const sorted = one.maxima.toSorted();
        expect(Math.abs(sorted[99]! - answer.sim_quantiles["50%"]!)).toBeLessThan(0.45);
        expect(Math.abs(sorted[179]! - answer.sim_quantiles["90%"]!)).toBeLessThan(0.9);
      }
    },
  );

  /** Each county's expected cases by race, sex and age. */
  function standardisedPennsylvania(names: readonly string[]): Float64Array {
    const place = new Map(names.map((name, i) => [name, i]));
    const strata = new Map<string, { people: Float64Array; cases: number }>();
    for (const [county = "", cases = "", people = "", ...stratum] of tableOf(PENNSYLVANIA_STRATA ?? "")) {
      const key = stratum.join(" ");
      const one = strata.get(key) ?? { people: new Float64Array(names.length), cases: 0 };
      one.people[place.get(county)!]! += Number(people);
      one.cases += Number(cases);
      strata.set(key, one);
    }
    expect(strata.size).toBe(16);
    const all = [...strata.values()];
    return standardised(
      all.map(({ people }) => people),
      all.map(({ cases }) => cases),
    );
  }

  test("pays for having looked everywhere: where nothing is, p below 0.1 comes in one of ten", () => {
    const [x, y] = [
      Array.from({ length: 25 }, (_, i) => i % 5),
      Array.from({ length: 25 }, (_, i) => Math.floor(i / 5)),
    ];
    const people = x.map((_, i) => 50 + ((i * 37) % 100));
    const { maxima } = scan(
      cylinderProblem(
        spatial(
          x.map(() => 4),
          people,
        ),
        { model: "poisson", windows: "spatial", positions: { on: "plane", x, y }, seed: 9 },
      ),
      { replicates: 2000 },
    );
    const bar = maxima.slice(0, 1000).toSorted()[899]!;
    const over = maxima.slice(1000).filter((one) => one > bar).length;
    expect(over).toBeGreaterThan(65);
    expect(over).toBeLessThan(140);
  });

  test("of no cases finds nothing, and of one everywhere nothing either", () => {
    const positions = { on: "plane", x: [0, 1], y: [0, 0] } as const;
    for (const model of ["poisson", "bernoulli", "expectation"] as const) {
      const none = scan(cylinderProblem(spatial([0, 0], [1, 1]), { model, windows: "spatial", positions }), {
        replicates: 9,
      });
      expect([none.clusters, [...none.maxima]]).toEqual([[], Array.from({ length: 9 }, () => 0)]);
    }
    expect([poissonStatistic(2, 3, 10), bernoulliStatistic(1, 10, 5, 20), expectationStatistic(2, 2)]).toEqual([
      0, 0, 0,
    ]);
    expect(poissonStatistic(5, 1, 5)).toBeCloseTo(5 * Math.log(5), 12);
    expect(expectationStatistic(5, 2)).toBeCloseTo(5 * Math.log(2.5) - 3, 12);
  });
});

describe("circles", () => {
  test("of places equally far away have the one with the lesser coordinate first, whatever order they came in", () => {
    const [x, y] = [
      [0, 1, -1, 0, 0],
      [0, 0, 0, 1, -1],
    ];
    const { start, member } = circlesOf([1, 1, 1, 1, 1], { on: "plane", x, y }, { mostShare: 1 });
    expect(Array.from(member.slice(start[0], start[1]))).toEqual([0, 2, 4, 3, 1]);
  });

  test("reach as far as the radius, on the earth too", () => {
    const [x, y] = [
      [16.1, 16.2, 16.3, 17.4],
      [60.9, 60.9, 60.9, 60.7],
    ];
    const apart = apartBy({ on: "earth", x, y });
    const { start, member } = circlesOf([1, 1, 1, 1], { on: "earth", x, y }, { mostRadius: apart(0, 2), mostShare: 1 });
    expect(Array.from(member.slice(start[0], start[1]))).toEqual([0, 1, 2]);
    expect(Array.from(member.slice(start[3]))).toEqual([3]);
    expect(kilometresApart(16, 60, 16, 61)).toBeCloseTo((6371.3 * Math.PI) / 180, 9);
  });
});

describe("a space-time permutation scan", () => {
  test.skipIf(FEVER === undefined || FEVER_PLACES === undefined)(
    "finds New York's fever as SaTScan does, to six decimals",
    () => {
      const lines = (path: string) =>
        readFileSync(path, "utf8")
          .trim()
          .split(/\r?\n/)
          .map((line) => line.trim().split(/\s+/));
      const places = lines(FEVER_PLACES ?? "");
      const number = new Map(places.map(([zip = ""], i) => [zip, i]));
      const cases = lines(FEVER ?? "");
      const first = Date.parse("2001-11-01T00:00Z");
      const data: ScanData = {
        places: places.length,
        times: 24,
        cases: {
          place: cases.map(([zip = ""]) => number.get(zip)!),
          time: cases.map(
            ([, , day = ""]) =>
              (Date.parse(`${new Date(`${day} UTC`).toISOString().slice(0, 10)}T00:00Z`) - first) / 86_400_000,
          ),
          count: cases.map(([, count]) => Number(count)),
        },
      };
      const positions = {
        on: "earth",
        x: places.map(([, , lon]) => Number(lon)),
        y: places.map(([, lat]) => Number(lat)),
      } as const;
      const { clusters, maxima } = scan(
        cylinderProblem(data, {
          model: "permutation",
          windows: "space-time-prospective",
          positions,
          limits: { mostRadius: 3 },
          longest: 7,
          seed: 4,
        }),
        { replicates: 4999 },
      );
      const [strongest, second, third] = clusters;
      expect(clusters.slice(0, 6).map(({ statistic }) => statistic.toFixed(6))).toEqual([
        "3.845418",
        "3.164201",
        "2.137259",
        "1.427139",
        "1.232844",
        "1.232844",
      ]);
      expect([...strongest!.places].map((place) => places[place]![0] ?? "")).toEqual(
        "11418 11415 11419 11435 11416 11421 11451 11375 11417".split(" "),
      );
      expect([strongest!.cases, strongest!.expected.toFixed(2), strongest!.from, strongest!.to]).toEqual([
        4,
        "0.67",
        21,
        23,
      ]);
      // SaTScan's p with 99 999 replicates; three standard errors of ours.
      expect(Math.abs(strongest!.p - 0.20362)).toBeLessThan(0.017);
      expect(Math.abs(second!.p - 0.49243)).toBeLessThan(0.021);
      expect(Math.abs(third!.p - 0.95849)).toBeLessThan(0.009);
      expect(Math.abs(strongest!.gumbelP - 0.20362)).toBeLessThan(0.04);
      expect(maxima).toHaveLength(4999);
    },
  );

  test("asks of space and time together, and says so", () => {
    expect(() => cylinderProblem(spatial([1], [1]), { model: "permutation", windows: "spatial" })).toThrow(
      "space and time",
    );
    expect(() =>
      cylinderProblem({ ...spatial([1], [1]), measure: undefined! }, { model: "poisson", windows: "temporal" }),
    ).toThrow("measure");
  });
});

/** Any small scan of any model: places on a small grid, so that ties are many, and few times. */
const anyScan = fc
  .record({
    model: fc.constantFrom<ScanModel>("poisson", "bernoulli", "permutation", "expectation"),
    windows: fc.constantFrom<ScanWindows>(
      "spatial",
      "temporal",
      "temporal-prospective",
      "space-time",
      "space-time-prospective",
    ),
    grid: fc.uniqueArray(fc.integer({ min: 0, max: 24 }), { minLength: 2, maxLength: 8 }),
    times: fc.integer({ min: 2, max: 9 }),
    table: fc.boolean(),
    numbers: fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 80, maxLength: 80 }),
    people: fc.array(fc.integer({ min: 6, max: 60 }), { minLength: 80, maxLength: 80 }),
    longest: fc.integer({ min: 1, max: 9 }),
    shortest: fc.integer({ min: 1, max: 3 }),
    mostShare: fc.constantFrom(0.5, 0.9),
  })
  .filter(
    ({ model, windows, longest, shortest }) =>
      (model !== "permutation" || windows.startsWith("space")) && shortest <= longest,
  );
type AnyScan = typeof anyScan extends fc.Arbitrary<infer One> ? One : never;

function asked(
  { model, windows, grid, times, table, numbers, people, longest, shortest, mostShare }: AnyScan,
  order?: readonly number[],
): { data: ScanData; wish: ScanWish } {
  const places = order ?? grid.map((_, i) => i);
  const cell = (place: number, time: number) => (place * times + time) % 80;
  const cells = places.flatMap((place, at) =>
    Array.from({ length: times }, (_, time) => ({ at, time, count: numbers[cell(place, time)]! })),
  );
  const ofTime = Float64Array.from({ length: times }, (_, time) => 1 + (time % 3) / 4);
  return {
    data: {
      places: places.length,
      times,
      cases: {
        place: cells.map(({ at }) => at),
        time: cells.map(({ time }) => time),
        count: cells.map(({ count }) => count),
      },
      measure:
        table || model === "bernoulli"
          ? {
              kind: "table",
              values: Float64Array.from(
                places.flatMap((place) => Array.from({ length: times }, (_, time) => people[cell(place, time)]!)),
              ),
            }
          : { kind: "product", place: Float64Array.from(places, (place) => people[place]!), time: ofTime },
    },
    wish: {
      model,
      windows,
      positions: {
        on: "plane",
        x: places.map((place) => grid[place]! % 5),
        y: places.map((place) => Math.floor(grid[place]! / 5)),
      },
      limits: { mostShare },
      longest: Math.min(longest, times),
      shortest: Math.min(shortest, times),
    },
  };
}

/** The maximum by looking at every circle and every span, with nothing clever. */
function byHand({ data: { places, times, cases, measure }, wish }: { data: ScanData; wish: ScanWish }): number {
  const { model, windows, limits } = wish;
  const ofCell = (place: number, time: number) => {
    let count = 0;
    for (let i = 0; i < cases.count.length; i++)
      if (cases.place[i] === place && cases.time[i] === time) count += cases.count[i]!;
    return count;
  };
  const every = <T>(of: (place: number, time: number) => T) =>
    Array.from({ length: places }, (_, place) => Array.from({ length: times }, (_, time) => of(place, time)));
  const count = every(ofCell);
  const over = (table: number[][], inside: readonly number[], from: number, to: number) =>
    inside.reduce((sum, place) => sum + table[place]!.slice(from, to + 1).reduce((all, one) => all + one, 0), 0);
  const everywhere = Array.from({ length: places }, (_, i) => i);
  const total = over(count, everywhere, 0, times - 1);
  const margin = every((place, time) =>
    total === 0 ? 0 : (over(count, [place], 0, times - 1) * over(count, everywhere, time, time)) / total,
  );
  const given =
    model === "permutation"
      ? margin
      : every((place, time) =>
          measure!.kind === "table"
            ? measure!.values[place * times + time]!
            : measure!.place[place]! * measure!.time[time]!,
        );
  const population = over(given, everywhere, 0, times - 1);
  const apart = apartBy(wish.positions!);
  let most = 0;
  const spans =
    windows === "spatial"
      ? [[0, times - 1] as const]
      : Array.from({ length: times }, (_, from) =>
          Array.from({ length: times - from }, (_, i) => [from, from + i] as const),
        ).flat();
  for (const centre of windows.startsWith("temporal") ? [0] : everywhere)
    for (const edge of windows.startsWith("temporal") ? [0] : everywhere) {
      const inside = windows.startsWith("temporal")
        ? everywhere
        : everywhere.filter((place) => apart(centre, place) <= apart(centre, edge));
      if (
        !windows.startsWith("temporal") &&
        over(given, inside, 0, times - 1) > limits!.mostShare! * population * (1 + 1e-9)
      )
        continue;
      for (const [from, to] of spans) {
        const length = to - from + 1;
        if (windows !== "spatial" && (length > wish.longest! || length < wish.shortest!)) continue;
        if (windows.endsWith("prospective") && to !== times - 1) continue;
        const [held, share] = [over(count, inside, from, to), over(given, inside, from, to)];
        if (held < (model === "expectation" ? 1 : 2)) continue;
        const statistic =
          model === "bernoulli"
            ? bernoulliStatistic(held, share, total, population)
            : model === "expectation"
              ? expectationStatistic(held, share)
              : poissonStatistic(held, model === "poisson" ? (share * total) / population : share, total);
        if (!Number.isNaN(statistic)) most = Math.max(most, statistic);
      }
    }
  return most;
}

describe("every model and every kind of window", () => {
  test("is never below any cylinder worked out by hand", () => {
    fc.assert(
      fc.property(anyScan, (one) => {
        const question = asked(one);
        const found =
          scan(cylinderProblem(question.data, question.wish), { replicates: 1 }).clusters[0]?.statistic ?? 0;
        expect(found).toBeGreaterThanOrEqual(byHand(question) - 1e-9);
      }),
      { numRuns: 150 },
    );
  });

  test("is the same in whatever order the places and the cases come", () => {
    fc.assert(
      fc.property(anyScan, (one) => {
        const [forth, back] = [asked(one), asked(one, one.grid.map((_, i) => i).toReversed())];
        const found = ({ data, wish }: typeof forth) =>
          scan(cylinderProblem(data, wish), { replicates: 1 }).clusters[0]?.statistic ?? 0;
        expect(found(forth)).toBeCloseTo(found(back), 9);
        const { cases } = forth.data;
        const turned = {
          place: [...(cases.place as number[])].toReversed(),
          time: [...(cases.time as number[])].toReversed(),
          count: [...(cases.count as number[])].toReversed(),
        };
        const maxima = (data: ScanData) => [...replicatesOf(cylinderProblem(data, forth.wish))(0, 5)];
        expect(maxima({ ...forth.data, cases: turned })).toEqual(maxima(forth.data));
      }),
      { numRuns: 60 },
    );
  });

  test("has the same maxima by the compiled kernel and by its twin, and in whatever portions they are made", () => {
    fc.assert(
      fc.property(anyScan, (one) => {
        const { data, wish } = asked(one);
        const problem = cylinderProblem(data, wish);
        const [compiled, twin] = [cylinderReplicates(problem), cylinderReplicates(problem, false)];
        const whole = [...compiled(0, 12)];
        expect([...twin(0, 12)]).toEqual(whole);
        expect([...compiled(7, 12), ...compiled(0, 7)]).toEqual([...whole.slice(7), ...whole.slice(0, 7)]);
      }),
      { numRuns: 150 },
    );
  });

  test("draws maps whose own maximum, worked out by hand, is what the search says", () => {
    // The permutation model's replicate of a map is a map: scanned itself it must come to the same.
    const [x, y] = [
      [0, 1, 2, 0, 1, 2],
      [0, 0, 0, 1, 1, 1],
    ];
    const place = Array.from({ length: 40 }, (_, i) => (i * 7) % 6);
    const time = Array.from({ length: 40 }, (_, i) => (i * 5) % 8);
    const wish = { model: "permutation", windows: "space-time", positions: { on: "plane", x, y }, longest: 4 } as const;
    const data = { places: 6, times: 8, cases: { place, time, count: place.map(() => 1) } };
    const observed = byHand({ data, wish: { ...wish, limits: { mostShare: 0.5 }, shortest: 1 } });
    expect(scan(cylinderProblem(data, wish), { replicates: 1 }).clusters[0]!.statistic).toBeCloseTo(observed, 9);
    const { maxima } = scan(cylinderProblem(data, wish), { replicates: 300 });
    expect(new Set(maxima).size).toBeGreaterThan(30);
    expect(maxima.every((one) => one >= 0)).toBe(true);
  });
});

describe("counts too large for sixteen bits", () => {
  test("are scanned by thirty-two, with the same answer by kernel and twin", () => {
    const [x, y] = [
      [0, 1, 2, 5],
      [0, 1, 0, 3],
    ];
    for (const windows of ["space-time", "space-time-prospective"] as const) {
      const cells = x.flatMap((_, at) => Array.from({ length: 6 }, (_, month) => ({ at, month })));
      const data: ScanData = {
        places: 4,
        times: 6,
        cases: {
          place: cells.map(({ at }) => at),
          time: cells.map(({ month }) => month),
          count: cells.map(({ at, month }) => 20_000 + at * 100 + ((month * 37) % 11) * 9),
        },
        measure: { kind: "product", place: Float64Array.of(1, 1, 1, 1), time: new Float64Array(6).fill(1) },
      };
      const problem = cylinderProblem(data, { model: "poisson", windows, positions: { on: "plane", x, y } });
      expect([...cylinderReplicates(problem)(0, 20)]).toEqual([...cylinderReplicates(problem, false)(0, 20)]);
    }
  });
});

describe("a scan that may stop early", () => {
  const data = {
    places: 3,
    times: 5,
    cases: { place: [0, 1, 2, 0, 1, 2, 0], time: [0, 1, 2, 3, 4, 4, 4], count: [1, 2, 1, 1, 3, 1, 2] },
  };
  const problem = cylinderProblem(data, {
    model: "permutation",
    windows: "space-time-prospective",
    positions: { on: "plane", x: [0, 1, 2], y: [0, 0, 0] },
  });

  test("does so at the same replicate whoever makes them, and p is the share that were as surprising (Besag & Clifford)", async () => {
    const options = { replicates: 999, stopAfter: 20 };
    const alone = scan(problem, options);
    const made = replicatesOf(problem);
    const spread = await scanSpread(problem, options, (_, from, to) => Promise.resolve(made(from, to)));
    expect(spread).toEqual(alone);
    expect(alone.stoppedEarly).toBe(true);
    expect(alone.clusters[0]!.p).toBeCloseTo(20 / alone.replicates, 12);
    expect(alone.maxima).toHaveLength(alone.replicates);
    expect(alone.maxima.at(-1)!).toBeGreaterThanOrEqual(alone.clusters[0]!.statistic * (1 - 1e-9));
  });

  test("goes on to the end where it may not", () => {
    expect(scan(problem, { replicates: 300 })).toMatchObject({ replicates: 300, stoppedEarly: false });
  });
});
