// What Samsyn does by itself, by the clock.
import type { House } from "../platform/server/house.ts";
import type { JobHandler, Recurring } from "../platform/server/jobs/jobs.ts";
import { refreshAll } from "../tell/reactions.ts";
import type { TellDatabase } from "../tell/tables.ts";

/** Nightly care of the database, and the public pages that turn at midnight. Times are Swedish. */
export function recurringJobs(house: House): { handlers: Record<string, JobHandler>; schedule: readonly Recurring[] } {
  return {
    handlers: {
      "platform.vacuum": () => house.database.vacuum(),
      "tell.refresh-all": () =>
        house.database.transaction<TellDatabase, void>({ as: "system" }, (tx) => refreshAll(tx, house.now())),
    },
    schedule: [
      { name: "platform.vacuum", cron: "20 3 * * *" },
      { name: "tell.refresh-all", cron: "2 0 * * *" },
    ],
  };
}
