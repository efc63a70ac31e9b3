import { type Selectable, sql } from "kysely";
import { some } from "../ground/result.ts";
import type { Day, Instant } from "../ground/time.ts";
import type { Within } from "../partnership/tables.ts";
import { type Approval, type Assessment, type PeriodReport, type ReportText, reportText } from "./report.ts";
import type { FollowDatabase, PeriodReportRow } from "./tables.ts";

type Tx = Within<FollowDatabase>;

export async function reportsOf(tx: Tx, partnershipId: string): Promise<PeriodReport[]> {
  const rows = await tx
    .selectFrom("period_report")
    .selectAll()
    .where("partnership_id", "=", partnershipId)
    .orderBy("from_day", "desc")
    .execute();
  // One after the other: a transaction is one connection, and it does one thing at a time.
  const reports: PeriodReport[] = [];
  for (const row of rows) reports.push(await reportOf(tx, row));
  return reports;
}

export async function reportBySlug(tx: Tx, partnershipId: string, slug: string): Promise<PeriodReport | undefined> {
  const row = await tx
    .selectFrom("period_report")
    .selectAll()
    .where("partnership_id", "=", partnershipId)
    .where("slug", "=", slug)
    .executeTakeFirst();
  return row && reportOf(tx, row);
}

/**
 * The same, held until the transaction ends, so that two words are given one after the other. Row-level security holds nothing
 * for those who may not change it, nor what is published; they read it all the same, and are told why not.
 */
export async function reportForDecision(
  tx: Tx,
  partnershipId: string,
  slug: string,
): Promise<PeriodReport | undefined> {
  await tx
    .selectFrom("period_report")
    .select("id")
    .where("partnership_id", "=", partnershipId)
    .where("slug", "=", slug)
    .forUpdate()
    .execute();
  return reportBySlug(tx, partnershipId, slug);
}

async function reportOf(tx: Tx, row: Selectable<PeriodReportRow>): Promise<PeriodReport> {
  const assessments = await tx.selectFrom("activity_assessment").selectAll().where("report_id", "=", row.id).execute();
  const texts = await tx.selectFrom("report_text").selectAll().where("report_id", "=", row.id).execute();
  const approvals = await tx
    .selectFrom("report_approval")
    .selectAll()
    .where("report_id", "=", row.id)
    .where("version", "=", row.version)
    .orderBy("at")
    .execute();
  const base = {
    id: row.id,
    slug: row.slug,
    documentId: row.document_id,
    from: row.from_day,
    to: row.to_day,
    version: row.version,
    assessments: assessments.map(
      ({ activity_id, status, preset, explanation, figures, output, outcome, experience }): Assessment => ({
        activityId: activity_id,
        status,
        preset,
        explanation,
        figures,
        output,
        outcome,
        experience,
      }),
    ),
    texts: texts.map(({ voice, text }): ReportText => ({ voice, text })),
    example: row.example,
  };
  const given = some(
    approvals.map(({ organisation_id, person_id, title, at }): Approval => ({
      organisationId: organisation_id,
      personId: person_id,
      title,
      at,
    })),
  );
  if (row.state === "published" && given !== undefined && row.published_at !== null)
    return { ...base, state: "published", approvals: given, publishedAt: row.published_at };
  return given === undefined ? { ...base, state: "draft" } : { ...base, state: "ready", approvals: given };
}

/** Writes a whole report as it stands. Also how seeding writes one: a published one comes about as a draft that is approved and let out. */
export async function addReport(
  tx: Tx,
  partnershipId: string,
  report: PeriodReport,
  draftedAt?: Instant,
): Promise<void> {
  const at =
    draftedAt ?? (report.state === "published" ? report.publishedAt : (`${report.to}T00:00:00.000Z` as Instant));
  await tx
    .insertInto("period_report")
    .values({
      id: report.id,
      partnership_id: partnershipId,
      document_id: report.documentId,
      slug: report.slug,
      from_day: report.from,
      to_day: report.to,
      drafted_at: at,
      version: report.version,
      state: "draft",
      published_at: null,
      example: report.example,
    })
    .execute();
  for (const assessment of report.assessments) await addAssessment(tx, partnershipId, report, assessment);
  const organisations = await tx
    .selectFrom("partnership_party")
    .innerJoin("organisation", "organisation.id", "partnership_party.organisation_id")
    .where("partnership_id", "=", partnershipId)
    .select(["organisation.id as id", "kind"])
    .execute();
  for (const text of report.texts)
    await saveText(tx, partnershipId, report, text, {
      organisationId: organisations.find(({ kind }) => kind === text.voice)?.id ?? null,
      at,
    });
  if (report.state === "draft") return;
  for (const approval of report.approvals) await addApproval(tx, partnershipId, report, approval);
  if (report.state === "published") await publishReport(tx, report, report.publishedAt);
}

async function addAssessment(
  tx: Tx,
  partnershipId: string,
  report: Pick<PeriodReport, "id" | "example">,
  assessment: Assessment,
): Promise<void> {
  await tx
    .insertInto("activity_assessment")
    .values({
      report_id: report.id,
      partnership_id: partnershipId,
      activity_id: assessment.activityId,
      ...judged(assessment),
      example: report.example,
    })
    .execute();
}

function judged(assessment: Assessment) {
  const { status, preset, explanation, figures, output, outcome, experience } = assessment;
  return { status, preset, explanation, figures: JSON.stringify(figures), output, outcome, experience };
}

/** Rewrites a card. Every change raises the version: approvals were of what stood before. */
export async function saveAssessment(tx: Tx, report: PeriodReport, assessment: Assessment): Promise<void> {
  await tx
    .updateTable("activity_assessment")
    .set(judged(assessment))
    .where("report_id", "=", report.id)
    .where("activity_id", "=", assessment.activityId)
    .execute();
  await raiseVersion(tx, report);
}

export async function saveText(
  tx: Tx,
  partnershipId: string,
  report: Pick<PeriodReport, "id" | "example">,
  text: ReportText,
  by: { organisationId: string | null; at: Instant },
): Promise<void> {
  const row = {
    organisation_id: text.voice === "joint" ? null : by.organisationId,
    text: text.text,
    written_at: by.at,
  };
  await tx
    .insertInto("report_text")
    .values({ report_id: report.id, partnership_id: partnershipId, voice: text.voice, ...row, example: report.example })
    .onConflict((conflict) => conflict.columns(["report_id", "voice"]).doUpdateSet(row))
    .execute();
}

export async function raiseVersion(tx: Tx, report: PeriodReport): Promise<void> {
  await tx
    .updateTable("period_report")
    .set({ version: report.version + 1 })
    .where("id", "=", report.id)
    .execute();
}

export async function addApproval(
  tx: Tx,
  partnershipId: string,
  report: Pick<PeriodReport, "id" | "version" | "example">,
  approval: Approval,
): Promise<void> {
  await tx
    .insertInto("report_approval")
    .values({
      report_id: report.id,
      partnership_id: partnershipId,
      organisation_id: approval.organisationId,
      person_id: approval.personId,
      title: approval.title,
      version: report.version,
      at: approval.at,
      example: report.example,
    })
    .execute();
}

/** Keeps exactly the text that is published, and the promises' log its hash. */
export async function publishReport(tx: Tx, report: PeriodReport, at: Instant): Promise<void> {
  const text = reportText(report);
  await tx
    .updateTable("period_report")
    .set({
      state: "published",
      published_at: at,
      content_text: text,
      content_hash: sql<string>`encode(sha256(convert_to(${text}::text, 'UTF8')), 'hex')`,
    })
    .where("id", "=", report.id)
    .execute();
}

/** Numbers for the stage line, each of what this transaction's person may see. */
export async function countsOf(tx: Tx, partnershipId: string) {
  const count = async (table: "observation" | "source" | "problem" | "period_report") => {
    const row = await tx
      .selectFrom(table)
      .select(({ fn }) => fn.countAll<number>().as("n"))
      .where("partnership_id", "=", partnershipId)
      .executeTakeFirstOrThrow();
    return Number(row.n);
  };
  const chosen = await tx
    .selectFrom("problem")
    .select(({ fn }) => fn.countAll<number>().as("n"))
    .where("partnership_id", "=", partnershipId)
    .where("state", "=", "chosen")
    .executeTakeFirstOrThrow();
  return {
    observations: await count("observation"),
    sources: await count("source"),
    problems: await count("problem"),
    chosen: Number(chosen.n),
    reports: await count("period_report"),
  };
}

/** Whether anybody has told how it went with a promise: a follow-up of it is published. */
export async function isFollowedUp(tx: Tx, documentId: string): Promise<boolean> {
  const row = await tx
    .selectFrom("period_report")
    .select("id")
    .where("document_id", "=", documentId)
    .where("state", "=", "published")
    .executeTakeFirst();
  return row !== undefined;
}

/** How often somebody with a receipt said during a period that what is told as done is not, and how many of them wait for an answer; of those the caller may see. */
export async function disputesDuring(tx: Tx, partnershipId: string, from: Day, to: Day) {
  const rows = await tx
    .selectFrom("receipt_dispute")
    .select("reply")
    .where("partnership_id", "=", partnershipId)
    .where("verdict", "<>", "yes")
    .where("disputed_on", ">=", from)
    .where("disputed_on", "<=", to)
    .execute();
  return { inAll: rows.length, open: rows.filter(({ reply }) => reply === null).length };
}

/** When residents were last told something: a promise or a report published, a problem answered, or what was said of a road. */
export async function lastWordAt(tx: Tx, partnershipId: string): Promise<Instant | undefined> {
  const document = await tx
    .selectFrom("pledge_document")
    .select("published_at as at")
    .where("partnership_id", "=", partnershipId)
    .where("published_at", "is not", null)
    .orderBy("published_at", "desc")
    .executeTakeFirst();
  const report = await tx
    .selectFrom("period_report")
    .select("published_at as at")
    .where("partnership_id", "=", partnershipId)
    .where("published_at", "is not", null)
    .orderBy("published_at", "desc")
    .executeTakeFirst();
  const answer = await tx
    .selectFrom("problem")
    .select("closed_at as at")
    .where("partnership_id", "=", partnershipId)
    .where("closed_at", "is not", null)
    .orderBy("closed_at", "desc")
    .executeTakeFirst();
  const road = await tx
    .selectFrom("traffic_thread")
    .innerJoin("traffic_published", "traffic_published.thread_id", "traffic_thread.id")
    .select(
      // An answer is heard when its page can be read.
      sql<Instant>`greatest(answered_at, (published_on + time '12:00') at time zone 'Europe/Stockholm')`.as("at"),
    )
    .where("traffic_thread.partnership_id", "=", partnershipId)
    .where("answered_at", "is not", null)
    .orderBy("at", "desc")
    .executeTakeFirst();
  return [document?.at, report?.at, answer?.at, road?.at]
    .flatMap((at) => at ?? [])
    .toSorted()
    .at(-1);
}
