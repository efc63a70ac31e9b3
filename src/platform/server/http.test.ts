// The web server by itself, before any stage or database: what it refuses at the door, and what it says when the machine gives way.
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { z } from "zod";
import { endpoint } from "../../ground/endpoint.ts";
import { no, yes } from "../../ground/result.ts";
import type { Instant } from "../../ground/time.ts";
import { DatabaseUnreachable, DiskFull, StatementTimeout } from "./database/errors.ts";
import type { House } from "./house.ts";
import { buildApp, loggedPath } from "./http.ts";
import { makeLog } from "./log.ts";
import type { PageAnswer } from "./pages.ts";
import { platformRefusals, type Problem } from "./problem.ts";
import { command, download, question, type Route } from "./routes.ts";
import { readSettings } from "./settings.ts";

const NOTHING = z.object({});
const ask = endpoint({
  name: "pledge.ask",
  kind: "question",
  path: "/api/pledge/ask",
  summary: "Fråga",
  input: NOTHING,
  output: NOTHING,
  open: true,
});
const change = endpoint({
  name: "pledge.change",
  kind: "command",
  path: "/api/pledge/change",
  summary: "Ändra",
  input: z.object({ number: z.number() }),
  output: NOTHING,
});
const atTheDoor = endpoint({ ...ask, name: "partnership.log-in", path: "/api/partnership/log-in" });

/** A web server whose database does this when it is asked. */
function serverOver(database: () => Promise<never>) {
  const house = {
    settings: readSettings({}),
    log: makeLog("silent"),
    refusals: platformRefusals,
    database: { transaction: database },
    personOf: async () => ({ id: "p", name: "", grants: [], operator: false }),
    now: () => "2026-11-24T09:00:00.000Z" as Instant,
  } as unknown as House;
  const rule = { event: "x.y", may: () => undefined, decide: () => yes({}) };
  const app = buildApp(house, {
    routes: [
      question(ask, async () => yes({})),
      question(atTheDoor, async () => yes({})),
      command(change, { rule, load: async () => ({}), write: async () => ({}), subject: () => undefined }),
    ],
    pages: async ({ lang }) => ({ status: 404, html: "", etag: '"none"', lang }),
    staffWords: new Set(),
    staffHtml: async () => "",
    asset: async () => undefined,
    ready: async () => ["Disken är snart full."],
    version: "1",
  });
  return {
    house,
    async call(path: string, init: RequestInit = {}) {
      const response = await app.request(path, init);
      return { response, status: response.status, problem: (await response.json()) as Problem };
    },
  };
}
const fine = () => serverOver(async () => Promise.reject(new Error("nobody should come here")));
const post = (body: string, headers: Record<string, string> = {}): RequestInit => ({
  method: "POST",
  headers: { "content-type": "application/json", origin: "http://localhost:3000", cookie: "samsyn=x", ...headers },
  body,
});

test.each<[string, RequestInit, number, string]>([
  ["nobody", post("{}", { cookie: "" }), 401, "not-logged-in"],
  ["what is no JSON", post("{"), 415, "not-json"],
  ["what does not say that it is JSON", post("{}", { "content-type": "text/plain" }), 415, "not-json"],
  ["a list", post("[]"), 415, "not-json"],
  ["fields that are not understood", post('{"number":"ett"}'), 422, "not-understood"],
  ["another site", post("{}", { origin: "https://elsewhere.example" }), 403, "other-site"],
  ["more than a megabyte", post(`{"x":"${"å".repeat(600_000)}"}`), 413, "too-large"],
])("a change from %s is refused", async (_name, init, status, why) => {
  const refused = await fine().call("/api/pledge/change", init);
  expect(refused).toMatchObject({ status, problem: { status, why, type: `/problem/${why}` } });
  expect(refused.response.headers.get("content-type")).toContain("application/problem+json");
});

test("what was not understood is named by its field", async () => {
  const { problem } = await fine().call("/api/pledge/change", post('{"number":"ett"}'));
  expect(problem).toMatchObject({ field: "number", problems: [{ field: "number" }] });
});

test("a door that is not there is not found, in the language asked for", async () => {
  expect(await fine().call("/api/lova/finns-inte?lang=en")).toMatchObject({
    status: 404,
    problem: { why: "not-found", detail: "There is no such page." },
  });
});

test("who knocks too often at the log-in is asked to wait, and told how long", async () => {
  const server = fine();
  const knocks = await Promise.all(Array.from({ length: 70 }, () => server.call("/api/partnership/log-in")));
  const refused = knocks.filter(({ status }) => status === 429);
  expect(refused).toHaveLength(10);
  expect(refused[0]?.problem.why).toBe("too-many");
  expect(Number(refused[0]?.response.headers.get("retry-after"))).toBeGreaterThan(0);
});

test.each<[string, Error, number, string]>([
  ["does not answer", new DatabaseUnreachable(new Error("x")), 503, "database-unreachable"],
  ["has no room", new DiskFull(new Error("x")), 507, "disk-full"],
  ["takes too long", new StatementTimeout(), 503, "took-too-long"],
  ["has it already", Object.assign(new Error("a secret key"), { code: "23505" }), 409, "taken"],
  ["is broken", new Error("a secret about the inside"), 500, "broken"],
])(
  "a database that %s is told in a sentence, with a number to quote and nothing of the inside",
  async (_name, error, status, why) => {
    const { problem } = await serverOver(async () => Promise.reject(error)).call("/api/pledge/ask");
    expect(problem).toMatchObject({ status, why });
    expect(problem.requestId).toMatch(/.{8}/);
    expect(problem.detail).not.toContain("{");
    expect(JSON.stringify(problem)).not.toContain("secret");
  },
);

test("says that it is alive, and what is wrong", async () => {
  expect(await fine().call("/healthz")).toMatchObject({ status: 200, problem: { alive: true } });
  expect(await fine().call("/readyz")).toMatchObject({ status: 503, problem: { wrong: ["Disken är snart full."] } });
});

test("tells every browser to load from here only and to run nothing that is written in the page", async () => {
  const { response } = await fine().call("/healthz");
  const policy = response.headers.get("content-security-policy") ?? "";
  expect(policy).toContain("default-src 'none'");
  expect(policy).not.toMatch(/unsafe|https?:|\*/);
});

/** A house whose database fails in this way, whatever is asked of it. */
function appThatFails(error: Error) {
  const fail = async () => {
    throw error;
  };
  const house = {
    settings: readSettings({}),
    log: makeLog("silent"),
    refusals: platformRefusals,
    personOf: fail,
  } as unknown as Parameters<typeof buildApp>[0];
  return buildApp(house, {
    routes: [],
    pages: fail,
    staffWords: new Set(),
    staffHtml: fail,
    asset: async () => undefined,
    ready: async () => ["Databasen svarar inte. / The database does not answer."],
    version: "test",
  });
}

test.each([
  ["a database that is gone", new DatabaseUnreachable(undefined), 503, "database-unreachable", "Databasen svarar inte"],
  ["a full disk", new DiskFull(undefined), 507, "disk-full", "Disken är full"],
  ["a question without end", new StatementTimeout(), 503, "took-too-long", "tog för lång tid"],
  ["a bug", new TypeError("x <is> undefined"), 500, "broken", "Något gick sönder"],
])("%s is told to programs as a problem and to people as a page", async (_what, error, status, why, sentence) => {
  const app = appThatFails(error);
  const told = await app.request("/api/anything", { headers: { cookie: "samsyn=token" } });
  expect(told.status).toBe(status);
  expect(await told.json()).toMatchObject({ status, why, detail: expect.stringContaining(sentence) });
  const page = await app.request("/ockelbo");
  expect([page.status, page.headers.get("content-type")]).toEqual([status, "text/html; charset=UTF-8"]);
  const text = await page.text();
  expect(text).toContain(sentence);
  expect(text).toContain('<html lang="sv">');
  expect(text).not.toContain("undefined");
});

test("what is not ready is said in sentences, while the process is alive", async () => {
  const app = appThatFails(new DatabaseUnreachable(undefined));
  const ready = await app.request("/readyz");
  expect(ready.status).toBe(503);
  expect(await ready.json()).toEqual({
    ready: false,
    wrong: ["Databasen svarar inte. / The database does not answer."],
  });
  expect((await app.request("/healthz")).status).toBe(200);
});

const bytes = new TextEncoder().encode("kolumner");
const columns = endpoint({ ...ask, name: "picture.columns", kind: "download", path: "/api/picture/columns" });
const file = { bytes, contentType: "application/octet-stream" };

/** A door that hands over bytes, with a tag or without. */
function serving(answer: Parameters<typeof download>[1]) {
  const house = {
    settings: readSettings({}),
    log: makeLog("silent"),
    refusals: platformRefusals,
    database: { transaction: async (_scope: unknown, work: (tx: unknown) => unknown) => work({}) },
    personOf: async () => undefined,
    now: () => "2026-11-24T09:00:00.000Z" as Instant,
  } as unknown as House;
  const routes: Route[] = [download(columns, answer)];
  const fail = async () => Promise.reject(new Error("nobody should come here"));
  const app = buildApp(house, {
    routes,
    pages: fail,
    staffWords: new Set(),
    staffHtml: fail,
    asset: async () => undefined,
    ready: async () => [],
    version: "1",
  });
  return async (known?: string) =>
    app.request("/api/picture/columns", known === undefined ? {} : { headers: { "if-none-match": known } });
}

test("bytes with a tag are kept by the browser of the one who asked, and not sent again while they are the same", async () => {
  const get = serving(async () => yes({ ...file, etag: "abc" }));
  const first = await get();
  expect([first.status, first.headers.get("etag"), first.headers.get("cache-control")]).toEqual([
    200,
    '"abc"',
    "private, no-cache",
  ]);
  // What the one before at the same machine was sent is not given to the next, not even by a browser that is told not to ask.
  expect(first.headers.get("vary")?.toLowerCase()).toContain("cookie");
  expect(await first.text()).toBe("kolumner");
  for (const known of ['"abc"', 'W/"abc"', '"x", "abc"']) {
    const again = await get(known);
    expect([again.status, await again.text(), again.headers.get("etag")], known).toEqual([304, "", '"abc"']);
  }
  for (const other of ['"ab"', "abc", ""]) expect((await get(other)).status, other).toBe(200);
});

test("bytes without a tag are kept by nobody", async () => {
  const answer = await serving(async () => yes(file))('"abc"');
  expect([answer.status, answer.headers.get("etag"), answer.headers.get("cache-control")]).toEqual([
    200,
    null,
    "no-store",
  ]);
});

test("a no to bytes is a problem, and kept by nobody", async () => {
  const answer = await serving(async () => no("not-found"))();
  expect([answer.status, answer.headers.get("cache-control")]).toEqual([404, "no-store"]);
  expect(answer.headers.get("content-type")).toContain("application/problem+json");
});

test("a calendar's address is a key, and the log gets the door alone", () => {
  expect(loggedPath("/api/act/ockelbo/calendar/hemlig.ics")).toBe("/api/act/ockelbo/calendar/…");
  expect(loggedPath("/api/act/ockelbo/calendar")).toBe("/api/act/ockelbo/calendar");
  expect(loggedPath("/kvitto/ABCD")).toBe("/kvitto/…");
});

test.each([
  ["gzip, deflate, br", "br"],
  ["gzip", "gzip"],
  ["br;q=0, gzip", "gzip"],
  ["identity", null],
  [undefined, null],
])("to a browser that takes %s an asset goes as the build packed it", async (taken, encoding) => {
  const bytes = (text: string) => new TextEncoder().encode(text);
  const house = { settings: readSettings({}), log: makeLog("silent"), refusals: platformRefusals };
  const app = buildApp(house as unknown as House, {
    routes: [],
    pages: async ({ lang }) => ({ status: 404, html: "", etag: '"none"', lang }),
    staffWords: new Set(),
    staffHtml: async () => "",
    asset: async () => ({
      bytes: bytes("plain"),
      contentType: "text/javascript",
      immutable: true,
      packed: [
        { encoding: "br", bytes: bytes("br") },
        { encoding: "gzip", bytes: bytes("gzip") },
      ],
    }),
    ready: async () => [],
    version: "1",
  });
  const answer = await app.request(
    "/assets/a.js",
    taken === undefined ? {} : { headers: { "accept-encoding": taken } },
  );
  expect([answer.headers.get("content-encoding"), await answer.text()]).toEqual([encoding, encoding ?? "plain"]);
  expect(answer.headers.get("vary")?.toLowerCase()).toContain("accept-encoding");
});

test("a page that lasts is packed once for all who take it so, and its tag says the same of each", async () => {
  const html = `<p>${"Vi lovade. ".repeat(500)}</p>`;
  const page: PageAnswer = { status: 200, html, etag: '"abc"', lang: "sv", lasts: true };
  const house = { settings: readSettings({}), log: makeLog("silent"), refusals: platformRefusals };
  const app = buildApp(house as unknown as House, {
    routes: [],
    pages: async () => page,
    staffWords: new Set(),
    staffHtml: async () => "",
    asset: async () => undefined,
    ready: async () => [],
    version: "1",
  });
  const asked = async (headers: Record<string, string>) => app.request("/ockelbo", { headers });
  const bytesOf = async (answer: Response) => Buffer.from(await answer.arrayBuffer());
  const [br, gz, again, plain] = [
    await asked({ "accept-encoding": "gzip, br" }),
    await asked({ "accept-encoding": "gzip" }),
    await asked({ "accept-encoding": "gzip" }),
    await asked({}),
  ];
  expect([br, gz, again, plain].map(({ headers }) => headers.get("content-encoding"))).toEqual([
    "br",
    "gzip",
    "gzip",
    null,
  ]);
  expect(brotliDecompressSync(await bytesOf(br)).toString()).toBe(html);
  const packed = await bytesOf(gz);
  expect(gunzipSync(packed).toString()).toBe(html);
  expect((await bytesOf(again)).equals(packed)).toBe(true);
  expect(await plain.text()).toBe(html);
  for (const answer of [br, gz, plain]) {
    expect(answer.headers.get("content-type")).toMatch(/^text\/html; charset=utf-8$/i);
    expect(answer.headers.get("vary")?.toLowerCase()).toContain("accept-encoding");
    const known = answer.headers.get("etag")!;
    expect((await asked({ "if-none-match": known, "accept-encoding": "gzip" })).status).toBe(304);
  }
});

test("a file that is not ready is counted before it is made, for whoever wants its head alone too", async () => {
  const house = { settings: readSettings({}), log: makeLog("silent"), refusals: platformRefusals };
  const refusal = { why: "fetched-too-often", detail: { address: "/allt.zip" } };
  const serving = () => {
    const made = { times: 0 };
    const make = () => {
      made.times += 1;
      return { bytes, etag: '"made"' };
    };
    const app = buildApp(house as unknown as House, {
      routes: [],
      pages: async ({ lang }) => ({
        status: 200,
        html: "",
        etag: "",
        lang,
        file: { contentType: "text/csv" },
        counted: { as: "file", refusal },
        unmade: { refusal, make },
      }),
      staffWords: new Set(),
      staffHtml: async () => "",
      asset: async () => undefined,
      ready: async () => [],
      version: "1",
    });
    const ask = async (times: number, init: RequestInit = {}) => {
      const answers = [];
      for (let at = 0; at < times; at++) answers.push(await app.request("/oppna-data/a.csv", init));
      return answers;
    };
    return { made, ask };
  };
  const whole = serving();
  const gets = await whole.ask(12);
  expect(gets.map(({ status }) => status)).toEqual([...Array<number>(10).fill(200), 429, 429]);
  expect([gets[0]?.headers.get("etag"), await gets[0]?.text()]).toEqual(['"made"', "kolumner"]);
  expect([gets[11]?.headers.get("etag"), gets[11]?.headers.get("retry-after")]).toEqual([null, expect.any(String)]);
  expect(whole.made.times).toBe(10);

  // A head costs what a file costs to make, and so does finding out that it is had already.
  for (const init of [{ method: "HEAD" }, { headers: { "if-none-match": '"made"' } }]) {
    const { made, ask } = serving();
    const answers = await ask(70, init);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(10);
    expect(made.times).toBe(60);
  }
});
