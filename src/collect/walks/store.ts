import type { Within } from "../../partnership/tables.ts";
import type { Instant } from "../../ground/time.ts";
import { notesOfWalk, protocolOf, walksOf } from "../store.ts";
import type { CollectDatabase } from "../tables.ts";
import type { Cancelled, Planned, Stop, Walk } from "../walk.ts";
import type { Addressee, Letter } from "./letter.ts";
import { type Arrangement, NOTHING_ARRANGED } from "./meetings.ts";
import type { PointReply } from "./point.ts";
import type { GroupCount } from "./heads.ts";
import type { Desk, NoteWork } from "./protocol.ts";
import { inSeries, type PlacedRow, walkBefore } from "./series.ts";
import type { SheetRow } from "./sheet.ts";
import type { Routed } from "./stops.ts";

type Tx = Within<CollectDatabase>;

// What the protocol is made of

/** Two who decide at once decide one after the other. */
export async function holdWalk(tx: Tx, walkId: string): Promise<void> {
  await tx.selectFrom("walk").select("id").where("id", "=", walkId).forUpdate().execute();
}

/** Whose walk it is: the organisation its source belongs to. */
export async function ownerOfWalk(tx: Tx, { sourceId }: Walk): Promise<string> {
  const source = tx.selectFrom("source").select("owner_organisation_id").where("id", "=", sourceId);
  return (await source.executeTakeFirstOrThrow()).owner_organisation_id;
}

/** Everything a decision about the protocol asks for. */
export async function deskOf(tx: Tx, partnershipId: string, walk: Walk): Promise<Desk> {
  return {
    partnershipId,
    walk,
    ownerOrganisationId: await ownerOfWalk(tx, walk),
    notes: await notesOfWalk(tx, walk.id),
    work: await workOf(tx, walk.id),
    rows: await protocolOf(tx, walk.id),
  };
}

async function workOf(tx: Tx, walkId: string): Promise<NoteWork[]> {
  const rows = await tx.selectFrom("protocol_work").selectAll().where("walk_id", "=", walkId).execute();
  return rows.map((row) => ({
    observationId: row.observation_id,
    mergedInto: row.merged_into ?? undefined,
    text: row.text ?? undefined,
    proposal: row.proposal ?? undefined,
    placeName: row.place_name ?? undefined,
    spotManager: row.spot_manager ?? undefined,
    reviewedRevision: row.reviewed_revision ?? undefined,
  }));
}

export async function putWork(
  tx: Tx,
  partnershipId: string,
  walkId: string,
  { work, at, by }: { readonly work: NoteWork; readonly at: Instant; readonly by: string },
): Promise<void> {
  const reviewed = work.reviewedRevision !== undefined;
  const decided = {
    merged_into: work.mergedInto ?? null,
    text: work.text ?? null,
    proposal: work.proposal ?? null,
    place_name: work.placeName ?? null,
    spot_manager: work.spotManager ?? null,
    reviewed_revision: work.reviewedRevision ?? null,
    reviewed_at: reviewed ? at : null,
    reviewed_by: reviewed ? by : null,
    changed_at: at,
  };
  await tx
    .insertInto("protocol_work")
    .values({ walk_id: walkId, observation_id: work.observationId, partnership_id: partnershipId, ...decided })
    .onConflict((conflict) => conflict.columns(["walk_id", "observation_id"]).doUpdateSet(decided))
    .execute();
}

/** Those that came after the publication wait no longer. */
export async function publishLateRows(tx: Tx, walkId: string): Promise<void> {
  await tx
    .updateTable("protocol_row")
    .set({ waits: false })
    .where("walk_id", "=", walkId)
    .where("waits", "=", true)
    .execute();
}

// How many walked along

/** What each group counted, in the order the groups began. */
export async function countsOf(tx: Tx, walkId: string): Promise<(GroupCount & { readonly toldAt: Instant })[]> {
  const rows = await tx
    .selectFrom("walk_heads")
    .selectAll()
    .where("walk_id", "=", walkId)
    .orderBy("group_id")
    .execute();
  return rows.map((row) => ({
    group: row.group_id,
    heads: row.heads,
    weather: row.weather,
    functions: row.functions,
    written: row.written ?? undefined,
    toldAt: row.told_at,
  }));
}

/** Instead of what the group said before. Seeding is nobody. */
export async function putCount(
  tx: Tx,
  { partnershipId, walkId }: Place,
  { group, heads, weather, functions, written }: GroupCount,
  { at, by }: { readonly at: Instant; readonly by: string | undefined },
): Promise<void> {
  const said = {
    heads: JSON.stringify(heads),
    weather,
    functions,
    written: written ?? null,
    told_by: by ?? null,
  };
  await tx
    .insertInto("walk_heads")
    .values({ walk_id: walkId, partnership_id: partnershipId, group_id: group, told_at: at, ...said })
    .onConflict((conflict) => conflict.columns(["walk_id", "group_id"]).doUpdateSet({ ...said, told_at: at }))
    .execute();
}

// The series

/** Points of a protocol with the stop each was said at. */
export async function placedRowsOf(tx: Tx, walkId: string): Promise<PlacedRow[]> {
  const rows = await protocolOf(tx, walkId);
  const stops = await tx.selectFrom("observation").select(["id", "stop_id"]).where("walk_id", "=", walkId).execute();
  return rows.map((row) => ({
    ...row,
    stopId: stops.find(({ id }) => id === row.observationId)?.stop_id ?? undefined,
  }));
}

/** The walk that came before in the series, with its points; and the addresses of all in it. */
export async function seriesBefore(tx: Tx, partnershipId: string, walk: Walk) {
  const walks = await walksOf(tx, partnershipId);
  const before = walkBefore(walk, walks);
  return {
    series: inSeries(walk, walks),
    before: before && { walk: before, rows: await placedRowsOf(tx, before.id) },
  };
}

// What is said of a walk before it is held

/** Also the name of its source: what was heard on it is known as that. */
export async function putPlan(tx: Tx, walk: Planned): Promise<void> {
  await tx
    .updateTable("walk")
    .set({
      title: walk.title,
      village: walk.village,
      starts_at: walk.startsAt,
      ends_at: walk.endsAt,
      meeting_point: walk.meetingPoint,
      light: walk.light,
      season: walk.season,
      theme: walk.theme,
      functions: walk.functions,
      open_to_all: walk.isOpen,
      revision: walk.revision,
    })
    .where("id", "=", walk.id)
    .execute();
  await tx.updateTable("source").set({ name: walk.title }).where("id", "=", walk.sourceId).execute();
}

export async function cancelWalk(tx: Tx, { id, state, cancelledAt, reason, revision }: Cancelled): Promise<void> {
  await tx
    .updateTable("walk")
    .set({ state, cancelled_at: cancelledAt, cancelled_reason: reason, revision })
    .where("id", "=", id)
    .execute();
}

// The premeeting

export async function addStops(tx: Tx, partnershipId: string, walkId: string, stops: readonly Stop[]): Promise<void> {
  if (stops.length === 0) return;
  await tx
    .insertInto("walk_stop")
    .values(
      stops.map(({ id, number, name, position, question }) => ({
        id,
        walk_id: walkId,
        partnership_id: partnershipId,
        number,
        name,
        lon: position?.[0] ?? null,
        lat: position?.[1] ?? null,
        question,
      })),
    )
    .execute();
}

/** The stops as they were decided; those that are gone stay for the notes that point at them. */
export async function putStops(
  tx: Tx,
  partnershipId: string,
  { walk, added, removed }: Routed,
  at: Instant,
): Promise<void> {
  for (const { id } of removed)
    await tx.updateTable("walk_stop").set({ removed_at: at }).where("id", "=", id).execute();
  for (const { id, number, name, position, question } of walk.stops)
    await tx
      .updateTable("walk_stop")
      .set({ number, name, lon: position?.[0] ?? null, lat: position?.[1] ?? null, question })
      .where("id", "=", id)
      .execute();
  await addStops(tx, partnershipId, walk.id, added);
  await tx
    .updateTable("walk")
    .set({ route: JSON.stringify(walk.route) })
    .where("id", "=", walk.id)
    .execute();
}

/** Also those that were taken away while a phone was out without network: what was noted there comes in. */
export async function stopIdsOf(tx: Tx, walkId: string): Promise<string[]> {
  const rows = await tx.selectFrom("walk_stop").select("id").where("walk_id", "=", walkId).execute();
  return rows.map(({ id }) => id);
}

/** How many notes stand at each stop, of those that whoever asks may see. */
export async function notesAtStops(tx: Tx, walkId: string): Promise<Readonly<Record<string, number>>> {
  const rows = await tx
    .selectFrom("observation")
    .select((count) => ["stop_id", count.fn.countAll<number>().as("notes")])
    .where("walk_id", "=", walkId)
    .where("stop_id", "is not", null)
    .where("withdrawn_at", "is", null)
    .groupBy("stop_id")
    .execute();
  return Object.fromEntries(rows.map(({ stop_id, notes }) => [stop_id ?? "", Number(notes)]));
}

export async function askAtStop(tx: Tx, { id, question }: Stop): Promise<void> {
  await tx.updateTable("walk_stop").set({ question }).where("id", "=", id).execute();
}

// Sheets

export async function sheetRowsOf(tx: Tx, walkId: string): Promise<SheetRow[]> {
  const rows = await tx
    .selectFrom("sheet_row")
    .select(["sheet", "number", "observation_id"])
    .where("walk_id", "=", walkId)
    .orderBy("sheet")
    .orderBy("number")
    .execute();
  return rows.map(({ sheet, number, observation_id }) => ({
    sheet,
    number,
    observationId: observation_id ?? undefined,
  }));
}

export async function putSheetRow(
  tx: Tx,
  partnershipId: string,
  walkId: string,
  { row, at, by }: { readonly row: SheetRow; readonly at: Instant; readonly by: string },
): Promise<void> {
  const typed = { observation_id: row.observationId ?? null, typed_at: at, typed_by: by };
  await tx
    .insertInto("sheet_row")
    .values({ walk_id: walkId, partnership_id: partnershipId, sheet: row.sheet, number: row.number, ...typed })
    .onConflict((conflict) => conflict.columns(["walk_id", "sheet", "number"]).doUpdateSet(typed))
    .execute();
}

// The meetings, and what was sent to whom

type Place = { readonly partnershipId: string; readonly walkId: string };

export async function arrangementOf(tx: Tx, walkId: string): Promise<Arrangement> {
  const row = await tx.selectFrom("walk_arrangement").selectAll().where("walk_id", "=", walkId).executeTakeFirst();
  if (row === undefined) return NOTHING_ARRANGED;
  return {
    premeetingAt: row.premeeting_at ?? undefined,
    aftermeetingAt: row.aftermeeting_at ?? undefined,
    meetingPlace: row.meeting_place,
    registered: row.registered,
  };
}

export async function putArrangement(
  tx: Tx,
  { partnershipId, walkId }: Place,
  { arranged, at }: { readonly arranged: Arrangement; readonly at: Instant },
): Promise<void> {
  const columns = {
    premeeting_at: arranged.premeetingAt ?? null,
    aftermeeting_at: arranged.aftermeetingAt ?? null,
    meeting_place: arranged.meetingPlace,
    registered: arranged.registered,
    changed_at: at,
  };
  await tx
    .insertInto("walk_arrangement")
    .values({ walk_id: walkId, partnership_id: partnershipId, ...columns })
    .onConflict((conflict) => conflict.column("walk_id").doUpdateSet(columns))
    .execute();
}

export async function lettersOf(tx: Tx, walkId: string): Promise<Letter[]> {
  const rows = await tx.selectFrom("walk_letter").selectAll().where("walk_id", "=", walkId).execute();
  return rows.map((row) => ({
    manager: row.spot_manager,
    points: row.points,
    sentAt: row.sent_at,
    replyBy: row.reply_by,
  }));
}

export async function putLetter(tx: Tx, { partnershipId, walkId }: Place, letter: Letter, by: string): Promise<void> {
  const columns = { points: letter.points, sent_at: letter.sentAt, reply_by: letter.replyBy, sent_by: by };
  await tx
    .insertInto("walk_letter")
    .values({ walk_id: walkId, partnership_id: partnershipId, spot_manager: letter.manager, ...columns })
    .onConflict((conflict) => conflict.columns(["walk_id", "spot_manager"]).doUpdateSet(columns))
    .execute();
}

// Phones

/** What each phone said last of this walk. */
export async function phonesOf(tx: Tx, walkId: string): Promise<{ waiting: number; toldAt: Instant }[]> {
  const rows = await tx
    .selectFrom("phone_holding")
    .select(["waiting", "told_at"])
    .where("walk_id", "=", walkId)
    .orderBy("told_at", "desc")
    .execute();
  return rows.map(({ waiting, told_at }) => ({ waiting, toldAt: told_at }));
}

export async function putHolding(
  tx: Tx,
  { partnershipId, walkId }: Place,
  { device, waiting }: { readonly device: string; readonly waiting: number },
  { at, by }: { readonly at: Instant; readonly by: string },
): Promise<void> {
  const told = { waiting, told_at: at };
  await tx
    .insertInto("phone_holding")
    .values({ walk_id: walkId, partnership_id: partnershipId, device_id: device, told_by: by, ...told })
    .onConflict((conflict) => conflict.columns(["walk_id", "device_id", "told_by"]).doUpdateSet(told))
    .execute();
}

// What units say of points they have been sent

/** The points of the municipality's spots that have been sent to it, what is not answered first; and what its units have said of them. */
export async function pointsSent(tx: Tx, partnershipId: string) {
  const rows = await tx
    .selectFrom("protocol_row")
    .innerJoin("walk", "walk.id", "protocol_row.walk_id")
    .innerJoin("walk_letter", (join) =>
      join
        .onRef("walk_letter.walk_id", "=", "protocol_row.walk_id")
        .onRef("walk_letter.spot_manager", "=", "protocol_row.spot_manager"),
    )
    .leftJoin("point_reply", "point_reply.row_id", "protocol_row.id")
    .select(["protocol_row.id", "number", "place_name", "protocol_row.text", "proposal", "answer_kind"])
    .select(["walk.slug", "walk.title", "reply_by", "protocol_row.example"])
    .select(["point_reply.kind", "point_reply.text as said", "may_be", "unit", "replied_at"])
    .where("protocol_row.partnership_id", "=", partnershipId)
    .where("protocol_row.spot_manager", "=", "municipality")
    .where("protocol_row.kind", "<>", "positive")
    .orderBy("reply_by", "desc")
    .orderBy("walk.title")
    .orderBy("number")
    .execute();
  return rows.map((row) => ({
    id: row.id,
    number: row.number,
    placeName: row.place_name,
    text: row.text,
    proposal: row.proposal,
    isAnswered: row.answer_kind !== null,
    walk: { slug: row.slug, title: row.title },
    replyBy: row.reply_by,
    example: row.example,
    reply: replyOf({ ...row, text: row.said }),
  }));
}

/** A point of the municipality's: whether it has been sent, and is decided already. */
export async function pointById(tx: Tx, partnershipId: string, id: string) {
  const row = await tx
    .selectFrom("protocol_row")
    .select(["id", "answer_kind"])
    .select((is) =>
      is
        .exists(
          is
            .selectFrom("walk_letter")
            .select("walk_id")
            .whereRef("walk_letter.walk_id", "=", "protocol_row.walk_id")
            .whereRef("walk_letter.spot_manager", "=", "protocol_row.spot_manager"),
        )
        .as("isSent"),
    )
    .where("partnership_id", "=", partnershipId)
    .where("spot_manager", "=", "municipality")
    .where("id", "=", id)
    .executeTakeFirst();
  return row && { rowId: row.id, isSent: Boolean(row.isSent), isAnswered: row.answer_kind !== null };
}

export async function repliesOf(tx: Tx, walkId: string): Promise<(PointReply & { readonly rowId: string })[]> {
  const rows = await tx
    .selectFrom("point_reply")
    .innerJoin("protocol_row", "protocol_row.id", "point_reply.row_id")
    .select(["row_id", "point_reply.kind", "point_reply.text", "may_be", "unit", "replied_at"])
    .where("walk_id", "=", walkId)
    .execute();
  return rows.flatMap((row) => {
    const reply = replyOf(row);
    return reply === undefined ? [] : [{ ...reply, rowId: row.row_id }];
  });
}

type ReplyColumns = {
  readonly kind: PointReply["kind"] | null;
  readonly text: string | null;
  readonly may_be: Addressee | null;
  readonly unit: string | null;
  readonly replied_at: Instant | null;
};
function replyOf({ kind, text, may_be, unit, replied_at }: ReplyColumns): PointReply | undefined {
  if (kind === null || replied_at === null) return undefined;
  return { kind, text: text ?? "", mayBe: may_be ?? undefined, unit: unit ?? "", repliedAt: replied_at };
}

export async function putReply(
  tx: Tx,
  partnershipId: string,
  { rowId, organisationId, reply, by }: { rowId: string; organisationId: string; reply: PointReply; by: string },
): Promise<void> {
  const columns = {
    organisation_id: organisationId,
    unit: reply.unit,
    kind: reply.kind,
    text: reply.text,
    may_be: reply.mayBe ?? null,
    replied_at: reply.repliedAt,
    replied_by: by,
  };
  await tx
    .insertInto("point_reply")
    .values({ row_id: rowId, partnership_id: partnershipId, ...columns })
    .onConflict((conflict) => conflict.column("row_id").doUpdateSet(columns))
    .execute();
}
