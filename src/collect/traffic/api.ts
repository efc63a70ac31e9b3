import { z } from "zod";
import { endpoint } from "../../ground/endpoint.ts";
import { idOf } from "../../ground/id.ts";
import { positionField } from "../../ground/place.ts";
import { dayField } from "../../ground/time.ts";
import { SET_ASIDE_REASONS } from "../open-form.ts";
import { LOOKS } from "../sent-photo.ts";
import { HOLIDAYS, SCHOOL_BREAKS } from "../../ground/swedish-calendar.ts";
import { CAME_BY, COMPLAINT_KINDS } from "./complaint.ts";
import { METER_METHODS, meterMappingField, ODDITIES } from "./meter.ts";
import { ACTIONS, JUDGEMENTS, REPLIES, ROAD_KEEPERS, THREAD_STATES } from "./thread.ts";

const partnership = z.string();
const number = z.coerce.number().int().min(1).max(1_000_000);
const words = (max: number) => z.string().trim().max(max);
const stretch = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("segment"), line: z.array(positionField).min(2).max(500).readonly(), name: words(200) }),
  z.object({ kind: z.literal("area"), name: words(200) }),
]);
const weekday = z.union([
  z.literal(1),
  z.literal(2),
  z.literal(3),
  z.literal(4),
  z.literal(5),
  z.literal(6),
  z.literal(7),
]);

// What goes out

const judgement = z.object({ kind: z.enum(JUDGEMENTS), sentence: z.string() });
/** Every state in one shape: what is not so yet is left out. */
const thread = z.object({
  id: z.string(),
  number: z.number(),
  ownerOrganisationId: z.string(),
  stretch,
  complaints: z.number(),
  openedAt: z.string(),
  example: z.boolean(),
  roadKeeper: z.enum(ROAD_KEEPERS).optional(),
  limit: z.number().optional(),
  state: z.enum(THREAD_STATES),
  judgement: judgement.optional(),
  passedOn: z.string().optional(),
  answer: z.string().optional(),
  answeredAt: z.string().optional(),
  takenBack: z
    .array(
      z.object({
        state: z.enum(["passed-on", "measuring", "judged"]),
        said: z.string(),
        reason: z.string(),
        at: z.string(),
      }),
    )
    .readonly(),
});
const complaint = z.object({
  id: z.string(),
  kind: z.enum(COMPLAINT_KINDS),
  direction: z.string(),
  weekdays: z.array(weekday).readonly(),
  fromHour: z.number(),
  toHour: z.number(),
  effect: z.string(),
  proposal: z.string(),
  cameBy: z.enum([...CAME_BY, "form"]),
  receivedOn: z.string(),
  registryNumber: z.string(),
  /** Pointed out on the open form: one point, or both ends. */
  points: z.array(positionField).readonly().optional(),
  /** Sent with it on the open form. */
  photo: z.object({ id: z.string(), look: z.enum(LOOKS) }).optional(),
  /** What was said has gone by decision; what it was of stays. */
  disposed: z.boolean(),
});
const bin = z.object({ from: z.number(), to: z.number().optional() });
const figures = {
  n: z.number(),
  withSpeed: z.number(),
  mean: z.number().optional(),
  median: z.number().optional(),
  v85: z.object({ value: z.number(), low: z.number().optional(), high: z.number().optional() }).optional(),
  v85Within: bin.optional(),
  over: z
    .array(
      z.object({
        above: z.number(),
        count: z.number().optional(),
        value: z.number().optional(),
        low: z.number(),
        high: z.number(),
      }),
    )
    .readonly(),
};
const summary = z.object({
  ...figures,
  limit: z.number(),
  kind: z.enum(["vehicles", "bins"]),
  from: z.string(),
  to: z.string(),
  days: z.number(),
  hours: z.array(z.object({ ...figures, hour: z.number() })).readonly(),
  directions: z.array(z.object({ ...figures, direction: z.string() })).readonly(),
  otherDirections: z.number().optional(),
  perDay: z.number().optional(),
  longestGapHours: z.number(),
});
const odd = z.array(z.object({ line: z.number(), what: z.enum(ODDITIES), read: z.string() })).readonly();
const flag = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("holiday"), what: z.enum(HOLIDAYS) }),
  z.object({ kind: z.literal("school-break"), what: z.enum(SCHOOL_BREAKS) }),
  z.object({ kind: z.literal("own-display") }),
  z.object({ kind: z.literal("gap"), hours: z.number() }),
  z.object({ kind: z.literal("not-a-week"), days: z.number() }),
]);
const measurement = z.object({
  id: z.string(),
  fileName: z.string(),
  meterName: z.string(),
  method: z.enum(METER_METHODS),
  direction: z.string(),
  comparisonRoad: z.string().optional(),
  summary,
  odd,
  oddCount: z.number(),
  flags: z.array(flag).readonly(),
  withdrawn: z.object({ at: z.string(), reason: z.string(), threadState: z.enum(THREAD_STATES) }).optional(),
});
const reply = z.object({
  kind: z.enum(REPLIES),
  reason: z.string(),
  count: z.number().optional(),
  repliedAt: z.string(),
});
const proposal = z.object({
  id: z.string(),
  action: z.enum(ACTIONS),
  to: z.enum(["municipality", "police", "other"]),
  toOrganisationId: z.string(),
  what: z.string(),
  proposedAt: z.string(),
  reply: reply.optional(),
});

// Questions

export const listThreads = endpoint({
  name: "collect.list-traffic-threads",
  kind: "question",
  path: "/api/collect/{partnership}/traffic",
  summary: "Trafikärendena, sträcka för sträcka, det senaste först",
  input: z.object({ partnership }),
  output: z.object({ threads: z.array(thread.extend({ measurements: z.number() })) }),
});

export const openThread = endpoint({
  name: "collect.open-traffic-thread",
  kind: "question",
  path: "/api/collect/{partnership}/traffic/{number}",
  summary: "Ett trafikärende med klagomål, mätningar, förslag och svar",
  input: z.object({ partnership, number }),
  output: z.object({
    thread,
    /** The number of the last one about the same stretch. */
    earlier: z.number().nullable(),
    /** None but one's own organisation's: the thread says how many there are. */
    complaints: z.array(complaint),
    measurements: z.array(measurement),
    proposals: z.array(proposal),
    /** Where strangers read it, and since when; null where they do not. */
    published: z.object({ slug: z.string(), on: z.string() }).nullable(),
  }),
});

export const listHandedIn = endpoint({
  name: "collect.list-handed-in-traffic",
  kind: "question",
  path: "/api/collect/{partnership}/traffic-handed-in",
  summary: "Det som lämnats i det öppna formuläret om trafik och väntar på att läsas, för den som tar emot",
  input: z.object({ partnership, after: z.coerce.number().int().min(0).max(1_000_000).default(0) }),
  output: z.object({
    /** Where residents hand in, and the same as a QR code. */
    address: z.string(),
    qr: z.string(),
    /** How many wait; a hundred of them are told, the oldest first. */
    total: z.number(),
    waiting: z.array(
      complaint
        .pick({
          id: true,
          kind: true,
          direction: true,
          weekdays: true,
          fromHour: true,
          toHour: true,
          points: true,
          photo: true,
        })
        .extend({
          stretch: z.string(),
          effect: z.string(),
          proposal: z.string(),
          receivedOn: z.string(),
          example: z.boolean(),
        }),
    ),
  }),
});

// Commands

export const readHandedIn = endpoint({
  name: "collect.read-handed-in-traffic",
  kind: "command",
  path: "/api/collect/{partnership}/traffic-handed-in/{id}/reading",
  summary: "Läs en synpunkt: för den till sträckans ärende, eller lägg den åt sidan med ett av de öppna skälen",
  input: z.object({
    partnership,
    id: idOf("handed-in"),
    /** As the desk calls the stretch, where that is not what was written. */
    stretch: words(200).optional(),
    reason: z.enum(SET_ASIDE_REASONS).optional(),
  }),
  output: z.object({ id: z.string(), state: z.enum(["kept", "set-aside"]), number: z.number().optional() }),
});

export const takeInComplaint = endpoint({
  name: "collect.take-in-complaint",
  kind: "command",
  path: "/api/collect/{partnership}/traffic",
  summary: "Ta emot ett klagomål om trafiken; samma sträcka ger samma ärende",
  input: z.object({
    partnership,
    stretch,
    kind: z.enum(COMPLAINT_KINDS),
    direction: words(100).default(""),
    weekdays: z.array(weekday).max(7).default([]),
    fromHour: z.int().min(0).max(23).default(0),
    toHour: z.int().min(1).max(24).default(24),
    effect: words(2000).default(""),
    proposal: words(2000).default(""),
    cameBy: z.enum(CAME_BY),
    receivedOn: dayField,
    registryNumber: words(60).default(""),
  }),
  output: z.object({ number: z.number(), complaints: z.number(), isNew: z.boolean() }),
});

const stepped = z.object({ number: z.number(), state: z.enum(THREAD_STATES) });

export const triageThread = endpoint({
  name: "collect.triage-traffic-thread",
  kind: "command",
  path: "/api/collect/{partnership}/traffic/{number}/triage",
  summary: "Säg vem som är väghållare, och mät eller skicka vidare",
  input: z.object({
    partnership,
    number,
    roadKeeper: z.enum(ROAD_KEEPERS).optional(),
    limit: z.int().min(5).max(120).optional(),
    choice: z.enum(["measure", "pass-on"]),
    reason: words(1000).default(""),
  }),
  output: stepped,
});

export const judgeThread = endpoint({
  name: "collect.judge-traffic-thread",
  kind: "command",
  path: "/api/collect/{partnership}/traffic/{number}/judgement",
  summary: "Bedöm klagomålet efter mätningen, med en egen mening",
  input: z.object({ partnership, number, kind: z.enum(JUDGEMENTS), sentence: words(1000) }),
  output: stepped,
});

export const takeBack = endpoint({
  name: "collect.take-back-traffic-judgement",
  kind: "command",
  path: "/api/collect/{partnership}/traffic/{number}/take-back",
  summary: "Ta tillbaka bedömningen, med skäl, innan något är gjort åt saken",
  input: z.object({ partnership, number, reason: words(1000) }),
  output: stepped,
});

export const takeBackMeasurement = endpoint({
  name: "collect.take-back-traffic-measurement",
  kind: "command",
  path: "/api/collect/{partnership}/traffic/{number}/measurements/{id}/take-back",
  summary: "Ta tillbaka mätningen, med skäl; den står kvar som tillbakatagen och räknas inte",
  input: z.object({ partnership, number, id: idOf("traffic-measurement"), reason: words(1000) }),
  output: stepped,
});

export const proposeAction = endpoint({
  name: "collect.propose-traffic-action",
  kind: "command",
  path: "/api/collect/{partnership}/traffic/{number}/proposals",
  summary: "Föreslå en åtgärd för kommunen eller polisen; kontroller utan klockslag",
  input: z.object({
    partnership,
    number,
    action: z.enum(ACTIONS),
    to: z.enum(["municipality", "police", "other"]),
    what: words(1000).default(""),
  }),
  output: stepped.extend({ id: z.string() }),
});

export const replyToProposal = endpoint({
  name: "collect.reply-to-traffic-action",
  kind: "command",
  path: "/api/collect/{partnership}/traffic/proposals/{id}/reply",
  summary: "Svara på ett förslag: ska göras, avböjt med skäl, eller gjort",
  input: z.object({
    partnership,
    id: idOf("traffic-proposal"),
    kind: z.enum(REPLIES),
    reason: words(1000).default(""),
    count: z.int().min(0).max(10_000).optional(),
  }),
  output: z.object({ id: z.string() }),
});

export const measureAgain = endpoint({
  name: "collect.measure-traffic-again",
  kind: "command",
  path: "/api/collect/{partnership}/traffic/{number}/again",
  summary: "Mät om: samma plats, samma riktning, en vanlig vecka",
  input: z.object({ partnership, number }),
  output: stepped,
});

export const answerThread = endpoint({
  name: "collect.answer-traffic-thread",
  kind: "command",
  path: "/api/collect/{partnership}/traffic/{number}/answer",
  summary: "Svara alla som hört av sig om sträckan, med en text",
  input: z.object({ partnership, number, text: words(4000) }),
  output: stepped.extend({ answered: z.number() }),
});

export const publishRoad = endpoint({
  name: "collect.publish-road",
  kind: "command",
  path: "/api/collect/{partnership}/traffic/{number}/publication",
  summary: "Publicera vägens sida: vad som sagts som antal, mätt, bedömt och gjort; det som händer sedan följer med",
  input: z.object({ partnership, number }),
  output: z.object({ slug: z.string(), on: z.string() }),
});

export const takeBackRoad = endpoint({
  name: "collect.take-back-road",
  kind: "command",
  path: "/api/collect/{partnership}/traffic/{number}/publication/take-back",
  summary: "Ta tillbaka publiceringen av vägens sida; ärendet är som förut",
  input: z.object({ partnership, number }),
  output: z.object({ number: z.number() }),
});

// Files

/** A mapping travels in the address, as JSON. */
const mappingText = z
  .string()
  .max(20_000)
  .transform((text, context) => {
    try {
      return JSON.parse(text) as unknown;
    } catch {
      context.addIssue({ code: "custom", message: "not-json" });
      return z.NEVER;
    }
  })
  .pipe(meterMappingField);

export const peekAtMeterFile = endpoint({
  name: "collect.peek-at-meter-file",
  kind: "upload",
  path: "/api/collect/{partnership}/traffic/{number}/peek",
  summary: "Se hur en mätfil börjar och om mätaren känns igen; inget läses in",
  input: z.object({ partnership, number, mapping: mappingText.optional() }),
  output: z.object({
    separator: z.string(),
    encoding: z.string(),
    headingRow: z.number(),
    heading: z.array(z.string()).readonly(),
    rows: z.array(z.array(z.string()).readonly()).readonly(),
    mapping: meterMappingField.optional(),
    /** The meter whose files look like this one. */
    meter: z.object({ name: z.string(), method: z.enum(METER_METHODS), lastUsedOn: z.string() }).optional(),
    /** What reading it by that mapping comes to. */
    read: z
      .object({
        rows: z.number(),
        vehicles: z.number(),
        withoutSpeed: z.number(),
        odd,
        oddCount: z.number(),
        from: z.string().optional(),
        to: z.string().optional(),
      })
      .optional(),
  }),
});

export const layMeasurement = endpoint({
  name: "collect.lay-traffic-measurement",
  kind: "upload",
  path: "/api/collect/{partnership}/traffic/{number}/measurements",
  summary: "Läs in mätningen och räkna: antal, V85, andel över gränsen, med intervall",
  input: z.object({
    partnership,
    number,
    fileName: words(200).default(""),
    meterName: words(100),
    method: z.enum(METER_METHODS),
    mapping: mappingText,
    display: z.enum(["lit", "dark"]).default("dark"),
    direction: words(100).default(""),
    comparisonRoad: words(200).default(""),
    comparisonLimit: z.coerce.number().int().min(5).max(120).optional(),
    schoolBreak: z.enum(["as-usual", "none", "yes"]).default("as-usual"),
  }),
  output: measurement,
});

export const trafficApi = [
  listThreads,
  openThread,
  listHandedIn,
  readHandedIn,
  takeInComplaint,
  triageThread,
  judgeThread,
  takeBack,
  takeBackMeasurement,
  proposeAction,
  replyToProposal,
  measureAgain,
  answerThread,
  publishRoad,
  takeBackRoad,
  peekAtMeterFile,
  layMeasurement,
] as const;
