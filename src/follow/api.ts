import { z } from "zod";
import { waits } from "../collect/api.ts";
import { endpoint } from "../ground/endpoint.ts";
import { ROLES } from "../ground/party.ts";
import { CLOSINGS } from "../pledge/lifecycle.ts";
import { NEXT } from "../pledge/renewal/expiry.ts";
import { actionPlanApi } from "./actionplans/api.ts";
import { clockApi } from "./clocks/api.ts";
import { handOverApi } from "./handover/api.ts";
import { indicatorApi } from "./indicators/api.ts";
import { reportsApi, stateField } from "./reports/api.ts";
import { CONSULTATION_TURNS } from "../pledge/consultation/turns.ts";
import { SCHEDULE_TURNS } from "../pledge/phases/turns.ts";

const partnership = z.string();
const said = z.object({ sv: z.string(), en: z.string() });
const clock = z.object({
  name: z.enum(["situation-report", "action-plan", "silence", "document"]),
  state: z.enum(["unset", "calm", "soon", "late"]),
  from: z.string().nullable(),
  due: z.string().nullable(),
  daysLeft: z.number().nullable(),
  gone: z.number().nullable(),
});

/** Live words under the stage line. */
export const cycle = endpoint({
  name: "follow.cycle",
  kind: "question",
  path: "/api/follow/{partnership}/cycle",
  summary: "Var samarbetet står i vart och ett av de sju skedena",
  input: z.object({ partnership }),
  output: z.object({
    counts: z.object({
      collect: said,
      picture: said,
      prioritise: said,
      pledge: said,
      act: said,
      follow: said,
      tell: said,
    }),
  }),
});

export const waiting = endpoint({
  name: "follow.list-waiting",
  kind: "question",
  path: "/api/follow/{partnership}/waiting",
  summary: "Det som väntar på den inloggade, och klockorna",
  input: z.object({ partnership }),
  output: z.object({
    turns: z.array(
      z.object({
        kind: z.enum([
          "sign",
          "second-key",
          "weigh",
          "sign-report",
          "publish-report",
          "answer-owner",
          "open-slot",
          ...CONSULTATION_TURNS,
          ...SCHEDULE_TURNS,
        ]),
        title: z.string(),
        /** How many, where several wait. */
        count: z.number().exactOptional(),
        /** By when, or when it was to be. */
        day: z.string().exactOptional(),
        /** Whose signatures are missing, where that is what it is about. */
        missing: z.array(z.enum(["municipality", "police"])).exactOptional(),
        href: z.string(),
      }),
    ),
    /** What waits in what was heard. */
    heard: z.array(waits),
    clocks: z.array(clock),
    /** Promises that run out soon, or have run out without a next one. */
    runsOut: z.array(
      z.object({
        slug: z.string(),
        title: z.string(),
        to: z.string(),
        daysLeft: z.number(),
        /** Null while it is in force. */
        closing: z.enum(CLOSINGS).nullable(),
        next: z.enum(NEXT),
        example: z.boolean(),
      }),
    ),
    /** Somebody new in the other organisation, and from when. */
    newcomers: z.array(z.object({ role: z.enum(ROLES), from: z.string() })),
    /** Whoever had the role has left, and nobody took over. */
    empty: z.array(z.enum(ROLES)),
    newest: z.array(
      z.object({
        id: z.string(),
        text: z.string(),
        place: z.string(),
        source: z.string(),
        at: z.string().nullable(),
        example: z.boolean(),
      }),
    ),
  }),
});

export const listReports = endpoint({
  name: "follow.list-reports",
  kind: "question",
  path: "/api/follow/{partnership}/reports",
  summary: "Uppföljningar och klockor",
  input: z.object({ partnership }),
  output: z.object({
    reports: z.array(
      z.object({ slug: z.string(), from: z.string(), to: z.string(), state: stateField, example: z.boolean() }),
    ),
    clocks: z.array(clock),
  }),
});

export const followApi = [
  ...indicatorApi,
  cycle,
  waiting,
  listReports,
  ...reportsApi,
  ...clockApi,
  ...handOverApi,
  ...actionPlanApi,
] as const;
