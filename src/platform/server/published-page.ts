// Reads a page that anybody could read: by https, on the port pages are on, at an address that is everybody's. The server stands where others cannot reach, so
// whoever names an address must not be able to make it knock on its own neighbours' doors: each name is looked up first, every address it has must be a public
// one, and the call goes to the very address that was looked at. The same for wherever it is sent on to. Little time, little room, nothing sent along.
import { lookup as lookUp } from "node:dns/promises";
import type { IncomingMessage } from "node:http";
import { request } from "node:https";
import { BlockList, isIP } from "node:net";

export type PageWhy =
  | "address-not-https"
  | "address-not-public"
  | "page-not-answered"
  | "page-not-there"
  | "page-moved-on"
  | "page-not-text"
  | "page-too-large";
export type PageRead =
  | { readonly ok: true; readonly text: string; readonly isHtml: boolean }
  | { readonly ok: false; readonly why: PageWhy };

export type PageHead = { readonly status: number; readonly headers: Readonly<Record<string, string | undefined>> };
/** The network, as far as this goes: who a name is, and one call to one address. */
export type Network = {
  readonly addressesOf: (host: string) => Promise<readonly string[]>;
  readonly get: (
    url: URL,
    address: string,
    signal: AbortSignal,
  ) => Promise<PageHead & { readonly body: AsyncIterable<Uint8Array>; readonly end: () => void }>;
};

const MOST_BYTES = 2_000_000;
const MOST_MOVES = 3;
const MOST_MILLISECONDS = 10_000;

/** The page's text as it was sent, or why there is none. */
export async function readPublishedPage(
  address: string,
  network: Network = THE_NETWORK,
  milliseconds = MOST_MILLISECONDS,
): Promise<PageRead> {
  const signal = AbortSignal.timeout(milliseconds);
  const late = new Promise<PageRead>((resolve) => {
    signal.addEventListener("abort", () => resolve({ ok: false, why: "page-not-answered" }), { once: true });
  });
  try {
    return await Promise.race([followed(address, network, signal), late]);
  } catch {
    return { ok: false, why: "page-not-answered" };
  }
}

async function followed(address: string, network: Network, signal: AbortSignal): Promise<PageRead> {
  let next = address;
  for (let moves = 0; moves <= MOST_MOVES; moves++) {
    const url = URL.canParse(next) ? new URL(next) : undefined;
    if (url?.protocol !== "https:" || url.port !== "" || url.username !== "" || url.password !== "")
      return { ok: false, why: "address-not-https" };
    const host = url.hostname.replace(/^\[(.*)\]$/, "$1");
    const addresses = isIP(host) > 0 ? [host] : await network.addressesOf(host);
    const [first] = addresses;
    if (first === undefined || !addresses.every(isPublic)) return { ok: false, why: "address-not-public" };
    const answer = await network.get(url, first, signal);
    const { status, headers } = answer;
    if (status >= 300 && status < 400 && headers["location"] !== undefined) {
      answer.end();
      next = new URL(headers["location"], url).href;
      continue;
    }
    if (status !== 200) {
      answer.end();
      return { ok: false, why: "page-not-there" };
    }
    const type = headers["content-type"] ?? "";
    const [, kind] = /^\s*text\/(html|plain)\s*(?:;|$)/i.exec(type) ?? [];
    if (kind === undefined) {
      answer.end();
      return { ok: false, why: "page-not-text" };
    }
    const bytes = await within(answer.body);
    answer.end();
    if (bytes === undefined) return { ok: false, why: "page-too-large" };
    return { ok: true, text: decoderOf(type).decode(bytes), isHtml: kind.toLowerCase() === "html" };
  }
  return { ok: false, why: "page-moved-on" };
}

/** Undefined once it is more than there is room for; the rest is not waited for. */
async function within(body: AsyncIterable<Uint8Array>): Promise<Uint8Array | undefined> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of body) {
    size += part.length;
    if (size > MOST_BYTES) return undefined;
    parts.push(part);
  }
  return Buffer.concat(parts);
}

function decoderOf(type: string): TextDecoder {
  const [, charset = "utf-8"] = /charset\s*=\s*"?([\w-]+)/i.exec(type) ?? [];
  try {
    return new TextDecoder(charset);
  } catch {
    return new TextDecoder();
  }
}

/** What is nobody's own: private networks, this machine, links, documentation, ways from one kind of address to the other (IANA's special-purpose registries). */
const NOT_PUBLIC = new BlockList();
for (const [net, bits] of [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.0.2.0", 24],
  ["192.88.99.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["198.51.100.0", 24],
  ["203.0.113.0", 24],
  ["224.0.0.0", 3],
] as const)
  NOT_PUBLIC.addSubnet(net, bits, "ipv4");
for (const [net, bits] of [
  ["2001::", 23],
  ["2001:db8::", 32],
  ["2002::", 16],
  ["3fff::", 20],
] as const)
  NOT_PUBLIC.addSubnet(net, bits, "ipv6");
/** Outside this nothing is given out to the public. */
const GIVEN_OUT = new BlockList();
GIVEN_OUT.addSubnet("2000::", 3, "ipv6");

/** An address that anybody on the internet means the same by. */
export function isPublic(address: string): boolean {
  const kind = isIP(address);
  if (kind === 4) return !NOT_PUBLIC.check(address, "ipv4");
  return kind === 6 && GIVEN_OUT.check(address, "ipv6") && !NOT_PUBLIC.check(address, "ipv6");
}

const THE_NETWORK: Network = {
  addressesOf: async (host) => {
    const found = await lookUp(host, { all: true }).catch(() => []);
    return found.map(({ address }) => address);
  },
  get: (url, address, signal) =>
    new Promise((resolve, reject) => {
      const family = isIP(address);
      const call = request(
        url,
        {
          signal,
          agent: false,
          headers: { accept: "text/html, text/plain", "accept-encoding": "identity", "user-agent": "Samsyn" },
          // The name is said to whoever answers and its certificate is asked for; the address is the one that was looked at.
          lookup: (_host, options, found) => {
            if (options.all === true) found(null, [{ address, family }]);
            else found(null, address, family);
          },
        },
        (answer: IncomingMessage) => {
          const headers = Object.fromEntries(
            Object.entries(answer.headers).map(([name, value]) => [name, Array.isArray(value) ? value[0] : value]),
          );
          resolve({ status: answer.statusCode ?? 0, headers, body: answer, end: () => call.destroy() });
        },
      );
      call.on("error", reject);
      call.end();
    }),
};
