import { z } from "zod";
import { endpoint } from "../../ground/endpoint.ts";
import { dayField, instantField } from "../../ground/time.ts";
import { CHAPTERS, LAW_PARTS, REMARKS } from "./chapters.ts";
import { VOICES } from "./report.ts";

const inPartnership = z.object({ partnership: z.string() });
const onReport = inPartnership.extend({ slug: z.string() });
const onChapter = onReport.extend({ chapter: z.enum(CHAPTERS) });
const state = z.enum(["draft", "adopted"]);
const period = { slug: z.string(), from: dayField, to: dayField };

const piece = z.object({
  voice: z.enum(VOICES),
  /** Whose, where it is one party's. */
  organisationId: z.string().nullable(),
  text: z.string(),
  version: z.number(),
  /** Taken from the former report, and not looked at since. */
  carried: z.boolean(),
  writtenAt: instantField,
  /** The organisation that wrote it. */
  writtenBy: z.string(),
});

export const listSituationReports = endpoint({
  name: "prioritise.list-situation-reports",
  kind: "question",
  path: "/api/prioritise/{partnership}/situations",
  summary: "Lägesbilder: den som är i arbete och de som är antagna",
  input: inPartnership,
  output: z.object({
    reports: z.array(
      z.object({
        ...period,
        state,
        adoptedOn: dayField.nullable(),
        adoptedBy: z.string().nullable(),
        example: z.boolean(),
      }),
    ),
  }),
});

export const openSituationReport = endpoint({
  name: "prioritise.open-situation-report",
  kind: "question",
  path: "/api/prioritise/{partnership}/situations/{slug}",
  summary: "En lägesbild: dess sjutton kapitel, parternas kommentarer och det som saknas",
  input: onReport,
  output: z.object({
    ...period,
    state,
    adoption: z
      .object({ adoptedOn: dayField, adoptedBy: z.string(), registryNumber: z.string(), contentHash: z.string() })
      .nullable(),
    /** The one it was begun from. */
    former: z.object(period).nullable(),
    chapters: z.array(z.object({ chapter: z.enum(CHAPTERS), pieces: z.array(piece) })),
    remarks: z.array(
      z.object({ kind: z.enum(REMARKS), chapter: z.enum(CHAPTERS), part: z.enum(LAW_PARTS).optional() }),
    ),
    /** SHA-256 of what stands in it now: given back when it is adopted. */
    contentHash: z.string(),
    /** The organisation that whoever asks writes for; null where they only read. */
    mine: z.string().nullable(),
    parties: z.array(
      z.object({ organisationId: z.string(), name: z.string(), party: z.enum(["municipality", "police", "other"]) }),
    ),
    example: z.boolean(),
  }),
});

export const readSituationWordings = endpoint({
  name: "prioritise.read-situation-wordings",
  kind: "question",
  path: "/api/prioritise/{partnership}/situations/{slug}/chapters/{chapter}/wordings",
  summary: "Allt som skrivits i ett kapitel, det senaste först",
  input: onChapter,
  output: z.object({ wordings: z.array(piece) }),
});

export const beginSituationReport = endpoint({
  name: "prioritise.begin-situation-report",
  kind: "command",
  path: "/api/prioritise/{partnership}/situations",
  summary: "Börja en lägesbild; den tar vid efter den som antogs senast",
  input: inPartnership.extend({ from: dayField, to: dayField }),
  output: z.object({ slug: z.string() }),
});

export const writeSituation = endpoint({
  name: "prioritise.write-situation",
  kind: "command",
  path: "/api/prioritise/{partnership}/situations/{slug}/chapters/{chapter}",
  summary: "Skriv i ett kapitel; det som stod där finns kvar",
  input: onChapter.extend({ voice: z.enum(VOICES), text: z.string().max(20_000), version: z.int().min(0) }),
  output: z.object({ version: z.number() }),
});

export const adoptSituationReport = endpoint({
  name: "prioritise.adopt-situation-report",
  kind: "command",
  path: "/api/prioritise/{partnership}/situations/{slug}/adoption",
  summary: "Anteckna att lägesbilden är antagen, av vem, vilken dag och med vilket diarienummer",
  input: onReport.extend({
    adoptedOn: dayField,
    adoptedBy: z.string().trim().min(1).max(200),
    registryNumber: z.string().trim().min(1).max(100),
    contentHash: z.string(),
  }),
  output: z.object({ state }),
});

export const situationApi = [
  listSituationReports,
  openSituationReport,
  readSituationWordings,
  beginSituationReport,
  writeSituation,
  adoptSituationReport,
] as const;
