// «Skicka till ansvariga» (journey 3): whoever looks after a spot gets the points of that spot and no others, with a day to answer by. Who looks after nothing
// that is known gets no letter: those points are visibly unowned.
import { command } from "../../ground/command.ts";
import type { Person } from "../../ground/party.ts";
import { no, type Refusal, type Result, yes } from "../../ground/result.ts";
import { dayOf, type Day, type Instant } from "../../ground/time.ts";
import { SPOT_MANAGERS, type SpotManager } from "../observation.ts";
import { mayOnWalk, type ProtocolRow, type Walk, WALK_LEADERS } from "../walk.ts";

export type Addressee = Exclude<SpotManager, "unknown">;
export const ADDRESSEES = SPOT_MANAGERS.filter((manager): manager is Addressee => manager !== "unknown");

export type Letter = {
  readonly manager: Addressee;
  readonly points: number;
  readonly sentAt: Instant;
  readonly replyBy: Day;
};

/** Theirs, and nothing that is good: there is nothing to do about that. */
export function pointsOf<Row extends Pick<ProtocolRow, "kind" | "spotManager">>(
  rows: readonly Row[],
  manager: SpotManager,
): readonly Row[] {
  return rows.filter(({ kind, spotManager }) => kind !== "positive" && spotManager === manager);
}

export type LetterWhy = "not-yours" | "protocol-not-established" | "nothing-for-manager" | "reply-day-passed";
type Sent = { readonly walkId: string; readonly letter: Letter };
type Sending = {
  readonly partnershipId: string;
  readonly walk: Walk;
  readonly ownerOrganisationId: string;
  readonly rows: readonly ProtocolRow[];
};

/** That it was sent, and when an answer is awaited. Sent again it is sent on a later day. */
export const sendPoints = command({
  event: "protocol.points-sent",
  may: (person: Person, _input: unknown, state: Sending) => mayOnWalk(person, state, WALK_LEADERS),
  decide: (
    { manager, replyBy }: { readonly manager: Addressee; readonly replyBy: Day },
    { walk, rows }: Sending,
    moment,
  ): Result<Sent, Refusal<LetterWhy>> => {
    if (walk.state !== "protocol") return no("protocol-not-established");
    const points = pointsOf(rows, manager).length;
    if (points === 0) return no("nothing-for-manager", { field: "manager" });
    if (replyBy <= dayOf(moment.at)) return no("reply-day-passed", { field: "replyBy" });
    return yes({ walkId: walk.id, letter: { manager, points, sentAt: moment.at, replyBy } });
  },
});
