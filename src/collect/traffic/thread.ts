// One stretch of road and all that is said, measured and done about it, until it is answered:
//
//   received ─▶ measuring ─▶ measured ─▶ judged ─▶ acting ─▶ remeasuring ─▶ remeasured ─▶ answered
//       ├─▶ passed-on ───────────────────────┼──────────┼─────────────────────────────────────▲
//       └─────────────────────────────────────────────────────────────────────────────────────┘
//
// Before anything rests on it, what the desk has said can be taken back, and so can a measurement at any time (taken-back.ts).
// A new measurement of the same place after an action is the second; more may follow, each again to be compared with the first.
import { command } from "../../ground/command.ts";
import { grantsIn, type Person, type PartyKind } from "../../ground/party.ts";
import { no, type Refusal, type Result, yes } from "../../ground/result.ts";
import type { Instant } from "../../ground/time.ts";
import { COLLECTORS } from "../source.ts";
import { claimedCause } from "./cause.ts";
import { type Stretch, textRefused, type TextWhy } from "./stretch.ts";

export const ROAD_KEEPERS = ["municipality", "state", "road-association", "private"] as const;
export type RoadKeeper = (typeof ROAD_KEEPERS)[number];
export const JUDGEMENTS = ["justified", "partly", "not-justified"] as const;
export type Judgement = { readonly kind: (typeof JUDGEMENTS)[number]; readonly sentence: string };
export const THREAD_STATES = [
  "received",
  "passed-on",
  "measuring",
  "measured",
  "judged",
  "acting",
  "remeasuring",
  "remeasured",
  "answered",
] as const;
export type ThreadState = (typeof THREAD_STATES)[number];

type Described = {
  readonly id: string;
  /** /trafik-14. */
  readonly number: number;
  readonly ownerOrganisationId: string;
  readonly stretch: Stretch;
  readonly complaints: number;
  readonly openedAt: Instant;
  readonly example: boolean;
  readonly roadKeeper?: RoadKeeper | undefined;
  readonly limit?: number | undefined;
  /** What the desk had said and took back, in the order it was. */
  readonly takenBack: readonly TakenBack[];
};
/** What was said, and why it is not said any more. */
export type TakenBack = {
  readonly state: "passed-on" | "measuring" | "judged";
  readonly said: string;
  readonly reason: string;
  readonly at: Instant;
};
export type Thread = Described &
  (
    | { readonly state: "received" | "measuring" | "measured" }
    | { readonly state: "passed-on"; readonly passedOn: string }
    | { readonly state: "judged" | "acting" | "remeasuring" | "remeasured"; readonly judgement: Judgement }
    | {
        readonly state: "answered";
        readonly answer: string;
        readonly answeredAt: Instant;
        readonly judgement?: Judgement | undefined;
        readonly passedOn?: string | undefined;
      }
  );

export type ThreadWhy =
  | "not-yours"
  | "not-now"
  | "road-keeper-needed"
  | "limit-needed"
  | "judgement-sentence-needed"
  | "claims-cause"
  | "action-needed"
  | "control-has-hours"
  | "answer-needed"
  | "reason-needed"
  | TextWhy;
export type Standing = { readonly partnershipId: string; readonly thread: Thread };

/** Who takes a thread further: those who collect for the organisation that took the complaint in. */
export function mayCarry(
  person: Person,
  _input: unknown,
  { partnershipId, thread }: Standing,
): Refusal<ThreadWhy> | undefined {
  const theirs = grantsIn(person, partnershipId, COLLECTORS);
  return theirs.some(({ organisationId }) => organisationId === thread.ownerOrganisationId)
    ? undefined
    : { why: "not-yours" };
}

/** What can be done from where it stands; the same list greys the buttons. */
const FROM = {
  triage: ["received"],
  "take-back": ["passed-on", "measuring", "judged"],
  measure: ["measuring", "remeasuring"],
  "measure-road": ["measuring", "measured", "judged", "acting", "remeasuring", "remeasured"],
  judge: ["measured"],
  propose: ["judged", "acting", "remeasured"],
  "measure-again": ["judged", "acting", "remeasured"],
  answer: ["received", "passed-on", "judged", "acting", "remeasured"],
} as const satisfies Readonly<Record<string, readonly ThreadState[]>>;
export type ThreadAct = keyof typeof FROM;

export function canNow(act: ThreadAct, { state }: Pick<Thread, "state">): boolean {
  return (FROM[act] as readonly ThreadState[]).includes(state);
}
const notNow = (act: ThreadAct, thread: Thread) => (canNow(act, thread) ? undefined : no<ThreadWhy>("not-now"));

export type Triage = {
  readonly roadKeeper?: RoadKeeper | undefined;
  readonly limit?: number | undefined;
  readonly choice: "measure" | "pass-on";
  /** To those who complained: where it was sent and why. */
  readonly reason: string;
};

/** «Vem är väghållare?» first; then measure, or pass on to whoever keeps the road. Answering at once is `answer`. */
export const triage = command({
  event: "traffic.triaged",
  may: mayCarry,
  decide: (input: Triage, { thread }: Standing): Result<Thread, Refusal<ThreadWhy>> => {
    const early = notNow("triage", thread);
    if (early !== undefined) return early;
    const { roadKeeper, limit } = input;
    if (roadKeeper === undefined) return no("road-keeper-needed", { field: "roadKeeper" });
    if (input.choice === "measure") {
      if (limit === undefined) return no("limit-needed", { field: "limit" });
      return yes({ ...thread, roadKeeper, limit, state: "measuring" });
    }
    const refused = textRefused({ reason: input.reason }) ?? causeRefused("reason", input.reason);
    if (refused !== undefined) return { ok: false, refusal: refused };
    if (input.reason.trim() === "") return no("reason-needed", { field: "reason" });
    return yes({ ...thread, roadKeeper, limit, state: "passed-on", passedOn: input.reason.trim() });
  },
});

export const judge = command({
  event: "traffic.judged",
  may: mayCarry,
  decide: (input: Judgement, { thread }: Standing): Result<Thread, Refusal<ThreadWhy>> => {
    const early = notNow("judge", thread);
    if (early !== undefined) return early;
    if (input.sentence.trim() === "") return no("judgement-sentence-needed", { field: "sentence" });
    const refused = textRefused({ sentence: input.sentence }) ?? causeRefused("sentence", input.sentence);
    if (refused !== undefined) return { ok: false, refusal: refused };
    return yes({ ...thread, state: "judged", judgement: input });
  },
});

export const ACTIONS = ["control", "calming", "sign", "display", "information", "other"] as const;
export type Action = (typeof ACTIONS)[number];
export type NewProposal = { readonly action: Action; readonly to: PartyKind; readonly what: string };
/** What is proposed and what the one it is proposed to said. Controls are told afterwards, by month: never when they will be. */
export type Proposal = NewProposal & {
  readonly id: string;
  readonly toOrganisationId: string;
  readonly proposedAt: Instant;
  readonly reply?: Reply | undefined;
};
export const REPLIES = ["will", "declined", "done"] as const;
export type Reply = {
  readonly kind: (typeof REPLIES)[number];
  readonly reason: string;
  /** How many controls, where they are done. */
  readonly count?: number | undefined;
  readonly repliedAt: Instant;
};
export type Proposing = Standing & { readonly toOrganisationId: string | undefined };

/** A clock or a day of the week. */
const HOURS =
  /(?<!\p{L})(?:kl(?:ockan)?\.?\s*\d|\d{1,2}[.:]\d{2}(?!\d)|(?:mån|tis|ons|tors|fre|lör|sön)dag(?:ar|en)?(?!\p{L}))/iu;

export const proposeAction = command({
  event: "traffic.action-proposed",
  may: (person, input: NewProposal, state: Proposing) => mayCarry(person, input, state),
  decide: (input: NewProposal, { thread, toOrganisationId }: Proposing, moment) => {
    const early = notNow("propose", thread);
    if (early !== undefined) return early;
    if (toOrganisationId === undefined) return no<ThreadWhy>("action-needed", { field: "to" });
    if (!("judgement" in thread) || thread.judgement === undefined) return no<ThreadWhy>("not-now");
    if (input.action === "control" && HOURS.test(input.what))
      return no<ThreadWhy>("control-has-hours", { field: "what" });
    const refused = textRefused({ what: input.what });
    if (refused !== undefined) return { ok: false as const, refusal: refused };
    const proposal: Proposal = { ...input, id: moment.newId(), toOrganisationId, proposedAt: moment.at };
    return yes({ proposal, thread: { ...thread, state: "acting", judgement: thread.judgement } satisfies Thread });
  },
});

export type Replying = { readonly partnershipId: string; readonly proposal: Proposal };
/** The one it was proposed to says yes, no with a reason, or what was done. */
export const replyToProposal = command({
  event: "traffic.action-replied",
  may: (
    person: Person,
    _input: Omit<Reply, "repliedAt">,
    { partnershipId, proposal }: Replying,
  ): Refusal<ThreadWhy> | undefined =>
    grantsIn(person, partnershipId, COLLECTORS).some(
      ({ organisationId }) => organisationId === proposal.toOrganisationId,
    )
      ? undefined
      : { why: "not-yours" },
  decide: (input: Omit<Reply, "repliedAt">, { proposal }: Replying, moment) => {
    if (input.kind === "declined" && input.reason.trim() === "")
      return no<ThreadWhy>("reason-needed", { field: "reason" });
    const refused = textRefused({ reason: input.reason });
    if (refused !== undefined) return { ok: false as const, refusal: refused };
    return yes<Proposal>({ ...proposal, reply: { ...input, repliedAt: moment.at } });
  },
});

export const measureAgain = command({
  event: "traffic.remeasuring",
  may: mayCarry,
  decide: (_input: unknown, { thread }: Standing): Result<Thread, Refusal<ThreadWhy>> => {
    const early = notNow("measure-again", thread);
    if (early !== undefined) return early;
    if (!("judgement" in thread) || thread.judgement === undefined) return no("not-now");
    return yes({ ...thread, state: "remeasuring", judgement: thread.judgement });
  },
});

/** `causeKnown`: a road to compare with has shown that the stretch changed more. */
type Answering = Standing & { readonly causeKnown: boolean };
/** One text to everybody who complained about the stretch. */
export const answerThread = command({
  event: "traffic.answered",
  may: mayCarry,
  decide: (
    input: { readonly text: string },
    { thread, causeKnown }: Answering,
    moment,
  ): Result<Thread, Refusal<ThreadWhy>> => {
    const early = notNow("answer", thread);
    if (early !== undefined) return early;
    const text = input.text.trim();
    if (text === "") return no("answer-needed", { field: "text" });
    const refused = textRefused({ text }) ?? (causeKnown ? undefined : causeRefused("text", text));
    if (refused !== undefined) return { ok: false, refusal: refused };
    const judgement = "judgement" in thread ? thread.judgement : undefined;
    const passedOn = "passedOn" in thread ? thread.passedOn : undefined;
    return yes({ ...thread, state: "answered", answer: text, answeredAt: moment.at, judgement, passedOn });
  },
});

function causeRefused(field: string, text: string): Refusal<ThreadWhy> | undefined {
  const sentence = claimedCause(text);
  return sentence === undefined ? undefined : { why: "claims-cause", field, detail: { sentence } };
}
