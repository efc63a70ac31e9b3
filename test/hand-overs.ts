import type { Instant } from "../src/ground/time.ts";
import { recurringJobs } from "../src/main/recurring.ts";
import type { TestHouse } from "./house.ts";

/** The clock is turned, and whoever has left has left. */
export async function strikeHandOver(house: TestHouse, at: string): Promise<void> {
  house.setClock(at as Instant);
  await recurringJobs(house.house).handlers["follow.hand-over"]!({});
  await house.settle();
}
