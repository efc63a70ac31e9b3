// What somebody in public says of a passage of a draft: looked through by somebody before anybody else reads it, shown with its passage, and answered.
import { coverPersons, personIn, type PersonKind } from "../../collect/person-in-text.ts";
import type { SetAsideReason } from "../../collect/open-form.ts";
import { command } from "../../ground/command.ts";
import { no, type Refusal, type Result, yes } from "../../ground/result.ts";
import { type Day, dayOf } from "../../ground/time.ts";
import { type Consultation, consulterOf, type Here, mayConsult, phaseOf } from "./consultation.ts";
import { type Passage, passagesOf, sentencesOf } from "./passages.ts";

export const LONGEST_COMMENT = 2000;
export const LONGEST_ANSWER = 1000;
/** As many as are answered by one text. */
export const MOST_AT_ONCE = 100;
/** More than anybody reads; then the form waits rather than the reader. */
export const MOST_WAITING = 500;

/** «Ändrat», «Delvis», «Inte, därför att …». */
export const ANSWERS = ["changed", "partly", "not"] as const;
export type AnswerKind = (typeof ANSWERS)[number];

/** What a resident says; never who. */
export type Said = {
  /** Of which passage. */
  readonly passage: string;
  /** The very sentence, where one was chosen. */
  readonly sentence: string | undefined;
  readonly text: string;
};
export type Answer = {
  readonly kind: AnswerKind;
  readonly reason: string;
  /** The sentence as it will be, where there is one to show. */
  readonly became: string | undefined;
  readonly on: Day;
  readonly organisationId: string;
};
type Known = { readonly id: string; readonly passage: string; readonly sentence: string | undefined };
export type Comment = Known & { readonly receivedOn: Day } & (
    | { readonly state: "waiting"; readonly text: string }
    | { readonly state: "shown"; readonly text: string; readonly readOn: Day; readonly answer: Answer | undefined }
    /** The words are gone: what is kept is why, for the one who holds the receipt. */
    | { readonly state: "held"; readonly readOn: Day; readonly reason: SetAsideReason }
  );

export type CommentWhy =
  | "not-yours"
  | "comment-needed"
  | "comment-is-read"
  | "comment-is-held"
  | "comment-not-there"
  | "consultation-is-closed"
  | "names-a-person"
  | "answer-needs-reason"
  | "no-comment-chosen";

// At the door

export type Filled = {
  readonly passage: Passage;
  /** Its sentences, to choose among. */
  readonly sentences: readonly string[];
  /** Which of them, from 1; 0 is all of the passage. */
  readonly chosen: number;
  readonly text: string;
};

/**
 * The form as it came: which passage by its place in the text, and the words with everything that points at a person covered. `covered` says of which kinds that
 * was. A passage that is not there is the whole.
 */
export function readFilled(
  content: Consultation["content"],
  field: (name: string) => string,
): { readonly filled: Filled; readonly place: number; readonly covered: readonly PersonKind[] } {
  const passages = passagesOf(content);
  const asked = Number.parseInt(field("stycke"), 10);
  const place = passages[asked] === undefined ? 0 : asked;
  const passage = passages[place]!;
  const sentences = passage.kind === "whole" ? [] : sentencesOf(passage.text);
  const wanted = Number.parseInt(field("mening"), 10);
  const { text, kinds } = coverPersons(field("text").trim().slice(0, LONGEST_COMMENT));
  const chosen = sentences[wanted - 1] === undefined ? 0 : wanted;
  return { filled: { passage, sentences, chosen, text }, place, covered: kinds };
}

export function saidIn({ passage, sentences, chosen, text }: Filled): Result<Said, Refusal<CommentWhy>> {
  if (text === "") return no("comment-needed", { field: "text" });
  return yes({ passage: passage.id, sentence: sentences[chosen - 1], text });
}

// At the desk

export type LookedThrough = { readonly id: string; readonly readOn: Day } & (
  | { readonly state: "shown" }
  | { readonly state: "held"; readonly reason: SetAsideReason }
);
type Looking = Here & { readonly comment: Comment };

/** Shown to everybody, or held for a reason its receipt tells. What turns out to point at somebody is held afterwards too, also when all is closed. */
export const lookThrough = command({
  event: "public-comment.looked-through",
  may: mayConsult,
  decide: (
    input: { readonly reason?: SetAsideReason | undefined },
    { comment }: Looking,
    moment,
  ): Result<LookedThrough, Refusal<CommentWhy>> => {
    const { id } = comment;
    if (comment.state === "held") return no("comment-is-held");
    const readOn = dayOf(moment.at);
    if (input.reason !== undefined) return yes({ id, readOn, state: "held", reason: input.reason });
    return comment.state === "waiting" ? yes({ id, readOn, state: "shown" }) : no("comment-is-read");
  },
});

export type Answered = { readonly ids: readonly string[]; readonly answer: Answer };
type Answering = Here & {
  readonly consultation: Consultation;
  /** Those that were asked for, as far as they are there. */
  readonly comments: readonly Comment[];
};

/** One text answers one or several; until it is closed another may be given in its place. */
export const answerComments = command({
  event: "public-comment.answered",
  may: mayConsult,
  decide: (
    input: {
      readonly ids: readonly string[];
      readonly kind: AnswerKind;
      readonly reason: string;
      readonly became?: string | undefined;
    },
    state: Answering,
    moment,
  ): Result<Answered, Refusal<CommentWhy>> => {
    const { consultation, comments } = state;
    const today = dayOf(moment.at);
    if (phaseOf(consultation, today) === "closed") return no("consultation-is-closed");
    const ids = [...new Set(input.ids)];
    if (ids.length === 0) return no("no-comment-chosen", { field: "ids" });
    const found = ids.map((id) => comments.find((one) => one.id === id));
    if (found.some((one) => one?.state !== "shown")) return no("comment-not-there", { field: "ids" });
    const reason = input.reason.trim();
    const became = input.became?.trim() ?? "";
    if (reason === "") return no("answer-needs-reason", { field: "reason" });
    if (personIn(reason)) return no("names-a-person", { field: "reason" });
    if (personIn(became)) return no("names-a-person", { field: "became" });
    const answer: Answer = {
      kind: input.kind,
      reason,
      became: became === "" ? undefined : became,
      on: today,
      organisationId: consulterOf(moment.by, state),
    };
    return yes({ ids, answer });
  },
});

export function leftOf(comments: readonly Comment[]): { readonly waiting: number; readonly unanswered: number } {
  return {
    waiting: comments.filter(({ state }) => state === "waiting").length,
    unanswered: comments.filter((one) => one.state === "shown" && one.answer === undefined).length,
  };
}

/** How many were held for each reason; reasons that nobody had are left out. */
export function heldOf(
  comments: readonly Comment[],
): readonly { readonly reason: SetAsideReason; readonly count: number }[] {
  const counts = new Map<SetAsideReason, number>();
  for (const one of comments) if (one.state === "held") counts.set(one.reason, (counts.get(one.reason) ?? 0) + 1);
  return [...counts].map(([reason, count]) => ({ reason, count }));
}
