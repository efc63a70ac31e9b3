import type { Day } from "../ground/time.ts";
import type { Within } from "../partnership/tables.ts";
import { roundsOf } from "../prioritise/rounds/store.ts";
import { reportsOf } from "../prioritise/situation/store.ts";
import type { PledgeDocument } from "./lifecycle.ts";
import { type ProposedTime, proposedTime } from "./next-time.ts";
import type { PledgeDatabase } from "./tables.ts";

/** The time proposed for the next promise of a partnership, of what it has promised, weighed and adopted. */
export async function timeProposed(
  tx: Within<PledgeDatabase>,
  partnershipId: string,
  documents: readonly PledgeDocument[],
  today: Day,
): Promise<ProposedTime | undefined> {
  const [round] = await roundsOf(tx, partnershipId);
  const adopted = (await reportsOf(tx, partnershipId)).flatMap(({ adopted_on }) => adopted_on ?? []);
  return proposedTime({ documents, round: round?.year, reportOn: adopted.toSorted().at(-1), today });
}
