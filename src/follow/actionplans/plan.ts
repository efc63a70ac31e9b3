// The action plan (åtgärdsplan, lag 2023:196 5 §): which measures the municipality intends to take, with a situation report that was adopted as its ground. It is the municipality's alone: its people write it, and
// the other party reads it once it is decided. What is decided changes no more; what comes after is another plan.
import { personIn } from "../../collect/person-in-text.ts";
import type { Json } from "../../ground/canonical.ts";
import type { Count } from "../../ground/count.ts";
import type { Person } from "../../ground/party.ts";
import type { Refusal } from "../../ground/result.ts";
import { type Day, dayOf, type Instant } from "../../ground/time.ts";
import type { Chapter } from "../../prioritise/situation/chapters.ts";
import { noterIn } from "../clocks/decision.ts";

/** What the municipality intends to do. */
export type Measure = {
  readonly id: string;
  readonly version: number;
  readonly what: string;
  /** What it answers to: the chapter of the situation report, and in words. */
  readonly chapter: Chapter;
  readonly why: string;
  /** The unit or office that answers for it; never a person. */
  readonly office: string;
  /** Both open: it goes on all the time. */
  readonly from?: Day | undefined;
  readonly to?: Day | undefined;
  readonly followUp: string;
  /** The activity of a promise that it is: how far it has come is read out of the log. */
  readonly activityId?: string | undefined;
};
export type MeasureText = Omit<Measure, "id" | "version">;

/** The adopted situation report it has as its ground. */
export type Ground = {
  readonly id: string;
  readonly slug: string;
  readonly from: Day;
  readonly to: Day;
  readonly adoptedOn: Day;
  readonly contentHash: string;
};

export type PlanDecision = {
  readonly id: string;
  readonly decidedOn: Day;
  /** Which body: "kommunstyrelsen". */
  readonly body: string;
  /** The paragraph of its minutes, without its sign; empty where it has none. */
  readonly section: string;
  readonly registryNumber: string;
  readonly notedAt: Instant;
  /** The office that noted it. */
  readonly office: string;
  readonly replaces: string | undefined;
  readonly reason: string | undefined;
};

export const MEASURE_STATUSES = ["done", "under-way", "not-begun", "changed", "dropped"] as const;
export type MeasureStatus = (typeof MEASURE_STATUSES)[number];

/** What the log says of an activity: what is done of what was promised in all. */
export type Logged = {
  readonly activityId: string;
  readonly number: string;
  readonly text: string;
  /** The promise's address. */
  readonly document: string;
  readonly done: Count;
  /** Null where no number was promised. */
  readonly promised: number | null;
  readonly unit: string;
};

export type FollowedMeasure = {
  readonly measureId: string;
  readonly status: MeasureStatus;
  readonly sentence: string;
  readonly logged: Logged | null;
};
export type FollowUp = {
  readonly id: string;
  readonly followedOn: Day;
  /** The office that followed it up. */
  readonly office: string;
  readonly measures: readonly FollowedMeasure[];
  readonly notedAt: Instant;
  /** The follow-up it puts right, and why. */
  readonly replaces: string | undefined;
  readonly reason: string | undefined;
};

type Base = {
  readonly id: string;
  readonly organisationId: string;
  readonly ground: Ground;
  readonly begunAt: Instant;
  readonly measures: readonly Measure[];
  readonly example: boolean;
};
export type Draft = Base & { readonly state: "draft" };
export type Decided = Base & {
  readonly state: "decided";
  /** The year it was decided, and which of that year's: its address. */
  readonly slug: string;
  readonly contentHash: string;
  readonly decidedAt: Instant;
  /** Every note of the decision, also those that were put right, the latest first. */
  readonly decisions: readonly PlanDecision[];
  readonly followUps: readonly FollowUp[];
  readonly toldAt: Instant | undefined;
};
export type ActionPlan = Draft | Decided;

export type Here = { readonly partnershipId: string };
export type OnPlan = Here & { readonly plan: ActionPlan };

/** The law asks it of the municipality, and whoever leads its work writes it. */
export const writes = (
  person: Person,
  _input: unknown,
  { partnershipId }: Here,
): { readonly why: "not-yours" } | undefined =>
  noterIn(person, partnershipId) === undefined ? { why: "not-yours" } : undefined;

/** Where one of these texts points at somebody, the field it stands in. */
export function pointedIn(texts: Readonly<Record<string, string>>): Refusal<"names-a-person"> | undefined {
  const field = Object.keys(texts).find((name) => personIn(texts[name] ?? "") !== undefined);
  return field === undefined ? undefined : { why: "names-a-person", field };
}

/** What is decided, as plain JSON for the hash: the measures, and the situation report under them by its own hash. */
export function contentOf({ ground, measures }: Pick<ActionPlan, "ground" | "measures">): Json {
  return {
    situation: ground.contentHash,
    measures: measures.map(({ what, why, chapter, office, from, to, followUp, activityId }) => ({
      what,
      why,
      chapter,
      office,
      from: from ?? null,
      to: to ?? null,
      followUp,
      activityId: activityId ?? null,
    })),
  };
}

/** The year, and from the second of a year which of them it is. */
export function slugIn(year: string, taken: readonly string[]): string {
  for (let place = 1; ; place++) {
    const slug = place === 1 ? year : `${year}-${place}`;
    if (!taken.includes(slug)) return slug;
  }
}

/** The day a note is made on is the latest it can be about. */
export const isAhead = (day: Day, at: Instant) => day > dayOf(at);
