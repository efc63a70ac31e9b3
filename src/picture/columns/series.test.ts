import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { TIME_PRECISIONS, type TimePrecision } from "./event-store.ts";
import { dayWritten } from "./local-time.ts";
import { finestResolution, RESOLUTIONS, seriesOf } from "./series.ts";

const days = (first: number, counts: readonly number[]) => ({ days: { first, counts: Float64Array.from(counts) } });

describe("a series", () => {
  test("of weeks begins on Mondays, of months on the first, of years on New Year's Day", () => {
    const found = days(
      19_782,
      Array.from({ length: 40 }, () => 1),
    );
    const starts = (resolution: (typeof RESOLUTIONS)[number]) => seriesOf(found, resolution).starts.map(dayWritten);
    expect(starts("week").slice(0, 2)).toEqual(["2024-02-26", "2024-03-04"]);
    expect(starts("month")).toEqual(["2024-02-01", "2024-03-01", "2024-04-01", "2024-05-01"]);
    expect(starts("year")).toEqual(["2024-01-01", "2025-01-01"]);
    expect(seriesOf(found, "month").counts).toEqual([1, 31, 8]);
  });

  test("of nothing is empty", () => {
    expect(seriesOf(days(0, []), "week")).toEqual({ resolution: "week", starts: [], counts: [] });
  });

  test("loses nothing, and has the empty spans too", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40_000 }), fc.array(fc.nat(9), { maxLength: 400 }), (first, counts) => {
        for (const resolution of RESOLUTIONS) {
          const series = seriesOf(days(first, counts), resolution);
          expect(series.counts.reduce((sum, one) => sum + one, 0)).toBe(counts.reduce((sum, one) => sum + one, 0));
          expect(series.starts).toHaveLength(counts.length > 0 ? series.counts.length + 1 : 0);
          for (let at = 1; at < series.starts.length; at++)
            expect(series.starts[at]).toBeGreaterThan(series.starts[at - 1]!);
        }
      }),
    );
  });

  test("is told no finer than the times are known", () => {
    const known = (precision: TimePrecision) => ({
      byPrecision: Object.fromEntries(TIME_PRECISIONS.map((one) => [one, one === precision ? 1 : 0])) as Record<
        TimePrecision,
        number
      >,
    });
    expect(finestResolution(known("minute"))).toBe("day");
    expect(finestResolution(known("month"))).toBe("month");
    expect(finestResolution(known("year"))).toBe("year");
  });
});
