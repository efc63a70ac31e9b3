import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Instant } from "../../ground/time.ts";
import { piecesOf } from "./bytes.ts";
import { importAll } from "./importer.ts";
import { readPolisenFile } from "./polisen-file.ts";
import { askPolisen } from "./polisen-feed.ts";

const AT = "2026-01-01T12:00:00.000Z" as Instant;
const ANSWER = [
  {
    id: 1,
    datetime: "2026-01-01 9:19:33 +01:00",
    name: "01 januari 03.37, Brand, Gävle",
    summary: "",
    url: "",
    type: "Brand",
    location: { name: "Gävleborgs län" },
  },
];

let polisen: Server;
let agents: (string | undefined)[] = [];
let status = 200;
beforeAll(async () => {
  polisen = createServer((request, response) => {
    agents.push(request.headers["user-agent"]);
    response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(ANSWER));
  });
  await new Promise<void>((resolve) => polisen.listen(0, "127.0.0.1", resolve));
});
afterAll(() => polisen.close());

const ask = (more: Partial<Parameters<typeof askPolisen>[0]> = {}) =>
  askPolisen({
    get: (address, headers) => fetch(address, { headers }),
    on: true,
    userAgent: "Samsyn/0 (prov)",
    asked: [],
    at: AT,
    address: `http://127.0.0.1:${(polisen.address() as AddressInfo).port}`,
    ...more,
  });

test("asks under its name, and the answer can be read in", async () => {
  agents = [];
  const answer = await ask();
  expect(agents).toEqual(["Samsyn/0 (prov)"]);
  const bytes = answer.ok ? answer.value : new Uint8Array();
  const land = async (batch: readonly unknown[]) => ({ added: batch.length, changed: 0 });
  expect(
    await importAll(readPolisenFile(piecesOf(bytes), AT), { prepare: (incident) => incident, land }),
  ).toMatchObject({ read: 1, added: 1 });
});

test.each([
  ["switched off", { on: false }, "feed-is-off"],
  ["nameless", { userAgent: " " }, "user-agent-needed"],
  ["too soon", { asked: ["2026-01-01T11:59:55.000Z" as Instant] }, "feed-asked-too-often"],
])("asks nobody when it is %s", async (_name, more, why) => {
  agents = [];
  expect(await ask(more)).toMatchObject({ ok: false, refusal: { why } });
  expect(agents).toEqual([]);
});

test("no answer is told and nothing is broken", async () => {
  status = 503;
  expect(await ask()).toMatchObject({ refusal: { why: "feed-did-not-answer", detail: { status: 503 } } });
  status = 200;
  expect(await ask({ address: "http://127.0.0.1:1" })).toMatchObject({ refusal: { why: "feed-did-not-answer" } });
});
