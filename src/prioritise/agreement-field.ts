// How agreement is told through a door: of everything heard, and beside the score.
import { z } from "zod";
import { SAMPLE_TYPES } from "../collect/source.ts";
import { AGREEMENT_WARNINGS, SPEAKERS } from "./agreement.ts";

export const agreement = z.object({
  words: z
    .array(
      z.object({
        by: z.enum(SPEAKERS),
        source: z.string(),
        sampleType: z.enum(SAMPLE_TYPES).nullable(),
        n: z.number().nullable(),
        own: z.boolean(),
      }),
    )
    .readonly(),
  kinds: z.number(),
  warnings: z.array(z.enum(AGREEMENT_WARNINGS)).readonly(),
});
