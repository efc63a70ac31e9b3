import type { Transaction } from "kysely";
import { command as rule } from "../../ground/command.ts";
import { grantsIn } from "../../ground/party.ts";
import { no, type Refusal, type Result, yes } from "../../ground/result.ts";
import type { Instant } from "../../ground/time.ts";
import { partnershipFacts } from "../../partnership/store.ts";
import type { Asking } from "../../platform/server/house.ts";
import { command, here, question, type Route } from "../../platform/server/routes.ts";
import type { Imported } from "../observation.ts";
import { COLLECTORS, MADE_SOURCES, type Source } from "../source.ts";
import * as sources from "../store.ts";
import type { CollectDatabase } from "../tables.ts";
import * as api from "./api.ts";
import { importFile, type NewImport, readingsOf } from "./import.ts";
import { importAll, NOTHING_YET } from "./importer.ts";
import * as store from "./store.ts";
import { type Peeked, peekTable } from "./table.ts";
import { undoImport } from "./undo.ts";
import { bytesInMemory, type FileBytes } from "./zip.ts";

type Ask = Asking<CollectDatabase>;
/** What packed files may unpack to over HTTP; the command line has no limit. */
const UNPACKED_LIMIT = 250 * 1024 * 1024;
const RUNS_LISTED = 50;

const listImportRuns = question(api.listImportRuns, async (_input, ask: Ask) =>
  yes({ runs: await store.importRunsOf(ask.tx, here(ask), RUNS_LISTED) }),
);

type Peeking = { readonly partnershipId: string; readonly peeked: Awaited<ReturnType<typeof peekTable>> };
const peekAtFile = command(api.peekAtFile, {
  rule: rule({
    event: "file.peeked-at",
    may: (person, _input: unknown, { partnershipId }: Peeking): Refusal | undefined =>
      grantsIn(person, partnershipId, COLLECTORS).length > 0 ? undefined : { why: "not-yours" },
    decide: (_input: unknown, { peeked }: Peeking): Result<Peeked> => {
      if (!peeked.ok) return peeked;
      return peeked.value.heading.every((name) => name === "") ? no("file-is-empty") : peeked;
    },
  }),
  load: async (_input, ask: Ask) => ({
    partnershipId: here(ask),
    peeked: await peekTable(bytesInMemory(ask.bytes), {}, UNPACKED_LIMIT),
  }),
  write: async (peeked) => peeked,
  subject: () => undefined,
  quiet: () => true,
});

const importFileRoute = command(api.importFile, {
  rule: importFile,
  load: async (input, ask: Ask) => {
    const slug = input.kind === "polisen" ? MADE_SOURCES["police-events"].slug : input.source;
    return {
      partnershipId: here(ask),
      source: slug === undefined ? undefined : await sources.sourceBySlug(ask.tx, here(ask), slug),
      slugs: await sources.slugsIn(ask.tx, "source", here(ask)),
      peeked:
        input.kind === "csv" && ask.bytes.length > 0
          ? await peekTable(bytesInMemory(ask.bytes), { mapping: input.mapping }, UNPACKED_LIMIT)
          : undefined,
    };
  },
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
    const run = await store.importRunById(ask.tx, here(ask), input.id);
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
  const { readings, keep } = await reading(tx, wish);
  const land = store.landingIn(tx, landingOf(wish, begun.id));
  const { onProgress } = wish;
  const report = await importAll(readings, { land, keep, ...(onProgress && { onProgress }) });
  const run = { ...begun, ...report, state: "finished" } as const;
  await store.addImportRun(tx, wish.partnershipId, run);
  return run;
}

/** Runs work in a transaction of its own, and commits. */
export type Transacting = <T>(work: (tx: Transaction<CollectDatabase>) => Promise<T>) => Promise<T>;

/**
 * Reads a file of any size, a transaction a batch: each batch is there together with how far the file has come. Where an earlier reading of the same
 * file was cut off, this goes on after what it had landed.
 */
export async function importInPieces(
  transacting: Transacting,
  wish: ImportWish & { readonly checksum: string; readonly now: () => Instant },
): Promise<store.ImportRun> {
  const { begun, readings, keep } = await transacting(async (tx) => {
    const before = await store.runningRun(tx, wish.source.id, wish.checksum);
    const run = before ?? beginning(wish, wish.checksum);
    if (before === undefined) await store.addImportRun(tx, wish.partnershipId, run);
    return { begun: run, ...(await reading(tx, wish)) };
  });
  const where = landingOf(wish, begun.id);
  const { onProgress, batchSize } = wish;
  const report = await importAll(readings, {
    from: begun,
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
  await transacting((tx) => store.finishRun(tx, begun.id, report, wish.now()));
  return { ...begun, ...report, state: "finished", finishedAt: wish.now() };
}

function beginning(wish: ImportWish, checksum: string | undefined): store.ImportRun {
  return {
    ...NOTHING_YET,
    id: wish.newId(),
    sourceId: wish.source.id,
    kind: wish.kind,
    fileName: wish.fileName.split("/").at(-1) ?? "",
    mapping: wish.mapping,
    startedAt: wish.at,
    finishedAt: wish.at,
    importedBy: wish.by,
    state: "running",
    checksum,
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

/** The lines of the file, and which of them belong here: of polisen's events those of the county, unless the whole country is wished for. */
async function reading(tx: Transaction<CollectDatabase>, wish: ImportWish) {
  const facts = await partnershipFacts(tx, wish.partnershipId);
  const county = wish.area === "county" && wish.kind === "polisen" ? facts?.county_code : undefined;
  return {
    readings: readingsOf(wish.file, wish, wish.maxBytes),
    keep: (incident: Imported) => county === undefined || isWithin(incident, county),
  };
}

/** By code: a municipality's begins with its county's. */
function isWithin({ place }: Imported, countyCode: string): boolean {
  return (place.kind === "municipality" || place.kind === "county") && place.code.startsWith(countyCode);
}

export const importRoutes: readonly Route[] = [listImportRuns, peekAtFile, importFileRoute, undoImportRoute];
