import { grantsIn, type Role } from "../../ground/party.ts";
import { no, yes } from "../../ground/result.ts";
import { dayOf } from "../../ground/time.ts";
import type { Asking } from "../../platform/server/house.ts";
import { command, download, here, type Route } from "../../platform/server/routes.ts";
import { CAMPAIGN_LEADERS } from "../campaigns/campaign.ts";
import { campaignBySlug } from "../campaigns/store.ts";
import { walkBySlug } from "../store.ts";
import type { CollectDatabase } from "../tables.ts";
import { WALK_LEADERS } from "../walk.ts";
import * as api from "./api.ts";
import { campaignSheets } from "./campaign-form.ts";
import { readAsCampaign, readAsWalk } from "./reading.ts";
import { readSheets, type SheetToWrite } from "./sheets.ts";
import { writeWorkbook } from "../../platform/server/workbook.ts";
import { walkSheets } from "./walk-form.ts";

type Ask = Asking<CollectDatabase>;
const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

async function given(ask: Ask, leaders: readonly Role[]) {
  const isTheirs = grantsIn(ask.person!, here(ask), leaders).length > 0;
  return { partnershipId: here(ask), sheets: isTheirs ? await readSheets(ask.bytes) : undefined };
}

const readCampaignForm = command(api.readCampaignForm, {
  rule: readAsCampaign,
  load: async (_input, ask: Ask) => given(ask, CAMPAIGN_LEADERS),
  write: async (form) => form,
  subject: () => undefined,
  quiet: () => true,
});

const readWalkForm = command(api.readWalkForm, {
  rule: readAsWalk,
  load: async (_input, ask: Ask) => given(ask, WALK_LEADERS),
  write: async (form) => form,
  subject: () => undefined,
  quiet: () => true,
});

async function workbook(sheets: readonly SheetToWrite[], fileName: string) {
  return yes({ bytes: await writeWorkbook(sheets), contentType: XLSX, fileName });
}

/** ODK takes a form anew only under another version than the last. */
const versionOf = (ask: Ask, count: number) => dayOf(ask.at).replaceAll("-", "") + String(count).padStart(2, "0");

const downloadCampaignForm = download(api.downloadCampaignForm, async ({ slug }, ask: Ask) => {
  const found = await campaignBySlug(ask.tx, here(ask), slug);
  if (found === undefined) return no("not-found");
  const { canInfluence, cannotInfluence } = found.words;
  const version = versionOf(
    ask,
    found.items.reduce((sum, item) => sum + item.version, 0),
  );
  return workbook(campaignSheets({ ...found, canInfluence, cannotInfluence, version }), `formular-${slug}.xlsx`);
});

const downloadWalkForm = download(api.downloadWalkForm, async ({ slug }, ask: Ask) => {
  const walk = await walkBySlug(ask.tx, here(ask), slug);
  if (walk === undefined) return no("not-found");
  return workbook(
    walkSheets({ ...walk, version: versionOf(ask, walk.stops.length) }),
    `formular-vandring-${slug}.xlsx`,
  );
});

export const xlsformRoutes: readonly Route[] = [readCampaignForm, readWalkForm, downloadCampaignForm, downloadWalkForm];
