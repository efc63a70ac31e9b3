import { describe, expect, test } from "vitest";
import { dayWritten } from "../columns/local-time.ts";
import { chanceOf } from "../engine/numbers/random.ts";
import { replicatesOf } from "../engine/emerging/scan.ts";
import {
  askScan,
  askScanSpread,
  type EventScanWish,
  scanAnswer,
  scanAnswerSpread,
  type ScanQuestion,
} from "./emerging.ts";
import { readEvents } from "./event-table.ts";

const side = 5;
const areas = Array.from({ length: side * side }, (_, i) => ({ x: i % side, y: Math.floor(i / side) }));
const street = [0, 1, 2, 7, 12, 13];

/** Areas in a grid, ten people each; `high` of them have many cases. */
function question(high: readonly number[], many: number, wish: Partial<ScanQuestion["wish"]> = {}): ScanQuestion {
  return {
    data: {
      places: areas.length,
      times: 1,
      cases: {
        place: areas.map((_, i) => i),
        time: areas.map(() => 0),
        count: areas.map((_, i) => (high.includes(i) ? many : 4)),
      },
      measure: { kind: "product", place: new Float64Array(areas.length).fill(10), time: Float64Array.of(1) },
    },
    wish: { model: "poisson", windows: "spatial", ...wish },
    positions: { on: "plane", x: areas.map(({ x }) => x), y: areas.map(({ y }) => y) },
    names: areas.map((_, i) => [`område ${i}`]),
    firstDays: ["2024-01-01"],
    lastDays: ["2024-12-31"],
    daysInTime: 366,
    options: { replicates: 199 },
  };
}

describe("an answer to a scan", () => {
  test("says how many windows were looked at and how many invented maps it was held against, beside the count and what was expected", () => {
    const answer = askScan(question([12], 30));
    expect(answer.clusters[0]).toMatchObject({
      names: ["område 12"],
      cases: 30,
      p: 0.005,
      from: undefined,
      recurrenceDays: undefined,
    });
    expect(answer.clusters[0]!.relativeRisk).toBeCloseTo(30 / (96 / 24), 9);
    expect(answer.sentence.sv).toMatch(
      /^30 händelser på 1 plats där 5,04 var att vänta\. .*sannolikheten är 0,005: \d+ cirklar prövade mot 199/,
    );
    expect(answer).toMatchObject({ family: answer.windowsSearched, method: "scan-poisson-spatial", n: 126 });
    expect(answer.critical.p05).toBeLessThan(answer.clusters[0]!.statistic);
  });

  test("calls nine no cluster, however unusual they are", () => {
    const few = question([], 0);
    const alone = { ...few, data: { ...few.data, cases: { place: [12, 3, 20], time: [0, 0, 0], count: [9, 1, 1] } } };
    const answer = askScan(alone);
    expect(answer.clusters[0]!.p).toBeLessThan(0.01);
    expect(answer.sentence.sv).toContain("för få för att kalla det en anhopning");
  });

  test("tells what lies within chance as that, and does not list what every invented map surpassed", () => {
    const answer = askScan(question([], 4));
    expect(answer.clusters.every(({ p }) => p < 1)).toBe(true);
    expect(askScan(question([12], 7)).sentence.en).toContain("within the usual");
  });

  test("follows a street where the areas' borders are given", () => {
    const neighbours = areas.map((one) =>
      areas.flatMap((other, j) => (Math.abs(one.x - other.x) + Math.abs(one.y - other.y) === 1 ? [j] : [])),
    );
    const answer = askScan(question(street, 16, { neighbours, mostPlaces: 12, alpha: 0.2 }));
    expect(answer.method).toBe("scan-poisson-flexible");
    expect(answer.clusters[0]!.names.toSorted()).toEqual(street.map((i) => `område ${i}`).toSorted());
  });

  test("is the same when others make the invented maps", async () => {
    const asked = question([12], 12);
    expect(await askScanSpread(asked, (problem, from, to) => Promise.resolve(replicatesOf(problem)(from, to)))).toEqual(
      askScan(asked),
    );
  });
});

describe("a scan of a file of events", () => {
  const chance = chanceOf(6, 6);
  const spread = Array.from(
    { length: 300 },
    () => [chance.below(12) * 100, chance.below(12) * 100, chance.below(60), "annat"] as const,
  );
  const near = Array.from({ length: 14 }, (_, i) => [600 + (i % 2) * 100, 600, 56 + (i % 4), "klotter"] as const);
  const tableOf = (events: readonly (readonly [number, number, number, string])[]) =>
    readEvents(
      events.map(([x, y, day, what], i) => ({
        line: i + 2,
        cells: { x: String(x), y: String(y), day: dayWritten(day), what },
      })),
      { x: "x", y: "y", time: "day", category: "what" },
    );
  const wish: EventScanWish = { radiusMetres: 300, days: 14, replicates: 199, seed: 2 };

  test("says at once that nothing stands out where everything is at one place, or on one day", () => {
    const many = { ...wish, replicates: 1_000_000_000 };
    for (const at of [(i: number) => [0, 0, i % 9] as const, (i: number) => [i % 9, 0, 5] as const]) {
      const events = Array.from({ length: 500 }, (_, i) => [...at(i), "klotter"] as const);
      const answer = scanAnswer(tableOf(events), many);
      expect(answer.clusters).toEqual([]);
      expect(answer.sentence.sv).toContain("Inget i filen ligger tätare");
    }
  });

  test("finds what is going on now with its recurrence, in whatever order the file lists its events", async () => {
    const events = [...spread, ...near];
    const answer = scanAnswer(tableOf(events), wish);
    expect(answer.clusters[0]).toMatchObject({ p: 0.005, recurrenceDays: 200, to: dayWritten(59) });
    expect(answer.sentence.sv).toMatch(/ungefär en gång på 200 dagar/);
    const turned = scanAnswer(tableOf(events.toReversed()), wish);
    expect([turned.clusters[0]!.cases, turned.clusters[0]!.p]).toEqual([
      answer.clusters[0]!.cases,
      answer.clusters[0]!.p,
    ]);
    expect(turned.clusters[0]!.statistic).toBeCloseTo(answer.clusters[0]!.statistic, 9);
    const others = await scanAnswerSpread(tableOf(events), wish, (problem, from, to) =>
      Promise.resolve(replicatesOf(problem)(from, to)),
    );
    expect(others).toEqual(answer);
  });

  test("is told in whole days where they are few", () => {
    const other = chanceOf(9, 2);
    const background = Array.from(
      { length: 1200 },
      () => [other.below(12) * 100, other.below(12) * 100, other.below(60), "annat"] as const,
    );
    const answer = scanAnswer(tableOf([...background, ...near.slice(0, 9)]), { ...wish, days: 7, radiusMetres: 150 });
    expect(answer.clusters[0]!.recurrenceDays).toBeCloseTo(66.67, 2);
    expect(answer.sentence.sv).toContain("ungefär en gång på 67 dagar");
    expect(answer.sentence.en).toContain("about once in 67 days");
  });

  test("says that it is few by those that could be scanned, not by all that the file holds", () => {
    const unplaced = Array.from({ length: 20 }, (_, i) => [NaN, NaN, i, "annat"] as const);
    const answer = scanAnswer(tableOf([...near.slice(0, 5), ...unplaced]), wish);
    expect(answer).toMatchObject({ n: 25, used: 5 });
    expect(answer.caveats.map(({ why }) => why)).toEqual(["few"]);
  });

  test("of one category among all events holds it against the others (Bernoulli), over any time", () => {
    const answer = scanAnswer(tableOf([...spread, ...near]), { ...wish, category: "klotter", windows: "space-time" });
    expect(answer).toMatchObject({ method: "scan-bernoulli-space-time", used: 14 });
    expect(answer.clusters[0]!.cases).toBeGreaterThan(9);
    expect(answer.sentence.sv).toContain("Så mycket ger slumpen sällan");
  });
});
