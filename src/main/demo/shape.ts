// What the demo hands to the seed: the stages' own values with their ids already made, so that putting them in is one call each.
import type { Dialogue } from "../../collect/dialogue.ts";
import type { Measurement } from "../../collect/measurement.ts";
import type { Observation } from "../../collect/observation.ts";
import type { Source } from "../../collect/source.ts";
import type { ReadIn } from "../../collect/series/reading.ts";
import type { Population } from "../../collect/heard/heard.ts";
import type { Hearing } from "../../collect/hearings/hearing.ts";
import type { Released } from "../../collect/hearings/passage.ts";
import type { Complaint } from "../../collect/traffic/complaint.ts";
import type { Said } from "../../collect/traffic/handed-in.ts";
import type { TrafficMeasurement } from "../../collect/traffic/measured.ts";
import type { Proposal, Thread } from "../../collect/traffic/thread.ts";
import type { ProtocolRow, Walk } from "../../collect/walk.ts";
import type { Letter } from "../../collect/walks/letter.ts";
import type { PointReply } from "../../collect/walks/point.ts";
import type { Answer, Report, ReportedEvent } from "../../collect/weekly/report.ts";
import type { Absence, Reporter } from "../../collect/weekly/reporter.ts";
import type { Deviation } from "../../act/deviation.ts";
import type { StandingOccasion } from "../../act/occasion.ts";
import type { Inputs } from "../../follow/indicators/effect.ts";
import type { Answered, Indicator } from "../../follow/indicators/indicator.ts";
import type { Judgement, ReportText, View } from "../../follow/reports/report.ts";
import type { Telling } from "../../follow/reports/telling.ts";
import type { Role } from "../../ground/party.ts";
import type { Position } from "../../ground/place.ts";
import type { Day, Instant } from "../../ground/time.ts";
import type { Closing } from "../../pledge/lifecycle.ts";
import type { Content } from "../../pledge/document.ts";
import type { SigningParty } from "../../pledge/signature.ts";
import type { Village } from "../../partnership/village.ts";
import type { Problem } from "../../prioritise/problem.ts";
import type { CauseCard } from "../../prioritise/causes/cause.ts";
import type { Measure } from "../../prioritise/causes/measure.ts";

/** Where a fact was read. Everything that is not `example` names at least one. */
/** A problem's causes as judged, and what would hit them. */
export type DemoAnalysis = {
  readonly problem: Problem;
  readonly causes: readonly CauseCard[];
  readonly measures: readonly Measure[];
};
export type PublicSource = { readonly title: string; readonly url?: string; readonly read: string };

export type DemoOrganisation = {
  readonly id: string;
  readonly kind: "municipality" | "police" | "other";
  readonly name: string;
  readonly shortName: string;
  /** Municipality code; the police have none. */
  readonly code: string | undefined;
};

export type DemoPartnership = {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly municipalityCode: string;
  readonly municipalityName: string;
  readonly countyCode: string;
  readonly countyName: string;
  readonly population: number;
  /** Rings of positions; the first and last of a ring are the same. */
  readonly outline: readonly (readonly Position[])[];
  readonly centre: Position;
  readonly feedbackDays: number;
  readonly agreementUntil: Day | undefined;
  readonly foundedAt: Instant;
  readonly parties: readonly { readonly organisationId: string; readonly standing: "municipality" | "police" }[];
  readonly example: boolean;
  readonly sources: readonly PublicSource[];
};

export type DemoGrant = {
  readonly id: string;
  readonly partnershipId: string;
  readonly organisationId: string;
  readonly role: Role;
  readonly title: string;
  readonly reason: string;
};
/** A person one can be in the demo. Names are invented; offices are those of any municipality. */
export type DemoPerson = {
  readonly id: string;
  readonly name: string;
  readonly operator: boolean;
  readonly grants: readonly DemoGrant[];
};

/** A village, as the picture counts by it. */
export type DemoVillage = Village & { readonly id: string; readonly source: string };

/** To whom the points of a walk have gone, and what units have said of them. */
export type DemoSent = {
  readonly letters: readonly Letter[];
  readonly by: string;
  readonly replies: readonly {
    readonly rowId: string;
    readonly organisationId: string;
    readonly reply: PointReply;
    readonly by: string;
  }[];
};

export type DemoWalk = {
  readonly walk: Walk;
  readonly rows: readonly ProtocolRow[];
  readonly sources: readonly PublicSource[];
  readonly sent?: DemoSent;
};

export type DemoMandate = {
  readonly id: string;
  readonly organisationId: string;
  readonly personId: string;
  readonly party: SigningParty;
  readonly office: string;
  readonly acting: boolean;
  readonly decidedBy: string;
  readonly from: Day;
  readonly to: Day | undefined;
};

/** A signature by office. Those on paper say who vouches; those by key are made by the seed with demo keys. */
export type DemoSignature = {
  readonly id: string;
  readonly party: SigningParty;
  readonly organisationId: string;
  readonly office: string;
  readonly acting: boolean;
  readonly decidedBy: string;
  readonly how:
    | { readonly kind: "paper"; readonly vouched: string; readonly on: Day | undefined }
    | { readonly kind: "passkey"; readonly personId: string; readonly at: Instant };
};

export type DemoDocument = {
  readonly id: string;
  readonly slug: string;
  readonly content: Content;
  readonly predecessorId: string | undefined;
  readonly signatures: readonly DemoSignature[];
  readonly proposedAt: Instant;
  readonly signedAt: Instant;
  readonly publishedAt: Instant;
  readonly closed: { readonly at: Instant; readonly closing: Closing } | undefined;
  readonly example: boolean;
};

/** A period report as people wrote it; its figures are taken from the demo's own log when it is seeded. */
export type DemoReport = {
  readonly id: string;
  readonly slug: string;
  readonly documentId: string;
  readonly from: Day;
  readonly to: Day;
  readonly judgements: readonly Judgement[];
  readonly views: readonly View[];
  readonly texts: readonly Pick<ReportText, "voice" | "text">[];
  readonly told: readonly Omit<Telling, "notedAt" | "struck">[];
  readonly signatures: readonly (DemoSignature & { readonly at: Instant })[];
  readonly draftedAt: Instant;
  readonly frozenAt: Instant;
  readonly publishedAt: Instant;
  readonly example: boolean;
};

/** What a decision under the law was, for the 24-month clocks (lag 2023:196, 6 §). */
export type DemoDecision = {
  readonly id: string;
  readonly organisationId: string;
  readonly kind: "situation-report" | "action-plan";
  readonly decidedOn: Day;
  readonly registryNumber: string;
};

export type DemoIndicator = {
  readonly indicator: Indicator;
  readonly begunAt: Instant;
  readonly effect: (Omit<Answered, "by"> & { readonly inputs: Inputs }) | undefined;
};

/** Who reports every week, when they did, when they were away, and what it led to. */
export type DemoWeekly = {
  readonly reporters: readonly Reporter[];
  readonly absences: readonly Absence[];
  readonly filed: readonly { readonly report: Report; readonly events: readonly ReportedEvent[] }[];
  readonly answers: readonly (Answer & {
    readonly observationId: string;
    readonly organisationId: string;
    readonly answeredAt: Instant;
  })[];
};

export type Demo = {
  readonly organisations: readonly DemoOrganisation[];
  readonly partnerships: readonly DemoPartnership[];
  readonly people: readonly DemoPerson[];
  readonly cycles: readonly DemoCycle[];
};

/** Everything that belongs to one partnership, in the order it can be put in. */
/** A stretch somebody complained about, with all that came of it. */
export type DemoThread = {
  readonly thread: Thread;
  readonly complaints: readonly Complaint[];
  readonly measurements: readonly TrafficMeasurement[];
  readonly proposals: readonly Proposal[];
  /** Since when strangers read it. */
  readonly publishedOn?: Day;
};

/** What a resident handed in; `receipt` stands for a code that nobody has. */
export type DemoHandedIn = {
  readonly id: string;
  readonly receivedOn: Day;
  readonly receipt: string;
  readonly said: Said;
};

export type DemoHearings = { readonly hearings: readonly Hearing[]; readonly passages: readonly Released[] };

export type DemoCycle = {
  readonly partnershipId: string;
  readonly villages: readonly DemoVillage[];
  readonly sources: readonly Source[];
  readonly walks: readonly DemoWalk[];
  readonly observations: readonly DemoObservation[];
  readonly weekly: DemoWeekly;
  readonly dialogues: readonly Dialogue[];
  readonly measurements: readonly Measurement[];
  readonly traffic: readonly DemoThread[];
  readonly handedIn: readonly DemoHandedIn[];
  /** Files of official statistics as they were read in. */
  readonly statistics: readonly ReadIn[];
  readonly hearings: DemoHearings;
  /** Residents by sex and age, which who was heard is held against. */
  readonly population: Population | undefined;
  readonly problems: readonly Problem[];
  readonly analyses: readonly DemoAnalysis[];
  readonly mandates: readonly DemoMandate[];
  readonly documents: readonly DemoDocument[];
  readonly occasions: readonly StandingOccasion[];
  readonly deviations: readonly Deviation[];
  readonly reports: readonly DemoReport[];
  readonly indicators: readonly DemoIndicator[];
  readonly decisions: readonly DemoDecision[];
};

/** `foreignId` and `bundle` only where it came from a feed. */
export type DemoObservation = Observation & {
  readonly foreignId?: string;
  readonly publishedAt?: Instant;
  readonly bundle?: boolean;
};
