import type { Instant } from "../src/ground/time.ts";
import { recurringJobs } from "../src/main/recurring.ts";
import type { TestHouse } from "./house.ts";

/** The clock is turned, and what runs out by it has run out. */
export async function strike(house: TestHouse, day: string, time = "03:01"): Promise<void> {
  house.setClock(`${day}T${time}:00.000Z` as Instant);
  await recurringJobs(house.house).handlers["pledge.run-out"]!({});
  await house.settle();
}
