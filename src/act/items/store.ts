// Action items as collect knows them, with the steps that have been taken since. Read under the asker's own role: what is kept to one party is an item of nobody's.
import { type Selectable, sql, type Transaction } from "kysely";
import type { AnswerKind } from "../../collect/observation.ts";
import { stateOf } from "../../collect/walks/point.ts";
import type { Became } from "../../collect/walks/series.ts";
import { type Day, dayOf, type Instant } from "../../ground/time.ts";
import { partiesOf } from "../../partnership/store.ts";
import type { Within } from "../../partnership/tables.ts";
import type { ActDatabase } from "../tables.ts";
import { factsOf, isClosed, isOutside, managerOf, type NewStep, type Origin, standingOf, type Step } from "./item.ts";
import type { ActionStepRow } from "./tables.ts";

type Tx = Within<ActDatabase>;

/** What was said and where, with whose it is to write. */
export type Item = {
  readonly origin: Origin;
  readonly steps: readonly Step[];
  readonly organisationId: string;
  readonly place: string;
  readonly text: string;
  readonly proposal: string;
  readonly number: number;
  readonly stopId: string | undefined;
  /** The day it went to whoever looks after it, and what their unit said. */
  readonly sentOn: Day | undefined;
  readonly replied: { readonly on: Day; readonly unit: string; readonly text: string } | undefined;
  /** The walk or the road it comes from. */
  readonly of: { readonly id: string; readonly address: string; readonly title: string };
  readonly example: boolean;
};

/** All of a partnership's, the latest first; or those of these ids. */
export async function itemsOf(tx: Tx, partnershipId: string, ids?: readonly string[]): Promise<Item[]> {
  const parties = await partiesOf(tx, partnershipId);
  const municipality = parties.find(({ kind }) => kind === "municipality")?.organisationId ?? "";
  const taken = await stepsOf(tx, partnershipId);
  const found = [...(await fromWalks(tx, partnershipId)), ...(await fromTraffic(tx, partnershipId))];
  return found
    .filter(({ origin }) => ids === undefined || ids.includes(origin.id))
    .map(({ toOrganisationId = municipality, ...one }) => {
      const steps = taken.get(one.origin.id) ?? [];
      const organisationId = isOutside(managerOf(one.origin, steps)) ? municipality : toOrganisationId;
      return { ...one, steps, organisationId };
    });
}

type Found = Omit<Item, "steps" | "organisationId"> & { readonly toOrganisationId?: string };

async function fromWalks(tx: Tx, partnershipId: string): Promise<Found[]> {
  const rows = await tx
    .selectFrom("protocol_row")
    .innerJoin("walk", "walk.id", "protocol_row.walk_id")
    .innerJoin("observation", "observation.id", "protocol_row.observation_id")
    .leftJoin("walk_letter", (join) =>
      join
        .onRef("walk_letter.walk_id", "=", "protocol_row.walk_id")
        .onRef("walk_letter.spot_manager", "=", "protocol_row.spot_manager"),
    )
    .leftJoin("point_reply", "point_reply.row_id", "protocol_row.id")
    .select(["protocol_row.id", "number", "protocol_row.place_name", "protocol_row.text", "protocol_row.proposal"])
    .select(["protocol_row.spot_manager", "answer_kind", "answer_reason", "answer_when", "answered_at"])
    .select(["walk.id as walk_id", "walk.slug", "walk.title", "protocol_at", "observation.stop_id", "sent_at"])
    .select(["point_reply.kind as reply", "replied_at", "unit", "point_reply.text as said", "protocol_row.example"])
    .where("protocol_row.partnership_id", "=", partnershipId)
    .where("protocol_row.kind", "<>", "positive")
    .where("observation.sharing", "<>", "own")
    .where("protocol_at", "is not", null)
    .orderBy("walk.starts_at", "desc")
    .orderBy("number")
    .execute();
  return rows.map((row) => {
    const early = stateOf({
      isSent: row.sent_at !== null,
      reply: row.reply === null ? undefined : { kind: row.reply },
      isAnswered: false,
    });
    return {
      origin: {
        id: row.id,
        from: "walk",
        registeredOn: dayOf(row.protocol_at!),
        manager: row.spot_manager,
        early: early as Origin["early"],
        decision: decisionOf(row.answer_kind, row.answer_reason, row.answer_when, row.answered_at),
      },
      place: row.place_name,
      text: row.text,
      proposal: row.proposal,
      number: row.number,
      stopId: row.stop_id ?? undefined,
      sentOn: row.sent_at === null ? undefined : dayOf(row.sent_at),
      replied:
        row.replied_at === null ? undefined : { on: dayOf(row.replied_at), unit: row.unit ?? "", text: row.said ?? "" },
      of: { id: row.walk_id, address: `vandring-${row.slug}`, title: row.title },
      example: row.example,
    };
  });
}

const REPLIED = { will: "will-be-done", declined: "declined", done: "done" } as const;

/** What is proposed about a road to somebody. A control is told when it has been, never when it will be: it is no item. */
async function fromTraffic(tx: Tx, partnershipId: string): Promise<Found[]> {
  const rows = await tx
    .selectFrom("traffic_proposal")
    .innerJoin("traffic_thread", "traffic_thread.id", "traffic_proposal.thread_id")
    .select(["traffic_proposal.id", "what", "to_party", "to_organisation_id", "proposed_at", "reply", "reply_reason"])
    .select(["replied_at", "traffic_proposal.example", "traffic_thread.number", "place_name", "thread_id"])
    .where("traffic_proposal.partnership_id", "=", partnershipId)
    .where("action", "<>", "control")
    .orderBy("proposed_at", "desc")
    .execute();
  return rows.map((row) => ({
    origin: {
      id: row.id,
      from: "traffic",
      registeredOn: dayOf(row.proposed_at),
      manager: row.to_party,
      early: "sent",
      decision: decisionOf(row.reply === null ? null : REPLIED[row.reply], row.reply_reason ?? "", "", row.replied_at),
    },
    toOrganisationId: row.to_organisation_id,
    place: row.place_name,
    text: row.what,
    proposal: "",
    number: row.number,
    stopId: undefined,
    sentOn: dayOf(row.proposed_at),
    replied: undefined,
    of: { id: row.thread_id, address: `trafik-${row.number}`, title: row.place_name },
    example: row.example,
  }));
}

function decisionOf(kind: AnswerKind | null, reason: string, when: string, at: Instant | null): Origin["decision"] {
  return kind === null || at === null ? undefined : { kind, reason, when, at };
}

/** What has become of the points of walks since they were answered; of those where nothing has, nothing. */
export async function readBecameOfPoints(tx: Tx, partnershipId: string): Promise<ReadonlyMap<string, Became>> {
  const moved = (await itemsOf(tx, partnershipId)).filter(
    ({ origin, steps }) => origin.from === "walk" && steps.length > 0,
  );
  return new Map(
    moved.map(({ origin, steps }) => [origin.id, isClosed(standingOf(origin, steps)) ? "closed" : "open"]),
  );
}

/** What it has come to with what was proposed about roads, where a step has been taken since the reply: done, a no after all, or still to come. */
export async function repliesNow(tx: Tx, partnershipId: string) {
  const moved = (await itemsOf(tx, partnershipId)).filter(
    ({ origin, steps }) => origin.from === "traffic" && steps.length > 0,
  );
  return new Map(
    moved.map(({ origin, steps }) => {
      const { state, restsOn, done } = factsOf(standingOf(origin, steps));
      const kind = done !== undefined ? "done" : (restsOn ?? state) === "declined" ? "declined" : "will";
      const on = done?.on ?? dayOf(steps.at(-1)!.notedAt);
      return [origin.id, { kind, on } as const];
    }),
  );
}

/** Every step of a partnership's items, in the order they were taken, by the item. */
export async function stepsOf(tx: Tx, partnershipId: string): Promise<ReadonlyMap<string, readonly Step[]>> {
  const rows = await tx
    .selectFrom("action_step")
    .selectAll()
    .where("partnership_id", "=", partnershipId)
    .orderBy("number")
    .execute();
  const taken = new Map<string, Step[]>();
  for (const row of rows) {
    const id = row.row_id ?? row.proposal_id ?? "";
    taken.set(id, [...(taken.get(id) ?? []), stepOf(row)]);
  }
  return taken;
}

function stepOf(row: Selectable<ActionStepRow>): Step {
  return {
    ...saidOf(row),
    id: row.id,
    number: row.number,
    standsOn: row.stands_on ?? undefined,
    organisationId: row.organisation_id,
    office: row.office,
    notedAt: row.noted_at,
    example: row.example,
  };
}

/** The table's own checks say which columns a kind has. */
function saidOf({ kind, ...row }: Selectable<ActionStepRow>): NewStep {
  const on = row.on_day as Day;
  const [sentence, reason] = [row.sentence ?? "", row.reason ?? ""];
  switch (kind) {
    case "planned":
      return { kind, by: row.by_day as Day, inSeason: row.in_season === true };
    case "underway":
      return { kind };
    case "done":
    case "fed-back":
      return { kind, on, sentence };
    case "verified":
    case "not-done":
      return { kind, on, sentence, walkId: row.walk_id ?? undefined };
    case "declined":
    case "taken-up":
      return { kind, reason };
    case "forwarded":
      return { kind, reason, to: row.forwarded_to! };
    case "duplicate":
      return { kind, of: row.same_as! };
  }
}

/** Two who take a step at once take one after the other: the second then finds it taken. */
export async function holdItem(tx: Transaction<ActDatabase>, id: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${id}::text, 131))`.execute(tx);
}

/** `by` is nobody for what is seeded. */
export async function addStep(
  tx: Tx,
  { partnershipId, id, from, by }: { partnershipId: string; id: string; from: Origin["from"]; by: string | undefined },
  step: Step,
): Promise<void> {
  await tx
    .insertInto("action_step")
    .values({
      id: step.id,
      partnership_id: partnershipId,
      row_id: from === "walk" ? id : null,
      proposal_id: from === "traffic" ? id : null,
      number: step.number,
      kind: step.kind,
      stands_on: step.standsOn ?? null,
      by_day: "by" in step ? step.by : null,
      in_season: "inSeason" in step ? step.inSeason : null,
      on_day: "on" in step ? step.on : null,
      sentence: "sentence" in step ? step.sentence : null,
      reason: "reason" in step ? step.reason : null,
      walk_id: "walkId" in step ? (step.walkId ?? null) : null,
      forwarded_to: "to" in step ? step.to : null,
      same_as: "of" in step ? step.of : null,
      organisation_id: step.organisationId,
      office: step.office,
      noted_at: step.notedAt,
      noted_by: by ?? null,
      example: step.example,
    })
    .execute();
}
