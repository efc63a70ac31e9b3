// What residents hand in about traffic, and what becomes of it.
import type { Day } from "../../ground/time.ts";
import { dayOf } from "../../ground/time.ts";
import type { Within } from "../../partnership/tables.ts";
import type { CollectDatabase } from "../tables.ts";
import type { Followed, HandedIn, Read, Said } from "./handed-in.ts";
import { measurementsOf, proposalsOf, threadById } from "./store.ts";
import type { Reply } from "./thread.ts";

type Tx = Within<CollectDatabase>;

// Under the system's role, since residents are nobody

/** Whose desk reads what is handed in about the roads of a partnership; undefined until every party has said yes to it. */
export async function deskFor(tx: Tx, slug: string) {
  const rows = await tx
    .selectFrom("partnership")
    .innerJoin("partnership_party", "partnership_party.partnership_id", "partnership.id")
    .select([
      "partnership.id as partnershipId",
      "partnership.municipality_name as place",
      "partnership_party.organisation_id as ownerOrganisationId",
      "partnership_party.standing as standing",
      "partnership_party.accepted_at as acceptedAt",
    ])
    .where("partnership.slug", "=", slug)
    .execute();
  const desk = rows.find(({ standing }) => standing === "municipality");
  return rows.some(({ acceptedAt }) => acceptedAt === null) ? undefined : desk;
}

/** Stretches that the desk has taken further than reading, by name: what has only been said is not told, what the other organisation works at is not the desk's to tell, and a road that a few live by would tell who has complained. */
export async function stretchesAtWork(
  tx: Tx,
  partnershipId: string,
  { ownerOrganisationId, few }: { readonly ownerOrganisationId: string; readonly few: number },
): Promise<string[]> {
  const rows = await tx
    .selectFrom("traffic_thread")
    .select("place_name")
    .where("partnership_id", "=", partnershipId)
    .where("owner_organisation_id", "=", ownerOrganisationId)
    .where("state", "not in", ["received", "answered"])
    .where("complaints", ">=", few)
    .orderBy("place_name")
    .execute();
  return rows.map(({ place_name }) => place_name);
}

export type NewHandedIn = {
  readonly id: string;
  readonly partnershipId: string;
  readonly ownerOrganisationId: string;
  readonly receivedOn: Day;
  readonly said: Said;
  readonly receiptHash: string;
  readonly example: boolean;
};

/** False when this form had come already: nothing is written then. */
export async function addHandedIn(tx: Tx, handedIn: NewHandedIn): Promise<boolean> {
  const added = await tx
    .insertInto("traffic_handed_in")
    .values({
      id: handedIn.id,
      partnership_id: handedIn.partnershipId,
      owner_organisation_id: handedIn.ownerOrganisationId,
      received_on: handedIn.receivedOn,
      said: JSON.stringify(handedIn.said),
      receipt_hash: handedIn.receiptHash,
      state: "waiting",
      read_on: null,
      reason: null,
      thread_id: null,
      example: handedIn.example,
    })
    .onConflict((is) => is.column("receipt_hash").doNothing())
    .returning("id")
    .executeTakeFirst();
  return added !== undefined;
}

/** What it has come to with what was proposed, since the reply: the stage that knows it comes later on the line, so main hands it in. */
export type RepliesNow = (
  tx: Tx,
  partnershipId: string,
) => Promise<ReadonlyMap<string, { readonly kind: Reply["kind"] }>>;

/** How far it has come, by the hash of its receipt. */
export async function followedBy(tx: Tx, receiptHash: string, repliesNow: RepliesNow) {
  const row = await tx
    .selectFrom("traffic_handed_in")
    .innerJoin("partnership", "partnership.id", "traffic_handed_in.partnership_id")
    .leftJoin("retention_rule", "retention_rule.id", "traffic_handed_in.disposed_under")
    .select(["decided_on as decidedOn", "paragraph"])
    .select(["received_on", "state", "read_on", "reason", "thread_id", "partnership.id as partnershipId"])
    .select(["partnership.municipality_name as place", "partnership.slug as home"])
    .where("receipt_hash", "=", receiptHash)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const followed: Followed = {
    receivedOn: row.received_on,
    state: row.state,
    disposed:
      row.decidedOn === null || row.paragraph === null
        ? undefined
        : { decidedOn: row.decidedOn, paragraph: row.paragraph },
    readOn: row.read_on ?? undefined,
    reason: row.reason ?? undefined,
    thread:
      row.thread_id === null
        ? undefined
        : await threadToTell(tx, row.thread_id, await repliesNow(tx, row.partnershipId)),
  };
  return { ...followed, place: row.place, home: row.home };
}

async function threadToTell(
  tx: Tx,
  threadId: string,
  now: Awaited<ReturnType<RepliesNow>>,
): Promise<Followed["thread"]> {
  const thread = await threadById(tx, threadId);
  if (thread === undefined) return undefined;
  const all = await measurementsOf(tx, threadId);
  const measured = all.filter(({ comparisonRoad }) => comparisonRoad === undefined);
  const proposals = await proposalsOf(tx, threadId);
  return {
    stretch: thread.stretch.name ?? "",
    state: thread.state,
    passedOn: "passedOn" in thread ? thread.passedOn : undefined,
    judgement: "judgement" in thread ? thread.judgement : undefined,
    answer: thread.state === "answered" ? { text: thread.answer, on: dayOf(thread.answeredAt) } : undefined,
    measured: measured.map(({ summary, withdrawn }) => ({
      from: dayOf(summary.from),
      to: dayOf(summary.to),
      isTakenBack: withdrawn !== undefined,
    })),
    proposals: proposals.map(({ id, action, reply }) => ({ action, reply: now.get(id)?.kind ?? reply?.kind })),
  };
}

// At the desk

/** As many as somebody reads at once. */
const WAITING_SHOWN = 100;

/** How many wait to be read. */
export async function countWaiting(tx: Tx, partnershipId: string): Promise<number> {
  const { count } = await tx
    .selectFrom("traffic_handed_in")
    .select((is) => is.fn.countAll<number>().as("count"))
    .where("partnership_id", "=", partnershipId)
    .where("state", "=", "waiting")
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** What waits to be read, the oldest first, after so many. */
export async function waitingOf(tx: Tx, partnershipId: string, after: number) {
  const rows = await tx
    .selectFrom("traffic_handed_in")
    .select(["id", "received_on as receivedOn", "said", "example"])
    .where("partnership_id", "=", partnershipId)
    .where("state", "=", "waiting")
    .orderBy("received_on")
    .orderBy("id")
    .offset(after)
    .limit(WAITING_SHOWN)
    .execute();
  return rows.flatMap(({ said, ...row }) => (said === null ? [] : [{ ...row, ...said }]));
}

/** Held, so that two who read at once do not both take it in. */
export async function heldHandedIn(tx: Tx, partnershipId: string, id: string) {
  const row = await tx
    .selectFrom("traffic_handed_in")
    .select(["id", "received_on", "said", "state", "owner_organisation_id"])
    .where("partnership_id", "=", partnershipId)
    .where("id", "=", id)
    .forUpdate()
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const known = { id: row.id, receivedOn: row.received_on };
  const handedIn: HandedIn =
    row.state === "waiting" && row.said !== null
      ? { ...known, state: row.state, said: row.said }
      : { ...known, state: row.state === "waiting" ? "kept" : row.state };
  return { owner: row.owner_organisation_id, handedIn };
}

/** The words are gone from here: they stand with the complaint, or nowhere. */
export async function markRead(tx: Tx, read: Read): Promise<void> {
  await tx
    .updateTable("traffic_handed_in")
    .set({
      said: null,
      state: read.state,
      read_on: read.readOn,
      reason: read.state === "set-aside" ? read.reason : null,
      thread_id: read.state === "kept" ? read.takenIn.thread.id : null,
    })
    .where("id", "=", read.id)
    .execute();
}
