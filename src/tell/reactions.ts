import { dayOf } from "../ground/time.ts";
import type { Instant } from "../ground/time.ts";
import type { Within } from "../partnership/tables.ts";
import type { Reaction } from "../platform/server/house.ts";
import { sha256Hex } from "../platform/server/secrets.ts";
import { disclose, discloseEntry } from "./disclosure.ts";
import { entriesTold } from "./promise-file.ts";
import { keepEntries } from "./store-overview.ts";
import { publish, readSite } from "./store.ts";
import type { TellDatabase } from "./tables.ts";

/** Makes a partnership's public content anew, through the gate. Also what the seed and the midnight clock call. */
export async function refreshPartnership(tx: Within<TellDatabase>, partnershipId: string, at: Instant): Promise<void> {
  const raw = await readSite(tx, partnershipId, dayOf(at));
  if (raw === undefined) return;
  const site = disclose(raw);
  await publish(tx, partnershipId, site, sha256Hex(JSON.stringify(site)).slice(0, 24), at);
  await keepEntries(tx, { partnershipId }, entriesTold(site).map(discloseEntry));
}

/** Every partnership's pages anew: what is in force, and what is late, changes by the calendar alone. */
export async function refreshAll(tx: Within<TellDatabase>, at: Instant): Promise<void> {
  const partnerships = await tx.selectFrom("partnership").select("id").execute();
  for (const { id } of partnerships) await refreshPartnership(tx, id, at);
}

/** Everything that can change what a stranger reads. Each is an event that some command leaves (tell/reactions.test.ts). */
export const TELLING: readonly string[] = [
  "partnership.founded",
  "invitation.accepted",
  "partner.accepted",
  "floors.agreed",
  "walk.planned",
  "walk.changed",
  "walk.cancelled",
  "walk.walked",
  "walk.heads-corrected",
  "observation.revised",
  "observation.withdrawn",
  "protocol.established",
  "protocol.published",
  "protocol-row.answered",
  "dialogue.recorded",
  "dialogue.publishing-decided",
  "campaign.results-told",
  "campaign.results-taken-back",
  "dispute.answered",
  "measurement.imported",
  "traffic.triaged",
  "traffic.judged",
  "traffic.taken-back",
  "traffic.measurement-taken-back",
  "traffic.action-proposed",
  "traffic.action-replied",
  "traffic.remeasuring",
  "traffic.answered",
  "traffic.road-published",
  "traffic.road-taken-back",
  "problem.cited",
  "problem.corrected",
  "problem.chosen",
  "problem.declined",
  "problem.merged",
  "round.closed",
  "situation.told",
  "situation.taken-back",
  "action-plan.told",
  "action-plan.taken-back",
  "action-plan.decision-corrected",
  "action-plan.followed-up",
  // That a next promise is being prepared, where one runs out.
  "draft.started",
  "pledge.expiring",
  "consultation.opened",
  "public-comment.looked-through",
  "public-comment.answered",
  "consultation.closed",
  "pledge.published",
  "pledge.closed",
  "occasion.logged",
  "forum.held",
  "occasion.corrected",
  "deviation.noted",
  "deviation.withdrawn",
  "action-item.moved",
  "indicator.begun",
  "indicator.read",
  "indicator.broken",
  "indicator.caught-up",
  "indicator.effect-asked",
  "indicator.told",
  "indicator.laid-aside",
  "report.published",
  "report.part-published",
];

export const tellReactions: readonly Reaction[] = [
  {
    name: "tell.refresh",
    on: TELLING,
    work: async (event, { tx, at }) => {
      if (event.partnershipId !== undefined) await refreshPartnership(tx, event.partnershipId, at);
    },
  },
];
