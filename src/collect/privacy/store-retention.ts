import { type Insertable, type RawBuilder, type Selectable, sql, type Transaction } from "kysely";
import type { Instant } from "../../ground/time.ts";
import type { CollectDatabase } from "../tables.ts";
import type { Within } from "../../partnership/tables.ts";
import type { DisposalRunRow, RetentionRuleRow } from "./tables.ts";
import { disposeOfNotes, disposeSaid, saidDue } from "./store-said.ts";
import type { SourceKind } from "../source.ts";
import { type HeldKind, type Marked, olderThan, type RetentionHold, type RetentionRule } from "./retention.ts";

type Tx = Transaction<CollectDatabase>;

export async function addRule(tx: Tx, partnershipId: string, rule: RetentionRule): Promise<void> {
  await tx
    .updateTable("retention_rule")
    .set({ replaced_at: rule.writtenAt })
    .where("partnership_id", "=", partnershipId)
    .where("organisation_id", "=", rule.organisationId)
    .where("source_kind", "=", rule.sourceKind)
    .where("replaced_at", "is", null)
    .execute();
  await tx
    .insertInto("retention_rule")
    .values({
      id: rule.id,
      partnership_id: partnershipId,
      organisation_id: rule.organisationId,
      source_kind: rule.sourceKind,
      months: rule.months,
      body: rule.body,
      decided_on: rule.decidedOn,
      paragraph: rule.paragraph,
      written_by: rule.writtenBy,
      written_at: rule.writtenAt,
      approved_by: null,
      approved_at: null,
      replaced_at: null,
    })
    .execute();
}

export async function approveRule(tx: Tx, { id, approvedBy, approvedAt }: RetentionRule): Promise<void> {
  await tx
    .updateTable("retention_rule")
    .set({ approved_by: approvedBy ?? null, approved_at: approvedAt ?? null })
    .where("id", "=", id)
    .execute();
}

/** The rules in force or written and not yet approved, of the organisations of the one who asks; all of them for the system. */
export async function rulesOf(tx: Tx, partnershipId: string): Promise<RetentionRule[]> {
  const rows = await tx
    .selectFrom("retention_rule")
    .selectAll()
    .where("partnership_id", "=", partnershipId)
    .where("replaced_at", "is", null)
    .orderBy("source_kind")
    .execute();
  return rows.map(ruleOf);
}

/** Every decision that is approved and in force, in every partnership. Needs the system role. */
export async function approvedRules(tx: Tx) {
  const rows = await tx
    .selectFrom("retention_rule")
    .selectAll()
    .where("approved_at", "is not", null)
    .where("replaced_at", "is", null)
    .orderBy("id")
    .execute();
  return rows.map((row) => ({ partnershipId: row.partnership_id, rule: ruleOf(row) }));
}

function ruleOf(row: Selectable<RetentionRuleRow>): RetentionRule {
  return {
    id: row.id,
    organisationId: row.organisation_id,
    sourceKind: row.source_kind,
    months: row.months,
    body: row.body,
    decidedOn: row.decided_on,
    paragraph: row.paragraph,
    writtenBy: row.written_by,
    writtenAt: row.written_at,
    approvedBy: row.approved_by ?? undefined,
    approvedAt: row.approved_at ?? undefined,
  };
}

export async function addHold(tx: Tx, partnershipId: string, hold: RetentionHold, by: string): Promise<void> {
  await tx
    .insertInto("retention_hold")
    .values({
      id: hold.id,
      partnership_id: partnershipId,
      organisation_id: hold.organisationId,
      source_id: "sourceId" in hold.of ? hold.of.sourceId : null,
      source_kind: "sourceKind" in hold.of ? hold.of.sourceKind : null,
      reason: hold.reason,
      held_by: by,
      held_at: hold.heldAt,
      let_go_by: null,
      let_go_at: null,
    })
    .execute();
}

export async function letGo(tx: Tx, holdId: string, by: string, at: Instant): Promise<void> {
  await tx.updateTable("retention_hold").set({ let_go_by: by, let_go_at: at }).where("id", "=", holdId).execute();
}

export async function holdsOf(tx: Tx, partnershipId: string): Promise<RetentionHold[]> {
  const rows = await tx
    .selectFrom("retention_hold")
    .selectAll()
    .where("partnership_id", "=", partnershipId)
    .where("let_go_at", "is", null)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    organisationId: row.organisation_id,
    // One of the two is there: a check of the table.
    of: row.source_id === null ? { sourceKind: row.source_kind! } : { sourceId: row.source_id },
    reason: row.reason,
    heldAt: row.held_at,
  }));
}

export async function markSource(tx: Tx, { sourceId, registryNumber, secrecyMark }: Marked): Promise<void> {
  await tx
    .updateTable("source")
    .set({ registry_number: registryNumber ?? null, secrecy_mark: secrecyMark ?? null })
    .where("id", "=", sourceId)
    .execute();
}

const answers = (which: RawBuilder<unknown>) => sql<number>`(
  select count(*) from campaign_answer a join campaign c on c.id = a.campaign_id where c.source_id = source.id and ${which})`;

/** Every source of these organisations: how many notes and answers still have their words, the oldest, and how many have gone. */
export async function standingOf(tx: Tx, partnershipId: string, organisationIds: readonly string[]) {
  if (organisationIds.length === 0) return [];
  return tx
    .selectFrom("source")
    .leftJoin("observation", (join) =>
      join
        .onRef("observation.source_id", "=", "source.id")
        .onRef("observation.owner_organisation_id", "=", "source.owner_organisation_id"),
    )
    .where("source.partnership_id", "=", partnershipId)
    .where("source.owner_organisation_id", "in", [...organisationIds])
    .groupBy("source.id")
    .orderBy("source.name")
    .select([
      "source.id as id",
      "source.slug as slug",
      "source.name as name",
      "source.kind as kind",
      "source.registry_number as registryNumber",
      "source.secrecy_mark as secrecyMark",
      sql<number>`count(observation.id) filter (where disposed_at is null) + ${answers(sql`a.disposed_on is null`)}`.as(
        "raw",
      ),
      sql<number>`count(observation.id) filter (where disposed_at is not null) + ${answers(sql`a.disposed_on is not null`)}`.as(
        "disposed",
      ),
      sql<Instant | null>`least(min(received_at) filter (where disposed_at is null), (
        select min(a.received_on)::timestamptz from campaign_answer a join campaign c on c.id = a.campaign_id
        where c.source_id = source.id and a.disposed_on is null))`.as("oldest"),
    ])
    .execute();
}

export async function runsOf(tx: Tx, partnershipId: string, count: number) {
  return tx
    .selectFrom("disposal_run")
    .where("partnership_id", "=", partnershipId)
    .orderBy("done_at", "desc")
    .limit(count)
    .select([
      "source_kind as sourceKind",
      "older_than as olderThan",
      "observations",
      "revisions",
      "photos",
      "quotes",
      "texts",
      "digest",
      "done_at as doneAt",
    ])
    .execute();
}

/** What a rule would take now: notes of that kind of source with words that came in before, no hold on them. */
function takenBy(tx: Tx, partnershipId: string, rule: RetentionRule, at: Instant) {
  return tx
    .selectFrom("observation")
    .innerJoin("source", "source.id", "observation.source_id")
    .where("observation.partnership_id", "=", partnershipId)
    .where("observation.owner_organisation_id", "=", rule.organisationId)
    .where("source.kind", "=", sql<SourceKind>`${rule.sourceKind}`)
    .where("received_at", "<", olderThan(rule.months, at))
    .where("disposed_at", "is", null);
}

/** The sources that are held, by themselves or with all of their kind. */
const held = (tx: Tx) =>
  tx
    .selectFrom("source")
    .select("source.id")
    .where((is) =>
      is.exists(
        is
          .selectFrom("retention_hold as h")
          .select("h.id")
          .where("h.let_go_at", "is", null)
          .whereRef("h.partnership_id", "=", "source.partnership_id")
          .where((on) =>
            on.or([
              on("h.source_id", "=", on.ref("source.id")),
              on.and([
                on("h.source_kind", "=", sql<HeldKind>`source.kind`),
                on("h.organisation_id", "=", on.ref("source.owner_organisation_id")),
              ]),
            ]),
          ),
      ),
    );

/** «Provkör»: how many would go, and how many lie under a hold. */
export async function tryRule(tx: Tx, partnershipId: string, rule: RetentionRule, at: Instant) {
  const count = sql<number>`count(*)`.as("count");
  const all = await takenBy(tx, partnershipId, rule, at).select(count).executeTakeFirstOrThrow();
  const kept = await takenBy(tx, partnershipId, rule, at)
    .where("observation.source_id", "in", held(tx))
    .select(count)
    .executeTakeFirstOrThrow();
  const said = await saidDue(tx, partnershipId, rule, at);
  return { due: all.count - kept.count + said.due, held: kept.count + said.held };
}

/** A run is cut at this many notes, so that one that breaks has lost little; the rest goes next time. */
const AT_A_TIME = 2000;

/**
 * Takes the words of what a rule is for: the texts, what they said before, the source's own fields, pictures, quotes. The row stays with what it was of,
 * where and when, so that every count is as before. Needs the system role. Returns undefined when there was nothing to take.
 */
export async function dispose(
  tx: Tx,
  partnershipId: string,
  rule: RetentionRule,
  { at, id }: { at: Instant; id: string },
) {
  const rows = await takenBy(tx, partnershipId, rule, at)
    .where("observation.source_id", "not in", held(tx))
    .orderBy("observation.id")
    .limit(AT_A_TIME)
    .select("observation.id as id")
    .execute();
  const ids = rows.map((row) => row.id);
  const quotes = await disposeQuotes(tx, partnershipId, rule, at);
  const said = await disposeSaid(tx, partnershipId, rule, at);
  if (ids.length === 0 && quotes === 0 && said.texts === 0) return undefined;
  let revisions = 0;
  let pictures: string[] = [];
  if (ids.length > 0) {
    const before = await tx.deleteFrom("observation_revision").where("observation_id", "in", ids).executeTakeFirst();
    revisions = Number(before.numDeletedRows);
    const gone = await tx.deleteFrom("photo").where("observation_id", "in", ids).returning("sha256").execute();
    pictures = gone.map(({ sha256 }) => sha256);
    await tx
      .updateTable("observation")
      .set({
        text: "",
        consequence: "",
        proposal: "",
        foreign: null,
        withdrawn_reason: sql`case when withdrawn_at is null then null else '' end`,
        disposed_at: at,
      })
      .where("id", "in", ids)
      .execute();
    said.texts += await disposeOfNotes(tx, ids, at);
  }
  const run = {
    id,
    partnership_id: partnershipId,
    organisation_id: rule.organisationId,
    rule_id: rule.id,
    source_kind: rule.sourceKind,
    older_than: olderThan(rule.months, at),
    observations: ids.length,
    revisions,
    photos: pictures.length + said.photos,
    quotes,
    texts: said.texts,
    done_at: at,
  };
  await addRun(tx, run, ids);
  return { ...run, pictures: [...new Set(pictures)], more: ids.length === AT_A_TIME };
}

/** What went, told by counts and a digest of the ids. Needs the system role. */
export async function addRun(
  tx: Within<CollectDatabase>,
  run: Omit<Insertable<DisposalRunRow>, "digest">,
  ids: readonly string[],
): Promise<void> {
  const digest = sql<string>`encode(sha256(convert_to(${ids.join(",")}::text, 'UTF8')), 'hex')`;
  await tx
    .insertInto("disposal_run")
    .values({ ...run, digest })
    .execute();
}

/** Bytes are kept once for all pictures that are the same: those that a picture is still of. */
export async function keptPhotos(tx: Within<CollectDatabase>, hashes: readonly string[]): Promise<ReadonlySet<string>> {
  if (hashes.length === 0) return new Set();
  const still = await tx
    .selectFrom("photo")
    .select("sha256")
    .where("sha256", "in", [...hashes])
    .execute();
  return new Set(still.map(({ sha256 }) => sha256));
}

/** What somebody said in a dialogue, word for word; how many said it stays. */
async function disposeQuotes(tx: Tx, partnershipId: string, rule: RetentionRule, at: Instant): Promise<number> {
  const day = olderThan(rule.months, at);
  const gone = await tx
    .updateTable("dialogue_theme")
    .set({ quote: "" })
    .where("partnership_id", "=", partnershipId)
    .where("quote", "<>", "")
    .where("dialogue_id", "in", (from) =>
      from
        .selectFrom("dialogue")
        .innerJoin("source", "source.id", "dialogue.source_id")
        .where("source.kind", "=", sql<SourceKind>`${rule.sourceKind}`)
        .where("source.owner_organisation_id", "=", rule.organisationId)
        .where("source.id", "not in", held(tx))
        .where(sql<boolean>`held_to < ${day}::timestamptz`)
        .select("dialogue.id"),
    )
    .executeTakeFirst();
  return Number(gone.numUpdatedRows);
}
