// The text of a period report as both parties sign it, and as everybody reads it. It lies with what checks signatures, which must read it years later. Frozen: another
// meaning gets another name.
import { z } from "zod";
import { QUALIFIERS } from "../ground/count.ts";
import { dayField, instantField } from "../ground/time.ts";

export const REPORT_TEXT = "samsyn-report-2";

/** What an activity can have come to (domain.md 11.3). */
export const STATUSES = [
  "not-started",
  "running",
  "on-plan",
  "behind",
  "met",
  "exceeded",
  "partly",
  "not-met",
  "dropped",
  "not-measurable",
] as const;
export const VOICES = ["municipality", "police", "joint"] as const;
export const CHANNELS = [
  "website",
  "social-media",
  "local-paper",
  "radio",
  "poster",
  "letter",
  "meeting",
  "street",
  "school",
  "other",
] as const;
/** How many were reached, as a band: nobody counts heads more exactly than they know. */
export const REACHES = ["unknown", "under-50", "50-199", "200-999", "1000-4999", "5000-or-more"] as const;

const said = z.string().max(3000);
const line = z.string().max(2000);
const number = z.number().min(-1e9).max(1e9);
const heads = z.discriminatedUnion("shown", [
  z.strictObject({ shown: z.literal("count"), value: number }),
  z.strictObject({ shown: z.literal("fewer-than"), than: number }),
  z.strictObject({ shown: z.literal("withheld") }),
]);
const count = z.strictObject({ value: number, qualifier: z.enum(QUALIFIERS) });
const status = z.enum(STATUSES);
const party = z.enum(["municipality", "police"]);

const cardField = z.strictObject({
  activityId: z.uuid(),
  number: line,
  text: said,
  unit: line,
  done: count,
  counted: line,
  /** Null where no number is promised. */
  expected: number.nullable(),
  /** Where it was promised for a part of the period only. */
  span: z.strictObject({ from: dayField, to: dayField }).nullable(),
  /** What came of it, added up of what may be told of each occasion and of nothing else. */
  outputs: z.array(z.strictObject({ what: line, depth: z.int().min(0).max(20), heads, qualifier: z.enum(QUALIFIERS) })),
  /** Done beside what was promised. */
  beside: z.array(z.strictObject({ counted: line, count })),
  deviations: z.array(z.strictObject({ on: dayField, sentence: said, newDay: dayField.nullable(), because: said })),
  status,
  /** What the log alone said. */
  preset: status,
  explanation: said,
  output: said,
  outcome: said,
  experience: said,
  /** What one organisation says for itself, where it has said anything. */
  views: z.array(z.strictObject({ party, status, explanation: said })),
});
export type ReportCard = z.output<typeof cardField>;

export const statedField = z.strictObject({
  verdict: z.enum(["better", "worse", "no-clear-change", "cannot-be-known"]),
  /** Why it cannot be known; null where it can. */
  because: z.enum(["no-baseline", "nothing-after", "other-time", "too-few", "line-broken", "no-interval"]).nullable(),
});
const indicatorField = statedField.extend({
  name: line,
  unit: line,
  column: z.enum(["outcome", "experience"]),
  source: said,
  caveat: said,
  readings: z.array(
    z.strictObject({
      on: dayField,
      figure: z.strictObject({ value: number, low: number.nullable(), high: number.nullable() }).nullable(),
      n: heads.nullable(),
      baseline: z.boolean(),
      comparable: z.boolean(),
    }),
  ),
});
export type ReportIndicator = z.output<typeof indicatorField>;

export const reportBodyField = z.strictObject({
  format: z.literal(REPORT_TEXT),
  partnership: line,
  slug: line,
  /** The promise that is followed up, and the text of it that holds. */
  document: z.strictObject({ slug: line, contentHash: line }),
  from: dayField,
  to: dayField,
  /** When the figures were taken. */
  frozenAt: instantField,
  pledges: z.array(
    z.strictObject({
      order: z.int(),
      text: said,
      activities: z.array(cardField),
      indicators: z.array(indicatorField),
    }),
  ),
  disputes: z.strictObject({ inAll: heads, open: heads }),
  itemsDone: z.int().min(0),
  texts: z.array(z.strictObject({ voice: z.enum(VOICES), text: said })),
  /** «Vem vet om löftet?» */
  told: z.array(
    z.strictObject({ on: dayField, channel: z.enum(CHANNELS), audience: line, reach: z.enum(REACHES), party }),
  ),
});
export type ReportBody = z.output<typeof reportBodyField>;

/** Undefined for what is no report's text. */
export function readReportBody(text: string): ReportBody | undefined {
  try {
    return reportBodyField.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

const STATUS_WORDS: Readonly<Record<(typeof STATUSES)[number], string>> = {
  "not-started": "Ej påbörjad",
  running: "Pågår",
  "on-plan": "Enligt plan",
  behind: "Efter plan",
  met: "Uppfylld",
  exceeded: "Överträffad",
  partly: "Delvis",
  "not-met": "Ej uppfylld",
  dropped: "Utgår",
  "not-measurable": "Ej mätbar",
};
const PARTY_WORDS = { municipality: "Kommunen", police: "Polisen", joint: "Gemensamt" } as const;
const SURE = { exact: "", "at-least": "minst ", approximately: "ca " } as const;

/** A report in plain lines, for whoever opens the evidence as it is. */
export function reportLines({ from, to, frozenAt, pledges, texts, told }: ReportBody): readonly string[] {
  return [
    `Uppföljning ${from} – ${to}`,
    `Siffrorna är tagna ${frozenAt}`,
    ...pledges.flatMap(({ order, text, activities }) => [
      `Löfte ${order}. ${text}`,
      ...activities.flatMap((card) => [
        `${card.number} ${card.text}`,
        `Gjort: ${SURE[card.done.qualifier]}${card.done.value}${card.expected === null ? "" : ` av ${card.expected}`} ${card.counted}`.trimEnd(),
        `Bedömning: ${STATUS_WORDS[card.status]}${card.explanation === "" ? "" : `. ${card.explanation}`}`,
        ...card.views.map(
          (view) =>
            `${PARTY_WORDS[view.party]}: ${STATUS_WORDS[view.status]}${view.explanation === "" ? "" : `. ${view.explanation}`}`,
        ),
        ...[card.output, card.outcome, card.experience].filter((one) => one !== ""),
        ...card.deviations.map(({ on, sentence }) => `${on}: ${sentence}`),
      ]),
    ]),
    ...texts.map(({ voice, text }) => `${PARTY_WORDS[voice]}: ${text}`),
    ...told.map(({ on, audience }) => `Berättat ${on}: ${audience}`),
  ];
}
