// The work that files wait for which were handed in by the browser: trying them, reading them in. By a worker of its own, a transaction a batch, so that
// neither other work nor anybody's page waits for a long file; cut off anywhere, it goes on where it was.
import type { Transaction } from "kysely";
import type { HeldFile } from "../collect/imports/held-file.ts";
import { UNDO_IMPORT, WORK_ON_FILE } from "../collect/imports/reactions.ts";
import {
  heldBytes,
  importInPieces,
  type ImportWish,
  tryInPieces,
  type Transacting,
} from "../collect/imports/routes.ts";
import { changeFile, fileById, keepTried, letFilesGo } from "../collect/imports/store-files.ts";
import { importRunWith, undoInPieces } from "../collect/imports/store-undo.ts";
import { MADE_SOURCES, type Source } from "../collect/source.ts";
import { sourceBySlug } from "../collect/store.ts";
import type { CollectDatabase } from "../collect/tables.ts";
import { instantOf, millisecondsOf } from "../ground/time.ts";
import type { House } from "../platform/server/house.ts";
import type { JobHandler } from "../platform/server/jobs/jobs.ts";
import { noteEvent } from "../platform/server/runner.ts";
import { noteImport } from "./import-file.ts";

/** `isStopping`: the house is closing; what is not done is done when it opens again. */
export function fileHandlers(house: House, isStopping: () => boolean = () => false): Record<string, JobHandler> {
  const idIn = (body: unknown) => (body as { readonly id: string }).id;
  const transacting: Transacting = <T>(work: (tx: Transaction<CollectDatabase>) => Promise<T>) => {
    if (isStopping()) throw new Error("The house is closing; the file is gone on with when it opens again");
    return house.database.transaction<CollectDatabase, T>({ as: "system" }, work);
  };
  return {
    [WORK_ON_FILE]: (body) => workOnFile(house, idIn(body), transacting),
    [UNDO_IMPORT]: (body) => takeBack(house, idIn(body), transacting),
  };
}

/** Takes a whole reading back, a transaction a piece; who asked for it was asked before. */
async function takeBack(house: House, id: string, transacting: Transacting): Promise<void> {
  const run = await transacting((tx) => importRunWith(tx, id));
  if (run?.state !== "undoing") return;
  await undoInPieces(transacting, run, {
    now: house.now,
    whenDone: async (tx) => {
      const { removed, putBack } = (await importRunWith(tx, id))!;
      const what = {
        name: "import.undone",
        partnershipId: run.partnershipId,
        subjectId: id,
        body: { removed, putBack },
      };
      await noteEvent(house, { tx, person: undefined, at: house.now(), newId: house.newId }, what);
    },
  });
}

async function workOnFile(house: House, id: string, transacting: Transacting): Promise<void> {
  const found = await transacting(async (tx) => {
    const file = await fileById(tx, id);
    return file && { file, source: await sourceOf(tx, house, file) };
  });
  if (found === undefined || (found.file.state !== "trying" && found.file.state !== "reading")) return;
  const { file, source } = found;
  const bytes = await heldBytes(house.files, file);
  if (bytes === undefined) return transacting((tx) => changeFile(tx, { ...file, state: "gone", importId: undefined }));
  const wish: ImportWish = {
    kind: file.wish!.kind,
    area: file.wish!.area,
    mapping: file.wish!.mapping,
    campaign: file.wish!.campaign,
    method: file.wish!.method,
    fileName: file.fileName,
    partnershipId: file.partnershipId,
    source,
    file: bytes,
    maxBytes: UNPACKED_LIMIT,
    at: house.now(),
    newId: house.newId,
    by: file.heldBy,
  };
  if (file.state === "trying") {
    const report = await tryInPieces(transacting, wish, (tx, read) => keepTried(tx, id, read));
    return transacting((tx) => changeFile(tx, { ...file, state: "tried", found: report, triedRows: report.read }));
  }
  await importInPieces(transacting, {
    ...wish,
    known: { runId: file.importId! },
    now: house.now,
    whenDone: async (tx, run) => {
      await changeFile(tx, { ...file, state: "read" });
      await noteImport(house, tx, wish, run);
    },
  });
  await house.files.remove(file.hash);
}

/** What packed files may unpack to; the command line has no such limit. */
const UNPACKED_LIMIT = 250 * 1024 * 1024;

/** The source that was chosen; for a try into one that is not made yet, one that nothing is in. */
async function sourceOf(tx: Transaction<CollectDatabase>, house: House, file: HeldFile): Promise<Source> {
  const police = MADE_SOURCES["police-events"];
  const slug = file.wish?.kind === "polisen" ? police.slug : file.wish?.source;
  const source = slug === undefined ? undefined : await sourceBySlug(tx, file.partnershipId, slug);
  return (
    source ?? {
      ...police,
      id: house.newId(),
      ownerOrganisationId: file.organisationId,
      createdAt: house.now(),
      example: false,
    }
  );
}

const A_DAY = 86_400_000;
/** What has been worked on for so long is worked on by nobody. */
const LONGEST_WORK_DAYS = 14;

/** Files that have been read, and such as nobody has come back to in a day. */
export async function letHeldFilesGo(house: House): Promise<void> {
  const daysAgo = (days: number) => instantOf(millisecondsOf(house.now()) - days * A_DAY);
  const hashes = await house.database.transaction<CollectDatabase, readonly string[]>({ as: "system" }, (tx) =>
    letFilesGo(tx, daysAgo(1), daysAgo(LONGEST_WORK_DAYS)),
  );
  for (const hash of hashes) await house.files.remove(hash);
}
