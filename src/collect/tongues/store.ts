// The languages by file of a campaign: one row a language, its sentences on it.
import { sql } from "kysely";
import type { Within } from "../../partnership/tables.ts";
import type { AnyTransaction } from "../../platform/server/house.ts";
import type { CollectDatabase } from "../tables.ts";
import type { KeptTongue } from "./tongue.ts";

type Tx = Within<CollectDatabase>;

/** Each with the mark that its preview's address carries, known to those who see the campaign at the desk. */
export async function tonguesOf(
  tx: Tx,
  campaignId: string,
): Promise<readonly (KeptTongue & { readonly mark: string })[]> {
  const { rows } = await sql<KeptTongue & { mark: string }>`
    select l.code, l.entries, l.state, l.version, l.kept_on as "keptOn",
      left(encode(sha256(convert_to(c.method_key || ' preview ' || l.code, 'UTF8')), 'hex'), 12) as mark
    from campaign_language l join campaign c on c.id = l.campaign_id
    where l.campaign_id = ${campaignId} order by l.code`.execute(tx as AnyTransaction);
  return rows;
}

/** In place of what was there. */
export async function keepTongue(tx: Tx, partnershipId: string, campaignId: string, kept: KeptTongue): Promise<void> {
  const row = {
    entries: JSON.stringify(kept.entries),
    state: kept.state,
    version: kept.version,
    kept_on: kept.keptOn,
  };
  await tx
    .insertInto("campaign_language")
    .values({ campaign_id: campaignId, partnership_id: partnershipId, code: kept.code, ...row })
    .onConflict((conflict) => conflict.columns(["campaign_id", "code"]).doUpdateSet(row))
    .execute();
}
