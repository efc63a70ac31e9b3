import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { tableOf } from "../../../test/reference-table.ts";
import { sharedData } from "../../../test/shared-data.ts";
import { clusterAnswer, densityAnswer, hotspotAnswer } from "./concentrated.ts";
import { countAnswer, rateAnswer } from "./counted.ts";
import { effectAnswer, powerAnswer } from "./effect.ts";
import { knoxAnswer, scanAnswer } from "./emerging.ts";
import { outbreakAnswer } from "./expected.ts";
import { dayWritten } from "../columns/local-time.ts";
import { readEvents, type EventRow } from "./event-table.ts";
import { chanceOf } from "../engine/numbers/random.ts";

const OCKELBO = sharedData("polisen-events/gavleborg-reposafe.ndjson");
const FEVER = sharedData("reference/nearrepeat-chicago/chicago_be_jan2016.csv");
const columns = { x: "x", y: "y", time: "day", category: "what" };
const rowsOf = (events: readonly (readonly [x: number, y: number, day: number, what?: string])[]): EventRow[] =>
  events.map(([x, y, day, what = ""], i) => ({
    line: i + 2,
    cells: { x: String(x), y: String(y), day: dayWritten(day), what },
  }));
const nothing = readEvents([], columns);

describe("a question to a file", () => {
  test("of nothing has an answer to everything, and no figure that is not one", () => {
    const answers = [
      countAnswer(nothing),
      hotspotAnswer(nothing, 250),
      densityAnswer(nothing),
      clusterAnswer(nothing, 100, 5),
      scanAnswer(nothing, { radiusMetres: 500, days: 28, replicates: 9, seed: 1 }),
      knoxAnswer(nothing, { distances: [0, 100], days: [0, 7], replicates: 9, seed: 1 }),
      outbreakAnswer(nothing),
    ];
    for (const answer of answers) {
      expect(answer).toMatchObject({ n: 0, unplaced: 0, undated: 0, from: undefined, version: "picture-1" });
      expect(`${answer.sentence.sv} ${answer.sentence.en}`).not.toMatch(/NaN|Infinity|∞|undefined|\{/);
    }
  });

  test("says what could not take part: events without a place are counted, never placed", () => {
    const events = readEvents(
      [
        ...rowsOf([
          [0, 0, 10],
          [5, 5, 11],
        ]),
        { line: 4, cells: { x: "", y: "", day: "", what: "" } },
      ],
      columns,
    );
    expect(countAnswer(events)).toMatchObject({ n: 3, unplaced: 1, undated: 1, from: "1970-01-11", to: "1970-01-12" });
    expect(hotspotAnswer(events, 100).cells.reduce((sum, { count }) => sum + count, 0)).toBe(2);
    expect(clusterAnswer(events, 100, 2)).toMatchObject({ alone: 0, groups: [{ count: 2 }] });
  });

  test("calls nothing a hot spot on nine events, and finds the one that was put there on many", () => {
    const few = readEvents(rowsOf(Array.from({ length: 9 }, (_, i) => [1000 + i, 1000, i] as const)), columns);
    expect(hotspotAnswer(few, 250).sentence.sv).toContain("9 händelser räcker inte");
    const chance = chanceOf(1, 1);
    const spread = Array.from({ length: 300 }, () => [chance.uniform() * 4000, chance.uniform() * 4000, 1] as const);
    const dense = Array.from(
      { length: 60 },
      () => [2000 + chance.uniform() * 240, 2000 + chance.uniform() * 240, 1] as const,
    );
    const answer = hotspotAnswer(readEvents(rowsOf([...spread, ...dense]), columns), 250);
    const found = answer.cells.filter(({ significant }) => significant);
    expect(found.length).toBeGreaterThan(0);
    expect(found.length).toBeLessThan(20);
    expect(answer.family).toBe(256);
    expect(found.every(({ position: [x, y] }) => Math.hypot(x - 2120, y - 2120) < 600)).toBe(true);
  });

  test("is told that one event lies on the other side of the earth, instead of running out of memory", () => {
    const events = readEvents(
      rowsOf([
        [0, 0, 1],
        [100, 100, 1],
        [9_000_000, 9_000_000, 2],
      ]),
      columns,
    );
    const answer = hotspotAnswer(events, 250);
    expect(answer.cells).toEqual([]);
    expect(answer.sentence.sv).toMatch(/^Det blir 1\s?3\d\d\s?000\s?000 rutor, och högst 1\s?000\s?000/);
  });

  test("finds the outbreak that was put there, where and when it was, and is the same for the same seed", () => {
    const chance = chanceOf(2, 2);
    const usual = Array.from(
      { length: 250 },
      () =>
        [
          Math.floor(chance.uniform() * 20) * 300,
          Math.floor(chance.uniform() * 20) * 300,
          Math.floor(chance.uniform() * 200),
        ] as const,
    );
    const now = Array.from({ length: 9 }, (_, i) => [3000 + (i % 3) * 60, 3000, 197 + (i % 3)] as const);
    const wish = { radiusMetres: 800, days: 14, replicates: 199, seed: 3 };
    const events = readEvents(rowsOf([...usual, ...now, [0, 0, 199]]), columns);
    const answer = scanAnswer(events, wish);
    expect(scanAnswer(events, wish)).toEqual(answer);
    expect(answer.clusters[0]).toMatchObject({ to: dayWritten(199), p: 0.005 });
    expect(answer.clusters[0]!.cases).toBeGreaterThanOrEqual(9);
    expect(Math.hypot(answer.clusters[0]!.centre[0] - 3060, answer.clusters[0]!.centre[1] - 3000)).toBeLessThan(900);
  });

  test("a week ten times the usual is over what was expected, the others are not, and how many were asked is said", () => {
    const events: [number, number, number, string][] = [];
    for (let week = 0; week < 260; week++)
      for (const what of ["klotter", "stöld"])
        for (let i = 0; i < 3 + ((week * 7 + what.length) % 3); i++) events.push([0, 0, week * 7 + (i % 7), what]);
    for (let i = 0; i < 40; i++) events.push([0, 0, 259 * 7 + (i % 7), "stöld"]);
    const answer = outbreakAnswer(readEvents(rowsOf(events), columns));
    expect(answer).toMatchObject({ weeks: 260, family: 2 });
    expect(answer.series.map(({ category, farrington }) => [category, farrington?.alarm])).toEqual([
      ["klotter", false],
      ["stöld", true],
    ]);
    expect(answer.sentence.sv).toContain("1 av 2 kategorier");
  });

  test("gives small areas their own rate and the common one's weight, in the file's order", () => {
    const events = readEvents(
      rowsOf([
        ...Array.from({ length: 30 }, () => [0, 0, 1, "Ockelbo"] as const),
        [0, 0, 1, "Lingbo"],
        [0, 0, 1, "Mars"],
      ]),
      columns,
    );
    const answer = rateAnswer(
      events,
      new Map([
        ["Ockelbo", 2984],
        ["Lingbo", 288],
        ["Åmot", 210],
      ]),
    );
    expect(answer.areas.map(({ area }) => area)).toEqual(["Ockelbo", "Lingbo", "Åmot"]);
    expect(answer.notInAnyArea).toBe(1);
    expect(answer.areas[2]!.rate.value).toBe(0);
    expect(answer.areas[2]!.shrunkPer1000).toBeGreaterThan(0);
    expect(answer.areas[2]!.rate.high).toBeGreaterThan(answer.areas[0]!.rate.high);
  });

  test.each([
    [{ before: 207, after: 110 }, { before: 308, after: 318 }, "better", "Färre än väntat"],
    [{ before: 12, after: 9 }, { before: 100, after: 100 }, "cannot-tell", "Det går inte att avgöra"],
    [{ before: 0, after: 9 }, { before: 100, after: 100 }, "cannot-tell", "Det går inte att avgöra"],
    [{ before: 100, after: 200 }, { before: 300, after: 300 }, "worse", "Fler än väntat"],
  ])("did it help: %o beside %o is %s", (treated, comparison, verdict, sentence) => {
    const answer = effectAnswer({ treated, comparison });
    expect(answer.verdict).toBe(verdict);
    expect(answer.sentence.sv).toContain(sentence);
  });

  test("what could be seen is said before anything is promised", () => {
    expect(powerAnswer({ baseline: 6, comparison: 10 }).sentence.sv).toBe(
      "Med så få händelser syns ingen minskning, hur stor den än är.",
    );
    expect(powerAnswer({ baseline: 80, comparison: 10 }).sentence.en).toMatch(/^Only a fall of 4\d(\.\d)? per cent/);
  });

  test.skipIf(FEVER === undefined)(
    "Chicago's burglaries repeat nearby within the week, and the density is as many events as the file has",
    () => {
      const lines = tableOf(FEVER ?? "");
      const events = readEvents(
        lines.map(([x = "", y = "", day = ""], i) => ({ line: i + 2, cells: { x, y, day } })),
        { x: "x", y: "y", time: "day" },
      );
      const answer = knoxAnswer(events, { distances: [0, 200, 400], days: [0, 7, 14], replicates: 199, seed: 1 });
      expect(answer.sentence.sv).toMatch(/^\d+ par nära varandra i tid och rum, 1,\d+ gånger/);
      const surface = densityAnswer(events, 800);
      const [[west, south], [east, north]] = [surface.southWest!, surface.northEast!];
      const cell = ((east - west) / (surface.columns - 1)) * ((north - south) / (surface.rows - 1));
      expect((surface.perSquareKilometre.reduce((sum, one) => sum + one, 0) * cell) / 1e6 / 970).toBeCloseTo(1, 2);
    },
  );

  test.skipIf(OCKELBO === undefined)("Ockelbo's few published items read as what they are", () => {
    const items = readFileSync(OCKELBO ?? "", "utf8")
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    const ockelbo = items.filter((item) => JSON.stringify(item).includes("Ockelbo"));
    // Their position is the municipality's middle: no position of an event, so none is handed in.
    const events = readEvents(
      ockelbo.map((_, i) => ({ line: i + 1, cells: {} })),
      { lon: "lon", lat: "lat" },
    );
    expect(hotspotAnswer(events, 250).sentence.sv).toContain("räcker inte");
    expect(hotspotAnswer(events, 250)).toMatchObject({ n: ockelbo.length, unplaced: ockelbo.length });
  });
});
