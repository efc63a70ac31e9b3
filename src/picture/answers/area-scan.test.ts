import { describe, expect, test } from "vitest";
import { tableOf } from "../../../test/reference-table.ts";
import { sharedData } from "../../../test/shared-data.ts";
import { areaScan, areaScanAnswer, type AreaScanWish, type PeopledAreas } from "./area-scan.ts";
import { askScan } from "./emerging.ts";
import { type EventTable, readEvents } from "./event-table.ts";

const PENNSYLVANIA = sharedData("reference/spatialepi-pennlc/pennLC_county.csv");
const wish: AreaScanWish = { model: "poisson", windows: "space-time-prospective", days: 7, replicates: 99, seed: 1 };

/** Events by area and day. */
const eventsIn = (said: readonly (readonly [area: string, day: number])[]): EventTable => ({
  ...readEvents([], {}),
  x: new Float64Array(said.length).fill(NaN),
  y: new Float64Array(said.length).fill(NaN),
  day: Float64Array.from(said, ([, day]) => day),
  category: said.map(([area]) => area),
});
const asked = (events: EventTable, areas: PeopledAreas, wanted: AreaScanWish) => {
  const question = areaScan(events, areas, wanted);
  return areaScanAnswer(events, areas, wanted, question && askScan(question));
};

describe("a scan of peopled areas", () => {
  test.skipIf(PENNSYLVANIA === undefined)("finds Pennsylvania's lung cancer as SaTScan and SpatialEpi do", () => {
    const counties = tableOf(PENNSYLVANIA!);
    const numbers = (column: number) => counties.map((row) => Number(row[column]));
    const codes = counties.map(([county = ""]) => county);
    const cases = numbers(4);
    const events = eventsIn(
      codes.flatMap((code, at) => Array.from({ length: cases[at]! }, () => [code, NaN] as const)),
    );
    const areas: PeopledAreas = {
      codes,
      people: numbers(3),
      positions: { on: "plane", x: numbers(1), y: numbers(2) },
    };
    const answer = asked(events, areas, { ...wish, windows: "spatial", replicates: 19 });
    expect(answer.used).toBe(10_279);
    expect(answer.clusters[0]).toMatchObject({
      names: ["washington", "greene", "allegheny", "beaver", "fayette", "westmoreland", "butler"],
      cases: 2359,
      from: undefined,
    });
    expect(answer.clusters[0]!.statistic).toBeCloseTo(36.538616, 6);
  });

  const row = (count: number): PeopledAreas => ({
    codes: Array.from({ length: count }, (_, at) => `a${at}`),
    people: Array.from({ length: count }, () => 1000),
    positions: {
      on: "earth",
      x: Array.from({ length: count }, (_, at) => 16 + at / 10),
      y: Array.from({ length: count }, () => 60),
    },
  });
  /** One in each area every fourth day of a hundred. */
  const usual = Array.from({ length: 8 * 25 }, (_, i) => [`a${i % 8}`, Math.floor(i / 8) * 4] as const);
  const now = Array.from({ length: 12 }, (_, i) => ["a3", 99 - (i % 3)] as const);

  test.each(["poisson", "expectation"] as const)(
    "of the model %s finds what goes on on the last days, and where",
    (model) => {
      const answer = asked(eventsIn([...usual, ...now]), row(8), { ...wish, model });
      expect(answer.clusters[0]).toMatchObject({
        names: ["a3"],
        cases: 12,
        from: "1970-04-08",
        to: "1970-04-10",
        p: 0.01,
      });
      expect(answer.method).toBe(`scan-${model}-space-time-prospective`);
    },
  );

  test("that is expectation-based expects what the days before had, by people", () => {
    const answer = asked(eventsIn([...usual, ...now]), row(8), { ...wish, model: "expectation" });
    // 8 areas × 24 of the first 93 days, and an eighth of it in the area, three days long.
    expect(answer.clusters[0]!.expected).toBeCloseTo(((8 * 24) / 93 / 8) * 3, 9);
  });

  test("looks at connected areas where it is told which border on which", () => {
    const areas = {
      ...row(8),
      neighbours: Array.from({ length: 8 }, (_, at) => [at - 1, at + 1].filter((one) => one >= 0 && one < 8)),
    };
    const events = eventsIn([...usual, ...Array.from({ length: 60 }, (_, i) => [`a${2 + (i % 3)}`, NaN] as const)]);
    const answer = asked(events, areas, { ...wish, windows: "spatial" });
    expect(answer.method).toBe("scan-poisson-flexible");
    expect(answer.clusters[0]!.names.toSorted()).toEqual(["a2", "a3", "a4"]);
  });

  test("says how far, in metres, whether places lie on the earth or in a plane", () => {
    const on = asked(
      eventsIn([...usual, ...Array.from({ length: 60 }, (_, i) => [`a${2 + (i % 2)}`, 99] as const)]),
      row(8),
      wish,
    );
    expect(on.clusters[0]!.radiusMetres).toBeCloseTo(5560, -2);
  });

  test.each([
    ["nothing", eventsIn([])],
    ["one event", eventsIn([["a1", 5]])],
    [
      "events in none of the areas",
      eventsIn([
        ["elsewhere", 5],
        ["elsewhere", 6],
      ]),
    ],
    [
      "events without a day",
      eventsIn([
        ["a1", NaN],
        ["a1", NaN],
      ]),
    ],
  ])("of %s says that there is too little", (_name, events) => {
    for (const model of ["poisson", "expectation"] as const) {
      const answer = asked(events, row(8), { ...wish, model });
      expect(answer).toMatchObject({ n: events.x.length, clusters: [], used: 0 });
      expect(answer.sentence.sv).not.toMatch(/NaN|undefined|\{/);
    }
  });
});
