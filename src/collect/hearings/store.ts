import type { Selectable } from "kysely";
import type { Instant } from "../../ground/time.ts";
import type { Within } from "../../partnership/tables.ts";
import type { CollectDatabase } from "../tables.ts";
import type { ActorKind, Hearing } from "./hearing.ts";
import type { Passage, Released } from "./passage.ts";
import type { HearingPassageRow, HearingRow } from "./tables.ts";

type Tx = Within<CollectDatabase>;

/** What the caller may read, the latest first. */
export async function hearingsOf(tx: Tx, partnershipId: string): Promise<Hearing[]> {
  const rows = await tx
    .selectFrom("hearing")
    .selectAll()
    .where("partnership_id", "=", partnershipId)
    .orderBy("held_on", "desc")
    .orderBy("noted_at", "desc")
    .orderBy("id")
    .execute();
  return rows.map(hearingOf);
}

export async function hearingById(tx: Tx, partnershipId: string, id: string): Promise<Hearing | undefined> {
  const row = await tx
    .selectFrom("hearing")
    .selectAll()
    .where("partnership_id", "=", partnershipId)
    .where("id", "=", id)
    .executeTakeFirst();
  return row && hearingOf(row);
}

/** The same, held: two who correct it at once come one after the other. */
export async function heldHearing(tx: Tx, partnershipId: string, id: string): Promise<Hearing | undefined> {
  const row = await tx
    .selectFrom("hearing")
    .selectAll()
    .where("partnership_id", "=", partnershipId)
    .where("id", "=", id)
    .forUpdate()
    .executeTakeFirst();
  return row && hearingOf(row);
}

export async function addHearing(tx: Tx, partnershipId: string, hearing: Hearing): Promise<void> {
  await tx
    .insertInto("hearing")
    .values({
      id: hearing.id,
      partnership_id: partnershipId,
      owner_organisation_id: hearing.ownerOrganisationId,
      form: hearing.form,
      ...saidColumns(hearing),
      kept_on: hearing.keptOn ?? null,
      passage_ids: hearing.passageIds,
      noted_at: hearing.notedAt,
      example: hearing.example,
    })
    .execute();
}

function saidColumns(hearing: Hearing) {
  const own = hearing.form === "staff";
  return {
    actor_kind: own ? null : hearing.actorKind,
    area: own ? "" : hearing.area,
    held_on: hearing.heldOn,
    themes: JSON.stringify(hearing.themes),
    does: own ? "" : hearing.does,
    wish_municipality: hearing.wishMunicipality,
    wish_police: hearing.wishPolice,
    promised: hearing.promised?.text ?? "",
    promised_by: hearing.promised?.by ?? null,
    reading: own ? ("own" as const) : hearing.reading,
    asked: own ? hearing.asked : null,
    answered: own ? hearing.answered : null,
    texts: own ? hearing.texts : [],
  };
}

type Revised = { readonly before: Hearing; readonly after: Hearing; readonly at: Instant; readonly by: string };
/** Writes it as it is now, and keeps what it said before. */
export async function reviseHearing(tx: Tx, partnershipId: string, { before, after, at, by }: Revised): Promise<void> {
  await tx
    .insertInto("hearing_revision")
    .values({
      hearing_id: before.id,
      partnership_id: partnershipId,
      owner_organisation_id: before.ownerOrganisationId,
      revision: before.revision,
      body: JSON.stringify(before),
      replaced_at: at,
      replaced_by: by,
    })
    .execute();
  await tx
    .updateTable("hearing")
    .set({
      ...saidColumns(after),
      kept_on: after.keptOn ?? null,
      revision: after.revision,
      revised_at: after.revisedAt ?? null,
    })
    .where("id", "=", after.id)
    .execute();
}

/** Its themes among the observations, in the order they stand. */
export async function themeIdsOf(tx: Tx, id: string): Promise<readonly string[]> {
  const row = await tx.selectFrom("hearing").select("theme_ids").where("id", "=", id).executeTakeFirst();
  return row?.theme_ids ?? [];
}

export async function saveThemeIds(tx: Tx, id: string, themeIds: readonly string[]): Promise<void> {
  await tx.updateTable("hearing").set({ theme_ids: themeIds }).where("id", "=", id).execute();
}

export async function changeHearing(tx: Tx, { id, passageIds, keptOn }: Hearing): Promise<void> {
  await tx
    .updateTable("hearing")
    .set({ passage_ids: passageIds, kept_on: keptOn ?? null })
    .where("id", "=", id)
    .execute();
}

function hearingOf(row: Selectable<HearingRow>): Hearing {
  const common = {
    id: row.id,
    ownerOrganisationId: row.owner_organisation_id,
    heldOn: row.held_on,
    themes: row.themes,
    wishMunicipality: row.wish_municipality,
    wishPolice: row.wish_police,
    promised: row.promised_by === null ? undefined : { text: row.promised, by: row.promised_by },
    keptOn: row.kept_on ?? undefined,
    passageIds: row.passage_ids,
    notedAt: row.noted_at,
    revision: row.revision,
    revisedAt: row.revised_at ?? undefined,
    example: row.example,
  };
  if (row.form === "staff")
    return { ...common, form: "staff", asked: row.asked!, answered: row.answered!, texts: row.texts };
  const { area, does, reading } = row;
  return { ...common, form: "actor", actorKind: row.actor_kind!, area, does, reading };
}

// Where how many are

export async function areasOf(tx: Tx, partnershipId: string) {
  return tx
    .selectFrom("hearing_area")
    .select(["actor_kind as actorKind", "area", "actors", "owner_organisation_id as ownerOrganisationId"])
    .where("partnership_id", "=", partnershipId)
    .orderBy("area")
    .execute();
}

export async function rememberActors(
  tx: Tx,
  partnershipId: string,
  known: { ownerOrganisationId: string; actorKind: ActorKind; area: string; actors: number },
): Promise<void> {
  await tx
    .insertInto("hearing_area")
    .values({
      partnership_id: partnershipId,
      owner_organisation_id: known.ownerOrganisationId,
      actor_kind: known.actorKind,
      area: known.area,
      actors: known.actors,
    })
    .onConflict((on) =>
      on
        .columns(["partnership_id", "owner_organisation_id", "actor_kind", "area"])
        .doUpdateSet({ actors: known.actors }),
    )
    .execute();
}

/** The other party of the two that stand behind the promise. */
export async function otherParty(tx: Tx, partnershipId: string, organisationId: string) {
  return tx
    .selectFrom("partnership_party")
    .innerJoin("organisation", "organisation.id", "partnership_party.organisation_id")
    .select(["organisation.id as organisationId", "organisation.kind as party", "organisation.short_name as name"])
    .where("partnership_id", "=", partnershipId)
    .where("standing", "in", ["municipality", "police"])
    .where("organisation.id", "<>", organisationId)
    .executeTakeFirst();
}

// Passages

export async function passagesOf(tx: Tx, partnershipId: string): Promise<Passage[]> {
  const rows = await tx
    .selectFrom("hearing_passage")
    .leftJoin("hearing_passage_text", "hearing_passage_text.passage_id", "hearing_passage.id")
    .selectAll("hearing_passage")
    .select("hearing_passage_text.text as text")
    .where("hearing_passage.partnership_id", "=", partnershipId)
    .orderBy("shared_at", "desc")
    .orderBy("hearing_passage.id")
    .execute();
  return rows.map(passageOf);
}

/** Held, so that one who takes back and one who opens at the same moment do not both succeed. */
export async function heldPassage(tx: Tx, partnershipId: string, id: string): Promise<Passage | undefined> {
  const row = await tx
    .selectFrom("hearing_passage")
    .selectAll()
    .where("partnership_id", "=", partnershipId)
    .where("id", "=", id)
    .forUpdate()
    .executeTakeFirst();
  return row && passageOf({ ...row, text: (await textOfPassage(tx, id)) ?? null });
}

/** The words, for those the database lets read them. */
export async function textOfPassage(tx: Tx, id: string): Promise<string | undefined> {
  const row = await tx
    .selectFrom("hearing_passage_text")
    .select("text")
    .where("passage_id", "=", id)
    .executeTakeFirst();
  return row?.text;
}

export async function addPassage(tx: Tx, partnershipId: string, passage: Released): Promise<void> {
  await tx
    .insertInto("hearing_passage")
    .values({
      id: passage.id,
      partnership_id: partnershipId,
      owner_organisation_id: passage.ownerOrganisationId,
      to_organisation_id: passage.toOrganisationId,
      actor_kind: passage.actorKind ?? null,
      area: passage.area,
      shared_at: passage.sharedAt,
      opened_at: passage.openedAt ?? null,
      withdrawn_at: passage.withdrawnAt ?? null,
      example: passage.example,
    })
    .execute();
  await tx
    .insertInto("hearing_passage_text")
    .values({ passage_id: passage.id, partnership_id: partnershipId, text: passage.text })
    .execute();
}

export async function changePassage(tx: Tx, { id, openedAt, withdrawnAt }: Passage): Promise<void> {
  await tx
    .updateTable("hearing_passage")
    .set({ opened_at: openedAt ?? null, withdrawn_at: withdrawnAt ?? null })
    .where("id", "=", id)
    .execute();
}

function passageOf(row: Selectable<HearingPassageRow> & { readonly text: string | null }): Passage {
  return {
    id: row.id,
    ownerOrganisationId: row.owner_organisation_id,
    toOrganisationId: row.to_organisation_id,
    actorKind: row.actor_kind ?? undefined,
    area: row.area,
    text: row.text ?? undefined,
    sharedAt: row.shared_at,
    openedAt: row.opened_at ?? undefined,
    withdrawnAt: row.withdrawn_at ?? undefined,
    example: row.example,
  };
}
