import { sql } from "kysely";
import type { Within } from "../../partnership/tables.ts";
import type { AnyTransaction } from "../../platform/server/house.ts";
import type { Category } from "../category.ts";
import type { CollectDatabase } from "../tables.ts";
import { type Campaign, CAMPAIGN_METHODS, type CampaignMethod, isByChoice } from "./campaign.ts";
import type { AllResults, Results, ToldResults } from "./results.ts";

type Tx = Within<CollectDatabase>;

/** What a campaign has come to as it is coded now; only what has been read and kept. */
export async function resultsOf(tx: Tx, { id, sampleType }: Pick<Campaign, "id" | "sampleType">): Promise<AllResults> {
  const chose = CAMPAIGN_METHODS.filter((method) => isByChoice(sampleType, method));
  const own = await resultsBy(
    tx,
    id,
    CAMPAIGN_METHODS.filter((method) => !chose.includes(method)),
  );
  const byChoice = chose.length === 0 ? undefined : await resultsBy(tx, id, chose);
  return byChoice === undefined || byChoice.answered === 0 ? own : { ...own, byChoice };
}

async function resultsBy(tx: Tx, campaignId: string, methods: readonly CampaignMethod[]): Promise<Results> {
  const { answered } = await tx
    .selectFrom("campaign_answer")
    .select(sql<number>`count(*)`.as("answered"))
    .where("campaign_id", "=", campaignId)
    .where("state", "=", "kept")
    .where("method", "in", methods)
    .executeTakeFirstOrThrow();
  const { rows } = await sql<{ theme: string; category: string; voices: number }>`
    select t.name as theme, t.category, count(distinct a.id) as voices
    from coding c join campaign_answer a on a.id = c.answer_id join theme t on t.id = c.theme_id
    where a.campaign_id = ${campaignId} and a.state = 'kept' and a.method = any (${methods}::text[])
    group by t.id, t.name, t.category order by 3 desc, 1`.execute(tx as AnyTransaction);
  return { answered, themes: rows.map((row) => ({ ...row, category: row.category as Category })) };
}

/** When it was told and by whom; nothing where it is not. */
export async function toldOf(tx: Tx, campaignId: string) {
  const row = await tx
    .selectFrom("campaign_results")
    .leftJoin("person", "person.id", "campaign_results.told_by")
    .select(["told_on as on", "person.name as by", "not_asked as notAsked"])
    .where("campaign_id", "=", campaignId)
    .executeTakeFirst();
  return row && { ...row, by: row.by ?? "" };
}

export async function addResults(
  tx: Tx,
  partnershipId: string,
  { campaignId, answered, themes, byChoice, notAsked, toldOn }: ToldResults,
  personId: string,
): Promise<void> {
  await tx
    .insertInto("campaign_results")
    .values({
      campaign_id: campaignId,
      partnership_id: partnershipId,
      answered,
      themes: JSON.stringify(themes),
      by_choice: byChoice === undefined ? null : JSON.stringify(byChoice),
      not_asked: notAsked,
      told_on: toldOn,
      told_by: personId,
    })
    .execute();
}

export async function removeResults(tx: Tx, campaignId: string): Promise<void> {
  await tx.deleteFrom("campaign_results").where("campaign_id", "=", campaignId).execute();
}
