import { isIPv6 } from "node:net";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip as gzipped } from "node:zlib";
import { getConnInfo } from "@hono/node-server/conninfo";
import { Hono, type Context, type Next } from "hono";
import { bodyLimit } from "hono/body-limit";
import { accepts } from "hono/accepts";
import { compress } from "hono/compress";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import { html } from "hono/html";
import { secureHeaders } from "hono/secure-headers";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import { RateLimiterMemory } from "rate-limiter-flexible";
import { isKeepable } from "../../ground/keepable.ts";
import type { Person } from "../../ground/party.ts";
import type { Refusal } from "../../ground/result.ts";
import { readLang, type Lang } from "../../ground/words.ts";
import { DatabaseRefuses, DatabaseUnreachable, DiskFull, isTaken, StatementTimeout } from "./database/errors.ts";
import type { House } from "./house.ts";
import { openApiOf } from "./openapi.ts";
import type { OpenDoor, Pace, PageAnswer, ServedPage } from "./pages.ts";
import { problemOf, type Problem } from "./problem.ts";
import type { Answer, Call, Route } from "./routes.ts";
import { newId } from "./secrets.ts";
import { isMultipart, readSentForm } from "./sent-form.ts";

export type Doors = {
  readonly routes: readonly Route[];
  /** Pages for strangers: server-rendered, no script needed. Asked after every other address. */
  readonly pages: ServedPage;
  /** Where residents hand something in, each declared by name. */
  readonly openDoors?: readonly OpenDoor[];
  /** First address words whose pages other sites' programs may read as well: nothing there knows who asks. */
  readonly sharedWords?: ReadonlySet<string>;
  /** First address words that belong to the staff app; they get its one HTML page. */
  readonly staffWords: ReadonlySet<string>;
  readonly staffHtml: () => Promise<string>;
  /** Files of the build, by path, undefined when there is none. */
  readonly asset: (path: string) => Promise<Asset | undefined>;
  /** What /readyz asks: sentences about what is wrong, none when all is well. */
  readonly ready: () => Promise<readonly string[]>;
  readonly version: string;
};

/** The same bytes, packed beforehand. */
export type Packed = { readonly encoding: "br" | "gzip"; readonly bytes: Uint8Array<ArrayBuffer> };
type Asset = {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly contentType: string;
  readonly immutable: boolean;
  /** The one to be preferred first. */
  readonly packed: readonly Packed[];
};

type Vars = {
  Variables: {
    requestId: string;
    lang: Lang;
    person: Person | undefined;
    sessionToken: string | undefined;
    policy?: string;
    embedded?: true;
  };
};
type Ctx = Context<Vars>;

const [brotli, gzip] = [promisify(brotliCompress), promisify(gzipped)];
const MEGABYTE = 1024 * 1024;
/** Whole files that are handed out to one who asks. */
const FILES_A_MINUTE = 10;
/** Files that are made for one who asks, where none is ready: also for whoever wants its head alone, or turns out to have it. */
const MAKINGS_A_MINUTE = 60;
/** Any site's program may read it, since it is the same for everybody and no cookie is looked at. */
const SHARED = {
  "access-control-allow-origin": "*",
  "access-control-expose-headers": "ETag, Last-Modified, Link, Retry-After",
  "cross-origin-resource-policy": "cross-origin",
};
const ONLY_WITH_CONTENT = [
  "content-security-policy",
  "content-language",
  "permissions-policy",
  "cross-origin-opener-policy",
  "cross-origin-resource-policy",
  "access-control-expose-headers",
  "origin-agent-cluster",
  "referrer-policy",
  "x-content-type-options",
  "x-dns-prefetch-control",
  "x-download-options",
  "x-frame-options",
  "x-permitted-cross-domain-policies",
  "x-xss-protection",
];
const JSON_LIMIT = 1 * MEGABYTE;
const UPLOAD_LIMIT = 25 * MEGABYTE;
const FORM_LIMIT = MEGABYTE / 4;
const CSP_SOURCES = {
  defaultSrc: ["'none'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'"],
  imgSrc: ["'self'", "data:", "blob:"],
  fontSrc: ["'self'"],
  connectSrc: ["'self'"],
  workerSrc: ["'self'", "blob:"],
  manifestSrc: ["'self'"],
  formAction: ["'self'"],
  baseUri: ["'none'"],
  frameAncestors: ["'none'"],
};

/** Compiled kernels count a million events where the browser allows it. Still nothing that is written in a page runs. */
const COMPILING_SOURCES = { ...CSP_SOURCES, scriptSrc: [...CSP_SOURCES.scriptSrc, "'wasm-unsafe-eval'"] };

/** The whole web server as a value: give it a request, get a response. */
export function buildApp(house: House, doors: Doors): Hono<Vars> {
  const app = new Hono<Vars>();
  const limits = makeLimits(house);
  const tooMany = async (c: Ctx, door: Door): Promise<Response | undefined> => {
    const over = await limits(clientOf(c, house.settings.trustedProxies), door);
    if (over === undefined) return undefined;
    c.header("retry-after", String(over));
    c.header("cache-control", "no-store");
    return problem(c, house, problemOf({ why: "too-many" }, "rule", c.get("lang"), house.refusals));
  };
  const files = new RateLimiterMemory({ points: FILES_A_MINUTE, duration: 60 });
  const makings = new RateLimiterMemory({ points: MAKINGS_A_MINUTE, duration: 60 });
  const tooOften = (c: Ctx, refusal: Refusal, over: number | undefined) => {
    if (over === undefined) return undefined;
    house.log.warn({ why: refusal.why });
    c.header("retry-after", String(over));
    c.header("cache-control", "no-store");
    c.header("etag", undefined);
    c.header("last-modified", undefined);
    return problem(c, house, problemOf(refusal, "rule", c.get("lang"), house.refusals));
  };
  const countedAs = (c: Ctx, { counted }: PageAnswer) =>
    counted === undefined || c.req.method === "HEAD"
      ? undefined
      : `${counted.as} ${clientOf(c, house.settings.trustedProxies)}`;
  const tooManyFiles = async (c: Ctx, page: PageAnswer) => {
    const key = countedAs(c, page);
    if (key === undefined || page.counted === undefined) return undefined;
    return tooOften(c, page.counted.refusal, await secondsOver(files, key));
  };
  // Nothing is made for whoever would be refused it.
  const tooManyMakings = async (c: Ctx, page: PageAnswer) => {
    if (page.unmade === undefined) return undefined;
    const key = countedAs(c, page);
    const left = key === undefined ? undefined : await secondsLeft(files, key);
    const over = left ?? (await secondsOver(makings, clientOf(c, house.settings.trustedProxies)));
    return tooOften(c, page.unmade.refusal, over);
  };
  const secure = house.settings.origin.startsWith("https:");

  app.use(async (c, next) => {
    const started = performance.now();
    c.set("requestId", newId(Date.now()));
    c.set(
      "lang",
      readLang(c.req.query("lang") ?? getCookie(c, "lang") ?? c.req.header("accept-language")?.slice(0, 2)),
    );
    await next();
    // Into the answer that is there: through the context it would be read out and made anew, which takes as long as all the rest of a page that is kept.
    c.res.headers.set("x-request-id", c.get("requestId"));
    // The path without its query: what people search for stays out of the log.
    house.log.info({
      requestId: c.get("requestId"),
      method: c.req.method,
      path: loggedPath(c.req.path),
      status: c.res.status,
      ms: Math.round(performance.now() - started),
    });
  });
  const headersWith = (contentSecurityPolicy: typeof CSP_SOURCES) =>
    secureHeaders({
      contentSecurityPolicy,
      crossOriginResourcePolicy: "same-origin",
      crossOriginOpenerPolicy: "same-origin",
      referrerPolicy: "same-origin",
      xFrameOptions: "DENY",
      strictTransportSecurity: secure ? "max-age=63072000; includeSubDomains" : false,
      permissionsPolicy: { camera: ["self"], geolocation: ["self"], microphone: [], publickeyCredentialsGet: ["self"] },
    });
  const [plain, compiling] = [headersWith(CSP_SOURCES), headersWith(COMPILING_SOURCES)];
  // The picture counts inside the staff app's one page and in scripts of their own beside it, each under the policy it comes with. A page for strangers has neither.
  const compiles = (path: string) => doors.staffWords.has(path.split("/")[1] ?? "") || /\.m?js$/.test(path);
  const isShared = (path: string) => doors.sharedWords?.has(path.split("/")[1] ?? "") === true;
  app.use(async (c, next) => {
    await (compiles(c.req.path) ? compiling : plain)(c, next);
    const own = c.get("policy");
    if (own !== undefined) c.res.headers.set("content-security-policy", own);
    if (c.get("embedded") === true) {
      c.res.headers.delete("x-frame-options");
      c.res.headers.set("cross-origin-resource-policy", "cross-origin");
    }
    if (!isShared(c.req.path)) return;
    for (const [name, value] of Object.entries(SHARED)) c.res.headers.set(name, value);
    // What is not sent needs no word on how it may be shown: whoever fetches every night gets a line or two.
    if (c.res.status === 304) for (const name of ONLY_WITH_CONTENT) c.res.headers.delete(name);
  });
  const preflight = (c: Ctx) => {
    if (!isShared(c.req.path)) return c.notFound();
    c.header("access-control-allow-methods", "GET, HEAD");
    c.header("access-control-allow-headers", "If-None-Match, If-Modified-Since");
    c.header("access-control-max-age", "86400");
    return c.body(null, 204);
  };
  app.use(compress());

  app.get("/healthz", (c) => c.json({ alive: true, version: doors.version }));
  app.get("/readyz", async (c) => {
    const over = await tooMany(c, "page");
    if (over !== undefined) return over;
    const wrong = await doors.ready();
    return c.json({ ready: wrong.length === 0, wrong }, wrong.length === 0 ? 200 : 503);
  });
  // Half a second's work, for the few who ask.
  let description: ReturnType<typeof openApiOf> | undefined;
  app.get("/openapi.json", (c) => {
    description ??= openApiOf(
      doors.routes.map(({ endpoint }) => endpoint),
      { version: doors.version, origin: house.settings.origin },
    );
    return c.json(description);
  });

  app.use("/api/*", async (c, next) => {
    c.header("cache-control", "no-store");
    const isEntrance =
      c.req.path.startsWith("/api/partnership/log-in") || c.req.path.startsWith("/api/partnership/invitation");
    const over = await tooMany(c, isEntrance ? "entrance" : "api");
    if (over !== undefined) return over;
    // Same-origin check on everything that can change something: the browser tells where the call came from, and cookies are SameSite besides.
    const origin = c.req.header("origin");
    if (
      c.req.method !== "GET" &&
      c.req.method !== "HEAD" &&
      origin !== house.settings.origin &&
      (origin !== undefined || getCookie(c, cookieName(secure)) !== undefined)
    )
      return problem(c, house, problemOf({ why: "other-site" }, "rights", c.get("lang"), house.refusals));
    const token = getCookie(c, cookieName(secure));
    c.set("sessionToken", token);
    c.set("person", token === undefined ? undefined : await house.personOf(token));
    return next();
  });
  for (const route of doors.routes) mount(app, house, route, secure);
  app.all("/api/*", (c) =>
    problem(c, house, problemOf({ why: "not-found" }, "absence", c.get("lang"), house.refusals)),
  );

  for (const door of doors.openDoors ?? []) mountOpenDoor(app, house, door, { tooMany, pace: makePace(house) });

  app.options("*", preflight);

  app.get("*", async (c) => {
    const asset = await doors.asset(c.req.path);
    if (asset !== undefined) {
      c.header("cache-control", asset.immutable ? "public, max-age=31536000, immutable" : "no-cache");
      const packed = packedFor(c, asset.packed);
      if (asset.packed.length > 0) c.header("vary", "accept-encoding");
      if (packed !== undefined) c.header("content-encoding", packed.encoding);
      return c.body((packed ?? asset).bytes, 200, { "content-type": asset.contentType });
    }
    const first = c.req.path.split("/")[1] ?? "";
    if (doors.staffWords.has(first)) {
      c.header("cache-control", "no-store");
      return c.html(await doors.staffHtml());
    }
    const over = await tooMany(c, "page");
    if (over !== undefined) return over;
    const found = await doors.pages({
      path: c.req.path,
      query: new URL(c.req.url).searchParams,
      lang: readLang(c.req.query("lang")),
      accept: c.req.header("accept"),
    });
    const notMade = await tooManyMakings(c, found);
    if (notMade !== undefined) return notMade;
    const page = found.unmade === undefined ? found : { ...found, ...found.unmade.make() };
    c.header("etag", page.etag);
    c.header("cache-control", page.status === 200 ? "public, max-age=60" : "no-cache");
    c.header("content-language", page.lang);
    if (page.policy !== undefined) c.set("policy", page.policy);
    if (page.isEmbedded === true) c.set("embedded", true);
    if (page.location !== undefined) return c.redirect(page.location, 301);
    if (page.isChosen === true) c.header("vary", "accept");
    if (page.modified !== undefined) c.header("last-modified", new Date(page.modified).toUTCString());
    if (isKnown(c, page)) return c.body(null, 304);
    const tooFast = await tooManyFiles(c, page);
    if (tooFast !== undefined) return tooFast;
    if (page.file !== undefined) {
      c.header("content-type", page.file.contentType);
      if (page.file.name !== undefined) c.header("content-disposition", `attachment; filename="${page.file.name}"`);
      return c.body(page.bytes ?? page.plain ?? "", page.status as ContentfulStatusCode);
    }
    if (page.plain !== undefined) return c.text(page.plain, page.status as ContentfulStatusCode);
    if (page.lasts === true) {
      c.header("vary", "accept-encoding");
      const encoding = packedFor(c, ENCODINGS)?.encoding;
      if (encoding !== undefined) {
        c.header("content-encoding", encoding);
        c.header("etag", `W/${page.etag}`);
        return c.body(await packedOnce(page, encoding), 200, { "content-type": "text/html; charset=UTF-8" });
      }
    }
    return c.html(page.html, page.status as ContentfulStatusCode);
  });

  app.onError((error, c) => {
    const why = brokenBy(error);
    // Nobody's mistake but ours (or the machine's): the log gets the whole story, the reader a sentence and a number.
    house.log.error({ requestId: c.get("requestId"), path: loggedPath(c.req.path), why, err: error });
    const lang = c.get("lang") ?? "sv";
    const refusal = { why, detail: { requestId: c.get("requestId") } };
    const told = problemOf(refusal, "rule", lang, house.refusals, { requestId: c.get("requestId") });
    return c.req.path.startsWith("/api/") ? problem(c, house, told) : brokenPage(c, lang, told);
  });
  return app;
}

function mount(app: Hono<Vars>, house: House, route: Route, secure: boolean): void {
  const { endpoint } = route;
  const path = endpoint.path.replaceAll(/\{(\w+)\}/g, ":$1");
  const reads = endpoint.kind === "question" || endpoint.kind === "download";
  const limit = endpoint.kind === "upload" ? UPLOAD_LIMIT : JSON_LIMIT;
  const limited = bodyLimit({
    maxSize: limit,
    onError: (c) =>
      problem(
        c as Ctx,
        house,
        problemOf(
          { why: "too-large", detail: { megabytes: limit / MEGABYTE } },
          "rule",
          (c as Ctx).get("lang"),
          house.refusals,
        ),
      ),
  });
  const handle = async (c: Ctx) => {
    const call = await readCall(c, endpoint.kind);
    if (call === undefined)
      return problem(c, house, problemOf({ why: "not-json" }, "reading", c.get("lang"), house.refusals));
    return reply(c, house, await route.serve(house, call), secure);
  };
  // Nobody's megabytes are taken in before it is known whose they are.
  const known = async (c: Ctx, next: Next) =>
    endpoint.open === true || c.get("person") !== undefined
      ? next()
      : problem(c, house, problemOf({ why: "not-logged-in" }, "identity", c.get("lang"), house.refusals));
  if (reads) app.get(path, handle);
  else app.post(path, known, limited, handle);
}

/** Pages that nobody keeps, and forms from our own pages only: there is no cookie to ride on, and another site cannot send one in somebody's name either. */
function mountOpenDoor(
  app: Hono<Vars>,
  house: House,
  { word, fileMegabytes = 0, serve }: OpenDoor,
  { tooMany, pace }: { tooMany: (c: Ctx, door: Door) => Promise<Response | undefined>; pace: (client: string) => Pace },
): void {
  // Before anything is taken in: whoever knocks too often does not get a body read.
  const paced = async (c: Ctx, next: Next) => (await tooMany(c, "page")) ?? next();
  const sentForm = async (c: Ctx) =>
    readSentForm(
      { contentType: typeOf(c), bytes: new Uint8Array(await c.req.arrayBuffer()) },
      { takesFile: fileMegabytes > 0, mostLetters: FORM_LIMIT },
    );
  const handle = async (c: Ctx) => {
    const origin = c.req.header("origin");
    const sends = c.req.method === "POST";
    if (sends && origin !== undefined && origin !== "null" && origin !== house.settings.origin)
      return problem(c, house, problemOf({ why: "other-site" }, "rights", c.get("lang"), house.refusals));
    const { form: sent, file, tooMuch = false } = sends ? await sentForm(c) : {};
    if (tooMuch || (sent !== undefined && !isKeepable([...sent.entries()])))
      return problem(c, house, problemOf({ why: "not-understood" }, "reading", c.get("lang"), house.refusals));
    const answer = await serve({
      path: c.req.path,
      query: new URL(c.req.url).searchParams,
      lang: c.get("lang"),
      form: sent,
      file,
      pace: pace(clientOf(c, house.settings.trustedProxies)),
    });
    c.header("cache-control", "no-store");
    if (answer.waitSeconds !== undefined) c.header("retry-after", String(answer.waitSeconds));
    return c.html(answer.html, answer.status as ContentfulStatusCode);
  };
  const atMost = (maxSize: number) =>
    bodyLimit({
      maxSize,
      onError: (c) =>
        problem(
          c as Ctx,
          house,
          problemOf(
            { why: "too-large", detail: { megabytes: maxSize / MEGABYTE } },
            "rule",
            (c as Ctx).get("lang"),
            house.refusals,
          ),
        ),
    });
  const [plain, withFile] = [atMost(FORM_LIMIT), atMost(FORM_LIMIT + fileMegabytes * MEGABYTE)];
  // Only a file may be large: half a megabyte of names without values keeps a server busy for half a second.
  const limited = (c: Ctx, next: Next) => (isMultipart(typeOf(c)) ? withFile : plain)(c, next);
  for (const path of [`/${word}`, `/${word}/*`]) {
    app.get(path, paced, handle);
    app.post(path, paced, limited, handle);
  }
}

const typeOf = (c: Ctx) => c.req.header("content-type") ?? "";

/** Everything the caller sent as one plain object; the address wins over the body, so that a body cannot name another partnership. */
async function readCall(c: Ctx, kind: Route["endpoint"]["kind"]): Promise<Call | undefined> {
  const inAddress = { ...c.req.query(), ...c.req.param() };
  const base = {
    person: c.get("person"),
    sessionToken: c.get("sessionToken"),
    lang: c.get("lang"),
    contentType: typeOf(c),
  };
  if (kind === "upload") return { ...base, input: inAddress, bytes: new Uint8Array(await c.req.arrayBuffer()) };
  if (kind !== "command") return { ...base, input: inAddress, bytes: new Uint8Array() };
  if (!/^application\/json\b/i.test(base.contentType)) return undefined;
  const body: unknown = await c.req.json().catch(() => undefined);
  if (typeof body !== "object" || body === null || Array.isArray(body)) return undefined;
  return { ...base, input: { ...body, ...inAddress }, bytes: new Uint8Array() };
}

function reply(c: Ctx, house: House, answer: Answer, secure: boolean): Response {
  if (answer.session !== undefined) {
    setSessionCookie(c, answer.session.token, secure);
    // What the browser has kept of answers is the one's who was here before: the next one at the same machine does not find it.
    c.header("clear-site-data", '"cache"');
  }
  switch (answer.kind) {
    case "json":
      return c.json(answer.value as object);
    case "bytes":
      if (answer.fileName !== undefined)
        c.header("content-disposition", `attachment; filename*=UTF-8''${encodeURIComponent(answer.fileName)}`);
      c.header("x-content-type-options", "nosniff");
      if (answer.etag !== undefined) {
        c.header("cache-control", "private, no-cache");
        c.header("vary", "cookie", { append: true });
        c.header("etag", `"${answer.etag}"`);
        if (hasEtag(c.req.header("if-none-match"), answer.etag)) return c.body(null, 304);
      }
      return c.body(answer.bytes as Uint8Array<ArrayBuffer>, 200, { "content-type": answer.contentType });
    case "refused":
      return problem(
        c,
        house,
        problemOf(answer.refusal, answer.by, c.get("lang"), house.refusals, {
          problems: answer.problems,
          requestId: c.get("requestId"),
        }),
      );
  }
}

/** Compression on the way makes a tag weak; the content is the same (RFC 9110, 13.1.2). */
function hasEtag(known: string | undefined, etag: string): boolean {
  return (known ?? "").split(",").some((one) => one.trim().replace(/^W\//, "") === `"${etag}"`);
}

/** Whoever asks has it already: by its tag, or without one by when it last changed (RFC 9110, 13.2.2). */
function isKnown(c: Ctx, { etag, modified }: PageAnswer): boolean {
  const tags = c.req.header("if-none-match");
  if (tags !== undefined) return hasEtag(tags, etag.replaceAll('"', ""));
  const since = Date.parse(c.req.header("if-modified-since") ?? "");
  return modified !== undefined && Math.floor(Date.parse(modified) / 1000) * 1000 <= since;
}

function problem(c: Ctx, _house: House, body: Problem): Response {
  return c.body(JSON.stringify(body), body.status as ContentfulStatusCode, {
    "content-type": "application/problem+json; charset=utf-8",
  });
}

/** For a person who asked for a page when pages cannot be made: the same sentence, leaning on nothing that may be broken as well. */
function brokenPage(c: Ctx, lang: Lang, { title, detail, status }: Problem): Response | Promise<Response> {
  c.header("cache-control", "no-store");
  c.header("retry-after", "30");
  return c.html(
    html`<!doctype html>
      <html lang="${lang}">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <title>${title} · Samsyn</title>
        </head>
        <body>
          <main>
            <h1>${title}</h1>
            <p>${detail}</p>
          </main>
        </body>
      </html>`,
    status as ContentfulStatusCode,
  );
}

function cookieName(secure: boolean): string {
  return secure ? "__Host-samsyn" : "samsyn";
}

function setSessionCookie(c: Ctx, token: string | undefined, secure: boolean): void {
  if (token === undefined) deleteCookie(c, cookieName(secure), { path: "/", secure });
  else
    setCookie(c, cookieName(secure), token, {
      path: "/",
      httpOnly: true,
      sameSite: "Lax",
      secure,
      maxAge: 60 * 60 * 24 * 14,
    });
}

/** One-time links and receipts are secrets in an address: the log gets the door, not the key. */
export function loggedPath(path: string): string {
  return path
    .replace(/^\/(start|kvitto|svara|forum|brev)\/.+/, "/$1/…")
    .replace(/^(\/api\/act\/[^/]+\/calendar)\/.+/, "$1/…");
}

function brokenBy(error: unknown): string {
  if (error instanceof DatabaseUnreachable || error instanceof DatabaseRefuses) return "database-unreachable";
  if (error instanceof DiskFull) return "disk-full";
  if (error instanceof StatementTimeout) return "took-too-long";
  if (isTaken(error)) return "taken";
  return "broken";
}

/** The address a limit is counted on: the socket's, or the one the nearest trusted proxy saw. Never stored, never logged. */
function clientOf(c: Ctx, trustedProxies: number): string {
  const forwarded = (c.req.header("x-forwarded-for") ?? "")
    .split(",")
    .map((part) => part.trim())
    .filter(Boolean);
  if (trustedProxies > 0 && forwarded.length >= trustedProxies)
    return networkOf(forwarded[forwarded.length - trustedProxies] ?? "unknown");
  try {
    return networkOf(getConnInfo(c).remote.address ?? "unknown");
  } catch {
    // In-process calls (tests) have no socket.
    return "in-process";
  }
}

/** One who has an IPv6 address has a whole /64 of them, and may change as often as they like. */
function networkOf(address: string): string {
  const [plain = ""] = address.replace(/^\[(.*)\](:\d+)?$/, "$1").split("%");
  if (!isIPv6(plain)) return plain.slice(0, 45);
  if (/^::ffff:.*\./i.test(plain)) return plain.slice(7);
  const [head = "", tail] = plain.split("::");
  const groups = head === "" ? [] : head.split(":");
  const after = tail === undefined || tail === "" ? [] : tail.split(":");
  const whole =
    tail === undefined ? groups : [...groups, ...Array<string>(8 - groups.length - after.length).fill("0"), ...after];
  return `${whole
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(":")}::/64`;
}

/** What is knocked at: the staff's doors, those where people come in, and the pages for everybody. */
type Door = "api" | "entrance" | "page";

function makeLimits(house: House) {
  const usual = new RateLimiterMemory({ points: 1200, duration: 60 });
  const pages = new RateLimiterMemory({ points: 1200, duration: 60 });
  const entrance = new RateLimiterMemory({ points: 60, duration: 60 });
  return async (client: string, door: Door): Promise<number | undefined> => {
    try {
      await (door === "page" ? pages : usual).consume(client);
      if (door === "entrance") await entrance.consume(client);
      return undefined;
    } catch (refusal) {
      if (refusal instanceof Error) throw refusal;
      house.log.warn({ why: "too-many" });
      return Math.ceil((refusal as { msBeforeNext: number }).msBeforeNext / 1000);
    }
  };
}

/** How often one network may send answers, and try codes that are not there. A school or a library is one network: sending is generous, guessing is not. A whole school copies a code off boards: its slips are many and make no class wait. */
function makePace(house: House): (client: string) => Pace {
  const limits = {
    send: new RateLimiterMemory({ points: 40, duration: 60 }),
    guess: new RateLimiterMemory({ points: 10, duration: 600 }),
    "forum-guess": new RateLimiterMemory({ points: 300, duration: 600 }),
  };
  return (client) => ({
    count: async (what) => {
      const over = await secondsOver(limits[what], client);
      if (over !== undefined) house.log.warn({ why: "too-many" });
      return over;
    },
    over: async (what) => secondsLeft(limits[what], client),
  });
}

const seconds = (milliseconds: number) => Math.max(1, Math.ceil(milliseconds / 1000));

/** Counts one more and tells how many seconds are left to wait when that was too many. */
async function secondsOver(limiter: RateLimiterMemory, key: string): Promise<number | undefined> {
  try {
    await limiter.consume(key);
    return undefined;
  } catch (refusal) {
    if (refusal instanceof Error) throw refusal;
    return seconds((refusal as { msBeforeNext: number }).msBeforeNext);
  }
}

/** The same without counting. */
async function secondsLeft(limiter: RateLimiterMemory, key: string): Promise<number | undefined> {
  const used = await limiter.get(key);
  return used === null || used.remainingPoints > 0 ? undefined : seconds(used.msBeforeNext);
}

const packedPages = new WeakMap<PageAnswer, Map<Packed["encoding"], Promise<Uint8Array<ArrayBuffer>>>>();

/** Packed when somebody first asks for it so, and kept as long as the page is. */
function packedOnce(page: PageAnswer, encoding: Packed["encoding"]): Promise<Uint8Array<ArrayBuffer>> {
  const known = packedPages.get(page) ?? new Map<Packed["encoding"], Promise<Uint8Array<ArrayBuffer>>>();
  packedPages.set(page, known);
  const packing = known.get(encoding) ?? PACK[encoding](page.html);
  known.set(encoding, packing);
  return packing;
}

const ENCODINGS = [{ encoding: "br" }, { encoding: "gzip" }] as const;
const BROTLI = {
  params: { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT },
};
const PACK = {
  br: async (html: string) => new Uint8Array(await brotli(html, BROTLI)),
  gzip: async (html: string) => new Uint8Array(await gzip(html)),
};

/** The first that the browser takes; undefined where it takes none of them. */
function packedFor<T extends Pick<Packed, "encoding">>(c: Ctx, packed: readonly T[]): T | undefined {
  const encoding = accepts(c, {
    header: "Accept-Encoding",
    supports: packed.map((one) => one.encoding),
    default: "",
    match: (taken, { supports }) => supports.find((one) => taken.some(({ type, q }) => type === one && q > 0)) ?? "",
  });
  return packed.find((one) => one.encoding === encoding);
}
