// What was measured, as one figure each with how sure it is.
import type { Instant } from "../ground/time.ts";
import type { Within } from "../partnership/tables.ts";
import type { Measurement } from "./measurement.ts";
import { placeColumns, placeOf } from "./place-columns.ts";
import type { CollectDatabase } from "./tables.ts";

type Tx = Within<CollectDatabase>;

export async function addMeasurement(tx: Tx, partnershipId: string, measurement: Measurement): Promise<void> {
  await tx
    .insertInto("measurement")
    .values({
      id: measurement.id,
      partnership_id: partnershipId,
      source_id: measurement.sourceId,
      name: measurement.name,
      unit: measurement.unit,
      value: measurement.value,
      low: measurement.low ?? null,
      high: measurement.high ?? null,
      n: measurement.n ?? null,
      from_day: measurement.from,
      to_day: measurement.to,
      caveat: measurement.caveat,
      example: measurement.example,
      ...placeColumns(measurement.place),
    })
    .execute();
}

/** What rests on them says so from now on. */
export async function withdrawFigures(
  tx: Tx,
  ids: readonly string[],
  { at, reason }: { readonly at: Instant; readonly reason: string },
): Promise<void> {
  await tx
    .updateTable("measurement")
    .set({ withdrawn_at: at, withdrawn_reason: reason })
    .where("id", "in", ids)
    .execute();
}

export async function measurementsOf(tx: Tx, partnershipId: string, sourceId?: string): Promise<Measurement[]> {
  let query = tx.selectFrom("measurement").selectAll().where("partnership_id", "=", partnershipId);
  if (sourceId !== undefined) query = query.where("source_id", "=", sourceId);
  const rows = await query.orderBy("from_day", "desc").orderBy("name").execute();
  return rows.map((row) => ({
    id: row.id,
    sourceId: row.source_id,
    name: row.name,
    unit: row.unit,
    value: row.value,
    low: row.low ?? undefined,
    high: row.high ?? undefined,
    n: row.n ?? undefined,
    from: row.from_day,
    to: row.to_day,
    place: placeOf(row),
    caveat: row.caveat,
    withdrawnReason: row.withdrawn_reason ?? undefined,
    example: row.example,
  }));
}
