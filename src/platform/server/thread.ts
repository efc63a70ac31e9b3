// Threads that run a file of their own. From the build that is JavaScript beside the bundle; from the sources it is TypeScript.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, renameSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { Worker, type WorkerOptions } from "node:worker_threads";

/** As much of esbuild as is asked of it: there when one works with the sources, and not where the build is served. */
type Bundler = {
  readonly buildSync: (options: object) => { readonly outputFiles: readonly [{ readonly contents: Uint8Array }] };
};

/** Starts a thread that runs this file. */
export function threadOf(file: URL, options?: WorkerOptions): Worker {
  return new Worker(file.pathname.endsWith(".ts") ? madeOf(file) : file, options);
}

const made = new Map<string, URL>();

/**
 * The TypeScript and what it imports of ours as one file, made once a process: read piece by piece in the thread it takes three times the processor, and tests
 * open hundreds. Named by what it holds, so that none is ever out of date; beside the sources, so that it finds their packages.
 */
function madeOf(source: URL): URL {
  const known = made.get(source.href);
  if (known !== undefined) return known;
  const { buildSync } = createRequire(import.meta.url)("esbuild") as Bundler;
  const {
    outputFiles: [{ contents }],
  } = buildSync({
    entryPoints: [fileURLToPath(source)],
    bundle: true,
    packages: "external",
    platform: "node",
    format: "esm",
    write: false,
  });
  const folder = new URL("../../../.cache/threads/", import.meta.url);
  const file = new URL(`${createHash("sha256").update(contents).digest("hex").slice(0, 32)}.mjs`, folder);
  if (!existsSync(file)) {
    mkdirSync(folder, { recursive: true });
    // Two that make it at once each write their own, and the last to be done puts the same there.
    const own = new URL(`${process.pid}.mjs`, folder);
    writeFileSync(own, contents);
    renameSync(own, file);
  }
  made.set(source.href, file);
  return file;
}
