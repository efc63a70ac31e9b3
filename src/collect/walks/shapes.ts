// Heads, a stop and a point of a protocol as they travel: what the walk's doors and the desk's have in common.
import { z } from "zod";
import { positionField } from "../../ground/place.ts";
import { CATEGORIES } from "../category.ts";
import { ANSWER_KINDS, OBSERVATION_KINDS, SPOT_MANAGERS } from "../observation.ts";
import { HEAD_GROUPS } from "../walk.ts";

export const heads = z.partialRecord(z.enum(HEAD_GROUPS), z.int().min(0).max(100_000));

export const stop = z.object({
  id: z.string(),
  number: z.number(),
  name: z.string(),
  position: positionField.optional(),
  question: z.string(),
});

export const protocolRow = z.object({
  id: z.string(),
  number: z.number(),
  observationId: z.string(),
  kind: z.enum(OBSERVATION_KINDS),
  category: z.enum(CATEGORIES),
  placeName: z.string(),
  text: z.string(),
  proposal: z.string(),
  spotManager: z.enum(SPOT_MANAGERS),
  answer: z
    .object({ kind: z.enum(ANSWER_KINDS), reason: z.string(), when: z.string(), answeredAt: z.string() })
    .optional(),
  /** Read inside only: it came after the protocol was published. */
  waits: z.boolean().exactOptional(),
});
