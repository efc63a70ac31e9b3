// Papers handed in that never became a signature, and never can: what a decision of disposal takes. What somebody vouched for is kept with its promise.
import { sql } from "kysely";
import { olderThan, type RetentionRule } from "../../collect/privacy/retention.ts";
import { addRun } from "../../collect/privacy/store-retention.ts";
import type { Instant } from "../../ground/time.ts";
import type { Within } from "../../partnership/tables.ts";
import type { PledgeDatabase } from "../tables.ts";

type Tx = Within<PledgeDatabase>;

const isSigned = sql<boolean>`exists (
  select 1 from pledge_signature s where s.document_id = pledge_paper.document_id and s.means #>> '{voucher,scan}' = pledge_paper.scan)`;
/** Locked for signing, and its party's signature is still waited for. */
const mayBeSigned = sql<boolean>`exists (
  select 1 from pledge_document d where d.id = pledge_paper.document_id and d.state in ('proposed', 'half-signed')
    and not exists (select 1 from pledge_signature s where s.document_id = d.id and s.party = pledge_paper.party))`;

function looseOf(tx: Tx, partnershipId: string, rule: RetentionRule, at: Instant) {
  return tx
    .selectFrom("pledge_paper")
    .where("partnership_id", "=", partnershipId)
    .where("organisation_id", "=", rule.organisationId)
    .where("handed_in_at", "<", olderThan(rule.months, at))
    .where((is) => is.not(isSigned))
    .where((is) => is.not(mayBeSigned));
}

async function isHeld(tx: Tx, partnershipId: string, { organisationId }: RetentionRule): Promise<boolean> {
  const hold = await tx
    .selectFrom("retention_hold")
    .select("id")
    .where("partnership_id", "=", partnershipId)
    .where("organisation_id", "=", organisationId)
    .where("source_kind", "=", "loose-paper")
    .where("let_go_at", "is", null)
    .executeTakeFirst();
  return hold !== undefined;
}

/** «Provkör»: how many would go, and how many lie under a hold. */
export async function tryPapers(tx: Tx, partnershipId: string, rule: RetentionRule, at: Instant) {
  const { count } = await looseOf(tx, partnershipId, rule, at)
    .select(sql<number>`count(*)`.as("count"))
    .executeTakeFirstOrThrow();
  return (await isHeld(tx, partnershipId, rule)) ? { due: 0, held: count } : { due: count, held: 0 };
}

/** Takes them away; `pictures` are the scans that nothing is of any more. Nothing where there was none. Needs the system role. */
export async function disposePapers(
  tx: Tx,
  partnershipId: string,
  rule: RetentionRule,
  { at, id }: { readonly at: Instant; readonly id: string },
) {
  if (await isHeld(tx, partnershipId, rule)) return undefined;
  const loose = await looseOf(tx, partnershipId, rule, at).select("id").orderBy("id").execute();
  const ids = loose.map((paper) => paper.id);
  if (ids.length === 0) return undefined;
  const gone = await tx.deleteFrom("pledge_paper").where("id", "in", ids).returning("scan").execute();
  const run = {
    id,
    partnership_id: partnershipId,
    organisation_id: rule.organisationId,
    rule_id: rule.id,
    source_kind: rule.sourceKind,
    older_than: olderThan(rule.months, at),
    observations: 0,
    revisions: 0,
    photos: gone.length,
    quotes: 0,
    texts: 0,
    done_at: at,
  };
  await addRun(tx, run, ids);
  return { ...run, pictures: gone.map(({ scan }) => scan), more: false };
}

/** Of these bytes, those that a paper is kept as: they stay, whatever else of the same bytes goes. */
export async function keptScans(tx: Tx, hashes: readonly string[]): Promise<ReadonlySet<string>> {
  if (hashes.length === 0) return new Set();
  const rows = await tx
    .selectFrom("pledge_paper")
    .select("scan")
    .where("scan", "in", [...hashes])
    .execute();
  return new Set(rows.map(({ scan }) => scan));
}
