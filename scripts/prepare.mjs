// Gets a working copy ready to run: the right Node, the locked dependencies, a fresh build. Plain Node, because
// it runs before anything is installed.
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { run, wasInterrupted } from "./run.mjs";
import { complain, say, seconds } from "./say.mjs";

export const projectRoot = fileURLToPath(new URL("..", import.meta.url));

const oldestNode = [20, 19];

/** @returns {boolean} whether this Node is new enough; says what to do when it is not. */
export function checkNode() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major > oldestNode[0] || (major === oldestNode[0] && minor >= oldestNode[1])) return true;
  const wanted = oldestNode.join(".");
  complain(
    `Samsyn behöver Node ${wanted} eller nyare, och detta är ${process.versions.node}. Installera en nyare från nodejs.org.`,
    `Samsyn needs Node ${wanted} or newer, and this is ${process.versions.node}. Install a newer one from nodejs.org.`,
  );
  return false;
}

const everyFiveSeconds = (elapsed) => say(`  … ${seconds(elapsed)}, arbetar`, "working");

/**
 * Installs the locked dependencies when they are missing or not the locked ones.
 * @returns {Promise<boolean>} whether they are there now.
 */
export async function prepareDependencies() {
  if (dependenciesAreFresh()) return true;
  say(
    "Installerar beroenden (tar en halv till två minuter) …",
    "Installing dependencies (takes half a minute to two) …",
  );
  const started = Date.now();
  const npm = process.platform === "win32" ? "npm.cmd" : "npm";
  // What builds Samsyn is needed here too, whatever NODE_ENV says.
  const quietly = ["--include=dev", "--no-audit", "--no-fund", "--loglevel=error"];
  let installed = await run(npm, ["ci", ...quietly], { cwd: projectRoot, everyFiveSeconds });
  if (/EUSAGE|EBADPLATFORM/.test(installed.code === 0 ? "" : installed.output)) {
    // The lock was made on another platform than this one: let npm fill in what it lacks, without changing the lock.
    installed = await run(npm, ["install", "--no-save", ...quietly], { cwd: projectRoot, everyFiveSeconds });
  }
  if (wasInterrupted()) return false;
  if (installed.code !== 0) {
    process.stderr.write(installed.output);
    complain(
      "Beroendena kunde inte installeras. Finns det nät, och plats på disken?",
      "The dependencies could not be installed. Is there a network, and room on the disk?",
    );
    return false;
  }
  say(`Beroenden installerade på ${seconds(Date.now() - started)}.`, "Dependencies installed.");
  return true;
}

/** npm writes down what it installed; that list is compared with the lock, so an install by hand counts as well. */
function dependenciesAreFresh() {
  const installedList = join(projectRoot, "node_modules/.package-lock.json");
  if (!existsSync(installedList)) return false;
  const locked = JSON.parse(readFileSync(join(projectRoot, "package-lock.json"), "utf8")).packages;
  const installed = JSON.parse(readFileSync(installedList, "utf8")).packages;
  // Optional packages are for other platforms too, and may rightly be absent.
  return Object.entries(locked).every(
    ([path, { version, optional }]) => path === "" || optional || installed[path]?.version === version,
  );
}

/**
 * Builds when what is built is not made of what lies here now.
 * @returns {Promise<boolean>} whether there is a fresh build.
 */
export async function prepareBuild() {
  if (builtHash() === sourceHash()) return true;
  say("Bygger Samsyn …", "Building Samsyn …");
  const started = Date.now();
  const built = await run(process.execPath, [join(projectRoot, "scripts/build.mjs")], {
    cwd: projectRoot,
    everyFiveSeconds,
  });
  if (wasInterrupted()) return false;
  if (built.code !== 0) {
    process.stderr.write(built.output);
    complain("Samsyn kunde inte byggas; felet står ovanför.", "Samsyn could not be built; the error is above.");
    return false;
  }
  say(`Byggt på ${seconds(Date.now() - started)}.`, "Built.");
  return true;
}

function builtHash() {
  const stamp = join(projectRoot, "dist/made-of.txt");
  return existsSync(stamp) ? readFileSync(stamp, "utf8") : undefined;
}

/** A fingerprint of everything the build reads. */
export function sourceHash() {
  const hash = createHash("sha256");
  const build = ["scripts/build.mjs", "vite.config.ts", "tsconfig.json", "package.json", "package-lock.json"];
  const sources = filesUnder("src").filter((path) => !/[.]test[.]tsx?$/.test(path));
  for (const path of [...build, ...sources]) {
    hash
      .update(path)
      .update("\0")
      .update(readFileSync(resolve(projectRoot, path)))
      .update("\0");
  }
  return hash.digest("hex");
}

/**
 * Every file under a folder, sorted by path, each with the folder's name before it.
 * @param {string} folder absolute, or relative to the project root.
 * @returns {string[]}
 */
export function filesUnder(folder) {
  return readdirSync(resolve(projectRoot, folder), { withFileTypes: true })
    .toSorted((one, other) => (one.name < other.name ? -1 : 1))
    .flatMap((entry) => (entry.isDirectory() ? filesUnder(`${folder}/${entry.name}`) : [`${folder}/${entry.name}`]));
}
