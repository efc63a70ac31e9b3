// PGlite in a thread of its own: its queries run on the calling thread, and a thread can be ended where a query cannot.
import { closeSync, fdatasyncSync, fsyncSync, openSync } from "node:fs";
import { parentPort, workerData } from "node:worker_threads";
import { PGlite, type PGliteOptions } from "@electric-sql/pglite";
import { NodeFS } from "@electric-sql/pglite/nodefs";
import { copyMessages, isCopy } from "./copy.ts";
import { statementsOf } from "./pglite-statements.ts";
import { readers } from "./rows.ts";

/** What the worker is opened with. */
export type Opening = {
  readonly directory: string | undefined;
  readonly fresh: boolean;
  readonly postgres: WebAssembly.Module;
};

/** What may be asked of the worker; it answers each with the same id. */
export type Ask = { readonly id: number } &
  /** With what opens its transaction, where it is the first in it: without that it is not asked. */
  (
    | {
        readonly do: "query";
        readonly opening?: string;
        readonly text: string;
        readonly parameters: readonly unknown[];
      }
    | { readonly do: "exec"; readonly text: string }
    | { readonly do: "close" }
  );
export type Reply = { readonly id: number } & (
  | { readonly rows: readonly Record<string, unknown>[]; readonly touched: number }
  /** The engine itself has given up, not the statement. */
  | { readonly gone: string }
  | { readonly error: { message: string; code?: string; detail?: string; constraint?: string; table?: string } }
);

type Stream = { node?: { mode: number }; nfd?: number; path?: string };
type FsModule = {
  NODEFS: { stream_ops: { fsync?: (stream: Stream) => number }; realPath?: (node: unknown) => string };
};

/**
 * PGlite ships without a single fsync: in a power loss everything since the last time the kernel felt like writing would be gone. Here a sync of a file is a
 * real fdatasync of its descriptor. An exception inside a file-system hook would hang PGlite, so trouble is answered as EIO and PostgreSQL panics as it should.
 */
class DurableNodeFS extends NodeFS {
  override async init(...given: Parameters<NodeFS["init"]>): ReturnType<NodeFS["init"]> {
    const made = await super.init(...given);
    const hook = (module: unknown) => {
      const { NODEFS } = module as FsModule;
      NODEFS.stream_ops.fsync = (stream) => {
        try {
          if (stream.nfd !== undefined) fdatasyncSync(stream.nfd);
          else if (stream.node !== undefined && NODEFS.realPath !== undefined) syncByPath(NODEFS.realPath(stream.node));
          return 0;
        } catch {
          const EIO = 29;
          return EIO;
        }
      };
    };
    return {
      emscriptenOpts: {
        ...made.emscriptenOpts,
        preRun: [...(made.emscriptenOpts.preRun ?? []), hook] as NonNullable<typeof made.emscriptenOpts.preRun>,
      },
    };
  }
}

function syncByPath(path: string): void {
  const descriptor = openSync(path, "r");
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

const { directory, fresh, postgres } = workerData as Opening;
const port = parentPort;
if (port === null) throw new Error("pglite-worker runs in a worker thread only");

/** As PGlite starts PostgreSQL, but without -F (which turns syncing off) and with a sync method that the file system hook sees. */
const startParams = [
  ...PGlite.defaultStartParams.filter((param) => param !== "-F"),
  "-c",
  "wal_sync_method=fsync",
  "-c",
  "timezone=UTC",
];
const options: PGliteOptions = {
  parsers: { ...readers },
  ...(directory === undefined ? {} : { fs: new DurableNodeFS(directory), relaxedDurability: false }),
  startParams,
  pgliteWasmModule: postgres,
};
const opened = PGlite.create(options).then((database) => {
  if (fresh && directory !== undefined) syncByPath(directory);
  return { database, statements: statementsOf(database) };
});
opened.then(
  () => port.postMessage({ id: 0, rows: [], touched: 0 } satisfies Reply),
  (error: unknown) => port.postMessage({ id: 0, error: told(error) } satisfies Reply),
);

port.on("message", (ask: Ask) => {
  void carryOut(ask).then((reply) => port.postMessage(reply));
});

async function carryOut(ask: Ask): Promise<Reply> {
  try {
    const { database, statements } = await opened;
    switch (ask.do) {
      case "query": {
        if (ask.opening !== undefined) statements.exec(ask.opening);
        if (isCopy(ask.text)) {
          const messages = copyMessages(ask.text, ask.parameters);
          await database.runExclusive(() => database.execProtocol(messages));
          return { id: ask.id, rows: [], touched: 0 };
        }
        return { id: ask.id, ...statements.query(ask.text, ask.parameters) };
      }
      case "exec":
        statements.exec(ask.text);
        return { id: ask.id, rows: [], touched: 0 };
      case "close":
        await database.close();
        return { id: ask.id, rows: [], touched: 0 };
    }
  } catch (error) {
    const said = told(error);
    // Without a code it was not PostgreSQL that spoke: does it still?
    return said.code !== undefined || (await isAlive())
      ? { id: ask.id, error: said }
      : { id: ask.id, gone: said.message };
  }
}

async function isAlive(): Promise<boolean> {
  try {
    (await opened).statements.exec("select 1");
    return true;
  } catch (error) {
    // A transaction that has failed refuses with a code.
    return told(error).code !== undefined;
  }
}

function told(error: unknown): Extract<Reply, { error: unknown }>["error"] {
  const { message, code, detail, constraint, table } = error as {
    message: string;
    code?: string;
    detail?: string;
    constraint?: string;
    table?: string;
  };
  return {
    message,
    ...(code === undefined ? {} : { code }),
    ...(detail === undefined ? {} : { detail }),
    ...(constraint === undefined ? {} : { constraint }),
    ...(table === undefined ? {} : { table }),
  };
}
