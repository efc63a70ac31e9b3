import { sql } from "kysely";
import { placeOf } from "../collect/place-columns.ts";
import { knowledgeOf } from "../collect/source.ts";
import type { Category } from "../collect/category.ts";
import type { Position } from "../ground/place.ts";
import { monthOf, SWEDISH_TIME, type Month } from "../ground/time.ts";
import type { Within } from "../partnership/tables.ts";
import { areaOf, type Village } from "./areas.ts";
import type { Entry } from "./counts.ts";
import type { PictureDatabase } from "./tables.ts";

type Tx = Within<PictureDatabase>;

/** How many are told one by one; the rest are in the counts. */
export const LISTED = 300;

export async function villagesOf(tx: Tx, partnershipId: string): Promise<Village[]> {
  const rows = await tx
    .selectFrom("village")
    .selectAll()
    .where("partnership_id", "=", partnershipId)
    .orderBy(sql`population desc nulls last`)
    .orderBy("name")
    .execute();
  return rows.map((row) => ({
    slug: row.slug,
    name: row.name,
    position: [row.lon, row.lat],
    radiusMetres: row.radius_metres,
    population: row.population ?? undefined,
    populationYear: row.population_year ?? undefined,
  }));
}

export async function addVillage(
  tx: Tx,
  partnershipId: string,
  village: Village & { readonly id: string; readonly source: string },
): Promise<void> {
  await tx
    .insertInto("village")
    .values({
      id: village.id,
      partnership_id: partnershipId,
      slug: village.slug,
      name: village.name,
      lon: village.position[0],
      lat: village.position[1],
      radius_metres: village.radiusMetres,
      population: village.population ?? null,
      population_year: village.populationYear ?? null,
      source: village.source,
    })
    .execute();
}

/** Everything that may be counted, as the one who asks may see it: newest first, what has no time last. Withdrawn things are gone from the picture. */
export async function entriesOf(tx: Tx, partnershipId: string, villages: readonly Village[]): Promise<Entry[]> {
  const rows = await tx
    .selectFrom("observation")
    .innerJoin("source", "source.id", "observation.source_id")
    .where("observation.partnership_id", "=", partnershipId)
    .where("withdrawn_at", "is", null)
    .orderBy(sql`happened_from desc nulls last`)
    .orderBy("observation.id")
    .select([
      "observation.id as id",
      "source.slug as source",
      "source.kind as sourceKind",
      "observation.kind as kind",
      "category",
      "sharing",
      "lon",
      "lat",
      "h3",
      "agreed",
      "bundle",
      // The month on the wall in Sweden: a happening at half past midnight on the first is not in the month before.
      sql<Month | null>`to_char(happened_from at time zone ${SWEDISH_TIME}, 'YYYY-MM')`.as("month"),
    ])
    .execute();
  return rows.map((row) => ({
    id: row.id,
    source: row.source,
    sourceKind: row.sourceKind,
    knowledge: knowledgeOf(row.sourceKind),
    kind: row.kind,
    category: row.category as Category,
    sharing: row.sharing,
    month: row.month ?? undefined,
    area: areaOf(positionOf(row), villages),
    cell: row.h3 ?? undefined,
    agreed: row.agreed ?? undefined,
    bundle: row.bundle,
  }));
}

function positionOf({ lon, lat }: { lon: number | null; lat: number | null }): Position | undefined {
  return lon === null || lat === null ? undefined : [lon, lat];
}

function told(tx: Tx, partnershipId: string) {
  return tx
    .selectFrom("observation")
    .innerJoin("source", "source.id", "observation.source_id")
    .leftJoin("walk", "walk.id", "observation.walk_id")
    .leftJoin("walk_stop", "walk_stop.id", "observation.stop_id")
    .where("observation.partnership_id", "=", partnershipId)
    .where("withdrawn_at", "is", null)
    .select([
      "observation.id as id",
      "observation.kind as kind",
      "observation.category as category",
      "observation.text as text",
      "observation.consequence as consequence",
      "observation.proposal as proposal",
      "observation.spot_manager as spotManager",
      "observation.agreed as agreed",
      "observation.sharing as sharing",
      "observation.bundle as bundle",
      "observation.example as example",
      "observation.when_kind as whenKind",
      "observation.happened_from as happenedFrom",
      "observation.happened_to as happenedTo",
      "observation.precision as precision",
      "observation.place_kind as place_kind",
      "observation.lon as lon",
      "observation.lat as lat",
      "observation.accuracy_metres as accuracy_metres",
      "observation.h3 as h3",
      "observation.place_name as place_name",
      "observation.place_code as place_code",
      "observation.geometry as geometry",
      "source.slug as sourceSlug",
      "source.name as sourceName",
      "source.kind as sourceKind",
      "source.caveat as sourceCaveat",
      "walk.slug as walkSlug",
      "walk.title as walkTitle",
      "walk_stop.name as stopName",
    ]);
}

/** The things themselves, in the order of the ids; at most `LISTED`. What the one who asks may not see is not among them. */
export async function tellEntries(tx: Tx, partnershipId: string, ids: readonly string[], villages: readonly Village[]) {
  const asked = ids.slice(0, LISTED);
  if (asked.length === 0) return [];
  const rows = await told(tx, partnershipId).where("observation.id", "in", asked).execute();
  const order = new Map(asked.map((id, index) => [id, index]));
  return rows
    .map(({ place_kind, accuracy_metres, place_name, place_code, ...row }) => {
      const { lon, lat, h3, geometry, sourceKind, ...rest } = row;
      const place = placeOf({ place_kind, lon, lat, accuracy_metres, h3, place_name, place_code, geometry });
      return {
        ...rest,
        sourceKind,
        knowledge: knowledgeOf(sourceKind),
        place,
        placeName: place_name ?? row.stopName ?? null,
        area: areaOf(positionOf({ lon, lat }), villages),
      };
    })
    .toSorted((a, b) => (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0));
}

/** The last few that came in to be seen, newest first: for an overview. */
export async function newestIn(tx: Tx, partnershipId: string, count: number) {
  const rows = await told(tx, partnershipId)
    .orderBy(sql`happened_from desc nulls last`)
    .orderBy("observation.id")
    .limit(count)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    text: row.text,
    place: placeOf(row),
    source: row.sourceName,
    at: row.happenedFrom,
    example: row.example,
  }));
}

/** What was measured, newest first. */
export async function measurementsOf(tx: Tx, partnershipId: string, villages: readonly Village[]) {
  const rows = await tx
    .selectFrom("measurement")
    .innerJoin("source", "source.id", "measurement.source_id")
    .where("measurement.partnership_id", "=", partnershipId)
    .orderBy("from_day", "desc")
    .orderBy("measurement.name")
    .selectAll("measurement")
    .select(["source.slug as source_slug", "source.kind as source_kind"])
    .execute();
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    unit: row.unit,
    value: row.value,
    low: row.low,
    high: row.high,
    n: row.n,
    from: row.from_day,
    to: row.to_day,
    month: monthOf(row.from_day),
    caveat: row.caveat,
    example: row.example,
    sourceSlug: row.source_slug,
    place: placeOf(row),
    area: areaOf(positionOf(row), villages),
  }));
}

/** Sources the one who asks may see, for the filter and for what must be known before believing. */
export async function sourcesOf(tx: Tx, partnershipId: string) {
  const rows = await tx
    .selectFrom("source")
    .where("partnership_id", "=", partnershipId)
    .orderBy("name")
    .select(["slug", "name", "kind", "caveat", "secrecy_class as secrecyClass", "example"])
    .execute();
  return rows.map((row) => ({ ...row, knowledge: knowledgeOf(row.kind) }));
}

/** Where the map begins: the municipality's outline and middle. */
export async function groundOf(tx: Tx, partnershipId: string) {
  return tx
    .selectFrom("partnership")
    .where("id", "=", partnershipId)
    .select([
      "municipality_code as code",
      "municipality_name as name",
      "outline",
      "centre_lon as lon",
      "centre_lat as lat",
    ])
    .executeTakeFirst();
}
