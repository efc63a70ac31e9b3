// The doors of reading in: hand a file in, look at how it begins, try it, read it in, see what came of it, take it back; or read it in at once.
import { z } from "zod";
import { endpoint } from "../../ground/endpoint.ts";
import { idOf } from "../../ground/id.ts";
import { CAMPAIGN_METHODS } from "../campaigns/campaign.ts";
import { EVENT_KINDS, EXPECTATIONS, FILE_STATES, IMPORT_KINDS, IMPORT_STATES } from "./import-report.ts";
import { mappingField } from "./mapping.ts";
import { READY_MAPPINGS } from "./ready-mapping.ts";

const partnership = z.string();
const slug = z.string().max(80);
const words = (max: number) => z.string().trim().max(max);

const report = z.object({
  read: z.number(),
  added: z.number(),
  changed: z.number(),
  same: z.number(),
  outside: z.number(),
  unreadable: z.number(),
  problems: z
    .array(
      z.object({
        line: z.number(),
        column: z.string().optional(),
        read: z.string(),
        expected: z.enum(EXPECTATIONS),
      }),
    )
    .readonly(),
});
const importRun = report.extend({
  id: z.string(),
  sourceId: z.string(),
  kind: z.enum(IMPORT_KINDS),
  fileName: z.string(),
  /** The mapping it was read by, to be used again. */
  mapping: mappingField.optional(),
  startedAt: z.string(),
  finishedAt: z.string(),
  state: z.enum(IMPORT_STATES),
  /** Of one that is or has been taken back: what has gone again, and what says again what it said. */
  removed: z.number(),
  putBack: z.number(),
});

export const listImportRuns = endpoint({
  name: "collect.list-import-runs",
  kind: "question",
  path: "/api/collect/{partnership}/imports",
  summary: "Inläsningarna och vad de gav, den senaste först",
  input: z.object({ partnership }),
  output: z.object({ runs: z.array(importRun) }),
});

/** A mapping travels in the address, as JSON. */
const mappingText = z
  .string()
  .max(20_000)
  .transform((text, context) => {
    try {
      return JSON.parse(text) as unknown;
    } catch {
      context.addIssue({ code: "custom", message: "not-json" });
      return z.NEVER;
    }
  })
  .pipe(mappingField);

const file = idOf("file");

export const holdFile = endpoint({
  name: "collect.hold-file",
  kind: "upload",
  path: "/api/collect/{partnership}/import-files",
  summary: "Lämna in en fil för att se på den, pröva den och läsa in den; inget läses in än",
  input: z.object({ partnership, fileName: words(200).default("") }),
  output: z.object({ id: z.string() }),
});

export const lookAtFile = endpoint({
  name: "collect.look-at-file",
  kind: "question",
  path: "/api/collect/{partnership}/import-files/{id}/look",
  summary: "Se hur filen är skriven och hur den börjar, och vilken kolumn som troligen är vad",
  input: z.object({
    partnership,
    id: file,
    sheet: words(100).optional(),
    headingLine: z.coerce.number().int().min(1).max(100_000).optional(),
  }),
  output: z.object({
    form: z.enum(["text", "json", "workbook"]),
    encoding: z.string(),
    separator: z.string().optional(),
    decimal: z.enum([",", "."]).optional(),
    sheets: z.array(z.string()).readonly(),
    sheet: z.string().optional(),
    /** The first rows of the file, from which another heading can be chosen. */
    top: z.array(z.object({ line: z.number(), cells: z.array(z.string()).readonly() })).readonly(),
    headingLine: z.number(),
    heading: z.array(z.string()).readonly(),
    rows: z.array(z.array(z.string()).readonly()).readonly(),
    suggested: z.object({
      kind: z.enum(IMPORT_KINDS),
      mapping: mappingField.optional(),
      /** The source whose last file had these columns. */
      source: z.string().optional(),
      /** The make it is known by. */
      ready: z.enum(READY_MAPPINGS).optional(),
      sourceName: z.string().optional(),
      /** The dialogue whose form it was filled in from. */
      campaign: z.string().optional(),
    }),
  }),
});

const wished = z.object({
  kind: z.enum(IMPORT_KINDS),
  area: z.enum(["county", "country"]).default("county"),
  mapping: mappingField.optional(),
  /** The slug of a source; else `sourceName` names a new one. Polisen's events have their own. */
  source: slug.optional(),
  sourceName: words(200).optional(),
  /** odk: the dialogue that the answers are to, and how those who answered were met. */
  campaign: slug.optional(),
  method: z.enum(CAMPAIGN_METHODS).optional(),
});
const heldFile = z.object({
  id: z.string(),
  fileName: z.string(),
  heldAt: z.string(),
  state: z.enum(FILE_STATES),
  /** So many rows have been tried or read, of so many; how many there are is known once it has been tried. */
  done: z.number(),
  rows: z.number().optional(),
  /** What was last asked for. */
  wish: wished.optional(),
  found: report.extend({ words: z.array(z.object({ word: z.string(), rows: z.number() })).readonly() }).optional(),
  run: importRun.optional(),
});

export const showHeldFile = endpoint({
  name: "collect.held-file",
  kind: "question",
  path: "/api/collect/{partnership}/import-files/{id}",
  summary: "Hur långt det har kommit med en inlämnad fil, vad ett prov fann och vad inläsningen gav",
  input: z.object({ partnership, id: file }),
  output: heldFile,
});

export const listHeldFiles = endpoint({
  name: "collect.list-held-files",
  kind: "question",
  path: "/api/collect/{partnership}/import-files",
  summary: "Mina inlämnade filer, den senaste först",
  input: z.object({ partnership }),
  output: z.object({ files: z.array(heldFile.pick({ id: true, fileName: true, heldAt: true, state: true })) }),
});

export const letFileGo = endpoint({
  name: "collect.let-file-go",
  kind: "command",
  path: "/api/collect/{partnership}/import-files/{id}/let-go",
  summary: "Ta bort en inlämnad fil som inte är inläst",
  input: z.object({ partnership, id: file }),
  output: z.object({ id: z.string() }),
});

const fileWish = wished.extend({ partnership, id: file });

export const tryFile = endpoint({
  name: "collect.try-file",
  kind: "command",
  path: "/api/collect/{partnership}/import-files/{id}/try",
  summary: "Pröva filen: vad som skulle bli nytt, ändrat och inte går att läsa; inget läses in",
  input: fileWish,
  output: z.object({ state: z.enum(FILE_STATES) }),
});

export const readFile = endpoint({
  name: "collect.read-file",
  kind: "command",
  path: "/api/collect/{partnership}/import-files/{id}/read",
  summary: "Läs in filen; samma fil två gånger ändrar ingenting",
  input: fileWish,
  output: z.object({ state: z.enum(FILE_STATES), source: z.string() }),
});

export const importFile = endpoint({
  name: "collect.import-file",
  kind: "upload",
  path: "/api/collect/{partnership}/imports/{kind}",
  summary: "Läs in en fil med händelser; samma fil två gånger ändrar ingenting",
  input: z.object({
    partnership,
    kind: z.enum(EVENT_KINDS),
    fileName: words(200).default(""),
    /** The slug of a source; else `sourceName` names a new one. Polisen's events have their own. */
    source: slug.optional(),
    sourceName: words(200).optional(),
    mapping: mappingText.optional(),
    /** county: only what happened in the partnership's county. country: everything. */
    area: z.enum(["county", "country"]).default("county"),
  }),
  output: importRun.extend({ source: z.string() }),
});

export const undoImport = endpoint({
  name: "collect.undo-import",
  kind: "command",
  path: "/api/collect/{partnership}/imports/{id}/undo",
  summary:
    "Ta tillbaka en hel inläsning: det nya försvinner, det ändrade blir som förut; bit för bit, så lång den än är",
  input: z.object({ partnership, id: idOf("import") }),
  output: z.object({ state: z.enum(IMPORT_STATES) }),
});

export const importApi = [
  listImportRuns,
  holdFile,
  lookAtFile,
  showHeldFile,
  listHeldFiles,
  letFileGo,
  tryFile,
  readFile,
  importFile,
  undoImport,
] as const;
