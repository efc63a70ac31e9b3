import { z } from "zod";
import { CATEGORIES } from "../collect/category.ts";
import { AREA_KINDS } from "../collect/series/area.ts";
import { SEXES, STANDINGS } from "../collect/series/found.ts";
import { STEPS } from "../collect/series/period.ts";
import { SAMPLE_TYPES, SOURCE_KINDS } from "../collect/source.ts";
import { endpoint } from "../ground/endpoint.ts";
import { idOf } from "../ground/id.ts";
import { placeField } from "../ground/place.ts";
import { dayField } from "../ground/time.ts";
import { ROW_KINDS } from "./agreement.ts";
import { agreement } from "./agreement-field.ts";
import { WARNINGS } from "./frozen-figure.ts";
import { THEME_WARNINGS } from "./frozen-theme.ts";
import { causesApi } from "./causes/api.ts";
import { meetingsApi } from "./meetings/api.ts";
import { EVIDENCE_KINDS, STRENGTHS } from "./problem.ts";
import { roundsApi } from "./rounds/api.ts";
import { situationApi } from "./situation/api.ts";

const partnership = z.string();
const text = (max: number) => z.string().trim().min(1).max(max);
const cited = z.union([
  z.object({ kind: z.enum(["observation", "theme", "measurement", "situation"]), refId: idOf("source") }),
  z.object({ kind: z.literal("series"), slug: text(200), from: dayField }),
  z.object({ kind: z.literal("coded"), themeId: idOf("theme"), place: z.string().trim().max(200) }),
  z.object({ kind: z.literal("question"), question: text(2000) }),
]);
const newEvidence = z.intersection(cited, z.object({ caption: text(300), strength: z.enum(STRENGTHS) }));

/** What a series said of a period the day it was cited. */
const frozenFigure = z.object({
  seriesId: z.string(),
  slug: z.string(),
  name: z.string(),
  unit: z.string(),
  step: z.enum(STEPS),
  area: z.object({ kind: z.enum(AREA_KINDS), code: z.string(), name: z.string() }),
  sex: z.enum(SEXES),
  from: dayField,
  to: dayField,
  value: z.number(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  n: z.number().nullable(),
  standing: z.enum(STANDINGS),
  asOf: dayField,
  fileName: z.string(),
  checksum: z.string(),
  source: z.string(),
  licence: z.string(),
  caveats: z.array(z.string()).readonly(),
  breaks: z.array(z.object({ on: dayField, why: z.string() })).readonly(),
  sampleType: z.enum(SAMPLE_TYPES).exactOptional(),
  method: z.string().exactOptional(),
  version: z.string().exactOptional(),
});
const sinceThen = z.discriminatedUnion("state", [
  z.object({ state: z.literal("the-same") }),
  z.object({ state: z.literal("changed"), value: z.number(), asOf: dayField }),
  z.object({ state: z.literal("gone") }),
]);

/** What a coded theme stood on the day it was cited. */
const frozenTheme = z.object({
  themeId: z.string(),
  theme: z.string(),
  category: z.enum(CATEGORIES),
  place: z.string(),
  sources: z
    .array(
      z.object({
        kind: z.enum(SOURCE_KINDS),
        source: z.string(),
        sampleType: z.enum(SAMPLE_TYPES),
        pieces: z.number(),
        voices: z.number(),
      }),
    )
    .readonly(),
  method: z.string().exactOptional(),
  version: z.string().exactOptional(),
  keptApart: z.number().optional(),
});
const themeSinceThen = z.discriminatedUnion("state", [
  z.object({ state: z.enum(["the-same", "gone"]) }),
  z.object({ state: z.literal("changed"), before: z.number(), now: z.number(), sources: z.number() }),
]);

const said = z.object({
  what: z.string(),
  place: placeField,
  since: z.string(),
  /** When it happens; empty where nobody has said. */
  occurs: z.string(),
  affected: z.string(),
  category: z.string(),
});
const problem = said.extend({
  id: z.string(),
  slug: z.string(),
  version: z.number(),
  /** What it said before, the last first, and who put other words in its place. */
  corrections: z.array(said.extend({ organisation: z.string(), on: dayField })),
  state: z.enum(["open", "chosen", "declined", "merged"]),
  evidence: z.array(
    z.object({
      id: z.string(),
      kind: z.enum(EVIDENCE_KINDS),
      refId: z.string().nullable(),
      /** A saved question to the picture: what stands after the question mark in its address. */
      question: z.string().nullable(),
      /** A series: what it said when it was cited, why that is to be believed with care, whether it says the same today, and whether it may be published. */
      figure: z
        .object({
          frozen: frozenFigure,
          warnings: z.array(z.enum(WARNINGS)).readonly(),
          since: sinceThen,
          isPublic: z.boolean(),
        })
        .nullable(),
      /** A coded theme, for those who may still read it. */
      coded: z
        .object({ frozen: frozenTheme, warnings: z.array(z.enum(THEME_WARNINGS)).readonly(), since: themeSinceThen })
        .nullable(),
      /** A measurement that has been taken back since it was cited: it stands, and is worth nothing. */
      takenBack: z.object({ on: dayField, reason: z.string() }).nullable(),
      caption: z.string(),
      strength: z.enum(STRENGTHS),
      sharing: z.enum(["shared", "own"]),
    }),
  ),
  choices: z.array(
    z.object({
      organisationId: z.string(),
      organisation: z.string(),
      party: z.enum(["municipality", "police", "other"]),
      reason: z.string(),
      /** Given to what the problem said before it was corrected. */
      beforeCorrection: z.boolean(),
    }),
  ),
  publicReason: z.string().nullable(),
  /** The problem that it goes on in. */
  into: z.object({ slug: z.string(), what: z.string() }).nullable(),
  example: z.boolean(),
});

export const listProblems = endpoint({
  name: "prioritise.list-problems",
  kind: "question",
  path: "/api/prioritise/{partnership}/problems",
  summary: "Problem: vad de bygger på, vem som valt dem och varför, och vad som inte tas upp",
  input: z.object({ partnership }),
  output: z.object({
    problems: z.array(problem),
    parties: z.array(
      z.object({ organisationId: z.string(), name: z.string(), party: z.enum(["municipality", "police", "other"]) }),
    ),
  }),
});

export const listHeard = endpoint({
  name: "prioritise.list-heard",
  kind: "question",
  path: "/api/prioritise/{partnership}/heard",
  summary: "Vilka källor som säger samma: det ni har hört och mätt, med eller utan problem, per slag av källa",
  input: z.object({ partnership }),
  output: z.object({
    rows: z.array(
      z.object({
        about: z.enum(ROW_KINDS),
        id: z.string(),
        /** Empty where notes are known by their category alone. */
        name: z.string(),
        category: z.string().nullable(),
        noteIds: z.array(z.string()).readonly(),
        problems: z.array(z.object({ slug: z.string(), what: z.string(), state: problem.shape.state })).readonly(),
        ...agreement.shape,
      }),
    ),
  }),
});

/** A measurement as it was cited. */
const measuredField = z.object({
  measurementId: z.string(),
  name: z.string(),
  unit: z.string(),
  value: z.number(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  n: z.number().nullable(),
  from: dayField,
  to: dayField,
  place: z.string(),
  source: z.string(),
  sampleType: z.enum(SAMPLE_TYPES),
  caveats: z.array(z.string()).readonly(),
  method: z.string(),
  version: z.string(),
});

export const weighEvidence = endpoint({
  name: "prioritise.weigh-evidence",
  kind: "question",
  path: "/api/prioritise/{partnership}/problems/{id}/weight",
  summary: "Vad ett problems underlag bär: källor och hur de kom till, hur många, och vad man måste veta",
  input: z.object({ partnership, id: idOf("problem") }),
  output: z.object({
    evidence: z.array(
      z.object({
        evidenceId: z.string(),
        sources: z
          .array(
            z.object({
              name: z.string(),
              kind: z.enum(SOURCE_KINDS),
              sampleType: z.enum(SAMPLE_TYPES),
              caveat: z.string(),
            }),
          )
          .readonly(),
        voices: z.number().nullable(),
        counted: z
          .object({
            total: z.number(),
            n: z.number(),
            cautions: z.array(z.object({ sv: z.string(), en: z.string() })).readonly(),
          })
          .nullable(),
        /** `isPublic`: its owner has decided that it may be published. */
        measured: z
          .object({ frozen: measuredField, warnings: z.array(z.enum(WARNINGS)).readonly(), isPublic: z.boolean() })
          .nullable(),
      }),
    ),
  }),
});

/** What a person says of a problem. */
const saying = {
  what: text(300),
  place: placeField,
  since: text(200),
  occurs: text(200).exactOptional(),
  affected: text(300),
  category: z.enum(CATEGORIES),
};

export const raiseProblem = endpoint({
  name: "prioritise.raise-problem",
  kind: "command",
  path: "/api/prioritise/{partnership}/problems",
  summary: "Gör något som setts till ett problem",
  input: z.object({
    partnership,
    ...saying,
    evidence: z.array(newEvidence).max(50),
  }),
  output: z.object({ slug: z.string(), id: z.string() }),
});

const onProblem = z.object({ partnership, id: idOf("problem") });
const state = z.object({ state: z.enum(["open", "chosen", "declined", "merged"]) });

export const correctProblem = endpoint({
  name: "prioritise.correct-problem",
  kind: "command",
  path: "/api/prioritise/{partnership}/problems/{id}/correct",
  summary: "Ändra vad ett problem säger; det som stod förut finns kvar",
  input: onProblem.extend({ ...saying, version: z.number().int().min(1) }),
  output: z.object({ version: z.number() }),
});

export const citeEvidence = endpoint({
  name: "prioritise.cite-evidence",
  kind: "command",
  path: "/api/prioritise/{partnership}/problems/{id}/evidence",
  summary: "Lägg till underlag",
  input: onProblem.extend({ evidence: newEvidence }),
  output: z.object({ id: z.string() }),
});

export const chooseProblem = endpoint({
  name: "prioritise.choose-problem",
  kind: "command",
  path: "/api/prioritise/{partnership}/problems/{id}/choose",
  summary: "Säg ja för den egna organisationen, med skäl",
  /** `version`: of the words that were read. */
  input: onProblem.extend({ reason: z.string().max(1000), version: z.number().int().optional() }),
  output: state,
});

export const declineProblem = endpoint({
  name: "prioritise.decline-problem",
  kind: "command",
  path: "/api/prioritise/{partnership}/problems/{id}/decline",
  summary: "Tas inte upp, därför att …",
  input: onProblem.extend({ publicReason: z.string().max(1000) }),
  output: state,
});

export const mergeProblem = endpoint({
  name: "prioritise.merge-problem",
  kind: "command",
  path: "/api/prioritise/{partnership}/problems/{id}/merge",
  summary: "För ihop med ett annat problem",
  input: onProblem.extend({ into: idOf("problem"), publicReason: z.string().max(1000) }),
  output: state,
});

export const prioritiseApi = [
  listProblems,
  listHeard,
  weighEvidence,
  raiseProblem,
  correctProblem,
  citeEvidence,
  chooseProblem,
  declineProblem,
  mergeProblem,
  ...causesApi,
  ...roundsApi,
  ...situationApi,
  ...meetingsApi,
] as const;
