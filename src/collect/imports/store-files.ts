// Files that lie here until they have been read in.
import type { Selectable } from "kysely";
import type { Instant } from "../../ground/time.ts";
import type { Within } from "../../partnership/tables.ts";
import type { CollectDatabase } from "../tables.ts";
import type { FileWish, Found, HeldFile } from "./held-file.ts";
import type { ImportFileRow } from "./tables.ts";

type Tx = Within<CollectDatabase>;

export async function addFile(tx: Tx, file: HeldFile): Promise<void> {
  await tx
    .insertInto("import_file")
    .values({
      id: file.id,
      partnership_id: file.partnershipId,
      organisation_id: file.organisationId,
      held_by: file.heldBy,
      held_at: file.heldAt,
      hash: file.hash,
      file_name: file.fileName,
      bytes: file.bytes,
      wish: null,
      found: null,
      import_id: null,
    })
    .execute();
}

/** `forUpdate`: two who ask at once are heard one after the other. */
export async function fileById(
  tx: Tx,
  id: string,
  { partnershipId, forUpdate = false }: { readonly partnershipId?: string; readonly forUpdate?: boolean } = {},
): Promise<HeldFile | undefined> {
  let query = tx.selectFrom("import_file").selectAll().where("id", "=", id);
  if (partnershipId !== undefined) query = query.where("partnership_id", "=", partnershipId);
  const row = await (forUpdate ? query.forUpdate() : query).executeTakeFirst();
  return row === undefined ? undefined : fileOf(row);
}

/** What a person has lying here that has not been read in, wherever they handed it in. */
export async function waitingOf(tx: Tx, personId: string): Promise<{ readonly files: number; readonly bytes: number }> {
  const { files, bytes } = await tx
    .selectFrom("import_file")
    .select((is) => [is.fn.countAll<number>().as("files"), is.fn.sum<number | null>("bytes").as("bytes")])
    .where("held_by", "=", personId)
    .where("state", "not in", ["read", "gone"])
    .executeTakeFirstOrThrow();
  return { files: Number(files), bytes: Number(bytes ?? 0) };
}

export async function removeFile(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom("import_file").where("id", "=", id).execute();
}

/** The latest first. */
export async function filesIn(tx: Tx, partnershipId: string): Promise<HeldFile[]> {
  const rows = await tx
    .selectFrom("import_file")
    .selectAll()
    .where("partnership_id", "=", partnershipId)
    .orderBy("held_at", "desc")
    .orderBy("id", "desc")
    .limit(20)
    .execute();
  return rows.map(fileOf);
}

export async function changeFile(tx: Tx, file: HeldFile): Promise<void> {
  await tx
    .updateTable("import_file")
    .set({
      state: file.state,
      wish: file.wish === undefined ? null : JSON.stringify(file.wish),
      tried_rows: file.triedRows,
      found: file.found === undefined ? null : JSON.stringify(file.found),
      import_id: file.importId ?? null,
    })
    .where("id", "=", file.id)
    .execute();
}

/** So many rows of it have been tried. */
export async function keepTried(tx: Tx, id: string, rows: number): Promise<void> {
  await tx.updateTable("import_file").set({ tried_rows: rows }).where("id", "=", id).execute();
}

/** Takes away what has lain here since before then and is not being worked on, or has been for longer than any work takes; the bytes are then for whoever asked to take away. */
export async function letFilesGo(tx: Tx, before: Instant, longBefore: Instant): Promise<readonly string[]> {
  const rows = await tx
    .deleteFrom("import_file")
    .where((is) =>
      is.or([
        is("held_at", "<", longBefore),
        is.and([is("held_at", "<", before), is("state", "not in", ["trying", "reading"])]),
      ]),
    )
    .returning("hash")
    .execute();
  return rows.map(({ hash }) => hash);
}

function fileOf(row: Selectable<ImportFileRow>): HeldFile {
  return {
    id: row.id,
    partnershipId: row.partnership_id,
    organisationId: row.organisation_id,
    heldBy: row.held_by,
    heldAt: row.held_at,
    hash: row.hash,
    fileName: row.file_name,
    bytes: row.bytes,
    state: row.state,
    wish: (row.wish ?? undefined) as FileWish | undefined,
    triedRows: row.tried_rows,
    found: (row.found ?? undefined) as Found | undefined,
    importId: row.import_id ?? undefined,
  };
}
