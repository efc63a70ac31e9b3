// Filled-in forms as answers to a dialogue. Under the system's role, like everything that residents say: the one who reads the file in reads the answers in the queue.
import { FEWEST } from "../../ground/fewest.ts";
import type { Day } from "../../ground/time.ts";
import type { Within } from "../../partnership/tables.ts";
import { keyedHash, randomId, sha256Hex } from "../../platform/server/secrets.ts";
import { addedTo, groupsOf } from "../campaigns/answer.ts";
import type { Campaign, CampaignMethod } from "../campaigns/campaign.ts";
import { addAnswer, addToGroups } from "../campaigns/store.ts";
import type { Landed } from "../imports/importer.ts";
import type { lastSaid } from "../imports/row-numbers.ts";
import { receiptCode } from "../receipt.ts";
import { doorSecret } from "../store-doors.ts";
import type { CollectDatabase } from "../tables.ts";
import type { Submission } from "./submission.ts";

type Tx = Within<CollectDatabase>;
export type AnswersGoal = {
  readonly campaign: Campaign;
  readonly partnershipId: string;
  readonly method: CampaignMethod;
  readonly importId: string;
  readonly today: Day;
};

/** A form is known again by what its number comes to with the house's own key, as a receipt is; nobody is given the receipt. */
async function hashOf(tx: Tx, { id }: Campaign): Promise<(submission: Submission) => string> {
  const secret = await doorSecret(tx);
  return ({ foreignId }) => sha256Hex(receiptCode(keyedHash(secret, `form ${id} ${foreignId}`)));
}

/** Each form once, however often its file comes; the groups beside, on the reading's own sheet until it is over. */
export async function landAnswers(tx: Tx, goal: AnswersGoal, batch: readonly Submission[]): Promise<Landed> {
  const { campaign, partnershipId, method, importId, today } = goal;
  const hash = await hashOf(tx, campaign);
  const counts: Record<string, number> = {};
  let added = 0;
  for (const submission of batch) {
    const isNew = await addAnswer(tx, {
      id: randomId(),
      campaign,
      partnershipId,
      on: submission.on ?? today,
      method,
      given: submission.given,
      receiptHash: hash(submission),
      importId,
    });
    if (!isNew) continue;
    added += 1;
    for (const group of groupsOf(submission.about)) counts[group] = (counts[group] ?? 0) + 1;
  }
  await tx
    .insertInto("import_groups")
    .values({ import_id: importId, campaign_id: campaign.id, partnership_id: partnershipId, counts: "{}" })
    .onConflict((is) => is.column("import_id").doNothing())
    .execute();
  const before = await sheetOf(tx, importId);
  await tx
    .updateTable("import_groups")
    .set({ counts: JSON.stringify(addedTo(before?.counts ?? {}, counts, 1)) })
    .where("import_id", "=", importId)
    .execute();
  return { added, changed: 0 };
}

/** What a batch would come to, without anything being written. */
export async function compareAnswers(
  tx: Tx,
  { campaign }: Pick<AnswersGoal, "campaign">,
  batch: readonly Submission[],
  said: ReturnType<typeof lastSaid>,
): Promise<Landed> {
  const hash = await hashOf(tx, campaign);
  const hashes = batch.map(hash);
  const known = await tx
    .selectFrom("campaign_answer")
    .select("receipt_hash")
    .where("receipt_hash", "in", hashes)
    .execute();
  const isKnown = new Set(known.map(({ receipt_hash }) => receipt_hash));
  const added = hashes.filter((one) => !isKnown.has(one) && said(one, "") === "first");
  return { added: added.length, changed: 0 };
}

/** When a reading is over: its groups are counted, unless it brought so few that they would tell who answered what. */
export async function countAnswered(tx: Tx, { importId, added }: { importId: string; added: number }): Promise<void> {
  const sheet = await sheetOf(tx, importId);
  if (sheet === undefined || sheet.counted) return;
  if (added < FEWEST) return dropSheet(tx, importId);
  await addToGroups(tx, { campaignId: sheet.campaign_id, partnershipId: sheet.partnership_id }, sheet.counts, 1);
  await tx.updateTable("import_groups").set({ counted: true }).where("import_id", "=", importId).execute();
}

/** Takes away every answer a reading brought, with what they were coded to, and what it counted. */
export async function takeBackAnswers(tx: Tx, importId: string): Promise<void> {
  const ids = tx.selectFrom("campaign_answer").select("id").where("import_id", "=", importId);
  await tx.deleteFrom("coding").where("answer_id", "in", ids).execute();
  await tx.deleteFrom("campaign_answer").where("import_id", "=", importId).execute();
  const sheet = await sheetOf(tx, importId);
  if (sheet === undefined) return;
  if (sheet.counted)
    await addToGroups(tx, { campaignId: sheet.campaign_id, partnershipId: sheet.partnership_id }, sheet.counts, -1);
  await dropSheet(tx, importId);
}

/** Whether a reading that has been undone was one of filled-in forms. */
export async function isUndoneReading(tx: Tx, importId: string): Promise<boolean> {
  const run = await tx
    .selectFrom("import_run")
    .select("id")
    .where("id", "=", importId)
    .where("kind", "=", "odk")
    .where("state", "=", "undone")
    .executeTakeFirst();
  return run !== undefined;
}

function sheetOf(tx: Tx, importId: string) {
  return tx.selectFrom("import_groups").selectAll().where("import_id", "=", importId).forUpdate().executeTakeFirst();
}
async function dropSheet(tx: Tx, importId: string): Promise<void> {
  await tx.deleteFrom("import_groups").where("import_id", "=", importId).execute();
}
