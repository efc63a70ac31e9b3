import { z } from "zod";
import { countField } from "../ground/count.ts";
import { endpoint } from "../ground/endpoint.ts";
import { idOf } from "../ground/id.ts";
import { placeField } from "../ground/place.ts";
import { dayField, type Month } from "../ground/time.ts";
import { targetField } from "../pledge/target.ts";
import { CAUSES } from "./deviation.ts";
import { calendarApi } from "./calendar/api.ts";
import { forumApi } from "./forums/api.ts";
import { faultApi } from "./faults/api.ts";
import { actionItemApi } from "./items/api.ts";
import type { Output } from "./occasion.ts";

const partnership = z.string();
const text = (max: number) => z.string().trim().min(1).max(max);

const output: z.ZodType<Output> = z.lazy(() =>
  z.object({
    what: text(200),
    count: countField,
    relation: z.enum(["part", "result"]),
    parts: z.array(output).max(20),
  }),
);
const newOccasion = z.object({
  id: idOf("occasion").exactOptional(),
  on: dayField,
  count: countField,
  counted: z.string().max(120),
  towardTarget: z.boolean(),
  unitName: z.string().max(160),
  place: placeField,
  note: z.string().max(1000),
  outputs: z.array(output).max(30),
  source: z.literal("own-log"),
  confirmed: z.boolean(),
});

const shownOccasion = z.object({
  id: z.string(),
  on: z.string(),
  count: countField,
  counted: z.string(),
  place: z.string(),
  note: z.string(),
  outputs: z.array(z.object({ what: z.string(), count: countField, depth: z.number() })),
  towardTarget: z.boolean(),
  struck: z.string().nullable(),
  organisationId: z.string(),
  example: z.boolean(),
});

const month = z
  .string()
  .regex(/^(19|20|21)\d{2}-(0[1-9]|1[0-2])$/, "not-a-month")
  .transform((text) => text as Month);

export const listActivities = endpoint({
  name: "act.list-activities",
  kind: "question",
  path: "/api/act/{partnership}/activities",
  summary: "Det som är lovat just nu: hur långt vi kommit, vad som gjordes och vad som inte blev av",
  /** Without a month: what holds today. */
  input: z.object({ partnership, month: month.exactOptional() }),
  output: z.object({
    activities: z.array(
      z.object({
        id: z.string(),
        number: z.string(),
        text: z.string(),
        document: z.string(),
        owner: z.enum(["joint", "municipality", "police", "other"]),
        organisationId: z.string().nullable(),
        unit: z.string(),
        accepted: z.boolean(),
        target: targetField.nullable(),
        period: z.object({ from: z.string(), to: z.string() }),
        done: countField,
        expected: z.number().nullable(),
        prorated: z.boolean(),
        left: z.number(),
        /** The last working day of the period, where its last day is none. */
        lastWorkday: z.string().nullable(),
        late: z.object({ missing: z.number(), since: z.string() }).nullable(),
        planned: z.array(z.string()),
        doneInAll: countField,
        expectedInAll: z.number().nullable(),
        expectedByNow: z.number().nullable(),
        mine: z.boolean(),
        occasions: z.array(shownOccasion),
        deviations: z.array(
          z.object({
            id: z.string(),
            on: z.string(),
            cause: z.enum(CAUSES),
            sentence: z.string(),
            newDay: z.string().nullable(),
            because: z.string(),
            struck: z.string().nullable(),
          }),
        ),
        example: z.boolean(),
      }),
    ),
  }),
});

export const printMonth = endpoint({
  name: "act.print-month",
  kind: "download",
  path: "/api/act/{partnership}/month",
  summary: "Det här har ni lovat i månaden: en enhets blad som PDF, att sätta upp",
  input: z.object({ partnership, unit: text(160), month: month.exactOptional() }),
  output: z.object({}),
});

const onActivity = z.object({ partnership, activityId: idOf("activity") });

export const logOccasion = endpoint({
  name: "act.log-occasion",
  kind: "command",
  path: "/api/act/{partnership}/activities/{activityId}/occasions",
  summary: "Det blev gjort",
  input: onActivity.extend({ occasion: newOccasion }),
  output: z.object({ id: z.string() }),
});

export const correctOccasion = endpoint({
  name: "act.correct-occasion",
  kind: "command",
  path: "/api/act/{partnership}/activities/{activityId}/occasions/{occasionId}/correct",
  summary: "Rätta eller stryk en rad; den gamla står kvar struken",
  input: onActivity.extend({
    occasionId: idOf("occasion"),
    reason: z.string().max(300),
    instead: newOccasion.exactOptional(),
  }),
  output: z.object({ id: z.string() }),
});

export const noteDeviation = endpoint({
  name: "act.note-deviation",
  kind: "command",
  path: "/api/act/{partnership}/activities/{activityId}/deviations",
  summary: "Det blev inte av, därför att",
  input: onActivity.extend({
    deviation: z.object({
      id: idOf("deviation").exactOptional(),
      on: dayField,
      cause: z.enum(CAUSES),
      sentence: z.string().max(300),
      unitName: z.string().max(160),
      next: z.discriminatedUnion("kind", [
        z.object({ kind: z.literal("new-day"), day: dayField }),
        z.object({ kind: z.literal("none"), because: z.string().max(300) }),
      ]),
    }),
  }),
  output: z.object({ id: z.string() }),
});

export const withdrawDeviation = endpoint({
  name: "act.withdraw-deviation",
  kind: "command",
  path: "/api/act/{partnership}/activities/{activityId}/deviations/{deviationId}/withdraw",
  summary: "Ta tillbaka att det inte blev av; raden står kvar struken",
  input: onActivity.extend({ deviationId: idOf("deviation"), reason: z.string().max(300) }),
  output: z.object({ id: z.string() }),
});

/** What a phone keeps and sends later: each carries its own id, and twice is once. */
export const SENT_LATER = [logOccasion, correctOccasion, noteDeviation, withdrawDeviation] as const;

export const actApi = [
  listActivities,
  printMonth,
  logOccasion,
  correctOccasion,
  noteDeviation,
  withdrawDeviation,
  ...actionItemApi,
  ...faultApi,
  ...calendarApi,
  ...forumApi,
] as const;
