// The web server asked as nobody should ask it: what it takes in, what it writes down, and what it says back.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { makeHouse, routes } from "../src/main/assemble.ts";
import { makePages } from "../src/tell/pages.tsx";
import type { Database } from "../src/platform/server/database/database.ts";
import { buildApp } from "../src/platform/server/http.ts";
import { makeLog } from "../src/platform/server/log.ts";
import { readSettings } from "../src/platform/server/settings.ts";

const kept = await mkdtemp(join(tmpdir(), "samsyn-http-"));
afterAll(() => rm(kept, { recursive: true, force: true }));

/** The whole server over a database that answers everything with `work`. */
function serverOn(work: () => Promise<unknown>, environment: Record<string, string> = {}) {
  const lines: string[] = [];
  const database = { engine: "pglite", transaction: work, trial: work } as unknown as Database;
  const settings = { ...readSettings(environment), dataDirectory: kept };
  const house = makeHouse({ database, settings, log: makeLog("info", { write: (line) => void lines.push(line) }) });
  const app = buildApp(house, {
    routes,
    pages: makePages({
      database,
      assets: {},
      now: house.now,
      origin: settings.origin,
      rpId: settings.rpId,
      demo: false,
      verifier: async () => "",
    }),
    staffWords: new Set(["logga-in", "lagesbild"]),
    staffHtml: async () => "<!doctype html>",
    asset: async () => undefined,
    ready: async () => [],
    version: "test",
  });
  const ask = async (path: string, init: RequestInit & { from?: string } = {}) =>
    app.request(
      path,
      { ...init, headers: { origin: settings.origin, ...(init.headers as Record<string, string>) } },
      { incoming: { socket: { remoteAddress: init.from ?? "192.0.2.1", remotePort: 1, remoteFamily: "IPv4" } } },
    );
  const json = (path: string, body: string, headers = {}) =>
    ask(path, { method: "POST", body, headers: { "content-type": "application/json", ...headers } });
  return { ask, json, lines };
}
const nothing = async () => undefined;
const unreachable = async () => {
  throw new Error("The database was asked");
};

test.each(["//evil.example/", "///evil.example//", "/%5Cevil.example/", "/\\evil.example/"])(
  "%s leads nowhere else",
  async (path) => {
    const location = (await serverOn(nothing).ask(`http://localhost${path}`)).headers.get("location");
    expect(location === null || /^\/[^/\\]/.test(location), String(location)).toBe(true);
  },
);

test("only what is made for other sites may stand in theirs, and it leaves nothing with whoever reads", async () => {
  const lists = ["parties", "documents", "current", "walks", "dialogues", "answers", "reports"];
  const site = { slug: "ockelbo", name: "Ockelbo", feedbackDays: 90, lastWord: null };
  const told = { site: { ...site, ...Object.fromEntries(lists.map((name) => [name, []])) }, etag: "", madeAt: "" };
  const { ask } = serverOn(async () => told);
  const framed = async (path: string, headers = {}) => {
    const answer = await ask(path, { headers });
    const policy = answer.headers.get("content-security-policy") ?? "";
    return {
      status: answer.status,
      ancestors: /frame-ancestors ([^;]+)/.exec(policy)?.[1],
      older: answer.headers.get("x-frame-options"),
      elsewhere: answer.headers.get("cross-origin-resource-policy"),
      cookie: answer.headers.get("set-cookie"),
    };
  };
  const anywhere = { ancestors: "*", older: null, elsewhere: "cross-origin", cookie: null };
  const nowhere = { ancestors: "'none'", older: "DENY", elsewhere: "same-origin", cookie: null };
  for (const path of ["/ockelbo/ruta", "/ockelbo/ruta?lang=en", "/ockelbo/ruta.svg"]) {
    expect(await framed(path), path).toEqual({ status: 200, ...anywhere });
    const etag = (await ask(path)).headers.get("etag");
    expect(await framed(path, { "if-none-match": etag }), path).toEqual({ status: 304, ...anywhere });
  }
  for (const path of ["/ockelbo", "/ockelbo/folj", "/ockelbo/ruta/om", "/ockelbo/folj.atom"])
    expect(await framed(path), path).toEqual({ status: 200, ...nowhere });
  const schema = await ask("/oppna-data/handelse.schema.json");
  expect(schema.headers.get("content-type")).toBe("application/schema+json; charset=utf-8");
  expect(await schema.json()).toMatchObject({ $id: "http://localhost:3000/oppna-data/handelse.schema.json" });
  expect(await framed("/ockelbo/ruta/x")).toEqual({ status: 404, ...nowhere });
});

test("every kind of answer carries the headers, and nothing about staff is kept anywhere", async () => {
  const { ask, json } = serverOn(nothing);
  const answers = [
    await ask("/logga-in"),
    await ask("/ockelbo"),
    await ask("/api/nowhere"),
    await ask("/api/collect/ockelbo/walks"),
    await ask("/api/partnership/me"),
    await json("/api/partnership/log-in", "{"),
    await json("/api/partnership/log-out", "{}", { origin: "https://evil.example" }),
    await serverOn(unreachable).ask("/api/partnership/demo-people"),
    await serverOn(unreachable).ask("/ockelbo"),
  ];
  for (const { headers, status, url } of answers) {
    expect(headers.get("content-security-policy"), `${status} ${url}`).toContain("default-src 'none'");
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("x-frame-options")).toBe("DENY");
    expect(headers.get("referrer-policy")).toBe("same-origin");
  }
  for (const { headers, status } of answers.filter((_answer, place) => place >= 2 && place < 8))
    expect(headers.get("cache-control"), String(status)).toBe("no-store");
});

test.each<[string, boolean]>([
  // The picture is one of the staff app's screens, and all of them are one page.
  ["/lagesbild/ockelbo", true],
  ["/logga-in", true],
  // What counts beside the page is a script with a policy of its own.
  ["/assets/explorer-worker-1a2b.js", true],
  ["/ockelbo", false],
  ["/ockelbo/medborgarlofte/2025-2027", false],
  ["/svara/nagot", false],
  ["/kvitto", false],
  ["/", false],
  ["/assets/app.css", false],
  ["/api/partnership/me", false],
  ["/openapi.json", false],
  ["/healthz", false],
])("only what loads the picture may compile: %s", async (path, may) => {
  const { headers } = await serverOn(nothing).ask(path);
  const policy = headers.get("content-security-policy") ?? "";
  expect(policy).toMatch(/script-src 'self'/);
  expect(policy.includes("'wasm-unsafe-eval'")).toBe(may);
  expect(policy.replace("'wasm-unsafe-eval'", "")).not.toMatch(/unsafe|https?:|\*/);
});

test("what no database can hold, and what is nested without end, is not understood instead of breaking something", async () => {
  const { ask, json, lines } = serverOn(unreachable);
  const open = (token: string) => json("/api/partnership/invitation/open", `{"token":${token}}`);
  const deep = (depth: number) => `${"[".repeat(depth)}${"]".repeat(depth)}`;
  for (const token of ['"a\\u0000"', '"\\ud800"', '"a","b\\u0000":1', `"a","b":${deep(70)}`, deep(400_000)])
    expect((await open(token)).status, token.slice(0, 20)).toBe(422);
  expect((await ask("/%00")).status).toBe(404);
  expect((await ask("/%00/medborgarlofte/%00")).status).toBe(404);
  expect(lines.filter((line) => line.includes('"level":50'))).toEqual([]);
});

test("nobody's bytes are taken in before it is known whose they are", async () => {
  let taken = 0;
  const body = new ReadableStream({
    pull(controller) {
      taken += 1;
      controller.enqueue(new Uint8Array(64 * 1024));
    },
  });
  const answer = await serverOn(nothing).ask("/api/collect/ockelbo/imports/polisen", {
    method: "POST",
    body,
    ...({ duplex: "half" } as object),
  });
  expect(answer.status).toBe(401);
  expect(taken).toBeLessThan(3);
});

test("the log of what broke tells where, and not what stood in the row, in the text or in a one-time link", async () => {
  const secret = "Anna Andersson";
  const broken: [Error, number?][] = [
    [Object.assign(new Error(`invalid input syntax for type uuid: "${secret}"`), { code: "22P02" })],
    [
      Object.assign(new Error("duplicate key value"), { code: "23505", constraint: "note_key", detail: `(${secret})` }),
      409,
    ],
    [new SyntaxError(`Unexpected token in "${secret}"`)],
    [new Error("outer", { cause: Object.assign(new Error("inner"), { detail: secret, code: "XX000" }) })],
  ];
  for (const [error, status = 500] of broken) {
    const { ask, lines } = serverOn(() => Promise.reject(error));
    expect((await ask(`/ockelbo?sok=${encodeURIComponent(secret)}`)).status).toBe(status);
    expect((await ask("/kvitto/hemlig-nyckel")).status).toBe(status);
    expect(lines.filter((line) => line.includes('"level":50'))).toHaveLength(2);
    expect(lines.join("")).toContain("    at ");
    expect(lines.join("")).not.toMatch(/Anna|Andersson|hemlig-nyckel/);
  }
});

test("whoever has a whole network of addresses is one who knocks; a made-up header is nobody", async () => {
  const { ask } = serverOn(nothing);
  const knock = (from: string, forwarded = "") =>
    ask("/api/partnership/log-in/demo", {
      method: "POST",
      body: "{}",
      from,
      headers: { "x-forwarded-for": forwarded },
    });
  const statuses = async (from: (n: number) => string, forwarded: (n: number) => string = () => "") => {
    const answers: number[] = [];
    for (let n = 0; n < 61; n++) answers.push((await knock(from(n), forwarded(n))).status);
    return [answers[59], answers[60]];
  };
  expect(await statuses((n) => `2001:db8:1:2:${n}::${n}`)).toEqual([415, 429]);
  expect((await knock("2001:db8:1:3::1")).status).toBe(415);
  expect(
    await statuses(
      () => "198.51.100.7",
      (n) => `10.0.0.${n}`,
    ),
  ).toEqual([415, 429]);
  expect((await knock("::ffff:198.51.100.7")).status).toBe(429);
});

test("behind one proxy it is the address the proxy saw that counts, not what was told before it", async () => {
  const { ask } = serverOn(nothing, { SAMSYN_TRUSTED_PROXIES: "1" });
  const answers: number[] = [];
  for (let n = 0; n < 61; n++) {
    const headers = { "x-forwarded-for": `10.0.0.${n}, 203.0.113.9` };
    answers.push((await ask("/api/partnership/log-in/demo", { method: "POST", body: "{}", headers })).status);
  }
  expect([answers[59], answers[60]]).toEqual([415, 429]);
});

test("public pages too are asked for so often and no more", async () => {
  const { ask } = serverOn(nothing);
  const statuses = new Set<number>();
  for (let n = 0; n < 1201; n++) statuses.add((await ask("/readyz")).status);
  expect([...statuses]).toEqual([200, 429]);
  const late = await ask("/ockelbo");
  expect(late.status).toBe(429);
  expect(Number(late.headers.get("retry-after"))).toBeGreaterThan(0);
});
