// What is told of a partnership: raw, as the stages know it, and public, as it may leave. The two have different types wherever a number could point at somebody.
import type { Category } from "../collect/category.ts";
import type { SetAsideReason } from "../collect/open-form.ts";
import type { Reference, SampleType } from "../collect/source.ts";
import type { DisputeReply } from "../collect/campaigns/dispute.ts";
import type { Compared } from "../collect/traffic/comparison.ts";
import type { ComplaintKind } from "../collect/traffic/complaint.ts";
import type { Flag } from "../collect/traffic/flags.ts";
import type { MeterMethod } from "../collect/traffic/meter.ts";
import type { Figures } from "../collect/traffic/speed.ts";
import type { Action, Judgement, Reply, RoadKeeper, TakenBack, ThreadState } from "../collect/traffic/thread.ts";
import type { PartyKind } from "../ground/party.ts";
import type { Grade, Theme } from "../act/forums/forum.ts";
import type { Band } from "../act/forums/poll.ts";
import type { ItemState } from "../act/items/item.ts";
import type { Light, WalkTheme } from "../collect/walk.ts";
import type { Count, Qualifier } from "../ground/count.ts";
import type { AgreedFloors } from "../collect/floor.ts";
import type { Floors, PublicCount, Span } from "../ground/fewest.ts";
import type { Position } from "../ground/place.ts";
import type { Day, Month } from "../ground/time.ts";
import type { EffectAnswer } from "../follow/indicators/effect.ts";
import type { Column, Measure, VerdictKind } from "../follow/indicators/outcome.ts";
import type { Found } from "../picture/found.ts";
import type { Status } from "../follow/reports/report.ts";
import type { ReportBody } from "../pledge/report-text.ts";
import type { AmendmentKind } from "../pledge/amendments/amendment.ts";
import type { Evidence } from "../pledge/bundle.ts";
import type { WordPart } from "../ground/word-diff.ts";
import type { AnswerKind } from "../pledge/consultation/comment.ts";
import type { PassageKind } from "../pledge/consultation/passages.ts";
import type { Activity, Content, Exception, Pledge, SaidDay } from "../pledge/document.ts";
import type { Said } from "../ground/words.ts";
import type { FrozenArea } from "../prioritise/frozen-counts.ts";
import type { Warning } from "../prioritise/frozen-figure.ts";
import type { ThemeWarning } from "../prioritise/frozen-theme.ts";
import type { EvidenceKind } from "../prioritise/problem.ts";
import type { ShownPlan } from "../follow/actionplans/shown.ts";
import type { Chapter } from "../prioritise/situation/chapters.ts";
import type { FigureKind } from "../prioritise/situation/figure.ts";
import type { Closing } from "../pledge/lifecycle.ts";
import type { Remark } from "../pledge/lint.ts";
import type { LogKind } from "../pledge/logged.ts";
import type { Expiry } from "../pledge/renewal/expiry.ts";
import type { Became, Kin } from "../pledge/renewal/lineage.ts";
import type { SigningParty } from "../pledge/signature.ts";

/** `Number` is a raw number inside, a PublicCount outside; everything else is the same text. */
export type SiteOf<Heads> = {
  readonly slug: string;
  readonly name: string;
  readonly example: boolean;
  readonly parties: readonly { readonly kind: "municipality" | "police" | "other"; readonly name: string }[];
  readonly feedbackDays: number;
  /** What the parties have agreed on beyond the house's floors, and what of it holds; missing where they have not. */
  readonly floors?: { readonly now: Floors; readonly agreed: readonly AgreedFloors[] };
  /** The last time residents were told something: for the silence clock. */
  readonly lastWord: { readonly on: Day; readonly what: "pledge" | "report" | "answer" } | null;
  readonly documents: readonly ToldDocument[];
  readonly current: readonly ToldPledge<Heads>[];
  readonly walks: readonly ToldWalk<Heads>[];
  /** Open to all and not held yet; missing in what was published before there were any. */
  readonly upcoming?: readonly ToldPlan[];
  readonly dialogues: readonly ToldDialogue<Heads>[];
  /** Whose page somebody has published; missing in what was published before there were any. */
  readonly roads?: readonly ToldRoad<Heads>[];
  /** Adopted situation reports that both parties have said may be read; missing in what was published before there were any. */
  readonly situations?: readonly ToldSituation<Heads>[];
  /** Decided action plans that the municipality has said may be read; missing in what was published before there were any. */
  readonly actionPlans?: readonly ToldActionPlan[];
  readonly answers: readonly ToldAnswer<Heads>[];
  readonly reports: readonly ToldReport<Heads>[];
  /** Drafts that anybody may comment on, or could; missing in what was published before there were any. */
  readonly consultations?: readonly ToldConsultation<Heads>[];
};
/** What a stranger reads. */
export type Site = SiteOf<PublicCount>;
/** What the stages know. Never leaves the server. */
export type RawSite = SiteOf<number>;

export type ToldDocument = {
  readonly slug: string;
  readonly title: string;
  readonly state: "published" | "closed";
  readonly closing: Closing | null;
  /** Missing in what was told before promises could be changed. */
  readonly publishedOn?: Day;
  /** Of a change: of which kind and why, the promise it is of, and the text it changes, by their addresses. */
  readonly amends?: {
    readonly kind: AmendmentKind;
    readonly reason: string;
    readonly withdrawn: readonly { readonly number: string; readonly reason: string }[];
    readonly original: string;
    readonly changed: string;
  };
  /** Of a promise that has been changed: its changes by their addresses, in order; the last one holds. */
  readonly changes?: readonly string[];
  readonly from: Day | null;
  readonly to: Day | null;
  readonly fromSaid: string;
  readonly toSaid: string;
  readonly preamble: string;
  readonly basis: readonly string[];
  readonly pledges: readonly {
    readonly order: number;
    readonly text: string;
    readonly activities: readonly {
      readonly number: string;
      readonly text: string;
      /** Who, how much, where, when: empty where the promise does not say. */
      readonly unit: string;
      readonly target: Activity["target"] | null;
      readonly uncounted: string;
      readonly places: readonly string[];
      readonly deadline: SaidDay | null;
      /** What the promise that follows says became of it; missing in what was told before it was said. */
      readonly became?: Became | null;
    }[];
    /** Those it goes on from and that go on from it; missing in what was told before it was said. */
    readonly kin?: Kin;
  }[];
  readonly signatures: readonly {
    readonly party: SigningParty;
    readonly office: string;
    /** Null where it was signed on paper on a day that was never published. */
    readonly on: Day | null;
    readonly how: "passkey" | "paper";
    /** Of a paper: in what role somebody vouches for it with a key; missing where nobody does. */
    readonly vouchedAs?: string;
  }[];
  readonly contentHash: string;
  /** What the promises' log says of it, byte for byte what is hashed; missing in what was published before there was one. */
  readonly log?: readonly { readonly index: number; readonly kind: LogKind; readonly leaf: string }[];
  /** What whoever checks it without us needs; missing in what was published before it was told. */
  readonly evidence?: Evidence;
  /** What is remarked on and has no reason. */
  readonly lacks: readonly Remark[];
  /** What the parties left as it is on purpose, and why, as it was signed; missing in what was told before there were reasons. */
  readonly left?: readonly (Exception & { readonly where: string })[];
  readonly sources: Content["sources"];
  readonly note: string;
  /** What it lies under and rests on, how it is followed up, and for whom it is different; empty where the document does not say. */
  readonly agreement: string;
  readonly situationReport: string;
  readonly followUp: string;
  readonly equality: string;
  readonly renderings: readonly { readonly channel: string; readonly differs: string }[];
  readonly example: boolean;
  /** The periods its text itself tells results of, from before it came here; missing in what was told before it was said. */
  readonly resultsOf?: readonly string[];
  /** It runs out soon, or has run out by itself and nothing follows; missing in what was told before it was said. */
  readonly expiry?: Expiry | null;
  /** Days without a promise between the former and this one, when there were any. */
  readonly gap: { readonly from: Day; readonly to: Day } | null;
};

/** A draft in its days, and then what it became with every comment and its answer. Between them the text is not shown. */
export type ToldConsultation<Heads> = {
  /** The document's own: «2028-2030». */
  readonly slug: string;
  readonly title: string;
  readonly phase: "open" | "answering" | "closed";
  readonly from: Day;
  readonly to: Day;
  readonly closedOn: Day | null;
  /** Its draft was laid down; missing in what was told before drafts could be. */
  readonly isDropped?: boolean;
  readonly canInfluence: string;
  readonly cannotInfluence: string;
  readonly contentHash: string;
  /** Empty while answers are given. */
  readonly passages: readonly {
    readonly kind: PassageKind;
    readonly number: string;
    readonly text: string;
    /** How much, where, when, who, a sentence each; missing in what was told before. */
    readonly inFull?: readonly string[];
    /** Word by word what it became, all of it; null while it is open. */
    readonly became: readonly WordPart[] | null;
    readonly isChanged: boolean;
    /** It has come since. */
    readonly isNew: boolean;
    readonly comments: readonly {
      readonly sentence: string;
      readonly text: string;
      readonly answer: {
        readonly kind: AnswerKind;
        readonly reason: string;
        readonly became: string;
        readonly by: string;
        readonly on: Day;
      } | null;
    }[];
  }[];
  /** How many comments are not shown, and why; told when it is closed. */
  readonly held: readonly { readonly reason: SetAsideReason; readonly heads: Heads }[];
  readonly heldInAll: Heads;
  readonly example: boolean;
};

export type ToldPledge<Heads> = {
  readonly slug: string;
  readonly order: number;
  /** What it is about, in one word of the promise's own; missing in what was told before it was said. */
  readonly theme?: string;
  readonly text: string;
  readonly documentSlug: string;
  readonly continues: boolean;
  readonly causes: readonly string[];
  readonly effect: string;
  /** How large the change must be to be seen, with the goal in figures; null where nobody has reckoned. */
  readonly seen: { readonly found: Found; readonly goal: number | null } | null;
  readonly problems: readonly {
    readonly title: string;
    readonly reasons: readonly { readonly party: string; readonly reason: string }[];
    /** The points of walks' protocols that it rests on: those are published already. */
    readonly points: readonly { readonly walk: string; readonly number: number }[];
    /** How much else it rests on, kind by kind; what each says stays inside. */
    readonly evidence: readonly {
      readonly kind: EvidenceKind;
      readonly pieces: Heads;
      readonly voices: Heads | null;
    }[];
  }[];
  readonly activities: readonly ToldActivity<Heads>[];
  /** Each reading is of a day that has been, and grows no more. */
  readonly indicators: readonly ToldIndicator<Exclude<Heads, { readonly shown: "at-least" | "about" }>>[];
  readonly example: boolean;
};

export type ToldActivity<Heads> = {
  readonly id: Activity["id"];
  readonly number: string;
  readonly text: string;
  readonly unit: string;
  readonly owner: Pledge["owner"];
  readonly target: Activity["target"] | null;
  /** What authorities did is nobody's private life: shown as counted. */
  readonly done: Count;
  readonly due: number | null;
  readonly inAll: number | null;
  readonly occasions: readonly {
    /** The same as long as it is the same occasion; missing in what was told before it was. */
    readonly id?: string;
    readonly on: Day;
    /** When it was first written down: how coarsely it is told rests on that and not on a day somebody types. Missing in what was told before it did. */
    readonly settledOn?: Day;
    readonly count: Count;
    readonly counted: string;
    /** Told beside the promise, in the unit's own words, and not counted against it; missing in what was promised. */
    readonly beside?: true;
    readonly place: string;
    readonly party: string;
    /** In the order they were noted. `depth` 0 came of it; 1 and more are "of which" of what stands above. */
    readonly outputs: readonly ToldOutput<Heads>[];
    /** A youth forum: how many in a band, which grade, which themes. Never the school, nor what was answered. */
    readonly forum?: { readonly band: Band; readonly grade: Grade; readonly themes: readonly Theme[] };
  }[];
  readonly deviations: readonly {
    readonly on: Day;
    readonly sentence: string;
    readonly newDay: Day | null;
    readonly because: string;
  }[];
  readonly status: { readonly status: Status; readonly explanation: string; readonly report: string } | null;
};

export type ToldOutput<Heads> = {
  readonly what: string;
  readonly heads: Heads;
  readonly qualifier: Qualifier;
  readonly depth: number;
};

export type ToldIndicator<Heads> = {
  /** As that of an occasion. */
  readonly id?: string;
  readonly name: string;
  readonly unit: string;
  readonly column: Column;
  /** What the readings together say, or the answer to what it led to; that it cannot be known is a verdict too. Null of what was done. */
  readonly verdict: VerdictKind | null;
  readonly source: string;
  readonly caveat: string;
  readonly readings: readonly {
    readonly on: Day;
    /** When its day was first noted. */
    readonly settledOn?: Day;
    /** Null where too few answered, or too few were counted, for anything to be said. */
    readonly figure: { readonly value: number; readonly low: number | null; readonly high: number | null } | null;
    /** How many it rests on; null where that is not known, or is what was counted. */
    readonly n: Heads | null;
    readonly baseline: boolean;
    readonly comparable: boolean;
  }[];
  // Missing in what was made before there was more to tell.
  readonly measure?: Measure;
  readonly controlDependent?: boolean;
  readonly target?: { readonly value: number; readonly by: Day | null } | null;
  readonly breaks?: readonly { readonly on: Day; readonly why: string }[];
  /** The perceived beside the recorded, and the other way round: by name alone, since it has its own figures. */
  readonly beside?: string | null;
  readonly effect?: (Heads extends number ? EffectAnswer & ToldWhen : ToldEffect) | null;
};
type ToldWhen = { readonly on: Day; readonly inPromise: boolean };
export type ToldEffect = ToldWhen &
  Pick<EffectAnswer, "design" | "assumptions" | "wouldChange"> & { readonly sentence: Said };

export type ToldWalk<Heads> = {
  readonly slug: string;
  readonly title: string;
  readonly village: string;
  readonly on: Day;
  readonly from: string;
  readonly to: string;
  readonly meetingPoint: string;
  readonly functions: readonly string[];
  readonly walkers: Heads | null;
  readonly rows: readonly {
    readonly number: number;
    readonly kind: string;
    readonly place: string;
    /** The middle of the small square its stop lies in, as the forms for residents have it; missing where nobody knows. */
    readonly position?: Position;
    readonly text: string;
    readonly proposal: string;
    readonly manager: string;
    readonly answer: string;
    readonly reason: string;
    readonly when: string;
    readonly example: boolean;
    /** What has become of it since it was answered; missing where nothing has, and in what was published before that was told. */
    readonly became?: ToldItem;
  }[];
  /** When rows that came after the publication were last published. */
  readonly complementedOn?: Day;
  readonly reference: Reference | null;
  readonly example: boolean;
};

/** What has become of a point, and that somebody has looked. Nobody is named, and no office: the manager stands at the point. */
export type ToldItem = {
  readonly state: ItemState;
  readonly restsOn: "verified" | "declined" | "forwarded" | null;
  readonly plan: { readonly by: Day; readonly inSeason: boolean } | null;
  readonly done: { readonly on: Day; readonly sentence: string } | null;
  readonly look: ToldLook | null;
  readonly notDone: ToldLook | null;
  readonly reason: string;
  readonly toldOn: Day | null;
};
/** `onWalk` of the same series; else somebody went there. */
type ToldLook = { readonly on: Day; readonly sentence: string; readonly onWalk: boolean };

/** A walk that has not been held: no route, no stops. */
export type ToldPlan = {
  readonly slug: string;
  readonly title: string;
  readonly village: string;
  readonly on: Day;
  readonly from: string;
  readonly to: string;
  readonly meetingPoint: string;
  readonly light: Light;
  readonly theme: WalkTheme;
  readonly functions: readonly string[];
  /** Who invites: the organisation whose walk it is. */
  readonly by: string;
  readonly cancelled: { readonly on: Day; readonly reason: string } | null;
  readonly example: boolean;
};

export type ToldDialogue<Heads> = {
  readonly slug: string;
  readonly title: string;
  readonly from: Day;
  readonly to: Day;
  readonly method: string;
  readonly sampleType: SampleType;
  readonly canInfluence: string;
  readonly cannotInfluence: string;
  /** Null where no answers have been published. */
  readonly answered: Heads | null;
  readonly themes: readonly {
    readonly theme: string;
    readonly category: string;
    /** Null where it was said but not counted. */
    readonly voices: Heads | null;
    readonly qualifier: Qualifier;
    readonly quote: string;
    /** Somebody with a receipt says that what is told as done is not; missing where nobody has. */
    readonly dispute?: ToldDispute<Heads> | null;
  }[];
  readonly caveat: string;
  readonly reference: Reference | null;
  readonly example: boolean;
};

/** A decided action plan, and how it has been followed up. What authorities did is shown as counted. */
export type ToldActionPlan = ShownPlan;

/** An adopted situation report: its chapters with what both say of them, and the figures they rest on as they were. */
export type ToldSituation<Heads> = {
  /** The day it was adopted is its address. */
  readonly adoptedOn: Day;
  /** When that was written down here. */
  readonly settledOn?: Day;
  readonly from: Day;
  readonly to: Day;
  readonly adoptedBy: string;
  readonly registryNumber: string;
  /** Null where it covers the checksum of a figure that is not told whole. */
  readonly contentHash: string | null;
  readonly chapters: readonly {
    readonly chapter: Chapter;
    readonly text: string;
    readonly comments: readonly { readonly by: string | null; readonly text: string }[];
    readonly figures: readonly ToldSituationFigure<Heads>[];
    /** Paragraphs in which so few are counted that they could be known, added at the gate to those that say what a note said that has been taken back. */
    readonly leftOut?: number;
  }[];
  readonly example: boolean;
};

/**
 * `figure` is a statistic as its source has it; `counted` is what was counted one by one. One of them is null, and both where its owner has not decided that the
 * number is for outside.
 */
export type ToldSituationFigure<Heads> = {
  readonly caption: string;
  readonly kind: FigureKind;
  readonly name: string;
  readonly from: Day | null;
  readonly to: Day | null;
  readonly figure: {
    readonly value: number;
    readonly unit: string;
    readonly low: number | null;
    readonly high: number | null;
  } | null;
  readonly counted: Heads | null;
  /** How many it rests on; missing in what was published before it was told. */
  readonly n?: Heads | null;
  readonly parts: readonly { readonly name: string; readonly heads: Heads }[];
  /** Each from its first month; of more than one where the parties have agreed on a longer `span`. */
  readonly months: readonly { readonly month: Month; readonly heads: Heads }[];
  readonly span?: Span;
  /** The map: villages by their middle to about a kilometre, and what lies in none; missing in what was published before it was told. */
  readonly areas?: readonly (Omit<FrozenArea, "count"> & { readonly heads: Heads })[];
  readonly caveats: readonly string[];
  readonly cautions: readonly Said[];
  readonly warnings: readonly Warning[];
  readonly themeWarnings: readonly ThemeWarning[];
  readonly method: string;
  /** Null where not everything it is a checksum of is told. */
  readonly hash: string | null;
  readonly takenOn: Day;
};

/** A stretch of road: what was said, measured, judged, done and answered. */
export type ToldRoad<Heads> = {
  readonly slug: string;
  readonly name: string;
  /** Whose thread it is. */
  readonly by: string;
  readonly publishedOn: Day;
  readonly limit: number | null;
  readonly roadKeeper: RoadKeeper | null;
  readonly state: ThreadState;
  /** As it was counted when the page was published. */
  readonly said: readonly { readonly kind: ComplaintKind; readonly heads: Heads }[];
  readonly saidInAll: Heads;
  readonly passedOn: string;
  readonly judgement: Judgement | null;
  /** Those that stand, in the order of time they measure. */
  readonly measurements: readonly ToldMeasurement<Heads>[];
  readonly withdrawn: readonly (MeasuredWhen & { readonly on: Day })[];
  /** What the desk said and took back. */
  readonly unsaid: readonly { readonly what: TakenBack["state"]; readonly on: Day }[];
  /** A measurement was taken back after the judgement. */
  readonly restsOnTakenBack: boolean;
  /** Null where there are not two measurements to hold beside each other. */
  readonly compared: Pick<Compared, "stretch" | "roads"> | null;
  readonly done: readonly {
    readonly action: Action;
    readonly to: PartyKind;
    /** Null where nobody has answered the proposal. */
    readonly reply: Reply["kind"] | null;
    readonly count: number | null;
    readonly month: Month | null;
  }[];
  readonly answer: { readonly text: string; readonly on: Day } | null;
  readonly example: boolean;
};

/** `road` is the road to compare with; null for the stretch itself. */
type MeasuredWhen = { readonly from: Day; readonly to: Day; readonly road: string | null };
export type ToldMeasurement<Heads> = MeasuredWhen & {
  readonly days: number;
  readonly method: MeterMethod;
  readonly direction: string;
  readonly limit: number;
  readonly vehicles: Heads;
  readonly withSpeed: Heads;
  /** Null where so few were measured that a figure would tell of them. */
  readonly figures:
    | (Pick<Figures, "mean" | "median" | "v85" | "v85Within"> & {
        readonly over: readonly {
          readonly above: number;
          /** How many; never outside. */
          readonly count?: number | undefined;
          /** Null where it is a handful of drivers. */
          readonly told: { readonly value?: number | undefined; readonly low: number; readonly high: number } | null;
        }[];
      })
    | null;
  readonly flags: readonly Flag[];
};

/** Never in whose words. */
export type ToldDispute<Heads> = {
  readonly voices: Heads;
  readonly since: Day;
  /** Somebody waits for an answer. */
  readonly open: boolean;
  readonly answer: { readonly kind: DisputeReply; readonly text: string; readonly on: Day } | null;
};

export type ToldAnswer<Heads> = {
  /** As that of an occasion. */
  readonly id?: string;
  readonly said: string;
  /** Of a theme: how many have said it is how many people, and few by its category. Never outside. */
  readonly saidOf?: Category;
  /** Pieces of evidence in all, and the notes among them that stand in no protocol. */
  readonly voices: Heads;
  readonly notes: Heads;
  readonly answer: "chosen" | "declined" | "merged";
  /** Each party's own reason for a yes, the joint one for a no: never run together. */
  readonly reasons: readonly { readonly party: string; readonly reason: string }[];
  /** Why it was chosen past one that weighed more, or though no cause was written. Missing in what was published before there were rounds. */
  readonly despite?: readonly { readonly kind: "order" | "cause"; readonly reason: string }[];
  readonly on: Day;
  readonly pledge: { readonly order: number; readonly documentSlug: string } | null;
  readonly example: boolean;
};

export type ToldReport<Heads = PublicCount> = {
  readonly slug: string;
  readonly from: Day;
  readonly to: Day;
  readonly on: Day;
  readonly rows: readonly {
    readonly number: string;
    readonly text: string;
    readonly status: Status;
    readonly explanation: string;
    readonly output: string;
    readonly outcome: string;
    readonly experience: string;
  }[];
  readonly texts: readonly { readonly voice: "municipality" | "police" | "joint"; readonly text: string }[];
  readonly approvals: readonly { readonly party: string; readonly title: string; readonly on: Day }[];
  /** How often somebody with a receipt said during the period that what is told as done is not; missing in what was published before it was told. */
  readonly disputes?: { readonly inAll: Heads; readonly open: Heads };
  /** Byte for byte what the promises' log has the hash of; missing in what was published before it was kept. */
  readonly contentText?: string;
  /** What both signed, as they signed it; missing where it was approved by a click. */
  readonly body?: ReportBody;
  /** Whose judgement is waited for, where one party's part is told alone; nobody has signed it yet. */
  readonly waitsFor?: SigningParty;
  /** What whoever checks the signatures needs, and which entries of the log are its own. */
  readonly evidence?: Evidence;
  readonly log?: NonNullable<ToldDocument["log"]>;
  readonly signatures?: ToldDocument["signatures"];
  readonly example: boolean;
};
