// What was promised and what was logged of it, for tests of rules that count.
import type { Promised } from "../src/act/month.ts";
import type { StandingOccasion } from "../src/act/occasion.ts";
import type { Day, Instant } from "../src/ground/time.ts";

/** Activity "a", promised over two whole years. */
export function promised(
  target: Promised["target"],
  season?: string,
  from = "2026-01-01",
  deadline?: string,
): Promised {
  return { id: "a", target, from: from as Day, to: "2027-12-31" as Day, season, deadline: deadline as Day | undefined };
}

/** Done of it on a day, as it was first logged. */
export function done(on: string, value = 1, towardTarget = true): StandingOccasion {
  return {
    id: on,
    activityId: "a",
    organisationId: "o",
    unitName: "",
    on: on as Day,
    count: { value, qualifier: "exact" },
    counted: "mätningar",
    towardTarget,
    place: { kind: "unknown" },
    note: "",
    source: "own-log",
    outputs: [],
    loggedAt: "2026-01-01T00:00:00.000Z" as Instant,
    corrects: undefined,
    example: false,
    state: "stands",
  };
}
