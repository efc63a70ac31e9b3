// The doors of a campaign's languages by file.
import { z } from "zod";
import { endpoint } from "../../ground/endpoint.ts";
import { FAULTS, TONGUE_CODES } from "./tongue.ts";

const partnership = z.string();
const slug = z.string().max(80);
const language = z.enum(TONGUE_CODES);
export const listLanguages = endpoint({
  name: "collect.list-languages",
  kind: "question",
  path: "/api/collect/{partnership}/campaigns/{slug}/languages",
  summary: "De språk som formuläret är översatt till med fil, och vad som saknas i dem",
  input: z.object({ partnership, slug }),
  output: z.object({
    languages: z.array(
      z.object({
        code: language,
        state: z.enum(["draft", "open"]),
        keptOn: z.string(),
        /** Sentences of the form that it lacks; while there are any it is not shown to residents. */
        missing: z.number(),
        preview: z.string(),
      }),
    ),
  }),
});
export const downloadLanguage = endpoint({
  name: "collect.download-language",
  kind: "download",
  path: "/api/collect/{partnership}/campaigns/{slug}/languages/{language}",
  summary: "Formulärets alla meningar att översätta, med det som redan är översatt",
  input: z.object({ partnership, slug, language }),
  output: z.object({}),
});
export const keepLanguage = endpoint({
  name: "collect.keep-language",
  kind: "upload",
  path: "/api/collect/{partnership}/campaigns/{slug}/languages/{language}",
  summary:
    "Lämna in en översättning av formuläret; den blir ett utkast tills den öppnas, och med ett fel i filen sparas inget",
  input: z.object({ partnership, slug, language }),
  output: z.object({
    kept: z.boolean(),
    translated: z.number(),
    faults: z.array(z.object({ line: z.number(), why: z.enum(FAULTS), sv: z.string() })).readonly(),
    unknown: z.array(z.object({ line: z.number(), sv: z.string() })).readonly(),
    missing: z.array(z.string()).readonly(),
  }),
});
export const openLanguage = endpoint({
  name: "collect.open-language",
  kind: "command",
  path: "/api/collect/{partnership}/campaigns/{slug}/languages/{language}/opening",
  summary: "Låt invånare välja ett språk som är helt översatt",
  input: z.object({ partnership, slug, language }),
  output: z.object({ language, state: z.enum(["draft", "open"]) }),
});
export const closeLanguage = endpoint({
  name: "collect.close-language",
  kind: "command",
  path: "/api/collect/{partnership}/campaigns/{slug}/languages/{language}/closing",
  summary: "Ta bort ett språk ur formuläret; översättningen finns kvar som utkast",
  input: z.object({ partnership, slug, language }),
  output: z.object({ language, state: z.enum(["draft", "open"]) }),
});

export const tonguesApi = [listLanguages, downloadLanguage, keepLanguage, openLanguage, closeLanguage] as const;
