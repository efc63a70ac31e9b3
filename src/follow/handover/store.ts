import { type Selectable, sql } from "kysely";
import { changeReporter, reporterOfPerson } from "../../collect/weekly/store.ts";
import { dayOf, type Instant } from "../../ground/time.ts";
import {
  endSessionsOf,
  addGrant,
  endGrant,
  endInvitation,
  endInvitationsBy,
  peopleOf,
  personWithGrants,
} from "../../partnership/store.ts";
import { revokeKeys } from "../../partnership/store-keys.ts";
import type { Within } from "../../partnership/tables.ts";
import { mandatesOf, putEnd } from "../../pledge/mandates/store.ts";
import type { FollowDatabase } from "../tables.ts";
import { type HandOver, isAhead, isHandedOver, type KeptNote, type Turn } from "./hand-over.ts";
import type { HandOverRow } from "./tables.ts";

type Tx = Within<FollowDatabase>;

/** With the names of those it is about; whoever was invited has none until they come in. */
export type HeldHandOver = HandOver & {
  readonly leaver: string;
  readonly successor: string;
};

/** The colleague, or whoever has come in by the invitation. */
const takesOver = sql<string | null>`coalesce(hand_over.successor_id, samsyn_takes_over_by(hand_over.invitation_id))`;

const select = (tx: Tx) =>
  tx
    .selectFrom("hand_over")
    .innerJoin("person as leaver", "leaver.id", "hand_over.leaver_id")
    .leftJoin("person as successor", (join) => join.on("successor.id", "=", takesOver))
    .selectAll("hand_over")
    .select(takesOver.as("takes_over"))
    .select(["leaver.name as leaver", "successor.name as successor"]);

/** The latest first. */
export async function handOversOf(tx: Tx, partnershipId: string): Promise<HeldHandOver[]> {
  const rows = await select(tx)
    .where("hand_over.partnership_id", "=", partnershipId)
    .orderBy("hand_over.planned_at", "desc")
    .execute();
  return rows.map(heldOf);
}

/** Held until the transaction ends: two servers, or a server and a person, do not end the same roles twice. */
export async function handOverForTurn(tx: Tx, id: string): Promise<HeldHandOver | undefined> {
  const row = await select(tx).where("hand_over.id", "=", id).forUpdate("hand_over").executeTakeFirst();
  return row && heldOf(row);
}

/** Everywhere, those that there may be something to do with. Needs the system role. */
export async function openHandOvers(tx: Tx) {
  return tx
    .selectFrom("hand_over")
    .select(["id", "partnership_id as partnershipId"])
    .where("called_off_at", "is", null)
    .where("taken_at", "is", null)
    .where((is) => is.or([is("fallen_at", "is", null), is("ended_at", "is", null)]))
    .orderBy("planned_at")
    .execute();
}

type Read = Selectable<HandOverRow> & { leaver: string; successor: string | null; takes_over: string | null };
function heldOf(row: Read): HeldHandOver {
  return {
    id: row.id,
    organisationId: row.organisation_id,
    leaverId: row.leaver_id,
    role: row.role,
    successorId: row.takes_over ?? undefined,
    invitationId: row.invitation_id ?? undefined,
    lastDay: row.last_day,
    plannedAt: row.planned_at,
    calledOffAt: row.called_off_at ?? undefined,
    endedAt: row.ended_at ?? undefined,
    takenAt: row.taken_at ?? undefined,
    fallenAt: row.fallen_at ?? undefined,
    leaver: row.leaver,
    successor: row.successor ?? "",
  };
}

export async function addHandOver(tx: Tx, partnershipId: string, handOver: HandOver): Promise<void> {
  await tx
    .insertInto("hand_over")
    .values({
      id: handOver.id,
      partnership_id: partnershipId,
      organisation_id: handOver.organisationId,
      leaver_id: handOver.leaverId,
      role: handOver.role,
      successor_id: handOver.successorId ?? null,
      invitation_id: handOver.invitationId ?? null,
      last_day: handOver.lastDay,
      planned_at: handOver.plannedAt,
    })
    .execute();
}

/** A link that nobody has come in by leads nowhere when the hand-over is called off. */
export async function callOff(tx: Tx, { id, invitationId }: HandOver, at: Instant): Promise<void> {
  await tx
    .updateTable("hand_over")
    .set({ called_off_at: at })
    .where("id", "=", id)
    .where("taken_at", "is", null)
    .execute();
  if (invitationId !== undefined) await endInvitation(tx, invitationId, at);
}

/**
 * The leaver's roles end, and the successor gets what is the role's: what they had not, and the weekly report that was the leaver's to send. With the last role go keys, sessions and links
 * the leaver has handed out; the database ends calendar addresses by itself, and letters go to nobody who has no role. Needs the system role.
 */
export async function makeTurn(
  tx: Tx,
  handOver: HandOver,
  partnershipId: string,
  turn: Turn,
  { at, newId }: { readonly at: Instant; readonly newId: () => string },
): Promise<void> {
  const ends = turn.event === "role.handed-over" && isAhead(handOver);
  if (ends) await endRoles(tx, handOver, partnershipId, at);
  const endedAt = handOver.endedAt ?? (ends ? at : undefined);
  if (turn.isTaken && handOver.successorId !== undefined)
    await giveRoles(tx, { ...handOver, endedAt }, { partnershipId, successorId: handOver.successorId }, { at, newId });
  await tx
    .updateTable("hand_over")
    .set({
      ...(ends ? { ended_at: at } : {}),
      ...(turn.isTaken ? { taken_at: at } : {}),
      ...(turn.isFallen ? { fallen_at: at } : {}),
    })
    .where("called_off_at", "is", null)
    .where("id", "=", handOver.id)
    .execute();
}

async function endRoles(
  tx: Tx,
  { organisationId, leaverId, invitationId }: HandOver,
  partnershipId: string,
  at: Instant,
) {
  const held = await peopleOf(tx, partnershipId);
  for (const { grantId } of held.filter((one) => one.personId === leaverId && one.organisationId === organisationId))
    await endGrant(tx, grantId, at);
  for (const mandate of await mandatesOf(tx, partnershipId)) {
    if (mandate.personId !== leaverId || mandate.organisationId !== organisationId || mandate.endedAt !== undefined)
      continue;
    const today = dayOf(at);
    const isOver = mandate.to !== undefined && mandate.to < today;
    if (!isOver) await putEnd(tx, { ...mandate, to: mandate.from > today ? mandate.from : today, endedAt: at });
  }
  await endInvitationsBy(tx, { personId: leaverId, partnershipId, organisationId, but: invitationId }, at);
  const left = await personWithGrants(tx, leaverId);
  if (left === undefined || left.grants.length > 0 || left.operator) return;
  await revokeKeys(tx, { personId: leaverId }, at);
  await endSessionsOf(tx, leaverId, at);
}

async function giveRoles(
  tx: Tx,
  { organisationId, leaverId, endedAt, lastDay }: HandOver,
  { partnershipId, successorId }: { readonly partnershipId: string; readonly successorId: string },
  { at, newId }: { readonly at: Instant; readonly newId: () => string },
): Promise<void> {
  const ended = await tx
    .selectFrom("role_grant")
    .select(["role", "title"])
    .where("partnership_id", "=", partnershipId)
    .where("organisation_id", "=", organisationId)
    .where("person_id", "=", leaverId)
    .where("ended_at", "=", endedAt ?? at)
    .execute();
  const has = (await peopleOf(tx, partnershipId)).filter(
    (one) => one.personId === successorId && one.organisationId === organisationId,
  );
  for (const { role, title } of ended)
    if (isHandedOver(role) && !has.some((one) => one.role === role))
      await addGrant(tx, {
        id: newId(),
        partnershipId,
        organisationId,
        personId: successorId,
        role,
        title,
        reason: `tog över efter ${lastDay}`,
        at,
      });
  const reporter = await reporterOfPerson(tx, partnershipId, leaverId);
  // Whoever reports from a place already goes on with that one, and the leaver's waits for somebody.
  const isFree = (await reporterOfPerson(tx, partnershipId, successorId)) === undefined;
  if (reporter?.organisationId === organisationId)
    await changeReporter(tx, { ...reporter, personId: isFree ? successorId : undefined });
}

export async function notesOf(tx: Tx, partnershipId: string, organisationId: string): Promise<KeptNote[]> {
  const rows = await tx
    .selectFrom("hand_over_note")
    .selectAll()
    .where("partnership_id", "=", partnershipId)
    .where("organisation_id", "=", organisationId)
    .orderBy("gone_through_on")
    .orderBy("row_key")
    .execute();
  return rows.map((row) => ({
    key: row.row_key,
    about: row.about,
    note: row.note,
    organisationId: row.organisation_id,
    office: row.office,
    on: row.gone_through_on,
  }));
}

export async function putNote(tx: Tx, partnershipId: string, note: KeptNote): Promise<void> {
  const said = { about: note.about, note: note.note, office: note.office, gone_through_on: note.on };
  await tx
    .insertInto("hand_over_note")
    .values({ ...said, partnership_id: partnershipId, organisation_id: note.organisationId, row_key: note.key })
    .onConflict((conflict) => conflict.columns(["partnership_id", "organisation_id", "row_key"]).doUpdateSet(said))
    .execute();
}
