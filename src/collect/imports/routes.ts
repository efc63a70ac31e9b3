import { setImmediate } from "node:timers/promises";
import { createHash } from "node:crypto";
import type { Transaction } from "kysely";
import { no, yes } from "../../ground/result.ts";
import { partnershipFacts } from "../../partnership/store.ts";
import type { Files } from "../../platform/server/files.ts";
import type { Asking } from "../../platform/server/house.ts";
import { command, here, question, type Route, slowQuestion } from "../../platform/server/routes.ts";
import { dayOf, type Instant } from "../../ground/time.ts";
import type { Campaign } from "../campaigns/campaign.ts";
import { campaignBySlug, campaignsOf } from "../campaigns/store.ts";
import type { Imported } from "../observation.ts";
import { coverPersons } from "../person-in-text.ts";
import { MADE_SOURCES, ownerOf, type Source, mayCollect } from "../source.ts";
import * as sources from "../store.ts";
import type { CollectDatabase } from "../tables.ts";
import * as api from "./api.ts";
import {
  type FileWish,
  type Found,
  type HeldFile,
  holdFile,
  letFileGo,
  readFile,
  suggested,
  tryFile,
  wordsSeen,
} from "./held-file.ts";
import { importFile, type NewImport, readingsOf } from "./import.ts";
import type { ImportReport } from "./import-report.ts";
import { importAll, type Importing, type Landed, NOTHING_YET, type SoFar } from "./importer.ts";
import type { Mapping } from "./mapping.ts";
import { lastSaid } from "./row-numbers.ts";
import * as store from "./store.ts";
import * as files from "./store-files.ts";
import * as undoing from "./store-undo.ts";
import { peekTable } from "./table.ts";
import { undoImport } from "./undo.ts";
import { bytesInMemory, type FileBytes } from "./zip.ts";
import { compareAnswers, countAnswered, landAnswers } from "../xlsform/store.ts";
import { readSubmissions } from "../xlsform/submission.ts";

type Ask = Asking<CollectDatabase>;
/** What packed files may unpack to over HTTP; the command line has no limit. */
const UNPACKED_LIMIT = 250 * 1024 * 1024;
const RUNS_LISTED = 50;

const listImportRuns = question(api.listImportRuns, async (_input, ask: Ask) =>
  yes({ runs: await store.importRunsOf(ask.tx, here(ask), RUNS_LISTED) }),
);

const holdFileRoute = command(api.holdFile, {
  rule: holdFile,
  load: async (_input, ask: Ask) => ({
    partnershipId: here(ask),
    bytes: ask.bytes.length,
    waiting: await files.waitingOf(ask.tx, ask.person!.id),
  }),
  write: async (file, ask: Ask) => {
    const bytes = Buffer.concat([markOf(file.id), ask.bytes]);
    // The row first: what the database has no room for leaves no bytes behind.
    await files.addFile(ask.tx, { ...file, hash: createHash("sha256").update(bytes).digest("hex") });
    await ask.files.put(bytes);
    return { id: file.id };
  },
  subject: ({ id }) => id,
  quiet: () => true,
});

const letFileGoRoute = command(api.letFileGo, {
  rule: letFileGo,
  load: async ({ id }, ask: Ask) => {
    const file = await files.fileById(ask.tx, id, { partnershipId: here(ask), forUpdate: true });
    return file && { file };
  },
  write: async (file, ask: Ask) => {
    await files.removeFile(ask.tx, file.id);
    await ask.files.remove(file.hash);
    return { id: file.id };
  },
  subject: ({ id }) => id,
  quiet: () => true,
});

/** Nothing else among the files has the same bytes: what is taken away is this file and no other. */
function markOf(id: string): Uint8Array {
  return new TextEncoder().encode(`samsyn ${id}\n`);
}

/** The bytes of a file that was handed in; undefined where they have been taken away. */
export async function heldBytes(from: Files, { id, hash }: HeldFile): Promise<FileBytes | undefined> {
  const bytes = await from.get(hash);
  return bytes === undefined ? undefined : bytesInMemory(bytes.subarray(markOf(id).length));
}

/** What a file is looked at with; the file itself is read when nobody waits for the database any more. */
async function toLookWith({ id }: { readonly id: string }, ask: Ask) {
  const file = await files.fileById(ask.tx, id, { partnershipId: here(ask) });
  if (file === undefined) return no("not-found");
  const { mapping, source } = file.wish ?? {};
  // What was asked for last of this very file goes before what was kept of others.
  const kept = [...(mapping ? [{ source, mapping }] : []), ...(await store.mappingsKept(ask.tx, here(ask)))];
  return yes({ bytesOf: () => heldBytes(ask.files, file), mapping, kept, dialogues: await openDialogues(ask) });
}

const lookAtFileRoute = slowQuestion(api.lookAtFile, toLookWith, async ({ sheet, headingLine }, found) => {
  const { mapping, kept, dialogues } = found;
  const bytes = await found.bytesOf();
  if (bytes === undefined) return no("file-is-gone");
  const how = { sheet: sheet ?? mapping?.sheet, ...(headingLine !== undefined && { headingLine }) };
  const peeked = await peekTable(bytes, how, UNPACKED_LIMIT);
  if (!peeked.ok) return peeked;
  const { headingLine: known, ...suggestion } = suggested(peeked.value, kept, dialogues);
  if (headingLine !== undefined || known === peeked.value.headingLine)
    return yes({ ...peeked.value, suggested: suggestion });
  // A heading that was known again by the columns of last time.
  const again = await peekTable(bytes, { ...how, headingLine: known }, UNPACKED_LIMIT);
  return again.ok ? yes({ ...again.value, suggested: suggestion }) : again;
});

const showHeldFileRoute = question(api.showHeldFile, async ({ id }, ask: Ask) => {
  const file = await files.fileById(ask.tx, id, { partnershipId: here(ask) });
  if (file === undefined) return no("not-found");
  const run = file.importId === undefined ? undefined : await store.importRunById(ask.tx, here(ask), file.importId);
  const isTrying = file.state === "trying" || file.state === "tried";
  return yes({
    ...pick(file),
    done: isTrying ? file.triedRows : (run?.read ?? 0),
    rows: file.found?.read,
    wish: file.wish,
    found: file.state === "tried" ? file.found : undefined,
    run: file.state === "read" ? run : undefined,
  });
});

const listHeldFilesRoute = question(api.listHeldFiles, async (_input, ask: Ask) => {
  const held = await files.filesIn(ask.tx, here(ask));
  return yes({ files: held.map(pick) });
});

function pick({ id, fileName, heldAt, state }: HeldFile) {
  return { id, fileName, heldAt, state };
}

/** Those that whoever asks may read answers into. */
async function openDialogues(ask: Ask): Promise<readonly Campaign[]> {
  if (!mayCollect(ask.person, here(ask))) return [];
  const own = (await sources.sourcesOf(ask.tx, here(ask)))
    .filter(({ ownerOrganisationId }) => ownerOrganisationId === ownerOf(ask.person!, here(ask)))
    .map(({ id }) => id);
  const all = await campaignsOf(ask.tx, here(ask));
  return all.filter(({ state, sourceId }) => state === "open" && own.includes(sourceId));
}

type Wished = FileWish & { readonly id: string };

async function askedOf({ id, ...wish }: Wished, ask: Ask) {
  const file = await files.fileById(ask.tx, id, { partnershipId: here(ask), forUpdate: true });
  if (file === undefined) return undefined;
  const bytes = wish.kind === "polisen" ? undefined : await heldBytes(ask.files, file);
  return { ...(await goalOf(wish, ask)), peeked: bytes && (await peekedBy(bytes, wish.mapping)), file };
}

/** Where a file goes: the source that was chosen, or polisen's own; the names that are taken where a new one is to be made. */
async function goalOf({ kind, source, campaign: asked }: Pick<FileWish, "kind" | "source" | "campaign">, ask: Ask) {
  if (kind === "odk") {
    const campaign = asked === undefined ? undefined : await campaignBySlug(ask.tx, here(ask), asked);
    const all = campaign === undefined ? [] : await sources.sourcesOf(ask.tx, here(ask));
    const of = all.find(({ id }) => id === campaign?.sourceId);
    const isBeingUndone = of !== undefined && (await undoing.isMoving(ask.tx, of.id, "undoing"));
    return { partnershipId: here(ask), source: of, slugs: [], isBeingUndone, campaign };
  }
  const slug = kind === "polisen" ? MADE_SOURCES["police-events"].slug : source;
  const found = slug === undefined ? undefined : await sources.sourceBySlug(ask.tx, here(ask), slug);
  return {
    partnershipId: here(ask),
    source: found,
    isBeingUndone: found !== undefined && (await undoing.isMoving(ask.tx, found.id, "undoing")),
    slugs: await sources.slugsIn(ask.tx, "source", here(ask)),
  };
}

function peekedBy(file: FileBytes, mapping: Mapping | undefined) {
  return peekTable(file, mapping === undefined ? {} : { mapping }, UNPACKED_LIMIT);
}

const tryFileRoute = command(api.tryFile, {
  rule: tryFile,
  load: askedOf,
  write: async ({ file }, ask: Ask) => {
    await files.changeFile(ask.tx, file);
    return { state: file.state };
  },
  subject: ({ file }) => file.id,
  said: (_begin, { kind }) => ({ kind }),
});

const readFileRoute = command(api.readFile, {
  rule: readFile,
  load: askedOf,
  write: async ({ file, source, isNewSource }, ask: Ask) => {
    if (isNewSource) await sources.addSource(ask.tx, here(ask), source);
    await files.changeFile(ask.tx, file);
    return { state: file.state, source: source.slug };
  },
  subject: ({ file }) => file.id,
  said: ({ source }, { kind }) => ({ source: source.slug, kind }),
});

const importFileRoute = command(api.importFile, {
  rule: importFile,
  load: async (input, ask: Ask) => ({
    ...(await goalOf(input, ask)),
    peeked:
      input.kind === "csv" && ask.bytes.length > 0 && mayCollect(ask.person, here(ask))
        ? await peekedBy(bytesInMemory(ask.bytes), input.mapping)
        : undefined,
  }),
  write: async ({ source, isNewSource }, ask: Ask, input) => {
    if (isNewSource) await sources.addSource(ask.tx, here(ask), source);
    const run = await runImport(ask.tx, {
      ...input,
      partnershipId: here(ask),
      source,
      file: bytesInMemory(ask.bytes),
      maxBytes: UNPACKED_LIMIT,
      at: ask.at,
      newId: ask.newId,
      by: ask.person!.id,
    });
    return { ...run, source: source.slug };
  },
  subject: ({ source }) => source.id,
  said: ({ source }, input) => ({ source: source.slug, kind: input.kind }),
});

const undoImportRoute = command(api.undoImport, {
  rule: undoImport,
  load: async (input, ask: Ask) => {
    const run = await store.importRunById(ask.tx, here(ask), input.id, { forUpdate: true });
    const source = run && (await sources.sourcesOf(ask.tx, here(ask))).find(({ id }) => id === run.sourceId);
    if (run === undefined || source === undefined) return undefined;
    const isReadInto = await undoing.isMoving(ask.tx, source.id, "running");
    return { partnershipId: here(ask), ownerOrganisationId: source.ownerOrganisationId, run, isReadInto };
  },
  write: async (run, ask: Ask) => {
    await undoing.beginUndo(ask.tx, run.id, ask.person!.id);
    return { state: "undoing" as const };
  },
  subject: ({ id }) => id,
});

export type ImportWish = NewImport & {
  readonly partnershipId: string;
  readonly source: Source;
  readonly file: FileBytes;
  readonly maxBytes?: number;
  readonly area: "county" | "country";
  /** The address part of the dialogue, where it is answers. */
  readonly campaign?: string | undefined;
  readonly at: Instant;
  readonly newId: () => string;
  /** The person, or undefined on the command line and by the clock. */
  readonly by: string | undefined;
  readonly onProgress?: (read: number) => void;
  readonly batchSize?: number;
};

/** Reads a stream of events into a source within the given transaction, and notes the run with its report. The source must be there. */
export async function runImport(tx: Transaction<CollectDatabase>, wish: ImportWish): Promise<store.ImportRun> {
  const begun = beginning(wish, undefined);
  const { all } = await reading(tx, wish, begun.id);
  const { onProgress } = wish;
  const report = await all({ within: (work) => work(tx), ...(onProgress && { onProgress }) });
  const run = { ...begun, ...report, state: "finished" } as const;
  await store.addImportRun(tx, wish.partnershipId, run);
  return run;
}

/** Runs work in a transaction of its own, and commits. */
export type Transacting = <T>(work: (tx: Transaction<CollectDatabase>) => Promise<T>) => Promise<T>;

/** What would come of a file: read as if it were to be written, a batch at a time, and compared with what is there. `heard` is told how far it has come. */
export async function tryInPieces(
  transacting: Transacting,
  wish: ImportWish,
  heard: (tx: Transaction<CollectDatabase>, read: number) => Promise<void> = async () => {},
): Promise<Found> {
  const said = lastSaid();
  const { all, words } = await transacting((tx) => reading(tx, wish, wish.source.id, said));
  const report = await all({
    within: (work, soFar) =>
      transacting(async (tx) => {
        const landed = await work(tx);
        await heard(tx, soFar.read);
        return landed;
      }),
  });
  return { ...report, words: words.seen() };
}

/**
 * Reads a file of any size, a transaction a batch: each batch is there together with how far the file has come. Where an earlier reading of the same
 * file was cut off, this goes on after what it had landed.
 */
export async function importInPieces(transacting: Transacting, wish: PiecesWish): Promise<store.ImportRun> {
  const { begun, all } = await transacting(async (tx) => {
    const before = await begunBefore(tx, wish);
    const run = before ?? beginning(wish, wish.known);
    if (before === undefined) await store.addImportRun(tx, wish.partnershipId, run);
    return { begun: run, ...(await reading(tx, wish, run.id)) };
  });
  if (begun.state !== "running") return begun;
  const { onProgress, batchSize } = wish;
  const report = await all({
    from: begun,
    ...(onProgress && { onProgress }),
    ...(batchSize === undefined ? {} : { batchSize }),
    within: (work, soFar) =>
      transacting(async (tx) => {
        const landed = await work(tx);
        await store.keepProgress(tx, begun.id, soFar, landed, wish.now());
        return landed;
      }),
  });
  const run = { ...begun, ...report, state: "finished", finishedAt: wish.now() } as const;
  await transacting(async (tx) => {
    await store.finishRun(tx, begun.id, report, run.finishedAt);
    if (wish.kind === "odk") await countAnswered(tx, { importId: begun.id, added: report.added });
    await wish.whenDone?.(tx, run);
  });
  return run;
}

export type PiecesWish = ImportWish & {
  readonly known: Known;
  readonly now: () => Instant;
  /** What follows of it, in the transaction in which it is over: whoever is told of it is told once. */
  readonly whenDone?: (tx: Transaction<CollectDatabase>, run: store.ImportRun) => Promise<void>;
};

/** How a reading that was cut off is known again: by the file and how it is read, or by its own id. */
export type Known = { readonly checksum: string } | { readonly runId: string };

function begunBefore(
  tx: Transaction<CollectDatabase>,
  { known, source, partnershipId }: ImportWish & { known: Known },
) {
  return "checksum" in known
    ? store.runningRun(tx, source.id, known.checksum)
    : store.importRunById(tx, partnershipId, known.runId);
}

function beginning(wish: ImportWish, known: Known | undefined): store.ImportRun {
  return {
    ...NOTHING_YET,
    id: known !== undefined && "runId" in known ? known.runId : wish.newId(),
    sourceId: wish.source.id,
    kind: wish.kind,
    fileName: coverPersons(wish.fileName.split("/").at(-1) ?? "").text,
    mapping: wish.mapping,
    startedAt: wish.at,
    finishedAt: wish.at,
    importedBy: wish.by,
    state: "running",
    checksum: known !== undefined && "checksum" in known ? known.checksum : undefined,
    undoneAt: undefined,
    removed: 0,
    putBack: 0,
  };
}

function landingOf({ partnershipId, source, at, newId }: ImportWish, importId: string): store.Landing {
  const own = source.secrecyClass === "own";
  return {
    partnershipId,
    sourceId: source.id,
    ownerOrganisationId: source.ownerOrganisationId,
    importId,
    own,
    at,
    newId,
  };
}

type Within = (work: (tx: Transaction<CollectDatabase>) => Promise<Landed>, soFar: SoFar) => Promise<Landed>;
/** All the lines of a file into where they belong, each batch within what it is given. */
type All = (
  means: Pick<Importing<Imported, unknown>, "from" | "onProgress" | "batchSize"> & { readonly within: Within },
) => Promise<ImportReport>;

/** How a file is read, what of it belongs here, and what a batch becomes; where `said` is given, only what it would become. */
async function reading(
  tx: Transaction<CollectDatabase>,
  wish: ImportWish,
  importId: string,
  said?: ReturnType<typeof lastSaid>,
): Promise<{ readonly all: All; readonly words: ReturnType<typeof wordsSeen> }> {
  const words = wordsSeen();
  if (wish.kind === "odk") {
    const campaign = await campaignBySlug(tx, wish.partnershipId, wish.campaign ?? "");
    if (campaign === undefined) throw new Error("Answers were begun without a dialogue");
    const { partnershipId, method = "door" } = wish;
    const goal = { campaign, partnershipId, method, importId, today: dayOf(wish.at) };
    const forms = readSubmissions(wish.file, campaign, goal.today, { maxBytes: wish.maxBytes });
    const all: All = ({ within, ...means }) =>
      importAll(forms, {
        ...means,
        pause: setImmediate,
        prepare: (answers) => answers,
        land: (batch, soFar) =>
          within(
            (at) => (said === undefined ? landAnswers(at, goal, batch) : compareAnswers(at, goal, batch, said)),
            soFar,
          ),
      });
    return { all, words };
  }
  // Of polisen's events those of the county, unless the whole country is wished for.
  const facts = await partnershipFacts(tx, wish.partnershipId);
  const county = wish.area === "county" && wish.kind === "polisen" ? facts?.county_code : undefined;
  const events = readingsOf(wish.file, { ...wish, kind: wish.kind }, wish.maxBytes);
  const where = { ...landingOf(wish, importId), isEmpty: await store.isEmptySource(tx, wish.source.id) };
  const keep = (incident: Imported) => {
    const isKept = county === undefined || isWithin(incident, county);
    if (isKept && said !== undefined && wish.kind === "csv") words.see(incident.foreign["category"]);
    return isKept;
  };
  const all: All = ({ within, ...means }) =>
    importAll(events, {
      ...means,
      pause: setImmediate,
      keep,
      prepare: store.preparedFor(where),
      land: (batch, soFar) =>
        within(
          (at) => (said === undefined ? store.landingIn(at, where)(batch) : store.compared(at, where, batch, said)),
          soFar,
        ),
    });
  return { all, words };
}

/** By code: a municipality's begins with its county's. */
function isWithin({ place }: Imported, countyCode: string): boolean {
  return (place.kind === "municipality" || place.kind === "county") && place.code.startsWith(countyCode);
}

export const importRoutes: readonly Route[] = [
  listImportRuns,
  holdFileRoute,
  lookAtFileRoute,
  showHeldFileRoute,
  listHeldFilesRoute,
  letFileGoRoute,
  tryFileRoute,
  readFileRoute,
  importFileRoute,
  undoImportRoute,
];
