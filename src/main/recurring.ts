// What Samsyn does by itself, by the clock.
import type { House } from "../platform/server/house.ts";
import type { JobHandler, Recurring } from "../platform/server/jobs/jobs.ts";

/** Nightly care of the database, and the public clocks that turn at midnight. Times are Swedish. */
export function recurringJobs(house: House): { handlers: Record<string, JobHandler>; schedule: readonly Recurring[] } {
  return {
    handlers: {
      "platform.vacuum": () => house.database.vacuum(),
    },
    schedule: [{ name: "platform.vacuum", cron: "20 3 * * *" }],
  };
}
