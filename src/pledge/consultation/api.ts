import { z } from "zod";
import { SET_ASIDE_REASONS } from "../../collect/open-form.ts";
import { endpoint } from "../../ground/endpoint.ts";
import { dayField } from "../../ground/time.ts";
import { ANSWERS, LONGEST_ANSWER, MOST_AT_ONCE } from "./comment.ts";
import { LONGEST_INFLUENCE } from "./consultation.ts";
import { PASSAGE_KINDS } from "./passages.ts";

const slug = z
  .string()
  .max(60)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);
const onDocument = z.object({ partnership: z.string(), slug });
const influence = z.string().max(LONGEST_INFLUENCE);
const phase = z.enum(["asked", "planned", "open", "answering", "closed"]);
const phaseAnswer = z.object({ phase });
const answer = z.object({
  kind: z.enum(ANSWERS),
  reason: z.string(),
  became: z.string().nullable(),
  on: z.string(),
  by: z.string(),
});

export const readConsultation = endpoint({
  name: "pledge.read-consultation",
  kind: "question",
  path: "/api/pledge/{partnership}/documents/{slug}/consultation",
  summary:
    "Ett utkasts synpunkter: dagarna, texten som den visades, kommentarerna stycke för stycke och vad som väntar",
  input: onDocument,
  output: z.object({
    title: z.string(),
    isDraft: z.boolean(),
    /** The days it is proposed to be open, reckoned from the day the promise is to hold and before it is to be written. */
    proposed: z.object({ from: dayField, to: dayField }),
    /** Whether the one who asks speaks for the municipality or the police. */
    consults: z.boolean(),
    /** Null where nobody has asked. */
    consultation: z
      .object({
        phase,
        from: z.string(),
        to: z.string(),
        canInfluence: z.string(),
        cannotInfluence: z.string(),
        askedBy: z.enum(["municipality", "police", "other"]),
        isOwn: z.boolean(),
        askedAt: z.iso.datetime(),
        /** The draft has been written on since. */
        draftHasMoved: z.boolean(),
        example: z.boolean(),
      })
      .nullable(),
    passages: z.array(
      z.object({
        id: z.string(),
        kind: z.enum(PASSAGE_KINDS),
        number: z.string(),
        text: z.string(),
        inFull: z.array(z.string()),
        parts: z.array(z.object({ text: z.string(), change: z.enum(["added", "removed"]).exactOptional() })),
        isChanged: z.boolean(),
        isNew: z.boolean(),
        comments: z.array(
          z.object({
            id: z.string(),
            sentence: z.string().nullable(),
            text: z.string(),
            receivedOn: z.string(),
            isRead: z.boolean(),
            answer: answer.nullable(),
          }),
        ),
      }),
    ),
    held: z.array(z.object({ reason: z.enum(SET_ASIDE_REASONS), count: z.number() })),
    waiting: z.number(),
    unanswered: z.number(),
  }),
});

export const askConsultation = endpoint({
  name: "pledge.ask-consultation",
  kind: "command",
  path: "/api/pledge/{partnership}/documents/{slug}/consultation/ask",
  summary: "Öppna för synpunkter: föreslå dagar och vad man kan påverka; den andra parten säger ja",
  input: onDocument.extend({ from: dayField, to: dayField, canInfluence: influence, cannotInfluence: influence }),
  output: phaseAnswer,
});

export const agreeConsultation = endpoint({
  name: "pledge.agree-consultation",
  kind: "command",
  path: "/api/pledge/{partnership}/documents/{slug}/consultation/agree",
  summary: "Säg ja till att utkastet öppnas för synpunkter: den andra nyckeln",
  /** To the very proposal that was read. */
  input: onDocument.extend({ askedAt: z.iso.datetime() }),
  output: phaseAnswer,
});

export const lookThroughComment = endpoint({
  name: "pledge.look-through-comment",
  kind: "command",
  path: "/api/pledge/{partnership}/documents/{slug}/consultation/comments/{id}",
  summary: "Visa en kommentar för alla, eller håll den inne av ett skäl som kvittot säger",
  input: onDocument.extend({ id: z.uuid(), reason: z.enum(SET_ASIDE_REASONS).exactOptional() }),
  output: z.object({ state: z.enum(["shown", "held"]) }),
});

export const answerComments = endpoint({
  name: "pledge.answer-comments",
  kind: "command",
  path: "/api/pledge/{partnership}/documents/{slug}/consultation/answers",
  summary: "Svara på en eller flera kommentarer: ändrat, delvis eller inte, med ett skäl som alla läser",
  input: onDocument.extend({
    ids: z.array(z.uuid()).max(MOST_AT_ONCE),
    kind: z.enum(ANSWERS),
    reason: z.string().max(LONGEST_ANSWER),
    became: z.string().max(LONGEST_ANSWER).exactOptional(),
  }),
  output: z.object({ answered: z.number() }),
});

export const closeConsultation = endpoint({
  name: "pledge.close-consultation",
  kind: "command",
  path: "/api/pledge/{partnership}/documents/{slug}/consultation/close",
  summary: "Stäng synpunkterna, när varje kommentar har sitt svar",
  input: onDocument,
  output: phaseAnswer,
});

export const consultationApi = [
  readConsultation,
  askConsultation,
  agreeConsultation,
  lookThroughComment,
  answerComments,
  closeConsultation,
] as const;
