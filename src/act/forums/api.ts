import { z } from "zod";
import { endpoint } from "../../ground/endpoint.ts";
import { idOf } from "../../ground/id.ts";
import { dayField } from "../../ground/time.ts";
import { GRADES, METHODS, ORGANISERS, POLL_STEPS, THEMES, VENUES } from "./forum.ts";
import { BANDS, CHOICES, MOST_QUESTIONS, QUESTIONS, ROUNDS, SHARES } from "./poll.ts";

const partnership = z.string();
const number = z.coerce.number().int().min(1);
const onForum = z.object({ partnership, number });
const saved = z.object({ number: z.number() });
const plan = z.object({
  activityId: idOf("activity"),
  on: dayField,
  spontaneous: z.boolean(),
  venue: z.enum(VENUES),
  placeName: z.string().max(120),
  grade: z.enum(GRADES),
  band: z.enum(BANDS),
  method: z.enum(METHODS),
  organisers: z.array(z.enum(ORGANISERS)).max(ORGANISERS.length),
  themes: z.array(z.enum(THEMES)).max(THEMES.length),
  questions: z.array(z.enum(QUESTIONS)).max(MOST_QUESTIONS),
});
const activity = z.object({ id: z.string(), number: z.string(), text: z.string() });
const listed = plan.extend({
  activityId: z.string(),
  on: z.string(),
  number: z.number(),
  state: z.enum(["planned", "asking", "paused", "shown", "closed"]),
  counted: z.boolean(),
  /** Promised to the young people, not answered yet. */
  unanswered: z.number(),
  example: z.boolean(),
});

export const listForums = endpoint({
  name: "act.list-forums",
  kind: "question",
  path: "/api/act/{partnership}/forums",
  summary: "Ungdomsforum: planerade och hållna, utan namn och antal i spann",
  input: z.object({ partnership }),
  output: z.object({ forums: z.array(listed), activities: z.array(activity), mayPlan: z.boolean() }),
});

const share = z.enum(SHARES).nullable();
const choice = z.literal(CHOICES);
const outcome = z.discriminatedUnion("kind", [
  z.object({ kind: z.enum(["too-few", "too-many"]) }),
  z.object({
    kind: z.literal("shown"),
    rounds: z.array(z.enum(ROUNDS)),
    questions: z.array(
      z.object({
        question: z.enum(QUESTIONS),
        groups: z.array(z.object({ from: choice, to: choice, before: share, after: share })),
      }),
    ),
  }),
]);

export const openForum = endpoint({
  name: "act.open-forum",
  kind: "question",
  path: "/api/act/{partnership}/forums/{number}",
  summary: "Ett forum: planen, hur många som svarat, resultatet i ord när det är visat, och vad som lovades tillbaka",
  input: onForum,
  output: listed.extend({
    activity: activity.nullable(),
    activities: z.array(activity),
    round: z.enum(ROUNDS).nullable(),
    /** Where it is answered, while it can be. */
    address: z.string().nullable(),
    openUntil: z.string().nullable(),
    answers: z.object({ before: z.number(), after: z.number() }),
    /** As the class is shown it; none before it is shown. */
    outcome: outcome.nullable(),
    notes: z.string(),
    promises: z.array(
      z.object({
        id: z.string(),
        text: z.string(),
        by: z.string(),
        answered: z.object({ on: z.string(), text: z.string() }).nullable(),
      }),
    ),
    closedOn: z.string().nullable(),
    mayRun: z.boolean(),
    /** The asker's organisation has the activity, and counts the forum in it. */
    mayCount: z.boolean(),
  }),
});

export const planForum = endpoint({
  name: "act.plan-forum",
  kind: "command",
  path: "/api/act/{partnership}/forums",
  summary: "Planera ett ungdomsforum",
  input: z.object({ partnership, plan }),
  output: saved,
});

export const replanForum = endpoint({
  name: "act.replan-forum",
  kind: "command",
  path: "/api/act/{partnership}/forums/{number}/plan",
  summary: "Ändra planen, innan frågorna ställts",
  input: onForum.extend({ plan }),
  output: saved,
});

export const movePoll = endpoint({
  name: "act.move-forum-poll",
  kind: "command",
  path: "/api/act/{partnership}/forums/{number}/poll",
  summary: "Visa frågorna på tavlan, stäng dem, öppna dem igen, eller visa resultatet",
  input: onForum.extend({ step: z.enum(POLL_STEPS) }),
  output: saved,
});

export const noteForum = endpoint({
  name: "act.note-forum",
  kind: "command",
  path: "/api/act/{partnership}/forums/{number}/notes",
  summary: "Det här tog gruppen upp",
  input: onForum.extend({ notes: z.string().max(1000) }),
  output: saved,
});

export const promiseBack = endpoint({
  name: "act.promise-back",
  kind: "command",
  path: "/api/act/{partnership}/forums/{number}/promises",
  summary: "Det här lovade vi svara på",
  input: onForum.extend({ text: z.string().max(300), by: dayField }),
  output: saved,
});

export const answerBack = endpoint({
  name: "act.answer-back",
  kind: "command",
  path: "/api/act/{partnership}/forums/{number}/promises/{promiseId}/answer",
  summary: "Det här svarade vi er",
  input: onForum.extend({ promiseId: z.uuid(), answer: z.string().max(600) }),
  output: saved,
});

export const closeForum = endpoint({
  name: "act.close-forum",
  kind: "command",
  path: "/api/act/{partnership}/forums/{number}/close",
  summary: "Avsluta forumet: bara summorna finns kvar, och det räknas som ett tillfälle",
  input: onForum,
  output: saved,
});

export const forumApi = [
  listForums,
  openForum,
  planForum,
  replanForum,
  movePoll,
  noteForum,
  promiseBack,
  answerBack,
  closeForum,
] as const;
