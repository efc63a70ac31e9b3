import type { Selectable } from "kysely";
import type { Instant } from "../../ground/time.ts";
import type { Within } from "../../partnership/tables.ts";
import type { CollectDatabase } from "../tables.ts";
import type { GroupCounts, HeardGroup, Inhabited, Population, PopulationFile } from "./heard.ts";
import type { Locality } from "./population-table.ts";
import type { PopulationFileRow } from "./tables.ts";

type Tx = Within<CollectDatabase>;

/** The newest year that somebody recorded, and an invented one only where nobody has; undefined where there is none at all. */
export async function latestPopulation(tx: Tx, partnershipId: string): Promise<Population | undefined> {
  const rows = await tx
    .selectFrom("population_group")
    .where("partnership_id", "=", partnershipId)
    .select(["year", "group_key", "residents", "source", "example", "file_id"])
    .orderBy("example")
    .orderBy("year", "desc")
    .execute();
  const [first] = rows;
  if (first === undefined) return undefined;
  const counts: GroupCounts = Object.fromEntries(
    rows.filter(({ year }) => year === first.year).map((row) => [row.group_key, row.residents]),
  );
  const [file] = first.file_id === null ? [] : await filesOf(tx, partnershipId, [first.file_id]);
  return { year: first.year, counts, source: first.source, example: first.example, file };
}

/** The years that something is recorded of. */
export async function populationYears(tx: Tx, partnershipId: string): Promise<number[]> {
  const rows = await tx
    .selectFrom("population_group")
    .where("partnership_id", "=", partnershipId)
    .select("year")
    .distinct()
    .execute();
  return rows.map(({ year }) => year);
}

/** What was said of the same year before is replaced. Its file must be there. */
export async function keepPopulation(
  tx: Tx,
  partnershipId: string,
  { year, counts, source, example, file }: Population,
  at: Instant,
): Promise<void> {
  await tx
    .deleteFrom("population_group")
    .where("partnership_id", "=", partnershipId)
    .where("year", "=", year)
    .execute();
  const rows = Object.entries(counts).map(([group, residents]) => ({
    partnership_id: partnershipId,
    year,
    group_key: group as HeardGroup,
    residents,
    source,
    recorded_at: at,
    example,
    file_id: file?.id ?? null,
  }));
  await tx.insertInto("population_group").values(rows).execute();
}

export async function addPopulationFile(
  tx: Tx,
  partnershipId: string,
  file: PopulationFile,
  at: Instant,
): Promise<void> {
  await tx
    .insertInto("population_file")
    .values({
      id: file.id,
      partnership_id: partnershipId,
      year: file.year,
      source: file.source,
      table_id: file.tableId,
      contents: file.contents,
      licence: file.licence,
      updated_on: file.updatedOn ?? null,
      retrieved_on: file.retrievedOn,
      taken_in_at: at,
    })
    .execute();
}

export async function filesOf(tx: Tx, partnershipId: string, ids: readonly string[]): Promise<PopulationFile[]> {
  if (ids.length === 0) return [];
  const rows = await tx
    .selectFrom("population_file")
    .selectAll()
    .where("partnership_id", "=", partnershipId)
    .where("id", "in", ids)
    .orderBy("year", "desc")
    .orderBy("taken_in_at", "desc")
    .execute();
  return rows.map(fileOf);
}

function fileOf(row: Selectable<PopulationFileRow>): PopulationFile {
  return {
    id: row.id,
    year: row.year,
    source: row.source,
    tableId: row.table_id,
    contents: row.contents,
    licence: row.licence,
    updatedOn: row.updated_on ?? undefined,
    retrievedOn: row.retrieved_on,
  };
}

/** Each locality as the youngest file that holds it says. */
export async function localitiesOf(tx: Tx, partnershipId: string): Promise<Inhabited[]> {
  const rows = await tx
    .selectFrom("population_locality")
    .selectAll()
    .where("partnership_id", "=", partnershipId)
    .orderBy("year", "desc")
    .orderBy("name")
    .execute();
  const youngest = new Map<string, Inhabited>();
  for (const { name, residents, year, file_id: fileId } of rows) {
    const known = name.toLocaleLowerCase("sv");
    if (!youngest.has(known)) youngest.set(known, { name, population: residents, populationYear: year, fileId });
  }
  return [...youngest.values()];
}

/** What was said of the same localities and year before is replaced; the others stand. Their file must be there. */
export async function keepLocalities(
  tx: Tx,
  partnershipId: string,
  { id, year }: Pick<PopulationFile, "id" | "year">,
  localities: readonly Locality[],
): Promise<void> {
  if (localities.length === 0) return;
  const codes = localities.map(({ code }) => code);
  await tx
    .deleteFrom("population_locality")
    .where("partnership_id", "=", partnershipId)
    .where("year", "=", year)
    .where("code", "in", codes)
    .execute();
  await tx
    .insertInto("population_locality")
    .values(
      localities.map(({ code, name, residents }) => ({
        partnership_id: partnershipId,
        year,
        code,
        name,
        residents,
        file_id: id,
      })),
    )
    .execute();
}
