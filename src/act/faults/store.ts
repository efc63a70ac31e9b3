// The fault-reporting system and what has been sent to it. A report is tried by one server at a time; one that fell in the middle of it leaves it to a person.
import { type JoinBuilder, type Selectable, sql } from "kysely";
import { CATEGORIES, type Category } from "../../collect/category.ts";
import type { Position } from "../../ground/place.ts";
import { type Instant, instantOf, millisecondsOf } from "../../ground/time.ts";
import type { Within } from "../../partnership/tables.ts";
import type { Origin } from "../items/item.ts";
import type { ActDatabase } from "../tables.ts";
import { isSame, type NewReport, type SendOutcome } from "./fault-report.ts";
import type { Chosen, FaultSystem, NewSystem, SystemFault } from "./fault-system.ts";
import type { CaseStatus, FaultType, Format } from "./geo-report.ts";
import type { FaultReportRow, FaultSystemRow } from "./tables.ts";

type Tx = Within<ActDatabase>;

const systemOf = (row: Selectable<FaultSystemRow>): FaultSystem => ({
  partnershipId: row.partnership_id,
  address: row.address,
  jurisdiction: row.jurisdiction,
  hasKey: row.has_key,
  format: row.format ?? undefined,
  types: row.types,
  typesAt: row.types_at ?? undefined,
  isAsked: row.asked_at !== null,
  fault: row.fault ?? undefined,
  chosen: row.chosen,
});

export async function systemIn(tx: Tx, partnershipId: string): Promise<FaultSystem | undefined> {
  const row = await tx
    .selectFrom("fault_system")
    .selectAll()
    .where("partnership_id", "=", partnershipId)
    .executeTakeFirst();
  return row && systemOf(row);
}

/** Its types are asked for anew; those of another address or jurisdiction are not its own. */
export async function setSystem(
  tx: Tx,
  { partnershipId, municipalityId, at }: { partnershipId: string; municipalityId: string; at: Instant },
  { address, jurisdiction, key }: NewSystem,
): Promise<void> {
  const before = await systemIn(tx, partnershipId);
  const has_key = key === undefined ? before?.hasKey === true : key !== "";
  const set = { address, jurisdiction, has_key, set_at: at, asked_at: at, fault: null };
  const forgotten = isSame(before, { address, jurisdiction })
    ? {}
    : { format: null, types: "[]", types_at: null, chosen: "[]" };
  if (before === undefined)
    await tx
      .insertInto("fault_system")
      .values({ ...set, partnership_id: partnershipId, organisation_id: municipalityId, types: "[]", chosen: "[]" })
      .execute();
  else
    await tx
      .updateTable("fault_system")
      .set({ ...set, ...forgotten })
      .where("partnership_id", "=", partnershipId)
      .execute();
  if (key === undefined) return;
  await tx.deleteFrom("fault_system_secret").where("partnership_id", "=", partnershipId).execute();
  if (key !== "") await tx.insertInto("fault_system_secret").values({ partnership_id: partnershipId, key }).execute();
}

export async function chooseTypes(tx: Tx, partnershipId: string, chosen: readonly Chosen[]): Promise<void> {
  await tx
    .updateTable("fault_system")
    .set({ chosen: JSON.stringify(chosen) })
    .where("partnership_id", "=", partnershipId)
    .execute();
}

export async function removeSystem(tx: Tx, partnershipId: string): Promise<void> {
  await tx.deleteFrom("fault_system").where("partnership_id", "=", partnershipId).execute();
}

/** What an item is about, and the point where it was seen: a thing's, never somebody's home. Of a road nothing but its name is known. */
export async function aboutItem(
  tx: Tx,
  { id, from }: Pick<Origin, "id" | "from">,
): Promise<{ readonly category: Category; readonly position: Position | undefined }> {
  if (from === "traffic") return { category: "traffic.other", position: undefined };
  const row = await tx
    .selectFrom("protocol_row")
    .innerJoin("observation", "observation.id", "protocol_row.observation_id")
    .select(["observation.category", "observation.place_kind", "observation.lon", "observation.lat"])
    .where("protocol_row.id", "=", id)
    .executeTakeFirst();
  const isPoint = row?.place_kind === "point" && row.lon !== null && row.lat !== null;
  return {
    category: CATEGORIES.find((known) => known === row?.category) ?? "other.other",
    position: isPoint ? [row.lon!, row.lat!] : undefined,
  };
}

/** What is with another system than the one there is. */
const elsewhere = sql<boolean>`not exists (
  select 1 from fault_system s where s.partnership_id = fault_report.partnership_id and s.address = sent_to and s.jurisdiction = sent_jurisdiction)`;

/** The system that a report is with, where it is still the one there is. */
const ofReport = (
  join: JoinBuilder<ActDatabase & { report: FaultReportRow; system: FaultSystemRow }, "report" | "system">,
) =>
  join
    .onRef("system.partnership_id", "=", "report.partnership_id")
    .onRef("system.address", "=", "report.sent_to")
    .onRef("system.jurisdiction", "=", "report.sent_jurisdiction");

/** The one of an item that stands; else the latest that is over. */
export async function reportOf(tx: Tx, itemId: string): Promise<Selectable<FaultReportRow> | undefined> {
  return tx
    .selectFrom("fault_report")
    .selectAll()
    .where((one) => one.or([one("row_id", "=", itemId), one("proposal_id", "=", itemId)]))
    .orderBy((one) =>
      one.or([
        one("state", "in", ["closed", "refused"]),
        one.and([one("state", "in", ["filed", "ticket"]), elsewhere]),
      ]),
    )
    .orderBy("asked_at", "desc")
    .orderBy("id", "desc")
    .limit(1)
    .executeTakeFirst();
}

export async function addReport(
  tx: Tx,
  { partnershipId, origin, by }: { partnershipId: string; origin: Pick<Origin, "id" | "from">; by: string },
  report: NewReport,
): Promise<void> {
  await tx
    .insertInto("fault_report")
    .values({
      id: report.id,
      partnership_id: partnershipId,
      row_id: origin.from === "walk" ? origin.id : null,
      proposal_id: origin.from === "traffic" ? origin.id : null,
      organisation_id: report.organisationId,
      office: report.office,
      sent_by: by,
      asked_at: report.at,
      type_code: report.code,
      type_name: report.typeName,
      text: report.text,
      place: report.place,
      lon: report.position?.[0] ?? null,
      lat: report.position?.[1] ?? null,
      next_try: report.at,
      sent_to: report.to.address,
      sent_jurisdiction: report.to.jurisdiction,
    })
    .execute();
}

/** Found there by somebody; or not, and sent again: the waits between the tries begin anew, the tries are counted on. */
export async function settleReport(tx: Tx, id: string, caseNumber: string | undefined, at: Instant): Promise<void> {
  const set =
    caseNumber === undefined
      ? { state: "waiting" as const, attempts_settled: sql<number>`attempts`, next_try: at, fault: null }
      : { state: "filed" as const, case_number: caseNumber, next_look: at, fault: null };
  await tx.updateTable("fault_report").set(set).where("id", "=", id).where("state", "=", "unsure").execute();
}

/** `claimedAt`: as it stands in the row for as long as nobody has asked anew. */
export type Asked = {
  readonly partnershipId: string;
  readonly address: string;
  readonly jurisdiction: string;
  readonly claimedAt: Instant;
};

/** Longer than one is spoken to in a round: then whoever took it has fallen. */
const ASKED_SECONDS = 180;

/** The next whose types are asked for, taken by this one alone; it is asked again if this one falls. */
export async function claimAsked(tx: Tx, at: Instant): Promise<Asked | undefined> {
  const asked = await tx
    .selectFrom("fault_system")
    .select(["partnership_id as partnershipId", "address", "jurisdiction"])
    .where("asked_at", "<=", at)
    .orderBy("asked_at")
    .orderBy("partnership_id")
    .limit(1)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst();
  if (asked === undefined) return undefined;
  const claimedAt = instantOf(millisecondsOf(at) + ASKED_SECONDS * 1000);
  await tx
    .updateTable("fault_system")
    .set({ asked_at: claimedAt })
    .where("partnership_id", "=", asked.partnershipId)
    .execute();
  return { ...asked, claimedAt };
}

/** Of what was asked; somebody may have set another meanwhile. What was chosen and is there no longer is not chosen. */
export async function keepTypes(
  tx: Tx,
  { partnershipId, claimedAt }: Pick<Asked, "partnershipId" | "claimedAt">,
  read: { readonly format: Format; readonly types: readonly FaultType[] } | { readonly fault: SystemFault },
  at: Instant,
): Promise<void> {
  const of = tx
    .updateTable("fault_system")
    .where("partnership_id", "=", partnershipId)
    .where("asked_at", "=", claimedAt);
  if ("fault" in read) {
    await of.set({ asked_at: null, fault: read.fault }).execute();
    return;
  }
  const { format, types } = read;
  const usable = new Set(types.filter(({ way }) => way === "followed").map(({ code }) => code));
  const chosen = ((await systemIn(tx, partnershipId))?.chosen ?? []).filter(({ code }) => usable.has(code));
  await of
    .set({ asked_at: null, fault: null, format, types: JSON.stringify(types), types_at: at })
    .set({ chosen: JSON.stringify(chosen) })
    .execute();
}

/** Longer than anybody is waited for. */
const SENDING_SECONDS = 60;

/** Whoever fell while sending has left it unsaid whether it came there: that is asked of a person. */
export async function leaveUnsure(tx: Tx, at: Instant): Promise<void> {
  await tx
    .updateTable("fault_report")
    .set({ state: "unsure", fault: "lost" })
    .where("state", "=", "sending")
    .where("tried_at", "<", sql<Instant>`${at}::timestamptz - make_interval(secs => ${SENDING_SECONDS})`)
    .execute();
}

/** What waits for another system than the one there is was written for that other one. */
export async function dropElsewhere(tx: Tx): Promise<void> {
  await tx
    .updateTable("fault_report")
    .set({ state: "refused", fault: "removed" })
    .where("state", "=", "waiting")
    .where(elsewhere)
    .execute();
}

/** The next that is due, taken by this one alone; not of those that have had their time in this round. */
export async function claimReport(tx: Tx, at: Instant, without: readonly string[]) {
  const due = await tx
    .selectFrom("fault_report as report")
    .innerJoin("fault_system as system", ofReport)
    .leftJoin("fault_system_secret as secret", "secret.partnership_id", "report.partnership_id")
    .select(["report.id", "report.partnership_id as partnershipId", "attempts", "attempts_settled as settled"])
    .select(["report.asked_at as askedAt", "type_code as code", "text", "place"])
    .select(["lon", "lat", "address", "jurisdiction", "format", "secret.key"])
    .$if(without.length > 0, (of) => of.where("report.partnership_id", "not in", [...without]))
    .where("state", "=", "waiting")
    .where("next_try", "<=", at)
    .where("format", "is not", null)
    .orderBy("next_try")
    .orderBy("report.id")
    .limit(1)
    .forUpdate("report")
    .skipLocked()
    .executeTakeFirst();
  if (due === undefined) return undefined;
  const attempts = due.attempts + 1;
  await tx
    .updateTable("fault_report")
    .set({ state: "sending", attempts, tried_at: at })
    .where("id", "=", due.id)
    .execute();
  return { ...due, attempts, tries: attempts - due.settled, key: due.key ?? "", format: due.format! };
}

export async function settleSending(
  tx: Tx,
  { id, attempts }: { readonly id: string; readonly attempts: number },
  outcome: SendOutcome,
  {
    status,
    at,
    look,
  }: { readonly status: number | undefined; readonly at: Instant; readonly look: Instant | undefined },
): Promise<void> {
  const seconds = outcome.state === "waiting" ? outcome.seconds : 0;
  await tx
    .updateTable("fault_report")
    .set({
      state: outcome.state,
      status: status ?? null,
      fault: "fault" in outcome ? outcome.fault : null,
      said: "said" in outcome ? outcome.said : "",
      case_number: outcome.state === "filed" ? outcome.caseNumber : null,
      ticket: outcome.state === "ticket" ? outcome.ticket : null,
      next_look: look ?? null,
      next_try: sql<Instant>`${at}::timestamptz + make_interval(secs => ${seconds})`,
    })
    .where("id", "=", id)
    .where("attempts", "=", attempts)
    .where("state", "in", ["sending", "unsure"])
    .execute();
}

/** So many of one system are looked for in one round. */
const MOST_LOOKED = 200;

const dueIn = (tx: Tx, at: Instant) =>
  tx
    .selectFrom("fault_report as report")
    .innerJoin("fault_system as system", ofReport)
    .where("next_look", "<=", at)
    .where("state", "in", ["ticket", "filed"])
    .where("format", "is not", null);

/** Those that have something to be looked for. */
export async function systemsDue(tx: Tx, at: Instant): Promise<readonly string[]> {
  const rows = await dueIn(tx, at)
    .select("report.partnership_id as partnershipId")
    .distinct()
    .orderBy("partnershipId")
    .execute();
  return rows.map(({ partnershipId }) => partnershipId);
}

/** Those that are to be looked for where they were sent, with where that is: taken by this one alone, by moving their next look on first. */
export async function claimLooks(
  tx: Tx,
  { partnershipId, at }: { readonly partnershipId: string; readonly at: Instant },
  nextOf: (one: { readonly askedAt: Instant; readonly caseNumber: string | null }) => Instant | undefined,
) {
  const rows = await dueIn(tx, at)
    .leftJoin("fault_system_secret as secret", "secret.partnership_id", "report.partnership_id")
    .select(["report.id", "report.asked_at as askedAt", "ticket", "case_number as caseNumber"])
    .select(["address", "jurisdiction", "format", "secret.key"])
    .where("report.partnership_id", "=", partnershipId)
    .orderBy("next_look")
    .orderBy("report.id")
    .limit(MOST_LOOKED)
    .forUpdate("report")
    .skipLocked()
    .execute();
  const moved = new Map<Instant | undefined, string[]>();
  for (const row of rows) moved.set(nextOf(row), [...(moved.get(nextOf(row)) ?? []), row.id]);
  for (const [next, ids] of moved) await lookAt(tx, ids, next);
  return rows.map((row) => ({ ...row, format: row.format!, key: row.key ?? "" }));
}

export async function lookAt(tx: Tx, ids: readonly string[], next: Instant | undefined): Promise<void> {
  await tx
    .updateTable("fault_report")
    .set({ next_look: next ?? null })
    .where("id", "in", [...ids])
    .where("state", "in", ["ticket", "filed"])
    .execute();
}

export async function numberTicket(tx: Tx, id: string, caseNumber: string, at: Instant): Promise<void> {
  await tx
    .updateTable("fault_report")
    .set({ state: "filed", case_number: caseNumber, looked_at: at, next_look: at })
    .where("id", "=", id)
    .where("state", "=", "ticket")
    .execute();
}

export async function keepStatus(
  tx: Tx,
  id: string,
  { closed, note, changedAt }: CaseStatus,
  at: Instant,
): Promise<void> {
  await tx
    .updateTable("fault_report")
    .set({ said: note, looked_at: at })
    .$if(closed, (set) => set.set({ state: "closed", closed_at: changedAt ?? at, next_look: null }))
    .where("id", "=", id)
    .where("state", "=", "filed")
    .execute();
}
