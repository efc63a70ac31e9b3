import type { Instant } from "../src/ground/time.ts";
import { recurringJobs } from "../src/main/recurring.ts";
import type { TestHouse } from "./house.ts";

/** The clock is turned, and whoever has left has left. */
export async function strikeHandOver(house: TestHouse, at: string): Promise<void> {
  house.setClock(at as Instant);
  await handOverBy(house);
  await house.settle();
}

/** What one server does when the clock strikes; it may have something else than others. */
export async function handOverBy(house: TestHouse, own: Partial<TestHouse["house"]> = {}): Promise<void> {
  await recurringJobs({ ...house.house, ...own }).handlers["follow.hand-over"]!({});
}
