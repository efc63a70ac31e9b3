// The decided action plans that the municipality has said may be read, for the gate.
import { shownOf } from "../follow/actionplans/shown.ts";
import { loggedOf, plansOf } from "../follow/actionplans/store.ts";
import type { Day } from "../ground/time.ts";
import type { Within } from "../partnership/tables.ts";
import type { ToldActionPlan } from "./site.ts";
import type { TellDatabase } from "./tables.ts";

/** The latest decided first. One that is not told is not said to have come in place of another. */
export async function readActionPlans(
  tx: Within<TellDatabase>,
  partnershipId: string,
  today: Day,
): Promise<ToldActionPlan[]> {
  const plans = (await plansOf(tx, partnershipId)).filter(
    (plan) => plan.state === "decided" && plan.toldAt !== undefined,
  );
  if (plans.length === 0) return [];
  const { logged } = await loggedOf(tx, partnershipId, today);
  return plans.map((plan) => shownOf(plan, { plans, logged }));
}
