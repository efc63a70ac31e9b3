import type { Selectable } from "kysely";
import type { Within } from "../partnership/tables.ts";
import type { Deviation } from "./deviation.ts";
import type { Occasion, Output, StandingOccasion, StruckOccasion } from "./occasion.ts";
import type { ActDatabase, DeviationRow, OccasionOutputRow, OccasionRow } from "./tables.ts";

type Tx = Within<ActDatabase>;

/** What was done, newest first, struck lines with it: the history is part of the answer. */
export async function occasionsOf(tx: Tx, partnershipId: string, activityId?: string): Promise<Occasion[]> {
  let query = tx.selectFrom("occasion").selectAll().where("partnership_id", "=", partnershipId);
  if (activityId !== undefined) query = query.where("activity_id", "=", activityId);
  const rows = await query.orderBy("on_day", "desc").orderBy("id", "desc").execute();
  const outputs = await tx
    .selectFrom("occasion_output")
    .selectAll()
    .where("partnership_id", "=", partnershipId)
    .orderBy("position")
    .execute();
  return rows.map((row) =>
    occasionOf(
      row,
      outputs.filter(({ occasion_id }) => occasion_id === row.id),
    ),
  );
}

/** The line with this id, whatever became of it. */
export async function occasionById(tx: Tx, partnershipId: string, id: string): Promise<Occasion | undefined> {
  const row = await tx
    .selectFrom("occasion")
    .select("activity_id")
    .where("partnership_id", "=", partnershipId)
    .where("id", "=", id)
    .executeTakeFirst();
  return row && (await occasionsOf(tx, partnershipId, row.activity_id)).find((one) => one.id === id);
}

function occasionOf(row: Selectable<OccasionRow>, outputs: readonly Selectable<OccasionOutputRow>[]): Occasion {
  const line = {
    id: row.id,
    activityId: row.activity_id,
    organisationId: row.organisation_id,
    unitName: row.unit_name,
    on: row.on_day,
    count: { value: row.count_value, qualifier: row.count_qualifier },
    counted: row.counted,
    towardTarget: row.toward_target,
    place: row.place,
    note: row.note,
    source: row.source,
    loggedAt: row.logged_at,
    corrects: row.corrects ?? undefined,
    outputs: treeOf(outputs, null),
    example: row.example,
  };
  if (row.state === "stands" || row.struck_at === null) return { ...line, state: "stands" };
  return { ...line, state: row.state, struckAt: row.struck_at, struckReason: row.struck_reason ?? "" };
}

function treeOf(rows: readonly Selectable<OccasionOutputRow>[], parent: string | null): Output[] {
  return rows
    .filter(({ parent_id }) => parent_id === parent)
    .map((row) => ({
      what: row.what,
      count: { value: row.count_value, qualifier: row.count_qualifier },
      relation: row.relation,
      parts: treeOf(rows, row.id),
    }));
}

/** Writes an occasion with what came of it. Also how seeding writes one. `loggedBy` is null for what is imported or seeded. */
export async function addOccasion(
  tx: Tx,
  partnershipId: string,
  occasion: StandingOccasion,
  newId: () => string,
  loggedBy: string | null = null,
): Promise<void> {
  await tx
    .insertInto("occasion")
    .values({
      id: occasion.id,
      partnership_id: partnershipId,
      activity_id: occasion.activityId,
      organisation_id: occasion.organisationId,
      unit_name: occasion.unitName,
      on_day: occasion.on,
      count_value: occasion.count.value,
      count_qualifier: occasion.count.qualifier,
      counted: occasion.counted,
      toward_target: occasion.towardTarget,
      place: JSON.stringify(occasion.place),
      note: occasion.note,
      source: occasion.source,
      logged_at: occasion.loggedAt,
      logged_by: loggedBy,
      state: "stands",
      struck_at: null,
      struck_reason: null,
      corrects: occasion.corrects ?? null,
      example: occasion.example,
    })
    .execute();
  await addOutputs(tx, partnershipId, occasion, occasion.outputs, null, newId);
}

async function addOutputs(
  tx: Tx,
  partnershipId: string,
  occasion: StandingOccasion,
  outputs: readonly Output[],
  parentId: string | null,
  newId: () => string,
): Promise<void> {
  for (const [position, output] of outputs.entries()) {
    const id = newId();
    await tx
      .insertInto("occasion_output")
      .values({
        id,
        partnership_id: partnershipId,
        organisation_id: occasion.organisationId,
        occasion_id: occasion.id,
        parent_id: parentId,
        position,
        what: output.what,
        count_value: output.count.value,
        count_qualifier: output.count.qualifier,
        relation: output.relation,
        example: occasion.example,
      })
      .execute();
    await addOutputs(tx, partnershipId, occasion, output.parts, id, newId);
  }
}

/**
 * Holds a line until the transaction ends, so that two who correct it at once do so one after the other: the second then finds it struck.
 * Holds nothing that the caller may not strike.
 */
export async function holdOccasion(tx: Tx, id: string): Promise<void> {
  await tx.selectFrom("occasion").select("id").where("id", "=", id).forUpdate().execute();
}

/** Strikes a line; it stays in the history with its reason. */
export async function strike(tx: Tx, struck: StruckOccasion): Promise<void> {
  await tx
    .updateTable("occasion")
    .set({ state: struck.state, struck_at: struck.struckAt, struck_reason: struck.struckReason })
    .where("id", "=", struck.id)
    .where("struck_at", "is", null)
    .execute();
}

/** What did not happen, newest first, also what has been taken back: the history is part of the answer. */
export async function deviationsOf(tx: Tx, partnershipId: string): Promise<Deviation[]> {
  const rows = await tx
    .selectFrom("deviation")
    .selectAll()
    .where("partnership_id", "=", partnershipId)
    .orderBy("on_day", "desc")
    .execute();
  return rows.map(deviationOf);
}

/** Only what stands: what later stages count. */
export async function standingDeviationsOf(tx: Tx, partnershipId: string): Promise<Deviation[]> {
  return (await deviationsOf(tx, partnershipId)).filter(({ struck }) => struck === undefined);
}

function deviationOf(row: Selectable<DeviationRow>): Deviation {
  return {
    id: row.id,
    activityId: row.activity_id,
    organisationId: row.organisation_id,
    unitName: row.unit_name,
    on: row.on_day,
    cause: row.cause,
    sentence: row.sentence,
    next:
      row.new_day === null
        ? { kind: "none", because: row.no_new_day_because ?? "" }
        : { kind: "new-day", day: row.new_day },
    notedAt: row.noted_at,
    struck: row.struck_at === null ? undefined : { at: row.struck_at, reason: row.struck_reason ?? "" },
    example: row.example,
  };
}

export async function addDeviation(
  tx: Tx,
  partnershipId: string,
  deviation: Deviation,
  notedBy: string | null = null,
): Promise<void> {
  await tx
    .insertInto("deviation")
    .values({
      id: deviation.id,
      partnership_id: partnershipId,
      activity_id: deviation.activityId,
      organisation_id: deviation.organisationId,
      unit_name: deviation.unitName,
      on_day: deviation.on,
      cause: deviation.cause,
      sentence: deviation.sentence,
      new_day: deviation.next.kind === "new-day" ? deviation.next.day : null,
      no_new_day_because: deviation.next.kind === "none" ? deviation.next.because : null,
      noted_at: deviation.notedAt,
      noted_by: notedBy,
      example: deviation.example,
    })
    .execute();
}

/** Takes a deviation back; it stays in the history with its reason. */
export async function strikeDeviation(tx: Tx, { id, struck }: Deviation): Promise<void> {
  if (struck === undefined) return;
  await tx
    .updateTable("deviation")
    .set({ struck_at: struck.at, struck_reason: struck.reason })
    .where("id", "=", id)
    .where("struck_at", "is", null)
    .execute();
}
