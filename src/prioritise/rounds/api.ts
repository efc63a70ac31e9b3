import { z } from "zod";
import { CATEGORIES } from "../../collect/category.ts";
import { SAMPLE_TYPES } from "../../collect/source.ts";
import { endpoint } from "../../ground/endpoint.ts";
import { idOf } from "../../ground/id.ts";
import { agreement } from "../agreement-field.ts";
import { STRENGTHS } from "../problem.ts";
import { ANSWER_KINDS } from "./answers.ts";
import { CRITERIA, HIGHEST, LOWEST, MOST_WEIGHT } from "./weigh.ts";

const partnership = z.string();
const year = z.coerce.number().int().min(2000).max(2200);
const inRound = z.object({ partnership, year });
const weights = z.partialRecord(z.enum(CRITERIA), z.number().int().min(1).max(MOST_WEIGHT));
const proposal = z.object({ weights, problemIds: z.array(idOf("problem")).max(60) });
const given = z.object({
  problemId: idOf("problem"),
  criterion: z.enum(CRITERIA),
  score: z.number().int().min(LOWEST).max(HIGHEST),
  motive: z.string().max(200),
});
const problemState = z.enum(["open", "chosen", "declined", "merged"]);
const state = z.object({ state: z.enum(["preparing", "scoring", "closed"]) });

export const listRounds = endpoint({
  name: "prioritise.list-rounds",
  kind: "question",
  path: "/api/prioritise/{partnership}/rounds",
  summary: "Omgångar: år för år",
  input: z.object({ partnership }),
  output: z.object({
    rounds: z.array(z.object({ year: z.number(), state: state.shape.state, example: z.boolean() })),
  }),
});

export const readRound = endpoint({
  name: "prioritise.read-round",
  kind: "question",
  path: "/api/prioritise/{partnership}/rounds/{year}",
  summary: "En omgång: vad som vägs, de egna poängen, och den andra partens när båda har låst",
  input: inRound,
  output: z.object({
    /** Null where nobody has opened it. */
    round: z
      .object({
        state: state.shape.state,
        weights,
        problemIds: z.array(z.string()),
        proposedBy: z.string(),
        proposedAt: z.iso.datetime(),
        example: z.boolean(),
      })
      .nullable(),
    parties: z.array(
      z.object({
        organisationId: z.string(),
        name: z.string(),
        party: z.enum(["municipality", "police", "other"]),
        locked: z.boolean(),
      }),
    ),
    /** By what the last closed round weighed: what a new one is proposed with. */
    before: z.object({ year: z.number(), weights }).nullable(),
    /** For whom the one who asks weighs; null for those who only read. */
    weighsFor: z.string().nullable(),
    /** Those of the round, and every problem without an answer. */
    problems: z.array(
      z.object({
        id: z.string(),
        slug: z.string(),
        what: z.string(),
        state: problemState,
        evidence: z.array(z.object({ caption: z.string(), strength: z.enum(STRENGTHS), own: z.boolean() })),
        /** Who says it, of how many, how many kinds of source agree and what is to be known of that. */
        agreement: agreement.nullable(),
        /** Where it came the last time it was weighed. */
        former: z.object({ year: z.number(), place: z.number(), of: z.number(), reason: z.string() }).nullable(),
        /** What was weighed then on the same theme, and how that was answered. */
        formerOnTheme: z.array(z.object({ slug: z.string(), what: z.string(), state: problemState })).readonly(),
        /** What was promised for it, or for what was weighed on the same theme, and what that led to. */
        promised: z
          .array(
            z.object({
              slug: z.string(),
              order: z.number(),
              text: z.string(),
              told: z.array(z.object({ sv: z.string(), en: z.string() })).readonly(),
            }),
          )
          .readonly(),
        /** What residents have said of it in what was heard, source by source: beside the score for their support, which is not worked out from it. */
        heard: z.array(
          z.object({
            theme: z.string(),
            source: z.string(),
            sampleType: z.enum(SAMPLE_TYPES),
            voices: z.number(),
          }),
        ),
        causes: z.number(),
        example: z.boolean(),
      }),
    ),
    own: z.array(given.extend({ problemId: z.string() })),
    /** Those that enough have spoken of, with their answer; told when both have locked. */
    themes: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        category: z.enum(CATEGORIES),
        voices: z.number(),
        problems: z.array(z.object({ id: z.string(), state: problemState })),
        declinedBefore: z.boolean(),
      }),
    ),
    /** How many more were heard and that too few have spoken of for an answer of their own; of a closed round those that it counted. */
    counted: z.number(),
    answers: z.array(
      z.object({
        themeId: z.string().optional(),
        problemId: z.string().optional(),
        kind: z.enum(ANSWER_KINDS),
        reason: z.string(),
      }),
    ),
    /** What still stands in the way of closing; null until both have locked. */
    ends: z
      .object({
        themes: z.array(z.string()),
        problems: z.array(z.string()),
        causes: z.array(z.string()),
        order: z.array(z.string()),
      })
      .nullable(),
    /** Every party's scores, when all have locked. Null until then, whatever has been scored. */
    together: z
      .array(
        z.object({
          organisationId: z.string(),
          scores: z.array(given.extend({ problemId: z.string() })),
        }),
      )
      .nullable(),
  }),
});

export const openRound = endpoint({
  name: "prioritise.open-round",
  kind: "command",
  path: "/api/prioritise/{partnership}/rounds/{year}/open",
  summary: "Öppna årets omgång med ett förslag till vad som vägs och hur tungt",
  input: inRound.extend(proposal.shape),
  output: state,
});

export const proposeRound = endpoint({
  name: "prioritise.propose-round",
  kind: "command",
  path: "/api/prioritise/{partnership}/rounds/{year}/propose",
  summary: "Föreslå något annat att väga, eller andra vikter",
  input: inRound.extend(proposal.shape),
  output: state,
});

export const agreeRound = endpoint({
  name: "prioritise.agree-round",
  kind: "command",
  path: "/api/prioritise/{partnership}/rounds/{year}/agree",
  summary: "Säg ja till den andra partens förslag; sedan poängsätter ni var för sig",
  /** To the very proposal that was read. */
  input: inRound.extend({ proposedAt: z.iso.datetime() }),
  output: state,
});

export const saveScore = endpoint({
  name: "prioritise.save-score",
  kind: "command",
  path: "/api/prioritise/{partnership}/rounds/{year}/score",
  summary: "Spara en poäng som utkast; bara den egna organisationen läser den",
  input: inRound.extend(given.shape),
  output: z.object({}),
});

export const lockScores = endpoint({
  name: "prioritise.lock-scores",
  kind: "command",
  path: "/api/prioritise/{partnership}/rounds/{year}/lock",
  summary: "Lås den egna organisationens poäng",
  input: inRound,
  output: z.object({}),
});

export const answerInRound = endpoint({
  name: "prioritise.answer-in-round",
  kind: "command",
  path: "/api/prioritise/{partnership}/rounds/{year}/answer",
  summary:
    "Svara på ett tema eller ett problem: tas inte upp, lämnas öppet, eller varför valet går förbi ordningen eller orsaken",
  input: inRound.extend({
    themeId: idOf("theme").optional(),
    problemId: idOf("problem").optional(),
    kind: z.enum(ANSWER_KINDS),
    reason: z.string().max(1000),
  }),
  output: z.object({}),
});

export const closeRound = endpoint({
  name: "prioritise.close-round",
  kind: "command",
  path: "/api/prioritise/{partnership}/rounds/{year}/close",
  summary: "Stäng omgången, när allt har ett svar",
  input: inRound,
  output: state,
});

export const roundsApi = [
  answerInRound,
  closeRound,
  listRounds,
  readRound,
  openRound,
  proposeRound,
  agreeRound,
  saveScore,
  lockScores,
] as const;
