import { no, yes } from "../../ground/result.ts";
import type { Asking } from "../../platform/server/house.ts";
import { command, download, here, type Route } from "../../platform/server/routes.ts";
import { sha256Hex } from "../../platform/server/secrets.ts";
import type { Content } from "../document.ts";
import { emptyContent } from "../store-empty.ts";
import { addDraft, documentBySlug } from "../store.ts";
import type { PledgeDatabase } from "../tables.ts";
import * as api from "./api.ts";
import { lookInFile, MOST_MEGABYTES, startFromFile } from "./begin.ts";
import { readPromiseFile, writePromiseFile } from "./file.ts";
import { tableOf } from "./table.ts";

type Ask = Asking<PledgeDatabase>;

const exportDocument = download(api.exportDocument, async ({ slug, form }, ask: Ask) => {
  const document = await documentBySlug(ask.tx, here(ask), slug);
  if (document === undefined) return no("not-found");
  return yes({ ...fileOf(document.content, form), fileName: `medborgarlofte-${slug}.${form}` });
});

function fileOf(content: Content, form: "json" | "csv"): { bytes: Uint8Array; contentType: string } {
  return form === "csv"
    ? { bytes: tableOf([content]), contentType: "text/csv; charset=utf-8" }
    : { bytes: new TextEncoder().encode(writePromiseFile([content])), contentType: "application/json; charset=utf-8" };
}

/** No more of it is read than one may begin from. */
async function fileAsked(ask: Ask) {
  const isLarge = ask.bytes.length > MOST_MEGABYTES * 1024 * 1024;
  const own = await emptyContent(ask.tx, here(ask));
  const file = isLarge ? { documents: [], faults: [], unknown: [] } : readPromiseFile(ask.bytes, ask.newId);
  return { partnershipId: here(ask), own, file, isLarge };
}

const lookInFileRoute = command(api.lookInFile, {
  rule: lookInFile,
  load: async (_input, ask: Ask) => fileAsked(ask),
  write: async (told) => ({
    ...told,
    faults: [...told.faults],
    unknown: [...told.unknown],
    documents: told.documents.map((one) => ({ ...one, left: [...one.left] })),
  }),
  subject: () => undefined,
  quiet: () => true,
});

const startFromFileRoute = command(api.startFromFile, {
  rule: startFromFile,
  load: async ({ slug }, ask: Ask) => {
    const taken = (await documentBySlug(ask.tx, here(ask), slug)) !== undefined;
    return { ...(await fileAsked(ask)), taken };
  },
  write: async ({ id, slug, content }, ask: Ask) => {
    const organisationId =
      ask.person?.grants.find(({ partnershipId }) => partnershipId === here(ask))?.organisationId ?? null;
    const draft = { id, slug, content, predecessorId: undefined, partnershipId: here(ask), at: ask.at, organisationId };
    await addDraft(ask.tx, draft, sha256Hex);
    return { slug };
  },
  subject: ({ id }) => id,
});

export const specificationRoutes: readonly Route[] = [exportDocument, lookInFileRoute, startFromFileRoute];
