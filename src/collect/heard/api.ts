import { z } from "zod";
import { endpoint } from "../../ground/endpoint.ts";
import { dayField } from "../../ground/time.ts";
import { ACTOR_KINDS } from "../hearings/hearing.ts";
import { HEARD_GROUPS, HEARD_VERDICTS } from "./heard.ts";
import { FILE_REMARKS } from "./population-file.ts";

const partnership = z.string();
const residents = z.int().min(0).max(20_000_000);
const counts = z.partialRecord(z.enum(HEARD_GROUPS), residents);
const estimate = z.object({
  value: z.number(),
  low: z.number(),
  high: z.number(),
  n: z.number(),
  method: z.string(),
});

/** A table of who lives here, as it was fetched. */
const file = z.object({
  id: z.string(),
  year: z.number(),
  source: z.string(),
  tableId: z.string(),
  contents: z.string(),
  licence: z.string(),
  updatedOn: z.string().optional(),
  retrievedOn: z.string(),
});

const village = z.object({
  name: z.string(),
  residents: z.number().optional(),
  /** The year that so many lived there. */
  residentsYear: z.number().optional(),
  times: z.number(),
  last: z.string().optional(),
  isSilent: z.boolean(),
});

const actors = z.object({
  kind: z.enum(ACTOR_KINDS),
  times: z.number(),
  last: z.string().optional(),
  isSilent: z.boolean(),
});

export const listHeard = endpoint({
  name: "collect.list-heard",
  kind: "question",
  path: "/api/collect/{partnership}/heard",
  summary: "Vilka som har hörts, bredvid vilka som bor här",
  input: z.object({ partnership }),
  output: z.object({
    population: z
      .object({ year: z.number(), counts, source: z.string(), example: z.boolean(), file: file.optional() })
      .optional(),
    /** The files that the residents of the villages are out of. */
    localityFiles: z.array(file),
    from: z.string().optional(),
    gatherings: z.number(),
    heads: z.number(),
    groups: z.array(
      z.object({
        group: z.enum(HEARD_GROUPS),
        heard: z.number(),
        of: z.number(),
        share: estimate.optional(),
        residents: z.number().optional(),
        residentShare: z.number().optional(),
        verdict: z.enum(HEARD_VERDICTS),
      }),
    ),
    villages: z.array(village),
    actors: z.array(actors),
    next: z.object({
      groups: z.array(z.enum(HEARD_GROUPS)).readonly(),
      villages: z.array(village).readonly(),
      actors: z.array(actors).readonly(),
    }),
  }),
});

export const recordPopulation = endpoint({
  name: "collect.record-population",
  kind: "command",
  path: "/api/collect/{partnership}/population",
  summary: "Anteckna hur många som bor här, efter kön och ålder",
  input: z.object({
    partnership,
    year: z.int().min(1900).max(2200),
    counts,
    source: z.string().trim().max(300),
  }),
  output: z.object({ year: z.number() }),
});

const askedOfFile = z.object({
  partnership,
  /** The day the file was fetched from its source. */
  retrievedOn: dayField,
});

export const tryOutPopulationFile = endpoint({
  name: "collect.try-out-population-file",
  kind: "upload",
  path: "/api/collect/{partnership}/population-file/try",
  summary: "Se vad en fil med folkmängd skulle ge; inget tas in",
  input: askedOfFile,
  output: z.object({
    file,
    counts,
    total: z.number().optional(),
    ages: z.number(),
    sexes: z.number(),
    localities: z
      .array(z.object({ name: z.string(), residents: z.number(), before: z.number().optional() }))
      .readonly(),
    remarks: z
      .array(z.object({ what: z.enum(FILE_REMARKS), detail: z.record(z.string(), z.union([z.string(), z.number()])) }))
      .readonly(),
  }),
});

export const takeInPopulationFile = endpoint({
  name: "collect.take-in-population-file",
  kind: "upload",
  path: "/api/collect/{partnership}/population-file",
  summary: "Ta in hur många som bor här ur statistikens egen fil; samma år igen ersätter det som stod",
  input: askedOfFile,
  output: z.object({ year: z.number(), groups: z.number(), localities: z.number() }),
});

export const heardApi = [listHeard, recordPopulation, tryOutPopulationFile, takeInPopulationFile];
