// Who may come in, and as what. A right is always a role, for one organisation, in one partnership, with a reason (product.md, "roles per organisation").
import { command } from "../ground/command.ts";
import { type Grant, grantFor, grantsIn, type PartyKind, type Person, ROLES, type Role } from "../ground/party.ts";
import { countyTown } from "../ground/municipalities.ts";
import { no, yes } from "../ground/result.ts";
import type { Instant } from "../ground/time.ts";

/**
 * Who speaks for their organisation: lets its people in and out, says yes to a partnership where it works in others already, and comes first where it has nobody
 * yet. Nobody hands out rights for the other organisation; the police have a kommunpolis where the municipality has a coordinator.
 */
export const SPOKESPEOPLE: readonly Role[] = ["administrator", "liaison", "coordinator"];

/** How long a link to come in by stands. */
export const INVITATION_DAYS = 7;

/** Roles that only make sense for one kind of party: the police have no coordinator, the municipality no kommunpolis. */
const ROLE_BELONGS_TO: Readonly<Partial<Record<Role, PartyKind>>> = { coordinator: "municipality", liaison: "police" };

export type Invitation = {
  readonly id: string;
  readonly name: string;
  readonly partnershipId: string | undefined;
  readonly organisationId: string | undefined;
  readonly role: Role | undefined;
  readonly title: string | undefined;
  readonly personId: string | undefined;
  /** It makes a new key for `personId`, who is here already. */
  readonly renewalId: string | undefined;
  readonly expiresAt: Instant;
  readonly usedAt: Instant | undefined;
  /** It is to an organisation's first, and the organisation has come in by another way since. */
  readonly answered: boolean;
  /** How it was checked who it is, by whoever handed it out; only of the other party's first. */
  readonly handedOutHow: string | undefined;
};

export type NewInvitation = {
  readonly organisationId: string;
  readonly role: Role;
  readonly title: string;
  readonly name: string;
};

export const invite = command({
  event: "person.invited",
  may: (
    person: Person,
    input: NewInvitation,
    state: { readonly partnershipId: string; readonly parties: readonly Party[] },
  ) => {
    // The link comes into the hand of whoever invites: never one to the other party (its first is asked for, first/first.ts).
    const inviting = grantsIn(person, state.partnershipId, SPOKESPEOPLE);
    const own = inviting.some(({ organisationId }) => organisationId === input.organisationId);
    return own ? undefined : { why: "only-own-organisation" as const };
  },
  decide: (input, state, moment) => {
    const party = state.parties.find(({ organisationId }) => organisationId === input.organisationId);
    if (party === undefined) return no("only-own-organisation");
    const belongs = ROLE_BELONGS_TO[input.role];
    if (belongs !== undefined && belongs !== party.kind) return no("role-of-other-party", { field: "role" });
    return yes({ id: moment.newId(), ...input });
  },
});

export type Party = {
  readonly organisationId: string;
  readonly kind: PartyKind;
  readonly name: string;
  readonly shortName: string;
  /** Nobody of this party works in the partnership yet. */
  readonly empty: boolean;
  /** It has said yes to working together. */
  readonly accepted: boolean;
  readonly spoken: Spoken;
};

/** Where somebody speaks for an organisation: in the partnership that asks, only in others of this installation, or nowhere yet. */
export type Spoken = "here" | "elsewhere" | "nowhere";

/** A partnership, and the organisation that it waits for. */
export type Asked = {
  readonly partnershipId: string;
  readonly organisationId: string;
  /** Whoever answers has handed out the invitation of one of its organisations. */
  readonly handedOut: boolean;
};

/** An organisation that works elsewhere already says yes to a new partnership: the person becomes its first there, in the same role. */
export const join = command({
  event: "partner.accepted",
  may: (person: Person, _input: unknown, state: Asked) =>
    spokenFor(person, state.organisationId) === undefined ? { why: "not-yours" as const } : undefined,
  decide: (_input: unknown, state: Asked, moment) => {
    const grant = spokenFor(moment.by, state.organisationId);
    if (grant === undefined) return no("not-yours");
    if (state.handedOut) return no("handed-out-here");
    const { organisationId, role, title } = grant;
    return yes({ id: moment.newId(), partnershipId: state.partnershipId, organisationId, role, title });
  },
});

/** The right by which a person speaks for an organisation, in whatever partnership they have it. */
export function spokenFor(person: Person, organisationId: string): Grant | undefined {
  return person.grants.find((grant) => grant.organisationId === organisationId && SPOKESPEOPLE.includes(grant.role));
}

/** A link works once, and not for ever. */
export function openable(invitation: Invitation | undefined, at: Instant) {
  if (invitation === undefined) return no("link-unknown");
  if (invitation.usedAt !== undefined) return no("link-used");
  if (invitation.answered) return no("party-answers-itself");
  return invitation.expiresAt <= at ? no("link-expired") : yes(invitation);
}

export const endRole = command({
  event: "role.ended",
  may: (
    person: Person,
    _input: { readonly grantId: string; readonly reason: string },
    state: {
      readonly partnershipId: string;
      readonly grant: { readonly organisationId: string; readonly personId: string; readonly role: Role };
      readonly administratorsLeft: number;
    },
  ) => {
    const own = grantsIn(person, state.partnershipId, SPOKESPEOPLE).some(
      ({ organisationId }) => organisationId === state.grant.organisationId,
    );
    return own ? undefined : { why: "only-own-organisation" as const };
  },
  decide: (input, state) =>
    // Journey 20: the last administrator cannot leave an organisation that nobody can then let anybody into.
    state.grant.role === "administrator" && state.administratorsLeft === 0 ? no("last-administrator") : yes(input),
});

export type Founding = {
  readonly slug: string;
  readonly municipality: { readonly code: string; readonly name: string };
  readonly county: { readonly code: string; readonly name: string };
  readonly policeName: string;
  readonly centre?: readonly [number, number] | undefined;
  readonly coordinatorTitle: string;
};

/** Address words that mean rooms of the house and can never be a partnership (journeys.md, "Information architecture"). */
export const RESERVED_WORDS: ReadonlySet<string> = new Set(
  (
    "lyssna lagesbild prioritera lova gora folj-upp beratta installning granskning drift oversikt min-manad falt logga-in start signera svara kvitto forum brev " +
    "granska logg loften oppna-data nytt-samarbete api healthz readyz assets demo rundtur problem openapi.json"
  ).split(" "),
);

/** Where the map begins: as asked, or in the county's own town until the municipality brings its outline. */
export function centreOf({ centre, county }: Founding): readonly [number, number] | undefined {
  return centre ?? countyTown({ kind: "county", ...county });
}

export const found = command({
  event: "partnership.founded",
  may: (person: Person) => (person.operator ? undefined : { why: "not-yours" as const }),
  decide: (input: Founding, state: { readonly taken: boolean; readonly handedOut: boolean }, moment) => {
    if (RESERVED_WORDS.has(input.slug)) return no("address-reserved", { field: "slug" });
    if (state.taken) return no("address-taken", { field: "slug" });
    // Whoever founds works for the municipality; whoever let the police in could else be both.
    if (state.handedOut) return no("handed-out-here", { field: "policeName" });
    return centreOf(input) === undefined
      ? no("no-such-county", { field: "county" })
      : yes({ id: moment.newId(), ...input });
  },
});

/** May this person read who works here? Everyone who does. */
export function worksIn(person: Person, partnershipId: string): boolean {
  return grantFor(person, partnershipId, ROLES) !== undefined;
}
