// The nightly disposal: what an approved decision says is to go, goes. One transaction a portion, so that a run that is broken off goes on where it was.
import type { Transaction } from "kysely";
import { approvedRules, dispose, keptPhotos } from "../collect/privacy/store-retention.ts";
import type { CollectDatabase } from "../collect/tables.ts";
import type { Instant } from "../ground/time.ts";
import { disposePapers, keptScans } from "../pledge/paper/store-loose.ts";
import type { PledgeDatabase } from "../pledge/tables.ts";
import type { House } from "../platform/server/house.ts";
import { noteEvent } from "../platform/server/runner.ts";
import { keepLeftOut } from "../tell/store-situations.ts";

export async function disposeEverywhere(house: House): Promise<void> {
  const rules = await house.database.transaction<CollectDatabase, Awaited<ReturnType<typeof approvedRules>>>(
    { as: "system" },
    approvedRules,
  );
  for (const { partnershipId, rule } of rules) while (await disposePortion(house, partnershipId, rule)) continue;
}

/** Notes and what else was heard lie in collect, papers with the promises. */
async function disposeUnder(tx: Transaction<PledgeDatabase>, partnershipId: string, rule: Approved["rule"], run: Run) {
  if (rule.sourceKind !== "loose-paper") await keepLeftOut(tx, partnershipId);
  const done =
    rule.sourceKind === "loose-paper"
      ? await disposePapers(tx, partnershipId, rule, run)
      : await dispose(tx as unknown as Transaction<CollectDatabase>, partnershipId, rule, run);
  if (done === undefined) return undefined;
  const kept = [await keptScans(tx, done.pictures), await keptPhotos(tx, done.pictures)];
  return { ...done, pictures: done.pictures.filter((hash) => kept.every((one) => !one.has(hash))) };
}

type Run = { readonly at: Instant; readonly id: string };
type Approved = Awaited<ReturnType<typeof approvedRules>>[number];

/** True while there is more. */
async function disposePortion(house: House, partnershipId: string, rule: Approved["rule"]): Promise<boolean> {
  const at = house.now();
  const run = await house.database.transaction<PledgeDatabase, Awaited<ReturnType<typeof disposeUnder>>>(
    { as: "system" },
    async (tx) => {
      const done = await disposeUnder(tx, partnershipId, rule, { at, id: house.newId() });
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
