// «Publicera vägens sida?»: that strangers read what was said, measured, judged and done of a stretch is decided by those who lead the work in the organisation
// whose thread it is. What was complained of is told as it was counted then; the rest follows the thread. What of it may be shown is for tell/disclosure.ts.
import { command } from "../../ground/command.ts";
import { grantsIn, type Person } from "../../ground/party.ts";
import { no, type Refusal, type Result, yes } from "../../ground/result.ts";
import { dayOf, type Day } from "../../ground/time.ts";
import { slugOf } from "../../ground/words.ts";
import { WALK_LEADERS } from "../walk.ts";
import type { ComplaintKind } from "./complaint.ts";
import type { Standing, Thread } from "./thread.ts";

export type KindCount = { readonly kind: ComplaintKind; readonly count: number };
/** A thread that strangers read, since when, and what had been complained of then. */
export type PublishedRoad = {
  readonly threadId: string;
  readonly complaints: readonly KindCount[];
  readonly publishedOn: Day;
};
export type PublishedWhy = "not-yours" | "road-not-ready" | "road-published" | "road-not-published";
type Deciding = Standing & { readonly complaints: readonly ComplaintKind[]; readonly isPublished: boolean };

/** Those who lead, in the organisation whose thread it is; who only takes complaints in does not decide it. */
export function mayPublishRoad(
  person: Person,
  _input: unknown,
  { partnershipId, thread }: Standing,
): Refusal<PublishedWhy> | undefined {
  const theirs = grantsIn(person, partnershipId, WALK_LEADERS);
  return theirs.some(({ organisationId }) => organisationId === thread.ownerOrganisationId)
    ? undefined
    : { why: "not-yours" };
}

/** Whether there is anything to tell: it has been measured, passed on or answered. */
export function isTellable({ state }: Pick<Thread, "state">): boolean {
  return state !== "received" && state !== "measuring";
}

export const publishRoad = command({
  event: "traffic.road-published",
  may: mayPublishRoad,
  decide: (
    _input: unknown,
    { thread, complaints, isPublished }: Deciding,
    moment,
  ): Result<PublishedRoad, Refusal<PublishedWhy>> => {
    if (isPublished) return no("road-published");
    if (!isTellable(thread)) return no("road-not-ready");
    return yes({ threadId: thread.id, complaints: countKinds(complaints), publishedOn: dayOf(moment.at) });
  },
});

export const takeBackRoad = command({
  event: "traffic.road-taken-back",
  may: mayPublishRoad,
  decide: (_input: unknown, { thread, isPublished }: Deciding): Result<Thread, Refusal<PublishedWhy>> =>
    isPublished ? yes(thread) : no("road-not-published"),
});

/** The most complained of first. */
export function countKinds(kinds: readonly ComplaintKind[]): readonly KindCount[] {
  const counts = new Map<ComplaintKind, number>();
  for (const kind of kinds) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return [...counts].map(([kind, count]) => ({ kind, count })).toSorted((a, b) => b.count - a.count);
}

/** Its public address, by the stretch's name; two threads of one stretch are told apart by their number. */
export function roadSlug({ stretch, number }: Pick<Thread, "stretch" | "number">): string {
  return `${slugOf(stretch.name ?? "").slice(0, 60)}-${number}`;
}
