// Tells another system's address something, once. The server stands where others cannot reach, and the address was written by a person: each name is looked up first, every address
// it has must be a public one, and the call goes to the very address that was looked at. Nowhere else is gone on to, and of the answer nothing but its status is read.
import { lookup as lookUp } from "node:dns/promises";
import type { IncomingMessage } from "node:http";
import { request } from "node:https";
import { isIP } from "node:net";
import { isPublic } from "./published-page.ts";

export type PostMessage = { readonly body: string; readonly headers: Readonly<Record<string, string>> };
export type Posted = { readonly status: number } | { readonly fault: "not-public" | "no-answer" };

/** The network, as far as this goes: who a name is, who may be called, and the call. */
export type PostNetwork = {
  readonly addressesOf: (host: string) => Promise<readonly string[]>;
  readonly isPublic: (address: string) => boolean;
  readonly request: typeof request;
};

const MOST_MILLISECONDS = 10_000;

export async function postWebhook(
  address: string,
  message: PostMessage,
  network: PostNetwork = THE_NETWORK,
  milliseconds = MOST_MILLISECONDS,
): Promise<Posted> {
  const signal = AbortSignal.timeout(milliseconds);
  // A name that is never answered ends as well as an address that is not.
  const late = new Promise<Posted>((resolve) => {
    signal.addEventListener("abort", () => resolve({ fault: "no-answer" }), { once: true });
  });
  try {
    return await Promise.race([posted(new URL(address), message, network, signal), late]);
  } catch {
    return { fault: "no-answer" };
  }
}

async function posted(url: URL, message: PostMessage, network: PostNetwork, signal: AbortSignal): Promise<Posted> {
  if (url.protocol !== "https:") return { fault: "not-public" };
  const host = url.hostname.replace(/^\[(.*)\]$/, "$1");
  const addresses = isIP(host) > 0 ? [host] : await network.addressesOf(host);
  const [first] = addresses;
  if (first === undefined) return { fault: "no-answer" };
  if (!addresses.every(network.isPublic)) return { fault: "not-public" };
  return call(url, first, message, network, signal);
}

function call(
  url: URL,
  address: string,
  { body, headers }: PostMessage,
  network: PostNetwork,
  signal: AbortSignal,
): Promise<Posted> {
  const family = isIP(address);
  return new Promise((resolve, reject) => {
    const sent = network.request(
      url,
      {
        method: "POST",
        signal,
        agent: false,
        headers: { ...headers, "content-length": Buffer.byteLength(body), "user-agent": "Samsyn" },
        // The name is said to whoever answers and its certificate is asked for; the address is the one that was looked at.
        lookup: (_host, options, found) => {
          if (options.all === true) found(null, [{ address, family }]);
          else found(null, address, family);
        },
      },
      (answer: IncomingMessage) => {
        resolve({ status: answer.statusCode ?? 0 });
        sent.destroy();
      },
    );
    sent.on("error", reject);
    sent.end(body);
  });
}

const THE_NETWORK: PostNetwork = {
  addressesOf: async (host) => {
    const found = await lookUp(host, { all: true }).catch(() => []);
    return found.map(({ address }) => address);
  },
  isPublic,
  request,
};
