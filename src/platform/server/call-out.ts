// Calls somebody else's system, once. The server stands where others cannot reach, and the address was written by a person: each name is looked up first, every address it has must be a
// public one, and the call goes to the very address that was looked at. Nowhere else is gone on to. What is not answered is told apart by whether it was sent: what may have come there is
// not to be sent again without asking.
import { lookup as lookUp } from "node:dns/promises";
import type { IncomingMessage } from "node:http";
import { request } from "node:https";
import { isIP } from "node:net";
import { isPublic } from "./published-page.ts";

export type OutMessage = {
  readonly method: "GET" | "POST";
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
};
export type CalledOut =
  | { readonly status: number; readonly text: string }
  /** Nobody was reached: nothing has come there. */
  | { readonly fault: "not-public" | "not-reached" }
  /** It was sent, and no whole answer came back. */
  | { readonly fault: "lost" };

/** The network, as far as this goes: who a name is, who may be called, and the call. */
export type OutNetwork = {
  readonly addressesOf: (host: string) => Promise<readonly string[]>;
  readonly isPublic: (address: string) => boolean;
  readonly request: typeof request;
};
/** `bytes`: as much of the answer as is read; 0 where its status says it all. */
export type OutLimits = { readonly milliseconds: number; readonly bytes: number };

export async function callOut(
  address: string,
  message: OutMessage,
  { milliseconds, bytes }: OutLimits,
  network: OutNetwork = THE_NETWORK,
): Promise<CalledOut> {
  const signal = AbortSignal.timeout(milliseconds);
  const way = { sent: false };
  const unanswered = (): CalledOut => ({ fault: way.sent ? "lost" : "not-reached" });
  // A name that is never answered ends as well as an address that is not.
  const late = new Promise<CalledOut>((resolve) => {
    signal.addEventListener("abort", () => resolve(unanswered()), { once: true });
  });
  try {
    return await Promise.race([called(new URL(address), message, { network, signal, bytes, way }), late]);
  } catch {
    return unanswered();
  }
}

type Means = {
  readonly network: OutNetwork;
  readonly signal: AbortSignal;
  readonly bytes: number;
  readonly way: { sent: boolean };
};

async function called(url: URL, message: OutMessage, means: Means): Promise<CalledOut> {
  if (url.protocol !== "https:") return { fault: "not-public" };
  const host = url.hostname.replace(/^\[(.*)\]$/, "$1");
  const addresses = isIP(host) > 0 ? [host] : await means.network.addressesOf(host);
  const [first] = addresses;
  if (first === undefined) return { fault: "not-reached" };
  if (!addresses.every(means.network.isPublic)) return { fault: "not-public" };
  return call(url, first, message, means);
}

function call(
  url: URL,
  address: string,
  { method, body, headers }: OutMessage,
  { network, signal, bytes, way }: Means,
): Promise<CalledOut> {
  const family = isIP(address);
  const length = method === "POST" ? { "content-length": Buffer.byteLength(body) } : {};
  return new Promise((resolve, reject) => {
    const sent = network.request(
      url,
      {
        method,
        signal,
        agent: false,
        headers: { ...headers, ...length, "user-agent": "Samsyn" },
        // The name is said to whoever answers and its certificate is asked for; the address is the one that was looked at.
        lookup: (_host, options, found) => {
          if (options.all === true) found(null, [{ address, family }]);
          else found(null, address, family);
        },
      },
      (answer: IncomingMessage) => {
        textOf(answer, bytes).then((text) => {
          resolve(text === undefined ? { fault: "lost" } : { status: answer.statusCode ?? 0, text });
          sent.destroy();
        }, reject);
      },
    );
    // Until then nobody has heard a word of it.
    sent.on("socket", (socket) => {
      socket.once("encrypted" in socket ? "secureConnect" : "connect", () => (way.sent = true));
    });
    sent.on("error", reject);
    sent.end(body);
  });
}

/** Undefined once it is more than there is room for; the rest is not waited for. */
async function textOf(answer: AsyncIterable<Uint8Array>, most: number): Promise<string | undefined> {
  if (most === 0) return "";
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of answer) {
    size += part.length;
    if (size > most) return undefined;
    parts.push(part);
  }
  return Buffer.concat(parts).toString("utf8");
}

const THE_NETWORK: OutNetwork = {
  addressesOf: async (host) => {
    const found = await lookUp(host, { all: true }).catch(() => []);
    return found.map(({ address }) => address);
  },
  isPublic,
  request,
};
