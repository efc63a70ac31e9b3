import { execFile } from "node:child_process";
import { constants } from "node:fs";
import { access, mkdir, mkdtemp, readFile, rename, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

/** A browser that can be started with `playwright-core`: `chromium.launch({ executablePath: path, args })`. */
export type FoundChromium = { path: string; args: string[] };

/** No browser on this machine, with a sentence that says what was looked for. */
export type MissingChromium = { missing: string };

const projectRoot = fileURLToPath(new URL("..", import.meta.url));

const systemPaths = [
  // The browser without its window: the same pages and the same engine, for a quarter less of the processor.
  "/usr/bin/chromium-headless-shell",
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/opt/google/chrome/chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/**
 * Quiet, offline and drawing WebGL in software, so that the same map is drawn on every machine. Pages are drawn without a graphics card's ways, which Debian's
 * Chromium asks for: played in software they took half the time of a walk.
 */
const commonArgs = [
  "--headless",
  "--no-first-run",
  "--disable-quic",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--disable-dev-shm-usage",
  "--use-gl=angle",
  "--use-angle=swiftshader-webgl",
  "--disable-gpu-rasterization",
  "--enable-unsafe-swiftshader",
];

/**
 * Finds a Chromium: `CHROMIUM_PATH`, then one installed in the system, then the one that npm brought
 * (`@sparticuz/chromium`, unpacked once into `.cache/`). `npm test` has already brought Debian's without its window, where it could.
 */
export async function findChromium(): Promise<FoundChromium | MissingChromium> {
  const named = process.env["CHROMIUM_PATH"];
  if (named !== undefined && named !== "") {
    return (await isExecutable(named))
      ? { path: named, args: chromiumArgs() }
      : { missing: `CHROMIUM_PATH points at ${named}, which is not a program that can be run` };
  }
  for (const path of systemPaths) {
    if (await isExecutable(path)) return { path, args: chromiumArgs() };
  }
  return unpackedChromium();
}

function chromiumArgs(): string[] {
  // Chromium refuses its own sandbox when it runs as root, which is how containers run it.
  return process.getuid?.() === 0 ? [...commonArgs, "--no-sandbox"] : [...commonArgs];
}

async function isExecutable(path: string): Promise<boolean> {
  return access(path, constants.X_OK).then(
    () => true,
    () => false,
  );
}

async function unpackedChromium(): Promise<FoundChromium | MissingChromium> {
  if (process.platform !== "linux" || process.arch !== "x64") {
    return {
      missing: "no Chromium in the system, and the one from npm is for Linux on x64 only; set CHROMIUM_PATH",
    };
  }
  let entry: string;
  try {
    entry = createRequire(import.meta.url).resolve("@sparticuz/chromium");
  } catch {
    return {
      missing: "no Chromium in the system, and the npm package @sparticuz/chromium is not installed",
    };
  }
  const folder = join(projectRoot, ".cache", `chromium-${await versionOf(entry)}`);
  const path = join(folder, "chromium");
  if (!(await isExecutable(path))) {
    const problem = await unpack(folder);
    if (problem !== undefined) return { missing: problem };
  }
  // Machines without any installed font need one: Chromium looks for its configuration here.
  if (!(await isExecutable("/etc/fonts"))) process.env["FONTCONFIG_PATH"] ??= join(folder, "fonts");
  return { path, args: chromiumArgs() };
}

async function versionOf(entry: string): Promise<string> {
  // The package does not export its package.json, so it is found by walking up from its entry.
  for (let folder = dirname(entry); folder !== dirname(folder); folder = dirname(folder)) {
    const text = await readFile(join(folder, "package.json"), "utf8").catch(() => "{}");
    const { name, version } = JSON.parse(text) as { name?: string; version?: string };
    if (name === "@sparticuz/chromium" && version !== undefined) return version;
  }
  return "unknown";
}

/**
 * Unpacks in a folder of its own and renames it when whole, so that two test processes that start together never see
 * half a browser. The package itself always unpacks into the temporary directory, hence a process with its own.
 */
async function unpack(folder: string): Promise<string | undefined> {
  const parent = dirname(folder);
  await mkdir(parent, { recursive: true });
  const half = await mkdtemp(join(parent, "unpacking-"));
  try {
    const script = 'import("@sparticuz/chromium").then(({ default: chromium }) => chromium.executablePath())';
    await promisify(execFile)(process.execPath, ["--eval", script], {
      cwd: projectRoot,
      env: { ...process.env, TMPDIR: half },
    });
    await rename(half, folder);
    return undefined;
  } catch (problem) {
    if (await isExecutable(join(folder, "chromium"))) return undefined;
    return `the Chromium from npm could not be unpacked: ${problem instanceof Error ? problem.message : String(problem)}`;
  } finally {
    await rm(half, { recursive: true, force: true });
  }
}
