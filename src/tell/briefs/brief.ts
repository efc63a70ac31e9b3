// A brief («handling»): what the municipality hands to somebody who asks how the work goes (its council, Brå, whoever gives a grant), written by itself from what is known. Its figures are frozen with
// their day and are those of the public pages; people write around them and never in them.
import { personIn } from "../../collect/person-in-text.ts";
import { noterIn } from "../../follow/clocks/decision.ts";
import { unfit } from "../../follow/reports/report.ts";
import { command } from "../../ground/command.ts";
import type { Person } from "../../ground/party.ts";
import { no, type Refusal, type Result, yes } from "../../ground/result.ts";
import { dayOf, type Day, type Instant } from "../../ground/time.ts";
import type { Facts } from "./facts.ts";

/** To the municipal council; Brå's yearly questions on the law; whoever gives a grant. */
export const BRIEF_KINDS = ["council", "survey", "grant"] as const;
export type BriefKind = (typeof BRIEF_KINDS)[number];
/** How many pages it is meant to be. Only the council chooses: the others ask for what they ask for. */
export const LENGTHS = [1, 2, 8] as const;
export type Length = (typeof LENGTHS)[number];

/** What people may write themselves, in the order it stands. What they have not written says itself. */
export const PASSAGES = {
  council: ["matter", "proposal", "summary", "comment"],
  survey: ["council-answer", "leads-answer", "comment"],
  grant: ["use", "plan", "costs", "evaluation"],
} as const satisfies Readonly<Record<BriefKind, readonly string[]>>;
export type Passage = (typeof PASSAGES)[BriefKind][number];
export const PASSAGE_KEYS: readonly Passage[] = [...new Set(Object.values(PASSAGES).flat())];
export type Passages = Readonly<Partial<Record<Passage, string>>>;

type Base = {
  readonly id: string;
  readonly organisationId: string;
  readonly kind: BriefKind;
  readonly length: Length;
  readonly facts: Facts;
  readonly takenAt: Instant;
  readonly registryNumber: string;
  readonly passages: Passages;
  readonly example: boolean;
};
export type Brief = Base &
  (
    | { readonly state: "draft" }
    /** Taken up, sent: «KF § 14». */
    | { readonly state: "settled"; readonly settledOn: Day; readonly settledAs: string }
    | { readonly state: "aside"; readonly reason: string }
  );
type Draft = Extract<Brief, { state: "draft" }>;

export type BriefWhy =
  | "not-yours"
  | "names-a-person"
  | "report-counts-few"
  | "future-not-decided"
  | "reason-needed"
  | "brief-is-closed"
  | "brief-says-how"
  | "before-its-figures";
type Here = { readonly partnershipId: string };
type Of = Here & { readonly brief: Brief };

/** The municipality answers to its council and to the law, and whoever leads its work writes it. */
const writes = (person: Person, _input: unknown, { partnershipId }: Here): Refusal<BriefWhy> | undefined =>
  noterIn(person, partnershipId) === undefined ? { why: "not-yours" } : undefined;

export const beginBrief = command({
  event: "brief.begun",
  may: writes,
  decide: (
    { kind, length }: Pick<Base, "kind" | "length">,
    { partnershipId, facts }: Here & { readonly facts: Facts },
    moment,
  ): Result<Draft, Refusal<BriefWhy>> => {
    const grant = noterIn(moment.by, partnershipId);
    if (grant === undefined) return no("not-yours");
    return yes({
      id: moment.newId(),
      organisationId: grant.organisationId,
      kind,
      length: kind === "council" ? length : 8,
      facts,
      takenAt: moment.at,
      registryNumber: "",
      passages: {},
      example: false,
      state: "draft",
    });
  },
});

const open = ({ brief }: Of): Result<Draft, Refusal<BriefWhy>> =>
  brief.state === "draft" ? yes(brief) : no("brief-is-closed");

type Words = Pick<Base, "length" | "registryNumber"> & { readonly passages: Passages };

/** Writes around the figures. What is left empty says itself again. */
export const writeBrief = command({
  event: "brief.written",
  may: writes,
  decide: (input: Words, state: Of): Result<Draft, Refusal<BriefWhy>> => {
    const draft = open(state);
    if (!draft.ok) return draft;
    const { kind } = draft.value;
    const passages = Object.fromEntries(
      PASSAGES[kind].flatMap((key) => {
        const text = (input.passages[key] ?? "").trim();
        return text === "" ? [] : [[key, text]];
      }),
    );
    const wrong = unfit(passages);
    if (wrong !== undefined) return { ok: false, refusal: wrong };
    if (personIn(input.registryNumber)) return no("names-a-person", { field: "registryNumber" });
    return yes({
      ...draft.value,
      length: kind === "council" ? input.length : draft.value.length,
      registryNumber: input.registryNumber.trim(),
      passages,
    });
  },
});

/** The figures as they are today; what people wrote stands. */
export const retakeFigures = command({
  event: "brief.figures-taken",
  may: writes,
  decide: (_input: unknown, state: Of & { readonly facts: Facts }, moment): Result<Draft, Refusal<BriefWhy>> => {
    const draft = open(state);
    return draft.ok ? yes({ ...draft.value, facts: state.facts, takenAt: moment.at }) : draft;
  },
});

/** It has been taken up or sent, and is never changed after that. */
export const settleBrief = command({
  event: "brief.settled",
  may: writes,
  decide: (
    { on, as }: { readonly on: Day; readonly as: string },
    state: Of,
    moment,
  ): Result<Extract<Brief, { state: "settled" }>, Refusal<BriefWhy>> => {
    const draft = open(state);
    if (!draft.ok) return draft;
    if (on > dayOf(moment.at)) return no("future-not-decided", { field: "on" });
    // Nobody has taken up figures that were not there.
    if (on < dayOf(draft.value.takenAt)) return no("before-its-figures", { field: "on" });
    const settledAs = as.trim();
    if (settledAs === "") return no("brief-says-how", { field: "as" });
    if (personIn(settledAs)) return no("names-a-person", { field: "as" });
    return yes({ ...draft.value, state: "settled", settledOn: on, settledAs });
  },
});

/** It leads nowhere, and stays with its reason. */
export const layBriefAside = command({
  event: "brief.laid-aside",
  may: writes,
  decide: (
    { reason }: { readonly reason: string },
    state: Of,
  ): Result<Extract<Brief, { state: "aside" }>, Refusal<BriefWhy>> => {
    const draft = open(state);
    if (!draft.ok) return draft;
    if (reason.trim() === "") return no("reason-needed", { field: "reason" });
    if (personIn(reason)) return no("names-a-person", { field: "reason" });
    return yes({ ...draft.value, state: "aside", reason: reason.trim() });
  },
});
