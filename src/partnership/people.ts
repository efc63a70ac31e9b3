// Who may come in, and as what. A right is always a role, for one organisation, in one partnership, with a reason (product.md, "roles per organisation").
import { command } from "../ground/command.ts";
import { grantFor, grantsIn, type PartyKind, type Person, ROLES, type Role } from "../ground/party.ts";
import { no, yes } from "../ground/result.ts";
import type { Instant } from "../ground/time.ts";

/** Who may invite, and to what: nobody hands out rights for the other organisation. */
export const INVITERS: readonly Role[] = ["administrator", "coordinator"];

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
  readonly expiresAt: Instant;
  readonly usedAt: Instant | undefined;
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
    const own = grantsIn(person, state.partnershipId, INVITERS).some(
      ({ organisationId }) => organisationId === input.organisationId,
    );
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
};

/** A link works once, and not for ever. */
export function openable(invitation: Invitation | undefined, at: Instant) {
  if (invitation === undefined) return no("link-unknown");
  if (invitation.usedAt !== undefined) return no("link-used");
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
    const own = grantsIn(person, state.partnershipId, INVITERS).some(
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
  readonly centre: readonly [number, number];
  readonly coordinatorTitle: string;
};

/** Address words that mean rooms of the house and can never be a partnership (journeys.md, "Information architecture"). */
export const RESERVED_WORDS: ReadonlySet<string> = new Set(
  (
    "lyssna lagesbild prioritera lova gora folj-upp beratta installning granskning drift oversikt min-manad falt logga-in start signera svara kvitto forum " +
    "granska oppna-data api healthz readyz assets demo rundtur problem openapi.json"
  ).split(" "),
);

export const found = command({
  event: "partnership.founded",
  may: (person: Person) => (person.operator ? undefined : { why: "not-yours" as const }),
  decide: (input: Founding, state: { readonly taken: boolean }) => {
    if (RESERVED_WORDS.has(input.slug)) return no("address-reserved", { field: "slug" });
    return state.taken ? no("address-taken", { field: "slug" }) : yes(input);
  },
});

/** May this person read who works here? Everyone who does. */
export function worksIn(person: Person, partnershipId: string): boolean {
  return grantFor(person, partnershipId, ROLES) !== undefined;
}
