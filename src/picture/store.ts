import { sql } from "kysely";
import { placeOf } from "../collect/place-columns.ts";
import { knowledgeOf } from "../collect/source.ts";
import type { Category } from "../collect/category.ts";
import type { Position } from "../ground/place.ts";
import { monthOf } from "../ground/time.ts";
import type { Within } from "../partnership/tables.ts";
import type { Village } from "../partnership/village.ts";
import { areaOf, areasOf, type Ground } from "./areas.ts";
import { beginStore } from "./columns/build.ts";
import type { EventStore } from "./columns/event-store.ts";
import { type Entry, eventOf, voicesOf } from "./entry-event.ts";
import { isSharedOut, sharedNotes, sharedNotesSlug } from "./shared-notes.ts";
import type { PictureDatabase } from "./tables.ts";

type Tx = Within<PictureDatabase>;

/** How many are told one by one; the rest are in the counts. */
export const LISTED = 300;

/** How many rows are held at once while a store is built. */
const BATCH = 5000;

/** Everything that may be counted, as the one who asks may see it, by rising id and a batch at a time. Withdrawn things are gone from the picture. */
export async function* entriesOf(tx: Tx, partnershipId: string, batch = BATCH): AsyncGenerator<readonly Entry[]> {
  for (let last: string | undefined; ;) {
    const rows = await entryRows(tx, partnershipId, last).limit(batch).execute();
    yield rows.map((row) => ({
      id: row.id,
      ...sourceIn(row),
      kind: row.kind,
      category: row.category as Category,
      sharing: row.sharing,
      place: { kind: row.placeKind, position: positionOf(row), code: row.placeCode ?? undefined },
      whenKind: row.whenKind,
      from: row.from ?? undefined,
      to: row.to ?? undefined,
      recurrence: row.recurrence ?? undefined,
      precision: row.precision,
      agreed: row.agreed ?? undefined,
      bundle: row.bundle,
    }));
    last = rows.at(-1)?.id;
    if (rows.length < batch) return;
  }
}

/** Where it stands in the picture. What was read from a file is not there at all for those who may not see its source; a note is, and then stands with what its owner shares. */
function sourceIn({ source, sourceKind, secrecyClass, sharing, owner }: EntryRow) {
  const isShared = source === null || sourceKind === null || isSharedOut(sharing, secrecyClass);
  return isShared ? { source: sharedNotesSlug(owner), sourceKind: "staff" as const } : { source, sourceKind };
}

type EntryRow = Awaited<ReturnType<ReturnType<typeof entryRows>["execute"]>>[number];

function entryRows(tx: Tx, partnershipId: string, after: string | undefined) {
  const minuteOf = (column: "happened_from" | "happened_to") =>
    sql<number | null>`floor(extract(epoch from ${sql.ref(column)}) / 60)::integer`;
  return tx
    .selectFrom("observation")
    .leftJoin("source", "source.id", "observation.source_id")
    .where("observation.partnership_id", "=", partnershipId)
    .where("withdrawn_at", "is", null)
    .where("wished_sharing", "is", null)
    .$if(after !== undefined, (query) => query.where("observation.id", ">", after!))
    .orderBy("observation.id")
    .select([
      "observation.id as id",
      "source.slug as source",
      "source.kind as sourceKind",
      "source.secrecy_class as secrecyClass",
      "observation.owner_organisation_id as owner",
      "observation.kind as kind",
      "category",
      "sharing",
      "place_kind as placeKind",
      "lon",
      "lat",
      "place_code as placeCode",
      "when_kind as whenKind",
      minuteOf("happened_from").as("from"),
      minuteOf("happened_to").as("to"),
      "recurrence",
      "precision",
      "agreed",
      "bundle",
    ]);
}

/** All that the one who asks may see, or of that what both parties see. */
export type SharingSeen = "all" | "shared";

/**
 * What the one who asks may see, in columns. `ids` has sixteen bytes for each key. A summary of several happenings is listed and never counted, so it has a store of its own; so have
 * the voices behind what is felt, each entry as many as agreed.
 */
export type Columns = {
  readonly events: EventStore;
  readonly summaries: EventStore;
  readonly voices: EventStore;
  readonly ids: Uint8Array;
};

export async function columnsOf(
  tx: Tx,
  partnershipId: string,
  villages: readonly Village[],
  ground: Ground,
  { batch = BATCH, sharing = "all" }: { readonly batch?: number | undefined; readonly sharing?: SharingSeen } = {},
): Promise<Columns> {
  const areas = areasOf(villages, ground);
  const [events, summaries, voices] = [beginStore(areas), beginStore(areas), beginStore(areas)];
  const ids: Uint8Array[] = [];
  let key = 0;
  for await (const all of entriesOf(tx, partnershipId, batch)) {
    const entries = sharing === "all" ? all : all.filter((entry) => entry.sharing !== "own");
    ids.push(idBytes(entries.map(({ id }) => id)));
    for (const entry of entries) {
      const event = eventOf(entry, key++, villages, ground);
      (entry.bundle ? summaries : events).add(event);
      if (!entry.bundle && knowledgeOf(entry.sourceKind) === "felt") voices.add({ ...event, count: voicesOf(entry) });
    }
  }
  return { events: events.finish(), summaries: summaries.finish(), voices: voices.finish(), ids: Buffer.concat(ids) };
}

/** Ids as sixteen bytes each. */
function idBytes(ids: readonly string[]): Uint8Array {
  return Buffer.from(ids.join("").replaceAll("-", ""), "hex");
}

/** The id with this key. */
export function idAt(ids: Uint8Array, key: number): string {
  const hex = Buffer.from(ids.subarray(key * 16, key * 16 + 16)).toString("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}

/**
 * A word that is another as soon as anything has happened in the partnership, or the one who asks speaks for other organisations there; undefined where nothing has happened. It is for what is
 * held in memory, never for a person: that something happened may be confidential.
 */
export async function stampOf(tx: Tx, partnershipId: string): Promise<string | undefined> {
  const row = await tx
    .selectFrom("partnership")
    .where("id", "=", partnershipId)
    .select([
      sql<string | null>`samsyn_head(id)`.as("head"),
      // Asked here and not of the session: rights that ended between the two are ended.
      sql<string | null>`(
        select string_agg(distinct organisation_id::text, ',') from role_grant
        where partnership_id = partnership.id and person_id = samsyn_person() and ended_at is null
      )`.as("rights"),
    ])
    .executeTakeFirst();
  return row === undefined || row.head === null ? undefined : `${row.head} ${row.rights ?? ""}`;
}

function positionOf({ lon, lat }: { lon: number | null; lat: number | null }): Position | undefined {
  return lon === null || lat === null ? undefined : [lon, lat];
}

function told(tx: Tx, partnershipId: string) {
  return tx
    .selectFrom("observation")
    .innerJoin("organisation", "organisation.id", "observation.owner_organisation_id")
    .leftJoin("source", "source.id", "observation.source_id")
    .leftJoin("walk", "walk.id", "observation.walk_id")
    .leftJoin("walk_stop", "walk_stop.id", "observation.stop_id")
    .where("observation.partnership_id", "=", partnershipId)
    .where("withdrawn_at", "is", null)
    .where("wished_sharing", "is", null)
    .select([
      "observation.id as id",
      "observation.kind as kind",
      "observation.category as category",
      "observation.text as text",
      "observation.consequence as consequence",
      "observation.proposal as proposal",
      "observation.spot_manager as spotManager",
      "observation.agreed as agreed",
      "observation.sharing as sharing",
      "observation.bundle as bundle",
      "observation.example as example",
      "observation.when_kind as whenKind",
      "observation.happened_from as happenedFrom",
      "observation.happened_to as happenedTo",
      "observation.precision as precision",
      "observation.place_kind as place_kind",
      "observation.lon as lon",
      "observation.lat as lat",
      "observation.accuracy_metres as accuracy_metres",
      "observation.h3 as h3",
      "observation.place_name as place_name",
      "observation.place_code as place_code",
      "observation.geometry as geometry",
      "source.slug as sourceSlug",
      "source.name as sourceName",
      "source.kind as sourceKind",
      "source.caveat as sourceCaveat",
      "source.secrecy_class as secrecyClass",
      "organisation.id as ownerId",
      "organisation.short_name as ownerName",
      "walk.slug as walkSlug",
      "walk.title as walkTitle",
      "walk_stop.name as stopName",
    ]);
}

type Told = Awaited<ReturnType<ReturnType<typeof told>["execute"]>>[number];

/** The source as it is told of; as in `sourceIn`. */
function sourceTold({
  sourceSlug,
  sourceName,
  sourceKind,
  sourceCaveat,
  secrecyClass,
  sharing,
  ownerId,
  ownerName,
}: Told) {
  const shared = sharedNotes({ id: ownerId, name: ownerName });
  const isShared =
    sourceSlug === null || sourceName === null || sourceKind === null || isSharedOut(sharing, secrecyClass);
  return isShared
    ? { sourceSlug: shared.slug, sourceName: shared.name, sourceKind: shared.kind, sourceCaveat: shared.caveat }
    : { sourceSlug, sourceName, sourceKind, sourceCaveat: sourceCaveat ?? "" };
}

/** The things themselves, in the order of the ids; at most `LISTED`. What the one who asks may not see is not among them. */
export async function tellEntries(tx: Tx, partnershipId: string, ids: readonly string[], villages: readonly Village[]) {
  const asked = ids.slice(0, LISTED);
  if (asked.length === 0) return [];
  const rows = await told(tx, partnershipId).where("observation.id", "in", asked).execute();
  const order = new Map(asked.map((id, index) => [id, index]));
  return rows
    .map(({ place_kind, accuracy_metres, place_name, place_code, ...row }) => {
      const { lon, lat, h3, geometry, secrecyClass: _class, ownerId: _owner, ownerName: _name, ...rest } = row;
      const source = sourceTold({ ...row, place_kind, accuracy_metres, place_name, place_code });
      const place = placeOf({ place_kind, lon, lat, accuracy_metres, h3, place_name, place_code, geometry });
      return {
        ...rest,
        ...source,
        knowledge: knowledgeOf(source.sourceKind),
        place,
        placeName: place_name ?? row.stopName ?? null,
        area: areaOf(positionOf({ lon, lat }), villages),
      };
    })
    .toSorted((a, b) => (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0));
}

/** The last few that came in to be seen, newest first: for an overview. */
export async function newestIn(tx: Tx, partnershipId: string, count: number) {
  const rows = await told(tx, partnershipId)
    .orderBy(sql`happened_from desc nulls last`)
    .orderBy("observation.id")
    .limit(count)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    text: row.text,
    place: placeOf(row),
    source: sourceTold(row).sourceName,
    at: row.happenedFrom,
    example: row.example,
  }));
}

/** What was measured, newest first. */
export async function measurementsOf(tx: Tx, partnershipId: string, villages: readonly Village[]) {
  const rows = await tx
    .selectFrom("measurement")
    .innerJoin("source", "source.id", "measurement.source_id")
    .where("measurement.partnership_id", "=", partnershipId)
    .where("measurement.withdrawn_at", "is", null)
    .orderBy("from_day", "desc")
    .orderBy("measurement.name")
    .selectAll("measurement")
    .select(["source.slug as source_slug", "source.kind as source_kind"])
    .execute();
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    unit: row.unit,
    value: row.value,
    low: row.low,
    high: row.high,
    n: row.n,
    from: row.from_day,
    to: row.to_day,
    month: monthOf(row.from_day),
    caveat: row.caveat,
    example: row.example,
    sourceSlug: row.source_slug,
    place: placeOf(row),
    area: areaOf(positionOf(row), villages),
  }));
}

/** Sources the one who asks may see, for the filter and for what must be known before believing. */
export async function sourcesOf(tx: Tx, partnershipId: string) {
  const rows = await tx
    .selectFrom("source")
    .where("partnership_id", "=", partnershipId)
    .orderBy("name")
    .select(["slug", "name", "kind", "sample_type as sampleType", "caveat", "secrecy_class as secrecyClass", "example"])
    .execute();
  return rows.map((row) => ({ ...row, knowledge: knowledgeOf(row.kind) }));
}

/** What stands for the sources of shared notes, an organisation each: of these columns, those there is anything from. */
export async function sharedNotesIn(tx: Tx, partnershipId: string, { events, summaries }: Columns) {
  const rows = await tx
    .selectFrom("organisation")
    .innerJoin("partnership_party", "partnership_party.organisation_id", "organisation.id")
    .where("partnership_party.partnership_id", "=", partnershipId)
    .orderBy("short_name")
    .select(["organisation.id as id", "short_name as name"])
    .execute();
  return rows
    .map(sharedNotes)
    .filter(({ slug }) => [events, summaries].some(({ words }) => words.source.includes(slug)));
}

/** Where the map begins: the municipality's outline and middle. */
export async function groundOf(tx: Tx, partnershipId: string) {
  return tx
    .selectFrom("partnership")
    .where("id", "=", partnershipId)
    .select([
      "municipality_code as code",
      "municipality_name as name",
      "county_code as countyCode",
      "county_name as countyName",
      "outline",
      "centre_lon as lon",
      "centre_lat as lat",
    ])
    .executeTakeFirst();
}
