import { sql, type Selectable } from "kysely";
import type { Within } from "../../partnership/tables.ts";
import { withdrawFigures } from "../store-measurements.ts";
import type { CollectDatabase } from "../tables.ts";
import type { Complaint } from "./complaint.ts";
import type { Stretch } from "./stretch.ts";
import type { Meter, TrafficMeasurement } from "./measured.ts";
import type { TrafficMeasurementRow, TrafficProposalRow, TrafficThreadRow } from "./tables.ts";
import type { WithdrawnMeasurement } from "./taken-back.ts";
import type { Proposal, Thread } from "./thread.ts";

type Tx = Within<CollectDatabase>;

// Threads and complaints

/** The latest first. */
export async function threadsOf(tx: Tx, partnershipId: string): Promise<Thread[]> {
  const rows = await tx
    .selectFrom("traffic_thread")
    .selectAll()
    .where("partnership_id", "=", partnershipId)
    .orderBy("number", "desc")
    .execute();
  return rows.map(threadOf);
}

export async function threadByNumber(tx: Tx, partnershipId: string, number: number): Promise<Thread | undefined> {
  const row = await tx
    .selectFrom("traffic_thread")
    .selectAll()
    .where("partnership_id", "=", partnershipId)
    .where("number", "=", number)
    .executeTakeFirst();
  return row && threadOf(row);
}

export async function threadById(tx: Tx, id: string): Promise<Thread | undefined> {
  const row = await tx.selectFrom("traffic_thread").selectAll().where("id", "=", id).executeTakeFirst();
  return row && threadOf(row);
}

/** Until the transaction ends, so that two who act at once act after one another: one thread, or all that are the caller's to change. */
export async function holdThreads(tx: Tx, partnershipId: string, number?: number): Promise<void> {
  let query = tx.selectFrom("traffic_thread").select("id").where("partnership_id", "=", partnershipId);
  if (number !== undefined) query = query.where("number", "=", number);
  await query.orderBy("number").forUpdate().execute();
}

export async function addThread(tx: Tx, partnershipId: string, thread: Thread): Promise<void> {
  await tx
    .insertInto("traffic_thread")
    .values({
      id: thread.id,
      partnership_id: partnershipId,
      number: thread.number,
      owner_organisation_id: thread.ownerOrganisationId,
      place_kind: thread.stretch.kind,
      place_name: thread.stretch.name ?? "",
      geometry: thread.stretch.kind === "segment" ? JSON.stringify(thread.stretch.line) : null,
      opened_at: thread.openedAt,
      example: thread.example,
      ...stateColumns(thread),
    })
    .execute();
}

export async function saveThread(tx: Tx, thread: Thread): Promise<void> {
  await tx.updateTable("traffic_thread").set(stateColumns(thread)).where("id", "=", thread.id).execute();
}

function stateColumns(thread: Thread) {
  const judgement = "judgement" in thread ? thread.judgement : undefined;
  return {
    complaints: thread.complaints,
    road_keeper: thread.roadKeeper ?? null,
    speed_limit: thread.limit ?? null,
    state: thread.state,
    passed_on: "passedOn" in thread ? (thread.passedOn ?? null) : null,
    judgement: judgement?.kind ?? null,
    judgement_sentence: judgement?.sentence ?? null,
    answer: thread.state === "answered" ? thread.answer : null,
    answered_at: thread.state === "answered" ? thread.answeredAt : null,
    taken_back: JSON.stringify(thread.takenBack),
  };
}

function threadOf(row: Selectable<TrafficThreadRow>): Thread {
  const stretch: Stretch =
    row.place_kind === "segment"
      ? { kind: "segment", line: row.geometry ?? [], name: row.place_name }
      : { kind: "area", name: row.place_name };
  const described = {
    id: row.id,
    number: row.number,
    ownerOrganisationId: row.owner_organisation_id,
    stretch,
    complaints: row.complaints,
    openedAt: row.opened_at,
    example: row.example,
    roadKeeper: row.road_keeper ?? undefined,
    limit: row.speed_limit ?? undefined,
    takenBack: row.taken_back,
  };
  const judgement =
    row.judgement === null ? undefined : { kind: row.judgement, sentence: row.judgement_sentence ?? "" };
  switch (row.state) {
    case "received":
    case "measuring":
    case "measured":
      return { ...described, state: row.state };
    case "passed-on":
      return { ...described, state: row.state, passedOn: row.passed_on! };
    case "judged":
    case "acting":
    case "remeasuring":
    case "remeasured":
      return { ...described, state: row.state, judgement: judgement! };
    case "answered": {
      const answered = { answer: row.answer!, answeredAt: row.answered_at! };
      return { ...described, ...answered, state: row.state, judgement, passedOn: row.passed_on ?? undefined };
    }
  }
}

export async function addComplaint(
  tx: Tx,
  partnershipId: string,
  threadId: string,
  complaint: Complaint,
  { observationId, example = false }: { readonly observationId?: string; readonly example?: boolean } = {},
): Promise<void> {
  await tx
    .insertInto("traffic_complaint")
    .values({
      id: complaint.id,
      partnership_id: partnershipId,
      thread_id: threadId,
      owner_organisation_id: complaint.ownerOrganisationId,
      kind: complaint.kind,
      direction: complaint.direction,
      weekdays: JSON.stringify(complaint.weekdays),
      from_hour: complaint.fromHour,
      to_hour: complaint.toHour,
      effect: complaint.effect,
      proposal: complaint.proposal,
      came_by: complaint.cameBy,
      received_on: complaint.receivedOn,
      registry_number: complaint.registryNumber,
      taken_in_at: complaint.takenInAt,
      points: complaint.points === undefined ? null : JSON.stringify(complaint.points),
      observation_id: observationId ?? null,
      example,
    })
    .execute();
}

/** In the order they came; none of another organisation's. */
export async function complaintsOf(tx: Tx, threadId: string): Promise<(Complaint & { readonly disposed: boolean })[]> {
  const rows = await tx
    .selectFrom("traffic_complaint")
    .selectAll()
    .where("thread_id", "=", threadId)
    .orderBy("received_on")
    .orderBy("taken_in_at")
    .execute();
  return rows.map((row) => ({
    id: row.id,
    ownerOrganisationId: row.owner_organisation_id,
    kind: row.kind,
    direction: row.direction,
    weekdays: row.weekdays,
    fromHour: row.from_hour,
    toHour: row.to_hour,
    effect: row.effect,
    proposal: row.proposal,
    cameBy: row.came_by,
    receivedOn: row.received_on,
    registryNumber: row.registry_number,
    takenInAt: row.taken_in_at,
    ...(row.points === null ? {} : { points: row.points }),
    disposed: row.disposed_at !== null,
  }));
}

// Meters and measurements

export async function metersOf(tx: Tx, partnershipId: string): Promise<Meter[]> {
  const rows = await tx
    .selectFrom("traffic_meter")
    .selectAll()
    .where("partnership_id", "=", partnershipId)
    .orderBy("name")
    .execute();
  return rows.map(({ id, name, method, format_key, mapping, last_used_on }) => ({
    id,
    name,
    method,
    formatKey: format_key,
    mapping,
    lastUsedOn: last_used_on,
  }));
}

export async function addMeter(tx: Tx, partnershipId: string, owner: string, meter: Meter): Promise<void> {
  await tx
    .insertInto("traffic_meter")
    .values({
      id: meter.id,
      partnership_id: partnershipId,
      owner_organisation_id: owner,
      name: meter.name,
      format_key: meter.formatKey,
      ...meterColumns(meter),
    })
    .execute();
}

export async function saveMeter(tx: Tx, meter: Meter): Promise<void> {
  await tx.updateTable("traffic_meter").set(meterColumns(meter)).where("id", "=", meter.id).execute();
}

function meterColumns({ method, mapping, lastUsedOn }: Meter) {
  return { method, mapping: JSON.stringify(mapping), last_used_on: lastUsedOn };
}

export async function addTrafficMeasurement(
  tx: Tx,
  partnershipId: string,
  { id: threadId, ownerOrganisationId, example }: Thread,
  measurement: TrafficMeasurement,
  overMeasurementId?: string,
): Promise<void> {
  await tx
    .insertInto("traffic_measurement")
    .values({
      id: measurement.id,
      partnership_id: partnershipId,
      thread_id: threadId,
      owner_organisation_id: ownerOrganisationId,
      file_name: measurement.fileName,
      file_hash: measurement.fileHash,
      meter_name: measurement.meterName,
      method: measurement.method,
      direction: measurement.direction,
      comparison_road: measurement.comparisonRoad ?? null,
      measured_from: measurement.summary.from,
      measured_to: measurement.summary.to,
      vehicles: measurement.summary.n,
      summary: JSON.stringify(measurement.summary),
      odd: JSON.stringify(measurement.odd),
      odd_count: measurement.oddCount,
      flags: JSON.stringify(measurement.flags),
      over_measurement_id: overMeasurementId ?? null,
      example,
    })
    .execute();
}

/** It stands with its reason, and so do its figures among the partnership's measurements. */
export async function withdrawMeasurement(
  tx: Tx,
  { id, withdrawn: { at, reason, threadState } }: WithdrawnMeasurement["measurement"],
): Promise<void> {
  const taken = await tx
    .updateTable("traffic_measurement")
    .set({ withdrawn_at: at, withdrawn_reason: reason, withdrawn_in: threadState })
    .where("id", "=", id)
    .returning("over_measurement_id")
    .executeTakeFirstOrThrow();
  await withdrawFigures(tx, [id, ...(taken.over_measurement_id === null ? [] : [taken.over_measurement_id])], {
    at,
    reason,
  });
}

/** In the order of time they measure; those taken back too, since they stand with their reason. */
export async function measurementsOf(tx: Tx, threadId: string): Promise<TrafficMeasurement[]> {
  const rows = await tx
    .selectFrom("traffic_measurement")
    .selectAll()
    .where("thread_id", "=", threadId)
    .orderBy("measured_from")
    .execute();
  return rows.map(measurementOf);
}

function measurementOf(row: Selectable<TrafficMeasurementRow>): TrafficMeasurement {
  return {
    id: row.id,
    fileName: row.file_name,
    fileHash: row.file_hash,
    meterName: row.meter_name,
    method: row.method,
    direction: row.direction,
    comparisonRoad: row.comparison_road ?? undefined,
    summary: row.summary,
    odd: row.odd,
    oddCount: row.odd_count,
    flags: row.flags,
    withdrawn:
      row.withdrawn_at === null
        ? undefined
        : { at: row.withdrawn_at, reason: row.withdrawn_reason!, threadState: row.withdrawn_in! },
  };
}

/** How many measurements stand in each thread. */
export async function countsOfMeasurements(tx: Tx, partnershipId: string): Promise<ReadonlyMap<string, number>> {
  const rows = await tx
    .selectFrom("traffic_measurement")
    .select(["thread_id", sql<number>`count(*)`.as("count")])
    .where("partnership_id", "=", partnershipId)
    .where("withdrawn_at", "is", null)
    .groupBy("thread_id")
    .execute();
  return new Map(rows.map(({ thread_id, count }) => [thread_id, count]));
}

// Proposals

export async function addProposal(tx: Tx, partnershipId: string, thread: Thread, proposal: Proposal): Promise<void> {
  await tx
    .insertInto("traffic_proposal")
    .values({
      id: proposal.id,
      partnership_id: partnershipId,
      thread_id: thread.id,
      owner_organisation_id: thread.ownerOrganisationId,
      to_organisation_id: proposal.toOrganisationId,
      to_party: proposal.to,
      action: proposal.action,
      what: proposal.what,
      proposed_at: proposal.proposedAt,
      example: thread.example,
      ...replyColumns(proposal),
    })
    .execute();
}

export async function saveReply(tx: Tx, proposal: Proposal): Promise<void> {
  await tx.updateTable("traffic_proposal").set(replyColumns(proposal)).where("id", "=", proposal.id).execute();
}

function replyColumns({ reply }: Proposal) {
  return {
    reply: reply?.kind ?? null,
    reply_reason: reply?.reason ?? null,
    reply_count: reply?.count ?? null,
    replied_at: reply?.repliedAt ?? null,
  };
}

export async function proposalsOf(tx: Tx, threadId: string): Promise<Proposal[]> {
  const rows = await tx
    .selectFrom("traffic_proposal")
    .selectAll()
    .where("thread_id", "=", threadId)
    .orderBy("proposed_at")
    .execute();
  return rows.map(proposalOf);
}

export async function proposalById(tx: Tx, partnershipId: string, id: string): Promise<Proposal | undefined> {
  const row = await tx
    .selectFrom("traffic_proposal")
    .selectAll()
    .where("partnership_id", "=", partnershipId)
    .where("id", "=", id)
    .executeTakeFirst();
  return row && proposalOf(row);
}

function proposalOf(row: Selectable<TrafficProposalRow>): Proposal {
  return {
    id: row.id,
    action: row.action,
    to: row.to_party,
    what: row.what,
    toOrganisationId: row.to_organisation_id,
    proposedAt: row.proposed_at,
    reply:
      row.reply === null
        ? undefined
        : {
            kind: row.reply,
            reason: row.reply_reason ?? "",
            count: row.reply_count ?? undefined,
            repliedAt: row.replied_at!,
          },
  };
}
