// The clock over hand-overs: at midnight after the last day roles, keys and log-ins end, and whoever takes over has the roles. Run every hour, so that a server that was down at midnight does it when
// it is up again, and so that a successor who comes in late gets what is theirs.
import { turnOf } from "../follow/handover/hand-over.ts";
import * as store from "../follow/handover/store.ts";
import type { FollowDatabase } from "../follow/tables.ts";
import { dayOf } from "../ground/time.ts";
import { peopleOf } from "../partnership/store.ts";
import type { House } from "../platform/server/house.ts";
import { noteEvent } from "../platform/server/runner.ts";

type Open = Awaited<ReturnType<typeof store.openHandOvers>>;

/** One transaction a hand-over: what is wrong with one of them keeps no other waiting, and is said when all have been looked at. */
export async function handOverEverywhere(house: House): Promise<void> {
  const open = await house.database.transaction<FollowDatabase, Open>({ as: "system" }, store.openHandOvers);
  const wrong: unknown[] = [];
  for (const one of open) await lookAt(house, one).catch((error: unknown) => wrong.push(error));
  house.wake();
  if (wrong.length > 0)
    throw new AggregateError(wrong, `${wrong.length} of ${open.length} hand-overs could not be looked at`);
}

async function lookAt(house: House, { id, partnershipId }: Open[number]): Promise<void> {
  const at = house.now();
  await house.database.transaction<FollowDatabase, void>({ as: "system" }, async (tx) => {
    const handOver = await store.handOverForTurn(tx, id);
    if (handOver === undefined) return;
    const turn = turnOf(handOver, await peopleOf(tx, partnershipId), dayOf(at));
    if (turn === undefined) return;
    await store.makeTurn(tx, handOver, partnershipId, turn, { at, newId: house.newId });
    const { organisationId, role } = handOver;
    const who = { tx, person: undefined, at, newId: house.newId };
    const body = { organisationId, role, taken: turn.isTaken };
    await noteEvent(house, who, { name: turn.event, partnershipId, subjectId: id, body });
  });
}
