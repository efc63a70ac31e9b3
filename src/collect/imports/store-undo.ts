// Taking back what a reading wrote, a piece at a time. What it added is emptied and withdrawn: nothing of the file is left in it, and what points at it does not
// point at nothing. What it changed says again what it said before. What a later reading has changed since stands as that one says. A piece that is done bears the
// reading's mark no longer, so whoever is cut off goes on where it was, and nothing is taken back twice.
import { sql, type Transaction } from "kysely";
import type { Instant } from "../../ground/time.ts";
import type { CollectDatabase } from "../tables.ts";
import { CONTENT, type ImportRun } from "./store.ts";

type Tx = Transaction<CollectDatabase>;
type Run = Pick<ImportRun, "id" | "sourceId" | "kind">;

/** Rows a transaction: a second or two of work on a small machine. */
const A_PIECE = 2000;
const BEFORE_ALL = "00000000-0000-0000-0000-000000000000";

export async function beginUndo(tx: Tx, runId: string, by: string): Promise<void> {
  await tx
    .updateTable("import_run")
    .set({ state: "undoing", undone_by: by })
    .where("id", "=", runId)
    .where("state", "in", ["finished", "undoing"])
    .execute();
}

/** What a worker needs to know of a reading. */
export async function importRunWith(tx: Tx, id: string) {
  return tx
    .selectFrom("import_run")
    .select([
      "id",
      "source_id as sourceId",
      "partnership_id as partnershipId",
      "kind",
      "state",
      "removed",
      "put_back as putBack",
    ])
    .where("id", "=", id)
    .executeTakeFirst();
}

/** Whether something read into a source is being taken back, or read in: what is the same as what goes would go with it. */
export async function isMoving(tx: Tx, sourceId: string, state: "running" | "undoing"): Promise<boolean> {
  const row = await tx
    .selectFrom("import_run")
    .select("id")
    .where("source_id", "=", sourceId)
    .where("state", "=", state)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** All of it, however much it is; `pieceSize` rows a transaction. False where somebody else has taken it to its end. */
export async function undoInPieces(
  transacting: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>,
  run: Run,
  means: {
    readonly now: () => Instant;
    readonly pieceSize?: number;
    /** What follows of it, in the transaction in which it is over. */
    readonly whenDone?: (tx: Tx) => Promise<void>;
  },
): Promise<void> {
  const { now, pieceSize = A_PIECE } = means;
  while ((await transacting((tx) => putBackSome(tx, run.id, pieceSize))) > 0) continue;
  let after: string | undefined = BEFORE_ALL;
  while (after !== undefined) {
    const from: string = after;
    after = await transacting((tx) => removeSome(tx, run, from, { at: now(), pieceSize }));
  }
  await transacting(async (tx) => {
    const { numUpdatedRows } = await tx
      .updateTable("import_run")
      // Filled-in forms are answers: those go when it has been noted that they are to.
      .set({ state: "undone", undone_at: now(), ...(run.kind === "odk" && { removed: sql<number>`added` }) })
      .where("id", "=", run.id)
      .where("state", "=", "undoing")
      .executeTakeFirst();
    if (numUpdatedRows === 1n) await means.whenDone?.(tx);
  });
}

/** How many rows there were to look at: none when all that was changed stands as before. */
async function putBackSome(tx: Tx, runId: string, pieceSize: number): Promise<number> {
  const { rows: some } = await sql<{ id: string }>`
    select distinct observation_id as id from observation_revision where import_id = ${runId}::uuid limit ${pieceSize}`.execute(
    tx,
  );
  if (some.length === 0) return 0;
  const ids = sql`any(${some.map(({ id }) => id)}::uuid[])`;
  const told = sql.join(CONTENT.map(([name, type]) => sql`${sql.ref(name)} ${sql.raw(type)}`));
  const before = sql.join(
    CONTENT.filter(([name]) => name !== "foreign_id").map(([name]) => sql`${sql.ref(name)} = told.${sql.ref(name)}`),
  );
  const first = sql`select distinct on (observation_id) * from observation_revision
    where import_id = ${runId}::uuid and observation_id = ${ids} and body_import_id is distinct from import_id order by observation_id, revision`;
  const { rows: back } = await sql<{ id: string }>`
    update observation set ${before}, fingerprint = was.fingerprint, seen_at = was.seen_at, import_id = was.body_import_id,
      revision = observation.revision + 1
    from (${first}) as was, jsonb_to_record(was.body) as told (${told})
    where observation.id = was.observation_id and observation.import_id = ${runId}::uuid
    returning observation.id`.execute(tx);
  await sql`delete from observation_revision where import_id = ${runId}::uuid and observation_id = ${ids}`.execute(tx);
  await sql`update import_run set put_back = put_back + ${back.length}::integer where id = ${runId}::uuid`.execute(tx);
  return some.length;
}

/** By id, so that each row of the source is passed once; the last id looked at, or undefined when there are no more. */
async function removeSome(
  tx: Tx,
  run: Run,
  after: string,
  { at, pieceSize }: { readonly at: Instant; readonly pieceSize: number },
): Promise<string | undefined> {
  const { rows: some } = await sql<{ id: string }>`
    select id from observation where source_id = ${run.sourceId}::uuid and import_id = ${run.id}::uuid and id > ${after}::uuid
    order by id limit ${pieceSize}`.execute(tx);
  if (some.length === 0) return undefined;
  const { rows: gone } = await sql`
    update observation set text = '', consequence = '', proposal = '', "foreign" = null, place_kind = 'unknown', lon = null, lat = null,
      accuracy_metres = null, h3 = null, place_name = null, place_code = null, geometry = null, fingerprint = null, seen_at = null,
      when_kind = 'unknown', happened_from = null, happened_to = null, recurrence = null, precision = 'unknown', category = 'other.other',
      import_id = null, withdrawn_at = ${at}::timestamptz, withdrawn_reason = 'import-undone'
    where id = any(${some.map(({ id }) => id)}::uuid[]) and import_id = ${run.id}::uuid
    returning 1`.execute(tx);
  await sql`update import_run set removed = removed + ${gone.length}::integer where id = ${run.id}::uuid`.execute(tx);
  return some.at(-1)!.id;
}
