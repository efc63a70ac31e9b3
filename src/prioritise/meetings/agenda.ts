// What a work meeting has before it, made from what is there: nobody types an agenda. Only what both parties may read is put on it, so that nothing on the wall is one party's own.
import { command } from "../../ground/command.ts";
import { no, type Refusal, type Result, yes } from "../../ground/result.ts";
import type { Day, Instant } from "../../ground/time.ts";
import type { Said } from "../../ground/words.ts";
import type { PictureNews } from "../../picture/news.ts";
import { type Problem, RAISERS } from "../problem.ts";
import { allowed, LEADERS } from "../rights.ts";
import {
  type Decision,
  type Item,
  closedBy,
  inOrder,
  isLeftOut,
  ITEM_KINDS,
  type ItemKind,
  type Meeting,
  type MeetingWhy,
  MOST_ITEMS,
  roomFor,
  type OnMeeting,
  type Where,
} from "./meeting.ts";
import { words } from "./words.ts";

/** Something that may be put on an agenda. */
export type Candidate = {
  readonly kind: ItemKind;
  /** What it is of: gathered twice, it is there once. */
  readonly about: string;
  readonly decisionId?: string | undefined;
  readonly said: Said;
  /** Where it stands in the house, without the first slash. */
  readonly address: string;
  /** A question to the picture that belongs to it. */
  readonly question: string;
};

/** What the picture has to say of the last four weeks, each beside what was to be expected. Asked of what both parties see. */
export function newsCandidates({ items, to }: Pick<PictureNews, "items" | "to">, slug: string): Candidate[] {
  return items.map(({ key, sentence }) => ({
    kind: "news",
    // The same four weeks are the same news.
    about: `news:${key}:${to ?? ""}`,
    said: sentence,
    address: `lagesbild/${slug}?delning=gemensamt`,
    question: "",
  }));
}

/** The problems that nobody has answered, with the first question to the picture that they rest on. */
export function problemCandidates(
  problems: readonly Pick<Problem, "id" | "slug" | "what" | "state" | "evidence">[],
  slug: string,
): Candidate[] {
  return problems
    .filter(({ state }) => state === "open")
    .map((problem) => {
      const asked = problem.evidence.find(({ kind, sharing }) => kind === "question" && sharing === "shared");
      return {
        kind: "problem",
        about: `problem:${problem.id}`,
        said: { sv: problem.what, en: problem.what },
        address: `prioritera/${slug}/${problem.slug}`,
        question: asked?.kind === "question" ? asked.question : "",
      };
    });
}

/** A meeting without what hangs on its wall: so far as an agenda and a list need it. */
export type Listed = Pick<Meeting, "id" | "on" | "state" | "items" | "decisions" | "example">;

const wasHeld = (state: Meeting["state"]) => state === "held" || state === "approved";

/** Whether somebody is to do something by what was noted. */
const isToBeDone = ({ kind, struck }: Pick<Decision, "kind" | "struck">) => kind !== "closing" && !struck;

/**
 * What was decided at meetings that were held, and is not done or dropped since; those before a day where one is said. What stands outside the minutes weighs nothing, and only minutes that both
 * have approved end anything: else one party could end what the other has taken on. What only one has approved is there, and said to be so.
 */
export function openDecisions(
  meetings: readonly Listed[],
  before?: Day,
): readonly { readonly on: Day; readonly decision: Decision; readonly approved: boolean }[] {
  const earlier = meetings
    .filter(({ on, state }) => wasHeld(state) && (before === undefined || on < before))
    .toSorted((a, b) => (a.on < b.on ? -1 : 1));
  const ended = new Set(
    earlier
      .filter(({ state }) => state === "approved")
      .flatMap(({ items }) =>
        items.flatMap(({ decisionId, outcome, leftOut }) =>
          !leftOut && decisionId !== undefined && (outcome === "done" || outcome === "dropped") ? [decisionId] : [],
        ),
      ),
  );
  return earlier.flatMap((meeting) =>
    meeting.decisions
      .filter((one) => isToBeDone(one) && !isLeftOut(meeting, one.itemId) && !ended.has(one.id))
      .map((decision) => ({ on: meeting.on, decision, approved: meeting.state === "approved" })),
  );
}

/** Each of them, to be said how it went. */
export function followUps(meetings: readonly Listed[], before: Day, slug: string): Candidate[] {
  return openDecisions(meetings, before).map(({ on, decision: { id, text }, approved }) => ({
    kind: "follow-up",
    about: `decision:${id}`,
    decisionId: id,
    said: approved
      ? { sv: text, en: text }
      : { sv: `${text} (${words.notApproved.sv})`, en: `${text} (${words.notApproved.en})` },
    address: `lagesbild/${slug}/arbetsmote-${on}`,
    question: "",
  }));
}

/** What somebody wanted to bring up at a meeting that was called off, and is on no other agenda since. The rest of that agenda comes back by itself. */
export function broughtBack(meetings: readonly Listed[]): Candidate[] {
  const elsewhere = new Set(
    meetings.filter(({ state }) => state !== "called-off").flatMap(({ items }) => items.map(({ about }) => about)),
  );
  return meetings
    .filter(({ state }) => state === "called-off")
    .flatMap(({ items }) => inOrder(items))
    .filter(({ kind, leftOut, about }) => kind === "own" && !leftOut && !elsewhere.has(about))
    .map(({ about, said, address, question }) => ({ kind: "own", about, said, address, question }));
}

/** The day after which something is new: that of the last meeting that was held before this one. */
export function sinceOf(meetings: readonly Pick<Meeting, "on" | "state">[], before: Day): Day | undefined {
  return meetings
    .filter(({ on, state }) => on < before && wasHeld(state))
    .map(({ on }) => on)
    .toSorted()
    .at(-1);
}

/** The items that candidates become: what is there already is not put there again, also where it was left out. */
export function itemsFrom(
  candidates: readonly Candidate[],
  has: readonly Pick<Item, "about" | "position">[],
  { at, newId }: { readonly at: Instant; readonly newId: () => string },
): Item[] {
  const there = new Set(has.map(({ about }) => about));
  const last = Math.max(0, ...has.map(({ position }) => position));
  const fresh = candidates.filter(({ about }, place) => {
    const first = candidates.findIndex((one) => one.about === about) === place;
    return first && !there.has(about);
  });
  return fresh
    .toSorted((a, b) => ITEM_KINDS.indexOf(a.kind) - ITEM_KINDS.indexOf(b.kind))
    .map((candidate, place) => ({
      ...candidate,
      id: newId(),
      decisionId: candidate.decisionId,
      position: last + place + 1,
      leftOut: false,
      outcome: undefined,
      addedAt: at,
    }));
}

/** A day with an agenda made from what is there. */
export const plan = command({
  event: "meeting.planned",
  may: allowed(LEADERS),
  decide: (
    input: { readonly on: Day },
    state: Where & { readonly days: readonly Day[]; readonly candidates: readonly Candidate[] },
    moment,
  ): Result<Meeting, Refusal<MeetingWhy>> => {
    if (state.days.includes(input.on)) return no("meeting-day-taken", { field: "on" });
    return yes({
      id: moment.newId(),
      on: input.on,
      state: "open",
      plannedAt: moment.at,
      heldAt: undefined,
      approvedAt: undefined,
      contentHash: undefined,
      calledOff: undefined,
      items: itemsFrom(state.candidates, [], moment).slice(0, MOST_ITEMS),
      decisions: [],
      presence: [],
      pictures: [],
      approvals: [],
      example: false,
    });
  },
});

/** What has come since the agenda was made. */
export const gather = command({
  event: "meeting.agenda-gathered",
  may: allowed(RAISERS),
  decide: (
    _input: unknown,
    { meeting, candidates }: OnMeeting & { readonly candidates: readonly Candidate[] },
    moment,
  ): Result<readonly Item[], Refusal<MeetingWhy>> => {
    const closed = closedBy(meeting);
    if (closed !== undefined) return no(closed);
    const items = itemsFrom(candidates, meeting.items, moment);
    if (items.length === 0) return no("meeting-nothing-new");
    const room = roomFor(meeting);
    return room <= 0 ? no("meeting-too-many-items") : yes(items.slice(0, room));
  },
});
