// The promises' log as it is stored. The database writes it itself when something happens (migrations/0061_pledge_log.sql); here it is read, proved
// from, and recomputed.
import { type RawBuilder, sql } from "kysely";
import { sameBytes } from "../ground/bytes.ts";
import { canonicalText, type Json } from "../ground/canonical.ts";
import type { Instant } from "../ground/time.ts";
import type { Within } from "../partnership/tables.ts";
import type { AnyTransaction } from "../platform/server/house.ts";
import {
  append,
  EMPTY,
  type Frontier,
  type Hash32,
  leafHash,
  peaksOf,
  type Place,
  planConsistency,
  planInclusion,
  rootOf,
} from "./merkle.ts";
import type { PledgeDatabase, PledgeLogEntryRow } from "./tables.ts";

type Tx = Within<PledgeDatabase>;

export type LogHead = { readonly size: number; readonly root: Hash32 };

/** How many entries there are and the root over them. Reads one node a level, whatever the size. */
export async function logHead(tx: Tx, size?: number): Promise<LogHead> {
  const entries = size ?? (await logSize(tx));
  const places = peaksOf(entries);
  const hashAt = await nodesAt(tx, places);
  return { size: entries, root: rootOf({ size: entries, peaks: places.map(hashAt) }) };
}

export async function logSize(tx: Tx): Promise<number> {
  const last = await tx
    .selectFrom("pledge_log_node")
    .select("index")
    .where("level", "=", 0)
    .orderBy("index", "desc")
    .limit(1)
    .executeTakeFirst();
  return last === undefined ? 0 : last.index + 1;
}

/** That an entry is in the log as it was at this size: its hash, and the way from it to the root. */
export async function inclusionProof(
  tx: Tx,
  index: number,
  size: number,
): Promise<{ readonly leaf: Hash32; readonly proof: readonly Hash32[] }> {
  const own: Place = { level: 0, index };
  const plan = planInclusion(index, size);
  const hashAt = await nodesAt(tx, [own, ...plan.places]);
  return { leaf: hashAt(own), proof: plan.proof(hashAt) };
}

/** That the log of one size begins as it did when it was smaller. */
export async function consistencyProof(tx: Tx, before: number, size: number): Promise<readonly Hash32[]> {
  const plan = planConsistency(before, size);
  return plan.proof(await nodesAt(tx, plan.places));
}

/** The entries' own hashes, from one on: with all of them anybody can make the root. */
export async function leafHashes(tx: Tx, from: number, most: number): Promise<readonly Hash32[]> {
  const rows = await tx
    .selectFrom("pledge_log_node")
    .select("hash")
    .where("level", "=", 0)
    .where("index", ">=", from)
    .orderBy("index")
    .limit(most)
    .execute();
  return rows.map(({ hash }) => hash);
}

export type LogEntry = Pick<PledgeLogEntryRow, "index" | "kind" | "leaf">;

/** What the log says of these documents, in order. */
export async function entriesOf(
  tx: Tx,
  documentIds: readonly string[],
): Promise<readonly (LogEntry & { readonly documentId: string })[]> {
  if (documentIds.length === 0) return [];
  return tx
    .selectFrom("pledge_log_entry")
    .select(["index", "kind", "leaf", "document_id as documentId"])
    .where("document_id", "in", documentIds)
    .orderBy("index")
    .execute();
}

/** Which entry says that a document of one's own partnership is published; null before it is. */
export async function publishedEntry(tx: Tx, documentId: string): Promise<number | null> {
  const row = await tx
    .selectFrom("pledge_document")
    .select(sql<number | null>`samsyn_published_entry(id)`.as("index"))
    .where("id", "=", documentId)
    .executeTakeFirst();
  return row?.index ?? null;
}

export type LogKey = { readonly privateKey: Uint8Array; readonly publicKey: Uint8Array };

/** The log's own key; what `make` makes is kept the first time, also when two ask at once. */
export async function logKey(tx: Tx, at: Instant, make: () => LogKey): Promise<LogKey> {
  const kept = () =>
    tx.selectFrom("pledge_log_key").select(["private_key as privateKey", "public_key as publicKey"]).executeTakeFirst();
  const there = await kept();
  if (there !== undefined) return there;
  const { privateKey, publicKey } = make();
  await tx
    .insertInto("pledge_log_key")
    .values({ private_key: privateKey, public_key: publicKey, made_at: at })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return (await kept())!;
}

export type LogStamp = {
  readonly size: number;
  readonly checkpoint: string;
  readonly token: Uint8Array;
  readonly at: Instant;
  readonly service: string;
};

/** The earliest stamp of a head that already had the entry, or else the latest there is. Null where the log has none. */
export async function stampOver(tx: Tx, index: number): Promise<LogStamp | null> {
  const stamps = tx
    .selectFrom("pledge_log_stamp")
    .select(["size", "checkpoint", "token", "stamped_at as at", "service"]);
  const over = await stamps.where("size", ">", index).orderBy("size").limit(1).executeTakeFirst();
  return over ?? (await stamps.orderBy("size", "desc").limit(1).executeTakeFirst()) ?? null;
}

export async function stampedSize(tx: Tx): Promise<number> {
  const last = await tx
    .selectFrom("pledge_log_stamp")
    .select("size")
    .orderBy("size", "desc")
    .limit(1)
    .executeTakeFirst();
  return last?.size ?? 0;
}

/** Two servers may have asked at once: the first stamp of a head stands. */
export async function keepStamp(tx: Tx, { size, checkpoint, token, at, service }: LogStamp): Promise<void> {
  await tx
    .insertInto("pledge_log_stamp")
    .values({ size, checkpoint, token, stamped_at: at, service })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** What is wrong with a log, and at which entry. */
export type LogFault = {
  readonly index: number;
  readonly what: "entry-gone" | "entry-changed" | "node-changed" | "says-otherwise" | "not-logged";
};

const PAGE = 2000;

/**
 * Recomputes the whole log from its entries, and asks whether everything that has happened is in it. Answers its head, or the first thing that is not as
 * it should be. Memory does not grow with the log.
 */
export async function checkLog(tx: Tx): Promise<LogHead | { readonly fault: LogFault }> {
  let tree: Frontier = EMPTY;
  for (;;) {
    const entries = await tx
      .selectFrom("pledge_log_entry")
      .select(["index", "leaf"])
      .where("index", ">=", tree.size)
      .orderBy("index")
      .limit(PAGE)
      .execute();
    if (entries.length === 0) break;
    const stored = await nodesBetween(tx, tree.size, tree.size + entries.length);
    for (const { index, leaf } of entries) {
      if (index !== tree.size) return { fault: { index: tree.size, what: "entry-gone" } };
      if (!isCanonical(leaf)) return { fault: { index, what: "entry-changed" } };
      const next = append(tree, leafHash(new TextEncoder().encode(leaf)));
      for (const node of next.nodes) {
        const kept = stored.get(`${node.level}/${node.index}`);
        if (kept === undefined || !sameBytes(kept, node.hash))
          return { fault: { index, what: node.level === 0 ? "entry-changed" : "node-changed" } };
      }
      tree = next.tree;
    }
  }
  if ((await logSize(tx)) !== tree.size) return { fault: { index: tree.size, what: "entry-gone" } };
  const unlike = await firstUnlike(tx, tree.size);
  return unlike === undefined ? { size: tree.size, root: rootOf(tree) } : { fault: unlike };
}

function isCanonical(leaf: string): boolean {
  try {
    return canonicalText(JSON.parse(leaf) as Json) === leaf;
  } catch {
    return false;
  }
}

/** A log can be whole and yet not tell the truth: cut off at the end, or over other words than those that are kept. */
async function firstUnlike(tx: Tx, size: number): Promise<LogFault | undefined> {
  // A page at a time here too: over a million entries at once this question alone takes all the memory the embedded database has.
  for (let from = 0; from < size; from += PAGE) {
    const { rows: otherwise } = await sql<{ index: number }>`
      select e.index from pledge_log_entry e join pledge_document d on d.id = e.document_id
      left join pledge_document a on e.kind = 'amended' and a.id = e.subject_id
      where e.index >= ${from} and e.index < ${from + PAGE}
      and e.kind in ('proposed', 'signed', 'published', 'closed', 'amended') and ((e.leaf::jsonb ->> 'hash' <> d.content_hash
        -- What was put forward and taken back may read otherwise now.
        and not (e.kind = 'proposed' and exists (select 1 from pledge_taken_back t
          where t.document_id = d.id and t.kind = 'back' and t.content_hash = e.leaf::jsonb ->> 'hash')))
        or (e.kind = 'amended' and (e.leaf::jsonb ->> 'amendmentHash' is distinct from a.content_hash or a.amends_id is distinct from d.id)))
      order by e.index limit 1`.execute(tx as AnyTransaction);
    if (otherwise[0] !== undefined) return { index: otherwise[0].index, what: "says-otherwise" };
  }
  const { rows: missing } = await sql`
    select 1 from pledge_document d where
      (d.proposed_at is not null and not exists (select 1 from pledge_log_entry e where e.kind = 'proposed' and e.subject_id = d.id
        and e.leaf::jsonb ->> 'hash' = d.content_hash))
      or (d.published_at is not null and not exists (select 1 from pledge_log_entry e where e.kind = 'published' and e.subject_id = d.id))
      or (d.closed_at is not null and not exists (select 1 from pledge_log_entry e where e.kind = 'closed' and e.subject_id = d.id))
      or (d.amends_id is not null and d.published_at is not null
        and not exists (select 1 from pledge_log_entry e where e.kind = 'amended' and e.subject_id = d.id))
      or exists (select 1 from pledge_signature s where s.document_id = d.id
        and not exists (select 1 from pledge_log_entry e where e.kind = 'signed' and e.subject_id = s.id))
    limit 1`.execute(tx as AnyTransaction);
  return missing.length === 0 ? undefined : { index: await logSize(tx), what: "not-logged" };
}

/** Nodes by their places, in one question. Throws for one that is not there: a proof is only asked for of what there is. */
async function nodesAt(tx: Tx, places: readonly Place[]): Promise<(place: Place) => Hash32> {
  const nodes = new Map<string, Hash32>();
  if (places.length > 0) {
    const { rows } = await sql<{ level: number; index: number; hash: Uint8Array }>`
      select n.level, n.index, n.hash
      from unnest(${places.map(({ level }) => level)}::int[], ${places.map(({ index }) => index)}::bigint[]) wanted (level, index)
      join pledge_log_node n on n.level = wanted.level and n.index = wanted.index`.execute(tx as AnyTransaction);
    for (const { level, index, hash } of rows) nodes.set(`${level}/${index}`, hash);
  }
  return ({ level, index }) => {
    const hash = nodes.get(`${level}/${index}`);
    if (hash === undefined) throw new Error(`The log lacks its node ${level}/${index}`);
    return hash;
  };
}

/** Every node that became whole by these entries: a range of each level by itself, so that what else the log holds is not read. */
async function nodesBetween(tx: Tx, from: number, to: number): Promise<ReadonlyMap<string, Hash32>> {
  const levels: RawBuilder<unknown>[] = [];
  for (let level = 0; Math.floor(to / 2 ** level) > 0; level++)
    levels.push(sql`select level, index, hash from pledge_log_node
      where level = ${level} and index >= ${Math.floor(from / 2 ** level)} and index < ${Math.floor(to / 2 ** level)}`);
  const { rows } = await sql<{ level: number; index: number; hash: Uint8Array }>`
    ${sql.join(levels, sql` union all `)}`.execute(tx as AnyTransaction);
  return new Map(rows.map(({ level, index, hash }) => [`${level}/${index}`, hash]));
}
