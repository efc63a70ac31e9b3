// A walk is three meetings two or three weeks apart (domain.md 4.1): one before, the walk, and one where those responsible say what they will do. Who has said that
// they will come is a count; names are never asked for.
import { command } from "../../ground/command.ts";
import type { Person } from "../../ground/party.ts";
import { no, type Refusal, type Result, yes } from "../../ground/result.ts";
import { instantOf, millisecondsOf, type Instant } from "../../ground/time.ts";
import { personRefused, type PersonWhy } from "../person-in-text.ts";
import { mayOnWalk, type Walk, WALK_LEADERS } from "../walk.ts";

export type Arrangement = {
  readonly premeetingAt?: Instant | undefined;
  readonly aftermeetingAt?: Instant | undefined;
  /** Where the two are held; the walk has a meeting point of its own. */
  readonly meetingPlace: string;
  /** «Anmälan»: places taken. */
  readonly registered: number;
};
export const NOTHING_ARRANGED: Arrangement = { meetingPlace: "", registered: 0 };

type OrderWhy = "premeeting-after-walk" | "aftermeeting-before-walk";
export type ArrangeWhy = "not-yours" | "walk-cancelled" | OrderWhy | PersonWhy;
type Arranged = { readonly walkId: string; readonly arranged: Arrangement };
type Arranging = { readonly partnershipId: string; readonly walk: Walk; readonly ownerOrganisationId: string };

export const arrangeWalk = command({
  event: "walk.arranged",
  may: (person: Person, _input: unknown, state: Arranging) => mayOnWalk(person, state, WALK_LEADERS),
  decide: (input: Arrangement, { walk }: Arranging): Result<Arranged, Refusal<ArrangeWhy>> => {
    if (walk.state === "cancelled") return no("walk-cancelled");
    const wrong = outOfOrder(input, walk);
    if (wrong !== undefined)
      return no(wrong, { field: wrong === "premeeting-after-walk" ? "premeetingAt" : "aftermeetingAt" });
    const person = personRefused({ meetingPlace: input.meetingPlace });
    if (person !== undefined) return { ok: false, refusal: person };
    const { premeetingAt, aftermeetingAt, registered } = input;
    const arranged = { premeetingAt, aftermeetingAt, registered, meetingPlace: input.meetingPlace.trim() };
    return yes({ walkId: walk.id, arranged });
  },
});

/** The meeting before is before the walk and the closing one after it; undefined when they are. */
export function outOfOrder(
  { premeetingAt, aftermeetingAt }: Pick<Arrangement, "premeetingAt" | "aftermeetingAt">,
  walk: Pick<Walk, "startsAt" | "endsAt">,
): OrderWhy | undefined {
  if (premeetingAt !== undefined && premeetingAt >= walk.startsAt) return "premeeting-after-walk";
  return aftermeetingAt !== undefined && aftermeetingAt <= walk.endsAt ? "aftermeeting-before-walk" : undefined;
}

export type Meeting = {
  readonly which: "before" | "walk" | "after";
  readonly from: Instant;
  readonly to: Instant;
  readonly place: string;
};
/** How long the two meetings indoors are put into a calendar for: journey 3 gives the third an hour. */
const MEETING_MINUTES = 60;

/** Those that have a time, in their order. */
export function meetingsOf(walk: Walk, arranged: Arrangement): readonly Meeting[] {
  const indoors = (which: "before" | "after", from: Instant | undefined): readonly Meeting[] =>
    from === undefined
      ? []
      : [
          {
            which,
            from,
            to: instantOf(millisecondsOf(from) + MEETING_MINUTES * 60_000),
            place: arranged.meetingPlace || walk.meetingPoint,
          },
        ];
  return [
    ...indoors("before", arranged.premeetingAt),
    { which: "walk", from: walk.startsAt, to: walk.endsAt, place: walk.meetingPoint },
    ...indoors("after", arranged.aftermeetingAt),
  ];
}
