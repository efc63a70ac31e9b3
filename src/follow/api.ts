import { z } from "zod";
import { waits } from "../collect/api.ts";
import { countField } from "../ground/count.ts";
import { endpoint } from "../ground/endpoint.ts";
import { idOf } from "../ground/id.ts";
import { dayField } from "../ground/time.ts";
import { CLOSINGS } from "../pledge/lifecycle.ts";
import { NEXT } from "../pledge/renewal/expiry.ts";
import { clockApi } from "./clocks/api.ts";
import { indicatorApi } from "./indicators/api.ts";
import { STATUSES, VOICES } from "./report.ts";
import { CONSULTATION_TURNS } from "../pledge/consultation/turns.ts";
import { SCHEDULE_TURNS } from "../pledge/phases/turns.ts";

const partnership = z.string();
const slug = z
  .string()
  .max(40)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);
const said = z.object({ sv: z.string(), en: z.string() });
const clock = z.object({
  name: z.enum(["situation-report", "action-plan", "silence", "document"]),
  state: z.enum(["unset", "calm", "soon", "late"]),
  from: z.string().nullable(),
  due: z.string().nullable(),
  daysLeft: z.number().nullable(),
  gone: z.number().nullable(),
});
const state = z.enum(["draft", "ready", "published"]);

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
          "approve-report",
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
    reports: z.array(z.object({ slug: z.string(), from: z.string(), to: z.string(), state, example: z.boolean() })),
    clocks: z.array(clock),
  }),
});

export const openReport = endpoint({
  name: "follow.open-report",
  kind: "question",
  path: "/api/follow/{partnership}/reports/{slug}",
  summary: "En uppföljning: lovat, gjort, ledde till, bedömning",
  input: z.object({ partnership, slug }),
  output: z.object({
    slug: z.string(),
    from: z.string(),
    to: z.string(),
    state,
    example: z.boolean(),
    cards: z.array(
      z.object({
        activityId: z.string(),
        number: z.string(),
        text: z.string(),
        unit: z.string(),
        status: z.enum(STATUSES),
        preset: z.enum(STATUSES),
        explanation: z.string(),
        done: countField,
        expected: z.number().nullable(),
        counted: z.string(),
        output: z.string(),
        outcome: z.string(),
        experience: z.string(),
      }),
    ),
    texts: z.array(z.object({ voice: z.enum(VOICES), text: z.string() })),
    /** «Ifrågasatta klart» of the period, among what one's own organisation has asked. */
    disputes: z.object({ inAll: z.number(), open: z.number() }),
    parties: z.array(
      z.object({
        organisationId: z.string(),
        name: z.string(),
        party: z.enum(["municipality", "police", "other"]),
        approvedBy: z.string().nullable(),
      }),
    ),
  }),
});

export const draftReport = endpoint({
  name: "follow.draft-report",
  kind: "command",
  path: "/api/follow/{partnership}/reports",
  summary: "Börja en uppföljning från det som är loggat",
  input: z.object({ partnership, slug, from: dayField, to: dayField }),
  output: z.object({ slug: z.string() }),
});

const onReport = z.object({ partnership, slug });
const text = z.string().max(3000);

export const assessActivity = endpoint({
  name: "follow.assess-activity",
  kind: "command",
  path: "/api/follow/{partnership}/reports/{slug}/assessments/{activityId}",
  summary: "Bedöm en aktivitet",
  input: onReport.extend({
    activityId: idOf("activity"),
    status: z.enum(STATUSES),
    explanation: text,
    output: text,
    outcome: text,
    experience: text,
  }),
  output: z.object({ status: z.enum(STATUSES) }),
});

export const writeText = endpoint({
  name: "follow.write-text",
  kind: "command",
  path: "/api/follow/{partnership}/reports/{slug}/texts",
  summary: "Skriv den egna partens text, eller den gemensamma",
  input: onReport.extend({ voice: z.enum(VOICES), text }),
  output: z.object({ voice: z.enum(VOICES) }),
});

export const approveReport = endpoint({
  name: "follow.approve-report",
  kind: "command",
  path: "/api/follow/{partnership}/reports/{slug}/approve",
  summary: "Godkänn för den egna organisationen",
  input: onReport,
  output: z.object({ title: z.string() }),
});

export const publishReport = endpoint({
  name: "follow.publish-report",
  kind: "command",
  path: "/api/follow/{partnership}/reports/{slug}/publish",
  summary: "Publicera när båda har godkänt",
  input: onReport,
  output: z.object({ state }),
});

export const followApi = [
  ...indicatorApi,
  cycle,
  waiting,
  listReports,
  openReport,
  draftReport,
  assessActivity,
  writeText,
  approveReport,
  publishReport,
  ...clockApi,
] as const;
