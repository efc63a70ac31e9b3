// Starts the whole of Samsyn in this process and stops it cleanly. Says what it does, Swedish first.
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { statfs } from "node:fs/promises";
import { getRequestListener } from "@hono/node-server";
import { addDays, dayOf, instantOf, type Instant } from "../ground/time.ts";
import { addInvitation, countPeople } from "../partnership/store.ts";
import type { PartnershipDatabase } from "../partnership/tables.ts";
import type { Database } from "../platform/server/database/database.ts";
import { migrate, migrationFiles, migrationsDone } from "../platform/server/database/migrate.ts";
import { openDatabase } from "../platform/server/database/open.ts";
import { buildApp } from "../platform/server/http.ts";
import { startJobs, type JobHandler } from "../platform/server/jobs/jobs.ts";
import { makeLog } from "../platform/server/log.ts";
import { handlersOf } from "../platform/server/runner.ts";
import { hashToken, newId, newToken } from "../platform/server/secrets.ts";
import type { Settings } from "../platform/server/settings.ts";
import { keepPages, type KeptPages } from "../tell/pages-kept.ts";
import { makePages, versionOf } from "../tell/pages.tsx";
import { makeHouse, openDoors, routes, SHARED_WORDS, STAFF_WORDS } from "./assemble.ts";
import { assetsOf } from "./assets.ts";
import { seedDemo } from "./demo/seed.ts";
import { recurringJobs } from "./recurring.ts";
import { fileHandlers } from "./work-on-file.ts";
import { whileWorking } from "./working.ts";

export const version: string = (createRequire(import.meta.url)("../package.json") as { version: string }).version;

/** Where the SQL of the migrations lies: beside the build and beside the sources alike. */
export const MIGRATIONS = new URL("../migrations", import.meta.url);

export type Running = {
  readonly address: string;
  /** How the very first person comes in; undefined when people are there already. */
  readonly firstLink: string | undefined;
  /** What stands in the way of serving well, as sentences; the same as /readyz answers. */
  readonly wrong: () => Promise<readonly string[]>;
  readonly stop: () => Promise<void>;
};

const MEGABYTE = 1024 * 1024;
/** Less room than this and nothing new is promised to be kept. */
const LEAST_FREE_BYTES = 200 * MEGABYTE;

/** Opens the database where the settings say, as it is; as a guest of a running Samsyn where that is wished and there is one. */
export function openUnprepared(settings: Settings, { asGuest = false } = {}): Promise<Database> {
  return openDatabase({
    asGuest,
    ...(settings.databaseUrl === undefined ? {} : { url: settings.databaseUrl }),
    dataDirectory: settings.dataDirectory,
    statementTimeoutMs: settings.statementTimeoutMs,
  });
}

/** The same, with every migration applied. */
export async function openPrepared(
  settings: Settings,
  say: (sentence: string) => void,
  as: { asGuest?: boolean } = {},
): Promise<Database> {
  const database = await openUnprepared(settings, as);
  try {
    const { applied } = await whileWorking(say, () => migrate(database, MIGRATIONS));
    if (applied.length > 0)
      say(`Databasen är förberedd (${applied.length} steg). / Database prepared (${applied.length} steps).`);
  } catch (error) {
    await database.close();
    throw error;
  }
  return database;
}

/** Everything up and listening. Throws typed errors for what a person can mend (settings, database, port, data directory). */
export async function serve(settings: Settings, say: (sentence: string) => void): Promise<Running> {
  const log = makeLog(settings.logLevel);
  const assets = await assetsOf(new URL("./browser", import.meta.url), settings.dataDirectory);
  const database = await openPrepared(settings, say);
  let wake = () => {};
  const house = makeHouse({ database, settings, log, wake: () => wake() });
  try {
    const empty = await database.transaction<PartnershipDatabase, boolean>(
      { as: "system" },
      async (tx) => (await countPeople(tx)) === 0,
    );
    if (empty && settings.demo) {
      say("Fyller på med Ockelbos exempel … / Seeding the Ockelbo example …");
      await whileWorking(say, () => seedDemo(house));
    }
    const pages = keepPages(
      makePages({
        database,
        assets: assets.names,
        now: house.now,
        origin: settings.origin,
        rpId: settings.rpId,
        demo: settings.demo,
        mail: settings.mail?.from,
        version,
        verifier: assets.verifier,
      }),
      () => versionOf(house),
      () => performance.now(),
    );
    const recurring = recurringJobs(house);
    const jobs = startJobs(database, doubting({ ...handlersOf(house), ...recurring.handlers }, pages), {
      now: house.now,
      every: 1000,
      recurring: recurring.schedule,
    });
    // A long file keeps no other work waiting.
    let isStopping = false;
    const fileJobs = startJobs(
      database,
      fileHandlers(house, () => isStopping),
      { now: house.now, every: 1000 },
    );
    wake = () =>
      void jobs
        .runDue()
        .then(() => fileJobs.runDue())
        .catch((error: unknown) => log.error({ err: error }));
    const wrong = () => whatIsWrong(database, settings);
    const app = buildApp(house, {
      routes,
      pages: pages.serve,
      openDoors: openDoors(house, assets.names),
      sharedWords: SHARED_WORDS,
      staffWords: STAFF_WORDS,
      staffHtml: assets.staffHtml,
      asset: assets.read,
      ready: wrong,
      version,
    });
    const firstLink = await firstPersonLink(database, settings);
    const listener = getRequestListener(app.fetch);
    const server = createServer((request, response) => void listener(request, response));
    // Longer than the proxies keep theirs (60 s is usual), so that none of them sends into a connection that has just been closed here.
    server.keepAliveTimeout = 65_000;
    await new Promise<void>((resolve, reject) => {
      server.once("error", reject);
      server.listen(settings.port, settings.host, resolve);
    });
    const address = server.address();
    const port = typeof address === "object" && address !== null ? address.port : settings.port;
    return {
      firstLink,
      wrong,
      address: settings.origin.endsWith(`:${settings.port}`) ? `http://localhost:${port}` : settings.origin,
      stop: async () => {
        // New calls are refused, those under way are answered, then the job worker and last the database.
        const closed = new Promise<void>((resolve) => server.close(() => resolve()));
        server.closeIdleConnections();
        const patience = setTimeout(() => server.closeAllConnections(), 5000);
        await closed;
        clearTimeout(patience);
        isStopping = true;
        await Promise.all([jobs.stop(), fileJobs.stop()]);
        await database.close();
      },
    };
  } catch (error) {
    await database.close();
    throw error;
  }
}

/** Whatever is done in the background may be that something is told. */
function doubting(handlers: Readonly<Record<string, JobHandler>>, { doubt }: KeptPages): Record<string, JobHandler> {
  return Object.fromEntries(
    Object.entries(handlers).map(([name, work]) => [name, (body) => work(body).finally(doubt)]),
  );
}

/** What stands in the way of serving, as sentences; none when ready. Anybody may ask, so they say nothing of where things lie. */
async function whatIsWrong(database: Database, settings: Settings): Promise<string[]> {
  const wrong: string[] = [];
  const [known, done] = await Promise.all([
    migrationFiles(MIGRATIONS),
    migrationsDone(database).catch(() => wrong.push("Databasen svarar inte. / The database does not answer.")),
  ]);
  if (typeof done !== "number") {
    if (known.some((name) => !done.has(name)))
      wrong.push("Databasen är inte förberedd. Starta om Samsyn. / The database is not prepared. Restart Samsyn.");
    if ([...done.keys()].some((name) => !known.includes(name)))
      wrong.push(
        "Databasen har fått en nyare version än den som är igång. Starta den nyare. / The database has had a newer version than the one that runs. Start the newer one.",
      );
  }
  const disk = await statfs(settings.dataDirectory).catch(() => undefined);
  const free = disk === undefined ? Number.POSITIVE_INFINITY : disk.bavail * disk.bsize;
  if (free < LEAST_FREE_BYTES)
    wrong.push(
      `Disken är snart full: ${Math.floor(free / MEGABYTE)} MB kvar. Frigör 500 MB. / The disk is nearly full: ${Math.floor(free / MEGABYTE)} MB left. Free 500 MB.`,
    );
  return wrong;
}

/** A one-time link for the very first person, made anew at each start until somebody has come in. */
async function firstPersonLink(
  database: Database,
  settings: Settings,
  at: Instant = instantOf(Date.now()),
): Promise<string | undefined> {
  return database.transaction<PartnershipDatabase, string | undefined>({ as: "system" }, async (tx) => {
    if ((await countPeople(tx)) > 0) return undefined;
    const token = newToken();
    await addInvitation(tx, {
      id: newId(Date.parse(at)),
      tokenHash: hashToken(token),
      partnershipId: undefined,
      organisationId: undefined,
      role: undefined,
      title: undefined,
      name: "Administratör",
      createdBy: undefined,
      at,
      expiresAt: `${addDays(dayOf(at), 2)}T00:00:00.000Z` as Instant,
    });
    return `${settings.origin}/start/${token}`;
  });
}
