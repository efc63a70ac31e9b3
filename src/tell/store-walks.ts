// The walks whose protocol is published, for the gate.
import { dayOf } from "../ground/time.ts";
import type { Within } from "../partnership/tables.ts";
import type { RawSite } from "./site.ts";
import type { TellDatabase } from "./tables.ts";
import { clockOf } from "./told-clock.ts";

type Tx = Within<TellDatabase>;

/** Walk by walk: the stops, the good places and each point with what was answered. */
export async function readWalks(tx: Tx, partnershipId: string): Promise<RawSite["walks"]> {
  const walks = await tx
    .selectFrom("walk")
    .innerJoin("source", "source.id", "walk.source_id")
    .selectAll("walk")
    .select(["source.reference as reference"])
    .where("walk.partnership_id", "=", partnershipId)
    .where("state", "in", ["walked", "protocol"])
    .orderBy("starts_at", "desc")
    .execute();
  const rows = await tx
    .selectFrom("protocol_row")
    .selectAll()
    .where("partnership_id", "=", partnershipId)
    .orderBy("number")
    .execute();
  return walks.map((walk) => ({
    slug: walk.slug,
    title: walk.title,
    village: walk.village,
    on: dayOf(walk.starts_at),
    from: clockOf(walk.starts_at),
    to: clockOf(walk.ends_at),
    meetingPoint: walk.meeting_point,
    functions: walk.functions,
    walkers: walk.participants.all ?? null,
    rows: rows
      // What is established is read by those who ask for it, what is published by everybody.
      .filter(({ walk_id, waits }) => walk_id === walk.id && walk.published_at !== null && !waits)
      .map((row) => ({
        number: row.number,
        kind: row.kind,
        place: row.place_name,
        text: row.text,
        proposal: row.proposal,
        manager: row.spot_manager,
        answer: row.answer_kind ?? "",
        reason: row.answer_reason,
        when: row.answer_when,
        example: row.example,
      })),
    ...(walk.complemented_at === null ? {} : { complementedOn: dayOf(walk.complemented_at) }),
    reference: walk.reference,
    example: walk.example,
  }));
}
