import { sql } from "kysely";
import type { PartnershipDatabase, Within } from "./tables.ts";
import type { Village } from "./village.ts";

type Tx = Within<PartnershipDatabase>;

/** The largest first. */
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
