import type { Selectable } from "kysely";
import type { Instant } from "../../ground/time.ts";
import type { Within } from "../../partnership/tables.ts";
import type { PrioritiseDatabase } from "../tables.ts";
import { leftOf } from "../frozen-theme.ts";
import type { Chapter } from "./chapters.ts";
import type { Figure } from "./figure.ts";
import type { Adopted, Aside, Draft, Piece, Report } from "./report.ts";
import { isToldBy } from "./telling.ts";
import type { SituationFigureRow, SituationPieceRow, SituationReportRow } from "./tables.ts";

type Tx = Within<PrioritiseDatabase>;

/** Every report, the latest period first, without its words. */
export async function reportsOf(tx: Tx, partnershipId: string) {
  return tx
    .selectFrom("situation_report")
    .select(["id", "slug", "from_day", "to_day", "state", "adopted_on", "adopted_by", "adopted_at", "example"])
    .where("partnership_id", "=", partnershipId)
    .orderBy("to_day", "desc")
    .orderBy("from_day", "desc")
    .execute();
}

/** A report with what stands in it, as far as this transaction's person may read it. */
export async function reportBySlug(tx: Tx, partnershipId: string, slug: string): Promise<Report | undefined> {
  const row = await tx
    .selectFrom("situation_report")
    .selectAll()
    .where("partnership_id", "=", partnershipId)
    .where("slug", "=", slug)
    .executeTakeFirst();
  return row && reportOf(row, await piecesOf(tx, row.id), await figuresOf(tx, row.id));
}

export async function reportById(tx: Tx, partnershipId: string, id: string): Promise<Report | undefined> {
  const row = await tx
    .selectFrom("situation_report")
    .selectAll()
    .where("partnership_id", "=", partnershipId)
    .where("id", "=", id)
    .executeTakeFirst();
  return row && reportOf(row, await piecesOf(tx, row.id), await figuresOf(tx, row.id));
}

/** Every one that was adopted, whether strangers read it or not. */
export async function adoptedReports(tx: Tx, partnershipId: string) {
  const rows = await tx
    .selectFrom("situation_report")
    .select("id")
    .where("partnership_id", "=", partnershipId)
    .where("state", "=", "adopted")
    .execute();
  const found: Extract<Report, { state: "adopted" }>[] = [];
  for (const { id } of rows) {
    const report = await reportById(tx, partnershipId, id);
    if (report?.state === "adopted") found.push(report);
  }
  return found;
}

/** The one that was adopted last: the next is begun from it. */
export async function latestAdopted(tx: Tx, partnershipId: string): Promise<Report | undefined> {
  const row = await tx
    .selectFrom("situation_report")
    .selectAll()
    .where("partnership_id", "=", partnershipId)
    .where("state", "=", "adopted")
    .orderBy("adopted_on", "desc")
    .executeTakeFirst();
  return row && reportOf(row, await piecesOf(tx, row.id), await figuresOf(tx, row.id));
}

/** Holds a report until the transaction ends: of two who write at once the second finds what the first wrote. */
export async function holdReport(tx: Tx, partnershipId: string, slug: string): Promise<void> {
  await tx
    .selectFrom("situation_report")
    .select("id")
    .where("partnership_id", "=", partnershipId)
    .where("slug", "=", slug)
    .forUpdate()
    .execute();
}

/** The newest wording of each chapter and voice. */
async function piecesOf(tx: Tx, reportId: string): Promise<Piece[]> {
  const rows = await tx
    .selectFrom("situation_piece")
    .selectAll()
    .where("report_id", "=", reportId)
    .distinctOn(["chapter", "voice", "organisation_id"])
    .orderBy("chapter")
    .orderBy("voice")
    .orderBy("organisation_id")
    .orderBy("version", "desc")
    .execute();
  return rows.map(pieceOf);
}

/** Every wording a chapter has had, the newest first. */
export async function wordingsOf(tx: Tx, reportId: string, chapter: Chapter): Promise<Piece[]> {
  const rows = await tx
    .selectFrom("situation_piece")
    .selectAll()
    .where("report_id", "=", reportId)
    .where("chapter", "=", chapter)
    .orderBy("written_at", "desc")
    .orderBy("version", "desc")
    .execute();
  return rows.map(pieceOf);
}

function pieceOf(row: Selectable<SituationPieceRow>): Piece {
  return {
    id: row.id,
    chapter: row.chapter,
    voice: row.voice,
    organisationId: row.organisation_id ?? undefined,
    text: row.text,
    version: row.version,
    carried: row.carried,
    writtenAt: row.written_at,
    writtenBy: row.written_by_organisation_id,
  };
}

/** As they were taken in, in that order. */
async function figuresOf(tx: Tx, reportId: string): Promise<Figure[]> {
  const rows = await tx
    .selectFrom("situation_figure")
    .selectAll()
    .where("report_id", "=", reportId)
    .orderBy("taken_at")
    .orderBy("id")
    .execute();
  const figures = rows.map(figureOf);
  if (figures.every(({ kind }) => kind !== "coded")) return figures;
  // A source that has been kept apart since leaves neither its name nor its counts behind, to either party and outside.
  const shared = await tx
    .selectFrom("source")
    .select(["id", "name"])
    .where("partnership_id", "in", [...new Set(rows.map(({ partnership_id }) => partnership_id))])
    .where("secrecy_class", "<>", "own")
    .execute();
  return figures.map((figure) =>
    figure.kind === "coded" ? { ...figure, frozen: leftOf(figure.frozen, shared) } : figure,
  );
}

function figureOf(row: Selectable<SituationFigureRow>): Figure {
  const frozen = { kind: row.kind, frozen: row.frozen } as Figure;
  return {
    ...frozen,
    id: row.id,
    chapter: row.chapter,
    caption: row.caption,
    hash: row.hash,
    takenAt: row.taken_at,
    takenBy: row.taken_by_organisation_id,
  };
}

function reportOf(row: Selectable<SituationReportRow>, pieces: readonly Piece[], figures: readonly Figure[]): Report {
  const begun = {
    id: row.id,
    slug: row.slug,
    from: row.from_day,
    to: row.to_day,
    formerId: row.former_id ?? undefined,
    begunAt: row.begun_at,
    pieces,
    figures,
    example: row.example,
  };
  if (row.state === "draft") return { ...begun, state: "draft" };
  if (row.state === "aside")
    return {
      ...begun,
      state: "aside",
      asideAt: known(row.aside_at),
      asideReason: known(row.aside_reason),
      asideBy: known(row.aside_by_organisation_id),
    };
  return {
    ...begun,
    state: "adopted",
    adoptedOn: known(row.adopted_on),
    adoptedBy: known(row.adopted_by),
    registryNumber: known(row.registry_number),
    contentHash: known(row.content_hash),
    adoptedAt: known(row.adopted_at),
  };
}

/** What the table's CHECK promises to be there. */
function known<T>(value: T | null): T {
  if (value === null) throw new Error("A situation report lacks what its state says it has");
  return value;
}

/** Begins a report, with the words it takes over. Also how seeding writes one. */
export async function addReport(tx: Tx, partnershipId: string, report: Draft): Promise<void> {
  await tx
    .insertInto("situation_report")
    .values({
      id: report.id,
      partnership_id: partnershipId,
      slug: report.slug,
      from_day: report.from,
      to_day: report.to,
      former_id: report.formerId ?? null,
      state: "draft",
      begun_at: report.begunAt,
      adopted_on: null,
      adopted_by: null,
      registry_number: null,
      content_hash: null,
      adopted_at: null,
      aside_at: null,
      aside_reason: null,
      aside_by_organisation_id: null,
      example: report.example,
    })
    .execute();
  for (const piece of report.pieces) await addPiece(tx, { partnershipId, report }, piece);
  for (const figure of report.figures) await addFigure(tx, { partnershipId, report }, figure);
}

export type Of = { readonly partnershipId: string; readonly report: Pick<Report, "id" | "example"> };

export async function addPiece(tx: Tx, { partnershipId, report }: Of, piece: Piece): Promise<void> {
  await tx
    .insertInto("situation_piece")
    .values({
      id: piece.id,
      partnership_id: partnershipId,
      report_id: report.id,
      chapter: piece.chapter,
      voice: piece.voice,
      organisation_id: piece.organisationId ?? null,
      text: piece.text,
      version: piece.version,
      carried: piece.carried,
      written_at: piece.writtenAt,
      written_by_organisation_id: piece.writtenBy,
      example: report.example,
    })
    .execute();
}

export async function addFigure(tx: Tx, { partnershipId, report }: Of, figure: Figure): Promise<void> {
  await tx
    .insertInto("situation_figure")
    .values({
      id: figure.id,
      partnership_id: partnershipId,
      report_id: report.id,
      chapter: figure.chapter,
      kind: figure.kind,
      caption: figure.caption,
      frozen: JSON.stringify(figure.frozen),
      hash: figure.hash,
      taken_at: figure.takenAt,
      taken_by_organisation_id: figure.takenBy,
      example: report.example,
    })
    .execute();
}

export async function removeFigure(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom("situation_figure").where("id", "=", id).execute();
}

/** From here on nothing of it changes. */
export async function saveAdopted(tx: Tx, report: Adopted): Promise<void> {
  await tx
    .updateTable("situation_report")
    .set({
      state: "adopted",
      adopted_on: report.adoptedOn,
      adopted_by: report.adoptedBy,
      registry_number: report.registryNumber,
      content_hash: report.contentHash,
      adopted_at: report.adoptedAt,
    })
    .where("id", "=", report.id)
    .execute();
}

/** Laid aside, or in work again. */
export async function saveAside(tx: Tx, report: Aside | Draft): Promise<void> {
  const aside = report.state === "aside" ? report : undefined;
  await tx
    .updateTable("situation_report")
    .set({
      state: report.state,
      aside_at: aside?.asideAt ?? null,
      aside_reason: aside?.asideReason ?? null,
      aside_by_organisation_id: aside?.asideBy ?? null,
    })
    .where("id", "=", report.id)
    .execute();
}

/** The parties that have said that strangers may read it. */
export async function agreedOf(tx: Tx, reportId: string): Promise<string[]> {
  const rows = await tx
    .selectFrom("situation_told")
    .select("organisation_id")
    .where("report_id", "=", reportId)
    .orderBy("agreed_at")
    .execute();
  return rows.map(({ organisation_id }) => organisation_id);
}

export async function addAgreed(
  tx: Tx,
  { partnershipId, report }: Of,
  { organisationId, at }: { readonly organisationId: string; readonly at: Instant },
): Promise<void> {
  await tx
    .insertInto("situation_told")
    .values({
      report_id: report.id,
      organisation_id: organisationId,
      partnership_id: partnershipId,
      agreed_at: at,
      example: report.example,
    })
    .execute();
}

export async function removeAgreed(tx: Tx, reportId: string, organisationId: string): Promise<void> {
  await tx
    .deleteFrom("situation_told")
    .where("report_id", "=", reportId)
    .where("organisation_id", "=", organisationId)
    .execute();
}

/** The reports that the municipality and the police have both said may be read, the latest adopted first. */
export async function toldReportIds(tx: Tx, partnershipId: string): Promise<string[]> {
  const tellers = await tx
    .selectFrom("partnership_party")
    .innerJoin("organisation", "organisation.id", "partnership_party.organisation_id")
    .select("organisation.id")
    .where("partnership_id", "=", partnershipId)
    .where("kind", "<>", "other")
    .execute();
  const reports = await tx
    .selectFrom("situation_report")
    .select("id")
    .where("partnership_id", "=", partnershipId)
    .where("state", "=", "adopted")
    .orderBy("adopted_on", "desc")
    .execute();
  const agreed = await tx
    .selectFrom("situation_told")
    .select(["report_id", "organisation_id"])
    .where("partnership_id", "=", partnershipId)
    .execute();
  const parties = tellers.map(({ id }) => id);
  const agreedTo = (id: string) => agreed.flatMap((row) => (row.report_id === id ? [row.organisation_id] : []));
  return reports.flatMap(({ id }) => (isToldBy({ parties, agreed: agreedTo(id) }) ? [id] : []));
}
