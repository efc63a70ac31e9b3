// How coarsely strangers are told numbers here: never finer than the house's floors, and coarser where both parties have agreed on it (docs/decisions/0044). One asks, the other answers.
import { command } from "../ground/command.ts";
import { type Floors, type FloorsOver, HOUSE_FLOORS, SPANS } from "../ground/fewest.ts";
import { type Grant, grantsIn, type Person, type Role } from "../ground/party.ts";
import { no, type Refusal, type Result, yes } from "../ground/result.ts";
import { addDays, type Day, dayOf, type Instant } from "../ground/time.ts";
import { personRefused, type PersonWhy } from "./person-in-text.ts";

/** Each of the first two is a multiple of the one before: then a step of the coarser is whole steps of the finer, and the two released after each other narrow nothing. */
export const FLOOR_CHOICES = {
  few: [5, 10, 20],
  sensitive: [10, 20, 40],
  answers: [30, 50, 100],
} as const;
export const FLOOR_AGREERS: readonly Role[] = ["coordinator", "liaison"];

/** What both have agreed on, from the day after they did. */
export type AgreedFloors = Floors & { readonly from: Day; readonly reason: string };

export type FloorProposal = {
  readonly id: string;
  readonly floors: Floors;
  readonly reason: string;
  readonly askedFor: string;
  readonly askedBy: string;
  readonly askedAt: Instant;
  readonly state: "asked" | "agreed" | "declined";
  readonly answeredFor: string | undefined;
  readonly answeredBy: string | undefined;
  readonly answeredAt: Instant | undefined;
  readonly answer: string;
  readonly from: Day | undefined;
};

export type FloorWhy =
  | "not-yours"
  | "reason-needed"
  | "floors-not-lowered"
  | "floors-unchanged"
  | "floors-sensitive-below"
  | "floors-asked-already"
  | "floors-answered"
  | "floors-other-party-agrees"
  | PersonWhy;
export type FloorState = { readonly partnershipId: string; readonly proposals: readonly FloorProposal[] };
type OnProposal = FloorState & { readonly proposal: FloorProposal };

/** Of the municipality or the police; a third party agrees on nothing. */
export function agreesFor(person: Person, partnershipId: string): Grant | undefined {
  return grantsIn(person, partnershipId, FLOOR_AGREERS).find(({ party }) => party !== "other");
}

const ofParties = (person: Person, _input: unknown, state: FloorState): Refusal<FloorWhy> | undefined =>
  agreesFor(person, state.partnershipId) === undefined ? { why: "not-yours" } : undefined;

/** The oldest first: each holds until the next one's day. */
export function agreedIn(proposals: readonly FloorProposal[]): readonly AgreedFloors[] {
  return proposals
    .flatMap(({ floors, from, reason }) => (from === undefined ? [] : [{ ...floors, from, reason }]))
    .toSorted((a, b) => (a.from < b.from ? -1 : 1));
}

/** What is settled on a day keeps the floors of that day for ever: told anew under others, the two tables would solve each other. */
export function floorsOn(agreed: readonly AgreedFloors[], day: Day): Floors {
  return agreed.findLast(({ from }) => from <= day) ?? HOUSE_FLOORS;
}

export function floorsOver(agreed: readonly AgreedFloors[], today: Day): FloorsOver {
  return { now: floorsOn(agreed, today), on: (day) => floorsOn(agreed, day) };
}

/** What a new proposal may not go below: the latest that is agreed, also where its day is tomorrow. */
export function latestOf(agreed: readonly AgreedFloors[]): Floors {
  return agreed.at(-1) ?? HOUSE_FLOORS;
}

const spanOf = ({ span }: Floors) => SPANS.indexOf(span);
const KINDS = ["few", "sensitive", "answers"] as const;

/** Why these cannot follow upon those that hold; undefined where they can. */
export function unfitFloors(next: Floors, now: Floors): Refusal<FloorWhy> | undefined {
  const lowered = KINDS.find((kind) => next[kind] < now[kind]);
  if (lowered !== undefined) return { why: "floors-not-lowered", field: lowered };
  if (spanOf(next) < spanOf(now)) return { why: "floors-not-lowered", field: "span" };
  if (now.rounded && !next.rounded) return { why: "floors-not-lowered", field: "rounded" };
  if (next.sensitive < next.few) return { why: "floors-sensitive-below", field: "sensitive" };
  const isSame =
    KINDS.every((kind) => next[kind] === now[kind]) && next.span === now.span && next.rounded === now.rounded;
  return isSame ? { why: "floors-unchanged" } : undefined;
}

const reasonOf = (text: string): Result<string, Refusal<FloorWhy>> => {
  const reason = text.trim();
  if (reason === "") return no("reason-needed", { field: "reason" });
  const person = personRefused({ reason });
  return person === undefined ? yes(reason) : { ok: false, refusal: person };
};

/** «Föreslå»: one party's wish alone changes nothing. */
export const proposeFloors = command({
  event: "floors.proposed",
  may: ofParties,
  decide: (
    { reason: said, few, sensitive, answers, span, rounded }: Floors & { readonly reason: string },
    { partnershipId, proposals }: FloorState,
    { at, by, newId },
  ): Result<FloorProposal, Refusal<FloorWhy>> => {
    const floors: Floors = { few, sensitive, answers, span, rounded };
    const reason = reasonOf(said);
    if (!reason.ok) return reason;
    if (proposals.some(({ state }) => state === "asked")) return no("floors-asked-already");
    const unfit = unfitFloors(floors, latestOf(agreedIn(proposals)));
    if (unfit !== undefined) return { ok: false, refusal: unfit };
    const asked = { askedFor: agreesFor(by, partnershipId)!.organisationId, askedBy: by.id, askedAt: at };
    const answer = { answeredFor: undefined, answeredBy: undefined, answeredAt: undefined, answer: "" };
    return yes({ id: newId(), floors, reason: reason.value, ...asked, state: "asked", ...answer, from: undefined });
  },
});

/** The other party's yes. It holds from tomorrow: what has a day before that has been told by what held then. */
export const agreeFloors = command({
  event: "floors.agreed",
  may: ofParties,
  decide: (
    { reason: said }: { readonly reason: string },
    { partnershipId, proposal }: OnProposal,
    { at, by },
  ): Result<FloorProposal, Refusal<FloorWhy>> => {
    if (proposal.state !== "asked") return no("floors-answered");
    const other = grantsIn(by, partnershipId, FLOOR_AGREERS).find(
      ({ party, organisationId }) => party !== "other" && organisationId !== proposal.askedFor,
    );
    if (other === undefined || proposal.askedBy === by.id) return no("floors-other-party-agrees");
    const reason = reasonOf(said);
    if (!reason.ok) return reason;
    const answered = { answeredFor: other.organisationId, answeredBy: by.id, answeredAt: at, answer: reason.value };
    return yes({ ...proposal, state: "agreed", ...answered, from: addDays(dayOf(at), 1) });
  },
});

/** Either party's no: the other's, or one's own wish taken back. */
export const declineFloors = command({
  event: "floors.declined",
  may: ofParties,
  decide: (
    { reason: said }: { readonly reason: string },
    { partnershipId, proposal }: OnProposal,
    { at, by },
  ): Result<FloorProposal, Refusal<FloorWhy>> => {
    if (proposal.state !== "asked") return no("floors-answered");
    const reason = reasonOf(said);
    if (!reason.ok) return reason;
    const { organisationId } = agreesFor(by, partnershipId)!;
    return yes({
      ...proposal,
      state: "declined",
      answeredFor: organisationId,
      answeredBy: by.id,
      answeredAt: at,
      answer: reason.value,
    });
  },
});
