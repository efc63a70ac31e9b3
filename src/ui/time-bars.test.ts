import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, daysBetween, weekdayOf, type Day } from "../ground/time.ts";
import { axisTop } from "./axis-top.ts";
import { axisWords, barsOf, barsWithin, isWhole, placeOf, resolutionOf, type Resolution } from "./time-bars.ts";

const day = (text: string) => text as Day;
const resolutions = ["day", "week", "month"] as const;
const series = fc.record({
  first: fc.integer({ min: 0, max: 6000 }).map((days) => addDays(day("2015-01-01"), days)),
  counts: fc.array(fc.nat(20), { minLength: 1, maxLength: 900 }),
});

describe("the resolution of a time strip", () => {
  it.each([
    ["six weeks on a desk by day", "2026-10-05", "2026-11-15", 640, "day"],
    ["a hundred and twenty days on a desk by day", "2026-01-01", "2026-04-30", 640, "day"],
    ["a hundred and twenty-one days by week", "2026-01-01", "2026-05-01", 640, "week"],
    ["six weeks on a phone by day", "2026-10-05", "2026-11-15", 272, "day"],
    ["four months on a phone by week", "2026-01-01", "2026-04-30", 272, "week"],
    ["a year on a phone by week", "2026-01-01", "2026-12-31", 272, "week"],
    ["three years on a phone by month", "2024-01-01", "2026-12-31", 272, "month"],
    ["two years on a desk by week", "2025-01-01", "2026-12-31", 640, "week"],
    ["five years on a desk by month", "2022-01-01", "2026-12-31", 1200, "month"],
    ["one day by day, however narrow", "2026-01-01", "2026-01-01", 0, "day"],
  ] as const)("%s", (_, from, to, width, resolution) => {
    expect(resolutionOf(day(from), day(to), width)).toBe(resolution);
  });

  it("never gives more than 120 bars within ten years, nor bars under five pixels while weeks would do", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3600 }), fc.integer({ min: 200, max: 2000 }), (length, width) => {
        const first = day("2016-02-29");
        const resolution = resolutionOf(first, addDays(first, length), width);
        const bars = barsOf({ first, counts: new Uint8Array(length + 1) }, resolution).length;
        expect(bars).toBeLessThanOrEqual(120);
        expect(resolution === "month" || width / bars >= 5).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});

describe("the bars", () => {
  it("by week start on Mondays, by month on the first; the ends hold what there is", () => {
    const days = { first: day("2026-01-01"), counts: Array.from({ length: 40 }, () => 1) };
    expect(barsOf(days, "week").map(({ from, to, count }) => [from, to, count])).toEqual([
      ["2026-01-01", "2026-01-04", 4],
      ["2026-01-05", "2026-01-11", 7],
      ["2026-01-12", "2026-01-18", 7],
      ["2026-01-19", "2026-01-25", 7],
      ["2026-01-26", "2026-02-01", 7],
      ["2026-02-02", "2026-02-08", 7],
      ["2026-02-09", "2026-02-09", 1],
    ]);
    const months = barsOf(days, "month");
    expect(months.map(({ count }) => count)).toEqual([31, 9]);
    expect(months.map((bar) => isWhole(bar, "month"))).toEqual([true, false]);
  });

  it("of no days are none, and have no words", () => {
    expect(barsOf({ first: day("2026-01-01"), counts: [] }, "week")).toEqual([]);
    expect(axisWords([], "week", "sv")).toEqual([]);
  });

  it("follow each other without a gap, hold every event once, and start where their period does", () => {
    fc.assert(
      fc.property(series, fc.constantFrom<Resolution>(...resolutions), (days, resolution) => {
        const bars = barsOf(days, resolution);
        expect(bars.reduce((sum, { count }) => sum + count, 0)).toBe(days.counts.reduce((a, b) => a + b, 0));
        expect(bars[0]?.from).toBe(days.first);
        expect(bars.at(-1)?.to).toBe(addDays(days.first, days.counts.length - 1));
        for (const [place, bar] of bars.entries()) {
          if (place === 0) continue;
          expect(daysBetween(bars[place - 1]!.to, bar.from)).toBe(1);
          expect(resolution !== "week" || weekdayOf(bar.from) === 1).toBe(true);
          expect(resolution !== "month" || bar.from.endsWith("-01")).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });

  it("within a span of days are those that share a day with it", () => {
    const bars = barsOf({ first: day("2026-01-01"), counts: new Uint8Array(90) }, "month");
    expect(barsWithin(bars, day("2026-01-31"), day("2026-02-01"))).toEqual({ first: 0, last: 1 });
    expect(barsWithin(bars, day("2026-02-10"), undefined)).toEqual({ first: 1, last: 2 });
    expect(barsWithin(bars, day("2026-05-01"), day("2026-05-31"))).toBeUndefined();
    expect(barsWithin(bars, day("2025-05-01"), day("2025-05-31"))).toBeUndefined();
  });

  it("know where a day lies", () => {
    const bars = barsOf({ first: day("2026-02-01"), counts: new Uint8Array(59) }, "month");
    expect(placeOf(bars, day("2026-02-15"))).toBe(0.5);
    expect(placeOf(bars, day("2026-03-01"))).toBe(1);
    expect(placeOf(bars, day("2027-03-01"))).toBeUndefined();
  });
});

describe("the words under the axis", () => {
  it("name months, and years where the year turns", () => {
    const bars = barsOf({ first: day("2025-10-01"), counts: new Uint8Array(180) }, "month");
    expect(axisWords(bars, "month", "sv").map(({ text }) => text)).toEqual([
      "okt",
      "nov",
      "dec",
      "2026",
      "feb",
      "mars",
    ]);
  });

  it("name Mondays where there are days", () => {
    const bars = barsOf({ first: day("2026-10-07"), counts: new Uint8Array(20) }, "day");
    expect(axisWords(bars, "day", "sv")).toEqual([
      { at: 5, text: "12 okt", room: "narrow" },
      { at: 12, text: "19 okt", room: "middle" },
      { at: 19, text: "26 okt", room: "narrow" },
    ]);
  });

  it("are at most thirteen, at most seven where it is narrow, and rise", () => {
    fc.assert(
      fc.property(series, fc.constantFrom<Resolution>(...resolutions), (days, resolution) => {
        const words = axisWords(barsOf(days, resolution), resolution, "sv");
        expect(words.length).toBeLessThanOrEqual(13);
        expect(words.filter(({ room }) => room !== "wide").length).toBeLessThanOrEqual(7);
        expect(words.map(({ at }) => at)).toEqual(words.map(({ at }) => at).toSorted((a, b) => a - b));
      }),
      { numRuns: 60 },
    );
  });
});

describe("the top of an axis", () => {
  it.each([
    [0, 1],
    [1, 1],
    [1.2, 2],
    [9, 10],
    [11, 15],
    [21, 30],
    [100, 100],
    [101, 150],
  ])("for %d is %d", (greatest, top) => {
    expect(axisTop(greatest)).toBe(top);
  });

  it("is a whole number, not below the greatest and less than twice it", () => {
    fc.assert(
      fc.property(fc.double({ min: 1, max: 1e6, noNaN: true }), (greatest) => {
        const top = axisTop(greatest);
        expect(Number.isInteger(top)).toBe(true);
        expect(top).toBeGreaterThanOrEqual(greatest);
        expect(top).toBeLessThan(2 * greatest + 1e-9);
      }),
    );
  });
});
