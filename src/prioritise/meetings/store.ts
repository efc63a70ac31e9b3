import type { Selectable } from "kysely";
import type { Day, Instant } from "../../ground/time.ts";
import type { Within } from "../../partnership/tables.ts";
import type { PrioritiseDatabase } from "../tables.ts";
import type { Listed } from "./agenda.ts";
import type { Approval, CalledOff, Decision, Item, Meeting, Pinned, Presence } from "./meeting.ts";
import type { MeetingDecisionRow, MeetingItemRow, MeetingPictureRow, WorkMeetingRow } from "./tables.ts";

type Tx = Within<PrioritiseDatabase>;

/** Every meeting with its items and what was noted, the latest day first: without the pictures, which are large. There are some ten a year. */
export async function meetingsOf(tx: Tx, partnershipId: string): Promise<Listed[]> {
  const rows = await tx
    .selectFrom("work_meeting")
    .select(["id", "on_day as on", "state", "example"])
    .where("partnership_id", "=", partnershipId)
    .orderBy("on_day", "desc")
    .execute();
  const ids = rows.map(({ id }) => id);
  const [items, decisions] = [await itemsOf(tx, ids), await decisionsOf(tx, ids)];
  return rows.map((row) => ({
    ...row,
    items: inMeeting(items, row.id).map(itemOf),
    decisions: inMeeting(decisions, row.id).map(decisionOf),
  }));
}

const inMeeting = <T extends { meeting_id: string }>(all: readonly T[], id: string) =>
  all.filter(({ meeting_id }) => meeting_id === id);

async function itemsOf(tx: Tx, ids: readonly string[]) {
  if (ids.length === 0) return [];
  return tx.selectFrom("meeting_item").selectAll().where("meeting_id", "in", ids).orderBy("position").execute();
}

async function decisionsOf(tx: Tx, ids: readonly string[]) {
  if (ids.length === 0) return [];
  return (
    tx
      .selectFrom("meeting_decision")
      .selectAll()
      .where("meeting_id", "in", ids)
      // A UUIDv7 sorts by when it was made: what is changed keeps its place.
      .orderBy("id")
      .execute()
  );
}

export async function meetingOn(tx: Tx, partnershipId: string, on: Day): Promise<Meeting | undefined> {
  const rows = await tx
    .selectFrom("work_meeting")
    .selectAll()
    .where("partnership_id", "=", partnershipId)
    .where("on_day", "=", on)
    .execute();
  return (await wholeMeetings(tx, rows))[0];
}

/** Holds a meeting until the transaction ends: of two who write at once the second finds what the first wrote. */
export async function holdMeeting(tx: Tx, partnershipId: string, on: Day): Promise<void> {
  await tx
    .selectFrom("work_meeting")
    .select("id")
    .where("partnership_id", "=", partnershipId)
    .where("on_day", "=", on)
    .forUpdate()
    .execute();
}

async function wholeMeetings(tx: Tx, rows: readonly Selectable<WorkMeetingRow>[]): Promise<Meeting[]> {
  const ids = rows.map(({ id }) => id);
  if (ids.length === 0) return [];
  const [items, decisions] = [await itemsOf(tx, ids), await decisionsOf(tx, ids)];
  const presence = await tx
    .selectFrom("meeting_presence")
    .selectAll()
    .where("meeting_id", "in", ids)
    .orderBy("office")
    .execute();
  const pictures = await tx
    .selectFrom("meeting_picture")
    .selectAll()
    .where("meeting_id", "in", ids)
    .orderBy("id")
    .execute();
  const approvals = await tx
    .selectFrom("meeting_approval")
    .selectAll()
    .where("meeting_id", "in", ids)
    .orderBy("approved_at")
    .execute();
  return rows.map((row) => ({
    id: row.id,
    on: row.on_day,
    state: row.state,
    plannedAt: row.planned_at,
    heldAt: row.held_at ?? undefined,
    approvedAt: row.approved_at ?? undefined,
    contentHash: row.content_hash ?? undefined,
    calledOff:
      row.called_off_at === null
        ? undefined
        : {
            reason: row.called_off_reason ?? "",
            at: row.called_off_at,
            by: row.called_off_by_organisation_id ?? "",
          },
    items: inMeeting(items, row.id).map(itemOf),
    decisions: inMeeting(decisions, row.id).map(decisionOf),
    presence: inMeeting(presence, row.id).map(({ office, number }) => ({ office, number })),
    pictures: inMeeting(pictures, row.id).map(pinnedOf),
    approvals: inMeeting(approvals, row.id).map((one) => ({
      organisationId: one.organisation_id,
      contentHash: one.content_hash,
      at: one.approved_at,
    })),
    example: row.example,
  }));
}

/** What was decided at other meetings. */
export async function decisionsById(tx: Tx, ids: readonly string[]): Promise<Decision[]> {
  if (ids.length === 0) return [];
  const rows = await tx.selectFrom("meeting_decision").selectAll().where("id", "in", ids).execute();
  return rows.map(decisionOf);
}

function itemOf(row: Selectable<MeetingItemRow>): Item {
  return {
    id: row.id,
    kind: row.kind,
    about: row.about,
    decisionId: row.decision_id ?? undefined,
    said: row.said,
    address: row.address,
    question: row.question,
    position: row.position,
    leftOut: row.left_out,
    outcome: row.outcome ?? undefined,
    addedAt: row.added_at,
  };
}

function decisionOf(row: Selectable<MeetingDecisionRow>): Decision {
  return {
    id: row.id,
    itemId: row.item_id,
    kind: row.kind,
    text: row.text,
    organisationId: row.organisation_id ?? undefined,
    unit: row.unit,
    by: row.by_day ?? undefined,
    struck: row.struck,
    version: row.version,
    notedAt: row.noted_at,
    notedBy: row.noted_by_organisation_id,
  };
}

function pinnedOf(row: Selectable<MeetingPictureRow>): Pinned {
  return {
    id: row.id,
    itemId: row.item_id,
    frozen: row.frozen,
    hash: row.hash,
    takenDown: row.taken_down,
    pinnedAt: row.pinned_at,
    pinnedBy: row.pinned_by_organisation_id,
  };
}

export type Of = { readonly partnershipId: string; readonly meeting: Pick<Meeting, "id" | "example"> };

/** A meeting that was planned, with its agenda. */
export async function addMeeting(tx: Tx, partnershipId: string, meeting: Meeting): Promise<void> {
  await tx
    .insertInto("work_meeting")
    .values({
      id: meeting.id,
      partnership_id: partnershipId,
      on_day: meeting.on,
      state: "open",
      planned_at: meeting.plannedAt,
      held_at: null,
      approved_at: null,
      content_hash: null,
      called_off_at: null,
      called_off_reason: null,
      called_off_by_organisation_id: null,
      example: meeting.example,
    })
    .execute();
  await addItems(tx, { partnershipId, meeting }, meeting.items);
}

export async function addItems(tx: Tx, { partnershipId, meeting }: Of, items: readonly Item[]): Promise<void> {
  if (items.length === 0) return;
  await tx
    .insertInto("meeting_item")
    .values(
      items.map((item) => ({
        id: item.id,
        partnership_id: partnershipId,
        meeting_id: meeting.id,
        kind: item.kind,
        about: item.about,
        decision_id: item.decisionId ?? null,
        said: JSON.stringify(item.said),
        address: item.address,
        question: item.question,
        position: item.position,
        left_out: item.leftOut,
        outcome: item.outcome ?? null,
        added_at: item.addedAt,
        example: meeting.example,
      })),
    )
    .execute();
}

export async function saveItem(tx: Tx, { id, leftOut, outcome }: Item): Promise<void> {
  await tx
    .updateTable("meeting_item")
    .set({ left_out: leftOut, outcome: outcome ?? null })
    .where("id", "=", id)
    .execute();
}

export async function addDecision(tx: Tx, { partnershipId, meeting }: Of, decision: Decision): Promise<void> {
  await tx
    .insertInto("meeting_decision")
    .values({
      id: decision.id,
      partnership_id: partnershipId,
      meeting_id: meeting.id,
      item_id: decision.itemId,
      ...notedIn(decision),
      example: meeting.example,
    })
    .execute();
}

export async function saveDecision(tx: Tx, decision: Decision): Promise<void> {
  await tx.updateTable("meeting_decision").set(notedIn(decision)).where("id", "=", decision.id).execute();
}

function notedIn({ kind, text, organisationId, unit, by, struck, version, notedAt, notedBy }: Decision) {
  return {
    kind,
    text,
    organisation_id: organisationId ?? null,
    unit,
    by_day: by ?? null,
    struck,
    version,
    noted_at: notedAt,
    noted_by_organisation_id: notedBy,
  };
}

export async function putPresence(
  tx: Tx,
  { partnershipId, meeting }: Of,
  { office, number }: Presence,
  at: Instant,
): Promise<void> {
  await tx
    .insertInto("meeting_presence")
    .values({
      meeting_id: meeting.id,
      office,
      partnership_id: partnershipId,
      number,
      noted_at: at,
      example: meeting.example,
    })
    .onConflict((conflict) => conflict.columns(["meeting_id", "office"]).doUpdateSet({ number, noted_at: at }))
    .execute();
}

export async function addPicture(tx: Tx, { partnershipId, meeting }: Of, pinned: Pinned): Promise<void> {
  await tx
    .insertInto("meeting_picture")
    .values({
      id: pinned.id,
      partnership_id: partnershipId,
      meeting_id: meeting.id,
      item_id: pinned.itemId,
      frozen: JSON.stringify(pinned.frozen),
      hash: pinned.hash,
      taken_down: pinned.takenDown,
      pinned_at: pinned.pinnedAt,
      pinned_by_organisation_id: pinned.pinnedBy,
      example: meeting.example,
    })
    .execute();
}

export async function takePictureDown(tx: Tx, id: string): Promise<void> {
  await tx.updateTable("meeting_picture").set({ taken_down: true }).where("id", "=", id).execute();
}

export async function saveHeld(tx: Tx, { id, heldAt }: Meeting): Promise<void> {
  await tx
    .updateTable("work_meeting")
    .set({ state: "held", held_at: heldAt ?? null })
    .where("id", "=", id)
    .execute();
}

export async function saveCalledOff(tx: Tx, id: string, { reason, at, by }: CalledOff): Promise<void> {
  await tx
    .updateTable("work_meeting")
    .set({
      state: "called-off",
      called_off_at: at,
      called_off_reason: reason,
      called_off_by_organisation_id: by,
    })
    .where("id", "=", id)
    .execute();
}

/** A party's yes, instead of what it said yes to before. */
export async function putApproval(tx: Tx, { partnershipId, meeting }: Of, approval: Approval): Promise<void> {
  const now = { content_hash: approval.contentHash, approved_at: approval.at };
  await tx
    .insertInto("meeting_approval")
    .values({
      meeting_id: meeting.id,
      organisation_id: approval.organisationId,
      partnership_id: partnershipId,
      ...now,
      example: meeting.example,
    })
    .onConflict((conflict) => conflict.columns(["meeting_id", "organisation_id"]).doUpdateSet(now))
    .execute();
}

/** From here on nothing of it changes. */
export async function saveApproved(tx: Tx, { id, approvedAt, contentHash }: Meeting): Promise<void> {
  await tx
    .updateTable("work_meeting")
    .set({ state: "approved", approved_at: approvedAt ?? null, content_hash: contentHash ?? null })
    .where("id", "=", id)
    .execute();
}
