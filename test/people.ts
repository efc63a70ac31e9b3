// People as rules know them, for tests of rules: who they are, what they may do, and when they act.
import type { Moment } from "../src/ground/command.ts";
import type { Grant, PartyKind, Person, Role } from "../src/ground/party.ts";
import type { Instant } from "../src/ground/time.ts";

/** The partnership everybody here works in. */
export const PARTNERSHIP = "ockelbo";

/** Somebody with one role for one party; the organisation's id is the party's name. */
export function someone(id: string, party: PartyKind, role: Role): Person {
  const grant: Grant = { partnershipId: PARTNERSHIP, organisationId: party, party, role, title: role };
  return { id, name: id, operator: false, grants: [grant] };
}

export const karin = someone("karin", "municipality", "coordinator");
export const johan = someone("johan", "police", "liaison");
export const sofia = someone("sofia", "police", "signatory");
export const petra = someone("petra", "municipality", "activity-owner");
export const amina = someone("amina", "municipality", "note-taker");
export const ingrid = someone("ingrid", "municipality", "reader");

/** Acting at this time; new ids are new-1, new-2 … */
export function by(person: Person, at = "2026-11-24T09:00:00.000Z"): Moment {
  let made = 0;
  return { at: at as Instant, by: person, newId: () => `new-${(made += 1)}` };
}

/** What was decided; a test that meets a refusal here is wrong. */
export function must<T>(result: { ok: true; value: T } | { ok: false; refusal: { why: string } }): T {
  if (!result.ok) throw new Error(result.refusal.why);
  return result.value;
}

/** The word of the refusal, or "yes". */
export function why(result: { ok: boolean; refusal?: { why: string } }): string | undefined {
  return result.ok ? "yes" : result.refusal?.why;
}
