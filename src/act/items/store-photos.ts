import type { Within } from "../../partnership/tables.ts";
import type { ActDatabase } from "../tables.ts";
import type { StepPhotoRow } from "./tables.ts";

type Tx = Within<ActDatabase>;

/** Of these steps, as they came. */
export async function photosOfSteps(tx: Tx, stepIds: readonly string[]): Promise<StepPhotoRow[]> {
  if (stepIds.length === 0) return [];
  return tx.selectFrom("step_photo").selectAll().where("step_id", "in", stepIds).orderBy("taken_in_at").execute();
}

export async function stepPhoto(tx: Tx, partnershipId: string, id: string): Promise<StepPhotoRow | undefined> {
  return tx
    .selectFrom("step_photo")
    .selectAll()
    .where("partnership_id", "=", partnershipId)
    .where("id", "=", id)
    .executeTakeFirst();
}

export async function putStepPhoto(tx: Tx, photo: StepPhotoRow): Promise<void> {
  await tx.insertInto("step_photo").values(photo).execute();
}

/** The name of its bytes, where no other photo is the same. */
export async function dropStepPhoto(tx: Tx, id: string): Promise<string | undefined> {
  const gone = await tx.deleteFrom("step_photo").where("id", "=", id).returning("sha256").executeTakeFirst();
  if (gone === undefined) return undefined;
  const { sha256 } = gone;
  for (const table of ["step_photo", "photo"] as const)
    if ((await tx.selectFrom(table).select("id").where("sha256", "=", sha256).executeTakeFirst()) !== undefined)
      return undefined;
  return sha256;
}

/** The photos of the note that an item comes from. */
export async function photosBefore(tx: Tx, rowId: string) {
  return tx
    .selectFrom("photo")
    .innerJoin("protocol_row", "protocol_row.observation_id", "photo.observation_id")
    .select(["photo.id", "photo.width", "photo.height", "photo.alt"])
    .where("protocol_row.id", "=", rowId)
    .orderBy("photo.taken_in_at")
    .execute();
}
