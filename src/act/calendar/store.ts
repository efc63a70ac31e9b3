import type { Selectable } from "kysely";
import type { Day, Instant } from "../../ground/time.ts";
import type { Within } from "../../partnership/tables.ts";
import type { ActDatabase } from "../tables.ts";
import type { Address } from "./address.ts";
import type { CalendarAddressRow } from "./tables.ts";
import type { KeptTask, Task, Tick } from "./wheel.ts";

type Tx = Within<ActDatabase>;

const addressOf = (row: Selectable<CalendarAddressRow>): Address => ({
  id: row.id,
  personId: row.person_id,
  unit: row.unit ?? undefined,
  madeAt: row.made_at,
  lastReadOn: row.last_read_on ?? undefined,
});

/** A person's own that still read something, the latest first. */
export async function addressesOf(tx: Tx, partnershipId: string, personId: string): Promise<Address[]> {
  const rows = await tx
    .selectFrom("calendar_address")
    .selectAll()
    .where("partnership_id", "=", partnershipId)
    .where("person_id", "=", personId)
    .where("ended_at", "is", null)
    .orderBy("id", "desc")
    .execute();
  return rows.map(addressOf);
}

/** By the hash of its secret, while it reads something; of whoever's it is, under the system role, else one's own. */
export async function addressBySecret(
  tx: Tx,
  partnershipSlug: string,
  secretHash: string,
): Promise<Address | undefined> {
  const row = await tx
    .selectFrom("calendar_address")
    .innerJoin("partnership", "partnership.id", "calendar_address.partnership_id")
    .selectAll("calendar_address")
    .where("partnership.slug", "=", partnershipSlug)
    .where("secret_hash", "=", secretHash)
    .where("ended_at", "is", null)
    .executeTakeFirst();
  return row && addressOf(row);
}

export async function addAddress(tx: Tx, partnershipId: string, address: Address, secretHash: string): Promise<void> {
  await tx
    .insertInto("calendar_address")
    .values({
      id: address.id,
      partnership_id: partnershipId,
      person_id: address.personId,
      unit: address.unit ?? null,
      secret_hash: secretHash,
      made_at: address.madeAt,
    })
    .execute();
}

export async function endAddress(tx: Tx, { id }: Address, at: Instant): Promise<void> {
  await tx.updateTable("calendar_address").set({ ended_at: at }).where("id", "=", id).execute();
}

/** Once a day, however often it is asked for. */
export async function noteRead(tx: Tx, { id, lastReadOn }: Address, today: Day): Promise<void> {
  if (lastReadOn === today) return;
  await tx.updateTable("calendar_address").set({ last_read_on: today }).where("id", "=", id).execute();
}

/** The tasks that stand, by month. */
export async function tasksOf(tx: Tx, partnershipId: string): Promise<KeptTask[]> {
  const tasks = await tx
    .selectFrom("year_task")
    .select(["id", "month", "text", "stage", "example"])
    .where("partnership_id", "=", partnershipId)
    .where("struck_at", "is", null)
    .orderBy("month")
    .orderBy("id")
    .execute();
  const done = await tx
    .selectFrom("year_task_done")
    .select(["task_id", "year"])
    .where("partnership_id", "=", partnershipId)
    .orderBy("year")
    .execute();
  return tasks.map((task) => ({
    ...task,
    years: done.filter(({ task_id }) => task_id === task.id).map(({ year }) => year),
  }));
}

export async function putTask(
  tx: Tx,
  partnershipId: string,
  { id, month, text, stage }: Task,
  at: Instant,
  example = false,
): Promise<void> {
  const said = { month, text, stage, put_at: at };
  const changed = await tx
    .updateTable("year_task")
    .set(said)
    .where("id", "=", id)
    .where("partnership_id", "=", partnershipId)
    .executeTakeFirst();
  if (changed.numUpdatedRows > 0n) return;
  await tx
    .insertInto("year_task")
    .values({ ...said, id, partnership_id: partnershipId, example })
    .onConflict((conflict) => conflict.column("id").doNothing())
    .execute();
}

/** Taken out of the wheel: not to be changed any more. */
export async function isStruck(tx: Tx, partnershipId: string, id: string): Promise<boolean> {
  const row = await tx
    .selectFrom("year_task")
    .select("id")
    .where("partnership_id", "=", partnershipId)
    .where("id", "=", id)
    .where("struck_at", "is not", null)
    .executeTakeFirst();
  return row !== undefined;
}

export async function strikeTask(tx: Tx, id: string, at: Instant): Promise<void> {
  await tx.updateTable("year_task").set({ struck_at: at }).where("id", "=", id).execute();
}

/** Twice is once. */
export async function saveTick(
  tx: Tx,
  partnershipId: string,
  { taskId, year, done, organisationId, at }: Tick,
): Promise<void> {
  if (!done) {
    await tx.deleteFrom("year_task_done").where("task_id", "=", taskId).where("year", "=", year).execute();
    return;
  }
  await tx
    .insertInto("year_task_done")
    .values({ task_id: taskId, year, partnership_id: partnershipId, organisation_id: organisationId, done_at: at })
    .onConflict((conflict) => conflict.columns(["task_id", "year"]).doNothing())
    .execute();
}
