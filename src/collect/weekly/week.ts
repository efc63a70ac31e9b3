// Weeks as Sweden counts them (ISO 8601): from Monday, and the week with the year's first Thursday is the first. A week is known by its Monday.
import { addDays, type Day, daysBetween, weekdayOf } from "../../ground/time.ts";

export function mondayOf(day: Day): Day {
  return addDays(day, 1 - weekdayOf(day));
}

/** The day a report is asked for, and the day that says which year a week belongs to. */
export function thursdayOf(monday: Day): Day {
  return addDays(monday, 3);
}

/** «Vecka 45». */
export function weekNumber(monday: Day): number {
  const thursday = thursdayOf(monday);
  return Math.floor(daysBetween(`${thursday.slice(0, 4)}-01-01` as Day, thursday) / 7) + 1;
}

/** How far back the desk shows what was reported. */
export const EVENT_WEEKS = 4;

/** This many weeks back from the one the day lies in, the newest first. */
export function weeksBack(day: Day, count: number): readonly Day[] {
  const latest = mondayOf(day);
  return Array.from({ length: count }, (_, index) => addDays(latest, -7 * index));
}
