import type { Transaction } from "kysely";
import { no, yes } from "../../ground/result.ts";
import type { Instant } from "../../ground/time.ts";
import { partnershipFacts } from "../../partnership/store.ts";
import type { Files } from "../../platform/server/files.ts";
import type { Asking } from "../../platform/server/house.ts";
import { command, here, question, type Route } from "../../platform/server/routes.ts";
import type { Imported } from "../observation.ts";
import { MADE_SOURCES, type Source, mayCollect } from "../source.ts";
import * as sources from "../store.ts";
import type { CollectDatabase } from "../tables.ts";
import * as api from "./api.ts";
import {
  type FileWish,
  type Found,
  type HeldFile,
  holdFile,
  readFile,
  suggested,
  tryFile,
  wordsSeen,
} from "./held-file.ts";
import { importFile, type NewImport, readingsOf } from "./import.ts";
import { importAll, NOTHING_YET } from "./importer.ts";
import type { Mapping } from "./mapping.ts";
import { lastSaid } from "./row-numbers.ts";
import * as store from "./store.ts";
import * as files from "./store-files.ts";
import { peekTable } from "./table.ts";
import { undoImport } from "./undo.ts";
import { bytesInMemory, type FileBytes } from "./zip.ts";

type Ask = Asking<CollectDatabase>;
/** What packed files may unpack to over HTTP; the command line has no limit. */
const UNPACKED_LIMIT = 250 * 1024 * 1024;
const RUNS_LISTED = 50;

const listImportRuns = question(api.listImportRuns, async (_input, ask: Ask) =>
  yes({ runs: await store.importRunsOf(ask.tx, here(ask), RUNS_LISTED) }),
);

const holdFileRoute = command(api.holdFile, {
  rule: holdFile,
  load: async (_input, ask: Ask) => ({ partnershipId: here(ask), bytes: ask.bytes.length }),
  write: async (file, ask: Ask) => {
    const hash = await ask.files.put(Buffer.concat([markOf(file.id), ask.bytes]));
    await files.addFile(ask.tx, { ...file, hash });
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

const lookAtFileRoute = question(api.lookAtFile, async ({ id, sheet, headingLine }, ask: Ask) => {
  const file = await files.fileById(ask.tx, id, { partnershipId: here(ask) });
  if (file === undefined) return no("not-found");
  const bytes = await heldBytes(ask.files, file);
  if (bytes === undefined) return no("file-is-gone");
  const { mapping, source } = file.wish ?? {};
  const how = { sheet: sheet ?? mapping?.sheet, ...(headingLine !== undefined && { headingLine }) };
  const peeked = await peekTable(bytes, how, UNPACKED_LIMIT);
  if (!peeked.ok) return peeked;
  // What was asked for last of this very file goes before what was kept of others.
  const kept = [...(mapping ? [{ source, mapping }] : []), ...(await store.mappingsKept(ask.tx, here(ask)))];
  const { headingLine: known, ...suggestion } = suggested(peeked.value, kept);
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

type Wished = FileWish & { readonly id: string };

async function askedOf({ id, ...wish }: Wished, ask: Ask) {
  const file = await files.fileById(ask.tx, id, { partnershipId: here(ask), forUpdate: true });
  if (file === undefined) return undefined;
  const bytes = wish.kind === "csv" ? await heldBytes(ask.files, file) : undefined;
  return { ...(await goalOf(wish, ask)), peeked: bytes && (await peekedBy(bytes, wish.mapping)), file };
}

/** Where a file goes: the source that was chosen, or polisen's own; the names that are taken where a new one is to be made. */
async function goalOf({ kind, source }: Pick<FileWish, "kind" | "source">, ask: Ask) {
  const slug = kind === "polisen" ? MADE_SOURCES["police-events"].slug : source;
  return {
    partnershipId: here(ask),
    source: slug === undefined ? undefined : await sources.sourceBySlug(ask.tx, here(ask), slug),
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
    return run && source && { partnershipId: here(ask), ownerOrganisationId: source.ownerOrganisationId, run };
  },
  write: async (run, ask: Ask) => store.undoRun(ask.tx, run, { at: ask.at, by: ask.person!.id }),
  subject: ({ id }) => id,
});

export type ImportWish = NewImport & {
  readonly partnershipId: string;
  readonly source: Source;
  readonly file: FileBytes;
  readonly maxBytes?: number;
  readonly area: "county" | "country";
  readonly at: Instant;
  readonly newId: () => string;
  /** The person, or undefined on the command line and by the clock. */
  readonly by: string | undefined;
  readonly onProgress?: (read: number) => void;
  readonly batchSize?: number;
};

/** Reads a stream into a source within the given transaction, and notes the run with its report. The source must be there. */
export async function runImport(tx: Transaction<CollectDatabase>, wish: ImportWish): Promise<store.ImportRun> {
  const begun = beginning(wish, undefined);
  const { readings, keep, isEmpty } = await reading(tx, wish);
  const where = { ...landingOf(wish, begun.id), isEmpty };
  const { onProgress } = wish;
  const report = await importAll(readings, {
    prepare: store.preparedFor(where),
    land: store.landingIn(tx, where),
    keep,
    ...(onProgress && { onProgress }),
  });
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
  const { readings, keep } = await transacting((tx) => reading(tx, wish));
  const [words, said] = [wordsSeen(), lastSaid()];
  const where = landingOf(wish, wish.source.id);
  const report = await importAll(readings, {
    keep: (incident) => {
      const isKept = keep(incident);
      if (isKept && wish.kind === "csv") words.see(incident.foreign["category"]);
      return isKept;
    },
    prepare: store.preparedFor(where),
    land: (batch, soFar) =>
      transacting(async (tx) => {
        const landed = await store.compared(tx, where, batch, said);
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
  const { begun, readings, keep, isEmpty } = await transacting(async (tx) => {
    const before = await begunBefore(tx, wish);
    const run = before ?? beginning(wish, wish.known);
    if (before === undefined) await store.addImportRun(tx, wish.partnershipId, run);
    return { begun: run, ...(await reading(tx, wish)) };
  });
  if (begun.state !== "running") return begun;
  const where = { ...landingOf(wish, begun.id), isEmpty };
  const { onProgress, batchSize } = wish;
  const report = await importAll(readings, {
    from: begun,
    prepare: store.preparedFor(where),
    keep,
    ...(onProgress && { onProgress }),
    ...(batchSize === undefined ? {} : { batchSize }),
    land: (batch, soFar) =>
      transacting(async (tx) => {
        const landed = await store.landingIn(tx, where)(batch);
        await store.keepProgress(tx, begun.id, soFar, landed, wish.now());
        return landed;
      }),
  });
  const run = { ...begun, ...report, state: "finished", finishedAt: wish.now() } as const;
  await transacting(async (tx) => {
    await store.finishRun(tx, begun.id, report, run.finishedAt);
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
    fileName: wish.fileName.split("/").at(-1) ?? "",
    mapping: wish.mapping,
    startedAt: wish.at,
    finishedAt: wish.at,
    importedBy: wish.by,
    state: "running",
    checksum: known !== undefined && "checksum" in known ? known.checksum : undefined,
    undoneAt: undefined,
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

/** The lines of the file, which of them belong here (of polisen's events those of the county, unless the whole country is wished for), and whether anything stands where they go. */
async function reading(tx: Transaction<CollectDatabase>, wish: ImportWish) {
  const facts = await partnershipFacts(tx, wish.partnershipId);
  const county = wish.area === "county" && wish.kind === "polisen" ? facts?.county_code : undefined;
  return {
    readings: readingsOf(wish.file, wish, wish.maxBytes),
    isEmpty: await store.isEmptySource(tx, wish.source.id),
    keep: (incident: Imported) => county === undefined || isWithin(incident, county),
  };
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
  tryFileRoute,
  readFileRoute,
  importFileRoute,
  undoImportRoute,
];
