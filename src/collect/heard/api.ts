import { z } from "zod";
import { endpoint } from "../../ground/endpoint.ts";
import { ACTOR_KINDS } from "../hearings/hearing.ts";
import { HEARD_GROUPS, HEARD_VERDICTS } from "./heard.ts";

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

const village = z.object({
  name: z.string(),
  residents: z.number().optional(),
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
    population: z.object({ year: z.number(), counts, source: z.string(), example: z.boolean() }).optional(),
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

export const heardApi = [listHeard, recordPopulation];
