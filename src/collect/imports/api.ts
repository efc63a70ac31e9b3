// The doors of reading in: look at how a file begins, try it, read it in, see what came of it, take it back.
import { z } from "zod";
import { endpoint } from "../../ground/endpoint.ts";
import { idOf } from "../../ground/id.ts";
import { EXPECTATIONS, IMPORT_KINDS, IMPORT_STATES } from "./import-report.ts";
import { mappingField } from "./mapping.ts";

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

export const peekAtFile = endpoint({
  name: "collect.peek-at-file",
  kind: "upload",
  path: "/api/collect/{partnership}/imports/peek",
  summary: "Se hur en tabell börjar, för att säga vilken kolumn som är vad; inget läses in",
  input: z.object({ partnership }),
  output: z.object({
    form: z.enum(["text", "json", "workbook"]),
    encoding: z.string(),
    separator: z.string().optional(),
    decimal: z.enum([",", "."]).optional(),
    sheets: z.array(z.string()).readonly(),
    sheet: z.string().optional(),
    top: z.array(z.object({ line: z.number(), cells: z.array(z.string()).readonly() })).readonly(),
    headingLine: z.number(),
    heading: z.array(z.string()).readonly(),
    rows: z.array(z.array(z.string()).readonly()).readonly(),
  }),
});

export const importFile = endpoint({
  name: "collect.import-file",
  kind: "upload",
  path: "/api/collect/{partnership}/imports/{kind}",
  summary: "Läs in en fil med händelser; samma fil två gånger ändrar ingenting",
  input: z.object({
    partnership,
    kind: z.enum(IMPORT_KINDS),
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
  summary: "Ta tillbaka en hel inläsning: det nya försvinner, det ändrade blir som förut",
  input: z.object({ partnership, id: idOf("import") }),
  output: z.object({ removed: z.number(), putBack: z.number() }),
});

export const importApi = [listImportRuns, peekAtFile, importFile, undoImport] as const;
