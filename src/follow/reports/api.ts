import { z } from "zod";
import { CAUSES } from "../../act/deviation.ts";
import { countField, QUALIFIERS } from "../../ground/count.ts";
import { endpoint } from "../../ground/endpoint.ts";
import { idOf } from "../../ground/id.ts";
import { dayField, instantField } from "../../ground/time.ts";
import { sign as signPromise } from "../../pledge/api.ts";
import { CHANNELS, REACHES, reportBodyField, statedField, STATUSES, VOICES } from "../../pledge/report-text.ts";

const partnership = z.string();
const slug = z
  .string()
  .max(40)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);
const status = z.enum(STATUSES);
const party = z.enum(["municipality", "police"]);
export const stateField = z.enum(["draft", "ready", "half-signed", "signed", "published"]);
const words = { explanation: z.string(), output: z.string(), outcome: z.string(), experience: z.string() };
const disputes = z.object({ inAll: z.number(), open: z.number() });

const card = z.object({
  activityId: z.string(),
  number: z.string(),
  text: z.string(),
  unit: z.string(),
  status,
  preset: status,
  ...words,
  done: countField,
  expected: z.number().nullable(),
  counted: z.string(),
  span: z.object({ from: dayField, to: dayField }).nullable(),
  outputs: z.array(z.object({ what: z.string(), depth: z.number(), value: z.number(), qualifier: z.enum(QUALIFIERS) })),
  beside: z.array(z.object({ on: dayField, count: countField, counted: z.string() })),
  deviations: z.array(
    z.object({
      on: dayField,
      cause: z.enum(CAUSES),
      sentence: z.string(),
      newDay: dayField.nullable(),
      because: z.string(),
    }),
  ),
  judged: z.boolean(),
  /** What it was judged on, where the log says something else by now. */
  judgedOn: z.object({ done: countField, expected: z.number().nullable() }).nullable(),
  views: z.array(z.object({ party, status, explanation: z.string() })),
  /** What was said of it the last time. */
  last: z.object({ slug: z.string(), status, ...words }).nullable(),
});

export const openReport = endpoint({
  name: "follow.open-report",
  kind: "question",
  path: "/api/follow/{partnership}/reports/{slug}",
  summary: "En uppföljning: lovat, gjort, ledde till, bedömning",
  input: z.object({ partnership, slug }),
  output: z.object({
    slug: z.string(),
    from: dayField,
    to: dayField,
    state: stateField,
    example: z.boolean(),
    pledges: z.array(
      z.object({
        order: z.number(),
        text: z.string(),
        disputes,
        indicators: z.array(
          z.object({
            name: z.string(),
            unit: z.string(),
            column: z.enum(["outcome", "experience"]),
            stated: statedField,
            source: z.string(),
            caveat: z.string(),
            readings: z.array(
              z.object({
                on: dayField,
                value: z.number(),
                low: z.number().nullable(),
                high: z.number().nullable(),
                n: z.number().nullable(),
                method: z.string(),
                baseline: z.boolean(),
                comparable: z.boolean(),
              }),
            ),
          }),
        ),
        cards: z.array(card),
      }),
    ),
    itemsDone: z.array(z.object({ id: z.string(), text: z.string(), place: z.string(), on: dayField })),
    texts: z.array(z.object({ voice: z.enum(VOICES), text: z.string(), handedIn: z.boolean() })),
    /** The last report's texts, where there is one. */
    last: z
      .object({ slug: z.string(), texts: z.array(z.object({ voice: z.enum(VOICES), text: z.string() })) })
      .nullable(),
    told: z.array(
      z.object({
        id: z.string(),
        on: dayField,
        channel: z.enum(CHANNELS),
        audience: z.string(),
        reach: z.enum(REACHES),
        party,
        struck: z.string().nullable(),
      }),
    ),
    /** «Ifrågasatta klart» of the period, among what one's own organisation has asked. */
    disputes,
    parties: z.array(
      z.object({
        organisationId: z.string(),
        name: z.string(),
        party,
        handedIn: z.boolean(),
        signed: z.object({ office: z.string(), acting: z.boolean(), at: instantField }).nullable(),
      }),
    ),
    /** The text that is signed, once it is closed. */
    frozen: z.object({ at: instantField, contentHash: z.string(), body: reportBodyField }).nullable(),
    mandate: z.object({ party, office: z.string(), decidedBy: z.string() }).nullable(),
    cannotSign: z.string().nullable(),
    mandateDay: dayField.nullable(),
    cannotPublish: z.string().nullable(),
    /** By when residents were to hear, and whose part is out alone. */
    part: z.object({ heardBy: dayField, out: party.nullable() }),
    /** Whose key has said yes to publication. */
    publicationAskedBy: party.nullable(),
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
const activityId = idOf("activity");

export const assessActivity = endpoint({
  name: "follow.assess-activity",
  kind: "command",
  path: "/api/follow/{partnership}/reports/{slug}/assessments/{activityId}",
  summary: "Bedöm en aktivitet",
  input: onReport.extend({ activityId, status, explanation: text, output: text, outcome: text, experience: text }),
  output: z.object({ status }),
});

export const viewActivity = endpoint({
  name: "follow.view-activity",
  kind: "command",
  path: "/api/follow/{partnership}/reports/{slug}/views/{activityId}",
  summary: "Säg den egna organisationens bedömning av en aktivitet, eller ta tillbaka den",
  input: onReport.extend({ activityId, status: status.nullable(), explanation: text }),
  output: z.object({ status: status.nullable() }),
});

export const writeText = endpoint({
  name: "follow.write-text",
  kind: "command",
  path: "/api/follow/{partnership}/reports/{slug}/texts",
  summary: "Skriv den egna partens text, eller den gemensamma",
  input: onReport.extend({ voice: z.enum(VOICES), text }),
  output: z.object({ voice: z.enum(VOICES) }),
});

export const handInText = endpoint({
  name: "follow.hand-in-text",
  kind: "command",
  path: "/api/follow/{partnership}/reports/{slug}/handed-in",
  summary: "Lämna den egna texten och de egna bedömningarna klara till den andra parten",
  input: onReport,
  output: z.object({ voice: party }),
});

export const noteTelling = endpoint({
  name: "follow.note-telling",
  kind: "command",
  path: "/api/follow/{partnership}/reports/{slug}/tellings",
  summary: "Skriv var det har berättats om löftet",
  input: onReport.extend({
    on: dayField,
    channel: z.enum(CHANNELS),
    audience: z.string().max(200),
    reach: z.enum(REACHES),
  }),
  output: z.object({ id: z.string() }),
});

export const strikeTelling = endpoint({
  name: "follow.strike-telling",
  kind: "command",
  path: "/api/follow/{partnership}/reports/{slug}/tellings/{tellingId}/strike",
  summary: "Stryk en rad om var det har berättats, med skäl",
  input: onReport.extend({ tellingId: z.uuid(), reason: z.string().max(300) }),
  output: z.object({ id: z.string() }),
});

export const freezeReport = endpoint({
  name: "follow.freeze-report",
  kind: "command",
  path: "/api/follow/{partnership}/reports/{slug}/ready",
  summary: "Klart för underskrift: siffrorna fryses med datum",
  input: onReport,
  output: z.object({ contentHash: z.string() }),
});

export const publishPart = endpoint({
  name: "follow.publish-part",
  kind: "command",
  path: "/api/follow/{partnership}/reports/{slug}/part",
  summary: "Publicera den egna delen efter utlovad dag, medan den andra partens bedömning väntas",
  input: onReport,
  output: z.object({ party }),
});

export const reopenReport = endpoint({
  name: "follow.reopen-report",
  kind: "command",
  path: "/api/follow/{partnership}/reports/{slug}/reopen",
  summary: "Öppna en uppföljning som väntar på underskrift, med skäl",
  input: onReport.extend({ reason: z.string().max(300) }),
  output: z.object({ version: z.number() }),
});

const asked = z.object({
  signingId: z.string(),
  contentHash: z.string(),
  options: z.looseObject({}),
});
const answered = onReport.extend(signPromise.input.pick({ signingId: true, answer: true }).shape);

export const askToSignReport = endpoint({
  name: "follow.ask-to-sign-report",
  kind: "command",
  path: "/api/follow/{partnership}/reports/{slug}/ask-to-sign",
  summary: "Frågan till den egna nyckeln om exakt den här uppföljningen",
  input: onReport,
  output: asked,
});

export const signReport = endpoint({
  name: "follow.sign-report",
  kind: "command",
  path: "/api/follow/{partnership}/reports/{slug}/sign",
  summary: "Skriv under uppföljningen för den egna organisationen",
  input: answered,
  output: z.object({ state: stateField, signedAt: instantField, missing: z.array(party) }),
});

export const askToPublishReport = endpoint({
  name: "follow.ask-to-publish-report",
  kind: "command",
  path: "/api/follow/{partnership}/reports/{slug}/ask-to-publish",
  summary: "Frågan till den egna nyckeln om att publicera uppföljningen",
  input: onReport,
  output: asked,
});

export const publishReport = endpoint({
  name: "follow.publish-report",
  kind: "command",
  path: "/api/follow/{partnership}/reports/{slug}/publish",
  summary: "Publicera uppföljningen med den egna organisationens nyckel; båda behövs",
  input: answered,
  output: z.object({ state: stateField }),
});

export const reportsApi = [
  openReport,
  draftReport,
  assessActivity,
  viewActivity,
  writeText,
  handInText,
  noteTelling,
  strikeTelling,
  freezeReport,
  publishPart,
  reopenReport,
  askToSignReport,
  signReport,
  askToPublishReport,
  publishReport,
] as const;
