// An action item (åtgärdspunkt, domain.md 4.4): a point of a walk's protocol, or something proposed about a road, on its way until it is done, looked at and told of.
// Until it is decided its way is collect's (collect/walks/point.ts, collect/traffic/thread.ts) and is only read here; what comes after is written here, a step at a time:
//
//   registered ─▶ sent ─▶ received ─▶ (investigated) ─▶ decided ─▶ planned ─▶ underway ─▶ done ─▶ verified ─▶ fed back
//                                                           ▲                    ▲          │        │
//                                     taken up again ───────┘                    └─ «not done» ──────┘
//   out: declined and forwarded, each with a reason for everybody and still to be told of; duplicate.
//
// No step is ever changed: what is said is the fold of them.
import type { AnswerKind, SpotManager } from "../../collect/observation.ts";
import { personRefused, type PersonWhy } from "../../collect/person-in-text.ts";
import { ADDRESSEES, type Addressee } from "../../collect/walks/letter.ts";
import type { PointState } from "../../collect/walks/point.ts";
import { command } from "../../ground/command.ts";
import { type Grant, grantsIn, type Person, type Role } from "../../ground/party.ts";
import { no, type Refusal, type Result, yes } from "../../ground/result.ts";
import { type Day, dayOf, type Instant } from "../../ground/time.ts";
import { termEndsIn } from "../../pledge/terms.ts";

export const STEP_KINDS = [
  "planned",
  "underway",
  "done",
  "verified",
  "not-done",
  "fed-back",
  "declined",
  "forwarded",
  "duplicate",
  "taken-up",
] as const;
export type StepKind = (typeof STEP_KINDS)[number];
/** How far it has come, in the order of its way; those it can leave it by come last. */
export const ITEM_STATES = [
  "registered",
  "sent",
  "question",
  "not-ours",
  "received",
  "investigated",
  "decided",
  "planned",
  "underway",
  "done",
  "verified",
  "fed-back",
  "forwarded",
  "declined",
  "duplicate",
] as const;
export type ItemState = (typeof ITEM_STATES)[number];

/** The police and other parties look after no spot, and may be asked for something about a road. */
export type Manager = SpotManager | "police" | "other";
/** Who stands outside the partnership: the municipality writes what they answered. */
export const OUTSIDE = ADDRESSEES.filter((one): one is Exclude<Addressee, "municipality"> => one !== "municipality");
export type Outside = (typeof OUTSIDE)[number];

/** By the day at the latest; said as the season that ends on it where nobody dares to say more. */
export type Plan = { readonly by: Day; readonly inSeason: boolean };
type Told = { readonly on: Day; readonly sentence: string };
/** Somebody has looked: on a walk of the same series, or by going there. */
export type Look = Told & { readonly walkId: string | undefined };

type AtRest =
  | { readonly state: "verified"; readonly done: Told; readonly look: Look }
  | { readonly state: "declined"; readonly reason: string }
  | { readonly state: "forwarded"; readonly reason: string; readonly to: Outside | undefined };
export type Standing =
  | { readonly state: Exclude<PointState, "answered"> | "investigated" | "decided" }
  | { readonly state: "planned"; readonly plan: Plan }
  /** `notDone`: somebody looked at what was said to be done, and it was not. */
  | { readonly state: "underway"; readonly plan: Plan | undefined; readonly notDone: Look | undefined }
  | { readonly state: "done"; readonly done: Told }
  | AtRest
  | { readonly state: "fed-back"; readonly told: Told; readonly of: AtRest }
  | { readonly state: "duplicate"; readonly of: string };

/** What somebody says that has become of it. */
export type NewStep =
  | { readonly kind: "planned"; readonly by: Day; readonly inSeason: boolean }
  | { readonly kind: "underway" }
  | { readonly kind: "done" | "fed-back"; readonly on: Day; readonly sentence: string }
  | {
      readonly kind: "verified" | "not-done";
      readonly on: Day;
      readonly sentence: string;
      readonly walkId?: string | undefined;
    }
  | { readonly kind: "declined" | "taken-up"; readonly reason: string }
  | { readonly kind: "forwarded"; readonly reason: string; readonly to: Outside }
  | { readonly kind: "duplicate"; readonly of: string };

export type Step = NewStep & {
  readonly id: string;
  /** From 1, one after the other. */
  readonly number: number;
  /** The decision it goes on from; undefined where nothing was decided yet. */
  readonly standsOn: AnswerKind | undefined;
  readonly organisationId: string;
  /** The office that said so, never the person. */
  readonly office: string;
  readonly notedAt: Instant;
  readonly example: boolean;
};

/** What was decided in collect: at the third meeting, or by whom something was proposed to. */
export type Decision = {
  readonly kind: AnswerKind;
  readonly reason: string;
  readonly when: string;
  readonly at: Instant;
};
/** What collect knows of it. */
export type Origin = {
  /** Of the row or the proposal: the item is that, further on its way. */
  readonly id: string;
  readonly from: "walk" | "traffic";
  readonly registeredOn: Day;
  readonly manager: Manager;
  /** How far it is while nothing is decided. */
  readonly early: Exclude<PointState, "answered">;
  readonly decision: Decision | undefined;
};

/** Where its way begins, once collect has its answer. */
function begins({ early, decision, registeredOn }: Origin, from = decision?.kind): Standing {
  // Of a decision that has been replaced the words are gone.
  const reason = decision?.kind === from ? (decision?.reason ?? "") : "";
  switch (from) {
    case undefined:
      return { state: early };
    case "investigated":
      return { state: "investigated" };
    case "will-be-done":
    case "already-planned":
      return { state: "decided" };
    case "declined":
      return { state: "declined", reason };
    case "passed-on":
      return { state: "forwarded", reason, to: undefined };
    case "done":
      return {
        state: "done",
        done: { on: decision === undefined ? registeredOn : dayOf(decision.at), sentence: reason },
      };
  }
}

const WAITS = ["registered", "sent", "question", "not-ours", "received"] as const;
const OPEN = ["investigated", "decided", "planned", "underway", "forwarded"] as const;
/** From where each step is taken; the same list greys the buttons and stands in the database (migrations/0131). */
export const FROM = {
  planned: OPEN,
  underway: ["decided", "planned"],
  done: OPEN,
  verified: ["done"],
  "not-done": ["done", "verified"],
  "fed-back": ["verified", "declined", "forwarded"],
  declined: OPEN,
  forwarded: OPEN,
  duplicate: [...WAITS, ...OPEN],
  "taken-up": ["done", "verified", "fed-back", "declined", "duplicate"],
} as const satisfies Readonly<Record<StepKind, readonly ItemState[]>>;

export function canNow(kind: StepKind, state: ItemState): boolean {
  return (FROM[kind] as readonly ItemState[]).includes(state);
}

/** Where it stands after a step that could be taken. */
function after(origin: Origin, standing: Standing, step: Step): Standing {
  switch (step.kind) {
    case "planned":
      return { state: "planned", plan: { by: step.by, inSeason: step.inSeason } };
    case "underway":
      return { state: "underway", plan: "plan" in standing ? standing.plan : undefined, notDone: undefined };
    case "done":
      return { state: "done", done: { on: step.on, sentence: step.sentence } };
    case "verified":
    case "not-done": {
      const look = { on: step.on, sentence: step.sentence, walkId: step.walkId };
      if (step.kind === "not-done") return { state: "underway", plan: undefined, notDone: look };
      return "done" in standing ? { state: "verified", done: standing.done, look } : standing;
    }
    case "fed-back":
      return standing.state === "verified" || standing.state === "declined" || standing.state === "forwarded"
        ? { state: "fed-back", told: { on: step.on, sentence: step.sentence }, of: standing }
        : standing;
    case "declined":
      return { state: "declined", reason: step.reason };
    case "forwarded":
      return { state: "forwarded", reason: step.reason, to: step.to };
    case "duplicate":
      return { state: "duplicate", of: step.of };
    case "taken-up":
      // A duplicate that is none waits as it did.
      return step.standsOn === undefined ? { state: origin.early } : { state: "decided" };
  }
}

/**
 * Where it stands: what collect decided, and the steps since. Decided otherwise later, at another meeting, its way begins anew from that, and what was said before
 * stands in its history; a duplicate stays one.
 */
export function standingOf(origin: Origin, steps: readonly Step[]): Standing {
  const last = steps.at(-1);
  if (last === undefined) return begins(origin);
  const { decision } = origin;
  const isNewer = decision !== undefined && decision.kind !== last.standsOn && decision.at > last.notedAt;
  if (isNewer && last.kind !== "duplicate") return begins(origin);
  const since = steps.slice(steps.findLastIndex(({ standsOn }) => standsOn !== last.standsOn) + 1);
  return since.reduce<Standing>((standing, step) => after(origin, standing, step), begins(origin, last.standsOn));
}

/** What is true of where it stands, laid flat for those who show it. */
export type Facts = {
  readonly state: ItemState;
  readonly plan: Plan | undefined;
  readonly done: Told | undefined;
  /** Somebody has looked: it was there. */
  readonly look: Look | undefined;
  /** Somebody has looked: it was not. */
  readonly notDone: Look | undefined;
  readonly reason: string;
  readonly told: Told | undefined;
  /** What those who said it were told of. */
  readonly restsOn: "verified" | "declined" | "forwarded" | undefined;
};
export function factsOf(standing: Standing): Facts {
  const rests = standing.state === "fed-back" ? standing.of : standing;
  return {
    state: standing.state,
    plan: "plan" in rests ? rests.plan : undefined,
    done: "done" in rests ? rests.done : undefined,
    look: "look" in rests ? rests.look : undefined,
    notDone: "notDone" in rests ? rests.notDone : undefined,
    reason: "reason" in rests ? rests.reason : "",
    told: standing.state === "fed-back" ? standing.told : undefined,
    restsOn: standing.state === "fed-back" ? standing.of.state : undefined,
  };
}

/** Whose it is now: whom it was forwarded to, else who looks after the spot. */
export function managerOf({ manager }: Pick<Origin, "manager">, steps: readonly Step[]): Manager {
  const sent = steps.findLast((step) => step.kind === "forwarded");
  return sent?.kind === "forwarded" ? sent.to : manager;
}
export function isOutside(manager: Manager): manager is Outside {
  return (OUTSIDE as readonly Manager[]).includes(manager);
}

/** «Sen»: the day it was to be over by has been. */
export function isLate(standing: Standing, today: Day): boolean {
  const plan = "plan" in standing ? standing.plan : undefined;
  return plan !== undefined && plan.by < today;
}
/** Nobody looks after it, or whoever does has not taken it. */
export function waitsForOwner({ state }: Pick<Standing, "state">, manager: Manager): boolean {
  if (manager === "unknown") return ([...WAITS, ...OPEN] as readonly ItemState[]).includes(state);
  return state !== "received" && (WAITS as readonly ItemState[]).includes(state);
}
/** To the next walk: what is looked for again. What somebody has seen done is not, and what was said to be done is. */
export function isClosed({ state }: Pick<Standing, "state">): boolean {
  return state === "verified" || state === "fed-back" || state === "declined" || state === "duplicate";
}

/** The one step that comes next for whoever may take it. What waits for its answer gets that in collect. */
export function nextStep({ state }: Pick<Standing, "state">): StepKind | undefined {
  switch (state) {
    case "investigated":
    case "decided":
      return "planned";
    case "planned":
      return "underway";
    case "underway":
      return "done";
    case "done":
      return "verified";
    case "verified":
    case "declined":
    case "forwarded":
      return "fed-back";
    default:
      return undefined;
  }
}

/** Those who say what their own organisation does with it. */
export const MANAGERS: readonly Role[] = ["coordinator", "liaison", "activity-owner"];
/** Those who write what somebody outside has answered: one place in the municipality. */
export const FOR_OTHERS: readonly Role[] = ["coordinator"];

export type ItemWhy =
  | "not-yours"
  | "item-not-now"
  | "item-without-owner"
  | "plan-day-passed"
  | "plan-no-season"
  | "future-not-written"
  | "item-day-too-early"
  | "item-sentence-needed"
  | "item-walk-elsewhere"
  | "public-reason-needed"
  | "item-theirs-already"
  | "item-same-as-none"
  | PersonWhy;

export type OnItem = {
  readonly partnershipId: string;
  readonly origin: Origin;
  readonly steps: readonly Step[];
  /** Whose people write of it: the manager's organisation, and for whoever stands outside the municipality. */
  readonly organisationId: string;
  /** The walks of the same series, later, that came past the same stop. */
  readonly walks: readonly { readonly id: string; readonly on: Day }[];
  /** Items that this may be the same as: others, that are no duplicates themselves. */
  readonly others: readonly string[];
};

const LOOKS: readonly StepKind[] = ["verified", "not-done"];
/** The grant by which somebody may take a step. That something is there to see anybody of either party may say, and not only who did it. */
export function grantToTake(
  person: Person,
  {
    partnershipId,
    origin,
    steps,
    organisationId,
  }: Pick<OnItem, "partnershipId" | "origin" | "steps" | "organisationId">,
  kind: StepKind,
): Grant | undefined {
  const outside = isOutside(managerOf(origin, steps));
  const own = grantsIn(person, partnershipId, outside ? FOR_OTHERS : MANAGERS).find(
    (grant) => grant.organisationId === organisationId,
  );
  return own ?? (LOOKS.includes(kind) ? grantsIn(person, partnershipId, MANAGERS)[0] : undefined);
}

export const takeStep = command({
  event: "action-item.moved",
  may: (person: Person, input: { readonly step: NewStep }, state: OnItem): Refusal<ItemWhy> | undefined =>
    grantToTake(person, state, input.step.kind) === undefined ? { why: "not-yours" } : undefined,
  decide: (input: { readonly step: NewStep }, state: OnItem, moment): Result<Step, Refusal<ItemWhy>> => {
    const step = trimmed(input.step);
    const standing = standingOf(state.origin, state.steps);
    if (!canNow(step.kind, standing.state)) return no("item-not-now", { detail: { state: standing.state } });
    const refused = refusedStep(step, standing, state, dayOf(moment.at));
    if (refused !== undefined) return { ok: false, refusal: refused };
    const grant = grantToTake(moment.by, state, step.kind);
    if (grant === undefined) return no("not-yours");
    return yes({
      ...step,
      id: moment.newId(),
      number: state.steps.length + 1,
      standsOn: state.origin.decision?.kind,
      organisationId: grant.organisationId,
      office: grant.title,
      notedAt: moment.at,
      example: false,
    });
  },
});

function trimmed(step: NewStep): NewStep {
  if ("sentence" in step) return { ...step, sentence: step.sentence.trim() };
  return "reason" in step ? { ...step, reason: step.reason.trim() } : step;
}

function refusedStep(step: NewStep, standing: Standing, state: OnItem, today: Day): Refusal<ItemWhy> | undefined {
  const manager = managerOf(state.origin, state.steps);
  if (manager === "unknown" && (step.kind === "planned" || step.kind === "underway" || step.kind === "done"))
    return { why: "item-without-owner" };
  switch (step.kind) {
    case "planned":
      if (step.by < today) return { why: "plan-day-passed", field: "by" };
      if (step.inSeason && termEndsIn(step.by, step.by).length === 0) return { why: "plan-no-season", field: "by" };
      return undefined;
    case "underway":
      return undefined;
    case "done":
      return refusedDay(step.on, state.origin.registeredOn, today) ?? refusedSentence(step.sentence);
    case "verified":
    case "not-done":
      if (step.walkId !== undefined && !state.walks.some(({ id, on }) => id === step.walkId && on === step.on))
        return { why: "item-walk-elsewhere", field: "walkId" };
      return (
        refusedDay(step.on, doneOn(standing), today) ??
        (step.kind === "not-done" ? refusedSentence(step.sentence) : personRefused({ sentence: step.sentence }))
      );
    case "fed-back":
      return refusedDay(step.on, state.origin.registeredOn, today) ?? refusedSentence(step.sentence);
    case "forwarded":
      if (step.to === manager) return { why: "item-theirs-already", field: "to" };
      return refusedReason(step.reason);
    case "declined":
    case "taken-up":
      return refusedReason(step.reason);
    case "duplicate":
      return state.others.includes(step.of) ? undefined : { why: "item-same-as-none", field: "of" };
  }
}

function doneOn(standing: Standing): Day | undefined {
  return "done" in standing ? standing.done.on : undefined;
}

function refusedDay(on: Day, earliest: Day | undefined, today: Day): Refusal<ItemWhy> | undefined {
  if (on > today) return { why: "future-not-written", field: "on" };
  return earliest !== undefined && on < earliest
    ? { why: "item-day-too-early", field: "on", detail: { earliest } }
    : undefined;
}
function refusedSentence(sentence: string): Refusal<ItemWhy> | undefined {
  return sentence === "" ? { why: "item-sentence-needed", field: "sentence" } : personRefused({ sentence });
}
function refusedReason(reason: string): Refusal<ItemWhy> | undefined {
  return reason === "" ? { why: "public-reason-needed", field: "reason" } : personRefused({ reason });
}
