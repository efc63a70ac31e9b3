// «Klart enligt kommunen. Stämmer det?»: whoever holds a receipt says yes, partly or no, and what is left; those who asked answer within two weeks
// (journeys.md 4). One receipt disputes a theme once: what is said a second time is added to the first.
import { command } from "../../ground/command.ts";
import { grantFor, type Person } from "../../ground/party.ts";
import { no, type Refusal, type Result, yes } from "../../ground/result.ts";
import { addDays, dayOf, type Day } from "../../ground/time.ts";
import { coverPersons, personRefused, type PersonWhy } from "../person-in-text.ts";
import { type Look, unlooked } from "../sent-photo.ts";
import { CAMPAIGN_LEADERS } from "./campaign.ts";

export const DISPUTE_VERDICTS = ["yes", "partly", "no"] as const;
export type DisputeVerdict = (typeof DISPUTE_VERDICTS)[number];
export const DISPUTE_REPLIES = ["again", "done", "cannot"] as const;
export type DisputeReply = (typeof DISPUTE_REPLIES)[number];
/** One line. */
export const LONGEST_LEFT = 300;
const REPLY_DAYS = 14;

type Replied = { readonly kind: DisputeReply; readonly text: string; readonly on: Day };
export type Dispute = {
  readonly verdict: DisputeVerdict;
  /** What is left, as it was said; what points at a person is covered. */
  readonly said: readonly string[];
  readonly disputedOn: Day;
  readonly replied: Replied | undefined;
};

/** So often one receipt can say what is left of one theme. */
const MOST_SAID = 5;

/** What is disputed after this; `before` is what the same receipt has said of the same theme. */
export function disputed(
  before: Dispute | undefined,
  { verdict, left, on }: { readonly verdict: DisputeVerdict; readonly left: string; readonly on: Day },
): Result<Dispute, Refusal<"left-needed">> {
  if (verdict === "yes") return yes({ verdict, said: [], disputedOn: on, replied: undefined });
  const text = coverPersons(left.trim().slice(0, LONGEST_LEFT)).text;
  if (text === "") return no("left-needed");
  const earlier = before?.said ?? [];
  // «Skicka» pressed twice says nothing new.
  if (earlier.at(-1) === text && before?.verdict === verdict) return yes(before);
  // While nobody has answered there is no more to say than this, and no receipt grows without end.
  if (before !== undefined && earlier.length >= MOST_SAID) return yes(before);
  return yes({ verdict, said: [...earlier, text], disputedOn: on, replied: undefined });
}

/** A photo with each thing that is said, and no more; «Skicka» pressed twice sends the same one. */
export function takesPhoto(before: readonly Uint8Array[], jpeg: Uint8Array): boolean {
  return before.length < MOST_SAID && !before.some((one) => isSame(one, jpeg));
}

function isSame(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, place) => byte === other[place]);
}

export function isOpen({ verdict, replied }: Pick<Dispute, "verdict" | "replied">): boolean {
  return verdict !== "yes" && replied === undefined;
}

/** The work that a dispute waits for: whoever asked is told of it. It is no event, since no log has when a resident said something. */
export const DISPUTE_SAID = "collect.dispute-said";

/** The last day to answer. */
export function answerBy(disputedOn: Day): Day {
  return addDays(disputedOn, REPLY_DAYS);
}

type Standing = {
  readonly partnershipId: string;
  readonly owner: string;
  readonly dispute: Dispute;
  /** Whether somebody has looked at the photos that came with it. */
  readonly looks: readonly Look[];
};
export type DisputeWhy = "not-yours" | "dispute-answered" | "reason-needed" | "photo-not-seen" | PersonWhy;

/** «Åtgärdas igen», «Är klart, så här» or «Kan inte, därför att»: read by everybody who holds a receipt of the theme. */
export const answerDispute = command({
  event: "dispute.answered",
  may: (person: Person, _input: unknown, { partnershipId, owner }: Standing): Refusal<DisputeWhy> | undefined =>
    grantFor(person, partnershipId, CAMPAIGN_LEADERS)?.organisationId === owner ? undefined : { why: "not-yours" },
  decide: (
    { reply, text }: { readonly reply: DisputeReply; readonly text: string },
    { dispute, looks }: Standing,
    moment,
  ): Result<Replied, Refusal<DisputeWhy>> => {
    if (!isOpen(dispute)) return no("dispute-answered");
    const unseen = unlooked(looks);
    if (unseen !== undefined) return unseen;
    if (text.trim() === "") return no("reason-needed", { field: "text" });
    const person = personRefused({ text });
    if (person !== undefined) return { ok: false, refusal: person };
    return yes({ kind: reply, text: text.trim(), on: dayOf(moment.at) });
  },
});
