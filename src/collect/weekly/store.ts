import { sql, type Selectable } from "kysely";
import type { Position } from "../../ground/place.ts";
import type { Day, Instant } from "../../ground/time.ts";
import type { Within } from "../../partnership/tables.ts";
import type { Category } from "../category.ts";
import type { CollectDatabase } from "../tables.ts";
import type { Filed } from "./coverage.ts";
import type { Answer, Report, ReportedEvent } from "./report.ts";
import type { Absence, Reporter } from "./reporter.ts";
import type { WeeklyReporterRow, WeeklyReportRow } from "./tables.ts";
import { PRESET_TREE, type Tree } from "./tree.ts";

type Tx = Within<CollectDatabase>;
/** `example` only where the demo's own rows are put in. */
type Example = { readonly example?: boolean };

// The tree

/** What is asked about here: as the partnership has made it, else as it comes. */
export async function treeOf(tx: Tx, partnershipId: string): Promise<Tree> {
  const row = await tx
    .selectFrom("weekly_tree")
    .select(["name", "branches"])
    .where("partnership_id", "=", partnershipId)
    .executeTakeFirst();
  return row ?? PRESET_TREE;
}

export async function saveTree(tx: Tx, partnershipId: string, tree: Tree, at: Instant): Promise<void> {
  const columns = { name: tree.name, branches: JSON.stringify(tree.branches), changed_at: at };
  await tx
    .insertInto("weekly_tree")
    .values({ partnership_id: partnershipId, ...columns })
    .onConflict((on) => on.column("partnership_id").doUpdateSet(columns))
    .execute();
}

// Reporters

export async function reportersOf(tx: Tx, partnershipId: string) {
  const rows = await tx
    .selectFrom("weekly_reporter")
    .innerJoin("organisation", "organisation.id", "weekly_reporter.organisation_id")
    .selectAll("weekly_reporter")
    .select(["organisation.kind as party", "organisation.short_name as owner"])
    .where("partnership_id", "=", partnershipId)
    .orderBy("area")
    .orderBy("role")
    .orderBy("weekly_reporter.id")
    .execute();
  return rows.map((row) => ({ ...reporterOf(row), party: row.party, owner: row.owner, example: row.example }));
}

export async function reporterOfPerson(tx: Tx, partnershipId: string, personId: string): Promise<Reporter | undefined> {
  const row = await tx
    .selectFrom("weekly_reporter")
    .selectAll()
    .where("partnership_id", "=", partnershipId)
    .where("person_id", "=", personId)
    .executeTakeFirst();
  return row && reporterOf(row);
}

export async function addReporter(
  tx: Tx,
  partnershipId: string,
  reporter: Reporter,
  { example = false }: Example = {},
): Promise<void> {
  await tx
    .insertInto("weekly_reporter")
    .values({
      id: reporter.id,
      partnership_id: partnershipId,
      organisation_id: reporter.organisationId,
      since: reporter.since,
      example,
      ...changeable(reporter),
    })
    .execute();
}

export async function changeReporter(tx: Tx, reporter: Reporter): Promise<void> {
  await tx.updateTable("weekly_reporter").set(changeable(reporter)).where("id", "=", reporter.id).execute();
}

function changeable({ personId, role, area, places, endedOn }: Reporter) {
  return { person_id: personId ?? null, role, area, places: JSON.stringify(places), ended_on: endedOn ?? null };
}

function reporterOf(row: Selectable<WeeklyReporterRow>): Reporter {
  return {
    id: row.id,
    organisationId: row.organisation_id,
    personId: row.person_id ?? undefined,
    role: row.role,
    area: row.area,
    places: row.places,
    since: row.since,
    endedOn: row.ended_on ?? undefined,
  };
}

/** Who can be named as a reporter: those who collect for an organisation here. */
export async function collectorsIn(tx: Tx, partnershipId: string, roles: readonly string[]) {
  return tx
    .selectFrom("role_grant")
    .select(["person_id as personId", "organisation_id as organisationId"])
    .where("partnership_id", "=", partnershipId)
    .where("ended_at", "is", null)
    .where(sql<string>`role`, "in", [...roles])
    .execute();
}

// Absences

export async function absencesOf(tx: Tx, partnershipId: string): Promise<Absence[]> {
  return tx
    .selectFrom("weekly_absence")
    .select(["id", "reporter_id as reporterId", "from_day as from", "until_day as until"])
    .where("partnership_id", "=", partnershipId)
    .execute();
}

export async function addAbsence(
  tx: Tx,
  partnershipId: string,
  absence: Absence,
  { example = false }: Example = {},
): Promise<void> {
  await tx
    .insertInto("weekly_absence")
    .values({
      id: absence.id,
      partnership_id: partnershipId,
      reporter_id: absence.reporterId,
      from_day: absence.from,
      until_day: absence.until,
      example,
    })
    .execute();
}

// Reports

export async function reportById(tx: Tx, partnershipId: string, id: string): Promise<Report | undefined> {
  const row = await tx
    .selectFrom("weekly_report")
    .selectAll()
    .where("partnership_id", "=", partnershipId)
    .where("id", "=", id)
    .executeTakeFirst();
  return row && reportOf(row);
}

/** What the reporter has sent, the latest week first. */
export async function reportsBy(tx: Tx, reporterId: string, limit: number): Promise<Report[]> {
  const rows = await tx
    .selectFrom("weekly_report")
    .selectAll()
    .where("reporter_id", "=", reporterId)
    .orderBy("week", "desc")
    .orderBy("received_at", "desc")
    .limit(limit)
    .execute();
  return rows.map(reportOf);
}

/** With as many events as the one who asks may see: what is the reporter's organisation's own is not counted to the other. */
export async function filedSince(tx: Tx, partnershipId: string, week: Day): Promise<Filed[]> {
  return tx
    .selectFrom("weekly_report")
    .select(["reporter_id as reporterId", "week"])
    .select((is) =>
      is
        .selectFrom("weekly_event")
        .select(sql<number>`count(*)::int`.as("events"))
        .whereRef("weekly_event.report_id", "=", "weekly_report.id")
        .$asScalar()
        .as("events"),
    )
    .where("partnership_id", "=", partnershipId)
    .where("week", ">=", week)
    .execute();
}

export async function addReport(
  tx: Tx,
  partnershipId: string,
  report: Report,
  events: readonly ReportedEvent[],
  { example = false }: Example = {},
): Promise<void> {
  await tx
    .insertInto("weekly_report")
    .values({
      id: report.id,
      partnership_id: partnershipId,
      reporter_id: report.reporterId,
      week: report.week,
      events: report.events,
      written_at: report.writtenAt,
      received_at: report.receivedAt,
      example,
    })
    .execute();
  if (events.length === 0) return;
  await tx
    .insertInto("weekly_event")
    .values(
      events.map(({ id, observationId, part, severity }) => ({
        id,
        partnership_id: partnershipId,
        report_id: report.id,
        observation_id: observationId,
        part,
        severity,
        example,
      })),
    )
    .execute();
}

function reportOf(row: Selectable<WeeklyReportRow>): Report {
  return {
    id: row.id,
    reporterId: row.reporter_id,
    week: row.week,
    writtenAt: row.written_at,
    receivedAt: row.received_at,
    events: row.events,
  };
}

// Events

export type Told = {
  readonly id: string;
  readonly category: Category;
  readonly text: string;
  readonly placeName: string;
  readonly position: Position | undefined;
  readonly week: Day;
  readonly notedAt: Instant;
  readonly example: boolean;
  /** Everybody who has reported it, the first first. */
  readonly by: readonly { readonly reporterId: string; readonly severity: number }[];
};

/** What has been reported since a week, each event once, the newest first. */
export async function eventsSince(tx: Tx, partnershipId: string, week: Day): Promise<Told[]> {
  const rows = await tx
    .selectFrom("weekly_event")
    .innerJoin("weekly_report", "weekly_report.id", "weekly_event.report_id")
    .innerJoin("observation", "observation.id", "weekly_event.observation_id")
    .select([
      "observation.id as id",
      "observation.category as category",
      "observation.text as text",
      "observation.place_name as placeName",
      "observation.lon as lon",
      "observation.lat as lat",
      "observation.noted_at as notedAt",
      "observation.example as example",
      "weekly_report.week as week",
      "weekly_report.reporter_id as reporterId",
      "weekly_event.severity as severity",
    ])
    .where("weekly_event.partnership_id", "=", partnershipId)
    .where("weekly_report.week", ">=", week)
    .where("observation.withdrawn_at", "is", null)
    .orderBy("weekly_report.week")
    .orderBy("weekly_report.received_at")
    .orderBy("weekly_event.id")
    .execute();
  const told = new Map<string, Told>();
  for (const { reporterId, severity, lon, lat, ...row } of rows) {
    const before = told.get(row.id);
    const by = [...(before?.by ?? []), { reporterId, severity }];
    const position = lon === null || lat === null ? undefined : ([lon, lat] as const);
    told.set(row.id, {
      ...row,
      category: row.category as Category,
      placeName: row.placeName ?? "",
      position,
      ...(before && { week: before.week }),
      by,
    });
  }
  return [...told.values()].toReversed();
}

/** Which of these observations are there in the weekly sources, and who has reported them. */
export async function reportersOfEvents(tx: Tx, partnershipId: string, ids: readonly string[]) {
  if (ids.length === 0) return [];
  return tx
    .selectFrom("weekly_event")
    .innerJoin("weekly_report", "weekly_report.id", "weekly_event.report_id")
    .innerJoin("observation", "observation.id", "weekly_event.observation_id")
    .select(["observation.id as id", "weekly_report.reporter_id as reporterId"])
    .where("weekly_event.partnership_id", "=", partnershipId)
    .where("observation.id", "in", [...ids])
    .where("observation.withdrawn_at", "is", null)
    .execute();
}

// What it led to

export async function addAnswer(
  tx: Tx,
  partnershipId: string,
  answer: Answer & { readonly observationId: string; readonly organisationId: string; readonly answeredAt: Instant },
  { example = false }: Example = {},
): Promise<void> {
  await tx
    .insertInto("weekly_answer")
    .values({
      id: answer.id,
      partnership_id: partnershipId,
      observation_id: answer.observationId,
      organisation_id: answer.organisationId,
      text: answer.text,
      on_day: answer.on,
      answered_at: answer.answeredAt,
      example,
    })
    .execute();
}

export async function answersTo(tx: Tx, observationIds: readonly string[]) {
  if (observationIds.length === 0) return [];
  return tx
    .selectFrom("weekly_answer")
    .select(["observation_id as observationId", "text", "on_day as on"])
    .where("observation_id", "in", [...observationIds])
    .where("disposed_at", "is", null)
    .orderBy("answered_at", "desc")
    .execute();
}

/** What has been answered to this reporter's events after a time, the newest first. */
export async function answersFor(tx: Tx, reporterId: string, after: Instant | undefined, limit: number) {
  let query = tx
    .selectFrom("weekly_answer")
    .innerJoin("weekly_event", "weekly_event.observation_id", "weekly_answer.observation_id")
    .innerJoin("weekly_report", "weekly_report.id", "weekly_event.report_id")
    .select(["weekly_report.week as week", "weekly_answer.text as text", "weekly_answer.on_day as on"])
    .where("weekly_report.reporter_id", "=", reporterId)
    .where("weekly_answer.disposed_at", "is", null);
  if (after !== undefined) query = query.where("weekly_answer.answered_at", ">", after);
  return query.orderBy("weekly_answer.answered_at", "desc").limit(limit).execute();
}
