import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { cpSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium, type Browser, type BrowserContext, type Page } from "playwright-core";
import { inject } from "vitest";
import { findChromium } from "../chromium.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));

export type Served = {
  readonly origin: string;
  /** What the server has said so far. */
  readonly said: () => string;
  readonly process: ChildProcess;
  readonly dataDirectory: string;
  readonly stop: () => Promise<void>;
};

/**
 * The built server, as `npm start` runs it, on a port and a data directory of its own: with the demo already in it,
 * where the walk names neither a directory nor whether there is to be a demo.
 */
export async function serveBuilt(environment: Readonly<Record<string, string>> = {}): Promise<Served> {
  const served = await serveFrom(environment["SAMSYN_DATA"] ?? (await copyOfDemo(environment)), environment);
  const stop = async () => {
    await served.stop();
    if (environment["SAMSYN_DATA"] === undefined) await rm(served.dataDirectory, { recursive: true, force: true });
  };
  return { ...served, stop };
}

async function copyOfDemo(environment: Readonly<Record<string, string>>): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), "samsyn-flow-"));
  if (environment["SAMSYN_DEMO"] === undefined) cpSync(inject("demoDirectory"), directory, { recursive: true });
  return directory;
}

/** The built server on that data directory, which is left behind when it stops. */
export async function serveFrom(
  dataDirectory: string,
  environment: Readonly<Record<string, string>> = {},
): Promise<Served> {
  const port = await freePort();
  const child = spawn(process.execPath, [join(root, "dist/server.js")], {
    cwd: root,
    env: {
      ...process.env,
      NODE_ENV: "production",
      PORT: String(port),
      SAMSYN_LOG: "error",
      ...environment,
      SAMSYN_DATA: dataDirectory,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  child.stdout.on("data", (bytes: Buffer) => (said += bytes.toString()));
  child.stderr.on("data", (bytes: Buffer) => (said += bytes.toString()));
  const origin = `http://localhost:${port}`;
  await untilServing(origin, child, () => said);
  return {
    origin,
    said: () => said,
    process: child,
    dataDirectory,
    async stop() {
      const ended = new Promise((resolve) => child.once("exit", resolve));
      if (child.exitCode === null) {
        child.kill("SIGTERM");
        await ended;
      }
    },
  };
}

/** Until it answers and has said all that `npm start` says: whoever reads `said` must not be quicker than it. */
async function untilServing(origin: string, child: ChildProcess, said: () => string): Promise<void> {
  for (let attempt = 0; attempt < 1500; attempt++) {
    if (child.exitCode !== null) throw new Error(`The server ended: ${said()}`);
    const answer = await fetch(`${origin}/healthz`).catch(() => undefined);
    if (answer?.ok === true && said().includes("Stoppa med Ctrl-C")) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`The server did not answer in two and a half minutes: ${said()}`);
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address !== null ? address.port : 0));
    });
  });
}

export async function openBrowser(moreArgs: readonly string[] = []): Promise<Browser> {
  const found = await findChromium();
  if ("missing" in found) throw new Error(found.missing);
  return chromium.launch({ executablePath: found.path, args: [...found.args, ...moreArgs] });
}

/** Every page a walk has opened through `comeIn`, for what they showed when it failed (on-failure.ts). */
export const pagesOpened: Page[] = [];

export type Somebody = { readonly page: Page; readonly context: BrowserContext };

/** A person with a browser of their own, in Swedish; logged in as the demo person of that name when one is given. */
export async function comeIn(
  browser: Browser,
  origin: string,
  name?: string,
  options: { width?: number; height?: number; javaScriptEnabled?: boolean; hasTouch?: boolean } = {},
): Promise<Somebody> {
  const { width = 1280, height = 900, javaScriptEnabled = true, hasTouch = false } = options;
  const context = await browser.newContext({
    locale: "sv-SE",
    timezoneId: "Europe/Stockholm",
    viewport: { width, height },
    javaScriptEnabled,
    hasTouch,
    serviceWorkers: "allow",
  });
  const page = await context.newPage();
  pagesOpened.push(page);
  page.setDefaultTimeout(20_000);
  if (name !== undefined) {
    await page.goto(`${origin}/logga-in`);
    await page.getByRole("button", { name: `Logga in som ${name}` }).click();
    await page.waitForURL(/oversikt/);
  }
  return { page, context };
}

/** A link to run the installation beside whoever does, from the command line while it is served. */
export function inviteOperator({ origin, dataDirectory }: Served, name: string): string {
  const ran = spawnSync(
    process.execPath,
    [join(root, "dist/cli.js"), "operator", "--name", name, "--reason", "två ska kontrollera varandra", "--json"],
    {
      encoding: "utf8",
      timeout: 60_000,
      env: { ...process.env, SAMSYN_DATA: dataDirectory, SAMSYN_DEMO: "0", PORT: new URL(origin).port },
    },
  );
  const link = /https?:[^"]+\/start\/[^"]+/.exec(ran.stdout)?.[0];
  if (link === undefined) throw new Error(`No link came: ${ran.stdout}${ran.stderr}`);
  return link;
}

/** Somebody who runs the installation and works with neither hands out the only invitation that waits, and says how they checked who it is. */
export async function handOutInvitation(page: Page, origin: string): Promise<string> {
  await page.goto(`${origin}/drift`);
  await page.getByLabel("Hur du kontrollerade vem det är").fill("ringde växeln");
  await page.getByRole("button", { name: "Lämna ut inbjudan" }).press("Enter");
  return page.locator(".notice .code").innerText();
}

/** A key in the browser, as a phone has one: it checks its person and keeps the key. */
export async function giveKey(page: Page): Promise<{ readonly answers: (does: boolean) => Promise<unknown> }> {
  const session = await page.context().newCDPSession(page);
  await session.send("WebAuthn.enable");
  const { authenticatorId } = await session.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  /** Whether it is its person's finger that is on it. */
  const answers = (does: boolean) =>
    session.send("WebAuthn.setUserVerified", { authenticatorId, isUserVerified: does });
  return { answers };
}
