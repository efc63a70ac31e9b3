// Photos that residents have sent with what is left of a theme, or with a complaint about traffic.
import type { Selectable } from "kysely";
import type { Day } from "../ground/time.ts";
import type { Within } from "../partnership/tables.ts";
import type { CleanPhoto } from "./photo.ts";
import { type Look, MOST_UNSEEN_PHOTOS } from "./sent-photo.ts";
import type { CollectDatabase, SentPhotoRow } from "./tables.ts";

type Tx = Within<CollectDatabase>;
/** What a photo came with. */
type With = "dispute_id" | "handed_in_id" | "complaint_id";
export type Shown = { readonly id: string; readonly look: Look };

type NewPhoto = {
  readonly id: string;
  readonly partnershipId: string;
  readonly owner: string;
  readonly with: { readonly dispute_id: string } | { readonly handed_in_id: string };
};

/** Needs the system role: residents are nobody. */
export async function addSentPhoto(tx: Tx, of: NewPhoto, { jpeg, width, height }: CleanPhoto): Promise<void> {
  const nothing = { dispute_id: null, handed_in_id: null, complaint_id: null };
  await tx
    .insertInto("sent_photo")
    .values({
      ...nothing,
      ...of.with,
      id: of.id,
      partnership_id: of.partnershipId,
      owner_organisation_id: of.owner,
      jpeg,
      width,
      height,
      covered_on: null,
    })
    .execute();
}

/** The photos of a dispute as they are, so that the same one sent twice is one. */
export async function picturesOfDispute(tx: Tx, disputeId: string): Promise<readonly Uint8Array[]> {
  const rows = await tx.selectFrom("sent_photo").select("jpeg").where("dispute_id", "=", disputeId).execute();
  return rows.map(({ jpeg }) => jpeg);
}

/** Whether as many of the kind wait as an organisation can be asked to look at; needs the system role. */
export async function isFull(tx: Tx, owner: string, kind: With): Promise<boolean> {
  const rows = await tx
    .selectFrom("sent_photo")
    .select("id")
    .where("owner_organisation_id", "=", owner)
    .where("covered_on", "is", null)
    .where(kind, "is not", null)
    .limit(MOST_UNSEEN_PHOTOS)
    .execute();
  return rows.length === MOST_UNSEEN_PHOTOS;
}

const lookOf = ({ covered_on }: Pick<Selectable<SentPhotoRow>, "covered_on">): Look =>
  covered_on === null ? "unseen" : "covered";

/** The photos that came with these, by what they came with. */
export async function sentWith(
  tx: Tx,
  kind: With,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly Shown[]>> {
  const found = new Map<string, Shown[]>();
  if (ids.length === 0) return found;
  const rows = await tx
    .selectFrom("sent_photo")
    .select(["id", "covered_on", `${kind} as with`])
    .where(kind, "in", ids)
    .orderBy("id")
    .execute();
  for (const row of rows) {
    if (row.with === null) continue;
    found.set(row.with, [...(found.get(row.with) ?? []), { id: row.id, look: lookOf(row) }]);
  }
  return found;
}

/** A photo, as far as the one who asks may see it. */
export async function sentPhoto(tx: Tx, partnershipId: string, id: string) {
  return tx
    .selectFrom("sent_photo")
    .select(["jpeg", "owner_organisation_id as owner"])
    .where("partnership_id", "=", partnershipId)
    .where("id", "=", id)
    .executeTakeFirst();
}

/** What was sent is gone. */
export async function replaceSentPhoto(
  tx: Tx,
  id: string,
  { jpeg, width, height, coveredOn }: CleanPhoto & { readonly coveredOn: Day },
): Promise<void> {
  await tx.updateTable("sent_photo").set({ jpeg, width, height, covered_on: coveredOn }).where("id", "=", id).execute();
}

export async function dropSentPhoto(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom("sent_photo").where("id", "=", id).execute();
}

/** The photos that came with these; how many they were. */
export async function dropSentWith(tx: Tx, kind: With, ids: readonly string[]): Promise<number> {
  if (ids.length === 0) return 0;
  return (await tx.deleteFrom("sent_photo").where(kind, "in", ids).returning("id").execute()).length;
}

/** Read: from here on it stands with the complaint, and nothing says which receipt it came under. */
export async function moveToComplaint(tx: Tx, handedInId: string, complaintId: string): Promise<void> {
  await tx
    .updateTable("sent_photo")
    .set({ handed_in_id: null, complaint_id: complaintId })
    .where("handed_in_id", "=", handedInId)
    .execute();
}
