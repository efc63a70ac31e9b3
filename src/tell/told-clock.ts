import { swedishClock, type Instant } from "../ground/time.ts";

/** "18.00": Swedish wall clock. */
export function clockOf(at: Instant): string {
  const { hour, minute } = swedishClock(at);
  return `${String(hour).padStart(2, "0")}.${String(minute).padStart(2, "0")}`;
}
