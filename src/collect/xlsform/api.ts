// The doors of forms: an XLSForm read as the questions of a dialogue or the stops of a walk, and either of them written as one. Nothing is kept of a form that is read.
import { z } from "zod";
import { endpoint } from "../../ground/endpoint.ts";
import { QUESTION_KINDS } from "../campaigns/campaign.ts";
import { WALK_THEMES } from "../walk.ts";
import { FAULTS, LEFT_OUT } from "./form.ts";

const partnership = z.string();
const slug = z.string().max(80);
const wording = z.object({ sv: z.string(), en: z.string().exactOptional(), latt: z.string().exactOptional() });
const detail = z.record(z.string(), z.union([z.string(), z.number()])).optional();
const told = {
  title: z.string(),
  /** What has to be corrected before anything of it can be used. */
  faults: z.array(z.object({ sheet: z.string(), row: z.number(), what: z.enum(FAULTS), detail })).readonly(),
  /** What is not carried over. */
  left: z.array(z.object({ sheet: z.string(), row: z.number(), what: z.enum(LEFT_OUT), detail })).readonly(),
};

export const readCampaignForm = endpoint({
  name: "collect.read-campaign-form",
  kind: "upload",
  path: "/api/collect/{partnership}/forms/campaign",
  summary: "Läs ett formulär (XLSForm) som frågorna i en ny dialog, och vad som inte följer med; inget sparas",
  input: z.object({ partnership }),
  output: z.object({
    ...told,
    canInfluence: wording.optional(),
    cannotInfluence: wording.optional(),
    items: z
      .array(
        z.object({
          words: wording,
          kind: z.enum(QUESTION_KINDS),
          options: z.array(wording).readonly(),
          help: wording.optional(),
          shownWhen: z.object({ question: z.number(), answers: z.array(z.number()).readonly() }).optional(),
          called: z.object({ key: z.string(), options: z.array(z.string()).readonly() }),
        }),
      )
      .readonly(),
  }),
});

export const readWalkForm = endpoint({
  name: "collect.read-walk-form",
  kind: "upload",
  path: "/api/collect/{partnership}/forms/walk",
  summary: "Läs ett formulär (XLSForm) som stoppen på en ny vandring, och vad som inte följer med; inget sparas",
  input: z.object({ partnership }),
  output: z.object({
    ...told,
    theme: z.enum(WALK_THEMES).optional(),
    stops: z.array(z.object({ name: z.string(), question: z.string() })).readonly(),
  }),
});

export const downloadCampaignForm = endpoint({
  name: "collect.download-campaign-form",
  kind: "download",
  path: "/api/collect/{partnership}/campaigns/{slug}/form",
  summary: "En dialog som formulär (XLSForm) för ODK och andra program",
  input: z.object({ partnership, slug }),
  output: z.object({}),
});

export const downloadWalkForm = endpoint({
  name: "collect.download-walk-form",
  kind: "download",
  path: "/api/collect/{partnership}/walks/{slug}/form",
  summary: "En vandrings stopp och checklista som formulär (XLSForm) för ODK och andra program",
  input: z.object({ partnership, slug }),
  output: z.object({}),
});

export const xlsformApi = [readCampaignForm, readWalkForm, downloadCampaignForm, downloadWalkForm] as const;
