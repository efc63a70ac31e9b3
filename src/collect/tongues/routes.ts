// The campaign's form in more languages: the file to translate, the file that comes back, and whether residents may choose it.
import { csvOf } from "../../ground/csv.ts";
import { no, yes } from "../../ground/result.ts";
import type { Asking } from "../../platform/server/house.ts";
import { command, download, here, question, type Route } from "../../platform/server/routes.ts";
import { campaignBySlug, ownerOfSource } from "../campaigns/store.ts";
import { piecesOf } from "../imports/bytes.ts";
import { textRows } from "../imports/text-rows.ts";
import type { CollectDatabase } from "../tables.ts";
import * as api from "./api.ts";
import { sentencesOf } from "./sentences.ts";
import { keepTongue, tonguesOf } from "./store.ts";
import { closeLanguage, type FileLine, keepLanguage, lacking, openLanguage, type TongueCode } from "./tongue.ts";
import { FILE_HEADS } from "./words.ts";

type Ask = Asking<CollectDatabase>;
/** Several times what the longest form has. */
const MOST_BYTES = 1024 * 1024;

const listLanguages = question(api.listLanguages, async ({ slug }, ask: Ask) => {
  const found = await campaignBySlug(ask.tx, here(ask), slug);
  if (found === undefined) return no("not-found");
  const sentences = sentencesOf(found);
  return yes({
    languages: (await tonguesOf(ask.tx, found.id)).map(({ code, state, keptOn, entries, mark }) => ({
      code,
      state,
      keptOn,
      missing: lacking(entries, sentences).length,
      preview: `${ask.site.origin}/svara/${slug}?lang=${code}&visa=${mark}`,
    })),
  });
});

const downloadLanguage = download(api.downloadLanguage, async ({ slug, language }, ask: Ask) => {
  const found = await campaignBySlug(ask.tx, here(ask), slug);
  if (found === undefined) return no("not-found");
  const kept = (await tonguesOf(ask.tx, found.id)).find(({ code }) => code === language);
  const rows = sentencesOf(found).map((sentence) => [sentence, kept?.entries[sentence] ?? ""]);
  return yes({
    bytes: csvOf([[...FILE_HEADS], ...rows]),
    contentType: "text/csv; charset=utf-8",
    fileName: `formular-${slug}-${language}.csv`,
  });
});

async function linesOf(bytes: Uint8Array): Promise<readonly FileLine[]> {
  const told = { whole: true, encoding: "utf-8" as const, separator: undefined };
  const lines: FileLine[] = [];
  for await (const { line, cells } of textRows(piecesOf(bytes), told, { columns: FILE_HEADS }, undefined, MOST_BYTES)) {
    const [sv = "", said = ""] = cells ?? ["", "?"];
    if (sv.trim() !== FILE_HEADS[0]) lines.push({ line, sv, said });
  }
  return lines;
}

async function tongueStanding(ask: Ask, slug: string, code: TongueCode) {
  const campaign = await campaignBySlug(ask.tx, here(ask), slug);
  const owner = campaign && (await ownerOfSource(ask.tx, campaign.sourceId));
  if (campaign === undefined || owner === undefined) return undefined;
  const kept = (await tonguesOf(ask.tx, campaign.id)).find((one) => one.code === code);
  return { partnershipId: here(ask), owner, campaign, code, kept, sentences: sentencesOf(campaign) };
}

const keepLanguageRoute = command(api.keepLanguage, {
  rule: keepLanguage,
  load: async ({ slug, language }, ask: Ask) => {
    const found = await tongueStanding(ask, slug, language);
    return found && { ...found, lines: await linesOf(ask.bytes) };
  },
  write: async ({ read, kept }, ask: Ask, _input, { campaign }) => {
    if (kept !== undefined) await keepTongue(ask.tx, here(ask), campaign.id, kept);
    const { entries, ...told } = read;
    return { ...told, kept: kept !== undefined, translated: Object.keys(entries).length };
  },
  subject: () => undefined,
  said: ({ kept }, { slug, language }) => ({ slug, language, version: kept?.version ?? null }),
  quiet: ({ kept }) => kept === undefined,
});

const openLanguageRoute = command(api.openLanguage, {
  rule: openLanguage,
  load: async ({ slug, language }, ask: Ask) => tongueStanding(ask, slug, language),
  write: async (opened, ask: Ask, { language }, { campaign }) => {
    await keepTongue(ask.tx, here(ask), campaign.id, opened);
    return { language, state: opened.state };
  },
  subject: () => undefined,
  said: (_opened, { slug, language }) => ({ slug, language }),
});

const closeLanguageRoute = command(api.closeLanguage, {
  rule: closeLanguage,
  load: async ({ slug, language }, ask: Ask) => tongueStanding(ask, slug, language),
  write: async (closed, ask: Ask, { language }, { campaign }) => {
    await keepTongue(ask.tx, here(ask), campaign.id, closed);
    return { language, state: closed.state };
  },
  subject: () => undefined,
  said: (_closed, { slug, language }) => ({ slug, language }),
});

export const tonguesRoutes: readonly Route[] = [
  listLanguages,
  downloadLanguage,
  keepLanguageRoute,
  openLanguageRoute,
  closeLanguageRoute,
];
