import { readFile } from "node:fs/promises";
import { IMPORT_KINDS } from "../collect/imports/import-report.ts";
import { mappingField, type Mapping } from "../collect/imports/mapping.ts";
import { runImport } from "../collect/routes.ts";
import { MADE_SOURCES } from "../collect/source.ts";
import type { ImportRun } from "../collect/imports/store.ts";
import { addSource, sourceBySlug } from "../collect/store.ts";
import type { CollectDatabase } from "../collect/tables.ts";
import { partiesOf, partnershipBySlug } from "../partnership/store.ts";
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
  readonly bytes: AsyncIterable<Uint8Array>;
};

/** Reads a file into a partnership from the command line: one transaction, so that a broken stream leaves nothing half. */
export async function importFile(house: House, wish: FileWish, onProgress: (read: number) => void): Promise<ImportRun> {
  const mapping = wish.mapping === undefined ? undefined : await readMapping(wish.mapping);
  if (wish.kind === "csv" && mapping === undefined)
    throw new Refused("En csv-fil behöver --mapping. / A csv file needs --mapping.");
  return house.database.transaction<CollectDatabase, ImportRun>({ as: "system" }, async (tx) => {
    const partnership = await partnershipBySlug(tx, wish.partnership);
    if (partnership === undefined)
      throw new Refused(
        `Samarbetet «${wish.partnership}» finns inte. / There is no partnership "${wish.partnership}".`,
      );
    const at = house.now();
    const made = MADE_SOURCES["police-events"];
    const slug = wish.kind === "polisen" ? made.slug : (wish.source ?? "");
    let source = await sourceBySlug(tx, partnership.id, slug);
    if (source === undefined && wish.kind === "polisen") {
      const police = (await partiesOf(tx, partnership.id)).find(({ kind }) => kind === "police");
      if (police === undefined)
        throw new Refused("Samarbetet har ingen polispart. / The partnership has no police party.");
      source = {
        ...made,
        id: house.newId(),
        ownerOrganisationId: police.organisationId,
        createdAt: at,
        example: false,
      };
      await addSource(tx, partnership.id, source);
    }
    if (source === undefined)
      throw new Refused(`Källan «${slug}» finns inte. Ange --source. / There is no source "${slug}". Give --source.`);
    const run = await runImport(tx, {
      kind: wish.kind,
      fileName: wish.file,
      mapping,
      partnershipId: partnership.id,
      source,
      bytes: wish.bytes,
      area: wish.area ?? "county",
      at,
      newId: house.newId,
      by: undefined,
      onProgress,
    });
    if (run.added + run.changed > 0)
      await noteEvent(
        house,
        { tx, person: undefined, at, newId: house.newId },
        {
          name: "import.finished",
          partnershipId: partnership.id,
          subjectId: source.id,
          body: { added: run.added, changed: run.changed },
        },
      );
    return run;
  });
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
