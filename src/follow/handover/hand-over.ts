// Handing over: somebody leaves on a day, and what they held is held by somebody else the day after. Work belongs to the role, so what moves is the role itself (journeys.md, journey 20).
import { personIn } from "../../collect/person-in-text.ts";
import { command } from "../../ground/command.ts";
import { type Grant, grantFor, type Person, ROLES, type Role } from "../../ground/party.ts";
import { no, type Refusal, type Result, yes } from "../../ground/result.ts";
import { addDays, dayOf, type Day, type Instant, weekdayOf } from "../../ground/time.ts";
import { type NewInvitation, SPOKESPEOPLE } from "../../partnership/people.ts";

/** Somebody who is here already, or somebody who is invited now. */
export type Successor =
  | { readonly kind: "here"; readonly personId: string }
  | { readonly kind: "invited"; readonly name: string; readonly title: string };
export type Plan = { readonly leaverId: string; readonly lastDay: Day; readonly successor: Successor };

export type HandOver = {
  readonly id: string;
  readonly organisationId: string;
  readonly leaverId: string;
  readonly role: Role;
  readonly successorId: string | undefined;
  readonly invitationId: string | undefined;
  readonly lastDay: Day;
  readonly plannedAt: Instant;
  readonly calledOffAt: Instant | undefined;
  readonly endedAt: Instant | undefined;
  readonly takenAt: Instant | undefined;
  /** From then on nobody gets the roles by it. */
  readonly fallenAt: Instant | undefined;
};

/** Who works here, a row a role. */
export type Holder = {
  readonly personId: string;
  readonly name: string;
  readonly organisationId: string;
  readonly role: Role;
  readonly title: string;
};

export type HandOverWhy =
  | "not-yours"
  | "names-a-person"
  | "not-found"
  | "only-administrator"
  | "their-only-administrator"
  | "leaver-works-here"
  | "successor-works-here"
  | "is-leaving"
  | "hand-over-closed";
export type Here = {
  readonly partnershipId: string;
  readonly organisation: string;
  readonly holders: readonly Holder[];
  readonly handOvers: readonly HandOver[];
};

/** Whoever speaks for the organisation reads what is handed over, and hands it over. */
export function keeperIn(person: Person, partnershipId: string): Grant | undefined {
  return grantFor(person, partnershipId, SPOKESPEOPLE);
}
const keeps = (person: Person, _input: unknown, { partnershipId }: Pick<Here, "partnershipId">) =>
  keeperIn(person, partnershipId) === undefined ? ({ why: "not-yours" } as Refusal<HandOverWhy>) : undefined;

export const isAhead = ({ calledOffAt, endedAt }: HandOver): boolean =>
  calledOffAt === undefined && endedAt === undefined;

/** The role that others know somebody by: whoever leads the work is known by that. */
const KNOWN_BY: readonly Role[] = ["coordinator", "liaison", "administrator", ...ROLES];
export function knownBy(roles: readonly Role[]): Role {
  return KNOWN_BY.find((role) => roles.includes(role)) ?? "reader";
}

/** A signature is by a mandate, and a mandate is given to a person by a body: it is never handed over. */
export const isHandedOver = (role: Role): boolean => role !== "signatory";

/** That nobody would be left who can let anybody in, when the leaver's roles end and the successor has them or is not here. */
export function leavesNoAdministrator(
  holders: readonly Holder[],
  { organisationId, leaverId, successorId }: Pick<HandOver, "organisationId" | "leaverId" | "successorId">,
): boolean {
  const administrators = holders.filter((one) => one.organisationId === organisationId && one.role === "administrator");
  const isHere = holders.some((one) => one.personId === successorId && one.organisationId === organisationId);
  return administrators.length > 0 && administrators.every(({ personId }) => personId === leaverId) && !isHere;
}

/** For so long the other party is told that somebody new has come, and the new one what to begin with. */
export const NEW_DAYS = 14;

/** The last day on which the roles are there to be taken: nobody is given them by what was decided long ago. */
export function takenBy({ lastDay, plannedAt }: Pick<HandOver, "lastDay" | "plannedAt">): Day {
  const planned = dayOf(plannedAt);
  return addDays(planned > lastDay ? planned : lastDay, NEW_DAYS);
}

/** Somebody may still get the roles by it. */
export const isOpen = ({ calledOffAt, takenAt, fallenAt }: HandOver): boolean =>
  calledOffAt === undefined && takenAt === undefined && fallenAt === undefined;

/** That the account is not closed yet, though the last day may have been: nobody would be left who can let anybody in. */
export const waitsForAdministrator = (handOver: HandOver, holders: readonly Holder[]): boolean =>
  isAhead(handOver) &&
  leavesNoAdministrator(holders, handOver.fallenAt === undefined ? handOver : { ...handOver, successorId: undefined });

export type Turn =
  | { readonly event: "role.handed-over"; readonly isTaken: boolean; readonly isFallen: boolean }
  | { readonly event: "role.hand-over-fell"; readonly isTaken: false; readonly isFallen: true };

/**
 * What is to be done with a hand-over now; nothing while the last day goes on, when it is done, and while nobody would be left who can let anybody in. A successor who comes in late
 * gets what is theirs the hour after, for two weeks. It falls when the successor works here no more, and does not rise when they come back.
 */
export function turnOf(handOver: HandOver, holders: readonly Holder[], today: Day): Turn | undefined {
  const { successorId, organisationId } = handOver;
  const isHere = holders.some((one) => one.personId === successorId && one.organisationId === organisationId);
  const falls = isOpen(handOver) && (today > takenBy(handOver) || (successorId !== undefined && !isHere));
  const isTaken = isOpen(handOver) && isHere && !falls;
  const at = falls ? { ...handOver, successorId: undefined } : handOver;
  if (isAhead(handOver) && handOver.lastDay < today && !waitsForAdministrator(at, holders))
    return { event: "role.handed-over", isTaken, isFallen: falls };
  if (falls) return { event: "role.hand-over-fell", isTaken: false, isFallen: true };
  return handOver.endedAt !== undefined && isTaken
    ? { event: "role.handed-over", isTaken: true, isFallen: false }
    : undefined;
}

/** Since when it is known that nobody gets the roles of somebody who has left. */
export function untakenSince({ endedAt, takenAt, fallenAt, calledOffAt }: HandOver): Instant | undefined {
  const since = fallenAt ?? calledOffAt;
  if (endedAt === undefined || takenAt !== undefined || since === undefined) return undefined;
  return since > endedAt ? since : endedAt;
}

/** Nobody took over, and nobody has the role by other means: told for two weeks, and of whoever speaks for the organisation until somebody does. */
export function standsEmpty(handOver: HandOver, holders: readonly Holder[], today: Day): boolean {
  const { organisationId, role } = handOver;
  const since = untakenSince(handOver);
  if (since === undefined) return false;
  if (holders.some((one) => one.organisationId === organisationId && one.role === role)) return false;
  return SPOKESPEOPLE.includes(role) || isRecent(since, today);
}
export const isRecent = (since: Instant, today: Day): boolean => today <= addDays(dayOf(since), NEW_DAYS);

type Planned = {
  readonly handOver: HandOver;
  readonly invited: (NewInvitation & { readonly id: string }) | undefined;
  /** The last day has been: it is done at once. */
  readonly turn: Turn | undefined;
};

export const planHandOver = command({
  event: "role.hand-over-planned",
  may: keeps,
  decide: ({ leaverId, lastDay, successor }: Plan, state: Here, moment): Result<Planned, Refusal<HandOverWhy>> => {
    const own = keeperIn(moment.by, state.partnershipId);
    if (own === undefined) return no("not-yours");
    const { organisationId } = own;
    const of = (personId: string) =>
      state.holders.filter((one) => one.personId === personId && one.organisationId === organisationId);
    const held = of(leaverId);
    const [first] = held;
    if (first === undefined) return no("leaver-works-here", { field: "leaverId" });
    if (state.handOvers.some((one) => isAhead(one) && one.leaverId === leaverId))
      return no("is-leaving", { field: "leaverId" });
    const successorId = successor.kind === "here" ? successor.personId : undefined;
    if (successorId !== undefined && (successorId === leaverId || of(successorId).length === 0))
      return no("successor-works-here", { field: "successor" });
    if (leavesNoAdministrator(state.holders, { organisationId, leaverId, successorId }))
      return leaverId === moment.by.id
        ? no("only-administrator", { detail: { organisation: state.organisation } })
        : no("their-only-administrator", { detail: { organisation: state.organisation, name: first.name } });
    const role = knownBy(held.map((one) => one.role));
    const invited =
      successor.kind === "here"
        ? undefined
        : {
            id: moment.newId(),
            organisationId,
            // Whoever signs gets their mandate from a body, and comes in to read until then.
            role: isHandedOver(role) ? role : ("reader" as const),
            title: successor.title.trim(),
            name: successor.name.trim(),
          };
    const handOver: HandOver = {
      id: moment.newId(),
      organisationId,
      leaverId,
      role,
      successorId,
      invitationId: invited?.id,
      lastDay,
      plannedAt: moment.at,
      calledOffAt: undefined,
      endedAt: undefined,
      takenAt: undefined,
      fallenAt: undefined,
    };
    return yes({ handOver, invited, turn: turnOf(handOver, state.holders, dayOf(moment.at)) });
  },
});

export const callOffHandOver = command({
  event: "role.hand-over-called-off",
  may: keeps,
  decide: (
    { id }: { readonly id: string },
    { partnershipId, handOvers }: Here,
    moment,
  ): Result<HandOver, Refusal<HandOverWhy>> => {
    const own = keeperIn(moment.by, partnershipId);
    const found = handOvers.find((one) => one.id === id && one.organisationId === own?.organisationId);
    if (found === undefined) return no("not-found");
    // Also of whoever has left already: the roles that nobody has taken are there for nobody then.
    const isDone = found.calledOffAt !== undefined || found.takenAt !== undefined;
    return isDone ? no("hand-over-closed") : yes({ ...found, calledOffAt: moment.at });
  },
});

/** «Ny samordnare i Ockelbo från måndag»: the first working day after the last one. */
export function beginsOn({ lastDay }: Pick<HandOver, "lastDay">): Day {
  const next = addDays(lastDay, 1);
  const weekday = weekdayOf(next);
  return weekday > 5 ? addDays(next, 8 - weekday) : next;
}

export function isNew(handOver: HandOver, today: Day): boolean {
  const { calledOffAt, fallenAt } = handOver;
  return calledOffAt === undefined && fallenAt === undefined && today <= addDays(beginsOn(handOver), NEW_DAYS);
}

export type KeptNote = {
  readonly key: string;
  /** What it is about, as the dossier said it; read also when the row is gone. */
  readonly about: string;
  readonly note: string;
  readonly organisationId: string;
  readonly office: string;
  readonly on: Day;
};

/** «Gå igenom»: looked at, with a sentence where there is one to say. */
export const goThrough = command({
  event: "hand-over.gone-through",
  may: keeps,
  decide: (
    { key, note }: Pick<KeptNote, "key" | "note">,
    { partnershipId, about }: Pick<Here, "partnershipId"> & Pick<KeptNote, "about">,
    moment,
  ): Result<KeptNote, Refusal<HandOverWhy>> => {
    const own = keeperIn(moment.by, partnershipId);
    if (own === undefined) return no("not-yours");
    if (personIn(note) !== undefined) return no("names-a-person", { field: "note" });
    const { organisationId, title: office } = own;
    return yes({ key, about, note: note.trim(), organisationId, office, on: dayOf(moment.at) });
  },
});
