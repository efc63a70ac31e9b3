// Who may what where it is prioritised, by role.
import { grantFor, type Person, type Role } from "../ground/party.ts";
import type { Refusal } from "../ground/result.ts";

/** Those who lead the work: plan meetings, note what a body has decided, answer for their organisation. */
export const LEADERS: readonly Role[] = ["coordinator", "liaison"];

type Where = { readonly partnershipId: string };

export const allowed =
  (roles: readonly Role[]) =>
  (person: Person, _input: unknown, { partnershipId }: Where): Refusal<"not-yours"> | undefined =>
    grantFor(person, partnershipId, roles) === undefined ? { why: "not-yours" } : undefined;

/** The organisation a person speaks for here. Asked only after `allowed` has said yes. */
export function organisationOf(person: Person, { partnershipId }: Where, roles: readonly Role[]): string {
  const grant = grantFor(person, partnershipId, roles);
  if (grant === undefined) throw new Error("Asked for whom before asking whether");
  return grant.organisationId;
}
