import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import type { Transaction } from "kysely";
import { suggested } from "../collect/imports/held-file.ts";
import { EVENT_KINDS, type ImportReport } from "../collect/imports/import-report.ts";
import { LARGE_BATCH } from "../collect/imports/importer.ts";
import { mappingField, type Mapping } from "../collect/imports/mapping.ts";
import { importInPieces, type ImportWish, tryInPieces, type Transacting } from "../collect/imports/routes.ts";
import { mappingsKept } from "../collect/imports/store.ts";
import { isMoving } from "../collect/imports/store-undo.ts";
import { peekTable } from "../collect/imports/table.ts";
import { refusals } from "../collect/imports/words.ts";
import type { FileBytes } from "../collect/imports/zip.ts";
import { MADE_SOURCES, type Source } from "../collect/source.ts";
import { addSource, sourceBySlug } from "../collect/store.ts";
import type { CollectDatabase } from "../collect/tables.ts";
import { canonicalText, type Json } from "../ground/canonical.ts";
import type { Instant } from "../ground/time.ts";
import { partiesOf, partnershipBySlug } from "../partnership/store.ts";
import { fileAt } from "../platform/server/files.ts";
import type { House } from "../platform/server/house.ts";
import { noteEvent } from "../platform/server/runner.ts";
import { Refused } from "./sentences.ts";

export { EVENT_KINDS };

export type FileWish = {
  readonly partnership: string;
  readonly kind: (typeof EVENT_KINDS)[number];
  /** The address part of an existing source; polisen's events go to their own. */
  readonly source?: string;
  readonly mapping?: string;
  readonly area?: "county" | "country";
  readonly file: string;
  /** Nothing is written; the report says what there would be. */
  readonly dryRun?: boolean;
  /** Rows to a transaction. */
  readonly batchSize?: number;
};

/**
 * Reads a file into a partnership from the command line, a transaction a batch. Stopped in the middle, however it was stopped, the same command goes on
 * where it was: the same rows, once.
 */
export async function importFile(
  house: House,
  wish: FileWish,
  onProgress: (read: number) => void,
): Promise<ImportReport> {
  const transacting: Transacting = <T>(work: (tx: Transaction<CollectDatabase>) => Promise<T>) =>
    house.database.transaction<CollectDatabase, T>({ as: "system" }, work);
  const at = house.now();
  const file = fileAt(wish.file);
  const given = wish.mapping === undefined ? undefined : await readMapping(wish.mapping);
  const { partnershipId, source, mapping } = await transacting(async (tx) => {
    const goal = await goalOf(tx, house, wish, at);
    const known = given ?? (wish.kind === "polisen" ? undefined : await mappingKnown(tx, goal, file, wish));
    return { ...goal, mapping: known };
  });
  const how: ImportWish = {
    kind: wish.kind,
    fileName: wish.file,
    mapping,
    partnershipId,
    source,
    file,
    area: wish.area ?? "county",
    at,
    newId: house.newId,
    by: undefined,
    onProgress,
    batchSize: wish.batchSize ?? LARGE_BATCH,
  };
  if (wish.dryRun === true) return tryInPieces(transacting, how);
  const known = { checksum: await checksumOf(wish.file, mapping) };
  return importInPieces(transacting, {
    ...how,
    known,
    now: house.now,
    whenDone: (tx, run) => noteImport(house, tx, how, run),
  });
}

/** Tells the later stages, which count what is there. */
export async function noteImport(
  house: House,
  tx: Transaction<CollectDatabase>,
  { partnershipId, source }: { readonly partnershipId: string; readonly source: Source },
  { added, changed }: ImportReport,
): Promise<void> {
  if (added + changed === 0) return;
  const what = { name: "import.finished", partnershipId, subjectId: source.id, body: { added, changed } };
  await noteEvent(house, { tx, person: undefined, at: house.now(), newId: house.newId }, what);
}

/** Which column is what, where nobody says: as the source's last file had it, or as a make that is known by its heading. */
async function mappingKnown(
  tx: Transaction<CollectDatabase>,
  { partnershipId, source }: { readonly partnershipId: string; readonly source: Source },
  file: FileBytes,
  wish: FileWish,
): Promise<Mapping> {
  const peeked = await peekTable(file);
  const kept = (await mappingsKept(tx, partnershipId)).filter((one) => one.source === source.slug);
  const mapping = peeked.ok ? suggested(peeked.value, kept).mapping : undefined;
  if (mapping !== undefined) return mapping;
  throw new Refused(
    `${wish.file} har inga kolumner som känns igen. Säg vilken kolumn som är vad med --mapping. Inget är inläst. / ${wish.file} has no columns that are known. Tell which column is what with --mapping. Nothing was read in.`,
  );
}

/** Where the file goes: the partnership, and the source, made for polisen's events where it is not there yet. */
async function goalOf(
  tx: Transaction<CollectDatabase>,
  house: House,
  wish: FileWish,
  at: Instant,
): Promise<{ readonly partnershipId: string; readonly source: Source }> {
  const partnership = await partnershipBySlug(tx, wish.partnership);
  if (partnership === undefined)
    throw new Refused(`Samarbetet «${wish.partnership}» finns inte. / There is no partnership "${wish.partnership}".`);
  const made = MADE_SOURCES["police-events"];
  const slug = wish.kind === "polisen" ? made.slug : (wish.source ?? "");
  const found = await sourceBySlug(tx, partnership.id, slug);
  if (found !== undefined && (await isMoving(tx, found.id, "undoing"))) {
    const { sv, en } = refusals["source-is-being-undone"];
    throw new Refused(`${sv} / ${en}`);
  }
  if (found !== undefined) return { partnershipId: partnership.id, source: found };
  if (wish.kind !== "polisen")
    throw new Refused(`Källan «${slug}» finns inte. Ange --source. / There is no source "${slug}". Give --source.`);
  const police = (await partiesOf(tx, partnership.id)).find(({ kind }) => kind === "police");
  if (police === undefined) throw new Refused("Samarbetet har ingen polispart. / The partnership has no police party.");
  const source = {
    ...made,
    id: house.newId(),
    ownerOrganisationId: police.organisationId,
    createdAt: at,
    example: false,
  };
  if (wish.dryRun !== true) await addSource(tx, partnership.id, source);
  return { partnershipId: partnership.id, source };
}

/** The same file read the same way. */
async function checksumOf(file: string, mapping: Mapping | undefined): Promise<string> {
  const hash = createHash("sha256").update(canonicalText((mapping ?? null) as Json));
  for await (const piece of fileAt(file).bytes()) hash.update(piece);
  return hash.digest("hex");
}

async function readMapping(file: string): Promise<Mapping> {
  const text = await readFile(file, "utf8");
  let given: unknown;
  try {
    given = JSON.parse(text);
  } catch {
    throw new Refused(`${file} är inte JSON. Inget är inläst. / ${file} is not JSON. Nothing was read in.`);
  }
  const mapping = mappingField.safeParse(given);
  if (mapping.success) return mapping.data;
  const wrong = mapping.error.issues.map(({ path, message }) => `${path.join(".") || "?"}: ${message}`).join("; ");
  throw new Refused(
    `${file} säger inte vilken kolumn som är vad (${wrong}). Inget är inläst. / ${file} does not tell which column is what (${wrong}). Nothing was read in.`,
  );
}
