// Coding: what answers, notes, dialogues and hearings are about, in the same themes, so that a theme shows every source it stands on (domain.md 5). Theme × place ×
// time × whom it concerns. And what became of a theme, which is what a receipt tells.
import { command } from "../../ground/command.ts";
import { discloseGrowing, type Floors, HOUSE_FLOORS } from "../../ground/fewest.ts";
import { grantFor, type Person } from "../../ground/party.ts";
import { no, type Refusal, type Result, yes } from "../../ground/result.ts";
import { dayOf, type Day } from "../../ground/time.ts";
import { type Category, fewestFor } from "../category.ts";
import { personRefused, type PersonWhy } from "../person-in-text.ts";
import { COLLECTORS } from "../source.ts";
import type { SetAsideReason } from "../open-form.ts";
import { CAMPAIGN_LEADERS } from "./campaign.ts";
import { type Dispute, type DisputeReply, isOpen } from "./dispute.ts";

export const CODED_TIMES = ["any", "day", "evening", "night", "school", "weekend", "winter"] as const;
export type CodedTime = (typeof CODED_TIMES)[number];
export const CODED_GROUPS = [
  "everybody",
  "children",
  "young",
  "adults",
  "older",
  "women",
  "men",
  "road-users",
] as const;
export type CodedGroup = (typeof CODED_GROUPS)[number];
/** A complaint about traffic is coded as the note it is in the picture. A hearing is coded by those it is for, a passage by those it was released to. */
export const SUBJECT_KINDS = ["answer", "observation", "dialogue-theme", "hearing", "passage"] as const;
/** What stands in no source: a talk with an actor, a staff dialogue, or what was released of one. */
export type HeardForm = "actor" | "staff" | "passage";
export type Subject = { readonly kind: (typeof SUBJECT_KINDS)[number]; readonly id: string };

export type Theme = { readonly id: string; readonly name: string; readonly category: Category };
export type Coding = {
  readonly id: string;
  readonly themeId: string;
  readonly subject: Subject;
  readonly place: string;
  readonly time: CodedTime;
  readonly concerns: CodedGroup;
};
export type NewCoding = Pick<Coding, "place" | "time" | "concerns"> & {
  /** Several at once: what was marked in the list. */
  readonly subjects: readonly Subject[];
  readonly theme: string;
  readonly category: Category;
};
export type CodingWhy = "not-yours" | "name-needed" | "nothing-marked" | "not-read-yet" | "reason-needed" | PersonWhy;

type CodingState = {
  readonly partnershipId: string;
  /** The theme with this name, where there is one. */
  readonly theme: Theme | undefined;
  /** Those of the subjects that can be coded: seen, and read. */
  readonly codable: readonly string[];
};

/** `isNew`: the theme is made by this coding. */
export type Coded = { readonly theme: Theme; readonly isNew: boolean; readonly codings: readonly Coding[] };

export const code = command({
  event: "theme.coded",
  may: (person: Person, _input: NewCoding, { partnershipId }: CodingState): Refusal<CodingWhy> | undefined =>
    grantFor(person, partnershipId, COLLECTORS) === undefined ? { why: "not-yours" } : undefined,
  decide: (input: NewCoding, state: CodingState, moment): Result<Coded, Refusal<CodingWhy>> => {
    const name = input.theme.trim();
    if (name === "") return no<CodingWhy>("name-needed", { field: "theme" });
    if (input.subjects.length === 0) return no<CodingWhy>("nothing-marked");
    if (input.subjects.some(({ id }) => !state.codable.includes(id))) return no<CodingWhy>("not-read-yet");
    const person = personRefused({ theme: name, place: input.place });
    if (person !== undefined) return { ok: false, refusal: person };
    const theme = state.theme ?? { id: moment.newId(), name, category: input.category };
    const { place, time, concerns } = input;
    return yes({
      theme,
      isNew: state.theme === undefined,
      codings: input.subjects.map((subject) => ({
        id: moment.newId(),
        themeId: theme.id,
        subject,
        place,
        time,
        concerns,
      })),
    });
  },
});

/** What those who answer are shown, and the words it is known again by. */
export type Showing = { readonly on: Day | undefined; readonly words: string };

/** «Har någon redan sagt det här?»: nothing of what people have handed in is shown to others until somebody has said so. */
export const showTheme = command({
  event: "theme.showing-decided",
  may: (
    person: Person,
    _input: unknown,
    { partnershipId }: { readonly partnershipId: string },
  ): Refusal<CodingWhy> | undefined =>
    grantFor(person, partnershipId, CAMPAIGN_LEADERS) === undefined ? { why: "not-yours" } : undefined,
  decide: (
    { shown, words }: { readonly shown: boolean; readonly words: string },
    { theme }: { readonly partnershipId: string; readonly theme: Pick<Theme, "name"> },
    moment,
  ): Result<Showing, Refusal<CodingWhy>> => {
    const person = personRefused({ theme: theme.name, words });
    if (person !== undefined) return { ok: false, refusal: person };
    return yes({ on: shown ? dayOf(moment.at) : undefined, words: words.trim() });
  },
});

export const STEP_KINDS = ["chosen", "not-chosen", "promised", "acting", "done"] as const;
export type StepKind = (typeof STEP_KINDS)[number];
export type ThemeStep = { readonly kind: StepKind; readonly on: Day; readonly text: string };

/** What became of a theme is told to everybody with a receipt; everything but «chosen as a problem» needs its words. */
export const tellStep = command({
  event: "theme.step-told",
  may: (person: Person, _input: ThemeStep, state: { readonly partnershipId: string }): Refusal<CodingWhy> | undefined =>
    grantFor(person, state.partnershipId, CAMPAIGN_LEADERS) === undefined ? { why: "not-yours" } : undefined,
  decide: ({ kind, on, text }: ThemeStep, _state: { readonly partnershipId: string }, moment) => {
    if (kind !== "chosen" && text.trim() === "") return no<CodingWhy>("reason-needed", { field: "text" });
    const person = personRefused({ text });
    if (person !== undefined) return { ok: false as const, refusal: person };
    return yes({ id: moment.newId(), kind, on, text: text.trim() });
  },
});

/** What became of a theme, told by hand or by what a later stage did; what is no step of the hand is told by that alone. */
export type BecameStep = {
  /**
   * `succeeded`: the promise it was in is over, and another goes on with it. `left-open`: a round left it to the next. `too-few`: a round counted it, and
   * too few had said it for an answer of its own.
   */
  readonly kind: StepKind | "weighed" | "succeeded" | "left-open" | "too-few";
  readonly on: Day;
  readonly text: string;
  /** Where it can be read, on the partnership's own pages. */
  readonly href?: string;
};

/** An answer on its way, as its receipt may tell it: theme, never the words that were written. */
export type Followed = {
  readonly receivedOn: Day;
  readonly state: "waiting" | "kept" | "set-aside";
  readonly readOn: Day | undefined;
  readonly reason: SetAsideReason | undefined;
  /** Its words have gone, by this decision. */
  readonly disposed: { readonly on: Day; readonly decidedOn: Day; readonly paragraph: string } | undefined;
  readonly themes: readonly {
    readonly name: string;
    readonly category: Category;
    readonly others: number;
    /** Told by hand; what a later stage did of the same kind stands back for it. */
    readonly steps: readonly ThemeStep[];
    readonly became: readonly BecameStep[];
    readonly disputes: readonly Pick<Dispute, "verdict" | "disputedOn" | "replied">[];
  }[];
};
export type ReceiptStep =
  | { readonly kind: "received" | "read"; readonly on: Day }
  /** No words in it that anybody had to read. */
  | { readonly kind: "counted" }
  | { readonly kind: "set-aside"; readonly on: Day; readonly reason: SetAsideReason }
  /** At least so many. */
  | { readonly kind: "together"; readonly theme: string; readonly others: number | undefined }
  | {
      readonly kind: Exclude<BecameStep["kind"], "done">;
      readonly on: Day;
      readonly theme: string;
      readonly text: string;
      readonly href?: string;
    }
  /** `disputedOn`: somebody says that it is not so, and waits for an answer. */
  | {
      readonly kind: "done";
      readonly on: Day;
      readonly theme: string;
      readonly text: string;
      readonly disputedOn: Day | undefined;
    }
  | {
      readonly kind: "disposed";
      readonly on: Day;
      readonly decidedOn: Day;
      readonly paragraph: string;
    }
  | {
      readonly kind: "replied";
      readonly on: Day;
      readonly reply: DisputeReply;
      readonly theme: string;
      readonly text: string;
    };

export function receiptSteps(followed: Followed, floors: Floors = HOUSE_FLOORS): readonly ReceiptStep[] {
  const { disposed } = followed;
  return [...ledTo(followed, floors), ...(disposed === undefined ? [] : [{ kind: "disposed" as const, ...disposed }])];
}

function ledTo({ receivedOn, state, readOn, reason, themes }: Followed, floors: Floors): readonly ReceiptStep[] {
  const steps: ReceiptStep[] = [{ kind: "received", on: receivedOn }];
  if (state === "waiting") return steps;
  if (readOn !== undefined && reason !== undefined) return [...steps, { kind: "set-aside", on: readOn, reason }];
  steps.push(readOn === undefined ? { kind: "counted" } : { kind: "read", on: readOn });
  for (const theme of themes) {
    // In the steps in which all of them are told elsewhere, with the one who reads among them.
    const all = discloseGrowing(theme.others + 1, fewestFor(theme.category, floors));
    const others = all.shown === "at-least" ? all.value - 1 : undefined;
    steps.push({ kind: "together", theme: theme.name, others });
    for (const { kind, on, text, href } of becameOf(theme))
      if (kind === "done") steps.push({ kind, on, theme: theme.name, text, disputedOn: disputedSince(theme.disputes) });
      else steps.push({ kind, on, theme: theme.name, text, ...(href === undefined ? {} : { href }) });
    steps.push(...repliesTo(theme));
  }
  return steps;
}

type FollowedTheme = Followed["themes"][number];

/** What became of it, in order. */
export function becameOf({ steps, became }: Pick<FollowedTheme, "steps" | "became">): readonly BecameStep[] {
  const untold = became.filter(({ kind }) => !steps.some((step) => step.kind === kind));
  return [...steps, ...untold].toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}

function disputedSince(disputes: FollowedTheme["disputes"]): Day | undefined {
  return disputes
    .filter(isOpen)
    .map(({ disputedOn }) => disputedOn)
    .toSorted()[0];
}

/** What was answered, once each: how many disputed is told to nobody. */
function repliesTo({ name, disputes }: FollowedTheme): readonly ReceiptStep[] {
  const replies = new Map(
    disputes.flatMap(({ replied }) =>
      replied === undefined ? [] : [[`${replied.on} ${replied.kind} ${replied.text}`, replied]],
    ),
  );
  return [...replies.values()]
    .toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
    .map(({ kind, text, on }) => ({ kind: "replied" as const, on, reply: kind, theme: name, text }));
}
