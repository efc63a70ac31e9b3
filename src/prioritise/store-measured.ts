// Measurements as they are cited, under the rights of whoever asks.
import type { Day } from "../ground/time.ts";
import type { SecrecyClass } from "../collect/source.ts";
import type { Within } from "../partnership/tables.ts";
import { type FrozenMeasurement, MEASURED_METHOD } from "./frozen-measurement.ts";
import type { Sharing } from "./problem.ts";
import type { PrioritiseDatabase } from "./tables.ts";

type Tx = Within<PrioritiseDatabase>;

const sharingOf = (secrecy: SecrecyClass): Sharing => (secrecy === "own" ? "own" : "shared");

/** Each with its source, whether both parties may read it, and whether it has been taken back. */
export async function measuredAmong(tx: Tx, partnershipId: string, ids: readonly string[]) {
  if (ids.length === 0) return [];
  const rows = await tx
    .selectFrom("measurement")
    .innerJoin("source", "source.id", "measurement.source_id")
    .select([
      "measurement.id",
      "measurement.name",
      "unit",
      "value",
      "low",
      "high",
      "n",
      "from_day",
      "to_day",
      "place_name",
      "measurement.caveat",
      "withdrawn_at",
      "source.name as source",
      "source.caveat as sourceCaveat",
      "sample_type",
      "secrecy_class",
      "source.kind",
    ])
    .where("measurement.partnership_id", "=", partnershipId)
    .where("measurement.id", "in", ids)
    .execute();
  return rows.map((row) => ({
    isTakenBack: row.withdrawn_at !== null,
    kind: row.kind,
    isPublic: row.secrecy_class === "public",
    sharing: sharingOf(row.secrecy_class),
    frozen: {
      measurementId: row.id,
      name: row.name,
      unit: row.unit,
      value: row.value,
      low: row.low,
      high: row.high,
      n: row.n,
      from: row.from_day,
      to: row.to_day,
      place: row.place_name ?? "",
      source: row.source,
      sampleType: row.sample_type,
      caveats: [row.caveat, row.sourceCaveat].filter((caveat) => caveat !== ""),
      ...MEASURED_METHOD,
    } satisfies FrozenMeasurement,
  }));
}

/** The last that stands of the same thing at the same place, measured within these days, of those that both may read. */
export async function latestMeasured(
  tx: Tx,
  partnershipId: string,
  { name, place, unit }: Pick<FrozenMeasurement, "name" | "place" | "unit">,
  { from, to }: { readonly from: Day; readonly to: Day },
): Promise<string | undefined> {
  const row = await tx
    .selectFrom("measurement")
    .innerJoin("source", "source.id", "measurement.source_id")
    .select("measurement.id")
    .where("measurement.partnership_id", "=", partnershipId)
    .where("measurement.name", "=", name)
    .where("unit", "=", unit)
    .where("secrecy_class", "<>", "own")
    .where((where) => where(where.fn.coalesce("place_name", where.val("")), "=", place))
    .where("withdrawn_at", "is", null)
    .where("from_day", ">=", from)
    .where("to_day", "<=", to)
    .orderBy("to_day", "desc")
    .orderBy("measurement.id")
    .executeTakeFirst();
  return row?.id;
}

/** Of these series those whose owner has decided that they may be published, as it stands now; one that is not there any more is nobody's to tell. */
export async function publicSeriesAmong(
  tx: Tx,
  partnershipId: string,
  seriesIds: readonly string[],
): Promise<ReadonlySet<string>> {
  if (seriesIds.length === 0) return new Set();
  const rows = await tx
    .selectFrom("series")
    .innerJoin("source", "source.id", "series.source_id")
    .select("series.id")
    .where("series.partnership_id", "=", partnershipId)
    .where("series.id", "in", seriesIds)
    .where("secrecy_class", "=", "public")
    .execute();
  return new Set(rows.map(({ id }) => id));
}
