import { existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import type { Engine, Session } from "./engine.ts";
import { StatementTimeout, understood } from "./errors.ts";
import { lockDirectory } from "./lock-file.ts";
import type { Ask, Reply } from "./pglite-worker.ts";
import type { Rows } from "./rows.ts";

export type PGliteWish = {
  /** Where the cluster lives; undefined for one in memory (tests). */
  readonly directory: string | undefined;
  readonly statementTimeoutMs: number;
};

const CHECKPOINT_EVERY_MS = 3 * 60_000;
/** Making a cluster from nothing takes seconds; a statement's limit is not its limit. */
const OPENING_MS = 120_000;

type WithoutId<T> = T extends unknown ? Omit<T, "id"> : never;

/** PGlite behind a thread: one connection, handed from one transaction to the next in the order they asked. */
export async function openPGlite({ directory, statementTimeoutMs }: PGliteWish): Promise<Engine> {
  const cluster = directory === undefined ? undefined : join(directory, "pglite");
  if (cluster !== undefined) mkdirSync(cluster, { recursive: true });
  const unlock = directory === undefined ? () => {} : lockDirectory(directory);
  let thread: Thread;
  try {
    thread = await openThread(cluster);
  } catch (error) {
    unlock();
    throw understood(error);
  }

  let turn: Promise<void> = Promise.resolve();
  const acquire = (): Promise<Session> => {
    let giveBack = () => {};
    const mine = turn;
    turn = new Promise((resolve) => (giveBack = resolve));
    return mine.then(() => sessionOn(giveBack));
  };

  const sessionOn = (giveBack: () => void): Session => {
    const ask = async (what: WithoutId<Ask>): Promise<Rows> => {
      let timer: NodeJS.Timeout | undefined;
      const tooLong = new Promise<never>((_resolve, reject) => {
        timer = setTimeout(() => reject(new StatementTimeout()), statementTimeoutMs);
      });
      try {
        return await Promise.race([thread.ask(what), tooLong]);
      } catch (error) {
        // PGlite cannot be told to stop: the thread is ended, and the cluster recovers as after a kill.
        if (error instanceof StatementTimeout) {
          await thread.end();
          thread = await openThread(cluster);
        }
        throw understood(error);
      } finally {
        clearTimeout(timer);
      }
    };
    return {
      query: (text, parameters) => ask({ do: "query", text, parameters }),
      exec: async (text) => void (await ask({ do: "exec", text })),
      release: giveBack,
    };
  };

  /** Outside any transaction, when it is our turn, with no limit on its time. */
  const alone = async (text: string): Promise<void> => {
    const session = await acquire();
    try {
      await thread.ask({ do: "query", text, parameters: [] });
    } finally {
      session.release(false);
    }
  };
  // Single-user PostgreSQL has no checkpointer of its own: without this the log on disk only grows.
  const checkpointing = setInterval(() => void alone("checkpoint").catch(() => {}), CHECKPOINT_EVERY_MS);
  checkpointing.unref();

  return {
    kind: "pglite",
    acquire,
    checkpoint: () => alone("checkpoint"),
    vacuum: () => alone("vacuum analyze"),
    async close() {
      clearInterval(checkpointing);
      const session = await acquire();
      try {
        await thread.ask({ do: "query", text: "checkpoint", parameters: [] });
        await thread.ask({ do: "close" });
      } finally {
        await thread.end();
        session.release(false);
        unlock();
      }
    },
  };
}

type Thread = { ask(what: WithoutId<Ask>): Promise<Rows>; end(): Promise<void> };

async function openThread(cluster: string | undefined): Promise<Thread> {
  const fresh = cluster !== undefined && !existsSync(join(cluster, "PG_VERSION"));
  const worker = makeWorker({ directory: cluster, fresh });
  const waiting = new Map<number, { resolve: (rows: Rows) => void; reject: (error: unknown) => void }>();
  let last = 0;
  const expect = (id: number) => new Promise<Rows>((resolve, reject) => waiting.set(id, { resolve, reject }));
  worker.on("message", (reply: Reply) => {
    const asked = waiting.get(reply.id);
    waiting.delete(reply.id);
    if ("error" in reply) asked?.reject(Object.assign(new Error(reply.error.message), reply.error));
    else asked?.resolve(reply);
  });
  const failAll = (error: unknown) => {
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  };
  worker.on("error", failAll);
  worker.on("exit", () => failAll(new Error("The database's thread has ended")));
  const opening = setTimeout(() => failAll(new Error("The embedded database did not open in time")), OPENING_MS);
  try {
    await expect(0);
  } catch (error) {
    await worker.terminate();
    throw error;
  } finally {
    clearTimeout(opening);
  }
  return {
    ask(what) {
      last += 1;
      const answered = expect(last);
      worker.postMessage({ ...what, id: last });
      return answered;
    },
    async end() {
      await worker.terminate();
    },
  };
}

/** From the build the worker is a file beside the bundle; from the sources it is TypeScript, which tsx reads for the thread. */
function makeWorker(workerData: { directory: string | undefined; fresh: boolean }): Worker {
  if (!import.meta.url.endsWith(".ts"))
    return new Worker(new URL("./pglite-worker.js", import.meta.url), { workerData });
  const source = new URL("./pglite-worker.ts", import.meta.url).href;
  const read = `import("tsx/esm/api").then(({ tsImport }) => tsImport(${JSON.stringify(source)}, ${JSON.stringify(source)}))`;
  return new Worker(read, { eval: true, workerData });
}
