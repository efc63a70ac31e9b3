import { z } from "zod";
import { endpoint } from "../../ground/endpoint.ts";
import { dayField } from "../../ground/time.ts";
import { LONGEST_REASON } from "../lifecycle.ts";
import { MISFITS, PHASES, WAITED_FOR } from "./schedule.ts";

const partnership = z.string();
const onDocument = z.object({
  partnership,
  slug: z
    .string()
    .max(60)
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
});
const party = z.enum(["municipality", "police"]);
const phase = z.enum(PHASES);
const days = z.object({ writtenBy: dayField, signedBy: dayField });
const set = days.extend({
  turn: z.int().min(1),
  by: z.enum(["municipality", "police", "other"]),
  at: z.iso.datetime(),
  reason: z.string().nullable(),
});
const step = z.object({
  phase,
  from: dayField.nullable(),
  to: dayField.nullable(),
  standing: z.enum(["done", "here", "future"]),
  waitsFor: z.enum(WAITED_FOR),
});

export const readSchedule = endpoint({
  name: "pledge.read-schedule",
  kind: "question",
  path: "/api/pledge/{partnership}/documents/{slug}/schedule",
  summary:
    "Ett utkasts dagar: när det skrivs, tas emot synpunkter på och skrivs under, var det är och vem det väntar på",
  input: onDocument,
  output: z.object({
    steps: z.array(step),
    /** Whose signatures are still missing. */
    missing: z.array(party),
    /** The same, once the last day has been. */
    late: z.array(party),
    /** The last day of writing, where it has passed. */
    frozenSince: dayField.nullable(),
    /** Days that no longer go together: why, and with which day. */
    misfits: z.array(z.object({ why: z.enum(MISFITS), day: dayField })),
    /** Every time the days were set, the newest first. */
    sets: z.array(set),
    /** Whether the one who asks may set them, now. */
    maySet: z.boolean(),
  }),
});

export const setSchedule = endpoint({
  name: "pledge.set-schedule",
  kind: "command",
  path: "/api/pledge/{partnership}/documents/{slug}/schedule",
  summary: "Bestäm eller flytta dagarna för ett utkast; en dag som har varit flyttas med ett skäl",
  input: onDocument.extend({
    ...days.shape,
    /** The turn that was read; 0 where there were no days. */
    turn: z.int().min(0),
    reason: z.string().max(LONGEST_REASON),
  }),
  output: z.object({ turn: z.int() }),
});

export const listSchedules = endpoint({
  name: "pledge.list-schedules",
  kind: "question",
  path: "/api/pledge/{partnership}/schedules",
  summary: "Var vart och ett av samarbetets opublicerade löften är, och till vilken dag",
  input: z.object({ partnership }),
  output: z.object({
    documents: z.array(
      z.object({
        slug: z.string(),
        phase,
        to: dayField.nullable(),
        waitsFor: z.enum(WAITED_FOR),
        late: z.array(party),
        signedBy: dayField.nullable(),
      }),
    ),
  }),
});

export const phasesApi = [readSchedule, setSchedule, listSchedules] as const;
