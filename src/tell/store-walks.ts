// The walks whose protocol is published, for the gate.
import { factsOf, type Look, managerOf, standingOf } from "../act/items/item.ts";
import { type Item, itemsOf } from "../act/items/store.ts";
import { GRAIN_METRES, roughened } from "../collect/pointed.ts";
import { dayOf } from "../ground/time.ts";
import type { Within } from "../partnership/tables.ts";
import type { RawSite, ToldItem } from "./site.ts";
import type { TellDatabase } from "./tables.ts";
import { clockOf } from "./told-clock.ts";

type Tx = Within<TellDatabase>;

const managerNow = (item: Item | undefined) => item && managerOf(item.origin, item.steps);

/** What is told of a point once a step has been taken; until then its answer says it all. */
function becameOf(item: Item | undefined): { readonly became?: ToldItem } {
  if (item === undefined || item.steps.length === 0) return {};
  const facts = factsOf(standingOf(item.origin, item.steps));
  const looked = (look: Look | undefined) =>
    look === undefined ? null : { on: look.on, sentence: look.sentence, onWalk: look.walkId !== undefined };
  return {
    became: {
      state: facts.state,
      restsOn: facts.restsOn ?? null,
      plan: facts.plan ?? null,
      // What was only answered at the meeting has no day that it was done.
      done: (item.steps.some(({ kind }) => kind === "done") ? facts.done : undefined) ?? null,
      look: looked(facts.look),
      notDone: looked(facts.notDone),
      reason: facts.reason,
      toldOn: facts.told?.on ?? null,
    },
  };
}

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
  const stops = await tx
    .selectFrom("walk_stop")
    .select(["walk_id", "name", "lon", "lat"])
    .where("partnership_id", "=", partnershipId)
    .where("removed_at", "is", null)
    .orderBy("number")
    .execute();
  const positionOf = (walkId: string, name: string) => {
    const stop = stops.find((one) => one.walk_id === walkId && one.name === name);
    if (stop === undefined || stop.lon === null || stop.lat === null) return {};
    return { position: roughened([stop.lon, stop.lat], GRAIN_METRES.spot) };
  };
  const items = new Map((await itemsOf(tx, partnershipId)).map((item) => [item.origin.id, item]));
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
        ...positionOf(walk.id, row.place_name),
        text: row.text,
        proposal: row.proposal,
        manager: managerNow(items.get(row.id)) ?? row.spot_manager,
        answer: row.answer_kind ?? "",
        reason: row.answer_reason,
        when: row.answer_when,
        example: row.example,
        ...becameOf(items.get(row.id)),
      })),
    ...(walk.complemented_at === null ? {} : { complementedOn: dayOf(walk.complemented_at) }),
    reference: walk.reference,
    example: walk.example,
  }));
}
