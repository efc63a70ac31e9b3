// Files and feeds that were read in: the rows they became, and the runs with their reports.
import { sql, type Transaction } from "kysely";
import type { Instant } from "../../ground/time.ts";
import type { Within } from "../../partnership/tables.ts";
import type { ImportKind, ImportReport } from "./import-report.ts";
import type { Land } from "./importer.ts";
import type { Mapping } from "./mapping.ts";
import type { Imported } from "../observation.ts";
import { flatPlace, flatWhen } from "../place-columns.ts";
import type { CollectDatabase } from "../tables.ts";

type Tx = Within<CollectDatabase>;

export type Landing = {
  readonly partnershipId: string;
  readonly sourceId: string;
  readonly ownerOrganisationId: string;
  /** The source is its owner's alone, and so is everything in it. */
  readonly own?: boolean;
  readonly at: Instant;
  readonly newId: () => string;
};

/**
 * Writes batches, each by one statement. New ones are added; what differs from what stands there replaces it and keeps it as a revision; a version
 * seen earlier than the one that stands is kept as a revision only; what is the same is left alone. So the same file twice changes nothing, and files
 * read in any order end in the same state.
 */
export function landingIn(tx: Transaction<CollectDatabase>, where: Landing): Land {
  return async (batch) => {
    const items = JSON.stringify(batch.map((incident) => flatItem(incident, where)));
    const { rows } = await landing(items, where).execute(tx);
    const landed = rows[0];
    if (landed === undefined) throw new Error("A batch was written and nothing was said");
    return landed;
  };
}

function flatItem(incident: Imported, { newId, at, own }: Landing) {
  return {
    id: newId(),
    seen_at: incident.seenAt ?? null,
    noted_at: incident.publishedAt ?? at,
    content: {
      foreign_id: incident.foreignId,
      foreign: incident.foreign,
      kind: incident.kind,
      category: incident.category,
      text: incident.text,
      consequence: incident.consequence,
      proposal: incident.proposal,
      spot_manager: incident.spotManager,
      precision: incident.precision,
      sharing: own === true ? "own" : incident.sharing,
      published_at: incident.publishedAt ?? null,
      bundle: incident.bundle,
      ...flatPlace(incident.place),
      ...flatWhen(incident.when),
    },
  };
}

/** The columns that come from the source and change with it. */
const CONTENT = [
  ["foreign_id", "text"],
  ["foreign", "jsonb"],
  ["kind", "text"],
  ["category", "text"],
  ["text", "text"],
  ["consequence", "text"],
  ["proposal", "text"],
  ["spot_manager", "text"],
  ["precision", "text"],
  ["sharing", "text"],
  ["published_at", "timestamptz"],
  ["bundle", "boolean"],
  ["place_kind", "text"],
  ["lon", "double precision"],
  ["lat", "double precision"],
  ["accuracy_metres", "double precision"],
  ["h3", "text"],
  ["place_name", "text"],
  ["place_code", "text"],
  ["geometry", "jsonb"],
  ["when_kind", "text"],
  ["happened_from", "timestamptz"],
  ["happened_to", "timestamptz"],
  ["recurrence", "jsonb"],
] as const;

function landing(items: string, { partnershipId, sourceId, ownerOrganisationId, at }: Landing) {
  const names = sql.join(CONTENT.map(([name]) => sql.ref(name)));
  const typed = sql.join(CONTENT.map(([name, type]) => sql`${sql.ref(name)} ${sql.raw(type)}`));
  const fresh = sql.join(CONTENT.map(([name]) => sql`${sql.ref(name)} = excluded.${sql.ref(name)}`));
  const standing = sql.join(
    CONTENT.filter(([name]) => name !== "foreign_id").map(
      ([name]) => sql`${sql.lit(name)}, observation.${sql.ref(name)}`,
    ),
  );
  return sql<{ added: number; changed: number }>`
    with item as (
      select (value ->> 'id')::uuid as id, (value ->> 'seen_at')::timestamptz as seen_at, (value ->> 'noted_at')::timestamptz as noted_at,
        value -> 'content' as content, md5((value -> 'content')::text) as fingerprint
      from jsonb_array_elements(${items}::jsonb)
    ), given as (
      select item.id, item.seen_at, item.noted_at, item.fingerprint, item.content, told.*
      from item, jsonb_to_record(item.content) as told (${typed})
    ), known as (
      select observation.id, observation.foreign_id, observation.revision, coalesce(observation.fingerprint, '') as fingerprint,
        observation.seen_at, jsonb_build_object(${standing}) as body
      from observation join given on observation.foreign_id = given.foreign_id where observation.source_id = ${sourceId}::uuid
    ), edited as (
      select known.*, given.fingerprint as new_fingerprint, given.content as new_content,
        coalesce(given.seen_at > known.seen_at, true) as is_newer
      from given join known using (foreign_id) where given.fingerprint <> known.fingerprint
    ), advanced as (
      update observation set seen_at = given.seen_at from given join known using (foreign_id)
      where observation.id = known.id and given.fingerprint = known.fingerprint and given.seen_at > known.seen_at
    ), kept as (
      insert into observation_revision (observation_id, partnership_id, revision, body, fingerprint, replaced_at)
      select id, ${partnershipId}::uuid, revision, case when is_newer then body else new_content end,
        case when is_newer then fingerprint else new_fingerprint end, ${at}::timestamptz
      from edited
      on conflict (observation_id, fingerprint) do nothing
      returning observation_id
    ), written as (
      insert into observation (id, partnership_id, source_id, owner_organisation_id, ${names}, seen_at, fingerprint, noted_at, received_at)
      select given.id, ${partnershipId}::uuid, ${sourceId}::uuid, ${ownerOrganisationId}::uuid,
        ${sql.join(CONTENT.map(([name]) => sql`given.${sql.ref(name)}`))}, given.seen_at, given.fingerprint, given.noted_at, ${at}::timestamptz
      from given left join edited on edited.foreign_id = given.foreign_id left join known on known.foreign_id = given.foreign_id
      where known.id is null or edited.is_newer
      on conflict (source_id, foreign_id) do update set ${fresh}, fingerprint = excluded.fingerprint,
        seen_at = coalesce(excluded.seen_at, observation.seen_at), revision = observation.revision + 1
      returning revision
    )
    select (select count(*) from written where revision = 1) as added,
      (select count(*) from written where revision > 1)
        + (select count(*) from kept join edited on edited.id = kept.observation_id where not edited.is_newer) as changed`;
}

export type ImportRun = ImportReport & {
  readonly id: string;
  readonly sourceId: string;
  readonly kind: ImportKind;
  readonly fileName: string;
  readonly mapping: Mapping | undefined;
  readonly startedAt: Instant;
  readonly finishedAt: Instant;
  readonly importedBy: string | undefined;
};

export async function addImportRun(tx: Tx, partnershipId: string, run: ImportRun): Promise<void> {
  const { read, added, changed, same, outside, unreadable } = run;
  await tx
    .insertInto("import_run")
    .values({
      id: run.id,
      partnership_id: partnershipId,
      source_id: run.sourceId,
      kind: run.kind,
      file_name: run.fileName,
      mapping: run.mapping === undefined ? null : JSON.stringify(run.mapping),
      started_at: run.startedAt,
      finished_at: run.finishedAt,
      imported_by: run.importedBy ?? null,
      read,
      added,
      changed,
      same,
      outside,
      unreadable,
      problems: JSON.stringify(run.problems),
    })
    .execute();
}

/** The latest first. */
export async function importRunsOf(tx: Tx, partnershipId: string, limit: number): Promise<ImportRun[]> {
  const rows = await tx
    .selectFrom("import_run")
    .selectAll()
    .where("partnership_id", "=", partnershipId)
    .orderBy("finished_at", "desc")
    .orderBy("id", "desc")
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    sourceId: row.source_id,
    kind: row.kind,
    fileName: row.file_name,
    mapping: (row.mapping ?? undefined) as Mapping | undefined,
    startedAt: row.started_at,
    finishedAt: row.finished_at,
    importedBy: row.imported_by ?? undefined,
    read: row.read,
    added: row.added,
    changed: row.changed,
    same: row.same,
    outside: row.outside,
    unreadable: row.unreadable,
    problems: row.problems,
  }));
}
