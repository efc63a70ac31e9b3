import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Endpoint, InputOf, OutputOf } from "../src/ground/endpoint.ts";
import type { Instant } from "../src/ground/time.ts";
import { makeHouse, openDoors, routes, STAFF_WORDS } from "../src/main/assemble.ts";
import { disposeEverywhere } from "../src/main/dispose.ts";
import { demoId } from "../src/main/demo/ids.ts";
import { seedDemo } from "../src/main/demo/seed.ts";
import { fileHandlers } from "../src/main/work-on-file.ts";
import { inAddress } from "../src/platform/browser/client.ts";
import type { Database } from "../src/platform/server/database/database.ts";
import type { House } from "../src/platform/server/house.ts";
import { buildApp } from "../src/platform/server/http.ts";
import { startJobs } from "../src/platform/server/jobs/jobs.ts";
import { makeLog } from "../src/platform/server/log.ts";
import type { Problem } from "../src/platform/server/problem.ts";
import { handlersOf } from "../src/platform/server/runner.ts";
import { hashToken } from "../src/platform/server/secrets.ts";
import type { MailSettings } from "../src/platform/server/mail/smtp.ts";
import { readSettings } from "../src/platform/server/settings.ts";
import { startSession } from "../src/partnership/store.ts";
import type { PartnershipDatabase } from "../src/partnership/tables.ts";

/** What a call came to: the answer, or the problem with its status. */
export type Reply<T> = { readonly status: number; readonly value: T; readonly problem: Problem };

export type Caller = {
  /** Calls a door as this person would, through the whole web server. */
  call<E extends Endpoint>(endpoint: E, input: InputOf<E>, bytes?: Uint8Array): Promise<Reply<OutputOf<E>>>;
  /** A raw request to an address, with the person's cookie. */
  request(path: string, init?: RequestInit): Promise<Response>;
};

export type TestHouse = {
  readonly house: House;
  /** A demo person by first name ("Karin"), with a session. */
  as(name: string): Promise<Caller>;
  readonly stranger: Caller;
  /** Runs every reaction that is due, until none is left. */
  settle(): Promise<void>;
  /** What happens at night to what decisions say is to go. */
  dispose(): Promise<void>;
  /** Turns the clock. */
  setClock(at: Instant): void;
  close(): Promise<void>;
};

/**
 * The house on this database, served in process: named people call doors, nothing is mocked. The demo is in it where the database was asked for with it
 * (`fresh({ demo: true })`): it is put there once for all tests (prepare-databases.ts) and not by each. The clock stands at `at` until it is turned.
 */
export async function openTestHouse(
  database: Database,
  {
    at = "2026-11-24T09:00:00.000Z" as Instant,
    seed = false,
    mail,
  }: { at?: Instant; seed?: boolean; mail?: MailSettings } = {},
): Promise<TestHouse> {
  const dataDirectory = await mkdtemp(join(tmpdir(), "samsyn-house-"));
  let clock = at;
  const settings = { ...readSettings({}), dataDirectory, logLevel: "silent" as const, ...(mail && { mail }) };
  const house = makeHouse({ database, settings, log: makeLog("silent"), now: () => clock });
  if (seed) await seedDemo(house);
  const app = buildApp(house, {
    routes,
    pages: async ({ lang }) => ({ status: 404, html: "", etag: '"none"', lang }),
    openDoors: openDoors(house, {}),
    staffWords: STAFF_WORDS,
    staffHtml: async () => "<!doctype html><title>Samsyn</title>",
    asset: async () => undefined,
    ready: async () => [],
    version: "test",
  });
  const jobs = startJobs(
    database,
    { ...handlersOf(house), ...fileHandlers(house) },
    { now: house.now, every: undefined },
  );

  const callerWith = (cookie: string | undefined): Caller => {
    const request = async (path: string, init: RequestInit = {}) =>
      app.request(path, {
        ...init,
        headers: {
          origin: settings.origin,
          ...(cookie === undefined ? {} : { cookie: `samsyn=${cookie}` }),
          ...(init.headers as Record<string, string> | undefined),
        },
      });
    return {
      request,
      async call(endpoint, input, bytes) {
        const fields = { ...(input as Record<string, unknown>) };
        const path = endpoint.path.replace(/\{(\w+)\}/g, (_whole, name: string) =>
          encodeURIComponent(inAddress(fields[name])),
        );
        const inPath = new Set([...endpoint.path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]));
        const query = new URLSearchParams(
          Object.entries(fields).flatMap(([name, value]) =>
            inPath.has(name) || value === undefined ? [] : [[name, inAddress(value)] as [string, string]],
          ),
        );
        const response =
          endpoint.kind === "command"
            ? await request(path, {
                method: "POST",
                headers: { "content-type": "application/json" },
                body: JSON.stringify(fields),
              })
            : endpoint.kind === "upload"
              ? await request(`${path}?${query}`, {
                  method: "POST",
                  headers: { "content-type": "application/octet-stream" },
                  body: (bytes ?? new Uint8Array()) as BodyInit,
                })
              : await request(`${path}?${query}`);
        const body =
          response.headers.get("content-type")?.includes("json") === true
            ? await response.json()
            : await response.arrayBuffer();
        return { status: response.status, value: body, problem: body };
      },
    };
  };

  return {
    house,
    stranger: callerWith(undefined),
    async as(name) {
      const token = `test-session-of-${Buffer.from(name).toString("hex")}`;
      await database.transaction<PartnershipDatabase, void>({ as: "system" }, async (tx) => {
        const person = await tx.selectFrom("person").select("id").where("name", "=", name).executeTakeFirstOrThrow();
        const held = await tx
          .selectFrom("session")
          .select("token_hash")
          .where("token_hash", "=", hashToken(token))
          .executeTakeFirst();
        if (held === undefined)
          await startSession(tx, {
            tokenHash: hashToken(token),
            personId: person.id,
            at: clock,
            expiresAt: "2099-01-01T00:00:00.000Z" as Instant,
          });
      });
      return callerWith(token);
    },
    async settle() {
      await jobs.runDue();
    },
    dispose: () => disposeEverywhere(house),
    setClock(next) {
      clock = next;
    },
    async close() {
      await jobs.stop();
      await rm(dataDirectory, { recursive: true, force: true });
    },
  };
}

/** The id of a thing in the demo, by the name it was made of ("observation ockelbo-2021 9"). */
export const idInDemo: (name: string) => string = demoId;
