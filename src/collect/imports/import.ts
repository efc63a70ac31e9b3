// Reading a file in: who may, into which source, and whether it can be begun at all. What stands on its lines is told afterwards, line by line.
import { command } from "../../ground/command.ts";
import { grantsIn, type Person } from "../../ground/party.ts";
import { no, type Refusal, type Result, yes } from "../../ground/result.ts";
import type { Campaign, CampaignMethod } from "../campaigns/campaign.ts";
import { instanceColumn, questionsIn } from "../xlsform/submission.ts";
import { readEvents } from "./event-rows.ts";
import type { ImportKind } from "./import-report.ts";
import type { Reading } from "./importer.ts";
import type { Mapping } from "./mapping.ts";
import { fetchedAt } from "./polisen.ts";
import { readPolisenFile } from "./polisen-file.ts";
import { coverPersons, personRefused, type PersonWhy } from "../person-in-text.ts";
import { COLLECTORS, freeSlug, MADE_SOURCES, ownerOf, type Source } from "../source.ts";
import { type Peeked, refusedTable } from "./table.ts";
import { readyFor } from "./ready-mapping.ts";
import type { FileBytes, WorkbookWhy } from "./zip.ts";

export type ImportWhy =
  | "not-yours"
  | "source-needed"
  | "source-is-being-undone"
  | "mapping-needed"
  | "file-is-empty"
  | "not-a-table"
  | "column-missing"
  | "dialogue-needed"
  | "campaign-not-open"
  | "no-such-form"
  | WorkbookWhy
  | PersonWhy;

export type NewImport = {
  readonly kind: ImportKind;
  readonly fileName: string;
  readonly mapping?: Mapping | undefined;
  /** The name of a new source, where none was chosen. */
  readonly sourceName?: string | undefined;
  /** How those who answered were met, where it is answers to a dialogue. */
  readonly method?: CampaignMethod | undefined;
};
export type Importing = {
  readonly partnershipId: string;
  /** The chosen source, or the one polisen's events always go to. */
  readonly source: Source | undefined;
  readonly slugs: readonly string[];
  /** Something read into the source is being taken back just now. */
  readonly isBeingUndone: boolean;
  /** How the file begins; undefined for what is no table and not asked to be, a refusal for what cannot be opened. */
  readonly peeked: Result<Peeked, Refusal<WorkbookWhy>> | undefined;
  /** The dialogue that answers are read into. */
  readonly campaign?: Campaign | undefined;
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
    if (state.peeked?.ok === false) return state.peeked;
    const peeked = state.peeked?.value;
    if (input.kind === "csv") {
      const refused = refusedTable(input.mapping, peeked);
      if (refused !== undefined) return { ok: false, refusal: refused };
    }
    if (input.kind === "odk") {
      const refused = refusedForm(state.campaign, peeked);
      if (refused !== undefined || state.source === undefined)
        return { ok: false, refusal: refused ?? { why: "dialogue-needed", field: "campaign" } };
    }
    if (state.isBeingUndone) return no("source-is-being-undone", { field: "source" });
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
    // It is read by both parties, and becomes an address.
    const person = personRefused({ sourceName: name });
    if (person !== undefined) return { ok: false, refusal: person };
    const slug = freeSlug(name, state.slugs);
    if (slug === "") return no("source-needed", { field: "source" });
    const source: Source = {
      ...made,
      slug,
      kind: "event-file",
      method: coverPersons(input.fileName).text,
      sampleType: "not-a-sample",
      reliability: "unknown",
      secrecyClass: "shared",
      caveat: "Inläst från fil. Hur uppgifterna samlats in är inte beskrivet än.",
      ...readyFor(peeked?.heading ?? [])?.source,
      name,
    };
    return yes({ source, isNewSource: true });
  },
});

/** Why forms cannot be read as answers to this dialogue at all. */
function refusedForm(campaign: Campaign | undefined, peeked: Peeked | undefined): Refusal<ImportWhy> | undefined {
  if (campaign === undefined) return { why: "dialogue-needed", field: "campaign" };
  if (campaign.state !== "open") return { why: "campaign-not-open" };
  if (peeked === undefined || peeked.heading.every((name) => name === "")) return { why: "file-is-empty" };
  if (instanceColumn(peeked.heading) !== undefined && questionsIn(peeked.heading, campaign.items) > 0) return undefined;
  const questions = campaign.items.map(({ key }) => key.replaceAll("-", "_")).join(", ");
  return { why: "no-such-form", detail: { questions, heading: peeked.heading.join(", ") } };
}

/** The readings of a file of events of either kind. `maxBytes` bounds what packed bytes may unpack to. */
export function readingsOf(
  file: FileBytes,
  { kind, fileName, mapping }: Pick<NewImport, "fileName" | "mapping"> & { readonly kind: ImportKind },
  maxBytes?: number,
): AsyncIterable<Reading> {
  if (kind === "polisen") return readPolisenFile(file.bytes(), fetchedAt(fileName), maxBytes);
  if (mapping === undefined) throw new Error("A table was begun without a mapping");
  return readEvents(file, mapping, { maxBytes });
}
