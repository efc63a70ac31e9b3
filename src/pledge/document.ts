// The medborgarlöfte itself, as what is signed: everything here is covered by the hash. Fields follow domain.md 1.8; what real promises leave out may be left out.
import { z } from "zod";
import { canonicalText } from "../ground/canonical.ts";
import { idOf } from "../ground/id.ts";
import { placeField } from "../ground/place.ts";
import { dayField, type Day } from "../ground/time.ts";
import { baselineField, targetField } from "./target.ts";

const text = (max: number) => z.string().trim().min(1).max(max);

/** A day, or only what was said of it: "2019-02", "hösten 2015", "tills vidare". `on` is there when it can be put in a calendar. */
export const saidDayField = z.object({ said: text(80), on: dayField.exactOptional() });
export type SaidDay = z.infer<typeof saidDayField>;

/** Who promises. `third` are others who promise too: housing companies, a rescue service, a restaurant (P-rows of domain.md 1.7). */
export const partyField = z.object({
  standing: z.enum(["municipality", "police", "third"]),
  name: text(160),
  organisationId: idOf("organisation").exactOptional(),
});

export const MODALITIES = [
  "do-count",
  "do-recurring",
  "do-once",
  "start",
  "maintain",
  "on-demand",
  "analyse-then-decide",
  "intent",
] as const;

export const activityField = z.object({
  id: idOf("activity"),
  /** As it is cited: "1.2". */
  number: text(20),
  text: text(2000),
  /** Whose it is: a joint activity still has exactly one accountable unit, when somebody has said which. */
  owner: z.enum(["joint", "municipality", "police", "other"]),
  accountable: z
    .object({ organisationId: idOf("organisation"), unit: text(160), accepted: z.boolean() })
    .exactOptional(),
  supporting: z.array(text(160)).max(20).exactOptional(),
  modality: z.enum(MODALITIES),
  target: targetField.exactOptional(),
  notCountableBecause: text(500).exactOptional(),
  baseline: baselineField.exactOptional(),
  place: placeField.exactOptional(),
  deadline: saidDayField.exactOptional(),
  season: text(120).exactOptional(),
  condition: text(500).exactOptional(),
});
export type Activity = z.infer<typeof activityField>;

export const pledgeField = z.object({
  id: idOf("pledge"),
  order: z.int().min(1),
  text: text(2000),
  theme: text(60),
  owner: z.enum(["joint", "municipality", "police", "other"]),
  /** Who owns it where it is neither party alone nor both: "kommun+fastighetsägare". */
  ownerSaid: text(120).exactOptional(),
  targetGroup: text(120).exactOptional(),
  /** A slot left open on purpose, to be filled while the promise runs (P18). */
  openSlot: z.boolean().exactOptional(),
  /** The same promise in a part of it, for a group or a place (P23). */
  subPledges: z.array(text(2000)).max(20).exactOptional(),
  problemIds: z.array(idOf("problem")).max(20),
  /** The promise this one goes on from. */
  continues: idOf("pledge").exactOptional(),
  activities: z.array(activityField).max(60),
});
export type Pledge = z.infer<typeof pledgeField>;

/** A result told for a finished promise, as published: kept beside the promise for those made before Samsyn. */
export const toldResultField = z.object({
  pledge: z.int().exactOptional(),
  actual: z.number().exactOptional(),
  approximate: z.boolean().exactOptional(),
  unit: text(160).exactOptional(),
  status: text(80).exactOptional(),
  done: z.boolean().exactOptional(),
  dates: z.array(text(80)).exactOptional(),
  place: text(200).exactOptional(),
  per: text(80).exactOptional(),
  text: text(2000).exactOptional(),
});

export const contentField = z.object({
  title: text(200),
  parties: z.array(partyField).min(1).max(20),
  area: z.array(placeField).min(1).max(20),
  period: z.object({ from: saidDayField, to: saidDayField.exactOptional() }),
  /** When it was signed, for documents that were signed before they came here: "2018-10-26", "2019-02". */
  signedOn: saidDayField.exactOptional(),
  preamble: text(4000).exactOptional(),
  /** What it rests on, in the words published: "trygghetsvandringar", "enkät (420 svar)". */
  basis: z.array(text(300)).max(40),
  pledges: z.array(pledgeField).max(60),
  /** How often residents were promised to hear, and how it is followed up. */
  feedback: text(300).exactOptional(),
  review: text(500).exactOptional(),
  toldResults: z
    .array(
      z.object({
        period: text(80),
        published: text(80).exactOptional(),
        source: text(500).exactOptional(),
        results: z.array(toldResultField),
      }),
    )
    .max(20)
    .exactOptional(),
  /** What is known to be uncertain or lacking, said in the document's own record. */
  note: text(2000).exactOptional(),
  /** Links that lead somewhere: a "javascript:" would run as ours. */
  sources: z
    .array(
      z.object({
        title: text(300),
        url: z.url({ protocol: /^https?$/ }).exactOptional(),
        read: text(40).exactOptional(),
      }),
    )
    .max(20),
  /** Texts published in other words elsewhere. */
  renderings: z
    .array(
      z.object({
        channel: text(200),
        on: saidDayField.exactOptional(),
        sha256: z
          .string()
          .regex(/^[0-9a-f]{64}$/)
          .exactOptional(),
        differs: text(500).exactOptional(),
      }),
    )
    .max(20)
    .exactOptional(),
  agreement: text(300).exactOptional(),
  situationReport: text(300).exactOptional(),
});
export type Content = z.infer<typeof contentField>;

/** The text that is signed: the same content is always the same text (RFC 8785). */
export function signedText(content: Content): string {
  return canonicalText(content);
}

/** First and last day, where they can be put in a calendar. */
export function spanOf(content: Content): { readonly from: Day | undefined; readonly to: Day | undefined } {
  return { from: content.period.from.on, to: content.period.to?.on };
}

export function activitiesOf(content: Content): readonly { readonly pledge: Pledge; readonly activity: Activity }[] {
  return content.pledges.flatMap((pledge) => pledge.activities.map((activity) => ({ pledge, activity })));
}

/** Reads what people say of a date: a whole year, a month, a day; anything else is kept as said. `end` puts it at the end of what was said. */
export function readSaidDay(said: string, end: boolean): SaidDay {
  const year = /^(\d{4})$/.exec(said);
  if (year !== null) return { said, on: `${year[1]}-${end ? "12-31" : "01-01"}` as Day };
  return /^\d{4}-\d{2}-\d{2}$/.test(said) ? { said, on: said as Day } : { said };
}
