// The medborgarlöfte itself, as what is signed: everything here is covered by the hash. Fields follow domain.md 1.8; what real promises leave out may be left out.
import { z } from "zod";
import { canonicalText } from "../ground/canonical.ts";
import { QUALIFIERS, type Qualifier } from "../ground/count.ts";
import { idOf } from "../ground/id.ts";
import { placeField } from "../ground/place.ts";
import { addDays, addMonths, dayField, readDay, type Day } from "../ground/time.ts";
import { detectableField } from "../picture/found.ts";
import { formerItemField } from "./renewal/formerly.ts";
import { RULES } from "./rules.ts";
import { baselineField, PERIODS, targetField } from "./target.ts";

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

/** A question that is left unmet on purpose, and why: signed and published with the rest. */
export const exceptionField = z.object({
  rule: z.enum(RULES),
  /** The words it is about, as they stood: what is signed says by itself what it leaves. */
  said: text(300).exactOptional(),
  reason: text(500),
});
export type Exception = z.infer<typeof exceptionField>;
const exceptions = z.array(exceptionField).max(RULES.length).exactOptional();

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

/** Whose a promise or an activity is. */
export const OWNERS = ["joint", "municipality", "police", "other"] as const;

export const activityField = z.object({
  id: idOf("activity"),
  /** As it is cited: "1.2". */
  number: text(20),
  text: text(2000),
  /** Whose it is: a joint activity still has exactly one accountable unit, when somebody has said which. */
  owner: z.enum(OWNERS),
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
  /** What is new in it, where the thing itself is a duty by law or ordinary work already (domain.md 1.6, 14). */
  beyondOrdinary: text(500).exactOptional(),
  /** The measure of the analysis that it was made of. */
  measureId: idOf("measure").exactOptional(),
  /** The activity this one goes on from. */
  continues: idOf("activity").exactOptional(),
  exceptions,
});
export type Activity = z.infer<typeof activityField>;

/** What should come of it and when it can be seen; with an indicator where one was named («andelen trygga ska öka», P28). */
export const expectedEffectField = z.object({
  text: text(500),
  horizon: z.enum(["short", "long"]).exactOptional(),
  indicator: text(200).exactOptional(),
  wanted: z.enum(["up", "down"]).exactOptional(),
  source: text(300).exactOptional(),
  /** How large the change must be to be seen, as it was reckoned before anything was promised. */
  measured: detectableField.exactOptional(),
  /** What is aimed at, in the unit of what is measured. */
  goal: z.number().min(0).max(1e9).exactOptional(),
});

/** The same said again for those who read slowly or are new to the language, and which words of the promise it was written from (src/pledge/easy.ts). */
export const saidAgainField = z.object({
  text: text(4000),
  of: z.string().regex(/^[0-9a-f]{64}$/),
});
export type SaidAgain = z.infer<typeof saidAgainField>;

export const pledgeField = z.object({
  id: idOf("pledge"),
  order: z.int().min(1),
  text: text(2000),
  theme: text(60),
  owner: z.enum(OWNERS),
  /** Who owns it where it is neither party alone nor both: "kommun+fastighetsägare". */
  ownerSaid: text(120).exactOptional(),
  targetGroup: text(120).exactOptional(),
  /** A slot left open on purpose, to be filled while the promise runs (P18). */
  openSlot: z.boolean().exactOptional(),
  /** In plain Swedish (klarspråk), and in easy Swedish (lättläst): beside the words that hold, never in their place. */
  plain: saidAgainField.exactOptional(),
  easyRead: saidAgainField.exactOptional(),
  /** The same promise in a part of it, for a group or a place (P23). */
  subPledges: z.array(text(2000)).max(20).exactOptional(),
  problemIds: z.array(idOf("problem")).max(20),
  /** How it is now, where the document says so itself (P20). */
  situation: text(2000).exactOptional(),
  /** The causes it acts on, in the words of the analysis. */
  causes: z.array(text(500)).max(20).exactOptional(),
  /** The cards of that analysis, so that a promise can be followed back to why it was made. */
  causeIds: z.array(idOf("cause")).max(20).exactOptional(),
  expectedEffect: expectedEffectField.exactOptional(),
  /** The promise this one goes on from. */
  continues: idOf("pledge").exactOptional(),
  exceptions,
  activities: z.array(activityField).max(60),
});
export type Pledge = z.infer<typeof pledgeField>;

/** "varav": parts of a published figure, and parts of those (P8). */
export type ToldPart = {
  what: string;
  actual: number;
  qualifier?: Qualifier;
  parts?: ToldPart[];
};
const toldPartField: z.ZodType<ToldPart> = z.lazy(() =>
  z.object({
    what: text(200),
    actual: z.number().min(0).max(1e9),
    qualifier: z.enum(QUALIFIERS).exactOptional(),
    parts: z.array(toldPartField).max(20).exactOptional(),
  }),
);

/** A result told for a finished promise, as published: kept beside the promise for those made before Samsyn. */
export const toldResultField = z.object({
  pledge: z.int().exactOptional(),
  /** Who reports it: the parties follow up each for themselves (P6). */
  by: z.enum(OWNERS).exactOptional(),
  actual: z.number().exactOptional(),
  /** How exactly it is known: «minst 43», «ca 190» (P8–P10). Without one it was said as exact. */
  qualifier: z.enum(QUALIFIERS).exactOptional(),
  parts: z.array(toldPartField).max(20).exactOptional(),
  unit: text(160).exactOptional(),
  status: text(80).exactOptional(),
  done: z.boolean().exactOptional(),
  dates: z.array(text(80)).exactOptional(),
  place: text(200).exactOptional(),
  per: text(80).exactOptional(),
  text: text(2000).exactOptional(),
});

export const AMENDMENT_KINDS = ["amendment", "extension"] as const;
/** What a document changes, where it is a change of another (docs/decisions/0015): which text, letter for letter, and why, as everybody will read it. */
export const amendsField = z.object({
  documentId: idOf("document"),
  contentHash: z.string().regex(/^[0-9a-f]{64}$/),
  kind: z.enum(AMENDMENT_KINDS),
  reason: text(500),
  /** Activities that are promised no more, by the number they had, each with why. */
  withdrawn: z
    .array(z.object({ activity: idOf("activity"), number: text(20), reason: text(500) }))
    .max(60)
    .exactOptional(),
});
export type Amends = z.infer<typeof amendsField>;

export const contentField = z.object({
  title: text(200),
  /** Which of several published texts this is, where more than one is in circulation (P17). */
  version: text(80).exactOptional(),
  parties: z.array(partyField).min(1).max(20),
  area: z.array(placeField).min(1).max(20),
  period: z.object({ from: saidDayField, to: saidDayField.exactOptional() }),
  /** When it was signed, for documents that were signed before they came here: "2018-10-26", "2019-02". */
  signedOn: saidDayField.exactOptional(),
  /** Who signed as published, by office: more than two can (P17). Signatures made here are beside the document, not in it. */
  signatories: z
    .array(
      z.object({
        standing: partyField.shape.standing,
        office: text(200),
        acting: z.boolean().exactOptional(),
        on: saidDayField.exactOptional(),
      }),
    )
    .max(20)
    .exactOptional(),
  preamble: text(4000).exactOptional(),
  /** The whole promise in plain and in easy Swedish. */
  plain: saidAgainField.exactOptional(),
  easyRead: saidAgainField.exactOptional(),
  /** What it rests on, in the words published: "trygghetsvandringar", "enkät (420 svar)". */
  basis: z.array(text(300)).max(40),
  pledges: z.array(pledgeField).max(60),
  /** What became of everything in the promise before, and why. */
  formerly: z.array(formerItemField).max(4000).exactOptional(),
  /** How often residents were promised to hear, and how it is followed up. */
  feedback: text(300).exactOptional(),
  feedbackEvery: z.enum(PERIODS).exactOptional(),
  review: text(500).exactOptional(),
  toldResults: z
    .array(
      z.object({
        period: text(80),
        published: text(80).exactOptional(),
        source: text(500).exactOptional(),
        results: z.array(toldResultField),
        /** Where and when residents were told (P11). */
        communicated: z.array(text(300)).max(40).exactOptional(),
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
  /** For whom it is different, and what was done about that: women and men, children, old people (domain.md 1.6, 12). */
  equality: text(1000).exactOptional(),
  agreement: text(300).exactOptional(),
  situationReport: text(300).exactOptional(),
  /** For the whole document, wherever the rule is unmet. */
  exceptions,
  amends: amendsField.exactOptional(),
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
  const [, year, month] = /^(\d{4})(?:-(\d{2}))?$/.exec(said) ?? [];
  const first = readDay(year === undefined ? said : `${year}-${month ?? "01"}-01`);
  if (first === undefined) return { said };
  const whole = year === undefined ? 0 : month === undefined ? 12 : 1;
  return { said, on: end && whole > 0 ? addDays(addMonths(first, whole), -1) : first };
}
