// A real receiver on this machine, reached as if it were out there; and the network as it is, which reaches nobody here.
import { createServer, request, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { OutNetwork } from "./call-out.ts";
import { postWebhook } from "./webhook-post.ts";
import { isPublic } from "./published-page.ts";

const MESSAGE = { body: '{"å":1}', headers: { "webhook-id": "1" } };
let server: Server;
let asked: { readonly path: string; readonly id: unknown; readonly body: string }[] = [];
let answer: (path: string, response: ServerResponse) => void;

beforeAll(async () => {
  server = createServer((incoming: IncomingMessage, response) => {
    let body = "";
    incoming.on("data", (part: Buffer) => (body += part.toString()));
    incoming.on("end", () => {
      asked.push({ path: incoming.url ?? "", id: incoming.headers["webhook-id"], body });
      answer(incoming.url ?? "", response);
    });
  });
  await new Promise<void>((listens) => server.listen(0, "127.0.0.1", listens));
});
afterAll(() => new Promise((closed) => server.close(closed)));

/** Names are who they are said to be; the call itself goes to the receiver here. */
function networkOf(addresses: readonly string[]): OutNetwork {
  const { port } = server.address() as AddressInfo;
  return {
    addressesOf: async () => addresses,
    isPublic,
    request: ((url: URL, options: object, heard: (incoming: IncomingMessage) => void) =>
      request(
        { ...options, lookup: undefined, host: "127.0.0.1", port, path: url.pathname },
        heard,
      )) as OutNetwork["request"],
  };
}
const OUT_THERE = ["194.71.24.10"];

test.each([[200], [204], [410], [500], [307]])(
  "the status %i is what is told, and nobody else is called",
  async (status) => {
    asked = [];
    answer = (_path, response) =>
      response.writeHead(status, { location: "/elsewhere" }).end("much to read".repeat(1000));
    expect(await postWebhook("https://example.se/in", MESSAGE, networkOf(OUT_THERE))).toEqual({ status });
    expect(asked).toEqual([{ path: "/in", id: "1", body: '{"å":1}' }]);
  },
);

test("who does not answer in time has not answered", async () => {
  answer = () => {};
  expect(await postWebhook("https://example.se/in", MESSAGE, networkOf(OUT_THERE), 100)).toEqual({
    fault: "no-answer",
  });
  const never = { ...networkOf(OUT_THERE), addressesOf: () => new Promise<string[]>(() => {}) };
  expect(await postWebhook("https://example.se/in", MESSAGE, never, 50)).toEqual({ fault: "no-answer" });
  expect(await postWebhook("https://example.se/in", MESSAGE, networkOf([]))).toEqual({ fault: "no-answer" });
});

test.each([
  ["127.0.0.1"],
  ["10.0.0.7"],
  ["172.16.0.1"],
  ["192.168.1.1"],
  ["169.254.169.254"],
  ["100.64.0.1"],
  ["0.0.0.0"],
  ["::1"],
  ["fe80::1"],
  ["fd00:ec2::254"],
  ["::ffff:127.0.0.1"],
  ["::ffff:a9fe:a9fe"],
  ["64:ff9b::7f00:1"],
])("a name that is %s, alone or among others, is not called", async (address) => {
  asked = [];
  answer = (_path, response) => response.end();
  for (const addresses of [[address], [...OUT_THERE, address]])
    expect(await postWebhook("https://example.se/in", MESSAGE, networkOf(addresses))).toEqual({ fault: "not-public" });
  const host = address.includes(":") ? `[${address}]` : address;
  expect(await postWebhook(`https://${host}/in`, MESSAGE, networkOf(OUT_THERE))).toEqual({ fault: "not-public" });
  expect(asked).toEqual([]);
});

test.each([
  ["https://localhost/"],
  ["https://127.1/"],
  ["https://0x7f000001/"],
  ["https://2130706433/"],
  ["http://example.se/"],
])("%s is not called by the network as it is", async (address) =>
  expect(await postWebhook(address, MESSAGE)).toEqual({ fault: "not-public" }),
);
