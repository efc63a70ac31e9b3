// Files and feeds that were read in: the rows they became, and the runs with their reports.
import { hash } from "node:crypto";
import { type Selectable, sql, type Transaction } from "kysely";
import { canonicalText, type Json } from "../../ground/canonical.ts";
import type { Instant } from "../../ground/time.ts";
import type { Within } from "../../partnership/tables.ts";
import type { ImportKind, ImportReport, ImportState } from "./import-report.ts";
import type { ImportRunRow } from "./tables.ts";
import type { Land, SoFar } from "./importer.ts";
import type { Mapping } from "./mapping.ts";
import type { lastSaid } from "./row-numbers.ts";
import type { Imported } from "../observation.ts";
import { flatPlace, flatWhen } from "../place-columns.ts";
import { isTaken } from "../../platform/server/database/errors.ts";
import { type Cell, copyCells, copyInto } from "../../platform/server/database/copy.ts";
import type { CollectDatabase } from "../tables.ts";

type Tx = Within<CollectDatabase>;

export type Landing = {
  readonly partnershipId: string;
  readonly sourceId: string;
  readonly ownerOrganisationId: string;
  /** The run that reads the file: what it wrote can be undone. */
  readonly importId: string;
  /** The source is its owner's alone, and so is everything in it. */
  readonly own?: boolean;
  /** The source held nothing when the reading began: what comes is taken to be new, and asked about only where it turns out not to be. */
  readonly isEmpty?: boolean;
  readonly at: Instant;
  readonly newId: () => string;
};

/** A thing that was read, as it is to be written: all that can be known of it before the database is asked. */
export type Item = {
  readonly foreignId: string;
  readonly id: string;
  readonly seenAt: Instant | undefined;
  readonly fingerprint: string;
  /** Its cells for COPY, after those that say what is to be done with it. */
  readonly cells: string;
};

/**
 * Writes batches: what is not there yet and what differs is laid out by COPY in a table of its own and written from there. What differs from what stands
 * there replaces it and keeps it as a revision; a version seen earlier than the one that stands is kept as a revision only; what is the same is left
 * alone. So the same file twice changes nothing, and files read in any order end in the same state.
 */
export function landingIn(
  tx: Transaction<CollectDatabase>,
  where: Landing,
): (batch: readonly Item[]) => ReturnType<Land> {
  let isLaidOut = false;
  const beside = async (lines: string) => {
    if (isLaidOut) await sql`truncate import_item`.execute(tx);
    else await layOut(tx);
    isLaidOut = true;
    await copyInto(tx, "import_item", COLUMNS, lines);
  };
  return async (batch) => {
    await alone(tx, where.sourceId);
    if (where.isEmpty === true) {
      await beside(batch.map((item) => lineOf("new", undefined, item)).join(""));
      if (await isAdded(tx, where)) return { added: batch.length, changed: 0 };
    }
    let added = 0;
    const known = await knownIn(tx, where.sourceId, batch);
    const lines = { new: "", again: "", newer: "", older: "" };
    const seenAgain: { id: string; seen_at: Instant }[] = [];
    let changed = 0;
    for (const item of batch) {
      const stands = known.get(item.foreignId);
      const what = whatIs(item, stands);
      if (what !== "same") lines[what] += lineOf(what, stands?.id, item);
      else if (isLater(item.seenAt, stands!.seen_at)) seenAgain.push({ id: stands!.id, seen_at: item.seenAt! });
      if (what === "newer") changed += 1;
    }
    const all = Object.values(lines).join("");
    if (all !== "") await beside(all);
    if (lines.new !== "") added += touched(await adding(where).execute(tx));
    if (lines.again !== "") added += touched(await bringingBack(where).execute(tx));
    if (lines.newer !== "") {
      await replacing(where).execute(tx);
      await changing(where).execute(tx);
    }
    const kept = lines.older === "" ? 0 : touched(await keepingOlder(where).execute(tx));
    if (seenAgain.length > 0) await seeing(seenAgain).execute(tx);
    return { added, changed: changed + kept };
  };
}

/** Whether the source holds nothing that the one who asks can see. */
export async function isEmptySource(tx: Tx, sourceId: string): Promise<boolean> {
  const found = await tx.selectFrom("observation").select("id").where("source_id", "=", sourceId).limit(1).execute();
  return found.length === 0;
}

/** What a batch would come to, without anything being written. `said` knows what the file itself has said before. */
export async function compared(
  tx: Transaction<CollectDatabase>,
  { sourceId }: Landing,
  batch: readonly Item[],
  said: ReturnType<typeof lastSaid>,
): ReturnType<Land> {
  const known = await knownIn(tx, sourceId, batch);
  const sum = { added: 0, changed: 0 };
  for (const item of batch) {
    const before = said(item.foreignId, item.fingerprint);
    const what = before === "first" ? whatIs(item, known.get(item.foreignId)) : before;
    if (what === "new" || what === "again") sum.added += 1;
    else if (what !== "same") sum.changed += 1;
  }
  return sum;
}

function touched({ numAffectedRows = 0n }: { readonly numAffectedRows?: bigint }): number {
  return Number(numAffectedRows);
}

/** What stands under the names of a batch. */
type Standing = { readonly id: string; readonly fingerprint: string | null; readonly seen_at: Instant | null };

async function knownIn(
  tx: Transaction<CollectDatabase>,
  sourceId: string,
  batch: readonly Item[],
): Promise<ReadonlyMap<string, Standing>> {
  const names = JSON.stringify(batch.map(({ foreignId }) => foreignId));
  // An array of unknown length is taken to be short, so that the index is asked however many rows the source has.
  const { rows } = await sql<Standing & { foreign_id: string }>`
    select id, foreign_id, fingerprint, seen_at from observation
    where source_id = ${sourceId}::uuid and foreign_id = any (array(select jsonb_array_elements_text(${names}::jsonb)))`.execute(
    tx,
  );
  return new Map(rows.map((row) => [row.foreign_id, row]));
}

/** new: not there. again: was there, and its reading was undone. newer, older: says another thing than what stands. */
type What = "new" | "again" | "newer" | "older" | "same";

function whatIs(item: Item, stands: Standing | undefined): What {
  if (stands === undefined) return "new";
  // Whatever was read in has a fingerprint until its reading is undone.
  if (stands.fingerprint === null) return "again";
  if (stands.fingerprint === item.fingerprint) return "same";
  return item.seenAt === undefined || stands.seen_at === null || item.seenAt > stands.seen_at ? "newer" : "older";
}

function isLater(seenAt: Instant | undefined, before: Instant | null): boolean {
  return seenAt !== undefined && before !== null && seenAt > before;
}

/** Two readings into one source wait for each other. */
async function alone(tx: Transaction<CollectDatabase>, sourceId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${sourceId}::text, 21))`.execute(tx);
}

/** A table for a batch to lie in before it is written, gone with the transaction; another reading in the same one may have left its own. */
async function layOut(tx: Transaction<CollectDatabase>): Promise<void> {
  const columns = sql.join(BESIDE.map(([name, type]) => sql`${sql.ref(name)} ${sql.raw(type)}`));
  await sql`drop table if exists pg_temp.import_item`.execute(tx);
  await sql`create temporary table import_item (${columns}) on commit drop`.execute(tx);
}

export function preparedFor({ newId, at, own }: Pick<Landing, "newId" | "at" | "own">): (incident: Imported) => Item {
  return (incident) => {
    const [place, when] = [flatPlace(incident.place), flatWhen(incident.when)];
    const content: Content = {
      foreign_id: incident.foreignId,
      foreign: canonicalText(incident.foreign as Json),
      kind: incident.kind,
      category: incident.category,
      text: incident.text,
      consequence: incident.consequence,
      proposal: incident.proposal,
      spot_manager: incident.spotManager,
      precision: incident.precision,
      sharing: own === true ? "own" : incident.sharing,
      published_at: incident.publishedAt ?? null,
      bundle: incident.bundle,
      place_kind: place.place_kind,
      lon: place.lon,
      lat: place.lat,
      accuracy_metres: place.accuracy_metres,
      h3: place.h3,
      place_name: place.place_name,
      place_code: place.place_code,
      geometry: place.geometry && canonicalText(place.geometry),
      when_kind: when.when_kind,
      happened_from: when.happened_from,
      happened_to: when.happened_to,
      recurrence: when.recurrence && canonicalText(when.recurrence),
    };
    const said = copyCells(CONTENT.map(([name]) => content[name]));
    const fingerprint = hash("md5", said);
    const id = newId();
    const beside = copyCells([id, incident.seenAt ?? null, incident.publishedAt ?? at, fingerprint]);
    return { foreignId: incident.foreignId, id, seenAt: incident.seenAt, fingerprint, cells: `${beside}\t${said}\n` };
  };
}

function lineOf(what: What, knownId: string | undefined, { cells }: Item): string {
  return `${what}\t${knownId ?? "\\N"}\t${cells}`;
}

/** The columns that come from the source and change with it. */
export const CONTENT = [
  ["foreign_id", "text"],
  ["foreign", "jsonb"],
  ["kind", "text"],
  ["category", "text"],
  ["text", "text"],
  ["consequence", "text"],
  ["proposal", "text"],
  ["spot_manager", "text"],
  ["precision", "text"],
  ["sharing", "text"],
  ["published_at", "timestamptz"],
  ["bundle", "boolean"],
  ["place_kind", "text"],
  ["lon", "double precision"],
  ["lat", "double precision"],
  ["accuracy_metres", "double precision"],
  ["h3", "text"],
  ["place_name", "text"],
  ["place_code", "text"],
  ["geometry", "jsonb"],
  ["when_kind", "text"],
  ["happened_from", "timestamptz"],
  ["happened_to", "timestamptz"],
  ["recurrence", "jsonb"],
] as const;

/** Each column as it is written: what is JSON there is its one text. */
type Content = Readonly<Record<(typeof CONTENT)[number][0], Cell>>;
const BESIDE = [
  ["what", "text"],
  ["known_id", "uuid"],
  ["id", "uuid"],
  ["seen_at", "timestamptz"],
  ["noted_at", "timestamptz"],
  ["fingerprint", "text"],
  ...CONTENT,
] as const;
const COLUMNS = BESIDE.map(([name]) => name);

const NAMES = sql.join(CONTENT.map(([name]) => sql.ref(name)));
const GIVEN = sql.join(CONTENT.map(([name]) => sql`item.${sql.ref(name)}`));
const FRESH = sql.join(CONTENT.map(([name]) => sql`${sql.ref(name)} = item.${sql.ref(name)}`));
/** A row of a table as the body of a revision. */
const bodyOf = (table: string) =>
  sql.join(
    CONTENT.filter(([name]) => name !== "foreign_id").map(
      ([name]) => sql`${sql.lit(name)}, ${sql.table(table)}.${sql.ref(name)}`,
    ),
  );

/** All of a batch that is taken to be new, or nothing of it where one of them stands there: asking it of the batch costs less than of every row. */
async function isAdded(tx: Transaction<CollectDatabase>, where: Landing): Promise<boolean> {
  await sql`savepoint all_new`.execute(tx);
  try {
    await adding(where).execute(tx);
    await sql`release savepoint all_new`.execute(tx);
    return true;
  } catch (error) {
    // A thing has one name in its source, and its own id is new.
    if (!isTaken(error)) throw error;
    await sql`rollback to savepoint all_new`.execute(tx);
    return false;
  }
}

function adding({ partnershipId, sourceId, ownerOrganisationId, at, importId }: Landing) {
  return sql`
    insert into observation (id, partnership_id, source_id, owner_organisation_id, ${NAMES}, seen_at, fingerprint, noted_at, received_at, import_id)
    select item.id, ${partnershipId}::uuid, ${sourceId}::uuid, ${ownerOrganisationId}::uuid, ${GIVEN}, item.seen_at, item.fingerprint,
      item.noted_at, ${at}::timestamptz, ${importId}::uuid
    from import_item as item where item.what = 'new'`;
}

function bringingBack({ importId }: Landing) {
  return sql`
    update observation set ${FRESH}, seen_at = item.seen_at, fingerprint = item.fingerprint, import_id = ${importId}::uuid, withdrawn_at = null, withdrawn_reason = null
    from import_item as item where observation.id = item.known_id and item.what = 'again'`;
}

/** What stands there becomes a revision. Said before, and now again: then that is the one to put back. */
function replacing({ partnershipId, at, importId }: Landing) {
  return sql`
    insert into observation_revision
      (observation_id, partnership_id, revision, body, fingerprint, replaced_at, import_id, body_import_id, seen_at)
    select observation.id, ${partnershipId}::uuid, observation.revision, jsonb_build_object(${bodyOf("observation")}), observation.fingerprint,
      ${at}::timestamptz, ${importId}::uuid, observation.import_id, observation.seen_at
    from observation join import_item as item on observation.id = item.known_id where item.what = 'newer'
    on conflict (observation_id, fingerprint) do update set revision = excluded.revision, replaced_at = excluded.replaced_at,
      import_id = excluded.import_id, body_import_id = excluded.body_import_id, seen_at = excluded.seen_at`;
}

function changing({ importId }: Landing) {
  return sql`
    update observation set ${FRESH}, fingerprint = item.fingerprint, import_id = ${importId}::uuid,
      seen_at = coalesce(item.seen_at, observation.seen_at), revision = observation.revision + 1
    from import_item as item where observation.id = item.known_id and item.what = 'newer'`;
}

function keepingOlder({ partnershipId, at, importId }: Landing) {
  return sql`
    insert into observation_revision
      (observation_id, partnership_id, revision, body, fingerprint, replaced_at, import_id, body_import_id, seen_at)
    select observation.id, ${partnershipId}::uuid, observation.revision, jsonb_build_object(${bodyOf("item")}), item.fingerprint,
      ${at}::timestamptz, ${importId}::uuid, ${importId}::uuid, item.seen_at
    from observation join import_item as item on observation.id = item.known_id where item.what = 'older'
    on conflict (observation_id, fingerprint) do nothing`;
}

/** The same was seen later: a version between the two is then an older one. */
function seeing(seen: readonly { readonly id: string; readonly seen_at: Instant }[]) {
  return sql`
    update observation set seen_at = told.seen_at
    from jsonb_to_recordset(${JSON.stringify(seen)}::jsonb) as told (id uuid, seen_at timestamptz) where observation.id = told.id`;
}

export type ImportRun = ImportReport & {
  readonly id: string;
  readonly sourceId: string;
  readonly kind: ImportKind;
  readonly fileName: string;
  readonly mapping: Mapping | undefined;
  readonly startedAt: Instant;
  /** When it was over, or how far it had come last. */
  readonly finishedAt: Instant;
  readonly importedBy: string | undefined;
  readonly state: ImportState;
  /** SHA-256 of the file, where it can be read more than once. */
  readonly checksum: string | undefined;
  readonly undoneAt: Instant | undefined;
  /** While it is taken back, and after: what has gone again, and what says again what it said. */
  readonly removed: number;
  readonly putBack: number;
};

export async function addImportRun(tx: Tx, partnershipId: string, run: ImportRun): Promise<void> {
  const { read, added, changed, same, outside, unreadable } = run;
  await tx
    .insertInto("import_run")
    .values({
      id: run.id,
      partnership_id: partnershipId,
      source_id: run.sourceId,
      kind: run.kind,
      file_name: run.fileName,
      mapping: run.mapping === undefined ? null : JSON.stringify(run.mapping),
      started_at: run.startedAt,
      finished_at: run.finishedAt,
      imported_by: run.importedBy ?? null,
      state: run.state,
      checksum: run.checksum ?? null,
      read,
      added,
      changed,
      same,
      outside,
      unreadable,
      problems: JSON.stringify(run.problems),
    })
    .execute();
}

/** How far a file has come, written in the same transaction as the rows it says are there. */
export async function keepProgress(
  tx: Tx,
  runId: string,
  { read, outside, unreadable, problems }: SoFar,
  landed: { readonly added: number; readonly changed: number },
  at: Instant,
): Promise<void> {
  const { numUpdatedRows } = await tx
    .updateTable("import_run")
    .set({
      read,
      outside,
      unreadable,
      added: sql`added + ${landed.added}::integer`,
      changed: sql`changed + ${landed.changed}::integer`,
      same: sql`${read - outside - unreadable - landed.added - landed.changed}::integer - added - changed`,
      problems: JSON.stringify(problems),
      finished_at: at,
    })
    .where("id", "=", runId)
    // Where another has taken over this reading, that one's rows are the ones that are there.
    .where("read", "<", read)
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) throw new Error("Another reads this file in already");
}

export async function finishRun(tx: Tx, runId: string, report: ImportReport, at: Instant): Promise<void> {
  const { problems, ...sums } = report;
  await tx
    .updateTable("import_run")
    .set({ ...sums, problems: JSON.stringify(problems), state: "finished", finished_at: at })
    .where("id", "=", runId)
    .execute();
}

/** The same file into the same source, begun and not finished. */
export async function runningRun(tx: Tx, sourceId: string, checksum: string): Promise<ImportRun | undefined> {
  const row = await tx
    .selectFrom("import_run")
    .selectAll()
    .where("source_id", "=", sourceId)
    .where("checksum", "=", checksum)
    .where("state", "=", "running")
    .executeTakeFirst();
  return row === undefined ? undefined : runOf(row);
}

export async function importRunById(
  tx: Tx,
  partnershipId: string,
  id: string,
  { forUpdate = false } = {},
): Promise<ImportRun | undefined> {
  const query = tx
    .selectFrom("import_run")
    .selectAll()
    .where("partnership_id", "=", partnershipId)
    .where("id", "=", id);
  const row = await (forUpdate ? query.forUpdate() : query).executeTakeFirst();
  return row === undefined ? undefined : runOf(row);
}

/** How each source's tables were read last, the latest first. */
export async function mappingsKept(
  tx: Tx,
  partnershipId: string,
): Promise<readonly { readonly source: string; readonly mapping: Mapping }[]> {
  const rows = await tx
    .selectFrom("import_run")
    .innerJoin("source", "source.id", "import_run.source_id")
    .distinctOn("import_run.source_id")
    .select(["source.slug", "import_run.mapping", "import_run.finished_at"])
    .where("import_run.partnership_id", "=", partnershipId)
    .where("import_run.mapping", "is not", null)
    .where("import_run.state", "!=", "undone")
    .orderBy("import_run.source_id")
    .orderBy("import_run.finished_at", "desc")
    .execute();
  return rows
    .toSorted((a, b) => (a.finished_at < b.finished_at ? 1 : -1))
    .map(({ slug, mapping }) => ({ source: slug, mapping: mapping as Mapping }));
}

/** The latest first. */
export async function importRunsOf(tx: Tx, partnershipId: string, limit: number): Promise<ImportRun[]> {
  const rows = await tx
    .selectFrom("import_run")
    .selectAll()
    .where("partnership_id", "=", partnershipId)
    .orderBy("finished_at", "desc")
    .orderBy("id", "desc")
    .limit(limit)
    .execute();
  return rows.map(runOf);
}

function runOf(row: Selectable<ImportRunRow>): ImportRun {
  return {
    id: row.id,
    sourceId: row.source_id,
    kind: row.kind,
    fileName: row.file_name,
    mapping: (row.mapping ?? undefined) as Mapping | undefined,
    startedAt: row.started_at,
    finishedAt: row.finished_at,
    importedBy: row.imported_by ?? undefined,
    state: row.state,
    checksum: row.checksum ?? undefined,
    undoneAt: row.undone_at ?? undefined,
    removed: row.removed,
    putBack: row.put_back,
    read: row.read,
    added: row.added,
    changed: row.changed,
    same: row.same,
    outside: row.outside,
    unreadable: row.unreadable,
    problems: row.problems,
  };
}
