// An observation: what somebody saw or was told, where, when, and what could be done about it. Never who (domain.md 2.4, R1).
// It is made where it is seen, often on a phone without network: its id comes from the device, so that sending it twice is harmless.
import { command } from "../ground/command.ts";
import { grantFor, grantsIn, type Person } from "../ground/party.ts";
import { nameOfPlace, type Place } from "../ground/place.ts";
import { no, type Refusal, type Result, yes } from "../ground/result.ts";
import { type Instant, instantOf, millisecondsOf, type When } from "../ground/time.ts";
import type { Category } from "./category.ts";
import { type PersonKind, personRefused, type PersonWhy } from "./person-in-text.ts";
import { heldBack } from "./privacy/held-back.ts";
import { COLLECTORS } from "./source.ts";

export const OBSERVATION_KINDS = ["problem", "positive", "idea", "question", "event"] as const;
export type ObservationKind = (typeof OBSERVATION_KINDS)[number];
/** Letters of what is noted. */
export const LONGEST_NOTE = 4000;
/** Who looks after the spot: the key to anything being done about it (domain.md 4.1). */
export const SPOT_MANAGERS = [
  "municipality",
  "housing",
  "road-authority",
  "road-association",
  "region",
  "private",
  "unknown",
] as const;
export type SpotManager = (typeof SPOT_MANAGERS)[number];
export const SHARINGS = ["own", "shared", "public"] as const;
/** own: the owner's people only («Bara polisen»). shared: both parties. public: both parties, and counted in what is published. */
export type Sharing = (typeof SHARINGS)[number];
/** Whether more may see it than before. Narrowing is its owner's to do at any time; widening is asked about first. */
export function isWider(after: Sharing, before: Sharing): boolean {
  return SHARINGS.indexOf(after) > SHARINGS.indexOf(before);
}
export const PRECISIONS = ["minute", "hour", "day", "month", "unknown"] as const;
export type Precision = (typeof PRECISIONS)[number];
export const ANSWER_KINDS = [
  "will-be-done",
  "investigated",
  "declined",
  "passed-on",
  "already-planned",
  "done",
] as const;
export type AnswerKind = (typeof ANSWER_KINDS)[number];

/** What a person can say and later change. */
export type Noted = {
  readonly kind: ObservationKind;
  readonly category: Category;
  /** What is wrong (or good). */
  readonly text: string;
  /** What it can cause. */
  readonly consequence: string;
  /** What should change. */
  readonly proposal: string;
  readonly spotManager: SpotManager;
  /** How many in the group agreed. */
  readonly agreed?: number | undefined;
  /** 1 a little, 3 a lot. */
  readonly severity?: 1 | 2 | 3 | undefined;
  readonly place: Place;
  readonly when: When;
  readonly sharing: Sharing;
};

export type Observation = Noted & {
  readonly id: string;
  readonly sourceId: string;
  readonly ownerOrganisationId: string;
  readonly walkId: string | undefined;
  readonly stopId: string | undefined;
  readonly precision: Precision;
  readonly revision: number;
  /** By the clock of the device; `receivedAt` by ours. Both are kept, since phones go wrong. */
  readonly notedAt: Instant;
  readonly receivedAt: Instant;
  readonly notedBy: string | undefined;
  /** Who sent it, where the one who noted it handed it over to another phone. */
  readonly handedOverBy?: string | undefined;
  /** Which change of the phone's this is; an older one that comes late changes nothing. */
  readonly written?: number | undefined;
  readonly withdrawnAt: Instant | undefined;
  readonly withdrawnReason: string | undefined;
  /** Held to its owner until another person has looked: what it is to be shared as then. */
  readonly wishedSharing?: Sharing | undefined;
  /** The revision that another person has looked through. */
  readonly reviewedRevision?: number | undefined;
  readonly example: boolean;
};

/** What a note is written with: `override` says why it points at nobody, where it looks as if it did. */
export type Writing = Noted & { readonly override?: string | undefined };

/** What came from a file or a feed: known by the source's own id, and its text is the source's, not ours to change. */
export type Imported = Omit<Noted, "agreed" | "severity"> & {
  readonly foreignId: string;
  readonly foreign: Readonly<Record<string, unknown>>;
  readonly precision: Precision;
  readonly publishedAt: Instant | undefined;
  /** When this version was seen at the source; undefined when the file does not tell. */
  readonly seenAt: Instant | undefined;
  readonly bundle: boolean;
};

export type NewObservation = Writing & {
  readonly id: string;
  readonly walkId?: string | undefined;
  readonly stopId?: string | undefined;
  readonly notedAt: Instant;
  /** The device's clock when it was sent: tells how wrong that clock goes. */
  readonly sentAt?: Instant | undefined;
  /** Who noted it, when another's phone sends it. */
  readonly handedOverFrom?: string | undefined;
};

export type ObservationWhy =
  | "not-yours"
  | "nothing-said"
  | "no-such-walk"
  | "no-such-stop"
  | "withdrawn-already"
  | "source-keeps-its-text"
  | "hearing-keeps-its-words"
  | "reason-needed"
  | "handed-over-elsewhere"
  | PersonWhy;

/** What the rule needs to know before a note is taken in. */
export type Noting = {
  readonly partnershipId: string;
  /** The observation with this id, when it has come before. */
  readonly earlier: Observation | undefined;
  /** The walk it was made on: its source, and which stops it has. Undefined when the walk is not there. */
  readonly walk: { readonly sourceId: string; readonly stopIds: readonly string[] } | undefined;
  /** Where notes made outside a walk belong, for the organisation the person collects for. */
  readonly ownSourceId: string;
  /** The one whose note was handed over, when that is somebody known here. */
  readonly writer?: Person | undefined;
};

/** `repeated`: it had come already, nothing is written and the answer is the same as the first time. */
export type NotedOutcome = {
  readonly observation: Observation;
  readonly repeated: boolean;
  /** The warning that was set aside: the note is held. */
  readonly held?: { readonly reason: string; readonly kinds: readonly PersonKind[] } | undefined;
};

export const noteObservation = command({
  event: "observation.noted",
  may: (person: Person, _input: NewObservation, state: Noting): Refusal<ObservationWhy> | undefined =>
    grantFor(person, state.partnershipId, COLLECTORS) === undefined ? { why: "not-yours" } : undefined,
  decide: (input: NewObservation, state: Noting, moment): Result<NotedOutcome, Refusal<ObservationWhy>> => {
    if (state.earlier !== undefined) return yes({ observation: state.earlier, repeated: true });
    const taken = takenAs(input);
    if ("refusal" in taken) return { ok: false, refusal: taken.refusal };
    if (input.walkId !== undefined && state.walk === undefined) return no("no-such-walk", { field: "walkId" });
    if (input.stopId !== undefined && !(state.walk?.stopIds.includes(input.stopId) ?? false))
      return no("no-such-stop", { field: "stopId" });
    const { organisationId } = grantFor(moment.by, state.partnershipId, COLLECTORS)!;
    const isHandedOver = input.handedOverFrom !== undefined && input.handedOverFrom !== moment.by.id;
    if (isHandedOver && !collectsFor(state.writer, state.partnershipId, organisationId))
      return no("handed-over-elsewhere");
    const observation: Observation = {
      ...trimmed({ ...input, when: byOurClock(input, moment.at) }),
      ...taken.sharing,
      id: input.id,
      walkId: input.walkId,
      stopId: input.stopId,
      notedAt: input.notedAt,
      sourceId: state.walk?.sourceId ?? state.ownSourceId,
      ownerOrganisationId: organisationId,
      precision: input.when.kind === "unknown" ? "unknown" : "minute",
      revision: 1,
      receivedAt: moment.at,
      notedBy: isHandedOver ? input.handedOverFrom : moment.by.id,
      handedOverBy: isHandedOver ? moment.by.id : undefined,
      withdrawnAt: undefined,
      withdrawnReason: undefined,
      example: false,
    };
    return yes({ observation, repeated: false, held: taken.held });
  },
});

/** An observation as it stands, and whether it was read from a file. */
export type Standing = {
  readonly partnershipId: string;
  readonly observation: Observation;
  readonly imported: boolean;
};
/** `heard`: said in a hearing, which is where it is corrected and where it is decided who reads it. */
type Revising = Standing & { readonly heard: boolean };

export const reviseObservation = command({
  event: "observation.revised",
  may: mayChange,
  decide: (
    input: Writing & { readonly written?: number | undefined },
    state: Revising,
  ): Result<NotedOutcome, Refusal<ObservationWhy>> => {
    const { observation } = state;
    if (state.imported) return no("source-keeps-its-text");
    if (state.heard) return no("hearing-keeps-its-words");
    const { written = observation.written } = input;
    // Sent again after a reply was lost, or overtaken on the way by a later change: what stands is newer.
    if (input.written !== undefined && input.written <= (observation.written ?? 0))
      return yes({ observation, repeated: true });
    if (observation.withdrawnAt !== undefined) return no("withdrawn-already");
    const taken = takenAs(input);
    if ("refusal" in taken) return { ok: false, refusal: taken.refusal };
    // The device's own time of noting was put right when it came; it is not made wrong again.
    const isSameTime = input.when.kind === "instant" && input.when.at === observation.notedAt;
    const when = isSameTime ? observation.when : input.when;
    const revised = { ...observation, ...trimmed({ ...input, when }), ...taken.sharing, written };
    // The same words, and yet said later: an older change that is still on its way must not win over them.
    if (sameWords(observation, revised)) return yes({ observation: { ...observation, written }, repeated: true });
    return yes({ observation: { ...revised, revision: observation.revision + 1 }, repeated: false, held: taken.held });
  },
});

/** Withdrawn is not gone: it is no longer counted or shown, and the log says that it was there. */
export const withdrawObservation = command({
  event: "observation.withdrawn",
  may: mayChange,
  decide: (
    input: { readonly reason: string },
    { observation }: Standing,
    moment,
  ): Result<NotedOutcome, Refusal<ObservationWhy>> => {
    if (observation.withdrawnAt !== undefined) return yes({ observation, repeated: true });
    const withdrawnReason = input.reason.trim();
    if (withdrawnReason === "") return no("reason-needed", { field: "reason" });
    const person = personRefused({ reason: withdrawnReason });
    if (person !== undefined) return { ok: false, refusal: person };
    return yes({ observation: { ...observation, withdrawnAt: moment.at, withdrawnReason }, repeated: false });
  },
});

/** A clock that goes less wrong than this is right. */
const CLOCK_SLACK_SECONDS = 120;

/** When it happened, by our clock, where the device's goes wrong: what the device said stays in `notedAt`, so both are kept. */
function byOurClock({ when, notedAt, sentAt }: NewObservation, receivedAt: Instant): When {
  if (sentAt === undefined || when.kind !== "instant" || when.at !== notedAt) return when;
  const off = millisecondsOf(receivedAt) - millisecondsOf(sentAt);
  if (Math.abs(off) < CLOCK_SLACK_SECONDS * 1000) return when;
  return { ...when, at: instantOf(millisecondsOf(notedAt) + off) };
}

function collectsFor(person: Person | undefined, partnershipId: string, organisationId: string): boolean {
  if (person === undefined) return false;
  return grantsIn(person, partnershipId, COLLECTORS).some((grant) => grant.organisationId === organisationId);
}

/** Only the organisation that noted it changes it: one party never writes in the other's notes. */
export function mayChange(
  person: Person,
  _input: unknown,
  { partnershipId, observation }: Standing,
): Refusal<ObservationWhy> | undefined {
  const own = grantsIn(person, partnershipId, COLLECTORS).some(
    ({ organisationId }) => organisationId === observation.ownerOrganisationId,
  );
  return own ? undefined : { why: "not-yours" };
}

/** Taken as it is, refused, or held to its owner with what the writer says for it. */
function takenAs(input: Writing) {
  if (input.text.trim() === "") return { refusal: { why: "nothing-said" as const, field: "text" } };
  const held = heldBack(input);
  if (held === undefined) return { sharing: { wishedSharing: undefined }, held: undefined };
  if ("refusal" in held) return held;
  return { sharing: { sharing: "own" as const, wishedSharing: held.wished }, held };
}

/** Why a note cannot be taken as it is written; the same answer stands under the field while it is typed. */
export function refusedNote(
  note: Pick<Noted, "text" | "consequence" | "proposal" | "place">,
): Refusal<ObservationWhy> | undefined {
  if (note.text.trim() === "") return { why: "nothing-said", field: "text" };
  const { text, consequence, proposal } = note;
  return personRefused({ text, consequence, proposal, place: nameOfPlace(note.place) });
}

function trimmed({ kind, category, spotManager, agreed, severity, place, when, sharing, ...said }: Noted): Noted {
  return {
    kind,
    category,
    spotManager,
    agreed,
    severity,
    place,
    when,
    sharing,
    text: said.text.trim(),
    consequence: said.consequence.trim(),
    proposal: said.proposal.trim(),
  };
}

function sameWords(a: Observation, b: Observation): boolean {
  return a.wishedSharing === b.wishedSharing && JSON.stringify(trimmed(a)) === JSON.stringify(trimmed(b));
}
