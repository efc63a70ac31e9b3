import { existsSync, mkdirSync, statfsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { threadOf } from "../thread.ts";
import type { Engine, Limit, Session } from "./engine.ts";
import { codeOf, DataDirectoryInUse, DiskFull, StatementTimeout, understood } from "./errors.ts";
import { receiveGuests, visit } from "./guests.ts";
import { lockDirectory } from "./lock-file.ts";
import type { Ask, Opening, Reply } from "./pglite-worker.ts";
import type { Rows } from "./rows.ts";

export type PGliteWish = {
  /** Where the cluster lives; undefined for one in memory (tests). */
  readonly directory: string | undefined;
  readonly statementTimeoutMs: number;
  readonly asGuest: boolean;
};

/** From the build the thread is a file beside the bundle, from the sources TypeScript beside this one. */
const THREAD = new URL(import.meta.url.endsWith(".ts") ? "./pglite-worker.ts" : "./pglite-worker.js", import.meta.url);

const CHECKPOINT_EVERY_MS = 3 * 60_000;
const CHECKPOINT_BYTES = 64 * 1024 * 1024;
const LOOK_EVERY_MS = 15_000;
/** Making a cluster from nothing takes seconds; a statement's limit is not its limit. */
const OPENING_MS = 120_000;

type WithoutId<T> = T extends unknown ? Omit<T, "id"> : never;

/** PGlite behind a thread: one connection, handed from one transaction to the next in the order they asked. */
export async function openPGlite({ directory, statementTimeoutMs, asGuest }: PGliteWish): Promise<Engine> {
  const cluster = directory === undefined ? undefined : join(directory, "pglite");
  // Nobody else on the machine has anything to do in there.
  if (cluster !== undefined) mkdirSync(cluster, { recursive: true, mode: 0o700 });
  let unlock = () => {};
  try {
    if (directory !== undefined) unlock = lockDirectory(directory);
  } catch (error) {
    const host = asGuest && directory !== undefined && error instanceof DataDirectoryInUse && (await visit(directory));
    if (host) return host;
    throw error;
  }
  /** The disk is what most often stands behind an engine that gave up; PostgreSQL itself can no longer say so. */
  const told = (error: unknown) =>
    cluster !== undefined && codeOf(error) === undefined && isFull(cluster) ? new DiskFull(error) : understood(error);
  let thread: Thread | undefined;
  try {
    thread = await openThread(cluster);
  } catch (error) {
    unlock();
    throw told(error);
  }

  let turn: Promise<void> = Promise.resolve();
  const acquire = async (limit: Limit): Promise<Session> => {
    let giveBack = () => {};
    const mine = turn;
    turn = new Promise((resolve) => (giveBack = resolve));
    await mine;
    try {
      return sessionOn((thread ??= await openThread(cluster)), limit, giveBack);
    } catch (error) {
      giveBack();
      throw told(error);
    }
  };

  /**
   * A turn on one thread. When the thread is ended, its transaction and its role end with it: the turn is then over, since on the next thread a query would run as
   * the owner, outside any transaction.
   */
  const sessionOn = (own: Thread, limit: Limit, giveBack: () => void): Session => {
    const end = async () => {
      if (thread === own) thread = undefined;
      await own.end();
    };
    let idling: NodeJS.Timeout | undefined;
    // Nobody else gets anything done while this turn lasts, so one that only waits is ended, as PostgreSQL ends a transaction that idles.
    const idle = () => {
      idling = setTimeout(() => void end().finally(giveBack), statementTimeoutMs * 2);
      idling.unref();
    };
    const ask = async (what: WithoutId<Ask>): Promise<Rows> => {
      if (thread !== own) throw new Error("The transaction ended with its thread");
      clearTimeout(idling);
      let timer: NodeJS.Timeout | undefined;
      const tooLong = new Promise<never>((_resolve, reject) => {
        if (limit === "limited") timer = setTimeout(() => reject(new StatementTimeout()), statementTimeoutMs);
      });
      try {
        return await Promise.race([own.ask(what), tooLong]);
      } catch (error) {
        // PGlite cannot be told to stop, and after a panic it answers nothing more: the thread is ended, and the cluster recovers as after a kill.
        if (error instanceof StatementTimeout || error instanceof ThreadGone) await end();
        throw told(error);
      } finally {
        clearTimeout(timer);
        clearTimeout(idling);
        idle();
      }
    };
    idle();
    // What opens a transaction goes with its first statement: each message to the thread and back costs as much as reading a row.
    let opening: string | undefined;
    return {
      query(text, parameters) {
        const first = opening === undefined ? {} : { opening };
        opening = undefined;
        return ask({ do: "query", ...first, text, parameters });
      },
      async exec(text) {
        const waits = opening;
        opening = text.startsWith("begin") ? text : undefined;
        if (opening !== undefined) return;
        // Nothing was asked in it: there is nothing to end.
        if (waits !== undefined && /^(?:commit|rollback)$/.test(text)) return;
        if (waits !== undefined) await ask({ do: "exec", text: waits });
        await ask({ do: "exec", text });
      },
      release() {
        clearTimeout(idling);
        giveBack();
      },
    };
  };

  /** Outside any transaction, when it is our turn, with no limit on its time. */
  const alone = async (text: string): Promise<Rows> => {
    const session = await acquire("unlimited");
    try {
      return await session.query(text, []);
    } finally {
      session.release(false);
    }
  };
  // Single-user PostgreSQL has no checkpointer of its own: without this the log on disk only grows.
  let checkpointed = Date.now();
  const checkpointIfDue = async () => {
    const { rows } = await alone(
      "select pg_wal_lsn_diff(pg_current_wal_lsn(), redo_lsn) as unsaved from pg_control_checkpoint()",
    );
    const unsaved = Number(rows[0]?.["unsaved"] ?? 0);
    const isLongAgo = unsaved > 0 && Date.now() - checkpointed >= CHECKPOINT_EVERY_MS;
    if (unsaved < CHECKPOINT_BYTES && !isLongAgo) return;
    await alone("checkpoint");
    checkpointed = Date.now();
  };
  const checkpointing = setInterval(() => void checkpointIfDue().catch(() => {}), LOOK_EVERY_MS);
  checkpointing.unref();

  const guests = directory === undefined ? undefined : await receiveGuests(acquire, directory);
  return {
    kind: "pglite",
    acquire,
    checkpoint: async () => void (await alone("checkpoint")),
    vacuum: async () => void (await alone("vacuum analyze")),
    async close() {
      clearInterval(checkpointing);
      await guests?.sendAway();
      let session: Session | undefined;
      try {
        session = await acquire("unlimited");
        await session.query("checkpoint", []);
        await thread?.ask({ do: "close" });
      } finally {
        await thread?.end();
        session?.release(false);
        unlock();
      }
    },
  };
}

/** Less room than one more segment of PostgreSQL's log. */
function isFull(path: string): boolean {
  const { bavail, bsize } = statfsSync(path);
  return bavail * bsize < 16 * 1024 * 1024;
}

/** The thread is there no longer, or what is in it answers no more. */
class ThreadGone extends Error {}

type Thread = { ask(what: WithoutId<Ask>): Promise<Rows>; end(): Promise<void> };

let compiled: Promise<WebAssembly.Module> | undefined;

/** PostgreSQL as WebAssembly, compiled once a process: a thread that is opened anew, as after a statement that took too long, begins with what the first came to. */
function postgresModule(): Promise<WebAssembly.Module> {
  compiled ??= compilePostgres().catch((error: unknown) => {
    // What could not be read once may be read the next time.
    compiled = undefined;
    throw error;
  });
  return compiled;
}

async function compilePostgres(): Promise<WebAssembly.Module> {
  const beside = createRequire(import.meta.url).resolve("@electric-sql/pglite");
  return WebAssembly.compile(await readFile(join(dirname(beside), "pglite.wasm")));
}

async function openThread(cluster: string | undefined): Promise<Thread> {
  const fresh = cluster !== undefined && !existsSync(join(cluster, "PG_VERSION"));
  const worker = threadOf(THREAD, {
    workerData: { directory: cluster, fresh, postgres: await postgresModule() } satisfies Opening,
  });
  const waiting = new Map<number, { resolve: (rows: Rows) => void; reject: (error: unknown) => void }>();
  let last = 0;
  const expect = (id: number) => new Promise<Rows>((resolve, reject) => waiting.set(id, { resolve, reject }));
  worker.on("message", (reply: Reply) => {
    const asked = waiting.get(reply.id);
    waiting.delete(reply.id);
    if ("gone" in reply) asked?.reject(new ThreadGone(reply.gone));
    else if ("error" in reply) asked?.reject(Object.assign(new Error(reply.error.message), reply.error));
    else asked?.resolve(reply);
  });
  const failAll = (error: unknown) => {
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  };
  let hasEnded = false;
  worker.on("error", (error) => failAll(new ThreadGone(String(error), { cause: error })));
  worker.on("exit", () => {
    hasEnded = true;
    failAll(new ThreadGone("The database's thread has ended"));
  });
  const opening = setTimeout(() => failAll(new ThreadGone("The embedded database did not open in time")), OPENING_MS);
  try {
    await expect(0);
  } catch (error) {
    await worker.terminate();
    throw error;
  } finally {
    clearTimeout(opening);
  }
  return {
    async ask(what) {
      if (hasEnded) throw new ThreadGone("The database's thread has ended");
      last += 1;
      const answered = expect(last);
      worker.postMessage({ ...what, id: last });
      return await answered;
    },
    async end() {
      await worker.terminate();
    },
  };
}
