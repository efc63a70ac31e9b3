// Whether an entry is added to the promises' log as fast to a large log as to a small one, and how long proofs take: first the tree alone, then as it is
// stored, on each engine. Beside the tree, at the same moment, the root made from all leaves anew, which is what one would do without it. Run:
//   npx tsx bench/pledge/log.ts [--sizes 1000,100000,1000000] [--engine pglite|postgres|none] [--keep]
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql, type Transaction } from "kysely";
import type { Instant } from "../../src/ground/time.ts";
import {
  append,
  EMPTY,
  type Frontier,
  type Hash32,
  leafHash,
  nodeHash,
  type Place,
  planConsistency,
  planInclusion,
  rootOf,
  verifyConsistency,
  verifyInclusion,
} from "../../src/pledge/merkle.ts";
import { checkLog, consistencyProof, inclusionProof, logHead } from "../../src/pledge/store-log.ts";
import { addDraft } from "../../src/pledge/store.ts";
import type { PledgeDatabase } from "../../src/pledge/tables.ts";
import type { Database } from "../../src/platform/server/database/database.ts";
import { migrate } from "../../src/platform/server/database/migrate.ts";
import { openDatabase } from "../../src/platform/server/database/open.ts";
import { newId, sha256Hex } from "../../src/platform/server/secrets.ts";
import { startPostgres } from "../../test/postgres.ts";
import { founded } from "../../test/two-parties.ts";
import { machine, timingOf } from "../picture/measure.ts";
import { keep } from "./keep.ts";

const argument = (name: string, otherwise: string) => {
  const place = process.argv.indexOf(`--${name}`);
  return place < 0 ? otherwise : process.argv[place + 1]!;
};
const sizes = argument("sizes", "1000,100000,1000000")
  .split(",")
  .map(Number)
  .toSorted((a, b) => a - b);
const chosen = argument("engine", "both");
const engines = chosen === "both" ? ["pglite", "postgres"] : chosen === "none" ? [] : [chosen];
const TRIES = 300;

export type Measured = {
  readonly engine: string;
  readonly entries: number;
  /** Microseconds, the median of many. */
  readonly append: number;
  /** An empty transaction, one between every two that add: what the machine and the engine take whatever is done in it. */
  readonly empty?: number;
  readonly inclusion: number;
  readonly consistency: number;
  readonly head: number;
  readonly verify?: number;
  /** Milliseconds: the whole log recomputed. */
  readonly whole: number;
};

const micro = (milliseconds: readonly number[]) => Number((timingOf(milliseconds).median * 1000).toFixed(1));
async function once(work: () => unknown): Promise<number> {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}
async function each(tries: number, work: (run: number) => unknown): Promise<number> {
  const times: number[] = [];
  for (let run = 0; run < tries; run++) times.push(await once(() => work(run)));
  return micro(times);
}
/** Spread over the log, the same each time it is run. */
const somewhere = (run: number, size: number) => (run * 2_654_435_761 + 97) % size;

/** The tree alone, in memory. */
async function treeAlone(): Promise<void> {
  const nodes: Hash32[][] = [];
  let tree: Frontier = EMPTY;
  const add = () => {
    const next = append(tree, leafHash(new TextEncoder().encode(`entry ${tree.size}`)));
    for (const { level, index, hash } of next.nodes) (nodes[level] ??= [])[index] = hash;
    tree = next.tree;
  };
  const hashAt = ({ level, index }: Place) => nodes[level]![index]!;
  for (const size of sizes) {
    while (tree.size < size) add();
    const root = rootOf(tree);
    const inclusion = await each(TRIES, (run) => planInclusion(somewhere(run, size), size).proof(hashAt));
    const consistency = await each(TRIES, (run) => planConsistency(somewhere(run, size), size).proof(hashAt));
    const verify = await each(TRIES, (run) => {
      const index = somewhere(run, size);
      const proof = planInclusion(index, size).proof(hashAt);
      if (!verifyInclusion({ leaf: nodes[0]![index]!, index, size, root, proof })) throw new Error("not proved");
    });
    const before = { size: size >> 1, root: rootOf({ size: size >> 1, peaks: peaksAt(size >> 1, hashAt) }) };
    const grown = planConsistency(before.size, size).proof(hashAt);
    if (!verifyConsistency({ before, after: { size, root }, proof: grown })) throw new Error("not proved");
    const begun = performance.now();
    let level = nodes[0]!.slice(0, size);
    while (level.length > 1)
      level = Array.from({ length: Math.ceil(level.length / 2) }, (_, at) =>
        at * 2 + 1 < level.length ? nodeHash(level[at * 2]!, level[at * 2 + 1]!) : level[at * 2]!,
      );
    const whole = performance.now() - begun;
    const head = await each(TRIES, () => rootOf(tree));
    // Last, since it makes the log larger.
    const adding = performance.now();
    for (let run = 0; run < 1000; run++) add();
    const perAppend = performance.now() - adding;
    told({
      engine: "the tree alone",
      entries: size,
      append: Number(perAppend.toFixed(1)),
      inclusion,
      consistency,
      head,
      verify,
      whole: Math.round(whole),
    });
  }
}

function peaksAt(size: number, hashAt: (place: Place) => Hash32): Hash32[] {
  const peaks: Hash32[] = [];
  for (let level = 52, from = 0; level >= 0; level--)
    if (from + 2 ** level <= size) {
      peaks.push(hashAt({ level, index: from / 2 ** level }));
      from += 2 ** level;
    }
  return peaks;
}

/** As it is stored: entries come in by the very function that the tables call. */
async function stored(database: Database): Promise<void> {
  const { ids } = await founded(database);
  const at = "2026-11-24T09:00:00.000Z" as Instant;
  const documentId = newId(Date.parse(at));
  const inside = <T>(work: (tx: Transaction<PledgeDatabase>) => Promise<T>) =>
    database.transaction<PledgeDatabase, T>({ as: "system" }, work);
  await inside((tx) =>
    addDraft(
      tx,
      {
        id: documentId,
        partnershipId: ids.partnership,
        slug: "matt",
        content: {
          title: "Mätt",
          parties: [],
          area: [],
          period: { from: { said: "" } },
          basis: [],
          pledges: [],
          sources: [],
        },
        predecessorId: undefined,
        at,
        organisationId: null,
      },
      sha256Hex,
    ),
  );
  const add = (entries: number) =>
    database.asOwner(async (tx) => {
      await sql`set local statement_timeout = 0`.execute(tx);
      await sql`select count(pledge_log_add('published', ${ids.partnership}::uuid, d.id, gen_random_uuid(), ${at}::timestamptz,
        jsonb_build_object('partnership', 'ockelbo', 'document', d.slug, 'hash', d.content_hash)))
        from pledge_document d, generate_series(1, ${entries}::int) where d.id = ${documentId}::uuid`.execute(tx);
    });
  let size = 0;
  for (const wanted of sizes) {
    for (; size < wanted; size += Math.min(10_000, wanted - size)) await add(Math.min(10_000, wanted - size));
    await database.script("analyze pledge_log_entry; analyze pledge_log_node");
    const measured = await inside(async (tx) => ({
      inclusion: await each(TRIES, (run) => inclusionProof(tx, somewhere(run, wanted), wanted)),
      consistency: await each(TRIES, (run) => consistencyProof(tx, somewhere(run, wanted), wanted)),
      head: await each(TRIES, () => logHead(tx)),
    }));
    const begun = performance.now();
    const whole = await inside((tx) => checkLog(tx));
    if (!("size" in whole) || whole.size !== wanted) throw new Error(JSON.stringify(whole));
    const took = performance.now() - begun;
    // Each in a transaction of its own, as they come.
    const nothing: number[] = [];
    const adding: number[] = [];
    for (let run = 0; run < TRIES; run++) {
      nothing.push(await once(() => add(0)));
      adding.push(await once(() => add(1)));
    }
    size += TRIES;
    const [append, empty] = [micro(adding), micro(nothing)];
    told({ engine: database.engine, entries: wanted, append, empty, ...measured, whole: Math.round(took) });
  }
}

async function on(engine: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "samsyn-bench-log-"));
  const postgres = engine === "postgres" ? await startPostgres({ durable: true }) : undefined;
  try {
    if (postgres !== undefined && "missing" in postgres) {
      console.warn(`postgres: ${postgres.missing}`);
      return;
    }
    const database = await openDatabase(
      postgres === undefined
        ? { dataDirectory: join(folder, "pglite"), statementTimeoutMs: 600_000 }
        : { url: postgres.url, dataDirectory: undefined, statementTimeoutMs: 600_000 },
    );
    await migrate(database, new URL("../../migrations", import.meta.url));
    await stored(database);
    await database.close();
  } finally {
    if (postgres !== undefined && "url" in postgres) await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

const { processor, cores, memoryGiB, node } = machine();
console.log(`${processor}, ${cores} cores, ${memoryGiB} GiB, Node ${node}\n`);
const results: Measured[] = [];
const told = (one: Measured) => {
  console.log(JSON.stringify(one));
  results.push(one);
};
await treeAlone();
for (const engine of engines) await on(engine);
for (const engine of new Set(results.map((one) => one.engine))) {
  const [small, large] = [
    results.find((one) => one.engine === engine)!,
    results.findLast((one) => one.engine === engine)!,
  ];
  const times = (what: "append" | "inclusion") => (large[what] / small[what]).toFixed(1);
  const alone =
    large.engine === "the tree alone"
      ? `, a proof ${Math.round((large.whole * 1000) / large.inclusion)} times as fast as the root anew`
      : "";
  console.log(
    `${engine}: ${large.entries / small.entries} times the entries, ${times("append")} times as long to add one, ${times("inclusion")} times as long to prove one${alone}`,
  );
}
keep("log", results);
