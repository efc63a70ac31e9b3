import type { Within } from "../partnership/tables.ts";
import { dayOf } from "../ground/time.ts";
import type { ToldPlan } from "./site.ts";
import type { TellDatabase } from "./tables.ts";
import { clockOf } from "./told-clock.ts";

/** Walks that are open to all and have not been held, the next first; one that was called off says why. Never the route or its stops. */
export async function readPlans(tx: Within<TellDatabase>, partnershipId: string): Promise<readonly ToldPlan[]> {
  const walks = await tx
    .selectFrom("walk")
    .innerJoin("source", "source.id", "walk.source_id")
    .innerJoin("organisation", "organisation.id", "source.owner_organisation_id")
    .select(["walk.slug", "title", "village", "starts_at", "ends_at", "meeting_point", "light", "theme", "functions"])
    .select(["cancelled_at", "cancelled_reason", "walk.example", "organisation.name as by"])
    .where("walk.partnership_id", "=", partnershipId)
    .where("open_to_all", "=", true)
    .where("walk.state", "in", ["planned", "cancelled"])
    .orderBy("starts_at")
    .execute();
  return walks.map((walk) => ({
    slug: walk.slug,
    title: walk.title,
    village: walk.village,
    on: dayOf(walk.starts_at),
    from: clockOf(walk.starts_at),
    to: clockOf(walk.ends_at),
    meetingPoint: walk.meeting_point,
    light: walk.light,
    theme: walk.theme,
    functions: walk.functions,
    by: walk.by,
    cancelled:
      walk.cancelled_at === null || walk.cancelled_reason === null
        ? null
        : { on: dayOf(walk.cancelled_at), reason: walk.cancelled_reason },
    example: walk.example,
  }));
}
