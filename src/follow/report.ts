// A period report: what became of everything that was promised, said by each party in its own words and by both together. It is published when one
// person of each organisation has approved exactly the same version (product.md, pain 8; journeys.md, journey 15).
import { personIn } from "../collect/person-in-text.ts";
import { canonicalText } from "../ground/canonical.ts";
import { command } from "../ground/command.ts";
import type { Count } from "../ground/count.ts";
import { grantFor, type PartyKind, type Person, type Role } from "../ground/party.ts";
import { no, type Refusal, type Result, type Some, yes } from "../ground/result.ts";
import type { Day, Instant } from "../ground/time.ts";

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
export type Status = (typeof STATUSES)[number];
/** «Ej uppfylld kräver en förklaring som alla kan läsa.» */
const NEEDS_EXPLANATION: ReadonlySet<Status> = new Set<Status>(["not-met", "partly", "dropped", "not-measurable"]);

export function needsExplanation(status: Status): boolean {
  return NEEDS_EXPLANATION.has(status);
}

/** What the log says about an activity over the report's period. `expected` is absent where nothing countable was promised. */
export type Figures = { readonly done: Count; readonly expected?: number; readonly unit: string };
export type LogSays = {
  readonly figures: Figures;
  readonly occasions: number;
  readonly periodOver: boolean;
  readonly dueByNow: number | undefined;
};

/** The status the log alone would give. People may judge otherwise; both are kept. */
export function presetOf({ figures: { done, expected }, occasions, periodOver, dueByNow }: LogSays): Status {
  if (expected === undefined || expected <= 0) {
    if (occasions > 0) return periodOver ? "not-measurable" : "running";
    return "not-started";
  }
  if (done.value > expected) return "exceeded";
  if (done.value === expected) return "met";
  if (periodOver) return done.value > 0 ? "partly" : "not-met";
  if (dueByNow !== undefined && done.value < dueByNow) return "behind";
  return occasions > 0 ? "on-plan" : "not-started";
}

/** One activity's card. The three columns are texts of their own: what was done, what it led to and how it is felt are never one figure. */
export type Assessment = {
  readonly activityId: string;
  readonly status: Status;
  readonly preset: Status;
  readonly explanation: string;
  readonly figures: Figures;
  readonly output: string;
  readonly outcome: string;
  readonly experience: string;
};

export const VOICES = ["municipality", "police", "joint"] as const;
export type Voice = (typeof VOICES)[number];
export type ReportText = { readonly voice: Voice; readonly text: string };
export type Approval = {
  readonly organisationId: string;
  readonly personId: string;
  readonly title: string;
  readonly at: Instant;
};

type Described = {
  readonly id: string;
  readonly slug: string;
  readonly documentId: string;
  readonly from: Day;
  readonly to: Day;
  /** Raised by every change. An approval is of one version; the next change makes it an approval of something that is no more. */
  readonly version: number;
  readonly assessments: readonly Assessment[];
  readonly texts: readonly ReportText[];
  readonly example: boolean;
};
export type Draft = Described & { readonly state: "draft" };
/** Approved by one party or by all; `approvals` are of this version. */
export type Ready = Described & { readonly state: "ready"; readonly approvals: Some<Approval> };
export type Published = Described & {
  readonly state: "published";
  readonly approvals: Some<Approval>;
  readonly publishedAt: Instant;
};
export type PeriodReport = Draft | Ready | Published;

export type Why =
  | "not-yours"
  | "names-a-person"
  | "report-exists"
  | "period-backwards"
  | "report-is-published"
  | "explanation-needed"
  | "activity-not-in-report"
  | "not-your-text"
  | "unassessed-activities"
  | "own-text-missing"
  | "you-have-approved"
  | "same-person-for-both"
  | "second-party-missing"
  | "office-points-out";

export const WRITERS: readonly Role[] = ["coordinator", "liaison"];
export const APPROVERS: readonly Role[] = ["coordinator", "liaison", "signatory"];

type Where = { readonly partnershipId: string };
type WithReport = Where & { readonly report: PeriodReport };
const allowed =
  (roles: readonly Role[]) =>
  (person: Person, _input: unknown, { partnershipId }: Where): Refusal<Why> | undefined =>
    grantFor(person, partnershipId, roles) === undefined ? { why: "not-yours" } : undefined;

export type NewReport = { readonly slug: string; readonly from: Day; readonly to: Day };

export const draft = command({
  event: "report.drafted",
  may: allowed(WRITERS),
  decide: (
    input: NewReport,
    state: Where & {
      readonly documentId: string;
      readonly takenSlugs: readonly string[];
      readonly log: readonly (LogSays & { readonly activityId: string })[];
    },
    moment,
  ): Result<Draft, Refusal<Why>> => {
    if (input.from > input.to) return no("period-backwards", { field: "to" });
    if (state.takenSlugs.includes(input.slug)) return no("report-exists", { field: "slug" });
    return yes({
      ...input,
      id: moment.newId(),
      documentId: state.documentId,
      version: 1,
      assessments: state.log.map(startOf),
      texts: [],
      example: false,
      state: "draft",
    });
  },
});

/** A card as the log fills it in, before anybody has judged. */
function startOf(says: LogSays & { readonly activityId: string }): Assessment {
  const preset = presetOf(says);
  // What needs an explanation is not said before somebody has explained it: until then the card says that it is running, and cannot be approved.
  const status = needsExplanation(preset) ? "running" : preset;
  return {
    activityId: says.activityId,
    status,
    preset,
    explanation: "",
    figures: says.figures,
    output: "",
    outcome: "",
    experience: "",
  };
}

/** Nothing is left unexplained: a status other than the log's, or one that needs it, has its reason. */
export function isJudged({ status, preset, explanation }: Assessment): boolean {
  return explanation !== "" || (status === preset && !needsExplanation(status));
}

export type Judgement = {
  readonly activityId: string;
  readonly status: Status;
  readonly explanation: string;
  readonly output: string;
  readonly outcome: string;
  readonly experience: string;
};

/** Judges an activity. The preset is kept beside, taken anew from the log at the same moment. */
export const assess = command({
  event: "report.assessed",
  may: allowed(WRITERS),
  decide: (
    input: Judgement,
    { report, says }: WithReport & { readonly says: LogSays | undefined },
  ): Result<Assessment, Refusal<Why>> => {
    if (report.state === "published") return no("report-is-published");
    const carded = report.assessments.some(({ activityId }) => activityId === input.activityId);
    if (says === undefined || !carded) return no("activity-not-in-report");
    const named = (["explanation", "output", "outcome", "experience"] as const).find((field) => personIn(input[field]));
    if (named !== undefined) return no("names-a-person", { field: named });
    const preset = presetOf(says);
    // Whoever judges otherwise than the log says why, as does whoever says that it was not kept.
    if ((needsExplanation(input.status) || input.status !== preset) && input.explanation.trim() === "")
      return no("explanation-needed", { field: "explanation" });
    return yes({ ...input, explanation: input.explanation.trim(), preset, figures: says.figures });
  },
});

/** Each party writes its own text; the joint one either may write. */
export const write = command({
  event: "report.written",
  may: (person: Person, input: ReportText, { partnershipId }: WithReport): Refusal<Why> | undefined => {
    const grant = grantFor(person, partnershipId, WRITERS);
    if (grant === undefined) return { why: "not-yours" };
    return input.voice === "joint" || input.voice === grant.party ? undefined : { why: "not-your-text" };
  },
  decide: (input: ReportText, { report }: WithReport): Result<ReportText, Refusal<Why>> => {
    if (report.state === "published") return no("report-is-published");
    return personIn(input.text)
      ? no("names-a-person", { field: "text" })
      : yes({ voice: input.voice, text: input.text.trim() });
  },
});

export const approve = command({
  event: "report.approved",
  may: allowed(APPROVERS),
  decide: (_input: unknown, { report, partnershipId }: WithReport, moment): Result<Approval, Refusal<Why>> => {
    if (report.state === "published") return no("report-is-published");
    const grant = grantFor(moment.by, partnershipId, APPROVERS);
    if (grant === undefined) return no("not-yours");
    const given = approvalsOf(report);
    if (given.some(({ organisationId }) => organisationId === grant.organisationId)) return no("you-have-approved");
    if (given.some(({ personId }) => personId === moment.by.id)) return no("same-person-for-both");
    const missing = report.assessments.filter((assessment) => !isJudged(assessment)).length;
    if (missing > 0) return no("unassessed-activities", { detail: { count: missing } });
    const voice = voiceOf(grant.party);
    if (voice !== undefined && !report.texts.some((text) => text.voice === voice && text.text !== ""))
      return no("own-text-missing");
    // The office stands under the report for everybody; it was written where somebody was invited, and looked at by nobody.
    if (personIn(grant.title)) return no("office-points-out");
    return yes({ organisationId: grant.organisationId, personId: moment.by.id, title: grant.title, at: moment.at });
  },
});

/** Publishing takes one from each: no party lets the report out alone. `parties` are the organisations whose word is needed. */
export const publish = command({
  event: "report.published",
  may: allowed(APPROVERS),
  decide: (
    _input: unknown,
    { report, parties }: WithReport & { readonly parties: readonly string[] },
    moment,
  ): Result<Published, Refusal<Why>> => {
    if (report.state === "published") return no("report-is-published");
    if (report.state === "draft" || !hasAllWords(report.approvals, parties)) return no("second-party-missing");
    return yes({ ...report, state: "published", publishedAt: moment.at });
  },
});

/** The text that is published: the same report is always the same text (RFC 8785). By office and organisation, never by person. */
export function reportText(report: PeriodReport): string {
  return canonicalText({
    format: "samsyn-report-1",
    slug: report.slug,
    from: report.from,
    to: report.to,
    assessments: report.assessments
      .map(({ activityId, status, explanation, output, outcome, experience }) => ({
        activityId,
        status,
        explanation,
        output,
        outcome,
        experience,
      }))
      .toSorted((a, b) => (a.activityId < b.activityId ? -1 : 1)),
    texts: VOICES.flatMap((voice) => report.texts.filter((text) => text.voice === voice)).map(({ voice, text }) => ({
      voice,
      text,
    })),
    approvals: approvalsOf(report)
      .map(({ organisationId, title, at }) => ({ organisationId, title, at }))
      .toSorted((a, b) => (a.organisationId < b.organisationId ? -1 : 1)),
  });
}

/** Has every party said yes, each through a person of its own? */
export function hasAllWords(approvals: readonly Approval[], parties: readonly string[]): boolean {
  const people = new Set(approvals.map(({ personId }) => personId));
  return (
    parties.length > 1 &&
    people.size === approvals.length &&
    parties.every((party) => approvals.some(({ organisationId }) => organisationId === party))
  );
}

export function approvalsOf(report: PeriodReport): readonly Approval[] {
  return report.state === "draft" ? [] : report.approvals;
}

function voiceOf(party: PartyKind): Voice | undefined {
  return party === "other" ? undefined : party;
}
