import { type Selectable, sql } from "kysely";
import { some } from "../../ground/result.ts";
import { type Day, dayOf, type Instant } from "../../ground/time.ts";
import type { Within } from "../../partnership/tables.ts";
import type { PublishingKey } from "../../pledge/publication/publishing.ts";
import type { AnySignature, SigningParty } from "../../pledge/signature.ts";
import type { FollowDatabase } from "../tables.ts";
import type { Part } from "./part.ts";
import type { Assessment, Draft, Frozen, PeriodReport, Ready, ReportText, Signed, View } from "./report.ts";
import type { PeriodReportRow, ReportSignatureRow } from "./tables.ts";
import type { Telling } from "./telling.ts";

type Tx = Within<FollowDatabase>;
type OfReport = Pick<PeriodReport, "id" | "example">;

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
  const views = await tx.selectFrom("report_view").selectAll().where("report_id", "=", row.id).execute();
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
    views: views.map(({ activity_id, party, organisation_id, status, explanation }): View => ({
      activityId: activity_id,
      party,
      organisationId: organisation_id,
      status,
      explanation,
    })),
    texts: texts.map(({ voice, text, handed_in_at }): ReportText => ({ voice, text, handedIn: handed_in_at !== null })),
    example: row.example,
  };
  if (row.state === "draft") return { ...base, state: "draft" };
  const frozen: Frozen | undefined =
    row.content_text === null || row.content_hash === null || row.frozen_at === null
      ? undefined
      : { content: row.content_text, contentHash: row.content_hash, frozenAt: row.frozen_at };
  const rows = await tx
    .selectFrom("report_signature")
    .selectAll()
    .where("report_id", "=", row.id)
    .where("version", "=", row.version)
    .orderBy("signed_at")
    .execute();
  const signatures = rows.map(signatureOf);
  if (row.state === "published")
    return {
      ...base,
      state: "published",
      publishedAt: row.published_at ?? row.drafted_at,
      frozen,
      signatures,
      approvals: await approvalsOf(tx, row),
    };
  if (frozen === undefined) throw new Error(`The report ${row.slug} waits for signatures without a text`);
  const given = some(signatures);
  if (row.state === "ready" || given === undefined) return { ...base, ...frozen, state: "ready" };
  const municipality = signatures.find((one) => one.party === "municipality");
  const police = signatures.find((one) => one.party === "police");
  if (row.state === "half-signed" || municipality === undefined || police === undefined)
    return { ...base, ...frozen, state: "half-signed", signatures: given };
  const asked = await tx
    .selectFrom("report_publishing")
    .select(["person_id", "organisation_id"])
    .where("report_id", "=", row.id)
    .where("version", "=", row.version)
    .orderBy("pressed_at")
    .executeTakeFirst();
  return {
    ...base,
    ...frozen,
    state: "signed",
    signatures: { municipality, police },
    asked: asked && { personId: asked.person_id, organisationId: asked.organisation_id },
  };
}

function signatureOf(row: Selectable<ReportSignatureRow>): AnySignature {
  const { id, party, organisation_id, mandate, content_hash, signed_at, means } = row;
  return {
    id,
    party,
    organisationId: organisation_id,
    mandate,
    contentHash: content_hash,
    signedAt: signed_at,
    means,
  } as AnySignature;
}

async function approvalsOf(tx: Tx, { id, version }: Pick<Selectable<PeriodReportRow>, "id" | "version">) {
  const rows = await tx
    .selectFrom("report_approval")
    .selectAll()
    .where("report_id", "=", id)
    .where("version", "=", version)
    .orderBy("at")
    .execute();
  return rows.map(({ organisation_id, person_id, title, at }) => ({
    organisationId: organisation_id,
    personId: person_id,
    title,
    at,
  }));
}

/** Writes a draft as it stands. Also how seeding writes one. */
export async function addReport(tx: Tx, partnershipId: string, report: Draft, draftedAt: Instant): Promise<void> {
  await tx
    .insertInto("period_report")
    .values({
      id: report.id,
      partnership_id: partnershipId,
      document_id: report.documentId,
      slug: report.slug,
      from_day: report.from,
      to_day: report.to,
      drafted_at: draftedAt,
      version: report.version,
      state: "draft",
      published_at: null,
      example: report.example,
    })
    .execute();
  for (const assessment of report.assessments)
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
  const organisations = await tx
    .selectFrom("partnership_party")
    .innerJoin("organisation", "organisation.id", "partnership_party.organisation_id")
    .where("partnership_id", "=", partnershipId)
    .select(["organisation.id as id", "kind"])
    .execute();
  for (const text of report.texts) {
    const organisationId = organisations.find(({ kind }) => kind === text.voice)?.id ?? null;
    await saveText(tx, partnershipId, report, text, { organisationId, at: draftedAt });
    if (text.handedIn) await handIn(tx, report, text.voice, draftedAt);
  }
  for (const view of report.views) await saveView(tx, partnershipId, report, view);
}

function judged(assessment: Assessment) {
  const { status, preset, explanation, figures, output, outcome, experience } = assessment;
  return { status, preset, explanation, figures: JSON.stringify(figures), output, outcome, experience };
}

export async function saveAssessment(tx: Tx, report: PeriodReport, assessment: Assessment): Promise<void> {
  await tx
    .updateTable("activity_assessment")
    .set(judged(assessment))
    .where("report_id", "=", report.id)
    .where("activity_id", "=", assessment.activityId)
    .execute();
}

export async function saveText(
  tx: Tx,
  partnershipId: string,
  report: OfReport,
  text: Pick<ReportText, "voice" | "text">,
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

export async function handIn(
  tx: Tx,
  { id }: Pick<PeriodReport, "id">,
  voice: ReportText["voice"],
  at: Instant,
): Promise<void> {
  await tx
    .updateTable("report_text")
    .set({ handed_in_at: at })
    .where("report_id", "=", id)
    .where("voice", "=", voice)
    .execute();
}

export async function dropView(
  tx: Tx,
  { id }: Pick<PeriodReport, "id">,
  { activityId, organisationId }: Pick<View, "activityId" | "organisationId">,
): Promise<void> {
  await tx
    .deleteFrom("report_view")
    .where("report_id", "=", id)
    .where("activity_id", "=", activityId)
    .where("organisation_id", "=", organisationId)
    .execute();
}

export async function saveView(tx: Tx, partnershipId: string, report: OfReport, view: View): Promise<void> {
  await tx
    .insertInto("report_view")
    .values({
      report_id: report.id,
      partnership_id: partnershipId,
      activity_id: view.activityId,
      party: view.party,
      organisation_id: view.organisationId,
      status: view.status,
      explanation: view.explanation,
      example: report.example,
    })
    .execute();
}

/** Closed, signed, let out: the report's own row as it is now. */
export async function saveState(tx: Tx, report: PeriodReport): Promise<void> {
  const frozen = "content" in report ? report : report.state === "published" ? report.frozen : undefined;
  const text = frozen?.content;
  await tx
    .updateTable("period_report")
    .set({
      state: report.state,
      version: report.version,
      published_at: report.state === "published" ? report.publishedAt : null,
      frozen_at: frozen?.frozenAt ?? null,
      content_text: text ?? null,
      content_hash: text === undefined ? null : sql<string>`encode(sha256(convert_to(${text}::text, 'UTF8')), 'hex')`,
    })
    .where("id", "=", report.id)
    .execute();
}

export async function addSignature(
  tx: Tx,
  partnershipId: string,
  report: Pick<Ready, "id" | "version" | "example">,
  signature: AnySignature,
): Promise<void> {
  await tx
    .insertInto("report_signature")
    .values({
      id: signature.id,
      report_id: report.id,
      partnership_id: partnershipId,
      version: report.version,
      party: signature.party,
      organisation_id: signature.organisationId,
      mandate: JSON.stringify(signature.mandate),
      content_hash: signature.contentHash,
      signed_at: signature.signedAt,
      means: JSON.stringify(signature.means),
      example: report.example,
    })
    .execute();
}

export async function addPublishingKey(
  tx: Tx,
  partnershipId: string,
  { id, version }: Pick<Signed, "id" | "version">,
  key: PublishingKey,
): Promise<void> {
  await tx
    .insertInto("report_publishing")
    .values({
      id: key.id,
      report_id: id,
      partnership_id: partnershipId,
      version,
      party: key.party,
      organisation_id: key.organisationId,
      person_id: key.means.personId,
      content_hash: key.contentHash,
      pressed_at: key.pressedAt,
      means: JSON.stringify(key.means),
    })
    .execute();
}

/** Takes away an organisation's key that has fallen; the database lets no other go, and none once it is let out. */
export async function dropPublishingKey(
  tx: Tx,
  { id, version }: Pick<Signed, "id" | "version">,
  organisationId: string,
): Promise<void> {
  await tx
    .deleteFrom("report_publishing")
    .where("report_id", "=", id)
    .where("version", "=", version)
    .where("organisation_id", "=", organisationId)
    .execute();
}

/** Whether the first key, of the organisation that asked for publication, holds no longer. */
export async function firstKeyFell(tx: Tx, report: PeriodReport): Promise<boolean> {
  if (report.state !== "signed" || report.asked === undefined) return false;
  const held = await tx
    .selectFrom("report_publishing")
    .select("id")
    .where("report_id", "=", report.id)
    .where("version", "=", report.version)
    .where("organisation_id", "=", report.asked.organisationId)
    .where(sql<boolean>`samsyn_report_key_holds(id)`)
    .executeTakeFirst();
  return held === undefined;
}

/** One organisation's part that is out while the other's is waited for. */
/** The day a report was begun. */
export async function begunOn(tx: Tx, reportId: string): Promise<Day> {
  const row = await tx
    .selectFrom("period_report")
    .select("drafted_at")
    .where("id", "=", reportId)
    .executeTakeFirstOrThrow();
  return dayOf(row.drafted_at);
}

export async function partOf(
  tx: Tx,
  reportId: string,
): Promise<{ readonly party: SigningParty; readonly at: Instant } | undefined> {
  const row = await tx
    .selectFrom("report_part")
    .select(["party", "published_at"])
    .where("report_id", "=", reportId)
    .executeTakeFirst();
  return row && { party: row.party, at: row.published_at };
}

export async function addPart(tx: Tx, partnershipId: string, report: OfReport, part: Part): Promise<void> {
  await tx
    .insertInto("report_part")
    .values({
      report_id: report.id,
      partnership_id: partnershipId,
      party: part.party,
      organisation_id: part.organisationId,
      content_text: part.content,
      published_at: part.at,
      example: report.example,
    })
    .execute();
}

/** What was told where, in order, struck lines with it. */
export async function tellingsOf(tx: Tx, reportId: string): Promise<Telling[]> {
  const rows = await tx
    .selectFrom("report_telling")
    .selectAll()
    .where("report_id", "=", reportId)
    .orderBy("on_day")
    .orderBy("id")
    .execute();
  return rows.map((row) => ({
    id: row.id,
    on: row.on_day,
    channel: row.channel,
    audience: row.audience,
    reach: row.reach,
    organisationId: row.organisation_id,
    notedAt: row.noted_at,
    struck: row.struck_at === null ? undefined : { at: row.struck_at, reason: row.struck_reason ?? "" },
  }));
}

export async function addTelling(tx: Tx, partnershipId: string, report: OfReport, telling: Telling): Promise<void> {
  await tx
    .insertInto("report_telling")
    .values({
      id: telling.id,
      report_id: report.id,
      partnership_id: partnershipId,
      on_day: telling.on,
      channel: telling.channel,
      audience: telling.audience,
      reach: telling.reach,
      organisation_id: telling.organisationId,
      noted_at: telling.notedAt,
      example: report.example,
    })
    .execute();
}

export async function strikeTelling(tx: Tx, { id, struck }: Telling): Promise<void> {
  if (struck === undefined) return;
  await tx
    .updateTable("report_telling")
    .set({ struck_at: struck.at, struck_reason: struck.reason })
    .where("id", "=", id)
    .execute();
}
