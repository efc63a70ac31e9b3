import type { Day } from "../../ground/time.ts";
import type { Within } from "../../partnership/tables.ts";
import { GRAIN_METRES, roughened } from "../pointed.ts";
import type { CollectDatabase } from "../tables.ts";
import type { ItemPoint } from "./answer.ts";

type Tx = Within<CollectDatabase>;

/** Where exactly somebody pointed is written nowhere. */
export async function addPoint(
  tx: Tx,
  of: { readonly id: string; readonly partnershipId: string; readonly answerId: string },
  { key, grain, position }: ItemPoint,
): Promise<void> {
  const [lon, lat] = roughened(position, GRAIN_METRES[grain]);
  await tx
    .insertInto("campaign_point")
    .values({ id: of.id, partnership_id: of.partnershipId, answer_id: of.answerId, item_key: key, grain, lon, lat })
    .execute();
}

/** What was pointed out with these answers, as far as the one who asks may see it: those who put the questions, nobody else. */
export async function pointsOf(
  tx: Tx,
  answerIds: readonly string[],
): Promise<ReadonlyMap<string, readonly ItemPoint[]>> {
  const points = new Map<string, ItemPoint[]>();
  if (answerIds.length === 0) return points;
  const rows = await tx
    .selectFrom("campaign_point")
    .select(["answer_id", "item_key", "grain", "lon", "lat"])
    .where("answer_id", "in", answerIds)
    .orderBy("item_key")
    .execute();
  for (const { answer_id, item_key, grain, lon, lat } of rows) {
    const point: ItemPoint = { key: item_key, grain, position: [lon, lat] };
    points.set(answer_id, [...(points.get(answer_id) ?? []), point]);
  }
  return points;
}

export async function dropPoints(tx: Tx, answerId: string): Promise<void> {
  await tx.deleteFrom("campaign_point").where("answer_id", "=", answerId).execute();
}

/** Points of answers before a day that still lie in the order they came. */
export async function unmixedPoints(tx: Tx, before: Day): Promise<string[]> {
  const rows = await tx
    .selectFrom("campaign_point")
    .innerJoin("campaign_answer", "campaign_answer.id", "campaign_point.answer_id")
    .select("campaign_point.id")
    .where("campaign_point.mixed", "=", false)
    .where("received_on", "<", before)
    .orderBy("campaign_point.id")
    .execute();
  return rows.map(({ id }) => id);
}

export async function markPointMixed(tx: Tx, id: string): Promise<void> {
  await tx.updateTable("campaign_point").set({ mixed: true }).where("id", "=", id).execute();
}
