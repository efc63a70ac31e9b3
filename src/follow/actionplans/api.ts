import { z } from "zod";
import { blockField } from "../../ground/block.ts";
import { countField } from "../../ground/count.ts";
import { endpoint } from "../../ground/endpoint.ts";
import { idOf } from "../../ground/id.ts";
import { dayField } from "../../ground/time.ts";
import { CHAPTERS } from "../../prioritise/situation/chapters.ts";
import { MEASURE_STATUSES } from "./plan.ts";

const inPartnership = z.object({ partnership: z.string() });
const onPlan = inPartnership.extend({ planId: idOf("action-plan") });
const chapter = z.enum(CHAPTERS);
const status = z.enum(MEASURE_STATUSES);
const state = z.enum(["draft", "decided"]);
const short = (max: number) => z.string().trim().min(1).max(max);

const ground = z.object({ slug: z.string(), from: dayField, to: dayField, adoptedOn: dayField });
const logged = z
  .object({
    activityId: z.string(),
    number: z.string(),
    text: z.string(),
    document: z.string(),
    done: countField,
    promised: z.number().nullable(),
    unit: z.string(),
  })
  .nullable();
const decision = z.object({
  id: z.string(),
  decidedOn: dayField,
  body: z.string(),
  section: z.string(),
  registryNumber: z.string(),
  office: z.string(),
  /** Why it was put right by another; null while it stands. */
  correctedWhy: z.string().nullable(),
});

export const listActionPlans = endpoint({
  name: "follow.list-action-plans",
  kind: "question",
  path: "/api/follow/{partnership}/action-plans",
  summary: "Kommunens åtgärdsplaner: den som är i arbete och de som är beslutade",
  input: inPartnership,
  output: z.object({
    plans: z.array(
      z.object({
        id: z.string(),
        state,
        slug: z.string(),
        measures: z.number(),
        decidedOn: dayField.nullable(),
        body: z.string(),
        followedOn: dayField.nullable(),
        isSuperseded: z.boolean(),
        isTold: z.boolean(),
        example: z.boolean(),
      }),
    ),
    /** The situation report that a new one would rest on. */
    ground: ground.nullable(),
    mayWrite: z.boolean(),
  }),
});

export const beginActionPlan = endpoint({
  name: "follow.begin-action-plan",
  kind: "command",
  path: "/api/follow/{partnership}/action-plans",
  summary: "Börja en åtgärdsplan på den lägesbild som antogs senast, med det som återstår av planen som gäller",
  input: inPartnership,
  output: z.object({ id: z.string() }),
});

export const openActionPlan = endpoint({
  name: "follow.open-action-plan",
  kind: "question",
  path: "/api/follow/{partnership}/action-plans/{planId}",
  summary: "En åtgärdsplan: åtgärderna, beslutet och hur den följts upp",
  input: onPlan,
  output: z.object({
    id: z.string(),
    state,
    slug: z.string(),
    ground,
    /** A newer one has been adopted since. */
    newerGround: ground.nullable(),
    measures: z.array(
      z.object({
        id: z.string(),
        version: z.number(),
        what: z.string(),
        chapter,
        why: z.string(),
        office: z.string(),
        from: dayField.nullable(),
        to: dayField.nullable(),
        followUp: z.string(),
        logged,
      }),
    ),
    /** The latest note first. */
    decisions: z.array(decision),
    followUps: z.array(
      z.object({
        id: z.string(),
        followedOn: dayField,
        office: z.string(),
        measures: z.array(z.object({ measureId: z.string(), status, sentence: z.string(), logged })),
        correctedWhy: z.string().nullable(),
      }),
    ),
    supersededBy: z.object({ id: z.string(), slug: z.string(), decidedOn: dayField }).nullable(),
    /** What was decided, as it reads today; empty while it is in work. */
    blocks: z.array(blockField),
    /** What it is decided by: given back with the decision. */
    contentHash: z.string(),
    isTold: z.boolean(),
    /** What a measure may be: the municipality's activities in promises in force, alone or with others. */
    promised: z.array(z.object({ id: z.string(), number: z.string(), text: z.string(), title: z.string() })),
    mayWrite: z.boolean(),
    example: z.boolean(),
  }),
});

export const groundActionPlan = endpoint({
  name: "follow.ground-action-plan",
  kind: "command",
  path: "/api/follow/{partnership}/action-plans/{planId}/ground",
  summary: "Lägg planen på den lägesbild som antogs senast",
  input: onPlan,
  output: z.object({ id: z.string() }),
});

export const writeMeasure = endpoint({
  name: "follow.write-measure",
  kind: "command",
  path: "/api/follow/{partnership}/action-plans/{planId}/measures",
  summary: "Skriv en åtgärd: vad, varför, vem, när och hur den följs upp",
  input: onPlan.extend({
    measureId: idOf("measure").optional(),
    version: z.int().min(0),
    what: short(300),
    chapter,
    why: short(1000),
    office: short(120),
    from: dayField.optional(),
    to: dayField.optional(),
    followUp: short(500),
    activityId: idOf("activity").optional(),
  }),
  output: z.object({ id: z.string(), version: z.number() }),
});

export const takeOutMeasure = endpoint({
  name: "follow.take-out-measure",
  kind: "command",
  path: "/api/follow/{partnership}/action-plans/{planId}/measures/{measureId}/out",
  summary: "Ta bort en åtgärd ur en plan som är i arbete",
  input: onPlan.extend({ measureId: idOf("measure"), version: z.int().min(1) }),
  output: z.object({ id: z.string() }),
});

const said = { decidedOn: dayField, body: short(120), section: z.string().trim().max(20), registryNumber: short(60) };

export const decideActionPlan = endpoint({
  name: "follow.decide-action-plan",
  kind: "command",
  path: "/api/follow/{partnership}/action-plans/{planId}/decision",
  summary: "Anteckna att åtgärdsplanen är beslutad, av vem, vilken dag, med vilken paragraf och vilket diarienummer",
  input: onPlan.extend({ ...said, contentHash: z.string() }),
  output: z.object({ slug: z.string() }),
});

export const correctPlanDecision = endpoint({
  name: "follow.correct-plan-decision",
  kind: "command",
  path: "/api/follow/{partnership}/action-plans/{planId}/decision/{decisionId}/correct",
  summary: "Rätta det som antecknats om beslutet; det som stod där finns kvar",
  input: onPlan.extend({ ...said, decisionId: idOf("decision"), reason: z.string().trim().max(300) }),
  output: z.object({ id: z.string() }),
});

export const followUpActionPlan = endpoint({
  name: "follow.follow-up-action-plan",
  kind: "command",
  path: "/api/follow/{partnership}/action-plans/{planId}/follow-ups",
  summary: "Följ upp en beslutad åtgärdsplan, åtgärd för åtgärd; lagens två år räknas från den dagen",
  input: onPlan.extend({
    followedOn: dayField,
    measures: z.array(z.object({ measureId: idOf("measure"), status, sentence: z.string().trim().max(500) })).max(200),
    /** The follow-up it puts right, and why. */
    replaces: idOf("follow-up").optional(),
    reason: z.string().trim().max(300),
  }),
  output: z.object({ id: z.string() }),
});

const toldNow = z.object({ isTold: z.boolean() });

export const tellActionPlan = endpoint({
  name: "follow.tell-action-plan",
  kind: "command",
  path: "/api/follow/{partnership}/action-plans/{planId}/telling",
  summary: "Publicera en beslutad åtgärdsplan, med hur den följs upp",
  input: onPlan,
  output: toldNow,
});

export const takeBackActionPlan = endpoint({
  name: "follow.take-back-action-plan",
  kind: "command",
  path: "/api/follow/{partnership}/action-plans/{planId}/telling/back",
  summary: "Ta tillbaka att åtgärdsplanen är publicerad",
  input: onPlan,
  output: toldNow,
});

export const printActionPlan = endpoint({
  name: "follow.print-action-plan",
  kind: "download",
  path: "/api/follow/{partnership}/action-plans/{planId}/paper",
  summary: "Åtgärdsplanen som PDF, läsbar för skärmläsare",
  input: onPlan,
  output: z.object({}),
});

export const typeActionPlan = endpoint({
  name: "follow.type-action-plan",
  kind: "download",
  path: "/api/follow/{partnership}/action-plans/{planId}/docx",
  summary: "Åtgärdsplanen som DOCX, att föra in i kommunens egen mall",
  input: onPlan,
  output: z.object({}),
});

export const actionPlanApi = [
  listActionPlans,
  beginActionPlan,
  openActionPlan,
  groundActionPlan,
  writeMeasure,
  takeOutMeasure,
  decideActionPlan,
  correctPlanDecision,
  followUpActionPlan,
  tellActionPlan,
  takeBackActionPlan,
  printActionPlan,
  typeActionPlan,
] as const;
