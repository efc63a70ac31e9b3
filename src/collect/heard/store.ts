import type { Instant } from "../../ground/time.ts";
import type { Within } from "../../partnership/tables.ts";
import type { CollectDatabase } from "../tables.ts";
import type { GroupCounts, HeardGroup, Population } from "./heard.ts";

type Tx = Within<CollectDatabase>;

/** The newest year that somebody recorded; undefined where nobody has. */
export async function latestPopulation(tx: Tx, partnershipId: string): Promise<Population | undefined> {
  const rows = await tx
    .selectFrom("population_group")
    .where("partnership_id", "=", partnershipId)
    .where("year", "=", (one) =>
      one
        .selectFrom("population_group as newest")
        .where("newest.partnership_id", "=", partnershipId)
        .select(({ fn }) => fn.max("newest.year").as("year")),
    )
    .select(["year", "group_key", "residents", "source", "example"])
    .execute();
  const [first] = rows;
  if (first === undefined) return undefined;
  const counts: GroupCounts = Object.fromEntries(rows.map((row) => [row.group_key, row.residents]));
  return { year: first.year, counts, source: first.source, example: first.example };
}

/** What was said of the same year before is replaced. */
export async function keepPopulation(
  tx: Tx,
  partnershipId: string,
  { year, counts, source, example }: Population,
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
  }));
  await tx.insertInto("population_group").values(rows).execute();
}
