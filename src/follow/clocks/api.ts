import { z } from "zod";
import { endpoint } from "../../ground/endpoint.ts";
import { idOf } from "../../ground/id.ts";
import { dayField } from "../../ground/time.ts";
import { DECISION_KINDS } from "./decision.ts";
import { RED_KINDS } from "./red.ts";

const partnership = z.string();

export const listRed = endpoint({
  name: "follow.list-red",
  kind: "question",
  path: "/api/follow/{partnership}/red",
  summary: "Röda listan: det som är sent eller snart är det, vems det är och sedan när",
  input: z.object({ partnership }),
  output: z.object({
    rows: z.array(
      z.object({
        kind: z.enum(RED_KINDS),
        title: z.string(),
        unit: z.string(),
        state: z.enum(["soon", "late"]),
        due: dayField,
        days: z.number(),
        count: z.number(),
        ages: z.object({ median: z.number(), oldest: z.number() }).nullable(),
        waitsFor: z.array(z.string()),
        /** It waits for an organisation the asker works for. */
        mine: z.boolean(),
        /** Red for two weeks: the offices that lead those organisations are told too; null before that. */
        alsoTold: z.array(z.string()).nullable(),
        href: z.string(),
      }),
    ),
  }),
});

export const listDecisions = endpoint({
  name: "follow.list-decisions",
  kind: "question",
  path: "/api/follow/{partnership}/decisions",
  summary: "Beslut om lägesbild och åtgärdsplan som lagens två år räknas från, också de som rättats",
  input: z.object({ partnership }),
  output: z.object({
    decisions: z.array(
      z.object({
        id: z.string(),
        kind: z.enum(DECISION_KINDS),
        decidedOn: dayField,
        body: z.string(),
        registryNumber: z.string(),
        office: z.string(),
        /** Why it was put right by another; null while it stands. */
        correctedWhy: z.string().nullable(),
        example: z.boolean(),
      }),
    ),
    mayNote: z.boolean(),
  }),
});

const decision = {
  decidedOn: dayField,
  body: z.string().trim().min(1).max(120),
  registryNumber: z.string().trim().max(60),
};

export const noteDecision = endpoint({
  name: "follow.note-decision",
  kind: "command",
  path: "/api/follow/{partnership}/decisions",
  summary: "Skriv in ett beslut om lägesbild eller åtgärdsplan",
  input: z.object({ partnership, kind: z.enum(DECISION_KINDS), ...decision }),
  output: z.object({ id: z.string() }),
});

export const correctDecision = endpoint({
  name: "follow.correct-decision",
  kind: "command",
  path: "/api/follow/{partnership}/decisions/{id}/correct",
  summary: "Rätta ett inskrivet beslut; det som stod där finns kvar",
  input: z.object({ partnership, id: idOf("decision"), ...decision, reason: z.string().trim().max(300) }),
  output: z.object({ id: z.string() }),
});

export const clockApi = [listRed, listDecisions, noteDecision, correctDecision] as const;
