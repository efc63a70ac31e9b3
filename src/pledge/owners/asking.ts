// Asking a unit, and answering for it.
import { personIn } from "../../collect/person-in-text.ts";
import { command } from "../../ground/command.ts";
import { grantFor, type Person, type Role } from "../../ground/party.ts";
import { no, type Refusal, type Result, yes } from "../../ground/result.ts";
import type { Instant } from "../../ground/time.ts";
import { activitiesOf } from "../document.ts";
import type { PledgeDocument } from "../lifecycle.ts";
import { answererIn, askedText, standingOf, type AnswerKind, type HeldAsk, type OwnerAnswer } from "./owner.ts";

export type OwnerWhy =
  | "not-yours"
  | "names-a-person"
  | "owner-not-in-draft"
  | "owner-unit-missing"
  | "owner-is-asked"
  | "owner-has-accepted"
  | "owner-has-answered"
  | "owner-text-changed"
  | "owner-says-why"
  | "owner-asker-vouches";

const WRITERS: readonly Role[] = ["coordinator", "liaison"];

type Asked = {
  readonly partnershipId: string;
  readonly document: PledgeDocument;
  readonly asks: readonly HeldAsk[];
};
export type NewAsk = Omit<HeldAsk, "answer" | "askedAt"> & {
  readonly askedAt: Instant;
  readonly documentId: string;
  readonly askedByOrganisation: string;
};

export const askOwner = command({
  event: "owner.asked",
  may: (person: Person, _input: unknown, { partnershipId }: Asked): Refusal<OwnerWhy> | undefined =>
    grantFor(person, partnershipId, WRITERS) === undefined ? { why: "not-yours" } : undefined,
  decide: (
    input: { readonly activityId: string },
    { document, asks, partnershipId }: Asked,
    moment,
  ): Result<NewAsk, Refusal<OwnerWhy>> => {
    if (document.state !== "draft") return no("owner-not-in-draft");
    const activity = activitiesOf(document.content).find((one) => one.activity.id === input.activityId)?.activity;
    const grant = grantFor(moment.by, partnershipId, WRITERS);
    if (activity?.accountable === undefined || grant === undefined) return no("owner-unit-missing");
    const standing = standingOf(activity, asks);
    if (standing.kind === "no-unit") return no("owner-unit-missing");
    if (standing.kind === "asked") return no("owner-is-asked");
    if (standing.kind === "accepted") return no("owner-has-accepted");
    return yes({
      id: moment.newId(),
      documentId: document.id,
      activityId: activity.id,
      organisationId: activity.accountable.organisationId,
      unit: activity.accountable.unit,
      asked: askedText(activity),
      askedAt: moment.at,
      askedBy: moment.by.id,
      askedByOrganisation: grant.organisationId,
    });
  },
});

/** A question, and whether nobody of the asked organisation works here: then those who write the promise put the answer down. */
export type Put = { readonly partnershipId: string; readonly ask: HeldAsk; readonly isEmpty: boolean };
export type Answering = Asked & Put;
export const EVENTS = {
  accepted: { event: "owner.accepted" },
  "wants-change": { event: "owner.change-proposed" },
  declined: { event: "owner.declined" },
} as const satisfies Record<AnswerKind, { readonly event: string }>;

/** How a person may answer: for their own unit's organisation, by putting down how it answered, or not. */
export function answersAs(person: Person, put: Put): "own" | "vouching" | "not" {
  if (officeFor(person, put) === undefined) return "not";
  // Whoever asked answers nobody's question but with how the unit answered; so does whoever is not of its organisation.
  const own = answererIn(person, put.partnershipId, put.ask.organisationId);
  return own === undefined || person.id === put.ask.askedBy ? "vouching" : "own";
}

export type Answered = OwnerAnswer & { readonly askId: string; readonly at: Instant; readonly by: string };

export const answerOwner = command({
  event: "owner.accepted",
  may: (person: Person, _input: unknown, state: Answering): Refusal<OwnerWhy> | undefined =>
    answersAs(person, state) === "not" ? { why: "not-yours" } : undefined,
  decide: (
    input: { readonly answer: AnswerKind; readonly said: string; readonly vouched: string },
    state: Answering,
    moment,
  ): Result<Answered, Refusal<OwnerWhy>> => {
    const { ask, document } = state;
    if (document.state !== "draft") return no("owner-not-in-draft");
    if (ask.answer !== undefined) return no("owner-has-answered");
    // A yes is to what was read.
    const activity = activitiesOf(document.content).find((one) => one.activity.id === ask.activityId)?.activity;
    const standing = activity === undefined ? undefined : standingOf(activity, state.asks);
    if (standing?.kind !== "asked" || standing.ask.id !== ask.id) return no("owner-text-changed");
    const [said, vouched] = [input.said.trim(), input.vouched.trim()];
    if (input.answer !== "accepted" && said === "") return no("owner-says-why", { field: "said" });
    if (answersAs(moment.by, state) === "vouching" && vouched === "")
      return no("owner-asker-vouches", { field: "vouched" });
    if (personIn(said)) return no("names-a-person", { field: "said" });
    if (personIn(vouched)) return no("names-a-person", { field: "vouched" });
    return yes({
      askId: ask.id,
      kind: input.answer,
      at: moment.at,
      office: officeFor(moment.by, state) ?? "",
      said: input.answer === "accepted" ? "" : said,
      vouched: vouched === "" ? undefined : vouched,
      by: moment.by.id,
    });
  },
});

/** The office a person answers in: the unit's own organisation's, or the writers' where the unit has nobody here. */
function officeFor(person: Person, { partnershipId, ask, isEmpty }: Put): string | undefined {
  const own = answererIn(person, partnershipId, ask.organisationId);
  return own === undefined && isEmpty ? grantFor(person, partnershipId, WRITERS)?.title : own?.title;
}
