import { addDays, dayOf, type Instant } from "../ground/time.ts";
import type { Within } from "../partnership/tables.ts";
import type { CollectDatabase, PhotoPieceRow } from "./tables.ts";

type Tx = Within<CollectDatabase>;
type Whose = { readonly photoId: string; readonly personId: string };
/** A photo that nobody has gone on sending for so long never will be whole. */
const LEFT_DAYS = 14;

export async function photoById(tx: Tx, partnershipId: string, id: string) {
  return tx
    .selectFrom("photo")
    .selectAll()
    .where("partnership_id", "=", partnershipId)
    .where("id", "=", id)
    .executeTakeFirst();
}

/** The pieces of a photo that have come, in order. */
export async function piecesOf(tx: Tx, { photoId, personId }: Whose): Promise<readonly Uint8Array[]> {
  const rows = await tx
    .selectFrom("photo_piece")
    .select("bytes")
    .where("photo_id", "=", photoId)
    .where("sent_by", "=", personId)
    .orderBy("piece_from")
    .execute();
  return rows.map(({ bytes }) => bytes);
}

export async function addPiece(tx: Tx, piece: PhotoPieceRow): Promise<void> {
  await tx.insertInto("photo_piece").values(piece).execute();
}

/** The pieces of a photo that is whole now, and those of the person's that were left. */
export async function dropPieces(tx: Tx, { photoId, personId }: Whose, at: Instant): Promise<void> {
  const left = `${addDays(dayOf(at), -LEFT_DAYS)}T00:00:00.000Z` as Instant;
  await tx
    .deleteFrom("photo_piece")
    .where("sent_by", "=", personId)
    .where((is) => is.or([is("photo_id", "=", photoId), is("taken_in_at", "<", left)]))
    .execute();
}
