import { describe, expect, test } from "vitest";
import { dayWritten } from "../columns/local-time.ts";
import { caveatsOf } from "./basis.ts";
import { countAnswer, rateAnswer } from "./counted.ts";
import { type EventTable, readEvents } from "./event-table.ts";

/** Days since 1970 of 15 January 2020, and of the fifteenth of later months, near enough. */
const START = 18_276;
const fifteenth = (month: number) => START + Math.round(month * 30.4375);

function tableOf(events: readonly (readonly [day: number, category?: string])[]): EventTable {
  return readEvents(
    events.map(([day, category = ""], i) => ({ line: i + 2, cells: { day: dayWritten(day), category } })),
    { time: "day", category: "category" },
  );
}

/** So many events in the middle of each month. */
const monthly = (months: number, count: (month: number) => number) =>
  tableOf(
    Array.from({ length: months }, (_, month) =>
      Array.from({ length: count(month) }, () => [fifteenth(month)] as const),
    ).flat(),
  );

describe("how many", () => {
  test.each([
    [12_345, /^12\s345 händelser\. /, /^12,345 events\. /],
    [1, /^1 händelse\. /, /^1 event\. /],
  ])("%d events are told as counted, to the last of them", (count, sv, en) => {
    const { sentence } = countAnswer(tableOf(Array.from({ length: count }, () => [START] as const)));
    expect(sentence.sv).toMatch(sv);
    expect(sentence.en).toMatch(en);
  });

  test("come in July, when they do, is told by whole months only", () => {
    const { season } = countAnswer(monthly(50, (month) => (month % 12 === 6 ? 30 : 10)));
    expect(season.years).toBe(4);
    expect(season.p).toBeLessThan(0.001);
    expect(season.byMonth!.indexOf(season.byMonth!.toSorted((a, b) => b.value - a.value)[0]!)).toBe(6);
    expect(season.sentence.sv).toContain("mest i juli");
    expect(season.sentence.en).toContain("most in July");
  });

  test.each([
    ["two years and one month, of which the first and the last may be half", 25, 10, "räcker inte"],
    ["two whole years between a month at either end", 26, 10, "Det går inte att skilja från jämnt"],
    ["two whole years with hardly an event", 26, 0, "räcker inte"],
  ])("%s", (_, months, count, said) => {
    const table = monthly(months, (month) => (month === 0 || month === months - 1 ? 1 : count));
    expect(countAnswer(table).season.sentence.sv).toContain(said);
  });

  test("a break in how it is counted tells no season, and says why", () => {
    const answer = countAnswer(
      monthly(60, () => 10),
      { caveats: ["break-in-series"], sources: ["bra"] },
    );
    expect(answer.season.byMonth).toBeUndefined();
    // Not that sixty months are too few.
    expect(answer.season.sentence.sv).toContain("Före och efter brytningen");
    expect(answer.caveats.map(({ why }) => why)).toEqual(["break-in-series"]);
    expect(answer.sources).toEqual(["bra"]);
  });

  test.each([
    [9, [], ["few"]],
    [10, [], []],
    [3, ["self-selected", "few"], ["self-selected", "few"]],
    [300, ["selection-not-statistics", "control-dependent"], ["control-dependent", "selection-not-statistics"]],
  ] as const)("%d events known to be %j carry %j", (n, known, caveats) => {
    expect(caveatsOf(n, known).map(({ why }) => why)).toEqual(caveats);
    for (const { sentence } of caveatsOf(n, known)) expect(sentence.sv.length).toBeGreaterThan(10);
  });
});

describe("how many per resident", () => {
  const population = new Map([
    ["Ockelbo", 6000],
    ["Hofors", 9500],
    ["Gävle", 103_000],
    ["Stockholm", 980_000],
  ]);
  const events = tableOf([
    ...Array.from({ length: 60 }, () => [START, "Ockelbo"] as const),
    ...Array.from({ length: 95 }, () => [START, "Hofors"] as const),
    ...Array.from({ length: 1030 }, () => [START, "Gävle"] as const),
    ...Array.from({ length: 29_400 }, () => [START, "Stockholm"] as const),
  ]);

  test("refuses an area where nobody lives: it has no rate", () => {
    expect(() => rateAnswer(events, new Map([["Stockholm", 0]]))).toThrow(/population of Stockholm/);
  });

  test("is as usual beside one's own county although not beside the capital", () => {
    const alone = rateAnswer(events, population);
    const beside = rateAnswer(events, population, { groupOf: (area) => (area === "Stockholm" ? "AB" : "X") });
    expect(alone.areas.map(({ outsideFunnel }) => outsideFunnel)).toEqual([true, true, true, true]);
    expect(beside.areas.map(({ funnel }) => funnel.place)).toEqual(["within", "within", "within", "within"]);
    expect(beside.areas[0]!.funnel.expected).toBeCloseTo(60, 6);
    expect(beside.areas[0]!.funnel.low95).toBeLessThan(60);
    expect(beside.areas[0]!.funnel.high998).toBeGreaterThan(beside.areas[0]!.funnel.high95);
    expect(beside).toMatchObject({ family: 4, dispersion: 1, notInAnyArea: 0 });
  });

  test("is weighed with its neighbours where they are told", () => {
    const none = rateAnswer(events, population).areas[0]!.besideNeighboursPer1000;
    const neighbours = new Map([
      ["Ockelbo", ["Gävle", "Hofors", "Nowhere"]],
      ["Gävle", ["Ockelbo"]],
    ]);
    const { areas } = rateAnswer(events, population, { neighbours });
    expect(none).toBeUndefined();
    expect(areas[0]!.besideNeighboursPer1000).toBeCloseTo(10, 6);
    expect(areas[3]!.besideNeighboursPer1000).toBeCloseTo(30, 6);
  });
});
