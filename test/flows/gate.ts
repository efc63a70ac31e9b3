// What stands between a phone and the server on a bad evening: a network that is away, a server in trouble, answers that never come back.
import { createServer, request as ask, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo, Socket } from "node:net";

export type Gate = {
  readonly origin: string;
  readonly port: number;
  /** No network: connections are broken as they are made. */
  isCut: boolean;
  /** The server answers 500 to everything that changes something. */
  isBroken: boolean;
  /** So many answers to what changes something are lost, after the server has done it. */
  repliesToLose: number;
  /** So many more requests that change something come through before the network goes away. */
  cutAfter: number | undefined;
  /** Sixteen hexadecimal digits in place of the service worker's own version, so that the browser takes it for a new one. */
  newVersion: string;
  /** Addresses of all that was to change something and came through, with how many bytes it carried. */
  readonly passed: { readonly address: string; readonly bytes: number }[];
  /** Opens towards the server, once it is known where it is. */
  lead(port: number): void;
  stop(): Promise<void>;
};

export async function openGate(): Promise<Gate> {
  let to = 0;
  const sockets = new Set<Socket>();
  const server = createServer((from, answer) => void pass(from, answer));
  server.on("connection", (socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const gate: Gate = {
    origin: `http://localhost:${port}`,
    port,
    isCut: false,
    isBroken: false,
    repliesToLose: 0,
    cutAfter: undefined,
    newVersion: "",
    passed: [],
    lead(serverPort) {
      to = serverPort;
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
  const pass = async (from: IncomingMessage, answer: ServerResponse) => {
    const changes = from.method === "POST" && /^\/api\/(collect|act)\//.test(from.url ?? "");
    if (changes && gate.cutAfter !== undefined) {
      if (gate.cutAfter === 0) gate.isCut = true;
      gate.cutAfter = gate.isCut ? undefined : gate.cutAfter - 1;
    }
    if (gate.isCut) return from.socket.destroy();
    const body = await bytesOf(from);
    if (changes && gate.isBroken) {
      answer.writeHead(500, { "content-type": "application/problem+json" });
      return answer.end(JSON.stringify({ why: "broken", detail: "Något gick sönder hos oss." }));
    }
    if (changes) gate.passed.push({ address: from.url ?? "", bytes: body.length });
    const { status, headers, bytes } = await fetched(to, from, body);
    if (changes && gate.repliesToLose > 0) {
      gate.repliesToLose -= 1;
      return from.socket.destroy();
    }
    if (from.url === "/service-worker.js" && gate.newVersion !== "") {
      const changed = Buffer.from(bytes.toString().replaceAll(/\b[0-9a-f]{16}\b/g, gate.newVersion));
      return answer.writeHead(status, { ...headers, "content-length": changed.length }).end(changed);
    }
    answer.writeHead(status, headers).end(bytes);
  };
  return gate;
}

async function bytesOf(stream: AsyncIterable<Buffer>): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of stream) pieces.push(piece);
  return Buffer.concat(pieces);
}

/** Asked without compression, so that what passes can be read. */
function fetched(port: number, { method, url, headers }: IncomingMessage, body: Buffer) {
  type Fetched = { status: number; headers: Record<string, string | string[]>; bytes: Buffer };
  return new Promise<Fetched>((resolve, reject) => {
    const sent = ask(
      { host: "127.0.0.1", port, method, path: url, headers: { ...headers, "accept-encoding": "identity" } },
      (answer) =>
        void bytesOf(answer).then((bytes) => {
          const { "transfer-encoding": _chunked, connection: _connection, ...kept } = answer.headers;
          resolve({ status: answer.statusCode ?? 0, headers: kept as Record<string, string>, bytes });
        }, reject),
    );
    sent.on("error", reject);
    sent.end(body);
  });
}
