// The work meeting around the picture (journeys.md, journey 9): decisions are noted as they are made, each as something of its own, so that two who note at once both have noted.
// Minutes hold offices and how many, never names. They are working material until both parties have approved the same words; then they change no more.
import { personIn } from "../../collect/person-in-text.ts";
import type { Json } from "../../ground/canonical.ts";
import { command } from "../../ground/command.ts";
import { grantsIn, type Person } from "../../ground/party.ts";
import { no, type Refusal, type Result, yes } from "../../ground/result.ts";
import { type Day, dayOf, type Instant } from "../../ground/time.ts";
import type { Said } from "../../ground/words.ts";
import { RAISERS } from "../problem.ts";
import { allowed, LEADERS, organisationOf } from "../rights.ts";
import type { FrozenCounts } from "../frozen-counts.ts";

/** In the order in which they are taken: what was decided last, what is new, what did not go as promised, what is to be decided, what somebody wants to bring up. */
export const ITEM_KINDS = ["follow-up", "news", "deviation", "behind", "problem", "theme", "own"] as const;
export type ItemKind = (typeof ITEM_KINDS)[number];

export const DECISION_KINDS = ["decision", "question", "closing"] as const;
export type DecisionKind = (typeof DECISION_KINDS)[number];
export const OUTCOMES = ["done", "goes-on", "dropped"] as const;
export type Outcome = (typeof OUTCOMES)[number];
export const MEETING_STATES = ["open", "held", "approved", "called-off"] as const;

export type Item = {
  readonly id: string;
  readonly kind: ItemKind;
  readonly about: string;
  /** The decision that is followed up. */
  readonly decisionId: string | undefined;
  /** In the words it had when it was put there. */
  readonly said: Said;
  readonly address: string;
  readonly question: string;
  readonly position: number;
  readonly leftOut: boolean;
  readonly outcome: Outcome | undefined;
  readonly addedAt: Instant;
};

type Noted = {
  readonly kind: DecisionKind;
  readonly text: string;
  /** Whose it is to do; nobody's where the matter ends. */
  readonly organisationId: string | undefined;
  readonly unit: string;
  readonly by: Day | undefined;
};
/** As somebody says it. */
export type ToNote = Pick<Noted, "kind" | "text" | "unit"> & { readonly organisationId?: string; readonly by?: Day };
export type Decision = Noted & {
  readonly id: string;
  readonly itemId: string;
  readonly struck: boolean;
  readonly version: number;
  readonly notedAt: Instant;
  readonly notedBy: string;
};

/** An office and how many of it sat there. */
export type Presence = { readonly office: string; readonly number: number };

/** What the picture answered in the room. */
export type Pinned = {
  readonly id: string;
  readonly itemId: string;
  readonly frozen: FrozenCounts;
  readonly hash: string;
  readonly takenDown: boolean;
  readonly pinnedAt: Instant;
  readonly pinnedBy: string;
};

/** A party's yes to the minutes as they read then. */
export type Approval = { readonly organisationId: string; readonly contentHash: string; readonly at: Instant };

/** That it is not held: why, when and by which organisation. */
export type CalledOff = { readonly reason: string; readonly at: Instant; readonly by: string };

export type Meeting = {
  readonly id: string;
  readonly on: Day;
  readonly state: (typeof MEETING_STATES)[number];
  readonly plannedAt: Instant;
  readonly heldAt: Instant | undefined;
  readonly approvedAt: Instant | undefined;
  readonly contentHash: string | undefined;
  readonly calledOff: CalledOff | undefined;
  readonly items: readonly Item[];
  readonly decisions: readonly Decision[];
  readonly presence: readonly Presence[];
  readonly pictures: readonly Pinned[];
  readonly approvals: readonly Approval[];
  readonly example: boolean;
};

export type MeetingWhy =
  | "not-yours"
  | "names-a-person"
  | "meeting-day-taken"
  | "meeting-is-approved"
  | "meeting-is-called-off"
  | "meeting-call-off-needs-reason"
  | "meeting-too-many-items"
  | "meeting-too-many-pictures"
  | "meeting-nothing-new"
  | "meeting-item-has-notes"
  | "meeting-item-left-out"
  | "meeting-nothing-to-follow-up"
  | "meeting-owner-needed"
  | "meeting-day-needed"
  | "meeting-day-before"
  | "meeting-changed-meanwhile"
  | "meeting-not-come"
  | "meeting-nobody-there"
  | "meeting-held-already"
  | "meeting-not-held"
  | "meeting-approved-already"
  | "meeting-picture-unread";

export type Where = { readonly partnershipId: string };
export type OnMeeting = Where & { readonly meeting: Meeting };

/** Why nothing is written in it any more; undefined while something may be. */
export function closedBy({ state }: Pick<Meeting, "state">) {
  if (state === "approved") return "meeting-is-approved" as const;
  return state === "called-off" ? ("meeting-is-called-off" as const) : undefined;
}

/** What a room gets through, and a page shows: more than these is a meeting of its own. */
export const MOST_ITEMS = 100;
const MOST_PICTURES = 30;

/** How many more are taken up before an agenda is full. */
export function roomFor({ items }: Pick<Meeting, "items">): number {
  return MOST_ITEMS - items.filter(({ leftOut }) => !leftOut).length;
}

/** Something that somebody wants to bring up. */
export const bringUp = command({
  event: "meeting.item-added",
  may: allowed(RAISERS),
  decide: (input: { readonly text: string }, { meeting }: OnMeeting, moment): Result<Item, Refusal<MeetingWhy>> => {
    const closed = closedBy(meeting);
    if (closed !== undefined) return no(closed);
    if (roomFor(meeting) <= 0) return no("meeting-too-many-items");
    const text = input.text.trim();
    if (personIn(text)) return no("names-a-person", { field: "text" });
    const id = moment.newId();
    return yes({
      id,
      kind: "own",
      about: `own:${id}`,
      decisionId: undefined,
      said: { sv: text, en: text },
      address: "",
      question: "",
      position: Math.max(0, ...meeting.items.map(({ position }) => position)) + 1,
      leftOut: false,
      outcome: undefined,
      addedAt: moment.at,
    });
  },
});

type OnItem = OnMeeting & { readonly item: Item };

/** Whether an item is outside the minutes, and so outside what both approve. */
export function isLeftOut({ items }: Pick<Meeting, "items">, itemId: string): boolean {
  return items.some(({ id, leftOut }) => id === itemId && leftOut);
}

/** What is not taken up stays known, so that it does not come back by itself. */
export const leaveOut = command({
  event: "meeting.item-left-out",
  may: allowed(RAISERS),
  decide: (input: { readonly leftOut: boolean }, { meeting, item }: OnItem): Result<Item, Refusal<MeetingWhy>> => {
    const closed = closedBy(meeting);
    if (closed !== undefined) return no(closed);
    const hasNotes =
      item.outcome !== undefined ||
      meeting.decisions.some(({ itemId, struck }) => itemId === item.id && !struck) ||
      meeting.pictures.some(({ itemId, takenDown }) => itemId === item.id && !takenDown);
    if (input.leftOut && hasNotes) return no("meeting-item-has-notes");
    if (!input.leftOut && item.leftOut && roomFor(meeting) <= 0) return no("meeting-too-many-items");
    return yes({ ...item, leftOut: input.leftOut });
  },
});

/** How it went with what was decided. */
export const followUp = command({
  event: "decision.followed-up",
  may: allowed(RAISERS),
  decide: (input: { readonly outcome: Outcome }, { meeting, item }: OnItem): Result<Item, Refusal<MeetingWhy>> => {
    const closed = closedBy(meeting);
    if (closed !== undefined) return no(closed);
    if (item.leftOut) return no("meeting-item-left-out");
    if (item.kind !== "follow-up") return no("meeting-nothing-to-follow-up");
    return yes({ ...item, outcome: input.outcome });
  },
});

/** An office, and how many: none takes it away. */
export const attend = command({
  event: "meeting.presence-noted",
  may: allowed(RAISERS),
  decide: (input: Presence, { meeting }: OnMeeting): Result<Presence, Refusal<MeetingWhy>> => {
    const closed = closedBy(meeting);
    if (closed !== undefined) return no(closed);
    const office = input.office.trim();
    if (personIn(office)) return no("names-a-person", { field: "office" });
    return yes({ office, number: input.number });
  },
});

/** What must be said of what is noted: whose it is and by when, and nobody's name. */
function readNoted(
  { kind, text, organisationId, unit, by }: ToNote,
  { meeting, parties }: OnMeeting & { readonly parties: readonly string[] },
): Result<Noted, Refusal<MeetingWhy>> {
  const said = { text: text.trim(), unit: unit.trim() };
  if (personIn(said.text)) return no("names-a-person", { field: "text" });
  if (personIn(said.unit)) return no("names-a-person", { field: "unit" });
  if (kind === "closing") return yes({ kind, text: said.text, organisationId: undefined, unit: "", by: undefined });
  if (organisationId === undefined || !parties.includes(organisationId))
    return no("meeting-owner-needed", { field: "organisationId" });
  if (kind === "decision" && by === undefined) return no("meeting-day-needed", { field: "by" });
  if (by !== undefined && by < meeting.on) return no("meeting-day-before", { field: "by" });
  return yes({ kind, ...said, organisationId, by });
}

type WithParties = { readonly parties: readonly string[] };

export const note = command({
  event: "decision.noted",
  may: allowed(RAISERS),
  decide: (input: ToNote, state: OnItem & WithParties, moment): Result<Decision, Refusal<MeetingWhy>> => {
    const closed = closedBy(state.meeting);
    if (closed !== undefined) return no(closed);
    if (state.item.leftOut) return no("meeting-item-left-out");
    const read = readNoted(input, state);
    if (!read.ok) return read;
    return yes({
      ...read.value,
      id: moment.newId(),
      itemId: state.item.id,
      struck: false,
      version: 1,
      notedAt: moment.at,
      notedBy: organisationOf(moment.by, state, RAISERS),
    });
  },
});

/** Whoever changes an older wording than the newest is told, and nothing of either is lost. */
export const revise = command({
  event: "decision.revised",
  may: allowed(RAISERS),
  decide: (
    input: ToNote & { readonly version: number; readonly struck: boolean },
    state: OnMeeting & WithParties & { readonly decision: Decision },
    moment,
  ): Result<Decision, Refusal<MeetingWhy>> => {
    const { decision } = state;
    const closed = closedBy(state.meeting);
    if (closed !== undefined) return no(closed);
    // Under what is not taken up nothing stands, so what was struck there is not given back.
    if (isLeftOut(state.meeting, decision.itemId)) return no("meeting-item-left-out");
    if (input.version !== decision.version) return no("meeting-changed-meanwhile");
    const read = readNoted(input, state);
    if (!read.ok) return read;
    return yes({
      ...decision,
      ...read.value,
      struck: input.struck,
      version: decision.version + 1,
      notedAt: moment.at,
      notedBy: organisationOf(moment.by, state, RAISERS),
    });
  },
});

/** «Fäst bilden»: what the picture answers in the room, of what both parties see. */
export const pin = command({
  event: "meeting.picture-pinned",
  may: allowed(RAISERS),
  decide: (
    _input: unknown,
    state: OnItem & { readonly found: { readonly frozen: FrozenCounts; readonly hash: string } | undefined },
    moment,
  ): Result<Pinned, Refusal<MeetingWhy>> => {
    const closed = closedBy(state.meeting);
    if (closed !== undefined) return no(closed);
    if (state.item.leftOut) return no("meeting-item-left-out");
    if (state.meeting.pictures.filter(({ takenDown }) => !takenDown).length >= MOST_PICTURES)
      return no("meeting-too-many-pictures");
    if (state.found === undefined) return no("meeting-picture-unread", { field: "question" });
    return yes({
      id: moment.newId(),
      itemId: state.item.id,
      ...state.found,
      takenDown: false,
      pinnedAt: moment.at,
      pinnedBy: organisationOf(moment.by, state, RAISERS),
    });
  },
});

export const takeDown = command({
  event: "meeting.picture-taken-down",
  may: allowed(RAISERS),
  decide: (
    _input: unknown,
    { meeting, picture }: OnMeeting & { readonly picture: Pinned },
  ): Result<Pinned, Refusal<MeetingWhy>> => {
    const closed = closedBy(meeting);
    return closed === undefined ? yes({ ...picture, takenDown: true }) : no(closed);
  },
});

/** «Klart, skicka»: it was held, and the minutes wait for both. */
export const hold = command({
  event: "meeting.held",
  may: allowed(LEADERS),
  decide: (_input: unknown, { meeting }: OnMeeting, moment): Result<Meeting, Refusal<MeetingWhy>> => {
    const closed = closedBy(meeting);
    if (closed !== undefined) return no(closed);
    if (meeting.state === "held") return no("meeting-held-already");
    if (meeting.on > dayOf(moment.at)) return no("meeting-not-come");
    if (meeting.presence.every(({ number }) => number === 0)) return no("meeting-nobody-there");
    return yes({ ...meeting, state: "held", heldAt: moment.at });
  },
});

/** A meeting that is not held after all. What was on its agenda waits as it did before. */
export const callOff = command({
  event: "meeting.called-off",
  may: allowed(LEADERS),
  decide: (input: { readonly reason: string }, state: OnMeeting, moment): Result<Meeting, Refusal<MeetingWhy>> => {
    const { meeting } = state;
    const closed = closedBy(meeting);
    if (closed !== undefined) return no(closed);
    if (meeting.state === "held") return no("meeting-held-already");
    const reason = input.reason.trim();
    if (reason === "") return no("meeting-call-off-needs-reason", { field: "reason" });
    if (personIn(reason)) return no("names-a-person", { field: "reason" });
    const by = organisationOf(moment.by, state, LEADERS);
    return yes({ ...meeting, state: "called-off", calledOff: { reason, at: moment.at, by } });
  },
});

export type OnApproval = OnMeeting & {
  readonly contentHash: string;
  /** The municipality and the police. */
  readonly parties: readonly string[];
};
/** Whose yes it was, and the meeting after it. */
export type Approved = { readonly approval: Approval; readonly meeting: Meeting };

function partyOf(person: Person, { partnershipId, parties }: Pick<OnApproval, "partnershipId" | "parties">) {
  return grantsIn(person, partnershipId, LEADERS).find(({ organisationId }) => parties.includes(organisationId))
    ?.organisationId;
}

/** A yes to the very words that whoever says it has before them. */
export const approve = command({
  event: "meeting.minutes-approved",
  may: (person: Person, _input: { readonly contentHash: string }, state: OnApproval): Refusal<MeetingWhy> | undefined =>
    partyOf(person, state) === undefined ? { why: "not-yours" } : undefined,
  decide: (
    input: { readonly contentHash: string },
    state: OnApproval,
    moment,
  ): Result<Approved, Refusal<MeetingWhy>> => {
    const { meeting, contentHash, parties } = state;
    const closed = closedBy(meeting);
    if (closed !== undefined) return no(closed);
    if (meeting.state === "open") return no("meeting-not-held");
    if (input.contentHash !== contentHash) return no("meeting-changed-meanwhile");
    const organisationId = partyOf(moment.by, state) ?? "";
    const standing = approvalsOf(meeting, contentHash);
    if (standing.includes(organisationId)) return no("meeting-approved-already");
    const approval = { organisationId, contentHash, at: moment.at };
    const isWhole = parties.every((party) => party === organisationId || standing.includes(party));
    return yes({
      approval,
      meeting: isWhole ? { ...meeting, state: "approved", approvedAt: moment.at, contentHash } : meeting,
    });
  },
});

/** The parties whose yes is to the minutes as they read now. */
export function approvalsOf({ approvals }: Pick<Meeting, "approvals">, contentHash: string): readonly string[] {
  return approvals.filter((one) => one.contentHash === contentHash).map(({ organisationId }) => organisationId);
}

/** What the minutes say, as plain JSON for the hash. */
export function minutesOf({ on, items, decisions, presence, pictures }: Meeting): Json {
  return {
    on,
    presence: presence
      .filter(({ number }) => number > 0)
      .map(({ office, number }) => ({ office, number }))
      .toSorted((a, b) => (a.office < b.office ? -1 : 1)),
    items: inOrder(items)
      .filter(({ leftOut }) => !leftOut)
      .map(({ id, kind, said, outcome }) => ({
        kind,
        said: said.sv,
        outcome: outcome ?? "",
        decisions: decisionsOn({ decisions }, id).map((one) => ({
          kind: one.kind,
          text: one.text,
          organisationId: one.organisationId ?? "",
          unit: one.unit,
          by: one.by ?? "",
        })),
        pictures: picturesOn({ pictures }, id).map(({ hash }) => hash),
      })),
  };
}

/** What was noted of an item and stands, in the order it was noted. */
export function decisionsOn({ decisions }: Pick<Meeting, "decisions">, itemId: string): readonly Decision[] {
  return decisions.filter((one) => one.itemId === itemId && !one.struck);
}

/** The pictures that are pinned to an item. */
export function picturesOn({ pictures }: Pick<Meeting, "pictures">, itemId: string): readonly Pinned[] {
  return pictures.filter((one) => one.itemId === itemId && !one.takenDown);
}

/** As it is taken: by kind, then in the order in which it came. */
export function inOrder<T extends Pick<Item, "kind" | "position">>(items: readonly T[]): T[] {
  return items.toSorted((a, b) => ITEM_KINDS.indexOf(a.kind) - ITEM_KINDS.indexOf(b.kind) || a.position - b.position);
}
