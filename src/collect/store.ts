import { sql, type Selectable } from "kysely";
import type { Within } from "../partnership/tables.ts";
import type { Instant } from "../ground/time.ts";
import type { Category } from "./category.ts";
import type { Dialogue } from "./dialogue.ts";
import type { Observation } from "./observation.ts";
import { placeColumns, placeOf, whenColumns, whenOf } from "./place-columns.ts";
import type { SecrecyClass, Source } from "./source.ts";
import type { CollectDatabase, ObservationRow, PhotoRow, SourceRow, WalkRow, WalkStopRow } from "./tables.ts";
import { type ProtocolRow, type Walk, wasWalked } from "./walk.ts";

type Tx = Within<CollectDatabase>;

// Sources

export async function sourcesOf(tx: Tx, partnershipId: string) {
  const rows = await tx
    .selectFrom("source")
    .innerJoin("organisation", "organisation.id", "source.owner_organisation_id")
    .selectAll("source")
    .select(["organisation.kind as party", "organisation.short_name as owner"])
    .where("partnership_id", "=", partnershipId)
    .orderBy("source.name")
    .execute();
  const counts = await tx
    .selectFrom("observation")
    .select(["source_id", sql<number>`count(*)`.as("observations"), sql<Instant | null>`max(received_at)`.as("latest")])
    .where("partnership_id", "=", partnershipId)
    .where("withdrawn_at", "is", null)
    .groupBy("source_id")
    .execute();
  return rows.map((row) => {
    const counted = counts.find(({ source_id }) => source_id === row.id);
    return {
      ...sourceOf(row),
      party: row.party,
      owner: row.owner,
      registryNumber: row.registry_number ?? undefined,
      secrecyMark: row.secrecy_mark ?? undefined,
      observations: counted?.observations ?? 0,
      latest: counted?.latest ?? null,
    };
  });
}

export async function sourceBySlug(tx: Tx, partnershipId: string, slug: string): Promise<Source | undefined> {
  const row = await tx
    .selectFrom("source")
    .selectAll()
    .where("partnership_id", "=", partnershipId)
    .where("slug", "=", slug)
    .executeTakeFirst();
  return row && sourceOf(row);
}

export async function slugsIn(tx: Tx, table: "source" | "walk" | "dialogue", partnershipId: string): Promise<string[]> {
  const rows = await tx.selectFrom(table).select("slug").where("partnership_id", "=", partnershipId).execute();
  return rows.map(({ slug }) => slug);
}

export async function addSource(tx: Tx, partnershipId: string, source: Source): Promise<void> {
  await tx
    .insertInto("source")
    .values({
      id: source.id,
      partnership_id: partnershipId,
      slug: source.slug,
      kind: source.kind,
      owner_organisation_id: source.ownerOrganisationId,
      name: source.name,
      method: source.method,
      sample_type: source.sampleType,
      reliability: source.reliability,
      secrecy_class: source.secrecyClass,
      caveat: source.caveat,
      reference: source.reference === undefined ? null : JSON.stringify(source.reference),
      created_at: source.createdAt,
      seen_when_shared: source.seenWhenShared ?? false,
      example: source.example,
    })
    .execute();
}

function sourceOf(row: Selectable<SourceRow>): Source {
  return {
    id: row.id,
    slug: row.slug,
    kind: row.kind,
    ownerOrganisationId: row.owner_organisation_id,
    name: row.name,
    method: row.method,
    sampleType: row.sample_type,
    reliability: row.reliability,
    secrecyClass: row.secrecy_class,
    caveat: row.caveat,
    ...(row.reference === null ? {} : { reference: row.reference }),
    createdAt: row.created_at,
    example: row.example,
  };
}

// Walks

export async function walksOf(tx: Tx, partnershipId: string): Promise<Walk[]> {
  const rows = await tx
    .selectFrom("walk")
    .selectAll()
    .where("partnership_id", "=", partnershipId)
    .orderBy("starts_at", "desc")
    .execute();
  const stops = await tx
    .selectFrom("walk_stop")
    .selectAll()
    .where("partnership_id", "=", partnershipId)
    .where("removed_at", "is", null)
    .orderBy("number")
    .execute();
  return rows.map((row) => walkOf(row, stops));
}

export async function walkBySlug(tx: Tx, partnershipId: string, slug: string): Promise<Walk | undefined> {
  return walkWhere(tx, partnershipId, "slug", slug);
}

export async function walkById(tx: Tx, partnershipId: string, id: string): Promise<Walk | undefined> {
  return walkWhere(tx, partnershipId, "id", id);
}

async function walkWhere(tx: Tx, partnershipId: string, column: "id" | "slug", value: string) {
  const row = await tx
    .selectFrom("walk")
    .selectAll()
    .where("partnership_id", "=", partnershipId)
    .where(column, "=", value)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const stops = tx.selectFrom("walk_stop").selectAll().where("walk_id", "=", row.id).where("removed_at", "is", null);
  return walkOf(row, await stops.orderBy("number").execute());
}

/** Also how seeding writes a walk that has been walked. Its source must be there. */
export async function addWalk(tx: Tx, partnershipId: string, walk: Walk): Promise<void> {
  await tx
    .insertInto("walk")
    .values({
      id: walk.id,
      partnership_id: partnershipId,
      source_id: walk.sourceId,
      slug: walk.slug,
      title: walk.title,
      village: walk.village,
      series: walk.series ?? null,
      starts_at: walk.startsAt,
      ends_at: walk.endsAt,
      meeting_point: walk.meetingPoint,
      light: walk.light,
      season: walk.season,
      weather: walk.weather,
      theme: walk.theme,
      route: JSON.stringify(walk.route),
      functions: walk.functions,
      open_to_all: walk.isOpen,
      revision: walk.revision,
      example: walk.example,
      ...stateColumns(walk),
    })
    .execute();
  if (walk.stops.length > 0)
    await tx
      .insertInto("walk_stop")
      .values(
        walk.stops.map(({ id, number, name, position, question }) => ({
          id,
          walk_id: walk.id,
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

export async function changeWalk(tx: Tx, walk: Walk): Promise<void> {
  await tx
    .updateTable("walk")
    .set({ ...stateColumns(walk), weather: walk.weather, functions: walk.functions })
    .where("id", "=", walk.id)
    .execute();
}

function stateColumns(walk: Walk) {
  const isCancelled = walk.state === "cancelled";
  return {
    state: walk.state,
    cancelled_at: isCancelled ? walk.cancelledAt : null,
    cancelled_reason: isCancelled ? walk.reason : null,
    participants: JSON.stringify(wasWalked(walk) ? walk.heads : {}),
    walked_at: wasWalked(walk) ? walk.walkedAt : null,
    protocol_at: walk.state === "protocol" ? walk.protocolAt : null,
    published_at: walk.state === "protocol" ? (walk.publishedAt ?? null) : null,
    complemented_at: walk.state === "protocol" ? (walk.complementedAt ?? null) : null,
    registry_number: walk.state === "protocol" ? (walk.registryNumber ?? null) : null,
  };
}

function walkOf(row: Selectable<WalkRow>, stops: readonly Selectable<WalkStopRow>[]): Walk {
  const described = {
    id: row.id,
    sourceId: row.source_id,
    slug: row.slug,
    title: row.title,
    village: row.village,
    series: row.series ?? undefined,
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    meetingPoint: row.meeting_point,
    light: row.light,
    season: row.season,
    weather: row.weather,
    theme: row.theme,
    route: row.route,
    functions: row.functions,
    stops: stops
      .filter(({ walk_id }) => walk_id === row.id)
      .map(({ id, number, name, lon, lat, question }) => ({
        id,
        number,
        name,
        question,
        position: lon === null || lat === null ? undefined : ([lon, lat] as const),
      })),
    isOpen: row.open_to_all,
    revision: row.revision,
    example: row.example,
  };
  if (row.state === "planned") return { ...described, state: "planned" };
  if (row.state === "cancelled")
    return { ...described, state: "cancelled", cancelledAt: row.cancelled_at!, reason: row.cancelled_reason! };
  const walked = { ...described, heads: row.participants, walkedAt: row.walked_at! };
  if (row.state === "walked") return { ...walked, state: "walked" };
  return {
    ...walked,
    state: "protocol",
    protocolAt: row.protocol_at!,
    publishedAt: row.published_at ?? undefined,
    complementedAt: row.complemented_at ?? undefined,
    registryNumber: row.registry_number ?? undefined,
  };
}

// The protocol

export async function addProtocolRows(
  tx: Tx,
  partnershipId: string,
  walkId: string,
  rows: readonly ProtocolRow[],
  example = false,
): Promise<void> {
  await tx
    .insertInto("protocol_row")
    .values(
      rows.map((row) => ({
        id: row.id,
        walk_id: walkId,
        partnership_id: partnershipId,
        observation_id: row.observationId,
        number: row.number,
        kind: row.kind,
        category: row.category,
        place_name: row.placeName,
        text: row.text,
        proposal: row.proposal,
        spot_manager: row.spotManager,
        example,
        waits: row.waits ?? false,
        ...answerColumns(row),
      })),
    )
    .execute();
}

export async function protocolOf(tx: Tx, walkId: string): Promise<ProtocolRow[]> {
  const rows = await tx
    .selectFrom("protocol_row")
    .selectAll()
    .where("walk_id", "=", walkId)
    .orderBy("number")
    .execute();
  return rows.map((row) => ({
    id: row.id,
    number: row.number,
    observationId: row.observation_id,
    kind: row.kind,
    category: row.category as Category,
    placeName: row.place_name,
    text: row.text,
    proposal: row.proposal,
    spotManager: row.spot_manager,
    answer:
      row.answer_kind === null
        ? undefined
        : { kind: row.answer_kind, reason: row.answer_reason, when: row.answer_when, answeredAt: row.answered_at! },
    ...(row.waits ? { waits: true } : {}),
  }));
}

export async function answerProtocolRow(tx: Tx, row: ProtocolRow): Promise<void> {
  const columns = { ...answerColumns(row), spot_manager: row.spotManager };
  await tx.updateTable("protocol_row").set(columns).where("id", "=", row.id).execute();
}

function answerColumns({ answer }: ProtocolRow) {
  return {
    answer_kind: answer?.kind ?? null,
    answer_reason: answer?.reason ?? "",
    answer_when: answer?.when ?? "",
    answered_at: answer?.answeredAt ?? null,
  };
}

// Observations

export type Wanted = {
  readonly walkId?: string | undefined;
  readonly sourceId?: string | undefined;
  /** A category or the first part of one: "traffic". */
  readonly category?: string | undefined;
  readonly limit: number;
  readonly offset?: number;
};

/** Newest first, and how many there are in all. */
export async function observationsOf(tx: Tx, partnershipId: string, wanted: Wanted) {
  let query = tx
    .selectFrom("observation")
    .where("partnership_id", "=", partnershipId)
    .where("withdrawn_at", "is", null);
  if (wanted.walkId !== undefined) query = query.where("walk_id", "=", wanted.walkId);
  if (wanted.sourceId !== undefined) query = query.where("source_id", "=", wanted.sourceId);
  if (wanted.category !== undefined) {
    const [category] = [wanted.category];
    query = query.where((is) => is.or([is("category", "=", category), is("category", "like", `${category}.%`)]));
  }
  const { total } = await query.select(sql<number>`count(*)`.as("total")).executeTakeFirstOrThrow();
  const rows = await query
    .selectAll()
    .orderBy(sql`coalesce(happened_from, noted_at)`, "desc")
    .orderBy("id")
    .limit(wanted.limit)
    .offset(wanted.offset ?? 0)
    .execute();
  const photos = await photosOf(
    tx,
    rows.map(({ id }) => id),
  );
  return { total, observations: rows.map((row) => ({ ...observationOf(row), ...besides(row, photos) })) };
}

export async function observationById(tx: Tx, partnershipId: string, id: string) {
  const row = await tx
    .selectFrom("observation")
    .selectAll()
    .where("partnership_id", "=", partnershipId)
    .where("id", "=", id)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  return { ...observationOf(row), ...besides(row, await photosOf(tx, [id])) };
}

export async function notesOfWalk(tx: Tx, walkId: string): Promise<Observation[]> {
  const rows = await tx.selectFrom("observation").selectAll().where("walk_id", "=", walkId).execute();
  return rows.map(observationOf);
}

/** `foreignId` and `bundle` are for what once came from a feed. */
export async function addObservation(
  tx: Tx,
  partnershipId: string,
  observation: Observation & { readonly foreignId?: string; readonly bundle?: boolean },
): Promise<void> {
  await tx
    .insertInto("observation")
    .values({
      id: observation.id,
      partnership_id: partnershipId,
      source_id: observation.sourceId,
      owner_organisation_id: observation.ownerOrganisationId,
      walk_id: observation.walkId ?? null,
      stop_id: observation.stopId ?? null,
      ...notedColumns(observation),
      precision: observation.precision,
      foreign_id: observation.foreignId ?? null,
      bundle: observation.bundle ?? false,
      foreign: null,
      published_at: null,
      seen_at: null,
      fingerprint: null,
      revision: observation.revision,
      noted_at: observation.notedAt,
      received_at: observation.receivedAt,
      noted_by: observation.notedBy ?? null,
      handed_over_by: observation.handedOverBy ?? null,
      withdrawn_at: observation.withdrawnAt ?? null,
      withdrawn_reason: observation.withdrawnReason ?? null,
      example: observation.example,
    })
    .execute();
}

/** Writes the observation as it is now, and keeps what it said before as a revision. */
export async function reviseObservation(
  tx: Tx,
  { before, after, at, by }: { before: Observation; after: Observation; at: Instant; by: string },
): Promise<void> {
  await tx
    .insertInto("observation_revision")
    .columns(["observation_id", "partnership_id", "revision", "body", "fingerprint", "replaced_at", "replaced_by"])
    .expression((from) =>
      from
        .selectFrom("observation")
        .select([
          "id",
          "partnership_id",
          "revision",
          sql`${JSON.stringify(noted(before))}::jsonb`.as("body"),
          sql`${`revision-${before.revision}`}::text`.as("fingerprint"),
          sql`${at}::timestamptz`.as("replaced_at"),
          sql`${by}::uuid`.as("replaced_by"),
        ])
        .where("id", "=", before.id),
    )
    .execute();
  await tx
    .updateTable("observation")
    .set({
      ...notedColumns(after),
      revision: after.revision,
      written: after.written ?? null,
    })
    .where("id", "=", after.id)
    .execute();
}

/** Writes it as it is now and keeps nothing of before: what was covered is gone. */
export async function rewriteObservation(tx: Tx, after: Observation): Promise<void> {
  await tx
    .updateTable("observation")
    .set({ ...notedColumns(after), reviewed_revision: after.reviewedRevision ?? null })
    .where("id", "=", after.id)
    .execute();
}

/** Which change of a phone's was the last that was heard, also where it changed no word. */
export async function noteWritten(tx: Tx, { id, written }: Observation): Promise<void> {
  await tx
    .updateTable("observation")
    .set({ written: written ?? null })
    .where("id", "=", id)
    .execute();
}

export async function withdrawObservation(tx: Tx, { id, withdrawnAt, withdrawnReason }: Observation): Promise<void> {
  await tx
    .updateTable("observation")
    .set({ withdrawn_at: withdrawnAt ?? null, withdrawn_reason: withdrawnReason ?? null })
    .where("id", "=", id)
    .execute();
}

/** What the observation said before, oldest first. */
export async function revisionsOf(tx: Tx, observationId: string) {
  return tx
    .selectFrom("observation_revision")
    .select(["revision", "body", "replaced_at as replacedAt"])
    .where("observation_id", "=", observationId)
    .orderBy("replaced_at")
    .orderBy("revision")
    .execute();
}

function noted({
  kind,
  category,
  text,
  consequence,
  proposal,
  spotManager,
  agreed,
  severity,
  place,
  when,
  sharing,
}: Observation) {
  return { kind, category, text, consequence, proposal, spotManager, agreed, severity, place, when, sharing };
}

function notedColumns(note: Observation) {
  return {
    kind: note.kind,
    category: note.category,
    text: note.text,
    consequence: note.consequence,
    proposal: note.proposal,
    spot_manager: note.spotManager,
    agreed: note.agreed ?? null,
    severity: note.severity ?? null,
    sharing: note.sharing,
    wished_sharing: note.wishedSharing ?? null,
    ...placeColumns(note.place),
    ...whenColumns(note.when),
  };
}

function observationOf(row: Selectable<ObservationRow>): Observation {
  return {
    id: row.id,
    sourceId: row.source_id,
    ownerOrganisationId: row.owner_organisation_id,
    walkId: row.walk_id ?? undefined,
    stopId: row.stop_id ?? undefined,
    kind: row.kind,
    category: row.category as Category,
    text: row.text,
    consequence: row.consequence,
    proposal: row.proposal,
    spotManager: row.spot_manager,
    agreed: row.agreed ?? undefined,
    severity: (row.severity ?? undefined) as Observation["severity"],
    place: placeOf(row),
    when: whenOf(row),
    precision: row.precision,
    sharing: row.sharing,
    revision: row.revision,
    notedAt: row.noted_at,
    receivedAt: row.received_at,
    notedBy: row.noted_by ?? undefined,
    handedOverBy: row.handed_over_by ?? undefined,
    written: row.written ?? undefined,
    withdrawnAt: row.withdrawn_at ?? undefined,
    withdrawnReason: row.withdrawn_reason ?? undefined,
    wishedSharing: row.wished_sharing ?? undefined,
    reviewedRevision: row.reviewed_revision ?? undefined,
    example: row.example,
  };
}

function besides(row: Selectable<ObservationRow>, photos: readonly Selectable<PhotoRow>[]) {
  return {
    imported: row.foreign_id !== null,
    bundle: row.bundle,
    publishedAt: row.published_at ?? undefined,
    foreign: row.foreign ?? undefined,
    photos: photos
      .filter(({ observation_id }) => observation_id === row.id)
      .map(({ id, width, height, alt }) => ({ id, width, height, alt })),
  };
}

// Photos

export async function addPhoto(tx: Tx, photo: Omit<PhotoRow, "example">): Promise<void> {
  await tx.insertInto("photo").values(photo).execute();
}

async function photosOf(tx: Tx, observationIds: readonly string[]): Promise<Selectable<PhotoRow>[]> {
  if (observationIds.length === 0) return [];
  return tx
    .selectFrom("photo")
    .selectAll()
    .where("observation_id", "in", observationIds)
    .orderBy("taken_in_at")
    .execute();
}

// Dialogues and measurements

export async function addDialogue(tx: Tx, partnershipId: string, dialogue: Dialogue): Promise<void> {
  await tx
    .insertInto("dialogue")
    .values({
      id: dialogue.id,
      partnership_id: partnershipId,
      source_id: dialogue.sourceId,
      slug: dialogue.slug,
      title: dialogue.title,
      held_from: dialogue.heldFrom,
      held_to: dialogue.heldTo,
      method: dialogue.method,
      ladder_level: dialogue.ladderLevel,
      sample_type: dialogue.sampleType,
      can_influence: dialogue.canInfluence,
      cannot_influence: dialogue.cannotInfluence,
      invited: dialogue.invited ?? null,
      answered: JSON.stringify(dialogue.answered),
      example: dialogue.example,
    })
    .execute();
  if (dialogue.themes.length > 0)
    await tx
      .insertInto("dialogue_theme")
      .values(
        dialogue.themes.map(({ id, theme, category, count, quote }) => ({
          id,
          dialogue_id: dialogue.id,
          partnership_id: partnershipId,
          theme,
          category,
          count: count.value,
          qualifier: count.qualifier,
          quote,
        })),
      )
      .execute();
}

/** What the decision to publish a dialogue hangs on: its source, held until the transaction ends, and what else lies in that. */
export async function publishingOf(tx: Tx, partnershipId: string, slug: string) {
  const row = await tx
    .selectFrom("source")
    .innerJoin("dialogue", "dialogue.source_id", "source.id")
    .innerJoin("organisation", "organisation.id", "source.owner_organisation_id")
    .selectAll("source")
    .select("organisation.short_name as owner")
    .where("dialogue.partnership_id", "=", partnershipId)
    .where("dialogue.slug", "=", slug)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const lies = async (
    tables: readonly ("walk" | "campaign" | "observation" | "measurement" | "import_run" | "series_reading")[],
  ) => {
    for (const table of tables)
      if (
        (await tx.selectFrom(table).select("id").where("source_id", "=", row.id).limit(1).executeTakeFirst()) !==
        undefined
      )
        return true;
    return false;
  };
  return {
    source: sourceOf(row),
    owner: row.owner,
    decidedElsewhere: await lies(["walk", "campaign"]),
    holdsMore: row.kind === "hearing" || (await lies(["observation", "measurement", "import_run", "series_reading"])),
  };
}

/** Who reads what lies in a source, as its owner has decided. */
export async function setSecrecyClass(tx: Tx, id: string, secrecyClass: SecrecyClass): Promise<void> {
  await tx.updateTable("source").set({ secrecy_class: secrecyClass }).where("id", "=", id).execute();
}

export async function dialoguesOf(tx: Tx, partnershipId: string): Promise<Dialogue[]> {
  const rows = await tx
    .selectFrom("dialogue")
    .selectAll()
    .where("partnership_id", "=", partnershipId)
    .orderBy("held_from", "desc")
    .execute();
  const themes = await tx
    .selectFrom("dialogue_theme")
    .selectAll()
    .where("partnership_id", "=", partnershipId)
    .orderBy("count", "desc")
    .execute();
  return rows.map((row) => ({
    id: row.id,
    sourceId: row.source_id,
    slug: row.slug,
    title: row.title,
    heldFrom: row.held_from,
    heldTo: row.held_to,
    method: row.method,
    ladderLevel: row.ladder_level,
    sampleType: row.sample_type,
    canInfluence: row.can_influence,
    cannotInfluence: row.cannot_influence,
    invited: row.invited ?? undefined,
    answered: row.answered,
    themes: themes
      .filter(({ dialogue_id }) => dialogue_id === row.id)
      .map(({ id, theme, category, count, qualifier, quote }) => ({
        id,
        theme,
        category: category as Category,
        count: { value: count, qualifier },
        quote,
      })),
    example: row.example,
  }));
}
