import type { Selectable } from "kysely";
import type { Within } from "../../partnership/tables.ts";
import type { PledgeDatabase } from "../tables.ts";
import type { Schedule } from "./schedule.ts";
import type { PledgeScheduleRow } from "./tables.ts";

type Tx = Within<PledgeDatabase>;

const asSchedule = (row: Selectable<PledgeScheduleRow>): Schedule => ({
  id: row.id,
  documentId: row.document_id,
  turn: row.turn,
  writtenBy: row.written_by,
  signedBy: row.signed_by,
  reason: row.reason ?? undefined,
  organisationId: row.organisation_id,
  at: row.set_at,
  example: row.example,
});

/** Every time the days of a document were set, the first first. */
export async function schedulesOf(tx: Tx, documentId: string): Promise<Schedule[]> {
  const rows = await tx
    .selectFrom("pledge_schedule")
    .selectAll()
    .where("document_id", "=", documentId)
    .orderBy("turn")
    .execute();
  return rows.map(asSchedule);
}

/** The days that hold. */
export async function scheduleOf(tx: Tx, documentId: string): Promise<Schedule | undefined> {
  return (await schedulesOf(tx, documentId)).at(-1);
}

/** The days that hold of each of a partnership's documents, by document. */
export async function schedulesIn(tx: Tx, partnershipId: string): Promise<ReadonlyMap<string, Schedule>> {
  const rows = await tx
    .selectFrom("pledge_schedule")
    .selectAll()
    .where("partnership_id", "=", partnershipId)
    .orderBy("turn")
    .execute();
  return new Map(rows.map((row) => [row.document_id, asSchedule(row)]));
}

export async function addSchedule(tx: Tx, partnershipId: string, schedule: Schedule): Promise<void> {
  await tx
    .insertInto("pledge_schedule")
    .values({
      id: schedule.id,
      partnership_id: partnershipId,
      document_id: schedule.documentId,
      turn: schedule.turn,
      written_by: schedule.writtenBy,
      signed_by: schedule.signedBy,
      reason: schedule.reason ?? null,
      organisation_id: schedule.organisationId,
      set_at: schedule.at,
      example: schedule.example,
    })
    .execute();
}
