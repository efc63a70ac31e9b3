// A second process of the same operator beside the one that has the embedded database open: a copy, an invitation or a doctor while Samsyn runs. It asks through a socket
// in the data directory, which only the directory's owner can open. One connection is one session: when it ends, however it ends, what was not committed is rolled back.
import { once } from "node:events";
import { chmodSync, rmSync } from "node:fs";
import { createConnection, createServer, type Server, type Socket } from "node:net";
import { join } from "node:path";
import { deserialize, serialize } from "node:v8";
import type { Engine, Limit, Session } from "./engine.ts";
import { codeOf, DiskFull, HostClosed, StatementTimeout, understood } from "./errors.ts";
import type { Rows } from "./rows.ts";

type Ask =
  | { readonly do: "acquire"; readonly limit: Limit }
  | { readonly do: "query"; readonly text: string; readonly parameters: readonly unknown[] }
  | { readonly do: "exec"; readonly text: string };
type Told = {
  readonly message: string;
  readonly code?: string;
  readonly detail?: string;
  readonly constraint?: string;
};
type Reply = { readonly rows: Rows } | { readonly error: Told };

const NO_ROWS: Rows = { rows: [], touched: 0 };
const socketIn = (directory: string) => join(directory, "samsyn.sock");

export type Guests = { sendAway(): Promise<void> };

/** Lets guests in to the engine that this process has open. Where the system has no such sockets, or the path is too long for one, there are no guests. */
export async function receiveGuests(acquire: Engine["acquire"], directory: string): Promise<Guests> {
  const path = socketIn(directory);
  const present = new Set<Socket>();
  const server = createServer((socket) => {
    present.add(socket);
    socket.once("close", () => present.delete(socket));
    void attend(socket, acquire);
  });
  // The directory is locked by us: a socket that lies there was left by a process that is gone.
  rmSync(path, { force: true });
  if (await listens(server, path)) chmodSync(path, 0o600);
  server.unref();
  return {
    async sendAway() {
      for (const socket of present) socket.destroy();
      if (server.listening) await new Promise((resolve) => server.close(resolve));
      rmSync(path, { force: true });
    },
  };
}

async function listens(server: Server, path: string): Promise<boolean> {
  const begun = once(server, "listening").then(
    () => true,
    () => false,
  );
  try {
    server.listen(path);
  } catch {
    return false;
  }
  return begun;
}

async function attend(socket: Socket, acquire: Engine["acquire"]): Promise<void> {
  let session: Session | undefined;
  const carryOut = async (ask: Ask): Promise<Rows> => {
    if (ask.do === "acquire") session = await acquire(ask.limit);
    else if (ask.do === "query") return (await session?.query(ask.text, ask.parameters)) ?? NO_ROWS;
    else await session?.exec(ask.text);
    return NO_ROWS;
  };
  try {
    for await (const ask of framesOf<Ask>(socket)) {
      const reply: Reply = await carryOut(ask).then(
        (rows) => ({ rows }),
        (error: unknown) => ({ error: told(error) }),
      );
      socket.write(frameOf(reply));
    }
  } catch {
    // The guest went without a word; what it had not committed goes with it.
  } finally {
    await session?.exec("rollback").catch(() => {});
    session?.release(true);
    socket.destroy();
  }
}

/**
 * The database of the process that has the directory open; undefined when nobody answers there.
 * What stands open when that process closes is refused with HostClosed.
 */
export async function visit(directory: string): Promise<Engine | undefined> {
  const open = new Set<Socket>();
  const connect = async (): Promise<Socket> => {
    const socket = createConnection(socketIn(directory));
    await once(socket, "connect");
    open.add(socket);
    socket.once("close", () => open.delete(socket));
    socket.on("error", () => {});
    return socket;
  };
  const acquire = async (limit: Limit): Promise<Session> => {
    const socket = await connect().catch((error: unknown) => {
      throw new HostClosed(error);
    });
    const replies = framesOf<Reply>(socket);
    const ask = async (what: Ask): Promise<Rows> => {
      socket.write(frameOf(what));
      const { value } = await replies.next().catch((error: unknown) => {
        throw new HostClosed(error);
      });
      if (value === undefined) throw new HostClosed(undefined);
      if ("error" in value) throw understood(Object.assign(new Error(value.error.message), value.error));
      return value.rows;
    };
    await ask({ do: "acquire", limit });
    return {
      query: (text, parameters) => ask({ do: "query", text, parameters }),
      exec: async (text) => void (await ask({ do: "exec", text })),
      release: () => void socket.end(),
    };
  };
  const alone = async (text: string): Promise<void> => {
    const session = await acquire("unlimited");
    try {
      await session.query(text, []);
    } finally {
      session.release(false);
    }
  };
  try {
    (await connect()).end();
  } catch {
    return undefined;
  }
  return {
    kind: "pglite",
    isGuest: true,
    acquire,
    vacuum: () => alone("vacuum analyze"),
    checkpoint: () => alone("checkpoint"),
    async close() {
      for (const socket of open) socket.end();
      await Promise.all([...open].map((socket) => once(socket, "close")));
    },
  };
}

/** Each message is its length in four bytes and then its value, as the structured clone algorithm writes it. */
function frameOf(value: unknown): Buffer {
  const body = serialize(value);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(body.length);
  return Buffer.concat([length, body]);
}

async function* framesOf<T>(socket: Socket): AsyncGenerator<T, undefined> {
  let pieces: Buffer[] = [];
  let held = 0;
  for await (const piece of socket as AsyncIterable<Buffer>) {
    pieces.push(piece);
    held += piece.length;
    if (held < 4 || held < 4 + lengthIn(pieces)) continue;
    let bytes = Buffer.concat(pieces);
    while (bytes.length >= 4 && bytes.length >= 4 + bytes.readUInt32BE(0)) {
      const end = 4 + bytes.readUInt32BE(0);
      yield deserialize(bytes.subarray(4, end)) as T;
      bytes = bytes.subarray(end);
    }
    pieces = [bytes];
    held = bytes.length;
  }
  return undefined;
}

function lengthIn(pieces: Buffer[]): number {
  const [first] = pieces;
  return first !== undefined && first.length >= 4 ? first.readUInt32BE(0) : Buffer.concat(pieces).readUInt32BE(0);
}

/** An error as it can be sent, by the code that the other side understands it by. */
function told(error: unknown): Told {
  const code = error instanceof StatementTimeout ? "57014" : error instanceof DiskFull ? "53100" : codeOf(error);
  const { message, detail, constraint } = error as { message: string; detail?: string; constraint?: string };
  return {
    message,
    ...(code === undefined ? {} : { code }),
    ...(detail === undefined ? {} : { detail }),
    ...(constraint === undefined ? {} : { constraint }),
  };
}
