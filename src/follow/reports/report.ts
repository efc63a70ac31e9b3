// A period report: what became of everything that was promised. The figures write themselves from what is logged and people judge them, each organisation for itself and
// both together; what both then sign is what everybody reads (docs/decisions/0031; journeys.md, journey 15).
import { everyFewIn } from "../../collect/few-people.ts";
import { personIn } from "../../collect/person-in-text.ts";
import { command } from "../../ground/command.ts";
import type { Count } from "../../ground/count.ts";
import { grantFor, type Grant, type Person, type Role } from "../../ground/party.ts";
import { no, type Refusal, type Result, type Some, yes } from "../../ground/result.ts";
import type { Day, Instant } from "../../ground/time.ts";
import { STATUSES, VOICES } from "../../pledge/report-text.ts";
import type { AnySignature, SigningParty } from "../../pledge/signature.ts";
import type { BothSignatures } from "../../pledge/lifecycle.ts";

export { STATUSES, VOICES };
export type Status = (typeof STATUSES)[number];
export type Voice = (typeof VOICES)[number];
/** «Ej uppfylld kräver en förklaring som alla kan läsa.» */
const NEEDS_EXPLANATION: ReadonlySet<Status> = new Set<Status>(["not-met", "partly", "dropped", "not-measurable"]);

export function needsExplanation(status: Status): boolean {
  return NEEDS_EXPLANATION.has(status);
}

/** What the log says about an activity over the report's period. `expected` is absent where nothing countable was promised; `missed`: how often it did not happen. */
export type Figures = {
  readonly done: Count;
  readonly expected?: number;
  readonly unit: string;
  readonly missed?: number;
};
export type LogSays = {
  readonly figures: Figures;
  readonly occasions: number;
  readonly periodOver: boolean;
  readonly dueByNow: number | undefined;
  /** Promised is no more than so many («högst två»). */
  readonly atMost?: boolean;
  /** Its last day comes after the period: nothing of it is owed yet. */
  readonly isDueLater?: boolean;
};
type SaysOf = LogSays & { readonly activityId: string };

/** The status the log alone would give. People may judge otherwise; both are kept. */
export function presetOf({
  figures: { done, expected },
  occasions,
  periodOver,
  dueByNow,
  atMost,
  isDueLater,
}: LogSays): Status {
  if (atMost === true && expected !== undefined) {
    if (done.value > expected) return "not-met";
    return periodOver ? "met" : "on-plan";
  }
  if (expected === undefined || expected <= 0) {
    if (occasions > 0) return periodOver && isDueLater !== true ? "not-measurable" : "running";
    return "not-started";
  }
  if (done.value > expected) return "exceeded";
  if (done.value === expected) return "met";
  if (periodOver) return done.value > 0 ? "partly" : "not-met";
  if (dueByNow !== undefined && done.value < dueByNow) return "behind";
  return occasions > 0 ? "on-plan" : "not-started";
}

/** Whether what is logged has changed since somebody judged by it. */
export function hasChanged(judged: Figures, now: Figures): boolean {
  return (
    judged.done.value !== now.done.value ||
    judged.done.qualifier !== now.done.qualifier ||
    judged.expected !== now.expected ||
    (judged.missed ?? 0) !== (now.missed ?? 0)
  );
}

/** One activity's card, as people have judged it. The three columns are texts of their own: what was done, what it led to and how it is felt are never one figure. */
export type Assessment = {
  readonly activityId: string;
  readonly status: Status;
  readonly preset: Status;
  readonly explanation: string;
  /** What it was judged on. */
  readonly figures: Figures;
  readonly output: string;
  readonly outcome: string;
  readonly experience: string;
};

/** What one organisation says of an activity for itself, beside what both say. */
export type View = {
  readonly activityId: string;
  readonly party: SigningParty;
  readonly organisationId: string;
  readonly status: Status;
  readonly explanation: string;
};
/** `handedIn`: «klar». Until then the other organisation does not read it. */
export type ReportText = { readonly voice: Voice; readonly text: string; readonly handedIn: boolean };
/** By a click, as reports were let out before they were signed. */
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
  /** Raised by every change. A signature is of one version; the next change makes it a signature of something that is no more. */
  readonly version: number;
  readonly assessments: readonly Assessment[];
  readonly views: readonly View[];
  readonly texts: readonly ReportText[];
  readonly example: boolean;
};
/** Closed for editing: the text that is signed, with its figures as they were then. */
export type Frozen = { readonly content: string; readonly contentHash: string; readonly frozenAt: Instant };
export type Draft = Described & { readonly state: "draft" };
export type Ready = Described & Frozen & { readonly state: "ready" };
export type HalfSigned = Described &
  Frozen & { readonly state: "half-signed"; readonly signatures: Some<AnySignature> };
export type Signed = Described &
  Frozen & {
    readonly state: "signed";
    readonly signatures: BothSignatures;
    /** Whose key was first to say yes to publication. */
    readonly asked: { readonly personId: string; readonly organisationId: string } | undefined;
  };
export type Published = Described & {
  readonly state: "published";
  readonly publishedAt: Instant;
  /** None where it was let out before reports were signed; then there are approvals. */
  readonly frozen: Frozen | undefined;
  readonly signatures: readonly AnySignature[];
  readonly approvals: readonly Approval[];
};
export type PeriodReport = Draft | Ready | HalfSigned | Signed | Published;

export type Why =
  | "not-yours"
  | "names-a-person"
  | "reason-needed"
  | "report-counts-few"
  | "report-exists"
  | "period-backwards"
  | "report-is-published"
  | "report-is-frozen"
  | "report-is-open"
  | "explanation-needed"
  | "activity-not-in-report"
  | "not-your-text"
  | "unassessed-activities"
  | "log-has-changed"
  | "own-text-missing"
  | "other-text-missing";

export const WRITERS: readonly Role[] = ["coordinator", "liaison"];

export type Where = { readonly partnershipId: string };
export type WithReport = Where & { readonly report: PeriodReport };
const allowed = (person: Person, _input: unknown, { partnershipId }: Where): Refusal<Why> | undefined =>
  grantFor(person, partnershipId, WRITERS) === undefined ? { why: "not-yours" } : undefined;

/** The party somebody writes for; undefined for those who write for neither. */
export function writesAs(
  person: Person,
  partnershipId: string,
): (Grant & { readonly party: SigningParty }) | undefined {
  const grant = grantFor(person, partnershipId, WRITERS);
  return grant === undefined || grant.party === "other" ? undefined : { ...grant, party: grant.party };
}

/** What stands in the way of a change: a report that is let out, or one that waits for its signatures. */
function notOpen({ state }: PeriodReport): Refusal<Why> | undefined {
  if (state === "draft") return undefined;
  return { why: state === "published" ? "report-is-published" : "report-is-frozen" };
}

/** What may not stand in a text that everybody reads. */
export function unfit(
  fields: Readonly<Record<string, string>>,
): Refusal<"names-a-person" | "report-counts-few"> | undefined {
  for (const [field, text] of Object.entries(fields)) {
    if (personIn(text) !== undefined) return { why: "names-a-person", field };
    const [few] = everyFewIn(text);
    if (few !== undefined) return { why: "report-counts-few", field, detail: { said: few } };
  }
  return undefined;
}

export type NewReport = { readonly slug: string; readonly from: Day; readonly to: Day };

export const draft = command({
  event: "report.drafted",
  may: allowed,
  decide: (
    input: NewReport,
    state: Where & {
      readonly documentId: string;
      readonly taken: readonly NewReport[];
      readonly log: readonly SaysOf[];
    },
    moment,
  ): Result<Draft, Refusal<Why>> => {
    if (input.from > input.to) return no("period-backwards", { field: "to" });
    if (state.taken.some(({ slug }) => slug === input.slug)) return no("report-exists", { field: "slug" });
    // Two that are of the same days could be set against each other, and say of those days what neither says.
    if (state.taken.some(({ from, to }) => from <= input.to && to >= input.from))
      return no("report-exists", { field: "from" });
    return yes({
      ...input,
      id: moment.newId(),
      documentId: state.documentId,
      version: 1,
      assessments: state.log.map(startOf),
      views: [],
      texts: [],
      example: false,
      state: "draft",
    });
  },
});

/** A card as the log fills it in, before anybody has judged. */
function startOf(says: SaysOf): Assessment {
  const preset = presetOf(says);
  // What needs an explanation is not said before somebody has explained it: until then the card says that it is running, and cannot be signed.
  const status = needsExplanation(preset) ? "running" : preset;
  const words = { explanation: "", output: "", outcome: "", experience: "" };
  return { activityId: says.activityId, status, preset, figures: says.figures, ...words };
}

/** Nothing is left unexplained: a status other than the log's, or one that needs it, has its reason. */
export function isJudged({
  status,
  preset,
  explanation,
}: Pick<Assessment, "status" | "preset" | "explanation">): boolean {
  return explanation !== "" || (status === preset && !needsExplanation(status));
}

/** A card as the log has it now: where nobody has said anything, what the log says is what stands. */
export function asItIs(assessment: Assessment, says: LogSays | undefined): Assessment {
  if (says === undefined) return assessment;
  const preset = presetOf(says);
  const status = assessment.explanation === "" ? preset : assessment.status;
  return { ...assessment, status, preset, figures: says.figures };
}

export type Judgement = Omit<Assessment, "preset" | "figures">;

/** Judges an activity. The preset is kept beside, taken anew from the log at the same moment. */
export const assess = command({
  event: "report.assessed",
  may: allowed,
  decide: (
    input: Judgement,
    { report, says }: WithReport & { readonly says: LogSays | undefined },
  ): Result<Assessment, Refusal<Why>> => {
    const closed = notOpen(report);
    if (closed !== undefined) return { ok: false, refusal: closed };
    const carded = report.assessments.some(({ activityId }) => activityId === input.activityId);
    if (says === undefined || !carded) return no("activity-not-in-report");
    const { explanation, output, outcome, experience } = input;
    const wrong = unfit({ explanation, output, outcome, experience });
    if (wrong !== undefined) return { ok: false, refusal: wrong };
    const preset = presetOf(says);
    // Whoever judges otherwise than the log says why, as does whoever says that it was not kept.
    if ((needsExplanation(input.status) || input.status !== preset) && explanation.trim() === "")
      return no("explanation-needed", { field: "explanation" });
    return yes({ ...input, explanation: explanation.trim(), preset, figures: says.figures });
  },
});

/** One organisation's own status beside the joint one; null takes it back. */
export const view = command({
  event: "report.viewed",
  may: allowed,
  decide: (
    input: { readonly activityId: string; readonly status: Status | null; readonly explanation: string },
    { report, partnershipId }: WithReport,
    moment,
  ): Result<{ readonly set: View } | { readonly taken: Pick<View, "activityId" | "organisationId"> }, Refusal<Why>> => {
    const closed = notOpen(report);
    if (closed !== undefined) return { ok: false, refusal: closed };
    const own = writesAs(moment.by, partnershipId);
    if (own === undefined) return no("not-your-text");
    const { activityId, status } = input;
    if (!report.assessments.some((one) => one.activityId === activityId)) return no("activity-not-in-report");
    const { organisationId, party } = own;
    if (status === null) return yes({ taken: { activityId, organisationId } });
    const wrong = unfit({ explanation: input.explanation });
    if (wrong !== undefined) return { ok: false, refusal: wrong };
    const explanation = input.explanation.trim();
    // Who disagrees says what with: everybody reads both side by side.
    if (explanation === "") return no("explanation-needed", { field: "explanation" });
    return yes({ set: { activityId, organisationId, party, status, explanation } });
  },
});

/** Each party writes its own text; the joint one either may write. */
export const write = command({
  event: "report.written",
  may: (
    person: Person,
    input: Pick<ReportText, "voice" | "text">,
    { partnershipId }: WithReport,
  ): Refusal<Why> | undefined => {
    const grant = grantFor(person, partnershipId, WRITERS);
    if (grant === undefined) return { why: "not-yours" };
    return input.voice === "joint" || input.voice === grant.party ? undefined : { why: "not-your-text" };
  },
  decide: (
    input: Pick<ReportText, "voice" | "text">,
    { report }: WithReport,
  ): Result<Pick<ReportText, "voice" | "text">, Refusal<Why>> => {
    const wrong = notOpen(report) ?? unfit({ text: input.text });
    return wrong === undefined ? yes({ voice: input.voice, text: input.text.trim() }) : { ok: false, refusal: wrong };
  },
});

/** «Klar»: the own text and the own statuses are handed to the other organisation. */
export const handIn = command({
  event: "report.handed-in",
  may: allowed,
  decide: (
    _input: unknown,
    { report, partnershipId }: WithReport,
    moment,
  ): Result<{ readonly voice: SigningParty }, Refusal<Why>> => {
    const closed = notOpen(report);
    if (closed !== undefined) return { ok: false, refusal: closed };
    const own = writesAs(moment.by, partnershipId);
    if (own === undefined) return no("not-your-text");
    return report.texts.some(({ voice, text }) => voice === own.party && text !== "")
      ? yes({ voice: own.party })
      : no("own-text-missing");
  },
});

export type Freezing = WithReport & {
  readonly log: readonly SaysOf[];
  /** The text as it will be signed, with its figures as they are now. */
  readonly frozen: Frozen;
};

function asTheyAre({ assessments }: PeriodReport, log: readonly SaysOf[]): readonly Assessment[] {
  return assessments.map((one) =>
    asItIs(
      one,
      log.find(({ activityId }) => activityId === one.activityId),
    ),
  );
}

/** What is left before anything of a report is let out: a card without its reason, or a judgement of figures that have changed. */
export function unfinished(report: PeriodReport, log: readonly SaysOf[]): Refusal<Why> | undefined {
  const changed = report.assessments.filter((one) => {
    const says = log.find(({ activityId }) => activityId === one.activityId);
    return one.explanation !== "" && says !== undefined && hasChanged(one.figures, says.figures);
  });
  if (changed.length > 0) return { why: "log-has-changed", detail: { count: changed.length } };
  const left = asTheyAre(report, log).filter((one) => !isJudged(one));
  return left.length === 0 ? undefined : { why: "unassessed-activities", detail: { count: left.length } };
}

/** «Klart för underskrift»: everything is judged on what the log says today, and both have handed in. */
export const freeze = command({
  event: "report.ready",
  may: allowed,
  decide: (_input: unknown, { report, log, frozen, partnershipId }: Freezing, moment): Result<Ready, Refusal<Why>> => {
    if (report.state !== "draft") return { ok: false, refusal: notOpen(report) ?? { why: "report-is-frozen" } };
    const unready = unfinished(report, log);
    if (unready !== undefined) return { ok: false, refusal: unready };
    const assessments = asTheyAre(report, log);
    const own = writesAs(moment.by, partnershipId)?.party;
    const missing = (["municipality", "police"] as const).filter(
      (party) => !report.texts.some(({ voice, text, handedIn }) => voice === party && handedIn && text !== ""),
    );
    if (own !== undefined && missing.includes(own)) return no("own-text-missing");
    if (missing.length > 0) return no("other-text-missing");
    return yes({ ...report, ...frozen, assessments, state: "ready" });
  },
});

/** Opens what waits for signatures. What has been signed was of another text, and says so. */
export const reopen = command({
  event: "report.reopened",
  may: allowed,
  decide: (
    { reason }: { readonly reason: string },
    { report }: WithReport,
  ): Result<{ readonly version: number; readonly reason: string }, Refusal<Why>> => {
    if (report.state === "published") return no("report-is-published");
    if (report.state === "draft") return no("report-is-open");
    if (reason.trim() === "") return no("reason-needed", { field: "reason" });
    if (personIn(reason) !== undefined) return no("names-a-person", { field: "reason" });
    return yes({ version: report.version + 1, reason: reason.trim() });
  },
});

/** How many are found of these depends on how many are looked for: that there were more says nothing of how many there are. */
const FOUND = /rattfylleri|narkotik|drograttfyll|ringa narkotika|olovlig körning|fortkör|ordningsböt/i;
const ROSE = /(?<!\p{L})(?:öka|minska|fler|färre|gått upp|gått ner|stig|sjunk)/iu;

/** «Antalet rattfyllerier beror på hur många kontroller som görs. Skriv inte att det ökat.» */
export function countsWhatIsLookedFor(text: string): boolean {
  return text.split(/(?<=[.!?])\s/).some((sentence) => FOUND.test(sentence) && ROSE.test(sentence));
}
