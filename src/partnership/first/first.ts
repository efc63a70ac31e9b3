// The first of the other organisation. Everything a promise rests on takes one person from each, so whoever asks for the other's first never holds their link:
// somebody who runs the installation, and works with neither, checks who it is and hands it out (docs/decisions/0026).
import { command } from "../../ground/command.ts";
import { grantsIn, type PartyKind, type Person, type Role } from "../../ground/party.ts";
import { no, type Refusal, yes } from "../../ground/result.ts";
import type { Instant } from "../../ground/time.ts";
import { type Party, SPOKESPEOPLE } from "../people.ts";

/** How long somebody waits to be handed their invitation. */
export const ASKED_DAYS = 30;

/** What the other party's first becomes: the one who does its daily work. */
const FIRST_ROLE: Readonly<Record<PartyKind, Role>> = {
  municipality: "coordinator",
  police: "liaison",
  other: "administrator",
};

export type FirstWhy = "only-own-organisation" | "party-answers-itself" | "hands-out-own" | "asked-no-longer";

export type NewFirst = { readonly organisationId: string; readonly title: string; readonly name: string };

export const askFirst = command({
  event: "invitation.asked",
  may: (
    person: Person,
    _input: NewFirst,
    state: { readonly partnershipId: string; readonly parties: readonly Party[] },
  ): Refusal<FirstWhy> | undefined =>
    grantsIn(person, state.partnershipId, SPOKESPEOPLE).length > 0 ? undefined : { why: "only-own-organisation" },
  decide: (input, state, moment) => {
    const party = state.parties.find(({ organisationId }) => organisationId === input.organisationId);
    if (party === undefined) return no<FirstWhy>("only-own-organisation");
    if (party.spoken !== "nowhere") return no<FirstWhy>("party-answers-itself");
    return yes({ id: moment.newId(), ...input, role: FIRST_ROLE[party.kind] });
  },
});

/** An invitation that was asked for, as it is looked at by whoever hands it out. */
export type AskedFirst = {
  readonly id: string;
  readonly partnershipId: string;
  readonly organisationId: string;
  readonly askedBy: string;
  readonly expiresAt: Instant;
  readonly handedOutAt: Instant | undefined;
};

export type HandingOut = {
  readonly asked: AskedFirst;
  readonly spoken: boolean;
  /** Whoever hands out works, or has worked, where the organisation is a party. */
  readonly worked: boolean;
};

/** Why an invitation is not this person's to hand out: stands in the button's place, and refuses on the server. */
export function handingOutRefused(
  person: Pick<Person, "id">,
  { asked, spoken, worked }: HandingOut,
  at: Instant,
): Refusal<FirstWhy> | undefined {
  // Also who has left: they could else put a name of their own in the municipality's place, end their role, and be the police too.
  if (worked || person.id === asked.askedBy) return { why: "hands-out-own" };
  if (spoken) return { why: "party-answers-itself" };
  return asked.handedOutAt === undefined && at < asked.expiresAt ? undefined : { why: "asked-no-longer" };
}

export const handOut = command({
  event: "invitation.handed-out",
  may: (person: Person, _input: { readonly id: string; readonly how: string }, _state: HandingOut) =>
    person.operator ? undefined : { why: "not-yours" as const },
  decide: (input: { readonly id: string; readonly how: string }, state: HandingOut, moment) => {
    const refusal = handingOutRefused(moment.by, state, moment.at);
    return refusal === undefined ? yes({ ...input, asked: state.asked }) : { ok: false as const, refusal };
  },
});
