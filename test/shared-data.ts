import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const projectRoot = fileURLToPath(new URL("..", import.meta.url));
const dataFolder = join(projectRoot, "..", "shared", "data");
const noticed = new Set<string>();

/**
 * The path of a file of real data that lies beside the project (`../shared/data/…`), or undefined where it is missing.
 * A missing file is said once, and `npm test` lists it among what it skipped: use `test.skipIf(path === undefined)`.
 */
export function sharedData(relativePath: string): string | undefined {
  const path = join(dataFolder, relativePath);
  if (existsSync(path)) return path;
  if (!noticed.has(relativePath)) {
    noticed.add(relativePath);
    recordSkip(`tests on real data: ../shared/data/${relativePath} is not on this machine`);
  }
  return undefined;
}

/**
 * Says why something was not tried, and leaves a note for the list that ends `npm test`.
 * Each reason is listed once, however many test files meet it.
 */
export function recordSkip(reason: string): void {
  console.warn(`skipped: ${reason}`);
  const folder = process.env["TEST_NOTES"];
  if (folder === undefined) return;
  mkdirSync(folder, { recursive: true });
  const name = reason.replaceAll(/[^\p{L}\p{N}]+/gu, "-").slice(0, 150);
  writeFileSync(join(folder, `${name}.txt`), reason);
}
