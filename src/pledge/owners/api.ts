import { z } from "zod";
import { endpoint } from "../../ground/endpoint.ts";
import { idOf } from "../../ground/id.ts";
import { activityField } from "../document.ts";
import { ANSWERS } from "./owner.ts";

const partnership = z.string();

/** A question to a unit, as it stands beside the draft. */
export const ownerField = z.object({
  id: z.string(),
  activityId: z.string(),
  organisationId: z.string(),
  unit: z.string(),
  asked: z.string(),
  askedAt: z.iso.datetime(),
  answer: z
    .object({
      kind: z.enum(ANSWERS),
      at: z.iso.datetime(),
      office: z.string(),
      said: z.string(),
      vouched: z.string().optional(),
    })
    .optional(),
  /** How the one who reads may answer it. */
  answersAs: z.enum(["own", "vouching", "not"]),
});

export const askOwner = endpoint({
  name: "pledge.ask-owner",
  kind: "command",
  path: "/api/pledge/{partnership}/documents/{slug}/owners",
  summary: "Fråga en aktivitets enhet om den tackar ja till texten som den står",
  input: z.object({ partnership, slug: z.string().max(60), activityId: idOf("activity") }),
  output: z.object({}),
});

export const answerOwner = endpoint({
  name: "pledge.answer-owner",
  kind: "command",
  path: "/api/pledge/{partnership}/owners/{id}/answer",
  summary: "Tacka ja, föreslå andra ord eller tacka nej för en enhet",
  input: z.object({
    partnership,
    id: idOf("owner"),
    answer: z.enum(ANSWERS),
    /** Other words, or why not. */
    said: z.string().max(1000),
    /** How the unit answered, where somebody else puts it down. */
    vouched: z.string().max(300),
  }),
  output: z.object({}),
});

export const ownersAsked = endpoint({
  name: "pledge.list-owners-asked",
  kind: "question",
  path: "/api/pledge/{partnership}/owners",
  summary: "Frågor till den egna organisationens enheter som väntar på svar",
  input: z.object({ partnership }),
  output: z.object({
    asked: z.array(
      z.object({
        id: z.string(),
        slug: z.string(),
        title: z.string(),
        unit: z.string(),
        askedAt: z.iso.datetime(),
        activity: activityField,
      }),
    ),
  }),
});

export const ownersApi = [askOwner, answerOwner, ownersAsked] as const;
