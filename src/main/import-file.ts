import { readFile } from "node:fs/promises";
import { IMPORT_KINDS, type ImportProblem } from "../collect/import-report.ts";
import { mappingField } from "../collect/mapping.ts";
import { runImport } from "../collect/routes.ts";
import { MADE_SOURCES } from "../collect/source.ts";
import type { ImportRun } from "../collect/store-imports.ts";
import { addSource, sourceBySlug } from "../collect/store.ts";
import type { CollectDatabase } from "../collect/tables.ts";
import { partiesOf, partnershipBySlug } from "../partnership/store.ts";
import type { House } from "../platform/server/house.ts";
import { noteEvent } from "../platform/server/runner.ts";

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

/** What stands in the way, as a sentence for the terminal. */
export class CannotImport extends Error {}

/** Reads a file into a partnership from the command line: one transaction, so that a broken stream leaves nothing half. */
export async function importFile(house: House, wish: FileWish, onProgress: (read: number) => void): Promise<ImportRun> {
  const mapping =
    wish.mapping === undefined ? undefined : mappingField.parse(JSON.parse(await readFile(wish.mapping, "utf8")));
  if (wish.kind === "csv" && mapping === undefined)
    throw new CannotImport("En csv-fil behöver --mapping. / A csv file needs --mapping.");
  return house.database.transaction<CollectDatabase, ImportRun>({ as: "system" }, async (tx) => {
    const partnership = await partnershipBySlug(tx, wish.partnership);
    if (partnership === undefined)
      throw new CannotImport(
        `Samarbetet «${wish.partnership}» finns inte. / There is no partnership "${wish.partnership}".`,
      );
    const at = house.now();
    const made = MADE_SOURCES["police-events"];
    const slug = wish.kind === "polisen" ? made.slug : (wish.source ?? "");
    let source = await sourceBySlug(tx, partnership.id, slug);
    if (source === undefined && wish.kind === "polisen") {
      const police = (await partiesOf(tx, partnership.id)).find(({ kind }) => kind === "police");
      if (police === undefined)
        throw new CannotImport("Samarbetet har ingen polispart. / The partnership has no police party.");
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
      throw new CannotImport(
        `Källan «${slug}» finns inte. Ange --source. / There is no source "${slug}". Give --source.`,
      );
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

/** A line that could not be read, as a person reads it. */
export function sayProblem(file: string, { line, column, read, expected }: ImportProblem): string {
  return `${file}:${line}${column === undefined ? "" : ` ${column}`}: «${read}» (${expected})`;
}
