// A draft is opened for comments from a day to a day (journeys.md, journey 11). One party asks and the other says yes, to the very text that was asked about;
// then it opens, ends and waits for its answers by the calendar alone. It is closed when every comment has its answer, and not before.
import { personIn } from "../../collect/person-in-text.ts";
import { command } from "../../ground/command.ts";
import { type Grant, grantsIn, type Person, type Role } from "../../ground/party.ts";
import { no, type Refusal, type Result, yes } from "../../ground/result.ts";
import { addDays, type Day, dayOf, type Instant } from "../../ground/time.ts";
import type { Content } from "../document.ts";
import type { PledgeDocument } from "../lifecycle.ts";
import { lint } from "../lint.ts";

/** Who opens, looks through, answers and closes; of the municipality or of the police. */
export const CONSULTERS: readonly Role[] = ["coordinator", "liaison"];
/** Longer than this and nobody remembers that it is open. */
export const MOST_DAYS = 180;
export const LONGEST_INFLUENCE = 400;

export type ConsultationState = "asked" | "agreed" | "closed";
export type Consultation = {
  readonly id: string;
  readonly documentId: string;
  readonly state: ConsultationState;
  readonly from: Day;
  /** The last day that it is open. */
  readonly to: Day;
  readonly canInfluence: string;
  readonly cannotInfluence: string;
  /** The draft as it stood when it was asked about; both parties may go on writing in the draft itself. */
  readonly content: Content;
  readonly contentHash: string;
  readonly askedBy: string;
  readonly askedAt: Instant;
  readonly closedAt: Instant | undefined;
  /** The draft as it stood when it was closed. */
  readonly became: Content | undefined;
  readonly example: boolean;
};

/** Where it stands: two of the steps are taken by people, the rest by the calendar. */
export type Phase = "asked" | "planned" | "open" | "answering" | "closed";

export function phaseOf({ state, from, to }: Pick<Consultation, "state" | "from" | "to">, today: Day): Phase {
  if (state !== "agreed") return state;
  if (today < from) return "planned";
  return today <= to ? "open" : "answering";
}

export type ConsultationWhy =
  | "not-yours"
  | "draft-is-locked"
  | "nothing-to-comment-on"
  | "draft-points-somebody-out"
  | "draft-gives-control-away"
  | "influence-needed"
  | "names-a-person"
  | "ends-before-it-starts"
  | "opens-in-the-past"
  | "open-too-long"
  | "consultation-stands"
  | "consultation-is-closed"
  | "consultation-not-asked"
  | "proposal-changed"
  | "other-party-agrees"
  | "days-have-passed"
  | "still-open"
  | "comments-past-writing"
  | "comments-unread"
  | "comments-unanswered";

export type Here = { readonly partnershipId: string; readonly parties: readonly string[] };

/** The right by which somebody speaks for one of the two who promise. */
export function consulterIn(person: Person, { partnershipId, parties }: Here): Grant | undefined {
  return grantsIn(person, partnershipId, CONSULTERS).find(({ organisationId }) => parties.includes(organisationId));
}

export const mayConsult = (person: Person, _input: unknown, state: Here): Refusal<"not-yours"> | undefined =>
  consulterIn(person, state) === undefined ? { why: "not-yours" } : undefined;

/** Whom a person speaks for. Asked only after `mayConsult` has said yes. */
export function consulterOf(person: Person, state: Here): string {
  const grant = consulterIn(person, state);
  if (grant === undefined) throw new Error("Asked for whom before asking whether");
  return grant.organisationId;
}

export type Asked = {
  readonly from: Day;
  readonly to: Day;
  readonly canInfluence: string;
  readonly cannotInfluence: string;
};
/** The last day that the text is changed, where the parties have set one: answers are to be in it by then. */
type Written = { readonly writtenBy?: Day | undefined };
type Asking = Here & Written & { readonly document: PledgeDocument; readonly consultation: Consultation | undefined };

function pastWriting(to: Day, { writtenBy }: Written): Refusal<ConsultationWhy> | undefined {
  return writtenBy !== undefined && to >= writtenBy
    ? { why: "comments-past-writing", field: "to", detail: { day: writtenBy } }
    : undefined;
}

/** Everybody will read it: what must not stand in a promise must not stand in its draft either, nor in what the draft became. */
function unfitForAll(content: Content): Refusal<ConsultationWhy> | undefined {
  const remarks = lint(content);
  const pointing = remarks.find(({ rule }) => rule === "names-a-person" || rule === "few-people");
  if (pointing !== undefined) return { why: "draft-points-somebody-out", detail: { said: pointing.said ?? "–" } };
  const control = remarks.find(({ rule }) => rule === "gives-control-away");
  return control && { why: "draft-gives-control-away", detail: { number: control.where || "–" } };
}

/** «Öppna för synpunkter»: the days, and the draft as it stands. Asked anew it is another proposal, which needs a yes of its own. */
export const askConsultation = command({
  event: "consultation.asked",
  may: mayConsult,
  decide: (input: Asked, state: Asking, moment): Result<Consultation, Refusal<ConsultationWhy>> => {
    const { document, consultation } = state;
    const today = dayOf(moment.at);
    if (consultation !== undefined) {
      const phase = phaseOf(consultation, today);
      if (phase === "closed") return no("consultation-is-closed");
      if (phase !== "asked" && phase !== "planned") return no("consultation-stands");
    }
    if (document.state !== "draft") return no("draft-is-locked");
    const { content, contentHash } = document;
    if (content.pledges.length === 0) return no("nothing-to-comment-on");
    const unfit = unfitForAll(content);
    if (unfit !== undefined) return { ok: false, refusal: unfit };
    const [canInfluence, cannotInfluence] = [input.canInfluence.trim(), input.cannotInfluence.trim()];
    if (canInfluence === "") return no("influence-needed", { field: "canInfluence" });
    if (cannotInfluence === "") return no("influence-needed", { field: "cannotInfluence" });
    if (personIn(canInfluence)) return no("names-a-person", { field: "canInfluence" });
    if (personIn(cannotInfluence)) return no("names-a-person", { field: "cannotInfluence" });
    const { from, to } = input;
    if (to < from) return no("ends-before-it-starts", { field: "to" });
    if (from < today) return no("opens-in-the-past", { field: "from" });
    if (to > addDays(from, MOST_DAYS)) return no("open-too-long", { field: "to", detail: { days: MOST_DAYS } });
    const past = pastWriting(to, state);
    if (past !== undefined) return { ok: false, refusal: past };
    return yes({
      id: consultation?.id ?? moment.newId(),
      documentId: document.id,
      state: "asked",
      from,
      to,
      canInfluence,
      cannotInfluence,
      content,
      contentHash,
      askedBy: consulterOf(moment.by, state),
      askedAt: moment.at,
      closedAt: undefined,
      became: undefined,
      example: document.example,
    });
  },
});

type In = Here & Written & { readonly consultation: Consultation | undefined };

/** The second key: somebody of the other party, who has none in the party that asked. */
export const agreeConsultation = command({
  event: "consultation.opened",
  may: mayConsult,
  decide: (input: { readonly askedAt: string }, state: In, moment): Result<Consultation, Refusal<ConsultationWhy>> => {
    const { consultation, partnershipId } = state;
    if (consultation === undefined) return no("consultation-not-asked");
    if (consultation.state !== "asked") return no("consultation-stands");
    if (input.askedAt !== consultation.askedAt) return no("proposal-changed");
    const own = grantsIn(moment.by, partnershipId, CONSULTERS).map(({ organisationId }) => organisationId);
    if (own.includes(consultation.askedBy)) return no("other-party-agrees");
    if (consultation.to < dayOf(moment.at)) return no("days-have-passed", { detail: { day: consultation.to } });
    const past = pastWriting(consultation.to, state);
    if (past !== undefined) return { ok: false, refusal: past };
    return yes({ ...consultation, state: "agreed" });
  },
});

export type Left = {
  /** Not looked through yet. */
  readonly waiting: number;
  /** Shown to everybody and not answered. */
  readonly unanswered: number;
};

/**
 * «Stäng synpunkter»: when its last day has passed and every comment has its answer. One person is enough (journey 11): that residents hear, and until when, both
 * parties said yes to as it was opened; the draft that it became is written by both, and is held against the same as the one that was opened; nothing of it is promised by that.
 */
export const closeConsultation = command({
  event: "consultation.closed",
  may: mayConsult,
  decide: (
    _input: unknown,
    state: In & { readonly document: PledgeDocument; readonly left: Left },
    moment,
  ): Result<Consultation, Refusal<ConsultationWhy>> => {
    const { consultation, document, left } = state;
    if (consultation === undefined || consultation.state === "asked") return no("consultation-not-asked");
    const phase = phaseOf(consultation, dayOf(moment.at));
    if (phase === "closed") return no("consultation-is-closed");
    // What residents were told of the last day is kept.
    if (phase !== "answering") return no("still-open", { detail: { day: consultation.to } });
    if (left.waiting > 0) return no("comments-unread", { detail: { count: left.waiting } });
    if (left.unanswered > 0) return no("comments-unanswered", { detail: { count: left.unanswered } });
    const unfit = unfitForAll(document.content);
    if (unfit !== undefined) return { ok: false, refusal: unfit };
    return yes({ ...consultation, state: "closed", closedAt: moment.at, became: document.content });
  },
});
