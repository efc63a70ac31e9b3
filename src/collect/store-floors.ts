import type { Selectable } from "kysely";
import type { FloorsOver } from "../ground/fewest.ts";
import type { Day } from "../ground/time.ts";
import type { Within } from "../partnership/tables.ts";
import { agreedIn, type AgreedFloors, type FloorProposal, floorsOver } from "./floor.ts";
import type { CollectTables, FloorProposalRow } from "./tables.ts";

type Tx = Within<Pick<CollectTables, "floor_proposal">>;

/** Every proposal, the latest first. */
export async function proposalsOf(tx: Tx, partnershipId: string): Promise<FloorProposal[]> {
  const rows = await tx
    .selectFrom("floor_proposal")
    .selectAll()
    .where("partnership_id", "=", partnershipId)
    .orderBy("asked_at", "desc")
    .execute();
  return rows.map(proposalOf);
}

/** The same, held until the transaction ends, so that two who answer at once answer one after the other. */
export async function proposalsForAnswer(tx: Tx, partnershipId: string): Promise<FloorProposal[]> {
  await tx
    .selectFrom("floor_proposal")
    .select("id")
    .where("partnership_id", "=", partnershipId)
    .where("state", "=", "asked")
    .forUpdate()
    .execute();
  return proposalsOf(tx, partnershipId);
}

export async function agreedFloorsOf(tx: Tx, partnershipId: string): Promise<readonly AgreedFloors[]> {
  return agreedIn(await proposalsOf(tx, partnershipId));
}

/** What strangers are told numbers by here. */
export async function floorsOf(tx: Tx, partnershipId: string, today: Day): Promise<FloorsOver> {
  return floorsOver(await agreedFloorsOf(tx, partnershipId), today);
}

function proposalOf(row: Selectable<FloorProposalRow>): FloorProposal {
  const { few, sensitive, answers, span, rounded } = row;
  return {
    id: row.id,
    floors: { few, sensitive, answers, span, rounded },
    reason: row.reason,
    askedFor: row.asked_for,
    askedBy: row.asked_by,
    askedAt: row.asked_at,
    state: row.state,
    answeredFor: row.answered_for ?? undefined,
    answeredBy: row.answered_by ?? undefined,
    answeredAt: row.answered_at ?? undefined,
    answer: row.answer,
    from: row.from_day ?? undefined,
  };
}

export async function addProposal(tx: Tx, partnershipId: string, proposal: FloorProposal): Promise<void> {
  await tx
    .insertInto("floor_proposal")
    .values({
      id: proposal.id,
      partnership_id: partnershipId,
      ...proposal.floors,
      reason: proposal.reason,
      asked_for: proposal.askedFor,
      asked_by: proposal.askedBy,
      asked_at: proposal.askedAt,
    })
    .execute();
}

/** Nothing is answered as written that was not. */
export async function answerProposal(tx: Tx, proposal: FloorProposal): Promise<void> {
  const { state, answeredFor, answeredBy, answeredAt, answer, from } = proposal;
  const row = await tx
    .updateTable("floor_proposal")
    .set({
      state,
      answered_for: answeredFor ?? null,
      answered_by: answeredBy ?? null,
      answered_at: answeredAt ?? null,
      answer,
      from_day: from ?? null,
    })
    .where("id", "=", proposal.id)
    .executeTakeFirst();
  if (row.numUpdatedRows !== 1n) throw new Error("A proposal that was read was not there to be answered");
}
