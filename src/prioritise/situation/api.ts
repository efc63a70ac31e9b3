import { z } from "zod";
import { endpoint } from "../../ground/endpoint.ts";
import { idOf } from "../../ground/id.ts";
import { positionField } from "../../ground/place.ts";
import { dayField, instantField } from "../../ground/time.ts";
import { SAMPLE_TYPES } from "../../collect/source.ts";
import { WARNINGS } from "../frozen-figure.ts";
import { THEME_WARNINGS } from "../frozen-theme.ts";
import { CHAPTERS, LAW_PARTS, REMARKS } from "./chapters.ts";
import { FIGURE_KINDS } from "./figure.ts";
import { VOICES } from "./report.ts";
import { REPORT_STATES } from "./report-state.ts";

const inPartnership = z.object({ partnership: z.string() });
const onReport = inPartnership.extend({ slug: z.string() });
const onChapter = onReport.extend({ chapter: z.enum(CHAPTERS) });
const state = z.enum(REPORT_STATES);
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

const short = (max: number) => z.string().trim().min(1).max(max);
const asked = z.union([
  z.object({ kind: z.literal("series"), slug: short(200), from: dayField }),
  z.object({ kind: z.literal("coded"), themeId: idOf("theme"), place: z.string().trim().max(200) }),
  z.object({ kind: z.literal("question"), question: short(2000) }),
  z.object({ kind: z.literal("measurement"), measurementId: idOf("measurement") }),
]);
const tally = z.array(z.object({ key: z.string(), count: z.number() })).readonly();
/** A figure as it was the day it was taken in, and whether it says the same today. */
const figure = z.object({
  id: z.string(),
  kind: z.enum(FIGURE_KINDS),
  /** By what it was taken in, and can be taken in anew. */
  asked,
  caption: z.string(),
  /** The series, the theme and its place, or the question's address. */
  name: z.string(),
  value: z.number(),
  unit: z.string(),
  from: dayField.nullable(),
  to: dayField.nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  n: z.number().nullable(),
  byMonth: tally,
  byCategory: tally,
  byArea: z
    .array(z.object({ key: z.string(), name: z.string(), middle: positionField.nullable(), count: z.number() }))
    .readonly(),
  sources: z
    .array(z.object({ name: z.string(), sampleType: z.enum(SAMPLE_TYPES).nullable(), count: z.number().nullable() }))
    .readonly(),
  /** As their sources say them, in Swedish. */
  caveats: z.array(z.string()).readonly(),
  cautions: z.array(z.object({ sv: z.string(), en: z.string() })).readonly(),
  warnings: z.array(z.enum(WARNINGS)).readonly(),
  themeWarnings: z.array(z.enum(THEME_WARNINGS)).readonly(),
  keptApart: z.number(),
  few: z.boolean(),
  method: z.object({ method: z.string(), version: z.string() }).nullable(),
  hash: z.string(),
  takenAt: instantField,
  since: z.object({ state: z.enum(["the-same", "changed", "gone"]), now: z.number().nullable() }).nullable(),
});

export const listSituationReports = endpoint({
  name: "prioritise.list-situation-reports",
  kind: "question",
  path: "/api/prioritise/{partnership}/situations",
  summary: "Lägesbilder: den som är i arbete, de som lagts åt sidan och de som är antagna",
  input: inPartnership,
  output: z.object({
    reports: z.array(
      z.object({
        id: z.string(),
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
    /** Why it was laid aside, when and by whom; and whether another has come in its place, so that it stays so. */
    aside: z.object({ reason: z.string(), at: instantField, by: z.string(), isFollowed: z.boolean() }).nullable(),
    /** The one it was begun from. */
    former: z
      .object({
        ...period,
        /** How many of its figures have no counterpart here yet. */
        figures: z.number(),
      })
      .nullable(),
    chapters: z.array(z.object({ chapter: z.enum(CHAPTERS), pieces: z.array(piece), figures: z.array(figure) })),
    remarks: z.array(
      z.object({ kind: z.enum(REMARKS), chapter: z.enum(CHAPTERS), part: z.enum(LAW_PARTS).optional() }),
    ),
    /** SHA-256 of what stands in it now: given back when it is adopted. */
    contentHash: z.string(),
    /** The parties that have said that strangers may read it, and whether that is both. */
    agreed: z.array(z.string()),
    isTold: z.boolean(),
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

export const takeInFigure = endpoint({
  name: "prioritise.take-in-figure",
  kind: "command",
  path: "/api/prioritise/{partnership}/situations/{slug}/chapters/{chapter}/figures",
  summary: "Hämta en siffra till ett kapitel; den står sedan som den var den dagen",
  input: onChapter.extend({
    caption: short(300),
    asked,
  }),
  output: z.object({ id: z.string() }),
});

export const takeOutFigure = endpoint({
  name: "prioritise.take-out-figure",
  kind: "command",
  path: "/api/prioritise/{partnership}/situations/{slug}/figures/{figureId}/out",
  summary: "Ta bort en siffra ur en lägesbild som är i arbete",
  input: onReport.extend({ figureId: idOf("figure") }),
  output: z.object({ id: z.string() }),
});

export const takeOverFigures = endpoint({
  name: "prioritise.take-over-figures",
  kind: "command",
  path: "/api/prioritise/{partnership}/situations/{slug}/figures/over",
  summary: "Fråga om den förra lägesbildens siffror för den nya tiden och hämta dem till samma kapitel",
  input: onReport,
  output: z.object({
    taken: z.number(),
    /** What has no figure of the new time that both may read. */
    left: z.array(z.object({ chapter: z.enum(CHAPTERS), caption: z.string() })),
  }),
});

export const readSituationChanges = endpoint({
  name: "prioritise.read-situation-changes",
  kind: "question",
  path: "/api/prioritise/{partnership}/situations/{slug}/changes",
  summary: "Vad som skiljer en lägesbild från den förra, kapitel för kapitel",
  input: onReport,
  output: z.object({
    ...period,
    former: z.object(period).nullable(),
    chapters: z.array(
      z.object({
        chapter: z.enum(CHAPTERS),
        parts: z.array(z.object({ text: z.string(), change: z.enum(["added", "removed"]).optional() })).readonly(),
        figures: z
          .array(
            z.object({
              caption: z.string(),
              unit: z.string(),
              before: z.number().nullable(),
              after: z.number().nullable(),
            }),
          )
          .readonly(),
      }),
    ),
  }),
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

export const layReportAside = endpoint({
  name: "prioritise.lay-situation-aside",
  kind: "command",
  path: "/api/prioritise/{partnership}/situations/{slug}/aside",
  summary: "Lägg en lägesbild i arbete åt sidan, med ett skäl som båda läser",
  input: onReport.extend({ reason: z.string().trim().max(300) }),
  output: z.object({ state }),
});

export const takeReportUp = endpoint({
  name: "prioritise.take-situation-up",
  kind: "command",
  path: "/api/prioritise/{partnership}/situations/{slug}/aside/up",
  summary: "Ta upp en lägesbild som lades åt sidan, så länge ingen annan har börjats",
  input: onReport,
  output: z.object({ state }),
});

const toldNow = z.object({ isTold: z.boolean() });

export const agreeToTellSituation = endpoint({
  name: "prioritise.agree-to-tell-situation",
  kind: "command",
  path: "/api/prioritise/{partnership}/situations/{slug}/telling",
  summary: "Säg ja för den egna parten till att en antagen lägesbild publiceras",
  input: onReport,
  output: toldNow,
});

export const takeBackSituation = endpoint({
  name: "prioritise.take-back-situation",
  kind: "command",
  path: "/api/prioritise/{partnership}/situations/{slug}/telling/back",
  summary: "Ta tillbaka den egna partens ja till att lägesbilden är publicerad",
  input: onReport,
  output: toldNow,
});

export const printSituation = endpoint({
  name: "prioritise.print-situation",
  kind: "download",
  path: "/api/prioritise/{partnership}/situations/{slug}/paper",
  summary: "Lägesbilden som PDF, läsbar för skärmläsare",
  input: onReport,
  output: z.object({}),
});

export const situationApi = [
  listSituationReports,
  openSituationReport,
  readSituationWordings,
  beginSituationReport,
  writeSituation,
  takeInFigure,
  takeOutFigure,
  takeOverFigures,
  readSituationChanges,
  adoptSituationReport,
  layReportAside,
  takeReportUp,
  agreeToTellSituation,
  takeBackSituation,
  printSituation,
] as const;
