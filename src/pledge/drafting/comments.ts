// Comments on a passage of a draft, and proposals of other words for it: answered, resolved and opened again, accepted or declined with a few words. They are between
// those who write the draft; nothing of them is ever told outside (journeys.md, journey 11).
import { personIn } from "../../collect/person-in-text.ts";
import { command, type Moment } from "../../ground/command.ts";
import { type Grant, grantFor, type Person, type Role } from "../../ground/party.ts";
import { no, type Refusal, type Result, yes } from "../../ground/result.ts";
import type { Instant } from "../../ground/time.ts";
import { type Content, contentField } from "../document.ts";
import { type Draft, edit, type InPartnership, propose, type Why } from "../lifecycle.ts";
import { partsOf, type Place, withField } from "./passages.ts";

export const COMMENT_STATES = ["open", "resolved", "accepted", "declined"] as const;
export type CommentState = (typeof COMMENT_STATES)[number];
/** In whose name: the organisation and the office. */
export type By = { readonly organisationId: string; readonly office: string };
export type Comment = {
  readonly id: string;
  readonly at: Place;
  readonly field: string;
  /** The words it is about, as they stood. */
  readonly quote: string;
  readonly body: string;
  /** Other words for the whole field. */
  readonly suggestion: string | undefined;
  readonly by: By;
  readonly writtenAt: Instant;
  readonly state: CommentState;
  readonly answer: string;
  readonly settled: { readonly organisationId: string; readonly at: Instant } | undefined;
};
export type Reply = {
  readonly id: string;
  readonly commentId: string;
  readonly body: string;
  readonly by: By;
  readonly at: Instant;
};

export type CommentWhy =
  | "not-yours"
  | "names-a-person"
  | "already-signed-cannot-change"
  | "comment-empty"
  | "comment-settled"
  | "comment-is-open"
  | "passage-words-changed"
  | "suggestion-same"
  | "suggestion-does-not-fit"
  | "suggestion-answered"
  | "decline-needs-words"
  | Why;

export const COMMENTERS: readonly Role[] = ["coordinator", "liaison", "signatory", "activity-owner"];
const mayComment = (person: Person, _input: unknown, state: { readonly partnershipId: string }) =>
  grantFor(person, state.partnershipId, COMMENTERS) === undefined ? { why: "not-yours" as const } : undefined;

function byOf(moment: Moment, partnershipId: string): By {
  const grant: Grant | undefined = grantFor(moment.by, partnershipId, COMMENTERS);
  if (grant === undefined) throw new Error("Asked in whose name before asking whether");
  return { organisationId: grant.organisationId, office: grant.title };
}

/** What a field says, where it is words; undefined where the passage is gone or holds no words there. */
export function wordsAt(content: Content, at: Place, field: string): string | undefined {
  const value = partsOf(content).get(at)?.fields[field];
  return typeof value === "string" ? value : undefined;
}

/** What has become of the words a comment is about: it stays, and says so. */
export function standingOf(content: Content, { at, field, quote }: Pick<Comment, "at" | "field" | "quote">) {
  if (!partsOf(content).has(at)) return "gone" as const;
  if (quote === "") return "there" as const;
  return wordsAt(content, at, field)?.includes(quote) === true ? ("there" as const) : ("changed" as const);
}

type Written = {
  readonly at: Place;
  readonly field: string;
  readonly quote: string;
  readonly body: string;
  readonly suggestion?: string | undefined;
};

export const writeComment = command({
  event: "comment.written",
  may: mayComment,
  decide: (
    input: Written,
    { document, partnershipId }: InPartnership,
    moment,
  ): Result<Comment, Refusal<CommentWhy>> => {
    if (document.state !== "draft") return no("already-signed-cannot-change");
    const { at, field, quote } = input;
    const body = input.body.trim();
    const suggestion = input.suggestion?.trim();
    if (body === "" && suggestion === undefined) return no("comment-empty", { field: "body" });
    if (suggestion === "") return no("comment-empty", { field: "suggestion" });
    if (standingOf(document.content, input) !== "there") return no("passage-words-changed");
    if (suggestion !== undefined) {
      const now = wordsAt(document.content, at, field);
      // Other words are for the whole field, and for the words that stood there.
      if (now === undefined || now !== quote) return no("passage-words-changed");
      if (now.trim() === suggestion) return no("suggestion-same", { field: "suggestion" });
    }
    if (personIn(body)) return no("names-a-person", { field: "body" });
    if (suggestion !== undefined && personIn(suggestion)) return no("names-a-person", { field: "suggestion" });
    return yes({
      id: moment.newId(),
      at,
      field,
      quote,
      body,
      suggestion,
      by: byOf(moment, partnershipId),
      writtenAt: moment.at,
      state: "open",
      answer: "",
      settled: undefined,
    });
  },
});

type OnComment = InPartnership & { readonly comment: Comment };

export const answerComment = command({
  event: "comment.answered",
  may: mayComment,
  decide: (
    input: { readonly body: string },
    { comment, partnershipId }: OnComment,
    moment,
  ): Result<Reply, Refusal<CommentWhy>> => {
    const body = input.body.trim();
    if (body === "") return no("comment-empty", { field: "body" });
    if (personIn(body)) return no("names-a-person", { field: "body" });
    return yes({ id: moment.newId(), commentId: comment.id, body, by: byOf(moment, partnershipId), at: moment.at });
  },
});

const settledBy = (moment: Moment, partnershipId: string) => ({
  organisationId: byOf(moment, partnershipId).organisationId,
  at: moment.at,
});

export const resolveComment = command({
  event: "comment.resolved",
  may: mayComment,
  decide: (_input: unknown, { comment, partnershipId }: OnComment, moment): Result<Comment, Refusal<CommentWhy>> =>
    comment.state === "open"
      ? yes({ ...comment, state: "resolved", settled: settledBy(moment, partnershipId) })
      : no("comment-settled"),
});

export const reopenComment = command({
  event: "comment.reopened",
  may: mayComment,
  decide: (_input: unknown, { comment }: OnComment): Result<Comment, Refusal<CommentWhy>> => {
    if (comment.state === "open") return no("comment-is-open");
    if (comment.state !== "resolved") return no("suggestion-answered");
    return yes({ ...comment, state: "open", settled: undefined });
  },
});

/** The other words come into the draft as a new version, and only in the place of the words they were written for. */
export const acceptSuggestion = command({
  event: "suggestion.accepted",
  may: propose.may,
  decide: (
    _input: unknown,
    state: OnComment,
    moment,
  ): Result<{ readonly comment: Comment; readonly draft: Draft }, Refusal<CommentWhy>> => {
    const { comment, document, partnershipId } = state;
    if (document.state !== "draft") return no("already-signed-cannot-change");
    if (comment.suggestion === undefined || comment.state !== "open") return no("suggestion-answered");
    const { at, field, quote, suggestion } = comment;
    const content = withField(document.content, at, field, suggestion);
    if (content === undefined || wordsAt(document.content, at, field) !== quote) return no("passage-words-changed");
    // A field may take only some words, or so many: what does not fit would be a draft nobody can open.
    const fits = (one: Content) => contentField.safeParse(one).success;
    if (fits(document.content) && !fits(content)) return no("suggestion-does-not-fit");
    const saved = edit.decide({ content, revision: document.revision }, state, moment);
    if (!saved.ok) return saved;
    const settled = settledBy(moment, partnershipId);
    return yes({ comment: { ...comment, state: "accepted", settled }, draft: saved.value });
  },
});

export const declineSuggestion = command({
  event: "suggestion.declined",
  may: propose.may,
  decide: (
    input: { readonly words: string },
    { comment, partnershipId }: OnComment,
    moment,
  ): Result<Comment, Refusal<CommentWhy>> => {
    if (comment.suggestion === undefined || comment.state !== "open") return no("suggestion-answered");
    const answer = input.words.trim();
    if (answer === "") return no("decline-needs-words", { field: "words" });
    if (personIn(answer)) return no("names-a-person", { field: "words" });
    return yes({ ...comment, state: "declined", answer, settled: settledBy(moment, partnershipId) });
  },
});
