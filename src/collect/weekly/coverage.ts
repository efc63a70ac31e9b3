// Who has reported, week by week. «Inget särskilt» is an answer and «ingen rapport» is the lack of one: silence is never read as calm.
import { addDays, type Day } from "../../ground/time.ts";
import type { Absence, Reporter } from "./reporter.ts";
import { mondayOf, thursdayOf, weeksBack } from "./week.ts";

export type CellState = "events" | "nothing" | "away" | "none" | "waiting" | "outside";
export const CELL_STATES = ["events", "nothing", "away", "none", "waiting", "outside"] as const satisfies CellState[];
/** events: what was reported. nothing: reported that nothing was. none: no report. waiting: the week is not over. outside: not a reporter then. */
export type Cell = { readonly state: CellState; readonly events: number };

export type Filed = { readonly reporterId: string; readonly week: Day; readonly events: number };
type Known = {
  readonly reports: readonly Filed[];
  readonly absences: readonly Absence[];
};

export function cellOf(reporter: Reporter, week: Day, { reports, absences }: Known, today: Day): Cell {
  const filed = reports.filter((report) => report.reporterId === reporter.id && report.week === week);
  const events = filed.reduce((sum, report) => sum + report.events, 0);
  if (filed.length > 0) return { state: events > 0 ? "events" : "nothing", events };
  const [thursday, sunday] = [thursdayOf(week), addDays(week, 6)];
  const outside = reporter.since > sunday || (reporter.endedOn !== undefined && reporter.endedOn < thursday);
  if (outside) return { state: "outside", events };
  if (isAway(reporter.id, thursday, absences)) return { state: "away", events };
  return { state: week >= mondayOf(today) ? "waiting" : "none", events };
}

/** Away in a week is away on the day that is reported on. */
function isAway(reporterId: string, day: Day, absences: readonly Absence[]): boolean {
  return absences.some(({ reporterId: who, from, until }) => who === reporterId && from <= day && day <= until);
}

/** Thursday is the day the report is asked for: from then and the week out, of whoever has sent none, is not away and is a reporter still. */
export function askedSince(reporter: Reporter, known: Known, today: Day): Day | undefined {
  const week = mondayOf(today);
  const thursday = thursdayOf(week);
  const isReporter = reporter.since <= today && (reporter.endedOn === undefined || reporter.endedOn >= today);
  const isAsked = today >= thursday && isReporter && !isAway(reporter.id, today, known.absences);
  return isAsked && cellOf(reporter, week, known, today).state === "waiting" ? thursday : undefined;
}

/** How many weeks in a row, up to the last whole one, have had no report; none while the reporter is away. */
export function silentWeeks(reporter: Reporter, known: Known, today: Day): number {
  if (reporter.endedOn !== undefined || isAway(reporter.id, today, known.absences)) return 0;
  const whole = weeksBack(today, 53).slice(1);
  const states = whole.map((week) => cellOf(reporter, week, known, today).state);
  const broken = states.findIndex((state) => state !== "none");
  return broken === -1 ? states.length : broken;
}

/** From here on somebody asks how it is going: three weeks. */
export const SILENT_FROM = 3;

/** Weeks before this one that the reporter is told of when no report came: a few, since what is older is not remembered. */
const TOLD_WEEKS = 3;

/** The weeks just before this one without a report, the latest first; none in which the reporter was away. */
export function missedWeeks(reporter: Reporter, known: Known, today: Day): readonly Day[] {
  const whole = weeksBack(today, TOLD_WEEKS + 1).slice(1);
  return whole.filter((week) => cellOf(reporter, week, known, today).state === "none");
}
