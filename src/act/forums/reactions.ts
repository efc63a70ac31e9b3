import type { House } from "../../platform/server/house.ts";
import { noteEvent } from "../../platform/server/runner.ts";
import type { ActDatabase } from "../tables.ts";
import * as store from "./store.ts";

/** Every night: a forum that was asked about and that nobody closed is closed, so that what is to go with it goes. Whoever has the activity counts it afterwards as before. */
export async function closeForgotten(house: House): Promise<void> {
  const at = house.now();
  await house.database.transaction<ActDatabase, void>({ as: "system" }, async (tx) => {
    for (const { id, partnershipId, activityId, on } of await store.closeForgotten(tx, at))
      await noteEvent(
        house,
        { tx, person: undefined, at, newId: house.newId },
        { name: "forum.closed", partnershipId, subjectId: id, body: { activityId, on } },
      );
  });
}
