// Days gathered into weeks, months and years of the Swedish calendar; and how fine a series may be told, when some times are known by the month only.
import type { Explored } from "./explore.ts";
import { dayNumber, monthIndex } from "./local-time.ts";

export const RESOLUTIONS = ["day", "week", "month", "year"] as const;
export type Resolution = (typeof RESOLUTIONS)[number];

/** Counts of spans of time that follow on each other. `starts` are their first days (since 1970-01-01), with the day after the last one at the end. */
export type Series = {
  readonly resolution: Resolution;
  readonly starts: readonly number[];
  readonly counts: readonly number[];
};

/** The finest resolution at which nothing lands on a day only because nobody knew which. */
export function finestResolution({ byPrecision }: Pick<Explored, "byPrecision">): Resolution {
  if (byPrecision.year > 0) return "year";
  return byPrecision.month > 0 ? "month" : "day";
}

/** Every span from the first day to the last, empty ones too. A week begins on Monday. */
export function seriesOf({ days }: Pick<Explored, "days">, resolution: Resolution): Series {
  if (days.counts.length === 0) return { resolution, starts: [], counts: [] };
  const starts = [startOf(days.first, resolution)];
  const counts = [0];
  for (let at = 0; at < days.counts.length; at++) {
    const day = days.first + at;
    while (day >= nextStart(starts.at(-1)!, resolution)) {
      starts.push(nextStart(starts.at(-1)!, resolution));
      counts.push(0);
    }
    counts[counts.length - 1]! += days.counts[at]!;
  }
  return { resolution, starts: [...starts, nextStart(starts.at(-1)!, resolution)], counts };
}

function startOf(day: number, resolution: Resolution): number {
  switch (resolution) {
    case "day":
      return day;
    case "week":
      // 1970-01-01 was a Thursday.
      return day - ((((day + 3) % 7) + 7) % 7);
    case "month":
      return firstOfMonth(monthIndex(day));
    case "year":
      return firstOfMonth(Math.floor(monthIndex(day) / 12) * 12);
  }
}

function nextStart(start: number, resolution: Resolution): number {
  switch (resolution) {
    case "day":
      return start + 1;
    case "week":
      return start + 7;
    case "month":
      return firstOfMonth(monthIndex(start) + 1);
    case "year":
      return firstOfMonth(monthIndex(start) + 12);
  }
}

/** Of months since January 1970. */
function firstOfMonth(index: number): number {
  return dayNumber(1970 + Math.floor(index / 12), (((index % 12) + 12) % 12) + 1, 1);
}
