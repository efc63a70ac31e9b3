import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { tableOf } from "../../../test/reference-table.ts";
import { sharedData } from "../../../test/shared-data.ts";
import {
  bernoulliScan,
  bernoulliStatistic,
  circlesOf,
  kilometresApart,
  permutationScan,
  poissonScan,
  poissonStatistic,
} from "./scan.ts";

const PENNSYLVANIA = sharedData("reference/spatialepi-pennlc/pennLC_county.csv");
const PENNSYLVANIA_ANSWERS = sharedData("reference/spatialepi-pennlc/expected.json");
const FEVER = sharedData("reference/satscan-nyc/NYCfever.cas");
const FEVER_PLACES = sharedData("reference/satscan-nyc/NYCfever.geo");

describe("a spatial scan", () => {
  type Answers = Record<
    "binomial" | "poisson",
    { mlc: { locations: string[]; llr: number }; sim_quantiles: Record<string, number> }
  >;
  test.skipIf(PENNSYLVANIA === undefined || PENNSYLVANIA_ANSWERS === undefined)(
    "finds Pennsylvania's lung cancer as SaTScan and SpatialEpi do, to six decimals",
    () => {
      const rows = tableOf(PENNSYLVANIA ?? "");
      const column = (place: number) => rows.map((row) => Number(row[place]));
      const [x, y, people, cases, stratified] = [1, 2, 3, 4, 5].map(column) as [
        number[],
        number[],
        number[],
        number[],
        number[],
      ];
      const names = rows.map(([name = ""]) => name);
      const answers = JSON.parse(readFileSync(PENNSYLVANIA_ANSWERS ?? "", "utf8")) as Answers;
      const circles = circlesOf(people, (i, j) => Math.hypot(x[i]! - x[j]!, y[i]! - y[j]!));
      const named = (places: Int32Array) => [...places].map((place) => names[place] ?? "").toSorted();

      const plain = poissonScan(cases, people, circles, { replicates: 199 });
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

      const binomial = bernoulliScan(cases, people, circles, { replicates: 199 });
      expect(binomial.clusters[0]!.statistic).toBeCloseTo(answers.binomial.mlc.llr, 6);
      const strata = poissonScan(cases, stratified, circles, { replicates: 199 });
      expect(strata.clusters[0]!.statistic).toBeCloseTo(answers.poisson.mlc.llr, 6);
      expect(named(strata.clusters[0]!.places)).toEqual(["delaware", "philadelphia"]);
      // Invented maps are as surprising as the references' own.
      for (const [scan, answer] of [
        [binomial, answers.binomial],
        [strata, answers.poisson],
      ] as const) {
        const sorted = scan.maxima.toSorted();
        expect(Math.abs(sorted[99]! - answer.sim_quantiles["50%"]!)).toBeLessThan(0.45);
        expect(Math.abs(sorted[179]! - answer.sim_quantiles["90%"]!)).toBeLessThan(0.9);
      }
    },
  );

  test("is never below any circle worked out by hand, and the same in whatever order the places come", () => {
    const place = fc.record({
      x: fc.integer({ min: 0, max: 30 }),
      y: fc.integer({ min: 0, max: 30 }),
      cases: fc.integer({ min: 0, max: 9 }),
      people: fc.integer({ min: 10, max: 90 }),
    });
    fc.assert(
      fc.property(fc.array(place, { minLength: 3, maxLength: 9 }), (places) => {
        const scan = (of: typeof places) => {
          const circles = circlesOf(
            of.map(({ people }) => people),
            (i, j) => Math.hypot(of[i]!.x - of[j]!.x, of[i]!.y - of[j]!.y),
          );
          return poissonScan(
            of.map(({ cases }) => cases),
            of.map(({ people }) => people),
            circles,
            { replicates: 5 },
          );
        };
        const found = scan(places).clusters[0]?.statistic ?? 0;
        const [total, population] = [
          places.reduce((sum, { cases }) => sum + cases, 0),
          places.reduce((sum, { people }) => sum + people, 0),
        ];
        const byHand = places.flatMap((centre) =>
          places.map((edge) => {
            const radius = Math.hypot(centre.x - edge.x, centre.y - edge.y);
            const inside = places.filter(({ x, y }) => Math.hypot(centre.x - x, centre.y - y) <= radius);
            const cases = inside.reduce((sum, one) => sum + one.cases, 0);
            const people = inside.reduce((sum, one) => sum + one.people, 0);
            const allowed = people <= population / 2 && cases >= 2;
            return allowed ? poissonStatistic(cases, (people * total) / population, total) : 0;
          }),
        );
        expect(found).toBeGreaterThanOrEqual(Math.max(...byHand) - 1e-9);
      }),
    );
  });

  test("pays for having looked everywhere: where nothing is, p below 0.1 comes in one of ten", () => {
    const [x, y] = [
      Array.from({ length: 25 }, (_, i) => i % 5),
      Array.from({ length: 25 }, (_, i) => Math.floor(i / 5)),
    ];
    const people = x.map((_, i) => 50 + ((i * 37) % 100));
    const circles = circlesOf(people, (i, j) => Math.hypot(x[i]! - x[j]!, y[i]! - y[j]!));
    const { maxima } = poissonScan(
      x.map(() => 4),
      people,
      circles,
      { replicates: 2000, seed: 9 },
    );
    const bar = maxima.slice(0, 1000).toSorted()[899]!;
    const over = maxima.slice(1000).filter((one) => one > bar).length;
    expect(over).toBeGreaterThan(65);
    expect(over).toBeLessThan(140);
  });

  test("of no cases finds nothing", () => {
    expect(
      poissonScan(
        [0, 0],
        [1, 1],
        circlesOf([1, 1], () => 1),
        { replicates: 9 },
      ).clusters,
    ).toEqual([]);
    expect([poissonStatistic(2, 3, 10), bernoulliStatistic(1, 10, 5, 20)]).toEqual([0, 0]);
    expect(poissonStatistic(5, 1, 5)).toBeCloseTo(5 * Math.log(5), 12);
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
      const cases = lines(FEVER ?? "").flatMap(([zip = "", count = "", day = ""]) =>
        Array.from({ length: Number(count) }, () => ({
          place: number.get(zip)!,
          day: Date.parse(`${day.replaceAll("/", "-")}T00:00Z`) / 86_400_000,
        })),
      );
      const now = Date.parse("2001-11-24T00:00Z") / 86_400_000;
      const ofPlace = places.map((_, i) => cases.filter(({ place }) => place === i).length);
      const circles = circlesOf(
        ofPlace,
        (i, j) =>
          kilometresApart(Number(places[i]![2]), Number(places[i]![1]), Number(places[j]![2]), Number(places[j]![1])),
        { mostRadius: 3 },
      );
      const { clusters } = permutationScan(
        cases.map(({ place }) => place),
        cases.map(({ day }) => day),
        now,
        circles,
        { longest: 7, replicates: 999, seed: 4 },
      );
      const [first, second, third] = clusters;
      expect(cases).toHaveLength(194);
      expect([first!.statistic, second!.statistic, third!.statistic].map((one) => one.toFixed(6))).toEqual([
        "3.845418",
        "3.164201",
        "2.137259",
      ]);
      expect([...first!.places].map((place) => places[place]![0] ?? "").toSorted()).toEqual([
        "11375",
        "11415",
        "11416",
        "11417",
        "11418",
        "11419",
        "11421",
        "11435",
        "11451",
      ]);
      expect([first!.cases, first!.expected.toFixed(2), now - first!.from!, first!.to]).toEqual([4, "0.67", 2, now]);
      // SaTScan's p with 99 999 replicates; three standard errors of ours.
      expect(Math.abs(first!.p - 0.20362)).toBeLessThan(0.04);
      expect(Math.abs(second!.p - 0.49243)).toBeLessThan(0.05);
      expect(Math.abs(first!.gumbelP - 0.20362)).toBeLessThan(0.06);
    },
  );
});
