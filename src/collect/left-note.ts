// Notes that somebody left behind on a phone that others use by now (journeys.md 2, docs/decisions/0011): they are sent by a right that can add that
// person's notes to one walk and can do nothing else. It reads nothing, changes nothing, runs out, and can be taken back.
import { command } from "../ground/command.ts";
import { grantFor, grantsIn, type Person } from "../ground/party.ts";
import { no, type Refusal, type Result, yes } from "../ground/result.ts";
import { instantOf, type Instant, millisecondsOf } from "../ground/time.ts";
import { COLLECTORS } from "./source.ts";
import { WALK_LEADERS } from "./walk.ts";

/** As long as a phone keeps what it has sent. */
export const SENDING_DAYS = 14;
/** Phones, of one person on one walk. */
export const MOST_SENDING = 5;

/** A right to send: whose notes, on which walk, and until when. */
export type SendingRight = {
  readonly id: string;
  readonly walkId: string;
  readonly personId: string;
  readonly expiresAt: Instant;
  readonly endedAt: Instant | undefined;
};

export type LeftWhy = "not-yours" | "no-such-walk" | "sending-right-gone" | "too-many-sending";

/** Whether the right still sends to this walk. Told the same way whatever is wrong with it. */
export function maySend(
  right: SendingRight | undefined,
  { walkId }: { readonly walkId: string },
  at: Instant,
): Result<SendingRight, Refusal<"sending-right-gone">> {
  if (right === undefined || right.walkId !== walkId || right.endedAt !== undefined || right.expiresAt <= at)
    return no("sending-right-gone");
  return yes(right);
}

type Keeping = {
  readonly partnershipId: string;
  readonly isThere: boolean;
  /** With the same secret: the answer that was lost on the way. */
  readonly earlier: SendingRight | undefined;
  /** Those of this person's on this walk that still send. */
  readonly standing: number;
};

/** A phone that takes a walk along is given the right: what is written on it can come in without its writer. */
export const keepSendingRight = command({
  event: "sending-right.given",
  may: (person: Person, _input: unknown, { partnershipId }: Keeping): Refusal<LeftWhy> | undefined =>
    grantFor(person, partnershipId, COLLECTORS) === undefined ? { why: "not-yours" } : undefined,
  decide: (
    input: { readonly walkId: string },
    { isThere, earlier, standing }: Keeping,
    { at, by, newId },
  ): Result<{ right: SendingRight; repeated: boolean }, Refusal<LeftWhy>> => {
    if (!isThere) return no("no-such-walk", { field: "walkId" });
    if (earlier !== undefined) {
      const stands = maySend(earlier, input, at);
      if (!stands.ok || earlier.personId !== by.id) return no("sending-right-gone");
      return yes({ right: earlier, repeated: true });
    }
    if (standing >= MOST_SENDING) return no("too-many-sending");
    const expiresAt = instantOf(millisecondsOf(at) + SENDING_DAYS * 86_400_000);
    const right = { id: newId(), walkId: input.walkId, personId: by.id, expiresAt, endedAt: undefined };
    return yes({ right, repeated: false });
  },
});

type Ending = {
  readonly partnershipId: string;
  /** Whose walk it is. */
  readonly ownerOrganisationId: string;
  readonly walkId: string;
  /** Rights that still send to it. */
  readonly standing: number;
};

/** «Ta tillbaka»: no phone sends to this walk without its writer any more. What has come in stays; what has not waits for its writer. */
export const endSending = command({
  event: "sending-right.ended",
  may: (
    person: Person,
    _input: unknown,
    { partnershipId, ownerOrganisationId }: Ending,
  ): Refusal<LeftWhy> | undefined =>
    grantsIn(person, partnershipId, WALK_LEADERS).some(({ organisationId }) => organisationId === ownerOrganisationId)
      ? undefined
      : { why: "not-yours" },
  decide: (
    _input: unknown,
    { walkId, standing }: Ending,
  ): Result<{ walkId: string; ended: number }, Refusal<LeftWhy>> => yes({ walkId, ended: standing }),
});
