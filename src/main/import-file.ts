import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import type { Transaction } from "kysely";
import { IMPORT_KINDS } from "../collect/imports/import-report.ts";
import { mappingField, type Mapping } from "../collect/imports/mapping.ts";
import { importInPieces, type Transacting } from "../collect/imports/routes.ts";
import { MADE_SOURCES } from "../collect/source.ts";
import type { ImportRun } from "../collect/imports/store.ts";
import { addSource, sourceBySlug } from "../collect/store.ts";
import type { CollectDatabase } from "../collect/tables.ts";
import type { Instant } from "../ground/time.ts";
import { partiesOf, partnershipBySlug } from "../partnership/store.ts";
import { fileAt } from "../platform/server/files.ts";
import type { House } from "../platform/server/house.ts";
import { noteEvent } from "../platform/server/runner.ts";
import { Refused } from "./sentences.ts";

export { IMPORT_KINDS };

export type FileWish = {
  readonly partnership: string;
  readonly kind: (typeof IMPORT_KINDS)[number];
  /** The address part of an existing source; polisen's events go to their own. */
  readonly source?: string;
  readonly mapping?: string;
  readonly area?: "county" | "country";
  readonly file: string;
};

/**
 * Reads a file into a partnership from the command line, a transaction a batch. Stopped in the middle, however it was stopped, the same command goes on
 * where it was: the same rows, once.
 */
export async function importFile(house: House, wish: FileWish, onProgress: (read: number) => void): Promise<ImportRun> {
  const mapping = wish.mapping === undefined ? undefined : await readMapping(wish.mapping);
  if (wish.kind !== "polisen" && mapping === undefined)
    throw new Refused("En tabell behöver --mapping. / A table needs --mapping.");
  const transacting: Transacting = <T>(work: (tx: Transaction<CollectDatabase>) => Promise<T>) =>
    house.database.transaction<CollectDatabase, T>({ as: "system" }, work);
  const at = house.now();
  const { partnershipId, source } = await transacting((tx) => goalOf(tx, house, wish, at));
  const run = await importInPieces(transacting, {
    kind: wish.kind,
    fileName: wish.file,
    mapping,
    partnershipId,
    source,
    file: fileAt(wish.file),
    checksum: await checksumOf(wish.file, mapping),
    area: wish.area ?? "county",
    at,
    now: house.now,
    newId: house.newId,
    by: undefined,
    onProgress,
  });
  if (run.added + run.changed > 0)
    await transacting((tx) =>
      noteEvent(
        house,
        { tx, person: undefined, at, newId: house.newId },
        {
          name: "import.finished",
          partnershipId,
          subjectId: source.id,
          body: { added: run.added, changed: run.changed },
        },
      ),
    );
  return run;
}

/** Where the file goes: the partnership, and the source, made for polisen's events where it is not there yet. */
async function goalOf(tx: Transaction<CollectDatabase>, house: House, wish: FileWish, at: Instant) {
  const partnership = await partnershipBySlug(tx, wish.partnership);
  if (partnership === undefined)
    throw new Refused(`Samarbetet «${wish.partnership}» finns inte. / There is no partnership "${wish.partnership}".`);
  const made = MADE_SOURCES["police-events"];
  const slug = wish.kind === "polisen" ? made.slug : (wish.source ?? "");
  const found = await sourceBySlug(tx, partnership.id, slug);
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
  await addSource(tx, partnership.id, source);
  return { partnershipId: partnership.id, source };
}

/** The same file read the same way. */
async function checksumOf(file: string, mapping: Mapping | undefined): Promise<string> {
  const hash = createHash("sha256").update(JSON.stringify(mapping ?? null));
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
