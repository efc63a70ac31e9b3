// The nightly disposal: what an approved decision says is to go, goes. One transaction a portion, so that a run that is broken off goes on where it was.
import { approvedRules, dispose } from "../collect/privacy/store-retention.ts";
import type { CollectDatabase } from "../collect/tables.ts";
import type { House } from "../platform/server/house.ts";
import { noteEvent } from "../platform/server/runner.ts";

export async function disposeEverywhere(house: House): Promise<void> {
  const rules = await house.database.transaction<CollectDatabase, Awaited<ReturnType<typeof approvedRules>>>(
    { as: "system" },
    approvedRules,
  );
  for (const { partnershipId, rule } of rules) while (await disposePortion(house, partnershipId, rule)) continue;
}

type Approved = Awaited<ReturnType<typeof approvedRules>>[number];

/** True while there is more. */
async function disposePortion(house: House, partnershipId: string, rule: Approved["rule"]): Promise<boolean> {
  const at = house.now();
  const run = await house.database.transaction<CollectDatabase, Awaited<ReturnType<typeof dispose>>>(
    { as: "system" },
    async (tx) => {
      const done = await dispose(tx, partnershipId, rule, { at, id: house.newId() });
      if (done === undefined) return undefined;
      const { observations, revisions, photos, quotes, texts, older_than: olderThan } = done;
      await noteEvent(
        house,
        { tx, person: undefined, at, newId: house.newId },
        {
          name: "disposal.done",
          partnershipId,
          subjectId: rule.id,
          body: { sourceKind: rule.sourceKind, olderThan, observations, revisions, photos, quotes, texts },
        },
      );
      return done;
    },
  );
  // After the commit: a picture without its row is never shown, a row without its picture would be.
  for (const hash of run?.pictures ?? []) await house.files.remove(hash);
  return run?.more === true;
}
