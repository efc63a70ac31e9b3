// A youth forum (domain.md section 6): planned, asked about before and after on the pupils' own phones, shown to the group, closed. It holds a band and no heads, roles and no persons,
// totals and no answers; nothing in it can carry a pupil's name.
//
//   planned ─▶ asked before ─▶ asked after ─▶ shown ─▶ closed
//                 (stopped and opened again as often as the alarm goes, until the result is shown)
import { everyFewIn } from "../../collect/few-people.ts";
import { personRefused, type PersonWhy } from "../../collect/person-in-text.ts";
import { command } from "../../ground/command.ts";
import { grantsIn, type Person } from "../../ground/party.ts";
import { no, type Refusal, type Result, yes } from "../../ground/result.ts";
import { type Day, dayOf, type Instant, instantOf, millisecondsOf } from "../../ground/time.ts";
import { LOGGERS, type StandingOccasion, writesFor } from "../occasion.ts";
import type { Answers, Band, Question, Round } from "./poll.ts";

export const VENUES = ["class", "youth-centre", "sports-club", "holiday-activity", "digital"] as const;
export type Venue = (typeof VENUES)[number];
export const GRADES = ["4", "5", "6", "7", "8", "9", "gy-1", "gy-2", "gy-3", "mixed"] as const;
export type Grade = (typeof GRADES)[number];
export const METHODS = ["lecture", "values-exercise", "dialogue", "quiz", "guided-tour"] as const;
export type Method = (typeof METHODS)[number];
/** Roles, never persons. */
export const ORGANISERS = [
  "police",
  "youth-worker",
  "andt-coordinator",
  "student-health",
  "sspf-coordinator",
  "school",
  "association",
  "young-leader",
] as const;
export type Organiser = (typeof ORGANISERS)[number];
export const THEMES = [
  "alcohol",
  "narcotics",
  "doping",
  "nicotine",
  "gambling",
  "violence",
  "net",
  "traffic",
  "a-tractor",
] as const;
export type Theme = (typeof THEMES)[number];

export type Plan = {
  readonly activityId: string;
  readonly on: Day;
  readonly spontaneous: boolean;
  readonly venue: Venue;
  readonly placeName: string;
  readonly grade: Grade;
  readonly band: Band;
  readonly method: Method;
  readonly organisers: readonly Organiser[];
  readonly themes: readonly Theme[];
  readonly questions: readonly Question[];
};

export type PromiseBack = {
  readonly id: string;
  readonly text: string;
  readonly by: Day;
  readonly answered: { readonly on: Day; readonly text: string } | undefined;
};

export type Forum = Plan & {
  readonly id: string;
  readonly number: number;
  readonly organisationId: string;
  readonly notes: string;
  /** What was asked last. */
  readonly round: Round | undefined;
  readonly code: string | undefined;
  readonly openUntil: Instant | undefined;
  readonly answers: Answers;
  readonly shownAt: Instant | undefined;
  readonly closedAt: Instant | undefined;
  readonly plannedAt: Instant;
  /** One occasion of the activity has been counted. */
  readonly counted: boolean;
  readonly promises: readonly PromiseBack[];
  readonly example: boolean;
};

/** How long the address on the board can be answered at. */
const OPEN_MINUTES = 60;

export function isOpen({ openUntil }: Pick<Forum, "openUntil">, at: Instant): boolean {
  return openUntil !== undefined && at < openUntil;
}

export type ForumState = "planned" | "asking" | "paused" | "shown" | "closed";
export function stateOf(forum: Pick<Forum, "round" | "openUntil" | "shownAt" | "closedAt">, at: Instant): ForumState {
  if (forum.closedAt !== undefined) return "closed";
  if (forum.shownAt !== undefined) return "shown";
  if (forum.round === undefined) return "planned";
  return isOpen(forum, at) ? "asking" : "paused";
}

export type ForumWhy =
  | "not-yours"
  | "other-party-owns-it"
  | "forum-activity-unknown"
  | "forum-place-needed"
  | "forum-theme-needed"
  | "forum-organiser-needed"
  | "forum-counts-few"
  | "forum-begun"
  | "forum-closed"
  | "forum-shown"
  | "forum-without-questions"
  | "forum-after-begun"
  | "forum-nothing-asked"
  | "forum-not-yet"
  | "forum-text-needed"
  | "forum-day-passed"
  | "forum-answered"
  | "future-not-written"
  | PersonWhy;
type Refused = Refusal<ForumWhy>;

/** Whoever writes down what is done runs the forums as well, of either party. */
export function mayRun(person: Person, partnershipId: string): boolean {
  return grantsIn(person, partnershipId, LOGGERS).length > 0;
}
const notYours = (person: Person, { partnershipId }: { partnershipId: string }): Refused | undefined =>
  mayRun(person, partnershipId) ? undefined : { why: "not-yours" };

type Around = {
  readonly partnershipId: string;
  /** Everything promised; what is in force today holds. */
  readonly activities: readonly { readonly id: string; readonly holds: boolean; readonly owners: readonly string[] }[];
};
export type Planning = Around & { readonly nextNumber: number };
export type OnForum = Around & { readonly forum: Forum; readonly freshCode: string };

/** Nothing of the group's own words may point at one of them, by name or by being so few. */
function refusedText(field: string, text: string): Refused | undefined {
  const few = everyFewIn(text)[0];
  return (
    personRefused({ [field]: text }) ??
    (few === undefined ? undefined : { why: "forum-counts-few", field, detail: { found: few } })
  );
}

function refusedPlan(plan: Plan, { activities }: Around): Refused | undefined {
  if (!activities.some(({ id, holds }) => holds && id === plan.activityId))
    return { why: "forum-activity-unknown", field: "activityId" };
  if (plan.placeName.trim() === "") return { why: "forum-place-needed", field: "placeName" };
  if (plan.themes.length === 0) return { why: "forum-theme-needed", field: "themes" };
  if (plan.organisers.length === 0) return { why: "forum-organiser-needed", field: "organisers" };
  return refusedText("placeName", plan.placeName);
}
const tidy = (plan: Plan): Plan => ({ ...plan, placeName: plan.placeName.trim() });

export const planForum = command({
  event: "forum.planned",
  may: (person: Person, _input: Plan, state: Planning) => notYours(person, state),
  decide: (input: Plan, state: Planning, moment): Result<Forum, Refused> => {
    const refused = refusedPlan(input, state);
    if (refused !== undefined) return { ok: false, refusal: refused };
    return yes({
      ...tidy(input),
      id: moment.newId(),
      number: state.nextNumber,
      organisationId: grantsIn(moment.by, state.partnershipId, LOGGERS)[0]!.organisationId,
      notes: "",
      round: undefined,
      code: undefined,
      openUntil: undefined,
      answers: { before: 0, after: 0 },
      shownAt: undefined,
      closedAt: undefined,
      plannedAt: moment.at,
      counted: false,
      promises: [],
      example: false,
    });
  },
});

/** Until the first question is asked: what has been answered keeps its questions and its band. */
export const replanForum = command({
  event: "forum.replanned",
  may: (person: Person, _input: Plan, state: OnForum) => notYours(person, state),
  decide: (input: Plan, state: OnForum): Result<Forum, Refused> => {
    if (state.forum.closedAt !== undefined) return no("forum-closed");
    if (state.forum.round !== undefined) return no("forum-begun");
    const refused = refusedPlan(input, state);
    return refused === undefined ? yes({ ...state.forum, ...tidy(input) }) : { ok: false, refusal: refused };
  },
});

export const POLL_STEPS = ["before", "after", "stop", "show"] as const;
export type PollStep = (typeof POLL_STEPS)[number];

function refusedStep(step: PollStep, forum: Forum): Refused | undefined {
  if (forum.closedAt !== undefined) return { why: "forum-closed" };
  if (forum.shownAt !== undefined) return { why: "forum-shown" };
  if (forum.questions.length === 0) return { why: "forum-without-questions" };
  if (step === "before" && forum.round === "after") return { why: "forum-after-begun" };
  return (step === "stop" || step === "show") && forum.round === undefined ? { why: "forum-nothing-asked" } : undefined;
}

/** «Visa på tavlan», stopped, opened again, and «Visa resultatet», after which no more is taken in. */
export const movePoll = command({
  event: "forum.poll-moved",
  may: (person: Person, _input: { readonly step: PollStep }, state: OnForum) => notYours(person, state),
  decide: ({ step }: { readonly step: PollStep }, { forum, freshCode }: OnForum, moment): Result<Forum, Refused> => {
    const refused = refusedStep(step, forum);
    if (refused !== undefined) return { ok: false, refusal: refused };
    if (step === "stop") return yes({ ...forum, openUntil: undefined });
    if (step === "show") return yes({ ...forum, openUntil: undefined, shownAt: moment.at });
    return yes({
      ...forum,
      round: step,
      code: forum.code ?? freshCode,
      openUntil: instantOf(millisecondsOf(moment.at) + OPEN_MINUTES * 60_000),
    });
  },
});

export const noteForum = command({
  event: "forum.noted",
  may: (person: Person, _input: { readonly notes: string }, state: OnForum) => notYours(person, state),
  decide: ({ notes }: { readonly notes: string }, { forum }: OnForum): Result<Forum, Refused> => {
    const refused = refusedText("notes", notes);
    return refused === undefined ? yes({ ...forum, notes: notes.trim() }) : { ok: false, refusal: refused };
  },
});

export const promiseBack = command({
  event: "forum.answer-promised",
  may: (person: Person, _input: { readonly text: string; readonly by: Day }, state: OnForum) => notYours(person, state),
  decide: (
    input: { readonly text: string; readonly by: Day },
    _state: OnForum,
    moment,
  ): Result<PromiseBack, Refused> => {
    if (input.text.trim() === "") return no("forum-text-needed", { field: "text" });
    if (input.by < dayOf(moment.at)) return no("forum-day-passed", { field: "by" });
    const refused = refusedText("text", input.text);
    return refused === undefined
      ? yes({ id: moment.newId(), text: input.text.trim(), by: input.by, answered: undefined })
      : { ok: false, refusal: refused };
  },
});

type OnPromise = OnForum & { readonly promise: PromiseBack };
export const answerBack = command({
  event: "forum.promise-answered",
  may: (person: Person, _input: { readonly answer: string }, state: OnPromise) => notYours(person, state),
  decide: ({ answer }: { readonly answer: string }, { promise }: OnPromise, moment): Result<PromiseBack, Refused> => {
    if (promise.answered !== undefined) return no("forum-answered");
    if (answer.trim() === "") return no("forum-text-needed", { field: "answer" });
    const refused = refusedText("answer", answer);
    return refused === undefined
      ? yes({ ...promise, answered: { on: dayOf(moment.at), text: answer.trim() } })
      : { ok: false, refusal: refused };
  },
});

/** One occasion of the activity: of whoever has it, at no place nearer than the municipality. */
type Held = { readonly forum: Forum; readonly occasion: StandingOccasion | undefined };
export type Closing = OnForum & {
  readonly municipality: { readonly code: string; readonly name: string };
  /** What the activity counts, and by which unit. */
  readonly counts: { readonly counted: string; readonly unitName: string };
};

/**
 * «Avsluta forumet»: the totals are fixed, the address is dead. The occasion is counted by whoever has the activity; where the other party closed, they count it with the same
 * button afterwards, once.
 */
export const closeForum = command({
  event: "forum.closed",
  may: (person: Person, _input: unknown, state: Closing) => notYours(person, state),
  decide: (
    _input: unknown,
    { forum, activities, partnershipId, municipality, counts }: Closing,
    moment,
  ): Result<Held, Refused> => {
    if (forum.on > dayOf(moment.at)) return no("forum-not-yet");
    if (forum.counted) return no("forum-closed");
    const owners = activities.find(({ id }) => id === forum.activityId)?.owners ?? [];
    const organisationId = writesFor(moment.by, { partnershipId, owners });
    if (organisationId === undefined && forum.closedAt !== undefined) return no("other-party-owns-it");
    const closed: Forum = {
      ...forum,
      code: undefined,
      openUntil: undefined,
      closedAt: forum.closedAt ?? moment.at,
      counted: organisationId !== undefined,
    };
    if (organisationId === undefined) return yes({ forum: closed, occasion: undefined });
    const occasion: StandingOccasion = {
      // The forum's own: it is one occasion, whoever presses and how often.
      id: forum.id,
      activityId: forum.activityId,
      organisationId,
      unitName: counts.unitName,
      on: forum.on,
      count: { value: 1, qualifier: "exact" },
      counted: counts.counted,
      towardTarget: true,
      place: { kind: "municipality", ...municipality },
      note: "",
      outputs: [],
      source: "own-log",
      loggedAt: moment.at,
      corrects: undefined,
      example: false,
      state: "stands",
    };
    return yes({ forum: closed, occasion });
  },
});

/** Consonants and vowels by turns, and a figure: read off a board at the back of a room. No word of it is rude, and none is another's. */
const LETTERS = { c: "BDGHJLMNRSTV", v: "AEIOU", f: "23456789" } as const;
const SHAPE = ["c", "v", "c", "v", "c", "v", "c", "v", "f"] as const;
const CODE = new RegExp(`^${SHAPE.map((kind) => `[${LETTERS[kind]}]`).join("")}$`);
export function forumCode(chance: Uint8Array): string {
  return SHAPE.map((kind, place) => LETTERS[kind][(chance[place] ?? 0) % LETTERS[kind].length]).join("");
}
/** As somebody typed it off the board. */
export function readForumCode(text: string): string | undefined {
  const plain = text.toUpperCase().replaceAll(/[\s\p{Pd}]/gu, "");
  return CODE.test(plain) ? plain : undefined;
}
