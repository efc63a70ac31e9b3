import { type Selectable, sql, type Transaction } from "kysely";
import type { Instant } from "../../ground/time.ts";
import type { Within } from "../../partnership/tables.ts";
import type { CollectDatabase } from "../tables.ts";
import type { NotedBreak } from "./noted-break.ts";
import type { KnownSeries, ReadIn, SeriesReading } from "./reading.ts";
import type { Attested, Series } from "./series.ts";
import type { SeriesBreakRow, SeriesReadingRow, SeriesRow } from "./tables.ts";

type Tx = Within<CollectDatabase>;
/** Rows a statement: what the database takes parameters for. */
const AT_ONCE = 2000;

// Readings

/** The last first. */
export async function readingsOf(tx: Tx, partnershipId: string): Promise<SeriesReading[]> {
  const rows = await tx
    .selectFrom("series_reading")
    .selectAll()
    .where("partnership_id", "=", partnershipId)
    .orderBy("number", "desc")
    .execute();
  return rows.map(readingOf);
}

export async function readingById(tx: Tx, partnershipId: string, id: string): Promise<SeriesReading | undefined> {
  const row = await tx
    .selectFrom("series_reading")
    .selectAll()
    .where("partnership_id", "=", partnershipId)
    .where("id", "=", id)
    .executeTakeFirst();
  return row && readingOf(row);
}

function readingOf(row: Selectable<SeriesReadingRow>): SeriesReading {
  return {
    id: row.id,
    number: row.number,
    sourceId: row.source_id,
    organisationId: row.organisation_id,
    kind: row.kind,
    fileName: row.file_name,
    checksum: row.checksum,
    retrievedOn: row.retrieved_on,
    asOf: row.as_of,
    areas: row.areas,
    readAt: row.read_at,
    readBy: row.read_by ?? undefined,
    state: row.state,
    undoneAt: row.undone_at ?? undefined,
    series: row.series,
    newSeries: row.new_series,
    added: row.added,
    changed: row.changed,
    same: row.same,
    older: row.older,
    absent: row.absent,
    outside: row.outside,
    unreadable: row.unreadable,
    problems: row.problems,
  };
}

/** Until the transaction ends nobody else reads a file into the partnership: readings come after one another. */
export async function holdReadings(tx: Transaction<CollectDatabase>, partnershipId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext(${`series ${partnershipId}`}))`.execute(tx);
}

/** The reading, its series and everything it says. The source must be there. */
export async function addReading(tx: Tx, partnershipId: string, read: Omit<ReadIn, "isNewSource">): Promise<void> {
  const {
    reading,
    series,
    source: { example },
  } = read;
  await tx
    .insertInto("series_reading")
    .values({
      id: reading.id,
      partnership_id: partnershipId,
      number: reading.number,
      source_id: reading.sourceId,
      organisation_id: reading.organisationId,
      kind: reading.kind,
      file_name: reading.fileName,
      checksum: reading.checksum,
      retrieved_on: reading.retrievedOn,
      as_of: reading.asOf,
      areas: reading.areas,
      read_at: reading.readAt,
      read_by: reading.readBy ?? null,
      series: reading.series,
      new_series: reading.newSeries,
      added: reading.added,
      changed: reading.changed,
      same: reading.same,
      older: reading.older,
      absent: reading.absent,
      outside: reading.outside,
      unreadable: reading.unreadable,
      problems: JSON.stringify(reading.problems),
      example,
    })
    .execute();
  for (const some of inParts(series.filter(({ isNew }) => isNew)))
    await tx
      .insertInto("series")
      .values(some.map(({ series: one }) => seriesRow(partnershipId, one)))
      .execute();
  // What the source calls it and says of it is what it says last, in the files of those whose series it is.
  for (const { series: one } of series.filter(
    ({ isNew, series: { organisationId } }) => !isNew && organisationId === reading.organisationId,
  ))
    await tx
      .updateTable("series")
      .set({ name: one.name, unit: one.unit, part_of: one.partOf ?? null, caveat: one.caveat, licence: one.licence })
      .where("id", "=", one.id)
      .execute();
  const values = series.flatMap(({ series: { id }, values: of }) =>
    of.map((value) => valueRow(partnershipId, id, value)),
  );
  for (const some of inParts(values)) await tx.insertInto("series_value").values(some).execute();
  for (const { id, on, why, key } of read.breaks)
    await tx
      .insertInto("series_break")
      .values({
        id,
        partnership_id: partnershipId,
        source_id: reading.sourceId,
        foreign_key: key,
        on_day: on,
        why,
        reading_id: reading.id,
        organisation_id: reading.organisationId,
        noted_at: reading.readAt,
        example,
      })
      .execute();
}

function* inParts<T>(all: readonly T[]): Generator<readonly T[]> {
  for (let at = 0; at < all.length; at += AT_ONCE) yield all.slice(at, at + AT_ONCE);
}

function seriesRow(partnershipId: string, one: Series) {
  return {
    id: one.id,
    partnership_id: partnershipId,
    source_id: one.sourceId,
    slug: one.slug,
    foreign_key: one.key,
    name: one.name,
    unit: one.unit,
    step: one.step,
    area_kind: one.area.kind,
    area_code: one.area.code,
    area_name: one.area.name,
    sex: one.sex,
    part_of: one.partOf ?? null,
    caveat: one.caveat,
    licence: one.licence,
    organisation_id: one.organisationId,
    example: one.example,
  };
}

function valueRow(partnershipId: string, seriesId: string, value: Attested) {
  return {
    series_id: seriesId,
    partnership_id: partnershipId,
    reading_id: value.readingId,
    from_day: value.from,
    to_day: value.to,
    value: value.value ?? null,
    absent: value.absent ?? null,
    mark: value.mark,
    low: value.low ?? null,
    high: value.high ?? null,
    n: value.n ?? null,
    standing: value.standing,
  };
}

/** What it said goes, and the series that nobody else has said anything of. */
export async function undoReading(
  tx: Tx,
  reading: SeriesReading,
  { at, by }: { readonly at: Instant; readonly by: string },
): Promise<{ readonly values: number; readonly series: number }> {
  const values = await tx.deleteFrom("series_value").where("reading_id", "=", reading.id).executeTakeFirst();
  await tx.deleteFrom("series_break").where("reading_id", "=", reading.id).execute();
  const series = await tx
    .deleteFrom("series")
    .where("source_id", "=", reading.sourceId)
    .where((build) =>
      build.not(
        build.exists(
          build.selectFrom("series_value").select("from_day").whereRef("series_value.series_id", "=", "series.id"),
        ),
      ),
    )
    .executeTakeFirst();
  await tx
    .updateTable("series_reading")
    .set({ state: "undone", undone_at: at, undone_by: by })
    .where("id", "=", reading.id)
    .execute();
  return { values: Number(values.numDeletedRows), series: Number(series.numDeletedRows) };
}

// Series

/** Every series of a partnership, or of one source, with all that has been said of it. */
export async function seriesOf(
  tx: Tx,
  partnershipId: string,
  of: { readonly sourceId?: string | undefined; readonly key?: string } = {},
): Promise<KnownSeries[]> {
  let query = tx.selectFrom("series").selectAll().where("partnership_id", "=", partnershipId);
  if (of.sourceId !== undefined) query = query.where("source_id", "=", of.sourceId);
  if (of.key !== undefined) query = query.where("foreign_key", "=", of.key);
  const rows = await query.orderBy("name").orderBy("slug").execute();
  const attested = await attestedOf(tx, partnershipId, of.key === undefined ? undefined : rows.map(({ id }) => id));
  return rows.map((row) => ({ ...seriesIn(row), attested: attested.get(row.id) ?? [] }));
}

export async function seriesBySlug(tx: Tx, partnershipId: string, slug: string): Promise<Series | undefined> {
  const row = await tx
    .selectFrom("series")
    .selectAll()
    .where("partnership_id", "=", partnershipId)
    .where("slug", "=", slug)
    .executeTakeFirst();
  return row && seriesIn(row);
}

/** The series that are parts of one, in the same place and of the same people. */
export async function partsOf(tx: Tx, partnershipId: string, whole: Series): Promise<Series[]> {
  const rows = await tx
    .selectFrom("series")
    .selectAll()
    .where("partnership_id", "=", partnershipId)
    .where("source_id", "=", whole.sourceId)
    .where("part_of", "=", whole.key)
    .where("area_kind", "=", whole.area.kind)
    .where("area_code", "=", whole.area.code)
    .where("area_name", "=", whole.area.name)
    .where("sex", "=", whole.sex)
    .where("step", "=", whole.step)
    .orderBy("name")
    .execute();
  return rows.map(seriesIn);
}

export async function seriesSlugs(tx: Tx, partnershipId: string): Promise<string[]> {
  const rows = await tx.selectFrom("series").select("slug").where("partnership_id", "=", partnershipId).execute();
  return rows.map(({ slug }) => slug);
}

function seriesIn(row: Selectable<SeriesRow>): Series {
  return {
    id: row.id,
    slug: row.slug,
    sourceId: row.source_id,
    key: row.foreign_key,
    name: row.name,
    unit: row.unit,
    step: row.step,
    area: { kind: row.area_kind, code: row.area_code, name: row.area_name },
    sex: row.sex,
    partOf: row.part_of ?? undefined,
    caveat: row.caveat,
    licence: row.licence,
    organisationId: row.organisation_id,
    example: row.example,
  };
}

async function attestedOf(
  tx: Tx,
  partnershipId: string,
  seriesIds: readonly string[] | undefined,
): Promise<ReadonlyMap<string, Attested[]>> {
  const attested = new Map<string, Attested[]>();
  if (seriesIds?.length === 0) return attested;
  let query = tx
    .selectFrom("series_value as v")
    .innerJoin("series_reading as r", "r.id", "v.reading_id")
    .select([
      "v.series_id",
      "v.reading_id",
      "v.from_day",
      "v.to_day",
      "v.value",
      "v.absent",
      "v.mark",
      "v.low",
      "v.high",
      "v.n",
      "v.standing",
    ])
    .select(["r.number", "r.as_of"])
    .where("v.partnership_id", "=", partnershipId);
  if (seriesIds !== undefined) query = query.where("v.series_id", "in", seriesIds);
  for (const row of await query.execute()) {
    const one: Attested = {
      readingId: row.reading_id,
      readingNumber: row.number,
      asOf: row.as_of,
      from: row.from_day,
      to: row.to_day,
      value: row.value ?? undefined,
      absent: row.absent ?? undefined,
      mark: row.mark,
      low: row.low ?? undefined,
      high: row.high ?? undefined,
      n: row.n ?? undefined,
      standing: row.standing,
    };
    const of = attested.get(row.series_id);
    if (of === undefined) attested.set(row.series_id, [one]);
    else of.push(one);
  }
  return attested;
}

// Breaks

/** Of one measure, or of all, in the order of time; what several files say of the same day is said once. */
export async function breaksOf(
  tx: Tx,
  partnershipId: string,
  of?: Pick<Series, "sourceId" | "key">,
): Promise<NotedBreak[]> {
  let query = tx.selectFrom("series_break").selectAll().where("partnership_id", "=", partnershipId);
  if (of !== undefined) query = query.where("source_id", "=", of.sourceId).where("foreign_key", "=", of.key);
  const rows = await query.orderBy("on_day").orderBy("noted_at").execute();
  const said = new Map(rows.map((row) => [JSON.stringify([row.source_id, row.foreign_key, row.on_day]), row]));
  return [...said.values()].map(breakOf);
}

export async function breakById(tx: Tx, partnershipId: string, id: string): Promise<NotedBreak | undefined> {
  const row = await tx
    .selectFrom("series_break")
    .selectAll()
    .where("partnership_id", "=", partnershipId)
    .where("id", "=", id)
    .executeTakeFirst();
  return row && breakOf(row);
}

function breakOf(row: Selectable<SeriesBreakRow>): NotedBreak {
  return {
    id: row.id,
    sourceId: row.source_id,
    key: row.foreign_key,
    on: row.on_day,
    why: row.why,
    readingId: row.reading_id ?? undefined,
    organisationId: row.organisation_id,
    notedAt: row.noted_at,
  };
}

export async function addBreak(tx: Tx, partnershipId: string, noted: NotedBreak): Promise<void> {
  await tx
    .insertInto("series_break")
    .values({
      id: noted.id,
      partnership_id: partnershipId,
      source_id: noted.sourceId,
      foreign_key: noted.key,
      on_day: noted.on,
      why: noted.why,
      reading_id: noted.readingId ?? null,
      organisation_id: noted.organisationId,
      noted_at: noted.notedAt,
    })
    .execute();
}

export async function removeBreak(tx: Tx, noted: NotedBreak): Promise<void> {
  await tx.deleteFrom("series_break").where("id", "=", noted.id).execute();
}
