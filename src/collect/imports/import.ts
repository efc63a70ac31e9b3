// Reading a file in: who may, into which source, and whether it can be begun at all. What stands on its lines is told afterwards, line by line.
import { command } from "../../ground/command.ts";
import { grantsIn, type Person } from "../../ground/party.ts";
import { no, type Refusal, type Result, yes } from "../../ground/result.ts";
import { type Bytes, piecesOf } from "./bytes.ts";
import { missingColumns, type Peeked, peekCsv, readCsv } from "./event-csv.ts";
import type { ImportKind } from "./import-report.ts";
import type { Reading } from "./importer.ts";
import type { Mapping } from "./mapping.ts";
import { fetchedAt } from "./polisen.ts";
import { readPolisenFile } from "./polisen-file.ts";
import { COLLECTORS, freeSlug, MADE_SOURCES, ownerOf, type Source } from "../source.ts";

export type ImportWhy =
  | "not-yours"
  | "source-needed"
  | "mapping-needed"
  | "file-is-empty"
  | "not-a-table"
  | "column-missing";

export type NewImport = {
  readonly kind: ImportKind;
  readonly fileName: string;
  readonly mapping?: Mapping | undefined;
  /** The name of a new source, where none was chosen. */
  readonly sourceName?: string | undefined;
};
export type Importing = {
  readonly partnershipId: string;
  /** The chosen source, or the one polisen's events always go to. */
  readonly source: Source | undefined;
  readonly slugs: readonly string[];
  /** How the file begins; undefined for what is no table and not asked to be. */
  readonly peeked: Peeked | undefined;
};
export type Begun = { readonly source: Source; readonly isNewSource: boolean };

export const importFile = command({
  event: "import.finished",
  may: (person: Person, _input: unknown, { partnershipId, source }: Importing): Refusal<ImportWhy> | undefined => {
    const grants = grantsIn(person, partnershipId, COLLECTORS);
    const allowed = grants.some(
      ({ organisationId }) => organisationId === (source?.ownerOrganisationId ?? organisationId),
    );
    return allowed ? undefined : { why: "not-yours" };
  },
  decide: (input: NewImport, state: Importing, moment): Result<Begun, Refusal<ImportWhy>> => {
    if (input.kind === "csv") {
      const refused = refusedTable(input.mapping, state.peeked);
      if (refused !== undefined) return { ok: false, refusal: refused };
    }
    if (state.source !== undefined) return yes({ source: state.source, isNewSource: false });
    const made = {
      id: moment.newId(),
      ownerOrganisationId: ownerOf(moment.by, state.partnershipId),
      createdAt: moment.at,
      example: false,
    };
    if (input.kind === "polisen")
      return yes({ source: { ...MADE_SOURCES["police-events"], ...made }, isNewSource: true });
    const name = input.sourceName?.trim() ?? "";
    const slug = freeSlug(name, state.slugs);
    if (slug === "") return no("source-needed", { field: "source" });
    const source: Source = {
      ...made,
      slug,
      name,
      kind: "event-file",
      method: input.fileName,
      sampleType: "not-a-sample",
      reliability: "unknown",
      secrecyClass: "shared",
      caveat: "Inläst från fil. Hur uppgifterna samlats in är inte beskrivet än.",
    };
    return yes({ source, isNewSource: true });
  },
});

/** Why a table cannot be read by this mapping at all; faults on single lines are no reason. */
export function refusedTable(mapping: Mapping | undefined, peeked: Peeked | undefined): Refusal<ImportWhy> | undefined {
  if (peeked === undefined || peeked.heading.every((name) => name === "")) return { why: "file-is-empty" };
  if (peeked.heading.some((name) => /\p{Cc}/u.test(name.replaceAll(/\s/g, "")))) return { why: "not-a-table" };
  if (mapping === undefined) return { why: "mapping-needed", field: "mapping" };
  const [column] = missingColumns(peeked.heading, mapping);
  if (column === undefined) return undefined;
  return { why: "column-missing", field: "mapping", detail: { column, heading: peeked.heading.join(", ") } };
}

/** How a table begins, from its bytes. */
export function peekBytes(bytes: Uint8Array, mapping?: Mapping): Promise<Peeked> {
  return peekCsv(piecesOf(bytes), mapping);
}

/** The readings of a file of either kind. `maxBytes` bounds what packed bytes may unpack to. */
export function readingsOf(
  bytes: Bytes,
  { kind, fileName, mapping }: Pick<NewImport, "kind" | "fileName" | "mapping">,
  maxBytes?: number,
): AsyncIterable<Reading> {
  if (kind === "polisen") return readPolisenFile(bytes, fetchedAt(fileName), maxBytes);
  if (mapping === undefined) throw new Error("A table was begun without a mapping");
  return readCsv(bytes, mapping, maxBytes);
}
