/** The kinds of organisation that can stand behind a promise. Municipality and police always do; others may (domain.md 1.4). */
export type PartyKind = "municipality" | "police" | "other";

/** Why these roles: journeys.md "The people"; each is held for one organisation in one partnership. */
export const ROLES = [
  "coordinator",
  "liaison",
  "signatory",
  "note-taker",
  "activity-owner",
  "reader",
  "administrator",
] as const;
export type Role = (typeof ROLES)[number];

/** One right to act: a role, for an organisation, in a partnership. */
export type Grant = {
  readonly partnershipId: string;
  readonly organisationId: string;
  readonly party: PartyKind;
  readonly role: Role;
  /** The office as the public may read it: "säkerhetschef", "tf. lokalpolisområdeschef". */
  readonly title: string;
};

/** Who acts. A stranger is not a person: strangers never reach a command that needs one. */
export type Person = {
  readonly id: string;
  readonly name: string;
  readonly grants: readonly Grant[];
  readonly operator: boolean;
};

/** The person's grants in a partnership, in the given roles (all roles when none are named). */
export function grantsIn(person: Person, partnershipId: string, roles: readonly Role[] = ROLES): readonly Grant[] {
  return person.grants.filter((grant) => grant.partnershipId === partnershipId && roles.includes(grant.role));
}

/** The first grant that lets the person do it, or undefined. */
export function grantFor(person: Person, partnershipId: string, roles: readonly Role[]): Grant | undefined {
  return grantsIn(person, partnershipId, roles)[0];
}
